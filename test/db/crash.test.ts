import Database from 'better-sqlite3';
import { copyFileSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkFile } from '../../db/check.ts';
import { fileVersion } from '../../db/layout.ts';
import { migrate } from '../../db/migrations.ts';
import { vetProject } from '../../db/vet.ts';
import {
  digest, errorOf, makeProject, noonMs, openForTest, rateOf, sampleRecords,
  scenarioRecord, setRate, temporaryFolder, tryOpen, unwrap,
} from './support.ts';

const oldProject =
  fileURLToPath(new URL('../fixtures/projects/v1/sample.aifp', import.meta.url));

/** Every file of the project's folder with its bytes. */
const folderOf = (path: string): unknown =>
  readdirSync(dirname(path)).toSorted()
    .map((name) => [name, digest(join(dirname(path), name))]);

/**
 * A copy taken while a command was being written: half of it is in the file, the way back
 * in the journal.
 */
function crashed(): string {
  const path = makeProject();
  const copy = join(temporaryFolder(), 'crashed.aifp');
  const db = new Database(path);
  onTestFinished(() => { db.close(); });
  db.pragma('cache_size = 1');
  db.exec('BEGIN');
  db.prepare('UPDATE record SET body = ?').run(
    JSON.stringify({ values: {}, notes: { x: { note: 'y'.repeat(9000) } } }),
  );
  db.exec('DELETE FROM meta; CREATE TABLE half (a); INSERT INTO half VALUES (zeroblob(40000))');
  copyFileSync(path, copy);
  copyFileSync(`${path}-journal`, `${copy}-journal`);
  expect(readFileSync(copy).equals(readFileSync(makeProject()))).toBe(false);
  return copy;
}

/**
 * A file that another tool set to a write-ahead log, with a committed change in the log
 * alone.
 */
function loggedAhead(): string {
  const path = makeProject();
  const copy = join(temporaryFolder(), 'logged.aifp');
  const db = new Database(path);
  onTestFinished(() => { db.close(); });
  db.pragma('journal_mode = WAL');
  db.pragma('wal_autocheckpoint = 0');
  db.exec(`UPDATE record SET body = '{"values":{"discountRate":0.25}}' WHERE id = 'base:finance:finance'`);
  copyFileSync(path, copy);
  copyFileSync(`${path}-wal`, `${copy}-wal`);
  return copy;
}

/**
 * A migration ended between the last page of the file and the end of its journal: the
 * header says the new version already.
 */
function cutOffMigration(): string {
  const copy = join(temporaryFolder(), 'migrated.aifp');
  const work = join(temporaryFolder(), 'work.aifp');
  copyFileSync(oldProject, work);
  const db = new Database(work);
  db.pragma('cache_size = 1'); // pages and their journal reach the disk before the end
  db.exec('BEGIN EXCLUSIVE');
  migrate(db, 1);
  db.exec('CREATE TABLE filler (a); INSERT INTO filler VALUES (zeroblob(40000))');
  copyFileSync(`${work}-journal`, `${copy}-journal`);
  db.exec('DROP TABLE filler; COMMIT');
  db.close();
  copyFileSync(work, copy);
  return copy;
}

const junk: readonly [string, string | Buffer][] = [
  ['text', 'this is no journal at all'], ['one byte', 'x'],
  ['a megabyte', Buffer.alloc(1e6, 0xa5)],
  ['the header of a journal and nothing else', Buffer.from('d9d505f920a163d7ffffffff', 'hex')],
];

describe('a file with what a crash left beside it', () => {
  test('is sound to the check, which changes neither', () => {
    const path = crashed();
    const before = folderOf(path);
    expect(unwrap(checkFile(path)))
      .toMatchObject({
        lock: 'free', unfinished: true, contents: { projectName: 'Sample', revision: 0 },
      });
    expect(folderOf(path)).toEqual(before);
  });
  test('passes the look before it is opened, which changes neither', () => {
    const path = crashed();
    const before = folderOf(path);
    expect(vetProject(path)).toEqual({ ok: true, value: null });
    expect(folderOf(path)).toEqual(before);
  });
  test('is read without the command that was cut short, and left as it is', () => {
    const path = crashed();
    const before = folderOf(path);
    expect(rateOf(openForTest(path, { mode: 'read' }))).toBe(0.1);
    expect(folderOf(path)).toEqual(before);
  });
  test('is rolled back when it is opened for writing', () => {
    const path = crashed();
    openForTest(path).close();
    expect(unwrap(checkFile(path)).unfinished).toBe(false);
    expect(readdirSync(dirname(path))).toEqual(['crashed.aifp']);
  });
  test('is found by a link in another folder too', () => {
    const path = crashed();
    const link = join(temporaryFolder(), 'link.aifp');
    symlinkSync(path, link);
    const before = folderOf(path);
    expect(unwrap(checkFile(link)))
      .toMatchObject({ unfinished: true, contents: { projectName: 'Sample' } });
    expect(rateOf(openForTest(link, { mode: 'read' }))).toBe(0.1);
    expect(folderOf(path)).toEqual(before);
    const store = openForTest(link);
    unwrap(store.commit(setRate(store, 0.2), noonMs));
    store.close();
    expect([readdirSync(dirname(path)), rateOf(openForTest(path))])
      .toEqual([['crashed.aifp'], 0.2]);
  });
  test.each(junk)('that is only %s is no reason to call it read-only', (_what, bytes) => {
    const path = makeProject();
    writeFileSync(`${path}-journal`, bytes);
    const before = folderOf(path);
    expect(unwrap(checkFile(path)).contents?.projectName).toBe('Sample');
    expect(rateOf(openForTest(path, { mode: 'read' }))).toBe(0.1);
    expect(folderOf(path)).toEqual(before);
    expect(openForTest(path).readOnly).toBe(false);
  });
  test('and a record that is refused is left with it', () => {
    const path = makeProject();
    const db = new Database(path);
    db.exec(`UPDATE record SET body = '{"values":{"discountRate":7}}' WHERE id = 'base:finance:finance'`);
    db.close();
    writeFileSync(`${path}-journal`, 'junk');
    const before = folderOf(path);
    expect(errorOf(tryOpen(path))).toMatchObject({ code: 'damaged' });
    expect(folderOf(path)).toEqual(before);
  });
});

test('a file in the middle of another program’s command is busy, and not read around it', () => {
  const path = makeProject();
  const db = new Database(path);
  onTestFinished(() => { db.close(); });
  db.exec(`BEGIN EXCLUSIVE; UPDATE record SET body = '{"values":{}}'`);
  expect(readdirSync(dirname(path))).toContain('sample.aifp-journal');
  expect(errorOf(tryOpen(path, { mode: 'read' }))).toEqual({ code: 'busy', path });
  db.exec('ROLLBACK');
  expect(rateOf(openForTest(path, { mode: 'read' }))).toBe(0.1);
});

describe('a migration that was cut off in its last step', () => {
  test('is taken back for a check and a reader, which change nothing', () => {
    const path = cutOffMigration();
    const before = folderOf(path);
    expect(unwrap(checkFile(path))).toMatchObject({ unfinished: true, fileVersion: 1 });
    expect(openForTest(path, { mode: 'read' }).fileVersion).toBe(1);
    expect(folderOf(path)).toEqual(before);
  });
  test('is taken back and done again at the first try, with a backup of what was there', () => {
    const path = cutOffMigration();
    const store = openForTest(path);
    expect([store.fileVersion, store.migrated?.from]).toEqual([fileVersion, 1]);
    expect(store.document()).toEqual(openForTest(oldProject, { mode: 'read' }).document());
    store.close();
    expect(unwrap(checkFile(path))).toMatchObject({ unfinished: false, fileVersion });
  });
});

describe('a journal of another file', () => {
  /** A larger project, with the journal of the crashed one put beside it. */
  function mispaired(): string {
    const more = Array.from({ length: 400 }, (_, i) =>
      scenarioRecord('base', 'traffic', `t${i}`, { name: 'n'.repeat(60) }));
    const path = makeProject([...sampleRecords, ...more]);
    copyFileSync(`${crashed()}-journal`, `${path}-journal`);
    return path;
  }
  test('is neither rolled back into a sound file nor a reason to refuse it', () => {
    const path = mispaired();
    const before = folderOf(path);
    expect(unwrap(checkFile(path)))
      .toMatchObject({ unfinished: false, contents: { records: { traffic: 400 } } });
    expect(Object.keys(openForTest(path, { mode: 'read' }).document())).toHaveLength(405);
    expect(folderOf(path)).toEqual(before);
  });
  test('is set aside when the file is opened for writing', () => {
    const path = mispaired();
    const journal = digest(`${path}-journal`);
    const store = openForTest(path);
    unwrap(store.commit(setRate(store, 0.2), noonMs));
    store.close();
    expect(readdirSync(dirname(path)).toSorted())
      .toEqual(['sample.aifp', 'sample.aifp-journal.set-aside-1']);
    expect(digest(`${path}-journal.set-aside-1`)).toBe(journal);
    expect(Object.keys(openForTest(path).document())).toHaveLength(405);
  });
});

describe('a file that another tool set to a write-ahead log', () => {
  test('is checked and read with what is in the log, and nothing is left beside it', () => {
    const path = loggedAhead();
    const before = folderOf(path);
    expect(unwrap(checkFile(path)))
      .toMatchObject({ unfinished: true, contents: { projectName: 'Sample' } });
    expect(rateOf(openForTest(path, { mode: 'read' }))).toBe(0.25);
    expect(folderOf(path)).toEqual(before);
  });
  test('without a log is neither given one', () => {
    const path = makeProject();
    const db = new Database(path);
    db.pragma('journal_mode = WAL');
    db.close();
    const before = folderOf(path);
    expect(unwrap(checkFile(path)).unfinished).toBe(false);
    openForTest(path, { mode: 'read' }).close();
    expect(folderOf(path)).toEqual(before);
  });
  test.each(junk)('has beside it only %s, and is read without leaving an index', (_what, bytes) => {
    const path = makeProject();
    writeFileSync(`${path}-wal`, bytes);
    const before = folderOf(path);
    expect(unwrap(checkFile(path)).contents?.projectName).toBe('Sample');
    expect(rateOf(openForTest(path, { mode: 'read' }))).toBe(0.1);
    expect(folderOf(path)).toEqual(before);
    const store = openForTest(path);
    unwrap(store.commit(setRate(store, 0.2), noonMs));
    store.close();
    expect([readdirSync(dirname(path)), rateOf(openForTest(path))]).toEqual([['sample.aifp'], 0.2]);
  });
  test('is one file again when it is opened for writing', () => {
    const path = loggedAhead();
    const store = openForTest(path);
    expect(rateOf(store)).toBe(0.25);
    store.close();
    expect(readdirSync(dirname(path))).toEqual(['logged.aifp']);
  });
});
