import Database from 'better-sqlite3';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { migrateRecordBodies } from '../../db/migrations/record-bodies.ts';
import type { ProjectStore } from '../../db/store.ts';
import { digestContents } from '../../db/contents.ts';
import { knownKeys } from '../../electron/backend/known-keys.ts';
import { writePackage } from '../../electron/backend/package.ts';
import { readPackage } from '../../electron/backend/package-info.ts';
import { makeSeal } from '../../electron/backend/package-seal.ts';
import { signingKey } from '../../electron/backend/signing-key.ts';
import { latestDefaults } from '../../shared/project/defaults-history.ts';
import { safestDisclosure } from '../../shared/project/disclosure.ts';
import {
  convertField, renameField, renameKind,
} from '../../shared/project/body-migrations/steps.ts';
import type { PlainDocument } from '../../shared/project/body-migrations/plain.ts';
import { checkFile } from '../../db/check.ts';
import {
  errorOf, makeProject, noonMs, openForTest, openOptions, sampleRecords, scenarioRecord,
  temporaryFolder, tryOpen, unwrap,
} from './support.ts';

const fixtures = fileURLToPath(new URL('../fixtures/projects/', import.meta.url));

/**
 * The words of a version that never was: rates in percent under another name, racks as
 * `cabinet`.
 */
const toNew = (document: PlainDocument): PlainDocument => {
  const inShares = convertField(document, 'finance', 'discountPercent',
    (percent) => Number(percent) / 100);
  return renameKind(renameField(inShares, 'finance', 'discountPercent', 'discountRate'),
    'cabinet', 'rackType');
};

const old = (discountPercent: number) =>
  scenarioRecord('base', 'finance', 'finance', { discountPercent });
const id = 'base:finance:finance';
const rateOf = (store: ProjectStore) => store.document()[id]?.body.values['discountRate'];

/**
 * Writes a project in the old words, with a history, a step taken back and a version, and
 * brings it into the new.
 */
function migrated(): string {
  const records = sampleRecords.filter((each) => each.id !== id);
  const path = makeProject([...records, old(10)]);
  const store = openForTest(path);
  const set = (from: number, to: number) =>
    unwrap(store.commit(
      { label: `${to} %`, changes: [{ id, before: old(from), after: old(to) }] }, noonMs,
    ));
  set(10, 12);
  unwrap(store.snapshots.take({ id: 'v', name: 'V', nowMs: noonMs, by: '' }));
  set(12, 14);
  set(14, 16);
  unwrap(store.undo());
  store.close();
  const db = new Database(path);
  db.exec(`INSERT INTO record VALUES ('base:cabinet:tall', 'cabinet', 'base', 'tall', 1, '{"values":{"heightU":52}}')`);
  db.exec(`INSERT INTO journal (at, label, changes, undone) VALUES ('2027', 'Unreadable', '{"a":1}', 1)`);
  db.transaction(() => { migrateRecordBodies(db, toNew); }).exclusive();
  db.close();
  return path;
}

describe('a change of what records say', () => {
  test('brings records and versions into the new words', () => {
    const store = openForTest(migrated());
    expect(rateOf(store)).toBe(0.14);
    expect(store.document()['base:cabinet:tall'])
      .toMatchObject({ kind: 'rackType', key: 'tall', body: { values: { heightU: 52 } } });
    expect(unwrap(store.snapshots.read('v'))[id]?.body.values).toEqual({ discountRate: 0.12 });
  });
  test('leads undo and redo through it', () => {
    const store = openForTest(migrated());
    const rates = ['undo', 'undo', 'undo', 'redo', 'redo', 'redo'].map((step) => {
      unwrap(step === 'undo' ? store.undo() : store.redo());
      return rateOf(store);
    });
    expect(rates).toEqual([0.12, 0.1, 0.1, 0.12, 0.14, 0.16]);
  });
  test('leaves a step that nobody can read as it is', () => {
    const store = openForTest(migrated());
    expect(store.journal(9)[0]?.label).toBe('Unreadable');
    expect(store.journalEntry(store.journal(9)[0]?.id ?? 0)).toBeNull();
  });
});

describe('a project of version 3', () => {
  const copy = (name: string): string => {
    const path = join(temporaryFolder(), 'old.aifp');
    copyFileSync(join(fixtures, name), path);
    return path;
  };
  test('states the defaults it was computed with, and its history still leads back', () => {
    const store = openForTest(copy('defaults-1/b200-1mw.aifp'));
    expect(store.document()['document:project:project']?.body.values)
      .toEqual({ name: '1 MW pod, B200', catalogVersion: '2026.11.1', defaultsVersion: '1' });
    expect(store.migrated?.from).toBe(3);
  });
  test.each([
    ['defaultsVersion', '99'], ['newerDefaults', 'opex.escalation@99'],
  ])('with %s to come is refused and left alone', (field, value) => {
    const path = copy('v4/sample.aifp');
    const db = new Database(path);
    db.exec(`UPDATE record SET body = json_set(body, '$.values.${field}', '${value}') WHERE kind = 'project'`);
    db.close();
    const before = readFileSync(path);
    for (const mode of ['read', 'write'] as const) {
      expect(errorOf(tryOpen(path, { mode })))
        .toEqual({ code: 'newer-defaults', path, version: 99,
          appVersion: Number(latestDefaults) });
    }
    expect(errorOf(checkFile(path))).toMatchObject({ code: 'newer-defaults' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('a package of an earlier version', () => {
  /**
   * A package as the version before wrote it: its project states no versions, and its
   * signature says so.
   */
  function oldPackage(dataFolder: string): string {
    const store = openForTest(makeProject());
    const path = join(temporaryFolder(), 'client.aifp');
    unwrap(writePackage(store, path, {
      scenarioIds: ['base'], redact: [], disclosure: safestDisclosure,
      leaveMentions: false, appVersion: '0.0.0', nowMs: noonMs, dataFolder, sender: 'Ada',
    }));
    const db = new Database(path);
    db.pragma('user_version = 3');
    const seal = makeSeal(digestContents(db), unwrap(signingKey(dataFolder)), 'Ada');
    db.prepare<[string]>("UPDATE meta SET value = ? WHERE key = 'seal'").run(seal);
    db.close();
    return path;
  }

  /** A package as it was written before packages were signed. */
  function firstPackage(): string {
    const path = join(temporaryFolder(), 'first.aifp');
    copyFileSync(join(fixtures, 'packages/format-1.aifp'), path);
    return path;
  }

  test.each([['signed', oldPackage], ['unsigned', firstPackage]] as const)(
    'stays %s and untouched, though what is opened is brought up to date', (state, make) => {
      const dataFolder = temporaryFolder();
      const path = make(dataFolder);
      const before = readFileSync(path);
      for (const mode of ['read', 'write'] as const) {
        const store = unwrap(tryOpen(path, { ...openOptions, mode }));
        expect(store.readOnly).toBe(true);
        expect(store.document()['document:project:project']?.body.values)
          .toHaveProperty('defaultsVersion');
        expect(readPackage(store, store.issued(), knownKeys(dataFolder)))
          .toMatchObject({ state, altered: [] });
        store.close();
      }
      expect(readFileSync(path).equals(before)).toBe(true);
    });
});
