import { describe, expect, it } from 'vitest';
import { planJsonSchema } from '../../../shared/plan/figures/json-schema.ts';
import { planToJson } from '../../../shared/plan/figures/json.ts';
import { reality } from '../../../shared/reality/reality.ts';
import { hoursPerMonth } from '../../../shared/lifecycle/month.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import { setByPath } from '../../../shared/project/path.ts';
import type { ProjectDocument, ProjectRecord } from '../../../shared/project/record.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { ownerBreakEvens } from '../../../shared/search/break-even.ts';
import { planner, templatePlan } from '../template-plans.ts';

type Values = Readonly<Record<string, FieldValue>>;
const contract = (key: string, values: Values): ProjectRecord => ({
  id: `base:rentalContract:${key}`, kind: 'rentalContract', scenarioId: 'base', key, position: 1,
  body: { values: { group: 'main', ...values } },
});

/** The 1 MW pod with values set and contracts added, its racks rented out unless told else. */
function documentWith(
  over: Values, contracts: readonly ProjectRecord[] = [], template = 'b200-1mw',
): ProjectDocument {
  const all = template === 'b200-1mw'
    ? { 'rackGroup.main.business': 'acceleratorHours', ...over } : over;
  return Object.entries(all).reduce((document, [path, value]) => {
    const set = setByPath(document, 'base', path, value);
    if (!set.ok) throw new Error(JSON.stringify(set.error));
    return set.value;
  }, documentOf([...findTemplate(template)?.records ?? [], ...contracts]));
}
function planOf(over: Values, contracts?: readonly ProjectRecord[], template?: string): Plan {
  const plan = planner.evaluate(documentWith(over, contracts, template), 'base');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}
const value = (plan: Plan, key: string): number => plan.figures[key]?.value ?? Number.NaN;
const anchor = contract('anchor', { name: 'Anchor', share: 0.7, usdPerHour: 3.2 });

describe('a rack group that sells accelerator-hours', () => {
  const plan = planOf({}, [anchor]);
  const delivered = value(plan, 'group.main.availability');
  const hours = value(plan, 'headline.accelerators') * hoursPerMonth * delivered;

  it('states revenue by channel, what is contracted, and nothing per token', () => {
    expect(value(plan, 'rental.revenueUsd.main.anchor')).toBeCloseTo(0.7 * hours * 3.2 * 36, 2);
    expect(value(plan, 'rental.backlogUsd.main')).toBeCloseTo(0.7 * hours * 3.2 * 36, 2);
    expect(value(plan, 'rental.usdPerHour.main.anchor')).toBeCloseTo(3.2, 9);
    expect(value(plan, 'rental.revenueUsd.main.anchor')
      + value(plan, 'rental.revenueUsd.main.onDemand'))
      .toBeCloseTo(value(plan, 'headline.revenueUsd'), 2);
    const cost = plan.figures['headline.costPerMTokUsd'];
    expect(cost?.value).toBeNull();
    expect(cost?.absent?.detail).toContain('rented out');
    expect(value(plan, 'headline.costPerAcceleratorHourUsd')).toBeGreaterThan(0);
  });

  it('rests on the fields of its contracts and on no path of a token’s price', () => {
    const reads = plan.figures['headline.revenueUsd']?.reads
      .map((source) => ('path' in source ? source.path : '')) ?? [];
    expect(reads).toContain('rentalContract.anchor.usdPerHour');
    expect(reads).toContain('rackGroup.main.onDemandShare');
    expect(reads).not.toContain('traffic.chat.priceDecline');
    expect(plan.figures['headline.revenueUsd']?.reads).toContainEqual(
      { kind: 'catalog', ref: 'peers/rent-b200-index/figure' });
  });

  it('exports channels and a backlog that runs down', () => {
    const json = planJsonSchema.parse(planToJson(plan, 1, null));
    const [group] = json.economics?.rentals ?? [];
    expect(group?.channels.map(({ key }) => key)).toEqual(['anchor', 'onDemand']);
    const [first = 0, second = 0] = group?.backlogUsd ?? [];
    expect(second / first).toBeCloseTo(24 / 36, 9);
    expect(group?.backlogUsd.at(-1)).toBe(0);
    expect(planToJson(templatePlan('b200-1mw'), 1, null).economics).not.toHaveProperty('rentals');
  });

  it('is held against what others earn with an hour', () => {
    const measure = reality(plan).find((each) => each.measure === 'revenuePerAcceleratorHour');
    expect(measure?.value).toBeCloseTo(
      value(plan, 'headline.revenuePerAcceleratorHourUsd'), 9);
  });

  it('breaks even by its own prices, and by no use of capacity', () => {
    const document = documentWith({}, [anchor]);
    const found = ownerBreakEvens(planner, document, 'base');
    const multiple = found?.priceMultiple.value ?? Number.NaN;
    const dearer = planOf({ 'rackGroup.main.onDemandUsdPerHour': 5.3 * multiple },
      [contract('anchor', { share: 0.7, usdPerHour: 3.2 * multiple })]);
    expect(Math.abs(value(dearer, 'headline.npvUsd')))
      .toBeLessThan(1e-3 * value(dearer, 'headline.revenueUsd'));
    expect(found?.utilisation.value).toBeNull();
    expect(plan.figures['economics.breakEvenUtilisation']?.absent?.detail)
      .toContain('rented out');
  });

  it('draws as much as its hours ask for: more where more is sold', () => {
    const busy = planOf({ 'rackGroup.main.onDemandShare': 1 }, [anchor]);
    expect(value(busy, 'headline.energyUsd')).toBeGreaterThan(value(plan, 'headline.energyUsd'));
    const light = planOf({ 'rackGroup.main.soldLoad': 0.2 }, [anchor]);
    expect(value(light, 'headline.energyUsd')).toBeLessThan(value(plan, 'headline.energyUsd'));
  });
});

describe('racks rented out beside racks that serve', () => {
  it('leave tokens of the others as they are, and state no cost of theirs', () => {
    const plan = planOf({ 'rackGroup.chat.business': 'acceleratorHours' }, [], 'neocloud-pod');
    const before = templatePlan('neocloud-pod');
    const tokens = (of: Plan, key: string): number => of.stages.lifecycle.traffic
      .find((each) => each.key === key)?.servedMtok.reduce((a, b) => a + b, 0) ?? Number.NaN;
    expect(tokens(plan, 'agents')).toBeCloseTo(tokens(before, 'agents'), 3);
    expect(tokens(plan, 'chat')).toBe(0);
    expect(plan.figures['headline.costPerMTokUsd']?.value).toBeNull();
    expect(value(plan, 'economics.revenue.agents') + value(plan, 'rental.revenueUsd.chat.onDemand'))
      .toBeCloseTo(value(plan, 'headline.revenueUsd'), 2);
    expect(plan.stages.priced.unpricedTokens).toEqual([]);
  });
});

describe('what does not go together', () => {
  it('contracts for more than there is are marked, with the share that fits', () => {
    const two = [anchor, contract('second', { share: 0.5, startMonth: 7 })];
    const plan = planOf({}, two);
    const limit = plan.limits.find(({ code }) => code === 'contracts-over-all');
    expect(limit).toMatchObject({ where: 'rentalContract.second.share', broken: true });
    expect(limit?.value).toBeCloseTo(1.2, 9);
    expect(plan.stages.economics).toBeNull();
    const fixed = planOf({ 'rentalContract.second.share': limit?.fix?.[0]?.value ?? 1 }, two);
    expect(fixed.stages.economics).not.toBeNull();
    // One that starts when the other has ended fits beside it.
    expect(planOf({ 'rentalContract.second.startMonth': 37 }, two).limits
      .some(({ code }) => code === 'contracts-over-all')).toBe(false);
  });

  it.each([
    ['contract-beyond-plan', { termMonths: 120 }], ['contract-after-plan', { startMonth: 200 }],
  ])('%s is explained at the contract', (code, values) => {
    const plan = planOf({}, [contract('anchor', { share: 0.7, ...values })]);
    const [found] = plan.warnings.filter((warning) => warning.code === code);
    expect(found?.where).toMatch(/^rentalContract\.anchor\./u);
    expect(plan.stages.economics).not.toBeNull();
  });

  it('a contract on racks that sell tokens earns nothing, and that is said', () => {
    const plan = planOf({ 'rackGroup.main.business': 'tokens' }, [anchor]);
    expect(value(plan, 'headline.revenueUsd'))
      .toBe(value(templatePlan('b200-1mw'), 'headline.revenueUsd'));
    expect(plan.warnings.map(({ code }) => code)).toContain('contract-without-hours');
  });

  it('an hour without a price is asked for at its field', () => {
    const plan = planOf({ 'rackGroup.main.spotShare': 0.5 }, [anchor]);
    expect(plan.figures['headline.npvUsd']?.absent).toMatchObject({ code: 'not-priced' });
    expect(plan.warnings.map(({ where }) => where)).toContain('rackGroup.main.spotUsdPerHour');
    expect(value(plan, 'headline.costPerAcceleratorHourUsd')).toBeGreaterThan(0);
  });

  it('a contract for racks that do not exist, and a negative prepayment, are refused', () => {
    const lost = planner.evaluate(documentWith({}, [contract('anchor', { group: 'man' })]), 'base');
    expect(lost.ok ? null : lost.error).toMatchObject({ code: 'unknown-reference',
      where: 'rentalContract.anchor.group', nearest: 'main' });
    const set = setByPath(documentWith({}, [anchor]), 'base',
      'rentalContract.anchor.prepayShare', -0.1);
    expect(set.ok).toBe(false);
  });
});
