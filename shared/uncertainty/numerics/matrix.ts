import { cell, rowAt, upTo } from './at.ts';

/** Rows of numbers, all of one length. */
export type Matrix = readonly (readonly number[])[];

/**
 * Product of two matrices.
 * @example multiply([[1, 2]], [[3], [4]]) // [[11]]
 */
export const multiply = (a: Matrix, b: Matrix): number[][] => a.map((row) =>
  upTo(rowAt(b, 0).length).map((column) =>
    row.reduce((sum, value, k) => sum + value * cell(b, k, column), 0)));

/**
 * Rows as columns.
 * @example transpose([[1, 2], [3, 4]]) // [[1, 3], [2, 4]]
 */
export const transpose = (a: Matrix): number[][] =>
  upTo(rowAt(a, 0).length).map((column) => a.map((_, row) => cell(a, row, column)));

/**
 * Lower triangle L with L Lᵀ = a, a symmetric and without negative eigenvalue; null where
 * one lies below -`slack`.
 * @example cholesky([[4, 2], [2, 5]]) // [[2, 0], [1, 2]]
 */
export function cholesky(a: Matrix, slack = 1e-10): number[][] | null {
  const lower = a.map((row) => row.map(() => 0));
  for (const [j, own] of lower.entries()) {
    const pivot = cell(a, j, j) - own.reduce((sum, value) => sum + value * value, 0);
    if (!(pivot >= -slack)) return null;
    const root = pivot > slack ? Math.sqrt(pivot) : 0;
    for (let i = j + 1; i < a.length; i += 1) {
      const row = lower[i] ?? [];
      let left = cell(a, i, j);
      for (let k = 0; k < j; k += 1) left -= cell(lower, i, k) * cell(lower, j, k);
      if (root === 0 && Math.abs(left) > Math.sqrt(slack) * 10) return null;
      row[j] = root === 0 ? 0 : left / root;
    }
    own[j] = root;
  }
  return lower;
}

export interface Eigen {
  readonly values: readonly number[];
  /** One vector a column. */
  readonly vectors: Matrix;
}

/** Turns rows and columns p and q so that their common entry becomes 0. */
function rotate(m: number[][], v: number[][], p: number, q: number): void {
  const off = cell(m, p, q);
  if (off === 0) return;
  const theta = (cell(m, q, q) - cell(m, p, p)) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  const turnColumns = (of: number[][]): void => {
    for (const row of of) {
      const [x, y] = [row[p] ?? Number.NaN, row[q] ?? Number.NaN];
      row[p] = c * x - s * y;
      row[q] = s * x + c * y;
    }
  };
  turnColumns(m);
  const [rowP = [], rowQ = []] = [m[p], m[q]];
  for (const k of rowP.keys()) {
    const [x, y] = [rowP[k] ?? Number.NaN, rowQ[k] ?? Number.NaN];
    rowP[k] = c * x - s * y;
    rowQ[k] = s * x + c * y;
  }
  turnColumns(v);
}

/**
 * Eigenvalues and vectors of a symmetric matrix by Jacobi's rotations.
 * @source Golub & Van Loan, Matrix Computations, sec. 8.5
 * @example eigenSymmetric([[2, 1], [1, 2]]).values // [1, 3]
 */
export function eigenSymmetric(a: Matrix): Eigen {
  const m = a.map((row) => [...row]);
  const v = a.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  const scale = Math.hypot(...m.flat());
  for (let sweep = 0; sweep < 100; sweep += 1) {
    let off = 0;
    for (let p = 0; p < m.length; p += 1)
      for (let q = p + 1; q < m.length; q += 1) off += cell(m, p, q) ** 2;
    if (Math.sqrt(off) <= 1e-17 * scale) break;
    for (let p = 0; p < m.length; p += 1)
      for (let q = p + 1; q < m.length; q += 1) rotate(m, v, p, q);
  }
  return { values: m.map((_, i) => cell(m, i, i)), vectors: v };
}

/**
 * Inverse of a square matrix by elimination with row exchanges.
 * @throws RangeError where it has none
 * @example invert([[2, 0], [0, 4]]) // [[0.5, 0], [0, 0.25]]
 */
export function invert(a: Matrix): number[][] {
  const n = a.length;
  const work = a.map((row, i) => [...row, ...upTo(n).map((j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < n; column += 1) {
    let best = column;
    for (let row = column + 1; row < n; row += 1)
      if (Math.abs(cell(work, row, column)) > Math.abs(cell(work, best, column))) best = row;
    const [here = [], other = []] = [work[column], work[best]];
    [work[column], work[best]] = [other, here];
    const pivot = cell(work, column, column);
    if (!(Math.abs(pivot) > 1e-13)) throw new RangeError('the matrix has no inverse');
    const lead = (work[column] ?? []).map((value) => value / pivot);
    work[column] = lead;
    for (const [row, values] of work.entries()) {
      const factor = values[column] ?? Number.NaN;
      if (row === column || factor === 0) continue;
      work[row] = values.map((value, k) => value - factor * (lead[k] ?? Number.NaN));
    }
  }
  return work.map((row) => row.slice(n));
}
