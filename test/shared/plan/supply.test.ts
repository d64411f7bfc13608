import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../shared/plan/types.ts';
import { emptyKinds, setByPath } from '../../../shared/project/path.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { planner } from '../template-plans.ts';
import { headline } from './support.ts';

/** The plan of a template, the one of 100 MW, with records begun by naming them. */
function planOf(
  over: Readonly<Record<string, FieldValue>>, template = 'gb300-100mw',
): Plan {
  let document = documentOf(findTemplate(template)?.records ?? []);
  const begun = emptyKinds(document, 'base');
  for (const [path, value] of Object.entries(over)) {
    const set = setByPath(document, 'base', path, value, begun);
    if (!set.ok) throw new Error(JSON.stringify(set.error));
    document = set.value;
  }
  const plan = planner.evaluate(document, 'base');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}
const npv = (over: Readonly<Record<string, FieldValue>>): number =>
  headline(planOf(over), 'npvUsd');
const halves = { 'feed.a.mw': 40, 'feed.b.mw': 60, 'feed.b.month': 13 };
const codes = ({ warnings, limits }: Plan): readonly string[] =>
  [...warnings, ...limits].map(({ code }) => code);
const energy = ({ figures }: Plan, name: string): number =>
  figures[`supply.energyMwh.${name}`]?.value ?? Number.NaN;

describe('a site whose power comes in parts', () => {
  it('is the plan of before where one feed brings all of it from the start', () => {
    const [whole, fed] = [planOf({}), planOf({ 'feed.a.mw': 100 })];
    for (const [key, { value }] of Object.entries(whole.figures))
      expect([key, fed.figures[key]?.value]).toEqual([key, value]);
  });

  it('loses by a late feed, says who waits, and more by every month of delay', () => {
    const late = planOf(halves);
    expect(codes(late)).toContain('racks-wait-for-power');
    const costs = [0, 1, 2].map((delay) => npv({ ...halves, 'feed.b.delayMonths': delay }));
    expect(costs[0]).toBeLessThan(npv({}));
    expect(costs[1]).toBeLessThan(costs[0] ?? Number.NaN);
    expect(costs[2]).toBeLessThan(costs[1] ?? Number.NaN);
    expect(late.figures['headline.npvUsd']?.reads)
      .toContainEqual({ kind: 'field', path: 'feed.b.month' });
  });

  it('says that feeds never bring what the racks ask for, and mends it', () => {
    const short = planOf({ 'feed.a.mw': 40 });
    const limit = short.limits.find(({ code }) => code === 'feeds-below-need');
    expect(limit?.fix).toEqual([{ path: 'site.utilityMw', value: 40 }]);
    expect(codes(planOf({ 'feed.a.mw': 40, 'site.utilityMw': 40 })))
      .not.toContain('feeds-below-need');
  });

  it('is bridged by engines, which are bought, burn fuel and emit', () => {
    const bridged = planOf({ ...halves, 'generator.gas.mw': 64 });
    expect(codes(bridged)).not.toContain('racks-wait-for-power');
    expect(headline(bridged, 'npvUsd')).toBeGreaterThan(npv(halves));
    expect(headline(bridged, 'capexUsd') - headline(planOf(halves), 'capexUsd'))
      .toBeCloseTo(64_000 * 2000, 0);
    const fuel = [...bridged.series['statement.opex.fuel.gas']?.values ?? []];
    // 3.46 USD/MMBtu at 40.5 %
    const perMwh = (3.46 / 293.071 / 0.405) * 1000;
    const paid = -fuel.reduce((a, b) => a + b, 0);
    expect(paid / (energy(bridged, 'generator-gas') * perMwh)).toBeGreaterThan(1);
    expect(paid / (energy(bridged, 'generator-gas') * perMwh)).toBeLessThan(1.025);
    expect(headline(bridged, 'gCo2PerMTok')).toBeGreaterThan(headline(planOf({}), 'gCo2PerMTok'));
  });
});

describe('a flexible connection', () => {
  const flexible = { 'curtailment.hours': 200, 'curtailment.share': 0.8 };

  it('costs tokens, and a battery that lasts brings them back for its price', () => {
    const [firm, curtailed] = [planOf({}), planOf(flexible)];
    const held = planOf({ ...flexible, 'battery.mw': 80, 'battery.mwh': 250 });
    const tokens = (plan: Plan): number => headline(plan, 'tokensTotalM');
    expect(tokens(curtailed)).toBeLessThan(tokens(firm));
    expect(tokens(held) / tokens(firm)).toBeCloseTo(1, 9);
    expect(energy(held, 'battery')).toBeGreaterThan(0);
    expect(energy(held, 'shed')).toBeLessThan(energy(curtailed, 'shed'));
    expect(headline(held, 'capexUsd') - headline(firm, 'capexUsd'))
      .toBeCloseTo(80_000 * 968 + 250_000 * 253, 0);
    expect(planOf(flexible).figures['supply.revenuePerMwhUsd']?.value).toBeGreaterThan(100);
  });

  it('takes nothing where the part withdrawn is not used', () => {
    const few = planOf({ 'curtailment.hours': 100, 'curtailment.share': 0.1 });
    expect(headline(few, 'tokensTotalM') / headline(planOf({}), 'tokensTotalM'))
      .toBeCloseTo(1, 12);
  });

  it('buys the battery again when its life ends', () => {
    const bought = { 'battery.mw': 10, 'battery.mwh': 20, 'battery.lifeYears': 2 };
    expect(headline(planOf(bought), 'capexUsd') - headline(planOf({}), 'capexUsd'))
      .toBeCloseTo(3 * (10_000 * 968 + 20_000 * 253), 0);
  });
});

it('sells no accelerator-hour without power', () => {
  const revenue = (over: Readonly<Record<string, FieldValue>>): number =>
    headline(planOf({ 'rackGroup.main.business': 'acceleratorHours', ...over }, 'b200-1mw'),
      'revenueUsd');
  const dark = { 'curtailment.hours': 876, 'curtailment.share': 1 };
  expect(revenue(dark) / revenue({})).toBeCloseTo(0.9, 9);
  expect(revenue({ 'feed.a.mw': 1, 'feed.a.month': 13 })).toBeLessThan(0.8 * revenue({}));
  expect(revenue({ 'feed.a.mw': 1 })).toBe(revenue({}));
});

it('begins a record only of a kind that has none', () => {
  const document = documentOf(findTemplate('gb300-100mw')?.records ?? []);
  const begun = emptyKinds(document, 'base');
  expect(begun.has('rackGroup')).toBe(false);
  expect(setByPath(document, 'base', 'rackGroup.resoning.racks', 4, begun))
    .toMatchObject({ ok: false, error: { code: 'no-record' } });
  expect(setByPath(document, 'base', 'feed.a b.mw', 4, begun))
    .toMatchObject({ ok: false, error: { code: 'no-record' } });
  expect(setByPath(document, 'base', 'feed.a.mw', 4)).toMatchObject({ ok: false });
});
