import { at } from '../numerics/at.ts';
import type { Matrix } from '../numerics/matrix.ts';
import { normalQuantile } from '../numerics/normal.ts';

/**
 * Ranks from 1, ties sharing their mean rank.
 * @example ranksOf([10, 20, 10]) // [1.5, 3, 1.5]
 */
export function ranksOf(values: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(values).sort();
  const ranks = new Float64Array(sorted.length);
  for (let k = 0; k < ranks.length; k += 1) {
    const value = at(values, k);
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (at(sorted, middle) < value) low = middle + 1;
      else high = middle;
    }
    let end = low + 1;
    while (end < sorted.length && at(sorted, end) === value && end - low < 16) end += 1;
    if (end - low === 16) end = firstAbove(sorted, value, end);
    ranks[k] = (low + end + 1) / 2;
  }
  return ranks;
}

function firstAbove(sorted: Float64Array, value: number, from: number): number {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(sorted, middle) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Normal scores: what the ranks would be of as many normal values.
 * @example scoresOf([3, 1, 2])[2] // 0
 */
export const scoresOf = (values: ArrayLike<number>): Float64Array =>
  ranksOf(values).map((rank) => normalQuantile((rank - 0.5) / values.length));

/** A column moved and scaled to mean 0 and a sum of squares of 1. */
function standardised(column: ArrayLike<number>): Float64Array {
  const n = column.length;
  const out = Float64Array.from(column);
  let sum = 0;
  for (let k = 0; k < n; k += 1) sum += at(out, k);
  let squares = 0;
  for (let k = 0; k < n; k += 1) {
    const off = at(out, k) - sum / n;
    out[k] = off;
    squares += off * off;
  }
  if (!(squares > 0)) throw new RangeError('a column does not vary');
  const scale = 1 / Math.sqrt(squares);
  for (let k = 0; k < n; k += 1) out[k] = at(out, k) * scale;
  return out;
}

/**
 * Pearson's correlations of all columns with one another.
 * @throws RangeError where a column does not vary or columns differ in length
 * @example correlationsOf([[1, 2, 3], [3, 2, 1]]) // [[1, -1], [-1, 1]]
 */
export function correlationsOf(columns: readonly ArrayLike<number>[]): Matrix {
  const length = columns[0]?.length;
  if (columns.some((column) => column.length !== length))
    throw new RangeError('the columns differ in length');
  const units = columns.map(standardised);
  const rows = units.map((unit) => units.map((other) => (unit === other ? 1 : Number.NaN)));
  for (const [i, a] of units.entries()) {
    for (const [j, b] of units.slice(0, i).entries()) {
      let sum = 0;
      for (let k = 0; k < a.length; k += 1) sum += at(a, k) * at(b, k);
      const [own, mirror] = [rows[i], rows[j]];
      if (own !== undefined) own[j] = sum;
      if (mirror !== undefined) mirror[i] = sum;
    }
  }
  return rows;
}
