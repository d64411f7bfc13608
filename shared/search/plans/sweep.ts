import type { FieldValue } from '../../project/field.ts';
import type { SetProblem } from '../../project/path.ts';
import type { ProjectDocument } from '../../project/record.ts';
import { entryOf } from '../../units/entry.ts';
import { ok, refuse, type Result } from '../../units/result.ts';
import { gridOf, pairsOf, type Runs } from '../sweep/grid.ts';
import type { PlanAxis } from './axis.ts';
import { createLayer } from './lay.ts';
import type { SearchProblem } from './problem.ts';
import {
  answerPlan, figureNamed, planOf, type AskedFigure, type Subject,
} from './subject.ts';

/** What a sweep is asked: axes, whether they go together, and the figures of each plan. */
export interface SweepQuestion {
  readonly axes: readonly PlanAxis[];
  /** First values of all axes together, then the second: no combinations. */
  readonly paired: boolean;
  /** Keys of figures, or names of headlines. */
  readonly figures: readonly string[];
}

/** One plan of a sweep. */
export interface SweepCell {
  /** Its number, from 0; the last axis moves fastest. */
  readonly run: number;
  readonly values: readonly FieldValue[];
  /** In the order asked; null where absent. */
  readonly figures: readonly (number | null)[];
  readonly feasible: boolean;
  /** Why a figure is absent or the plan cannot be built; null where nothing is missing. */
  readonly cause: string | null;
}

/** A sweep that may be run from any of its cells. */
export interface Sweep {
  readonly axes: readonly PlanAxis[];
  readonly figures: readonly AskedFigure[];
  readonly runs: number;
  readonly valuesAt: (run: number) => readonly FieldValue[];
  /** The document of a cell, such as to make it a scenario. */
  readonly documentAt: (run: number) => Result<ProjectDocument, SetProblem>;
  readonly cellAt: (run: number) => SweepCell;
}

/** More plans than this are a batch of shards. */
export const mostRuns = 1_000_000;

/** Runs of axes of any values: grids and pairs of their places. */
function runsOf({ axes, paired }: SweepQuestion): Result<Runs, SearchProblem> {
  const twice = axes.find(({ path }, at) => axes.findIndex((other) => other.path === path) < at);
  if (twice !== undefined) return refuse({ code: 'axis-twice', path: twice.path });
  const first = entryOf(axes, 0).values.length;
  const uneven = paired ? axes.find(({ values }) => values.length !== first) : undefined;
  if (uneven !== undefined) {
    return refuse({ code: 'uneven-pairs', path: uneven.path, length: uneven.values.length,
      first });
  }
  const places = axes.map(({ path, values }) =>
    ({ name: path, values: values.map((_, at) => at) }));
  return ok(paired ? pairsOf(places) : gridOf(places));
}

/**
 * Lays out a sweep over the plans of a scenario.
 * @param most plans allowed at once; whoever runs it in shards allows more
 * @returns the sweep, or why there is none: a figure nobody knows, pairs of unequal length,
 *   an axis given twice, or too many plans
 * @throws RangeError without axes
 */
export function openSweep(
  subject: Subject, question: SweepQuestion, most = mostRuns,
): Result<Sweep, SearchProblem> {
  const { axes } = question;
  const runs = runsOf(question);
  if (!runs.ok) return runs;
  if (runs.value.runs > most)
    return refuse({ code: 'too-many', runs: runs.value.runs, most });
  const plan = planOf(subject);
  if (!plan.ok) return plan;
  const figures: AskedFigure[] = [];
  for (const word of question.figures) {
    const figure = figureNamed(plan.value, word);
    if (!figure.ok) return figure;
    figures.push(figure.value);
  }
  return ok(sweepOf(subject, axes, runs.value, figures));
}

function sweepOf(
  subject: Subject, axes: readonly PlanAxis[], runs: Runs, figures: readonly AskedFigure[],
): Sweep {
  const lay = createLayer(subject, axes.map(({ path }) => path));
  const keys = figures.map(({ key }) => key);
  const valuesAt = (run: number): readonly FieldValue[] =>
    runs.at(run).map((place, axis) => axes[axis]?.values[place] ?? null);
  return {
    axes, figures, runs: runs.runs, valuesAt, documentAt: (run) => lay(valuesAt(run)),
    cellAt: (run) => {
      const values = valuesAt(run);
      const laid = lay(values);
      if (!laid.ok) {
        return { run, values, figures: keys.map(() => null), feasible: false,
          cause: `${laid.error.path}: ${laid.error.code}` };
      }
      const { values: found, feasible, cause } = answerPlan(subject, laid.value, keys);
      return { run, values, figures: found, feasible, cause };
    },
  };
}

/** How far a sweep is. */
export interface SweepProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * The plans of a sweep one by one: yields after each, so that its caller can show
 * progress, give way to others, or stop by asking for no further step.
 * @param from,to runs from the first to before the last; all when left out
 */
export function* sweepSteps(
  sweep: Sweep, from = 0, to = sweep.runs,
): Generator<SweepProgress, readonly SweepCell[]> {
  const cells: SweepCell[] = [];
  for (let run = from; run < to; run++) {
    cells.push(sweep.cellAt(run));
    yield { done: cells.length, total: to - from };
  }
  return cells;
}

/** The result of steps that nobody watches. */
export function runThrough<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
