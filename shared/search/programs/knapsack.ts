import { entryOf } from '../../units/entry.ts';

export interface Knapsack {
  readonly objective: number;
  /** Optimum where items may be cut (Dantzig 1957). */
  readonly bound: number;
  /** (bound - objective) / objective; null where the objective is 0. */
  readonly boundGap: number | null;
  /**
   * Items by falling value per weight as long as they fit, those that do not left out.
   */
  readonly greedyObjective: number;
  /** (objective - greedy) / objective; null where the objective is 0. */
  readonly greedyGap: number | null;
  /** Places of the items taken, ascending. */
  readonly chosen: readonly number[];
}

interface Item {
  readonly at: number;
  readonly value: number;
  readonly weight: number;
}

/** Most branches tried before the search gives up. */
const mostBranches = 50_000_000;

function itemsOf(
  values: readonly number[], weights: readonly number[], capacity: number,
): readonly Item[] {
  if (values.length !== weights.length)
    throw new RangeError('every item needs a value and a weight');
  if (![...values, ...weights, capacity].every(Number.isFinite))
    throw new RangeError('values, weights and the capacity must be finite');
  if (weights.some((weight) => weight < 0) || capacity < 0)
    throw new RangeError('weights and the capacity must be 0 or more');
  const ratio = ({ value, weight }: Item): number =>
    (weight === 0 ? Infinity : value / weight);
  return values.map((value, at) => ({ at, value, weight: entryOf(weights, at) }))
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => (ratio(a) === ratio(b) ? a.at - b.at : ratio(b) - ratio(a)));
}

/** Value of the items from a place on where the last may be cut. */
function cutValue(items: readonly Item[], from: number, room: number): number {
  let [value, left] = [0, room];
  for (let at = from; at < items.length; at++) {
    const item = entryOf(items, at);
    if (item.weight > left) return value + (item.value * left) / item.weight;
    left -= item.weight;
    value += item.value;
  }
  return value;
}

function greedy(items: readonly Item[], capacity: number): readonly Item[] {
  let left = capacity;
  return items.filter(({ weight }) => {
    if (weight > left) return false;
    left -= weight;
    return true;
  });
}

const sumOf = (items: readonly Item[]): number =>
  items.reduce((sum, { value }) => sum + value, 0);

/** Depth first, with and then without each item, where its bound still promises more. */
function search(items: readonly Item[], capacity: number): readonly Item[] {
  let best = greedy(items, capacity);
  let most = sumOf(best);
  let branches = 0;
  const taken: Item[] = [];
  const visit = (from: number, room: number, value: number): void => {
    if (branches++ > mostBranches) throw new RangeError('too many items to search');
    if (value > most) [best, most] = [[...taken], value];
    const item = items[from];
    if (item === undefined || value + cutValue(items, from, room) <= most) return;
    if (item.weight <= room) {
      taken.push(item);
      visit(from + 1, room - item.weight, value + item.value);
      taken.pop();
    }
    visit(from + 1, room, value);
  };
  visit(0, capacity, 0);
  return best;
}

/**
 * Items of the most value whose weights fit a capacity, each taken once or not: branch
 * and bound with the bound of cut items, beside what taking by value per weight gives.
 * Source: Dantzig, Operations Research 5 (1957); Horowitz and Sahni, Journal of the ACM
 * 21 (1974); Cormen et al., Introduction to Algorithms, sec. 16.2.
 * @throws RangeError for rows of different lengths, weights or a capacity below 0, and
 *   where fifty million branches do not settle it
 * @example knapsack([60, 100, 120], [10, 20, 30], 50).chosen // [1, 2]
 */
export function knapsack(
  values: readonly number[], weights: readonly number[], capacity: number,
): Knapsack {
  const items = itemsOf(values, weights, capacity);
  const best = search(items, capacity);
  const objective = sumOf(best);
  const bound = cutValue(items, 0, capacity);
  const greedyObjective = sumOf(greedy(items, capacity));
  const share = (difference: number): number | null =>
    (objective === 0 ? null : difference / objective);
  return { objective, bound, boundGap: share(bound - objective), greedyObjective,
    greedyGap: share(objective - greedyObjective),
    chosen: best.map(({ at }) => at).toSorted((a, b) => a - b) };
}
