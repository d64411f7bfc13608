import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../../renderer/backend/memory.ts';
import type { Host } from '../../../renderer/backend/context.tsx';
import { setField } from '../../../renderer/state/edits.ts';
import { deriveScenario } from '../../../renderer/state/scenarios.ts';
import {
  createPlannerStore, type PlannerStore, type Project,
} from '../../../renderer/state/store.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import { refuse } from '../../../shared/units/result.ts';
import { utilisation, valueAt } from '../support.ts';

async function openTemplate(host: Host = createMemoryHost()): Promise<PlannerStore> {
  const store = createPlannerStore(host);
  await store.getState().actions.createFile('b200-1mw', null);
  return store;
}

function projectOf(store: PlannerStore): Project {
  const { project } = store.getState();
  if (project === null) throw new Error('no project is open');
  return project;
}

function setUtilisation(store: PlannerStore, value: FieldValue, mergeKey?: string): void {
  const { actions, scenarioId } = store.getState();
  actions.edit(`to ${String(value)}`,
    setField(projectOf(store).edits.document, scenarioId, utilisation, value), mergeKey);
}

const shown = (store: PlannerStore) => valueAt(projectOf(store).edits.document, utilisation);

describe('an edit', () => {
  it('is on screen at once and in the file when the host has answered', async () => {
    const store = await openTemplate();
    setUtilisation(store, 0.7);
    expect(shown(store)).toBe(0.7);
    expect(projectOf(store).edits.pending).toHaveLength(1);
    await store.getState().actions.settle();
    expect(projectOf(store).edits.pending).toEqual([]);
    expect(valueAt(projectOf(store).edits.confirmed, utilisation)).toBe(0.7);
    expect(projectOf(store).history.undo).toBe('to 0.7');
  });

  it('is undone and repeated, also when it is still on its way', async () => {
    const store = await openTemplate();
    const before = shown(store);
    setUtilisation(store, 0.7);
    await store.getState().actions.undo();
    expect(shown(store)).toBe(before);
    expect(projectOf(store).history.redo).toBe('to 0.7');
    await store.getState().actions.redo();
    expect(shown(store)).toBe(0.7);
  });

  it('of one drag is one step, compared with the state before the drag', async () => {
    const store = await openTemplate();
    const start = projectOf(store).edits.document;
    const gesture = store.getState().actions.nextGesture('demand.utilisation');
    for (const value of [0.61, 0.62, 0.63, 0.64]) setUtilisation(store, value, gesture);
    await store.getState().actions.settle();
    expect(projectOf(store).before?.document).toBe(start);
    await store.getState().actions.undo();
    expect(shown(store)).toBe(valueAt(start, utilisation));
    expect(projectOf(store).history.undo).toBeNull();
  });

  it('that the host refuses is taken back and explained', async () => {
    const honest = createMemoryHost();
    const host: Host = {
      ...honest,
      call: (name, args) => (name === 'project:commit'
        ? Promise.resolve(refuse({ code: 'disk-full', path: 'x.aifp' }))
        : honest.call(name, args)),
    };
    const store = await openTemplate(host);
    const before = shown(store);
    setUtilisation(store, 0.7);
    expect(shown(store)).toBe(0.7);
    await store.getState().actions.settle();
    expect(shown(store)).toBe(before);
    expect(store.getState().notices)
      .toMatchObject([{ problem: { code: 'disk-full' }, lost: ['to 0.7'] }]);
  });

  it('does not stop those behind it when the connection breaks', async () => {
    const honest = createMemoryHost();
    let broken = true;
    const host: Host = {
      ...honest,
      call: (name, args) => (broken && name === 'project:undo'
        ? Promise.reject(new Error('gone'))
        : honest.call(name, args)),
    };
    const store = await openTemplate(host);
    await store.getState().actions.undo();
    expect(store.getState().notices.map(({ problem }) => problem.code)).toEqual(['internal']);
    broken = false;
    setUtilisation(store, 0.7);
    await store.getState().actions.settle();
    expect(projectOf(store).history.undo).toBe('to 0.7');
  });
});

describe('a scenario', () => {
  it('that undo takes away gives way to the first one', async () => {
    const store = await openTemplate();
    const { actions, scenarioId } = store.getState();
    const { edit, key } = deriveScenario(projectOf(store).edits.document, scenarioId,
      'Variant');
    actions.edit('Duplicate', edit);
    actions.selectScenario(key);
    await actions.undo();
    expect(store.getState().scenarioId).toBe('base');
  });
});

describe('a file', () => {
  it('that cannot be opened leaves the open project as it was', async () => {
    const store = await openTemplate();
    const before = projectOf(store);
    expect(await store.getState().actions.openFile('nowhere.aifp')).toBe(false);
    expect(projectOf(store)).toBe(before);
    expect(store.getState().notices[0]?.problem)
      .toEqual({ code: 'missing', path: 'nowhere.aifp' });
  });

  it('that is closed can be opened again with its history', async () => {
    const store = await openTemplate();
    const before = shown(store);
    setUtilisation(store, 0.7);
    const { path } = projectOf(store);
    await store.getState().actions.closeFile();
    expect(store.getState()).toMatchObject({ project: null, screen: 'start' });
    await store.getState().actions.openFile(path);
    expect(shown(store)).toBe(0.7);
    await store.getState().actions.undo();
    expect(shown(store)).toBe(before);
  });
});

describe('the inspector', () => {
  it('keeps the way back while a reader follows a figure to its sources', async () => {
    const { actions } = (await openTemplate()).getState();
    const store = await openTemplate();
    expect(actions).not.toBe(store.getState().actions);
    const { select, selectBack } = store.getState().actions;
    select({ kind: 'figure', key: 'headline.npvUsd' });
    select({ kind: 'figure', key: 'headline.revenueUsd' }, true);
    select({ kind: 'field', at: utilisation }, true);
    selectBack();
    expect(store.getState().selection).toEqual({ kind: 'figure', key: 'headline.revenueUsd' });
    selectBack();
    expect(store.getState())
      .toMatchObject({ selection: { key: 'headline.npvUsd' }, trail: [] });
  });
});

describe('a page that is loaded again', () => {
  it('shows the open project at its first screen, and leaves alone who went elsewhere', async () => {
    const host = createMemoryHost();
    const { session } = projectOf(await openTemplate(host));
    const again = createPlannerStore({ ...host, rememberedSession: () => session });
    await again.getState().actions.resume();
    expect(again.getState().screen).toBe('answer');

    const hasty = createPlannerStore({ ...host, rememberedSession: () => session });
    const resumed = hasty.getState().actions.resume();
    hasty.getState().actions.go('start');
    await resumed;
    expect(hasty.getState().screen).toBe('start');
    expect(projectOf(hasty).session).toBe(session);
  });
});
