import type { Metric } from '../economics/statement/result-types.ts';
import type { Plan } from '../plan/types.ts';

/** A figure of the plan as a metric, with its own reason where it is absent. */
export function figureOf(plan: Plan, key: string): Metric {
  const figure = plan.figures[key];
  return figure === undefined || figure.value === null
    ? { value: null, absent: figure?.absent ?? { code: 'upstream-absent', detail: key } }
    : { value: figure.value };
}
