import { fastTimes, wholeNumber } from './fast.ts';
import type { LoadFormat } from './format.ts';
import type { RowReader } from './row-reader.ts';
import { secondsOf, type Scan } from './scan.ts';

const [quote, slash, colon, comma, open, close, space, bracket] = [34, 92, 58, 44, 123,
  125, 32, 91];

/** The end of a value that holds no other: after a string's quote, or at the mark behind a word. */
function valueEnd(bytes: Uint8Array, from: number, to: number): number {
  if (bytes[from] === quote) {
    for (let at = from + 1; at < to; at++) {
      if (bytes[at] === slash) return -1;
      if (bytes[at] === quote) return at + 1;
    }
    return -1;
  }
  if (bytes[from] === open || bytes[from] === bracket) return -1;
  for (let at = from; at < to; at++)
    if (bytes[at] === comma || bytes[at] === close || bytes[at] === space) return at;
  return -1;
}

const skipSpaces = (bytes: Uint8Array, from: number, to: number): number => {
  let at = from;
  while (at < to && bytes[at] === space) at += 1;
  return at;
};

const isKey = (key: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean => {
  if (key.length !== to - from) return false;
  for (let i = 0; i < key.length; i++) if (key[i] !== bytes[from + i]) return false;
  return true;
};

/**
 * A way to read most lines of a log of flat JSON objects without parsing them: whole
 * numbers, ISO times or epochs, nothing escaped or nested. Other lines are left to the row
 * reader.
 * @returns null where the format has none
 */
export function jsonScanner(format: LoadFormat, reader: RowReader): Scan | null {
  const { time, amounts, names } = format;
  const factor = secondsOf(time);
  if ((time.kind !== 'text' && factor === undefined) || format.style.decimal !== 'point'
    || format.status !== null || amounts.length > 20) return null;
  const encoder = new TextEncoder();
  const used = [time.columns[0] ?? -1, ...amounts.map(({ column }) => column)];
  const keys = used.map((column) => encoder.encode(names[column] ?? ''));
  const times = fastTimes();
  const values = new Float64Array(amounts.length);
  const zonedNumber = time.kind === 'number' && !time.relative;
  const readTime = (bytes: Uint8Array, from: number, to: number): number =>
    (factor === undefined
      ? bytes[from] === quote ? times.read(bytes, from + 1, to - 1) : NaN
      : wholeNumber(bytes, from, to) * factor);
  return (bytes, from, to, line) => {
    let at = skipSpaces(bytes, from, to);
    if (bytes[at] !== open) return false;
    at += 1;
    // One bit for each column found: none twice, none left out.
    let [seconds, found] = [NaN, 0];
    for (;;) {
      at = skipSpaces(bytes, at, to);
      if (bytes[at] !== quote) return false;
      const keyEnd = valueEnd(bytes, at, to);
      if (keyEnd < 0) return false;
      const which = keys.findIndex((key) => isKey(key, bytes, at + 1, keyEnd - 1));
      at = skipSpaces(bytes, keyEnd, to);
      if (bytes[at] !== colon) return false;
      at = skipSpaces(bytes, at + 1, to);
      const end = valueEnd(bytes, at, to);
      if (end < 0) return false;
      if (which === 0) seconds = readTime(bytes, at, end);
      else if (which > 0) values[which - 1] = wholeNumber(bytes, at, end);
      if (which >= 0) {
        const bit = 2 ** which;
        if (Number.isNaN(which === 0 ? seconds : values[which - 1])
          || (found & bit) !== 0) return false;
        found |= bit;
      }
      at = skipSpaces(bytes, end, to);
      if (bytes[at] === close) break;
      if (bytes[at] !== comma) return false;
      at += 1;
    }
    if (found !== 2 ** keys.length - 1 || skipSpaces(bytes, at + 1,
      to) !== to) return false;
    reader.fast(seconds, factor === undefined ? times.zoned() : zonedNumber, values,
      line);
    return true;
  };
}
