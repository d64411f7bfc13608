/**
 * What computations read, noted while they run. A stage works on views of the inputs and of the catalogue; each value
 * it takes from a view is noted in the reading that is open, and a reading that asks another one for its result keeps
 * hold of it. So what a result rests on is known from how it was computed, and cannot be listed wrongly by hand.
 */
export type SourceKind = 'field' | 'set' | 'records' | 'catalog' | 'measured' | 'move';

/** One thing that can be read. Sources are kept once each: the same place is the same object. */
export interface Source {
  readonly kind: SourceKind;
  /** Field path, reference of a catalogue figure, id of a measured point, or name of what is moved. */
  readonly path: string;
  /** What it is a part of: where the whole is the very same, so are all its parts. */
  readonly owner?: object;
}

/** A list that most readings leave empty. */
const nothing: readonly never[] = [];

/**
 * What one computation read: sources with the values they had, and the readings whose results it used. Either may
 * stand twice. Most readings are small and many are made, so their lists are made when something goes into them.
 */
export class Reading {
  private noted: Source[] | null = null;
  private worth: unknown[] | null = null;
  private asked: Reading[] | null = null;
  /** The last reading that used this one, so that asking again and again is noted once. */
  private user: Reading | null = null;

  get sources(): readonly Source[] {
    return this.noted ?? nothing;
  }

  /** What the sources were worth, in their order. */
  get values(): readonly unknown[] {
    return this.worth ?? nothing;
  }

  get used(): readonly Reading[] {
    return this.asked ?? nothing;
  }

  note(source: Source, value: unknown): void {
    (this.noted ??= []).push(source);
    (this.worth ??= []).push(value);
  }

  use(other: Reading): void {
    if (other === this || other.user === this) return;
    other.user = this;
    (this.asked ??= []).push(other);
  }
}

/** The reading that is open; null while nobody records. Views compare with it to note each source once. */
export let openReading: Reading | null = null;

/** Notes a source with the value it has; nothing happens while nobody records. */
export function note(source: Source, value: unknown): void {
  openReading?.note(source, value);
}

/** Runs a computation with its reads going to `reading`; null leaves them unrecorded. */
export function readInto<T>(reading: Reading | null, compute: () => T): T {
  const outer = openReading;
  openReading = reading;
  try {
    return compute();
  } finally {
    openReading = outer;
  }
}

/** Runs a computation without recording it: comparing keys reads everything and rests on nothing. */
export const unrecorded = <T>(compute: () => T): T => readInto(null, compute);

/** Lets the open reading rest on another one. */
export function useReading(reading: Reading): void {
  openReading?.use(reading);
}

/**
 * A value computed when first asked for, in a reading of its own; whoever asks rests on what it read.
 * @throws Error when the value asks for itself
 * @example const two = cell(() => 1 + 1); two() // 2
 */
export function cell<T>(compute: () => T): () => T {
  const reading = new Reading();
  let state: { readonly value: T } | 'unasked' | 'asked' = 'unasked';
  return () => {
    if (state === 'asked') throw new Error('a value is computed from itself');
    if (state === 'unasked') {
      state = 'asked';
      try {
        state = { value: readInto(reading, compute) };
      } catch (problem) {
        state = 'unasked';
        throw problem;
      }
    }
    useReading(reading);
    return state.value;
  };
}

/**
 * An object whose properties are computed when first asked for, each with a reading of its own.
 * @example lazily({ two: () => 1 + 1 }).two // 2
 */
export function lazily<T extends object>(parts: { readonly [K in keyof T]: () => T[K] }): T {
  const made = {};
  for (const key of Object.keys(parts) as (keyof T & string)[]) {
    Object.defineProperty(made, key, { enumerable: true, get: cell(parts[key]) });
  }
  return made as T;
}

/** Everything a reading rests on, its own sources first, then those of the readings it used, nearest first. */
export function sourcesOf(reading: Reading): ReadonlySet<Source> {
  const found = new Set<Source>();
  const seen = new Set([reading]);
  for (const each of seen) {
    for (const source of each.sources) found.add(source);
    for (const used of each.used) seen.add(used);
  }
  return found;
}
