import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../../renderer/backend/memory.ts';
import { setField } from '../../../renderer/state/edits.ts';
import { planOf } from '../../../renderer/state/plan.ts';
import { createPlannerStore } from '../../../renderer/state/store.ts';
import { offersFor, scenariosOn, systemsIn } from '../../../renderer/state/system-scenarios.ts';
import { explainNotice } from '../../../renderer/text/notices.ts';
import { applyChanges } from '../../../shared/project/record.ts';
import { setByPath } from '../../../shared/project/path.ts';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { baseDocument, inputsAt, valueAt } from '../support.ts';

const document = baseDocument('gb300-100mw');
const five = ['gb200_nvl72', 'dgx_b200', 'dgx_h200', 'mi355x_8', 'vr_nvl72'];

describe('a scenario for each system', () => {
  const { edit, keys } = scenariosOn(document, 'base', five);
  const after = applyChanges(document, edit);

  it('is based on the one given, with every rack of the system and no other record', () => {
    expect(keys).toHaveLength(five.length);
    for (const [at, key] of keys.entries()) {
      expect(systemsIn(after, key)).toEqual([five[at]]);
      expect(listScenarios(after).find(({ id }) => id === key)?.basedOn).toBe('base');
      const own = Object.values(after).filter(({ scenarioId }) => scenarioId === key);
      expect(own.every(({ kind }) => ['rackGroup', 'network', 'cooling'].includes(kind)))
        .toBe(true);
      // Inherited, so that an edit of the base still reaches them.
      expect(inputsAt(after, key).traffic).toEqual(inputsAt(after).traffic);
    }
    expect(edit.every(({ before }) => before === null)).toBe(true);
  });

  it('takes what the choice said it would take, and racks still fill the power', () => {
    const offers = offersFor(document, 'base');
    for (const [at, key] of keys.entries()) {
      const kit = offers.find(({ id }) => id === five[at])?.kit;
      const groups = inputsAt(after, key).rackGroup.map(({ values }) => values);
      expect(groups.map(({ precision }) => precision))
        .toEqual(kit?.serving.map(({ precision }) => precision));
      for (const [i, { framework }] of groups.entries())
        expect([...kit?.engines ?? [], kit?.serving[i]?.framework]).toContain(framework);
      expect(inputsAt(after, key).rackGroup.map(({ values }) => values.racks))
        .toEqual([null, null]);
      expect(inputsAt(after, key).network.values.scaleOutGbps).toBe(kit?.scaleOutGbps);
    }
  });

  it('runs the strongest of the engines known to run its models', () => {
    const key = keys[five.indexOf('mi355x_8')] ?? '';
    const rateUnder = (framework: string): number | null => {
      const set = setByPath(after, key, 'rackGroup.framework', framework);
      const plan = set.ok ? planOf(set.value, key) : null;
      return plan?.ok === true ? plan.value.figures['headline.tokPerSecPerMw']?.value ?? null : null;
    };
    const engines = offersFor(document, 'base').find(({ id }) => id === 'mi355x_8')?.kit?.engines;
    expect(engines?.length).toBeGreaterThan(1);
    const [group] = inputsAt(after, key).rackGroup;
    const rates = (engines ?? []).flatMap((framework) => rateUnder(framework) ?? []);
    expect(new Set(rates).size).toBeGreaterThan(1);
    expect(rateUnder(group?.values.framework ?? '')).toBe(Math.max(...rates));
  });

  it('lacks nothing but a public price', () => {
    for (const key of keys) {
      const plan = planOf(after, key);
      if (!plan.ok) throw new Error(plan.error.code);
      expect(plan.value.limits.filter(({ broken, code }) =>
        broken && code !== 'price-missing')).toEqual([]);
      expect(plan.value.figures['headline.facilityMw']?.value).toBeGreaterThan(30);
    }
  });
});

it('leaves out what is unknown, and what cannot serve the models', () => {
  expect(scenariosOn(document, 'base', ['no-such']).keys).toEqual([]);
  const cannot = offersFor(document, 'base').filter(({ kit }) => kit === null);
  expect(cannot.every((offer) => offer.cannot !== '')).toBe(true);
  expect(scenariosOn(document, 'base', cannot.map(({ id }) => id)).keys).toEqual([]);
  expect(scenariosOn(document, 'lost', five)).toEqual({ edit: [], keys: [] });
});

it('turns a decided number of racks into the number that draws as much power', () => {
  const at = { kind: 'rackGroup', key: 'chat', field: 'racks' } as const;
  const counted = applyChanges(document, setField(document, 'base', at, 40));
  const { edit, keys: [key = ''] } = scenariosOn(counted, 'base', ['dgx_b200']);
  const after = applyChanges(counted, edit);
  const kwOf = (id: string): number => {
    const plan = planOf(after, id);
    const rack = plan.ok ? plan.value.stages.racks
      .find(({ group }) => group.record.key === 'chat') : undefined;
    return (rack?.size.rackKw ?? Number.NaN) * Number(valueAt(after, at, id));
  };
  expect(kwOf(key) / kwOf('base')).toBeCloseTo(1, 2);
  expect(valueAt(after, { ...at, key: 'reasoning' }, key)).toBeNull();
});

it('is one step, taken back as one', async () => {
  const store = createPlannerStore(createMemoryHost());
  const { actions } = store.getState();
  await actions.createFile('gb300-100mw', null);
  const start = store.getState().project?.edits.document ?? {};
  actions.edit('Compare systems', scenariosOn(start, 'base', five).edit);
  await actions.settle();
  expect(store.getState().notices).toEqual([]);
  expect(listScenarios(store.getState().project?.edits.document ?? {}))
    .toHaveLength(listScenarios(start).length + five.length);
  await actions.undo();
  expect(store.getState().project?.edits.document).toEqual(start);
  expect(explainNotice({ code: 'systems-compared', names: ['A', 'B'], label: 'x' }).title)
    .toBe('2 more scenarios.');
});
