import type { Sensitivity } from '../../shared/report/sensitivity.ts';
import { measureSensitivities } from '../../shared/report/sensitivity.ts';
import { rankPlans, type PlansOf, type Ranked } from '../../shared/report/ranking.ts';
import { readerLimits } from '../../shared/report/limits.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { listScenarios } from '../../shared/project/resolve.ts';
import type { Limit, Warning } from '../../shared/units/limit.ts';
import { planOf, planWithThroughput, type PlanOutcome } from './plan.ts';

/** Plans of the open document by scenario, as the ranking asks for them. */
const plansOf = (document: ProjectDocument): PlansOf => {
  const found = (outcome: PlanOutcome): Plan | null => (outcome.ok ? outcome.value : null);
  return { plan: (id) => found(planOf(document, id)),
    moved: (id, factor) => found(planWithThroughput(document, id, factor)) };
};

/** Scenarios by what they are worth, the best first; those without money stand last. */
export const rankScenarios = (
  document: ProjectDocument, ids: readonly string[] | null = null,
): readonly Ranked[] =>
  rankPlans(listScenarios(document).filter(({ id }) => ids?.includes(id) ?? true),
    plansOf(document));

const leversShown = 3;

/** The changes that move what the plan is worth most, the largest first. */
export function strongestLevers(
  document: ProjectDocument, scenarioId: string, plan: Plan,
): readonly Sensitivity[] {
  const npv = plan.figures['headline.npvUsd']?.value ?? null;
  if (npv === null) return [];
  const moves = ({ npvUsd }: Sensitivity): number => Math.abs((npvUsd ?? npv) - npv);
  return measureSensitivities(plan, document, scenarioId,
    (changed) => planOf(changed, scenarioId))
    .toSorted((a, b) => moves(b) - moves(a)).slice(0, leversShown);
}

/** What a person should look at first. */
export interface Matter {
  readonly limit: Limit | null;
  readonly warning: Warning | null;
}

const mattersShown = 3;

/** The limits and warnings that matter, broken limits first. */
export const mattersOf = (plan: Plan): readonly Matter[] => {
  const { limits, warnings } = readerLimits(plan);
  return [
    ...limits.map((limit): Matter => ({ limit, warning: null })),
    ...warnings.map((warning): Matter => ({ limit: null, warning })),
  ].slice(0, mattersShown);
};
