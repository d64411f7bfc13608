import { describe, expect, it } from 'vitest';
import { placeAsset } from '../../../../shared/economics/statement/capital.ts';
import { layDebt } from '../../../../shared/economics/statement/debt.ts';
import { evaluateEconomics } from '../../../../shared/economics/statement/evaluate.ts';
import { lineOf } from '../../../../shared/economics/statement/statement.ts';
import type { CapexItem, DebtParams,
  FinanceParams } from '../../../../shared/economics/statement/types.ts';
import { debt, economics, finance, sales, servers, opexLine } from '../fixture.ts';
import {
  coverOf, scheduledService, shortfallOf,
} from '../../../../shared/economics/statement/coverage.ts';
import { handLife, handTimeline } from '../hand.ts';

/** 2,000 USD paid half in month -1 and half in month 0, at 12 % a year: 1 % a month. */
const asset = (over: Partial<CapexItem> = {}) =>
  placeAsset(servers({ amountUsd: 2000, serviceMonth: 1,
  draws: [{ month: -1, share: 0.5 }, { month: 0, share: 0.5 }], ...over }), 6,
    { discountRate: 0 });
const loan = (over: Partial<DebtParams>): DebtParams =>
  debt({ share: 0.5, ratePerYear: 0.12, tenorMonths: 4,
  upfrontFeeShare: 0.02, kind: 'constant-principal', ...over });
const lay = (over: Partial<DebtParams>, cafds: readonly number[] = [], last = 6) =>
  layDebt(loan(over), [asset()], handTimeline(-1, last), () => Float64Array.from(cafds));
/** Values to a millionth of a dollar. */
const six = (values: Iterable<number>): readonly string[] =>
  Array.from(values, (x) => (x === 0 ? 0 : x).toFixed(6));

describe('a loan by hand', () => {
  it('adds interest before service and repays equal parts', () => {
    // 500 in month -1, 500 and 5 of interest in month 0: 1,005 lent, 251.25 repaid in
    // each of four months.
    const { draws, capitalised, interest, principal, fee, balance, balloon } = lay({});
    expect(six(draws)).toEqual(six([500, 500, 0, 0, 0, 0, 0, 0]));
    expect(six(capitalised)).toEqual(six([0, 5, 0, 0, 0, 0, 0, 0]));
    expect(six(interest)).toEqual(six([0, 5, 10.05, 7.5375, 5.025, 2.5125, 0, 0]));
    expect(six(principal)).toEqual(six([0, 0, 251.25, 251.25, 251.25, 251.25, 0, 0]));
    expect(six(balance)).toEqual(six([500, 1005, 753.75, 502.5, 251.25, 0, 0, 0]));
    expect(six(fee)).toEqual(six([0, 20.1, 0, 0, 0, 0, 0, 0]));
    expect(six(balloon)).toEqual(six([0, 0, 0, 0, 0, 0, 0, 0]));
  });

  it('has interest before service paid instead when asked', () => {
    const { capitalised, interest, balance } = lay({ constructionInterest: 'paid' });
    expect(six(capitalised)).toEqual(six([0, 0, 0, 0, 0, 0, 0, 0]));
    expect(six(interest)).toEqual(six([0, 5, 10, 7.5, 5, 2.5, 0, 0]));
    expect(six(balance)).toEqual(six([500, 1000, 750, 500, 250, 0, 0, 0]));
  });

  it('repays an annuity when level', () => {
    const payment = (1005 * 0.01) / (1 - 1.01 ** -4);
    const { interest, principal } = lay({ kind: 'level' });
    for (const at of [2, 3, 4,
      5]) expect((interest[at] ?? 0) + (principal[at] ?? 0)).toBeCloseTo(payment, 9);
    expect(principal[2]).toBeCloseTo(payment - 10.05, 9);
  });

  it('repays at the horizon what the tenor leaves', () => {
    const { balloon, principal, balance } = lay({}, [], 3);
    expect(six(principal)).toEqual(six([0, 0, 251.25, 251.25, 251.25]));
    expect(six(balloon)).toEqual(six([0, 0, 0, 0, 251.25]));
    expect(balance[4]).toBeCloseTo(0, 9);
  });

  it('of one dollar is a loan', () => {
    const small = asset({ amountUsd: 2, draws: [{ month: 0, share: 1 }] });
    const { fee, principal } = layDebt(loan({ ratePerYear: 0 }), [small], handTimeline(-1, 6),
      () => new Float64Array(8));
    expect(six(fee)).toEqual(six([0, 0.02, 0, 0, 0, 0, 0, 0]));
    expect(six(principal)).toEqual(six([0, 0, 0.25, 0.25, 0.25, 0.25, 0, 0]));
  });

  it('lends nothing on what is paid once the asset serves', () => {
    const late = asset({ draws: [{ month: -1, share: 0.5 }, { month: 1, share: 0.5 }] });
    expect(six(layDebt(loan({}), [late], handTimeline(-1, 6),
      () => new Float64Array(8)).draws)).toEqual(six([500, 0, 0, 0, 0, 0, 0, 0]));
  });

  it('runs one loan for each month of service', () => {
    const second = asset({ serviceMonth: 3, draws: [{ month: 2, share: 1 }] });
    const { draws, fee } = layDebt(loan({ ratePerYear: 0 }), [asset(), second],
      handTimeline(-1, 6),
      () => new Float64Array(8));
    expect(six(draws)).toEqual(six([500, 500, 0, 1000, 0, 0, 0, 0]));
    expect(six(fee)).toEqual(six([0, 20, 0, 20, 0, 0, 0, 0]));
  });
});

describe('sculpted debt by hand', () => {
  const cash = [0, 0, 130, 260, 130, 0, 0, 0];

  it('is the present value of cash over the cover ratio, repaid as the cash comes', () => {
    const value = 100 / 1.01 + 200 / 1.01 ** 2 + 100 / 1.01 ** 3;
    const { interest, principal, draws, capitalised, limitedByShare, balance } =
      lay({ kind: 'sculpted', share: 0.9, targetDscr: 1.3, tenorMonths: 3 }, cash);
    const lent = [...draws, ...capitalised].reduce((sum, x) => sum + x, 0);
    expect(lent).toBeCloseTo(value, 9);
    expect(six(interest.map((x, at) => (at < 2 ? 0 : x + (principal[at] ?? 0)))))
      .toEqual(six([0, 0,
        100, 200, 100, 0, 0, 0]));
    expect(balance[4]).toBeCloseTo(0, 9);
    expect(limitedByShare).toBe(false);
  });

  it('is cut to its share of what the assets cost with interest', () => {
    const { draws, capitalised, limitedByShare } = lay({ kind: 'sculpted', share: 0.1,
      tenorMonths: 3 }, cash);
    expect([...draws, ...capitalised].reduce((sum, x) => sum + x,
      0)).toBeCloseTo(0.1 * (1000 * 1.01 + 1000), 9);
    expect(limitedByShare).toBe(true);
  });

  it('takes no month of negative cash as service', () => {
    const { principal, interest } = lay({ kind: 'sculpted', share: 0.9, tenorMonths: 3 },
      [0, 0, -50, 130, 130]);
    expect((principal[2] ?? 0) + (interest[2] ?? 0)).toBeCloseTo(0, 9);
  });
});

/** 2,000 USD of servers, 750 USD of revenue and 100 of cost in each of six months. */
const plan = (over: Partial<FinanceParams>) => evaluateEconomics(economics({
  lifecycle: handLife(6),
  capex: [servers({ amountUsd: 2000, draws: [
    { month: -1, share: 0.5 }, { month: 0, share: 0.5 },
  ],
    residual: { kind: 'fixed', share: 0 } })],
  opex: [opexLine({ basis: 'month', rate: 100, escalationPerYear: 0, group: 'people' })],
  sales: [sales({ inputUsdPerMtok: 1, cachedUsdPerMtok: 0.5, outputUsdPerMtok: 4,
    failedShare: 0,
    path: { ...sales().path, modelDeclinePerYear: 0 } })],
  finance: finance({ discountRate: 0, receivableDays: 0, payableDays: 0,
    tax: { federalRate: 0, stateRate: 0, lossRule: 'use', lossLimitShare: 1 }, ...over }),
}));

describe('the owner’s flow with debt', () => {
  const financed = plan({ debt: loan({ dsraMonths: 0 }) });

  it('is revenue less cost, payments, interest, principal and fee, plus what is drawn', () => {
    expect(six(lineOf(financed.statement, 'equity').values)).toEqual(six([
      -500, -500 - 20.1, 650 - 251.25 - 10.05, 650 - 251.25 - 7.5375, 650 - 251.25 - 5.025,
      650 - 251.25 - 2.5125, 650, 650]));
  });

  it('is covered by EBITDA over interest and principal', () => {
    expect(financed.debt?.dscrMin.value).toBeCloseTo(650 / 261.3, 9);
    const covers = [261.3, 258.7875, 256.275, 253.7625].map((service) => 650 / service);
    expect(financed.debt?.dscrAverage.value).toBeCloseTo(covers.reduce((a, b) => a + b) / 4, 9);
  });

  it('is covered over the term after tax, and over its life at its rate', () => {
    // Four months are less than a year: 4 x 650 over what falls due in them.
    const due = [261.3, 258.7875, 256.275, 253.7625];
    expect(financed.debt?.dscrYearMin.value)
      .toBeCloseTo(2600 / due.reduce((a, b) => a + b), 9);
    // The service is worth the loan: 1,005 at 1 % a month.
    const cash = [1, 2, 3, 4].reduce((sum, n) => sum + 650 / 1.01 ** n, 0);
    expect(financed.debt?.llcr.value).toBeCloseTo(cash / 1005, 9);
    expect(financed.debt?.shortfallUsd).toBe(0);
  });

  it('has sources equal to uses until service, named', () => {
    expect(financed.debt).toMatchObject({ amountUsd: 1005, interestDuringConstructionUsd: 5,
      balloonUsd: 0 });
    expect(financed.debt?.feeUsd).toBeCloseTo(20.1, 9);
    expect(financed.debt?.equityUsd).toBeCloseTo(1020.1, 9);
    expect(financed.debt?.usesUsd).toBeCloseTo(2025.1, 9);
    expect(financed.debt?.sourcesUsd).toBeCloseTo(2025.1, 9);
  });

  it('fills the service reserve before service and lives off it at the end', () => {
    const reserved = plan({ debt: loan({ dsraMonths: 1, ratePerYear: 0, upfrontFeeShare: 0 }),
      reserveInterest: 0.12 });
    expect(six(lineOf(reserved.statement, 'reserves').values))
      .toEqual(six([0, 250, 250, 250, 250,
        0, 0, 0]));
    expect(six(lineOf(reserved.statement, 'reserveInterest').values))
      .toEqual(six([0, 0, 2.5, 2.5,
        2.5, 2.5, 0, 0]));
    expect(six(lineOf(reserved.statement, 'reserveChange').values))
      .toEqual(six([0, -250, 0, 0, 0,
        250, 0, 0]));
  });

  it('deducts interest and the fee, over the tenor, before tax', () => {
    const taxed = plan({ debt: loan({}), tax: { federalRate: 0.5, stateRate: 0, lossRule: 'use',
      lossLimitShare: 1 } });
    // 6 x 650 less 2,005 written off (5 of interest in its basis), 25.125 of interest and
    // 20.1 of fee.
    const income = 3900 - 2005 - 25.125 - 20.1;
    expect(taxed.totals.taxUsd).toBeCloseTo(income / 2, 6);
    // Over a tenor of twelve months six repay 83.75 each: 47.74 of interest, and in the last
    // month what is left of the fee.
    const long = plan({ debt: loan({ tenorMonths: 12, dsraMonths: 0 }),
      tax: { federalRate: 0.5, stateRate: 0, lossRule: 'use', lossLimitShare: 1 } });
    const interest = 0.01 * (6 * 1005 - 15 * 83.75);
    expect(long.totals.taxUsd).toBeCloseTo((3900 - 2005 - interest - 20.1) / 2, 6);
  });
});

describe('cover of debt service', () => {
  const flat = (...values: number[]): Float64Array => Float64Array.from(values);
  const none = flat(0, 0, 0, 0);

  it('has no ratio in a month whose service is what rounding leaves', () => {
    const service = scheduledService(flat(100, 50, 1e-9, 2e-14));
    expect([...service]).toEqual([100, 50, 0, 0]);
    const cover = coverOf({ ebitda: flat(130, 65, -40, -90), cafds: flat(120, 60, -40, -90),
      service, balloon: none, ratePerYear: 0 });
    expect(cover.dscrMin.value).toBeCloseTo(1.3, 12);
    expect(cover.dscrAverage.value).toBeCloseTo(1.3, 12);
    expect(cover.dscrYearMin.value).toBeCloseTo(180 / 150, 12);
  });

  it('is the least of all twelve months in a row, tax included', () => {
    // Thirteen months of 10 due; cash 20 but for -10 in the last: 120 of 220 and of 230 to 120.
    const due = new Float64Array(13).fill(10);
    const cafds = new Float64Array(13).fill(20);
    cafds[12] = -10;
    const cover = coverOf({ ebitda: cafds, cafds, service: due, ratePerYear: 0,
      balloon: new Float64Array(13) });
    expect(cover.dscrYearMin.value).toBeCloseTo((11 * 20 - 10) / 120, 12);
    expect(cover.dscrMin.value).toBeCloseTo(-1, 12);
    expect(cover.llcr.value).toBeCloseTo((12 * 20 - 10) / 130, 12);
  });

  it('is absent where nothing is due', () => {
    const cover = coverOf({ ebitda: none, cafds: none, service: none, balloon: none,
      ratePerYear: 0.1 });
    expect(Object.values(cover).map((metric) => metric.value)).toEqual([null, null, null, null]);
  });

  it('leaves service beyond EBITDA as an amount of its own', () => {
    expect([...shortfallOf(flat(80, -10, 50), flat(100, 30, 40))]).toEqual([20, 30, 0]);
    // 650 of EBITDA against 1,005 due in one month and nothing after.
    const short = plan({ debt: loan({ tenorMonths: 1, dsraMonths: 0 }) });
    expect(six(lineOf(short.statement, 'debt.shortfall').values))
      .toEqual(six([0, 0, 1005 * 1.01 - 650, 0, 0, 0, 0, 0]));
  });
});

describe('the owner’s return with debt', () => {
  it('is measured on what the owner had to put in, reserves with it', () => {
    // 2,000 of servers and 20.10 of fee less 1,000 drawn; the flow sums to 3,900 - 2,025.10 -
    // 25.125.
    const gain = 3900 - 2000 - 20.1 - 5 - 25.125;
    const bare = plan({ debt: loan({ dsraMonths: 0 }) }).equity;
    expect(bare.roi.value).toBeCloseTo(gain / 1020.1, 9);
    expect(bare.moic.value).toBeCloseTo(1 + gain / 1020.1, 9);
    // All four months of service, 1,005 and 25.125, stand in the reserve before the first.
    const reserved = plan({ debt: loan({}) }).equity;
    expect(reserved.roi.value).toBeCloseTo(gain / (1020.1 + 1005 + 25.125), 9);
  });

  it('never loses more than was put in, and says in ROI what MOIC says', () => {
    for (const share of [0, 0.5, 0.95]) for (const reserveMonths of [0, 6]) {
      const { equity, project } = plan({ debt: loan({ share }),
        operatingReserveMonths: reserveMonths, tax: { federalRate: 0.5, stateRate: 0,
          lossRule: 'use', lossLimitShare: 1 } });
      for (const { roi, moic } of [equity, project])
        expect((roi.value ?? NaN) + 1).toBeCloseTo(moic.value ?? NaN, 12);
    }
    // Nothing is sold: the loan falls on the owner, month by month.
    const lost = evaluateEconomics(economics({
      lifecycle: handLife(6), capex: [servers({ amountUsd: 2000, serviceMonth: 1 })],
      opex: [opexLine({ basis: 'month', rate: 100, escalationPerYear: 0, group: 'people' })],
      sales: [sales({ inputUsdPerMtok: 0, cachedUsdPerMtok: 0, outputUsdPerMtok: 0 })],
      finance: finance({ debt: loan({ share: 0.95 }),
        tax: { federalRate: 0, stateRate: 0, lossRule: 'use', lossLimitShare: 1 } }),
    })).equity;
    expect(lost.roi.value).toBeGreaterThanOrEqual(-1);
    expect(lost.roi.value).toBeLessThan(-0.9);
  });

  it('is not called limited by its share but for sculpted debt', () => {
    expect(plan({ debt: loan({}) }).debt?.limitedByShare).toBe(false);
  });

  it('has its sources and uses until the first of several assets serves', () => {
    const two = evaluateEconomics(economics({
      lifecycle: handLife(6), opex: [], sales: [sales()],
      capex: [servers({ amountUsd: 2000, draws: [{ month: -1, share: 0.5 }, { month: 0,
        share: 0.5 }] }),
        servers({ key: 'late', amountUsd: 1000, serviceMonth: 3,
          draws: [{ month: 2, share: 1 }] })],
      finance: finance({ receivableDays: 0, payableDays: 0, debt: loan({ dsraMonths: 0 }) }),
    }));
    expect(two.debt?.usesUsd).toBeCloseTo(2000 + 5 + 20.1, 9);
  });
});

describe('reserves of operating cost', () => {
  it('hold part months too', () => {
    expect(six(lineOf(plan({ operatingReserveMonths: 1.5 }).statement,
      'reserves').values)).toEqual(six([0, 150, 150, 150, 150, 150, 100, 0]));
  });
});
