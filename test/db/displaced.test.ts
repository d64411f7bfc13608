import { execFileSync } from 'node:child_process';
import {
  appendFileSync, closeSync, copyFileSync, existsSync, mkdirSync, openSync, readdirSync,
  readFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync, writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProjectStore } from '../../db/store.ts';
import type { Displacement } from '../../shared/backend.ts';
import {
  digest, errorOf, makeProject, noonMs, openForTest, rateOf, sampleRecords, setRate,
  temporaryFolder, tryOpen, unwrap,
} from './support.ts';

/** Puts another file in place of an open one, in one step, as sync clients do. */
function replaceBy(path: string, other: string): void {
  const beside = join(dirname(path), 'incoming.part');
  copyFileSync(other, beside);
  renameSync(beside, path);
}

const anotherProject = (): string => makeProject(sampleRecords.map((record) =>
  (record.kind === 'project' ? { ...record, body: { values: { name: 'Another' } } } : record)));

/**
 * Changes bytes of a file in place and gives it back its time, to the nanosecond: what is
 * left of another program that wrote in the same moment. Windows has no `touch`.
 */
function writeUnseen(path: string, find: string, by: string): void {
  const at = readFileSync(path).indexOf(find);
  if (at < 0) throw new Error(`${find} does not stand in the file`);
  const time = join(temporaryFolder(), 'time');
  writeFileSync(time, '');
  execFileSync('touch', ['-r', path, time]);
  const handle = openSync(path, 'r+');
  writeSync(handle, by, at);
  closeSync(handle);
  execFileSync('touch', ['-r', time, path]);
}

/** A picture that makes a file one that is not compared after every command. */
const picture = (bytes: number) => ({ id: 'large', name: 'large.png', mediaType: 'image/png',
  bytes: new Uint8Array(bytes).fill(7) } as const);

const commit = (store: ProjectStore, rate: number) =>
  store.commit(setRate(store, rate), noonMs + rate * 1e6);

/** An open project with two steps behind it, and what it tells when its file is gone. */
function openWithWork(options: { readonly rescueFolders?: readonly string[] } = {}) {
  const told: Displacement[] = [];
  const path = makeProject();
  const store = openForTest(path,
    { ...options, onDisplaced: (displacement) => { told.push(displacement); } });
  unwrap(commit(store, 0.2));
  unwrap(commit(store, 0.3));
  return { path, store, told };
}

describe('an open file that nobody touched', () => {
  test('stays where it is when a command lets many steps go', () => {
    const { path, store, told } = openWithWork();
    for (let step = 1; step <= 60; step++) unwrap(commit(store, 0.3 + step / 1000));
    for (let step = 0; step < 55; step++) unwrap(store.undo());
    // The first to free more than one page of the file: what was in them is not written.
    unwrap(commit(store, 0.5));
    expect(unwrap(store.attend('contents'))).toBeNull();
    expect([told, store.path]).toEqual([[], path]);
  });
});

const displacements: readonly [Displacement['code'], string, (path: string) => void][] = [
  ['replaced', 'another file put in its place',
    (path) => { replaceBy(path, anotherProject()); }],
  ['replaced', 'an older copy put in its place', (path) => {
    const older = join(temporaryFolder(), 'older.aifp');
    copyFileSync(path, older);
    appendFileSync(older, Buffer.alloc(4096));
    replaceBy(path, older);
  }],
  ['replaced', 'another file written over it in place',
    (path) => { copyFileSync(anotherProject(), path); }],
  ['replaced', 'cut off in place', (path) => { truncateSync(path, 100); }],
  ['replaced', 'no file any more but a folder', (path) => { rmSync(path); mkdirSync(path); }],
  ['deleted', 'deleted', (path) => { rmSync(path); }],
  ['moved', 'renamed', (path) => { renameSync(path, join(dirname(path), 'elsewhere.aifp')); }],
  ['moved', 'moved to another folder',
    (path) => { renameSync(path, join(temporaryFolder(), 'x.aifp')); }],
];

describe.each(displacements)('an open file that is %s: %s', (code, _how, displace) => {
  test('loses nothing that was acknowledged, and the next command says what happened', () => {
    const { path, store, told } = openWithWork();
    displace(path);
    const isFile = existsSync(path) && readdirSync(dirname(path), { withFileTypes: true })
      .some((entry) => entry.isFile() && entry.name === basename(path));
    const before = isFile ? digest(path) : null;
    const copy = join(dirname(path), 'sample rescued.aifp');
    const displacement = { code, original: path, path: copy };
    expect(unwrap(commit(store, 0.4))).toMatchObject({ revision: 3, displaced: displacement });
    expect(unwrap(commit(store, 0.5)))
      .toEqual({ undo: 'Discount rate 0.5', redo: null, revision: 4 });
    expect([told, store.displaced(), store.path]).toEqual([[displacement], displacement, copy]);
    store.close();
    const again = openForTest(copy);
    expect([rateOf(again), again.history().revision, again.journal(9).length])
      .toEqual([0.5, 4, 4]);
    for (const rate of [0.4, 0.3, 0.2, 0.1]) {
      unwrap(again.undo());
      expect(rateOf(again)).toBe(rate);
    }
    again.close();
    expect(isFile ? digest(path) : null).toBe(before);
    expect(readdirSync(dirname(path)).filter((name) => /journal|tmp|wal|shm/.test(name)))
      .toEqual([]);
  });
  test('is noticed by whatever is written first', () => {
    const image = { id: 'a', name: 'a.png', mediaType: 'image/png' as const,
      bytes: Buffer.from('png') };
    const writes: readonly ((store: ProjectStore) => unknown)[] = [
      (store) => unwrap(store.undo()),
      (store) =>
        unwrap(store.snapshots.take({ id: 's', name: 'First', nowMs: noonMs, by: '' })),
      (store) => unwrap(store.attachments.put(image)),
      (store) => ({ displaced: unwrap(store.attend('entry')) }),
    ];
    for (const write of writes) {
      const { path, store, told } = openWithWork();
      displace(path);
      expect(write(store)).toMatchObject({ displaced: { code, path: store.path } });
      expect(told).toHaveLength(1);
      const revision = store.history().revision;
      const kept = [store.snapshots.list().length, store.attachments.list().length];
      store.close();
      const again = openForTest(store.path);
      expect(again.history().revision).toBe(revision);
      expect([again.snapshots.list().length, again.attachments.list().length]).toEqual(kept);
    }
  });
  test('before the first command is the same', () => {
    const path = makeProject();
    const store = openForTest(path);
    displace(path);
    expect(unwrap(commit(store, 0.4))).toMatchObject({ revision: 1, displaced: { code } });
    expect(rateOf(store)).toBe(0.4);
  });
});

describe('a file that was replaced', () => {
  test('and the copy are two projects: both open, under identities of their own', () => {
    const { path, store } = openWithWork();
    replaceBy(path, anotherProject());
    unwrap(store.attend('entry'));
    const other = openForTest(path);
    unwrap(commit(other, 0.7));
    unwrap(commit(store, 0.6));
    expect([rateOf(store), rateOf(other)]).toEqual([0.6, 0.7]);
    expect(store.projectId).not.toBe(other.projectId);
  });
  test('a second time makes a second copy beside the first', () => {
    const { path, store } = openWithWork();
    rmSync(path);
    unwrap(commit(store, 0.4));
    rmSync(store.path);
    writeFileSync(store.path, 'taken');
    unwrap(commit(store, 0.5));
    expect(basename(store.path)).toBe('sample rescued 2.aifp');
    store.close();
    expect(rateOf(openForTest(store.path))).toBe(0.5);
  });
  test('by the same bytes is the same project, and stays locked', () => {
    const { path, store, told } = openWithWork();
    const same = join(temporaryFolder(), 'same.aifp');
    // A copy made by the program itself: a handle on the open file would end its lock.
    unwrap(store.copyTo(same, null));
    store.close();
    copyFileSync(path, same);
    const again = openForTest(path,
      { onDisplaced: (displacement) => { told.push(displacement); } });
    replaceBy(path, same);
    expect(unwrap(commit(again, 0.4))).not.toHaveProperty('displaced');
    expect([again.path, told]).toEqual([path, []]);
    expect(errorOf(tryOpen(path))).toEqual({ code: 'busy', path });
    again.close();
    expect(rateOf(openForTest(path))).toBe(0.4);
  });
  test('is not what a changed time makes of it', () => {
    const { path, store, told } = openWithWork();
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    expect(unwrap(commit(store, 0.4))).not.toHaveProperty('displaced');
    expect([store.path, told]).toEqual([path, []]);
  });
});

describe('when the folder takes no copy', () => {
  const removeFolder = (path: string): void => { rmSync(dirname(path), { recursive: true }); };
  test('another one does', () => {
    const spare = temporaryFolder();
    const { path, store } = openWithWork({ rescueFolders: [join(spare, 'none'), spare] });
    removeFolder(path);
    expect(unwrap(commit(store, 0.4)))
      .toMatchObject({ displaced: { path: join(spare, 'sample rescued.aifp') } });
    store.close();
    expect(rateOf(openForTest(store.path))).toBe(0.4);
  });
  test('the command is refused by name, and the work can still be saved', () => {
    const { path, store, told } = openWithWork();
    removeFolder(path);
    expect(errorOf(commit(store, 0.4))).toEqual({ code: 'deleted', path });
    expect(errorOf(store.undo())).toEqual({ code: 'deleted', path });
    expect([rateOf(store), told]).toEqual([0.3, []]);
    const target = join(temporaryFolder(), 'saved.aifp');
    unwrap(store.copyTo(target, 'x'));
    expect(openForTest(target).history().revision).toBe(2);
    mkdirSync(dirname(path));
    expect(unwrap(commit(store, 0.4))).toMatchObject({ displaced: { code: 'deleted' } });
    rmSync(dirname(path), { recursive: true });
  });
});

test('a name that is nearly too long still gives the copy one', () => {
  const path = join(temporaryFolder(), `${'ü'.repeat(118)}.aifp`);
  renameSync(makeProject(), path);
  const store = openForTest(path);
  rmSync(path);
  expect(unwrap(commit(store, 0.4))).toMatchObject({ displaced: { code: 'deleted' } });
  expect(basename(store.path)).toMatch(/^ü{90} rescued\.aifp$/);
});

test('a file that is cut off loses no value that is longer than a page', () => {
  const { path, store } = openWithWork();
  const large = picture(60_000);
  unwrap(store.attachments.put(large));
  truncateSync(path, 100);
  expect(unwrap(commit(store, 0.4))).toMatchObject({ displaced: { code: 'replaced' } });
  store.close();
  const again = openForTest(store.path);
  expect(Buffer.from(again.attachments.read(large.id)?.bytes ?? [])
    .equals(Buffer.from(large.bytes))).toBe(true);
});

describe.skipIf(process.platform === 'win32')('a file changed in the moment of a command', () => {
  test('is found by a look between commands where it is too large for one after each', () => {
    const { path, store } = openWithWork();
    unwrap(store.attachments.put(picture(600_000)));
    unwrap(commit(store, 0.4));
    expect(unwrap(store.attend('contents'))).toBeNull();
    unwrap(commit(store, 0.5));
    writeUnseen(path, 'Dear money', 'Fear money');
    expect(unwrap(store.attend('entry'))).toBeNull();
    expect(unwrap(store.attend('contents'))).toMatchObject({ code: 'replaced', original: path });
    expect(rateOf(store)).toBe(0.5);
    expect(unwrap(commit(store, 0.6)).displaced).toMatchObject({ code: 'replaced' });
  });
});
