import type { Plan } from '../../../shared/plan/types.ts';
import { setByPath } from '../../../shared/project/path.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { planner, templatePlan } from '../template-plans.ts';

/** The plan of a template with values laid over it; throws on anything that gives no plan. */
export function planOf(
  template: string, over: Readonly<Record<string, FieldValue>> = {},
): Plan {
  if (Object.keys(over).length === 0) return templatePlan(template);
  let document = documentOf(findTemplate(template)?.records ?? []);
  for (const [path, value] of Object.entries(over)) {
    const set = setByPath(document, 'base', path, value);
    if (!set.ok) throw new Error(JSON.stringify(set.error));
    document = set.value;
  }
  const plan = planner.evaluate(document, 'base');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

/** A headline figure that must be there. */
export function headline(plan: Plan, key: string): number {
  const value = plan.figures[`headline.${key}`]?.value ?? null;
  if (value === null)
    throw new Error(`headline.${key} is absent: ${JSON.stringify(plan.figures[`headline.${key}`]?.absent)}`);
  return value;
}
