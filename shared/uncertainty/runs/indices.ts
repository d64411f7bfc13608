import { quantileOf } from '../distributions/quantile.ts';
import type { Assumptions, UncertainInput } from '../assumptions/types.ts';
import { at } from '../numerics/at.ts';
import { createSampler } from '../sampling/sampler.ts';
import { shapleyEffects } from '../drivers/shapley.ts';
import { sobolIndices, type Index, type Progress } from '../drivers/sobol.ts';
import type { Columns } from './columns.ts';
import type { Evaluator } from './evaluator.ts';
import { drawnInputs, type Points } from './points.ts';

/** An input's share of the variance of a figure, alone and with all it acts together with. */
export interface SobolRow {
  readonly input: UncertainInput;
  readonly first: Index;
  readonly total: Index;
}

/** An input's part of the variance its figure is explained by. */
export interface ShapleyRow {
  readonly input: UncertainInput;
  readonly share: number;
}

/** Why indices of a figure cannot be given. */
export type IndicesProblem = 'absent-in-some' | 'constant';

/**
 * Sobol indices of a figure, first order and total, of full plans in a Saltelli design. Inputs
 * are independent here: correlations are left out.
 * @param figure place of one the evaluator was made for
 * @param count base points; the plan is evaluated count x (inputs + 2) times
 * @returns strongest total first; or why there are none
 */
export function* sobolOf(
  { points, at: figuresAt }: Evaluator, assumptions: Assumptions, figure: number,
  { count, seed }: { readonly count: number; readonly seed: number },
): Generator<Progress, readonly SobolRow[] | IndicesProblem> {
  const inputs = drawnInputs(assumptions);
  const quantiles = points.ids.map((id) => {
    const input = inputs.get(id);
    return input === undefined ? () => NaN : quantileOf(input.distribution);
  });
  const values = new Float64Array(points.ids.length);
  let absent = false;
  let [least, most] = [Infinity, -Infinity];
  const model = (coordinates: Float64Array): number => {
    for (const [place, quantile] of quantiles.entries())
      values[place] = quantile(at(coordinates, place));
    const value = at(figuresAt(values), figure);
    absent ||= Number.isNaN(value);
    [least, most] = [Math.min(least, value), Math.max(most, value)];
    return value;
  };
  const dimensions = points.ids.length;
  const steps = sobolIndices(model, { inputs: dimensions, count,
    sampler: createSampler({ method: 'sobol', dimensions: 2 * dimensions, seed, runs: count }) });
  try {
    const found = yield* steps;
    if (absent) return 'absent-in-some';
    return points.ids.flatMap((id, place): readonly SobolRow[] => {
      const [input, first, total] = [inputs.get(id), found.first[place], found.total[place]];
      return input === undefined || first === undefined || total === undefined ? []
        : [{ input, first, total }];
    }).toSorted((a, b) => b.total.value - a.total.value);
  } catch (problem) {
    if (absent) return 'absent-in-some';
    if (!(least < most)) return 'constant';
    throw problem;
  }
}

/**
 * Shapley effects of a figure from the draws of a run, correlated inputs included: shares of
 * what smooth functions of the inputs, one each, explain together.
 * @returns largest share first, with the share of variance they explain; or why there are none
 */
export function* shapleyOf(
  points: Points, columns: Columns, assumptions: Assumptions, figure: string, seed: number,
): Generator<Progress, { readonly rows: readonly ShapleyRow[]; readonly explained: number }
  | IndicesProblem> {
  const column = columns.column(figure);
  const draws = [...column.keys()].filter((draw) => !Number.isNaN(at(column, draw)));
  const output = Float64Array.from(draws, (draw) => at(column, draw));
  if (output.length < 2 || output.every((value) => value === output[0])) return 'constant';
  const inputs = drawnInputs(assumptions);
  const drawn = new Float64Array(points.ids.length);
  const values = points.ids.map(() => new Float64Array(draws.length));
  for (const [row, draw] of draws.entries()) {
    points.fill(draw, drawn);
    for (const [place, each] of values.entries()) each[row] = at(drawn, place);
  }
  const known = points.ids.flatMap((id, place) => {
    const input = inputs.get(id);
    const each = values[place];
    return input === undefined || each === undefined ? [] : [{ input, values: each }];
  });
  const { effects, explained } = yield* shapleyEffects(known.map((each) => each.values), output,
    { seed });
  return { explained, rows: known.map(({ input }, place) =>
    ({ input, share: at(Float64Array.from(effects), place) }))
    .toSorted((a, b) => b.share - a.share) };
}
