import { at } from '../numerics/at.ts';
import { normalQuantile } from '../numerics/normal.ts';
import { percentileOfSorted } from './percentile.ts';
import { shortfallOfSorted } from './shortfall.ts';

/** Percentiles of a summary: share of results below each. */
export const summaryShares = { p5: 0.05, p10: 0.1, p50: 0.5, p90: 0.9, p95: 0.95 } as const;

export type SummaryShare = keyof typeof summaryShares;

/**
 * A column of results in figures. Whatever cannot be computed is null: everything of no
 * results, the deviation and standard errors of one.
 */
export interface Summary {
  /** Results there are, and runs without one. */
  readonly n: number;
  readonly absent: number;
  /** Runs whose result lies beyond every number, such as a payback that never comes. */
  readonly beyond?: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly p5: number | null;
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  /** Mean of the smallest and of the largest 5 % of results. */
  readonly cvar5: { readonly lower: number | null; readonly upper: number | null };
  /**
   * Standard errors as of independent runs; stratified and Sobol' runs err less. Null for a
   * percentile whose interval reaches past the results.
   */
  readonly standardErrors: { readonly mean: number | null }
    & { readonly [share in SummaryShare]: number | null };
}

/** Mean and sum of squared deviations, in the order of the values. */
export function meanAndSquares(
  values: ArrayLike<number>,
): { readonly mean: number; readonly squares: number } {
  let sum = 0;
  for (let k = 0; k < values.length; k += 1) sum += at(values, k);
  const mean = sum / values.length;
  let [squares, rest] = [0, 0];
  for (let k = 0; k < values.length; k += 1) {
    const off = at(values, k) - mean;
    squares += off * off;
    rest += off;
  }
  // The second pass takes out what rounding left in the mean (Chan, Golub & LeVeque 1983).
  return { mean: mean + rest / values.length,
    squares: squares - (rest * rest) / values.length };
}

/** Results there are, in the order of the runs; NaN stands for a run without one. */
export function present(values: Float64Array): Float64Array {
  let count = 0;
  for (const value of values) if (!Number.isNaN(value)) count += 1;
  if (count === values.length) return values;
  return values.filter((value) => !Number.isNaN(value));
}

const wide = normalQuantile(0.975);

/**
 * Standard error of a percentile from the order statistics that hold it with 95 %: half their
 * distance over 1.96. Null where those ranks lie outside the results.
 * @source Conover, Practical Nonparametric Statistics, 3rd ed. (1999), sec. 3.2
 * @example percentileError(Float64Array.from({ length: 100 }, (_, k) => k), 0.5) // 5
 */
export function percentileError(sorted: Float64Array, p: number): number | null {
  const n = sorted.length;
  const spread = wide * Math.sqrt(n * p * (1 - p));
  const [low, high] = [n * p - spread - 0.5, n * p + spread - 0.5];
  if (!(low >= 0 && high <= n - 1)) return null;
  return (percentileOfSorted(sorted, high / (n - 1))
    - percentileOfSorted(sorted, low / (n - 1))) / (2 * wide);
}

const nothing = (absent: number): Summary => ({
  n: 0, absent, mean: null, sd: null, p5: null, p10: null, p50: null, p90: null, p95: null,
  cvar5: { lower: null, upper: null },
  standardErrors: { mean: null, p5: null, p10: null, p50: null, p90: null, p95: null },
});

/**
 * Summary of a column of results in the order of the runs, so that the same runs give the
 * same bits however they were computed.
 * @param values NaN for a run without a result
 * @example summarise(Float64Array.of(1, 2, 3, NaN)).mean // 2
 */
export function summarise(values: Float64Array): Summary {
  const there = present(values);
  const n = there.length;
  const absent = values.length - n;
  if (n === 0) return nothing(absent);
  const sorted = Float64Array.from(there).sort();
  const { mean, squares } = meanAndSquares(there);
  const sd = n > 1 ? Math.sqrt(Math.max(0, squares) / (n - 1)) : null;
  const of = (find: (p: number) => number | null): Record<SummaryShare, number | null> => ({
    p5: find(0.05), p10: find(0.1), p50: find(0.5), p90: find(0.9), p95: find(0.95) });
  return {
    n, absent, mean, sd,
    ...of((p) => percentileOfSorted(sorted, p)),
    cvar5: { lower: shortfallOfSorted(sorted, 0.95, 'lower').cvar,
      upper: shortfallOfSorted(sorted, 0.95, 'upper').cvar },
    standardErrors: { mean: sd === null ? null : sd / Math.sqrt(n),
      ...of((p) => percentileError(sorted, p)) },
  };
}

/**
 * The same where some of the runs without a number lie beyond every number: percentiles are of
 * all of them, null where one lies beyond, and a mean there is none.
 * @param beyond how many of the runs without a number those are
 * @example summariseBeyond(Float64Array.of(1, 2, NaN), 1).p50 // 2
 */
export function summariseBeyond(values: Float64Array, beyond: number): Summary {
  const found = summarise(values);
  if (beyond === 0) return found;
  const sorted = Float64Array.from(
    [...present(values), ...Array.from({ length: beyond }, () => Infinity)]).sort();
  const finite = (p: number): number | null => {
    const value = percentileOfSorted(sorted, p);
    return Number.isFinite(value) ? value : null;
  };
  return { ...found, beyond, absent: found.absent - beyond, mean: null, sd: null,
    p5: finite(0.05), p10: finite(0.1), p50: finite(0.5), p90: finite(0.9), p95: finite(0.95),
    cvar5: { lower: null, upper: null },
    standardErrors: { mean: null, p5: null, p10: null, p50: null, p90: null, p95: null } };
}
