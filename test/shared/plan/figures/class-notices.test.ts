import { describe, expect, it } from 'vitest';
import { breakEvenMultiple } from '../../../../shared/plan/figures/class-notices.ts';
import { salesByTraffic } from '../../../../shared/plan/figures/sales.ts';
import type { Plan } from '../../../../shared/plan/types.ts';
import type { FieldValue } from '../../../../shared/project/field.ts';
import { planOf } from '../support.ts';

const factory = 'gb300-100mw';
const told = (plan: Plan) => plan.warnings.filter(({ code }) => code === 'class-loses-money');

describe('a class that loses money by itself', () => {
  it('is named with what it earns and what its racks cost, while the plan pays', () => {
    const plan = planOf(factory);
    const losing = salesByTraffic(plan.stages).filter(({ marginUsd }) => marginUsd < 0);
    expect(losing.map(({ key }) => key)).toEqual(['reasoning']);
    expect(plan.figures['headline.npvUsd']?.value).toBeGreaterThan(0);
    expect(told(plan)).toEqual([{ code: 'class-loses-money',
      where: 'traffic.reasoning.listing',
      text: expect.stringMatching(
        /^Reasoning loses money by itself: it earns \$[\d.]+ B and .* cost \$[\d.]+ B\. .* at [\d.]+ times the price/u,
      ) as string }]);
  });

  it('says a price at which it pays, with what selling takes of it', () => {
    // At twice the price 160 is earned; of the 80 more a tenth goes into selling: 100 + 8.
    const k = breakEvenMultiple(80, 100, 0.1);
    expect(80 * k).toBeCloseTo(100 + 0.1 * 80 * (k - 1), 12);
    const found = planOf(factory, { 'finance.allocation': 'total' });
    const [sale] = salesByTraffic(found.stages).filter(({ key }) => key === 'reasoning');
    const { revenueUsd = NaN, costUsd = NaN } = sale ?? {};
    const times = breakEvenMultiple(revenueUsd, costUsd, found.inputs.opex.values.salesShare);
    const prices = found.stages.priced.costs.prices.get('reasoning');
    const raised: Record<string, FieldValue> = {};
    for (const kind of ['inputUsdPerMtok', 'cachedUsdPerMtok', 'outputUsdPerMtok'] as const)
      raised[`traffic.reasoning.${kind}`] = (prices?.[kind].value ?? NaN) * times;
    const even = planOf(factory, { 'finance.allocation': 'total', ...raised });
    // Selling is a cost of all racks, of which those of the class carry their share.
    const after = salesByTraffic(even.stages).find(({ key }) => key === 'reasoning');
    expect((after?.marginUsd ?? NaN) / (after?.costUsd ?? NaN)).toBeGreaterThan(-1e-9);
    expect((after?.marginUsd ?? NaN) / (after?.costUsd ?? NaN)).toBeLessThan(0.06);
  });

  it('is not a class that is free, nor one that pays', () => {
    expect(told(planOf('four-tiers')).map(({ where }) => where)).not.toContain('traffic.free.listing');
    expect(told(planOf('b200-1mw', { 'traffic.chat.outputUsdPerMtok': 50 }))).toEqual([]);
  });
});

describe('what is stated and not in use, or not as it sounds', () => {
  it('is demand in tokens beside demand as a share', () => {
    const codes = (over: Readonly<Record<string, FieldValue>>) =>
      planOf('b200-1mw', over).warnings.filter(({ code }) => code === 'demand-not-in-use')
        .map(({ where }) => where);
    expect(codes({})).toEqual([]);
    expect(codes({ 'demand.tokensPerDay': 1e11 })).toEqual(['demand.tokensPerDay']);
    expect(codes({ 'traffic.chat.tokensPerDay': 1e11 })).toEqual(['traffic.chat.tokensPerDay']);
    expect(codes({ 'demand.tokensPerDay': 1e11, 'demand.mode': 'tokens' })).toEqual([]);
  });

  it('is sculpted debt that comes to nothing, with why', () => {
    const sold = { 'traffic.chat.inputUsdPerMtok': 0, 'traffic.chat.outputUsdPerMtok': 0.0001,
      'finance.debtShare': 0.7, 'finance.debtKind': 'sculpted' };
    expect(planOf('b200-1mw', sold).figures['headline.dscrMin']?.absent)
      .toEqual({ code: 'no-debt', detail: expect.stringMatching(/comes to zero/u) as string });
    expect(planOf('b200-1mw').figures['headline.dscrMin']?.absent)
      .toEqual({ code: 'no-debt', detail: '' });
  });

  it('is weights an accelerator keeps in four bits and widens', () => {
    const widened = planOf(factory, { 'rackGroup.reasoning.system': 'dgx_h200',
      'rackGroup.reasoning.framework': 'vllm' }).warnings
      .filter(({ code }) => code === 'weights-widened');
    expect(widened.map(({ where }) => where)).toEqual(['rackGroup.reasoning.precision']);
    expect(planOf(factory).warnings.map(({ code }) => code)).not.toContain('weights-widened');
  });
});
