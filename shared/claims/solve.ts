import { ok, refuse, type Result } from '../units/result.ts';
import { checkOverrides, computeWith, valuesOf } from './evaluate.ts';
import type { CardProblem, ClaimCard, Overrides } from './types.ts';

export interface Solution {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** What the formula gives there. */
  readonly outcome: number;
}

/** Halvings that bring any bounds of the cards below the resolution of a double. */
const halvings = 200;

/**
 * Middle of an interval: geometric where the bounds span decades, so that small values
 * are found as finely.
 */
const middle = (low: number, high: number): number =>
  (low > 0 ? Math.sqrt(low * high) : (low + high) / 2);

/**
 * The value of one input at which the claim comes out as published, all others held:
 * overrides first, then suggestions, then published values. Bisection between the input's
 * bounds; the formulas are monotone in each input.
 * @param target the output to meet; the published one by default
 * @returns the solution, or why there is none: `inputs-missing` (others have no value),
 *   `no-effect`, `no-solution` with the outcome at both bounds
 * @example solveFor(card5x75, 'tokPerSec', { years: 3, inputPrice: 3, outputPrice: 8 }) // about 3,097
 */
export function solveFor(
  card: ClaimCard, unknown: string, overrides: Overrides = {},
  target: number = card.published.value,
): Result<Solution, CardProblem> {
  const input = card.inputs.find((i) => i.key === unknown);
  if (input === undefined) return refuse({ code: 'unknown-input', key: unknown,
    known: card.inputs.map((i) => i.key) });
  const problem = checkOverrides(card, overrides);
  if (problem !== null) return refuse(problem);
  const values = valuesOf(card, overrides, true);
  const without = card.inputs.filter((i) => i.key !== unknown && !(i.key in values))
    .map((i) => i.key);
  const at = (x: number): number
    | null => computeWith(card.formula.compute, { ...values, [unknown]: x });
  const [min, max] = input.bounds;
  const [atMin, atMax] = [at(min), at(max)];
  if (atMin === null || atMax === null)
    return refuse({ code: 'inputs-missing', keys: without });
  if (atMin === atMax) return refuse({ code: 'no-effect', key: unknown });
  if ((atMin - target) * (atMax - target) > 0)
    return refuse({ code: 'no-solution', key: unknown, target,
      atMin, atMax });
  const value = bisect((x) => (at(x) ?? Number.NaN) - target, min, max, atMin < target);
  return ok({ key: unknown, label: input.label, value, outcome: at(value) ?? Number.NaN });
}

function bisect(
  excess: (x: number) => number, min: number, max: number, rising: boolean,
): number {
  let [low, high] = [min, max];
  for (let i = 0; i < halvings && high > low; i++) {
    const x = middle(low, high);
    if (x <= low || x >= high) break;
    const below = excess(x) < 0;
    if (below === rising) low = x;
    else high = x;
  }
  return Math.abs(excess(low)) <= Math.abs(excess(high)) ? low : high;
}
