import { unitName } from '../units/format.ts';
import { currencySign, type Print } from '../units/print.ts';
import type { CsvCell } from './csv.ts';
import type { Table } from './types.ts';

/** A printed cell read back: its number unscaled, and its unit as people write it. */
interface Quantity {
  readonly value: number | null;
  readonly unit: string;
}

const scales: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, B: 1e9, T: 1e12 };

/** How digits are grouped and decimals marked. */
function marksOf(locale: string): { readonly group: string; readonly decimal: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345.6);
  const find = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { group: find('group'), decimal: find('decimal') };
}

/** A unit holds no digits, and is no rest of a sentence or a date. */
const unitLike = /^(?: ?[%°A-Za-z/µ][^\d,;:]*)?$/u;

/**
 * Reads a printed quantity.
 * @returns null for a text; a dash is a quantity without a value
 * @example readQuantity('-$3.54 M', plainPrint) // { value: -3540000, unit: '$' }
 * @example readQuantity('2026-06-02', plainPrint) // null
 */
export function readQuantity(cell: string, { locale, currency }: Print): Quantity | null {
  const text = cell.replaceAll('\u00a0', ' ').trim();
  if (text === '' || text === '–') return { value: null, unit: '' };
  const sign = /^[-+−]/u.exec(text)?.[0] ?? '';
  const symbol = currencySign(currency).trim();
  const bare = text.slice(sign.length);
  const isMoney = bare.startsWith(symbol);
  const amount = (isMoney ? bare.slice(symbol.length) : bare).trimStart();
  const { group, decimal } = marksOf(locale);
  const digits = /^[\d.,'’\u202f ]*\d/u.exec(amount)?.[0] ?? '';
  const value = Number((group === '' ? digits : digits.replaceAll(group, ''))
    .replaceAll(/[\u202f ]/gu, '').replace(decimal, '.'));
  if (digits === '' || !Number.isFinite(value)) return null;
  const rest = amount.slice(digits.length);
  const scale = /^ ([kMBT])(?=$|[ /])/u.exec(rest)?.[1];
  const unit = scale === undefined ? rest : rest.slice(2);
  if (!unitLike.test(unit) || / (?:to|of) /u.test(unit)) return null;
  return { value: (sign === '-' || sign === '−' ? -1 : 1) * tidy(value * (scales[scale ?? ''] ?? 1)),
    unit: `${isMoney ? symbol : ''}${unit.trim()}` };
}

/** A decimal times a power of ten without the last bits. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** A column as numbers with one unit, as numbers with a unit each, or as the texts it holds. */
function columnOf(
  table: Table, at: number, print: Print,
): readonly { readonly head: string; readonly cells: readonly CsvCell[] }[] {
  const label = table.columns[at]?.label.trim() ?? '';
  const declared = unitName(table.columns[at]?.unit ?? '');
  const texts = table.rows.map(({ cells }) => cells[at] ?? '');
  const read = texts.map((cell) => readQuantity(cell, print));
  const known = read.flatMap((each) => each ?? []);
  if (known.length < texts.length || known.every(({ value }) => value === null))
    return [{ head: label, cells: texts }];
  const units = [...new Set(known
    .filter(({ value, unit }) => value !== null && (value !== 0 || unit !== ''))
    .map(({ unit }) => unit))];
  const cells = known.map(({ value }) => value);
  if (units.length > 1) return [{ head: label, cells },
    { head: `${label}, unit`, cells: known.map(({ unit }) => unit) }];
  const unit = units[0] === '' || units[0] === undefined ? declared : units[0];
  return [{ head: unit === '' || unit === 'text' ? label : `${label} [${unit}]`, cells }];
}

/**
 * A printed table for a spreadsheet: numbers as numbers, unscaled, to the digits that are
 * printed; units in the one row of heads, or in a column of their own where rows differ.
 */
export function tableRows(table: Table, print: Print): readonly (readonly CsvCell[])[] {
  const columns = table.columns.flatMap((_, at) => columnOf(table, at, print));
  return [columns.map(({ head }) => head),
    ...table.rows.map((_, row) => columns.map(({ cells }) => cells[row] ?? null))];
}
