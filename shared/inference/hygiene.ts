import type { Sample } from './calibration/sample.ts';
import { countKernels } from './decode.ts';
import type { EngineConstants } from './constants.ts';
import { rooflineOfSample } from './roofline.ts';

/**
 * Means of different requests differ a little from one another; beyond this a row
 * contradicts itself.
 */
const CONSISTENT_WITHIN = 1.15;
/** Kernels launched one by one from Python take longer than this each, microseconds. */
const LAUNCHED_ONE_BY_ONE_US = 20;
/** And at least so many times what a captured kernel takes on this accelerator. */
const TIMES_A_KERNEL = 3.5;
/** Share of a step the hardware must leave idle before launches can be what it waits for. */
const MOSTLY_IDLE = 0.25;
/** Days in which software of a new model may be this slow for other reasons. */
const YOUNG_DAYS = 60;

/** Why a measured row cannot be what it says: faster than the hardware, or more than it has users for. */
export interface Impossibility {
  readonly kind: 'above-roofline' | 'beyond-users';
  readonly text: string;
}

/** Why a measured row cannot be what it says on this hardware or in itself, or null. */
export function impossibility(sample: Sample): Impossibility | null {
  const { concurrency, outputTokPerSecPerAccelerator: output } = sample.point;
  const { tpotMs } = sample;
  const bound = rooflineOfSample(sample);
  if (output > bound.outputTokPerSecPerAccelerator) {
    return { kind: 'above-roofline',
      text: `${output.toFixed(0)} tok/s per accelerator is above the roofline of `
        + `${bound.outputTokPerSecPerAccelerator.toFixed(0)} for this model, precision and load` };
  }
  if (tpotMs === null) return null;
  if (1e3 / tpotMs > bound.tokPerSecPerUser) {
    const least = (1e3 / bound.tokPerSecPerUser).toFixed(2);
    return { kind: 'above-roofline',
      text: `${tpotMs} ms per token is below the roofline of ${least} ms` };
  }
  const most = (concurrency * 1e3) / tpotMs / sample.accelerators;
  return output <= most * CONSISTENT_WITHIN ? null : { kind: 'beyond-users',
    text: `${output.toFixed(0)} tok/s per accelerator is more than ${concurrency} users at `
      + `${tpotMs} ms per token give` };
}

/**
 * Whether a row was run without captured graphs: its step takes longer than launching every
 * kernel one by one would, while the hardware has little to do. Such rows say nothing of an
 * engine as it is operated.
 */
export function isLaunchedOneByOne(sample: Sample, constants: EngineConstants): boolean {
  const { tpotMs, age, traffic, point } = sample;
  if (tpotMs === null || traffic.draft > 0 || point.mode === 'disagg') return false;
  if (age !== null && age < YOUNG_DAYS) return false;
  const perKernel = (tpotMs * 1e3) / countKernels(sample.shape, constants);
  const needed = rooflineOfSample(sample).loadedTpot * 1e3;
  const launch = Math.max(LAUNCHED_ONE_BY_ONE_US, TIMES_A_KERNEL * constants.kernelUs);
  return perKernel > launch && needed < tpotMs * MOSTLY_IDLE;
}
