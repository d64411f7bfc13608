import { z } from 'zod';
import { canonical, type Change, type Command } from '../shared/project/record.ts';
import type { HistoryState, JournalEntry } from '../shared/backend.ts';
import { recordSchema } from '../shared/project/validate.ts';
import type { Connection } from './connect.ts';
import { parseJson, readRevision, writeMeta } from './records.ts';

/** A slider drag or a run of typing is one undo step; deliberate edits lie further apart. */
export const mergeWithinMs = 10_000;

/**
 * Steps kept for undo and the change log; the oldest beyond go. A hundred bytes to a few
 * kB each.
 */
export const maxJournalEntries = 20_000;

interface EntryRow {
  readonly id: number;
  readonly at: string;
  readonly label: string;
  readonly changes: string;
  readonly undone: number;
  readonly merge_key: string | null;
  readonly author: string;
}

/** When and by whom a step is made. */
export interface Moment {
  readonly nowMs: number;
  readonly by: string;
}

/**
 * A step of the journal, its changes not yet checked against the document; null when they
 * cannot be read.
 */
export interface JournalStep {
  readonly id: number;
  readonly changes: readonly Change[] | null;
}

const storedChanges = z.array(z.strictObject({
  id: z.string(), before: recordSchema.nullable(), after: recordSchema.nullable(),
}));

const isoOf = (nowMs: number): string => new Date(nowMs).toISOString();

/** The newest step in force: what undo takes back. */
const lastDone = (db: Connection): EntryRow | undefined =>
  db.prepare<[], EntryRow>(
    'SELECT * FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT 1',
  ).get();

/** The oldest step taken back: what redo repeats. Undone steps are always the newest ones. */
const firstUndone = (db: Connection): EntryRow | undefined =>
  db.prepare<[], EntryRow>('SELECT * FROM journal WHERE undone = 1 ORDER BY id LIMIT 1').get();

export function readHistory(db: Connection): HistoryState {
  return {
    undo: lastDone(db)?.label ?? null,
    redo: firstUndone(db)?.label ?? null,
    revision: readRevision(db) ?? 0,
  };
}

/**
 * Appends a command, or lays it over the last one when both are parts of one drag. What
 * was undone goes.
 */
export function appendCommand(db: Connection, command: Command, moment: Moment): void {
  const hadUndone = db.prepare('DELETE FROM journal WHERE undone = 1').run().changes > 0;
  const last = lastDone(db);
  const earlier = last === undefined || hadUndone ? null
    : changesToExtend(last, command, moment);
  if (last === undefined || earlier === null) insertStep(db, command, moment);
  else replaceStep(db, last.id,
    { ...command, changes: mergeChanges(earlier, command.changes) }, moment.nowMs);
  countRevision(db);
}

function insertStep(db: Connection, command: Command, { nowMs, by }: Moment): void {
  const { lastInsertRowid } = db.prepare<[string, string, string, string | null, string]>(
    'INSERT INTO journal (at, label, changes, merge_key, author) VALUES (?, ?, ?, ?, ?)')
    .run(isoOf(nowMs), command.label, JSON.stringify(command.changes),
      command.mergeKey ?? null, by);
  db.prepare<[number]>('DELETE FROM journal WHERE id <= ?')
    .run(Number(lastInsertRowid) - maxJournalEntries);
}

/** Changes of the last step if `command` continues it, else null. */
function changesToExtend(
  last: EntryRow, command: Command, { nowMs, by }: Moment,
): readonly Change[] | null {
  const sinceMs = nowMs - Date.parse(last.at);
  const isSameDrag = command.mergeKey !== undefined && command.mergeKey === last.merge_key
    && last.author === by;
  return isSameDrag && sinceMs >= 0
    && sinceMs <= mergeWithinMs ? parseChanges(last.changes) : null;
}

/** A drag that ended where it began leaves no step. */
function replaceStep(
  db: Connection, id: number, { label, changes }: Command, nowMs: number,
): void {
  if (changes.length === 0) db.prepare<[number]>('DELETE FROM journal WHERE id = ?').run(id);
  else {
    db.prepare<[string, string, string, number]>(
      'UPDATE journal SET at = ?, label = ?, changes = ? WHERE id = ?')
      .run(isoOf(nowMs), label, JSON.stringify(changes), id);
  }
}

/**
 * Changes as stored; null when they are not what we write, as a stranger's file may have
 * it.
 */
function parseChanges(text: string): readonly Change[] | null {
  const parsed = storedChanges.safeParse(parseJson(text));
  return parsed.success ? parsed.data as readonly Change[] : null;
}

/**
 * One list of differences for two in sequence; a record that ends as it began drops out.
 * @example
 * mergeChanges([{ id, before: a, after: b }], [{ id, before: b, after: c }]) // [{ id, before: a, after: c }]
 */
export function mergeChanges(
  first: readonly Change[], second: readonly Change[],
): readonly Change[] {
  const merged = new Map<string, Change>();
  for (const change of [...first, ...second]) {
    merged.set(change.id, { ...change, before: (merged.get(change.id) ?? change).before });
  }
  return [...merged.values()].filter(
    ({ before, after }) => canonical(before) !== canonical(after),
  );
}

/** The step that undo or redo concerns, or null at the end of the history. */
export function findStep(db: Connection, direction: 'undo' | 'redo'): JournalStep | null {
  const row = direction === 'undo' ? lastDone(db) : firstUndone(db);
  return row === undefined ? null : { id: row.id, changes: parseChanges(row.changes) };
}

/**
 * Records that a step was taken back or repeated. The merge key goes: an undone drag must
 * not grow again.
 */
export function markStep(db: Connection, id: number, direction: 'undo' | 'redo'): void {
  db.prepare<[number, number]>('UPDATE journal SET undone = ?, merge_key = NULL WHERE id = ?')
    .run(direction === 'undo' ? 1 : 0, id);
  countRevision(db);
}

function countRevision(db: Connection): void {
  writeMeta(db, 'revision', String((readRevision(db) ?? 0) + 1));
}

/** What is listed of a step: `changes` is their number. */
type ListedRow = Omit<EntryRow, 'changes' | 'merge_key'> & { readonly changes: number };

/** The newest `limit` steps, newest first. */
export function listJournal(db: Connection, limit: number): readonly JournalEntry[] {
  return db.prepare<[number], ListedRow>(`SELECT id, at, label, undone, author,
    CASE WHEN json_valid(changes) THEN json_array_length(changes) ELSE 0 END AS changes
    FROM journal ORDER BY id DESC LIMIT ?`).all(limit)
    .map(({ id, at, label, undone, author, changes }) => ({
      id, at, label, undone: undone === 1, by: author, changes,
    }));
}

/** Changes of one step; null when there is none of that number or it cannot be read. */
export function readJournalEntry(db: Connection, id: number): readonly Change[] | null {
  const row = db.prepare<[number], { changes: string }>(
    'SELECT changes FROM journal WHERE id = ?',
  ).get(id);
  return row === undefined ? null : parseChanges(row.changes);
}
