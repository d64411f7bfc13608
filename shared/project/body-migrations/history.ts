import { canonical } from '../record.ts';
import type { BodyMigration, PlainDocument, PlainRecord } from './plain.ts';

/** One difference of a document, as some version wrote it. */
export interface PlainChange {
  readonly id: string;
  readonly before: PlainRecord | null;
  readonly after: PlainRecord | null;
}

/**
 * The document in which the records of some changes stand as they were before them, or
 * after them.
 * @example laySide({}, [{ id: 'a', before: null, after: null }], 'after') // {}
 */
export function laySide(
  document: PlainDocument, changes: readonly PlainChange[], side: 'before' | 'after',
): PlainDocument {
  const next: Record<string, PlainRecord> = { ...document };
  for (const change of changes) {
    const record = change[side];
    if (record === null) delete next[change.id];
    else next[change.id] = record;
  }
  return next;
}

const equal = (a: PlainRecord | null, b: PlainRecord | null): boolean =>
  a === b || canonical(a) === canonical(b);

/**
 * What differs between two documents, by id; nothing where they say the same.
 * @example diffDocuments({}, {}) // []
 */
export function diffDocuments(
  before: PlainDocument, after: PlainDocument,
): readonly PlainChange[] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].flatMap((id): readonly PlainChange[] => {
    const [left, right] = [before[id] ?? null, after[id] ?? null];
    return equal(left, right) ? [] : [{ id, before: left, after: right }];
  });
}

/** A step of the journal in the new words, and the document on its far side in the old ones. */
export interface MigratedStep {
  readonly changes: readonly PlainChange[];
  readonly beyond: PlainDocument;
}

/**
 * A step of the journal in the new words: what differs between the migrated documents
 * before it and after it. Each step starts where the one beside it ends, so undo and redo
 * lead through a migration.
 * @param document the old document on the near side of the step: after it on the way
 *   back, before it on the way on
 * @example migrateStep({}, [], 'back', (document) => document) // { changes: [], beyond: {} }
 */
export function migrateStep(
  document: PlainDocument, changes: readonly PlainChange[], way: 'back' | 'on',
  migrate: BodyMigration['migrate'],
): MigratedStep {
  const before = laySide(document, changes, 'before');
  const after = laySide(document, changes, 'after');
  return { changes: diffDocuments(migrate(before), migrate(after)),
    beyond: way === 'back' ? before : after };
}
