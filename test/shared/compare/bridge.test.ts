import { describe, expect, it } from 'vitest';
import { bridge, findBridgeOrder } from '../../../shared/compare/bridge.ts';
import { bridgeMetrics, openCoalitions } from '../../../shared/compare/coalition.ts';
import { inputGroups, type InputGroup } from '../../../shared/compare/groups.ts';
import { shapley } from '../../../shared/compare/shapley.ts';
import { planner } from '../template-plans.ts';
import { derive, lay, templateDocument, withRecord } from './support.ts';

const base = templateDocument('b200-1mw');

/**
 * Doubles hold about 16 digits; 1e-9 leaves room for a sum of seven differences of like
 * size.
 */
const share = (error: number, ...sizes: readonly number[]): number =>
  Math.abs(error) / Math.max(...sizes.map(Math.abs), 1e-300);

describe('the bridge', () => {
  const document = lay(lay(derive(base, 'b'), 'b',
    { 'demand.utilisation': 0.8, 'finance.discountRate': 0.12 }), 'b',
      { 'site.electricityUsdPerKwh': 0.05 });

  it('gives each group its own step, nothing to groups without differences, and shows what it switched',
    () => {
    const found = bridge(planner, document, 'base', 'b', 'costPerMTokUsd');
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    const steps = Object.fromEntries(found.value.steps.map((step) => [step.group, step]));
    expect(found.value.steps.map((step) => step.group)).toEqual(inputGroups);
    expect(found.value.steps.filter((step) => step.change !== 0).map((step) => step.group))
      .toEqual(['utilisation', 'energy', 'finance']);
    expect(steps['utilisation']?.change).toBeLessThan(0);
    expect(steps['energy']?.change).toBeLessThan(0);
    expect(steps['finance']?.change).toBeGreaterThan(0);
    expect(steps['energy']?.differences.map((d) => d.path))
      .toEqual(['site.electricityUsdPerKwh']);
  });

  it('reverses sign, step by step, on the way back in the opposite order', () => {
    const there = bridge(planner, document, 'base', 'b', 'npvUsd');
    const back = bridge(planner, document, 'b', 'base', 'npvUsd', inputGroups.toReversed());
    if (!there.ok || !back.ok) throw new Error('no bridge');
    const returned = back.value.steps.toReversed();
    there.value.steps.forEach((step, i) =>
      expect(share(step.change + (returned[i]?.change ?? Number.NaN), there.value.from))
        .toBeLessThan(1e-12));
  });

  it('refuses an order that leaves a group out, and unknown scenarios', () => {
    expect(bridge(planner, document, 'base', 'b', 'npvUsd', ['hardware']))
      .toMatchObject({ ok: false, error: { code: 'bad-order' } });
    expect(bridge(planner, document, 'base', 'none', 'npvUsd'))
      .toMatchObject({ ok: false, error: { code: 'no-scenario', id: 'none' } });
  });

  it('refuses a mixture that serves nothing and names what was switched; another order goes through', () => {
    const priced = { 'traffic.inputUsdPerMtok': 0.55, 'traffic.outputUsdPerMtok': 2.19 };
    const hopper = lay(derive(base, 'hopper'), 'hopper', {
      'rackGroup.system':
        'dgx_h200', 'rackGroup.precision': 'fp8', 'network.switchModel': 'qm9700',
      'traffic.model': 'deepseek-r1', 'traffic.minTokPerSecPerUser': 20, 'traffic.maxTtftS': 20,
      ...priced,
    });
    const dense = lay(hopper, 'base',
      { 'traffic.model':
        'deepseek-r1', 'traffic.minTokPerSecPerUser': 20, 'traffic.maxTtftS': 20,
      ...priced });
    const softwareFirst: readonly InputGroup[] =
      ['software', ...inputGroups.filter((group) => group !== 'software')];
    expect(bridge(planner, dense, 'hopper', 'base', 'costPerMTokUsd', softwareFirst))
      .toMatchObject({ ok: false, error: { code: 'absent', switched: ['software'] } });
    const coalitions = openCoalitions(planner, dense, 'hopper', 'base', 'costPerMTokUsd');
    const order = coalitions.ok ? findBridgeOrder(coalitions.value, softwareFirst) : null;
    expect(order?.indexOf('hardware')).toBeLessThan(order?.indexOf('software') ?? -1);
    expect(bridge(planner, dense, 'hopper', 'base', 'costPerMTokUsd', order ?? []).ok)
      .toBe(true);
  });

  it('carries records that only one side has', () => {
    let more = withRecord(derive(base, 'more'), 'traffic', 'more', 'code',
      { name: 'Code', model: 'gpt-oss-120b', isl: 1024, osl: 1024 });
    more = withRecord(more, 'rackGroup', 'more', 'second',
      { system: 'dgx_b200', traffic: 'code', racks: 5 });
    more = withRecord(more, 'priceTier', 'more', 'gold',
      { traffic: 'code', share: 0.5, priceFactor: 2 });
    const pricesFirst: readonly InputGroup[] =
      ['prices', ...inputGroups.filter((group) => group !== 'prices')];
    const found = bridge(planner, lay(more, 'more', { 'rackGroup.main.racks': 6 }),
      'base', 'more', 'npvUsd',
      pricesFirst);
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    expect(found.value.steps[0]?.change).toBe(0);
    expect(found.value.steps.find((step) => step.group === 'hardware')?.differences.filter(
      (d) => d.record,
    )
      .map((d) => d.path))
      .toEqual(['rackGroup.second', 'traffic.code'].toSorted().toReversed());
  });
});

describe('shapley', () => {
  const document = lay(derive(base, 'b'), 'b',
    { 'demand.utilisation': 0.9, 'finance.discountRate': 0.05, 'capex.systemPriceFactor': 1.3,
      'site.electricityUsdPerKwh': 0.2 });

  it.each(bridgeMetrics)('%s: shares add up, and are the mean over all orders', (metric) => {
    const found = shapley(planner, document, 'base', 'b', metric);
    const coalitions = openCoalitions(planner, document, 'base', 'b', metric);
    if (!found.ok || !coalitions.ok) throw new Error('no bridge');
    const { steps, from, to } = found.value;
    expect(share(steps.reduce((sum, step) => sum + step.change, 0) - (to - from), from,
      to)).toBeLessThan(1e-9);
    const orders = permutations(coalitions.value.active);
    const valueOf = (groups: readonly InputGroup[]): number =>
      { const v = coalitions.value.valueOf(new Set(groups)); return v.ok ? v.value
        : Number.NaN; };
    for (const group of coalitions.value.active) {
      const mean = orders.reduce((sum, order) => {
        const before = order.slice(0, order.indexOf(group));
        return sum + valueOf([...before, group]) - valueOf(before);
      }, 0) / orders.length;
      expect(share((steps.find((step) => step.group === group)?.change ?? Number.NaN)
        - mean, from,
        to)).toBeLessThan(1e-9);
    }
  });

  it('reports progress over the subsets of differing groups, and stops when told to', () => {
    const seen: number[] = [];
    shapley(planner, document, 'base', 'b', 'npvUsd',
      { onProgress: ({ done, total }) => { seen.push(done / total); } });
    expect(seen).toHaveLength(16);
    expect(seen.at(-1)).toBe(1);
    const cancel = { aborted: false };
    const stopped = shapley(planner, document, 'base', 'b', 'npvUsd',
      { cancel, onProgress: ({ done }) => { cancel.aborted = done === 5; } });
    expect(stopped)
      .toMatchObject({ ok: false, error: { code: 'cancelled', done: 5, total: 16 } });
  });
});

function permutations<T>(list: readonly T[]): readonly (readonly T[])[] {
  return list.length <= 1 ? [list]
    : list.flatMap(
      (item, i) => permutations(list.toSpliced(i, 1)).map((rest) => [item, ...rest]),
    );
}
