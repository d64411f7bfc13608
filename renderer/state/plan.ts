import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import { createPlanner } from '../../shared/plan.ts';
import type { PlanProblem } from '../../shared/plan/entries/problem.ts';
import { noMoves, type PlanMoves } from '../../shared/plan/serving/moves.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { makeMovable, type Movable } from '../../shared/uncertainty/world.ts';
import { refuse, type Result } from '../../shared/units/result.ts';
import { catalog } from './catalog.ts';

/** Why there is no plan at all; a single absent figure explains itself. */
export type NoPlan = PlanProblem | { readonly code: 'engine-failed'; readonly detail: string };
export type PlanOutcome = Result<Plan, NoPlan>;

const planner = createPlanner(catalog, loadMeasuredPoints());
const plans = new WeakMap<ProjectDocument, Map<string, PlanOutcome>>();

/** The plan of a scenario, evaluated once per document. */
export function planOf(document: ProjectDocument, scenarioId: string): PlanOutcome {
  const known = plans.get(document) ?? new Map<string, PlanOutcome>();
  plans.set(document, known);
  const present = known.get(scenarioId);
  if (present !== undefined) return present;
  const plan = evaluate(document, scenarioId);
  known.set(scenarioId, plan);
  return plan;
}

/** What a scenario is worth today, USD; null where it has no such figure. */
export function worthOf(document: ProjectDocument, scenarioId: string): number | null {
  const plan = planOf(document, scenarioId);
  return plan.ok ? plan.value.figures['headline.npvUsd']?.value ?? null : null;
}

/**
 * A fault of the engine must not take the window with it: the inputs stay, and can be
 * changed back.
 */
function evaluate(
  document: ProjectDocument, scenarioId: string, moves: PlanMoves = noMoves,
): PlanOutcome {
  try {
    return planner.evaluate(document, scenarioId, moves);
  } catch (problem) {
    return refuse({
      code: 'engine-failed',
      detail: problem instanceof Error ? problem.message : String(problem),
    });
  }
}

/** A scenario ready to be moved, by the planner that already knows its stages; null without a plan. */
export const movableOf = (document: ProjectDocument, scenarioId: string): Movable | null =>
  makeMovable({ document, scenarioId, catalog, measured: loadMeasuredPoints() }, planner);

const movedPlans = new WeakMap<ProjectDocument, Map<string, PlanOutcome>>();

/** The plan of a scenario with the throughput of all its groups moved by a factor. */
export function planWithThroughput(
  document: ProjectDocument, scenarioId: string, factor: number,
): PlanOutcome {
  const known = movedPlans.get(document) ?? new Map<string, PlanOutcome>();
  movedPlans.set(document, known);
  const name = `${factor} ${scenarioId}`;
  const present = known.get(name);
  if (present !== undefined) return present;
  const plan = planOf(document, scenarioId);
  const groups = plan.ok ? plan.value.inputs.rackGroup.map(({ key }) => key) : [];
  const moved = evaluate(document, scenarioId,
    { ...noMoves, throughput: new Map(groups.map((key) => [key, factor])) });
  known.set(name, moved);
  return moved;
}
