import { scaleStep } from './point.ts';
import type { Roofline } from './roofline.ts';
import type { FrontierPoint } from './types.ts';

/** What a software release does to a point, against the software it was predicted or measured with. */
export interface ReleaseEffect {
  /** Throughput at the same concurrency, > 0. */
  readonly throughputMultiplier: number;
  readonly ttftMultiplier: number;
}

export interface ReleasedPoint {
  readonly point: FrontierPoint;
  /** The multiplier that was reached. */
  readonly throughputMultiplier: number;
  /** True when the hardware's roofline cut the multiplier short. */
  readonly capped: boolean;
}

/**
 * A point after a release: throughput and speed per user rise together, up to the roofline.
 *
 * @param effect multipliers, > 0; below one is a loss and never capped
 * @throws RangeError when a multiplier is not above zero
 * @example applyRelease(point, effect, roofline).throughputMultiplier // 1.2 when effect asks for 1.2
 */
export function applyRelease(
  point: FrontierPoint, effect: ReleaseEffect, roofline: Roofline,
): ReleasedPoint {
  const { throughputMultiplier: wanted, ttftMultiplier } = effect;
  if (!(wanted > 0) || !(ttftMultiplier > 0)) throw new RangeError('release multipliers must be above 0');
  const room = Math.max(1, Math.min(
    roofline.outputTokPerSecPerAccelerator / point.outputTokPerSecPerAccelerator,
    roofline.tokPerSecPerUser / point.tokPerSecPerUser));
  const factor = Math.min(wanted, room);
  return {
    point: {
      ...point, tokPerSecPerUser: point.tokPerSecPerUser * factor,
      outputTokPerSecPerAccelerator: point.outputTokPerSecPerAccelerator * factor,
      totalTokPerSecPerAccelerator: point.totalTokPerSecPerAccelerator * factor,
      tpotMs: point.tpotMs / factor, step: scaleStep(point.step, 1 / factor),
      ttftMsLow: point.ttftMsLow * ttftMultiplier, ttftMsHigh: point.ttftMsHigh * ttftMultiplier,
    },
    throughputMultiplier: factor, capped: factor < wanted,
  };
}
