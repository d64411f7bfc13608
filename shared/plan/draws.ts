import type { Catalog, MeasuredPoint } from '../catalog/types.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import { ok, type Result } from '../units/result.ts';
import { sourcesOf, withoutReadings, type Source } from '../units/reading.ts';
import type { DrawnStore } from './drawn-stages.ts';
import { createMemo } from './entries/memo.ts';
import type { PlanProblem } from './entries/problem.ts';
import { figuresOf, figureValue, type FigureValue } from './figures/all.ts';
import { runStages, type PlanContext } from './pipeline.ts';
import { noMoves } from './serving/moves.ts';
import { createServingMemo } from './serving/serving.ts';
import { createPowerMemo } from './site/power-design.ts';
import { createStageStore } from './stage-store.ts';
import type { StageResults } from './stages.ts';

/** Sets of own benchmarks held at once. */
const benchmarksHeld = 16;

const contextOf = (
  catalog: Catalog, measured: readonly MeasuredPoint[] | null,
): PlanContext => ({ catalog, measured, serving: createServingMemo(),
  benchmarks: createMemo(benchmarksHeld), stages: createStageStore(),
  power: createPowerMemo() });

/** What one recorded evaluation tells of the stages: which read moved fields, and how. */
function storeOf({ stages }: PlanContext, { moved, stepped }: Drawing): DrawnStore {
  const isMoved = ({ kind, path }: Source): boolean => kind === 'field' && moved.has(path);
  const fixed = new Map<string, unknown>();
  const repeating = new Set<string>();
  for (const [name, { results: [held] }] of stages.kept) {
    if (held === undefined) continue;
    if (![...sourcesOf(held.reading)].some(isMoved)) fixed.set(name, held.value);
    else if (!held.reading.sources.some((source) => isMoved(source) && !stepped.has(source.path)))
      repeating.add(name);
  }
  return { fixed, repeating, moved, held: new Map() };
}

/** What is evaluated again and again with other values in the same fields. */
export interface Drawing {
  readonly catalog: Catalog;
  readonly measured: readonly MeasuredPoint[] | null;
  /** The scenario; the values of moved fields are written into it between draws. */
  readonly inputs: ScenarioInputs;
  /** Paths of the fields that are written. */
  readonly moved: ReadonlySet<string>;
  /** Those of them that take few values: whole numbers, shares in steps. */
  readonly stepped: ReadonlySet<string>;
  /** Keys of the figures that will be asked. */
  readonly figures: readonly string[];
}

/** One draw: what its plan came to, to be asked before the next one. */
export interface DrawnPlan {
  readonly stages: StageResults;
  readonly figure: (key: string) => FigureValue | null;
}

/** Evaluates the plan of the values that are written, and hands it over while it stands. */
export type EvaluateDraw = <T>(take: (plan: Result<DrawnPlan, PlanProblem>) => T) => T;

/**
 * Full plans of one scenario with other values in the same fields, as fast as they can be
 * had: what rests on no moved field is computed once, and of the rest nothing is recorded.
 * The figures are those of `evaluatePlan`, bit for bit.
 */
export function prepareDraws(drawing: Drawing): EvaluateDraw {
  const { catalog, measured, inputs, figures } = drawing;
  const learning = contextOf(catalog, measured);
  const first = runStages(learning, inputs, noMoves);
  if (first.ok) {
    const found = figuresOf(first.value);
    for (const key of figures) void found[key]?.value;
    void first.value.obstacles;
  }
  const context = { ...contextOf(catalog, measured), drawn: storeOf(learning, drawing) };
  return (take) => withoutReadings(() => {
    const stages = runStages(context, inputs, noMoves);
    return take(stages.ok
      ? ok({ stages: stages.value, figure: (key) => figureValue(stages.value, key) })
      : stages);
  });
}
