import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeWithinMs } from '../../db/journal.ts';
import type { ProjectStore } from '../../db/store.ts';
import type { Change, ProjectRecord } from '../../shared/project/record.ts';
import { resolveScenario } from '../../shared/project/resolve.ts';
import {
  errorOf, financeId, makeProject, noonMs, openForTest, rateChange, rateOf, sampleRecords,
  scenarioRecord, setRate, unwrap,
} from './support.ts';

const create = (
  record: ProjectRecord,
): Change => ({ id: record.id, before: null, after: record });
const commitOne =
  (store: ProjectStore, change: Change) =>
    store.commit({ label: 'test', changes: [change] }, noonMs);

function reopen(store: ProjectStore): ProjectStore {
  store.close();
  return openForTest(store.path);
}

describe('a command', () => {
  test('is in the file once it is acknowledged', () => {
    const store = openForTest(makeProject());
    expect(unwrap(store.commit(setRate(store, 0.2), noonMs)))
      .toEqual({ undo: 'Discount rate 0.2', redo: null, revision: 1 });
    const again = reopen(store);
    expect(rateOf(again)).toBe(0.2);
    expect(again.history().revision).toBe(1);
    expect(again.journal(10))
      .toEqual([{
        id: 1, at: '2027-03-01T12:00:00.000Z', label: 'Discount rate 0.2', undone: false,
        by: '', changes: 1,
      }]);
  });
  test('touches nothing but its records: the derived scenario keeps its own figure', () => {
    const store = openForTest(makeProject());
    unwrap(store.commit(setRate(store, 0.2), noonMs));
    const rates =
      ['base', 'dear'].map(
        (id) => unwrap(resolveScenario(store.document(), id)).finance.values.discountRate,
      );
    expect(rates).toEqual([0.2, 0.14]);
  });
  test('may free a key and take it again', () => {
    const store = openForTest(makeProject());
    const old = store.document()[financeId] ?? null;
    const renewed = { ...scenarioRecord('base', 'finance', 'finance', { discountRate: 0.3 }),
      id: 'another' };
    unwrap(store.commit(
      { label: 'swap',
        changes: [create(renewed), { id: financeId, before: old, after: null }] },
      noonMs,
    ));
    expect(Object.keys(reopen(store).document())).toContain('another');
  });
});

describe('a command is refused, and nothing changes, when', () => {
  test.each([
    Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY,
  ])('a value is %s', (value) => {
    const store = openForTest(makeProject());
    expect(errorOf(store.commit(setRate(store, value), noonMs)))
      .toMatchObject({ code: 'invalid-record', id: financeId });
    expect(rateOf(reopen(store))).toBe(0.1);
  });
  test('a position is not finite', () => {
    const store = openForTest(makeProject());
    const record = { ...scenarioRecord('base', 'traffic', 'a', {}), position: Number.NaN };
    expect(errorOf(commitOne(store, create(record)))).toMatchObject({ code: 'invalid-record' });
  });
  test('a value is out of range or of the wrong type', () => {
    const store = openForTest(makeProject());
    expect(errorOf(store.commit(setRate(store, 7), noonMs)))
      .toMatchObject({ detail: expect.stringContaining('range -0.5 to 1') });
    const after = { ...scenarioRecord('base', 'finance', 'finance', { discountRate: 'much' }) };
    expect(errorOf(commitOne(store, { ...rateChange(store, 0.2), after })))
      .toMatchObject({ code: 'invalid-record' });
  });
  test('it starts from an old state', () => {
    const store = openForTest(makeProject());
    const late = setRate(store, 0.3);
    unwrap(store.commit(setRate(store, 0.2), noonMs));
    expect(errorOf(store.commit(late, noonMs))).toEqual({ code: 'stale', id: financeId });
    expect(rateOf(store)).toBe(0.2);
  });
  test.each<[string, ProjectRecord]>([
    ['its scenario does not exist', scenarioRecord('nowhere', 'site', 'site', {})],
    ['it doubles a record',
      { ...scenarioRecord('base', 'finance', 'finance', {}), id: 'other-id' }],
    ['a single record has a key of its own', scenarioRecord('base', 'site', 'second', {})],
    ['a document record sits in a scenario', scenarioRecord('base', 'project', 'project', {})],
    ['its id is reserved', { ...scenarioRecord('base', 'traffic', 'a', {}), id: '__proto__' }],
  ])('%s', (_why, record) => {
    const store = openForTest(makeProject());
    expect(errorOf(commitOne(store, create(record)))).toMatchObject({ code: 'invalid-record' });
    expect(Object.keys(reopen(store).document())).toHaveLength(sampleRecords.length);
  });
  test('it would orphan a scenario', () => {
    const store = openForTest(makeProject());
    const base = store.document()['document:scenario:base'] ?? null;
    const finance = store.document()[financeId] ?? null;
    const changes =
      [base, finance].flatMap(
        (r) => (r === null ? [] : [{ id: r.id, before: r, after: null }]),
      );
    expect(errorOf(store.commit({ label: 'delete base', changes }, noonMs))).toEqual(
      { code: 'invalid-record', id: 'dear', detail: 'missing-base' });
  });
  test('one record is changed twice', () => {
    const store = openForTest(makeProject());
    const changes = [rateChange(store, 0.2), rateChange(store, 0.3)];
    expect(errorOf(store.commit({ label: 'twice', changes }, noonMs)))
      .toMatchObject({ code: 'invalid-record' });
  });
  test('there is no room', () => {
    const path = makeProject();
    const store = openForTest(path, { maxBytes: 140_000 });
    const note = 'n'.repeat(10_000);
    const notes = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`k${i}`, { note }]));
    const record = { ...scenarioRecord('base', 'traffic', 'a', {}),
      body: { values: {}, notes } };
    expect(errorOf(commitOne(store, create(record)))).toEqual({ code: 'disk-full', path });
    expect(unwrap(store.commit(setRate(store, 0.2), noonMs)).revision).toBe(1);
  });
});

test('a locked scenario refuses edits until it is unlocked, and cannot be deleted', () => {
  const store = openForTest(makeProject());
  const scenario = store.document()['document:scenario:base'];
  if (scenario === undefined) throw new Error('no scenario');
  const locked = { ...scenario, body: { values: { ...scenario.body.values, locked: true } } };
  unwrap(commitOne(store, { id: scenario.id, before: scenario, after: locked }));
  expect(errorOf(store.commit(setRate(store, 0.2), noonMs)))
    .toEqual({ code: 'locked-scenario', scenarioId: 'base' });
  expect(errorOf(commitOne(store, { id: scenario.id, before: locked, after: null })))
    .toEqual({ code: 'locked-scenario', scenarioId: 'base' });
  unwrap(store.undo());
  expect(store.commit(setRate(store, 0.2), noonMs).ok).toBe(true);
});

describe('undo and redo', () => {
  test('survive closing and opening', () => {
    let store = openForTest(makeProject());
    unwrap(store.commit(setRate(store, 0.2), noonMs));
    unwrap(store.commit(setRate(store, 0.3), noonMs));
    store = reopen(store);
    expect(unwrap(store.undo()).history)
      .toEqual({ undo: 'Discount rate 0.2', redo: 'Discount rate 0.3', revision: 3 });
    expect(rateOf(store)).toBe(0.2);
    store = reopen(store);
    expect(unwrap(store.redo()).changes).toHaveLength(1);
    expect(rateOf(store)).toBe(0.3);
    store = reopen(store);
    expect(rateOf(store)).toBe(0.3);
  });
  test('end quietly at either end', () => {
    const store = openForTest(makeProject());
    expect(unwrap(store.undo()))
      .toEqual({ changes: [], history: { undo: null, redo: null, revision: 0 } });
    expect(unwrap(store.redo()).changes).toEqual([]);
  });
  test('a new command forgets what was taken back', () => {
    const store = openForTest(makeProject());
    unwrap(store.commit(setRate(store, 0.2), noonMs));
    unwrap(store.undo());
    unwrap(store.commit(setRate(store, 0.4), noonMs));
    expect(store.history()).toMatchObject({ undo: 'Discount rate 0.4', redo: null });
    expect(store.journal(10)).toHaveLength(1);
  });
});

test("a stranger's journal that cannot be read is refused, and not run", () => {
  const path = makeProject();
  const db = new Database(path);
  const insert = db.prepare('INSERT INTO journal (at, label, changes) VALUES (?, ?, ?)');
  for (const changes of ['[{"id":1}]', '7']) insert.run('2027-01-01', 'x', changes);
  db.close();
  const store = openForTest(path);
  expect(errorOf(store.undo()))
    .toEqual({ code: 'invalid-record', id: 'journal 2', detail: 'malformed changes' });
  expect(rateOf(store)).toBe(0.1);
});

describe('commands of one drag', () => {
  const drag = (store: ProjectStore, rate: number, atMs: number): void => {
    unwrap(store.commit(setRate(store, rate, { mergeKey: 'finance.discountRate' }), atMs));
  };
  test('are one step of undo', () => {
    const store = openForTest(makeProject());
    [0.11, 0.12, 0.13].forEach((rate, i) => { drag(store, rate, noonMs + i * 100); });
    expect(store.journal(10).map((e) => e.label)).toEqual(['Discount rate 0.13']);
    unwrap(store.undo());
    expect(rateOf(reopen(store))).toBe(0.1);
  });
  test.each([
    [mergeWithinMs, 1], [mergeWithinMs + 1, 2],
  ])('%i ms apart leave %i steps', (gapMs, steps) => {
    const store = openForTest(makeProject());
    drag(store, 0.11, noonMs);
    drag(store, 0.12, noonMs + gapMs);
    expect(store.journal(10)).toHaveLength(steps);
  });
  test('leave no step when they end where they began', () => {
    const store = openForTest(makeProject());
    drag(store, 0.3, noonMs);
    drag(store, 0.1, noonMs + 10);
    expect(store.history()).toEqual({ undo: null, redo: null, revision: 2 });
  });
  test('of different fields stay apart, and so does one after an undo', () => {
    const store = openForTest(makeProject());
    drag(store, 0.11, noonMs);
    unwrap(store.commit(setRate(store, 0.12, { mergeKey: 'other' }), noonMs + 1));
    unwrap(store.undo());
    drag(store, 0.13, noonMs + 2);
    expect(store.journal(10).map((e) => e.label))
      .toEqual(['Discount rate 0.13', 'Discount rate 0.11']);
  });
});

test('any walk of commits, undos, redos and restarts keeps file, memory and history in step', () => {
  const action = fc.oneof(
    fc.record({ do: fc.constant('commit' as const), rate: fc.double(
      { min: -0.5, max: 1, noNaN: true },
    ), drag: fc.boolean() }),
    fc.constantFrom({ do: 'undo' as const }, { do: 'redo' as const },
      { do: 'reopen' as const }));
  fc.assert(fc.property(fc.array(action, { maxLength: 15 }), (walk) => {
    let store = openForTest(makeProject());
    let [past, future]: [unknown[], unknown[]] = [[0.1], []];
    for (const [i, step] of walk.entries()) {
      if (step.do === 'commit') {
        if (step.rate === past.at(-1)) continue;
        unwrap(store.commit(setRate(store, step.rate), noonMs + i * 1000));
        [past, future] = [[...past, Object.is(step.rate, -0) ? 0 : step.rate], []];
      } else if (step.do === 'undo') {
        unwrap(store.undo());
        if (past.length > 1) future = [...future, past.pop()];
      } else if (step.do === 'redo') {
        unwrap(store.redo());
        if (future.length > 0) past = [...past, future.pop()];
      } else store = reopen(store);
      expect(Number(rateOf(store))).toBeCloseTo(Number(past.at(-1)), 15);
    }
    const left = store.document();
    expect(reopen(store).document()).toEqual(left);
  }), { numRuns: 25, seed: 20270301 });
});

test('other tools see typed columns', () => {
  const path = makeProject();
  const db = new Database(path, { readonly: true });
  const rows = db.prepare(
    'SELECT scenario_id, discount_rate, typeof(discount_rate) AS type, tenor_months FROM finance ORDER BY 1',
  ).all();
  db.close();
  expect(rows).toEqual([
    { scenario_id: 'base', discount_rate: 0.1, type: 'real', tenor_months: null },
    { scenario_id: 'dear', discount_rate: 0.14, type: 'real', tenor_months: null },
  ]);
});

test('a column has the type of its field: whole numbers, others, switches, names', () => {
  const path = makeProject([...sampleRecords,
    scenarioRecord('base', 'rackGroup', 'main',
      { name: 'Main', racks: 4, powerShare: 1, overlap: true, framework: 'vllm' })]);
  const db = new Database(path, { readonly: true });
  const types = db.prepare(`SELECT typeof(name) AS name, typeof(racks) AS racks,
    typeof(power_share) AS share, typeof("overlap") AS overlap, typeof(system) AS system,
    racks + 0 AS count FROM rack_group`).all();
  const columns = db.prepare<[], { name: string; type: string }>('PRAGMA table_info(rack_group)')
    .all().filter(({ name }) => ['racks', 'power_share', 'overlap', 'name'].includes(name));
  db.close();
  expect(types).toEqual([{ name: 'text', racks: 'integer', share: 'real', overlap: 'integer',
    system: 'null', count: 4 }]);
  expect(Object.fromEntries(columns.map(({ name, type }) => [name, type])))
    .toEqual({ name: 'TEXT', racks: 'INT', power_share: 'REAL', overlap: 'INT' });
});
