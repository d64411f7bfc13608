import {
  ownReading, readInto, Reading, unrecorded, restOn, type Source,
} from '../units/reading.ts';

/** What was read under a name one of the last times, and what came of it. */
interface Held {
  readonly name: string;
  /**
   * What the stage read itself with what it was worth, and the readings of the stages it
   * asked.
   */
  readonly reading: Reading;
  readonly stages: readonly Held[];
  readonly value: unknown;
  /**
   * The source that differed last: it is the first to be compared, since edits come in
   * series.
   */
  suspect: number;
}

/**
 * The reading a stage's result is held with, so that a stage that used it knows whose it
 * is.
 */
class StageReading extends Reading {
  held: Held | null = null;
}

/** The latest results of a stage, newest first, and how often in a row none of them held. */
interface Kept {
  readonly results: Held[];
  misses: number;
  /** The result in the newest evaluation that asked, and the number of that evaluation. */
  current: Held | null;
  confirmedAt: number;
  /**
   * The newest evaluation before which something changed that one of the results read,
   * itself or through others.
   */
  movedAt: number;
  /** Stages that asked this one. */
  readonly users: Set<Kept>;
  /** All that was ever read for it, with the number of the walk that met it last. */
  readonly read: Map<Source, number>;
}

/**
 * Results of named stages over many evaluations, each with what it read: they hold as
 * long as that reads the same.
 */
export interface StageStore {
  readonly kept: Map<string, Kept>;
  /** Stages by what they read themselves. */
  readonly readers: Map<Source, Set<Kept>>;
  /**
   * Number of the newest evaluation, its world, and the newest before which anything may
   * have changed.
   */
  newest: number;
  world: World | null;
  allMovedAt: number;
}

/**
 * A store that holds nothing yet.
 * @example createStageStore().newest // 0
 */
export const createStageStore = (): StageStore =>
  ({ kept: new Map(), readers: new Map(), newest: 0, world: null, allMovedAt: 0 });

/** Results held of a stage at once: those of the scenarios compared, over a few edits. */
const heldPerStage = 24;

/**
 * After so many misses in a row only the newest result is compared: a sweep or a run of
 * draws never comes back.
 */
const missesInSeries = 8;

/** What is read, as it stands in the evaluation that asks. */
export interface World {
  readonly valueOf: (source: Source) => unknown;
  /** Sources worth something else than in the world before; null where everything may be. */
  readonly movedSince: (before: World) => readonly Source[] | null;
}

/** The stages of one evaluation. */
export interface Stages {
  /**
   * A stage: computed when asked for, or taken from an earlier evaluation in which it
   * would have read the same.
   */
  readonly stage: <T>(name: string, compute: () => T) => () => T;
}

/** A stage in one evaluation. */
interface Entry {
  readonly kept: Kept;
  readonly compute: () => unknown;
  held: Held | null;
  asked: boolean;
}

function keptOf(store: StageStore, name: string): Kept {
  const known = store.kept.get(name);
  if (known !== undefined) return known;
  const kept: Kept = { results: [], misses: 0, current: null, confirmedAt: 0, movedAt: 0,
    users: new Set(), read: new Map() };
  store.kept.set(name, kept);
  return kept;
}

/** Marks a stage, and all that asked it, as resting on something that changed. */
function mark(kept: Kept, at: number): void {
  if (kept.movedAt === at) return;
  kept.movedAt = at;
  for (const user of kept.users) mark(user, at);
}

/** Begins an evaluation: what changed since the one before marks the stages that rest on it. */
function begin(store: StageStore, world: World): number {
  const number = ++store.newest;
  const moved = store.world === null ? null : world.movedSince(store.world);
  store.world = world;
  if (moved === null) store.allMovedAt = number;
  else for (const source of moved)
    for (const reader of store.readers.get(source) ?? []) mark(reader, number);
  return number;
}

/** One evaluation over a store. */
class Evaluation {
  private readonly entries = new Map<string, Entry>();
  private readonly store: StageStore;
  private readonly world: World;
  private readonly number: number;

  constructor(store: StageStore, world: World) {
    [this.store, this.world, this.number] = [store, world, begin(store, world)];
  }

  entry(name: string, compute: () => unknown): Entry {
    const known = this.entries.get(name);
    if (known !== undefined) return known;
    const entry: Entry = { kept: keptOf(this.store, name), compute, held: null, asked: false };
    this.entries.set(name, entry);
    return entry;
  }

  demand(name: string, entry: Entry): Held {
    if (entry.held !== null) return entry.held;
    if (entry.asked) throw new Error(`the stage ${name} asks for itself`);
    entry.asked = true;
    try {
      entry.held = this.unmoved(entry.kept) ?? this.settle(name, entry);
      return entry.held;
    } finally {
      entry.asked = false;
    }
  }

  /**
   * The result of the evaluation before, where nothing it rests on has changed. An older
   * evaluation compares.
   */
  private unmoved({ current, confirmedAt, movedAt }: Kept): Held | null {
    const { newest, allMovedAt } = this.store;
    return newest === this.number && confirmedAt >= movedAt
      && confirmedAt >= allMovedAt ? current : null;
  }

  private settle(name: string, { kept, compute }: Entry): Held {
    const held = unrecorded(() => this.takeOver(kept))
      ?? this.computeStage(name, kept, compute);
    if (this.store.newest === this.number)
      [kept.current, kept.confirmedAt] = [held, this.number];
    return held;
  }

  private takeOver(kept: Kept): Held | null {
    const { results } = kept;
    const reach = kept.misses < missesInSeries ? results.length : 1;
    for (let at = 0; at < reach; at++) {
      const held = results[at];
      if (held === undefined || !this.holds(held)) continue;
      if (at > 0) results.unshift(...results.splice(at, 1));
      kept.misses = 0;
      return held;
    }
    kept.misses += 1;
    return null;
  }

  private holds(held: Held): boolean {
    const { sources } = held.reading;
    if (sources.length > 0 && !this.isSame(held, held.suspect)) return false;
    for (let at = 0; at < sources.length; at++) {
      if (this.isSame(held, at)) continue;
      held.suspect = at;
      return false;
    }
    return held.stages.every((asked) => this.stands(asked));
  }

  private isSame({ reading: { sources, values } }: Held, at: number): boolean {
    const source = sources[at];
    return source !== undefined && Object.is(this.world.valueOf(source), values[at]);
  }

  /**
   * Whether a stage that was asked has the same result here. One that nobody laid out yet
   * may still be unmoved.
   */
  private stands({ name, value }: Held): boolean {
    const entry = this.entries.get(name);
    const held = entry === undefined ? this.unmoved(keptOf(this.store, name))
      : this.demand(name, entry);
    return held !== null && Object.is(held.value, value);
  }

  private computeStage(name: string, kept: Kept, compute: () => unknown): Held {
    const reading = new Reading();
    const value = readInto(reading, compute);
    const own = new StageReading();
    const held: Held = { name, value, suspect: 0, reading: own,
      stages: gather(reading, own, (source, walk) => this.meet(kept, source, walk)) };
    own.held = held;
    for (const asked of held.stages) keptOf(this.store, asked.name).users.add(kept);
    if (kept.misses > missesInSeries) kept.results[0] = held;
    else kept.results.unshift(held);
    if (kept.results.length > heldPerStage) kept.results.length = heldPerStage;
    return held;
  }

  /**
   * Lists a stage among the readers of a source; says whether the walk met the source for
   * the first time.
   */
  private meet(kept: Kept, source: Source, walk: number): boolean {
    const last = kept.read.get(source);
    if (last === walk) return false;
    kept.read.set(source, walk);
    if (last !== undefined) return true;
    const { readers } = this.store;
    const known = readers.get(source);
    if (known === undefined) readers.set(source, new Set([kept]));
    else known.add(kept);
    return true;
  }
}

/**
 * The named stages of one evaluation over a store. Two stages of one name in one
 * evaluation are one stage.
 * @param world what each source is worth now; a stage is taken over when all it read is
 *   worth the same
 * @throws Error when a stage asks for itself
 * @example createStages(createStageStore(), { valueOf: () => 0, movedSince: () => null }).stage('two', () => 1 + 1)() // 2
 */
export function createStages(store: StageStore, world: World): Stages {
  const evaluation = new Evaluation(store, world);
  return {
    stage: <T>(name: string, compute: () => T) => {
      const entry = evaluation.entry(name, compute);
      return ownReading(() => {
        const held = evaluation.demand(name, entry);
        restOn(held.reading);
        return held.value as T;
      });
    },
  };
}

/** Walks over readings made so far. */
let walks = 0;

/**
 * Writes what a stage read itself, values made within it included, into the reading it is
 * held with, so that the readings of those values can go.
 * @param meet says whether a source is met for the first time
 * @returns the other stages it asked
 */
function gather(
  reading: Reading, own: Reading, meet: (source: Source, walk: number) => boolean,
): readonly Held[] {
  const walk = ++walks;
  const stages: Held[] = [];
  const inner = [reading];
  reading.meet(walk);
  for (const each of inner) {
    const { sources, values } = each;
    for (let at = 0; at < sources.length; at++) {
      const source = sources[at];
      if (source !== undefined && meet(source, walk)) own.note(source, values[at]);
    }
    for (const used of each.used) {
      if (!used.meet(walk)) continue;
      if (used instanceof StageReading && used.held !== null) stages.push(used.held);
      else inner.push(used);
    }
  }
  for (const { reading: asked } of stages) own.use(asked);
  return stages;
}
