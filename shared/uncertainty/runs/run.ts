import type { PlanProblem } from '../../plan/entries/problem.ts';
import { ok, type Result } from '../../units/result.ts';
import type { ProjectDocument } from '../../project/record.ts';
import type { SetProblem } from '../../project/path.ts';
import type { Assumptions } from '../assumptions/types.ts';
import { rankCorrelations, type Driver } from './drivers.ts';
import { summariseRun, type RunSummary } from './summary.ts';
import type { World } from '../world.ts';
import { createColumns, type Columns } from './columns.ts';
import { drawnFields, layDraw } from './document.ts';
import { createEvaluator, type Evaluator } from './evaluator.ts';
import { usualFigures, type Block, type RunOptions, type RunProgress } from './types.ts';

/** A run of draws over full plans. */
export interface Run {
  readonly options: RunOptions;
  readonly evaluator: Evaluator;
  readonly columns: Columns;
  /** Evaluates the next draws that are missing, at most so many. */
  readonly step: (most: number) => RunProgress;
  /** Takes draws that were evaluated elsewhere, with the same assumptions and options. */
  readonly take: (block: Block) => RunProgress;
  /** Figures of the draws done so far. */
  readonly summary: () => RunSummary;
  /** How a figure goes with each input, strongest first. */
  readonly drivers: (figure: string) => readonly Driver[];
  /** Values drawn for each input in a draw, by id. */
  readonly valuesOf: (draw: number) => ReadonlyMap<string, number>;
  /** The document in which the scenario stands as in a draw. */
  readonly document: (draw: number) => Result<ProjectDocument, SetProblem>;
}

/** Draws, seed and points unless stated otherwise. */
export const usualOptions: RunOptions = {
  draws: 2000, seed: 1, method: 'sobol', figures: usualFigures,
};

/**
 * A run over a scenario, to be driven by whoever shows it:
 *
 *     const run = createRun(world, usualAssumptions(plan), { ...usualOptions, draws: 10_000 });
 *     if (!run.ok) show(run.error);
 *     else while (!cancelled && run.value.step(200).done < 10_000) show(run.value.summary());
 *
 * A draw depends on assumptions, options and its number alone: steps of any size, stops in
 * between and draws taken from other threads (`take`, from an evaluator of the same arguments)
 * give the same columns. Cancelling is not stepping any more; what is done stays readable.
 * An edit makes a new run.
 * @returns why there is no such scenario
 */
export function createRun(
  world: World, assumptions: Assumptions, options: RunOptions = usualOptions,
): Result<Run, PlanProblem> {
  const made = createEvaluator(world, assumptions, options);
  if (!made.ok) return made;
  const evaluator = made.value;
  const { points, moved } = evaluator;
  const columns = createColumns(options.figures, options.draws);
  const take = (block: Block): RunProgress => {
    columns.add(block);
    return columns.progress();
  };
  return ok({
    options, evaluator, columns, take,
    step: (most) => {
      const [gap] = columns.missing();
      if (gap === undefined) return columns.progress();
      const [from, to] = gap;
      return take(evaluator.evaluate(from, Math.min(to, from + most)));
    },
    summary: () => summariseRun(columns, options.figures, world),
    drivers: (figure) => rankCorrelations(points, columns, figure, assumptions),
    valuesOf: (draw) => {
      const values = new Float64Array(points.ids.length);
      points.fill(draw, values);
      return new Map(points.ids.map((id, at) => [id, values[at] ?? NaN]));
    },
    document: (draw) =>
      layDraw(world.document, world.scenarioId, drawnFields(points, moved, draw)),
  });
}
