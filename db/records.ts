import { z } from 'zod';
import { readTaken } from '../shared/project/defaults.ts';
import { recordSchema } from '../shared/project/validate.ts';
import type { Change, ProjectDocument, ProjectRecord } from '../shared/project/record.ts';
import { ok, refuse, type Result } from '../shared/units/result.ts';
import {
  checkRecordsTogether, checkShapedRecord, type RecordFault,
} from './check-document.ts';
import type { Connection } from './connect.ts';

interface RecordRow {
  readonly id: string;
  readonly kind: string;
  readonly scenario_id: string | null;
  readonly key: string;
  readonly position: number;
  readonly body: string;
}

const storedVersion = z.looseObject({ values: z.looseObject({
  defaultsVersion: z.string().regex(/^\d{1,6}$/u).catch('0'),
  newerDefaults: z.string().catch(''),
}) });

/**
 * All records, each checked as from a stranger. One bad record refuses the document:
 * nothing is guessed.
 */
export function loadDocument(db: Connection): Result<ProjectDocument, RecordFault> {
  const records: Record<string, ProjectRecord> = {};
  for (const row of db.prepare<[], RecordRow>('SELECT * FROM record').iterate()) {
    const record = parseRow(row);
    const fault = record === null ? { id: row.id, detail: 'malformed' }
      : checkShapedRecord(record);
    if (fault !== null) return refuse(fault);
    if (record !== null) records[record.id] = record;
  }
  const fault = checkRecordsTogether(records);
  return fault === null ? ok(records) : refuse(fault);
}

function parseRow(row: RecordRow): ProjectRecord | null {
  const { id, kind, scenario_id: scenarioId, key, position } = row;
  const parsed =
    recordSchema.safeParse({ id, kind, scenarioId, key, position, body: parseJson(row.body) });
  return parsed.success ? parsed.data as ProjectRecord : null;
}

/**
 * The newest version of the defaults a file keeps any of; 0 where it says nothing that
 * could be one.
 */
export function readDefaultsVersion(db: Connection): number {
  const row =
    db.prepare<[], { body: string }>("SELECT body FROM record WHERE kind = 'project'").get();
  const parsed = storedVersion.safeParse(parseJson(row?.body ?? ''));
  if (!parsed.success) return 0;
  const { defaultsVersion, newerDefaults } = parsed.data.values;
  return Math.max(Number(defaultsVersion), ...readTaken(newerDefaults).values());
}

/** The value of a JSON text, undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Writes the after-side of changes. Deletes first: a key may be freed and taken in one
 * command.
 */
export function writeChanges(db: Connection, changes: readonly Change[]): void {
  const drop = db.prepare<[string]>('DELETE FROM record WHERE id = ?');
  for (const change of changes) drop.run(change.id);
  writeRecords(db, changes.flatMap(({ after }) => (after === null ? [] : [after])));
}

export function writeRecords(db: Connection, records: readonly ProjectRecord[]): void {
  const insert = db.prepare<[string, string, string | null, string, number, string]>(
    'INSERT INTO record (id, kind, scenario_id, key, position, body) VALUES (?, ?, ?, ?, ?, ?)');
  for (const r of records)
    insert.run(r.id, r.kind, r.scenarioId, r.key, r.position, JSON.stringify(r.body));
}

/** Facts about the file itself. */
export type MetaKey = 'projectId' | 'revision' | 'createdAt' | 'createdWith' | 'package'
  | 'seal';

export function readMeta(db: Connection, key: MetaKey): string | null {
  const row =
    db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(key);
  return row?.value ?? null;
}

export function writeMeta(db: Connection, key: MetaKey, value: string): void {
  db.prepare<[string, string]>(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(key, value);
}

/** Commands, undos and redos so far; null when the file holds no such count. */
export function readRevision(db: Connection): number | null {
  const text = readMeta(db, 'revision') ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
