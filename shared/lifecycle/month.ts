import type { CalendarMonth } from './types.ts';

/** A planning month is a twelfth of 365 days, so that every year weighs the same. */
export const hoursPerMonth = 730;
export const daysPerMonth = hoursPerMonth / 24;
export const secondsPerMonth = hoursPerMonth * 3600;

/**
 * Calendar month (1..12) of a month number.
 * @example monthOfYear({ year: 2027, month: 11 }, 3) // 1
 */
export function monthOfYear(start: CalendarMonth, month: number): number {
  return (((start.month - 1 + month - 1) % 12) + 12) % 12 + 1;
}

/**
 * Calendar year of a month number.
 * @example yearOf({ year: 2027, month: 11 }, 3) // 2028
 */
export function yearOf(start: CalendarMonth, month: number): number {
  return start.year + Math.floor((start.month - 1 + month - 1) / 12);
}

/**
 * Years from the start of month 1 to the start of `month`: prices and rates of month 1
 * are those stated.
 */
export const yearsInto = (month: number): number => (month - 1) / 12;
