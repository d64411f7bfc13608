import { spawn } from 'node:child_process';
import Database from 'better-sqlite3';
import {
  chmodSync, mkdirSync, openSync, closeSync, ftruncateSync, readFileSync,
  readdirSync, truncateSync, writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkFile } from '../../db/check.ts';
import { applicationId, fileVersion } from '../../db/layout.ts';
import {
  digest, errorOf, makeProject, openForTest, rateOf, setRate, temporaryFolder, tryOpen, unwrap,
} from './support.ts';

/** Opens and asserts that the refusal left the file and its folder alone. */
function refusalOf(path: string): unknown {
  const [before, names] = [digest(path), readdirSync(dirname(path))];
  const refusal = errorOf(tryOpen(path));
  expect(digest(path)).toBe(before);
  expect(readdirSync(dirname(path))).toEqual(names);
  return refusal;
}

function writeBytes(bytes: Buffer | string): string {
  const path = join(temporaryFolder(), 'x.aifp');
  writeFileSync(path, bytes);
  return path;
}

/** Changes bytes of a sound project, as a bad disk or a curious person would. */
function patch(at: number, bytes: Buffer): string {
  const path = makeProject();
  const content = readFileSync(path);
  bytes.copy(content, at);
  writeFileSync(path, content);
  return path;
}

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

describe('a file that cannot be opened says why and stays as it was', () => {
  test('missing', () => {
    const path = join(temporaryFolder(), 'none.aifp');
    expect(errorOf(tryOpen(path))).toEqual({ code: 'missing', path });
  });
  test('a folder', () => {
    const path = join(temporaryFolder(), 'folder.aifp');
    mkdirSync(path);
    expect(errorOf(tryOpen(path))).toEqual({ code: 'not-ours', path });
  });
  test('empty', () => {
    const path = writeBytes('');
    expect(refusalOf(path)).toEqual({ code: 'damaged', path, detail: 'the file is empty' });
  });
  test('garbage', () => {
    const path = writeBytes(Buffer.alloc(8192, 'no database'));
    expect(refusalOf(path)).toEqual({ code: 'not-ours', path });
  });
  test("somebody else's database", () => {
    const path = join(temporaryFolder(), 'other.aifp');
    const other = new Database(path);
    other.exec('CREATE TABLE record (id TEXT)');
    other.close();
    expect(refusalOf(path)).toEqual({ code: 'not-ours', path });
  });
  test('cut off within the header', () => {
    const path = makeProject();
    truncateSync(path, 60);
    expect(refusalOf(path))
      .toEqual({ code: 'damaged', path, detail: 'the file ends after 60 bytes' });
  });
  test.each([4096, 6000, 20_000])('cut off after %i bytes', (bytes) => {
    const path = makeProject();
    truncateSync(path, bytes);
    expect(refusalOf(path)).toMatchObject({ code: 'damaged', path });
  });
  test('a damaged page', () => {
    const path = patch(4096 * 2 + 3, Buffer.alloc(200, 0xff));
    expect(refusalOf(path)).toMatchObject({ code: 'damaged', path });
  });
  test('of a newer version', () => {
    const path = patch(60, int32(fileVersion + 5));
    expect(refusalOf(path))
      .toEqual({ code: 'too-new', path, fileVersion: fileVersion + 5,
        appVersion: fileVersion });
  });
  test('too large', () => {
    const path = makeProject();
    const handle = openSync(path, 'r+');
    ftruncateSync(handle, 600 * 1024 * 1024);
    closeSync(handle);
    expect(errorOf(tryOpen(path)))
      .toEqual({ code: 'too-large', path, bytes: 600 * 1024 * 1024,
        maxBytes: 512 * 1024 * 1024 });
  });
  test('open in this process already', () => {
    const path = makeProject();
    openForTest(path);
    expect(errorOf(tryOpen(path))).toEqual({ code: 'busy', path });
  });
  test('a record the program does not understand', () => {
    const path = makeProject();
    alter(path,
      `UPDATE record SET body = '{"values":{"discountRate":7}}' WHERE id = 'base:finance:finance'`);
    expect(refusalOf(path))
      .toMatchObject({ code: 'damaged', detail: expect.stringContaining('range -0.5 to 1') });
  });
});

function alter(path: string, sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  db.close();
}

describe('a project open in another process', () => {
  test('is busy until that process ends, for readers too', async () => {
    const path = makeProject();
    const other = await holdElsewhere(path);
    expect(refusalOf(path)).toEqual({ code: 'busy', path });
    expect(errorOf(tryOpen(path, { mode: 'read' }))).toEqual({ code: 'busy', path });
    expect(unwrap(checkFile(path)))
      .toMatchObject({ fileVersion, lock: 'held', contents: null });
    await other.end();
    expect(tryOpen(path).ok).toBe(true);
  });
});

async function holdElsewhere(path: string): Promise<{ end: () => Promise<void> }> {
  const script = fileURLToPath(new URL('./hold-open.ts', import.meta.url));
  const child = spawn(process.execPath, [script, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => { child.kill('SIGKILL'); });
  await new Promise((resolve) => { child.stdout.once('data', resolve); });
  const ended = new Promise<void>((resolve) => { child.once('exit', () => { resolve(); }); });
  return { end: () => { child.stdin.end(); return ended; } };
}

describe('a file that may not be written', () => {
  test('opens for reading and refuses commands', () => {
    const path = makeProject();
    chmodSync(path, 0o444);
    const before = digest(path);
    const store = openForTest(path);
    expect(store.readOnly).toBe(true);
    expect(errorOf(store.commit(setRate(store, 0.2), 0))).toEqual({ code: 'read-only', path });
    expect(rateOf(store)).toBe(0.1);
    expect(digest(path)).toBe(before);
  });
  test('reading by choice takes no lock and changes nothing', () => {
    const path = makeProject();
    const before = digest(path);
    const reader = openForTest(path, { mode: 'read' });
    const writer = openForTest(path);
    unwrap(writer.commit(setRate(writer, 0.2), 0));
    expect([rateOf(reader), rateOf(writer)]).toEqual([0.1, 0.2]);
    reader.close();
    expect(digest(path)).not.toBe(before);
  });
});

describe("a stranger's file", () => {
  test('loses its triggers and views before anything is written', () => {
    const path = makeProject();
    alter(path, `
      CREATE TRIGGER spoil AFTER INSERT ON journal BEGIN DELETE FROM record; END;
      CREATE TRIGGER "a""b" AFTER UPDATE ON record BEGIN DELETE FROM meta; END;
      CREATE VIEW lure AS SELECT * FROM meta;
      DROP VIEW finance; CREATE VIEW finance AS SELECT 1 AS one;`);
    const store = openForTest(path);
    unwrap(store.commit(setRate(store, 0.2), 0));
    store.close();
    expect(objectsOf(path, 'trigger')).toEqual([]);
    expect(objectsOf(path, 'view')).not.toContain('lure');
    expect(rateOf(openForTest(path))).toBe(0.2);
  });
  test('is refused when it has tables of its own, or ours altered', () => {
    const extra = makeProject();
    alter(extra, 'CREATE TABLE extra (a)');
    expect(refusalOf(extra))
      .toMatchObject({ code: 'damaged', detail: expect.stringContaining('extra') });
    const altered = makeProject();
    alter(altered, 'DROP TABLE run; CREATE TABLE run (id TEXT)');
    expect(refusalOf(altered))
      .toMatchObject({ code: 'damaged', detail: expect.stringContaining('run') });
  });
  test('cannot pass a view off as a table', () => {
    const path = makeProject();
    alter(path, 'DROP TABLE attachment; CREATE VIEW attachment AS SELECT 1 AS id');
    expect(refusalOf(path))
      .toMatchObject({ code: 'damaged', detail: expect.stringContaining('attachment') });
  });
  test('cannot reach the prototype of objects through an id', () => {
    const path = makeProject();
    alter(path, `UPDATE record SET id = '__proto__' WHERE id = 'base:finance:finance'`);
    expect(refusalOf(path))
      .toMatchObject({ code: 'damaged', detail: expect.stringContaining('reserved') });
  });
});

function objectsOf(path: string, type: string): unknown[] {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare('SELECT name FROM sqlite_schema WHERE type = ?').pluck().all(type);
  } finally {
    db.close();
  }
}

test('a sound project reopens unchanged, is one file, and carries our mark', () => {
  const path = makeProject();
  const before = digest(path);
  openForTest(path).close();
  expect(digest(path)).toBe(before);
  expect(readdirSync(dirname(path))).toEqual(['sample.aifp']);
  expect(readFileSync(path).readInt32BE(68)).toBe(applicationId);
});
