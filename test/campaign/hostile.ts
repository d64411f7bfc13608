import { spawnSync } from 'node:child_process';
import {
  copyFileSync, mkdirSync, renameSync, symlinkSync, truncateSync, writeFileSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { asStranger } from './mutate.ts';

/** A file made by hand to do harm, and the answers that are right for it. */
export interface Hostile {
  readonly name: string;
  readonly make: (path: string, sound: string) => void;
  readonly expect: readonly string[];
}

const sql = (name: string, statements: string, expect: readonly string[]): Hostile => ({
  name,
  expect,
  make: (path, sound) => {
    copyFileSync(sound, path);
    asStranger(path, (db) => {
      db.exec(statements);
    });
  },
});

const text = (name: string, content: string, expect: readonly string[]): Hostile => ({
  name,
  expect,
  make: (path) => {
    writeFileSync(path, content);
  },
});

/** An expression that takes minutes wherever it is evaluated. */
const bomb = `instr(zeroblob(2000000), zeroblob(1000000) || x'01')`;

const reschema = (find: string, replace: string): string =>
  `UPDATE sqlite_schema SET sql = replace(sql, '${find.replaceAll(`'`, `''`)}', '${replace.replaceAll(`'`, `''`)}')`;

/** A chain of scenarios, each based on the one before. */
const chain = (
  length: number,
): string =>
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${length})
  INSERT INTO record SELECT 'document:scenario:s' || i, 'scenario', NULL, 's' || i, i,
  json_object('values', json_object('name', 's' || i, 'basedOn', CASE i WHEN 1 THEN 'base' ELSE 's' || (i - 1) END)) FROM n`;

const oldFixture =
  fileURLToPath(new URL('../fixtures/projects/v1/sample.aifp', import.meta.url));

/**
 * What a crash leaves between the last page of a migration and the end of its journal:
 * the file says that it is new, and its journal that it is old. SQLite takes the
 * journal's word at the first query.
 */
function cutOffMigration(path: string): void {
  const work = `${path}.work`;
  copyFileSync(oldFixture, work);
  const db = new Database(work);
  try {
    db.pragma('cache_size = 1'); // pages and their journal reach the disk before the end
    db.exec('BEGIN EXCLUSIVE; CREATE TABLE later (a)');
    db.pragma('user_version = 3');
    db.exec(`CREATE TABLE filler (a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
      INSERT INTO filler SELECT randomblob(500) FROM n`);
    copyFileSync(`${work}-journal`, `${path}-journal`);
    db.exec('COMMIT');
  } finally {
    db.close();
  }
  renameSync(work, path);
}

const refusedFile = ['damaged', 'not-ours'] as const;

/** Every hostile file, by what it tries. */
export const hostileFiles: readonly Hostile[] = [
  text('empty', '', ['damaged']),
  text('plain text', 'this is no project\n'.repeat(100), ['not-ours']),
  text('only a magic word', 'SQLite format 3\0', ['damaged']),
  text('a zip', `PK\u0003\u0004${'\0'.repeat(500)}`, ['not-ours']),
  {
    name: 'a folder',
    make: (path) => {
      mkdirSync(path);
    },
    expect: ['not-ours'],
  },
  {
    name: 'a loop of links',
    make: (path) => {
      symlinkSync(path, path);
    },
    expect: ['link-loop'],
  },
  {
    name: 'a link to nowhere',
    make: (path) => {
      symlinkSync(`${path}.none`, path);
    },
    expect: ['missing'],
  },
  {
    name: 'a pipe',
    make: (path) => {
      spawnSync('mkfifo', [path]);
    },
    expect: ['not-ours', 'missing'],
  },
  {
    name: 'another program’s database',
    expect: ['not-ours'],
    make: (path) => {
      new Database(path).exec('CREATE TABLE t (a)').close();
    },
  },
  {
    name: 'half a gigabyte of nothing',
    expect: ['not-ours', 'damaged', 'too-large'],
    make: (path) => {
      writeFileSync(path, '');
      truncateSync(path, 600_000_000);
    },
  },
  { name: 'a long name', expect: ['name-too-long'], make: () => undefined },
  sql('a newer version', 'PRAGMA user_version = 99', ['too-new']),
  sql('version nought', 'PRAGMA user_version = 0', ['damaged']),
  sql(
    'a check that never ends',
    reschema('CHECK (json_valid(body))', `CHECK (json_valid(body) AND ${bomb} = 0)`),
    refusedFile,
  ),
  sql(
    'a column that never ends',
    `DROP TABLE run; CREATE TABLE run (id TEXT NOT NULL PRIMARY KEY, x INTEGER AS (${bomb}) STORED CHECK (x = 0)) STRICT`,
    refusedFile,
  ),
  sql(
    'a virtual column that never ends',
    `CREATE TABLE extra (a INTEGER NOT NULL); INSERT INTO extra VALUES (1); ${reschema('a INTEGER NOT NULL)', `a INTEGER NOT NULL, b INTEGER AS (${bomb}) VIRTUAL NOT NULL)`)}`,
    refusedFile,
  ),
  sql(
    'a view that never ends',
    `CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n`,
    ['ok', ...refusedFile],
  ),
  sql(
    'a trigger on every table',
    `CREATE TRIGGER t AFTER UPDATE ON record BEGIN DELETE FROM journal; END`,
    ['ok', ...refusedFile],
  ),
  sql('a schema that is no SQL', reschema('CREATE TABLE run', 'CREATE TABBLE run'),
    refusedFile),
  sql('a thousand scenarios in a chain', chain(1000), ['ok', ...refusedFile]),
  sql('four thousand scenarios in a chain', chain(4000), ['ok', ...refusedFile]),
  sql(
    'scenarios in a circle',
    chain(3).concat(
      `; UPDATE record SET body = '{"values":{"name":"a","basedOn":"s3"}}' WHERE key = 's1'`,
    ),
    refusedFile,
  ),
  sql(
    'a record named __proto__',
    `INSERT INTO record VALUES ('__proto__', 'scenario', NULL, 'p', 1, '{"values":{"name":"p"}}')`,
    refusedFile,
  ),
  sql(
    'a value named __proto__',
    `UPDATE record SET body = '{"values":{"__proto__":{"name":"x"}}}' WHERE kind = 'scenario'`,
    ['ok', ...refusedFile],
  ),
  sql(
    'a revision beyond numbers',
    `UPDATE meta SET value = '1e400' WHERE key = 'revision'`,
    refusedFile,
  ),
  sql('no meta at all', `DELETE FROM meta`, refusedFile),
  sql(
    'a number beyond numbers',
    `UPDATE record SET body = '{"values":{"electricityUsdPerKwh":1e999}}' WHERE kind = 'site'`,
    refusedFile,
  ),
  sql(
    'deep brackets',
    `UPDATE record SET body = '${'['.repeat(900)}${']'.repeat(900)}' WHERE kind = 'site'`,
    refusedFile,
  ),
  sql(
    'a body of ten megabytes',
    `UPDATE record SET body = '{"values":{"name":"${'x'.repeat(10_000_000)}"}}' WHERE kind = 'scenario'`,
    refusedFile,
  ),
  sql(
    'a journal of malformed changes',
    `INSERT INTO journal (at, label, changes) VALUES ('x', 'y', '{"not":"changes"}')`,
    ['ok', ...refusedFile],
  ),
  sql('a package whose word is not JSON', `INSERT INTO meta VALUES ('package', '{')`, [
    'ok',
    ...refusedFile,
  ]),
  {
    name: 'a journal of noise beside it',
    expect: ['ok', ...refusedFile],
    make: (path, sound) => {
      copyFileSync(sound, path);
      writeFileSync(`${path}-journal`, Buffer.alloc(4096, 7));
    },
  },
  {
    name: 'a write-ahead log of noise beside it',
    expect: ['ok', ...refusedFile],
    make: (path, sound) => {
      copyFileSync(sound, path);
      writeFileSync(`${path}-wal`, Buffer.alloc(4096, 7));
    },
  },
  { name: 'a migration cut off in its last step', expect: ['ok'], make: cutOffMigration },
];
