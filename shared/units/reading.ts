import { drawNumber, drawnValues, everyDraw, isLayingOut } from './drawn-values.ts';

/**
 * What computations read, noted while they run. A stage works on views of the inputs and
 * of the catalogue; each value it takes from a view is noted in the reading that is open,
 * and a reading that asks another one for its result keeps hold of it. So what a result
 * rests on is known from how it was computed, and cannot be listed wrongly by hand.
 */
export type SourceKind = 'field' | 'set' | 'records' | 'catalog' | 'measured' | 'move';

/**
 * One thing that can be read. Sources are kept once each: the same place is the same
 * object.
 */
export interface Source {
  readonly kind: SourceKind;
  /**
   * Field path, reference of a catalogue figure, id of a measured point, or name of what
   * is moved.
   */
  readonly path: string;
  /** What it is a part of: where the whole is the very same, so are all its parts. */
  readonly owner?: object;
}

/** Readings made so far. */
let readings = 0;

/** A list that most readings leave empty. */
const nothing: readonly never[] = [];

/**
 * What one computation read: sources with the values they had, and the readings whose
 * results it used. Either may stand twice. Most readings are small and many are made, so
 * their lists are made when something goes into them.
 */
export class Reading {
  private noted: Source[] | null = null;
  private worth: unknown[] | null = null;
  private asked: Reading[] | null = null;
  /**
   * Number of the last reading that used this one, so that asking again and again is
   * noted once.
   */
  private user = 0;
  /** Number of the last walk over readings that came by here. */
  private walk = 0;
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

  /** Whether a walk comes by for the first time. */
  meet(walk: number): boolean {
    if (this.walk === walk) return false;
    this.walk = walk;
    return true;
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

/**
 * The reading that is open; null while nobody records. Views compare with it to note each
 * source once.
 */
export let openReading: Reading | null = null;

/** Notes a source with the value it has; nothing happens while nobody records. */
export function note(source: Source, value: unknown): void {
  openReading?.note(source, value);
}

/** True while nothing is recorded at all, not even within: see `withoutReadings`. */
let silent = false;

/**
 * Runs a computation whose reads nobody will ask for: one of thousands of draws. Values are
 * the same, and cost less. What it makes is asked for within it.
 * @example withoutReadings(() => cell(() => 1 + 1)()) // 2
 */
export function withoutReadings<T>(compute: () => T): T {
  const [outer, wasSilent] = [openReading, silent];
  [openReading, silent] = [null, true];
  try {
    return compute();
  } finally {
    [openReading, silent] = [outer, wasSilent];
  }
}

/**
 * Records one computation among many that nobody records: what was computed unrecorded and is
 * asked for within is computed again.
 */
export function recordWithin<T>(reading: Reading, compute: () => T): T {
  const [outer, wasSilent] = [openReading, silent];
  [openReading, silent] = [reading, false];
  try {
    return compute();
  } finally {
    [openReading, silent] = [outer, wasSilent];
  }
}

/** Runs a computation with its reads going to `reading`; null leaves them unrecorded. */
export function readInto<T>(reading: Reading | null, compute: () => T): T {
  if (silent) return compute();
  const outer = openReading;
  openReading = reading;
  try {
    return compute();
  } finally {
    openReading = outer;
  }
}

/** Runs a computation without recording it: comparing keys rests on nothing. */
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
 * A part that is worth no remembering: it is computed every time, and what it reads goes
 * to whoever asks. For a field or two, where a reading of its own costs more than they do.
 * @example lazily({ two: afresh(() => 1 + 1) }).two // 2
 */
export const afresh = <T>(ask: () => T): (() => T) => ownReading(ask);

/**
 * A value computed when first asked for, in a reading of its own; whoever asks rests on
 * what it read.
 * @throws Error when the value asks for itself
 * @example const two = cell(() => 1 + 1); two() // 2
 */
export function cell<T>(compute: () => T): () => T {
  if (hasReading(compute)) return compute;
  const made = new Cell(compute, isLayingOut);
  return ownReading(() => made.ask());
}

const hasReading = (ask: () => unknown): boolean =>
  (ask as Asked<unknown>)[keepsReading] === true;

/** What a cell stands for before it has a value. */
const unasked = Symbol('unasked');
const asking = Symbol('asking');

/**
 * A value computed once, with the reading it was computed in. One that was computed without
 * is computed again for whoever records. One that lasts over many draws is computed once in
 * each of them, or once for all when it rests on nothing that draws move.
 */
class Cell<T> {
  private reading: Reading | null = null;
  private readonly compute: () => T;
  private value: T | typeof unasked | typeof asking = unasked;
  private readonly lasts: boolean;
  /** The draw its value was computed in. */
  private drawnIn = 0;

  constructor(compute: () => T, lasts: boolean) {
    [this.compute, this.lasts] = [compute, lasts];
  }

  ask(): T {
    const { value } = this;
    if (value === asking) throw new Error('a value is computed from itself');
    const found = value === unasked || !this.stands() ? this.find() : value;
    if (this.reading !== null) restOn(this.reading);
    return found;
  }

  private stands(): boolean {
    const isRead = this.reading !== null || openReading === null;
    if (!this.lasts || drawNumber === 0) return isRead;
    return this.drawnIn === everyDraw || (this.drawnIn === drawNumber ? isRead
      : this.standsInAll());
  }

  /** Whether the value found while the plan was laid out rests on nothing that moves. */
  private standsInAll(): boolean {
    const { reading } = this;
    if (reading === null || isLayingOut || drawnValues?.isMoved(reading) !== false) return false;
    this.drawnIn = everyDraw;
    return true;
  }

  private find(): T {
    this.value = asking;
    this.reading = silent ? null : new Reading();
    try {
      const found = readInto(this.reading, this.compute);
      [this.value, this.drawnIn] = [found, drawNumber];
      return found;
    } finally {
      if (this.value === asking) this.value = unasked;
    }
  }
}

/**
 * Parts of something made lazily: how each is computed, or the part itself where there is
 * nothing to compute.
 */
export type Parts<T> = { readonly [K in keyof T]: (() => T[K])
  | (T[K] extends (...args: never) => unknown ? never : T[K]) };

type AnyParts = Readonly<Record<string, unknown>>;

const partsOf = Symbol('parts');
const cellsOf = Symbol('cells');
const lastsIn = Symbol('lasts');
const namesIn = Symbol('names');

/**
 * Something whose parts are computed when they are asked for. Its properties stand on a
 * prototype that all things of the same parts share: made one by one they would cost more
 * than most of what they compute.
 */
interface Late {
  readonly [partsOf]: AnyParts;
  readonly [lastsIn]: boolean;
  readonly [cellsOf]: (Cell<unknown> | undefined)[];
}

/**
 * Something whose properties stand on a prototype, under the names listed there. It has to
 * say so when it is made: see `refuseSpread`.
 */
interface OnPrototype {
  readonly [namesIn]: readonly string[];
}

/** Things of the same parts in the same order. */
interface Shape {
  readonly keys: readonly string[];
  readonly Thing: new (parts: AnyParts) => Late;
}

/**
 * Spreading would copy nothing and say nothing: a property that a spread reads says what
 * to do instead.
 */
const noSpread = Symbol('copyOf');
const refusal: PropertyDescriptor = {
  enumerable: true,
  get: () => {
    throw new Error('what is computed when it is read is copied with copyOf, not by spreading it');
  },
};

/** Makes spreading a thing whose properties stand on its prototype an error. */
export function refuseSpread(thing: object): void {
  Object.defineProperty(thing, noSpread, refusal);
}

/**
 * Gives all things of a prototype the same properties, so that `copyOf` finds them.
 * Accessors of a thing's own would cost more than most of what they compute, and would be
 * kept alive by the shapes of the things they made.
 * @param propertyOf the property of a name, with the name's place
 */
export function shareProperties(
  prototype: object, names: readonly string[],
  propertyOf: (name: string, at: number) => PropertyDescriptor,
): void {
  Object.defineProperty(prototype, namesIn, { value: names });
  for (const [at, name] of names.entries())
    Object.defineProperty(prototype, name, { enumerable: true, ...propertyOf(name, at) });
}

/** Shapes by their first key. */
const shapes = new Map<string, Shape[]>();

function shapeOf(parts: AnyParts): Shape {
  const keys = Object.keys(parts);
  const first = keys[0] ?? '';
  const alike = shapes.get(first) ?? [];
  for (const shape of alike) {
    if (shape.keys.length === keys.length && shape.keys.every((key, at) => key === keys[at]))
      return shape;
  }
  const shape: Shape = { keys, Thing: makeThing(keys) };
  shapes.set(first, [...alike, shape]);
  return shape;
}

function makeThing(keys: readonly string[]): Shape['Thing'] {
  class LateThing implements Late {
    readonly [partsOf]: AnyParts;
    readonly [lastsIn] = isLayingOut;
    readonly [cellsOf]: (Cell<unknown> | undefined)[] = [];

    constructor(parts: AnyParts) {
      this[partsOf] = parts;
      refuseSpread(this);
    }

    toJSON(): object {
      return copyOf(this);
    }
  }
  shareProperties(LateThing.prototype, keys, (key, at) => ({
    get(this: LateThing): unknown {
      const made = this[cellsOf][at];
      if (made !== undefined) return made.ask();
      const part = this[partsOf][key];
      if (typeof part !== 'function') return part;
      const compute = part as () => unknown;
      return hasReading(compute) ? compute()
        : (this[cellsOf][at] = new Cell(compute, this[lastsIn])).ask();
    },
  }));
  return LateThing;
}

/**
 * An object whose properties are computed when first asked for, each with a reading of
 * its own. Spreading it copies nothing: see `copyOf`.
 * @example lazily({ two: () => 1 + 1 }).two // 2
 */
export function lazily<T extends object>(parts: Parts<T>): T {
  const late: AnyParts = parts;
  return new (shapeOf(late).Thing)(late) as unknown as T;
}

/**
 * All parts of something made lazily, or all values of a view; anything else as it is.
 * @example copyOf(lazily({ two: () => 1 + 1 })) // { two: 2 }
 */
export function copyOf<T extends object>(late: T): T {
  const { [namesIn]: names }: Partial<OnPrototype> = late;
  if (names === undefined) return { ...late };
  const values: Readonly<Record<string, unknown>> = late as AnyParts;
  return Object.fromEntries(names.map((name) => [name, values[name]])) as T;
}

/**
 * Everything a reading rests on, its own sources first, then those of the readings it
 * used, nearest first.
 */
export const sourcesOf = (reading: Reading): ReadonlySet<Source> =>
  new Set(readsOf(reading).keys());

/** Every source a reading rests on with what it was worth, in the order in which it was read. */
export function readsOf(reading: Reading): ReadonlyMap<Source, unknown> {
  const found = new Map<Source, unknown>();
  const seen = new Set([reading]);
  for (const each of seen) {
    for (const [at, source] of each.sources.entries())
      if (!found.has(source)) found.set(source, each.values[at]);
    for (const used of each.used) seen.add(used);
  }
  return found;
}
