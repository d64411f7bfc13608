import { describe, expect, it } from 'vitest';
import { keepTariff, tariffSource } from '../../../../shared/import/tariff/keep.ts';
import { readTariff } from '../../../../shared/import/tariff/urdb.ts';

const grid = (of: (month: number, hour: number) => number): readonly (readonly number[])[] =>
  Array.from({ length: 12 }, (_, month) => Array.from({ length: 24 }, (__, hour) => of(month, hour)));
const always = grid(() => 0);
const byDay = grid((_, hour) => (hour >= 12 && hour < 20 ? 1 : 0));
const energy = { energyratestructure: [[{ rate: 0.06 }], [{ rate: 0.12 }]],
  energyweekdayschedule: byDay, energyweekendschedule: always };
const flat = { flatdemandstructure: [[{ max: 100, rate: 25 }, { rate: 35 }]],
  flatdemandmonths: Array.from({ length: 12 }, () => 0) };

const tariffOf = (node: object) => {
  const read = readTariff(JSON.stringify({ name: 'LP', utility: 'Acme', ...node }));
  if (!read.ok) throw new Error(read.error[0]?.reason);
  return read.value.value;
};
const keep = (node: object, kw = 10_000) => {
  const kept = keepTariff(tariffOf(node), kw);
  if (!kept.ok) throw new Error(kept.error);
  return kept.value;
};
const refusal = (node: object): string => {
  const kept = keepTariff(tariffOf(node), 10_000);
  return kept.ok ? 'kept' : kept.error;
};

describe('prices of a site from a tariff', () => {
  it('are the mean of hours for an even load', () => {
    // 16 of 24 hours at 0.06 and 8 at 0.12 on five days of seven.
    const mean = (5 * (16 * 0.06 + 8 * 0.12) / 24 + 2 * 0.06) / 7;
    const { prices, notes } = keep(energy);
    expect(prices.electricityUsdPerKwh).toBeCloseTo(mean, 9);
    expect(prices.peakHoursFactor).toBe(1);
    expect(prices).not.toHaveProperty('demandUsdPerKwMonth');
    expect(notes[0]?.text).toMatch(/^its schedule bills month by month: energy by hour;/u);
    expect(notes[1]?.text)
      .toContain('the mean of 2 periods over the hours of a year for an even load of 10 MW');
  });

  it('have tiers at the size of the connection', () => {
    // 10 MW of demand cost 100 x 25 + 9,900 x 35 = 349,000 USD.
    expect(keep(flat).prices.demandUsdPerKwMonth).toBeCloseTo(34.9, 9);
    const perKw = { energyratestructure: [[{ rate: 0.1, max: 200, unit: 'kWh/kW' },
      { rate: 0.05, unit: 'kWh/kW' }]],
      energyweekdayschedule: always };
    expect(keep(perKw).prices.electricityUsdPerKwh).toBeCloseTo((200 * 0.1 + 530 * 0.05) / 730, 9);
    const kwh = { energyratestructure: [[{ rate: 0.1, max: 1000, unit: 'kWh' }, { rate: 0.05, unit: 'kWh' }]],
      energyweekdayschedule: always };
    expect(keep(kwh).prices.electricityUsdPerKwh).toBeCloseTo(0.05 + 50 / 7_300_000, 9);
  });

  it('charge every period of a day in which an even load peaks, and the mean of months', () => {
    const summer = grid((month, hour) => (month >= 6 && hour >= 12 && hour < 20 ? 1 : 0));
    const hourly = { demandratestructure: [[{ rate: 5 }], [{ rate: 15 }]],
      demandweekdayschedule: summer, demandweekendschedule: always };
    expect(keep({ ...flat, ...hourly }, 100).prices.demandUsdPerKwMonth).toBeCloseTo(25 + 5 + 15 / 2, 9);
  });

  it('have a ratchet as it looks back', () => {
    expect(keep({ ...flat, lookbackpercent: 0.8, lookbackrange: 11 }).prices)
      .toMatchObject({ demandRatchet: 0.8, ratchetMonths: 12 });
    expect(keep({ ...flat, demandratchetpercentage: Array.from({ length: 12 }, () => 80) }).prices)
      .toMatchObject({ demandRatchet: 0.8, ratchetMonths: 12 });
    expect(keep(flat).prices).toMatchObject({ demandRatchet: 0 });
    const uneven = keep({ ...flat,
      demandratchetpercentage: [0.5, ...Array.from({ length: 11 }, () => 0.8)] });
    expect(uneven.prices).not.toHaveProperty('demandRatchet');
    // The schedule has a place for each month's own.
    expect(readTariff(uneven.schedule.schedule)).toMatchObject({ ok: true, value: { value: {
      demandRules: { ratchet: [0.5, ...Array.from({ length: 11 }, () => 0.8)] } } } });
  });

  it('leave out by name what a plan has no place for', () => {
    const { leftOut, notes } = keep({ ...energy, fixedchargefirstmeter: 500, fixedchargeunits: '$/month',
      annualmincharge: 900, demandreactivepowercharge: 0.3,
      energyratestructure: [[{ rate: 0.06, sell: 0.02 }], [{ rate: 0.12 }]] });
    expect(leftOut.map(({ text }) => text.split(':')[0])).toEqual([
      'minimum charge of 900 USD a year', 'reactive power at 0.3 USD/kVAr', 'prices for what is fed in']);
    expect(notes[0]?.text).toContain('a fixed charge of 500 USD a month');
  });

  it('keep the whole schedule, which reads as the same tariff', () => {
    const node = { ...energy, ...flat, fixedchargefirstmeter: 12, fixedchargeunits: '$/day',
      minmonthlycharge: 40, annualmincharge: 900, lookbackrange: 11, lookbackpercent: 0.8,
      demandratestructure: [[{ rate: 5, max: 10, adj: 0.5 }, { rate: 6 }], [{ rate: 15 }]],
      demandweekdayschedule: byDay, demandweekendschedule: always,
      coincidentratestructure: [[{ rate: 2 }], [{ rate: 3 }]], coincidentrateschedule: byDay };
    const tariff = tariffOf(node);
    const { schedule } = keep(node);
    expect(tariffOf(JSON.parse(schedule.schedule))).toEqual(tariff);
    expect(schedule).toMatchObject({ billing: 'schedule', name: 'LP, Acme' });
  });

  it('are refused in units or sizes a plan does not hold', () => {
    expect(refusal({ ...flat, flatdemandunit: 'kVA' })).toContain('charged by kVA');
    expect(refusal({ demandratestructure: [[{ rate: 1 }]], demandweekdayschedule: always,
      demandrateunit: 'kW daily' })).toContain('charged by kW daily');
    expect(refusal({ energyratestructure: [[{ rate: 5 }]] })).toContain('5 USD/kWh is none');
    expect(refusal({ energyratestructure: [[{ rate: -0.1 }]] })).toContain('-0.1 USD/kWh is none');
    expect(refusal({ energyratestructure: [[{ rate: 0.1, max: 5, unit: 'kWh/hp' },
      { rate: 0.2, unit: 'kWh/hp' }]] }))
      .toContain('counted in kWh/hp');
    expect(refusal({ flatdemandstructure: [[{ rate: 900 }]] })).toContain('900 USD/kW is none');
  });

  it('say where they are from', () => {
    expect(tariffSource(tariffOf(flat), 'lp.json, SHA-256 ab')).toBe('LP, Acme; lp.json, SHA-256 ab');
  });
});
