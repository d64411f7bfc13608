import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTariff, tieredUsd } from '../../../../shared/import/tariff/urdb.ts';

const grid = (of: (month: number, hour: number) => number): readonly (readonly number[])[] =>
  Array.from({ length: 12 }, (_, month) => Array.from({ length: 24 }, (__, hour) => of(month, hour)));

/** A tariff of two seasons and two times of day, with tiers, demand and a fixed charge. */
const tariff = {
  label: 'abc', name: 'Large Power', utility: 'Acme Electric', sector: 'Industrial', startdate: 1_735_689_600,
  energyratestructure: [[{ rate: 0.05, adj: 0.01 }], [{ rate: 0.09, unit: 'kWh' }],
    [{ max: 1000, rate: 0.12 }, { rate: 0.1, sell: 0.03 }]],
  energyweekdayschedule: grid((month, hour) => (hour >= 12 && hour < 18 ? month >= 5 && month < 9 ? 2
    : 1 : 0)),
  energyweekendschedule: grid(() => 0),
  demandratestructure: [[{ rate: 0 }], [{ rate: 12.5 }]],
  demandweekdayschedule: grid((_, hour) => (hour >= 12 && hour < 18 ? 1 : 0)),
    demandweekendschedule: grid(() => 0),
  flatdemandstructure: [[{ max: 100, rate: 25 }, { rate: 35 }]],
    flatdemandmonths: Array.from({ length: 12 }, () => 0),
  fixedchargefirstmeter: 500, fixedchargeunits: '$/month', demandwindow: 15,
  demandratchetpercentage: Array.from({ length: 12 }, () => 0.8), lookbackrange: 11, lookbackpercent: 0.8,
};
const read = (change: object = {}) => {
  const found = readTariff(JSON.stringify({ items: [{ ...tariff, ...change }] }));
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return { ...found.value.value, report: found.value.report };
};
const refusal = (change: object): string => {
  const found = readTariff(JSON.stringify({ ...tariff, ...change }));
  return found.ok ? 'read' : found.error[0]?.reason ?? '';
};

describe('a tariff of the utility rate database', () => {
  it('has periods by month and hour, tiers, demand, fixed charges and rules', () => {
    const found = read();
    expect(found).toMatchObject({ name: 'Large Power', from: '2025-01-01', to: null,
      fixed: { usd: 500, per: 'month' }, demandRules: { windowMinutes: 15, lookbackMonths: 11 } });
    expect([found.energy?.weekday[6]?.[13], found.energy?.weekday[0]?.[13], found.energy?.weekend[6]?.[13]])
      .toEqual([2, 1, 0]);
    expect(found.energy?.periods[2]).toEqual([{ max: 1000, rateUsd: 0.12, sellUsd: null },
      { max: null, rateUsd: 0.1, sellUsd: 0.03 }]);
    // An adjustment is part of the rate.
    expect(found.energy?.periods[0]?.[0]?.rateUsd).toBeCloseTo(0.06, 12);
    expect(found.report.leftOut).toEqual([]);
  });

  it('charges 10 MW of demand tier by tier', () => {
    // 100 x 25 + 9,900 x 35.
    expect(tieredUsd(read().flatDemand?.periods[0] ?? [], 10_000)).toBe(349_000);
    expect(tieredUsd([], 5)).toBe(0);
  });

  it('names keys that may change a bill and are not read, and units of its own', () => {
    const found = read({ fueladjustmentsmonthly: [1], energycomments: 'x', flatdemandunit: 'kVA' });
    expect(found.report.leftOut.map(({ text }) => text)).toEqual(['fueladjustmentsmonthly is not read']);
    expect(found.report.notes.map(({ text }) => text)).toEqual(['its tiers are counted in kVA']);
  });

  it.each([
    ['a period nobody defined', { energyweekdayschedule: grid(() => 7) }, /month 1 does not name/],
    ['eleven months', { energyweekdayschedule: grid(() => 0).slice(1) }, /12 months/],
    ['bounds that fall', { energyratestructure: [[{ max: 5, rate: 1 }, { max: 4, rate: 2 }]] },
      /does not rise/],
    ['a tier behind the last', { energyratestructure: [[{ rate: 1 }, { rate: 2 }]] }, /without a bound/],
    ['a rate in words', { energyratestructure: [[{ rate: 'dear' }]] }, /no number/],
    ['a tier without a rate', { energyratestructure: [[{ max: 3 }]] }, /no rate/],
    ['no price', { energyratestructure: [], demandratestructure: [], flatdemandstructure: [] }, /neither/],
  ])('is refused with %s', (_, change, reason) => { expect(refusal(change)).toMatch(reason); });

  it('of several asks which', () => {
    const two = JSON.stringify({ items: [tariff, { ...tariff, name: 'Other' }] });
    const asked = readTariff(two);
    expect(asked.ok ? '' : asked.error[0]?.reason).toMatch(/2 tariffs; say which with --item/);
    expect(readTariff(two, 2)).toMatchObject({ ok: true, value: { value: { name: 'Other' } } });
  });

  it('cut short or with its keys in another order is refused or the same', () => {
    const text = JSON.stringify(tariff);
    fc.assert(fc.property(fc.integer({ min: 0, max: text.length - 1 }), (length) => {
      expect(readTariff(text.slice(0, length)).ok).toBe(false);
    }));
    const turned = Object.fromEntries(Object.entries({ ...tariff, unknown_key: 1 }).toReversed());
    expect(readTariff(JSON.stringify(turned))).toMatchObject({ ok: true,
      value: { value: { name: 'Large Power' } } });
  });
});
