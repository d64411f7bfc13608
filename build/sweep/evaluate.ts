import type { Planner } from '../../shared/plan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { setByPath } from '../../shared/project/path.ts';
import { baseScenario } from '../../shared/project/templates.ts';
import type { Case } from './grid.ts';
import { startDocument } from './starts.ts';

/**
 * Everything a sweep holds of a plan, by name; null where the plan says there is none,
 * text where it is not finite.
 */
export type Values = Readonly<Record<string, number | string | null>>;

/** JSON has no word for infinity; a sweep must tell it from an absent number. */
const storable = (value: number | null): number | string | null =>
  (value === null || Number.isFinite(value) ? value : String(value));

/**
 * The plain sum over the months, and the sum weighted by the month, which moves when a
 * payment does.
 */
function* monthValues({ series }: Plan): Generator<readonly [string, number]> {
  for (const { key, values } of Object.values(series)) {
    let sum = 0;
    let weighted = 0;
    for (const [at, value] of values.entries()) {
      if (Number.isNaN(value)) continue;
      sum += value;
      weighted += value * (at + 1);
    }
    yield [`months.${key}`, sum];
    yield [`months.${key} by month`, weighted];
  }
}

/** Numbers of equal names one after the other, so that none hides another. */
function numbered(entries: Iterable<readonly [string, number | null]>): Values {
  const seen = new Map<string, number>();
  const values: Record<string, number | string | null> = {};
  for (const [name, value] of entries) {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    values[times === 1 ? name : `${name} (${times})`] = storable(value);
  }
  return values;
}

/**
 * What a plan says in numbers: figures, roots, layers of the unit cost, sums over the
 * months, limits, warnings.
 * @example valuesOf(plan)['headline.racks'] // 468
 */
export function valuesOf(plan: Plan): Values {
  return numbered([
    ...Object.values(plan.figures).map((figure) => [figure.key, figure.value] as const),
    ...plan.irr.map((root) => ['irr', root] as const),
    ...plan.costStack.map((layer) => [`costStack.${layer.key}`, layer.usdPerMTok] as const),
    ...monthValues(plan),
    ...plan.limits.flatMap((l) => [
      [`limit.${l.code} ${l.where}`, l.value] as const,
      [`limit.${l.code} ${l.where} at most`, l.limit] as const,
      [`limit.${l.code} ${l.where} broken`, l.broken ? 1 : 0] as const,
    ]),
    ...plan.warnings.map((warning) => [`warning.${warning.code} ${warning.where}`, 1] as const),
  ]);
}

/**
 * Evaluates one case of the grid.
 * @returns its numbers, or why there are none: a start, an input or a plan that does not exist
 */
export function evaluateCase(planner: Planner, { start, settings }: Case): Values | string {
  let document = startDocument(start);
  if (document === null) return 'the template is gone';
  for (const [path, value] of settings) {
    const set = setByPath(document, baseScenario, path, value);
    if (!set.ok) return `${path} is refused: ${set.error.code}`;
    document = set.value;
  }
  const plan = planner.evaluate(document, baseScenario);
  return plan.ok ? valuesOf(plan.value) : `no plan: ${plan.error.code}`;
}
