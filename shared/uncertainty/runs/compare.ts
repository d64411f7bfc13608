import type { Columns } from './columns.ts';
import { shareOf, type Probability } from './summary.ts';

/** A scenario among those compared. */
export interface ComparedScenario {
  readonly name: string;
  /** How often it has the best value of all; ties count for the first. */
  readonly best: Probability;
  /** Mean of what is lost by choosing it instead of the best of each draw; null without draws. */
  readonly expectedRegret: number | null;
}

/** Two scenarios in the same draws. */
export interface ComparedPair {
  readonly a: string;
  readonly b: string;
  /** How often the first has the better value. */
  readonly aBetter: Probability;
  /** Mean of the first less the second; null without draws. */
  readonly meanDifference: number | null;
}

export interface Comparison {
  readonly figure: string;
  /** Whether less is better of the figure. */
  readonly lessIsBetter: boolean;
  /** Draws in which every scenario has the figure. */
  readonly draws: number;
  readonly scenarios: readonly ComparedScenario[];
  readonly pairs: readonly ComparedPair[];
}

interface Named {
  readonly name: string;
  readonly values: Float64Array;
}

const meanOf = (values: Float64Array): number | null =>
  (values.length === 0 ? null : values.reduce((sum, x) => sum + x, 0) / values.length);

const countOf = (values: Float64Array): number => values.reduce((sum, x) => sum + x, 0);

/** Only draws in which every scenario has a value. */
function inAll(all: readonly Named[]): readonly Named[] {
  const [first] = all;
  const keep = (first?.values ?? new Float64Array()).map((_, draw) =>
    Number(all.every(({ values }) => !Number.isNaN(values[draw] ?? NaN))));
  return all.map(({ name, values }) =>
    ({ name, values: values.filter((_, draw) => keep[draw] === 1) }));
}

function pairOf(a: Named, b: Named, sign: number): ComparedPair {
  const difference = a.values.map((value, draw) => value - (b.values[draw] ?? NaN));
  return { a: a.name, b: b.name, meanDifference: meanOf(difference),
    aBetter: shareOf(countOf(difference.map((d) => Number(sign * d > 0))), difference.length) };
}

/**
 * Scenarios compared draw by draw: what they share is drawn alike, so that only what sets
 * them apart is left in the difference. Draws in which one has no value are left out, and
 * counted.
 */
export function compareRuns(
  runs: readonly { readonly name: string; readonly columns: Columns }[], figure: string,
  lessIsBetter: boolean,
): Comparison {
  const all = inAll(runs.map(({ name, columns }) =>
    ({ name, values: columns.column(figure) })));
  const sign = lessIsBetter ? -1 : 1;
  const [first] = all;
  const draws = first === undefined ? 0 : first.values.length;
  const best = Float64Array.from({ length: draws }, (_, draw) =>
    Math.max(...all.map(({ values }) => sign * (values[draw] ?? NaN))));
  const winner = best.map((value, draw) =>
    all.findIndex(({ values }) => sign * (values[draw] ?? NaN) === value));
  return {
    figure, lessIsBetter, draws,
    scenarios: all.map(({ name, values }, at) => ({
      name, best: shareOf(countOf(winner.map((won) => Number(won === at))), draws),
      expectedRegret: meanOf(best.map((value, draw) => value - sign * (values[draw] ?? NaN))),
    })),
    pairs: all.flatMap((a, at) => all.slice(at + 1).map((b) => pairOf(a, b, sign))),
  };
}
