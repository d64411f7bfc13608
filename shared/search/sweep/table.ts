import type { Axis } from './axis.ts';
import { gridOf } from './grid.ts';

/**
 * A figure over two inputs: rows of the first by columns of the second.
 * @param f the figure, or null where there is none; what is not finite is none
 * @returns one row for each value of `rows`, null where there is no figure
 * @throws RangeError for an axis without values, or both of one name
 * @example twoWayTable({ name: 'a', values: [1, 2] }, { name: 'b', values: [0, 5] }, ({ a, b }) => (b === 0 ? null : a / b)) // [[null, 0.2], [null, 0.4]]
 */
export function twoWayTable<R extends string, C extends string>(
  rows: Axis & { readonly name: R }, columns: Axis & { readonly name: C },
  f: (point: Readonly<Record<R | C, number>>) => number | null,
): readonly (readonly (number | null)[])[] {
  gridOf([rows, columns]);
  return rows.values.map((row) => columns.values.map((column) => {
    const point = { [rows.name]: row, [columns.name]: column };
    const value = f(point as Readonly<Record<R | C, number>>);
    return value !== null && Number.isFinite(value) ? value : null;
  }));
}
