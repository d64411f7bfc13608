import { ArgumentError, isRecord, type Arguments } from './arguments.ts';

/** Which words a name has to hold, and which it may not. */
export interface WordRule {
  /** One word of every group. */
  readonly all: readonly (readonly string[])[];
  readonly none?: readonly string[];
}

interface Worded {
  readonly words: readonly string[];
  readonly value: number;
}

/** Words of a name such as `cost_per_server` or `serverCapexUsd`. */
const wordsOf = (name: string): readonly string[] =>
  name.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toLowerCase().split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

function flatten(args: Arguments, before: readonly string[]): readonly Worded[] {
  return args.names.flatMap((name): readonly Worded[] => {
    const words = [...before, ...wordsOf(name)];
    const value = args.raw(name);
    if (isRecord(value)) return flatten(args.record(name), words);
    return typeof value === 'number' && Number.isFinite(value) ? [{ words, value }] : [];
  });
}

/** A number found by the words of its name, and those words: they tell its unit. */
export type Find = (rule: WordRule) => Worded | undefined;

/**
 * Finds numbers of a case by the words of their names, groups of arguments included:
 * published cases state the same input under many names. Among several the one with the
 * fewest words counts.
 * @example findByWords(readArguments({ cost_per_server: 1450 }))({ all: [['cost'], ['server']] })?.value
 *   // 1450
 */
export function findByWords(args: Arguments): Find {
  const all = flatten(args, []);
  return ({ all: groups, none = [] }) => all
    .filter(({ words }) => groups.every((group) => group.some((word) => words.includes(word)))
      && !none.some((word) => words.includes(word)))
    .toSorted((a, b) => a.words.length - b.words.length)[0];
}

/**
 * A number found so, in one unit.
 * @param scale from the words of the name
 * @throws ArgumentError where there is none and no other value is given
 */
export function numberByWords(
  find: Find, what: string, rule: WordRule, scale: (words: readonly string[]) => number = () => 1,
  fallback?: number,
): number {
  const found = find(rule);
  if (found !== undefined) return found.value * scale(found.words);
  if (fallback !== undefined) return fallback;
  throw new ArgumentError(`argument ${what} is missing`);
}

/** A share or rate as a fraction: 5 and more than 1 are per cent. */
export const asFraction = (value: number): number => (value > 1 ? value / 100 : value);
