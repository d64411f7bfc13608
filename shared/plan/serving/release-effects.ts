import type { FrontierPoint, ServingRequest } from '../../inference/types.ts';
import type { Resolved, ScenarioInputs, Values } from '../../project/resolve.ts';
import { moveThroughput } from './moves.ts';
import { answerServing, type GroupServing, type ServingContext } from './serving.ts';
import { softwareCap } from './size-groups.ts';

/**
 * What a release does to one group when it changes the engine itself, from the engine's
 * own prediction.
 */
export interface ReleaseEffect {
  readonly throughput: number;
  readonly ttft: number;
  /**
   * Most that software may bring over the point before the release, the changed engine's
   * roofline included.
   */
  readonly cap: number;
}

/** Effects by release key, then by group key; a release stated as a factor has none. */
export type ReleaseEffects = ReadonlyMap<string, ReadonlyMap<string, ReleaseEffect>>;

type EngineChange = Exclude<Values<'release'>['change'], 'factor'>;

/** Drafts of multi-token prediction as deployments of DeepSeek-R1 publish them. */
const usualDraft = 3;

/** The same question put to the engine after the release. */
export function changeEngine(request: ServingRequest, change: EngineChange): ServingRequest {
  const withMode = (mode: 'dwdp' | 'overlap' | 'expertBalancing'): ServingRequest =>
    ({ ...request, modes: { ...request.modes, [mode]: true } });
  switch (change) {
    case 'dwdp': return withMode('dwdp');
    case 'overlap': return withMode('overlap');
    case 'balancing': return withMode('expertBalancing');
    case 'speculation':
      return { ...request, speculativeDraft: Math.max(request.speculativeDraft, usualDraft) };
    case 'disagg': return { ...request, mode: 'auto' };
    default: return change satisfies never;
  }
}

const effectOf = (
  before: FrontierPoint, after: FrontierPoint, request: ServingRequest,
): ReleaseEffect => {
  const throughput = after.outputTokPerSecPerAccelerator / before.outputTokPerSecPerAccelerator;
  return { throughput, ttft: after.ttftMsHigh / before.ttftMsHigh,
    cap: throughput * softwareCap(request, after) };
};

/**
 * Asks the engine what each release in use that changes it does to each group: the
 * serving point chosen after the change over the one chosen before, at the same service
 * level. Without a point on either side the release does nothing to the group.
 * @param context as for the frontiers before the change
 * @param factorOf on the throughput of a group's points, before the change and after it
 */
export function releaseEffects(
  inputs: ScenarioInputs, servings: readonly GroupServing[], context: ServingContext,
  factorOf: (group: Resolved<'rackGroup'>) => number,
): ReleaseEffects {
  return new Map(inputs.release.flatMap(({ key, values: { change, inUse } }) => {
    if (change === 'factor' || !inUse) return [];
    return [[key, new Map(servings.flatMap(({ record, request, chosen }) => {
      const changed = changeEngine(request, change);
      const { chosen: after } = chosen.ok
        ? moveThroughput(answerServing(context, changed), factorOf(record)) : { chosen };
      return chosen.ok && after.ok ? [
        [record.key, effectOf(chosen.value, after.value, changed)] as const,
      ] : [];
    }))] as const];
  }));
}
