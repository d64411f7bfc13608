import Database from 'better-sqlite3';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkFile } from '../../db/check.ts';
import { listJournal, readJournalEntry } from '../../db/journal.ts';
import { createLayout } from '../../db/layout.ts';
import { listSnapshots, readSnapshot } from '../../db/snapshots.ts';
import type { ProjectRecord } from '../../shared/project/record.ts';
import {
  digest, errorOf, makeProject, noonMs, openForTest, scenarioRecord, setRate, tryOpen, unwrap,
} from './support.ts';

/**
 * Changes a sound project as a stranger may, who is not bound by what SQLite lets others
 * do.
 */
function alter(sql: string): string {
  const path = makeProject();
  const db = new Database(path);
  db.unsafeMode();
  db.pragma('writable_schema = ON');
  db.exec(sql);
  db.close();
  return path;
}

/** Hours of work for whoever evaluates it: a search for two million bytes in two million. */
const endless = "instr(zeroblob(200000000), zeroblob(100000000) || x'01') = 0";

const rewrite = (table: string, from: string, to: string): string =>
  `UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to.replaceAll("'", "''")}') WHERE name = '${table}'`;

describe('what a stranger wrote into the schema is refused before it is evaluated', () => {
  test.each<[string, string, string]>([
    ['a check', rewrite('record', 'CHECK (json_valid(body))', `CHECK (${endless})`), 'record'],
    ['a generated column',
      rewrite('meta', 'value TEXT NOT NULL)', `value TEXT NOT NULL, spin INT AS (${endless}))`),
      'meta'],
    ['an index on an expression',
      rewrite('record_identity', "ifnull(scenario_id, '''')", endless), 'record_identity'],
    ['a default', rewrite('journal', "DEFAULT ''''", "DEFAULT ('x')"), 'journal'],
    ['a table of its own', `CREATE TABLE extra (a INT CHECK (${endless}))`, 'extra'],
    ['a table under a name of SQLite', `CREATE TABLE extra (a CHECK (${endless}));
      UPDATE sqlite_schema SET name = 'sqlite_extra', tbl_name = 'sqlite_extra',
        sql = replace(sql, 'extra', 'sqlite_extra') WHERE name = 'extra'`, 'sqlite_extra'],
    ['a table of statistics that is none', `ANALYZE;
      ${rewrite('sqlite_stat1', 'stat)', `stat CHECK (${endless}))`)}`, 'sqlite_stat1'],
  ])('%s', (_what, sql, name) => {
    const path = alter(sql);
    const before = digest(path);
    const expected = { code: 'damaged', detail: expect.stringContaining(name) };
    expect(errorOf(tryOpen(path))).toMatchObject(expected);
    expect(errorOf(tryOpen(path, { mode: 'read' }))).toMatchObject(expected);
    expect(errorOf(checkFile(path))).toMatchObject(expected);
    expect([digest(path), readdirSync(dirname(path))]).toEqual([before, ['sample.aifp']]);
  });
  test('views and triggers are not set off by reading, checking or opening', () => {
    const path = alter(`CREATE VIEW lure AS SELECT ${endless} AS spin;
      CREATE TRIGGER spin BEFORE INSERT ON record BEGIN SELECT ${endless}; END;
      CREATE TRIGGER spin_meta BEFORE UPDATE ON meta BEGIN SELECT ${endless}; END`);
    expect(unwrap(checkFile(path)).contents?.projectName).toBe('Sample');
    const store = openForTest(path);
    expect(unwrap(store.commit(setRate(store, 0.2), 0)).revision).toBe(1);
  });
  test('statistics that SQLite itself gathered are no fault', () => {
    expect(openForTest(alter('ANALYZE')).readOnly).toBe(false);
  });
});

describe('a header of another format of SQLite', () => {
  test.each([[18, 3], [18, 0], [19, 3], [19, 255]])('byte %i set to %i is damage', (at, format) => {
    const path = makeProject();
    const bytes = readFileSync(path);
    bytes[at] = format;
    writeFileSync(path, bytes);
    for (const mode of ['read', 'write'] as const)
      expect(errorOf(tryOpen(path, { mode }))).toMatchObject({ code: 'damaged', path });
    expect(errorOf(checkFile(path))).toMatchObject({ code: 'damaged', path });
  });
});

describe('values that are not what we write', () => {
  test('a revision beyond all counting is refused by name', () => {
    for (const revision of ['1e400', '-1', 'NaN', '', '0x10', '9'.repeat(16)]) {
      const path = alter(`UPDATE meta SET value = '${revision}' WHERE key = 'revision'`);
      expect(errorOf(tryOpen(path)))
        .toEqual({ code: 'damaged', path, detail: 'its revision is not a count' });
    }
  });
  test.each([
    ['no facts about itself', 'DELETE FROM meta', 'it has no project id'],
    ['no project id', `DELETE FROM meta WHERE key = 'projectId'`, 'it has no project id'],
    ['an empty project id', `UPDATE meta SET value = '' WHERE key = 'projectId'`,
      'it has no project id'],
    ['no revision', `DELETE FROM meta WHERE key = 'revision'`, 'its revision is not a count'],
  ])('a file with %s is refused by name', (_what, sql, detail) => {
    const path = alter(sql);
    for (const mode of ['read', 'write'] as const)
      expect(errorOf(tryOpen(path, { mode }))).toEqual({ code: 'damaged', path, detail });
  });
  test('a value or note named __proto__ is refused, not dropped', () => {
    for (const body of [
      '{"values":{"__proto__":7}}', '{"values":{},"__proto__":{"removed":true}}',
      '{"values":{},"notes":{"__proto__":{"note":"x"}}}',
      '{"values":{},"notes":{"a":{"__proto__":{}}}}',
    ]) {
      const path =
        alter(`UPDATE record SET body = '${body}' WHERE id = 'base:finance:finance'`);
      expect(errorOf(tryOpen(path)))
        .toMatchObject({ code: 'damaged', detail: expect.stringContaining('base:finance') });
    }
  });
  test('a step or version that is no JSON is found by the check at opening', () => {
    const path = alter(`PRAGMA ignore_check_constraints = ON;
      INSERT INTO journal (at, label, changes) VALUES ('2027-01-01', 'spoilt', '{"a"')`);
    expect(errorOf(tryOpen(path))).toMatchObject({ code: 'damaged' });
    expect(errorOf(checkFile(path))).toMatchObject({ code: 'damaged' });
  });
  test('and where it is not, lists are whole and the spoilt entry alone is refused', () => {
    const db = new Database(':memory:');
    onTestFinished(() => { db.close(); });
    createLayout(db);
    db.exec(`PRAGMA ignore_check_constraints = ON;
      INSERT INTO journal (at, label, changes) VALUES ('2027-01-01', 'spoilt', '{"a"'), ('2027-01-02', 'sound', '[]');
      INSERT INTO snapshot (id, name, at, revision, document)
        VALUES ('s', 'Spoilt', '2027-01-01', 0, '[1,'), ('p', 'Reserved', '2027-01-02', 0, '{"__proto__":{}}')`);
    expect(listJournal(db, 9).map(({ label, changes }) => [label, changes]))
      .toEqual([['sound', 0], ['spoilt', 0]]);
    expect(listSnapshots(db).map(({ name, records }) => [name, records]))
      .toEqual([['Reserved', 1], ['Spoilt', 0]]);
    expect(readJournalEntry(db, 1)).toBeNull();
    for (const id of ['s', 'p'])
      expect(errorOf(readSnapshot(db, id))).toMatchObject({ code: 'damaged-snapshot', id });
  });
});

test.each([
  '__proto__', 'constructor', 'toString',
])('a command on the id %s is answered, not run into', (id) => {
  const store = openForTest(makeProject());
  const record = { ...scenarioRecord('base', 'traffic', 'a', {}), id };
  const run = (before: ProjectRecord | null, after: ProjectRecord | null): unknown =>
    errorOf(store.commit({ label: 'x', changes: [{ id, before, after }] }, noonMs));
  const made = run(null, record);
  expect(made === null ? run(record, null) : made)
    .toEqual(id === '__proto__' ? { code: 'invalid-record', id, detail: 'reserved id' } : null);
  expect(run(null, null))
    .toEqual(id === '__proto__' ? { code: 'invalid-record', id, detail: 'reserved id' } : null);
});
