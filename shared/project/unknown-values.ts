import type { FieldValue } from './field.ts';
import { fieldOf, type KindName } from './kinds.ts';
import type { Change, ProjectDocument, ProjectRecord } from './record.ts';

/** A value that a record stores for a field this version does not have. */
export interface UnknownValue {
  /** Id of the record. */
  readonly id: string;
  readonly field: string;
  /** Scenario, where the record belongs to one, then kind, key and field. */
  readonly path: string;
  readonly value: FieldValue;
}

const pathOf = ({ scenarioId, kind, key }: ProjectRecord, field: string): string =>
  [...(scenarioId === null ? [] : [`${scenarioId}:`]), `${kind}.${key}.${field}`].join(' ');

/**
 * Values this version does not know, in the order of their paths. They stay in the file,
 * reach no plan, and can be removed by whoever owns the project.
 * @example listUnknownValues({}) // []
 */
export const listUnknownValues = (document: ProjectDocument): readonly UnknownValue[] =>
  Object.values(document).flatMap((record) =>
    Object.entries(record.body.values)
      .filter(([field]) => fieldOf(record.kind, field) === undefined)
      .map(([field, value]) => ({ id: record.id, field, path: pathOf(record, field), value })))
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

/**
 * Unknown values of one record as a scenario sees it, those of the scenarios it is based
 * on under its own.
 * @param chain the scenario and those it is based on, root first
 * @example unknownOf({}, ['base'], 'traffic', 'chat') // {}
 */
export const unknownOf = (
  document: ProjectDocument, chain: readonly string[], kind: KindName, key: string,
): ProjectRecord['body']['values'] =>
  Object.fromEntries(chain.flatMap((owner) => Object.values(document)
    .filter((record) => record.kind === kind && record.key === key
      && record.scenarioId === owner)
    .flatMap(({ body }) => Object.entries(body.values))
    .filter(([field]) => fieldOf(kind, field) === undefined)));

/**
 * Changes that remove unknown values, with the notes on them; one change for each record.
 * @example removeUnknownValues({}, []) // []
 */
export function removeUnknownValues(
  document: ProjectDocument, values: readonly UnknownValue[],
): readonly Change[] {
  return [...new Set(values.map(({ id }) => id))].flatMap((id): readonly Change[] => {
    const before = document[id];
    if (before === undefined) return [];
    const gone = new Set(values.filter((value) => value.id === id).map(({ field }) => field));
    const left = <T>(of: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
      Object.fromEntries(Object.entries(of).filter(([field]) => !gone.has(field)));
    const { notes, ...body } = before.body;
    const kept = notes === undefined ? {} : left(notes);
    const noted = Object.keys(kept).length === 0 ? {} : { notes: kept };
    return [{ id, before, after: {
      ...before, body: { ...body, values: left(body.values), ...noted },
    } }];
  });
}

/**
 * A record without what this version does not know of it: values, and notes on fields it
 * does not have. The same object where there is none.
 */
export function knownPart(record: ProjectRecord): ProjectRecord {
  const { values, notes, ...body } = record.body;
  const isKnown = ([field]: readonly [string, unknown]): boolean =>
    fieldOf(record.kind, field) !== undefined;
  const [stated, noted] = [Object.entries(values), Object.entries(notes ?? {})];
  if (stated.every(isKnown) && noted.every(isKnown)) return record;
  const [keptValues, keptNotes] = [stated.filter(isKnown), noted.filter(isKnown)];
  const keeps = keptNotes.length === 0 ? {} : { notes: Object.fromEntries(keptNotes) };
  return { ...record, body: { ...body, values: Object.fromEntries(keptValues), ...keeps } };
}
