/** How a cell looks; `in-` styles are inputs somebody may change. */
export const styleNames = [
  'text', 'title', 'note', 'head', 'strong', 'usd', 'usd-strong', 'unit-cost', 'percent',
  'number', 'integer', 'month', 'in-usd', 'in-number', 'in-percent', 'in-integer',
  'in-text', 'carried', 'ok',
] as const;
export type StyleName = (typeof styleNames)[number];

/**
 * One cell. `formula` without its equals sign; then `value` is what it gave when the
 * workbook was made, if known.
 */
export interface Cell {
  readonly value: number | string | null;
  readonly formula?: string;
  readonly style: StyleName;
}

/** A chart that reads cells: bars, and further series as lines over them. */
export interface SheetChart {
  readonly title: string;
  /** What its value axis is in, beside millions. */
  readonly unit: string;
  /** Columns over time, or bars side by side with long names. */
  readonly kind: 'columns' | 'bars';
  readonly series: readonly {
    readonly name: string;
    /** Absolute addresses with their sheet. */
    readonly categories: string;
    readonly values: string;
  }[];
  /** Corners as column and row from 0. */
  readonly from: readonly [column: number, row: number];
  readonly to: readonly [column: number, row: number];
}

export interface Sheet {
  readonly name: string;
  /** Width of the columns in characters, the last for all that follow. */
  readonly widths: readonly number[];
  /** Rows and columns that stay in view. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly rows: readonly (readonly (Cell | null)[])[];
  readonly charts?: readonly SheetChart[];
}

export interface DefinedName {
  readonly name: string;
  /** Absolute address, such as `Inputs!$C$4`. */
  readonly ref: string;
}

export interface Workbook {
  readonly title: string;
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
  /** What its sheets are printed on; A4 unless said. */
  readonly paper?: 'a4' | 'letter';
}

export const text = (value: string, style: StyleName = 'text'): Cell => ({ value, style });
export const number = (value: number, style: StyleName = 'number'): Cell => ({ value, style });
export const formula = (
  of: string, style: StyleName = 'number', value: number | string | null = null,
): Cell =>
  ({ value, formula: of, style });

/**
 * Letters of a column, 0 being A.
 * @example columnName(27) // 'AB'
 */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** A number as formulas write it: never with a group separator or a locale's comma. */
export const literal = (value: number): string => (Object.is(value, -0) ? '0' : String(value));

/** Text as formulas write it. */
export const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
