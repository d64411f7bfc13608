import { toPearson } from '../correlation/relations.ts';
import { at, cell, rowAt, upTo } from '../numerics/at.ts';
import { cholesky, type Matrix } from '../numerics/matrix.ts';
import { normalQuantile } from '../numerics/normal.ts';
import { correlationsOf } from '../statistics/ranks.ts';
import { keyOf } from './hash.ts';
import { createPermutation } from './permutation.ts';

/** Solves L x = b for a lower triangle L. */
function forward(lower: Matrix, b: readonly number[]): number[] {
  const x: number[] = [];
  for (const [i, value] of b.entries()) {
    let left = value;
    for (let k = 0; k < i; k += 1) left -= cell(lower, i, k) * at(x, k);
    x.push(left / cell(lower, i, i));
  }
  return x;
}

/**
 * Puts each column of a sample in the order of scores that have the correlation asked for;
 * the columns keep their values.
 * @param columns one row per input
 * @param scores one row per input
 * @source Iman & Conover, Communications in Statistics B 11 (1982): scores times Q^-T P^T,
 *   correlation of the scores Q Q^T, correlation asked for P P^T
 * @throws RangeError where the correlation cannot be
 * @example reorder([[1, 2, 3], [4, 5, 6]], [[-1, 0, 1], [0, 1, -1]], [[1, 0.9], [0.9, 1]])[1] // [4, 5, 6]
 */
export function reorder(columns: Matrix, scores: Matrix, wanted: Matrix): number[][] {
  const [q, p] = [cholesky(correlationsOf(scores)), cholesky(wanted)];
  if (q === null || p === null)
    throw new RangeError('the correlation matrix has a negative eigenvalue');
  const runs = upTo(rowAt(columns, 0).length);
  const turned = runs.map((run) => {
    const free = forward(q, scores.map((row) => at(row, run)));
    return p.map((row) => row.reduce((sum, value, k) => sum + value * at(free, k), 0));
  });
  return columns.map((column, input) => {
    const sorted = column.toSorted((a, b) => a - b);
    const order = runs.toSorted((a, b) => cell(turned, a, input) - cell(turned, b, input));
    const placed = [...column];
    for (const [rank, run] of order.entries()) placed[run] = at(sorted, rank);
    return placed;
  });
}

/**
 * Orders columns so that their rank correlations (Spearman) are about those asked for, by
 * van der Waerden scores in an order of their own for each column.
 * @example imanConover([[1, 2, 3], [4, 5, 6]], [[1, 1], [1, 1]], 1)[0]?.length // 3
 */
export function imanConover(
  columns: Matrix, rankCorrelation: Matrix, seed: number,
): number[][] {
  const runs = rowAt(columns, 0).length;
  const scores = columns.map((_, input) => {
    const order = createPermutation(runs, keyOf(seed, 6, input));
    return upTo(runs).map((run) => normalQuantile((order(run) + 1) / (runs + 1)));
  });
  const wanted = rankCorrelation.map((row, i) => row.map((value, j) =>
    (i === j ? 1 : toPearson('spearman', value))));
  return reorder(columns, scores, wanted);
}
