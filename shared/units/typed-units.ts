import { convertUnit, unitsLike } from './convert.ts';
import { unitName } from './format.ts';
import { imperialView } from './imperial.ts';
import type { Unit } from './unit.ts';

/** A way to write a quantity: what is typed = what is kept x scale + offset. */
export interface TypedUnit {
  readonly name: string;
  readonly scale: number;
  readonly offset: number;
}

/** Units that only entering knows, each as how many of it one of the kept unit is. */
const others: Partial<Record<Unit, Readonly<Record<string, number>>>> = {
  month: { month: 1, months: 1, mo: 1, year: 1 / 12, years: 1 / 12, yr: 1 / 12 },
  year: { year: 1, years: 1, yr: 1, month: 12, months: 12, mo: 12 },
  day: { day: 1, days: 1, d: 1, week: 1 / 7, weeks: 1 / 7, h: 24 },
  week: { week: 1, weeks: 1, day: 7, days: 7 },
  h: { h: 1, hour: 1, hours: 1, min: 60, day: 1 / 24, days: 1 / 24 },
  min: { min: 1, h: 1 / 60, hour: 1 / 60, hours: 1 / 60, s: 60 },
  s: { s: 1, sec: 1, min: 1 / 60 }, us: { us: 1, µs: 1 },
  'Gb/s': { 'Gb/s': 1, Gbps: 1, Gbit: 1, 'GB/s': 1 / 8 },
  'tok/day': { 'tok/day': 1, 'tokens/day': 1, 'Mtok/day': 1e-6, 'tok/s': 1 / 86_400 },
  token: { token: 1, tokens: 1, tok: 1 },
  'tok/s/user': { 'tok/s/user': 1, 'tok/s': 1 },
  K: { K: 1, '°C': 1 },
  'fraction/year': { '%/year': 100, '%': 100, '%/yr': 100 },
  'USD/MW': { 'USD/MW': 1, 'USD/kW': 1e-3, 'USD/W': 1e-6 },
  'USD/MW-year': { 'USD/MW-year': 1, 'USD/kW-year': 1e-3 },
  'USD/kW-month': { 'USD/kW-month': 1, 'USD/kW-year': 12, 'USD/MW-month': 1e3 },
  'USD/m3': { 'USD/m3': 1, 'USD/m³': 1, 'USD/L': 1e-3, 'USD/gal': 0.003_785_411_784 },
  'USD/Mtok': { 'USD/Mtok': 1, 'USD/M tokens': 1, 'USD/M': 1 },
};

/** Spellings of a unit people type beside the printed one. */
const spelled: Readonly<Record<string, readonly string[]>> = {
  C: ['°C', 'C'], '°F': ['°F', 'F'], 'ft²': ['ft²', 'ft2', 'sqft', 'sq ft'],
  'lb/ft²': ['lb/ft²', 'lb/ft2', 'psf'], 'kg/m²': ['kg/m²', 'kg/m2'],
  m2: ['m²', 'm2', 'sqm'], m3: ['m³', 'm3'], 'gCO2/kWh': ['g CO₂/kWh', 'gCO2/kWh', 'g/kWh'],
};

/**
 * Every way the quantity of a unit may be typed, the kept unit first. Currencies other
 * than dollars are not among them: their rates are no matter of units.
 * @example typedUnits('MW').map(({ name }) => name) // ['MW', 'W', 'kW', 'GW']
 */
export function typedUnits(unit: Unit): readonly TypedUnit[] {
  const found = new Map<string, TypedUnit>();
  const add = (name: string, scale: number, offset = 0): void => {
    for (const each of spelled[name] ?? [name])
      if (!found.has(each)) found.set(each, { name: each, scale, offset });
  };
  const plain = unit === 'count' || unit === 'ratio' || unit === 'text';
  if (unit === 'fraction') add('%', 100);
  else if (!plain && unit !== 'fraction/year') {
    add(unitName(unit), 1);
    add(unit, 1);
  }
  for (const [name, scale] of Object.entries(others[unit] ?? {})) add(name, scale);
  for (const name of unit.startsWith('fraction') ? [] : unitsLike(unit)) {
    const one = convertUnit(1, unit, name);
    if (one !== null && !plain) add(name, one);
  }
  const customary = imperialView(unit);
  if (customary !== null) add(customary.unit, customary.scale, customary.offset);
  return [...found.values()];
}
