import { at } from '../numerics/at.ts';
import type { Law, Moments } from './types.ts';

/** Ranks and cumulative probabilities are compared with this slack. */
const slack = 1e-12;

interface Step {
  readonly value: number;
  readonly probability: number;
}

/**
 * Law of single values: the quantile is the least value whose cumulative probability
 * reaches p. Values may come in any order.
 * @example discreteLaw([3, 1, 2], [0.2, 0.5, 0.3]).quantile(0.6) // 2
 */
export function discreteLaw(
  values: readonly number[], probabilities: readonly number[],
): Law {
  const steps = values.map((value, k): Step => ({ value, probability: at(probabilities, k) }))
    .filter(({ probability }) => probability > 0).toSorted((a, b) => a.value - b.value);
  const sorted = Float64Array.from(steps, ({ value }) => value);
  const sums = new Float64Array(sorted.length);
  let sum = 0;
  for (const [k, { probability }] of steps.entries()) {
    sum += probability;
    sums[k] = sum;
  }
  const last = sorted.length - 1;
  return {
    min: at(sorted, 0), max: at(sorted, last),
    quantile: (p) => at(sorted, Math.min(last, firstReaching(sums, p - slack))),
    cdf: (x) => {
      const below = countUpTo(sorted, x);
      return below === 0 ? 0 : below > last ? 1 : at(sums, below - 1);
    },
    moments: () => momentsOf(steps),
  };
}

/** First place whose sum is at least p. */
function firstReaching(sums: Float64Array, p: number): number {
  let [low, high] = [0, sums.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(sums, middle) >= p) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many of the sorted values are x or less. */
function countUpTo(sorted: Float64Array, x: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(sorted, middle) <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

function momentsOf(steps: readonly Step[]): Moments {
  const mean = steps.reduce((all, step) => all + step.probability * step.value, 0);
  const square =
    steps.reduce((all, step) => all + step.probability * (step.value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(square) };
}

/**
 * Own numbers, each as likely as the next; a draw is always one of them.
 * @example empiricalLaw([5, 1, 9, 3]).quantile(0.5) // 3
 */
export const empiricalLaw = (values: readonly number[]): Law =>
  discreteLaw(values, values.map(() => 1 / values.length));

/**
 * An event that comes with a probability and then by a delay, else 0.
 * @example eventLaw(0.3, { min: 5, max: 5, quantile: () => 5, cdf: (x) => (x >= 5 ? 1 : 0), moments: () => ({ mean: 5, sd: 0 }) }).quantile(0.8)
 *   // 5
 */
export function eventLaw(probability: number, delay: Law): Law {
  const none = 1 - probability;
  return {
    min: probability === 1 ? delay.min : 0, max: probability === 0 ? 0 : delay.max,
    quantile: (p) => (p <= none + slack ? 0
      : delay.quantile(Math.min(1, (p - none) / probability))),
    cdf: (x) => (x < 0 ? 0 : none + probability * delay.cdf(x)),
    moments: () => {
      const { mean, sd } = delay.moments();
      if (probability === 0) return { mean: 0, sd: 0 };
      if (mean === null) return { mean: null, sd: null };
      const first = probability * mean;
      return { mean: first, sd: sd === null ? null
        : Math.sqrt(probability * sd ** 2 + probability * none * mean ** 2) };
    },
  };
}
