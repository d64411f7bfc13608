import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { parseDefinitions } from '../../../../shared/facility/devices/device-types.ts';
import { createPlanner } from '../../../../shared/plan.ts';
import { keepDefinitions } from '../../../../shared/plan/entries/definition-values.ts';
import { contentsOfRack } from '../../../../shared/plan/figures/rack-contents.ts';
import { billOfSite } from '../../../../shared/plan/figures/bill.ts';
import type { KindName } from '../../../../shared/project/kinds.ts';
import type { RecordBody } from '../../../../shared/project/record.ts';
import { documentOf, findTemplate } from '../../../../shared/project/templates.ts';

const planner = createPlanner(builtInCatalog);
type Entry = readonly [KindName, string, RecordBody['values']];

/** The template of 100 MW with records beside or over its own. */
function planWith(...entries: readonly Entry[]) {
  const own = (findTemplate('gb300-100mw')?.records ?? [])
    .map((record) => {
      const over = entries.find(([kind, key]) => kind === record.kind && key === record.key);
      return over === undefined ? record
        : { ...record, body: { values: { ...record.body.values, ...over[2] } } };
    });
  const more =
    entries.filter(([kind, key]) => !own.some((r) => r.kind === kind && r.key === key))
    .map(([kind, key, values]) => ({
      id: `base:${kind}:${key}`, kind, scenarioId: 'base', key, position: 9,
      body: { values },
    }));
  const plan = planner.evaluate(documentOf([...own, ...more]), 'base');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

const group = (findTemplate('gb300-100mw')?.records ?? []).find(
  (record) => record.kind === 'rackGroup',
)?.key ?? '';
const yaml =
  'manufacturer: Acme\nmodel: Head\nslug: acme-head\nu_height: 2\nweight: 40\nweight_unit: kg\n'
  + 'power-ports:\n  - name: A\n    maximum_draw: 3000\n    allocated_draw: 1000\n  - name: B\n    maximum_draw: 3000\n    allocated_draw: 1000\n'
  + 'interfaces:\n  - name: e0\n    type: 100gbase-x-qsfp28\n';

function importedDevice(more: RecordBody['values'] = {}): Entry {
  const parsed = parseDefinitions(yaml);
  const kept = parsed.ok ? keepDefinitions(parsed.value) : parsed;
  if (!kept.ok) throw new Error(JSON.stringify(kept.error));
  return ['deviceType', 'head', { ...kept.value[0]?.values, ...more }];
}
const inGroup = (count: number): Entry => ['rackDevice', 'one',
  { device: 'head', where: 'group', group, count }];
const placed = (plan: ReturnType<typeof planWith>) =>
  plan.stages.halls.specs.find((spec) => spec.key === group);

describe('an imported device in the racks of a group', () => {
  const without = planWith();
  const twoUnits = planWith(importedDevice({ redundantPorts: 1 }), inGroup(2));

  it('adds its power, without the supply in reserve, and its heat to air', () => {
    const [before, after] = [placed(without), placed(twoUnits)];
    expect((after?.kw ?? 0) - (before?.kw ?? 0)).toBeCloseTo(6, 9);
    const air = (spec: typeof before): number =>
      (spec?.kw ?? 0) * (1 - (spec?.liquidFraction ?? 0));
    expect(air(after) - air(before)).toBeCloseTo(6, 9);
    expect((after?.weightKg ?? 0) - (before?.weightKg ?? 0)).toBe(80);
  });

  it('leaves room for fewer racks under the same power, and loads feeds more', () => {
    expect(twoUnits.figures['headline.racks']?.value)
      .toBeLessThan(without.figures['headline.racks']?.value ?? 0);
    const busiest = (plan: typeof without): number =>
      Math.max(...(plan.stages.halls.placement?.feeds ?? []).map((feed) => feed.worstKw));
    expect(busiest(twoUnits)).toBeGreaterThan(busiest(without));
  });

  it('stands in the elevation above the trays', () => {
    const contents = contentsOfRack(twoUnits.stages, { key: group, kind: 'compute' },
      undefined);
    expect(contents?.devices.map(({ name, count }) => `${count} ${name}`)).toEqual([
      '8 Power shelf', '18 Compute tray', '9 NVLink switch tray', '2 Management switch',
      '2 Acme Head']);
  });

  it('takes the units trays leave free, and is refused by height when there are no more', () => {
    expect(placed(planWith(importedDevice(), inGroup(5)))?.heightU).toBe(48);
    const tooMany = planWith(importedDevice(), inGroup(8));
    expect(placed(tooMany)).toBeUndefined();
    expect(tooMany.limits.map((limit) => limit.code)).toContain('rack-height');
  });

  it('stands in the bill with the price entered, or absent with a warning', () => {
    const line = (plan: typeof without) =>
      billOfSite(plan.stages).find((each) => each.item === 'Acme Head');
    const racks = twoUnits.stages.groups.find((each) => each.record.key === group)?.racks ?? 0;
    expect(line(twoUnits))
      .toMatchObject({ count: 2 * racks, unitPriceUsd: null, absent: 'price of Acme Head' });
    expect(twoUnits.warnings.map((warning) => warning.code)).toContain('device-price-absent');
    const priced = planWith(
      importedDevice({ redundantPorts: 1, priceUsd: 1e5, priceSource: 'Offer of 2026-01-05' }),
      inGroup(2),
    );
    expect(line(priced))
      .toMatchObject({ unitPriceUsd: 1e5, evidence: 'user', source: 'Offer of 2026-01-05' });
    const capex = (plan: typeof without): number => plan.stages.capex
      .filter((item) => item.class === 'accelerator')
      .reduce((sum, item) => sum + item.amountUsd, 0);
    expect(capex(priced) - capex(twoUnits)).toBeCloseTo(2e5 * racks, 0);
  });

  it('counts by allocated power where racks are planned by typical power', () => {
    const typical = planWith(importedDevice(), inGroup(1),
      ['power', 'power', { basis: 'typical' }]);
    const bare = planWith(['power', 'power', { basis: 'typical' }]);
    expect((placed(typical)?.kw ?? 0) - (placed(bare)?.kw ?? 0)).toBeCloseTo(2, 9);
  });

  it('adds to racks in proportion to its number', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5 }), (count) => {
      expect((placed(planWith(importedDevice(), inGroup(count)))?.kw ?? 0)
        - (placed(without)?.kw ?? 0)).toBeCloseTo(6 * count, 9);
    }), { numRuns: 5 });
  });

  it('refuses a device or group that does not exist by name', () => {
    const lost = planner.evaluate(documentOf([...(findTemplate('gb300-100mw')?.records ?? []),
      { id: 'x', kind: 'rackDevice', scenarioId: 'base', key: 'one', position: 1,
        body: { values: { device: 'gone' } } }]),
        'base');
    expect(lost).toMatchObject({ ok: false, error: {
      code: 'unknown-reference', where: 'rackDevice.one.device', of: 'deviceType',
    } });
  });
});

describe('definitions beyond what a project holds', () => {
  it('are refused with the line of the definition, and none is kept', () => {
    const heavy = yaml.replace('weight: 40', 'weight: 90000');
    const parsed = parseDefinitions(`${yaml}---\n${heavy}`);
    expect(parsed.ok && keepDefinitions(parsed.value)).toMatchObject({
      ok: false,
      error: [{ code: 'out-of-range', at: 'weightKg', line: yaml.split('\n').length + 1 }],
    });
  });
});

describe('devices beside the compute racks', () => {
  it('add to the power of network and storage racks', () => {
    const storage: Entry = ['hall', 'hall', { storageRacks: 10 }];
    // a switch whose power nobody publishes: its racks draw what stands in them
    const unpowered: Entry = ['network', 'network', { switchModel: 'th5_64x800' }];
    const at = (where: string): Entry => ['rackDevice', 'one',
      { device: 'head', where, count: 1 }];
    const kw = (plan: ReturnType<typeof planWith>, kind: string): number =>
      plan.stages.halls.specs.find((spec) => spec.kind === kind)?.kw ?? 0;
    const bare = planWith(storage, unpowered);
    expect(kw(planWith(storage, unpowered, importedDevice(), at('storage')), 'storage')
      - kw(bare, 'storage')).toBeCloseTo(6, 9);
    expect(kw(planWith(storage, unpowered, importedDevice(), at('network')), 'network'))
      .toBeCloseTo(6, 9);
  });
});

describe('an imported rack type chosen for the halls', () => {
  const rack = (values: RecordBody['values']): Entry => ['rackType', 'wide',
    { heightU: 50, ...values }];
  const chosen: Entry = ['hall', 'hall', { rackType: 'wide' }];

  it('sets width and depth of positions', () => {
    const plan = planWith(rack({ outerWidthM: 0.8, outerDepthM: 1.4 }), chosen);
    expect(plan.stages.halls.halls[0]).toMatchObject({ pitchM: 0.8 });
    expect(plan.stages.halls.halls[0]?.rackAreaM2).toBeCloseTo(1.12, 12);
  });

  it('refuses racks that are too high or too heavy for it, and names what would fit', () => {
    const low = planWith(rack({ heightU: 42 }), chosen);
    expect(low.limits)
      .toContainEqual(expect.objectContaining({ code: 'rack-height', limit: 42, value: 48 }));
    const weak = planWith(rack({ maxLoadKg: 1000 }), chosen);
    expect(weak.limits)
      .toContainEqual(expect.objectContaining({ code: 'rack-load', limit: 1000, value: 1360 }));
  });
});
