import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { applyChanges, type ProjectDocument } from '../../../shared/project/record.ts';
import type { SetProblem } from '../../../shared/project/path.ts';
import { isSystemPath, layAll, type Placed } from '../../../shared/search/plans/lay.ts';
import { suitedMoves } from '../../../shared/search/suited.ts';
import { ok, type Result } from '../../../shared/units/result.ts';
import { catalog } from '../../state/catalog.ts';
import { changesBetween, type Edit } from '../../state/edits.ts';
import { deriveScenario } from '../../state/scenarios.ts';

/**
 * A scenario based on another in which some inputs have other values, as one edit; a system
 * takes along what goes with it, as in the search.
 */
export function scenarioOfValues(
  document: ProjectDocument, scenarioId: string, name: string, values: readonly Placed[],
): Result<{ readonly edit: Edit; readonly key: string }, SetProblem> {
  const { edit, key } = deriveScenario(document, scenarioId, name);
  const movesFor = suitedMoves(catalog, loadMeasuredPoints());
  const order = values.toSorted((a, b) =>
    Number(isSystemPath(b.path)) - Number(isSystemPath(a.path)));
  const laid = layAll({ scenarioId: key, movesFor }, applyChanges(document, edit), order);
  return laid.ok ? ok({ key, edit: changesBetween(document, laid.value) }) : laid;
}
