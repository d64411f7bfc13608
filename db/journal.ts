import { canonical, type Change, type Command } from '../shared/project/record.ts';
import type { HistoryState, JournalEntry } from '../shared/backend.ts';
import type { Connection } from './connect.ts';
import { readMeta, writeMeta } from './records.ts';

/** A slider drag or a run of typing is one undo step; deliberate edits lie further apart. */
export const mergeWithinMs = 500;

/** Steps kept for undo and the change log; the oldest beyond go. A hundred bytes to a few kB each. */
export const maxJournalEntries = 20_000;

interface EntryRow {
  readonly id: number;
  readonly at: string;
  readonly label: string;
  readonly changes: string;
  readonly undone: number;
  readonly merge_key: string | null;
}

/** A step of the journal whose changes are yet to be checked against the document. */
export interface JournalStep {
  readonly id: number;
  readonly changes: readonly Change[];
}

const isoOf = (nowMs: number): string => new Date(nowMs).toISOString();

/** The newest step in force: what undo takes back. */
const lastDone = (db: Connection): EntryRow | undefined =>
  db.prepare<[], EntryRow>('SELECT * FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT 1').get();

/** The oldest step taken back: what redo repeats. Undone steps are always the newest ones. */
const firstUndone = (db: Connection): EntryRow | undefined =>
  db.prepare<[], EntryRow>('SELECT * FROM journal WHERE undone = 1 ORDER BY id LIMIT 1').get();

export function readHistory(db: Connection): HistoryState {
  return {
    undo: lastDone(db)?.label ?? null,
    redo: firstUndone(db)?.label ?? null,
    revision: Number(readMeta(db, 'revision') ?? 0),
  };
}

/** Appends a command, or lays it over the last one when both are parts of one drag. What was undone is gone. */
export function appendCommand(db: Connection, command: Command, nowMs: number): void {
  const hadUndone = db.prepare('DELETE FROM journal WHERE undone = 1').run().changes > 0;
  const last = lastDone(db);
  if (last !== undefined && !hadUndone && belongsTo(last, command, nowMs)) mergeInto(db, last, command, nowMs);
  else {
    const { lastInsertRowid } = db.prepare<[string, string, string, string | null]>(
      'INSERT INTO journal (at, label, changes, merge_key) VALUES (?, ?, ?, ?)')
      .run(isoOf(nowMs), command.label, JSON.stringify(command.changes), command.mergeKey ?? null);
    db.prepare<[number]>('DELETE FROM journal WHERE id <= ?').run(Number(lastInsertRowid) - maxJournalEntries);
  }
  countRevision(db);
}

function belongsTo(last: EntryRow, command: Command, nowMs: number): boolean {
  const sinceMs = nowMs - Date.parse(last.at);
  return command.mergeKey !== undefined && command.mergeKey === last.merge_key && sinceMs >= 0 && sinceMs <= mergeWithinMs;
}

function mergeInto(db: Connection, last: EntryRow, command: Command, nowMs: number): void {
  const changes = mergeChanges(JSON.parse(last.changes) as readonly Change[], command.changes);
  if (changes.length === 0) db.prepare<[number]>('DELETE FROM journal WHERE id = ?').run(last.id);
  else {
    db.prepare<[string, string, string, number]>('UPDATE journal SET at = ?, label = ?, changes = ? WHERE id = ?')
      .run(isoOf(nowMs), command.label, JSON.stringify(changes), last.id);
  }
}

/**
 * One list of differences for two in sequence; a record that ends as it began drops out.
 * @example mergeChanges([{ id, before: a, after: b }], [{ id, before: b, after: c }]) // [{ id, before: a, after: c }]
 */
export function mergeChanges(first: readonly Change[], second: readonly Change[]): readonly Change[] {
  const merged = new Map<string, Change>();
  for (const change of [...first, ...second]) {
    merged.set(change.id, { ...change, before: (merged.get(change.id) ?? change).before });
  }
  return [...merged.values()].filter(({ before, after }) => canonical(before) !== canonical(after));
}

/** The step that undo or redo concerns, or null at the end of the history. */
export function findStep(db: Connection, direction: 'undo' | 'redo'): JournalStep | null {
  const row = direction === 'undo' ? lastDone(db) : firstUndone(db);
  return row === undefined ? null : { id: row.id, changes: JSON.parse(row.changes) as readonly Change[] };
}

/** Records that a step was taken back or repeated. The merge key goes: an undone drag must not grow again. */
export function markStep(db: Connection, id: number, direction: 'undo' | 'redo'): void {
  db.prepare<[number, number]>('UPDATE journal SET undone = ?, merge_key = NULL WHERE id = ?').run(direction === 'undo' ? 1 : 0, id);
  countRevision(db);
}

function countRevision(db: Connection): void {
  writeMeta(db, 'revision', String(Number(readMeta(db, 'revision') ?? 0) + 1));
}

/** The newest `limit` steps, newest first. */
export function listJournal(db: Connection, limit: number): readonly JournalEntry[] {
  return db.prepare<[number], EntryRow>('SELECT id, at, label, undone FROM journal ORDER BY id DESC LIMIT ?').all(limit)
    .map(({ id, at, label, undone }) => ({ id, at, label, undone: undone === 1 }));
}
