import { useDeferredValue, useMemo } from 'react';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { statedError } from '../../shared/report/ranking.ts';
import { useDocument, useScenarioId } from './hooks.tsx';
import { planOf, planWithThroughput, type PlanOutcome } from './plan.ts';

const worth = (outcome: PlanOutcome): number | null =>
  (outcome.ok ? outcome.value.figures['headline.npvUsd']?.value ?? null : null);

/**
 * What the plan would lose of its present value were a warning's doubt to turn out badly,
 * USD; null where that is not known. Throughput that is modelled, not measured, may be off
 * by the stated error.
 */
export function stakeOf(
  document: ProjectDocument, scenarioId: string, code: string,
): number | null {
  if (code !== 'wide-error') return null;
  const plan = planOf(document, scenarioId);
  const [now, error] = [worth(plan), plan.ok ? statedError(plan.value) : null];
  if (now === null || error === null) return null;
  const then = worth(planWithThroughput(document, scenarioId, 1 - error));
  return then === null ? null : Math.max(0, now - then);
}

/** The same for the plan on show, a moment behind the typing. */
export function useStake(code: string): number | null {
  const document = useDeferredValue(useDocument());
  const scenarioId = useScenarioId();
  return useMemo(() => stakeOf(document, scenarioId, code), [document, scenarioId, code]);
}
