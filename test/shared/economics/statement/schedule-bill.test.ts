import { describe, expect, it } from 'vitest';
import {
  energyByPeriod, scheduleBill, type DrawnMonth,
} from '../../../../shared/economics/statement/schedule-bill.ts';
import { readTariff } from '../../../../shared/import/tariff/urdb.ts';

const grid = (of: (month: number, hour: number) => number): readonly (readonly number[])[] =>
  Array.from({ length: 12 }, (_, month) =>
    Array.from({ length: 24 }, (__, hour) => of(month, hour)));
const never = grid(() => 0);
/** Noon to eight. */
const byDay = grid((_, hour) => (hour >= 12 && hour < 20 ? 1 : 0));
const even = Array.from({ length: 48 }, () => 1);
const terms = { energyLevel: 1, minimumKw: 0 };

const tariffOf = (node: object) => {
  const read = readTariff(JSON.stringify(node));
  if (!read.ok) throw new Error(read.error[0]?.reason);
  return read.value.value;
};
const drawn = (energyKwh: number, peakKw: number, month = 1, shape = even): DrawnMonth =>
  ({ month, energyKwh, peakKw, shape });
const bill = (node: object, months: readonly DrawnMonth[], more = {}) => {
  const { energyUsd, demandUsd, fixedUsd } =
    scheduleBill(tariffOf(node), months, { ...terms, ...more });
  return { energy: [...energyUsd], demand: [...demandUsd], fixed: [...fixedUsd] };
};
const timeOfUse = { energyratestructure: [[{ rate: 0.06 }], [{ rate: 0.12 }]],
  energyweekdayschedule: byDay, energyweekendschedule: never };

describe('the bill of a schedule', () => {
  it('weighs hours by their power and the days of their kind', () => {
    // Eight dear hours of 24 on five days of seven: 8/24 x 5/7 of an even load.
    const share = (8 / 24) * (5 / 7);
    expect(bill(timeOfUse, [drawn(8400, 10)]).energy[0])
      .toBeCloseTo(8400 * (0.06 + 0.06 * share), 9);
    // Twice the power in the dear hours of working days: 16 of 32 parts of such a day.
    const shape = even.map((_, hour) => (hour >= 12 && hour < 20 ? 2 : 1));
    const dear = (16 * 5) / (32 * 5 + 24 * 2);
    expect(bill(timeOfUse, [drawn(1000, 10, 1, shape)]).energy[0])
      .toBeCloseTo(1000 * (0.06 + 0.06 * dear), 9);
  });

  it('divides all energy among the periods, whatever the shape', () => {
    const { energy } = tariffOf(timeOfUse);
    if (energy === null) throw new Error('no energy');
    for (const power of [0, 0.5, 3]) {
      const shape = even.map((_, at) => (at * 7) % 5 + power);
      const parts = [...energyByPeriod(energy, drawn(123_456.7, 9, 7, shape)).values()];
      expect(parts.reduce((a, b) => a + b, 0) / 123_456.7).toBeCloseTo(1, 12);
    }
    expect(() => energyByPeriod(energy, drawn(1, 1, 1, [1]))).toThrow(/24 hours/u);
  });

  it('is energy times price where the schedule has one', () => {
    expect(bill({ energyratestructure: [[{ rate: 0.07 }]] }, [drawn(730_000, 1000)]).energy)
      .toEqual([expect.closeTo(51_100, 8)]);
    expect(bill({ energyratestructure: [[{ rate: 0.07 }]] }, [drawn(100, 1)],
      { energyLevel: 1.5 }).energy).toEqual([expect.closeTo(10.5, 10)]);
  });

  it('counts tiers by month, by day and by kW of the peak', () => {
    const of = (unit: string, max: number) => ({ energyratestructure: [[
      { rate: 0.1, max, unit }, { rate: 0.05, unit }]], energyweekdayschedule: never });
    expect(bill(of('kWh', 1000), [drawn(3000, 10)]).energy[0]).toBeCloseTo(100 + 100, 9);
    // 200 kWh of each of 10 kW are dear.
    expect(bill(of('kWh/kW', 200), [drawn(3000, 10)]).energy[0]).toBeCloseTo(200 + 50, 9);
    // A month has 730/24 days; 24 kWh of each are dear.
    expect(bill(of('kWh daily', 24), [drawn(3000, 10)]).energy[0])
      .toBeCloseTo(730 * 0.1 + 2270 * 0.05, 9);
  });

  it('bills periods of the day at their own peaks, a whole month at the month’s', () => {
    const demand = { demandratestructure: [[{ rate: 5 }], [{ rate: 15 }]],
      demandweekdayschedule: byDay, demandweekendschedule: never };
    const night = even.map((_, at) => (at % 24 < 12 ? 1 : 0.4));
    // 100 kW at night, 40 kW in the dear hours.
    expect(bill(demand, [drawn(1, 100, 1, night)]).demand[0]).toBeCloseTo(500 + 600, 9);
    const flat = { flatdemandstructure: [[{ rate: 8 }], [{ rate: 20 }]],
      flatdemandmonths: [0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0] };
    expect(bill(flat, [drawn(1, 100, 5), drawn(1, 100, 6)]).demand).toEqual([800, 2000]);
  });

  it('feels a seasonal ratchet, the contract’s least, and nothing before the first load', () => {
    const shares = Array.from({ length: 12 }, (_, at) => (at >= 9 ? 0.8 : 0));
    const flat = { flatdemandstructure: [[{ rate: 10 }]], demandratchetpercentage: shares };
    const months = [drawn(0, 0, 6), drawn(1, 100, 7), drawn(1, 50, 9), drawn(1, 50, 10)];
    expect(bill(flat, months).demand).toEqual([0, 1000, 500, 800]);
    expect(bill(flat, months, { minimumKw: 90 }).demand).toEqual([0, 1000, 900, 900]);
    const lookback = { flatdemandstructure: [[{ rate: 10 }]], lookbackrange: 1,
      lookbackpercent: 80 };
    expect(bill(lookback, [drawn(1, 100, 1), drawn(1, 10, 2), drawn(1, 10, 3)]).demand)
      .toEqual([1000, 800, 100]);
  });

  it('has fixed charges, and what is missing to the least a month costs', () => {
    const one = { energyratestructure: [[{ rate: 0.1 }]], fixedchargefirstmeter: 24,
      fixedchargeunits: '$/day' };
    expect(bill(one, [drawn(0, 0), drawn(10, 1)]).fixed).toEqual([0, expect.closeTo(730, 9)]);
    expect(bill({ ...one, minmonthlycharge: 1000 }, [drawn(10, 1)]).fixed[0])
      .toBeCloseTo(999, 9);
    expect(bill({ ...one, fixedchargeunits: '$/year' }, [drawn(10, 1)]).fixed).toEqual([2]);
  });
});
