import type { Catalog, MeasuredPoint } from '../catalog/types.ts';
import { followSystems } from '../plan/entries/follow.ts';
import { withOwnEntries } from '../plan/entries/own-catalog.ts';
import { withOwnModels } from '../plan/entries/own-models.ts';
import { resolveScenario } from '../project/resolve.ts';
import type { TcoQuestion } from './tco.ts';

/**
 * What goes with a system that takes the place of others: what a person's choice of it
 * moves along, precision, engine, cooling, fabric and switch.
 * @param catalog built-in; entries of the project's own are added
 */
export const suitedMoves = (
  catalog: Catalog, points: readonly MeasuredPoint[] | null,
): TcoQuestion['movesFor'] => (before, after, scenarioId) => {
  const [was, is] = [resolveScenario(before, scenarioId), resolveScenario(after, scenarioId)];
  if (!was.ok || !is.ok) return {};
  const known = withOwnModels(withOwnEntries(catalog, is.value).catalog, is.value);
  const moves = followSystems(was.value, is.value, { catalog: known, points });
  return Object.fromEntries(moves.map(({ path, value }) => [path, value]));
};
