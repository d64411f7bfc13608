import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expiredBackups } from '../../db/backup.ts';
import { fileVersion } from '../../db/layout.ts';
import { checkFile } from '../../db/check.ts';
import { createDetached, createProject } from '../../db/create.ts';
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
    expect(errorOf(store.copyTo(join(folder, 'c.aifp'), 'x'))).toEqual({ code: 'no-folder', path: folder });
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
    expect(() => createProject(path, { ...project, records })).toThrow(/scenario base does not exist/);
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
        projectName: 'Sample', journalSteps: 1, revision: 1, records: { scenario: 2, finance: 2, site: 0 },
      },
    });
    expect(digest(path)).toBe(before);
  });
  test('says what is wrong with others', () => {
    const path = join(temporaryFolder(), 'x.aifp');
    expect(errorOf(checkFile(path))).toEqual({ code: 'missing', path });
    writeFileSync(path, 'text');
    expect(errorOf(checkFile(path))).toEqual({ code: 'not-ours', path });
  });
});

describe('expired backups', () => {
  test('three of the newest day, one of each day before, ten in all', () => {
    const days = Array.from({ length: 14 }, (_, i) => `2027-03-${String(i + 1).padStart(2, '0')}`);
    const stamps = days.flatMap((day) => ['08', '10', '12', '14'].map((hour) => `${day}T${hour}:00:00.000Z`));
    const kept = stamps.filter((s) => !expiredBackups(stamps).includes(s));
    expect(kept).toHaveLength(10);
    expect(kept.filter((s) => s.startsWith('2027-03-14'))).toEqual(
      ['10', '12', '14'].map((hour) => `2027-03-14T${hour}:00:00.000Z`));
    expect(new Set(kept.filter((s) => !s.startsWith('2027-03-14')).map((s) => s.slice(11, 13))))
      .toEqual(new Set(['14']));
  });
  test('the newest is never one of them', () => {
    expect(expiredBackups([])).toEqual([]);
    expect(expiredBackups(['2027-01-01T00:00:00.000Z'])).toEqual([]);
  });
});

test.each([
  ['ENOENT', 'missing'],
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['EROFS', 'read-only'],
  ['ENOSPC', 'disk-full'],
  ['EBUSY', 'busy'],
])('the system error %s is the problem %s', (code, problem) => {
  expect(toFileProblem(Object.assign(new Error(code), { code }), '/x').code).toBe(problem);
});

test('a mistake of ours is not taken for a damaged file', () => {
  expect(() => toFileProblem(new TypeError('x is not a function'), '/x')).toThrow(TypeError);
});
