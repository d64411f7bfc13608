import type { FieldValue } from '../field.ts';
import type { KindName } from '../kinds.ts';
import type { FieldNote } from '../record.ts';

/** Values of one record. */
export interface SpecValues {
  readonly kind: KindName;
  readonly key?: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Where values come from, by field. */
  readonly notes?: Readonly<Record<string, FieldNote>>;
}

/** A scenario beside the first, told as what it changes of it. */
export interface SpecCase {
  readonly key: string;
  readonly name: string;
  /** Why it differs, for its reader. */
  readonly note: string;
  readonly values: readonly SpecValues[];
}

/** What a template states: values by kind and key; everything else stays at its default. */
export interface TemplateSpec {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly scenario: string;
  readonly values: readonly SpecValues[];
  /** Other cases of the same design, in order. */
  readonly cases?: readonly SpecCase[];
}
