import { z } from 'zod';
import {
  diffDocuments, laySide, migrateStep, type PlainChange,
} from '../../shared/project/body-migrations/history.ts';
import type {
  BodyMigration, PlainDocument, PlainRecord,
} from '../../shared/project/body-migrations/plain.ts';
import type { Connection } from '../connect.ts';

/*
 * Carries a step of record bodies through a file: records, journal and versions, as layouts 3 and 4
 * keep them.
 * A layout that changes these tables gets a function of its own.
 */

const value = z.union([z.number(), z.string(), z.boolean(), z.null()]);
const body = z.looseObject({
  values: z.record(z.string(), value), notes: z.record(z.string(), z.unknown()).optional(),
  removed: z.boolean().optional(),
});
const record = z.looseObject({
  id: z.string(), kind: z.string(), scenarioId: z.string().nullable(), key: z.string(),
  position: z.number(), body,
});
const change =
  z.looseObject({ id: z.string(), before: record.nullable(), after: record.nullable() });

interface RecordRow {
  readonly id: string;
  readonly kind: string;
  readonly scenario_id: string | null;
  readonly key: string;
  readonly position: number;
  readonly body: string;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Records as stored. One that cannot be read is left alone: opening says so afterwards. */
export function readPlainDocument(db: Connection): PlainDocument {
  const rows = db.prepare<[], RecordRow>(
    'SELECT id, kind, scenario_id, key, position, body FROM record').all();
  return Object.fromEntries(rows.flatMap((row): readonly (readonly [string, PlainRecord])[] => {
    const { id, kind, scenario_id: scenarioId, key, position } = row;
    const parsed =
      record.safeParse({ id, kind, scenarioId, key, position, body: parseJson(row.body) });
    return parsed.success ? [[id, parsed.data as PlainRecord]] : [];
  }));
}

function writeRecords(db: Connection, changes: readonly PlainChange[]): void {
  const drop = db.prepare<[string]>('DELETE FROM record WHERE id = ?');
  for (const { id } of changes) drop.run(id);
  const insert = db.prepare<[string, string, string | null, string, number, string]>(
    'INSERT INTO record (id, kind, scenario_id, key, position, body) VALUES (?, ?, ?, ?, ?, ?)');
  for (const { after } of changes) {
    if (after === null) continue;
    insert.run(after.id, after.kind, after.scenarioId, after.key, after.position,
      JSON.stringify(after.body));
  }
}

interface StepRow {
  readonly id: number;
  readonly changes: string;
}

/**
 * Goes through steps of the journal away from the document and rewrites each that can be
 * read.
 */
function migrateSteps(
  db: Connection, steps: readonly number[], document: PlainDocument, way: 'back' | 'on',
  migrate: BodyMigration['migrate'],
): void {
  const read = db.prepare<[number], StepRow>('SELECT id, changes FROM journal WHERE id = ?');
  const write = db.prepare<[string, number]>('UPDATE journal SET changes = ? WHERE id = ?');
  let near = document;
  for (const id of steps) {
    const parsed = z.array(change).safeParse(parseJson(read.get(id)?.changes ?? ''));
    if (!parsed.success) continue;
    const { changes, beyond } = migrateStep(near, parsed.data as readonly PlainChange[],
      way, migrate);
    write.run(JSON.stringify(changes), id);
    near = beyond;
  }
}

const idsOf = (db: Connection, query: string): readonly number[] =>
  db.prepare<[], { id: number }>(query).all().map(({ id }) => id);

function migrateSnapshots(db: Connection, migrate: BodyMigration['migrate']): void {
  const rows =
    db.prepare<[], { id: string; document: string }>('SELECT id, document FROM snapshot').all();
  const write = db.prepare<[string, string]>('UPDATE snapshot SET document = ? WHERE id = ?');
  for (const { id, document } of rows) {
    const parsed = z.record(z.string(), record).safeParse(parseJson(document));
    if (!parsed.success) continue;
    const before = parsed.data as PlainDocument;
    const changes = diffDocuments(before, migrate(before));
    if (changes.length > 0) write.run(JSON.stringify(laySide(before, changes, 'after')), id);
  }
}

/**
 * Brings everything a file says of records into the new words, inside the caller's
 * transaction.
 */
export function migrateRecordBodies(db: Connection, migrate: BodyMigration['migrate']): void {
  const document = readPlainDocument(db);
  const done = idsOf(db, 'SELECT id FROM journal WHERE undone = 0 ORDER BY id DESC');
  const undone = idsOf(db, 'SELECT id FROM journal WHERE undone = 1 ORDER BY id');
  migrateSteps(db, done, document, 'back', migrate);
  migrateSteps(db, undone, document, 'on', migrate);
  migrateSnapshots(db, migrate);
  writeRecords(db, diffDocuments(document, migrate(document)));
}
