import { accessSync, constants, type BigIntStats } from 'node:fs';
import { dirname } from 'node:path';
import type { FileProblem } from '../shared/backend.ts';
import { ok, refuse, type Result } from '../shared/units/result.ts';
import {
  connect, connectBytes, findDamage, lockExclusively, prepareWriting, type Connection,
} from './connect.ts';
import { copyDatabase } from './copy.ts';
import { inspectEntry, markOpen, maxFileBytes, readHeader } from './header.ts';
import {
  createViews, dropActiveObjects, fileVersion, findLayoutDifference, hasOnlyOurViews,
} from './layout.ts';
import { migrate } from './migrations.ts';
import { Refusal, toFileProblem } from './problem.ts';
import { readPackageMarks } from './package-marks.ts';
import { loadDocument } from './records.ts';
import { createStore, type ProjectStore } from './store.ts';

export interface OpenOptions {
  /** 'read' leaves the file untouched: it is read and brought up to date in memory, and refuses commands. */
  readonly mode: 'read' | 'write';
  /** Where the file as it was goes before a migration changes it. */
  readonly backupPath: (fromVersion: number) => string;
  readonly maxBytes?: number;
}

/**
 * Opens a project. A refusal leaves the file exactly as it was.
 * Order: entry, header, integrity, lock, backup, migration, comparison with a fresh layout, every record.
 */
export function openProject(path: string, options: OpenOptions): Result<ProjectStore, FileProblem> {
  try {
    const maxBytes = options.maxBytes ?? maxFileBytes;
    const entry = inspectEntry(path, maxBytes);
    const header = readHeader(path, Number(entry.size));
    const writable = isWritable(path, entry.mode);
    if (options.mode === 'read' || !writable) return ok(openCopy(path, header.fileVersion, writable));
    return ok(openForWriting(path, header.fileVersion, { ...options, maxBytes }, entry));
  } catch (error) {
    return refuse(toFileProblem(error, path));
  }
}

/** A file marked read-only stays so even for an administrator, whom `access` would let through. */
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
  path: string, version: number, options: OpenOptions & { readonly maxBytes: number }, entry: BigIntStats,
): ProjectStore {
  const db = connect(path, 'write');
  return closeOnFailure(db, () => {
    requireSound(db, path);
    lockExclusively(db);
    if (readPackageMarks(db) !== null) {
      // A client-safe package is never written to, whatever the file system would let us.
      db.close();
      return openCopy(path, version, true);
    }
    const migrated = version === fileVersion ? null : backUp(db, version, options.backupPath(version));
    prepareWriting(db, options.maxBytes);
    bringUpToDate(db, path, version);
    const document = load(db, path);
    const onClose = markOpen(entry);
    return createStore({ db, path, readOnly: false, fileVersion, migrated, document, onClose });
  });
}

/** Reads the file under a shared lock and lets go of it; older layouts are brought up to date in memory. */
function openCopy(path: string, version: number, writable: boolean): ProjectStore {
  const db = connectBytes(readBytes(path, writable));
  return closeOnFailure(db, () => {
    const packageMarks = readPackageMarks(db);
    bringUpToDate(db, path, version);
    const about = { path, readOnly: true, fileVersion: version, migrated: null, packageMarks };
    return createStore({ ...about, db, document: load(db, path), onClose: () => undefined });
  });
}

function readBytes(path: string, writable: boolean): Buffer {
  try {
    return serialize(path, 'read');
  } catch (error) {
    // After a crash SQLite first has to roll back the command that was being written, if it may.
    if (writable && toFileProblem(error, path).code === 'read-only') return serialize(path, 'write');
    throw error;
  }
}

function serialize(path: string, mode: 'read' | 'write'): Buffer {
  const file = connect(path, mode);
  try {
    requireSound(file, path);
    const bytes = file.serialize();
    // Bytes 18 and 19 may say "write-ahead log" if another tool set it: a database in memory has none.
    bytes.fill(1, 18, 20);
    return bytes;
  } finally {
    file.close();
  }
}

function requireSound(db: Connection, path: string): void {
  const damage = findDamage(db, 'quick');
  if (damage !== null) throw new Refusal({ code: 'damaged', path, detail: damage });
}

function backUp(db: Connection, from: number, backup: string): ProjectStore['migrated'] {
  const copied = copyDatabase(db, backup, null);
  if (!copied.ok) throw new Refusal(copied.error);
  return { from, backup };
}

/** Today's layout and nothing else: a stranger's triggers and views go before anything could set them off. */
function bringUpToDate(db: Connection, path: string, version: number): void {
  const isCurrent = version === fileVersion && hasOnlyOurViews(db);
  const bring = (): void => {
    if (!isCurrent) {
      dropActiveObjects(db);
      migrate(db, version);
      createViews(db);
    }
    const difference = findLayoutDifference(db);
    if (difference !== null) throw new Refusal({ code: 'damaged', path, detail: difference });
  };
  if (isCurrent) bring();
  else db.transaction(bring).exclusive();
}

function load(db: Connection, path: string): ReturnType<ProjectStore['document']> {
  const loaded = loadDocument(db);
  if (loaded.ok) return loaded.value;
  const { id, detail } = loaded.error;
  throw new Refusal({ code: 'damaged', path, detail: `record ${id}: ${detail}` });
}

function closeOnFailure<T>(db: Connection, run: (db: Connection) => T): T {
  try {
    return run(db);
  } catch (error) {
    db.close();
    throw error;
  }
}
