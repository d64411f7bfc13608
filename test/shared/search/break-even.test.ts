import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { createPlanner } from '../../../shared/plan.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import { setByPath } from '../../../shared/project/path.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { ownerBreakEvens } from '../../../shared/search/break-even.ts';

const planner = createPlanner(builtInCatalog);
const factory = documentOf(findTemplate('gb300-100mw')?.records ?? []);
const lay = (
  values: Readonly<Record<string, FieldValue>>, document = factory,
): typeof factory =>
  Object.entries(values).reduce((left, [path, value]) => {
    const set = setByPath(left, 'base', path, value);
    if (!set.ok) throw new Error(JSON.stringify(set.error));
    return set.value;
  }, document);
const npv = (document: typeof factory): number => {
  const plan = planner.evaluate(document, 'base');
  return plan.ok ? plan.value.figures['headline.npvUsd']?.value ?? Number.NaN : Number.NaN;
};

const financed =
  lay({ 'finance.debtShare': 0.6, 'traffic.inputUsdPerMtok': 0.6,
    'traffic.cachedUsdPerMtok': 0.2, 'traffic.outputUsdPerMtok': 2.5,
    'traffic.priceDecline': 0.3 });
const capex = 1e10;

describe('break-even of the owner, after tax and debt', () => {
  const found = ownerBreakEvens(planner, financed, 'base');

  it.each([
    ['utilisation', (x: number) => ({ 'demand.utilisation': x })],
    ['priceMultiple',
      (x: number) => ({ 'traffic.inputUsdPerMtok': 0.6 * x,
        'traffic.cachedUsdPerMtok': 0.2 * x, 'traffic.outputUsdPerMtok': 2.5 * x })],
    ['electricityUsdPerKwh', (x: number) => ({ 'site.electricityUsdPerKwh': x })],
    ['declinePerYear', (x: number) => ({ 'traffic.priceDecline': x })],
  ] as const)('%s entered in the plan leaves a net present value of nothing', (
    axis, entered,
  ) => {
    const metric = found?.[axis];
    expect(metric?.value).toEqual(expect.any(Number));
    expect(Math.abs(npv(lay(entered(metric?.value ?? 0), financed))))
      .toBeLessThan(1e-5 * capex);
  });

  it('finds a price: at the multiple that pays, dearer pays more', () => {
    expect(found?.priceMultiple.value).toBeGreaterThan(0);
  });

  it('says that nothing pays where tokens are given away, and asks for use where demand is stated in tokens', () => {
    const free =
      ownerBreakEvens(planner,
        lay({ 'traffic.inputUsdPerMtok':
          0, 'traffic.cachedUsdPerMtok': 0, 'traffic.outputUsdPerMtok': 0 }),
        'base');
    expect(free?.priceMultiple).toMatchObject({ value: null, absent: {
      detail: 'the plan pays nowhere from 0 to 100 times today’s prices',
    } });
    const stated = ownerBreakEvens(planner,
      lay({ 'demand.mode': 'tokens', 'demand.tokensPerDay': 5e12 }), 'base');
    expect(stated?.utilisation).toMatchObject({ value: null, absent: {
      detail: 'demand is stated in tokens, so use follows from it',
    } });
  });
});
