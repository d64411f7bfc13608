import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digestContents, hasPlainTable } from '../../db/contents.ts';
import { readPackageMarks } from '../../db/package-marks.ts';
import { copyDatabase } from '../../db/copy.ts';
import { makeProject, temporaryFolder, unwrap } from './support.ts';

/** Digests of a database in memory that one statement after the other made. */
function digestOf(...sql: readonly string[]): ReturnType<typeof digestContents> {
  const db = new Database(':memory:');
  for (const each of sql) db.exec(each);
  try {
    return digestContents(db);
  } finally {
    db.close();
  }
}

const table = 'CREATE TABLE t (a, b)';

describe('digests of what a file holds', () => {
  test('tell a number from its text, an integer from a decimal, nothing from empty', () => {
    const cells = ['1', '1.0', `'1'`, `x'31'`, 'NULL', `''`, `x''`];
    const digests =
      cells.map((cell) => digestOf(table, `INSERT INTO t VALUES (${cell}, 2)`)['table t']);
    expect(new Set(digests).size).toBe(cells.length);
  });
  test('tell where one cell ends and the next begins', () => {
    const of = (a: string, b: string) =>
      digestOf(table, `INSERT INTO t VALUES ('${a}', '${b}')`);
    expect(of('ab', 'c')).not.toEqual(of('a', 'bc'));
  });
  test('are the same whatever the order of rows, and differ when one is there twice', () => {
    const rows = ['INSERT INTO t VALUES (1, 2)', 'INSERT INTO t VALUES (3, 4)'];
    expect(digestOf(table, ...rows)).toEqual(digestOf(table, ...rows.toReversed()));
    expect(digestOf(table, ...rows)).not.toEqual(digestOf(table, ...rows, rows[0] ?? ''));
  });
  test('name tables, triggers, header and version each by itself', () => {
    const before = digestOf(table);
    const changed = (sql: string): readonly string[] => {
      const after = digestOf(table, sql);
      return Object.keys(after).filter((part) => after[part] !== before[part]);
    };
    expect(changed('CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END'))
      .toEqual(['schema']);
    expect(changed('PRAGMA user_version = 9')).toEqual(['header']);
    expect(changed('CREATE TABLE other (a)')).toEqual(['schema', 'table other']);
  });
  test.each([
    'CREATE TABLE t (a, b AS (a + 1))', 'CREATE TABLE t (a, b GENERATED ALWAYS AS (a + 1))',
    'CREATE TABLE t (a, b AS/**/(a + 1))', 'CREATE VIRTUAL TABLE t USING fts5 (a)',
  ])('do not read %s, whose rows a stranger computes', (sql) => {
    expect(digestOf(sql)['table t']).toBe('not plain');
  });
  test('leave out the tables that SQLite keeps for itself', () => {
    const parts = digestOf('CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)',
      'INSERT INTO t VALUES (7)', 'CREATE INDEX i ON t (a)', 'ANALYZE');
    expect(Object.keys(parts).toSorted()).toEqual(['header', 'schema', 'table t']);
  });
  test('survive a copy of the file', () => {
    const path = makeProject();
    const db = new Database(path);
    const target = join(temporaryFolder(), 'copy.aifp');
    unwrap(copyDatabase(db, target, null));
    const copy = new Database(target, { readonly: true });
    expect(digestContents(copy)).toEqual(digestContents(db));
    copy.close();
    db.close();
  });
});

describe('marks of a package', () => {
  test('are none in an ordinary project', () => {
    const db = new Database(makeProject(), { readonly: true });
    expect(readPackageMarks(db)).toBeNull();
    expect(hasPlainTable(db, 'meta')).toBe(true);
    db.close();
  });
  test('are not looked for in a view that stands where the facts should', () => {
    const db = new Database(':memory:');
    db.exec(`CREATE VIEW meta AS SELECT 'package' AS key, '{}' AS value`);
    expect(readPackageMarks(db)).toBeNull();
    db.close();
  });
  test.each(['projectId', 'package', 'seal'])('do not take %s from such a view', (key) => {
    const db = new Database(':memory:');
    db.exec(`CREATE TABLE other (a);
      CREATE VIEW meta AS SELECT '${key}' AS key, 'package-1' AS value`);
    expect(hasPlainTable(db, 'meta')).toBe(false);
    expect(readPackageMarks(db)).toBeNull();
    db.close();
  });
  test('need a table of that very name', () => {
    const db = new Database(':memory:');
    db.exec('CREATE TABLE other (key, value)');
    expect([hasPlainTable(db, 'meta'), hasPlainTable(db, 'other')]).toEqual([false, true]);
    db.close();
  });
});
