import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeAsset } from '../../../shared/economics/statement/capital.ts';
import {
  discountFactors, presentValue, sumOf,
} from '../../../shared/economics/functions/discount.ts';
import { evaluateEconomics } from '../../../shared/economics/statement/evaluate.ts';
import { lineOf, rollUpYears } from '../../../shared/economics/statement/statement.ts';
import type { EconomicsParams, Ownership } from '../../../shared/economics/statement/types.ts';
import {
  debt, economics, finance, group, opexLine, opexLines, sales, servers, building, traffic,
} from './fixture.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const rate = fc.double({ min: -0.3, max: 0.6, noNaN: true });

const loans = fc.oneof(fc.constant(null), fc.record({
  kind: fc.constantFrom('level' as const, 'constant-principal' as const, 'sculpted' as const),
  share: fc.double({ min: 0, max: 0.95, noNaN: true }),
  ratePerYear: fc.double({ min: 0, max: 0.2, noNaN: true }),
  tenorMonths: fc.integer({ min: 1, max: 90 }),
  dsraMonths: fc.integer({ min: 0, max: 12 }),
  constructionInterest: fc.constantFrom('capitalised' as const, 'paid' as const),
}));
const ownerships: fc.Arbitrary<Ownership> = fc.constantFrom<Ownership>(
  { mode: 'own' }, { mode: 'lease', ratePerYear: 0.09, termMonths: 48, residualShare: 0.1 },
  { mode: 'colo', usdPerKwMonth: 140, escalationPerYear: 0.03, reservedKw: 2500,
    takeOrPay: 0.9 },
  { mode: 'rental', usdPerAcceleratorHour: 2.9, termMonths: 36, prepayShare: 0.25,
    escalationPerYear: 0 });

/** Plans of two groups with random loads, taxes, debts and owners. */
const plans: fc.Arbitrary<EconomicsParams> = fc.record({
  horizonMonths: fc.integer({ min: 1, max: 80 }),
  utilisation: fc.double({ min: 0.01, max: 1, noNaN: true }),
  second: fc.integer({ min: 1, max: 40 }),
  loan: loans, ownership: ownerships, discountRate: rate, taxed: share,
  lossRule: fc.constantFrom('use' as const, 'carry' as const),
  days: fc.integer({ min: 0, max: 90 }), reserve: fc.integer({ min: 0, max: 6 }), bonus: share,
  selling: fc.double({ min: 0, max: 0.3, noNaN: true }),
}).map((c) => economics({
  capex: [servers(), building(),
    servers({ key: 'second', serviceMonth: c.second, draws: [{ month: c.second - 1, share: 1 }],
    depreciation: { schedule: { method: 'declining', lifeYears: 5, factor: 2 },
      bonusShare: c.bonus } })],
  opex: [...opexLines, opexLine({ key: 'selling', group: 'selling', basis: 'revenue',
    rate: c.selling,
    payer: 'operator' })],
  ownership: c.ownership,
  finance: finance({
    discountRate: c.discountRate, receivableDays: c.days, payableDays: c.days / 2,
    operatingReserveMonths: c.reserve, reserveInterest: 0.02,
    tax: { federalRate: 0.3 * c.taxed, stateRate: 0.08 * c.taxed, lossRule: c.lossRule,
      lossLimitShare: 0.8 }, debt: c.loan === null ? null : debt(c.loan),
  }),
}, {
  horizonMonths: c.horizonMonths,
  traffic: [traffic({ level: { mode: 'utilisation', utilisation: c.utilisation } })],
  groups: [group(), group({ key: 'b',
    phases: { orderMonth: c.second - 1, deliveryMonth: c.second, serviceMonth: c.second,
      rampMonths: 2,
    retireAfterMonth: null } })],
}));

/** Difference over the scale of the amounts it came from. */
const apart = (a: number, b: number, scale: number): number =>
  Math.abs(a - b) / Math.max(1, scale);
const identity = 1e-9;

describe('identities hold for random plans', () => {
  it('months add up to years, lines to the owner’s flow, their NPVs to its NPV', () => {
    fc.assert(fc.property(plans, (params) => {
      const { statement, equity, totals } = evaluateEconomics(params);
      const years = rollUpYears(statement);
      const scale = totals.capexUsd + totals.revenueUsd + totals.opexUsd;
      const flows = [...statement.lines.entries()].filter(([, line]) => line.kind === 'flow');
      for (const [at, line] of flows) {
        expect(apart(sumOf(years.lines[at]?.values ?? new Float64Array()), sumOf(line.values),
          scale)).toBeLessThan(identity);
      }
      const factors =
        discountFactors(statement.firstMonth, lineOf(statement, 'equity').values.length,
          params.finance.discountRate);
      const parts = statement.lines
        .filter((line) => line.parent === 'equity'
        || (line.parent === 'project' && line.key !== 'tax.unlevered'));
      expect(apart(parts.reduce(
        (sum, line) => sum + presentValue(line.values, factors), 0,
      ), equity.npvUsd,
        scale * Math.max(...factors))).toBeLessThan(identity);
    }));
  });

  it('every parent line is the sum of its children', () => {
    fc.assert(fc.property(plans, (params) => {
      const { statement, totals } = evaluateEconomics(params);
      for (const key of ['revenue', 'opex', 'capex', 'ebitda', 'project']) {
        const children =
          statement.lines.filter((line) => line.parent === key && line.kind === 'flow');
        const sum = children.reduce((all, line) => all + sumOf(line.values), 0);
        expect(apart(sum, sumOf(lineOf(statement, key).values),
          totals.capexUsd + totals.revenueUsd + totals.opexUsd)).toBeLessThan(identity);
      }
    }));
  });

  it('sources are uses, debt ends at zero and what was lent is repaid', () => {
    fc.assert(fc.property(plans, (params) => {
      const { debt: result, statement } = evaluateEconomics(params);
      if (result === null) return;
      expect(apart(result.sourcesUsd, result.usesUsd, result.usesUsd)).toBeLessThan(identity);
      expect(apart(result.closingBalanceUsd, 0, result.amountUsd)).toBeLessThan(identity);
      const repaid = -sumOf(lineOf(statement, 'debt.principal').values)
        - sumOf(lineOf(statement, 'debt.balloon').values);
      expect(apart(repaid, result.amountUsd, result.amountUsd)).toBeLessThan(identity);
    }));
  });

  it('reserves and working capital come back in full', () => {
    fc.assert(fc.property(plans, (params) => {
      const { statement, totals } = evaluateEconomics(params);
      for (const key of ['workingCapital',
        'reserveChange']) expect(apart(sumOf(lineOf(statement, key).values), 0,
        totals.revenueUsd + totals.opexUsd)).toBeLessThan(identity);
    }));
  });

  it('allocation conserves cost and the stack adds up to it', () => {
    fc.assert(fc.property(plans, (params) => {
      const { unitCost } = evaluateEconomics(params);
      for (const { conservationError } of unitCost.allocations
        .filter((a) => a.rule !== 'inferencex' && a.conservationError.value !== null))
        expect(apart(conservationError.value ?? Number.NaN, 0, 1)).toBeLessThan(identity);
      expect(apart(unitCost.stack.reduce(
        (sum, part) => sum + part.usd, 0,
      ), unitCost.economicCostUsd,
        // parts of either sign may all but cancel: the error is one of the parts
        unitCost.stack.reduce((sum, part) => sum + Math.abs(part.usd), 0)))
        .toBeLessThan(identity);
    }));
  });

  it('unused capacity carries a part of the fixed cost, never more', () => {
    fc.assert(fc.property(plans, (params) => {
      fc.pre(params.finance.discountRate >= 0);
      const { strandedUsd, fixedCostUsd } = evaluateEconomics(params).unitCost;
      expect(strandedUsd).toBeGreaterThanOrEqual(0);
      expect(strandedUsd).toBeLessThanOrEqual(fixedCostUsd * (1 + 1e-9));
    }));
  });

  it('every dollar of basis is deducted once: tax income is flow before tax', () => {
    fc.assert(fc.property(plans, (params) => {
      const untaxed = { ...params.finance, debt: null, operatingReserveMonths: 0,
        tax: { federalRate: 0.2, stateRate: 0, lossRule: 'use' as const, lossLimitShare: 1 } };
      const { statement, totals } = evaluateEconomics({ ...params, finance: untaxed });
      const sum = (key: string): number => sumOf(lineOf(statement, key).values);
      const profit = sum('ebitda') + sum('salvage') + sum('capex');
      expect(apart(-sum('tax.unlevered'), 0.2 * profit,
        totals.capexUsd + totals.revenueUsd)).toBeLessThan(identity);
    }));
  });
});

describe('capital charges', () => {
  it('are worth the payments less the residual, at any rate', () => {
    fc.assert(fc.property(rate, fc.integer({ min: 1, max: 120 }), share,
      (discount, months, residual) => {
        const item =
          servers({ residual: { kind: 'fixed', share: residual }, retireAfterMonth: months });
        const asset = placeAsset(item, 360, { discountRate: discount });
        const factors = discountFactors(-5, months + 6, discount);
        const charges = Float64Array.from({ length: months + 6 },
          (_, at) => (at >= 6 ? asset.chargeUsd : 0));
        const paid = item.draws.reduce((sum, draw) =>
          sum + draw.share * item.amountUsd * (factors[draw.month + 5] ?? 0), 0);
        expect(apart(presentValue(charges, factors), paid
          - asset.salvageUsd * (factors.at(-1) ?? 0),
          paid)).toBeLessThan(identity);
      }));
  });
});

describe('cost per million tokens never falls', () => {
  const cost = (params: EconomicsParams): number =>
    evaluateEconomics(params).unitCost.costPerMtokUsd.value
    ?? 0;
  const rise = (from: number, to: number): number => (to - from) / Math.abs(from);

  it('as the discount rate rises', () => {
    fc.assert(fc.property(plans, fc.double({ min: 0, max: 0.5, noNaN: true }),
      (params, more) => {
        expect(rise(cost(params),
          cost({ ...params, finance: { ...params.finance,
          discountRate: params.finance.discountRate + more } })))
            .toBeGreaterThanOrEqual(-identity);
      }));
  });

  it('as electricity gets dearer', () => {
    fc.assert(fc.property(plans, fc.double({ min: 1, max: 5, noNaN: true }),
      (params, factor) => {
        expect(rise(cost(params),
          cost({ ...params, opex: params.opex
          .map((line) => (line.basis === 'kwh' ? { ...line, rate: line.rate * factor }
          : line)) }))).toBeGreaterThanOrEqual(-identity);
      }));
  });

  it('as utilisation falls, with fixed and scaled replicas', () => {
    const scaled =
      { mode: 'scaled', pools: [{ share: 1, targetLoad: 0.8, minimumShare: 0.05 }] } as const;
    fc.assert(fc.property(share, share, fc.boolean(), (a, b, fixed) => {
      const of = (utilisation: number): number => cost(economics({}, {
        groups: [group(fixed ? {} : { scaling: scaled })],
        traffic: [traffic({ level: { mode: 'utilisation', utilisation } })] }));
      const [low, high] = [Math.max(0.01, Math.min(a, b)), Math.max(0.01, a, b)];
      expect(rise(of(high), of(low))).toBeGreaterThanOrEqual(-identity);
    }));
  });
});

describe('utilisation and fixed cost', () => {
  it('ten times less use makes the fixed part ten times dearer', () => {
    const at = (utilisation: number) => evaluateEconomics(economics({}, {
      groups:
        [group({ phases: { orderMonth: -5, deliveryMonth: 0, serviceMonth: 1, rampMonths: 0,
          retireAfterMonth: null } })],
      traffic: [traffic({ level: { mode: 'utilisation', utilisation } })] })).unitCost;
    const [full, tenth] = [at(1), at(0.1)];
    const fixed = (unit: typeof full): number =>
      unit.fixedCostUsd / (unit.economicCostUsd / (unit.costPerMtokUsd.value ?? 1));
    expect(fixed(tenth) / fixed(full)).toBeCloseTo(10, 6);
    expect((tenth.costPerMtokUsd.value ?? 0) / (full.costPerMtokUsd.value ?? 1))
      .toBeGreaterThan(9);
    expect(tenth.reservationPerMtokUsd.value).toBeCloseTo((tenth.costPerMtokUsd.value ?? 0)
      * (tenth.utilisation.value ?? 0), 12);
  });
});

describe('break-even', () => {
  const base =
    economics({ finance: finance({ tax: { federalRate: 0, stateRate: 0, lossRule: 'use',
      lossLimitShare: 1 }, receivableDays: 0, payableDays: 0 }) });

  it('price multiple brings the NPV to zero', () => {
    const multiple = evaluateEconomics(base).breakEven.priceMultiple.value ?? 0;
    const [offer = sales()] = base.sales;
    const scaled = { ...offer, inputUsdPerMtok: offer.inputUsdPerMtok * multiple,
      cachedUsdPerMtok: offer.cachedUsdPerMtok * multiple,
      outputUsdPerMtok: offer.outputUsdPerMtok * multiple };
    expect(evaluateEconomics({ ...base, sales: [scaled] }).project.npvUsd / 65e6)
      .toBeCloseTo(0, 9);
  });

  it('decline rate brings the NPV to zero', () => {
    const [offer = sales()] = base.sales;
    const decline = evaluateEconomics(base).breakEven.declinePerYear.value ?? 0;
    const path = { ...offer.path, modelDeclinePerYear: decline };
    expect(
      evaluateEconomics({ ...base, sales: [{ ...offer, path }] }).project.npvUsd / 65e6,
    ).toBeCloseTo(0,
      9);
  });

  it('utilisation brings the NPV to zero', () => {
    const scale = evaluateEconomics(base).breakEven.demandMultiple.value ?? 0;
    const { lifecycle: at } =
      economics({},
        { traffic: [traffic({ level: { mode: 'utilisation', utilisation: 0.6 * scale } })] });
    expect(evaluateEconomics({ ...base, lifecycle: at }).project.npvUsd / 65e6)
      .toBeCloseTo(0, 6);
  });
});
