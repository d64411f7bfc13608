import { describe, expect, it } from 'vitest';
import { listScenarios, resolveScenario } from '../../../shared/project/resolve.ts';
import { setByPath } from '../../../shared/project/path.ts';
import { documentOf, templates, type Template } from '../../../shared/project/templates.ts';
import { pricesByTraffic } from '../../../shared/plan/figures/prices.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { reality } from '../../../shared/reality/reality.ts';
import { planner } from '../template-plans.ts';

function planIn(template: Template, scenario: string, over: Record<string, number> = {}): Plan {
  const document = Object.entries(over).reduce((so, [path, value]) => {
    const set = setByPath(so, scenario, path, value);
    if (!set.ok) throw new Error(JSON.stringify(set.error));
    return set.value;
  }, documentOf(template.records));
  const plan = planner.evaluate(document, scenario);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

const figure = (plan: Plan, key: string): number => {
  const value = plan.figures[`headline.${key}`]?.value ?? null;
  if (value === null) throw new Error(`headline.${key} is absent`);
  return value;
};

describe.each(templates)('the cases of $id', (template) => {
  const base = planIn(template, 'base');

  it('are three: base first, then cautious and vendor on top of it, with their reasons', () => {
    const document = documentOf(template.records);
    expect(listScenarios(document).map(({ id, basedOn }) => [id, basedOn]))
      .toEqual([['base', ''], ['cautious', 'base'], ['vendor', 'base']]);
    for (const id of ['cautious', 'vendor']) {
      const inputs = resolveScenario(document, id);
      expect(inputs.ok).toBe(true);
      expect(String(document[`document:scenario:${id}`]?.body.values['note'])).not.toBe('');
    }
  });

  it('can be built and served, each', () => {
    for (const id of ['base', 'cautious', 'vendor'])
      expect([id, planIn(template, id).limits.filter((limit) => limit.broken)]).toEqual([id, []]);
  });

  it('has a base no measure of which lies far above what others published', () => {
    expect(reality(base).filter(({ verdict }) => verdict === 'far-above')).toEqual([]);
  });

  it('has a base a lender may read: it returns more than nothing, and less than contracts do', () => {
    expect(base.irr.length).toBeGreaterThan(0);
    expect(figure(base, 'npvUsd')).toBeGreaterThan(0);
    expect(figure(base, 'paybackMonths')).toBeGreaterThan(12);
  });

  it('ranks them: cautious below base below vendor', () => {
    const [low, high] = [planIn(template, 'cautious'), planIn(template, 'vendor')];
    expect(figure(low, 'npvUsd')).toBeLessThan(figure(base, 'npvUsd'));
    expect(figure(high, 'npvUsd')).toBeGreaterThan(figure(base, 'npvUsd'));
  });

  it('sells at prices with a provider and a day, or at prices its note speaks of', () => {
    for (const price of pricesByTraffic(base.stages)) {
      const entered = price.listing === null;
      expect([template.id, price.key, entered ? template.id : price.date !== null])
        .toEqual([template.id, price.key, entered ? 'four-tiers' : true]);
    }
  });

  it('earns no more with more cache hits', () => {
    const revenues = [0, 0.25, 0.5, 0.75, 0.95].map((cacheHit) =>
      figure(planIn(template, 'base', { 'traffic.cacheHit': cacheHit }), 'revenueUsd'));
    for (const [at, revenue] of revenues.slice(1).entries())
      expect(revenue).toBeLessThanOrEqual((revenues[at] ?? 0) * (1 + 1e-9));
  });
});

describe('templates', () => {
  it.each(templates)('$id: every record stands once', ({ records }) => {
    const ids = records.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
