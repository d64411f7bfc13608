import { entryOf } from '../../units/entry.ts';
import type { Stream } from '../numeric/random.ts';

/**
 * Points whose values are wanted; all at once, in any order, by as many workers as
 * there are.
 */
export type Batch = readonly (readonly number[])[];
export type AskingBatches<T> = Generator<Batch, T, readonly number[]>;

export type Bounds = readonly (readonly [low: number, high: number])[];

/** A point and its value. */
export interface Tried {
  readonly x: readonly number[];
  readonly value: number;
}

/** A member of the population with its own step and crossing rate, which it hands on. */
interface Member extends Tried {
  readonly step: number;
  readonly crossing: number;
}

/** Chance with which a member's own rates are drawn anew (jDE). */
const renews = 0.1;
const [leastStep, stepSpan] = [0.1, 0.9];
/** A population this close together, over its best value, has ended. */
const together = 1e-12;

/** Draws one number after the other from a stream. */
export function drawer(stream: Stream): () => number {
  let place = 0;
  return () => stream.at(place++);
}

const inside = (value: number, low: number, high: number, from: number): number =>
  (value < low ? (low + from) / 2 : value > high ? (high + from) / 2 : value);

/** A trial: three others mixed and crossed with the member. */
function trialOf(
  members: readonly Member[], at: number, bounds: Bounds, draw: () => number,
): { readonly x: readonly number[]; readonly step: number; readonly crossing: number } {
  const me = entryOf(members, at);
  const renewed = draw() < renews;
  const step = renewed ? leastStep + stepSpan * draw() : me.step;
  const crossing = draw() < renews ? draw() : me.crossing;
  const others = new Set<number>();
  while (others.size < 3) {
    const other = Math.floor(draw() * members.length);
    if (other !== at) others.add(other);
  }
  const [a, b, c] = [...others].map((other) => entryOf(members, other).x);
  const sure = Math.floor(draw() * bounds.length);
  const x = bounds.map(([low, high], k) => {
    const own = entryOf(me.x, k);
    if (k !== sure && draw() >= crossing) return own;
    const mixed = entryOf(a ?? me.x, k)
      + step * (entryOf(b ?? me.x, k) - entryOf(c ?? me.x, k));
    return inside(mixed, low, high, own);
  });
  return { x, step, crossing };
}

/**
 * Differential evolution whose members carry their own rates: each generation is tried
 * as one batch against the one before it, so that the answer does not depend on who
 * evaluates it.
 * Source: Storn and Price, Journal of Global Optimization 11 (1997); Brest et al., IEEE
 * Transactions on Evolutionary Computation 10 (2006).
 * @param budget most evaluations
 * @returns the best point, and how many evaluations were used
 */
export function* evolve(
  bounds: Bounds, size: number, budget: number, draw: () => number,
): AskingBatches<{ readonly best: Tried; readonly used: number }> {
  const first = Array.from({ length: Math.min(size, budget) }, () =>
    bounds.map(([low, high]) => low + draw() * (high - low)));
  const values = yield first;
  let members: readonly Member[] = first.map((x, at) =>
    ({ x, value: entryOf(values, at), step: 0.5, crossing: 0.9 }));
  let used = first.length;
  while (used + members.length <= budget && !ended(members)) {
    const trials = members.map((_, at) => trialOf(members, at, bounds, draw));
    const tried = yield trials.map(({ x }) => x);
    members = members.map((member, at) => {
      const value = entryOf(tried, at);
      return value <= member.value ? { ...entryOf(trials, at), value } : member;
    });
    used += trials.length;
  }
  return { best: bestOf(members), used };
}

const bestOf = (members: readonly Tried[]): Tried =>
  members.reduce((a, b) => (b.value < a.value ? b : a));

function ended(members: readonly Member[]): boolean {
  const values = members.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return members.length < 4 || most - least <= together * Math.max(1, Math.abs(least));
}
