import { formatDigits, formatFixed, unitName } from './format.ts';
import { currencySign, plainPrint, type Print } from './print.ts';
import { moneyScaleOf, scaleOf } from './scaled.ts';
import type { Unit } from './unit.ts';

/** Values of one row or column, and the unit its head carries. */
export interface Alike {
  /** Empty where the values have none. */
  readonly unit: string;
  /** In the order of the values; a dash for an absent one. */
  readonly cells: readonly string[];
}

/** Digits after the point for `figures` of them that count, none of them lost to rounding up. */
const decimals = (value: number, figures: number): number =>
  value === 0 ? 0
    : Math.max(0, figures - 1 - Math.floor(Math.log10(Math.abs(Number(value.toPrecision(figures))))));

/**
 * Values that stand beside one another, all on the scale of the largest and with as many
 * digits after the point, so that they can be compared by eye. The largest shows three
 * digits, and one more after the point where smaller ones need it.
 * @example formatAlike([424.9e6, 15.505e9], 'USD') // { unit: '$ B', cells: ['0.42', '15.51'] }
 */
export function formatAlike(
  values: readonly (number | null)[], unit: Unit, print: Print = plainPrint,
): Alike {
  const known = values.filter((value) => value !== null);
  const largest = known.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const { divisor, label } = scaleFor(largest, unit, print);
  if ((unit === 'count' || unit === 'month') && known.every(Number.isInteger)) {
    return { unit: label,
      cells: values.map((value) => (value === null ? '–' : formatDigits(value, unit, print))) };
  }
  const sizes = known.map((value) => Math.abs(value / divisor)).filter((size) => size > 0);
  const least = decimals(largest / divisor, 3);
  const places = Math.min(least + 1,
    Math.max(least, ...sizes.map((size) => decimals(size, 3))));
  return { unit: label, cells: values.map((value) =>
    (value === null ? '–' : formatFixed(value / divisor, places, print))) };
}

/**
 * The scale in which values up to this size are told, in the unit of a head.
 * @example scaleFor(15.5e9, 'USD', plainPrint) // { divisor: 1e9, label: '$ B' }
 */
export function scaleFor(
  largest: number, unit: Unit, print: Print,
): { readonly divisor: number; readonly label: string } {
  if (unit === 'USD' || unit.startsWith('USD/')) {
    const { divisor, label } = moneyScaleOf(largest / print.usdPerUnit);
    const per = unit === 'USD' ? '' : `/${unitName(unit.slice(4))}`;
    return { divisor: divisor * print.usdPerUnit,
      label: `${currencySign(print.currency).trim()}${label}${per}` };
  }
  if (unit === 'fraction') return { divisor: 0.01, label: '%' };
  if (unit === 'fraction/year') return { divisor: 0.01, label: '%/year' };
  const scale = scaleOf(largest, unit);
  if (scale !== null) return scale;
  return { divisor: 1, label: unit === 'month' || unit === 'year' ? `${unit}s` : unitName(unit) };
}
