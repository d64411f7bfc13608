import type { PlainBody, PlainDocument, PlainRecord, PlainValue } from './plain.ts';

type Values = PlainBody['values'];

/**
 * The document with some records in other words; those a function returns as they were
 * stay the same objects.
 * @example mapRecords({}, (record) => record) // {}
 */
export function mapRecords(
  document: PlainDocument, map: (record: PlainRecord) => PlainRecord,
): PlainDocument {
  return Object.fromEntries(Object.entries(document).map(([id, record]) => [id, map(record)]));
}

const without = <T>(
  of: Readonly<Record<string, T>>, keys: readonly string[],
): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(of).filter(([key]) => !keys.includes(key)));

/** The note of the first of some fields that has one goes to another field. */
function moveNote(
  { notes, ...body }: PlainBody, from: readonly string[], to: string,
): PlainBody {
  if (notes === undefined) return body;
  const found = from.map((key) => notes[key]).find((note) => note !== undefined);
  return { ...body,
    notes: { ...without(notes, from), ...(found === undefined ? {} : { [to]: found }) } };
}

/** Paths in `project.newerDefaults`, which names fields, in the new words. */
function renameTaken(document: PlainDocument, rename: (path: string) => string): PlainDocument {
  return mapRecords(document, (record) => {
    const taken = record.kind === 'project' ? record.body.values['newerDefaults'] : undefined;
    if (typeof taken !== 'string' || taken === '') return record;
    const newerDefaults = taken.split(' ').map((part) => {
      const [path = '', ...version] = part.split('@');
      return [rename(path), ...version].join('@');
    }).join(' ');
    return newerDefaults === taken ? record
      : { ...record,
        body: { ...record.body, values: { ...record.body.values, newerDefaults } } };
  });
}

/**
 * A field of a kind under another name, its note with it.
 * @example Object.keys(renameField({}, 'site', 'utilityMw', 'gridMw')) // []
 */
export function renameField(
  document: PlainDocument, kind: string, from: string, to: string,
): PlainDocument {
  const renamed = mapRecords(document, (record) => {
    const value = record.body.values[from];
    if (record.kind !== kind) return record;
    const body = moveNote(record.body, [from], to);
    const noted = record.body.notes?.[from] !== undefined;
    if (value === undefined) return noted ? { ...record, body } : record;
    return { ...record,
      body: { ...body, values: { ...without(body.values, [from]), [to]: value } } };
  });
  return renameTaken(renamed, (path) => (path === `${kind}.${from}` ? `${kind}.${to}` : path));
}

/**
 * A field's stored values in another unit or other words; an empty field stays empty
 * where `convert` keeps null.
 * @example Object.keys(convertField({}, 'site', 'utilityMw', (mw) => mw)) // []
 */
export const convertField = (
  document: PlainDocument, kind: string, field: string,
  convert: (value: PlainValue) => PlainValue,
): PlainDocument => mapRecords(document, (record) => {
  const value = record.body.values[field];
  if (record.kind !== kind || value === undefined) return record;
  return { ...record,
    body: { ...record.body, values: { ...record.body.values, [field]: convert(value) } } };
});

/**
 * One field as several; its note goes to the first of them.
 * @param split what the new fields are where the old one had a value
 * @example Object.keys(splitField({}, 'power', 'feed', (feed) => ({ volts: feed }))) // []
 */
export const splitField = (
  document: PlainDocument, kind: string, from: string, split: (value: PlainValue) => Values,
): PlainDocument => mapRecords(document, (record) => {
  const value = record.body.values[from];
  if (record.kind !== kind || value === undefined) return record;
  const made = split(value);
  const body = moveNote(record.body, [from], Object.keys(made)[0] ?? from);
  return { ...record, body: { ...body, values: { ...without(body.values, [from]), ...made } } };
});

/**
 * The records of the same kind and key in the scenarios a record's own is based on,
 * nearest first.
 */
function inheritedRecords(
  document: PlainDocument, record: PlainRecord,
): readonly PlainRecord[] {
  const all = Object.values(document);
  const chain: string[] = [];
  for (let at = record.scenarioId; at !== null && !chain.includes(at);) {
    chain.push(at);
    const scenario = all.find(({ kind, key }) => kind === 'scenario' && key === at);
    const base = scenario?.body.values['basedOn'];
    at = typeof base === 'string' && base !== '' ? base : null;
  }
  return chain.slice(1).flatMap((id) =>
    all.filter(({ kind, key, scenarioId }) => kind === record.kind && key === record.key
      && scenarioId === id));
}

/**
 * Several fields as one. A record that sets one of them alone is read with what it
 * inherits for the others, so that every scenario says what it said before.
 * @param fallback defaults of the old fields, as the project computed with them
 * @param merge the new value of the values of `from`, in their order
 * @example mergeFields({}, 'site', ['volts'], 'kilovolts', { volts: 400 }, ([v]) => Number(v) / 1000) // {}
 */
export function mergeFields(
  document: PlainDocument, kind: string, from: readonly string[], to: string,
  fallback: Values, merge: (values: readonly PlainValue[]) => PlainValue,
): PlainDocument {
  return mapRecords(document, (record) => {
    if (record.kind !== kind || !from.some((field) => record.body.values[field] !== undefined))
      return record;
    const layers = [record, ...inheritedRecords(document, record)];
    const nearest = (field: string): PlainValue | undefined =>
      layers.map(({ body }) => body.values[field]).find((value) => value !== undefined);
    const values = from.map((field) => nearest(field) ?? fallback[field] ?? null);
    const body = moveNote(record.body, from, to);
    return { ...record,
      body: { ...body, values: { ...without(body.values, from), [to]: merge(values) } } };
  });
}

/**
 * A kind under another name. The only record of a kind has the kind as its key, which
 * goes with it; ids stay.
 * @example Object.keys(renameKind({}, 'hall', 'room')) // []
 */
export function renameKind(document: PlainDocument, from: string, to: string): PlainDocument {
  const renamed = mapRecords(document, (record) => (record.kind !== from ? record
    : { ...record, kind: to, key: record.key === from ? to : record.key }));
  return renameTaken(renamed, (path) =>
    (path.startsWith(`${from}.`) ? `${to}${path.slice(from.length)}` : path));
}
