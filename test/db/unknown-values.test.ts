import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createProject } from '../../db/create.ts';
import type { ProjectStore } from '../../db/store.ts';
import { listUnknownValues, removeUnknownValues } from '../../shared/project/unknown-values.ts';
import {
  makeProject, noonMs, openForTest, sampleRecords, scenarioRecord, setRate,
  temporaryFolder, unwrap,
} from './support.ts';

/** A record with a field of another version beside one of ours. */
const stranger = scenarioRecord('base', 'site', 'site', { utilityMw: 2, roofColour: 'red' });
const open = (): ProjectStore => openForTest(makeProject([...sampleRecords, stranger]));
const unknown = (store: ProjectStore) =>
  listUnknownValues(store.document()).map(({ field, value }) => [field, value]);

function reopen(store: ProjectStore): ProjectStore {
  store.close();
  return openForTest(store.path);
}

test('values this version does not know survive opening, saving, copying and versions', () => {
  const store = reopen(open());
  expect(unknown(store)).toEqual([['roofColour', 'red']]);
  const version = unwrap(store.snapshots.take({ id: 'v', name: 'V', nowMs: noonMs, by: '' }));
  unwrap(store.commit(setRate(store, 0.2), noonMs));
  const target = join(temporaryFolder(), 'copy.aifp');
  unwrap(store.copyTo(target, 'another'));
  expect(unknown(openForTest(target))).toEqual([['roofColour', 'red']]);
  expect(listUnknownValues(unwrap(store.snapshots.read(version.id)))).toHaveLength(1);
  const made = join(temporaryFolder(), 'made.aifp');
  unwrap(createProject(made, {
    records: Object.values(store.document()), projectId: 'p', appVersion: '0.0.0',
    nowMs: noonMs,
  }));
  expect(unknown(openForTest(made))).toEqual([['roofColour', 'red']]);
});

test('editing a known field of the same record leaves them, and undo brings either back', () => {
  const store = open();
  const before = store.document()[stranger.id];
  if (before === undefined) throw new Error('no site');
  const after = { ...before, body: { values: { ...before.body.values, utilityMw: 5 } } };
  unwrap(
    store.commit({ label: 'Utility', changes: [{ id: stranger.id, before, after }] }, noonMs),
  );
  expect(unknown(store)).toEqual([['roofColour', 'red']]);
  unwrap(store.undo());
  expect(store.document()[stranger.id]).toEqual(before);
});

test('removing them is one command that can be undone, also after reopening', () => {
  const store = open();
  const changes = removeUnknownValues(store.document(), listUnknownValues(store.document()));
  unwrap(store.commit({ label: 'Remove 1 unknown value', changes }, noonMs));
  expect(unknown(store)).toEqual([]);
  const again = reopen(store);
  unwrap(again.undo());
  expect(unknown(reopen(again))).toEqual([['roofColour', 'red']]);
});
