import { useLayoutEffect, useMemo, useRef, useState } from 'react';
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

/** Plans that took this long together the last time are made at once: they fit a frame. */
const atOnceMs = 14;

/** The plan of each scenario in turn; `took` adds up the time of the work itself, ms. */
export function* stepPlans(
  document: ProjectDocument, ids: readonly string[], took: { ms: number } = { ms: 0 },
): Generator<Progress, readonly PlanOutcome[], void> {
  const plans: PlanOutcome[] = [];
  for (const id of ids) {
    const start = performance.now();
    plans.push(planOf(document, id));
    took.ms += performance.now() - start;
    yield { done: plans.length, total: ids.length };
  }
  return plans;
}

/** All steps without a pause. */
function runAtOnce<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Plans of any number of scenarios. After an edit they are made before the next frame
 * where they fit one; else the last ones stay on show while the new ones are made between
 * other work of the window.
 */
export function useSidePlans(document: ProjectDocument, ids: readonly string[]): SidePlans {
  const key = useMemo(() => ({ document, ids }), [document, ids]);
  const [ready, setReady] =
    useState(() => ({ key, plans: runAtOnce(stepPlans(document, ids)) }));
  const last = useRef(Infinity);
  useLayoutEffect(() => {
    if (ready.key === key) return undefined;
    const took = { ms: 0 };
    const steps = stepPlans(key.document, key.ids, took);
    const done = (plans: readonly PlanOutcome[]): void => {
      last.current = took.ms;
      setReady({ key, plans });
    };
    if (last.current <= atOnceMs) {
      done(runAtOnce(steps));
      return undefined;
    }
    return runSteps(steps,
      { progress: () => undefined, done, failed: (detail) => { throw new Error(detail); } });
  }, [key, ready.key]);
  return { ids: ready.key.ids, plans: ready.plans, behind: ready.key !== key };
}
