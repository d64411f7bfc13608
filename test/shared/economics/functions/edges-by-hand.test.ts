import { describe, expect, it } from 'vitest';
import { capitalRecoveryFactor, cumipmt, dollarde, dollarfr, effect, fv, fvschedule, ipmt, ispmt,
  nominal, nper, pduration, pmt, ppmt, pv, rri } from '../../../../shared/economics/functions/annuity.ts';
import { dbSeries, ddb, ddbSeries, sln, syd,
  vdb } from '../../../../shared/economics/functions/depreciation.ts';
import { discountFactors, monthlyRate, presentValue, realRate, recoveryPayment, sumOf,
  yearlyRate } from '../../../../shared/economics/functions/discount.ts';
import { fixedCharge, lcoeFcr } from '../../../../shared/economics/functions/levelised.ts';
import { bonusShareAt, federalBonusRules, macrsTable, midQuarterOf,
  needsMidQuarter } from '../../../../shared/economics/functions/macrs.ts';
import { averageRanks, correlation, mean, percentileExc, percentileInc, sobolFromRuns, sobolG,
  sobolLinear, spearman } from '../../../../shared/economics/functions/statistics.ts';
import { irr, mirr, npvAtZero, npvExcel, paybackPeriods, rate, xirr,
  xnpv } from '../../../../shared/economics/functions/time-value.ts';
import { acceleratorMetrics, annualDeclineFactor, costPerMtok, costPerMtokFromHourly,
  declineYears, fleetCost, tokenRevenue } from '../../../../shared/economics/functions/token-metrics.ts';

describe('payments of a loan', () => {
  // 100 at 10 % over two periods: 57.619 a period, of which 10 and 5.238 are interest.
  const payment = 121 / 2.1;

  it('are interest on what is owed, and the rest', () => {
    expect(pmt(0.1, 2, 100)).toBeCloseTo(-payment, 9);
    expect([ipmt(0.1, 1, 2, 100), ipmt(0.1, 2, 2, 100)])
      .toEqual([-10, -(110 - payment) * 0.1].map((x) => expect.closeTo(x, 9)));
    expect([ppmt(0.1, 1, 2, 100), ppmt(0.1, 2, 2, 100)])
      .toEqual([10 - payment, -(110 - payment)].map((x) => expect.closeTo(x, 9)));
    expect(cumipmt(0.1, 2, 100, 1, 2)).toBeCloseTo(-(2 * payment - 100), 9);
    expect(cumipmt(0.1, 2, 100, 2, 2)).toBeCloseTo(-(110 - payment) * 0.1, 9);
    expect(capitalRecoveryFactor(0.1, 2)).toBeCloseTo(1.21 / 2.1, 12);
  });

  it('at the start of a period bear no interest in the first, and less later', () => {
    const due = payment / 1.1;
    expect([ipmt(0.1, 1, 2, 100, 0, 1), ppmt(0.1, 1, 2, 100, 0, 1)])
      .toEqual([0, expect.closeTo(-due, 9)]);
    // 100 less the first payment is owed for a period.
    expect(ipmt(0.1, 2, 2, 100, 0, 1)).toBeCloseTo(-(100 - due) * 0.1, 9);
    expect(ppmt(0.1, 2, 2, 100, 0, 1)).toBeCloseTo((100 - due) * 0.1 - due, 9);
  });

  it('at no interest and below it are parts of the sum', () => {
    expect([pmt(0, 4, 100), ipmt(0, 2, 4, 100), ppmt(0, 2, 4, 100), fv(0, 4, -25),
      pv(0, 4, -25), nper(0, -25, 100)].map((x) => x + 0)).toEqual([-25, 0, -25, 100, 100, 4]);
    // 100 at -10 %: 90 owed after a period, 81 after two; 1.9 payments of it.
    expect(pmt(-0.1, 2, 100)).toBeCloseTo(-81 / 1.9, 9);
    expect(ipmt(-0.1, 2, 2, 100)).toBeCloseTo((90 - 81 / 1.9) * 0.1, 9);
  });

  it('reach a final value too', () => {
    expect(fv(0.1, 2, -10, -100)).toBeCloseTo(121 + 21, 9);
    expect(pv(0.1, 2, 0, -121)).toBeCloseTo(100, 9);
    expect(pmt(0.1, 2, 0, -21)).toBeCloseTo(10, 9);
    expect(nper(0.1, -payment, 100)).toBeCloseTo(2, 9);
    expect(nper(0.1, -payment / 1.1, 100, 0, 1)).toBeCloseTo(2, 9);
    expect(nper(0.1, 0, -100, 121)).toBeCloseTo(2, 9);
    expect(ispmt(0.1, 0, 2, 100)).toBe(-10);
    expect(ispmt(0.1, 1, 2, 100)).toBe(-5);
  });

  it.each<[string, () => number]>([
    ['a rate of -100 %', () => pmt(-1, 2, 100)], ['no period', () => pmt(0.1, 0, 100)],
    ['period 0', () => ipmt(0.1, 0, 2, 100)], ['period 3 of 2', () => ppmt(0.1, 3, 2, 100)],
    ['an end before its start', () => cumipmt(0.1, 2, 100, 2, 1)],
    ['a start before the first', () => cumipmt(0.1, 2, 100, 0.5, 1)],
    ['an end after the last', () => cumipmt(0.1, 2, 100, 1, 3)],
    ['a loan of more than a century of days', () => cumipmt(0.1, 36_526, 100, 1, 1)],
    ['payments that never repay', () => nper(0.1, -5, 100)],
    ['growth without a rate', () => pduration(0, 1, 2)],
    ['growth from nothing', () => pduration(0.1, 0, 2)],
    ['growth to nothing', () => pduration(0.1, 1, 0)],
    ['growth in no time', () => rri(0, 1, 2)], ['growth of nothing', () => rri(1, 0, 2)],
    ['growth to the other sign', () => rri(1, 1, -2)],
    ['a nominal rate of nothing', () => effect(0, 4)],
    ['no compounding', () => effect(0.1, 0.9)],
    ['an effective rate of nothing', () => nominal(0, 4)],
    ['no compoundings', () => nominal(0.1, 0.9)],
    ['a fraction without parts', () => dollarde(1, 0.9)],
  ])('refuse %s', (_what, of) => expect(of).toThrow(RangeError));

  it('take a part of a period, and a century of days', () => {
    expect(ipmt(0.1, 1, 1, 100)).toBeCloseTo(-10, 9);
    expect(() => ipmt(0.1, 2.5, 2, 100)).not.toThrow();
    expect(cumipmt(1e-6, 36_525, 100, 1, 1)).toBeCloseTo(-1e-4, 12);
  });
});

describe('rates of growth', () => {
  it('compound', () => {
    expect(pduration(0.1, 100, 121)).toBeCloseTo(2, 12);
    expect(rri(2, 100, 121)).toBeCloseTo(0.1, 12);
    expect(effect(0.2, 2.9)).toBeCloseTo(0.21, 12);
    expect(nominal(0.21, 2.9)).toBeCloseTo(0.2, 12);
    expect(fvschedule(100, [0.1, -0.5])).toBeCloseTo(55, 12);
    expect(monthlyRate(1.1 ** 12 - 1)).toBeCloseTo(0.1, 12);
    expect(yearlyRate(0.1)).toBeCloseTo(1.1 ** 12 - 1, 12);
    expect(realRate(0.21, 0.1)).toBeCloseTo(0.1, 12);
    expect(() => monthlyRate(-1)).toThrow(RangeError);
  });

  it('discount months, those before the first up', () => {
    const factors = discountFactors(-12, 25, 0.21);
    expect([factors[0], factors[6], factors[12], factors[24]])
      .toEqual([1.21, 1.1, 1, 1 / 1.21].map((x) => expect.closeTo(x, 12)));
    expect(presentValue(Float64Array.of(2, 3), Float64Array.of(0.5, 2))).toBe(7);
    expect(sumOf(Float64Array.of(2, 3, -1))).toBe(4);
  });

  it('recover a value in level payments: at 10 % 100 in two, with 21 left at the end', () => {
    // 100 - 21/1.21 over 1/1.1 + 1/1.21.
    const worth = 1 / 1.1 + 1 / 1.21;
    expect(recoveryPayment(100, 21, 2, 0.1)).toBeCloseTo((100 - 21 / 1.21) / worth, 9);
    expect(recoveryPayment(100, 20, 4, 0)).toBe(20);
    expect(recoveryPayment(100, 20, 4, 1e-13)).toBe(20);
  });

  it('are fractions of a dollar and back', () => {
    expect([dollarde(1.1, 8), dollarde(1.1, 32.9), dollarfr(1.5, 32), dollarfr(1.125, 8)])
      .toEqual([1.125, 1.3125, 1.16, 1.1].map((x) => expect.closeTo(x, 12)));
  });
});

describe('depreciation at its edges', () => {
  it('by years’ digits and straight lines', () => {
    expect(sln(100, 10, 36_525)).toBeCloseTo(90 / 36_525, 12);
    // Digits 3 + 2 + 1.
    expect([1, 2, 3].map((per) => syd(70, 10, 3, per))).toEqual([30, 20, 10]);
  });

  it('declining at a fixed rate of three digits, months aside', () => {
    // 1 - 0.1^(1/2) = 0.684: a quarter of a year, a year, and three quarters.
    const [first = 0, second = 0, third = 0] = dbSeries(100, 10, 2, 3);
    expect(first).toBeCloseTo(17.1, 9);
    expect(second).toBeCloseTo(82.9 * 0.684, 9);
    expect(third).toBeCloseTo(82.9 * 0.316 * 0.684 * 0.75, 9);
    expect(dbSeries(100, 10, 2)).toHaveLength(2);
    expect([dbSeries(100, 10, 2.5).length, dbSeries(100, 10, 2.5, 3).length]).toEqual([3, 4]);
    expect(dbSeries(0, 0, 2)).toEqual([0, 0]);
    expect(dbSeries(100, 0, 1, 12)).toEqual([100]);
  });

  it('declining at twice the straight line, never below salvage', () => {
    expect([ddb(100, 50, 4, 1), ddb(100, 50, 4, 2), ddb(100, 70, 4, 1)]).toEqual([50, 0, 30]);
    expect([ddb(100, 0, 1, 1), ddb(100, 0, 2, 2)]).toEqual([100, 0]);
    expect(ddb(100, 0, 4, 2, 1)).toBeCloseTo(18.75, 12);
    // Four fifths a period, the last of which is half of one.
    expect(ddbSeries(100, 0, 2.5)).toEqual([80, 16, 100 * (0.2 ** 1.5 - 0.2 ** 2.5)]
      .map((x) => expect.closeTo(x, 9)));
  });

  it('switching to straight lines where those are more', () => {
    // 100 over four: 50, 25, then 12.5 either way.
    expect([0, 1, 2, 3].map((from) => vdb(100, 0, 4, from, from + 1)))
      .toEqual([50, 25, 12.5, 12.5]);
    expect(vdb(100, 0, 4, 0.5, 1.5)).toBeCloseTo(25 + 12.5, 12);
    // At 1.5 times: 37.5, 23.4375, then half of 39.0625 each; without the switch 14.648.
    expect(vdb(100, 0, 4, 2, 3, 1.5)).toBeCloseTo(39.0625 / 2, 12);
    expect(vdb(100, 0, 4, 2, 3, 1.5, true)).toBeCloseTo((39.0625 * 1.5) / 4, 12);
    expect(vdb(100, 90, 4, 0, 1)).toBe(10);
    expect([vdb(100, 0, 4, 2, 2), vdb(100, 0, 4, 4, 4)]).toEqual([0, 0]);
  });

  it.each<[string, () => unknown]>([
    ['no life', () => sln(1, 0, 0)], ['a life beyond a century of days', () => sln(1, 0, 36_526)],
    ['digits of year 0', () => syd(1, 0, 3, 0)], ['digits of year 4 of 3', () => syd(1, 0, 3, 4)],
    ['month 0', () => dbSeries(1, 0, 2, 0)], ['month 13', () => dbSeries(1, 0, 2, 13)],
    ['a cost below nothing', () => dbSeries(-1, 0, 2)],
    ['a salvage below nothing', () => dbSeries(1, -1, 2)], ['period 0', () => ddb(1, 0, 2, 0)],
    ['period 3 of 2', () => ddb(1, 0, 2, 3)], ['no factor', () => ddb(1, 0, 2, 1, 0)],
    ['a table of half a year', () => macrsTable(0.5)], ['a table of 101 years', () => macrsTable(101)],
    ['a table without a factor', () => macrsTable(5, 'half-year', 0)],
    ['no output', () => lcoeFcr(1, 1, 1, 0.1, 0)],
    ['no tokens', () => costPerMtokFromHourly(1, 0)],
    ['no use', () => costPerMtokFromHourly(1, 1, 0)],
    ['a rate without a period', () => rate(0, 1, 1)],
    ['flows without dates', () => xnpv(0.1, [1, 2], ['2025-01-01'])],
    ['dates before the first', () => xnpv(0.1, [1, 2], ['2025-01-02', '2025-01-01'])],
    ['a present value at -100 %', () => npvAtZero(-1, [1])],
    ['a finance rate of -100 %', () => mirr([-1, 2], -1, 0)],
    ['a reinvestment rate of -100 %', () => mirr([-1, 2], 0, -1)],
    ['percentiles of nothing', () => percentileInc([], 0.5)],
    ['percentiles below nothing', () => percentileInc([1], -0.1)],
    ['rows of two lengths', () => correlation([1, 2], [1, 2, 3])],
    ['runs that do not pair up', () => sobolFromRuns([1, 2], [1], [[1, 2]])],
    ['mixed runs that do not pair up', () => sobolFromRuns([1, 2], [3, 4], [[1]])],
    ['runs that do not vary', () => sobolFromRuns([1, 1], [1, 1], [[1, 1]])],
  ])('refuses %s', (_what, of) => expect(of).toThrow(RangeError));
});

describe('tax tables', () => {
  it('of lives between the printed ones follow the same rule', () => {
    // Four years at twice: 25, then half of what is left, the rest straight: 37.5, 18.75, 12.5, 6.25.
    expect(macrsTable(4)).toEqual([25, 37.5, 18.75, 12.5, 6.25]);
    expect(macrsTable(2, 'half-year', 1)).toEqual([25, 50, 25]);
    expect(macrsTable(10)[0]).toBe(10);
    expect(macrsTable(12)[0]).toBeCloseTo(6.25, 12);
    expect(macrsTable(1)).toEqual([100]);
    expect(() => macrsTable(100)).not.toThrow();
  });

  it('take quarters of the tax year, and the fourth one’s rule above 40 %', () => {
    expect([1, 3, 4, 6, 7, 9, 10, 12].map((month) => midQuarterOf(month).at(-1)))
      .toEqual(['1', '1', '2', '2', '3', '3', '4', '4']);
    const year = (ninth: number, tenth: number): readonly number[] =>
      Array.from({ length: 12 }, (_, m) => (m === 8 ? ninth : m === 9 ? tenth : 0));
    expect([needsMidQuarter(year(60, 40)), needsMidQuarter(year(59, 41))]).toEqual([false, true]);
  });

  it('give a bonus by the days of contract and service, both ends counted', () => {
    const at = (acquired: string, service: string, years = 5): number =>
      bonusShareAt(federalBonusRules, acquired, service, years);
    expect([at('2025-01-19', '2025-12-31'), at('2025-01-20', '2025-12-31'),
      at('2025-01-19', '2026-01-01'), at('2017-09-28', '2022-12-31'),
      at('2017-09-27', '2022-12-31'), at('2024-01-01', '2027-01-01'),
      at('2025-06-01', '2027-01-01', 20), at('2025-06-01', '2027-01-01', 39)])
      .toEqual([0.4, 1, 0.2, 1, 0, 0, 1, 0]);
  });
});

describe('levelised cost', () => {
  it('is charged capital and fixed cost over output, and the variable part', () => {
    expect(lcoeFcr(1000, 50, 0.25, 0.1, 300)).toBe(0.75);
    expect(() => lcoeFcr(1, 1, 1, 1, -1)).toThrow(RangeError);
  });

  it('has a charge rate of three factors', () => {
    const charge = fixedCharge({ inflation: 0.05, equityReturn: 0.12, interestRate: 0.05,
      debtShare: 0.4, taxRate: 0.2, lifeYears: 2, depreciation: [0.6, 0.4],
      construction: [0.7, 0.3], constructionInterest: 0.08 });
    // 0.6 x 12 % + 0.4 x 5 % x 0.8 = 8.8 % nominal.
    const wacc = 1.088 / 1.05 - 1;
    expect(charge.wacc).toBeCloseTo(wacc, 12);
    expect(charge.crf).toBeCloseTo(wacc / (1 - (1 + wacc) ** -2), 12);
    expect(charge.projectFactor)
      .toBeCloseTo((1 - 0.2 * (0.6 / 1.088 + 0.4 / 1.088 ** 2)) / 0.8, 12);
    expect(charge.constructionFactor).toBeCloseTo(0.7 * (1 + 0.8 * (1.08 ** 0.5 - 1))
      + 0.3 * (1 + 0.8 * (1.08 ** 1.5 - 1)), 12);
    expect(charge.fixedChargeRate)
      .toBeCloseTo(charge.crf * charge.projectFactor * charge.constructionFactor, 12);
  });
});

describe('statistics of small samples', () => {
  it('rank ties by their mean', () => {
    expect(averageRanks([30, 10, 20, 10, 30, 30])).toEqual([5, 1.5, 3, 1.5, 5, 5]);
    expect(averageRanks([])).toEqual([]);
    expect(spearman([1, 2, 3, 4], [1, 4, 9, 100])).toBeCloseTo(1, 12);
    expect(mean([1, 2, 6])).toBe(3);
    expect(correlation([1, 2], [5, 3])).toBeCloseTo(-1, 12);
    expect(() => correlation([1, 2], [3, 3])).toThrow('does not vary');
  });

  it('have percentiles from end to end', () => {
    expect([percentileInc([1, 2, 3, 4], 0.3), percentileInc([9, 1], 0)]).toEqual([1.9, 1]);
    expect([percentileExc([1, 2, 3], 0.25), percentileExc([1, 2, 3], 0.5)]).toEqual([1, 2]);
  });

  it('share variance by the formulas of test functions', () => {
    // Parts 1/3 and 1/12: product 4/3 x 13/12 = 13/9, less one 4/9.
    const g = sobolG([0, 1]);
    expect(g.variance).toBeCloseTo(4 / 9, 12);
    expect(g.first).toEqual([3 / 4, 3 / 16].map((x) => expect.closeTo(x, 12)));
    expect(g.total).toEqual([(1 / 3) * (13 / 12) * (9 / 4), (1 / 12) * (4 / 3) * (9 / 4)]
      .map((x) => expect.closeTo(x, 12)));
    expect(sobolLinear([1, 2], [4])).toEqual({ first: [0.5, 0.5], total: [0.5, 0.5],
      variance: 8 });
  });

  it('are estimated from runs: means of products and squares over the variance', () => {
    // A 1 3, B 5 7: variance 5 about 4. AB 2 5: 5 x 1 + 7 x 2 over two, and (1 + 4) / 2 over two.
    const found = sobolFromRuns([1, 3], [5, 7], [[2, 5]]);
    expect(found).toEqual({ variance: 5, first: [expect.closeTo(9.5 / 5, 12)],
      total: [expect.closeTo(1.25 / 5, 12)] });
  });
});

describe('values in time', () => {
  it('are discounted from the first flow, or from a period before it', () => {
    expect(npvAtZero(0.1, [-100, 55, 60.5])).toBeCloseTo(0, 12);
    expect(npvExcel(0.1, [110, 121])).toBeCloseTo(200, 12);
    expect(xnpv(0.1, [-100, 110, 121], [0, 365, 730])).toBeCloseTo(100, 9);
    expect(irr([-100, 110])).toBeCloseTo(0.1, 12);
    expect(irr([100, 110])).toBeNull();
    // Looked for up to a million a period.
    expect([irr([-1, 0.95e6]), irr([-1, 1.05e6])])
      .toEqual([expect.closeTo(949_999, 0), null]);
    expect(xirr([-100, 121], [0, 730])).toBeCloseTo(0.1, 9);
  });

  it('of several rates give the one that steps from the guess lead to', () => {
    // 100 (x - 1.1)(x - 1.6) upside down: 10 and 60 %.
    const flows = [-100, 270, -176];
    expect([irr(flows, 0.05), irr(flows, 0.7), irr(flows)])
      .toEqual([0.1, 0.6, 0.1].map((x) => expect.closeTo(x, 9)));
  });

  it('returned at one rate and paid at another', () => {
    // 121 + 110 x 1.2 back for 100 + 11/1.1 paid: over two periods.
    expect(mirr([-100, 110, 121], 0.1, 0.2)).toBeCloseTo(Math.sqrt((132 + 121) / 100) - 1, 12);
    expect(mirr([-100, -11, 242], 0.1, 0.2)).toBeCloseTo(Math.sqrt(242 / 110) - 1, 12);
    expect([mirr([1, 2], 0, 0), mirr([-1, -2], 0, 0), mirr([-1], 0, 0)])
      .toEqual([null, null, null]);
  });

  it('of level payments have a rate, at either end of the period', () => {
    expect(rate(2, -121 / 2.1, 100)).toBeCloseTo(0.1, 9);
    expect(rate(2, -121 / 2.1 / 1.1, 100, 0, 1)).toBeCloseTo(0.1, 9);
    expect(rate(4, -25, 100)).toBeCloseTo(0, 9);
    expect(rate(2, 0, -100, 121)).toBeCloseTo(0.1, 9);
    expect(rate(2, 10, 100)).toBeNull();
  });

  it('come back when their sum does', () => {
    expect(paybackPeriods([100, 50])).toBeNull();
    expect(paybackPeriods([-100, 60, -20, 60, 30])).toBeCloseTo(3, 12);
    expect(paybackPeriods([-100, 121], 0.1)).toBeCloseTo(100 / 110, 12);
  });
});

describe('money and tokens', () => {
  it('by the hour, the megawatt and the joule', () => {
    // 1,000 tok/s are 3.6 million an hour.
    expect(costPerMtokFromHourly(7.2, 1000)).toBeCloseTo(2, 12);
    expect(costPerMtokFromHourly(7.2, 1000, 0.5)).toBeCloseTo(4, 12);
    expect(acceleratorMetrics(1000, 7.2, 2)).toEqual({ tokPerSecPerMw: 500_000,
      joulesPerToken: 2, usdPerMtok: expect.closeTo(2, 12) as number });
  });

  it('over all tokens and over either kind', () => {
    expect(costPerMtok(12, 4e6, 2e6)).toEqual({ total: 2, output: 6, input: 3 });
    expect(costPerMtok(12, 0, 0)).toEqual({ total: null, output: null, input: null });
    expect(fleetCost(2, 3, 5, 7)).toBe(210);
    expect(tokenRevenue(5e6, 2e6, 1e6, { hit: 1, miss: 10, output: 100 })).toBe(132);
  });

  it('fall by a factor a year', () => {
    expect(annualDeclineFactor(80, 10, 3)).toBeCloseTo(2, 12);
    expect(declineYears(2, 1)).toBe(2);
    // A geometric sum of twelve months: (1 - 1/2) / (1 - 2^(-1/12)) / 12.
    expect(declineYears(1, 2)).toBeCloseTo(0.5 / (1 - 2 ** (-1 / 12)) / 12, 12);
  });
});
