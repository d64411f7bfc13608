import type { Random } from './random.ts';

/** What one part of the campaign is given. */
export interface Run {
  readonly random: Random;
  /** A folder of the part's own; removed afterwards. */
  readonly folder: string;
  /** False once the part's time is up. Every part does at least one round. */
  readonly hasTime: () => boolean;
}

/** One line of the table. */
export interface Row {
  readonly part: string;
  readonly test: string;
  readonly count: number;
  /** Broken promises by kind, each with its number and first cases. */
  readonly breaches: ReadonlyMap<string, Breach>;
  /** What was seen beside breaches, with its number. */
  readonly seen: ReadonlyMap<string, number>;
}

export interface Breach {
  readonly count: number;
  readonly cases: readonly string[];
}

/** Cases shown of one kind of breach. */
const casesShown = 6;

export type Part = (run: Run) => Promise<readonly Row[]>;

/** Counts one kind of test. */
export interface Tally {
  readonly done: (count?: number) => void;
  /** A promise was broken: the kind groups, the case says how to see it again. */
  readonly breach: (kind: string, seen: string) => void;
  readonly see: (what: string, count?: number) => void;
  /** Keeps the highest value seen under a name. */
  readonly top: (what: string, value: number) => void;
  readonly row: () => Row;
}

/** An empty count of one kind of test. */
export function createTally(part: string, test: string): Tally {
  let count = 0;
  const breaches = new Map<string, Breach>();
  const observed = new Map<string, number>();
  return {
    done: (more = 1) => {
      count += more;
    },
    breach: (named, seen) => {
      const kind = named.replace(/ '.*$/s, ''); // a path in a message is of one case
      const { count: before, cases } = breaches.get(kind) ?? { count: 0, cases: [] };
      breaches.set(kind,
        { count: before + 1, cases: before < casesShown ? [...cases, seen] : cases });
    },
    see: (what, more = 1) => {
      observed.set(what, (observed.get(what) ?? 0) + more);
    },
    top: (what, value) => {
      observed.set(what, Math.max(observed.get(what) ?? 0, value));
    },
    row: () => ({ part, test, count, breaches, seen: observed }),
  };
}
