import { at, upTo } from '../numerics/at.ts';
import { createPermutation } from '../sampling/permutation.ts';
import { correlationsOf } from '../statistics/ranks.ts';
import { basisOf, explainedInOrder } from './basis.ts';
import { varies, type Columns } from './regression.ts';
import type { Progress } from './sobol.ts';

/**
 * Shapley values: what each player adds, on average over all orders in which they may come.
 * @param worth of a set of players, as bits
 * @source Shapley (1953); Owen, SIAM/ASA J. Uncertainty Quantification 2 (2014)
 * @throws RangeError above 16 players
 * @example shapleyValues(2, (set) => [0, 1, 2, 5][set] ?? NaN) // [2, 3]
 */
export function shapleyValues(count: number, worth: (set: number) => number): number[] {
  if (count > 16) throw new RangeError('more than 16 inputs need sampled orders');
  const worths = Float64Array.from({ length: 2 ** count }, (_, set) => worth(set));
  // Weight of a set of s others: s! (n - s - 1)! / n!
  const weights = [1 / count];
  for (let s = 1; s < count; s += 1) weights.push((at(weights, s - 1) * s) / (count - s));
  return upTo(count).map((player) => {
    let sum = 0;
    for (let set = 0; set < worths.length; set += 1) {
      if (((set >>> player) & 1) === 1) continue;
      let size = 0;
      for (let rest = set; rest !== 0; rest &= rest - 1) size += 1;
      sum += at(weights, size) * (at(worths, set | (1 << player)) - at(worths, set));
    }
    return sum;
  });
}

export interface ShapleyOptions {
  /** Powers of each input's normal score that may explain the output. */
  readonly degree?: number;
  /** Orders drawn where there are more than ten inputs. */
  readonly orders?: number;
  readonly seed: number;
}

export interface ShapleyEstimate {
  /** Shares of the output's variance; they sum to `explained`. */
  readonly effects: readonly number[];
  /** Share of variance the inputs explain one by one; the rest lies in their interplay. */
  readonly explained: number;
}

/**
 * Shapley effects from stored runs of inputs that may be correlated: each input's share of the
 * variance that smooth functions of the inputs, one each, explain together.
 * @param inputs one column per input; one that does not vary has no effect
 * @source Owen & Prieur, SIAM/ASA J. Uncertainty Quantification 5 (2017)
 * @throws RangeError where the output does not vary
 */
export function* shapleyEffects(
  inputs: Columns, output: ArrayLike<number>, options: ShapleyOptions,
): Generator<Progress, ShapleyEstimate> {
  const { degree = 3, orders = 256, seed } = options;
  const moving = inputs.flatMap((column, k) => (varies(column) ? [k] : []));
  const bases = moving.map((k) => basisOf(inputs[k] ?? [], degree));
  const correlations = correlationsOf([...bases.flat(), output]);
  let next = 0;
  const blocks = bases.map((rows) => rows.map(() => next++));
  const count = moving.length;
  const effects = inputs.map(() => 0);
  const add = (place: number, value: number): void => {
    const input = at(moving, place);
    effects[input] = at(effects, input) + value;
  };
  if (count <= 10) {
    const worth = (set: number): number => explainedInOrder(correlations,
      blocks.filter((_, k) => ((set >>> k) & 1) === 1)).reduce((sum, part) => sum + part, 0);
    for (const [place, value] of shapleyValues(count, worth).entries()) add(place, value);
    yield { done: orders, of: orders };
  } else {
    for (let turn = 0; turn < orders; turn += 1) {
      // Each order and its reverse: the first of one is the last of the other.
      const permute = createPermutation(count, seed + (turn >>> 1));
      const order = upTo(count).map(permute);
      if (turn % 2 === 1) order.reverse();
      const parts = explainedInOrder(correlations, order.map((k) => blocks[k] ?? []));
      for (const [place, k] of order.entries()) add(k, at(parts, place) / orders);
      if (turn % 16 === 15) yield { done: turn + 1, of: orders };
    }
  }
  return { effects, explained: effects.reduce((sum, value) => sum + value, 0) };
}
