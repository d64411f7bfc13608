import { copyFileSync, existsSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { connect, findDamage, type Connection } from './connect.ts';
import { makeScratch } from './files.ts';
import { maxFileBytes, type Header } from './header.ts';
import { Refusal, toFileProblem } from './problem.ts';
import { findLayoutDifference } from './released-layout.ts';

/** What SQLite leaves beside a file when a program ends in the middle of a command. */
const sideSuffixes = ['-journal', '-wal'] as const;

/**
 * Files beside a project that belong to a command that was cut short, or pretend to. A
 * link leads to its file's.
 */
export function sideFiles(path: string): readonly string[] {
  const real = realpathSync(path);
  return sideSuffixes.map((suffix) => real + suffix)
    .filter((side) => existsSync(side) && statSync(side).size > 0);
}

/** A project as bytes, not yet looked at, with what was left unfinished taken back. */
export interface WholeCopy {
  readonly bytes: Buffer;
  /**
   * Whether a command was cut short by a crash: it is taken back when the project is
   * opened for writing.
   */
  readonly unfinished: boolean;
}

/**
 * Reads a project without changing it or its folder. What a crash left unfinished is
 * taken back in a private copy.
 * @throws SqliteError when SQLite cannot make pages of it
 */
export function readWhole(path: string, header: Header): WholeCopy {
  // A log beside the file is followed whatever the header says, and SQLite leaves an index
  // of it behind.
  const isLogged = hasLog(path);
  if (header.writeAhead || isLogged)
    return { bytes: readScratch(path), unfinished: isLogged };
  try {
    return { bytes: serialize(path, 'read'), unfinished: false };
  } catch (error) {
    // A reader may not take back what was cut short: SQLite says so by calling the file
    // read-only.
    if (sideFiles(path).length === 0 || toFileProblem(error, path).code !== 'read-only')
      throw error;
    return { bytes: readScratch(path), unfinished: true };
  }
}

/** The file without what lies beside it, as it would be if that belonged to another one. */
export const readAlone = (
  path: string,
): WholeCopy => ({ bytes: readScratch(path, []), unfinished: false });

/**
 * Takes what belongs to another file out of the way of this one, under a name of its own;
 * nothing is deleted.
 */
export function setAside(path: string): void {
  for (const side of sideFiles(path)) {
    let count = 1;
    while (existsSync(`${side}.set-aside-${count}`)) count += 1;
    renameSync(side, `${side}.set-aside-${count}`);
  }
}

const hasLog = (path: string): boolean => sideFiles(path).some((side) => side.endsWith('-wal'));

/** Under a shared lock of its own, so that nobody writes meanwhile. */
function serialize(path: string, mode: 'read' | 'write'): Buffer {
  const db = connect(path, mode);
  try {
    return db.transaction(() => {
      // Takes the lock, and says what is in the way: serializing alone would not.
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
      // Bytes 18 and 19 may say "write-ahead log" if another tool set it: a database in
      // memory has none.
      return db.serialize().fill(1, 18, 20);
    })();
  } finally {
    db.close();
  }
}

/** In a folder of our own, where SQLite may do whatever a crash made necessary. */
function readScratch(path: string, beside = sideFiles(path)): Buffer {
  const folder = makeScratch();
  try {
    const copy = join(folder, 'copy.aifp');
    copyFileSync(path, copy);
    for (const side of beside) copySide(side, copy + side.slice(side.lastIndexOf('-')));
    return serialize(copy, 'write');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function copySide(side: string, target: string): void {
  const bytes = statSync(side).size;
  if (bytes > maxFileBytes)
    throw new Refusal({ code: 'too-large', path: side, bytes, maxBytes: maxFileBytes });
  copyFileSync(side, target);
}

/**
 * The schema is compared as data before anything in it is evaluated; only then are the
 * pages checked. On a connection that may only read, SQLite would leave out what the
 * tables themselves demand of their rows.
 * @throws Refusal when either is not what it should be
 */
export function requireOurs(
  db: Connection, path: string, version: number, depth: 'quick' | 'full',
): void {
  const damaged = (detail: string): Refusal => new Refusal({ code: 'damaged', path, detail });
  const difference = findLayoutDifference(db, version);
  if (difference !== null) throw damaged(difference);
  const damage = findDamage(db, depth);
  if (damage !== null) throw damaged(damage);
}
