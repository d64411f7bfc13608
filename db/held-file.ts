import { closeSync, fstatSync, openSync, readSync, statSync, type BigIntStats } from 'node:fs';
import { headerBytes, isOpenHere, markOpen } from './header.ts';
import { errnoOf, Refusal } from './problem.ts';

/** What became of a file's place, seen from outside; `suspect` needs a look at the contents. */
export type PlaceState = 'same' | 'moved' | 'deleted' | 'suspect';

/**
 * The file behind an open connection, held by a handle of its own until the connection is
 * closed.
 */
export interface HeldFile {
  /**
   * Compares place, size, time and header with those of the last `remember`. Some
   * microseconds.
   */
  readonly look: () => PlaceState;
  /** The contents now present are our own. */
  readonly remember: () => void;
  /** Size of the file at the last `remember`. */
  readonly bytes: () => number;
  /** Whether the path names the very file that was opened, whatever is in it now. */
  readonly isAtPlace: () => boolean;
  /** The bytes under the file's path; null when there is no plain file of that many bytes. */
  readonly readPlace: (bytes: number) => Buffer | null;
  /**
   * Only after the connection is closed: closing any handle on the file ends this
   * process's locks on it.
   */
  readonly release: () => void;
}

type Mark = Pick<BigIntStats, 'size' | 'mtimeNs'>;

/**
 * Takes hold of the file about to be opened.
 * @throws Refusal `busy` when the path has come to name another file since `entry` was read
 */
export function holdFile(path: string, entry: BigIntStats): HeldFile {
  const handle = openSync(path, 'r');
  const opened = fstatSync(handle, { bigint: true });
  // Some network drives give a file another number each time: there, size, time and
  // contents have to do.
  const isNumbered = opened.ino !== 0n && isSameEntry(opened, entry);
  if (!isNumbered && !isSameMark(opened, entry)) {
    closeSync(handle);
    throw new Refusal({ code: 'busy', path });
  }
  const unmark = markOpen(opened);
  let mark: Mark = opened;
  let header = readFrom(handle, headerBytes);
  let isReleased = false;
  const isOurs = (present: BigIntStats): boolean => !isNumbered || isSameEntry(present, opened);
  return {
    look: () => {
      const present = entryAt(path);
      if (present === 'unknown') return 'same';
      if (present === null) return isDeleted(handle) ? 'deleted' : 'moved';
      const isUntouched = isOurs(present) && isSameMark(present, mark);
      return isUntouched && readFrom(handle, headerBytes).equals(header) ? 'same' : 'suspect';
    },
    remember: () => {
      mark = fstatSync(handle, { bigint: true });
      header = readFrom(handle, headerBytes);
    },
    bytes: () => Number(mark.size),
    isAtPlace: () => !isNumbered || isSameEntry(entryOrNull(path), opened),
    readPlace: (bytes) => {
      const present = entryOrNull(path);
      if (present === null || !present.isFile() || Number(present.size) !== bytes) return null;
      if (isSameEntry(present, opened)) return readFrom(handle, bytes);
      return isOpenHere(present) ? null : readAfresh(path, bytes);
    },
    release: () => {
      if (isReleased) return;
      isReleased = true;
      closeSync(handle);
      unmark();
    },
  };
}

const isSameEntry = (a: BigIntStats | null, b: BigIntStats): boolean => a?.dev === b.dev
  && a.ino === b.ino;
const isSameMark = (a: Mark, b: Mark): boolean => a.size === b.size && a.mtimeNs === b.mtimeNs;

/**
 * `unknown` when the system cannot say: a drive that does not answer has not lost the
 * file yet.
 */
function entryAt(path: string): BigIntStats | null | 'unknown' {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null;
  } catch (error) {
    return errnoOf(error) === 'ENOTDIR' ? null : 'unknown';
  }
}

/** A file without a name left is deleted; one with a name somewhere was moved. */
function isDeleted(handle: number): boolean {
  try {
    return fstatSync(handle, { bigint: true }).nlink === 0n;
  } catch {
    return true;
  }
}

const entryOrNull = (path: string): BigIntStats | null => {
  const present = entryAt(path);
  return present === 'unknown' ? null : present;
};

function readAfresh(path: string, bytes: number): Buffer {
  const handle = openSync(path, 'r');
  try {
    return readFrom(handle, bytes);
  } finally {
    closeSync(handle);
  }
}

function readFrom(handle: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  let at = 0;
  while (at < bytes) {
    const read = readSync(handle, buffer, at, bytes - at, at);
    if (read === 0) break;
    at += read;
  }
  return buffer.subarray(0, at);
}
