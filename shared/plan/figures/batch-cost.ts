import { meetsLimits } from '../../inference/frontier.ts';
import type { FrontierPoint, ServiceLimits } from '../../inference/types.ts';
import type { GroupMonths } from '../../lifecycle/types.ts';
import type { Figure } from '../../units/figure.ts';
import type { GroupServing } from '../serving/serving.ts';
import { usdPerMtok } from './crossover.ts';
import { explainAbsent } from './notices.ts';

/** What serving at one point of the frontier costs with the plan's own money. */
export interface BatchPoint {
  readonly point: FrontierPoint;
  /** Sequences in flight in an instance over all its accelerators. */
  readonly usersPerAccelerator: number;
  /** USD per million tokens, input and output; null without a cost. */
  readonly costPerMTokUsd: number | null;
  readonly withinLimits: boolean;
}

/** Users in flight against cost, along the frontier of a rack group. */
export interface BatchCost {
  readonly limits: ServiceLimits;
  /** From the fewest users in flight per accelerator. */
  readonly points: readonly BatchPoint[];
  readonly chosen: BatchPoint | null;
  /** The plan's cost per accelerator-hour in service, USD. */
  readonly hourlyUsd: number | null;
  /**
   * Tokens the group serves over what its accelerators would serve at the chosen point in
   * every hour in service. Releases may bring it above 1.
   */
  readonly use: number | null;
  /** Why there is no cost, or nothing to draw at all; empty where there is. */
  readonly reason: string;
}

/** What the months say of a group, as far as its use goes. */
type ServedMonths = Pick<GroupMonths, 'key' | 'inputMissMtok' | 'inputHitMtok' | 'outputMtok'
  | 'reservedAcceleratorHours'>;
interface Months {
  readonly lifecycle: { readonly groups: readonly ServedMonths[] };
}
type Served = Pick<GroupServing, 'record' | 'request' | 'free' | 'chosen'>;

const secondsPerHour = 3600;
const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/**
 * Cost of a million tokens at a use of capacity: `hourly 10^6 / (3600 throughput use)`.
 *
 * @param hourlyUsd all-in cost of one accelerator-hour, busy or idle
 * @param tokPerSec of one accelerator at full use, > 0
 * @param use share of the hours' tokens that are served, > 0
 * @example costAtUse(3.6, 2000, 0.5) // 1
 */
export const costAtUse = (hourlyUsd: number, tokPerSec: number, use: number): number =>
  usdPerMtok(hourlyUsd, tokPerSec * use);

/**
 * Tokens a group serves over the horizon over those of its chosen point in every hour in
 * service: demand, failures, downtime, power cap and releases together.
 * @returns null while it serves nothing
 */
export function shareOfPoint(
  { lifecycle }: Months, { record, chosen }: Pick<Served, 'record' | 'chosen'>,
): number | null {
  const months = lifecycle.groups.find(({ key }) => key === record.key);
  if (months === undefined || !chosen.ok) return null;
  const served = sum(months.inputMissMtok) + sum(months.inputHitMtok) + sum(months.outputMtok);
  const most = (sum(months.reservedAcceleratorHours) * secondsPerHour
    * chosen.value.totalTokPerSecPerAccelerator) / 1e6;
  return served > 0 && most > 0 ? served / most : null;
}

function whyNoCost(
  { free, chosen }: Served, hourly: Figure | undefined, use: number | null,
): string {
  const refused = free.ok ? chosen : free;
  if (!refused.ok) return `${refused.error.what}. ${refused.error.nearestFix}`;
  if (hourly?.absent !== undefined) return explainAbsent(hourly.absent);
  return use === null ? 'the group serves nothing' : '';
}

/**
 * How cost, speed per user and first token change with users in flight: the points of the
 * group's frontier at the plan's own cost per accelerator-hour and the group's own use of
 * its capacity, both held as they are. Weighted by the tokens of the groups, the chosen
 * points cost what a million tokens of the plan costs.
 *
 * @param hourly the figure `headline.costPerAcceleratorHourUsd`
 */
export function batchCost(
  months: Months, serving: Served, hourly: Figure | undefined,
): BatchCost {
  const { free, chosen, request: { limits } } = serving;
  const use = shareOfPoint(months, serving);
  const hourlyUsd = hourly?.value ?? null;
  const pointAt = (point: FrontierPoint): BatchPoint => ({
    point, usersPerAccelerator: point.concurrency / point.accelerators,
    costPerMTokUsd: hourlyUsd === null || use === null ? null
      : costAtUse(hourlyUsd, point.totalTokPerSecPerAccelerator, use),
    withinLimits: meetsLimits(point, limits),
  });
  return {
    limits, hourlyUsd, use, reason: whyNoCost(serving, hourly, use),
    points: (free.ok ? free.value.points : []).map(pointAt)
      .toSorted((a, b) => a.usersPerAccelerator - b.usersPerAccelerator),
    chosen: chosen.ok ? pointAt(chosen.value) : null,
  };
}
