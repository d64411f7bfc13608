import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { connectBytes, type Connection } from './connect.ts';
import { copyDatabase } from './copy.ts';

/** Leaves room for the words after it within the 255 bytes most systems allow a name. */
const stemBytes = 180;

/**
 * A name cut to whole characters of at most `bytes` bytes of UTF-8, which is how systems count.
 * @example cutToBytes('Größe', 4) // 'Grö'
 */
export const cutToBytes = (name: string, bytes: number): string =>
  Buffer.from(name).subarray(0, bytes).toString().replace(/\uFFFD$/u, '');

/**
 * A name for the copy of a project whose file is gone from its place; never one that a
 * file has.
 * @example rescuePath('/none', '/plans/Lake.aifp') // '/none/Lake rescued.aifp'
 */
export function rescuePath(folder: string, original: string): string {
  const extension = extname(original);
  const stem = cutToBytes(basename(original, extension).replace(/ rescued( \d+)?$/, ''),
    stemBytes);
  for (let count = 1; ; count++) {
    const path = join(folder, `${stem} rescued${count === 1 ? '' : ` ${count}`}${extension}`);
    if (!existsSync(path)) return path;
  }
}

/**
 * What an open project holds, page by page as it stands in memory: a copy by statement reads
 * values longer than a page from the file, which may have been cut off.
 * @returns null where a page is in neither
 */
function heldBy(db: Connection): Connection | null {
  try {
    return connectBytes(db.serialize());
  } catch {
    return null;
  }
}

/**
 * Writes everything an open project holds to a new file beside its former place, under an
 * identity of its own: from now on there may be two projects. Other folders are tried
 * when that one is gone or may not be written.
 * @returns the file made, or null when no folder took it
 */
export function makeRescueCopy(
  db: Connection, original: string, folders: readonly string[],
): string | null {
  const held = heldBy(db);
  try {
    for (const folder of [dirname(original), ...folders]) {
      const target = rescuePath(folder, original);
      const copied = copyDatabase(held ?? db, target, randomUUID());
      if (copied.ok) return target;
    }
    return null;
  } finally {
    held?.close();
  }
}
