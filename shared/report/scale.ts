import { scaleFor } from '../units/alike.ts';
import { formatFixed } from '../units/format.ts';
import { currencySign, plainPrint, type Print } from '../units/print.ts';
import { moneyScaleOf } from '../units/scaled.ts';
import type { Unit } from '../units/unit.ts';

/** Numbers of one column or axis: the unit once, the digits alone. */
export interface Scale {
  /** As it stands in a head, e.g. `$ B`; empty where there is none. */
  readonly unit: string;
  /** Units of the printed number for one of the stored. */
  readonly factor: number;
  /** Digits behind the point. */
  readonly digits: number;
  readonly locale: string;
}

/** Figures that show of the largest value. */
const significant = ({ digits }: Print): number => (digits === 'full' ? 6 : 3);

const digitsOf = (largest: number, figures: number): number =>
  (largest === 0 ? 0
    : Math.max(0, Math.min(6, figures - 1 - Math.floor(Math.log10(largest)))));

/**
 * One scale for all values of a column, chosen from the largest.
 * @example columnScaleOf([4.2e8, 3.49e9], 'USD', plainPrint).unit // '$ B'
 */
export function columnScaleOf(
  values: readonly (number | null)[], unit: Unit, print: Print,
): Scale {
  const largest = Math.max(0, ...values.flatMap((value) =>
    (value === null ? [] : Math.abs(value))));
  const { divisor, label } = scaleFor(largest, unit, print);
  const whole = unit === 'month' || unit === 'count';
  return { factor: 1 / divisor, locale: print.locale, unit: label,
    digits: whole ? 0 : digitsOf(largest / divisor, significant(print)) };
}

/**
 * A value on a scale, digits alone.
 * @example printOn({ unit: '$ B', factor: 1e-9, digits: 2, locale: 'en-US' }, 4.2e8) // '0.42'
 */
export function printOn({ factor, digits, locale }: Scale, value: number | null): string {
  return value === null ? '–' : formatFixed(value * factor + 0, digits, { ...plainPrint, locale });
}

/** A label with the unit its column is in. */
export const headOn = (label: string, { unit }: Scale): string =>
  (unit === '' ? label : `${label}, ${unit}`);

/** Figures of a headline: fewer where its own range is wider than a fifth of it. */
export function headlineDigits(value: number, low: number, high: number): 2 | 3 {
  return value !== 0 && (high - low) / Math.abs(value) > 0.2 ? 2 : 3;
}

/**
 * An amount as a headline prints it.
 * @example printHeadlineAmount(424_900_000, 3, plainPrint) // '$425 M'
 */
export function printHeadlineAmount(usd: number, figures: number, print: Print): string {
  const rounded = Number((usd / print.usdPerUnit).toPrecision(figures));
  const { divisor, label } = moneyScaleOf(rounded);
  const told = Math.abs(rounded) / divisor;
  const places = told === 0 ? 0 : Math.max(0, figures - 1 - Math.floor(Math.log10(told)));
  return `${rounded < 0 ? '−' : ''}${currencySign(print.currency)}${
    formatFixed(told, places, print)}${label}`;
}

/** An axis from one end to the other, in places of 0 to 100. */
export interface Axis {
  readonly place: (value: number) => number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** A round step that cuts a span into about four. */
function niceStep(span: number): number {
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power;
  return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
}

/**
 * An axis that holds all values, with round marks.
 * @example axisOf([0, 8], { unit: '', factor: 1, digits: 0, locale: 'en-US' }).ticks.length // 5
 */
export function axisOf(values: readonly number[], scale: Scale): Axis {
  const printed = values.map((value) => value * scale.factor);
  const [least, most] = [Math.min(...printed), Math.max(...printed)];
  const span = most - least || Math.abs(most) || 1;
  const step = niceStep(span);
  const [from, to] = [Math.min(least, most - span), Math.max(most, least + span)];
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  const place = (value: number): number => ((value - from) / (to - from)) * 100;
  return {
    place: (value) => place(value * scale.factor),
    ticks: Array.from({ length: count }, (_, i) => (first + i) * step).map((at) => ({
      at: place(at),
      label: (Number(at.toPrecision(6)) + 0)
        .toLocaleString(scale.locale, { maximumSignificantDigits: 4 }).replace('-', '−'),
    })),
  };
}
