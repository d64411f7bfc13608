import Database from 'better-sqlite3';
import type {
  AttachmentInfo, CommitProblem, FileProblem, HistoryState, JournalEntry, SnapshotInfo, SnapshotProblem,
} from '../shared/backend.ts';
import {
  applyChanges, invertAll, sameRecord, type Change, type Command, type ProjectDocument,
} from '../shared/project/record.ts';
import { findLockedScenario } from '../shared/project/locked.ts';
import { ok, refuse, type Result } from '../shared/units/result.ts';
import { listAttachments, putAttachment, readAttachment, type Attachment } from './attachments.ts';
import { checkRecordAlone, checkRecordsTogether } from './check-document.ts';
import type { Connection } from './connect.ts';
import { copyDatabase, copyFileOf } from './copy.ts';
import {
  appendCommand, findStep, listJournal, markStep, readHistory, readJournalEntry,
} from './journal.ts';
import type { PackageMarks } from './package-marks.ts';
import { readMeta, writeChanges } from './records.ts';
import {
  deleteSnapshot, listSnapshots, readSnapshot, renameSnapshot, takeSnapshot, type NewSnapshot,
} from './snapshots.ts';

/** Why a project that is open did not take a command. */
export type StoreProblem = Exclude<CommitProblem, { readonly code: 'not-open' }>;
export type Step =
  Result<{ readonly changes: readonly Change[]; readonly history: HistoryState }, StoreProblem>;

/** Named versions of an open project. */
export interface SnapshotStore {
  readonly list: () => readonly SnapshotInfo[];
  readonly take: (snapshot: Omit<NewSnapshot, 'revision'>) => Result<SnapshotInfo, SnapshotProblem | StoreProblem>;
  readonly read: (id: string) => Result<ProjectDocument, SnapshotProblem>;
  readonly rename: (id: string, name: string) => Result<null, SnapshotProblem | StoreProblem>;
  readonly delete: (id: string) => Result<null, SnapshotProblem | StoreProblem>;
}

/** Pictures of an open project. */
export interface AttachmentStore {
  readonly list: () => readonly AttachmentInfo[];
  readonly put: (attachment: Attachment) => Result<null, StoreProblem>;
  readonly read: (id: string) => Attachment | null;
}

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
  readonly commit: (command: Command, nowMs: number, by?: string) => Result<HistoryState, StoreProblem>;
  /** Takes back the last command, or changes nothing at the beginning of the history. */
  readonly undo: () => Step;
  readonly redo: () => Step;
  readonly journal: (limit: number) => readonly JournalEntry[];
  /** Changes of one step; null when there is none of that number. */
  readonly journalEntry: (id: number) => readonly Change[] | null;
  readonly snapshots: SnapshotStore;
  readonly attachments: AttachmentStore;
  /** What a client-safe package says of itself, as stored; null for an ordinary project. */
  readonly package: string | null;
  /** What the file shows of being a package; null for an ordinary project. */
  readonly packageMarks: PackageMarks | null;
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
  /** Read from the file as it lies on the disk, before anything was brought up to date. */
  readonly packageMarks?: PackageMarks | null;
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

  /** Writes what stands beside the document. */
  function change<T, P>(run: () => Result<T, P>): Result<T, P | StoreProblem> {
    if (readOnly) return refuse({ code: 'read-only', path });
    const ran: { outcome?: Result<T, P> } = {};
    const written = runTransaction(db, path, () => { ran.outcome = run(); });
    if (!written.ok) return written;
    if (ran.outcome === undefined) throw new Error('a transaction ended without running');
    return ran.outcome;
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
    commit: (command, nowMs, by = '') =>
      write(command.changes, () => appendCommand(db, command, { nowMs, by })),
    undo: () => step('undo'),
    redo: () => step('redo'),
    journal: (limit) => listJournal(db, limit),
    journalEntry: (id) => readJournalEntry(db, id),
    snapshots: snapshotsOf(db, () => document, change),
    attachments: attachmentsOf(db, change),
    package: readMeta(db, 'package'),
    packageMarks: source.packageMarks ?? null,
    copyTo: copier(source),
    close: () => {
      if (!db.open) return;
      db.close();
      source.onClose();
    },
  };
}

/** A package is copied as it lies on the disk: what is signed must not be brought up to date. */
const copier = ({ db, path, packageMarks = null }: StoreSource): ProjectStore['copyTo'] =>
  (target, projectId) => (packageMarks === null ? copyDatabase(db, target, projectId)
    : copyFileOf(path, target));

/** Runs a write of what stands beside the document, in a transaction of its own. */
type Write = <T, P>(run: () => Result<T, P>) => Result<T, P | StoreProblem>;

const snapshotsOf = (db: Connection, document: () => ProjectDocument, write: Write): SnapshotStore => ({
  list: () => listSnapshots(db),
  take: (snapshot) =>
    write(() => takeSnapshot(db, document(), { ...snapshot, revision: readHistory(db).revision })),
  read: (id) => readSnapshot(db, id),
  rename: (id, name) => write(() => renameSnapshot(db, id, name)),
  delete: (id) => write(() => deleteSnapshot(db, id)),
});

const attachmentsOf = (db: Connection, write: Write): AttachmentStore => ({
  list: () => listAttachments(db),
  put: (attachment) => write(() => {
    putAttachment(db, attachment);
    return ok(null);
  }),
  read: (id) => readAttachment(db, id),
});

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
