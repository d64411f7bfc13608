import { useEffect, useMemo, useState } from 'react';
import type { Progress } from '../../../shared/compare/shapley.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { planOf, type PlanOutcome } from '../../state/plan.ts';
import { runSteps } from './run-steps.ts';

export interface SidePlans {
  readonly ids: readonly string[];
  readonly plans: readonly PlanOutcome[];
  /** True while these are the plans from before the last edit. */
  readonly behind: boolean;
}

/** The plan of each scenario in turn. */
export function* stepPlans(
  document: ProjectDocument, ids: readonly string[],
): Generator<Progress, readonly PlanOutcome[], void> {
  const plans: PlanOutcome[] = [];
  for (const id of ids) {
    plans.push(planOf(document, id));
    yield { done: plans.length, total: ids.length };
  }
  return plans;
}

/**
 * Plans of any number of scenarios. After an edit the last ones stay on show while the new ones are made between
 * other work of the window, so that a screen of many scenarios never holds up a frame.
 */
export function useSidePlans(document: ProjectDocument, ids: readonly string[]): SidePlans {
  const key = useMemo(() => ({ document, ids }), [document, ids]);
  const [ready, setReady] = useState(() => ({ key, plans: ids.map((id) => planOf(document, id)) as readonly PlanOutcome[] }));
  useEffect(() => {
    if (ready.key === key) return undefined;
    const settle = (plans: readonly PlanOutcome[]): void => { setReady({ key, plans }); };
    return runSteps(stepPlans(key.document, key.ids), {
      progress: () => undefined,
      done: settle,
      failed: (detail) => { throw new Error(detail); },
    });
  }, [key, ready.key]);
  return { ids: ready.key.ids, plans: ready.plans, behind: ready.key !== key };
}
