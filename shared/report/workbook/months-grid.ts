import {
  columnName, formula, number, text, type Cell, type Sheet, type StyleName,
} from './model.ts';

/** First column of a month: label, unit and total stand before it. */
export const firstColumn = 3;
/** Rows of the head: title, note, plan year, month number, calendar month, tax year. */
export const yearRow = 3;
export const monthRow = 4;
const calendarRow = 5;
const taxYearRow = 6;
export const firstRow = 7;

/** A line of months. */
export interface Line {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly style: StyleName;
  /** What stands in the total column: the sum, nothing, or a cell of its own. */
  readonly total: 'sum' | 'none' | Cell;
  readonly cell: (at: number) => Cell;
}

/** Addresses of lines on a sheet of months, known before any formula is written. */
export interface Grid {
  readonly sheet: string;
  readonly length: number;
  readonly has: (key: string) => boolean;
  /** Address of a month of a line on this sheet. */
  readonly ref: (key: string, at: number) => string;
  /** Address of its total. */
  readonly total: (key: string) => string;
  /** All months of a line, or those from `from` to `to`. */
  readonly range: (key: string, from?: number, to?: number) => string;
  /** Month number of a column. */
  readonly month: (at: number) => string;
  /** Month numbers, all or those from `from` to `to`. */
  readonly months: (from?: number, to?: number) => string;
  readonly years: string;
  readonly taxYears: string;
}

export const monthColumn = (at: number): string => columnName(firstColumn + at);

/** @throws from `ref`: Error on a key that was not announced */
export function createGrid(sheet: string, keys: readonly string[], length: number): Grid {
  const rows = new Map(keys.map((key, at) => [key, firstRow + at]));
  const rowOf = (key: string): number => {
    const row = rows.get(key);
    if (row === undefined) throw new Error(`the sheet ${sheet} has no line ${key}`);
    return row;
  };
  const span = (row: number, from = 0, to = length - 1): string =>
    `$${monthColumn(from)}$${row}:$${monthColumn(to)}$${row}`;
  return {
    sheet, length, has: (key) => rows.has(key),
    ref: (key, at) => `${monthColumn(at)}${rowOf(key)}`,
    total: (key) => `$C$${rowOf(key)}`,
    range: (key, from, to) => span(rowOf(key), from, to),
    month: (at) => `${monthColumn(at)}$${monthRow}`,
    months: (from, to) => span(monthRow, from, to), years: span(yearRow),
    taxYears: span(taxYearRow),
  };
}

export interface Calendar {
  readonly firstMonth: number;
  /** Calendar month of a column, such as 2027-01. */
  readonly label: (at: number) => string;
}

function totalCell({ total, key, style }: Line, grid: Grid): Cell | null {
  if (total === 'none') return null;
  return total === 'sum'
    ? formula(`SUM(${grid.range(key)})`, style === 'usd' ? 'usd-strong' : style)
    : total;
}

/** The sheet of a grid's lines, months to the right. */
export function drawGrid(
  grid: Grid, lines: readonly Line[], title: string, note: string, calendar: Calendar,
): Sheet {
  const columns = Array.from({ length: grid.length }, (_, at) => at);
  return {
    name: grid.sheet, widths: [42, 12, 18, 14],
    freeze: { rows: firstRow - 2, columns: firstColumn },
    rows: [
      [text(title, 'title')], [text(note, 'note')],
      [text('Plan year', 'head'), text('', 'head'), text('', 'head'), ...columns.map((at) =>
        formula(`INT((${monthColumn(at)}${monthRow}-1)/12)+1`, 'month',
          Math.floor((calendar.firstMonth + at - 1) / 12) + 1))],
      [text('Month of the plan', 'head'), text('Unit', 'head'), text('Total', 'head'),
        ...columns.map((at) => number(calendar.firstMonth + at, 'month'))],
      [text('Calendar month', 'head'), text('', 'head'), text('', 'head'),
        ...columns.map((at) => text(calendar.label(at), 'month'))],
      [text('Tax year', 'head'), text('', 'head'), text('', 'head'), ...columns.map((at) =>
        formula(`VALUE(LEFT(${monthColumn(at)}${calendarRow},4))`, 'month',
          Number(calendar.label(at).slice(0, 4))))],
      ...lines.map((line) => [text(line.label), text(line.unit, 'note'),
        totalCell(line, grid), ...columns.map(line.cell)]),
    ],
  };
}
