import type { CalendarMonth } from '../../lifecycle/types.ts';

/**
 * Reads YYYY-MM.
 * @returns null when the text is not a month from 2000-01 to 2199-12
 * @example parseMonth('2027-01') // { year: 2027, month: 1 }
 */
export function parseMonth(text: string): CalendarMonth | null {
  const match = /^(2[01]\d\d)-(0[1-9]|1[0-2])$/u.exec(text);
  return match === null ? null : { year: Number(match[1]), month: Number(match[2]) };
}
