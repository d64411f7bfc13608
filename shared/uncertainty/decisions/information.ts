import { at, rowAt, upTo } from '../numerics/at.ts';
import { scoresOf } from '../statistics/ranks.ts';

/** Payoffs of actions, one row per run or state: larger is better. */
export type Payoffs = readonly (readonly number[])[];

export interface PerfectInformation {
  /** Counted from 0; of several as good, the first. */
  readonly bestAction: number;
  readonly expectedValue: number;
  /** What knowing everything before deciding is worth. */
  readonly evpi: number;
}

/** Place of the largest value, the first of several. */
function largest(values: readonly number[]): number {
  let best = 0;
  for (const [k, value] of values.entries()) if (value > at(values, best)) best = k;
  return best;
}

/**
 * Value of perfect information from payoffs and the probabilities of their rows.
 * @source Raiffa & Schlaifer, Applied Statistical Decision Theory (1961)
 * @throws RangeError unless rows pair up with probabilities that sum to 1
 * @example valueOfInformation([[700, 90], [-100, 90]], [0.25, 0.75])
 *   // { bestAction: 0, expectedValue: 100, evpi: 142.5 }
 */
export function valueOfInformation(
  payoffs: Payoffs, probabilities: readonly number[],
): PerfectInformation {
  const actions = rowAt(payoffs, 0).length;
  const sum = probabilities.reduce((all, p) => all + p, 0);
  if (actions === 0 || payoffs.some((row) => row.length !== actions))
    throw new RangeError('every row needs the payoff of every action');
  if (probabilities.length !== payoffs.length || probabilities.some((p) => !(p >= 0))
    || Math.abs(sum - 1) > 1e-9)
    throw new RangeError('each row needs a probability, and they sum to 1');
  const means = upTo(actions).map((action) =>
    payoffs.reduce((all, row, k) => all + at(probabilities, k) * at(row, action), 0));
  const known = payoffs.reduce((all, row, k) => all + at(probabilities, k) * Math.max(...row), 0);
  const bestAction = largest(means);
  const expectedValue = at(means, bestAction);
  return { bestAction, expectedValue, evpi: Math.max(0, known - expectedValue) };
}

/**
 * The same from runs, each as likely as the next.
 * @example informationFromRuns([[10, 12], [20, 15], [-5, 3], [8, 8], [30, 11]]).evpi // 2
 */
export function informationFromRuns(payoffs: Payoffs): PerfectInformation {
  const actions = rowAt(payoffs, 0).length;
  if (actions === 0) throw new RangeError('there are no runs');
  if (payoffs.some((row) => row.length !== actions))
    throw new RangeError('every run needs the payoff of every action');
  const count = payoffs.length;
  const means = upTo(actions).map((action) =>
    payoffs.reduce((all, row) => all + at(row, action), 0) / count);
  const known = payoffs.reduce((all, row) => all + Math.max(...row), 0) / count;
  const bestAction = largest(means);
  const expectedValue = at(means, bestAction);
  return { bestAction, expectedValue, evpi: Math.max(0, known - expectedValue) };
}

/** Hermite polynomials to the third degree, each of variance 1 under the normal law. */
const basis = [(): number => 1, (z: number): number => z,
  (z: number): number => (z * z - 1) / Math.SQRT2,
  (z: number): number => (z ** 3 - 3 * z) / Math.sqrt(6)] as const;

/**
 * Value of knowing one input before deciding, from runs: each action's payoff is smoothed over
 * the input's normal score (a cubic), and the best smoothed action taken at each run.
 * @param input the input's value in each run; constant inputs are worth nothing
 * @source Strong, Oakley & Brennan, Medical Decision Making 34 (2014) 311 (by regression)
 * @example informationOfInput([1, 1, 1], [[2, 1], [0, 1], [2, 1]]) // 0
 */
export function informationOfInput(input: ArrayLike<number>, payoffs: Payoffs): number {
  const count = payoffs.length;
  if (input.length !== count) throw new RangeError('input and payoffs must pair up');
  const actions = rowAt(payoffs, 0).length;
  if (count === 0 || Array.from(input).every((value) => value === input[0])) return 0;
  const scores = [...scoresOf(input)];
  const terms = basis.map((f) => scores.map(f));
  const smoothed = upTo(actions).map((action) => {
    // Ranks without ties make the terms orthogonal; their own squares take up the rest.
    const weights = terms.map((row) => {
      const squares = row.reduce((all, x) => all + x * x, 0);
      return payoffs.reduce((all, values, k) => all + at(values, action) * at(row, k), 0)
        / squares;
    });
    return scores.map((_, k) =>
      terms.reduce((all, row, term) => all + at(weights, term) * at(row, k), 0));
  });
  const means = smoothed.map((row) => row.reduce((all, x) => all + x, 0) / count);
  const known = scores.reduce((all, _, k) =>
    all + Math.max(...smoothed.map((row) => at(row, k))), 0) / count;
  return Math.max(0, known - Math.max(...means));
}
