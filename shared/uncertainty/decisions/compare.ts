import { normalCdf } from '../numerics/normal.ts';
import { at } from '../numerics/at.ts';
import { meanInterval, type MeanInterval } from '../statistics/intervals.ts';

export interface NormalResult {
  readonly mean: number;
  readonly sd: number;
}

export interface Beats {
  /** Probability that A comes out above B. */
  readonly probability: number;
  readonly meanDifference: number;
  readonly sdDifference: number;
  /** Variance of the difference with draws of their own over that with the same draws. */
  readonly varianceRatio: number | null;
}

/**
 * How A compares with B, both normal and correlated.
 * @throws RangeError for a correlation outside -1 to 1 or a deviation below 0
 * @example probabilityBeats({ mean: 1, sd: 1 }, { mean: 1, sd: 2 }, 0).probability // 0.5
 */
export function probabilityBeats(a: NormalResult, b: NormalResult, correlation: number): Beats {
  if (!(correlation >= -1 && correlation <= 1))
    throw new RangeError(`the correlation ${correlation} lies outside -1 to 1`);
  if (!(a.sd >= 0 && b.sd >= 0)) throw new RangeError('a standard deviation is below 0');
  const meanDifference = a.mean - b.mean;
  const apart = a.sd ** 2 + b.sd ** 2;
  const together = Math.max(0, apart - 2 * correlation * a.sd * b.sd);
  const sdDifference = Math.sqrt(together);
  return {
    probability: together > 0 ? normalCdf(meanDifference / sdDifference)
      : meanDifference > 0 ? 1 : 0,
    meanDifference, sdDifference,
    varianceRatio: together > 0 ? apart / together : null,
  };
}

export interface PairedComparison extends MeanInterval {
  readonly shareABetter: number;
  readonly shareTied: number;
  /** Standard deviation of the difference; null for one pair. */
  readonly sd: number | null;
}

/**
 * A against B run by run with the same draws: mean difference with Student's interval.
 * @source Law, Simulation Modeling and Analysis, 5th ed. (2015), sec. 10.2.1
 * @throws RangeError unless the runs pair up
 * @example comparePairs([2, 3], [1, 3], 0.95).shareABetter // 0.5
 */
export function comparePairs(
  a: readonly number[], b: readonly number[], confidence: number,
): PairedComparison {
  if (a.length !== b.length) throw new RangeError('the runs of A and B must pair up');
  const differences = a.map((value, k) => value - at(b, k));
  const interval = meanInterval(differences, confidence, 'student');
  const share = (holds: (difference: number) => boolean): number =>
    differences.filter(holds).length / differences.length;
  return { ...interval, shareABetter: share((d) => d > 0), shareTied: share((d) => d === 0),
    sd: interval.standardError === null ? null
      : interval.standardError * Math.sqrt(differences.length) };
}
