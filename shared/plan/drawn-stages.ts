import { ownReading } from '../units/reading.ts';
import type { Stages } from './stage-store.ts';

/** Results of stages that rest on nothing a run of draws moves, by name. */
export type FixedStages = ReadonlyMap<string, unknown>;

/** What a stage stands for before it has a result. */
const unasked = Symbol('unasked');
const asking = Symbol('asking');

/** A stage of one draw: computed once, and nothing is noted. */
function drawnStage<T>(name: string, compute: () => T): () => T {
  let value: T | typeof unasked | typeof asking = unasked;
  return ownReading(() => {
    if (value === asking) throw new Error(`the stage ${name} asks for itself`);
    if (value !== unasked) return value;
    value = asking;
    try {
      const found = compute();
      value = found;
      return found;
    } finally {
      if (value === asking) value = unasked;
    }
  });
}

/**
 * The named stages of one draw: what rests on nothing moved is taken over, everything else
 * computed once, and no reads are kept to compare.
 * @throws Error when a stage asks for itself
 * @example createDrawnStages(new Map([['two', 2]])).stage('two', () => 1 + 1)() // 2
 */
export function createDrawnStages(fixed: FixedStages): Stages {
  const made = new Map<string, () => unknown>();
  return {
    stage: <T>(name: string, compute: () => T) => {
      const known = made.get(name);
      if (known !== undefined) return known as () => T;
      const stage = fixed.has(name) ? ownReading(() => fixed.get(name) as T)
        : drawnStage(name, compute);
      made.set(name, stage);
      return stage;
    },
  };
}
