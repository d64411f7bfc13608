import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { createPlanner, evaluatePlan } from '../../../shared/plan.ts';
import { findFormula } from '../../../shared/plan/figures/formulas.ts';
import { planJsonSchema } from '../../../shared/plan/figures/json-schema.ts';
import { planToJson } from '../../../shared/plan/figures/json.ts';
import { headlineKeys } from '../../../shared/plan/types.ts';
import { documentOf, findTemplate, templates } from '../../../shared/project/templates.ts';
import { explainAbsent } from '../../../shared/plan/figures/notices.ts';
import { headline, planOf } from './support.ts';

const ids = templates.map((t) => t.id);

describe.each(ids)('plan of %s', (id) => {
  const plan = planOf(id);

  it('has every headline figure as a number or an explained absence', () => {
    const unexplained = headlineKeys.filter((key) => {
      const figure = plan.figures[`headline.${key}`];
      const explained = figure?.absent !== undefined && explainAbsent(figure.absent).length > 2
        && plan.warnings.some((w) => w.where === `headline.${key}`);
      return figure === undefined || (figure.value === null && !explained);
    });
    expect(unexplained).toEqual([]);
  });

  it('traces every figure to a known formula and to inputs that exist', () => {
    const withoutKey = (path: string): string => {
      const parts = path.split('.');
      return parts.length < 3 ? path : `${parts[0] ?? ''}.${parts[2] ?? ''}`;
    };
    const paths = new Set(plan.inputsInUse.map((i) => withoutKey(i.path)));
    const broken = Object.values(plan.figures)
      .flatMap((figure) => figure.inputs.filter((input) =>
        (input.kind === 'figure' && plan.figures[input.key] === undefined)
          || (input.kind === 'field' && !paths.has(withoutKey(input.path))))
        .map((input) => [figure.key, input]));
    expect(broken).toEqual([]);
    expect(Object.values(plan.figures).filter(
      (f) => f.inputs.length === 0 || findFormula(f.formula).expression.length < 4,
    )).toEqual([]);
  });

  it('keeps its promises: layers sum to the unit cost, power within the utility, allocation conserves', () => {
    const total = plan.costStack.reduce((sum, layer) => sum + layer.usdPerMTok, 0);
    expect(total).toBeCloseTo(headline(plan, 'costPerMTokUsd'), 9);
    expect(headline(plan, 'facilityMw'))
      .toBeLessThanOrEqual(plan.inputs.site.values.utilityMw * (1 + 1e-9));
    const input = plan.series['lifecycle.inputMtok']?.values.reduce((a, b) => a + b, 0) ?? 0;
    const output = plan.series['lifecycle.outputMtok']?.values.reduce((a, b) => a + b, 0) ?? 0;
    const split = headline(plan, 'costPerMTokInputUsd') * input
      + headline(plan, 'costPerMTokOutputUsd') * output;
    expect(split / (headline(plan, 'costPerMTokUsd') * (input + output))).toBeCloseTo(1, 9);
  });

  it('is exported in the form its schema states', () => {
    expect(planJsonSchema.parse(
      JSON.parse(JSON.stringify(planToJson(plan, 1, null, true))),
    ).headline.costPerMTokUsd).toBe(headline(plan, 'costPerMTokUsd'));
  });

  it('depends on nothing but the document: a fresh planner gives the same plan', () => {
    const again = evaluatePlan(documentOf(findTemplate(id)?.records ?? []), 'base',
      builtInCatalog);
    expect(again.ok && planToJson(again.value, 1, null, true))
      .toEqual(planToJson(plan, 1, null, true));
  });
});

describe('monotone in what costs', () => {
  const unitCost = (over: Readonly<Record<string, number>>) =>
    headline(planOf('b200-1mw', { 'rackGroup.racks': 20, 'site.utilityMw': 3, ...over }),
      'costPerMTokUsd');
  it.each([
    ['electricity price', 'site.electricityUsdPerKwh', 0, 1, 1],
    ['discount rate', 'finance.discountRate', 0, 0.6, 1],
    ['PUE, through fan power', 'cooling.fanShare', 0, 0.3, 1],
    ['PUE, through transformer efficiency', 'power.transformerEfficiency', 0.9, 1, -1],
    ['utilisation, the other way round', 'demand.utilisation', 0.01, 1, -1],
  ] as const)('%s', (_name, path, min, max, direction) => {
    const inRange = fc.double({ min, max, noNaN: true });
    fc.assert(fc.property(inRange, inRange, (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      expect((unitCost({ [path]: high }) - unitCost({ [path]: low })) * direction)
        .toBeGreaterThanOrEqual(-1e-12);
    }), { numRuns: 25, seed: 7 });
  });
});

describe('a refresh', () => {
  it('builds the network for the most accelerators at once, whichever month draws most power', () => {
    // 170 racks of 32 H200 draw less than 54 racks of 72 GB200, yet have more ports to connect.
    const plan = planOf('hopper-to-blackwell',
      { 'rackGroup.hopper.racks': 170, 'rackGroup.blackwell.racks': 54 });
    expect(headline(plan, 'accelerators')).toBe(170 * 32);
    expect(plan.figures['network.leaf']?.value).toBeGreaterThanOrEqual(170);
  });
});

describe('what cannot be computed', () => {
  const planner = createPlanner(builtInCatalog);
  const problem = (
    over: (records: ReturnType<typeof documentOf>) => ReturnType<typeof documentOf>,
  ) => {
    const plan = planner.evaluate(over(documentOf(findTemplate('b200-1mw')?.records ?? [])),
      'base');
    return plan.ok ? null : plan.error;
  };

  it('names an unknown reference and the nearest known one', () => {
    expect(
      problem(
        (
          d,
        ) =>
          ({ ...d, 'base:rackGroup:main': {
            ...d['base:rackGroup:main'],
            body: { values: { system: 'dgx_b20', traffic: 'chat' } },
          } as never }),
      ),
    )
      .toMatchObject({
        code: 'unknown-reference', where: 'rackGroup.main.system', nearest: 'dgx_b200',
      });
  });

  it('leaves money absent, with the reason, where a price is missing', () => {
    const plan = planOf('b200-1mw',
      { 'rackGroup.system': 'dgx_b300', 'network.switchModel': 'q3400' });
    expect(plan.figures['headline.costPerMTokUsd'])
      .toMatchObject({ value: null, absent: { code: 'not-priced' } });
    expect(
      headline(planOf('b200-1mw',
        { 'rackGroup.system':
          'dgx_b300', 'network.switchModel': 'q3400', 'capex.acceleratorPriceUsd': 50_000 }),
        'costPerMTokUsd'),
    ).toBeGreaterThan(
      0,
    );
  });

  it('refuses FP4 on Hopper as a limit of the group, naming what is missing', () => {
    const plan = planOf('hopper-to-blackwell', { 'rackGroup.precision': 'fp4' });
    expect(plan.limits).toContainEqual(expect.objectContaining({
      code: 'precision-not-supported', where: 'rackGroup.hopper.precision', broken: true,
    }));
  });

  it('names the installed UPS where it holds racks below what the utility could feed, and how much to add', () => {
    const held = planOf('gb300-100mw', { 'power.upsInstalledMw': 5 }).limits.find(
      (l) => l.code === 'ups-capacity',
    );
    expect(held).toMatchObject({ where: 'power.upsInstalledMw', broken: false });
    expect(held?.limit).toBeLessThan(5000);
    expect(held?.nearestFix).toMatch(/^Raise the installed UPS capacity to [\d.]+ MW/);
    expect(planOf('gb300-100mw').limits.map((l) => l.code)).not.toContain('ups-capacity');
  });

  it('says when more racks are asked for than the power allows, and what would fit', () => {
    const limit = planOf('b200-1mw', { 'rackGroup.racks': 60 }).limits.find(
      (l) => l.code === 'power-exceeded',
    );
    expect(limit?.nearestFix).toMatch(/Remove \d+ racks, or raise the utility capacity to/);
  });
});
