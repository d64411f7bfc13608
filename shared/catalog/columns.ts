/**
 * One entry of a column.
 * @throws RangeError when the column is shorter than its table says
 * @example entryAt([4, 8], 1, 'tp') // 8
 */
export function entryAt<T extends string | number | boolean | null>(
  column: readonly T[], row: number, what: string,
): T {
  const entry = column[row];
  if (entry === undefined) throw new RangeError(`${what} has no row ${row}`);
  return entry;
}

/** An empty name stands for one the source does not give. */
export const nullIfEmpty = (name: string): string | null => (name === '' ? null : name);
