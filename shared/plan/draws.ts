import type { Catalog, MeasuredPoint } from '../catalog/types.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import { ok, type Result } from '../units/result.ts';
import { inDraw, layingOut, nextDraw } from '../units/drawn-values.ts';
import { Reading, recordWithin, withoutReadings } from '../units/reading.ts';
import { createDrawnStages, type MovedFields } from './drawn-stages.ts';
import { createMemo } from './entries/memo.ts';
import type { PlanProblem } from './entries/problem.ts';
import { figureValue, type FigureValue } from './figures/all.ts';
import { layStages, type PlanContext } from './pipeline.ts';
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

/** What is evaluated again and again with other values in the same fields. */
export interface Drawing extends MovedFields {
  readonly catalog: Catalog;
  readonly measured: readonly MeasuredPoint[] | null;
  /** The scenario; the values of moved fields are written into it between draws. */
  readonly inputs: ScenarioInputs;
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
 * had: the plan is laid out once, what rests on no moved field is computed once, and of the
 * rest nothing is recorded. The figures are those of `evaluatePlan`, bit for bit.
 */
export function prepareDraws(drawing: Drawing): EvaluateDraw {
  const { catalog, measured, inputs, figures } = drawing;
  const drawn = createDrawnStages(drawing);
  const context = { ...contextOf(catalog, measured), drawn };
  const first = nextDraw();
  const evaluate = layingOut(first, drawn, () => layStages(context, inputs, noMoves));
  layingOut(first, drawn, () => recordWithin(new Reading(), () => {
    const plan = evaluate();
    if (!plan.ok) return;
    for (const key of figures) figureValue(plan.value, key);
    void plan.value.obstacles;
  }));
  return (take) => inDraw(drawn, () => withoutReadings(() => {
    const plan = evaluate();
    return take(plan.ok
      ? ok({ stages: plan.value, figure: (key) => figureValue(plan.value, key) })
      : plan);
  }));
}
