import { closeSync, openSync, readSync, statSync, type BigIntStats } from 'node:fs';
import { applicationId, fileVersion, packageApplicationId } from './layout.ts';
import { Refusal } from './problem.ts';

/** Whole checks at opening stay under a second, and a hostile file cannot fill the memory. */
export const maxFileBytes = 512 * 1024 * 1024;

/** Length of SQLite's file header. */
export const headerBytes = 100;
const magic = 'SQLite format 3\0';
/** Offsets in SQLite's file header. */
const writeVersionAt = 18;
const readVersionAt = 19;
const userVersionAt = 60;
const applicationIdAt = 68;

/** What the first hundred bytes say, read before any of the file's SQL is. */
export interface Header {
  readonly fileVersion: number;
  readonly bytes: number;
  /**
   * Another tool set the file to a write-ahead log: opening it in place would put files
   * beside it.
   */
  readonly writeAhead: boolean;
}

/**
 * Files open for writing in this process, by device and inode. A second handle on one of
 * them, even one that only reads the header, would end the first one's lock when it is
 * closed (POSIX record locks).
 */
const openHere = new Set<string>();

const identityOf = (entry: BigIntStats): string => `${entry.dev}:${entry.ino}`;

/**
 * Whether a file is open for writing in this process: no other handle may be opened and
 * closed on it.
 */
export const isOpenHere = (entry: BigIntStats): boolean => openHere.has(identityOf(entry));

/** Marks a file as open in this process; the function returned ends that. */
export function markOpen(entry: BigIntStats): () => void {
  const identity = identityOf(entry);
  openHere.add(identity);
  return () => openHere.delete(identity);
}

/**
 * The file's directory entry, refused when it is missing, no plain file, too large, or
 * open in this process. Opens no handle.
 * @throws Refusal
 */
export function inspectEntry(path: string, maxBytes: number): BigIntStats {
  const entry = statSync(path, { bigint: true });
  if (!entry.isFile()) throw new Refusal({ code: 'not-ours', path });
  const bytes = Number(entry.size);
  if (bytes > maxBytes) throw new Refusal({ code: 'too-large', path, bytes, maxBytes });
  if (isOpenHere(entry)) throw new Refusal({ code: 'busy', path });
  return entry;
}

/**
 * Reads the header without SQLite.
 * @throws Refusal when the file is empty, cut off, somebody else's, or of a newer version
 */
export function readHeader(path: string, bytes: number): Header {
  return headerOf(bytes === 0 ? Buffer.alloc(0) : readStart(path), path, bytes);
}

/**
 * What a file of so many bytes says that begins with `head`.
 * @throws Refusal as `readHeader`
 */
export function headerOf(head: Buffer, path: string, bytes = head.length): Header {
  if (bytes === 0) throw new Refusal({ code: 'damaged', path, detail: 'the file is empty' });
  const isSqlite = head.toString('latin1', 0, magic.length) === magic;
  if (!isSqlite) throw new Refusal({ code: 'not-ours', path });
  const damaged = (detail: string): Refusal => new Refusal({ code: 'damaged', path, detail });
  if (head.length < headerBytes) throw damaged(`the file ends after ${bytes} bytes`);
  const isOurs =
    [applicationId, packageApplicationId].includes(head.readInt32BE(applicationIdAt));
  if (!isOurs) throw new Refusal({ code: 'not-ours', path });
  const version = head.readInt32BE(userVersionAt);
  if (version > fileVersion) {
    throw new Refusal({ code: 'too-new', path, fileVersion: version, appVersion: fileVersion });
  }
  if (version < 1) throw damaged(`layout version ${version}`);
  const formats = [head[writeVersionAt], head[readVersionAt]];
  // SQLite would call a file of a later write format read-only, as if it could be copied.
  if (!formats.every((format) => format === 1 || format === 2))
    throw damaged(`SQLite format ${formats.join(', ')}`);
  const writeAhead = formats.includes(2);
  return { fileVersion: version, bytes, writeAhead };
}

function readStart(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const head = Buffer.alloc(headerBytes);
    return head.subarray(0, readSync(handle, head, 0, headerBytes, 0));
  } finally {
    closeSync(handle);
  }
}
