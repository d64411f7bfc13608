import Database from 'better-sqlite3';
import type { CommitProblem, FileProblem, HistoryState, JournalEntry } from '../shared/backend.ts';
import {
  applyChanges, invertAll, sameRecord, type Change, type Command, type ProjectDocument,
} from '../shared/project/record.ts';
import { ok, refuse, type Result } from '../shared/units/result.ts';
import { checkRecordAlone, checkRecordsTogether } from './check-document.ts';
import type { Connection } from './connect.ts';
import { copyDatabase } from './copy.ts';
import { appendCommand, findStep, listJournal, markStep, readHistory } from './journal.ts';
import { findLockedScenario } from './locked.ts';
import { readMeta, writeChanges } from './records.ts';

/** Why a project that is open did not take a command. */
export type StoreProblem = Exclude<CommitProblem, { readonly code: 'not-open' }>;
export type Step =
  Result<{ readonly changes: readonly Change[]; readonly history: HistoryState }, StoreProblem>;

/** An open project: the document in memory and the file behind it, which always agree. */
export interface ProjectStore {
  readonly path: string;
  readonly readOnly: boolean;
  readonly fileVersion: number;
  readonly projectId: string;
  readonly migrated: { readonly from: number; readonly backup: string } | null;
  readonly document: () => ProjectDocument;
  readonly history: () => HistoryState;
  /** Writes one command and its journal entry in one transaction; returns once it is on the disk. */
  readonly commit: (command: Command, nowMs: number) => Result<HistoryState, StoreProblem>;
  /** Takes back the last command, or changes nothing at the beginning of the history. */
  readonly undo: () => Step;
  readonly redo: () => Step;
  readonly journal: (limit: number) => readonly JournalEntry[];
  /** Writes the whole project, journal included, to a file of its own; a null id keeps the project's. */
  readonly copyTo: (target: string, projectId: string | null) => Result<null, FileProblem>;
  /** Ends the lock. Nothing is ever left to save. */
  readonly close: () => void;
}

/** Identity and state of an opened connection. */
export interface StoreSource {
  readonly db: Connection;
  readonly path: string;
  readonly readOnly: boolean;
  readonly fileVersion: number;
  readonly migrated: ProjectStore['migrated'];
  readonly document: ProjectDocument;
  readonly onClose: () => void;
}

export function createStore(source: StoreSource): ProjectStore {
  const { db, path, readOnly } = source;
  let document = source.document;

  /** Brings the document from here to there, in the file first. */
  function write(changes: readonly Change[], record: () => void): Result<HistoryState, StoreProblem> {
    if (readOnly) return refuse({ code: 'read-only', path });
    const next = checkChanges(document, changes);
    if (!next.ok) return next;
    const written = runTransaction(db, path, () => { writeChanges(db, changes); record(); });
    if (!written.ok) return written;
    document = next.value;
    return ok(readHistory(db));
  }

  function step(direction: 'undo' | 'redo'): Step {
    const found = findStep(db, direction);
    if (found === null) return ok({ changes: [], history: readHistory(db) });
    if (found.changes === null) {
      return refuse({ code: 'invalid-record', id: `journal ${found.id}`, detail: 'malformed changes' });
    }
    const changes = direction === 'undo' ? invertAll(found.changes) : found.changes;
    const written = write(changes, () => markStep(db, found.id, direction));
    return written.ok ? ok({ changes, history: written.value }) : written;
  }

  return {
    path, readOnly, fileVersion: source.fileVersion, migrated: source.migrated,
    projectId: readMeta(db, 'projectId') ?? '',
    document: () => document,
    history: () => readHistory(db),
    commit: (command, nowMs) => write(command.changes, () => appendCommand(db, command, nowMs)),
    undo: () => step('undo'),
    redo: () => step('redo'),
    journal: (limit) => listJournal(db, limit),
    copyTo: (target, projectId) => copyDatabase(db, target, projectId),
    close: () => {
      if (!db.open) return;
      db.close();
      source.onClose();
    },
  };
}

/** The document after `changes`, or why they must not be stored. */
function checkChanges(
  document: ProjectDocument, changes: readonly Change[],
): Result<ProjectDocument, StoreProblem> {
  const seen = new Set<string>();
  for (const { id, before, after } of changes) {
    if (seen.has(id) || [before, after].some((r) => r !== null && r.id !== id)) {
      return refuse({ code: 'invalid-record', id, detail: 'one change per record, under its own id' });
    }
    seen.add(id);
    const present = Object.hasOwn(document, id) ? document[id] ?? null : null;
    if (!sameRecord(present, before)) return refuse({ code: 'stale', id });
    const fault = after === null ? null : checkRecordAlone(after);
    if (fault !== null) return refuse({ code: 'invalid-record', ...fault });
  }
  const scenarioId = findLockedScenario(document, changes);
  if (scenarioId !== null) return refuse({ code: 'locked-scenario', scenarioId });
  const next = applyChanges(document, changes);
  const fault = checkRecordsTogether(next);
  return fault === null ? ok(next) : refuse({ code: 'invalid-record', ...fault });
}

function runTransaction(db: Connection, path: string, run: () => void): Result<null, StoreProblem> {
  try {
    db.transaction(run).immediate();
    return ok(null);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    if (error.code === 'SQLITE_FULL') return refuse({ code: 'disk-full', path });
    // The rollback journal lies beside the file: a folder that may not be written is a read-only file.
    if (/^SQLITE_(READONLY|CANTOPEN)/.test(error.code)) return refuse({ code: 'read-only', path });
    throw error;
  }
}
