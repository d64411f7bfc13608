import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { createPlanner } from '../../../shared/plan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { ProjectDocument, ProjectRecord } from '../../../shared/project/record.ts';
import { documentOf } from '../../../shared/project/templates.ts';
import { baseCaseOf } from '../../support/base-case.ts';

export const planner = createPlanner(builtInCatalog, loadMeasuredPoints());

/** The base case of a template, and what is laid on it. */
export const templateDocument = (
  id: string, more: readonly ProjectRecord[] = [],
): ProjectDocument =>
  documentOf([...baseCaseOf(id), ...more]);

export function planOfTemplate(id: string): Plan {
  const plan = planner.evaluate(templateDocument(id), 'base');
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
}

/** A scenario on top of the base case that sets a few fields, as records. */
export function derivedScenario(
  key: string, name: string,
  values: Readonly<Record<string, Readonly<Record<string, number | string>>>>,
  position = 10,
): readonly ProjectRecord[] {
  const own: ProjectRecord = {
    id: `document:scenario:${key}`, kind: 'scenario', scenarioId: null, key, position,
    body: { values: { name, basedOn: 'base' } },
  };
  const kinds = ['site', 'demand', 'cooling', 'finance', 'capex'] as const;
  return [own, ...kinds.flatMap((kind): readonly ProjectRecord[] => {
    const set = values[kind];
    return set === undefined ? [] : [{ id: `${key}:${kind}:${kind}`, kind,
      scenarioId: key, key: kind, position: 0, body: { values: set } }];
  })];
}
