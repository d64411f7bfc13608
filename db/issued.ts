import type { PlainDocument } from '../shared/project/body-migrations/plain.ts';
import type { Connection } from './connect.ts';
import { readPlainDocument } from './migrations/record-bodies.ts';
import { readMeta } from './records.ts';

/** Whether a file says that it is a package; asked before anything in it is brought up to date. */
export function isPackage(db: Connection): boolean {
  const meta = db.prepare<[], { n: number }>(
    "SELECT count(*) AS n FROM sqlite_schema WHERE type = 'table' AND name = 'meta'").get();
  return meta?.n === 1 && readMeta(db, 'package') !== null;
}

/**
 * The records of a package as they were issued, which its fingerprint is over. A package is never
 * written to: what migrations make of it is in memory only.
 */
export const readIssued = (db: Connection): PlainDocument | null =>
  (isPackage(db) ? readPlainDocument(db) : null);
