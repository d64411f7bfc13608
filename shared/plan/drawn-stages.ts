import {
  note, openReading, ownReading, Reading, readsOf, recordWithin, withoutReadings, type Source,
} from '../units/reading.ts';
import type { Stages, World } from './stage-store.ts';

/** What is known of the stages of a scenario before its draws. */
export interface DrawnStore {
  /** Results of stages that rest on nothing a draw moves, by name. */
  readonly fixed: ReadonlyMap<string, unknown>;
  /**
   * Stages that rest on what moves through other stages and whole numbers alone: those often
   * come to the same (so many racks), and then so does the stage.
   */
  readonly repeating: ReadonlySet<string>;
  /** Paths of the fields that are moved. */
  readonly moved: ReadonlySet<string>;
  /** Results of repeating stages so far. */
  readonly held: Map<string, HeldStage>;
}

/** Results of a repeating stage, the latest first, with how often one came back. */
interface HeldStage {
  readonly results: HeldDraw[];
  asked: number;
  found: number;
}

/** A result of a repeating stage with what it rests on. */
interface HeldDraw {
  readonly value: unknown;
  readonly rests: readonly (readonly [source: Source, worth: unknown])[];
}

/** Results held of a stage at once. */
const heldPerStage = 128;

/**
 * A stage of which fewer than one in so many of its first results come back rests on something
 * that never repeats: from then on it is computed like any other.
 */
const tries = 100;
const leastShare = 0.05;

const repeats = ({ asked, found }: HeldStage): boolean =>
  asked < tries || found >= asked * leastShare;

/** A stage of a draw as something that can be read. */
class StageSource implements Source {
  readonly kind = 'move';
  readonly path: string;

  constructor(name: string) {
    this.path = name;
  }
}

const sources = new Map<string, StageSource>();

function sourceOf(name: string): StageSource {
  const source = sources.get(name) ?? new StageSource(name);
  sources.set(name, source);
  return source;
}

/** What a stage stands for before it has a result. */
const unasked = Symbol('unasked');
const asking = Symbol('asking');
/** What a stage that is not there is worth: nothing equals it. */
const gone = Symbol('gone');

/** A stage of one draw: computed once. */
class DrawnStage {
  private value: unknown = unasked;
  readonly source: StageSource;
  private readonly name: string;
  private readonly find: () => unknown;

  constructor(name: string, find: () => unknown) {
    [this.name, this.find, this.source] = [name, find, sourceOf(name)];
  }

  ask(): unknown {
    const found = this.value === unasked ? this.compute() : this.value;
    if (found === asking) throw new Error(`the stage ${this.name} asks for itself`);
    if (openReading !== null) note(this.source, found);
    return found;
  }

  private compute(): unknown {
    this.value = asking;
    try {
      const found = openReading === null ? this.find() : withoutReadings(this.find);
      this.value = found;
      return found;
    } finally {
      if (this.value === asking) this.value = unasked;
    }
  }
}

/** The stages of one draw. */
class Draw {
  private readonly stages = new Map<string, DrawnStage>();
  private readonly store: DrawnStore;
  private readonly world: World;

  constructor(store: DrawnStore, world: World) {
    [this.store, this.world] = [store, world];
  }

  stageOf(name: string, compute: () => unknown): DrawnStage {
    const known = this.stages.get(name);
    if (known !== undefined) return known;
    const { repeating } = this.store;
    const stage = new DrawnStage(name,
      repeating.has(name) ? () => this.repeated(name, compute) : compute);
    this.stages.set(name, stage);
    return stage;
  }

  /** A result that rests on the same, or a new one with what it rests on. */
  private repeated(name: string, compute: () => unknown): unknown {
    const stage = this.store.held.get(name) ?? { results: [], asked: 0, found: 0 };
    this.store.held.set(name, stage);
    if (!repeats(stage)) {
      stage.results.length = 0;
      return compute();
    }
    stage.asked += 1;
    const { results } = stage;
    const at = results.findIndex(({ rests }) =>
      rests.every(([source, worth]) => Object.is(this.worthOf(source), worth)));
    const known = results[at];
    if (known === undefined) return this.compute(results, compute);
    stage.found += 1;
    if (at > 0) results.unshift(...results.splice(at, 1));
    return known.value;
  }

  private compute(results: HeldDraw[], compute: () => unknown): unknown {
    const reading = new Reading();
    const value = recordWithin(reading, compute);
    results.unshift({ value, rests: [...readsOf(reading)].filter(([source]) =>
      source instanceof StageSource || this.store.moved.has(source.path)) });
    if (results.length > heldPerStage) results.length = heldPerStage;
    return value;
  }

  private worthOf(source: Source): unknown {
    if (!(source instanceof StageSource)) return this.world.valueOf(source);
    return this.stages.get(source.path)?.ask() ?? gone;
  }
}

/**
 * The named stages of one draw: what rests on nothing moved is taken over, what rests on it
 * through other stages alone is taken from a draw in which those came to the same, and
 * everything else is computed once without keeping what it reads.
 * @param world what moved fields are worth in this draw
 * @throws Error when a stage asks for itself
 */
export function createDrawnStages(store: DrawnStore, world: World): Stages {
  const draw = new Draw(store, world);
  return {
    stage: <T>(name: string, compute: () => T) => {
      if (store.fixed.has(name)) return ownReading(() => store.fixed.get(name) as T);
      const stage = draw.stageOf(name, compute);
      return ownReading(() => stage.ask() as T);
    },
  };
}
