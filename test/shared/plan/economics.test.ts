import { describe, expect, it } from 'vitest';
import { seasonFactors } from '../../../shared/plan/life/demand-params.ts';
import { peakHoursMultiple } from '../../../shared/plan/money/electricity-rates.ts';
import { salesByTraffic } from '../../../shared/plan/figures/sales.ts';
import {
  compareOwnership, ownershipModes,
} from '../../../shared/plan/figures/ownership-modes.ts';
import { dateOfMonth, systemDepreciation } from '../../../shared/plan/money/tax-schedule.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import { headline, planOf } from './support.ts';

const small = (over: Readonly<Record<string, FieldValue>> = {}): Plan =>
  planOf('b200-1mw', { 'rackGroup.racks': 20, ...over });
const figure = (plan: Plan, key: string): number =>
  plan.figures[`economics.${key}`]?.value ?? Number.NaN;
const sum = (plan: Plan, key: string): number =>
  plan.series[key]?.values.reduce((a, b) => a + b, 0) ?? Number.NaN;

describe('figures beside the headline', () => {
  const plan = planOf('gb300-100mw');

  it('recover the cost exactly under every rule but the one that counts it twice', () => {
    const total = figure(plan, 'economicCostUsd');
    for (const rule of ['total', 'output', 'resource', 'price']) {
      const recovered = figure(plan, `allocation.${rule}.input`) * sum(
        plan, 'lifecycle.inputMtok',
      ) + figure(plan, `allocation.${rule}.output`) * sum(plan, 'lifecycle.outputMtok');
      expect(recovered / total - 1).toBeCloseTo(0, 9);
    }
    expect(figure(plan, 'allocation.inferencex.error')).toBeCloseTo(1, 9);
  });

  it('relate usage to reservation by utilisation', () => {
    expect(figure(plan, 'reservationPerMTokUsd') / headline(plan, 'costPerMTokUsd'))
      .toBeCloseTo(figure(plan, 'utilisation'), 9);
  });

  it('give each traffic class revenue and cost that add up to the whole', () => {
    const sales = salesByTraffic(plan.stages);
    expect(sales.reduce((a, s) => a + s.revenueUsd, 0) / headline(plan, 'revenueUsd'))
      .toBeCloseTo(1, 9);
    expect(sales.reduce((a, s) => a + s.costUsd, 0) / figure(plan, 'economicCostUsd'))
      .toBeCloseTo(1, 9);
  });

  it('break even where the project before tax and debt is worth nothing', () => {
    const taxFree = { 'finance.taxRate':
      0, 'finance.stateTaxRate': 0, 'finance.receivableDays': 0, 'finance.payableDays': 0 };
    const prices = { 'traffic.inputUsdPerMtok': 0.05, 'traffic.cachedUsdPerMtok': 0.01,
      'traffic.outputUsdPerMtok': 0.2, ...taxFree };
    const multiple = figure(small(prices), 'breakEvenPriceMultiple');
    const even = small({ ...prices, 'traffic.inputUsdPerMtok': 0.05 * multiple,
      'traffic.cachedUsdPerMtok': 0.01 * multiple, 'traffic.outputUsdPerMtok': 0.2 * multiple });
    expect(headline(even, 'npvUsd') / headline(even, 'capexUsd')).toBeCloseTo(0, 9);
    const decline = figure(small({ ...prices, 'traffic.priceDecline': 0 }), 'breakEvenDecline');
    expect(
      figure(small({ ...prices, 'traffic.priceDecline': decline }), 'breakEvenPriceMultiple'),
    ).toBeCloseTo(1, 6);
  });

  it('name the input of utilisation at which the project is worth nothing', () => {
    const taxFree = { 'finance.taxRate': 0, 'finance.stateTaxRate': 0,
      'finance.receivableDays': 0, 'finance.payableDays': 0 };
    for (const template of ['gb300-100mw', 'b200-1mw']) {
      const use = figure(planOf(template, taxFree), 'breakEvenUtilisation');
      const even = planOf(template, { ...taxFree, 'demand.utilisation': use });
      expect(Math.abs(headline(even, 'npvUsd') / headline(even, 'capexUsd'))).toBeLessThan(0.005);
    }
  });

  it('name a multiple of demand where that is stated in tokens', () => {
    const tokens = planOf('b200-1mw', { 'demand.mode': 'tokens', 'demand.tokensPerDay': 1e9 });
    expect(tokens.figures['economics.breakEvenUtilisation']).toMatchObject({ value: null,
      absent: { detail: 'demand is stated in tokens, so use follows from it' } });
    expect(figure(tokens, 'breakEvenDemandMultiple')).toBeGreaterThan(0);
  });

  it('quote the gain of a rented pod beside the root its rent paid ahead brings', () => {
    const rented = planOf('b200-1mw', { 'finance.ownership': 'rental',
      'demand.utilisation': 0.5, 'traffic.chat.priceDecline': 0.4 });
    const { roots } = rented.stages.economics?.equity.returns ?? { roots: [] };
    expect(roots.filter((root) => root > -0.9)).toHaveLength(2);
    expect(headline(rented, 'irr')).toBe(Math.max(...roots));
  });

  it('name the cover of twelve months after tax, and that of a month beside it', () => {
    const owing = planOf('b200-1mw', { 'finance.debtShare': 0.7 });
    expect(headline(owing, 'dscrMin')).toBe(figure(owing, 'dscrYearMin'));
    expect(figure(owing, 'dscrMonthMin')).toBeLessThan(headline(owing, 'dscrMin'));
  });

  it('where a price of tokens is missing are those of cost alone, which needs none', () => {
    const unpriced = planOf('b200-1mw', { 'traffic.chat.model': 'deepseek-r1',
      'traffic.chat.minTokPerSecPerUser': 30 });
    expect(headline(unpriced, 'costPerMTokUsd')).toBeGreaterThan(0);
    expect(headline(unpriced, 'capexUsd')).toBeGreaterThan(0);
    expect(unpriced.figures['headline.npvUsd']?.absent).toMatchObject({ code: 'not-priced',
      detail: expect.stringContaining('traffic.chat.inputUsdPerMtok') as string });
  });

  it('say that nothing is borrowed rather than 0', () => {
    expect(plan.figures['economics.dscrAverage'])
      .toMatchObject({ value: null, absent: { code: 'no-debt' } });
    expect(figure(planOf('gb300-100mw', { 'finance.debtShare': 0.5 }), 'debtUsd'))
      .toBeGreaterThan(1e9);
  });
});

describe('ownership of one design', () => {
  it.each(
    ownershipModes,
  )('%s beside the others is what the plan planned that way gives', (mode) => {
    const beside = compareOwnership(small().stages).find((o) => o.mode === mode);
    const planned = small({ 'finance.ownership': mode });
    expect(beside?.npvUsd.value).toBeCloseTo(headline(planned, 'npvUsd'), 3);
    expect(beside?.costPerMTokUsd.value).toBeCloseTo(headline(planned, 'costPerMTokUsd'), 12);
  });

  it('names the price an ownership mode lacks and gives the others', () => {
    const plan = planOf('b200-1mw',
      { 'rackGroup.system': 'dgx_b300', 'network.switchModel':
        'q3400', 'finance.ownership': 'rental', 'finance.rentalUsdPerHour': 3 });
    const outcomes = compareOwnership(plan.stages);
    expect(outcomes.find((o) => o.mode === 'rental')?.costPerMTokUsd.value).toBeGreaterThan(0);
    expect(outcomes.find((o) => o.mode === 'own')?.costPerMTokUsd)
      .toMatchObject({ value: null, absent: { code: 'not-priced' } });
  });
});

describe('demand in months and hours', () => {
  it('swings about its mean over the year', () => {
    const factors = seasonFactors(0.3, 12);
    expect(factors.reduce((a, b) => a + b, 0)).toBeCloseTo(12, 9);
    expect(factors[11]).toBeCloseTo(1.3, 12);
  });

  it('serves a spike of queries on top of tokens, and none where demand is a share', () => {
    const records = (mode: string, queries: number): number =>
      // A twelfth of the template's steady demand, so that every hour of the week has room
      headline(planOf('query-spike', { 'demand.mode': mode, 'demand.tokensPerDay': 2e9,
        'spike.queries': queries }), 'tokensTotalM');
    expect(records('tokens', 5.6e6) - records('tokens', 0))
      .toBeCloseTo((5.6e6 * 9216) / 1e6, 3);
    expect(records('utilisation', 5.6e6)).toBe(records('utilisation', 0));
  });
});

describe('terms of tax and energy', () => {
  const inputs = small({ 'finance.depreciation': 'bonus-rule' }).inputs;

  it('take the bonus of the day of order and service', () => {
    expect(dateOfMonth('2027-01', 0)).toBe('2026-12-01');
    expect(systemDepreciation(inputs, 1, 6).bonusShare).toBe(1);
    const early =
      small({ 'finance.depreciation': 'bonus-rule', 'project.startMonth': '2025-02' }).inputs;
    // ordered 2024-08, in service 2025-02: the phase-down
    expect(systemDepreciation(early, 1, 6).bonusShare).toBe(0.4);
  });

  it('charge a flat load the mean of its hours', () => {
    const flat =
      small({ 'site.peakHoursFactor':
        3, 'site.peakFromHour': 0, 'site.peakToHour': 12, 'demand.peakToAverage': 1 }).inputs;
    expect(peakHoursMultiple(flat, () => 0.6)).toBeCloseTo(2, 12);
    const atNoon =
      small({ 'site.peakHoursFactor': 3, 'site.peakFromHour':
        10, 'site.peakToHour': 18, 'demand.peakToAverage': 1.8 }).inputs;
    expect(peakHoursMultiple(atNoon, () => 0.6)).toBeGreaterThan(1 + 2 / 3);
  });

  it('keep a contract price from rising', () => {
    const all =
      small({ 'site.ppaShare':
        1, 'site.ppaUsdPerKwh': 0.06, 'site.electricityEscalation': 0.3 });
    expect(headline(all, 'energyUsd') / sum(all, 'lifecycle.energyKwh')).toBeCloseTo(0.06, 12);
  });
});
