import { civilDay } from '../../lifecycle/day.ts';
import { monthOfYear, yearOf } from '../../lifecycle/month.ts';
import type { CalendarMonth } from '../../lifecycle/types.ts';
import { missing, present } from './metric.ts';
import type { Metric } from './result-types.ts';
import { rootBetween } from '../functions/root.ts';

/**
 * Farthest the dated rate is looked for from the monthly one: months differ by at most
 * three days.
 */
const reach = 0.05;

/**
 * XIRR of a monthly flow: each month's flow on the last day of its calendar month, actual
 * / 365. Starts from the monthly rate of return, from which it differs by the unequal
 * length of months.
 * @param irr monthly rate of the same flow that may be quoted alone; without it there is no XIRR
 */
export function datedIrr(flow: Float64Array, firstMonth: number, start: CalendarMonth,
  irr: Metric): Metric {
  if (irr.value === null) return irr;
  const years =
    flow.map((_, at) => (lastDay(start, firstMonth + at) - lastDay(start, firstMonth)) / 365);
  const worth = (log: number): number => {
    let sum = 0;
    for (const [at, value] of flow.entries()) sum += value * Math.exp(-log * (years[at] ?? 0));
    return sum;
  };
  const centre = Math.log1p(irr.value);
  const width = Math.max(1e-3, Math.abs(centre) * reach);
  const [low, high] = [centre - width, centre + width];
  if (worth(low) * worth(high) > 0) {
    return missing('not-convergent', 'the dated rate lies too far from the monthly one');
  }
  return present(Math.expm1(rootBetween(worth, low, high)));
}

function lastDay(start: CalendarMonth, month: number): number {
  return civilDay(yearOf(start, month + 1), monthOfYear(start, month + 1), 1) - 1;
}
