import { civilDay } from '../../lifecycle/day.ts';
import type { DateOrder } from './types.ts';

/** A moment as written: seconds since 1970, in UTC or in an unnamed local time. */
export interface Moment {
  readonly seconds: number;
  readonly zoned: boolean;
  /** True for YYYY-MM, which names a month rather than a moment. */
  readonly month: boolean;
  /** Day and month could be the other way round. */
  readonly ambiguous: boolean;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov',
  'dec'] as const;

/** Zones whose names mean one offset everywhere; EST, CST or IST would be a guess. */
const zoneNames: Readonly<Record<string, string>> = { z: '+00:00', utc: '+00:00', gmt: '+00:00' };

const zonePattern = /\s*(z|utc|gmt|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?)$/iu;

/** Splits a zone off the end of a time. @returns null where the word is no zone */
function splitZone(text: string): { readonly rest: string; readonly offset: number | null } {
  const match = /\d/.test(text) && /[:t]\d{2}|\d\s+[a-z]/iu.test(text)
    ? zonePattern.exec(text) : null;
  if (match === null) return { rest: text, offset: null };
  const word = (match[1] ?? '').toLowerCase();
  const digits = (zoneNames[word] ?? word.replace(/^(utc|gmt)/u, '')).replace(':', '');
  const sign = digits.startsWith('-') ? -1 : 1;
  const plain = digits.slice(1);
  const hours = Number(plain.length <= 2 ? plain : plain.slice(0, -2));
  const minutes = plain.length <= 2 ? 0 : Number(plain.slice(-2));
  return { rest: text.slice(0, match.index), offset: sign * (hours * 3600 + minutes * 60) };
}

const clockPattern =
  /^(\d{1,2})(?::(\d{2}))?(?::(\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?m?\.?$/iu;

/** Seconds of the day of `14:00`, `2:00:30.5 PM`, `00`; null for anything else. */
function clockSeconds(text: string): number | null {
  const match = clockPattern.exec(text.trim());
  if (match === null) return null;
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0));
  const half = match[4]?.toLowerCase();
  if (hours === undefined || minutes === undefined || seconds === undefined) return null;
  if (match[2] === undefined && half === undefined && text.trim().length !== 2) return null;
  if (minutes > 59 || seconds > 59) return null;
  if (half === undefined)
    return hours > 24 || (hours === 24 && minutes + seconds > 0) ? null
      : hours * 3600 + minutes * 60 + seconds;
  if (hours < 1 || hours > 12) return null;
  return (hours % 12 + (half === 'p' ? 12 : 0)) * 3600 + minutes * 60 + seconds;
}

interface Day {
  readonly day: number;
  readonly ambiguous: boolean;
}

/** The day number of a date that exists, or null. */
function dayOf(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const next = month === 12 ? civilDay(year + 1, 1, 1) : civilDay(year, month + 1, 1);
  const date = civilDay(year, month, day);
  return date < next ? date : null;
}

const sure = (day: number | null): Day | null => (day === null ? null : { day, ambiguous: false });
const fullYear = (text: string): number =>
  (text.length === 2 ? 2000 + Number(text) : Number(text));
const monthOf = (word: string): number =>
  months.findIndex((name) => word.toLowerCase().startsWith(name)) + 1;

/** Dates of two numbers and a year: dots are European, others may be either. */
function slashed(match: RegExpExecArray, order: DateOrder | null): Day | null {
  const [first, mark, second, year] = [Number(match[1]), match[2], Number(match[3]),
    fullYear(match[4] ?? '')];
  if (mark === '.') return sure(dayOf(year, second, first));
  const us = dayOf(year, first, second);
  const eu = dayOf(year, second, first);
  if (order !== null) return sure(order === 'us' ? us : eu);
  if (us === null || eu === null) return sure(us ?? eu);
  return { day: us, ambiguous: us !== eu };
}

const forms: readonly (readonly [RegExp,
  (match: RegExpExecArray, order: DateOrder | null) => Day | null])[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u,
    (m) => sure(dayOf(Number(m[1]), Number(m[2]), Number(m[3])))],
  [/^(\d{4})(\d{2})(\d{2})$/u,
    (m) => sure(dayOf(Number(m[1]), Number(m[2]), Number(m[3])))],
  [/^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})$/u, slashed],
  [/^(\d{1,2})[- ]([a-z]{3,9})\.?[-, ]+(\d{4}|\d{2})$/iu,
    (m) => sure(dayOf(fullYear(m[3] ?? ''), monthOf(m[2] ?? ''), Number(m[1])))],
  [/^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/iu,
    (m) => sure(dayOf(Number(m[3]), monthOf(m[1] ?? ''), Number(m[2])))],
];

function readDay(text: string, order: DateOrder | null): Day | null {
  for (const [pattern, read] of forms) {
    const match = pattern.exec(text);
    if (match !== null) return read(match, order);
  }
  return null;
}

/** Where the date ends and the clock begins: a T between digits, or the last sound space. */
function splitClock(text: string): readonly [string, string] {
  const t = /^(\S*\d)t(\d.*)$/iu.exec(text);
  if (t !== null) return [t[1] ?? '', t[2] ?? ''];
  const space = /^(.*\d),?\s+(\d{1,2}(?::.*|\s*[ap]\.?m\.?))$/iu.exec(text)
    ?? /^(\d{4}-\d{2}-\d{2})\s+(\d{2})$/u.exec(text);
  return space === null ? [text, ''] : [space[1] ?? '', space[2] ?? ''];
}

/** Compact clocks `T143000` behind compact dates. */
const spreadClock = (text: string): string =>
  text.replace(/^(\d{2})(\d{2})(\d{2})?((?:[.,]\d+)?)$/u,
    (_, h: string, m: string, s: string | undefined, f: string) => `${h}:${m}:${s ?? '00'}${f}`);

/** A day of the week before the date, which the date repeats. */
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/iu;

/**
 * A date with or without a clock, as logs, databases and spreadsheets write it: ISO with
 * or without T, Z, UTC or an offset, slashes, dots, month names, AM and PM.
 * @param order which of day and month comes first, or null where nobody said
 * @returns null for anything else and for days and times that do not exist
 * @example parseMoment('2026-01-01T02:00+02:00', null)?.seconds // 1767225600
 */
export function parseMoment(written: string, order: DateOrder | null): Moment | null {
  const text = written.trim().replace(weekday, '');
  const month = /^(\d{4})[-/](\d{1,2})$/u.exec(text);
  if (month !== null) {
    const day = dayOf(Number(month[1]), Number(month[2]), 1);
    return day === null ? null
      : { seconds: day * 86_400, zoned: false, month: true, ambiguous: false };
  }
  const { rest, offset } = splitZone(text);
  const [date, clock] = splitClock(rest.trim());
  const day = readDay(date.trim(), order);
  const seconds = clock === '' ? 0 : clockSeconds(spreadClock(clock.trim()));
  if (day === null || seconds === null || (clock === '' && offset !== null)) return null;
  return { seconds: day.day * 86_400 + seconds - (offset === null ? 0 : offset),
    zoned: offset !== null, month: false, ambiguous: day.ambiguous };
}

/** Days between the first day of Excel's serial numbers and 1970. */
const excelEpoch = 25_569;

/**
 * A spreadsheet's serial day as seconds since 1970, to the second.
 * @example excelSeconds(46023) // 1767225600
 */
export const excelSeconds = (serial: number): number =>
  Math.round((serial - excelEpoch) * 86_400);
