import { describe, expect, it } from 'vitest';
import { placeAsset } from '../../../../shared/economics/statement/capital.ts';
import { deductAssets,
  yearlyShares } from '../../../../shared/economics/statement/tax-depreciation.ts';
import {
  paidShares, taxInstalments, taxMonths, taxYears,
} from '../../../../shared/economics/statement/tax.ts';
import { keepBooks, bookMonthsOf } from '../../../../shared/economics/statement/book.ts';
import type { CapexItem } from '../../../../shared/economics/statement/types.ts';
import { servers } from '../fixture.ts';
import { handTimeline } from '../hand.ts';

const item = (over: Partial<CapexItem>): CapexItem => servers({ amountUsd: 1200,
  draws: [{ month: 0, share: 1 }], residual: { kind: 'fixed', share: 0.25 },
  depreciation: { schedule: { method: 'none' }, bonusShare: 0 }, ...over });
const custom = (...shares: number[]): CapexItem['depreciation'] =>
  ({ schedule: { method: 'custom', shares }, bonusShare: 0 });
const deduct = (one: CapexItem, horizon: number, basis = 1) =>
  deductAssets([placeAsset(one, horizon, { discountRate: 0 })], handTimeline(0, horizon),
    basis);

describe('tax deductions by month', () => {
  it('spread a year’s share over the months of that year in use', () => {
    // In service in month 10: 60 % of 1,200 over three months of year 1, 40 % over twelve
    // of year 2.
    const { depreciation, gain } = deduct(item({ serviceMonth: 10, depreciation: custom(0.6,
      0.4) }), 36);
    expect(depreciation[9]).toBe(0);
    expect(Array.from(depreciation.slice(10, 13))).toEqual([240, 240, 240]);
    expect(Array.from(depreciation.slice(13, 25)))
      .toEqual(Array.from({ length: 12 }, () => 40));
    expect(depreciation[25]).toBe(0);
    expect(gain[36]).toBe(300);
    expect(gain.reduce((sum, x) => sum + x, 0)).toBe(300);
  });

  it('start in the year of service, not that of the plan', () => {
    const { depreciation } = deduct(item({ serviceMonth: 13, depreciation: custom(1) }), 36);
    expect([depreciation[12], depreciation[13], depreciation[24], depreciation[25]]).toEqual([0,
      100, 100, 0]);
  });

  it('count the months of the tax year of service: a straight line of two years is 50 a month',
    () => {
    // In service in month 16, the fourth of year 2: nine months of it, twelve, and three spread
    // over year 4.
    const depreciation = { schedule: { method: 'straight-line', lifeYears: 2 },
      bonusShare: 0 } as const;
    const found = deduct(item({ serviceMonth: 16, depreciation }), 48).depreciation;
    expect(found[15]).toBe(0);
    for (let month = 16; month <= 36; month++) expect(found[month]).toBeCloseTo(50, 9);
    for (let month = 37; month <= 48; month++) expect(found[month]).toBeCloseTo(12.5, 9);
  });

  it('follow the calendar year: half a year of service in the first, from July', () => {
    // 60 % over the six months to December, 40 % over the twelve after.
    const { depreciation } = deductAssets([placeAsset(item({ depreciation: custom(0.6, 0.4) }),
      24, { discountRate: 0 })], { ...handTimeline(0, 24), start: { year: 2027, month: 7 } }, 1);
    expect([1, 6, 7, 18, 19].map((month) => depreciation[month])).toEqual([120, 120, 40, 40, 0]);
  });

  it('stop when the asset leaves, and set the rest against its sale', () => {
    // Leaves after month 6: half of year 1's 600 is deducted, 900 are left against a sale
    // at 300.
    const one = item({ serviceMonth: 1, retireAfterMonth: 6, depreciation: custom(0.5, 0.5) });
    const { depreciation, gain } = deduct(one, 24);
    expect([depreciation[6], depreciation[7]]).toEqual([50, 0]);
    expect(gain[6]).toBe(300 - 900);
  });

  it('count interest during construction in the basis', () => {
    const { depreciation, gain } =
      deduct(item({ serviceMonth: 1, depreciation: custom(1) }), 12,
        1.5);
    expect(depreciation[1]).toBeCloseTo(150, 9);
    expect(gain[12]).toBeCloseTo(300, 9);
  });
});

describe('yearly shares', () => {
  it('of a straight line begin with the months left in the year of service', () => {
    // 24 months from month 4: nine, twelve and three of them.
    expect(
      yearlyShares({ schedule: { method: 'straight-line', lifeYears: 2 }, bonusShare: 0 }, 4),
    )
      .toEqual([9 / 24, 12 / 24, 3 / 24]);
  });

  it('of double declining balance turn straight when that is more', () => {
    // 40 % of what is left for three years, then what is left in two halves: 0.216 / 2.
    const shares = yearlyShares({ schedule: { method: 'declining', lifeYears: 5, factor: 2 },
      bonusShare: 0 }, 1);
    expect(shares.map((share) => share.toFixed(6)))
      .toEqual(['0.400000', '0.240000', '0.144000', '0.108000', '0.108000']);
  });

  it('take the bonus first and the printed table for the rest', () => {
    const shares = yearlyShares({ schedule: { method: 'macrs', recoveryYears: 5,
      convention: 'half-year' },
      bonusShare: 0.4 }, 1);
    expect(shares.map((x) => x.toFixed(5))).toEqual(['0.52000', '0.19200', '0.11520', '0.06912',
      '0.06912', '0.03456']);
    expect(yearlyShares({ schedule: { method: 'macrs', recoveryYears: 5,
      convention: 'mid-quarter' },
      bonusShare: 0 }, 11)[0]).toBeCloseTo(0.05, 12);
    expect(yearlyShares({ schedule: { method: 'none' }, bonusShare: 0 }, 1)).toEqual([]);
  });
});

describe('tax by month', () => {
  const tax = { federalRate: 0.2, stateRate: 0.1, lossRule: 'use', lossLimitShare: 1 } as const;

  const months = (firstMonth: number, length: number, month = 1) =>
    ({ firstMonth, length, start: { year: 2027, month } });

  it('is paid at the ends of the quarters of calendar years, and with the last month', () => {
    // Month 1 is January 2027: -1 is November 2026, 14 is February 2028.
    expect([...taxInstalments(months(-1, 16))])
      .toEqual([[2026, [0]], [2027, [3, 6, 9, 12]], [2028, [14]]]);
    // Month 1 is November 2027: its year has two months, and quarters end in 2, 5, 8 ...
    expect([...taxInstalments(months(1, 14, 11))])
      .toEqual([[2027, [2]], [2028, [5, 8, 11, 14]]]);
  });

  it('is that of the year, as the year earns', () => {
    // Months -1 to 14 at 100: 2026 earns 200, 2027 1,200, 2028 ends with the horizon after
    // two months. State tax 10 %, federal 20 % of the rest.
    const { state, federal } =
      taxMonths(new Float64Array(16).fill(100), months(-1, 16), tax);
    const due = (values: Float64Array) => [...values.entries()].filter(([, x]) => x !== 0)
      .map(([at, x]) => [at - 1, Math.round(x * 1e9) / 1e9]);
    expect(due(state)).toEqual([[0, 20], [3, 30], [6, 30], [9, 30], [12, 30], [14, 20]]);
    expect(due(federal)).toEqual([[0, 36], [3, 54], [6, 54], [9, 54], [12, 54], [14, 36]]);
  });

  it('asks for nothing before anything is earned, and never back within the year', () => {
    // -30 in the first quarter, 150 by the second, 240 by the third, 120 in the year: all of
    // its 12 is paid by June, where the year had earned more than it kept.
    const income = Float64Array.from([-30, 0, 0, 180, 0, 0, 90, 0, 0, 0, 0, -120]);
    const { state } = taxMonths(income, months(1, 12), tax);
    expect([2, 5, 8, 11].map((at) => state[at])).toEqual([0, 12, 0, 0]);
    expect(paidShares([-10, 30, 45, 50])).toEqual([0, 0.6, 0.9, 1]);
    // A loss that earns its tax at once comes back as it is made.
    expect(paidShares([-20, -10, -40, -40])).toEqual([0.5, 0.5, 1, 1]);
    expect(paidShares([5, 0])).toEqual([0, 1]);
  });

  it('nets profit and loss of one calendar year, not of one plan year', () => {
    // 300 earned in December 2027 (month 6), 300 lost in January 2028: taxed if the year ends
    // between them, nothing where months 1 to 12 are one calendar year.
    const income = Float64Array.from({ length: 12 }, (_, at) =>
      (at === 5 ? 300 : at === 6 ? -300 : 0));
    const carry = { ...tax, lossRule: 'carry' } as const;
    const sum = (values: Float64Array): number => values.reduce((all, x) => all + x, 0);
    expect(sum(taxMonths(income, months(1, 12, 7), carry).state)).toBeCloseTo(30, 12);
    expect(sum(taxMonths(income, months(1, 12), carry).state)).toBe(0);
  });

  it('carries state and federal losses apart', () => {
    // A loss of 100, then profits of 60 and 100 with 80 % of each open to the loss, no
    // state tax on the loss.
    const carry = { ...tax, lossRule: 'carry', lossLimitShare: 0.8 } as const;
    const years = taxYears([-100, 60, 100], carry);
    // State: 60 - 48 = 12, then 100 - 52 = 48. Federal: 58.8 - 47.04 = 11.76, then 95.2 -
    // 52.96 = 42.24.
    expect(years.state.map((x) => x.toFixed(6))).toEqual(['0.000000', '1.200000', '4.800000']);
    expect(years.federal.map((x) => x.toFixed(6)))
      .toEqual(['0.000000', '2.352000', '8.448000']);
    expect(years.unusedLoss).toBeCloseTo(0, 9);
  });
});

describe('the books', () => {
  it('write off evenly from payment to sale', () => {
    // 1,200 paid in month 0, written off over four months, sold after month 3 for 300.
    const one = item({ serviceMonth: 1, retireAfterMonth: 3, bookLifeYears: 1 / 3 });
    const { depreciation, value, writeOff } =
      keepBooks([placeAsset(one, 5, { discountRate: 0 })],
        handTimeline(0, 5));
    expect([...depreciation]).toEqual([0, 300, 300, 300, 0, 0]);
    expect([...value]).toEqual([1200, 900, 600, 0, 0, 0]);
    expect([...writeOff]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it.each([['accelerator', 60], ['network', 60], ['storage', 60], ['installation', 60],
    ['power', 240],
    ['cooling', 240], ['shell', 240], ['contingency', 240], ['other', 60], ['land',
      null]] as const)(
    'write %s off over %s months unless the item says otherwise', (kind, months) => {
    expect(bookMonthsOf(item({ class: kind }))).toBe(months);
  });

  it('keep land at its price and never write off for less than a month', () => {
    const land = placeAsset(item({ class: 'land', serviceMonth: 1,
      residual: { kind: 'fixed', share: 1 } }), 3, { discountRate: 0 });
    expect([...keepBooks([land], handTimeline(0, 3)).depreciation]).toEqual([0, 0, 0, 0]);
    expect(bookMonthsOf(item({ bookLifeYears: 0.01 }))).toBe(1);
  });
});
