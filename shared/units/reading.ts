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

/** Readings made so far. */
let readings = 0;

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
  /** Number of the last reading that used this one, so that asking again and again is noted once. */
  private user = 0;
  /** Tells readings apart without holding on to them. */
  readonly number = ++readings;

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
    if (other === this || other.user === this.number) return;
    other.user = this.number;
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
export function restOn(reading: Reading): void {
  openReading?.use(reading);
}

/** Marks a function that keeps a reading of its own, so that it is not wrapped again. */
const keepsReading = Symbol('keeps a reading');

interface Asked<T> {
  (): T;
  [keepsReading]?: true;
}

/**
 * Says of a function that its value comes with a reading of its own.
 * @example ownReading(() => 1)() // 1
 */
export function ownReading<T>(ask: () => T): () => T {
  const marked: Asked<T> = ask;
  marked[keepsReading] = true;
  return marked;
}

/**
 * A value computed when first asked for, in a reading of its own; whoever asks rests on what it read.
 * @throws Error when the value asks for itself
 * @example const two = cell(() => 1 + 1); two() // 2
 */
export function cell<T>(compute: () => T): () => T {
  if ((compute as Asked<T>)[keepsReading] === true) return compute;
  const reading = new Reading();
  let state: { readonly value: T } | 'unasked' | 'asked' = 'unasked';
  return ownReading(() => {
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
    restOn(reading);
    return state.value;
  });
}

/** Parts of something made lazily: how each is computed, or the part itself where there is nothing to compute. */
export type Parts<T> = { readonly [K in keyof T]: (() => T[K]) | (T[K] extends (...args: never) => unknown ? never : T[K]) };

type AnyParts = Readonly<Record<string, unknown>>;

const partsOf = Symbol('parts');
const cellsOf = Symbol('cells');

/**
 * Something whose parts are computed when they are asked for. Its properties stand on a prototype that all things of
 * the same parts share: made one by one they would cost more than most of what they compute.
 */
interface Late {
  readonly [partsOf]: AnyParts;
  readonly [cellsOf]: ((() => unknown) | undefined)[];
}

type Shape = new (parts: AnyParts) => Late;

/** Spreading would copy nothing and say nothing: a property that a spread reads says what to do instead. */
const noSpread = Symbol('copyOf');
const refuseSpread: PropertyDescriptor = {
  enumerable: true,
  get: () => { throw new Error('what is made lazily is copied with copyOf, not by spreading it'); },
};

const shapes = new Map<string, Shape>();

function makeShape(keys: readonly string[]): Shape {
  class LateThing implements Late {
    readonly [partsOf]: AnyParts;
    readonly [cellsOf]: ((() => unknown) | undefined)[] = [];

    constructor(parts: AnyParts) {
      this[partsOf] = parts;
      Object.defineProperty(this, noSpread, refuseSpread);
    }

    toJSON(): object {
      return copyOf(this);
    }
  }
  for (const [at, key] of keys.entries()) {
    Object.defineProperty(LateThing.prototype, key, {
      enumerable: true,
      get(this: LateThing): unknown {
        const part = this[partsOf][key];
        return typeof part === 'function' ? (this[cellsOf][at] ??= cell(part as () => unknown))() : part;
      },
    });
  }
  return LateThing;
}

/**
 * An object whose properties are computed when first asked for, each with a reading of its own. Spreading it copies
 * nothing: see `copyOf`.
 * @example lazily({ two: () => 1 + 1 }).two // 2
 */
export function lazily<T extends object>(parts: Parts<T>): T {
  const keys = Object.keys(parts);
  const name = keys.join();
  const Shape = shapes.get(name) ?? makeShape(keys);
  shapes.set(name, Shape);
  return new Shape(parts as AnyParts) as unknown as T;
}

/**
 * All parts of something made lazily, computed; anything else as it is.
 * @example copyOf(lazily({ two: () => 1 + 1 })) // { two: 2 }
 */
export function copyOf<T extends object>(late: T): T {
  const thing: T & Partial<Late> = late;
  const parts = thing[partsOf];
  if (parts === undefined) return { ...late };
  const values: Readonly<Record<string, unknown>> = late as AnyParts;
  return Object.fromEntries(Object.keys(parts).map((key) => [key, values[key]])) as T;
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
