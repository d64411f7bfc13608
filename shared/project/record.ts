import type { FieldValue } from './field.ts';
import type { KindName } from './kinds.ts';

/** A reader's note on one input: why this value, and where it comes from. */
export interface FieldNote {
  readonly note?: string;
  readonly source?: string;
}

/**
 * What a record stores: only the values somebody set, and notes. Everything else is the
 * field's default.
 */
export interface RecordBody {
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly notes?: Readonly<Record<string, FieldNote>>;
  /** In a derived scenario: the inherited record of this key does not exist here. */
  readonly removed?: boolean;
}

/**
 * One entity of the project. `key` is its identity within kind and scenario: a derived
 * scenario's record with the key of an inherited one lays its values over it.
 * `scenarioId` is null for document records.
 */
export interface ProjectRecord {
  readonly id: string;
  readonly kind: KindName;
  readonly scenarioId: string | null;
  readonly key: string;
  readonly position: number;
  readonly body: RecordBody;
}

/** One plain difference. Created: before null. Deleted: after null. */
export interface Change {
  readonly id: string;
  readonly before: ProjectRecord | null;
  readonly after: ProjectRecord | null;
}

/** One user command: named differences that are committed, undone and redone together. */
export interface Command {
  readonly label: string;
  readonly changes: readonly Change[];
  /**
   * Commands with the same merge key in quick succession become one undo step (slider
   * drags, typing).
   */
  readonly mergeKey?: string;
}

/** All records of a project by id, in no particular order. */
export type ProjectDocument = Readonly<Record<string, ProjectRecord>>;

/** The change that takes back `change`. */
export const invert = (
  change: Change,
): Change => ({ id: change.id, before: change.after, after: change.before });

/** Differences that take back all of `changes`, last first. */
export const invertAll = (changes: readonly Change[]): readonly Change[] =>
  changes.toReversed().map(invert);

/**
 * The document after `changes`.
 * @throws Error when a change's `before` is not what the document holds: the caller
 *   worked on an old state
 */
export function applyChanges(
  document: ProjectDocument, changes: readonly Change[],
): ProjectDocument {
  const next: Record<string, ProjectRecord> = { ...document };
  for (const { id, before, after } of changes) {
    // Every object has a `constructor` of its class: only what the document itself holds
    // counts.
    const present = Object.hasOwn(next, id) ? next[id] ?? null : null;
    if (!sameRecord(present, before))
      throw new Error(`record ${id} is not in the state this change starts from`);
    if (after === null) delete next[id];
    else next[id] = after;
  }
  return next;
}

/** Structural equality of two records. */
export function sameRecord(a: ProjectRecord | null, b: ProjectRecord | null): boolean {
  return a === b || canonical(a) === canonical(b);
}

/** JSON with sorted keys, so that equal values print equally. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
        Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
      )
      : part);
}
