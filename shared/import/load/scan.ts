import { fastTimes, wholeNumber } from './fast.ts';
import type { LoadFormat } from './format.ts';
import type { RowReader } from './row-reader.ts';
import type { TimePlan } from './time-plan.ts';

/** Reads a line from its bytes. @returns false where it needs a closer look */
export type Scan = (bytes: Uint8Array, from: number, to: number, line: number) => boolean;

const quote = 34;

/** Times a bare number gives without making a string. */
const scanned: Readonly<Record<string, number>> = { s: 1, ms: 1e-3, us: 1e-6, ns: 1e-9 };

/** Seconds in one of a time's bare numbers; undefined where it is no such number. */
export const secondsOf = (time: TimePlan): number | undefined =>
  (time.kind === 'number' ? scanned[time.unit] : undefined);

/** A status of success, 200 to 299; words are left to the row reader. */
const isServed = (bytes: Uint8Array, from: number, to: number): boolean =>
  to - from === 3 && bytes[from] === 50;

/**
 * A way to read most lines of a log without making strings: whole numbers, ISO times or
 * epochs, no quotes. Other lines are left to the row reader.
 * @returns null where the format has none
 */
export function scanner(format: LoadFormat, separator: string, reader: RowReader): Scan | null {
  const { time, amounts } = format;
  const factor = secondsOf(time);
  if ((time.kind !== 'text' && factor === undefined) || separator.length !== 1
    || format.style.decimal !== 'point') return null;
  const timeColumn = time.columns[0] ?? 0;
  const zonedNumber = time.kind === 'number' && !time.relative;
  const mark = separator.charCodeAt(0);
  const times = fastTimes();
  const values = new Float64Array(amounts.length);
  const status = format.status ?? -1;
  const wanted = Array.from({ length: format.names.length },
    (_, column) => amounts.findIndex((amount) => amount.column === column));
  return (bytes, from, to, line) => {
    let [column, start, seconds, found] = [0, from, NaN, 0];
    for (let at = from; at <= to; at++) {
      const byte = at === to ? mark : bytes[at];
      if (byte === quote) return false;
      if (byte !== mark) continue;
      if (column === timeColumn) {
        seconds = factor === undefined ? times.read(bytes, start, at)
          : wholeNumber(bytes, start, at) * factor;
        if (Number.isNaN(seconds)) return false;
      } else if (column === status) {
        if (!isServed(bytes, start, at)) return false;
      } else {
        const amount = wanted[column] ?? -1;
        if (amount >= 0) {
          const value = wholeNumber(bytes, start, at);
          if (Number.isNaN(value)) return false;
          values[amount] = value;
          found += 1;
        }
      }
      column += 1;
      start = at + 1;
    }
    if (Number.isNaN(seconds) || found < amounts.length) return false;
    reader.fast(seconds, factor === undefined ? times.zoned() : zonedNumber, values, line);
    return true;
  };
}
