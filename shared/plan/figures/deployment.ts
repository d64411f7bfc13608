import { computeFrontier } from '../../inference/frontier.ts';
import { serveAtShare, type PartialLoad } from '../../inference/partial-load.ts';
import { solveServiceLevel, type Deployment } from '../../inference/solver.ts';
import type { Answer, ServingMode, ServingRequest } from '../../inference/types.ts';
import { secondsPerMonth } from '../../lifecycle/month.ts';
import type { GroupServing } from '../serving/serving.ts';
import type { StageResults } from '../stages.ts';

/** The demand a rack group has to meet, and the fewest accelerators that meet it. */
export interface DemandAnswer {
  /** Output tokens per second in the busiest hour of the busiest month. */
  readonly peakTokPerSec: number;
  /** Mean of the busiest month. */
  readonly meanTokPerSec: number;
  /** Accelerators of the group that serve in the plan. */
  readonly installed: number;
  readonly deployment: Answer<Deployment>;
}

/**
 * Fewest accelerators for what a rack group serves: `replicas = ceil(peak / throughput of
 * a replica)`, peak the mean of the busiest month times the peak to average ratio.
 * Failures and spares come on top.
 *
 * @returns null while the group serves nothing
 */
export function answerDemand(stages: StageResults, serving: GroupServing): DemandAnswer | null {
  const months = stages.lifecycle.groups.find(({ key }) => key === serving.record.key);
  const group = stages.groups.find(({ record }) => record.key === serving.record.key);
  const most = Math.max(0, ...(months?.outputMtok ?? []));
  if (group === undefined || most <= 0) return null;
  const meanTokPerSec = (most * 1e6) / secondsPerMonth;
  const peakTokPerSec = meanTokPerSec * stages.inputs.demand.values.peakToAverage;
  const points = [
    ...(serving.free.ok ? serving.free.value.points : []),
    ...(serving.chosen.ok ? [serving.chosen.value] : []),
  ];
  return {
    peakTokPerSec, meanTokPerSec, installed: group.servingAccelerators,
    deployment: serving.free.ok
      ? solveServiceLevel(points, serving.request.limits, peakTokPerSec) : serving.free,
  };
}

/** Shares of the demand at which deployments are shown. */
export const demandShares: readonly number[] = [1, 0.75, 0.5, 0.25, 0.1];

/** How one way of serving follows a falling demand. */
export interface LoadResponse {
  readonly mode: ServingMode;
  /** Whether replicas that are not needed sleep. */
  readonly scaled: boolean;
  readonly deployment: Answer<Deployment>;
  /** One entry per share of `demandShares`; empty when nothing can be deployed. */
  readonly loads: readonly Answer<PartialLoad>[];
}

const ways: readonly (readonly [ServingMode, boolean])[] = [['agg', false], ['agg', true],
  ['disagg', true]];

/**
 * Aggregated serving with all replicas awake, with sleeping ones, and disaggregated
 * serving, each sized for the whole demand and then followed down. Takes two frontiers:
 * meant to run off the main thread.
 */
export function answerPartialLoad(
  request: ServingRequest, demandTokPerSec: number,
): readonly LoadResponse[] {
  const { fixed: _fixed, ...free } = request;
  const frontiers = { agg: computeFrontier({ ...free, mode: 'agg' }),
    disagg: computeFrontier({ ...free, mode: 'disagg' }) };
  return ways.map(([mode, scaled]) => {
    const frontier = frontiers[mode];
    const deployment = frontier.ok
      ? solveServiceLevel(frontier.value.points, request.limits, demandTokPerSec) : frontier;
    const loads = deployment.ok
      ? demandShares.map((share) => serveAtShare(free, deployment.value, share, scaled)) : [];
    return { mode, scaled, deployment, loads };
  });
}
