import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { expiredBackups } from '../../db/backup.ts';
import { requireFolder } from '../../db/files.ts';
import { maxJournalEntries, mergeChanges } from '../../db/journal.ts';
import { maxSnapshots } from '../../db/snapshots.ts';
import {
  errorOf, makeProject, noonMs, openForTest, rateChange, rateOf, setRate, temporaryFolder,
  unwrap,
} from './support.ts';

/** Runs SQL in a project file nobody has open. */
function alter(path: string, sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  db.close();
}

describe('named versions', () => {
  it('keep the document as it stood, with its name, author and revision', () => {
    const store = openForTest(makeProject());
    unwrap(store.commit(setRate(store, 0.2), noonMs));
    const taken = unwrap(store.snapshots.take({ id: 's1', name: 'Draft', nowMs: noonMs,
      by: 'Ada' }));
    expect(taken).toEqual({ id: 's1', name: 'Draft', at: '2027-03-01T12:00:00.000Z', by: 'Ada',
      revision: 1, records: 5 });
    unwrap(store.commit(setRate(store, 0.3), noonMs + 60_000));
    unwrap(store.snapshots.take({ id: 's2', name: 'Later', nowMs: noonMs + 60_000, by: '' }));
    expect(store.snapshots.list()).toMatchObject([{ id: 's2', revision: 2, by: '' }, taken]);
    expect(
      unwrap(store.snapshots.read('s1'))['base:finance:finance']?.body.values['discountRate'],
    ).toBe(0.2);
    expect(rateOf(store)).toBe(0.3);
  });

  it('are renamed and deleted by id, and those unknown are named', () => {
    const store = openForTest(makeProject());
    unwrap(store.snapshots.take({ id: 's1', name: 'Draft', nowMs: noonMs, by: '' }));
    unwrap(store.snapshots.rename('s1', 'Final'));
    expect(store.snapshots.list()).toMatchObject([{ id: 's1', name: 'Final' }]);
    for (const refused of [store.snapshots.rename('gone', 'x'), store.snapshots.delete('gone'),
      store.snapshots.read('gone')]) {
      expect(errorOf(refused)).toEqual({ code: 'no-snapshot', id: 'gone' });
    }
    expect(store.snapshots.list()).toHaveLength(1);
    unwrap(store.snapshots.delete('s1'));
    expect(store.snapshots.list()).toEqual([]);
  });

  it('are 500 at most', () => {
    const path = makeProject();
    alter(path, `WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 499)
      INSERT INTO snapshot (id, name, at, revision, document, author) SELECT 'x' || i, 'x', '2027-01-01', 0, '{}', '' FROM n`);
    const store = openForTest(path);
    expect(maxSnapshots).toBe(500);
    unwrap(store.snapshots.take({ id: 'last', name: 'Last', nowMs: noonMs, by: '' }));
    expect(errorOf(store.snapshots.take({ id: 'more', name: 'More', nowMs: noonMs, by: '' })))
      .toEqual({ code: 'too-many-snapshots', limit: 500 });
  });

  it('that a stranger altered are refused with what is wrong', () => {
    const path = makeProject();
    alter(path, `INSERT INTO snapshot (id, name, at, revision, document, author) VALUES
      ('text', 'x', '2027-01-01', 0, '"no"', ''), ('moved', 'x', '2027-01-01', 0,
      '{"other":{"id":"document:project:project","kind":"project","scenarioId":null,"key":"project","position":1,"body":{"values":{"name":"S"}}}}', '')`);
    const store = openForTest(path);
    expect(errorOf(store.snapshots.read('text'))).toMatchObject({ code: 'damaged-snapshot',
      id: 'text' });
    expect(errorOf(store.snapshots.read('moved'))).toMatchObject({ code: 'damaged-snapshot',
      id: 'moved',
      detail: expect.stringContaining('stands under another id') as string });
  });

  it('are not taken in a file opened for reading', () => {
    const store = openForTest(makeProject(), { mode: 'read' });
    expect(errorOf(store.snapshots.take({ id: 's', name: 'x', nowMs: noonMs,
      by: '' }))).toMatchObject({ code: 'read-only' });
    expect(errorOf(store.attachments.put({ id: 'a', name: 'x', mediaType: 'image/png',
      bytes: Uint8Array.of(1) })))
      .toMatchObject({ code: 'read-only' });
  });
});

describe('pictures', () => {
  const logo = { id: 'abc', name: 'logo.png', mediaType: 'image/png',
    bytes: Uint8Array.of(1, 2, 3) } as const;

  it('are kept once under their fingerprint, with the latest name', () => {
    const store = openForTest(makeProject());
    unwrap(store.attachments.put(logo));
    unwrap(store.attachments.put({ ...logo, name: 'new.png' }));
    expect(store.attachments.list())
      .toEqual([{ id: 'abc', name: 'new.png', mediaType: 'image/png',
        bytes: 3 }]);
    expect(store.attachments.read('abc')).toMatchObject({ name: 'new.png',
      mediaType: 'image/png' });
    expect([...store.attachments.read('abc')?.bytes ?? []]).toEqual([1, 2, 3]);
    expect(store.attachments.read('gone')).toBeNull();
  });

  it('of other kinds, which a stranger put there, are left out', () => {
    const path = makeProject();
    alter(path,
      `INSERT INTO attachment (id, name, media_type, bytes) VALUES ('h', 'a.html', 'text/html', x'00'), ('s', 'a.svg', 'image/svg+xml', x'00')`);
    const store = openForTest(path);
    expect(store.attachments.list().map(({ id }) => id)).toEqual(['s']);
    expect(store.attachments.read('h')).toBeNull();
    expect(store.attachments.read('s')?.mediaType).toBe('image/svg+xml');
  });
});

describe('the journal', () => {
  it('forgets what is more than 20,000 steps back', () => {
    const path = makeProject();
    alter(path, `INSERT INTO journal (id, at, label, changes, author) VALUES (1, '2027-01-01', 'first', '[]', ''),
      (2, '2027-01-01', 'second', '[]', ''), (20001, '2027-01-01', 'late', '[]', '')`);
    const store = openForTest(path);
    expect(maxJournalEntries).toBe(20_000);
    unwrap(store.commit(setRate(store, 0.2), noonMs));
    expect(store.journal(9).map(({ id }) => id)).toEqual([20_002, 20_001]);
  });

  it('lists the newest first, as many as asked, with their changes', () => {
    const store = openForTest(makeProject());
    unwrap(store.commit(setRate(store, 0.2), noonMs, 'Ada'));
    unwrap(store.commit(setRate(store, 0.3), noonMs + 1000));
    unwrap(store.undo());
    const [newest, first] = store.journal(2);
    expect(newest)
      .toMatchObject({ label: 'Discount rate 0.3', undone: true, by: '', changes: 1 });
    expect(first).toMatchObject({ label: 'Discount rate 0.2', undone: false, by: 'Ada',
      at: '2027-03-01T12:00:00.000Z' });
    expect(store.journal(1)).toHaveLength(1);
    expect(store.journalEntry(first?.id ?? 0)?.[0]?.after?.body.values['discountRate'])
      .toBe(0.2);
    expect(store.journalEntry(99)).toBeNull();
  });

  it('joins the steps of one drag within ten seconds of one author, not later, not another’s',
    () => {
    const drag = (laterMs: number, by: string, key = 'k') => {
      const store = openForTest(makeProject());
      unwrap(store.commit(setRate(store, 0.2, { mergeKey: 'k' }), noonMs, 'Ada'));
      unwrap(store.commit(setRate(store, 0.3, { mergeKey: key }), noonMs + laterMs, by));
      return store.journal(9).length;
    };
    expect([drag(10_000, 'Ada'), drag(10_001, 'Ada'), drag(-1, 'Ada'), drag(10, 'Bob'),
      drag(10, 'Ada', 'other')])
      .toEqual([1, 2, 2, 2, 2]);
  });

  it('lays one change over another, and drops a record that ends as it began', () => {
    const store = openForTest(makeProject());
    const there = rateChange(store, 0.2);
    const back = { ...there, before: there.after, after: there.before };
    const on = { ...there, before: there.after,
      after: { ...there.after, position: 7 } as typeof there.after };
    expect(mergeChanges([there], [back])).toEqual([]);
    expect(mergeChanges([there], [on])).toEqual([{ id: there.id, before: there.before,
      after: on.after }]);
  });
});

describe('files', () => {
  it('need a folder that is one', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(() => { requireFolder(join(folder, 'a.aifp')); }).not.toThrow();
    expect(() => { requireFolder(join(folder, 'file', 'a.aifp')); }).toThrow();
    expect(() => { requireFolder(join(folder, 'gone', 'a.aifp')); }).toThrow();
  });

  it('keep the five latest backups, then the last of twelve hours and of fourteen days', () => {
    const at = (day: number, hour: number, sequence: number) =>
      ({ stamp: `2027-01-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00Z`,
        sequence, bytes: 1 });
    // Six of one hour: the five latest stay, and the hour has its last among them.
    expect(expiredBackups([1, 2, 3, 4, 5, 6].map((n) => at(20, 9, n)))).toEqual([at(20, 9, 1)]);
    // Five of one hour, two of the hour before: of those the last.
    const before = [at(20, 8, 1), at(20, 8, 2)];
    expect(expiredBackups([...before, ...[3, 4, 5, 6, 7].map((n) => at(20, 9, n))]))
      .toEqual([at(20, 8, 1)]);
    // One a day: each is the last of its hour for twelve, and of its day for two more.
    const days = Array.from({ length: 16 }, (_, n) => at(n + 1, 12, n + 1));
    expect(expiredBackups(days)).toEqual([at(2, 12, 2), at(1, 12, 1)]);
    expect(expiredBackups([])).toEqual([]);
  });
});
