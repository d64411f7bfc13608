import { at } from '../numerics/at.ts';

/** Ranks are compared with this slack. */
const slack = 1e-12;

/**
 * Percentile of sorted values by the application's convention: linear between the values at
 * rank (n - 1) p (Hyndman & Fan type 7, Excel's PERCENTILE.INC). `p` is the share of results
 * below.
 * @example percentileOfSorted(Float64Array.of(1, 2, 3, 4), 0.3) // 1.9
 */
export function percentileOfSorted(sorted: ArrayLike<number>, p: number): number {
  return atRank(sorted, p * (sorted.length - 1));
}

/**
 * Percentile that leaves out the ends: rank (n + 1) p - 1 (type 6, Excel's PERCENTILE.EXC);
 * null outside 1 / (n + 1) to n / (n + 1).
 * @example percentileExcluding([1, 2, 3, 4], 0.1) // null
 */
export function percentileExcluding(sorted: ArrayLike<number>, p: number): number | null {
  const rank = p * (sorted.length + 1) - 1;
  const last = sorted.length - 1;
  if (!(rank >= -slack && rank <= last + slack)) return null;
  return atRank(sorted, Math.min(last, Math.max(0, rank)));
}

function atRank(sorted: ArrayLike<number>, rank: number): number {
  const below = Math.floor(rank);
  const low = at(sorted, below);
  return rank === below ? low : low + (rank - below) * (at(sorted, below + 1) - low);
}

/** Which way a percentile counts: share below it, or share that exceeds it. */
export type PercentileConvention = 'cumulative' | 'exceedance';

/**
 * The share below a percentile: energy lenders' P90 is exceeded with 90 %, so 10 % lie below.
 * @example shareBelow('exceedance', 0.9) // 0.1
 */
export const shareBelow = (convention: PercentileConvention, p: number): number =>
  convention === 'exceedance' ? 1 - p : p;
