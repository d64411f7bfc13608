import type { PlanCore } from '../plan/types.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import type { Ranked } from './ranking.ts';

/** What a scenario would have built, and on what terms: two with the same are one choice. */
function designOf({ rackGroup, site, finance, cooling, power }: ScenarioInputs): string {
  return JSON.stringify([
    rackGroup.map(({ values }) => [values.system, values.precision, values.framework]),
    site.values.site, site.values.utilityMw, finance.values.ownership,
    cooling.values.rejection, power.values.redundancy,
  ]);
}

/** Scenarios as alternatives that can be chosen, and as cases of one of them. */
export interface Choice {
  /** One scenario for each design, by worth. */
  readonly candidates: readonly Ranked[];
  /** The same designs on other assumptions about demand, prices or cost, by worth. */
  readonly cases: readonly Ranked[];
}

/**
 * Tells alternatives from cases: a scenario that would build the same on other assumptions
 * is no alternative, however much more it is worth.
 * @param shown scenario that stands for its design; null takes the first of the project
 * @example choiceOf([], new Map(), null) // { candidates: [], cases: [] }
 */
export function choiceOf(
  ranked: readonly Ranked[], plans: ReadonlyMap<string, PlanCore>, shown: string | null,
): Choice {
  const standsFor = new Map<string, string>();
  const inOrder = ranked.toSorted((a, b) =>
    Number(b.id === shown) - Number(a.id === shown) || a.at - b.at);
  for (const { id } of inOrder) {
    const plan = plans.get(id);
    const design = plan === undefined ? id : designOf(plan.inputs);
    if (!standsFor.has(design)) standsFor.set(design, id);
  }
  const chosen = new Set(standsFor.values());
  return { candidates: ranked.filter(({ id }) => chosen.has(id)),
    cases: ranked.filter(({ id }) => !chosen.has(id)) };
}
