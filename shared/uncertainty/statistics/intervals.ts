import { studentQuantile, binomialCdf } from '../numerics/beta.ts';
import { normalQuantile } from '../numerics/normal.ts';
import { meanAndSquares } from './summary.ts';

/** Cumulative probabilities are compared with this slack. */
const slack = 1e-12;

/** Order statistics that hold a percentile, counted from 1; null where none will do. */
export interface PercentileRanks {
  readonly lowerRank: number | null;
  readonly upperRank: number | null;
  /** Probability that they hold it. */
  readonly coverage: number;
}

/**
 * Ranks of the results between which a percentile lies, whatever the law of the results.
 * @source Conover, Practical Nonparametric Statistics, 3rd ed. (1999), sec. 3.2
 * @throws RangeError for a count or share that is none
 * @example percentileRanks(10, 0.5, 0.95) // { lowerRank: 2, upperRank: 9, coverage: 0.978515625 }
 */
export function percentileRanks(n: number, p: number, confidence: number): PercentileRanks {
  if (!(Number.isInteger(n) && n >= 1)) throw new RangeError(`${n} is no number of results`);
  if (!(p > 0 && p < 1)) throw new RangeError(`the share ${p} lies outside 0 to 1`);
  requireConfidence(confidence);
  const tail = (1 - confidence) / 2 + slack;
  // The largest l with P(B <= l - 1) in the tail, and the smallest u with P(B >= u) in it.
  const lower = lastWhere(n, (l) => binomialCdf(l - 1, n, p) <= tail);
  const upper = n + 1 - lastWhere(n, (l) => 1 - binomialCdf(n - l, n, p) <= tail);
  const [lowerRank, upperRank] = [lower < 1 ? null : lower, upper > n ? null : upper];
  const below = upperRank === null ? 1 : binomialCdf(upperRank - 1, n, p);
  return { lowerRank, upperRank,
    coverage: below - (lowerRank === null ? 0 : binomialCdf(lowerRank - 1, n, p)) };
}

/** Largest of 1..n for which something holds that stops holding once; 0 where it never does. */
function lastWhere(n: number, holds: (k: number) => boolean): number {
  let [low, high] = [0, n + 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function requireConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`the confidence ${confidence} lies outside 0 to 1`);
}

/** A mean with its standard error and interval; null what one result cannot tell. */
export interface MeanInterval {
  readonly mean: number;
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Interval of a mean: by the normal law for many runs, by Student's for few pairs.
 * @throws RangeError without values
 * @example meanInterval([1, 2, 3], 0.95, 'normal').standardError // 0.5773502692
 */
export function meanInterval(
  values: readonly number[], confidence: number, law: 'normal' | 'student',
): MeanInterval {
  requireConfidence(confidence);
  const n = values.length;
  if (n === 0) throw new RangeError('there are no values');
  const { mean, squares } = meanAndSquares(values);
  if (n === 1) return { mean, standardError: null, lower: null, upper: null };
  const standardError = Math.sqrt(squares / (n - 1) / n);
  const p = (1 + confidence) / 2;
  const half = standardError * (law === 'normal' ? normalQuantile(p) : studentQuantile(p, n - 1));
  return { mean, standardError, lower: mean - half, upper: mean + half };
}

/** Count, mean and sum of squared deviations from that mean. */
export interface MomentPart {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

/**
 * Moments of all parts together, without their values.
 * @source Chan, Golub & LeVeque, The American Statistician 37 (1983)
 * @example mergeMoments([{ n: 1, mean: 1, m2: 0 }, { n: 1, mean: 3, m2: 0 }]) // { n: 2, mean: 2, m2: 2 }
 */
export function mergeMoments(parts: readonly MomentPart[]): MomentPart {
  return parts.reduce((all, part) => {
    const n = all.n + part.n;
    if (n === 0) return all;
    const off = part.mean - all.mean;
    return { n, mean: all.mean + (off * part.n) / n,
      m2: all.m2 + part.m2 + (off * off * all.n * part.n) / n };
  }, { n: 0, mean: 0, m2: 0 });
}
