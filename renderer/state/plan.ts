import type { PlanCore } from '../../shared/plan/types.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { refuse, type Result } from '../../shared/units/result.ts';

/** Why there is no plan at all; a single absent figure explains itself. */
export interface NoPlan {
  readonly code: 'no-plan';
  readonly detail: string;
}
export type PlanOutcome = Result<PlanCore, NoPlan>;

const plans = new WeakMap<ProjectDocument, Map<string, PlanOutcome>>();

const evaluate = (_document: ProjectDocument, _scenarioId: string): PlanOutcome =>
  refuse({ code: 'no-plan', detail: 'the engine is not part of this build' });

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
