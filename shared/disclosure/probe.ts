import type { Planner } from '../plan.ts';
import { headlineKeys, type HeadlineKey } from '../plan/types.ts';
import type { ProjectDocument } from '../project/record.ts';

/**
 * Headline figures of one plan; null where there is none, and all of them where there is
 * no plan.
 */
export type Headline = Readonly<Record<HeadlineKey, number | null>>;

/** Headline figures of documents that differ in hidden values, each document evaluated once. */
export interface Probe {
  /** @param name tells documents apart: the same name must mean the same document */
  readonly headline: (
    name: string, document: () => ProjectDocument, scenarioId: string,
  ) => Headline;
  /** Plans evaluated so far: what a run has cost. */
  readonly plans: () => number;
}

const headlineOf = (value: (key: HeadlineKey) => number | null): Headline =>
  Object.fromEntries(headlineKeys.map((key) => [key, value(key)])) as Record<HeadlineKey,
    number | null>;

/**
 * A candidate may be one no plan can be made of, at which the engine may also fail: it
 * then shows nothing.
 */
function evaluate(planner: Planner, document: ProjectDocument, scenarioId: string): Headline {
  try {
    const plan = planner.evaluate(document, scenarioId);
    const figures = plan.ok ? plan.value.figures : {};
    return headlineOf((key) => figures[`headline.${key}`]?.value ?? null);
  } catch {
    return headlineOf(() => null);
  }
}

/**
 * A probe on one planner, which remembers the stages that hidden values do not touch.
 * @example createProbe({ evaluate: () => ({ ok: false, error: { code: 'no-rack-groups' } }) }).plans() // 0
 */
export function createProbe(planner: Planner): Probe {
  const known = new Map<string, Headline>();
  let plans = 0;
  return {
    headline: (name, document, scenarioId) => {
      const id = JSON.stringify([scenarioId, name]);
      const present = known.get(id);
      if (present !== undefined) return present;
      plans += 1;
      const found = evaluate(planner, document(), scenarioId);
      known.set(id, found);
      return found;
    },
    plans: () => plans,
  };
}
