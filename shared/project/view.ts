import { note, openReading, type Reading, type Source } from '../units/reading.ts';
import type { FieldValue } from './field.ts';
import { kindOf, type KindName } from './kinds.ts';
import { inputPath } from './path.ts';
import type { AnyResolved, ScenarioInputs } from './resolve.ts';

/** A field of a record as something that can be read. */
export class FieldSource implements Source {
  readonly kind = 'field';
  readonly path: string;
  readonly owner: RecordSource;
  readonly field: string;

  constructor(record: RecordSource, field: string) {
    this.owner = record;
    this.field = field;
    this.path = inputPath({ kind: record.of, key: record.key, field });
  }
}

/** Which fields of a record somebody set. */
export class SetSource implements Source {
  readonly kind = 'set';
  readonly path: string;
  readonly owner: RecordSource;

  constructor(record: RecordSource) {
    this.owner = record;
    this.path = `${record.of}.${record.key}`;
  }
}

/** The keys of a kind's records, in order. */
export class RecordsSource implements Source {
  readonly kind = 'records';
  readonly path: string;
  readonly of: KindName;

  constructor(of: KindName) {
    this.of = of;
    this.path = of;
  }
}

/** A record by kind and key, with the sources of its fields. */
export class RecordSource {
  readonly of: KindName;
  readonly key: string;
  readonly set: SetSource;
  readonly fields: ReadonlyMap<string, FieldSource>;

  constructor(of: KindName, key: string) {
    this.of = of;
    this.key = key;
    this.set = new SetSource(this);
    this.fields = new Map(kindOf(of).fields.map((field) => [field.key, new FieldSource(this, field.key)]));
  }
}

const records = new Map<string, RecordSource>();

/** The one source of a record: the same kind and key give the same object. */
export function recordSource(kind: KindName, key: string): RecordSource {
  const id = `${kind} ${key}`;
  const source = records.get(id) ?? new RecordSource(kind, key);
  records.set(id, source);
  return source;
}

const lists = new Map<KindName, RecordsSource>();

/** The one source of a kind's list of records. */
export function recordsSource(of: KindName): RecordsSource {
  const source = lists.get(of) ?? new RecordsSource(of);
  lists.set(of, source);
  return source;
}

/** Values that note what is read of them, once in a reading. Spreading them reads all. */
function viewValues(record: AnyResolved): object {
  const raw: Readonly<Record<string, FieldValue>> = record.values;
  const view = {};
  for (const [field, source] of recordSource(record.kind, record.key).fields) {
    const value = raw[field] ?? null;
    let notedIn: Reading | null = null;
    Object.defineProperty(view, field, {
      enumerable: true,
      get: () => {
        if (openReading !== null && notedIn !== openReading) {
          notedIn = openReading;
          openReading.note(source, value);
        }
        return value;
      },
    });
  }
  return view;
}

const views = new WeakMap<AnyResolved, object>();

/** A record that notes which of its fields are read. Equal records have one view, of the record's own type. */
function viewRecord(record: AnyResolved): object {
  const known = views.get(record);
  if (known !== undefined) return known;
  const { kind, key, position, notes } = record;
  const view = {
    kind, key, position, notes, values: viewValues(record),
    get set() {
      note(recordSource(kind, key).set, setKeys(record));
      return record.set;
    },
  };
  views.set(record, view);
  return view;
}

/** Which fields somebody set, as one comparable value. */
export const setKeys = (record: { readonly set: ReadonlySet<string> }): string => [...record.set].toSorted().join(' ');

/** The keys of records, as one comparable value. */
export const keysOf = (list: readonly { readonly key: string }[]): string => list.map(({ key }) => key).join('\n');

type Part = Exclude<keyof ScenarioInputs, 'scenario'>;

/**
 * A scenario that notes what is read of it: which records there are, and which of their fields.
 * Without an open reading it is the scenario itself, a little slower.
 */
export function viewInputs(inputs: ScenarioInputs): ScenarioInputs {
  const { scenario, ...parts } = inputs;
  const view = { scenario };
  for (const [name, part] of Object.entries(parts) as [Part, ScenarioInputs[Part]][]) {
    Object.defineProperty(view, name, { enumerable: true, get: viewOfPart(name, part) });
  }
  return view as ScenarioInputs;
}

function viewOfPart(name: Part, part: ScenarioInputs[Part]): () => unknown {
  if (!isList(part)) return () => viewRecord(part);
  let list: readonly unknown[] | null = null;
  const source = recordsSource(name);
  const keys = keysOf(part);
  return () => {
    list ??= part.map(viewRecord);
    note(source, keys);
    return list;
  };
}

const isList = (part: ScenarioInputs[Part]): part is Extract<ScenarioInputs[Part], readonly unknown[]> => Array.isArray(part);
