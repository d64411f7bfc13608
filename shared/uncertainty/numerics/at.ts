/**
 * An element of a row; NaN outside it, which no later step can mistake for a value.
 * @example at([3, 4], 1) // 4
 */
export const at = (values: ArrayLike<number>, index: number): number =>
  values[index] ?? Number.NaN;

/**
 * A row of a table; empty outside it.
 * @example rowAt([[1, 2], [3, 4]], 1) // [3, 4]
 */
export const rowAt = <T>(rows: readonly (readonly T[])[], index: number): readonly T[] =>
  rows[index] ?? [];

/**
 * A cell of a table; NaN outside it.
 * @example cell([[1, 2], [3, 4]], 1, 0) // 3
 */
export const cell = (
  rows: readonly (readonly number[])[], row: number, column: number,
): number => rows[row]?.[column] ?? Number.NaN;

/**
 * 0, 1, ... below a count.
 * @example upTo(3) // [0, 1, 2]
 */
export const upTo = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index);
