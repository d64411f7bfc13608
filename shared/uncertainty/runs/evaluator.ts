import { prepareDraws, type DrawnPlan, type EvaluateDraw } from '../../plan/draws.ts';
import type { PlanProblem } from '../../plan/entries/problem.ts';
import type { FigureValue } from '../../plan/figures/all.ts';
import { resolveScenario } from '../../project/resolve.ts';
import { once } from '../../units/once.ts';
import { ok, type Result } from '../../units/result.ts';
import type { Assumptions } from '../assumptions/types.ts';
import type { World } from '../world.ts';
import { movedFields, writableInputs, type MovedField } from './moved-inputs.ts';
import { drawnInputs, pointsOf, type Points } from './points.ts';
import type { Block, Cause, RunOptions } from './types.ts';

/** Evaluates any draws of a run, in any order. */
export interface Evaluator {
  readonly points: Points;
  readonly moved: readonly MovedField[];
  /** The figures with these values of the inputs; NaN where one is absent. */
  readonly at: (values: Float64Array) => Float64Array;
  /** Values of all figures, draw by draw. */
  readonly evaluate: (from: number, to: number) => Block;
}

/** Why a plan cannot be built as asked; null where it can. */
function causeOf(plan: Result<DrawnPlan, PlanProblem>): Cause | null {
  if (!plan.ok) return 'where' in plan.error ? `${plan.error.code} ${plan.error.where}`
    : plan.error.code;
  const [obstacle] = plan.value.stages.obstacles;
  return obstacle === undefined ? null : `${obstacle.code} ${obstacle.where}`;
}

/** What is gathered over the draws of a block. */
class Gathering {
  readonly infeasible: (readonly [number, Cause])[] = [];
  private readonly counts = new Map<string, Map<string, number>>();

  addAbsent(figure: string, code: string): void {
    const codes = this.counts.get(figure) ?? new Map<string, number>();
    const before = codes.get(code);
    codes.set(code, before === undefined ? 1 : before + 1);
    this.counts.set(figure, codes);
  }

  absent(): Block['absent'] {
    return [...this.counts].flatMap(([figure, codes]) =>
      [...codes].map(([code, count]) => [figure, code, count] as const));
  }
}

/** Figures of one plan, NaN where one is absent, and why it cannot be built; null where it can. */
interface Found {
  readonly figures: readonly FigureValue[];
  readonly cause: Cause | null;
}

const noPlan: FigureValue = { value: null, absent: { code: 'not-buildable', detail: 'no plan' } };

function foundIn(plan: Result<DrawnPlan, PlanProblem>, figures: readonly string[]): Found {
  return { cause: causeOf(plan),
    figures: figures.map((key) => (plan.ok ? plan.value.figure(key) : null) ?? noPlan) };
}

/** An evaluation that throws is a draw without a plan: inputs far apart may contradict. */
function findSafely(evaluate: EvaluateDraw, figures: readonly string[]): Found {
  try {
    return evaluate((plan) => foundIn(plan, figures));
  } catch (error) {
    return { figures: figures.map(() => noPlan),
      cause: `failed ${error instanceof Error ? error.message : String(error)}` };
  }
}

function gatherBlock(
  figures: readonly string[], from: number, to: number, find: (draw: number) => Found,
): Block {
  const count = to - from;
  const values = new Float64Array(figures.length * count);
  const gathering = new Gathering();
  for (let draw = from; draw < to; draw++) {
    const found = find(draw);
    for (const [at, key] of figures.entries()) {
      const { value, absent } = found.figures[at] ?? noPlan;
      values[at * count + draw - from] = value ?? NaN;
      if (value === null) gathering.addAbsent(key, absent?.code ?? 'not-finite');
    }
    if (found.cause !== null) gathering.infeasible.push([draw, found.cause]);
  }
  return { from, to, values, infeasible: gathering.infeasible, absent: gathering.absent() };
}

/**
 * Prepares a scenario for draws. Each draw sets the moved fields and evaluates the full plan.
 * @returns why there is no such scenario
 */
export function createEvaluator(
  world: World, assumptions: Assumptions, options: RunOptions,
): Result<Evaluator, PlanProblem> {
  const resolved = resolveScenario(world.document, world.scenarioId);
  if (!resolved.ok) return resolved;
  const points = pointsOf(assumptions, options);
  const drawn = drawnInputs(assumptions);
  const place = new Map(points.ids.map((id, at) => [id, at]));
  const moved = movedFields(
    [...drawn.values()].filter(({ id }) => place.has(id)), (id) => place.get(id) ?? -1,
  );
  const { inputs, write } = writableInputs(resolved.value, moved);
  const { figures } = options;
  // A thread that only gathers draws of others never lays the plan out.
  const evaluate = once((): EvaluateDraw => {
    write(Float64Array.from(points.ids, (id) => drawn.get(id)?.base ?? NaN));
    return prepareDraws({ catalog: world.catalog, measured: world.measured, inputs,
      figures, moved: new Set(moved.map(({ path }) => path)),
      stepped: new Set(moved.flatMap(({ path, stepped }) => (stepped ? [path] : []))) });
  });
  const find = (values: Float64Array): Found => {
    const prepared = evaluate();
    write(values);
    return findSafely(prepared, figures);
  };
  const values = new Float64Array(points.ids.length);
  return ok({ points, moved,
    at: (given) => Float64Array.from(find(given).figures, ({ value }) => value ?? NaN),
    evaluate: (from, to) => gatherBlock(figures, from, to, (draw) => {
      points.fill(draw, values);
      return find(values);
    }) });
}
