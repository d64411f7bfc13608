import { randomBytes } from 'node:crypto';
import {
  closeSync, existsSync, fsyncSync, lstatSync, mkdtempSync, openSync, readdirSync,
  renameSync, rmSync, statSync,
  type Dirent,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { errnoOf, Refusal } from './problem.ts';

/**
 * Of the name of a file, in the name it has while it is written: together they stay below
 * what systems allow.
 */
const stemCharacters = 40;

/**
 * A name beside `target`, hidden and unused, so that the final rename stays within one
 * folder.
 */
const temporaryBeside = (target: string): string =>
  join(dirname(target),
    `.${basename(target).slice(0, stemCharacters)}.${randomBytes(6).toString('hex')}.tmp`);

/** What `temporaryBeside` makes, and what SQLite puts beside it while it writes. */
const ourTemporary = /^\..+\.[0-9a-f]{12}\.tmp(-journal|-wal|-shm)?$/;

/**
 * A private folder that a reader needs for a moment, with the number of its process: that
 * may still be at it.
 */
const ourScratch = /^aifp-read-(\d+)-[A-Za-z0-9]{6}$/;

/** A new private folder among the system's temporary ones; see `ourScratch`. */
export const makeScratch = (): string =>
  mkdtempSync(join(tmpdir(), `aifp-read-${process.pid}-`));

/** Nothing we write takes this long: what is older was left by a program that was ended. */
const abandonedAfterMs = 60 * 60_000;

/**
 * Removes what a program that was ended in the middle of writing has left in a folder:
 * only names of our own making, and only when they have not changed for an hour. A folder
 * that cannot be read, or a file that cannot be removed, is left alone.
 * @param nowMs milliseconds since 1970
 * @returns how many were removed
 * @example sweepAbandoned('/none', 0) // 0
 */
export function sweepAbandoned(folder: string, nowMs: number): number {
  return listEntries(folder)
    .filter((entry) => (entry.isFile() ? ourTemporary.test(entry.name)
      : entry.isDirectory() && isDeadScratch(entry.name)))
    .map(({ name }) => join(folder, name))
    .filter((path) =>
      nowMs - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? nowMs) > abandonedAfterMs)
    .filter(tryToRemove).length;
}

function isDeadScratch(name: string): boolean {
  const pid = Number(ourScratch.exec(name)?.[1] ?? 0);
  return pid > 0 && !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return errnoOf(error) !== 'ESRCH';
  }
}

/**
 * Entries of a folder; none where it cannot be read.
 * @example listEntries('/none') // []
 */
export function listEntries(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function tryToRemove(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** @throws Refusal when the folder of `target` does not exist */
export function requireFolder(target: string): void {
  const folder = dirname(target);
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  if (!isFolder) throw new Refusal({ code: 'no-folder', path: folder });
}

/**
 * Builds a file under a temporary name and gives it its own when it is complete and on
 * the disk. Whatever was under that name is replaced in one step; on failure nothing is
 * left behind.
 */
export function writeWhole(target: string, build: (temporary: string) => void): void {
  requireFolder(target);
  const temporary = temporaryBeside(target);
  try {
    build(temporary);
    flush(temporary, 'r+');
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    rmSync(`${temporary}-journal`, { force: true });
    throw error;
  }
  flushFolder(dirname(target));
}

function flush(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a rename durable. Windows has no handle for folders and needs none. */
function flushFolder(folder: string): void {
  if (process.platform !== 'win32') flush(folder, 'r');
}
