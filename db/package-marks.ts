import type { Connection } from './connect.ts';
import { digestContents, hasPlainTable, sealKey, type ContentDigests } from './contents.ts';
import { packageApplicationId } from './layout.ts';
import { readMeta } from './records.ts';

/**
 * Begins the id of every package's project: one of three marks, so that taking one off
 * unmakes no package.
 */
export const packageIdPrefix = 'package-';

/** What a file shows of being a client-safe package, as it lies on the disk. */
export interface PackageMarks {
  /** The header, the row that says what was issued, the project's id. */
  readonly header: boolean;
  readonly row: boolean;
  readonly id: boolean;
  /** The signature as stored; null where there is none. */
  readonly seal: string | null;
  /** Of everything but the signature. */
  readonly digests: ContentDigests;
}

/**
 * The marks of a package, or null for an ordinary project: no mark at all. Packages of format 1
 * have the row alone. Runs nothing of the file's.
 */
export function readPackageMarks(db: Connection): PackageMarks | null {
  const header = Number(db.pragma('application_id', { simple: true })) === packageApplicationId;
  const isReadable = hasPlainTable(db, 'meta');
  const row = isReadable && readMeta(db, 'package') !== null;
  const id = isReadable && (readMeta(db, 'projectId') ?? '').startsWith(packageIdPrefix);
  const seal = isReadable ? readMeta(db, sealKey) : null;
  if (!header && !row && !id && seal === null) return null;
  return { header, row, id, seal, digests: digestContents(db) };
}
