import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from './problem.ts';

/** A name beside `target`, hidden and unused, so that the final rename stays within one folder. */
export const temporaryBeside = (target: string): string =>
  join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);

/** @throws Refusal when the folder of `target` does not exist */
export function requireFolder(target: string): void {
  const folder = dirname(target);
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  if (!isFolder) throw new Refusal({ code: 'no-folder', path: folder });
}

/**
 * Builds a file under a temporary name and gives it its own when it is complete and on the disk.
 * Whatever was under that name is replaced in one step; on failure nothing is left behind.
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
