import { entryOf } from '../../units/entry.ts';

export interface Criteria {
  /** Actions by place from 0 on; of equal ones the first. */
  readonly maximin: number;
  readonly maximax: number;
  readonly laplace: number;
  readonly hurwicz: number;
  readonly minimaxRegret: number;
  /** Of each action, the most it may fall behind the best action of a state. */
  readonly maxRegret: readonly number[];
}

/** Refuses what is no table of payoffs of actions by states. */
export function checkPayoffs(payoffs: readonly (readonly number[])[]): number {
  const states = payoffs[0]?.length;
  if (states === undefined || states === 0)
    throw new RangeError('payoffs need at least one action and one state');
  if (payoffs.some((row) => row.length !== states))
    throw new RangeError('every action needs a payoff in every state');
  if (payoffs.flat().some((value) => !Number.isFinite(value)))
    throw new RangeError('a payoff is not a finite number');
  return states;
}

const bestOf = (values: readonly number[]): number => values.indexOf(Math.max(...values));

/**
 * The action each rule of choice without probabilities takes: the best worst case
 * (Wald), the best best case, the best mean (Laplace), the best mix of best and worst
 * (Hurwicz), and the least regret (Savage 1951). Larger payoffs are better.
 * Source: Luce and Raiffa, Games and Decisions (1957), ch. 13.
 * @param payoffs of each action in each state
 * @param optimism weight of the best case in Hurwicz's rule, 0 to 1
 * @throws RangeError for a table that is none and an optimism outside 0 to 1
 * @example decisionCriteria([[50, 20, -10], [12, 12, 13]], 0.4).maximin // 1
 */
export function decisionCriteria(
  payoffs: readonly (readonly number[])[], optimism: number,
): Criteria {
  const states = checkPayoffs(payoffs);
  if (!(optimism >= 0 && optimism <= 1))
    throw new RangeError('optimism must lie between 0 and 1');
  const worst = payoffs.map((row) => Math.min(...row));
  const best = payoffs.map((row) => Math.max(...row));
  const mean = payoffs.map((row) => row.reduce((sum, value) => sum + value, 0) / states);
  const mixed = best.map((value, at) => optimism * value
    + (1 - optimism) * entryOf(worst, at));
  const tops = Array.from({ length: states }, (_, state) =>
    Math.max(...payoffs.map((row) => entryOf(row, state))));
  const maxRegret = payoffs.map((row) =>
    Math.max(...row.map((value, state) => entryOf(tops, state) - value)));
  return { maximin: bestOf(worst), maximax: bestOf(best), laplace: bestOf(mean),
    hurwicz: bestOf(mixed), minimaxRegret: bestOf(maxRegret.map((value) => -value)),
      maxRegret };
}
