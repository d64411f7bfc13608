import type { Assumptions, UncertainInput } from '../assumptions/types.ts';
import { quantileOf } from '../distributions/quantile.ts';
import { createCopula, type Copula } from '../sampling/copula.ts';
import { createSampler } from '../sampling/sampler.ts';
import type { RunOptions } from './types.ts';

/** The values of any draw, which depend on the seed and the draw's number alone. */
export interface Points {
  /** Ids of the inputs that are drawn, in the order of the values. */
  readonly ids: readonly string[];
  /** Fills `out` with the values of a draw. */
  readonly fill: (draw: number, out: Float64Array) => void;
  /** What the correlations asked for had to become to hold together; null where nothing. */
  readonly repaired: Copula['repaired'];
}

/** Rank correlations as a table over the inputs that are drawn; null where there are none. */
function correlationTable(
  { correlations }: Assumptions, ids: readonly string[],
): readonly (readonly number[])[] | null {
  const place = new Map(ids.map((id, at) => [id, at]));
  const table = ids.map((_, i) => ids.map((__, j): number => (i === j ? 1 : 0)));
  let any = false;
  for (const { a, b, value } of correlations) {
    const [i, j] = [place.get(a), place.get(b)];
    if (i === undefined || j === undefined || i === j) continue;
    const [row, other] = [table[i], table[j]];
    if (row === undefined || other === undefined) continue;
    [row[j], other[i]] = [value, value];
    any = true;
  }
  return any ? table : null;
}

/** The inputs that are drawn, by id. */
export const drawnInputs = ({ inputs }: Assumptions): ReadonlyMap<string, UncertainInput> =>
  new Map(inputs.filter(({ on }) => on).map((input) => [input.id, input]));

/** Ids with a coordinate when none are named: those of the inputs switched on. */
export const usualDimensions = (assumptions: Assumptions): readonly string[] =>
  [...drawnInputs(assumptions).keys()];

/**
 * Points of a run. An id of the list that these assumptions do not draw keeps its coordinate
 * and has no value (NaN).
 */
export function pointsOf(assumptions: Assumptions, options: RunOptions): Points {
  const { draws, seed, method, dimensions } = options;
  const ids = dimensions ?? usualDimensions(assumptions);
  const drawn = drawnInputs(assumptions);
  const quantiles = ids.map((id) => {
    const input = drawn.get(id);
    return input === undefined ? () => NaN : quantileOf(input.distribution);
  });
  const table = correlationTable(assumptions, ids);
  const copula = table === null ? null : createCopula(table);
  const sampler = createSampler({ method, dimensions: ids.length, seed, runs: draws });
  return {
    ids, repaired: copula?.repaired ?? null,
    fill: (draw, out) => {
      sampler.fill(draw, out);
      copula?.apply(out);
      for (const [at, quantile] of quantiles.entries()) out[at] = quantile(out[at] ?? NaN);
    },
  };
}
