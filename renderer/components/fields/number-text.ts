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
/** A converted amount of more digits than anybody enters was not entered in this unit. */
const mostEntered = 8;
const converted = 4;

const grouped = new Intl.NumberFormat('en-US', { maximumSignificantDigits: significantDigits });
const rounded = new Intl.NumberFormat('en-US',
  { minimumSignificantDigits: converted, maximumSignificantDigits: converted });

/**
 * A stored number as it stands in its box, thousands grouped: all digits in the unit it is
 * kept in, four of what only a conversion made long. What is kept stays exact.
 * @example printInput(0.035, 'fraction') // '3.5'
 */
export function printInput(
  value: number | null, unit: Unit, print: Print = plainPrint,
): string {
  if (value === null) return '';
  const { scale, offset = 0 } = viewOf(unit, print);
  const shown = Number((value * scale + offset).toPrecision(significantDigits));
  const short = scale === 1 || unit.startsWith('fraction')
    || Number(shown.toPrecision(mostEntered)) === shown;
  return (short ? grouped : rounded).format(shown);
}

/**
 * A number shown where none was entered: whole numbers in full, others to four figures.
 * @example printShort(0.094123, 'USD/kWh') // '0.09412'
 */
export const printShort = (value: number, unit: Unit, print: Print = plainPrint): string =>
  printInput(Number.isInteger(value) ? value : Number(value.toPrecision(4)), unit, print);

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
