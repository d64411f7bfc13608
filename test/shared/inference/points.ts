import type { FrontierPoint } from '../../../shared/inference/types.ts';

/** A point of round numbers: 40 users at 50 tok/s each; `changes` replace any of them. */
export function pointOf(changes: Partial<FrontierPoint> = {}): FrontierPoint {
  return {
    mode: 'agg', framework: 'vllm', tp: 4, attentionDp: 1, ep: 1, concurrency: 40,
    speculativeDraft: 0, accelerators: 4, prefillAccelerators: null,
    decodeAccelerators: null, tokPerSecPerUser: 50, outputTokPerSecPerAccelerator: 20,
    totalTokPerSecPerAccelerator: 60, tpotMs: 20, ttftMsLow: 100, ttftMsHigh: 400,
    step: { weightsMs: 8, expertsMs: 0, kvMs: 4, computeMs: 2, communicationMs: 2,
      overheadMs: 2, prefillInterferenceMs: 2 },
    memory: { weightsGb: 30, kvGb: 8, reservedGb: 6, capacityGb: 80 },
    prefillShare: 0.2, source: 'modelled', expectedErrorPct: 15, nearestMeasurement: null,
    ...changes,
  };
}

/**
 * Overhead of an aggregated step without drafts, ms, less what its host adds: work on the
 * accelerators and host work beside it take the 4-norm of the two.
 */
export function ownOverhead(
  { step, concurrency, attentionDp }: FrontierPoint, hostPerSec: number,
): number {
  const total = step.weightsMs + step.expertsMs + step.kvMs + step.computeMs
    + step.communicationMs + step.overheadMs;
  const host = (1e3 * concurrency) / attentionDp / hostPerSec;
  return step.overheadMs - (total - (total ** 4 - host ** 4) ** 0.25);
}
