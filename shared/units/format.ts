import { imperialView } from './imperial.ts';
import { currencySign, plainPrint, type Print } from './print.ts';
import { moneyScaleOf, scaleOf } from './scaled.ts';
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
  return format.format(value).replace('-', minus);
}

/**
 * Digits with so many after the point.
 * @example formatFixed(-2.391, 2) // '−2.39'
 */
export const formatFixed = (value: number, places: number, print: Print = plainPrint): string =>
  fixed(value, places, print);

/** A true minus, which stands as high and as wide as a plus. */
const minus = '−';

/** Digits after the point so that about `figures` figures show, at least `least`. */
function digitsFor(value: number, figures: number, least = 0): number {
  if (value === 0) return least;
  return Math.max(least,
    Math.min(8, figures - 1 - Math.floor(Math.log10(Math.abs(value)))));
}

/** Digits that count: four and more where nothing may be lost, else three. */
const significant = ({ digits }: Print): number => (digits === 'three' ? 3 : 4);

/** A value of which no more than three digits count, below ten thousand whole. */
const threeOf = (value: number): number =>
  Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));

/** Three digits that count; a whole number below ten thousand keeps all of them. */
function inThree(value: number, print: Print): string {
  const rounded = threeOf(value);
  return fixed(rounded, Number.isInteger(rounded) && Number.isInteger(value) ? 0
    : digitsFor(rounded, 3), print);
}

/** An amount in the currency on show, `value` in its units. */
function money(value: number, print: Print): string {
  const size = Math.abs(value);
  const sign = `${value < 0 ? minus : ''}${currencySign(print.currency)}`;
  if (print.digits === 'three') {
    // less than half a cent of a whole is the noise of a search, or nothing
    if (size < 0.005) return `${currencySign(print.currency)}0`;
    const { divisor, label } = moneyScaleOf(size);
    const told = threeOf(size / divisor);
    return `${sign}${fixed(told, digitsFor(told, 3), print)}${label}`;
  }
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
  if (unit === 'fraction') return `${percent(value, print)} %`;
  if (unit === 'fraction/year') return `${percent(value, print)} %/year`;
  if (unit === 'count') return fixed(value, Number.isInteger(value) ? 0 : 2, print);
  const scale = print.digits === 'three' ? scaleOf(value, unit) : null;
  if (scale !== null) return `${inThree(value / scale.divisor, print)} ${scale.label}`;
  const digits = formatDigits(value, unit, print);
  const label = spans.has(unit) && value !== 1 ? `${unit}s` : unitName(unit);
  return label === '' ? digits : `${digits} ${label}`;
}

function formatPrice(value: number, print: Print): string {
  if (Math.abs(value) >= 1e4) return money(value, print);
  const figures = print.digits === 'three' ? digitsFor(value, 3) : digitsFor(value, 4, 2);
  return `${value < 0 ? minus : ''}${currencySign(print.currency)}${fixed(Math.abs(value), figures, print)}`;
}

/** A share in per cent, without its sign. */
const percent = (share: number, print: Print): string =>
  fixed(share * 100, print.digits === 'three' ? digitsFor(threeOf(share * 100), 3)
    : digitsFor(share * 100, 3, 1), print);

/** The digits alone, without unit; same rounding as `formatQuantity`. */
export function formatDigits(value: number, unit: Unit, print: Print = plainPrint): string {
  if (unit === 'ratio')
    return fixed(value, digitsFor(value, significant(print), print.digits === 'three' ? 0 : 2), print);
  return plainDigits(value, print);
}

/** About four figures, whole numbers whole. */
function plainDigits(value: number, print: Print): string {
  const size = Math.abs(value);
  if (size >= 1e4) return fixed(value, 0, print);
  if (print.digits === 'three') return inThree(value, print);
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
