import { quantileOf } from '../distributions/quantile.ts';
import type { Assumptions, UncertainInput } from '../assumptions/types.ts';
import { at } from '../numerics/at.ts';
import { ranksOf } from '../statistics/ranks.ts';
import type { Columns } from './columns.ts';
import type { Evaluator } from './evaluator.ts';
import { drawnInputs, type Points } from './points.ts';

/** How a figure goes with an input over all draws. */
export interface Driver {
  readonly input: UncertainInput;
  /** Spearman's rank correlation; null where either never changes. */
  readonly rankCorrelation: number | null;
}

/** Pearson's correlation; null where either is constant. */
function correlation(a: Float64Array, b: Float64Array): number | null {
  const n = a.length;
  const mean = (values: Float64Array): number => values.reduce((sum, x) => sum + x, 0) / n;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let row = 0; row < n; row++) {
    const [da, db] = [at(a, row) - ma, at(b, row) - mb];
    [ab, aa, bb] = [ab + da * db, aa + da * da, bb + db * db];
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : null;
}

const strength = ({ rankCorrelation }: Driver): number =>
  (rankCorrelation === null ? -1 : Math.abs(rankCorrelation));

/** Values of every input over these draws, input by input. */
function valuesOver(points: Points, draws: Uint32Array): readonly Float64Array[] {
  const columns = points.ids.map(() => new Float64Array(draws.length));
  const drawn = new Float64Array(points.ids.length);
  for (const [row, draw] of draws.entries()) {
    points.fill(draw, drawn);
    for (const [place, column] of columns.entries()) column[row] = at(drawn, place);
  }
  return columns;
}

/**
 * Rank correlation of a figure with every input that is drawn, over the draws that have the
 * figure, strongest first.
 * @param columns of a run that is complete
 */
export function rankCorrelations(
  points: Points, columns: Columns, figure: string, assumptions: Assumptions,
): readonly Driver[] {
  const { done, total } = columns.progress();
  if (done < total) throw new Error('drivers are asked of a run that is not complete');
  const column = columns.column(figure);
  const draws = Uint32Array.from(column.keys()).filter((draw) =>
    !Number.isNaN(column[draw] ?? NaN));
  const ranks = ranksOf(Float64Array.from(draws, (draw) => column[draw] ?? NaN));
  const inputs = drawnInputs(assumptions);
  const values = valuesOver(points, draws);
  return points.ids.flatMap((id, place): readonly Driver[] => {
    const input = inputs.get(id);
    const drawn = values[place];
    if (input === undefined || drawn === undefined) return [];
    return [{ input, rankCorrelation: correlation(ranksOf(drawn), ranks) }];
  }).toSorted((a, b) => strength(b) - strength(a));
}

/** What a figure does when one input goes to its own P10 and P90, the others at their P50. */
export interface Swing {
  readonly input: UncertainInput;
  readonly p10: number;
  readonly p90: number;
  /** The figure there; null where it is absent. */
  readonly low: number | null;
  readonly high: number | null;
}

const numberOr = (value: number | undefined): number | null =>
  (value === undefined || Number.isNaN(value) ? null : value);

const widthOf = ({ low, high }: Swing): number =>
  (low === null || high === null ? 0 : Math.abs(high - low));

/**
 * The tornado of a figure: each input at its own P10 and P90, all others at their P50, widest
 * swing first. Two full plans for every input.
 * @param figure one that the evaluator was made for
 */
export function tornado(
  { points, at: figuresAt }: Evaluator, assumptions: Assumptions, figure: number,
): readonly Swing[] {
  const inputs = drawnInputs(assumptions);
  const quantiles = points.ids.map((id) => {
    const input = inputs.get(id);
    return input === undefined ? null : { input, quantile: quantileOf(input.distribution) };
  });
  const medians = Float64Array.from(quantiles, (each) => each?.quantile(0.5) ?? NaN);
  const figureWith = (place: number, value: number): number | null => {
    const values = Float64Array.from(medians);
    values[place] = value;
    return numberOr(figuresAt(values)[figure]);
  };
  return quantiles.flatMap((each, place): readonly Swing[] => {
    if (each === null) return [];
    const [p10, p90] = [each.quantile(0.1), each.quantile(0.9)];
    return [{ input: each.input, p10, p90,
      low: figureWith(place, p10), high: figureWith(place, p90) }];
  }).toSorted((a, b) => widthOf(b) - widthOf(a));
}
