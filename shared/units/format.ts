import { imperialView } from './imperial.ts';
import { currencySign, plainPrint, type Print } from './print.ts';
import type { Unit } from './unit.ts';

/** Formats by locale and digits: making one is what costs. */
const grouped = new Map<string, Intl.NumberFormat>();

function fixed(value: number, digits: number, { locale }: Print): string {
  const key = `${locale} ${digits}`;
  let format = grouped.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale,
      { minimumFractionDigits: digits, maximumFractionDigits: digits });
    grouped.set(key, format);
  }
  return format.format(value);
}

/** Digits after the point so that about `significant` figures show, at least `least`. */
function digitsFor(value: number, significant: number, least = 0): number {
  if (value === 0) return least;
  return Math.max(least,
    Math.min(8, significant - 1 - Math.floor(Math.log10(Math.abs(value)))));
}

/** An amount in the currency on show, `value` in its units. */
function money(value: number, print: Print): string {
  const size = Math.abs(value);
  const sign = `${value < 0 ? '-' : ''}${currencySign(print.currency)}`;
  if (size >= 1e9) return `${sign}${fixed(size / 1e9, 3, print)} B`;
  if (size >= 1e6) return `${sign}${fixed(size / 1e6, 2, print)} M`;
  if (size >= 1e4) return `${sign}${fixed(size / 1e3, 1, print)} k`;
  return `${sign}${fixed(size, 2, print)}`;
}

const suffix: Partial<Record<Unit, string>> = {
  ratio: '', count: '', text: '', fraction: '%', 'fraction/year':
    '%/year', C: '°C', kPa: 'kPa', us: 'µs', m3: 'm³', m2: 'm²', 'kg/m2': 'kg/m²',
  Mtok: 'M tokens', tok: 'tokens', token:
    'tokens', 'gCO2/kWh': 'g CO₂/kWh', 'gCO2/Mtok': 'g CO₂/M tokens', tCO2: 't CO₂',
};

/** Units written as words, which take a plural. */
const spans: ReadonlySet<Unit> = new Set(['year', 'month', 'day']);

/**
 * How a figure is printed everywhere: screen, table, chart, report.
 * @param value finite number in `unit`, or null for an absent figure
 * @param print currency and digits; dollars and English digits when left out
 * @returns the digits and the unit, e.g. `1.172`, `$0.0214/M tokens`, `-` for absent
 * @example formatQuantity(0.5, 'fraction') // '50.0 %'
 */
export function formatQuantity(
  value: number | null, unit: Unit, print: Print = plainPrint,
): string {
  if (value === null) return '–';
  const view = print.system === 'imperial' ? imperialView(unit) : null;
  if (view !== null)
    return `${plainDigits(Number((value * view.scale + view.offset).toPrecision(12)), print)} ${view.unit}`;
  if (unit === 'USD') return money(value / print.usdPerUnit, print);
  if (unit.startsWith('USD/'))
    return `${formatPrice(value / print.usdPerUnit, print)}/${unitName(unit.slice(4))}`;
  if (unit === 'fraction')
    return `${fixed(value * 100, digitsFor(value * 100, 3, 1), print)} %`;
  if (unit === 'fraction/year')
    return `${fixed(value * 100, digitsFor(value * 100, 3, 1), print)} %/year`;
  if (unit === 'count') return fixed(value, Number.isInteger(value) ? 0 : 2, print);
  const digits = formatDigits(value, unit, print);
  const label = spans.has(unit) && value !== 1 ? `${unit}s` : unitName(unit);
  return label === '' ? digits : `${digits} ${label}`;
}

function formatPrice(value: number, print: Print): string {
  if (Math.abs(value) >= 1e4) return money(value, print);
  return `${value < 0 ? '-' : ''}${currencySign(print.currency)}${fixed(Math.abs(value), digitsFor(value, 4, 2), print)}`;
}

/** The digits alone, without unit; same rounding as `formatQuantity`. */
export function formatDigits(value: number, unit: Unit, print: Print = plainPrint): string {
  if (unit === 'ratio') return fixed(value, digitsFor(value, 4, 2), print);
  return plainDigits(value, print);
}

/** About four figures, whole numbers whole. */
function plainDigits(value: number, print: Print): string {
  const size = Math.abs(value);
  if (size >= 1e4) return fixed(value, 0, print);
  return fixed(value,
    Number.isInteger(value) && size < 1e4 ? 0 : Math.min(4, digitsFor(value, 4)), print);
}

/**
 * The unit as people write it.
 * @example unitName('Mtok') // 'M tokens'
 */
export function unitName(unit: string): string {
  return (suffix as Readonly<Record<string, string>>)[unit] ?? unit;
}
