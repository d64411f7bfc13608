import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { createPlanner } from '../../shared/plan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { baseScenario, documentOf, findTemplate } from '../../shared/project/templates.ts';

/**
 * The planner of a worker's tests: by the model alone, with what it remembers shared
 * between files.
 */
export const planner = createPlanner(builtInCatalog);

const plans = new Map<string, Plan>();

/**
 * The plan of a template as it is, evaluated once per worker. Plans are immutable.
 * @throws Error when the template is not there or gives no plan
 */
export function templatePlan(id: string): Plan {
  const held = plans.get(id);
  if (held !== undefined) return held;
  const plan = planner.evaluate(documentOf(findTemplate(id)?.records ?? []), baseScenario);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  plans.set(id, plan.value);
  return plan.value;
}
