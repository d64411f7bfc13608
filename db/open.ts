import { accessSync, constants, type BigIntStats } from 'node:fs';
import { dirname } from 'node:path';
import type { Displacement, FileProblem } from '../shared/backend.ts';
import { latestDefaults } from '../shared/project/defaults-history.ts';
import { ok, refuse, type Result } from '../shared/units/result.ts';
import {
  connect, connectBytes, lockExclusively, prepareWriting, type Connection,
} from './connect.ts';
import { copyDatabase } from './copy.ts';
import { headerOf, inspectEntry, maxFileBytes, readHeader, type Header } from './header.ts';
import { holdFile } from './held-file.ts';
import { createViews, dropActiveObjects, fileVersion, hasOnlyOurViews } from './layout.ts';
import { migrate } from './migrations.ts';
import { readPlainDocument } from './migrations/record-bodies.ts';
import { Refusal, toFileProblem } from './problem.ts';
import { readPackageMarks } from './package-marks.ts';
import { loadDocument, readDefaultsVersion, readMeta, readRevision } from './records.ts';
import { findLayoutDifference } from './released-layout.ts';
import { createStore, type ProjectStore, type StoreSource } from './store.ts';
import {
  readAlone, readWhole, requireOurs, setAside, sideFiles, type WholeCopy,
} from './whole-copy.ts';

export interface OpenOptions {
  /**
   * 'read' leaves the file untouched: it is read and brought up to date in memory, and
   * refuses commands.
   */
  readonly mode: 'read' | 'write';
  /** Where the file as it was goes before a migration changes it. */
  readonly backupPath: (fromVersion: number) => string;
  readonly maxBytes?: number;
  /**
   * Where a copy goes when the file is gone from its place and the folder it was in takes
   * none.
   */
  readonly rescueFolders?: readonly string[];
  /**
   * Told once when the file turns out to be gone from its place and work has gone on in a
   * copy.
   */
  readonly onDisplaced?: (displacement: Displacement) => void;
}

/**
 * Opens a project. A refusal leaves the file exactly as it was.
 * Order: entry, header, lock, schema as data, integrity, every record, backup, migration
 * with every record.
 */
export function openProject(
  path: string, options: OpenOptions,
): Result<ProjectStore, FileProblem> {
  try {
    const entry = inspectEntry(path, options.maxBytes ?? maxFileBytes);
    const header = readHeader(path, Number(entry.size));
    const isReader = options.mode === 'read' || !isWritable(path, entry.mode);
    return ok(createStore(
      isReader ? openCopy(path, header) : openForWriting(path, header, options, entry),
    ));
  } catch (error) {
    return refuse(toFileProblem(error, path));
  }
}

/**
 * A file marked read-only stays so even for an administrator, whom `access` would let
 * through.
 */
function isWritable(path: string, mode: bigint): boolean {
  if ((mode & 0o222n) === 0n) return false;
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function openForWriting(
  path: string, header: Header, options: OpenOptions, entry: BigIntStats,
): StoreSource {
  // What a command cut short by a crash left, another tool's write-ahead log, an older
  // layout: opening changes the file then. A copy tells first whether everything in it
  // will be accepted.
  const changes = header.writeAhead || header.fileVersion !== fileVersion
    || sideFiles(path).length > 0;
  const version = changes ? acceptChanges(path, header) : fileVersion;
  const held = holdFile(path, entry);
  const close = (db: Connection | null): void => {
    db?.close();
    held.release();
  };
  return closeOnFailure(close, () => connect(path, 'write'), (db) => {
    lockExclusively(db);
    if (!held.isAtPlace()) throw new Refusal({ code: 'busy', path });
    requireOurs(db, path, version, 'quick');
    if (readPackageMarks(db) !== null) {
      // A client-safe package is never written to, whatever the file system would let us.
      close(db);
      return openCopy(path, header);
    }
    requireIdentity(db, path);
    const migrated = version === fileVersion ? null
      : backUp(db, version, options.backupPath(version));
    prepareWriting(db, options.maxBytes ?? maxFileBytes);
    const document = bringUpToDate(db, path, version);
    held.remember();
    return {
      db, path, readOnly: false, fileVersion, migrated, document, held,
      rescueFolders: options.rescueFolders ?? [],
      onDisplaced: options.onDisplaced ?? (() => undefined),
      reopen: (at) => reopen(at, options), close: () => { close(db); },
    };
  });
}

/**
 * Tries out on a copy what opening will change; what does not belong to the file is put out
 * of its way.
 * @returns the layout version it will then have: a migration that was cut short is taken
 *   back, whatever the header says already
 */
function acceptChanges(path: string, header: Header): number {
  const { source, isMispaired } = openWhole(path, header, 'quick');
  source.close();
  if (isMispaired) setAside(path);
  return source.fileVersion;
}

/**
 * The same project at another place, after its copy was made or its file was put back as
 * it was.
 */
function reopen(path: string, options: OpenOptions): StoreSource | null {
  try {
    const entry = inspectEntry(path, options.maxBytes ?? maxFileBytes);
    return openForWriting(path, readHeader(path, Number(entry.size)), options, entry);
  } catch (error) {
    toFileProblem(error, path); // A mistake of ours goes on as an error.
    return null;
  }
}

/**
 * Reads the file under a shared lock and lets go of it; older layouts are brought up to
 * date in memory.
 */
const openCopy = (path: string, header: Header): StoreSource =>
  openWhole(path, header, 'quick').source;

/** A project in memory, and how its file was found. */
export interface OpenedWhole {
  readonly source: StoreSource;
  /** Whether a command was cut short by a crash; what is in memory is without it. */
  readonly unfinished: boolean;
  /**
   * Whether what lies beside the file belongs to another: it was put there, or the file
   * was, after a crash.
   */
  readonly isMispaired: boolean;
}

/**
 * Reads a project as a whole and accepts it. A rollback that makes a sound file a damaged
 * one was not meant for it.
 * @param depth how thoroughly the pages are checked
 * @throws Refusal when a page is damaged or a record is not accepted
 */
export function openWhole(path: string, header: Header, depth: 'quick' | 'full'): OpenedWhole {
  const whole = readWhole(path, header);
  const { unfinished } = whole;
  try {
    return { source: openBytes(path, whole, depth), unfinished, isMispaired: false };
  } catch (error) {
    if (!unfinished || !spoilt.has(toFileProblem(error, path).code)) throw error;
    const alone = attemptAlone(path, depth);
    if (alone === null) throw error;
    return { source: alone, unfinished: false, isMispaired: true };
  }
}

/** What a rollback that was not meant for a file makes of it. */
const spoilt: ReadonlySet<FileProblem['code']> = new Set(['damaged', 'not-ours', 'too-new']);

function attemptAlone(path: string, depth: 'quick' | 'full'): StoreSource | null {
  try {
    return openBytes(path, readAlone(path), depth);
  } catch (error) {
    toFileProblem(error, path); // A mistake of ours goes on as an error.
    return null;
  }
}

/**
 * A project read as bytes, checked and held in memory.
 * @param depth how thoroughly the pages are checked
 * @throws Refusal when a page is damaged or a record is not accepted
 */
function openBytes(
  path: string, { bytes }: WholeCopy, depth: 'quick' | 'full',
): StoreSource {
  // Not the file's own header: that may be of a command that was taken back.
  const { fileVersion: version } = headerOf(bytes, path);
  const db = connectBytes(bytes);
  const close = (): void => { db.close(); };
  return closeOnFailure(close, () => db, () => {
    requireOurs(db, path, version, depth);
    // As it lies on the disk: what is signed is read before anything is brought up to date.
    const packageMarks = readPackageMarks(db);
    // A package without one was stripped of it, and says so.
    if (packageMarks === null) requireIdentity(db, path);
    const issued = packageMarks === null ? null : readPlainDocument(db);
    const document = bringUpToDate(db, path, version);
    return { ...detached, path, fileVersion: version, db, document, packageMarks, issued,
      close };
  });
}

/** What a store without a file of its own to watch has in common with others of its kind. */
const detached = {
  readOnly: true, migrated: null, held: null, rescueFolders: [],
  onDisplaced: () => undefined, reopen: () => null,
} as const;

function backUp(db: Connection, from: number, backup: string): ProjectStore['migrated'] {
  const copied = copyDatabase(db, backup, null);
  if (!copied.ok) throw new Refusal(copied.error);
  return { from, backup };
}

/**
 * Today's layout and nothing else: a stranger's triggers and views go before anything
 * could set them off. Kept only when every record is accepted, so that a refused file is
 * left as it is.
 */
function bringUpToDate(db: Connection, path: string, version: number): StoreSource['document'] {
  const isCurrent = version === fileVersion && hasOnlyOurViews(db);
  if (isCurrent) return load(db, path);
  return db.transaction(() => {
    dropActiveObjects(db);
    migrate(db, version);
    createViews(db);
    const difference = findLayoutDifference(db, fileVersion);
    if (difference !== null) throw new Refusal({ code: 'damaged', path, detail: difference });
    return load(db, path);
  }).exclusive();
}

function load(db: Connection, path: string): StoreSource['document'] {
  requireKnownDefaults(db, path);
  const damaged = (detail: string): Refusal => new Refusal({ code: 'damaged', path, detail });
  if (readRevision(db) === null) throw damaged('its revision is not a count');
  const loaded = loadDocument(db);
  if (loaded.ok) return loaded.value;
  throw damaged(`record ${loaded.error.id}: ${loaded.error.detail}`);
}

/** Backups are told apart by the id: two projects without one would share theirs. */
function requireIdentity(db: Connection, path: string): void {
  if ((readMeta(db, 'projectId') ?? '') === '')
    throw new Refusal({ code: 'damaged', path, detail: 'it has no project id' });
}

/** A project with defaults of a version to come cannot be computed here. */
function requireKnownDefaults(db: Connection, path: string): void {
  const version = readDefaultsVersion(db);
  if (version > Number(latestDefaults)) {
    throw new Refusal({
      code: 'newer-defaults', path, version, appVersion: Number(latestDefaults),
    });
  }
}

/** Opens and goes on; whatever fails on the way, nothing stays open. */
function closeOnFailure<T>(
  close: (db: Connection | null) => void, open: () => Connection, run: (db: Connection) => T,
): T {
  let db: Connection | null = null;
  try {
    db = open();
    return run(db);
  } catch (error) {
    close(db);
    throw error;
  }
}
