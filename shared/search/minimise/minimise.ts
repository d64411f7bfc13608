import { entryOf } from '../../units/entry.ts';
import { checkSeed, randomStream } from '../numeric/random.ts';
import { drawer, evolve, type AskingBatches, type Bounds, type Tried } from './evolve.ts';
import { polish } from './polish.ts';

export type { AskingBatches, Batch, Bounds, Tried } from './evolve.ts';

export interface MinimiseOptions {
  readonly bounds: Bounds;
  /** Most evaluations. */
  readonly budget: number;
  /** Whole number from 0 on; the same seed gives the same answer, bit for bit. */
  readonly seed: number;
}

export interface Minimum extends Tried {
  readonly evaluations: number;
}

/** Share of the budget each search may use before its best point is polished. */
const searchShare = 0.6;
/** Members of the population for each input, at first; doubled with each new start. */
const membersPerInput = 10;
const leastMembers = 16;

function checkOptions({ bounds, budget, seed }: MinimiseOptions): void {
  if (bounds.length === 0) throw new RangeError('a search needs at least one input');
  for (const [low, high] of bounds) {
    if (!(Number.isFinite(low) && Number.isFinite(high) && low <= high))
      throw new RangeError('bounds must be finite, the lower one first');
  }
  if (!Number.isInteger(budget) || budget < 1)
    throw new RangeError('the budget must be a whole number of 1 or more');
  checkSeed(seed);
}

/**
 * The search as questions: yields batches of points whose values it wants, and is given
 * them in the same order. Values that are not finite count as the worst.
 * @throws RangeError for bounds, a budget or a seed that are none
 * @example askMinimum({ bounds: [[0, 1]], budget: 1, seed: 1 }).next().value.length // 1
 */
export function askMinimum(options: MinimiseOptions): AskingBatches<Minimum> {
  checkOptions(options);
  return searches(options);
}

function* searches({ bounds, budget, seed }: MinimiseOptions): AskingBatches<Minimum> {
  let best: Tried | null = null;
  let used = 0;
  for (let start = 0; used < budget; start++) {
    const size = Math.max(leastMembers, membersPerInput * bounds.length) * 2 ** start;
    const left = budget - used;
    const draw = drawer(randomStream(seed, start));
    const found = yield* worstLast(evolve(bounds, size, Math.ceil(left * searchShare),
      draw));
    used += found.used;
    const near = yield* worstLast(polish(found.best, bounds, budget - used));
    used += near.used;
    best = best === null || near.best.value < best.value ? near.best : best;
    if (budget - used < 2 * size) break;
  }
  if (best === null) throw new RangeError('nothing was tried');
  return { ...best, evaluations: used };
}

/** Passes questions on; what has no finite value counts as the worst. */
function* worstLast<T>(search: AskingBatches<T>): AskingBatches<T> {
  let step = search.next();
  while (step.done !== true) {
    const values = yield step.value;
    step = search.next(values.map((value) =>
      (Number.isFinite(value) ? value : Infinity)));
  }
  return step.value;
}

/**
 * A least value of a function of several numbers within bounds: differential evolution,
 * the best point polished by the simplex of Nelder and Mead, and begun again with twice
 * the population while the budget lasts. Finds the global minimum of smooth functions
 * of a few inputs as a rule; nothing proves it.
 * @returns the best point tried, its value, and how many evaluations were used
 * @throws RangeError for bounds, a budget or a seed that are none
 * Source: Storn and Price (1997); Brest et al. (2006); Nelder and Mead (1965).
 * @example minimise(([x, y]) => (x - 1) ** 2 + y * y, { bounds: [[-2, 2], [-2, 2]], budget: 2000, seed: 1 }).value < 1e-12 // true
 */
export function minimise(
  f: (x: readonly number[]) => number, options: MinimiseOptions,
): Minimum {
  const search = askMinimum(options);
  let step = search.next();
  while (step.done !== true) step = search.next(step.value.map((x) => f(x)));
  return step.value;
}

/**
 * Evaluates a batch as several workers would, each taking every n-th point; the values
 * come back in the order of the points.
 * @example valuesByWorkers([[1], [2], [3]], ([x]) => x * x, 2) // [1, 4, 9]
 */
export function valuesByWorkers(
  batch: readonly (readonly number[])[], f: (x: readonly number[]) => number,
    workers: number,
): readonly number[] {
  const values = Array.from(batch, () => Number.NaN);
  for (let worker = workers - 1; worker >= 0; worker--)
    for (let at = worker; at < batch.length; at += workers)
      values[at] = f(entryOf(batch, at));
  return values;
}
