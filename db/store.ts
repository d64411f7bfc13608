import type {
  AttachmentInfo, CommitProblem, Displacement, FileProblem, HistoryState, JournalEntry,
  SnapshotInfo, SnapshotProblem, Told,
} from '../shared/backend.ts';
import {
  applyChanges, invertAll, sameRecord, type Change, type Command, type ProjectDocument,
} from '../shared/project/record.ts';
import type { PlainDocument } from '../shared/project/body-migrations/plain.ts';
import { findLockedScenario } from '../shared/project/locked.ts';
import { ok, refuse, type Result } from '../shared/units/result.ts';
import {
  listAttachments, putAttachment, readAttachment, type Attachment,
} from './attachments.ts';
import { checkRecordAlone, checkRecordsTogether } from './check-document.ts';
import type { Connection } from './connect.ts';
import { copyDatabase, copyFileOf } from './copy.ts';
import {
  appendCommand, findStep, listJournal, markStep, readHistory, readJournalEntry,
} from './journal.ts';
import type { HeldFile } from './held-file.ts';
import type { PackageMarks } from './package-marks.ts';
import { readMeta, writeChanges } from './records.ts';
import { createSeat, type Look, type Seat } from './seat.ts';
import {
  deleteSnapshot, listSnapshots, readSnapshot, renameSnapshot, takeSnapshot, type NewSnapshot,
} from './snapshots.ts';

/** Why a project that is open did not take a command. */
export type StoreProblem = Exclude<CommitProblem, { readonly code: 'not-open' }>;
export type Step =
  Result<Told<{ readonly changes: readonly Change[]; readonly history: HistoryState }>,
    StoreProblem>;

/** Named versions of an open project. */
export interface SnapshotStore {
  readonly list: () => readonly SnapshotInfo[];
  readonly take: (snapshot: Omit<NewSnapshot, 'revision'>) => Result<Told<SnapshotInfo>,
    SnapshotProblem | StoreProblem>;
  readonly read: (id: string) => Result<ProjectDocument, SnapshotProblem>;
  readonly rename: (id: string, name: string) => Result<null, SnapshotProblem | StoreProblem>;
  readonly delete: (id: string) => Result<null, SnapshotProblem | StoreProblem>;
}

/** Pictures of an open project. */
export interface AttachmentStore {
  readonly list: () => readonly AttachmentInfo[];
  readonly put: (attachment: Attachment) => Result<Told<object>, StoreProblem>;
  readonly read: (id: string) => Attachment | null;
}

/** An open project: the document in memory and the file behind it, which always agree. */
export interface ProjectStore {
  /**
   * Where the project is now: elsewhere than it was opened once its file was moved,
   * replaced or deleted.
   */
  readonly path: string;
  readonly readOnly: boolean;
  readonly fileVersion: number;
  readonly projectId: string;
  readonly migrated: { readonly from: number; readonly backup: string } | null;
  /**
   * Looks whether the file is still the one that was opened and goes on in a copy of its
   * own if not. Every command does so first.
   * @param look 'entry' takes microseconds; 'contents' also compares what was written
   *   since the last such look
   * @returns what happened just now, null when all is as it was; a problem when no folder
   *   took a copy
   */
  readonly attend: (look: Look) => Result<Displacement | null, StoreProblem>;
  /** The last time the file turned out to be gone, null when it never was. */
  readonly displaced: () => Displacement | null;
  readonly document: () => ProjectDocument;
  /**
   * The records of a package as they were issued, which its fingerprint is over;
   * otherwise those the file holds.
   */
  readonly issued: () => PlainDocument;
  readonly history: () => HistoryState;
  /**
   * Writes one command and its journal entry in one transaction; returns once it is on
   * the disk.
   */
  readonly commit: (command: Command, nowMs: number, by?: string) => Result<Told<HistoryState>,
    StoreProblem>;
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
  /**
   * Writes the whole project, journal included, to a file of its own; a null id keeps the
   * project's.
   */
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
  /** The file behind the connection; null when nothing is ever written. */
  readonly held: HeldFile | null;
  readonly rescueFolders: readonly string[];
  readonly onDisplaced: (displacement: Displacement) => void;
  /** The project at another path, or again at its own; null when it cannot be opened there. */
  readonly reopen: (path: string) => StoreSource | null;
  readonly close: () => void;
  /** Read from the file as it lies on the disk, before anything was brought up to date. */
  readonly packageMarks?: PackageMarks | null;
  /** Records of a package as issued; null or absent for an ordinary project. */
  readonly issued?: PlainDocument | null;
}

export function createStore(first: StoreSource): ProjectStore {
  const seat = createSeat(first);
  const { readOnly, migrated } = first;
  let document = first.document;

  /** Brings the document from here to there, in the file first. */
  function write(changes: readonly Change[], record: (db: Connection) => void): Written<HistoryState> {
    if (readOnly) return refuse({ code: 'read-only', path: seat.at().path });
    const next = checkChanges(document, changes);
    if (!next.ok) return next;
    const written = seat.write((db) => {
      writeChanges(db, changes);
      record(db);
      return readHistory(db);
    });
    if (written.ok) document = next.value;
    return written;
  }

  function step(direction: 'undo' | 'redo'): Step {
    const { db } = seat.at();
    const found = findStep(db, direction);
    if (found === null) return ok({ changes: [], history: readHistory(db) });
    if (found.changes === null) {
      return refuse({ code: 'invalid-record', id: `journal ${found.id}`, detail: 'malformed changes' });
    }
    const changes = direction === 'undo' ? invertAll(found.changes) : found.changes;
    const written = write(changes, (at) => { markStep(at, found.id, direction); });
    if (!written.ok) return written;
    const { displaced, ...history } = written.value;
    return ok({ changes, history, ...(displaced === undefined ? {} : { displaced }) });
  }

  const db = (): Connection => seat.at().db;
  const change = writeBeside(seat, readOnly);
  return {
    readOnly, migrated,
    get path() { return seat.at().path; },
    get fileVersion() { return seat.at().fileVersion; },
    get projectId() { return readMeta(db(), 'projectId') ?? ''; },
    get package() { return readMeta(db(), 'package'); },
    attend: seat.attend,
    displaced: seat.displaced,
    document: () => document,
    issued: () => first.issued ?? document,
    history: () => readHistory(db()),
    commit: (command, nowMs, by = '') =>
      write(command.changes, (at) => { appendCommand(at, command, { nowMs, by }); }),
    undo: () => step('undo'),
    redo: () => step('redo'),
    journal: (limit) => listJournal(db(), limit),
    journalEntry: (id) => readJournalEntry(db(), id),
    snapshots: snapshotsOf(db, () => document, change),
    attachments: attachmentsOf(db, change),
    packageMarks: first.packageMarks ?? null,
    copyTo: (target, projectId) => copyOf(seat.at(), target, projectId),
    close: seat.close,
  };
}

/**
 * A package is copied as it lies on the disk: what is signed must not be brought up to
 * date.
 */
const copyOf = (
  { db, path, packageMarks = null }: StoreSource, target: string, projectId: string | null,
): Result<null, FileProblem> =>
  (packageMarks === null ? copyDatabase(db, target, projectId) : copyFileOf(path, target));

type Written<T> = Result<Told<T>, StoreProblem>;

/** Runs a write of what stands beside the document, in a transaction of its own. */
type Write = <T extends object, P>(
  run: (db: Connection) => Result<T, P>) => Result<Told<T>, P | StoreProblem>;

/** Writes what stands beside the document. */
const writeBeside = (seat: Seat, readOnly: boolean): Write => (run) => {
  if (readOnly) return refuse({ code: 'read-only', path: seat.at().path });
  const written = seat.write((db) => ({ outcome: run(db) }));
  if (!written.ok) return written;
  const { outcome, displaced } = written.value;
  return outcome.ok && displaced !== undefined ? ok({ ...outcome.value, displaced }) : outcome;
};

const something = <P>(result: Result<null, P>): Result<object, P> =>
  (result.ok ? ok({}) : result);
const nothingOf = <P>(result: Result<object, P>): Result<null, P> =>
  (result.ok ? ok(null) : result);

const snapshotsOf = (
  db: () => Connection, document: () => ProjectDocument, write: Write,
): SnapshotStore => ({
  list: () => listSnapshots(db()),
  take: (snapshot) =>
    write((at) => takeSnapshot(at, document(),
      { ...snapshot, revision: readHistory(at).revision })),
  read: (id) => readSnapshot(db(), id),
  rename: (id, name) => nothingOf(write((at) => something(renameSnapshot(at, id, name)))),
  delete: (id) => nothingOf(write((at) => something(deleteSnapshot(at, id)))),
});

const attachmentsOf = (db: () => Connection, write: Write): AttachmentStore => ({
  list: () => listAttachments(db()),
  put: (attachment) => write((at) => {
    putAttachment(at, attachment);
    return ok({});
  }),
  read: (id) => readAttachment(db(), id),
});

/** The document after `changes`, or why they must not be stored. */
function checkChanges(
  document: ProjectDocument, changes: readonly Change[],
): Result<ProjectDocument, StoreProblem> {
  const seen = new Set<string>();
  for (const { id, before, after } of changes) {
    if (seen.has(id) || [before, after].some((r) => r !== null && r.id !== id)) {
      return refuse({
        code: 'invalid-record', id, detail: 'one change per record, under its own id',
      });
    }
    if (id === '__proto__')
      return refuse({ code: 'invalid-record', id, detail: 'reserved id' });
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
