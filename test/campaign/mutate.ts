import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Random } from './random.ts';

/** Makes a damaged or strange file of a sound one, in place. */
export type Mutation = (path: string, random: Random) => void;

const inBytes =
  (change: (bytes: Buffer, random: Random) => Buffer): Mutation =>
  (path, random) => {
    writeFileSync(path, change(readFileSync(path), random));
  };

/**
 * Runs SQL as a stranger could: with constraints and safeguards off where SQLite lets
 * them be.
 */
export function asStranger(path: string, run: (db: Database.Database) => void): void {
  const db = new Database(path);
  try {
    db.unsafeMode(true);
    db.pragma('writable_schema = ON');
    db.pragma('ignore_check_constraints = ON');
    db.pragma('foreign_keys = OFF');
    run(db);
  } finally {
    db.close();
  }
}

const hostileTexts: readonly string[] = [
  '',
  '{',
  'null',
  '[]',
  '{"values":null}',
  '{"values":{"__proto__":1}}',
  '{"values":{"discountRate":1e400}}',
  '{"values":{"name":{"a":1}}}',
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
  '"\\ud800"',
  '\u0000',
  'x'.repeat(100_000),
];

/** A change that does not fit an older layout leaves that file sound. */
const inSql =
  (change: (db: Database.Database, random: Random) => void): Mutation =>
  (path, random) => {
    try {
      asStranger(path, (db) => {
        change(db, random);
      });
    } catch (problem) {
      if (!(problem instanceof Database.SqliteError)) throw problem;
    }
  };

const setRandomText = (table: string, column: string): Mutation =>
  inSql((db, random) => {
    const rows =
      db.prepare<[], { rowid: number }>(`SELECT count(*) AS rowid FROM ${table}`)
        .get()?.rowid ?? 0;
    if (rows === 0) return;
    const key = table === 'record' ? 'id' : table === 'meta' ? 'key' : 'rowid';
    const target =
      `SELECT ${key} FROM ${table} ORDER BY ${key} LIMIT 1 OFFSET ${random.whole(0, rows - 1)}`;
    db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${key} = (${target})`).run(
      random.pick(hostileTexts),
    );
  });

/** Kinds of damage, by name. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'flipped bits': inBytes((bytes, random) => {
    for (let count = random.whole(1, 20); count > 0; count--) {
      const at = random.whole(0, bytes.length - 1);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.whole(0, 7));
    }
    return bytes;
  }),
  'cut off': inBytes((bytes, random) => bytes.subarray(0, random.whole(0, bytes.length))),
  'zeroed block': inBytes((bytes, random) => {
    const at = random.whole(0, bytes.length - 1);
    return bytes.fill(0, at, Math.min(bytes.length, at + random.whole(1, 8192)));
  }),
  'swapped pages': inBytes((bytes, random) => {
    const pages = Math.max(2, Math.floor(bytes.length / 4096));
    const [a, b] = [random.whole(0, pages - 1) * 4096, random.whole(0, pages - 1) * 4096];
    const kept = Buffer.from(bytes.subarray(a, a + 4096));
    bytes.copy(bytes, a, b, b + 4096);
    kept.copy(bytes, b);
    return bytes;
  }),
  'strange header': inBytes((bytes, random) => {
    for (let count = random.whole(1, 4); count > 0; count--)
      bytes[random.whole(16, 99)] = random.whole(0, 255);
    return bytes;
  }),
  'write-ahead flag': inBytes((bytes) => bytes.fill(2, 18, 20)),
  'appended noise': inBytes((bytes, random) =>
    Buffer.concat([bytes, Buffer.alloc(random.whole(1, 10_000), random.whole(0, 255))]),
  ),
  'hostile record': setRandomText('record', 'body'),
  'hostile meta': setRandomText('meta', 'value'),
  'hostile journal': setRandomText('journal', 'changes'),
  'missing rows': inSql((db, random) => {
    const table = random.pick(['record', 'meta', 'journal']);
    db.exec(`DELETE FROM ${table} WHERE abs(random()) % ${random.whole(1, 5)} = 0`);
  }),
  'hostile revision': inSql((db, random) => {
    db.prepare(`UPDATE meta SET value = ? WHERE key = 'revision'`).run(
      random.pick(['-1', '1e400', 'x', '', '9007199254740993']),
    );
  }),
  'a stranger’s trigger': inSql((db) => {
    db.exec(`CREATE TRIGGER t AFTER UPDATE ON meta BEGIN DELETE FROM record; END`);
  }),
  'foreign objects': inSql((db, random) => {
    const sql = [
      'CREATE TABLE extra (a)',
      'CREATE VIEW v AS SELECT 1',
      'DROP TABLE run',
      'CREATE INDEX i ON record (position)',
    ];
    db.exec(random.pick(sql));
  }),
};

/** A copy of `from` at `to`, damaged in one of the ways. */
export function mutate(from: string, to: string, kind: string, random: Random): void {
  copyFileSync(from, to);
  mutations[kind]?.(to, random);
}
