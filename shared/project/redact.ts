import { kindNames, kindOf } from './kinds.ts';
import type { FieldNote, ProjectRecord } from './record.ts';

/**
 * Kind, key and field of a path or pattern. Keys may hold points: all between the ends is
 * one key.
 */
function partsOf(path: string): readonly string[] {
  const parts = path.split('.');
  return parts.length < 3 ? parts
    : [parts[0] ?? '', parts.slice(1, -1).join('.'), parts.at(-1) ?? ''];
}

/**
 * Whether a path of a field falls under a pattern: equal part by part, `*` standing for
 * any one part. The key of a record is one part, whatever it holds.
 * @example matchesPath('rackGroup.*.pricePerRackUsd', 'rackGroup.racks-1.pricePerRackUsd') // true
 * @example matchesPath('rackGroup.*.racks', 'rackGroup.hall.2.racks') // true
 */
export function matchesPath(pattern: string, path: string): boolean {
  const [wanted, parts] = [partsOf(pattern), partsOf(path)];
  return wanted.length === parts.length
    && wanted.every((part, at) => part === '*' || part === parts[at]);
}

/**
 * Whether a pattern can fall on any field at all: a mistyped one would leave in what
 * somebody meant to take out.
 * @example isPattern('rackGroup.*.notes') // true
 * @example isPattern('rackgroup.*.price') // false
 */
export const isPattern = (pattern: string): boolean => kindNames.some((kind) => {
  const { count, fields } = kindOf(kind);
  return [...fields.map(({ key }) => key), 'notes'].some((field) => {
    const key = count === 'one' ? [] : [partsOf(pattern)[1] ?? ''];
    return matchesPath(pattern, [kind, ...key, field].join('.'));
  });
});

export interface Redacted {
  readonly records: readonly ProjectRecord[];
  /** Paths of the fields that were set and are gone. */
  readonly paths: readonly string[];
}

/** The path of a field of a record, as `fields` prints it. */
export const fieldPath = (
  { kind, key }: Pick<ProjectRecord, 'kind' | 'key'>, field: string,
): string =>
  (kindOf(kind).count === 'one' ? `${kind}.${field}` : `${kind}.${key}.${field}`);

/**
 * Records without what falls under the patterns: values go back to their defaults, and
 * their notes go too. `notes` in place of a field's key takes the notes alone, such as
 * `*.notes`.
 * @example redactRecords(records, ['project.client', 'rackGroup.*.notes']).paths // ['project.client']
 */
export function redactRecords(
  records: readonly ProjectRecord[], patterns: readonly string[],
): Redacted {
  const gone = new Set<string>();
  const isGone = (path: string): boolean => {
    const falls = patterns.some((pattern) => matchesPath(pattern, path));
    if (falls) gone.add(path);
    return falls;
  };
  const clean = (record: ProjectRecord): ProjectRecord => {
    const { values, notes = {}, ...rest } = record.body;
    const keptValues = Object.fromEntries(Object.entries(values)
      .filter(([field]) => !isGone(fieldPath(record, field))));
    const noNotes = Object.keys(notes).length > 0 && isGone(fieldPath(record, 'notes'));
    const keptNotes: Readonly<Record<string, FieldNote>> = noNotes ? {}
      : Object.fromEntries(Object.entries(notes)
        .filter(([field]) =>
          !patterns.some((pattern) => matchesPath(pattern, fieldPath(record, field)))));
    const body = { ...rest, values: keptValues };
    return { ...record,
      body: Object.keys(keptNotes).length === 0 ? body : { ...body, notes: keptNotes } };
  };
  return { records: records.map(clean), paths: [...gone].toSorted() };
}
