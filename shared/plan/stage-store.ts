import { ownReading, readInto, Reading, restOn, unrecorded, type Source } from '../units/reading.ts';

/** Sources that are parts of one whole, with what they were worth and what the whole was. */
interface Part {
  readonly owner: object | undefined;
  readonly state: unknown;
  readonly sources: readonly Source[];
  readonly values: readonly unknown[];
}

/** What was read under a name one of the last times, and what came of it. */
interface Held {
  readonly reading: Reading;
  readonly parts: readonly Part[];
  readonly stages: readonly (readonly [name: string, value: unknown])[];
  readonly value: unknown;
  /** The part that differed last: it is the first to be compared, since edits come in series. */
  suspect: number;
}

/** Results of named stages over many evaluations, each with what it read: they hold as long as that reads the same. */
export type StageStore = Map<string, Kept>;

/** The latest results of a stage, newest first, and how often in a row none of them held. */
interface Kept {
  readonly results: Held[];
  misses: number;
}

export const createStageStore = (): StageStore => new Map();

/** Results held of a stage at once: those of the scenarios compared, over a few edits. */
const heldPerStage = 24;

/** After so many misses in a row only the newest result is compared: a sweep or a run of draws never comes back. */
const missesInSeries = 8;

/** What is read, as it stands in the evaluation that asks. */
export interface World {
  readonly valueOf: (source: Source) => unknown;
  /** A whole that sources are parts of; undefined where it is not known. */
  readonly stateOf: (owner: object) => unknown;
}

/** The stages of one evaluation. */
export interface Stages {
  /** A stage: computed when asked for, or taken from an earlier evaluation in which it would have read the same. */
  readonly stage: <T>(name: string, compute: () => T) => () => T;
}

/** Whether a part of what was read is worth the same in a world. */
function isSame({ owner, state, sources, values }: Part, world: World): boolean {
  if (owner !== undefined && state !== undefined && world.stateOf(owner) === state) return true;
  return sources.every((source, at) => Object.is(world.valueOf(source), values[at]));
}

/**
 * The named stages of one evaluation over a store. Two stages of one name in one evaluation are one stage.
 * @param world what each source is worth now; a stage is taken over when all it read is worth the same
 * @throws Error when a stage asks for itself
 * @example createStages(createStageStore(), { valueOf: () => 0, stateOf: () => undefined }).stage('two', () => 1 + 1)() // 2
 */
export function createStages(store: StageStore, world: World): Stages {
  const computes = new Map<string, () => unknown>();
  const done = new Map<string, Held | null>();
  const names = new Map<Reading, string>();
  const demand = (name: string): Held => {
    const known = done.get(name);
    if (known === null) throw new Error(`the stage ${name} asks for itself`);
    if (known !== undefined) return known;
    done.set(name, null);
    try {
      const held = unrecorded(() => takeOver(name)) ?? computeStage(name);
      done.set(name, held);
      names.set(held.reading, name);
      return held;
    } finally {
      if (done.get(name) === null) done.delete(name);
    }
  };
  const differs = (held: Held): boolean => {
    const suspect = held.parts[held.suspect];
    if (suspect !== undefined && !isSame(suspect, world)) return true;
    const at = held.parts.findIndex((part) => !isSame(part, world));
    if (at >= 0) held.suspect = at;
    return at >= 0;
  };
  const holds = (held: Held): boolean => !differs(held)
    && held.stages.every(([name, value]) => computes.has(name) && Object.is(demand(name).value, value));
  const takeOver = (name: string): Held | null => {
    const kept = store.get(name);
    if (kept === undefined) return null;
    const { results } = kept;
    const reach = kept.misses < missesInSeries ? results.length : 1;
    for (let at = 0; at < reach; at++) {
      const held = results[at];
      if (held === undefined || !holds(held)) continue;
      if (at > 0) results.unshift(...results.splice(at, 1));
      kept.misses = 0;
      return held;
    }
    kept.misses += 1;
    return null;
  };
  const computeStage = (name: string): Held => {
    const reading = new Reading();
    const value = readInto(reading, computes.get(name) ?? (() => undefined));
    const held: Held = { value, suspect: 0, ...restsOn(reading, names, world, demand) };
    const kept = store.get(name) ?? { results: [], misses: 0 };
    kept.results.unshift(held);
    if (kept.results.length > heldPerStage) kept.results.length = heldPerStage;
    store.set(name, kept);
    return held;
  };
  return {
    stage: <T>(name: string, compute: () => T) => {
      if (!computes.has(name)) computes.set(name, compute);
      return ownReading(() => {
        const held = demand(name);
        restOn(held.reading);
        return held.value as T;
      });
    },
  };
}

/**
 * What a stage read itself, values made within it included, and the other stages it asked. Held in a reading of its
 * own, so that those of the values made within it can go.
 */
function restsOn(
  reading: Reading, names: ReadonlyMap<Reading, string>, world: World, demand: (name: string) => Held,
): Pick<Held, 'reading' | 'parts' | 'stages'> {
  const own = new Set([reading]);
  const asked = new Set<string>();
  const sources = new Map<Source, unknown>();
  for (const each of own) {
    each.sources.forEach((source, at) => sources.set(source, each.values[at]));
    for (const used of each.used) {
      const name = names.get(used);
      if (name === undefined) own.add(used);
      else asked.add(name);
    }
  }
  const held = new Reading();
  for (const [source, value] of sources) held.note(source, value);
  const stages = [...asked].map((name) => [name, demand(name)] as const);
  for (const [, stage] of stages) held.use(stage.reading);
  return { reading: held, parts: partsOf(sources, world), stages: stages.map(([name, { value }]) => [name, value] as const) };
}

/** Sources sorted by what they are parts of. */
function partsOf(sources: ReadonlyMap<Source, unknown>, world: World): readonly Part[] {
  const byOwner = new Map<object | undefined, { sources: Source[]; values: unknown[] }>();
  for (const [source, value] of sources) {
    const part = byOwner.get(source.owner) ?? { sources: [], values: [] };
    part.sources.push(source);
    part.values.push(value);
    byOwner.set(source.owner, part);
  }
  return [...byOwner].map(([owner, part]) =>
    ({ owner, state: owner === undefined ? undefined : world.stateOf(owner), ...part }));
}
