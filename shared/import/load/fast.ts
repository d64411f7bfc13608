import { civilDay } from '../../lifecycle/day.ts';

const nought = 48;
const digit = (byte: number | undefined): number => {
  const value = (byte ?? 0) - nought;
  return value >= 0 && value <= 9 ? value : NaN;
};

/**
 * A whole number of plain digits in bytes, without making a string; NaN for anything else.
 * @example wholeNumber(new Uint8Array([52, 50]), 0, 2) // 42
 */
export function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  if (to <= from || to - from > 15) return NaN;
  let value = 0;
  for (let at = from; at < to; at++) {
    const next = (bytes[at] ?? 0) - nought;
    if (next < 0 || next > 9) return NaN;
    value = value * 10 + next;
  }
  return value;
}

/** Reads `YYYY-MM-DD?HH:MM:SS` with a fraction, Z, UTC or an offset, the way most logs write it. */
export interface FastTimes {
  /** Seconds since 1970, or NaN for what needs a closer look. */
  readonly read: (bytes: Uint8Array, from: number, to: number) => number;
  /** Whether the last one named a zone. */
  readonly zoned: () => boolean;
}

const [dash, colon, space, bigT, point, plus, bigZ] = [45, 58, 32, 84, 46, 43, 90];

/** Where the digits behind the seconds end: a fraction, then a zone or nothing. */
function tail(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  if (bytes[at] === point) {
    at += 1;
    while (at < to && digit(bytes[at]) >= 0) at += 1;
  }
  return at;
}

const [bigU, letterT, bigC] = [85, bigT, 67];

/** Whether ` UTC` ends the bytes. */
const isUtc = (bytes: Uint8Array, at: number, to: number): boolean => to - at === 4
  && bytes[at] === space && bytes[at + 1] === bigU && bytes[at + 2] === letterT && bytes[at + 3] === bigC;

/** Seconds ahead of UTC: nought for Z, UTC and +00:00; NaN for what needs a closer look. */
function offsetOf(bytes: Uint8Array, at: number, to: number): number {
  const mark = bytes[at];
  if ((mark === bigZ && at + 1 === to) || isUtc(bytes, at, to)) return 0;
  if ((mark !== plus && mark !== dash) || to - at !== 6 || bytes[at + 3] !== colon) return NaN;
  const seconds = wholeNumber(bytes, at + 1, at + 3) * 3600 + wholeNumber(bytes, at + 4, at + 6) * 60;
  return mark === plus ? seconds : -seconds;
}

/** Remembers the day of the line before, since a log holds many lines of a day. */
export function fastTimes(): FastTimes {
  let dayCode = -1;
  let daySeconds = 0;
  let isZoned = false;
  const dayOf = (code: number): number => {
    const [year, month, day] = [Math.floor(code / 1e4), Math.floor(code / 100) % 100, code % 100];
    if (month < 1 || month > 12 || day < 1 || year < 1) return NaN;
    const next = month === 12 ? civilDay(year + 1, 1, 1) : civilDay(year, month + 1, 1);
    const date = civilDay(year, month, day);
    return date < next ? date * 86_400 : NaN;
  };
  const read = (bytes: Uint8Array, from: number, to: number): number => {
    if (to - from < 19 || bytes[from + 4] !== dash || bytes[from + 7] !== dash
      || bytes[from + 13] !== colon || bytes[from + 16] !== colon) return NaN;
    const between = bytes[from + 10];
    if (between !== space && between !== bigT) return NaN;
    const code = wholeNumber(bytes, from, from + 4) * 1e4
      + wholeNumber(bytes, from + 5, from + 7) * 100 + wholeNumber(bytes, from + 8, from + 10);
    if (code !== dayCode) {
      dayCode = code;
      daySeconds = dayOf(code);
    }
    const hours = wholeNumber(bytes, from + 11, from + 13);
    const minutes = wholeNumber(bytes, from + 14, from + 16);
    const seconds = wholeNumber(bytes, from + 17, from + 19);
    if (!(hours < 24 && minutes < 60 && seconds < 60)) return NaN;
    const at = tail(bytes, from + 19, to);
    isZoned = at < to;
    const offset = isZoned ? offsetOf(bytes, at, to) : 0;
    return daySeconds + hours * 3600 + minutes * 60 + seconds - offset;
  };
  return { read, zoned: () => isZoned };
}
