import { readLoad } from '../../import/load/read-load.ts';
import type { LoadOptions, ReadLoad } from '../../import/load/types.ts';
import {
  noteText, type ImportOutcome, type ImportProblem, type ImportReport,
} from '../../import/report.ts';
import { isoDate } from '../../lifecycle/day.ts';
import { monthlyTokens, weekShape } from '../../lifecycle/load-profile.ts';
import { printNumberList } from '../../project/number-list.ts';
import type { RecordBody } from '../../project/record.ts';
import { ok } from '../../units/result.ts';

/** Months a plan can hold; a longer curve keeps its first. */
const mostMonths = 360;

/** Whose demand a curve is, and how long its requests are. */
export interface LoadTarget {
  readonly traffic: string;
  readonly isl: number;
  readonly osl: number;
  /** Hours added to the file's times to get local time, -12..14. */
  readonly zoneHours: number;
}

/**
 * A load file as a record of the project: tokens per month and the shape of a week, so
 * that it is kept, copied and undone like any input. Requests become tokens by the
 * class's mean lengths.
 * @param file name of the file, for the list of assumptions
 * @returns the record and what was repaired, or every problem with its line
 * @example importLoad('time,tokens\n2026-01,5\n2026-02,7', 'load.csv', target).value.value.values['tokensPerMonth'] // '5 7'
 */
export function importLoad(
  content: string | Uint8Array, file: string, target: LoadTarget, options: LoadOptions = {},
): ImportOutcome<RecordBody> {
  const read = readLoad(content, options);
  if (!read.ok) return read;
  const { value, report } = read.value;
  return ok({ report, value: { values: loadValues(value, report, file, target) } });
}

/** Values of the record that keeps a load file. */
export function loadValues(
  { series, relative }: ReadLoad, report: ImportReport, file: string,
  { traffic, isl, osl, zoneHours }: LoadTarget, hash = '',
): RecordBody['values'] {
  const months = monthlyTokens(series, isl + osl);
  // A trace that counts from its start has no days of the week.
  const shape = relative ? null : weekShape(series, zoneHours);
  return {
    name: file.replace(/\.[^.]*$/u, '').slice(0, 120) || 'Load curve', traffic, inUse: true,
    origin: describeOrigin(file, series, relative, report, hash).slice(0, 400),
    tokensPerMonth: printNumberList(months.slice(0, mostMonths)),
    weekShape: shape === null ? '' : printNumberList(shape),
  };
}

function describeOrigin(
  file: string, { startSeconds, stepSeconds, values, zoned, unit }: ReadLoad['series'],
  relative: boolean, report: ImportReport, hash: string,
): string {
  const step = stepSeconds === null ? 'months'
    : stepSeconds % 3600 === 0 ? `steps of ${stepSeconds / 3600} h`
    : `steps of ${stepSeconds} s`;
  const zone = stepSeconds === null || relative ? ''
    : zoned ? ', times in UTC' : ', times without a zone';
  const from = relative ? '' : ` from ${isoDate(Math.floor(startSeconds / 86_400))}`;
  const done = [...report.repaired, ...report.leftOut].map(noteText);
  const told = done.length === 0 ? '' : `; ${done.join('; ')}`;
  const mark = hash === '' ? '' : ` (SHA-256 ${hash})`;
  return `${file}${mark}: ${values.length} ${step} of ${unit}${from}${zone}${told}`;
}

/** What was done to a file to make it usable, and what should be known of it. */
export const summariseReport = ({ repaired, leftOut, notes }: ImportReport): readonly string[] =>
  [...repaired, ...leftOut, ...notes].map(noteText);

/** Why a load file is refused, naming its line. */
export const explainLoad = ({ line, reason }: ImportProblem): string =>
  (line === 0 ? reason : `line ${line}: ${reason}`);
