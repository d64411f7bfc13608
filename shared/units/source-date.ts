/** A day, month or year from 2000 on as sources state it, not part of a longer number. */
const stated =
  /(?<![\d.])20\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?![\d.]\d|\d)/gu;

/**
 * The latest date a source's text names, or null where it names none.
 * @example dateIn('CBRE North America Data Center Trends H2 2024') // '2024'
 */
export function dateIn(source: string): string | null {
  return [...source.matchAll(stated)].map(([date]) => date).toSorted().at(-1) ?? null;
}

/** Months since year 0, so that ages are differences. */
const monthNumber = (year: number, month: number): number => year * 12 + month - 1;

/** Where only the year is stated, its middle counts: never more than half a year off. */
const middleOfYear = 7;

/** Month number of an ISO date cut to year, month or day; null for anything else. */
function monthOf(date: string): number | null {
  const [, year, month] = /^(\d{4})(?:-(\d\d))?(?:-\d\d)?$/u.exec(date) ?? [];
  return year === undefined ? null
    : monthNumber(Number(year), month === undefined ? middleOfYear : Number(month));
}

/**
 * Whole months from a source's date to another date; negative where the source is the
 * later one.
 * @param date, asOf YYYY, YYYY-MM or YYYY-MM-DD; a year alone counts from its middle
 * @returns null where either is no date
 * @example monthsBetween('2025-10', '2026-11') // 13
 */
export function monthsBetween(date: string, asOf: string): number | null {
  const from = monthOf(date);
  const to = monthOf(asOf);
  return from === null || to === null ? null : to - from;
}
