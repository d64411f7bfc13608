import { ok, refuse, type Result } from '../../units/result.ts';
import { cell } from '../numerics/at.ts';
import { eigenSymmetric, type Matrix } from '../numerics/matrix.ts';

/** Eigenvalues down to this count as not negative. */
const slack = 1e-10;

/**
 * Whether rows form a table of correlations: square, symmetric, 1 on the diagonal, all within
 * -1 to 1. It may still be impossible as a whole (`leastEigenvalue`).
 * @param names of rows, for the message
 * @example checkCorrelations([[1, 2], [2, 1]])
 *   // { ok: false, error: { message: 'the correlation of 1 with 2 is 2, outside -1 to 1' } }
 */
export function checkCorrelations(
  matrix: Matrix, names: readonly string[] = [],
): Result<Matrix, { readonly message: string }> {
  const name = (index: number): string => names[index] ?? String(index + 1);
  const problem = (message: string): Result<Matrix, { readonly message: string }> =>
    refuse({ message });
  for (const [i, row] of matrix.entries()) {
    if (row.length !== matrix.length) return problem('the correlation matrix is not square');
    if (row[i] !== 1) return problem(`the correlation of ${name(i)} with itself is not 1`);
    for (const [j, value] of row.entries()) {
      if (!(value >= -1 && value <= 1))
        return problem(`the correlation of ${name(i)} with ${name(j)} is ${value}, outside -1 to 1`);
      if (value !== cell(matrix, j, i))
        return problem(`the correlations of ${name(i)} with ${name(j)} differ by direction`);
    }
  }
  return ok(matrix);
}

/**
 * Least eigenvalue of a symmetric matrix: below 0 no inputs can be correlated like this.
 * @example leastEigenvalue([[1, 0.5], [0.5, 1]]) // 0.5
 */
export const leastEigenvalue = (matrix: Matrix): number =>
  Math.min(...eigenSymmetric(matrix).values);

/**
 * Whether inputs can be correlated like this all together.
 * @example isPossible([[1, 0.9, 0.7], [0.9, 1, -0.4], [0.7, -0.4, 1]]) // false
 */
export const isPossible = (matrix: Matrix): boolean =>
  checkCorrelations(matrix).ok && leastEigenvalue(matrix) >= -slack;
