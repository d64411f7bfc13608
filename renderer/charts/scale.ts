import { unitName } from '../../shared/units/format.ts';
import { currencySign, plainPrint, type Print } from '../../shared/units/print.ts';
import type { Unit } from '../../shared/units/unit.ts';

/** How an axis writes a quantity: one divisor and one name for all its ticks. */
export interface AxisScale {
  readonly name: string;
  readonly tick: (value: number) => string;
}

/** Steps of a quantity from large to small: size from which a step is used, divisor, name. */
const steps: Partial<Record<Unit, readonly (readonly [number, number, string])[]>> = {
  USD: [
    [1e9, 1e9, '$ billion'],
    [1e6, 1e6, '$ million'],
    [1e4, 1e3, '$ thousand'],
    [0, 1, '$'],
  ],
  Mtok: [
    [1e6, 1e6, 'trillion tokens'],
    [1e3, 1e3, 'billion tokens'],
    [0, 1, 'million tokens'],
  ],
  kWh: [
    [1e6, 1e6, 'GWh'],
    [1e4, 1e3, 'MWh'],
    [0, 1, 'kWh'],
  ],
  kW: [
    [1e3, 1e3, 'MW'],
    [0, 1, 'kW'],
  ],
  'tok/s': [
    [1e6, 1e6, 'million tok/s'],
    [0, 1, 'tok/s'],
  ],
  fraction: [[0, 0.01, '%']],
  'fraction/year': [[0, 0.01, '% per year']],
  ratio: [[0, 1, 'ratio']],
  count: [[0, 1, 'count']],
};

const tickFormats = new Map<string, Intl.NumberFormat>();

function ticksOf(locale: string): Intl.NumberFormat {
  const known = tickFormats.get(locale)
    ?? new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 });
  tickFormats.set(locale, known);
  return known;
}

/**
 * The scale for values up to `largest` in magnitude.
 * @param per what each value belongs to, e.g. 'month', appended to the name
 * @example axisScale('USD', 2.5e9, 'year').name // '$ billion per year'
 */
export function axisScale(
  unit: Unit, largest: number, per?: string, print: Print = plainPrint,
): AxisScale {
  const rate = unit === 'USD' || unit.startsWith('USD/') ? print.usdPerUnit : 1;
  const [, size, dollars] = steps[unit]?.find(([from]) => Math.abs(largest / rate) >= from) ?? [
    0,
    1,
    plainName(unit),
  ];
  const divisor = size * rate;
  const name = print.currency === 'USD' ? dollars
    : dollars.replace('$', currencySign(print.currency).trim());
  const ticks = ticksOf(print.locale);
  return {
    name: per === undefined ? name : `${name} per ${per}`,
    tick: (value) => ticks.format(value / divisor),
  };
}

const plainName = (unit: Unit): string =>
  unit.startsWith('USD/') ? `$/${unitName(unit.slice(4))}` : unitName(unit);

/** Largest magnitude of the finite values, 0 for none. */
export function largestOf(values: Iterable<number | null>): number {
  let largest = 0;
  for (const value of values)
    if (value !== null && Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  return largest;
}
