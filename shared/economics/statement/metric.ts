import type { AbsentCode } from '../../units/figure.ts';
import type { Metric } from './result-types.ts';

export const present = (value: number): Metric => ({ value });
export const missing = (code: AbsentCode, detail: string): Metric =>
  ({ value: null, absent: { code, detail } });

/**
 * A quotient, or why there is none.
 * @example divide(1, 0, 'no-tokens', 'tokens served') // { value: null, absent: { code: 'no-tokens', ... } }
 */
export function divide(part: number, whole: number, code: AbsentCode, detail: string): Metric {
  return whole !== 0 && Number.isFinite(part / whole) ? present(part / whole)
    : missing(code, detail);
}

/**
 * The value of a metric that is known to be there.
 * @throws Error naming what is missing
 */
export function valueOf(metric: Metric): number {
  if (metric.value === null) throw new Error(`absent: ${metric.absent.detail}`);
  return metric.value;
}
