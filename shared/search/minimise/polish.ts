import { entryOf } from '../../units/entry.ts';
import type { AskingBatches, Bounds, Tried } from './evolve.ts';

/** Size of the first simplex, over the width of the bounds. */
const firstSize = 1e-2;
/** A simplex this narrow in value, over its best, has ended. */
const narrow = 1e-15;

/** Rates that shrink with the number of inputs (Gao and Han 2012). */
const ratesOf = (n: number) => ({ reflect: 1, expand: 1 + 2 / n,
  contract: 0.75 - 1 / (2 * n), shrink: n === 1 ? 0.5 : 1 - 1 / n });

const clamp = (x: readonly number[], bounds: Bounds): readonly number[] =>
  bounds.map(([low, high], at) => Math.min(high, Math.max(low, entryOf(x, at))));

const between = (from: readonly number[], to: readonly number[], share: number) =>
  from.map((value, at) => value + share * (entryOf(to, at) - value));

const byValue = (a: Tried, b: Tried): number => a.value - b.value;

/** A simplex at the start: one step along each input, inwards where it would leave. */
const corners = (start: Tried, bounds: Bounds): readonly (readonly number[])[] =>
  bounds.map(([low, high], at) => {
    const size = firstSize * (high - low);
    const value = entryOf(start.x, at);
    return start.x.map((own, k) => (k === at ? (value + size <= high ? value + size
      : value - size) : own));
  });

/** Asks for the value of one point. */
function* ask(x: readonly number[]): AskingBatches<Tried> {
  const [value] = yield [x];
  return { x, value: value ?? Number.NaN };
}

/**
 * Descends to the nearest minimum within bounds by the simplex of Nelder and Mead with
 * rates for its dimension; points beyond the bounds are taken to them.
 * Source: Nelder and Mead, Computer Journal 7 (1965); Gao and Han, Computational
 * Optimization and Applications 51 (2012).
 * @param budget most evaluations
 */
export function* polish(
  start: Tried, bounds: Bounds, budget: number,
): AskingBatches<{ readonly best: Tried; readonly used: number }> {
  const n = bounds.length;
  if (budget < n + 2) return { best: start, used: 0 };
  const first = corners(start, bounds);
  const values = yield first;
  let simplex = [start, ...first.map((x, at) => ({ x, value: entryOf(values, at) }))]
    .toSorted(byValue);
  let used = n;
  while (used + n + 2 <= budget && !isFlat(simplex)) {
    const moved = yield* move(simplex, bounds);
    simplex = moved.simplex.toSorted(byValue);
    used += moved.used;
  }
  return { best: entryOf(simplex, 0), used };
}

const isFlat = (simplex: readonly Tried[]): boolean => {
  const [best, worst] = [entryOf(simplex, 0), entryOf(simplex, -1)];
  const size = Math.max(...best.x.map((value, at) =>
    Math.abs(value - entryOf(worst.x, at))));
  return worst.value - best.value <= narrow * Math.max(1e-12, Math.abs(best.value))
    && size <= 1e-9 * Math.max(1, ...best.x.map(Math.abs));
};

function* move(simplex: readonly Tried[], bounds: Bounds):
AskingBatches<{ readonly simplex: readonly Tried[]; readonly used: number }> {
  const rates = ratesOf(bounds.length);
  const [best, worst] = [entryOf(simplex, 0), entryOf(simplex, -1)];
  const others = simplex.slice(0, -1);
  const centre = bounds.map((_, at) =>
    others.reduce((sum, { x }) => sum + entryOf(x, at), 0) / others.length);
  const at = (share: number) => clamp(between(centre, worst.x, share), bounds);
  const reflected = yield* ask(at(-rates.reflect));
  if (reflected.value < best.value) {
    const expanded = yield* ask(at(-rates.expand));
    return { used: 2,
      simplex: [...others, expanded.value < reflected.value ? expanded : reflected] };
  }
  if (reflected.value < entryOf(others, -1).value)
    return { used: 1, simplex: [...others, reflected] };
  const isOutside = reflected.value < worst.value;
  const contracted = yield* ask(at(isOutside ? -rates.contract : rates.contract));
  if (contracted.value < Math.min(reflected.value, worst.value))
    return { used: 2, simplex: [...others, contracted] };
  const shrunk = simplex.slice(1).map(({ x }) => between(best.x, x, rates.shrink));
  const values = yield shrunk;
  return { used: 2 + shrunk.length,
    simplex: [best, ...shrunk.map((x, k) => ({ x, value: entryOf(values, k) }))] };
}
