import Database from 'better-sqlite3';
import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fileVersion } from '../../db/layout.ts';
import { migrations } from '../../db/migrations.ts';
import { openProject } from '../../db/open.ts';
import {
  digest, errorOf, makeProject, noonMs, openForTest, rateOf, setRate, temporaryFolder, unwrap,
} from './support.ts';

const fixtures = fileURLToPath(new URL('../fixtures/projects/', import.meta.url));

/** A copy of the project file of an earlier version, in a folder of its own. */
function fixture(version: number): string {
  const path = join(temporaryFolder(), `v${version}.aifp`);
  copyFileSync(join(fixtures, `v${version}`, 'sample.aifp'), path);
  return path;
}

function schemaOf(path: string): unknown[] {
  const db = new Database(path, { readonly: true });
  try {
    const bare = "replace(replace(sql, char(10), ''), ' ', '')";
    return db.prepare(`SELECT type, name, ${bare} AS sql FROM sqlite_schema ORDER BY 1, 2`)
      .all();
  } finally {
    db.close();
  }
}

test('steps rise by one and end at the version this program writes', () => {
  expect(migrations.map((m) => m.to))
    .toEqual(Array.from({ length: fileVersion - 1 }, (_, i) => i + 2));
});

test('every version ever written has its project file', () => {
  const versions = Array.from({ length: fileVersion }, (_, i) => `v${i + 1}`);
  expect(readdirSync(fixtures).filter((name) => /^v\d+$/.test(name)).toSorted())
    .toEqual(versions);
});

describe.each(
  Array.from({ length: fileVersion }, (_, i) => i + 1),
)('a file of version %i', (version) => {
  test('opens with its document, history and the layout of a new file', () => {
    const path = fixture(version);
    const store = openForTest(path);
    expect(rateOf(store)).toBe(0.12);
    expect(store.history().undo).toBe('Discount rate 0.12');
    unwrap(store.undo());
    unwrap(store.commit(setRate(store, 0.2, { mergeKey: 'k' }), noonMs));
    store.close();
    expect(schemaOf(path)).toEqual(schemaOf(makeProject()));
    expect(rateOf(openForTest(path))).toBe(0.2);
  });
  test('can be read without being changed', () => {
    const path = fixture(version);
    const before = digest(path);
    expect(rateOf(openForTest(path, { mode: 'read' }))).toBe(0.12);
    expect(digest(path)).toBe(before);
  });
});

describe('bringing a file up to date', () => {
  test('first keeps a copy that is still of the old version', () => {
    const backup = join(temporaryFolder(), 'backup.aifp');
    const store = openForTest(fixture(1), { backupPath: () => backup });
    expect(store.migrated).toEqual({ from: 1, backup });
    const db = new Database(backup, { readonly: true });
    expect(db.pragma('user_version', { simple: true })).toBe(1);
    db.close();
  });
  test('does not happen when the copy cannot be made', () => {
    const path = fixture(1);
    const before = digest(path);
    const folder = join(temporaryFolder(), 'none');
    const opened = openProject(path,
      { mode: 'write', backupPath: () => join(folder, 'b.aifp') });
    expect(errorOf(opened)).toEqual({ code: 'no-folder', path: folder });
    expect(digest(path)).toBe(before);
  });
  test('leaves the old file whole when the result is not what it should be', () => {
    const path = fixture(1);
    const db = new Database(path);
    db.exec('CREATE TABLE intruder (a)');
    db.close();
    const before = digest(path);
    const backup = join(temporaryFolder(), 'b.aifp');
    expect(errorOf(openProject(path, { mode: 'write', backupPath: () => backup })))
      .toMatchObject({ code: 'damaged' });
    expect(digest(path)).toBe(before);
    expect(existsSync(`${path}-journal`)).toBe(false);
  });
  test.each([
    1, 2,
  ])('of version %i does not happen when a record in it is refused', (version) => {
    const path = fixture(version);
    const db = new Database(path);
    db.exec(`UPDATE record SET body = '{"values":{"discountRate":7}}' WHERE id = 'base:finance:finance'`);
    db.close();
    const [before, folder] = [digest(path), temporaryFolder()];
    expect(errorOf(openProject(path, {
      mode: 'write', backupPath: () => join(folder, 'b.aifp'),
    })))
      .toMatchObject({ code: 'damaged', detail: expect.stringContaining('range -0.5 to 1') });
    expect([digest(path), readdirSync(folder), readdirSync(dirname(path))])
      .toEqual([before, [], [`v${version}.aifp`]]);
  });
  test.each([1, 2])('of version %i reads the schema as data first', (version) => {
    const path = fixture(version);
    const db = new Database(path);
    db.unsafeMode();
    db.exec(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'json_valid(changes)',
      'instr(zeroblob(200000000), zeroblob(100000000) || x''01'') = 0') WHERE name = 'journal'`);
    db.close();
    const before = digest(path);
    expect(errorOf(openProject(path, { mode: 'write', backupPath: () => path })))
      .toMatchObject({ code: 'damaged', detail: expect.stringContaining('journal') });
    expect(digest(path)).toBe(before);
  });
});
