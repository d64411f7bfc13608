import type { FieldPath } from '../../shared/project/field-path.ts';
import { curveOf } from '../../shared/economics/statement/utilisation-curve.ts';
import { setByPath } from '../../shared/project/path.ts';
import { applyChanges, type ProjectDocument } from '../../shared/project/record.ts';
import { inputsOf } from './document.ts';
import { removeRecord } from './edits.ts';
import { planOf } from './plan.ts';

/** NPV and revenue for a yearly price decline. */
export interface DeclinePoint {
  readonly decline: number;
  readonly npvUsd: number | null;
  readonly revenueUsd: number | null;
}

/** Cost of a million tokens of one system over the use of its capacity. */
export interface UseCurve {
  readonly name: string;
  readonly points: readonly {
    readonly utilisation: number; readonly usdPerMtok: number;
    readonly fixedUsdPerMtok: number
  }[];
}

/** Yearly price declines at which the headline is evaluated. */
const declines = Array.from({ length: 10 }, (_, at) => at / 10);

/** More systems than this are not told apart in one chart. */
export const mostCurves = 7;

/**
 * The headline for every price decline from none to 90 % a year, for all traffic classes
 * alike; a plan a step, and the points when all are known.
 */
export function* declinePoints(
  document: ProjectDocument, scenarioId: string,
): Generator<null, readonly DeclinePoint[]> {
  const points: DeclinePoint[] = [];
  for (const decline of declines) {
    const set =
      setByPath(document, scenarioId, 'traffic.priceDecline' satisfies FieldPath, decline);
    const plan = set.ok ? planOf(set.value, scenarioId) : null;
    const value = (key: string): number | null =>
      plan?.ok === true ? (plan.value.figures[`headline.${key}`]?.value ?? null) : null;
    points.push({ decline, npvUsd: value('npvUsd'), revenueUsd: value('revenueUsd') });
    yield null;
  }
  return points;
}

/**
 * Unit cost over load of each system on its own: the same plan with the other rack groups
 * taken away; a system a step. One curve for the whole plan where it has a single system.
 */
export function* loadCurvesOf(
  document: ProjectDocument, scenarioId: string,
): Generator<null, readonly UseCurve[]> {
  const inputs = inputsOf(document, scenarioId);
  if (!inputs.ok) return [];
  const groups = inputs.value.rackGroup;
  const systems = [...new Set(groups.map(({ values }) => values.name))];
  const curves: UseCurve[] = [];
  for (const name of systems.slice(0, mostCurves)) {
    const alone = groups.filter(({ values }) => values.name !== name).reduce((left, { key }) =>
      applyChanges(left, removeRecord(left, scenarioId, 'rackGroup', key)), document);
    const plan = planOf(systems.length === 1 ? document : alone, scenarioId);
    const economics = plan.ok ? plan.value.stages.economics : null;
    const points = economics === null ? [] : curveOf(economics.unitCost);
    if (points.length > 0) curves.push({ name, points });
    yield null;
  }
  return curves;
}
