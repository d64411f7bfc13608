import { describe, expect, it } from 'vitest';
import type { Host } from '../../../renderer/backend/context.tsx';
import { createMemoryHost } from '../../../renderer/backend/memory.ts';
import { setField } from '../../../renderer/state/edits.ts';
import { createPlannerStore, type PlannerStore } from '../../../renderer/state/store.ts';
import type { CommandName, Commands, Displacement } from '../../../shared/backend.ts';
import { ok } from '../../../shared/units/result.ts';
import { utilisation } from '../support.ts';

const displaced: Displacement = { code: 'replaced', original: 'Projects/A.aifp',
  path: 'Projects/A rescued.aifp' };

/** A host whose file was taken away: the reply to one command tells it. */
function hostTelling(where: CommandName): Host {
  const host = createMemoryHost();
  const call = async <K extends CommandName>(
    name: K, args: Commands[K]['args'],
  ): Promise<Commands[K]['reply']> => {
    const reply = await host.call(name, args);
    return name === where && reply.ok
      ? ok({ ...(reply.value as object), displaced }) as Commands[K]['reply']
      : reply;
  };
  return { ...host, call };
}

async function openOn(host: Host): Promise<PlannerStore> {
  const store = createPlannerStore(host);
  await store.getState().actions.createFile('b200-1mw', null);
  return store;
}

function edit(store: PlannerStore): void {
  const { actions, scenarioId, project } = store.getState();
  if (project === null) throw new Error('no project is open');
  actions.edit('to 0.7', setField(project.edits.document, scenarioId, utilisation, 0.7));
}

const told = (store: PlannerStore): unknown => {
  const { project, notices } = store.getState();
  return [project?.path, notices.map(({ problem }) => problem.code)];
};

describe('a file that was taken away', () => {
  it.each<[CommandName, (store: PlannerStore) => Promise<void>]>([
    ['project:commit',
      async (store) => { edit(store); await store.getState().actions.settle(); }],
    ['project:undo', async (store) => { edit(store); await store.getState().actions.undo(); }],
    ['project:place', (store) => store.getState().actions.lookForFile()],
  ])('told in the reply to %s: the page goes on in the copy, keeps the edit and says so once', async (
    name, run,
  ) => {
    const store = await openOn(hostTelling(name));
    await run(store);
    expect(told(store)).toEqual([displaced.path, ['displaced']]);
    await run(store);
    expect(told(store)).toEqual([displaced.path, ['displaced']]);
    expect(store.getState().project?.edits.pending).toEqual([]);
    expect(store.getState().project?.history).not.toHaveProperty('displaced');
  });
  it('pushed for this session is followed, for another it is not ours', async () => {
    const store = await openOn(createMemoryHost());
    const { session = '', path } = store.getState().project ?? {};
    store.getState().actions.followTo({ ...displaced, session: 'another' });
    expect(told(store)).toEqual([path, []]);
    store.getState().actions.followTo({ ...displaced, session });
    expect(told(store)).toEqual([displaced.path, ['displaced']]);
  });
  it('is not asked for without a project', async () => {
    const store = createPlannerStore(createMemoryHost());
    await store.getState().actions.lookForFile();
    expect(store.getState().notices).toEqual([]);
  });
});
