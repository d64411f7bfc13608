import type { LoopResult } from '../serving.ts';
import { emptyLoop } from '../serving.ts';
import { composeConstants } from '../parameters.ts';
import type { Fit } from './fit.ts';
import { fitConstants } from './fit.ts';
import type { PhaseSample } from './phase.ts';
import type { Sample } from './sample.ts';
import { runSample, throughputOf } from './sample.ts';

/** What a sample was predicted to give, over what was measured. */
export interface Outcome {
  readonly sample: Sample;
  readonly throughputRatio: number;
  readonly tpotRatio: number | null;
  readonly ttftRatio: number | null;
}

const scratch: LoopResult = emptyLoop();

/** Predictions of samples by a fit. */
export function predictSamples(
  samples: readonly Sample[], { constants }: Pick<Fit, 'constants'>,
): readonly Outcome[] {
  return samples.map((sample) => {
    runSample(sample, composeConstants(constants, sample.family, sample.backend), scratch);
    const { outputTokPerSecPerAccelerator, tpotMeanMs, ttftMeanMs } = sample.point;
    return {
      sample, throughputRatio: throughputOf(sample, scratch) / outputTokPerSecPerAccelerator,
      tpotRatio: tpotMeanMs === null ? null : (scratch.tpot * 1e3) / tpotMeanMs,
      ttftRatio: ttftMeanMs === null ? null : (scratch.ttft * 1e3) / ttftMeanMs,
    };
  });
}

/**
 * Predicts every sample by a fit that has not seen its group.
 * @param groupOf names the group a sample is left out with: an accelerator, a model, a
 *   fold of rows; null for one that stays in every fit and is not predicted
 * @param phases rates of one phase, which stay in every fit
 */
export function leaveOut(
  samples: readonly Sample[], groupOf: (sample: Sample) => string | null, whole: Fit,
  phases: readonly PhaseSample[] = [],
): readonly Outcome[] {
  const groups = [...new Set(samples.flatMap((sample) => groupOf(sample) ?? []))];
  return groups.flatMap((group) => {
    const rest = samples.filter((sample) => groupOf(sample) !== group);
    return predictSamples(samples.filter((sample) => groupOf(sample) === group),
      fitConstants(rest, whole, phases));
  });
}
