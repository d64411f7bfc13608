import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { createPlanner } from '../../../shared/plan.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import type { Subject } from '../../../shared/search/plans/subject.ts';
import { suitedMoves } from '../../../shared/search/suited.ts';
import { ok, type Result } from '../../../shared/units/result.ts';
import type { Args } from '../args.ts';
import { loadForPlan, type Stop } from '../load.ts';
import { explainPlan } from '../problems.ts';

/** What a search of the command line asks: bundled catalogue and measurements. */
export function subjectOf(document: ProjectDocument, scenarioId: string): Subject {
  const measured = loadMeasuredPoints();
  return { planner: createPlanner(builtInCatalog, measured), document, scenarioId,
    movesFor: suitedMoves(builtInCatalog, measured), explain: explainPlan };
}

/** The project, scenario and overrides of a command line as the subject of a search. */
export function subjectFromArgs(args: Args): Result<Subject, Stop> {
  const loaded = loadForPlan(args);
  return loaded.ok
    ? ok(subjectOf(loaded.value.project.document, loaded.value.scenarioId)) : loaded;
}
