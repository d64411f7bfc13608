import { describe, expect, it } from 'vitest';
import { checkEconomics } from '../../../../shared/economics/statement/check.ts';
import { sumOf } from '../../../../shared/economics/functions/discount.ts';
import { evaluateEconomics } from '../../../../shared/economics/statement/evaluate.ts';
import { lineOf, rollUp } from '../../../../shared/economics/statement/statement.ts';
import type { EconomicsParams } from '../../../../shared/economics/statement/types.ts';
import { facilityFromPue } from '../../../../shared/lifecycle/facility.ts';
import {
  building, debt, economics, finance, group, opexLine, sales, servers, traffic,
} from '../fixture.ts';

const noTax = { federalRate: 0, stateRate: 0, lossRule: 'use', lossLimitShare: 1 } as const;

/**
 * One month, one asset of 1200 USD worth 0 after, 10 USD per month, 2000 USD revenue:
 * every figure by hand.
 */
const oneMonth = (over: Partial<EconomicsParams> = {}): EconomicsParams => economics({
  capex: [servers({ amountUsd: 1200, draws: [{ month: 0, share: 1 }],
    residual: { kind: 'fixed', share: 0 } })],
  opex: [opexLine({ basis: 'month', rate: 10, escalationPerYear: 0 })],
  sales: [sales({
    inputUsdPerMtok: 0, cachedUsdPerMtok: 0, outputUsdPerMtok: 2000 / 1000, failedShare: 0,
  })],
  finance: finance({
    discountRate: 0, inflation: 0, tax: noTax, receivableDays: 0, payableDays: 0,
  }),
  ...over,
}, {
  horizonMonths: 1, facility: facilityFromPue(1, 0, 0),
  groups: [group({ phases: { orderMonth: 0, deliveryMonth: 1, serviceMonth: 1, rampMonths: 0,
    retireAfterMonth: null }, availability: 1, outputTokPerSec: 1e9 / 2_628_000 })],
  traffic: [traffic({ isl: 1000, osl: 1000, cacheHitShare: 0,
    level: { mode: 'utilisation', utilisation: 1 } })],
});

describe('one month at zero rates', () => {
  const result = evaluateEconomics(oneMonth());

  it('earns 2000 and costs 1210', () => {
    expect(result.totals).toMatchObject({ capexUsd: 1200, opexUsd: 10, taxUsd: 0 });
    expect(result.totals.revenueUsd).toBeCloseTo(2000, 9);
    expect(result.equity.npvUsd).toBeCloseTo(790, 9);
    expect(result.unitCost.costPerMtokUsd.value).toBeCloseTo(1210 / 2000, 12);
    expect(result.unitCost.lcotNominalUsd.value).toBeCloseTo(1210 / 2000, 12);
    expect(result.unitCost.levelisedPriceUsd.value).toBeCloseTo(1, 12);
    expect(result.unitCost.lcotRealUsd.value).toBeCloseTo(1210 / 2000, 12);
  });

  it('pays back in month 1 with ROI 790/1200, MOIC 1990/1200, multiple 2000/1200', () => {
    expect(result.equity.paybackMonths.value).toBe(1);
    expect(result.equity.roi.value).toBeCloseTo(790 / 1200, 12);
    expect(result.equity.moic.value).toBeCloseTo(1990 / 1200, 12);
    expect(result.totals.revenueMultiple.value).toBeCloseTo(2000 / 1200, 12);
    expect(result.equity.irr.value).toBeCloseTo((1990 / 1200) ** 12 - 1, 6);
    expect(result.equity.mirr.value).toBeCloseTo((1990 / 1200) ** 12 - 1, 6);
  });

  it('divides cost by each rule', () => {
    const by = Object.fromEntries(result.unitCost.allocations
      .map((a) => [a.rule, [a.inputUsdPerMtok.value, a.outputUsdPerMtok.value]]));
    expect(by['total']).toEqual([expect.closeTo(0.605, 12), expect.closeTo(0.605, 12)]);
    expect(by['output']).toEqual([0, expect.closeTo(1.21, 12)]);
    expect(by['resource']).toEqual([expect.closeTo(0.484, 12), expect.closeTo(0.726, 12)]);
    expect(by['price']).toEqual([0, expect.closeTo(1.21, 12)]);
    expect(by['inferencex']).toEqual([expect.closeTo(1.21, 12), expect.closeTo(1.21, 12)]);
  });

  it('labels the cost', () => {
    expect(result.unitCost.basis)
      .toEqual({ tokens: 'total', allocation: 'resource', utilisation: 'usage',
        tier: 'own', priceYear: 2027 });
  });

  it('taxed at 21 % pays 165.90: the asset is deducted in full when it leaves', () => {
    const taxed =
      evaluateEconomics(oneMonth({ finance: finance({ discountRate: 0, receivableDays: 0,
        payableDays: 0, tax: { ...noTax, federalRate: 0.21 } }) }));
    expect(taxed.totals.taxUsd).toBeCloseTo(790 * 0.21, 9);
  });
});

describe('long horizon', () => {
  it('of 30 years adds up and has one rate of return', () => {
    const result = evaluateEconomics(economics({ sales: [sales({ path: { ...sales().path,
      modelDeclinePerYear: 0 } })] }, { horizonMonths: 360 }));
    expect(result.statement.lines[0]?.values.length).toBe(372);
    expect(result.equity.returns.roots).toHaveLength(1);
    expect(result.equity.npvUsd).toBeGreaterThan(0);
  });
});

describe('rates and absences', () => {
  it.each([[-1], [-1.5], [Number.NaN]])('a discount rate of %d is refused with its own code',
    (discountRate) => {
    const params = economics({ finance: finance({ discountRate }) });
    expect(checkEconomics(params)[0])
      .toMatchObject({ code: 'rate-at-minus-one', where: 'discountRate' });
    expect(() => evaluateEconomics(params)).toThrow(/rate-at-minus-one/);
  });

  it('no revenue: no payback, no levelised break-even, a reason each', () => {
    const free =
      evaluateEconomics(economics({ sales: [sales({ inputUsdPerMtok: 0, cachedUsdPerMtok: 0,
        outputUsdPerMtok: 0 })] }));
    expect(free.breakEven.priceMultiple)
      .toMatchObject({ value: null, absent: { code: 'no-revenue' } });
    expect(free.equity.paybackMonths)
      .toMatchObject({ value: null, absent: { code: 'not-within-horizon' } });
    expect(free.unitCost.allocations
      .find((a) => a.rule === 'price')?.inputUsdPerMtok).toMatchObject({ value: null,
      absent: { code: 'no-revenue' } });
    expect(free.unitCost.costPerMtokUsd.value).toBeGreaterThan(0);
  });

  it('nothing but cost has no rate of return', () => {
    const free = evaluateEconomics(economics({
      capex: [servers({ residual: { kind: 'fixed', share: 0 } })],
      sales: [sales({ inputUsdPerMtok: 0, cachedUsdPerMtok: 0, outputUsdPerMtok: 0 })],
      finance: finance({ payableDays: 0 }),
    }));
    expect(free.equity.irr).toMatchObject({ value: null, absent: { code: 'no-sign-change' } });
  });

  it('no tokens: unit cost is absent, never zero', () => {
    const idle = evaluateEconomics(economics({},
      { traffic: [traffic({ level: { mode: 'tokens', tokensPerDay: 0 } })] }));
    expect(idle.unitCost.costPerMtokUsd)
      .toMatchObject({ value: null, absent: { code: 'no-tokens' } });
    expect(idle.unitCost.joulesPerToken.value).toBeNull();
    expect(idle.unitCost.economicCostUsd).toBeGreaterThan(0);
  });

  it('several rates of return are all reported and none is quoted alone', () => {
    const cleanUp = servers({ key: 'cleanup', amountUsd: 30e6, draws: [{ month: 36, share: 1 }],
      residual: { kind: 'fixed', share: 0 } });
    const fading = sales({ inputUsdPerMtok: 1, outputUsdPerMtok: 4,
      path: { ...sales().path, modelDeclinePerYear: 0.9 } });
    const { equity } = evaluateEconomics(economics({
      capex: [servers({ residual: { kind: 'fixed', share: 0 } }), cleanUp],
      sales: [fading], opex: [],
      finance: finance({ tax: noTax, receivableDays: 0, payableDays: 0 }),
    }));
    const useful = equity.returns.roots.filter((root) => root > 0);
    expect(useful).toEqual([expect.closeTo(0.1545, 4), expect.closeTo(0.5431, 4)]);
    expect(equity.returns.signChanges).toBeGreaterThanOrEqual(equity.returns.roots.length);
    expect(equity.irr).toMatchObject({ value: null, absent: { code: 'several-rates' } });
  });

  it('bad shares, phases and missing prices are named', () => {
    const problems = checkEconomics(economics({
      capex: [servers({ draws: [{ month: 0, share: 0.5 }], retireAfterMonth: 0 })], sales: [],
      finance: finance({ debt: debt({ share: 1.4 }) }),
    })).map((p) => p.code);
    expect(problems).toEqual(['draws', 'phase-order', 'not-priced', 'range']);
  });
});

describe('debt', () => {
  const with_ = (over: Parameters<typeof debt>[0]) =>
    evaluateEconomics(economics({ finance: finance({ debt: debt(over) }) }));

  it('sculpted keeps its cover ratio in every month', () => {
    const { debt: result } = with_({ kind: 'sculpted', share: 0.95 });
    expect(result?.dscrMin.value).toBeCloseTo(1.3, 9);
    expect(result?.dscrAverage.value).toBeCloseTo(1.3, 9);
    expect(result?.limitedByShare).toBe(false);
  });

  it('sculpted is cut at the share of cost and then covered better; equity stays positive', () => {
    const { debt: result } = with_({ kind: 'sculpted', share: 0.1 });
    expect(result?.limitedByShare).toBe(true);
    expect(result?.dscrMin.value).toBeGreaterThan(1.3);
    expect(result?.equityUsd).toBeGreaterThan(0);
  });

  it('level payments are level, constant principal is constant', () => {
    const service = (kind: 'level' | 'constant-principal') => {
      const { statement } = with_({ kind });
      return [lineOf(statement, 'debt.principal').values,
        lineOf(statement, 'debt.interest').values] as const;
    };
    const [levelPrincipal, levelInterest] = service('level');
    const [constant] = service('constant-principal');
    expect((levelPrincipal[12] ?? 0) + (levelInterest[12] ?? 0))
      .toBeCloseTo((levelPrincipal[50] ?? 0)
        + (levelInterest[50] ?? 0), 4);
    expect(constant[12]).toBeCloseTo(constant[50] ?? 0, 6);
  });

  it('outlasting the horizon is repaid there, outside the cover ratio', () => {
    const result = with_({ tenorMonths: 120 });
    expect(sumOf(lineOf(result.statement, 'debt.balloon').values)).toBeLessThan(0);
    expect(result.debt?.closingBalanceUsd).toBeCloseTo(0, 6);
    expect(result.debt?.dscrMin.value).toBeGreaterThan(0.3);
  });

  it('adds interest during construction to the loan, or has it paid', () => {
    const added = with_({ dsraMonths: 0 });
    const paid = with_({ dsraMonths: 0, constructionInterest: 'paid' });
    expect(added.debt?.amountUsd).toBeGreaterThan(paid.debt?.amountUsd ?? 0);
    expect(paid.debt?.amountUsd).toBeCloseTo(39e6, 3);
    expect(paid.debt?.interestDuringConstructionUsd).toBeGreaterThan(0);
  });
});

describe('ownership', () => {
  const tier = (ownership: EconomicsParams['ownership']) =>
    evaluateEconomics(economics({ ownership }));

  it('rental buys nothing but the prepaid quarter, whose rent and prepayment make the hourly rate', () => {
    const rented =
      tier({ mode: 'rental', usdPerAcceleratorHour: 2.9, termMonths: 36, prepayShare: 0.25,
        escalationPerYear: 0 });
    const hours = 60 * 730 * 1000;
    expect(rented.totals.capexUsd).toBeCloseTo(hours * 2.9 * 0.25, 3);
    expect(-sumOf(lineOf(rented.statement, 'opex.rent.rental').values))
      .toBeCloseTo(hours * 2.9 * 0.75, 3);
    expect(rented.totals.energyUsd).toBe(0);
    expect(rented.unitCost.basis.tier).toBe('rental');
  });

  it('colocation drops the building and its energy stays with whoever pays it', () => {
    const colo =
      tier({ mode: 'colo', usdPerKwMonth: 100, escalationPerYear: 0, reservedKw: 4000,
        takeOrPay: 1 });
    expect(colo.totals.capexUsd).toBeCloseTo(40e6, 3);
    expect(-sumOf(lineOf(colo.statement, 'opex.rent.colo').values))
      .toBeCloseTo(4000 * 100 * 60, 3);
  });

  it('a lease at no interest costs the price less the residual, then the residual', () => {
    const leased = tier({ mode: 'lease', ratePerYear: 0, termMonths: 36, residualShare: 0.1 });
    expect(-sumOf(lineOf(leased.statement, 'opex.rent.lease').values)).toBeCloseTo(40e6, 3);
    expect(leased.totals.capexUsd).toBeCloseTo(25e6, 3);
  });
});

describe('statement', () => {
  it('rolls up to quarters and years with balances at their ends', () => {
    const { statement } = evaluateEconomics(economics());
    const quarters = rollUp(statement, 3);
    expect(quarters.periods[0]).toBe(-3);
    const value = lineOf(statement, 'book.value').values;
    const rolled = quarters.lines.find((line) => line.key === 'book.value')?.values;
    expect(rolled?.at(-1)).toBe(value.at(-1));
  });

  it('books write off what leaves early: cost = depreciation + write-off + sale', () => {
    const early = servers({ retireAfterMonth: 24, bookLifeYears: 4 });
    const { statement, totals } = evaluateEconomics(economics({ capex: [early, building()] }));
    const sum = (key: string): number => sumOf(lineOf(statement, key).values);
    expect(-sum('book.depreciation') - sum('book.writeOff') + sum('salvage'))
      .toBeCloseTo(totals.capexUsd, 3);
    expect(-(lineOf(statement, 'book.writeOff').values[11 + 24] ?? 0))
      .toBeCloseTo(40e6 * (0.5 - 0.05), 3);
    expect(lineOf(statement, 'book.value').values.at(-1)).toBeCloseTo(0, 6);
  });
});
