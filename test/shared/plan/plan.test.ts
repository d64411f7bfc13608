import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { createPlanner, evaluatePlan } from '../../../shared/plan.ts';
import { findFormula } from '../../../shared/plan/formulas.ts';
import { planJsonSchema } from '../../../shared/plan/json-schema.ts';
import { planToJson } from '../../../shared/plan/json.ts';
import { headlineKeys } from '../../../shared/plan/types.ts';
import { documentOf, findTemplate, templates } from '../../../shared/project/templates.ts';
import { headline, planOf } from './support.ts';

const ids = templates.map((t) => t.id);

describe.each(ids)('plan of %s', (id) => {
  const plan = planOf(id);

  it('has every headline figure as a number or an explained absence', () => {
    for (const key of headlineKeys) {
      const figure = plan.figures[`headline.${key}`];
      expect(figure, key).toBeDefined();
      if (figure?.value === null) {
        expect(figure.absent?.detail.length, key).toBeGreaterThan(2);
        expect(plan.warnings.some((w) => w.where === `headline.${key}`), key).toBe(true);
      }
    }
  });

  it('traces every figure to a known formula and to inputs that exist', () => {
    const paths = new Set(plan.inputsInUse.map((i) => i.path.split('.').filter((_, at, all) => all.length < 3 || at !== 1).join('.')));
    for (const figure of Object.values(plan.figures)) {
      expect(findFormula(figure.formula).expression.length).toBeGreaterThan(3);
      expect(figure.inputs.length, figure.key).toBeGreaterThan(0);
      for (const input of figure.inputs) {
        if (input.kind === 'figure') expect(plan.figures[input.key], `${figure.key} <- ${input.key}`).toBeDefined();
        if (input.kind === 'field') {
          const short = input.path.split('.').filter((_, at, all) => all.length < 3 || at !== 1).join('.');
          expect(paths.has(short), `${figure.key} <- ${input.path}`).toBe(true);
        }
      }
    }
  });

  it('keeps its promises: layers sum to the unit cost, power within the utility, allocation conserves', () => {
    const total = plan.costStack.reduce((sum, layer) => sum + layer.usdPerMTok, 0);
    expect(total).toBeCloseTo(headline(plan, 'costPerMTokUsd'), 9);
    expect(headline(plan, 'facilityMw')).toBeLessThanOrEqual(plan.inputs.site.values.utilityMw * (1 + 1e-9));
    const input = plan.series['lifecycle.inputMtok']?.values.reduce((a, b) => a + b, 0) ?? 0;
    const output = plan.series['lifecycle.outputMtok']?.values.reduce((a, b) => a + b, 0) ?? 0;
    const split = headline(plan, 'costPerMTokInputUsd') * input + headline(plan, 'costPerMTokOutputUsd') * output;
    expect(split / (headline(plan, 'costPerMTokUsd') * (input + output))).toBeCloseTo(1, 9);
  });

  it('is exported in the form its schema states', () => {
    expect(planJsonSchema.parse(JSON.parse(JSON.stringify(planToJson(plan, 1, true)))).headline.costPerMTokUsd).toBe(headline(plan, 'costPerMTokUsd'));
  });

  it('depends on nothing but the document: a fresh planner gives the same plan', () => {
    const again = evaluatePlan(documentOf(findTemplate(id)?.records ?? []), 'base', builtInCatalog);
    expect(again.ok && planToJson(again.value, 1, true)).toEqual(planToJson(plan, 1, true));
  });
});

describe('monotone in what costs', () => {
  const unitCost = (over: Readonly<Record<string, number>>) => headline(planOf('b200-1mw', { 'rackGroup.racks': 20, ...over }), 'costPerMTokUsd');
  const rises = (path: string, min: number, max: number, direction: 1 | -1 = 1) => {
    fc.assert(fc.property(fc.double({ min, max, noNaN: true }), fc.double({ min, max, noNaN: true }), (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const difference = (unitCost({ [path]: high }) - unitCost({ [path]: low })) * direction;
      expect(difference).toBeGreaterThanOrEqual(-1e-12);
    }), { numRuns: 25, seed: 7 });
  };
  it('electricity price', () => { rises('site.electricityUsdPerKwh', 0, 1); });
  it('discount rate', () => { rises('finance.discountRate', 0, 0.6); });
  it('PUE, through fan power', () => { rises('cooling.fanShare', 0, 0.3); });
  it('PUE, through transformer efficiency', () => { rises('power.transformerEfficiency', 0.9, 1, -1); });
  it('utilisation, the other way round', () => { rises('demand.utilisation', 0.01, 1, -1); });
});

describe('what cannot be computed', () => {
  const planner = createPlanner(builtInCatalog);
  const problem = (over: (records: ReturnType<typeof documentOf>) => ReturnType<typeof documentOf>) => {
    const plan = planner.evaluate(over(documentOf(findTemplate('b200-1mw')?.records ?? [])), 'base');
    return plan.ok ? null : plan.error;
  };

  it('names an unknown reference and the nearest known one', () => {
    expect(problem((d) => ({ ...d, 'base:rackGroup:main': { ...d['base:rackGroup:main'], body: { values: { system: 'dgx_b20', traffic: 'chat' } } } as never })))
      .toMatchObject({ code: 'unknown-reference', where: 'rackGroup.main.system', nearest: 'dgx_b200' });
  });

  it('leaves money absent, with the reason, where a price is missing', () => {
    const plan = planOf('b200-1mw', { 'rackGroup.system': 'dgx_b300', 'network.switchModel': 'q3400' });
    expect(plan.figures['headline.costPerMTokUsd']).toMatchObject({ value: null, absent: { code: 'not-priced' } });
    expect(headline(planOf('b200-1mw', { 'rackGroup.system': 'dgx_b300', 'network.switchModel': 'q3400', 'capex.acceleratorPriceUsd': 50_000 }), 'costPerMTokUsd')).toBeGreaterThan(0);
  });

  it('refuses FP4 on Hopper as a limit of the group, naming what is missing', () => {
    const plan = planOf('hopper-to-blackwell', { 'rackGroup.precision': 'fp4' });
    expect(plan.limits).toContainEqual(expect.objectContaining({ code: 'figure-missing', where: 'rackGroup.hopper', broken: true }));
  });

  it('says when more racks are asked for than the power allows, and what would fit', () => {
    const limit = planOf('b200-1mw', { 'rackGroup.racks': 60 }).limits.find((l) => l.code === 'power-exceeded');
    expect(limit?.nearestFix).toMatch(/Remove \d+ racks, or raise the utility capacity to/);
  });
});
