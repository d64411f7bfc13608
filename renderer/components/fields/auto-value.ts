import type { Field } from '../../../shared/project/field.ts';
import { autoValue } from '../../../shared/plan/figures/auto-values.ts';
import type { FieldAddress } from '../../state/document.ts';
import { usePlanner } from '../../state/hooks.tsx';
import { planOf } from '../../state/plan.ts';

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
