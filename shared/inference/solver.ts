import { ok } from '../units/result.ts';
import { choosePoint, meetsLimits } from './frontier.ts';
import { refuseWith } from './refusal.ts';
import type { Answer, FrontierPoint, ServiceLimits } from './types.ts';

/** "n replicas of TPxEP" that serve a demand at a service level. */
export interface Deployment {
  readonly point: FrontierPoint;
  readonly replicas: number;
  readonly accelerators: number;
  /** Demand over what the replicas can serve, 0..1. */
  readonly load: number;
}

/** Output tokens per second of one replica at a point. */
export const replicaTokPerSec = (point: FrontierPoint): number =>
  point.outputTokPerSecPerAccelerator * point.accelerators;

/**
 * Fewest accelerators that serve a demand: `n = ceil(demand / replica)` replicas of each
 * point that meets the limits, the point of least `n x accelerators`; of equals the one
 * that is faster per user.
 *
 * @param demandTokPerSec output tokens per second, > 0
 * @param points a frontier
 * @returns the deployment, or why no point will do
 * @example solveServiceLevel(points, limits, 1e6).value.replicas // whole replicas of one point
 */
export function solveServiceLevel(
  points: readonly FrontierPoint[], limits: ServiceLimits, demandTokPerSec: number,
): Answer<Deployment> {
  if (!(Number.isFinite(demandTokPerSec) && demandTokPerSec > 0)) {
    return refuseWith('bad-value', 'demand', {
      value: demandTokPerSec, limit: 0, unit: 'tok/s', fix: 'Enter a demand above 0.',
    });
  }
  let best: Deployment | null = null;
  for (const point of points) {
    if (!meetsLimits(point, limits)) continue;
    const replicas = Math.ceil(demandTokPerSec / replicaTokPerSec(point));
    const accelerators = replicas * point.accelerators;
    if (best !== null && (accelerators > best.accelerators
      || (accelerators === best.accelerators
        && point.tokPerSecPerUser <= best.point.tokPerSecPerUser))) continue;
    best = { point, replicas, accelerators,
      load: demandTokPerSec / (replicas * replicaTokPerSec(point)) };
  }
  if (best !== null) return ok(best);
  const refused = choosePoint(points, limits);
  return refused.ok ? refuseWith('no-point-meets-limits', 'an empty frontier') : refused;
}
