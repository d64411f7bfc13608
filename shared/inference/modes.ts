import type { EngineConstants } from './constants.ts';
import type { Layout, StepSeconds } from './decode.ts';
import { decodeStep, emptyStep } from './decode.ts';
import { fitLogCurve, readLogCurve } from './interpolate.ts';
import type { Machine } from './machine.ts';
import type { ModelShape } from './shape.ts';
import type { EngineModes } from './types.ts';

/** Redundant experts placed by load leave about a quarter of the random imbalance. */
const BALANCED_SHARE = 0.25;

/** The constants an engine runs with when modes are on. */
export function applyModes(constants: EngineConstants, modes: EngineModes): EngineConstants {
  return modes.expertBalancing === true
    ? {
      ...constants, imbalanceZ: constants.imbalanceZ * BALANCED_SHARE,
      expertSkew: constants.expertSkew * BALANCED_SHARE,
    } : constants;
}

const half: StepSeconds = emptyStep();

/**
 * A decode step with two half batches whose communication hides behind one another's
 * work, where that is shorter: `2 max(work(C/2), comm(C/2))` against `work(C) + comm(C)`.
 * Weights are then read twice.
 *
 * @param out receives seconds by cause
 */
export function overlappedStep(
  shape: ModelShape, machine: Machine, k: EngineConstants, layout: Layout,
  sequences: number, q: number, context: number, out: StepSeconds,
): void {
  decodeStep(shape, machine, k, layout, sequences, q, context, out);
  decodeStep(shape, machine, k, layout, sequences / 2, q, context, half);
  const work = half.total - half.communication;
  // The step's own overhead is paid once; only kernels are launched for each half.
  const total = 2 * Math.max(work, half.communication) - k.stepMs * 1e-3;
  if (total >= out.total) return;
  out.weights = 2 * half.weights;
  out.experts = 2 * half.experts;
  out.kv = 2 * half.kv;
  out.compute = 2 * half.compute;
  out.overhead = 2 * half.overhead - k.stepMs * 1e-3;
  out.communication = total - (out.weights + out.experts + out.kv + out.compute + out.overhead);
  out.total = total;
}

/**
 * Time of a context layer with distributed weights over that with exchanged tokens:
 * 1,131.6 / 1,319.9 us (DeepSeek-R1 NVFP4 on four GB200; TensorRT-LLM tech blog 19, arXiv
 * 2604.01621).
 */
const DISTRIBUTED_WEIGHTS_PREFILL = 1131.6 / 1319.9;

/**
 * TTFT with over without distributed weights at a speed per user, tok/s; same source, 8k
 * in, 1k out.
 */
const distributedWeightsTtft = fitLogCurve([
  [25, 8314 / 2538], [45, 7012 / 1919], [65, 1640 / 965], [85, 2280 / 1669], [175, 660 / 494],
]);

/**
 * Whether prefill workers of a layout can fetch experts instead of exchanging tokens: in
 * one domain.
 */
function canDistribute(shape: ModelShape, machine: Machine, { t, d }: Layout): boolean {
  return shape.moeLayers > 0 && d > 1 && t * d <= machine.scaleUp.domain;
}

/** Factor on a prefill worker's time per prompt. */
export function prefillFactor(
  modes: EngineModes, shape: ModelShape, machine: Machine, layout: Layout,
): number {
  return modes.dwdp === true
    && canDistribute(shape, machine, layout) ? DISTRIBUTED_WEIGHTS_PREFILL : 1;
}

/**
 * Factor on TTFT that distributed weights cost: each prompt stays on one accelerator and
 * queues longer.
 */
export function ttftFactor(
  modes: EngineModes, shape: ModelShape, machine: Machine, prefill: Layout,
  tokPerSecPerUser: number,
): number {
  return modes.dwdp === true && canDistribute(shape, machine, prefill)
    ? readLogCurve(distributedWeightsTtft, tokPerSecPerUser) : 1;
}
