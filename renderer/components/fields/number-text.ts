import { readEntered, type EnteredAmount } from '../../../shared/project/entered-amount.ts';
import { unitName } from '../../../shared/units/format.ts';
import { imperialView } from '../../../shared/units/imperial.ts';
import { currencySign, plainPrint, type Print } from '../../../shared/units/print.ts';
import type { Unit } from '../../../shared/units/unit.ts';

/**
 * How a number is typed: shares in per cent, money after its sign, everything else as
 * stored.
 */
export interface NumberView {
  readonly prefix: string;
  readonly suffix: string;
  /** Typed number = stored number x scale + offset (0 when left out). */
  readonly scale: number;
  readonly offset?: number;
}

/** @example viewOf('USD/kWh') // { prefix: '$', suffix: '/kWh', scale: 1 } */
export function viewOf(unit: Unit, print: Print = plainPrint): NumberView {
  const imperial = print.system === 'imperial' ? imperialView(unit) : null;
  if (imperial !== null) return { prefix: '', suffix: imperial.unit,
    scale: imperial.scale, offset: imperial.offset };
  if (unit === 'fraction') return { prefix: '', suffix: '%', scale: 100 };
  if (unit === 'fraction/year') return { prefix: '', suffix: '%/year', scale: 100 };
  const money = { prefix: currencySign(print.currency).trim(), scale: 1 / print.usdPerUnit };
  if (unit === 'USD') return { ...money, suffix: '' };
  if (unit.startsWith('USD/')) return { ...money, suffix: `/${unitName(unit.slice(4))}` };
  if (unit === 'count' || unit === 'ratio') return { prefix: '', suffix: '', scale: 1 };
  // A month may be a span (48 months) or a point in time (month 7): the short form says either.
  if (unit === 'month') return { prefix: '', suffix: 'mo', scale: 1 };
  if (unit === 'year' || unit === 'day')
    return { prefix: '', suffix: `${unit}s`, scale: 1 };
  return { prefix: '', suffix: unitName(unit), scale: 1 };
}

/** Beyond these digits a double only shows the noise of its binary form. */
const significantDigits = 12;

const grouped = new Intl.NumberFormat('en-US', { maximumSignificantDigits: significantDigits });

/**
 * A stored number as it stands in its box: all digits, thousands grouped.
 * @example printInput(0.035, 'fraction') // '3.5'
 */
export function printInput(
  value: number | null, unit: Unit, print: Print = plainPrint,
): string {
  const { scale, offset = 0 } = viewOf(unit, print);
  return value === null ? '' : grouped.format(value * scale + offset);
}

/**
 * A number shown where none was entered: whole numbers in full, others to four figures.
 * @example printShort(0.094123, 'USD/kWh') // '0.09412'
 */
export const printShort = (value: number, unit: Unit, print: Print = plainPrint): string =>
  printInput(Number.isInteger(value) ? value : Number(value.toPrecision(4)), unit, print);

export type ReadNumber =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number; readonly entered?: EnteredAmount }
  | { readonly kind: 'invalid' };

const multipliers: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, G: 1e9,
  B: 1e9, T: 1e12 };
const pattern =
  /^([-+]?)(\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?([kKMGBT]?)$/;

/**
 * An amount typed in a third currency, at its shipped rate; null where it is in dollars
 * or the project's own.
 */
function readThird(text: string, unit: Unit, print: Print): ReadNumber | null {
  const entered = unit.startsWith('USD') ? readEntered(text) : null;
  if (entered === null || entered.currency === print.currency) return null;
  const read = readInput(entered.digits, unit, plainPrint);
  return read.kind === 'number' ? {
    kind: 'number', value: Number((read.value * entered.usdPerUnit).toPrecision(15)),
    entered,
  } : { kind: 'invalid' };
}

/** Whether an amount is typed in dollars although the project shows another currency. */
const namesDollars = (text: string, { currency }: Print): boolean =>
  currency !== 'USD' && (/USD/iu.test(text) || /^\s*-?\s*\$/u.test(text));

/**
 * Reads what a person typed. Amounts count in the project's currency, in dollars or in a
 * third one where they say so. Commas count only as thousands separators: a decimal comma
 * is refused rather than read as a number ten times too large.
 * @example readInput('$1.2M', 'USD') // { kind: 'number', value: 1200000 }
 */
export function readInput(text: string, unit: Unit, print: Print = plainPrint): ReadNumber {
  const third = readThird(text, unit, print);
  if (third !== null) return third;
  const dollars = unit.startsWith('USD') && namesDollars(text, print);
  const { prefix, suffix, scale, offset = 0 } = viewOf(unit, dollars ? plainPrint : print);
  let bare = (dollars ? text.replace(/USD/iu, '') : text)
    .trim()
    .replaceAll('−', '-')
    .replaceAll(/[\s\u00a0\u202f']/g, '');
  if (bare === '') return { kind: 'empty' };
  const tail = suffix.replaceAll(/\s/g, '');
  if (tail !== '' && bare.toLowerCase().endsWith(tail.toLowerCase()))
    bare = bare.slice(0, -tail.length);
  if (prefix !== '') bare = bare.replace(prefix, '').replace(print.currency, '');
  const match = pattern.exec(bare);
  if (match === null) return { kind: 'invalid' };
  const [, sign = '', digits = '', exponent = '', letter = ''] = match;
  const typed =
    Number(`${sign}${digits.replaceAll(',', '')}${exponent}`) * (multipliers[letter] ?? 1);
  const value = Number(((typed - offset) / scale).toPrecision(15));
  return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'invalid' };
}

/**
 * One press of an arrow key: a step of about a twentieth of the value, whole for whole numbers.
 * @example stepOf(0.6, 'fraction', false) // 0.01
 */
export function stepOf(
  value: number, unit: Unit, integer: boolean, print: Print = plainPrint,
): number {
  const { scale } = viewOf(unit, print);
  const size = Math.abs(value * scale);
  const step = size === 0 ? (scale === 100 ? 0.1 : 1)
    : 10 ** (Math.floor(Math.log10(size)) - 1);
  return integer ? Math.max(1, Math.round(step)) : step / scale;
}

/** Value after `presses` steps, kept within the range and free of binary noise. */
export function stepBy(
  value: number,
  presses: number,
  field: { readonly unit: Unit; readonly min: number; readonly max: number;
    readonly integer?: boolean },
  print: Print = plainPrint,
): number {
  const step = stepOf(value, field.unit, field.integer === true, print);
  const next = Number((value + presses * step).toPrecision(significantDigits));
  return Math.min(field.max, Math.max(field.min, next));
}
