import { baseOf, type ScenarioInfo } from './scenarios.ts';
import { useDocument, usePlanner, useScenarioId } from './hooks.tsx';
import { planOf, type PlanOutcome } from './plan.ts';

/** The plan on show and the two it is compared with. */
export interface Plans {
  readonly now: PlanOutcome;
  /** Before the last edit, when that was an edit of the scenario on show. */
  readonly before: PlanOutcome | null;
  readonly base: PlanOutcome | null;
  readonly baseScenario: ScenarioInfo | null;
}

export const usePlan = (): PlanOutcome => planOf(useDocument(), useScenarioId());

export function usePlans(): Plans {
  const document = useDocument();
  const before = usePlanner(({ project }) => project?.before ?? null);
  const scenarioId = useScenarioId();
  const baseScenario = baseOf(document, scenarioId);
  return {
    now: planOf(document, scenarioId),
    before: before === null || before.scenarioId !== scenarioId ? null
      : planOf(before.document, scenarioId),
    base: baseScenario === null ? null : planOf(document, baseScenario.id),
    baseScenario,
  };
}
