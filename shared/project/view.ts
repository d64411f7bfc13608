import {
  copyOf, lazily, note, openReading, refuseSpread, shareProperties, type Parts, type Source,
} from '../units/reading.ts';
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
    this.fields =
      new Map(kindOf(of).fields.map((field) => [field.key, new FieldSource(this, field.key)]));
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

/**
 * What stands behind the values of a view: the values, and the reading each was noted in
 * last, by number.
 */
class Behind {
  readonly raw: Readonly<Record<string, FieldValue>>;
  readonly notedIn: number[] = [];

  constructor(raw: Readonly<Record<string, FieldValue>>) {
    this.raw = raw;
  }
}

const behind = Symbol('behind');

interface ViewedValues {
  readonly [behind]: Behind;
}

type MakeView = new (raw: Readonly<Record<string, FieldValue>>) => ViewedValues;

const makers = new WeakMap<RecordSource, MakeView>();

/** What makes the views of a record's values: they share the properties of their prototype. */
function makerOf(record: RecordSource): MakeView {
  const known = makers.get(record);
  if (known !== undefined) return known;
  class View implements ViewedValues {
    readonly [behind]: Behind;

    constructor(raw: Readonly<Record<string, FieldValue>>) {
      this[behind] = new Behind(raw);
      refuseSpread(this);
    }

    toJSON(): object {
      return copyOf(this);
    }
  }
  const sources = [...record.fields.values()];
  shareProperties(View.prototype, [...record.fields.keys()], (field, at) => ({
    get(this: ViewedValues): FieldValue {
      const { raw, notedIn } = this[behind];
      const value = raw[field] ?? null;
      const source = sources[at];
      if (openReading !== null && source !== undefined
        && notedIn[at] !== openReading.number) {
        notedIn[at] = openReading.number;
        openReading.note(source, value);
      }
      return value;
    },
  }));
  makers.set(record, View);
  return View;
}

/** Values that note what is read of them, once in a reading. Copying them reads all. */
function viewValues(record: AnyResolved): object {
  return new (makerOf(recordSource(record.kind, record.key)))(record.values);
}

/**
 * The values of a record for a computation that reads them over and over: where nobody
 * records they are no view.
 */
export function bareValues<T extends object>(values: T): T {
  const { [behind]: viewed }: Partial<ViewedValues> = values;
  // The view was made over these very values.
  return viewed === undefined || openReading !== null ? values : viewed.raw as T;
}

const views = new WeakMap<AnyResolved, object>();

/** A record as a view shows it. */
class RecordView {
  readonly kind: AnyResolved['kind'];
  readonly key: string;
  readonly position: number;
  readonly notes: AnyResolved['notes'];
  readonly values: object;
  private readonly record: AnyResolved;

  constructor(record: AnyResolved, values: object) {
    [this.kind, this.key, this.position, this.notes] = [record.kind, record.key,
      record.position, record.notes];
    [this.values, this.record] = [values, record];
  }

  get set(): ReadonlySet<string> {
    note(recordSource(this.kind, this.key).set, setKeys(this.record));
    return this.record.set;
  }
}

/**
 * A record that notes which of its fields are read. Equal records have one view, of the
 * record's own type.
 */
function viewRecord(record: AnyResolved): object {
  const known = views.get(record);
  if (known !== undefined) return known;
  const view = new RecordView(record, viewValues(record));
  views.set(record, view);
  return view;
}

const setKeysOf = new WeakMap<ReadonlySet<string>, string>();

/** Which fields somebody set, as one comparable value. */
export function setKeys({ set }: { readonly set: ReadonlySet<string> }): string {
  const known = setKeysOf.get(set);
  if (known !== undefined) return known;
  const keys = [...set].toSorted().join(' ');
  setKeysOf.set(set, keys);
  return keys;
}

/** The keys of records, as one comparable value. */
export const keysOf = (list: readonly { readonly key: string }[]): string =>
  list.map(({ key }) => key).join('\n');

type Part = Exclude<keyof ScenarioInputs, 'scenario'>;

/**
 * A scenario that notes what is read of it: which records there are, and which of their fields.
 * Without an open reading it is the scenario itself, a little slower.
 */
export function viewInputs(inputs: ScenarioInputs): ScenarioInputs {
  const { scenario, ...parts } = inputs;
  const views = Object.entries(parts)
    .map(([name, part]) => [name, viewOfPart(name as Part, part)] as const);
  return lazily<ScenarioInputs>(
    { scenario: () => scenario, ...Object.fromEntries(views) } as Parts<ScenarioInputs>,
  );
}

function viewOfPart(name: Part, part: ScenarioInputs[Part]): () => unknown {
  if (!isList(part)) return () => viewRecord(part);
  return () => {
    note(recordsSource(name), keysOf(part));
    return part.map(viewRecord);
  };
}

const isList = (
  part: ScenarioInputs[Part],
): part is Extract<ScenarioInputs[Part], readonly unknown[]> => Array.isArray(part);
