import { newMonths } from '../../units/months.ts';
import type { CalendarMonth, LifecycleResult, Series } from '../../lifecycle/types.ts';
import type { CapexItem } from './types.ts';

/**
 * The months of the money: those of the lifecycle, and earlier ones if something is paid
 * before.
 */
export interface Timeline {
  readonly firstMonth: number;
  readonly horizonMonths: number;
  readonly length: number;
  /** Months before the lifecycle starts. */
  readonly lead: number;
  /** Calendar month of month 1: tax years are calendar years. */
  readonly start: CalendarMonth;
}

/**
 * Assets that serve within the horizon; one that never serves in it is not bought in it
 * either.
 */
export function assetsInPlan(
  capex: readonly CapexItem[], horizonMonths: number,
): readonly CapexItem[] {
  return capex.filter((item) => item.serviceMonth <= horizonMonths);
}

/** The month in which the money starts: the lifecycle's first, or an earlier payment's. */
export function firstMoneyMonth(
  { firstMonth }: Pick<LifecycleResult, 'firstMonth'>,
  capex: readonly Pick<CapexItem, 'draws'>[],
): number {
  let first = firstMonth;
  for (const { draws } of capex)
    for (const { month } of draws) if (month < first) first = month;
  return first;
}

/** @param firstMonth as `firstMoneyMonth` finds it */
export function createTimeline(
  lifecycle: Pick<LifecycleResult, 'firstMonth' | 'horizonMonths' | 'start'>,
  firstMonth: number,
): Timeline {
  const { horizonMonths } = lifecycle;
  return { firstMonth, horizonMonths, length: horizonMonths + 1 - firstMonth,
    lead: lifecycle.firstMonth - firstMonth, start: { ...lifecycle.start } };
}

/** A lifecycle series on the months of the money, zero before it starts. */
export function align(timeline: Timeline, series: Series): Series {
  if (timeline.lead === 0) return series;
  const shifted = newMonths(timeline.length);
  shifted.set(series, timeline.lead);
  return shifted;
}

/** Last month in which an asset is in use. */
export const lastMonthOf = (item: CapexItem, horizonMonths: number): number =>
  Math.min(horizonMonths, item.retireAfterMonth ?? horizonMonths);
