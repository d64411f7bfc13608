import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { createPlanner } from '../../../shared/plan.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import { setByPath } from '../../../shared/project/path.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { headline, planOf } from './support.ts';

const figure = (over: Readonly<Record<string, FieldValue>>, key: string) =>
  planOf('b200-1mw', over).figures[key];
const warned = (over: Readonly<Record<string, FieldValue>>) =>
  planOf('b200-1mw', over).warnings.map(({ code }) => code);
const free = { 'traffic.inputUsdPerMtok':
  0, 'traffic.outputUsdPerMtok': 0, 'traffic.cachedUsdPerMtok': 0 };

/**
 * Nothing is worth anything at the end, and suppliers are paid at once: no month brings
 * money in.
 */
const nothingBack =
  { 'capex.systemResidual': 0, 'capex.facilityLifeYears': 4, 'finance.payableDays': 0 };

/** The problem of the pod with values laid over it, or null when there is a plan. */
function problemOf(over: Readonly<Record<string, FieldValue>>) {
  const start = documentOf(findTemplate('b200-1mw')?.records ?? []);
  const document = Object.entries(over).reduce((so, [path, value]) => {
    const set = setByPath(so, 'base', path, value);
    if (!set.ok) throw new Error(JSON.stringify(set.error));
    return set.value;
  }, start);
  const plan = createPlanner(builtInCatalog).evaluate(document, 'base');
  return plan.ok ? null : plan.error;
}

/** Every number of a plan's figures and limits. */
const numbersOf = (over: Readonly<Record<string, FieldValue>>): readonly number[] => {
  const plan = planOf('b200-1mw', over);
  return [...Object.values(plan.figures).flatMap(({ value }) => value ?? []),
    ...plan.limits.flatMap(({ limit, value }) => [limit, value])];
};

describe('the ends of what can be planned', () => {
  it.each<readonly [string, Readonly<Record<string, FieldValue>>]>([
    ['a tariff of dear hours and nothing drawn in any hour',
      { 'traffic.chat.isl': 1_000_000, 'power.idleShare': 0, 'site.peakHoursFactor': 1.5 }],
    ['failures too rare to add up', { 'demand.failuresPerAcceleratorYear': 5e-324 }],
    ['a switch without ports between servers', { 'network.switchModel': 'nvswitch3' }],
    ['storage that takes all the power', { 'hall.storageRacks': 200, 'rackGroup.racks': 3 }],
  ])('give finite numbers and no advice without end: %s', (_what, over) => {
    expect(numbersOf(over).filter((x) => !Number.isFinite(x))).toEqual([]);
    expect(planOf('b200-1mw', over).limits.map(({ nearestFix }) => nearestFix)
      .join(' ')).not.toMatch(/Infinity|∞|NaN/u);
  });

  it('one month: served at the first step of the ramp, and everything bought is in it', () => {
    const plan = planOf('b200-1mw', { 'demand.horizonMonths': 1, 'rackGroup.rampMonths': 0 });
    expect(headline(plan, 'tokensTotalM')).toBeGreaterThan(0);
    expect(headline(plan, 'lcotNominalUsd'))
      .toBeGreaterThan(headline(planOf('b200-1mw'), 'lcotNominalUsd'));
    expect(plan.statement.length).toBeGreaterThan(5);
  });

  it('thirty years: every series is as long as the plan, and cost per token stays finite', () => {
    const plan = planOf('b200-1mw', { 'demand.horizonMonths': 360 });
    expect(new Set(Object.values(plan.series).map(({ values }) => values.length)).size).toBe(1);
    expect(headline(plan, 'costPerMTokUsd')).toBeGreaterThan(0);
  });

  it('racks that start after the horizon are left out, and the plan says so', () => {
    expect(warned({ 'rackGroup.startMonth': 300 })).toContain('starts-after-horizon');
    expect(figure({ 'rackGroup.startMonth': 300 }, 'headline.tokensPerSecondPeak'))
      .toMatchObject({ absent: { code: 'not-within-horizon' } });
  });

  it('racks that retire before they serve have no plan, in plain words', () => {
    expect(problemOf({ 'rackGroup.startMonth': 9, 'rackGroup.retireMonth': 3 }))
      .toMatchObject({ code: 'stage-refused', stage: 'lifecycle', where: 'main',
        reason: 'retirement comes before service; put retirement in the same month or later' });
  });

  it('tiers that sell more than all tokens have no plan, in plain words', () => {
    const tier = (key: string) => ({
      id: `base:priceTier:${key}`, kind: 'priceTier' as const, scenarioId: 'base', key,
      position: 1, body: { values: { traffic: 'chat', share: 0.7 } },
    });
    const document =
      documentOf([...(findTemplate('b200-1mw')?.records ?? []), tier('a'), tier('b')]);
    const plan = createPlanner(builtInCatalog).evaluate(document, 'base');
    expect(plan.ok ? null : plan.error)
      .toMatchObject({ stage: 'economics', reason: expect.stringContaining('140.0 %') });
  });

  it('a spike of a class that does not exist is named with the nearest that does', () => {
    const spike = { id: 'base:spike:a', kind: 'spike' as const, scenarioId: 'base',
      key: 'a', position: 1, body: { values: { traffic: 'chad' } } };
    const plan = createPlanner(builtInCatalog)
      .evaluate(documentOf([...(findTemplate('b200-1mw')?.records ?? []), spike]), 'base');
    expect(plan.ok ? null : plan.error)
      .toMatchObject({ code: 'unknown-reference', where: 'spike.a.traffic', nearest: 'chat' });
  });
});

describe('a cost below nothing', () => {
  it('says which rate makes it so', () => {
    const over = { 'finance.discountRate': -0.5, 'opex.salesShare': 0 };
    expect(figure(over, 'headline.costPerMTokUsd')?.value).toBeLessThan(0);
    expect(warned(over)).toContain('cost-below-nothing');
    expect(warned({})).not.toContain('cost-below-nothing');
  });
});

describe('money without a return', () => {
  it('no revenue: a loss, no rate, no break-even, and a cost all the same', () => {
    expect(headline(planOf('b200-1mw', free), 'npvUsd')).toBeLessThan(0);
    expect(figure({ ...free, ...nothingBack }, 'headline.irr'))
      .toMatchObject({ value: null, absent: { code: 'no-sign-change' } });
    expect(figure(free, 'headline.paybackMonths'))
      .toMatchObject({ absent: { code: 'not-within-horizon' } });
    expect(figure(free, 'economics.breakEvenPriceMultiple'))
      .toMatchObject({ absent: { code: 'no-revenue' } });
    expect(headline(planOf('b200-1mw', free), 'costPerMTokUsd')).toBeGreaterThan(0);
  });

  it('debt that the cash flow cannot serve is told', () => {
    expect(warned({ ...free, 'finance.debtShare': 0.9 })).toContain('dscr-below-one');
  });

  it('debt that outlasts the horizon is told, and repaid from the last flow', () => {
    expect(warned({ 'finance.debtShare': 0.5, 'finance.tenorMonths': 360 }))
      .toContain('debt-outlasts-horizon');
    expect(warned({ 'finance.debtShare': 0.5, 'finance.tenorMonths': 24 })).not.toContain(
      'debt-outlasts-horizon',
    );
  });

  it('a rate of -100 % is refused with its range', () => {
    const set = setByPath(documentOf(findTemplate('b200-1mw')?.records ?? []), 'base',
      'finance.discountRate', -1);
    expect(set.ok ? null : set.error).toMatchObject({ code: 'range', min: -0.5 });
  });

  it('nothing taxed, nothing charged for time: NPV is the plain sum of the flows', () => {
    const plan = planOf('b200-1mw',
      { 'finance.discountRate': 0, 'finance.taxRate': 0, 'finance.stateTaxRate': 0 });
    const flows =
      plan.series['economics.netCashFlowUsd']?.values.reduce((a, b) => a + b, 0) ?? Number.NaN;
    expect(headline(plan, 'npvUsd') / flows).toBeCloseTo(1, 9);
  });
});
