import { describe, expect, it } from 'vitest';
import { planToJson } from '../../../shared/plan/figures/json.ts';
import { notSearched } from '../../../shared/plan/figures/json-economics.ts';
import { planJsonSchema } from '../../../shared/plan/figures/json-schema.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import { documentOf, templates } from '../../../shared/project/templates.ts';
import { realityJson } from '../../../shared/reality/json.ts';
import { costLevers, revenueLevers, type Lever } from '../../../shared/reality/levers.ts';
import { absentMeasures, arbitrageWarning } from '../../../shared/reality/notices.ts';
import { reality } from '../../../shared/reality/reality.ts';
import { formatMeasure, mustBeTrue, verdictText } from '../../../shared/reality/texts.ts';
import { headline, planOf } from '../plan/support.ts';
import { planner, templatePlan } from '../template-plans.ts';

const factory = 'gb300-100mw';
/**
 * Prices of a pair of medians on a model its maker has retired, and demand that follows
 * capacity: a plan too good.
 */
const rosy = {
  'traffic.reasoning.model': 'deepseek-r1', 'traffic.chat.model': 'gpt-oss-120b',
  'traffic.cacheHit': 0, 'traffic.priceDecline': 0.2,
  'traffic.reasoning.inputUsdPerMtok': 2.5, 'traffic.reasoning.cachedUsdPerMtok': 2.5,
  'traffic.reasoning.outputUsdPerMtok': 2.75, 'traffic.chat.inputUsdPerMtok': 0.1,
  'traffic.chat.cachedUsdPerMtok': 0.1, 'traffic.chat.outputUsdPerMtok': 0.5,
  'demand.utilisation': 0.6, 'demand.marketRampMonths': 0,
  'traffic.marketTokensPerDay': null,
} as const;
const with_ = (over: Readonly<Record<string, FieldValue>>): Plan =>
  planOf(factory, { ...rosy, ...over });
const measure = (plan: Plan, name: string) => {
  const found = reality(plan).find((each) => each.measure === name);
  if (found === undefined) throw new Error(`no measure ${name}`);
  return found;
};
const sum = (values: Float64Array | undefined): number =>
  (values ?? new Float64Array(0)).reduce((a, b) => a + b, 0);

describe('reality', () => {
  const plan = with_({});

  it('divides by what stands there, month by month', () => {
    const counts = plan.series['lifecycle.accelerators']?.values ?? new Float64Array(0);
    const revenue = sum(plan.series['economics.revenueUsd']?.values);
    const years = counts.filter((count) => count > 0).length / 12;
    // A month has 730 hours.
    expect(measure(plan, 'revenuePerAcceleratorHour').value)
      .toBeCloseTo(revenue / (sum(counts) * 730), 9);
    const perMw = measure(plan, 'revenuePerMwYear').value ?? 0;
    expect(perMw / (revenue / (headline(plan, 'facilityMw') * years))).toBeCloseTo(1, 9);
    const served = Math.max(...plan.series['lifecycle.servedMtok']?.values ?? []);
    expect((measure(plan, 'tokensPerDay').value ?? 0) / ((served * 1e6 * 24) / 730))
      .toBeCloseTo(1, 9);
  });

  it('marks a plan that sells more than there is, and says what would have to be true', () => {
    for (const name of ['revenuePerMwYear', 'irr', 'tokensPerDay.reasoning'])
      expect(measure(plan, name)).toMatchObject({ verdict: 'far-above', marked: true });
    expect(measure(plan, 'grossMargin')).toMatchObject({ verdict: 'above', marked: true });
    // 13.5 B tokens a week at the router, R1 0528
    expect(measure(plan, 'tokensPerDay.reasoning').low).toBeCloseTo(13.5e9 / 7, -6);
    expect(mustBeTrue(measure(plan, 'tokensPerDay.reasoning')))
      .toMatch(/Reasoning sells \d+ times the tokens of DeepSeek itself.*OpenRouter/u);
    expect(arbitrageWarning(reality(plan)).map(({ code }) => code)).toEqual(['rental-arbitrage']);
  });

  it('says what a dollar of rent brings back, in the base and the cautious case of every template', () => {
    for (const { id, records } of templates) for (const scenario of ['base', 'cautious']) {
      const found = planner.evaluate(documentOf(records), scenario);
      if (!found.ok) throw new Error(id);
      const over = measure(found.value, 'salesOverRent');
      expect([id, scenario, over.value]).toEqual([id, scenario, expect.any(Number)]);
      expect(over.verdict).not.toBeNull();
      // The return stands where there is just one.
      const rented = reality(found.value).find(({ kind }) => kind === 'rentalReturn');
      expect([undefined, 'number']).toContain(rented && typeof rented.value);
    }
  });

  it('divides what is left of sales by the rent of the hours in service', () => {
    const small = planOf('b200-1mw', { 'finance.rentalUsdPerHour': 3, 'finance.rentalEscalation': 0,
      'opex.salesShare': 0, 'opex.staffUsdPerMwYear': 0, 'opex.softwareUsdPerAcceleratorYear': 0,
      'opex.transitUsdPerMwYear': 0, 'opex.systemSupportShare': 0, 'opex.insuranceShare': 0 });
    const left = headline(small, 'revenuePerAcceleratorHourUsd') / 3;
    expect(measure(small, 'salesOverRent').value).toBeCloseTo(left, 9);
    const dearer = planOf('b200-1mw', { 'finance.rentalUsdPerHour': 6 });
    expect(measure(dearer, 'salesOverRent').value).toBeLessThan(left);
  });

  it('warns of renting and selling by what exists, not by a rate there may be none of', () => {
    const dear = reality(planOf('b200-1mw', { 'finance.rentalUsdPerHour': 0.5 }));
    expect(arbitrageWarning(dear).map(({ text }) => text)).toEqual([
      expect.stringMatching(/each dollar of rent brings back \$[\d.]+ where Anthropic 2025/u)]);
    expect(arbitrageWarning(dear.filter(({ kind }) => kind !== 'rentalReturn'))).toHaveLength(1);
  });

  it('counts what stands at once for each MW, not every generation that stood there', () => {
    const life = 'finance.systemLifeYears';
    const once = planOf('b200-1mw', { 'demand.horizonMonths': 96, [life]: 4 });
    const twice = planOf('b200-1mw', { 'demand.horizonMonths': 96, [life]: 4,
      'rackGroup.refreshAtLife': true });
    expect(headline(twice, 'capexUsd') / headline(once, 'capexUsd')).toBeGreaterThan(1.5);
    expect((measure(twice, 'capexPerMw').value ?? 0) / (measure(once, 'capexPerMw').value ?? 1))
      .toBeCloseTo(1, 9);
    expect((measure(once, 'capexPerMw').value ?? 0) * headline(once, 'itMw')
      / headline(once, 'capexUsd')).toBeCloseTo(1, 9);
    const both = templatePlan('hopper-to-blackwell');
    expect(measure(both, 'capexPerMw').value ?? 0)
      .toBeLessThan((0.8 * headline(both, 'capexUsd')) / headline(both, 'itMw'));
  });

  it('names inputs the figure read, of what it stands on', () => {
    const paths = new Set(plan.inputsInUse.map(({ path }) => path));
    for (const { responsible } of reality(plan))
      for (const path of responsible) expect(paths).toContain(path);
    expect(measure(plan, 'revenuePerMwYear').responsible)
      .toEqual(expect.arrayContaining(['demand.utilisation', 'traffic.reasoning.inputUsdPerMtok']));
  });

  it('is calm about a plan nobody doubts', () => {
    const modest = with_({ 'traffic.reasoning.inputUsdPerMtok': 0.1,
      'traffic.reasoning.cachedUsdPerMtok': 0.01, 'traffic.reasoning.outputUsdPerMtok': 0.4,
      'traffic.chat.inputUsdPerMtok': 0.02, 'traffic.chat.cachedUsdPerMtok': 0.002,
      'traffic.chat.outputUsdPerMtok': 0.1 });
    expect(measure(modest, 'revenuePerMwYear').marked).toBe(false);
    expect(mustBeTrue(measure(modest, 'costPerAcceleratorHour'))).toBe('');
    expect(arbitrageWarning(reality(modest))).toEqual([]);
  });

  it('rises with prices, and never calms down', () => {
    const order = ['below', 'inside', 'above', 'far-above'];
    const found = [0.1, 0.5, 1, 2, 4].map((factor) => measure(with_({
      'traffic.reasoning.inputUsdPerMtok': 2.5 * factor,
      'traffic.chat.outputUsdPerMtok': 0.5 * factor,
    }), 'revenuePerMwYear'));
    const values = found.map(({ value }) => value ?? NaN);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    const places = found.map(({ verdict }) => order.indexOf(verdict ?? ''));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

/** Per cent by which a sum moves when an input moves by one in ten thousand. */
function measured(over: Readonly<Record<string, FieldValue>>, path: string, value: number,
  read: (plan: Plan) => number): number {
  const step = 1e-4;
  const [from, to] = [with_(over), with_({ ...over, [path]: value * (1 + step) })].map(read);
  return ((to ?? NaN) / (from ?? NaN) - 1) / step;
}
const lever = (levers: readonly Lever[], path: string): number =>
  levers.find((each) => each.path === path)?.elasticity ?? NaN;

describe('levers', () => {
  const plan = with_({});
  it.each([
    ['traffic.reasoning.inputUsdPerMtok', 2.5], ['traffic.chat.outputUsdPerMtok', 0.5],
    ['demand.utilisation', 0.6], ['traffic.reasoning.priceDecline', 0.2],
  ] as const)('%s moves revenue as stated', (path, value) => {
    const stated = lever(revenueLevers(plan), path);
    expect(measured({}, path, value, (p) => headline(p, 'revenueUsd'))).toBeCloseTo(stated, 2);
    expect(Math.abs(stated)).toBeGreaterThan(0.05);
  });
  it('of an input price count the cached input that is sold at a share of it', () => {
    const over = { 'traffic.cacheHit': 0.5, 'traffic.reasoning.cachedUsdPerMtok': null };
    const levers = revenueLevers(with_(over));
    const stated = lever(levers, 'traffic.reasoning.inputUsdPerMtok');
    expect(measured(over, 'traffic.reasoning.inputUsdPerMtok', 2.5,
      (p) => headline(p, 'revenueUsd'))).toBeCloseTo(stated, 2);
    expect(levers.map(({ path }) => path)).not.toContain('traffic.reasoning.cachedUsdPerMtok');
  });
  it.each([
    ['site.electricityUsdPerKwh', 0.07, {}],
    ['site.electricityUsdPerKwh', 0.07,
      { 'site.ppaShare': 0.4, 'site.ppaUsdPerKwh': 0.3, 'site.demandUsdPerKwMonth': 40 }],
    ['site.ppaUsdPerKwh', 0.3, { 'site.ppaShare': 0.4 }],
    ['site.demandUsdPerKwMonth', 40, {}], ['opex.salesShare', 0.1, {}],
    ['opex.staffUsdPerMwYear', 2e6, {}], ['opex.maintenanceShare', 0.1, {}],
    ['capex.installShare', 0.2, {}], ['capex.facilityUsdPerMw', 11e6, {}],
    ['capex.facilityUsdPerMw', 11e6, { 'plant.pricing': 'survey' }],
    ['plant.installShare', 1.2, {}],
    ['finance.coloUsdPerKwMonth', 184, { 'finance.ownership': 'colo' }],
    ['finance.rentalUsdPerHour', 5, { 'finance.ownership': 'rental' }],
    ['finance.leaseRate', 0.09, { 'finance.ownership': 'lease',
      'finance.leaseTermMonths': 60 }],
  ] as const)('%s moves cost as stated, from %d, with %o', (path, value, more) => {
    const over = { ...more, [path]: value };
    const stated = lever(costLevers(with_(over)), path);
    const cost = (p: Plan): number => p.figures['economics.economicCostUsd']?.value ?? NaN;
    expect(measured(over, path, value, cost)).toBeCloseTo(stated, 2);
    expect(stated).toBeGreaterThan(0.01);
  });
});

describe('what is missing', () => {
  it('of the plan is absent with its reason, and the peers stand there all the same', () => {
    const none = with_({ 'rackGroup.reasoning.startMonth': 90, 'rackGroup.chat.startMonth': 90 });
    const found = measure(none, 'tokensPerDay');
    expect(found).toMatchObject({ value: null, verdict: null });
    expect(found.high).toBeGreaterThan(0);
    expect(verdictText(found)).not.toBe('');
    const reasons = absentMeasures(reality(none));
    expect(reasons.flatMap(({ figures = [] }) => figures)).toContain('reality.tokensPerDay');
    // One warning for each reason.
    expect(new Set(reasons.map(({ text }) => text.replace(/^.*?: /u, ''))).size)
      .toBe(reasons.length);
  });
  it('of the dates of entered prices is said', () => {
    expect(measure(with_({}), 'priceAge').absent?.detail).toMatch(/entered/u);
  });
});

describe('export', () => {
  it.each(templates.map(({ id }) => id))('%s has the form of the contract', (id) => {
    const plan = templatePlan(id);
    const measures = reality(plan);
    const json = planToJson(plan, 1, null, false, { ...notSearched,
      reality: { measures: realityJson(measures), warnings: absentMeasures(measures) } });
    expect(planJsonSchema.parse(JSON.parse(JSON.stringify(json))).reality?.length)
      .toBe(measures.length);
    expect(new Set(measures.map(({ measure: name }) => name)).size).toBe(measures.length);
    const silent = json.reality?.filter(({ value, measure: name }) => value === null
      && !json.warnings.some(({ figures }) => figures?.includes(`reality.${name}`)));
    expect(silent).toEqual([]);
  });
  it('prints tokens a day in words', () => {
    expect(formatMeasure(47.55e12, 'tok/day')).toBe('47.55 T tokens/day');
    expect(formatMeasure(1.929e9, 'tok/day')).toBe('1.929 B tokens/day');
    expect(formatMeasure(null, 'tok/day')).toBe('–');
  });
});
