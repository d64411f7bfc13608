import type { Field, FieldValue } from '../project/field.ts';
import { builtInCatalog } from '../catalog/catalog.ts';
import { fieldOf } from '../project/kinds.ts';
import { fieldPath, matchesPath } from '../project/redact.ts';
import type { ProjectDocument, ProjectRecord } from '../project/record.ts';

/** A value that is taken out of a package: where it stands and what it is. */
export interface HiddenValue {
  readonly recordId: string;
  readonly path: string;
  /** Key of the scenario the record belongs to; null for records of the whole project. */
  readonly scenarioId: string | null;
  readonly field: Field;
  readonly value: FieldValue;
  /** Everything the field may say, where that can be listed; empty for numbers and texts. */
  readonly options: readonly FieldValue[];
}

/** A number that is taken out: the only values that can stand on a grid. */
export interface HiddenNumber extends HiddenValue {
  readonly field: Extract<Field, { type: 'number' }>;
  readonly value: number;
}

/** Catalogue tables a reference may point into. */
const tables: Readonly<Record<string, readonly string[]>> = {
  systems: Object.keys(builtInCatalog.systems), models: Object.keys(builtInCatalog.models),
  sites: Object.keys(builtInCatalog.sites), switches: Object.keys(builtInCatalog.switches),
  accelerators: Object.keys(builtInCatalog.accelerators),
};

/** What a reference may name: ids of a table, and keys of the project's own records. */
function targetsOf(of: string, records: readonly ProjectRecord[]): readonly string[] {
  const target = of.replace('?', '');
  const kind = target === 'models' ? 'customModel' : target.replace(/^record:/u, '');
  const own = records.filter((record) => record.kind === kind).map(({ key }) => key);
  return [...new Set([...(tables[target] ?? []), ...own, ...(of.endsWith('?') ? [''] : [])])];
}

/** Everything a field may say, where that can be listed. */
function optionsOf(field: Field, records: readonly ProjectRecord[]): readonly FieldValue[] {
  switch (field.type) {
    case 'choice': return field.choices.map(({ value }) => value);
    case 'toggle': return [true, false];
    case 'reference': return targetsOf(field.of, records);
    case 'number': case 'text': return [];
  }
}

/**
 * Every value that stands in the records and falls under the patterns, one for each record that
 * sets it: a scenario that overrides another's has a secret of its own.
 * @param patterns as `matchesPath` reads them
 * @example hiddenValues([], ['site.*']) // []
 */
export const hiddenValues = (
  records: readonly ProjectRecord[], patterns: readonly string[],
): readonly HiddenValue[] => records.flatMap((record) =>
  Object.entries(record.body.values).flatMap(([key, value]): readonly HiddenValue[] => {
    const field = fieldOf(record.kind, key);
    const path = fieldPath(record, key);
    if (field === undefined || !patterns.some((pattern) => matchesPath(pattern, path)))
      return [];
    const options = optionsOf(field, records);
    return [
      { recordId: record.id, path, scenarioId: record.scenarioId, field, value, options },
    ];
  }));

/** Whether a hidden value is a number, and so has neighbours it can be told from or not. */
export const isHiddenNumber = (hidden: HiddenValue): hidden is HiddenNumber =>
  hidden.field.type === 'number' && typeof hidden.value === 'number';

/**
 * What stands in place of a hidden value; undefined takes it out, so that its default
 * stands.
 */
export type Placement = (hidden: HiddenValue) => FieldValue | undefined;

/**
 * The document with something else in place of its hidden values. Records without any are
 * the same objects.
 * @throws Error when a record is not there
 * @example placeValues({}, [], () => undefined) // {}
 */
export function placeValues(
  document: ProjectDocument, hidden: readonly HiddenValue[], place: Placement,
): ProjectDocument {
  const next: Record<string, ProjectRecord> = { ...document };
  for (const each of hidden) {
    const record = next[each.recordId];
    if (record === undefined) throw new Error(`no record ${each.recordId}`);
    const { [each.field.key]: _gone, ...others } = record.body.values;
    const value = place(each);
    const values = value === undefined ? others : { ...others, [each.field.key]: value };
    next[each.recordId] = { ...record, body: { ...record.body, values } };
  }
  return next;
}
