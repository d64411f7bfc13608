import { at, cell } from '../numerics/at.ts';
import { invert, type Matrix } from '../numerics/matrix.ts';
import { correlationsOf, ranksOf } from '../statistics/ranks.ts';

/** How strongly each input goes with an output; null where an input does not vary. */
export interface RankDrivers {
  readonly pearson: readonly (number | null)[];
  readonly spearman: readonly (number | null)[];
  /** Partial rank correlation: with the effect of the other inputs taken out. */
  readonly prcc: readonly (number | null)[];
  /** Standardised regression coefficients, and the share of variance they explain. */
  readonly src: readonly (number | null)[];
  readonly rSquared: number | null;
}

/** Columns of stored runs: typed arrays or plain ones. */
export type Columns = readonly ArrayLike<number>[];

/**
 * Whether a column holds more than one value.
 * @example varies([1, 1, 1]) // false
 */
export function varies(column: ArrayLike<number>): boolean {
  for (let k = 1; k < column.length; k += 1) if (column[k] !== column[0]) return true;
  return false;
}

/**
 * Partial correlations of the last column with each other one, by the inverse of their matrix;
 * null where the columns determine one another.
 * @example partialOfLast([[1, 0, 0.6], [0, 1, 0.6], [0.6, 0.6, 1]])?.[0] // 0.75
 */
export function partialOfLast(correlations: Matrix): readonly number[] | null {
  const inverse = tryInvert(correlations);
  if (inverse === null) return null;
  const last = correlations.length - 1;
  return correlations.slice(0, last).map((_, i) => -cell(inverse, i, last)
    / Math.sqrt(cell(inverse, i, i) * cell(inverse, last, last)));
}

function tryInvert(matrix: Matrix): Matrix | null {
  try {
    return invert(matrix);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * Correlations and regression of an output on its inputs from stored runs; ties share their
 * mean rank.
 * @param inputs one column per input
 * @source Saltelli et al., Sensitivity Analysis (2000), ch. 6
 * @throws RangeError where columns differ in length or hold fewer than two runs
 * @example rankDrivers([[1, 2, 3, 4]], [1, 8, 27, 64]).spearman // [1]
 */
export function rankDrivers(inputs: Columns, output: ArrayLike<number>): RankDrivers {
  if (output.length < 2 || inputs.some((column) => column.length !== output.length))
    throw new RangeError('the columns must pair up, two runs or more');
  const moving = inputs.flatMap((column, k) => (varies(column) ? [k] : []));
  const spread = (row: readonly number[] | null): readonly (number | null)[] =>
    inputs.map((_, k) => {
      const place = moving.indexOf(k);
      return row === null || place < 0 ? null : at(row, place);
    });
  const none = spread(null);
  if (moving.length === 0 || !varies(output))
    return { pearson: none, spearman: none, prcc: none, src: none, rSquared: null };
  const columns = [...moving.map((k) => inputs[k] ?? []), output];
  const plain = correlationsOf(columns);
  const ranked = correlationsOf(columns.map(ranksOf));
  const last = moving.length;
  const withOutput = (matrix: Matrix): number[] =>
    moving.map((_, k) => cell(matrix, k, last));
  const inverse = tryInvert(plain.slice(0, last).map((row) => row.slice(0, last)));
  const own = withOutput(plain);
  const src = inverse?.map((row) =>
    row.reduce((sum, value, k) => sum + value * at(own, k), 0)) ?? null;
  return {
    pearson: spread(own), spearman: spread(withOutput(ranked)),
    prcc: spread(partialOfLast(ranked)), src: spread(src),
    rSquared: src?.reduce((sum, value, k) => sum + value * at(own, k), 0) ?? null,
  };
}
