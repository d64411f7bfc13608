import { entryOf } from '../../units/entry.ts';

export type Dominance = 'a' | 'b' | 'none' | 'equal';

/** Rounding of a difference of sums, over the size of the outcomes. */
const roundOff = 1e-12;

/**
 * How much lower the distribution of a lies than that of b, between outcomes in order.
 */
interface Step {
  readonly width: number;
  /** (F_b - F_a) times both sizes: a whole number. */
  readonly lead: number;
}

function stepsOf(a: readonly number[], b: readonly number[]): readonly Step[] {
  const outcomes = [...new Set([...a, ...b])].toSorted((x, y) => x - y);
  const [up, down] = [a.toSorted((x, y) => x - y), b.toSorted((x, y) => x - y)];
  let [inA, inB] = [0, 0];
  return outcomes.map((outcome, at) => {
    while (inA < up.length && entryOf(up, inA) <= outcome) inA++;
    while (inB < down.length && entryOf(down, inB) <= outcome) inB++;
    const next = outcomes[at + 1];
    return { width: next === undefined ? 0 : next - outcome,
      lead: inB * up.length - inA * down.length };
  });
}

/** Who leads nowhere below the other and somewhere above. */
function judge(leads: readonly number[], slack: number): Dominance {
  const [least, most] = [Math.min(...leads), Math.max(...leads)];
  if (least >= -slack && most <= slack) return 'equal';
  if (least >= -slack) return 'a';
  return most <= slack ? 'b' : 'none';
}

/**
 * Whether one of two rows of equally likely outcomes is better for all who prefer more
 * (first order: F_a <= F_b everywhere), and for all of them who are averse to risk
 * (second order: the same of the areas below F). Larger is better.
 * Source: Hadar and Russell, American Economic Review 59 (1969); Levy, Stochastic
 * Dominance (2006).
 * @throws RangeError for a row without outcomes or with one that is not finite
 * @example stochasticDominance([4, 5, 6], [1, 5, 9]) // { first: 'none', second: 'a' }
 */
export function stochasticDominance(
  a: readonly number[], b: readonly number[],
): { readonly first: Dominance; readonly second: Dominance } {
  if (a.length === 0 || b.length === 0)
    throw new RangeError('both alternatives need at least one outcome');
  if ([...a, ...b].some((value) => !Number.isFinite(value)))
    throw new RangeError('an outcome is not a finite number');
  const steps = stepsOf(a, b);
  const first = judge(steps.map(({ lead }) => lead), 0);
  if (first !== 'none') return { first, second: first };
  let area = 0;
  const areas = steps.map(({ width, lead }) => { area += width * lead; return area; });
  const size = Math.max(...[...a, ...b].map(Math.abs)) * a.length * b.length;
  return { first, second: judge(areas, roundOff * size) };
}
