import type { ProjectRecord } from '../../shared/project/record.ts';
import { baseScenario, findTemplate } from '../../shared/project/templates.ts';

/**
 * The records of a template's base case: a project of one scenario.
 * @throws Error when there is no such template
 */
export function baseCaseOf(template: string): readonly ProjectRecord[] {
  const found = findTemplate(template);
  if (found === undefined) throw new Error(`no template ${template}`);
  return found.records.filter(({ kind, key, scenarioId }) =>
    (kind === 'scenario' ? key : scenarioId ?? baseScenario) === baseScenario);
}
