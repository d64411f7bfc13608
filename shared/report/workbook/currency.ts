import type { Print } from '../../units/print.ts';
import { formula, literal, type Cell, type Sheet, type Workbook } from './model.ts';

/** Whether a unit is an amount of money or money for each of something. */
const isMoney = (unit: unknown): boolean =>
  typeof unit === 'string' && (unit === 'USD' || unit.startsWith('USD/'));

type Row = readonly (Cell | null)[];

/** A dollar amount in the currency: a typed one divided by the rate, a computed one as it follows. */
function converted(cell: Cell, usdPerUnit: number, rate: string): Cell {
  if (typeof cell.value !== 'number') return cell;
  const value = cell.value / usdPerUnit;
  return cell.formula === undefined
    ? formula(`${literal(cell.value)}/${rate}`, cell.style, value) : { ...cell, value };
}

/** Rows whose second cell says that they hold money. */
function convertRow(row: Row, look: Print, rate: string): Row {
  if (!isMoney(row[1]?.value)) return row;
  return row.map((cell, at) =>
    (cell === null || at < 2 ? cell : converted(cell, look.usdPerUnit, rate)));
}

/** Columns whose head says that they hold money, on a sheet that lists things. */
function convertColumns(rows: readonly Row[], look: Print, rate: string): readonly Row[] {
  const head = rows.findIndex((row) => row[0]?.style === 'head');
  const money = (rows[head] ?? []).map((cell) =>
    typeof cell?.value === 'string' && /\bUSD\b/u.test(cell.value));
  return rows.map((row, at) => (at <= head ? row : row.map((cell, column) =>
    (cell === null || money[column] !== true ? cell
      : converted(cell, look.usdPerUnit, rate)))));
}

/** Names of the dollar in heads and notes become that of the currency. */
function renamed(cell: Cell | null, { currency }: Print, isRegister: boolean): Cell | null {
  if (cell === null || cell.formula !== undefined || typeof cell.value !== 'string'
    || cell.value.startsWith('USD per ')) return cell;
  const isHead = cell.style === 'note' || cell.style === 'head';
  const value = isRegister ? cell.value : cell.value.replaceAll('US dollars', currency);
  return { ...cell, value: isHead ? value.replaceAll(/\bUSD\b/gu, currency) : value };
}

function convertSheet(sheet: Sheet, look: Print, rate: string): Sheet {
  const rows = sheet.name === 'Assets' ? convertColumns(sheet.rows, look, rate)
    : sheet.rows.map((row) => convertRow(row, look, rate));
  return { ...sheet,
    rows: rows.map((row) => row.map((cell) => renamed(cell, look, sheet.name === 'Inputs'))) };
}

/**
 * The workbook in the project's currency: every amount that is typed stands as dollars over
 * the rate, so that it follows the rate, and what is computed follows the amounts.
 * @param rate address of the cell with the rate
 */
export const inCurrency = (workbook: Workbook, look: Print, rate: string): Workbook =>
  (look.currency === 'USD' ? workbook : {
    ...workbook, sheets: workbook.sheets.map((sheet) => convertSheet(sheet, look, rate)),
  });
