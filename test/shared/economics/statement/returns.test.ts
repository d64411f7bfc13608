import { describe, expect, it } from 'vitest';
import {
  breakEvenOf, findBreakEven,
} from '../../../../shared/economics/statement/break-even.ts';
import { datedIrr } from '../../../../shared/economics/statement/dated-irr.ts';
import { layCapital, placeAsset, curveDraws,
  residualShare } from '../../../../shared/economics/statement/capital.ts';
import { evaluateEconomics } from '../../../../shared/economics/statement/evaluate.ts';
import { shareEnergy } from '../../../../shared/economics/statement/energy-parts.ts';
import { explainAbsent } from '../../../../shared/plan/figures/notices.ts';
import {
  measureFlow, mirrOf, paybackOf, type Rates,
} from '../../../../shared/economics/statement/returns.ts';
import {
  lineOf, rollUp, rollUpYears,
} from '../../../../shared/economics/statement/statement.ts';
import type { EconomicsParams } from '../../../../shared/economics/statement/types.ts';
import { economics, finance, opexLine, sales, servers } from '../fixture.ts';
import { handLife, handTimeline } from '../hand.ts';

const flow = (...values: number[]): Float64Array => Float64Array.from(values);
const measure = (values: Float64Array, firstMonth: number, at: Rates, paid: Float64Array) =>
  measureFlow({ flow: () => values, firstMonth: () => firstMonth, rates: at,
    investment: () => paid });
const rates = { discountRate: 0.21, financeRate: 0.1, reinvestRate: 0.1 };

describe('measures of a flow', () => {
  // Paid in month 0, back after a year: at 21 % a dollar in a year is worth 1/1.21.
  const year = flow(-100, ...Array.from({ length: 11 }, () => 0), 142);
  const measured = measure(year, 0, rates, flow(100));

  it('are NPV, rate of return, ROI, MOIC and profitability by their definitions', () => {
    expect(measured.npvUsd).toBeCloseTo(142 / 1.21 - 100, 9);
    expect(measured.irr.value).toBeCloseTo(0.42, 9);
    expect(measured.mirr.value).toBeCloseTo(0.42, 9);
    expect(measured.roi.value).toBeCloseTo(0.42, 12);
    expect(measured.moic.value).toBeCloseTo(1.42, 12);
    expect(measured.profitabilityIndex.value).toBeCloseTo(142 / 1.21 / 100, 9);
    expect(measured.paybackMonths.value).toBe(12);
  });

  it('count in MOIC what the owner has to put in, not what earlier months pay for', () => {
    // 100 at first, 20 more in month 2: the sum stands at -100, -70, -120, 80.
    expect(measure(flow(-100, 30, -50, 200), 0, rates,
      flow(100)).moic.value).toBeCloseTo(200 / 120, 12);
    // The tax of month 2 is paid from what month 1 earned: 100 in, 180 back.
    expect(measure(flow(-100, 150, -20, 50), 0, rates,
      flow(100)).moic.value).toBeCloseTo(180 / 100, 12);
    expect(measure(flow(1, 2), 0, rates, flow(1)).moic)
      .toMatchObject({ absent: { code: 'no-sign-change' } });
  });

  it('quote no IRR beyond 100,000 % a year, though it is listed', () => {
    // Doubled in a month: 2^12 - 1 = 409,500 % a year. By 1.7 a month: 58,162 %.
    const doubled = measure(flow(-1, 2), 0, rates, flow(1));
    expect(doubled.irr).toMatchObject({ value: null, absent: { code: 'beyond-range' } });
    expect(doubled.returns.roots[0]).toBeCloseTo(4095, 6);
    expect(measure(flow(-1, 1.7), 0, rates, flow(1)).irr.value).toBeCloseTo(1.7 ** 12 - 1, 6);
  });

  it('quote the one IRR above -90 % beside roots at which nearly all is lost', () => {
    // A year from each flow to the next, in powers of w = 1 + r: -100 w^2 + 155 w - 7.5
    // = -100 (w - 1.5)(w - 0.05) is 0 at +50 % and at -95 %.
    const yearly = new Float64Array(25);
    yearly.set([-100], 0);
    yearly.set([155], 12);
    yearly.set([-7.5], 24);
    const found = measure(yearly, 0, rates, flow(100));
    expect(found.returns.roots.map((root) => root.toFixed(9)))
      .toEqual(['-0.950000000', '0.500000000']);
    expect(found.irr.value).toBeCloseTo(0.5, 9);
    // -100 (w - 1.5)(w - 0.2) = -100 w^2 + 170 w - 30: -80 % is a rate like others, and the
    // NPV falls from w = 60 / 170 on, so that the discount rate lies on the side of +50 %.
    yearly.set([170], 12);
    yearly.set([-30], 24);
    expect(measure(yearly, 0, rates, flow(100)).irr.value).toBeCloseTo(0.5, 9);
    // At -70 %, w = 0.3, the NPV still rises: the rate nearest is one of borrowing.
    expect(measure(yearly, 0, { ...rates, discountRate: -0.7 }, flow(100)).irr)
      .toMatchObject({ absent: { code: 'several-rates' } });
    // -100 (w - 1.5)(w - 1.2) = -100 w^2 + 270 w - 180: two gains are two answers.
    yearly.set([270], 12);
    yearly.set([-180], 24);
    expect(measure(yearly, 0, rates, flow(100)).irr)
      .toMatchObject({ absent: { code: 'several-rates' } });
    // All but a twentieth is lost in a year, and no other rate fits: that is the return.
    const lost = new Float64Array(13);
    lost.set([-100], 0);
    lost.set([5], 12);
    expect(measure(lost, 0, rates, flow(100)).irr.value).toBeCloseTo(-0.95, 9);
  });

  it('draw the NPV over the rate, zero at the rate of return', () => {
    const at = (rate: number) => measured.returns.profile.find((point) =>
      point.rate === rate)?.npvUsd ?? Number.NaN;
    expect([at(0), at(1), at(-0.5)])
      .toEqual([42, expect.closeTo(-29, 9), expect.closeTo(184, 9)]);
    expect(measured.returns.profile.map(({ rate }) => rate).toSorted((a, b) => a - b))
      .toEqual(measured.returns.profile.map(({ rate }) => rate));
  });

  it('compound at the reinvestment rate and discount at the finance rate in MIRR', () => {
    // -100 now, -121 in a year worth 110 at 10 %; 60 back at once in month 6 grows half a
    // year at 44 %.
    const values = flow(-100, 0, 0, 0, 0, 0, 60, 0, 0, 0, 0, 0, -121,
      ...Array.from({ length: 11 }, () => 0), 400);
    const mirr = mirrOf(values, { discountRate: 0, financeRate: 0.1, reinvestRate: 0.44 });
    expect(mirr.value).toBeCloseTo(((400 + 60 * 1.44 ** 1.5) / 210) ** 0.5 - 1, 9);
    expect(mirrOf(flow(0, 5, 0), rates)).toMatchObject({ absent: { code: 'no-sign-change' } });
    expect(mirrOf(flow(1, 5), rates)).toMatchObject({ absent: { code: 'no-sign-change' } });
  });

  it('pay back in the month from which the sum stays at or above zero', () => {
    expect(paybackOf(flow(-10, 10, -5, 5, 1), -1, null).value).toBe(2);
    expect(paybackOf(flow(-10, 10), -3, null).value).toBe(0);
    const never = paybackOf(flow(-10, 9), 0, null);
    expect(never).toMatchObject({ absent: { code: 'not-within-horizon' } });
    expect(never.value === null ? explainAbsent(never.absent) : '').toBe('not within the horizon');
    expect(paybackOf(flow(1, 1), 0, null))
      .toMatchObject({ absent: { code: 'no-sign-change' } });
    expect(paybackOf(flow(-10, 12, 0, 3), 0, flow(1, 0.8, 0.7, 0.6)).value).toBe(3);
  });
});

/**
 * Three months at 750 USD; 1,200 of servers worth 300 after; 100 a month and 1 USD per million
 * tokens.
 */
const plan = (over: Partial<EconomicsParams> = {}) => economics({
  lifecycle: handLife(3),
  capex: [servers({ amountUsd: 1200, draws: [{ month: 0, share: 1 }],
    residual: { kind: 'fixed', share: 0.25 } })],
  opex: [opexLine({ key: 'staff', group: 'people', basis: 'month', rate: 100,
    escalationPerYear: 0 }),
    opexLine({ key: 'fee', group: 'selling', basis: 'mtok', rate: 0.2, escalationPerYear: 0 })],
  sales: [sales({ inputUsdPerMtok: 1, cachedUsdPerMtok: 0.5, outputUsdPerMtok: 4,
    failedShare: 0,
    path: { ...sales().path, modelDeclinePerYear: 0 } })],
  finance: finance({ discountRate: 0, inflation: 0, receivableDays: 0, payableDays: 0,
    tax: { federalRate: 0, stateRate: 0, lossRule: 'use', lossLimitShare: 1 } }), ...over,
});

describe('unit cost by hand', () => {
  const { unitCost, totals } = evaluateEconomics(plan());

  it('is charges and operating cost over tokens, sold or reserved', () => {
    // 900 of charges, 300 of staff and 300 of fees over 1,500 M tokens of 3,000 M.
    expect(unitCost.economicCostUsd).toBeCloseTo(1500, 9);
    expect(unitCost.costPerMtokUsd.value).toBeCloseTo(1, 12);
    expect(unitCost.reservationPerMtokUsd.value).toBeCloseTo(0.5, 12);
    expect(unitCost.utilisation.value).toBeCloseTo(0.5, 12);
    expect([...unitCost.monthlyPerMtokUsd].map((x) =>
      x.toFixed(9))).toEqual(Array.from({ length: 4 },
      (_, at) => (at === 0 ? 'NaN' : '1.000000000')));
  });

  it('is fixed but for what is paid per token, and half of that is for unused capacity', () => {
    expect(unitCost.fixedCostUsd).toBeCloseTo(1200, 9);
    expect(unitCost.strandedUsd).toBeCloseTo(600, 9);
    expect(unitCost.stack).toEqual([
      { key: 'capital.accelerator', label: 'accelerator', usd: expect.closeTo(900, 9) as number,
        fixedUsd: expect.closeTo(900, 9) as number },
      { key: 'staff', label: 'Electricity', usd: expect.closeTo(300, 9) as number,
        fixedUsd: expect.closeTo(300, 9) as number },
      { key: 'fee', label: 'Electricity', usd: expect.closeTo(300, 9) as number,
        fixedUsd: expect.closeTo(0, 9) as number },
    ]);
  });

  it('splits energy by what it goes into, and still adds up', () => {
    // Of 1,800 kW at the meter 1,500 are IT, 120 losses and 30 lights: 150 cool. At 0.1 USD a
    // month's 1,314,000 kWh cost 131,400, of which the idle 40 % are fixed.
    const costs = evaluateEconomics(plan({ opex: [
      opexLine({ rate: 0.1, escalationPerYear: 0 }),
      opexLine({ key: 'staff', group: 'people', basis: 'month', rate: 100,
        escalationPerYear: 0 }),
    ] })).unitCost;
    const usd = Object.fromEntries(costs.stack.map((part) => [part.key, part.usd]));
    const bill = 3 * 131_400;
    expect(usd['energy.it']).toBeCloseTo((bill * 1500) / 1800, 6);
    expect(usd['energy.cooling']).toBeCloseTo((bill * 150) / 1800, 6);
    expect(usd['energy.losses']).toBeCloseTo((bill * 120) / 1800, 6);
    expect(usd['energy.other']).toBeCloseTo((bill * 30) / 1800, 6);
    const cooling = costs.stack.find(({ key }) => key === 'energy.cooling');
    expect(cooling?.fixedUsd).toBeCloseTo(0.4 * ((bill * 150) / 1800), 6);
    expect(costs.stack.reduce((sum, part) => sum + part.usd, 0))
      .toBeCloseTo(costs.economicCostUsd, 6);
  });

  it('calls what is billed without drawing other energy', () => {
    const zero = handLife(2, { itKw: [0, 10], facilityKw: [0, 12], lossKw: [0, 1],
      otherKw: [0, 0.5] });
    const shares = shareEnergy(zero.total, handTimeline(0, 2));
    expect([...shares.other].map((x) => x.toFixed(6)))
      .toEqual(['1.000000', '1.000000', '0.041667']);
    expect(shares.cooling[2]).toBeCloseTo(0.5 / 12, 12);
    expect(shares.it[0]).toBe(0);
  });

  it('has a footprint per token', () => {
    expect(unitCost.joulesPerToken.value)
      .toBeCloseTo((3 * 1_314_000 * 3.6e6) / (1500 * 1e6), 9);
    expect(unitCost.tokensPerKwh.value).toBeCloseTo((1500 * 1e6) / (3 * 1_314_000), 6);
    expect(unitCost.gramsCo2PerMtok.value).toBeCloseTo((3 * 400_000 * 1000) / 1500, 6);
    expect(unitCost.litresPerMtok.value).toBeCloseTo((3 * 500 * 1000) / 1500, 6);
  });

  it('adds up to totals', () => {
    expect(totals)
      .toMatchObject({ capexUsd: 1200, salvageUsd: 300, energyUsd: 0, tokensMtok: 1500,
        inputMtok: 1200, outputMtok: 300 });
    expect(totals.opexUsd).toBeCloseTo(600, 9);
    expect(totals.revenueMultiple.value).toBeCloseTo(2250 / 1200, 12);
  });

  it('levelised discounts cost and tokens alike, tokens at the real rate for the real figure',
    () => {
    const { unitCost: cost } = evaluateEconomics(plan({ finance: { ...plan().finance,
      discountRate: 0.21,
      inflation: 0.1 } }));
    const v = 1.21 ** (-1 / 12);
    const real = 1.1 ** (-1 / 12);
    const sum = (x: number) => x + x ** 2 + x ** 3;
    const spent = 1200 + 200 * sum(v) - 300 * v ** 3;
    expect(cost.lcotNominalUsd.value).toBeCloseTo(spent / (500 * sum(v)), 9);
    expect(cost.lcotRealUsd.value).toBeCloseTo(spent / (500 * sum(real)), 9);
    expect(cost.levelisedPriceUsd.value).toBeCloseTo(1.5, 9);
    expect(cost.lcotOwnerNominalUsd.value).toBeCloseTo(cost.lcotNominalUsd.value ?? 0, 9);
    expect(cost.lcotOwnerRealUsd.value).toBeCloseTo(cost.lcotRealUsd.value ?? 0, 9);
  });
});

describe('break-even by hand', () => {
  it('is price by 2/3, demand by 1,200 / (2,250 - 300), both of the plan’s',
    () => {
    // Cost 1,200 - 300 + 600 = 1,500 of 2,250 revenue; 300 of the cost follows the load.
    const { breakEven } = evaluateEconomics(plan());
    expect(breakEven.priceMultiple.value).toBeCloseTo(1500 / 2250, 12);
    expect(breakEven.demandMultiple.value).toBeCloseTo(1200 / (2250 - 300), 12);
  });

  it('takes selling cost from the price it is paid on', () => {
    const selling = opexLine({ key: 'sell', group: 'selling', basis: 'revenue', rate: 0.2,
      escalationPerYear: 0 });
    const { breakEven } = evaluateEconomics(plan({ opex: [selling] }));
    expect(breakEven.priceMultiple.value).toBeCloseTo(900 / (2250 - 450), 12);
  });

  it('finds the yearly fall of prices that just pays', () => {
    // At one price in month 1 and another in month 13: 100 + 100 (1 - x) = 150 gives x = 1/2.
    const timeline = handTimeline(1, 13);
    const asset = placeAsset(servers({ amountUsd: 150, draws: [{ month: 1, share: 1 }],
      residual: { kind: 'fixed', share: 0 } }), 13, { discountRate: 0 });
    const earned = Float64Array.from({ length: 13 },
      (_, at) => (at === 0 || at === 12 ? 100 : 0));
    const found = breakEvenOf({ timeline, discountRate: () => 0,
      capital: layCapital(() => [asset], () => timeline),
      costs: [],
      revenue: { traffic: [], rental: { channels: [], paidAhead: earned, settled: earned,
        held: earned }, total: earned, flat: earned, inputUsd: 0,
        outputUsd: 200 } });
    expect(found.declinePerYear.value).toBeCloseTo(0.5, 6);
    expect(found.demandMultiple.value).toBeCloseTo(150 / 200, 12);
  });

  it('says why there is none', () => {
    const dear = opexLine({ key: 'fee', basis: 'mtok', rate: 2, escalationPerYear: 0 });
    expect(evaluateEconomics(plan({ opex: [dear] })).breakEven.demandMultiple)
      .toMatchObject({ value: null, absent: { code: 'no-feasible-point' } });
    const all = opexLine({ key: 'sell', basis: 'revenue', rate: 1, escalationPerYear: 0 });
    expect(evaluateEconomics(plan({ opex: [all] })).breakEven).toMatchObject({
      priceMultiple: { value: null }, declinePerYear: { value: null } });
    const much = opexLine({ key: 'staff', basis: 'month', rate: 2000, escalationPerYear: 0 });
    expect(evaluateEconomics(plan({ opex: [much] })).breakEven.demandMultiple.value)
      .toBeGreaterThan(1);
  });

  it('is found by halving from either side', () => {
    expect(findBreakEven((x) => 0.3 - x, 0, 1).value).toBeCloseTo(0.3, 8);
    expect(findBreakEven((x) => x, 0, 1).value).toBe(0);
    expect(findBreakEven((x) => x - 1, 0, 1).value).toBe(1);
  });
});

describe('capital by hand', () => {
  it('is worth less with age', () => {
    expect(residualShare({ kind: 'straight-line', lifeYears: 10, finalShare: 0.2 },
      5)).toBeCloseTo(0.6, 12);
    expect(residualShare({ kind: 'straight-line', lifeYears: 10, finalShare: 0.2 },
      15)).toBeCloseTo(0.2, 12);
    expect(residualShare({ kind: 'declining', lossPerYear: 0.3 }, 2)).toBeCloseTo(0.49, 12);
  });

  it('is worth its age in years of service when it leaves', () => {
    const one = servers({ amountUsd: 1000, serviceMonth: 1, retireAfterMonth: 24,
      residual: { kind: 'straight-line', lifeYears: 10, finalShare: 0 } });
    expect(placeAsset(one, 60, { discountRate: 0 }))
      .toMatchObject({ months: 24, lastMonth: 24, salvageUsd: 800 });
  });

  it('is paid along half a cosine', () => {
    expect(curveDraws(1, 3).map(({ share }) => share.toFixed(9))).toEqual(['0.250000000',
      '0.500000000', '0.250000000']);
  });

  it('is paid, charged and sold in its months, by class', () => {
    const timeline = handTimeline(-1, 4);
    const first = placeAsset(servers({ amountUsd: 300,
      draws: [{ month: -1, share: 1 / 3 }, { month: 0, share: 2 / 3 }],
      retireAfterMonth: 2, residual: { kind: 'fixed', share: 0.2 } }), 4, { discountRate: 0 });
    const shell = placeAsset(servers({ class: 'shell', amountUsd: 80,
      draws: [{ month: 0, share: 1 }], serviceMonth: 2,
      residual: { kind: 'fixed', share: 0.25 } }), 4, { discountRate: 0 });
    const laid = layCapital(() => [first, shell], () => timeline);
    expect([...laid.payments]).toEqual([100, 280, 0, 0, 0, 0]);
    expect([...laid.salvage]).toEqual([0, 0, 0, 60, 0, 20]);
    expect([...laid.charge]).toEqual([0, 0, 120, 140, 20, 20]);
    expect([...laid.byClass.get('shell') ?? []]).toEqual([0, 80, 0, 0, 0, 0]);
    expect([...laid.chargeByClass.get('shell') ?? []]).toEqual([0, 0, 0, 20, 20, 20]);
  });
});

describe('working capital', () => {
  it('is settled its days later: 15.2 of the 30.4 days of a month are half of it', () => {
    const late =
      evaluateEconomics(plan({ finance: { ...plan().finance, receivableDays: 365 / 24,
        payableDays: 0 } }));
    expect([...lineOf(late.statement, 'workingCapital').values]).toEqual([0, -375, 0,
      375].map((x) => expect.closeTo(x, 9)));
    const slow = evaluateEconomics(plan({ finance: { ...plan().finance, receivableDays: 0,
      payableDays: 365 / 12 } }));
    expect([...lineOf(slow.statement, 'workingCapital').values]).toEqual([0, 200, 0,
      -200].map((x) => expect.closeTo(x, 9)));
    expect([...lineOf(late.statement, 'project').values]).toEqual(
      [-1200, 550 - 375, 550, 550 + 300 + 375].map((x) => expect.closeTo(x, 9)));
  });
});

describe('periods', () => {
  const statement = { firstMonth: -1, lines: [
    { key: 'a', label: 'A', group: 'revenue', kind: 'flow', parent: null,
      values: flow(1, 2, 3, 4, 5, 6, 7) },
    { key: 'b', label: 'B', group: 'revenue', kind: 'balance', parent: null,
      values: flow(1, 2, 3, 4, 5, 6, 7) }] } as const;

  it('of quarters begin with month 1, the months before in quarter 0; balances are those at the end', () => {
    const { periods, lines } = rollUp(statement, 3);
    expect(periods).toEqual([0, 1, 2]);
    expect(lines.map(({ values }) => [...values])).toEqual([[3, 12, 13], [2, 5, 7]]);
    expect(rollUpYears(statement).years).toEqual([0, 1]);
  });
});

describe('a dated rate of return', () => {
  it('counts days between the ends of months: 184 from June to December 2027', () => {
    // 30 June to 31 December 2027 are 184 days.
    const values = flow(-100, 0, 0, 0, 0, 0, 100 * 1.1 ** (184 / 365));
    const found = datedIrr(values, 0, { year: 2027, month: 7 },
      measure(values, 0, rates, flow(100)).irr);
    expect(found.value).toBeCloseTo(0.1, 9);
  });

  it('is absent without a rate, and where there are several', () => {
    const dated = (values: Float64Array) => datedIrr(values, 0, { year: 2027, month: 1 },
      measure(values, 0, rates, flow(100)).irr);
    expect(dated(flow(1, 2))).toMatchObject({ absent: { code: 'no-sign-change' } });
    // -100 + 230 v - 132 v^2 is 0 at 10 % and 20 % a month.
    expect(dated(flow(-100, 230, -132))).toMatchObject({ absent: { code: 'several-rates' } });
  });
});

describe('the flow of a plan that begins with empty months', () => {
  const rates = { discountRate: 0, financeRate: 0.12, reinvestRate: 0.05 };

  it('has the modified rate of its first payment on: 100 that come back as 121 in a year', () => {
    const flow = Float64Array.from({ length: 15 }, (_, at) =>
      (at === 2 ? -100 : at === 14 ? 121 : 0));
    expect(mirrOf(flow, rates).value).toBeCloseTo(0.21, 12);
  });

  it('is not paid back where nothing was ever paid in, however little comes', () => {
    expect(paybackOf(Float64Array.of(0, 0.25, 0.25), 1, null).value).toBeNull();
    expect(paybackOf(Float64Array.of(0, -0.25, 0.25), 1, null).value).toBe(3);
  });
});
