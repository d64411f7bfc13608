import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { createPlanner } from '../../../../shared/plan.ts';
import { documentOf, findTemplate } from '../../../../shared/project/templates.ts';
import type { Subject } from '../../../../shared/search/plans/subject.ts';
import { suitedMoves } from '../../../../shared/search/suited.ts';

/** The base case of a template as the subject of a search, by the model alone. */
export const subjectOf = (template: string, scenarioId = 'base'): Subject => ({
  planner: createPlanner(builtInCatalog), scenarioId,
  document: documentOf(findTemplate(template)?.records ?? []),
  movesFor: suitedMoves(builtInCatalog, null),
});
