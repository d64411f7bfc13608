import { spawnSync } from 'node:child_process';
import {
  chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expiredBackups } from '../../db/backup.ts';
import { fileVersion } from '../../db/layout.ts';
import { checkFile } from '../../db/check.ts';
import { createDetached, createProject } from '../../db/create.ts';
import { sweepAbandoned } from '../../db/files.ts';
import { toFileProblem } from '../../db/problem.ts';
import {
  digest, errorOf, makeProject, noonMs, openForTest, rateOf, sampleRecords, setRate,
  temporaryFolder, unwrap,
} from './support.ts';

const project = { records: sampleRecords, projectId: 'p', appVersion: '0.0.0', nowMs: noonMs };

describe('a copy of an open project', () => {
  test('is a whole project with its history, under its own identity', () => {
    const store = openForTest(makeProject());
    unwrap(store.commit(setRate(store, 0.2), noonMs));
    const target = join(temporaryFolder(), 'copy.aifp');
    unwrap(store.copyTo(target, 'another'));
    expect(readdirSync(dirname(target))).toEqual(['copy.aifp']);
    const copy = openForTest(target);
    expect([copy.projectId, store.projectId]).toEqual(['another', 'test-project']);
    unwrap(copy.undo());
    expect([rateOf(copy), rateOf(store)]).toEqual([0.1, 0.2]);
  });
  test('replaces what was named, but never an open project', () => {
    const store = openForTest(makeProject());
    const other = openForTest(makeProject());
    expect(errorOf(store.copyTo(other.path, 'x'))).toEqual({ code: 'busy', path: other.path });
    expect(errorOf(store.copyTo(store.path, 'x'))).toEqual({ code: 'busy', path: store.path });
    const plain = join(temporaryFolder(), 'old.txt');
    writeFileSync(plain, 'old');
    unwrap(store.copyTo(plain, 'x'));
    expect(rateOf(openForTest(plain))).toBe(0.1);
  });
  test('needs its folder', () => {
    const store = openForTest(makeProject());
    const folder = join(temporaryFolder(), 'none');
    expect(errorOf(store.copyTo(join(folder, 'c.aifp'), 'x')))
      .toEqual({ code: 'no-folder', path: folder });
  });
  test('can be made of a file that may not be written', () => {
    const path = makeProject();
    chmodSync(path, 0o444);
    const target = join(temporaryFolder(), 'copy.aifp');
    unwrap(openForTest(path).copyTo(target, 'x'));
    expect(openForTest(target).readOnly).toBe(false);
  });
});

describe('a new project', () => {
  test('never replaces a file', () => {
    const path = makeProject();
    const before = digest(path);
    expect(errorOf(createProject(path, project))).toEqual({ code: 'exists', path });
    expect(digest(path)).toBe(before);
  });
  test('is the same file for the same content', () => {
    const paths = ['a', 'b'].map((name) => join(temporaryFolder(), `${name}.aifp`));
    for (const path of paths) unwrap(createProject(path, project));
    expect(digest(paths[0] ?? '')).toBe(digest(paths[1] ?? ''));
  });
  test('with unsound records is a mistake of ours', () => {
    const path = join(temporaryFolder(), 'x.aifp');
    const records = sampleRecords.filter((r) => r.kind !== 'scenario');
    expect(() => createProject(path, { ...project, records }))
      .toThrow(/scenario base does not exist/);
    expect(existsSync(path)).toBe(false);
  });
  test('can do without a file, and then takes no commands', () => {
    const store = createDetached('template', project);
    expect(rateOf(store)).toBe(0.1);
    expect(errorOf(store.commit(setRate(store, 0.2), noonMs)))
      .toEqual({ code: 'read-only', path: 'template' });
    store.close();
  });
});

describe('checkFile', () => {
  test('counts what a sound file holds and leaves it alone', () => {
    const path = makeProject();
    const store = openForTest(path);
    unwrap(store.commit(setRate(store, 0.2), noonMs));
    store.close();
    const before = digest(path);
    const report = unwrap(checkFile(path));
    expect(report).toMatchObject({
      fileVersion, lock: 'free', contents: {
        projectName: 'Sample', journalSteps: 1, revision: 1,
        records: { scenario: 2, finance: 2, site: 0 },
      },
    });
    expect(digest(path)).toBe(before);
  });
  test('says that links lead in a circle, or that a name is too long', () => {
    const path = join(temporaryFolder(), 'loop.aifp');
    symlinkSync(path, path);
    expect(errorOf(checkFile(path))).toEqual({ code: 'link-loop', path });
    const long = join(temporaryFolder(), `${'x'.repeat(300)}.aifp`);
    expect(errorOf(checkFile(long))).toEqual({ code: 'name-too-long', path: long });
    expect(errorOf(createProject(long, project)))
      .toEqual({ code: 'name-too-long', path: long });
    expect(errorOf(openForTest(makeProject()).copyTo(long, 'x')))
      .toEqual({ code: 'name-too-long', path: long });
    expect(readdirSync(dirname(long))).toEqual([]);
  });
  test('a name just as long as the system allows can be written', () => {
    const path = join(temporaryFolder(), `${'x'.repeat(250)}.aifp`);
    unwrap(createProject(path, project));
    expect(rateOf(openForTest(path))).toBe(0.1);
  });
  test('says what is wrong with others', () => {
    const path = join(temporaryFolder(), 'x.aifp');
    expect(errorOf(checkFile(path))).toEqual({ code: 'missing', path });
    writeFileSync(path, 'text');
    expect(errorOf(checkFile(path))).toEqual({ code: 'not-ours', path });
  });
});

describe('expired backups', () => {
  const entry = (sequence: number, stamp: string, bytes = 1000) => ({ sequence, stamp, bytes });
  const keptOf = <
    T extends { readonly sequence: number; readonly stamp: string; readonly bytes: number }
  >(
    backups: readonly T[]): readonly T[] => {
    const expired = new Set(expiredBackups(backups));
    return backups.filter((backup) => !expired.has(backup));
  };
  const days = Array.from({ length: 40 },
    (_, i) => new Date(Date.UTC(2027, 2, 1 + i)).toISOString().slice(0, 10));
  const all = days.flatMap((day, d) => Array.from({ length: 24 }, (_, hour) =>
    ['00', '20', '40'].map((minute, m) =>
      entry(d * 72 + hour * 3 + m
        + 1, `${day}T${String(hour).padStart(2, '0')}-${minute}-00-000Z`))).flat());

  test('the latest five, the last of twelve hours and of fourteen days: never more than 31', () => {
    const kept = keptOf(all.toReversed()).map(({ stamp }) => stamp).toSorted().toReversed();
    expect(kept.length).toBeLessThanOrEqual(31);
    expect(kept.slice(0, 5)).toEqual(all.slice(-5).map(({ stamp }) => stamp).toReversed());
    expect(new Set(kept.map((stamp) => stamp.slice(0, 13))).size).toBeGreaterThanOrEqual(12);
    expect(new Set(kept.map((stamp) => stamp.slice(0, 10))).size).toBe(14);
    for (const day of new Set(kept.map((stamp) => stamp.slice(0, 10)))) {
      expect(kept.find((stamp) => stamp.startsWith(day))).toBe(`${day}T23-40-00-000Z`);
    }
  });
  test('making one at a time keeps as much as looking at all at once', () => {
    let kept: readonly (typeof all)[number][] = [];
    for (const backup of all) kept = keptOf([...kept, backup]);
    expect(new Set(kept.map(({ stamp }) => stamp.slice(0, 10))).size).toBe(14);
    expect(kept.length).toBeLessThanOrEqual(31);
  });
  test('a clock that was set back does not make the latest the oldest', () => {
    const before = Array.from({ length: 30 },
      (_, i) => entry(i + 1, `2099-01-01T00-00-${String(i).padStart(2, '0')}-000Z`));
    const after = Array.from({ length: 5 },
      (_, i) => entry(31 + i, `2027-01-01T00-00-0${i}-000Z`));
    expect(keptOf([...before, ...after]).filter(({ sequence }) => sequence > 30))
      .toEqual(after);
  });
  test('go by size too, but the two latest stay', () => {
    const large = Array.from({ length: 5 },
      (_, i) => entry(i + 1, `2027-01-01T00-00-0${i}-000Z`, 100 * 1024 * 1024));
    expect(keptOf(large).map(({ sequence }) => sequence)).toEqual([4, 5]);
    const huge = large.map((backup) => ({ ...backup, bytes: 400 * 1024 * 1024 }));
    expect(keptOf(huge).map(({ sequence }) => sequence)).toEqual([4, 5]);
  });
  test('names of older versions go by their clock', () => {
    const old =
      ['2027-01-01T09', '2027-01-02T10', '2027-01-01T08'].map((stamp) => entry(0, stamp));
    expect(expiredBackups(old)).toEqual([]);
    expect(expiredBackups([])).toEqual([]);
  });
});

/** The number of a process that is no more. */
const endedPid = (): number => spawnSync(process.execPath, ['--version']).pid;

describe('what a program that was ended has left', () => {
  const hourMs = 60 * 60_000;
  const make = (folder: string, name: string, atMs: number): void => {
    writeFileSync(join(folder, name), 'half');
    utimesSync(join(folder, name), atMs / 1000, atMs / 1000);
  };
  test('goes after an hour, and nothing else does', () => {
    const folder = temporaryFolder();
    const ours = ['.Lake.aifp.0123456789ab.tmp', '.Lake.aifp.0123456789ab.tmp-journal',
      '.x.pdf.ffffffffffff.tmp'];
    const others = ['Lake.aifp', 'a.tmp', '.a.tmp', '.Lake.aifp.0123456789AB.tmp',
      '.Lake.aifp.0123456789ab.tmp.txt',
      'Lake.aifp.0123456789ab.tmp', '.Lake.aifp.0123.tmp', `aifp-read-${endedPid()}-ab12cd`];
    for (const name of [...ours, ...others]) make(folder, name, noonMs - 2 * hourMs);
    make(folder, '.new.aifp.0123456789ab.tmp', noonMs - hourMs / 2);
    make(folder, '.late.aifp.0123456789ab.tmp', noonMs + hourMs);
    const [dead, alive] = [`aifp-read-${endedPid()}-Xy12cd`, `aifp-read-${process.pid}-Xy12cd`];
    for (const name of [dead, alive]) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'copy.aifp'), 'x');
      utimesSync(join(folder, name), (noonMs - 2 * hourMs) / 1000,
        (noonMs - 2 * hourMs) / 1000);
    }
    mkdirSync(join(folder, '.dir.aifp.0123456789ab.tmp'));
    expect(sweepAbandoned(folder, noonMs)).toBe(ours.length + 1);
    expect(readdirSync(folder).toSorted()).toEqual([
      ...others, '.new.aifp.0123456789ab.tmp', '.late.aifp.0123456789ab.tmp',
      '.dir.aifp.0123456789ab.tmp', alive,
    ].toSorted());
  });
  test('is none where the folder cannot be read', () => {
    expect(sweepAbandoned(join(temporaryFolder(), 'none'), noonMs)).toBe(0);
  });
});

test.each([
  ['ENOENT', 'missing'],
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['EROFS', 'read-only'],
  ['ENOSPC', 'disk-full'],
  ['EBUSY', 'busy'],
  ['ENAMETOOLONG', 'name-too-long'],
  ['ELOOP', 'link-loop'],
  ['EMFILE', 'disk-error'],
])('the system error %s is the problem %s', (code, problem) => {
  expect(toFileProblem(Object.assign(new Error(code), { code }), '/x').code).toBe(problem);
});

test('a mistake of ours is not taken for a damaged file', () => {
  expect(() => toFileProblem(new TypeError('x is not a function'), '/x')).toThrow(TypeError);
});
