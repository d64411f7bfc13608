import { z } from 'zod';
import type { SnapshotInfo, SnapshotProblem } from '../shared/backend.ts';
import {
  canonical, type ProjectDocument, type ProjectRecord,
} from '../shared/project/record.ts';
import { recordSchema } from '../shared/project/validate.ts';
import { ok, refuse, type Result } from '../shared/units/result.ts';
import { checkRecordAlone, checkRecordsTogether } from './check-document.ts';
import type { Connection } from './connect.ts';
import type { Moment } from './journal.ts';
import { parseJson } from './records.ts';

/** Versions one project keeps: each is a whole document. */
export const maxSnapshots = 500;

type Row = Omit<SnapshotInfo, 'by'> & { readonly author: string };

/** A document that cannot be read counts nothing; it is refused when it is asked for. */
const listed = `SELECT id, name, at, author, revision, CASE WHEN json_valid(document)
  THEN (SELECT count(*) FROM json_each(document)) ELSE 0 END AS records FROM snapshot`;

const toInfo = ({ author, ...row }: Row): SnapshotInfo => ({ ...row, by: author });

/** Named versions of the project, newest first. */
export const listSnapshots = (db: Connection): readonly SnapshotInfo[] =>
  db.prepare<[], Row>(`${listed} ORDER BY at DESC, rowid DESC`).all().map(toInfo);

const findSnapshot = (db: Connection, id: string): SnapshotInfo | null => {
  const row = db.prepare<[string], Row>(`${listed} WHERE id = ?`).get(id);
  return row === undefined ? null : toInfo(row);
};

export interface NewSnapshot extends Moment {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
}

/** Keeps the document as it stands under a name. */
export function takeSnapshot(
  db: Connection, document: ProjectDocument, { id, name, revision, nowMs, by }: NewSnapshot,
): Result<SnapshotInfo, SnapshotProblem> {
  const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM snapshot')
    .get()?.n ?? 0;
  if (count >= maxSnapshots) return refuse({ code: 'too-many-snapshots', limit: maxSnapshots });
  const at = new Date(nowMs).toISOString();
  db.prepare<[string, string, string, number, string, string]>(
    'INSERT INTO snapshot (id, name, at, revision, document, author) VALUES (?, ?, ?, ?, ?, ?)')
    .run(id, name, at, revision, canonical(document), by);
  return ok({ id, name, at, by, revision, records: Object.keys(document).length });
}

/** A version's document, checked like a file from a stranger. */
export function readSnapshot(
  db: Connection, id: string,
): Result<ProjectDocument, SnapshotProblem> {
  const row = db.prepare<[string], { document: string }>(
    'SELECT document FROM snapshot WHERE id = ?',
  ).get(id);
  if (row === undefined) return refuse({ code: 'no-snapshot', id });
  const damaged = (detail: string): Result<never, SnapshotProblem> =>
    refuse({ code: 'damaged-snapshot', id, detail });
  const json = parseJson(row.document);
  if (typeof json === 'object' && json !== null && Object.hasOwn(json, '__proto__'))
    return damaged('reserved id');
  const parsed = z.record(z.string(), recordSchema).safeParse(json);
  if (!parsed.success)
    return damaged(`${parsed.error.issues[0]?.path.join('.') ?? ''} is malformed`);
  const records = Object.entries(parsed.data as Readonly<Record<string, ProjectRecord>>);
  const document = Object.fromEntries(records);
  for (const [key, record] of records) {
    const fault = key === record.id ? checkRecordAlone(record)
      : { id: key, detail: 'stands under another id' };
    if (fault !== null) return damaged(`record ${fault.id}: ${fault.detail}`);
  }
  const fault = checkRecordsTogether(document);
  return fault === null ? ok(document) : damaged(`record ${fault.id}: ${fault.detail}`);
}

export function renameSnapshot(
  db: Connection, id: string, name: string,
): Result<null, SnapshotProblem> {
  if (findSnapshot(db, id) === null) return refuse({ code: 'no-snapshot', id });
  db.prepare<[string, string]>('UPDATE snapshot SET name = ? WHERE id = ?').run(name, id);
  return ok(null);
}

export function deleteSnapshot(db: Connection, id: string): Result<null, SnapshotProblem> {
  if (findSnapshot(db, id) === null) return refuse({ code: 'no-snapshot', id });
  db.prepare<[string]>('DELETE FROM snapshot WHERE id = ?').run(id);
  return ok(null);
}
