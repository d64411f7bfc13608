import { frameworkIds } from '../catalog/compat/types.ts';
import { supportOf } from '../compat/support.ts';
import type { Plan } from '../plan/types.ts';
import type { FieldValue } from '../project/field.ts';
import { setByPath } from '../project/path.ts';
import type { ProjectDocument } from '../project/record.ts';
import type { Result } from '../units/result.ts';
import type { Evaluator } from './release-value.ts';

/** A scenario and its plan. */
export interface Evaluated {
  readonly document: ProjectDocument;
  readonly plan: Plan;
}

/** The document with values laid over fields, each by its path. */
export const setAll = (
  document: ProjectDocument, scenarioId: string, values: Readonly<Record<string, FieldValue>>,
): Result<ProjectDocument, unknown> =>
  Object.entries(values).reduce<Result<ProjectDocument, unknown>>((so, [path, value]) =>
    (so.ok ? setByPath(so.value, scenarioId, path, value) : so), { ok: true, value: document });

/** Whether every rack of the plan stands and serves; a price may still be missing. */
export const isServed = ({ stages: { groups, obstacles } }: Plan): boolean =>
  obstacles.length === 0 && groups.every(({ point }) => point !== null)
    && groups.some(({ racks }) => racks > 0);

/** Engines that are known to run every group of a plan as it stands. */
const enginesOf = ({ stages: { servings } }: Plan): readonly string[] =>
  (servings.length === 0 ? [] : frameworkIds.filter((framework) =>
    servings.every(({ accelerator, model, record, request: { mode } }) => supportOf({ framework,
      accelerator, model, mode, precision: record.values.precision }, null).status === 'supported')));

/** Whether a plan serves for less than another; by tokens a second and MW where one has no cost. */
function isStronger(plan: Plan, than: Plan): boolean {
  const [a, b] = [plan, than].map(({ figures }) => (key: string) =>
    figures[`headline.${key}`]?.value ?? null);
  const [cost, least] = [a?.('costPerMTokUsd') ?? null, b?.('costPerMTokUsd') ?? null];
  if (cost !== null && least !== null) return cost < least;
  const [rate, most] = [a?.('tokPerSecPerMw') ?? null, b?.('tokPerSecPerMw') ?? null];
  return rate !== null && isServed(plan) && (most === null || !isServed(than) || rate > most);
}

/**
 * A scenario under the engine that serves it for least, of those known to run all its
 * groups: systems are held against one another each at its best, not at what happens to be
 * listed first. The scenario stays as it is where no other engine serves it for less.
 */
export function underStrongestEngine(
  planner: Evaluator, scenarioId: string, as: Evaluated,
): Evaluated {
  let best = as;
  for (const framework of enginesOf(as.plan)) {
    const set = setAll(as.document, scenarioId, { 'rackGroup.framework': framework });
    const other = set.ok ? planner.evaluate(set.value, scenarioId) : null;
    if (set.ok && other?.ok === true && isStronger(other.value, best.plan))
      best = { document: set.value, plan: other.value };
  }
  return best;
}
