import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { autoValue } from '../../../shared/plan/figures/auto-values.ts';
import { contentsOfRack } from '../../../shared/plan/figures/rack-contents.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { KindName } from '../../../shared/project/kinds.ts';
import type { RecordBody } from '../../../shared/project/record.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';

const planner = createPlanner(builtInCatalog);
type Entry = readonly [KindName, string, RecordBody['values']];

/** The pod of 1 MW with records over or beside its own. */
function podWith(...entries: readonly Entry[]): Plan {
  const own = findTemplate('b200-1mw')?.records ?? [];
  const over = own.map((record) => {
    const found = entries.find(([kind, key]) => kind === record.kind && key === record.key);
    return found === undefined ? record : { ...record,
      body: { values: { ...record.body.values, ...found[2] } } };
  });
  const more =
    entries.filter(([kind, key]) => !own.some((r) => r.kind === kind && r.key === key))
    .map(([kind, key, values]) => ({ id: `base:${kind}:${key}`, kind, scenarioId: 'base', key,
      position: 9, body: { values } }));
  const plan = planner.evaluate(documentOf([...over, ...more]), 'base');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

const rackType: Entry = ['rackType', 'strong',
  { heightU: 48, outerWidthM: 0.6, outerDepthM: 1.2, weightKg: 150, maxLoadKg: 1000 }];
const chosen: Entry = ['hall', 'hall', { rackType: 'strong' }];
const racksOf = (plan: Plan) => plan.stages.halls.specs.find((spec) => spec.kind === 'compute');

describe('the load under a rack of servers', () => {
  const server = builtInCatalog.systems['dgx_b200'];
  const serverKg = server?.weightKg?.value ?? Number.NaN;
  const perRack = server?.perRack?.value ?? Number.NaN;
  const plan = podWith(rackType, chosen);

  it('is its servers and its own weight', () => {
    // Two servers of 142.4 kg in a rack of 150 kg.
    expect([serverKg, perRack]).toEqual([142.4, 2]);
    expect(racksOf(plan)?.weightKg).toBeCloseTo(2 * 142.4 + 150, 9);
    expect(plan.stages.halls.floorKgPerM2).toBeCloseTo((2 * 142.4 + 150) / (0.6 * 1.2), 9);
  });

  it('breaks a floor that carries the servers but not the rack', () => {
    // 285 kg would be 396 kg/m2, 435 kg are 604 kg/m2.
    const weak = podWith(rackType, ['hall', 'hall', { rackType: 'strong', floorKgPerM2: 500 }]);
    expect(weak.limits.map(({ code }) => code)).toContain('floor-load');
    const enough = podWith(rackType,
      ['hall', 'hall', { rackType: 'strong', floorKgPerM2: 610 }]);
    expect(enough.limits.map(({ code }) => code)).not.toContain('floor-load');
  });

  it('is held against what the rack carries beside itself', () => {
    const weak: Entry = ['rackType', 'strong', { ...rackType[2], maxLoadKg: 200 }];
    const { limits } = podWith(weak, chosen);
    expect(limits).toContainEqual(expect.objectContaining({ code: 'rack-load', limit: 350,
      value: 2 * 142.4 + 150 }));
  });
});

describe('a rack of switches', () => {
  const plan = podWith();
  const model = builtInCatalog.switches['qm9700'];
  const contents = contentsOfRack(plan.stages, { key: 'net', kind: 'network' }, model);

  it('holds as many as it may, cooled by air, at their typical power', () => {
    const perRack = plan.inputs.hall.values.switchesPerRack;
    const switches = plan.stages.network.design?.switches ?? 0;
    expect(contents?.devices).toEqual([{
      name: model?.name, count: Math.min(perRack,
        switches), heightU: model?.heightU?.value, weightKg: null,
      powerKw: (model?.typicalPowerW?.value ?? Number.NaN) / 1000, liquidFraction: 0, ports: 0,
    }]);
    expect(contents?.oneBlock).toBe(false);
  });

  it('has the power entered when there is one, and the height of the hall’s rack', () => {
    const entered = podWith(['network', 'network', { switchPowerW: 1234 }],
      ['hall', 'hall', { rackHeightU: 42 }]);
    const own = contentsOfRack(entered.stages, { key: 'net', kind: 'network' }, model);
    expect(own?.devices[0]?.powerKw).toBe(1.234);
    expect(own?.heightU).toBe(42);
  });
});

describe('what an empty field stands for', () => {
  const plan = podWith(['priceEvent', 'next', { inUse: true, traffic: 'chat', month: 25 }],
    ['traffic', 'chat', { capabilityDecline: 0.4 }]);
  const of = (kind: KindName, field: string, key: string = kind) =>
    autoValue(plan, { kind, key, field }, builtInCatalog);
  const switchModel = builtInCatalog.switches['qm9700'];
  const site = builtInCatalog.sites['ashburn'];
  const server = builtInCatalog.systems['dgx_b200'];

  it.each([
    ['site', 'electricityUsdPerKwh', 'site', site?.industrialUsdPerKwh?.value],
    ['site', 'carbonGPerKwh', 'site', site?.carbonGPerKwh?.value],
    ['network', 'switchPowerW', 'network', switchModel?.typicalPowerW?.value],
    ['network', 'hopLatencyNs', 'network', switchModel?.latencyNs?.value],
    ['network', 'scaleUpDomain', 'network', 8],
    ['rackGroup', 'retireMonth', 'main', 48],
    ['project', 'usdPerUnit', 'project', 1],
    ['finance', 'financeRate', 'finance', 0.1],
    ['finance', 'reinvestRate', 'finance', 0.1],
    ['opex', 'staffEscalation', 'opex', 0.025],
    ['opex', 'waterEscalation', 'opex', 0.025],
  ] as const)('%s.%s is the catalogue’s figure or the plan’s', (kind, field, key, expected) => {
    expect(expected).toBeDefined();
    expect(of(kind, field, key)).toBe(expected ?? null);
  });

  it('the price of an accelerator is that of its server over its eight', () => {
    expect(of('capex',
      'acceleratorPriceUsd')).toBeCloseTo((server?.priceUsd?.value ?? Number.NaN) / 8, 6);
  });

  it('a replacement sells at what the capability costs by then: two years at 40 % a year leave 0.36', () => {
    expect(of('priceEvent', 'factor', 'next')).toBeCloseTo(0.36, 12);
  });

  it('racks are as many as fit, and tensor width that of the point', () => {
    expect(of('rackGroup', 'racks', 'main')).toBe(plan.stages.groups[0]?.racks);
    const point = plan.stages.groups[0]?.point;
    expect(of('rackGroup', 'tensorParallel', 'main'))
      .toBe(point?.mode === 'agg' ? point.tp : null);
  });

  it('is unknown for a field nobody fills, and where groups differ', () => {
    expect(of('rackGroup', 'concurrency', 'main')).toBeNull();
    const two = podWith(['rackGroup', 'more',
      { name: 'Hopper', system: 'dgx_h100', traffic: 'chat', precision: 'fp8',
      framework: 'vllm', racks: 2 }]);
    expect(autoValue(two, { kind: 'capex', key: 'capex', field: 'acceleratorPriceUsd' },
      builtInCatalog)).toBeNull();
  });
});
