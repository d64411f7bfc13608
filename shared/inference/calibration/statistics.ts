/** Errors of predictions against measurements. */
export interface ErrorStatistics {
  /** Median and 90th percentile of |predicted/measured - 1|, per cent. */
  readonly medianAbsPct: number;
  readonly p90AbsPct: number;
  /** Geometric mean of predicted/measured; 1 is unbiased. */
  readonly bias: number;
}

/**
 * Value at `share` of a sorted list, interpolated between neighbours as spreadsheets do; NaN
 * of none.
 * @example percentile([1, 2, 4], 0.75) // 3
 */
export function percentile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.ceil(position)] ?? low;
  return low + (high - low) * (position - below);
}

/**
 * Statistics of predicted/measured ratios, or null for none.
 * @param ratios positive, finite
 * @example summariseRatios([1, 1.1, 0.9])?.medianAbsPct.toFixed(1) // '10.0'
 */
export function summariseRatios(ratios: readonly number[]): ErrorStatistics | null {
  if (ratios.length === 0) return null;
  const errors = ratios.map((ratio) => Math.abs(ratio - 1) * 100).sort((a, b) => a - b);
  const logs = ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0);
  return {
    medianAbsPct: percentile(errors, 0.5), p90AbsPct: percentile(errors, 0.9),
    bias: Math.exp(logs / ratios.length),
  };
}
