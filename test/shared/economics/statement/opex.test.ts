import { describe, expect, it } from 'vitest';
import { costLine } from '../../../../shared/economics/statement/opex.ts';
import type { OpexLine } from '../../../../shared/economics/statement/types.ts';
import { building, opexLine, servers } from '../fixture.ts';
import { handLife, handTimeline } from '../hand.ts';

const drivers = (count: number, firstMonth = 1) => ({
  totals: handLife(count).total, revenue: new Float64Array(count + 1 - firstMonth).fill(5000),
  inUse: [servers({ amountUsd: 12e6 }), building({ amountUsd: 6e6 })],
  timeline: handTimeline(firstMonth, count),
});

describe('a line of operating cost in month 1', () => {
  // Rate 2 on the quantities of the plan made by hand.
  it.each([
    ['kwh', 2 * 1_314_000], ['kw-peak', 2 * 1900], ['m3', 2 * 500], ['tco2', 2 * 400],
    ['mw-year', (2 * 2) / 12], ['kw-month', 2 * 2000], ['accelerator-year', (2 * 1000) / 12],
    ['accelerator-hour', 2 * 730_000], ['capex-year', (2 * 18e6) / 12], ['revenue', 2 * 5000],
    ['mtok', 2 * 500], ['month', 2],
  ] as const)('paid per %s is %f', (basis, expected) => {
    const line = costLine(opexLine({ basis, rate: 2, escalationPerYear: 0.1 }), drivers(3));
    expect(line.values[0]).toBeCloseTo(expected, 6);
  });

  it('rises by a tenth in a year, a twelfth of the way each month', () => {
    const { values } = costLine(opexLine({ basis: 'month', rate: 100, escalationPerYear: 0.1 }),
      drivers(25));
    expect(values[1]).toBeCloseTo(100 * 1.1 ** (1 / 12), 9);
    expect(values[12]).toBeCloseTo(110, 9);
    expect(values[24]).toBeCloseTo(121, 9);
  });

  it('is that of month 1 before it, and nothing where nothing is in service', () => {
    const line = opexLine({ basis: 'revenue', rate: 0.5, escalationPerYear: 0.1 });
    expect(Array.from(costLine(line, drivers(2, -3)).values.slice(0, 5)))
      .toEqual([2500, 2500, 2500,
        2500, 2500]);
    const idle = { ...drivers(2), totals: handLife(2, { accelerators: [0, 3] }).total };
    expect([
      ...costLine(opexLine({ basis: 'month', rate: 7, escalationPerYear: 0 }), idle).values,
    ])
      .toEqual([0, 7]);
  });
});

describe('cost on capital', () => {
  const onCapital = (over: Partial<OpexLine>, inUse = drivers(6).inUse) => [...costLine(
    opexLine({ basis: 'capex-year', rate: 0.12, escalationPerYear: 0, ...over }),
    { ...drivers(6),
      inUse }).values];

  it('counts the classes named, or all', () => {
    expect(onCapital({ classes: ['shell'] })[0]).toBeCloseTo(0.01 * 6e6, 6);
    expect(onCapital({ classes: [] })[0]).toBeCloseTo(0.01 * 18e6, 6);
  });

  it('counts an asset from its month of service to its last, both included', () => {
    const some = [servers({ amountUsd: 100, serviceMonth: 2, retireAfterMonth: 4 })];
    expect(onCapital({}, some)).toEqual([0, 1, 1, 1, 0, 0]);
  });
});

describe('demand charges', () => {
  it('follow the ratchet of the line', () => {
    const peaks = { ...drivers(4), totals: handLife(4, { facilityKwPeak: [1000, 100, 100,
      100] }).total };
    const line = opexLine({ basis: 'kw-peak', rate: 1, escalationPerYear: 0, ratchet: 0.5,
      ratchetMonths: 3,
      minimumKw: 200 });
    expect([...costLine(line, peaks).values]).toEqual([1000, 500, 500, 200]);
    expect([...costLine({ ...line, ratchet: 0, minimumKw: 0 }, peaks).values])
      .toEqual([1000, 100,
        100, 100]);
  });

  it('look back twelve months and bill no minimum unless the line says so', () => {
    const peaks = [1000, ...Array.from({ length: 12 }, () => 100)];
    const year = { ...drivers(13), totals: handLife(13, { facilityKwPeak: peaks }).total };
    const values = costLine(opexLine({ basis: 'kw-peak', rate: 1, escalationPerYear: 0,
      ratchet: 0.5 }), year).values;
    expect([values[0], values[11], values[12]]).toEqual([1000, 500, 100]);
  });
});

describe('what follows the load', () => {
  it.each([['kwh', 0.6], ['m3', 0.6], ['tco2', 0.6], ['mtok', 1], ['revenue', 1],
    ['kw-peak', 0],
    ['month', 0], ['mw-year', 0], ['capex-year', 0], ['accelerator-hour', 0]] as const)(
    'of a line paid per %s is %f of it when 40 %% of the energy is drawn idle',
    (basis, share) => {
    const line = costLine(opexLine({ basis }), drivers(2));
    expect(line.variable(1)).toBeCloseTo(share, 12);
    expect(line.onRevenue).toBe(basis === 'revenue');
  });
});
