import { useDeferredValue, useMemo } from 'react';
import type { Plan } from '../../../shared/plan/types.ts';
import { listRegister, type RegisterRow } from '../../../shared/uncertainty/register.ts';
import { today } from '../../backend/clock.ts';
import { useDocument, useScenarioId } from '../../state/hooks.tsx';
import type { RegisterFilter } from '../../state/register-filter.ts';

/**
 * The register of the plan on show; catalogue figures join it once it is known which are
 * read.
 */
export function useRegister(
  plan: Plan, refs: readonly string[] | null, asOf: RegisterFilter['asOf'],
): readonly RegisterRow[] {
  const document = useDeferredValue(useDocument());
  const scenarioId = useScenarioId();
  const { startMonth } = plan.inputs.project.values;
  const date = asOf === 'today' ? today() : startMonth;
  return useMemo(
    () => listRegister(plan,
      { document, scenarioId, catalog: plan.stages.catalog, refs: refs ?? [], asOf: date }),
    [plan, document, scenarioId, refs, date]);
}
