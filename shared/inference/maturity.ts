import type { EngineConstants } from './constants.ts';

const MS_PER_DAY = 864e5;
/** `2026-04-24`: a month alone says nothing of days. */
const DATE_LENGTH = 10;

/**
 * Days from one date to another, at least one; null where either is not stated to the day.
 * @example daysBetween('2026-04-24', '2026-05-04') // 10
 */
export function daysBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  if (from.length < DATE_LENGTH || to.length < DATE_LENGTH) return null;
  const days = (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;
  return Number.isFinite(days) ? Math.max(1, days) : null;
}

/** The day the constants describe the software of. */
export const SOFTWARE_DATE = '2026-06-01';
const DAYS_PER_MONTH = 365.25 / 12;
/** Older software than this is not taken to be slower still, months. */
const LONGEST_DRIFT = 12;

/**
 * How much slower software was on a day than the constants have it, and how much slower an
 * engine runs an architecture `age` days after it first ran it: `(1 + A/age) e^(r months)`. Day
 * series of one model on one accelerator follow it from 30 times in the first days to twice
 * after a month. One where neither is known.
 * @example slowdownOf(null, null, constants) // 1
 */
export function slowdownOf(
  age: number | null, date: string | null, k: EngineConstants,
): number {
  const young = age === null ? 1 : 1 + k.youngDays / age;
  const days = date === null || date.length < DATE_LENGTH ? 0
    : (Date.parse(SOFTWARE_DATE) - Date.parse(date)) / MS_PER_DAY;
  const months = Math.max(0, Math.min(LONGEST_DRIFT, days / DAYS_PER_MONTH));
  return young * Math.exp(k.driftPerMonth * months);
}
