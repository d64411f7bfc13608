import { civilDay } from './day.ts';

/**
 * A point in time as written: seconds since 1970 in UTC, or in unnamed local time when
 * `zoned` is false.
 */
export interface ParsedTime {
  readonly seconds: number;
  readonly zoned: boolean;
  /** True for YYYY-MM, which names a month rather than a moment. */
  readonly month: boolean;
}

const clock = String.raw`[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?`;
const pattern = new RegExp(String.raw`^(\d{4})-(\d{2})(?:-(\d{2})(?:${clock})?)?$`, 'i');

/**
 * Reads YYYY-MM, YYYY-MM-DD, YYYY-MM-DD HH:MM[:SS] with or without Z or an offset, or
 * seconds since 1970.
 * @returns null for anything else and for days and times that do not exist
 * @example parseTime('2026-01-01T02:00+02:00')?.seconds // 1767225600, midnight UTC
 */
export function parseTime(text: string): ParsedTime | null {
  if (/^\d{9,11}$/.test(text)) return { seconds: Number(text), zoned: true, month: false };
  const match = pattern.exec(text);
  if (match === null) return null;
  const part = (at: number, missing: number): number =>
    (match[at] === undefined ? missing : Number(match[at]));
  const [year, month, day] = [part(1, 0), part(2, 0), part(3, 1)];
  const [hour, minute, second] = [part(4, 0), part(5, 0), part(6, 0)];
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return null;
  const next = month === 12 ? civilDay(year + 1, 1, 1) : civilDay(year, month + 1, 1);
  const date = civilDay(year, month, day);
  if (day < 1 || date >= next) return null;
  const zone = match[7];
  const seconds = date * 86_400 + hour * 3600 + minute * 60 + second - offsetSeconds(zone);
  return { seconds, zoned: zone !== undefined, month: match[3] === undefined };
}

function offsetSeconds(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
  const digits = zone.replace(':', '');
  const size = Number(digits.slice(1, 3)) * 3600 + Number(digits.slice(3, 5)) * 60;
  return digits.startsWith('-') ? -size : size;
}
