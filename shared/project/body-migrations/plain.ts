/** A value as any version stored it. */
export type PlainValue = number | string | boolean | null;

/** What a record of any version stores. */
export interface PlainBody {
  readonly values: Readonly<Record<string, PlainValue>>;
  readonly notes?: Readonly<Record<string, unknown>>;
  readonly removed?: boolean;
}

/** A record as some version wrote it: nothing is said of its kind and its fields. */
export interface PlainRecord {
  readonly id: string;
  readonly kind: string;
  readonly scenarioId: string | null;
  readonly key: string;
  readonly position: number;
  readonly body: PlainBody;
}

/** All records of a project by id, as some version wrote them. */
export type PlainDocument = Readonly<Record<string, PlainRecord>>;

/**
 * A step that changes what records say: a field renamed, split, merged or in another
 * unit, a kind renamed. Its number is that of the file, as for a change of the tables: an
 * older program refuses what it cannot read. Steps know the old world only. They import
 * nothing of today's tables, are never edited once released, and say themselves what a
 * default was.
 */
export interface BodyMigration {
  /** Version of the file the step makes, of the one before. */
  readonly to: number;
  readonly reason: string;
  /** The document in the new words; records that are not concerned stay the same objects. */
  readonly migrate: (document: PlainDocument) => PlainDocument;
}
