import { fromPearson } from '../correlation/relations.ts';
import { at, cell } from '../numerics/at.ts';
import { cholesky, type Matrix } from '../numerics/matrix.ts';
import { partialOfLast } from './regression.ts';
import { shapleyValues } from './shapley.ts';

/** Sensitivities of a linear model of normal inputs, exactly. */
export interface LinearSensitivity {
  readonly variance: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
  readonly shapley: readonly number[];
  readonly pearson: readonly number[];
  readonly spearman: readonly number[];
  readonly src: readonly number[];
  readonly prcc: readonly number[] | null;
}

/**
 * Closed forms for y = sum of coefficient times input, inputs normal and perhaps correlated.
 * @source Owen & Prieur (2017); Iooss & Prieur, Int. J. Uncertainty Quantification 9 (2019);
 *   Spearman by Kruskal (1958)
 * @throws RangeError where the output does not vary or the correlations cannot be
 * @example linearSensitivity([3, 4], [1, 1], [[1, 0], [0, 1]]).first // [0.36, 0.64]
 */
export function linearSensitivity(
  coefficients: readonly number[], sds: readonly number[], correlations: Matrix,
): LinearSensitivity {
  const weights = coefficients.map((c, k) => c * at(sds, k));
  const covariance = correlations.map((row) =>
    row.reduce((sum, rho, k) => sum + rho * at(weights, k), 0));
  const variance = covariance.reduce((sum, value, k) => sum + value * at(weights, k), 0);
  if (!(variance > 0)) throw new RangeError('the output does not vary');
  const sd = Math.sqrt(variance);
  const pearson = covariance.map((value) => value / sd);
  const joint = [...correlations.map((row, k) => [...row, at(pearson, k)]), [...pearson, 1]];
  /** Share of variance known from inputs in some order, one after the other. */
  const known = (inputs: readonly number[]): number => {
    const order = [...inputs, coefficients.length];
    const lower = cholesky(order.map((i) => order.map((j) => cell(joint, i, j))));
    if (lower === null) throw new RangeError('the correlation matrix has a negative eigenvalue');
    return (lower.at(-1) ?? []).slice(0, -1).reduce((sum, value) => sum + value * value, 0);
  };
  const all = coefficients.map((_, k) => k);
  const ranked = joint.map((row, i) => row.map((rho, j) =>
    (i === j ? 1 : fromPearson('spearman', Math.max(-1, Math.min(1, rho))))));
  return {
    variance, pearson,
    first: pearson.map((rho) => rho ** 2),
    total: all.map((k) => Math.max(0, 1 - known(all.filter((other) => other !== k)))),
    shapley: shapleyValues(all.length, (set) =>
      known(all.filter((k) => ((set >>> k) & 1) === 1))),
    spearman: pearson.map((rho) => fromPearson('spearman', Math.max(-1, Math.min(1, rho)))),
    src: weights.map((weight) => weight / sd),
    prcc: partialOfLast(ranked),
  };
}
