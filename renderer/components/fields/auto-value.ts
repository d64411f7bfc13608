import type { Field } from '../../../shared/project/field.ts';
import { autoValue } from '../../../shared/plan/figures/auto-values.ts';
import { pathOf, type FieldAddress } from '../../state/document.ts';
import { usePlanner } from '../../state/hooks.tsx';
import { planOf } from '../../state/plan.ts';

/** Whether the plan on show needs a price in this field that no source states. */
export function useMissingPrice(at: FieldAddress): boolean {
  return usePlanner(({ project, scenarioId }) => {
    if (project === null) return false;
    const plan = planOf(project.edits.document, scenarioId);
    if (!plan.ok) return false;
    const { unpricedCosts, unpricedTokens } = plan.value.stages.priced;
    return [...unpricedCosts, ...unpricedTokens].some(({ where }) => where === pathOf(at));
  });
}

/**
 * What an empty field stands for in the plan on show; null when it is not empty or the
 * plan does not say.
 */
export function useAutoValue(field: Field, at: FieldAddress): number | null {
  return usePlanner(({ project, scenarioId }) => {
    if (project === null || field.type !== 'number' || field.default !== null) return null;
    const plan = planOf(project.edits.document, scenarioId);
    return plan.ok ? autoValue(plan.value, at, plan.value.stages.catalog) : null;
  });
}
