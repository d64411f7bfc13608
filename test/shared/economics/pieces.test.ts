import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datedIrr } from '../../../shared/economics/statement/dated-irr.ts';
import { timeOfUsePrice } from '../../../shared/economics/statement/electricity.ts';
import { evaluateEconomics } from '../../../shared/economics/statement/evaluate.ts';
import { irrRoots, signChanges } from '../../../shared/economics/functions/irr.ts';
import {
  bonusShareAt, federalBonusRules, macrsRecoveryYears, macrsTable, needsMidQuarter,
} from '../../../shared/economics/functions/macrs.ts';
import { earnedShare, priceFactor } from '../../../shared/economics/statement/prices.ts';
import { findBreakEven } from '../../../shared/economics/statement/break-even.ts';
import { yearlyShares } from '../../../shared/economics/statement/tax-depreciation.ts';
import { taxYears } from '../../../shared/economics/statement/tax.ts';
import { npvAtZero, xirr } from '../../../shared/economics/functions/time-value.ts';
import { declineYears } from '../../../shared/economics/functions/token-metrics.ts';
import { curveOf } from '../../../shared/economics/statement/utilisation-curve.ts';
import {
  outstanding, reserveBalance,
} from '../../../shared/economics/statement/working-capital.ts';
import { economics, sales } from './fixture.ts';

const sum = (values: readonly number[]): number => values.reduce((all, x) => all + x, 0);

describe('rates of return', () => {
  it('finds all roots of flows made to have them', () => {
    const distinct = fc.uniqueArray(fc.integer({ min: -60, max: 120 }),
      { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(distinct, (percents) => {
      const flow = percents.reduce<readonly number[]>((poly, percent) => {
        const grown = [...poly, 0];
        return grown.map((value, at) => value - (1 + percent / 100) * (poly[at - 1] ?? 0));
      }, [-1]);
      const found = irrRoots(flow);
      expect(found).toHaveLength(percents.length);
      for (const [at, percent] of percents
        .toSorted((a, b) => a - b).entries()) expect(found[at]).toBeCloseTo(percent / 100, 6);
    }));
  });

  it('finds roots that hide beside others: a pair after one, and three close together', () => {
    const rounded = (roots: readonly number[]) => roots.map((x) => Math.round(x * 1e6) / 1e6);
    const withRoots = (...rates: readonly number[]) => rates.reduce<readonly number[]>(
      (poly, rate) => [...poly, 0].map((value, at) => value - (1 + rate) * (poly[at - 1] ?? 0)),
      [-1]);
    expect(rounded(irrRoots(withRoots(0.84, 0.89, 0.9)))).toEqual([0.84, 0.89, 0.9]);
    expect(rounded(irrRoots(withRoots(1.17, 1.18, 1.19)))).toEqual([1.17, 1.18, 1.19]);
  });

  it('finds a double root once and no root where the flow only comes near zero', () => {
    expect(irrRoots([-1, 2.2, -1.21])).toEqual([expect.closeTo(0.1, 6)]);
    expect(irrRoots([100, -300, 250])).toEqual([]);
  });

  it('brings the NPV to zero, and never has more roots than sign changes', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), {
      minLength: 2, maxLength: 30,
    }),
      (flow) => {
      const roots = irrRoots(flow);
      expect(roots.length).toBeLessThanOrEqual(signChanges(flow));
      for (const root of roots) {
        const size = flow.reduce((all, x, at) => all + Math.abs(x) * (1 + root) ** -at, 0);
        expect(Math.abs(npvAtZero(root, flow)) / size).toBeLessThan(1e-8);
      }
    }));
  });

  it('of 420 monthly flows neither overflows nor loses its one root', () => {
    const flow = Array.from({ length: 420 }, (_, at) => (at === 0 ? -1000 : 10));
    const [root] = irrRoots(flow);
    expect(npvAtZero(root ?? 0, flow)).toBeCloseTo(0, 6);
  });

  it('dated by calendar months stays close to the monthly rate', () => {
    const { equity, statement } = evaluateEconomics(economics());
    const flow = statement.lines.find((line) => line.key === 'equity')?.values
      ?? new Float64Array();
    const dated = datedIrr(flow, statement.firstMonth, { year: 2027, month: 1 },
      equity.irr);
    expect(dated.value).toBeCloseTo(equity.irr.value ?? 0, 3);
    expect(dated.value).not.toBe(equity.irr.value);
  });

  it('XIRR of a year apart is the plain return', () => {
    expect(xirr([-10_000, 11_000], ['2023-01-01', '2024-01-01'])).toBeCloseTo(0.1, 10);
  });
});

describe('tax depreciation', () => {
  const conventions = ['half-year', 'mid-quarter-1', 'mid-quarter-2', 'mid-quarter-3',
    'mid-quarter-4'] as const;

  it('tables add up to 100 %', () => {
    for (const years of macrsRecoveryYears)
      for (const c of conventions) expect(sum(macrsTable(years,
        c))).toBeCloseTo(100, 9);
  });

  it.each([
    [5, 'mid-quarter-1', [35, 26, 15.6, 11.01, 11.01, 1.38]],
    [5, 'mid-quarter-4', [5, 38, 22.8, 13.68, 10.94, 9.58]],
    [7, 'mid-quarter-2', [17.85, 23.47, 16.76, 11.97, 8.87, 8.87, 8.87, 3.34]],
    [10, 'half-year', [10, 18, 14.4, 11.52, 9.22, 7.37, 6.55, 6.55, 6.56, 6.55, 3.28]],
    [15, 'mid-quarter-1',
      [8.75, 9.13, 8.21, 7.39, 6.65, 5.99, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91,
        5.9, 0.74]],
  ] as const)('of %i years, %s, are those of IRS Publication 946', (
    years, convention, expected,
  ) => {
    expect(macrsTable(years, convention)).toEqual(expected);
  });

  it('schedules deduct the basis once, bonus or not', () => {
    for (const bonusShare of [0, 0.4, 1]) {
      expect(sum(yearlyShares({
        schedule: { method: 'straight-line', lifeYears: 5 }, bonusShare,
      },
        4))).toBeCloseTo(1, 12);
      expect(sum(yearlyShares({
        schedule: { method: 'declining', lifeYears: 7, factor: 1.5 }, bonusShare,
      },
        1))).toBeCloseTo(1, 12);
    }
  });

  it('bonus follows the dates of contract and service, and buildings get none', () => {
    const share = (acquired: string, service: string, years = 5) =>
      bonusShareAt(federalBonusRules, acquired, service, years);
    expect([share('2025-01-20', '2025-02-01'), share('2025-01-19', '2025-06-01'),
      share('2024-05-01', '2024-12-31')]).toEqual([1, 0.4, 0.6]);
    expect([share('2026-01-01', '2026-06-01', 39), share('2010-01-01', '2010-06-01')])
      .toEqual([0, 0]);
  });

  it('mid-quarter is due when the last quarter holds more than 40 %', () => {
    expect(needsMidQuarter([60, 0, 0, 0, 0, 0, 0, 0, 0, 40, 0, 0])).toBe(false);
    expect(needsMidQuarter([59, 0, 0, 0, 0, 0, 0, 0, 0, 41, 0, 0])).toBe(true);
  });
});

describe('losses', () => {
  const tax =
    { federalRate: 0.2, stateRate: 0, lossRule: 'carry', lossLimitShare: 0.8 } as const;

  it('carried forward offset 80 % of later profit', () => {
    expect(taxYears([-100, 100, 100],
      tax)).toMatchObject({
        federal: [0, expect.closeTo(4, 12), expect.closeTo(16, 12)], unusedLoss: 0,
      });
  });

  it('used at once earn their tax; state tax is deducted federally', () => {
    const { state, federal } =
      taxYears([-100],
        { federalRate: 0.21, stateRate: 0.07, lossRule: 'use', lossLimitShare: 1 });
    expect([state[0], federal[0]])
      .toEqual([expect.closeTo(-7, 12), expect.closeTo(-19.53, 12)]);
  });

  it('left at the end are reported', () => {
    expect(taxYears([-100, 50], tax).unusedLoss).toBe(60);
  });
});

describe('prices', () => {
  const path = { clock: 'model', modelDeclinePerYear: 0.2, capabilityDeclinePerYear: 0.9,
    replacements: [],
    floorFactor: 0 } as const;

  it('run on two clocks', () => {
    expect(priceFactor(path, 13)).toBeCloseTo(0.8, 12);
    expect(priceFactor({ ...path, clock: 'capability' }, 13)).toBeCloseTo(0.1, 12);
    expect(priceFactor({ ...path, clock: 'lower' }, 13)).toBeCloseTo(0.1, 12);
    expect(priceFactor({ ...path, floorFactor: 0.9 }, 13)).toBe(0.9);
  });

  it('restart when the model is replaced, at its own factor or at the capability price', () => {
    expect(priceFactor({ ...path, replacements: [{ month: 13, priceFactor: 1.1 }] }, 25))
      .toBeCloseTo(1.1
        * 0.8, 12);
    expect(priceFactor({ ...path, replacements: [{ month: 13, priceFactor: null }] }, 25))
      .toBeCloseTo(0.1
        * 0.8, 12);
    expect(priceFactor({ ...path, replacements: [{ month: 13, priceFactor: 9 }] },
      12)).toBeCloseTo(0.8 ** (11 / 12), 12);
  });

  it('falling 2x, 3x and 10x a year leave 1.30, 0.92 and 0.48 of three years', () => {
    expect([2, 3, 10].map((factor) => declineYears(3, factor).toFixed(2)))
      .toEqual(['1.30', '0.92', '0.48']);
  });

  it('count only what is paid for', () => {
    expect(earnedShare(sales({ freeShare: 0.1, failedShare: 0, batchShare: 0.5,
      batchDiscount: 0.5 }))).toBeCloseTo(0.9 * 0.75, 12);
    expect(earnedShare(sales({ failedShare: 0,
      tiers: [{ key: 'premium', share: 0.1, priceFactor: 3 }] }))).toBeCloseTo(1.2, 12);
  });
});

describe('working capital and reserves', () => {
  it('hold the days outstanding and let go at the end', () => {
    expect([...outstanding(Float64Array.of(100, 100, 100), 45.625)]).toEqual([100, 150, 0]);
    expect([...reserveBalance(Float64Array.of(0, 0, 10, 10, 10), 2)])
      .toEqual([0, 20, 20, 10, 0]);
  });
});

describe('break-even', () => {
  it('of an on-premise server is capex over the saving per month, not charging capex twice', () => {
    const capex = 8 * 35_000 * 1.4;
    const running = 0.7 * 8 * 1.4 * 0.12 * 400 + 3000;
    const cloud = 8 * 4.5 * 400;
    expect(findBreakEven((months) => (cloud - running) * months - capex, 0,
      600).value).toBeCloseTo(35.55981305698278, 5);
  });

  it('is absent where nothing changes sign', () => {
    expect(findBreakEven(() => 1, 0, 1))
      .toMatchObject({ value: null, absent: { code: 'no-sign-change' } });
  });
});

describe('electricity and the curve of use', () => {
  it('weights a tariff by load', () => {
    expect(timeOfUsePrice([1, 3], [0.1, 0.1, 0.2, 0.2])).toBeCloseTo(0.175, 12);
    expect(timeOfUsePrice([0, 0], [0.1, 0.1, 0.2, 0.4])).toBeCloseTo(0.2, 12);
    expect(() => timeOfUsePrice([1, 1, 1], [1, 2])).toThrow(RangeError);
  });

  it('passes through the plan’s own point', () => {
    const { unitCost } = evaluateEconomics(economics());
    const [point] = curveOf(unitCost, [unitCost.utilisation.value ?? 0]);
    expect(point?.usdPerMtok).toBeCloseTo(unitCost.costPerMtokUsd.value ?? 0, 12);
    expect(curveOf(unitCost)).toHaveLength(20);
  });
});
