import type { Blueprint } from './blueprint.ts';
import type { Keys } from './keys.ts';

/**
 * Reads the configurations of one architecture family.
 * @param outer the configuration around a text part, null where there is none
 */
export type FamilyReader = (keys: Keys, outer: Keys | null) => Blueprint;

/**
 * A reader that says so where a file leaves out what those of its type state, since the
 * class's own default then stands in. Of a list of names one is enough.
 */
export const expecting = (
  read: FamilyReader, ...names: readonly (string | readonly string[])[]
): FamilyReader => (keys, outer) => {
  for (const name of names) {
    const all = typeof name === 'string' ? [name] : name;
    if (all.every((one) => keys.peek(one) === undefined))
      keys.note(`${all[0] ?? ''} is left out; read as its class has it without`);
  }
  return read(keys, outer);
};

/** Readers by the type a configuration names. */
export type Families = Readonly<Record<string, FamilyReader>>;
