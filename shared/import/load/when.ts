import { isoDate } from '../../lifecycle/day.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A moment in words of ISO 8601, to the second, without a zone.
 * @example momentText(1767225600) // '2026-01-01T00:00:00'
 */
export function momentText(seconds: number): string {
  const whole = Math.floor(seconds);
  const day = Math.floor(whole / 86_400);
  const rest = whole - day * 86_400;
  return `${isoDate(day)}T${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
}

/**
 * Months since year 0 of a moment.
 * @example calendarIndex(0) // 23640
 */
export function calendarIndex(seconds: number): number {
  const [year = NaN, month = NaN] = isoDate(Math.floor(seconds / 86_400)).split('-').map(Number);
  return year * 12 + month - 1;
}
