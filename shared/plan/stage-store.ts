import { readInto, Reading, unrecorded, useReading, type Source } from '../units/reading.ts';

/** What was read under a name the last times, and what came of it. */
interface Held {
  readonly reading: Reading;
  readonly sources: readonly (readonly [Source, unknown])[];
  readonly stages: readonly (readonly [name: string, value: unknown])[];
  readonly value: unknown;
}

/** Results of named stages over many evaluations, each with what it read: they hold as long as that reads the same. */
export type StageStore = Map<string, Held[]>;

export const createStageStore = (): StageStore => new Map();

/** Results held of a stage at once: those of the scenarios compared, over a few edits. */
const heldPerStage = 24;

/** What sources are worth in the evaluation that asks. */
export type ValueOf = (source: Source) => unknown;

/** The stages of one evaluation. */
export interface Stages {
  /** A stage: computed when asked for, or taken from an earlier evaluation in which it would have read the same. */
  readonly stage: <T>(name: string, compute: () => T) => () => T;
}

/**
 * The named stages of one evaluation over a store. Two stages of one name in one evaluation are one stage.
 * @param valueOf what each source is worth now; a stage is taken over when all it read is worth the same
 * @throws Error when a stage asks for itself
 * @example createStages(createStageStore(), () => 0).stage('two', () => 1 + 1)() // 2
 */
export function createStages(store: StageStore, valueOf: ValueOf): Stages {
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
  const holds = (held: Held): boolean =>
    held.sources.every(([source, value]) => Object.is(valueOf(source), value))
    && held.stages.every(([name, value]) => computes.has(name) && Object.is(demand(name).value, value));
  const takeOver = (name: string): Held | null => {
    const list = store.get(name);
    const at = list?.findIndex(holds) ?? -1;
    const held = list?.[at];
    if (list === undefined || held === undefined) return null;
    if (at > 0) list.unshift(...list.splice(at, 1));
    return held;
  };
  const computeStage = (name: string): Held => {
    const reading = new Reading();
    const value = readInto(reading, computes.get(name) ?? (() => undefined));
    const held = { reading, value, ...restsOn(reading, names, demand) };
    const list = store.get(name) ?? [];
    list.unshift(held);
    if (list.length > heldPerStage) list.length = heldPerStage;
    store.set(name, list);
    return held;
  };
  return {
    stage: <T>(name: string, compute: () => T) => {
      if (!computes.has(name)) computes.set(name, compute);
      return () => {
        const held = demand(name);
        useReading(held.reading);
        return held.value as T;
      };
    },
  };
}

/** What a stage read itself, values made within it included, and the other stages it asked. */
function restsOn(
  reading: Reading, names: ReadonlyMap<Reading, string>, demand: (name: string) => Held,
): Pick<Held, 'sources' | 'stages'> {
  const sources = new Map<Source, unknown>();
  const stages: (readonly [string, unknown])[] = [];
  const seen = new Set([reading]);
  for (const each of seen) {
    for (const [source, value] of each.sources) sources.set(source, value);
    for (const used of each.used) {
      const name = names.get(used);
      if (name === undefined) seen.add(used);
      else if (!seen.has(used)) stages.push([name, demand(name).value]);
    }
  }
  return { sources: [...sources], stages };
}
