import { drawNumber, everyDraw, isLayingOut, type DrawnValues } from '../units/drawn-values.ts';
import {
  note, openReading, ownReading, Reading, readsOf, recordWithin, withoutReadings, type Source,
} from '../units/reading.ts';
import type { Stages, World } from './stage-store.ts';

/** Which fields of a scenario draws move. */
export interface MovedFields {
  /** Paths of the fields that are moved. */
  readonly moved: ReadonlySet<string>;
  /** Those of them that take few values: whole numbers, shares in steps. */
  readonly stepped: ReadonlySet<string>;
}

/** The stages of a scenario over all its draws, and what is known of the values they keep. */
export interface DrawnStages extends DrawnValues {
  /** The stages, to be laid out once. */
  readonly layOut: (world: World) => Stages;
}

/** Results of a repeating stage, the latest first, with how often one came back. */
interface HeldStage {
  readonly results: HeldDraw[];
  asked: number;
  found: number;
}

/** A result of a repeating stage with what it rests on, and what that was worth. */
interface HeldDraw {
  readonly value: unknown;
  /** The very same list as that of the result before, where they rest on the same. */
  readonly rests: readonly Source[];
  readonly worth: readonly unknown[];
}

/** Results held of a stage at once. */
const heldPerStage = 64;

/**
 * A stage of which fewer than one in so many of its first results come back rests on something
 * that never repeats: from then on it is computed like any other.
 */
const tries = 32;
const leastShare = 0.05;

const repeats = ({ asked, found }: HeldStage): boolean =>
  asked < tries || found >= asked * leastShare;

/** What a stage stands for before it has a result. */
const unasked = Symbol('unasked');
const asking = Symbol('asking');
/** What a stage that is not there is worth: nothing equals it. */
const gone = Symbol('gone');

/**
 * How a stage goes from draw to draw: it stays, or comes to the same where the stages and whole
 * numbers it rests on do (so many racks), or is another in each.
 */
type Fate = 'stays' | 'repeats' | 'moves';

/** A stage over all draws, and as something that can be read. */
class DrawnStage implements Source {
  readonly kind = 'move';
  readonly path: string;
  private readonly all: Drawn;
  private find: () => unknown;
  private value: unknown = unasked;
  /** The draw its value was computed in, and the one in which it was named last. */
  private drawnIn = 0;
  private namedIn = drawNumber;
  /** Whether it is named once for all draws. */
  private isLasting = isLayingOut;
  /** What it read when the plan was laid out. */
  private learnt: Reading | null = null;
  private known: Fate | null = null;
  private readonly held: HeldStage = { results: [], asked: 0, found: 0 };

  constructor(path: string, all: Drawn, find: () => unknown) {
    [this.path, this.all, this.find] = [path, all, find];
  }

  /** Whether somebody named it in this draw, or nobody has to. */
  get isThere(): boolean {
    return this.isLasting || this.namedIn === drawNumber;
  }

  /** Two stages of one name in one draw are one stage: the first. */
  nameAgain(find: () => unknown): void {
    if (this.namedIn === drawNumber) return;
    [this.isLasting, this.namedIn, this.find] = [false, drawNumber, find];
  }

  get fate(): Fate {
    return this.known ??= this.foresee();
  }

  ask(): unknown {
    const found = this.drawnIn === drawNumber || this.drawnIn === everyDraw ? this.value
      : this.compute();
    if (found === asking) throw new Error(`the stage ${this.path} asks for itself`);
    if (openReading !== null) note(this, found);
    return found;
  }

  private foresee(): Fate {
    const { learnt } = this;
    if (learnt === null) return 'moves';
    if (!this.all.isMoved(learnt)) return 'stays';
    return [...readsOf(learnt).keys()].some((source) => this.all.isFree(source))
      ? 'moves' : 'repeats';
  }

  private compute(): unknown {
    if (!isLayingOut && this.learnt !== null && this.fate === 'stays') {
      this.drawnIn = everyDraw;
      return this.value;
    }
    [this.value, this.drawnIn] = [asking, drawNumber];
    try {
      const found = isLayingOut ? this.learn() : withoutReadings(() => this.draw());
      this.value = found;
      return found;
    } finally {
      if (this.value === asking) this.drawnIn = 0;
    }
  }

  private learn(): unknown {
    const reading = new Reading();
    const found = recordWithin(reading, this.find);
    this.learnt = reading;
    return found;
  }

  private draw(): unknown {
    if (this.fate !== 'repeats') return this.find();
    const { held, held: { results } } = this;
    if (!repeats(held)) {
      results.length = 0;
      return this.find();
    }
    held.asked += 1;
    const at = this.all.find(results);
    const known = results[at];
    if (known === undefined) return this.keep();
    held.found += 1;
    if (at > 0) results.unshift(...results.splice(at, 1));
    return known.value;
  }

  private keep(): unknown {
    const { held: { results } } = this;
    const reading = new Reading();
    const value = recordWithin(reading, this.find);
    const read = [...readsOf(reading)].filter(([source]) => this.all.moves(source));
    const last = results[0]?.rests;
    const isSame = last?.length === read.length
      && read.every(([source], at) => source === last[at]);
    results.unshift({ value, worth: read.map(([, worth]) => worth),
      rests: last !== undefined && isSame ? last : read.map(([source]) => source) });
    if (results.length > heldPerStage) results.length = heldPerStage;
    return value;
  }
}

/** The stages of a plan by name, over all draws. */
class Drawn implements DrawnStages {
  private readonly stages = new Map<string, DrawnStage>();
  private readonly judged = new WeakMap<Reading, boolean>();
  private readonly fields: MovedFields;
  private world: World | null = null;

  constructor(fields: MovedFields) {
    this.fields = fields;
  }

  layOut(world: World): Stages {
    this.world = world;
    return { stage: <T>(name: string, find: () => T) => {
      const stage = this.stageOf(name, find);
      return ownReading(() => stage.ask() as T);
    } };
  }

  isMoved(reading: Reading): boolean {
    const known = this.judged.get(reading);
    if (known !== undefined) return known;
    const found = reading.sources.some((source) => this.moves(source))
      || reading.used.some((used) => this.isMoved(used));
    this.judged.set(reading, found);
    return found;
  }

  moves(source: Source): boolean {
    return source instanceof DrawnStage ? source.fate !== 'stays'
      : source.kind === 'field' && this.fields.moved.has(source.path);
  }

  /** Whether a source takes other values in nearly every draw. */
  isFree(source: Source): boolean {
    return source.kind === 'field' && this.fields.moved.has(source.path)
      && !this.fields.stepped.has(source.path);
  }

  worthOf(source: Source): unknown {
    if (source instanceof DrawnStage) return source.isThere ? source.ask() : gone;
    return this.world?.valueOf(source);
  }

  /** The place of the first result that rests on what is there now; -1 where none does. */
  find(results: readonly HeldDraw[]): number {
    const now: unknown[] = [];
    let of: HeldDraw['rests'] | null = null;
    for (let at = 0; at < results.length; at++) {
      const held = results[at];
      if (held === undefined) continue;
      if (held.rests !== of) {
        now.length = 0;
        of = held.rests;
      }
      if (this.isSame(held, now)) return at;
    }
    return -1;
  }

  /** @param now what the first of the sources are worth, as far as somebody asked */
  private isSame({ rests, worth }: HeldDraw, now: unknown[]): boolean {
    for (let at = 0; at < rests.length; at++) {
      const source = rests[at];
      if (at === now.length && source !== undefined) now.push(this.worthOf(source));
      if (!Object.is(now[at], worth[at])) return false;
    }
    return true;
  }

  private stageOf(name: string, find: () => unknown): DrawnStage {
    const known = this.stages.get(name);
    if (known !== undefined) {
      known.nameAgain(find);
      return known;
    }
    const stage = new DrawnStage(name, this, find);
    this.stages.set(name, stage);
    return stage;
  }
}

/**
 * The named stages of a plan that is laid out once and evaluated in many draws: what rests on
 * nothing moved is computed once, what rests on it through other stages alone is taken from a
 * draw in which those came to the same, and everything else is computed once in each draw
 * without keeping what it reads.
 * @throws Error when a stage asks for itself
 */
export const createDrawnStages = (fields: MovedFields): DrawnStages => new Drawn(fields);
