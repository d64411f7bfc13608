import { ok, refuse, type Result } from '../units/result.ts';
import type {
  LoadOptions, LoadProblem, LoadRepair, LoadSeries, LoadUnit,
} from './load-series-types.ts';
import { parseTime } from './parse-time.ts';
import { problem, stepsOf, type LoadPoint } from './load-steps.ts';

/** Half a century of hours: beyond it a file is refused rather than read. */
const maxLines = 450_000;
/** Problems listed before reading stops: enough to see the pattern. */
const maxProblems = 100;

export const defaultLoadOptions: LoadOptions = { repair: true, maxGapSteps: 24 };

/**
 * Reads a load curve from CSV: a column of time and one of tokens or requests (or input
 * and output tokens, which are added). Comma, semicolon or tab; a header names the
 * columns, without one they are time and tokens. Negative or non-numeric values and
 * unreadable times refuse the file with their lines; disorder, duplicates and gaps refuse
 * it too, unless `repair` is asked for, and then every repair is listed. Nothing is half
 * imported.
 * @example parseLoadSeries('time,tokens\n2026-01-01,5\n2026-01-02,7', defaultLoadOptions).value.values // [5, 7]
 */
export function parseLoadSeries(text: string, options: LoadOptions): Result<LoadSeries,
  readonly LoadProblem[]> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (lines.length > maxLines)
    return refuse([problem('too-large', 0, `${lines.length} lines`)]);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return refuse([problem('empty', 0, '')]);
  const head = readHeader(lines[first] ?? '', first + 1);
  if (!head.ok) return refuse([head.error]);
  const { points, problems, blank, zones } = readPoints(lines, head.value, first);
  if (problems.length > 0) return refuse(problems);
  if (points.length < 2) return refuse([problem('too-short', 0, `${points.length} values`)]);
  if (zones.size > 1) {
    return refuse([
      problem('mixed-zones', points[0]?.line ?? 0, 'times with and without a zone'),
    ]);
  }
  const steps = stepsOf(points, options);
  if (!steps.ok) return steps;
  const repairs: readonly LoadRepair[] = blank > 0
    ? [{ code: 'empty-lines', line: 0, count: blank }, ...steps.value.repairs]
    : steps.value.repairs;
  return ok({ ...steps.value, unit: head.value.unit, zoned: zones.has(true), repairs });
}

interface Header {
  readonly separator: string;
  readonly time: number;
  readonly amounts: readonly number[];
  readonly unit: LoadUnit;
  /** The line itself holds data. */
  readonly data: boolean;
}

const cellsOf = (line: string, separator: string): readonly string[] =>
  line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1').trim());

/** Finds the columns by name, or takes the first two of a file that starts with data. */
function readHeader(line: string, number: number): Result<Header, LoadProblem> {
  const separator = [';', '\t', ','].find((mark) => line.includes(mark));
  if (separator === undefined) return refuse(problem('no-columns', number, line));
  const cells = cellsOf(line, separator);
  if (parseTime(cells[0] ?? '') !== null) {
    return ok({ separator, time: 0, amounts: [1], unit: 'tokens', data: true });
  }
  const find = (test: RegExp): readonly number[] =>
    cells.flatMap((cell, at) => (test.test(cell) ? [at] : []));
  const [time] = find(/^(time|timestamp|date|datetime|month|hour|day)\b/i);
  const parts = find(/^(input|prompt|output|completion|generated)[ _]?tokens$/i);
  const total = find(/^(total[ _]?)?tokens$/i);
  const requests = find(/^(requests|queries|calls|count)$/i);
  const amounts =
    total.length > 0 ? total.slice(0, 1) : parts.length > 0 ? parts : requests.slice(0, 1);
  if (time === undefined || amounts.length === 0)
    return refuse(problem('no-columns', number, line));
  const unit = total.length > 0 || parts.length > 0 ? 'tokens' : 'requests';
  return ok({ separator, time, amounts, unit, data: false });
}

function readPoints(lines: readonly string[], header: Header, first: number) {
  const points: LoadPoint[] = [];
  const problems: LoadProblem[] = [];
  const zones = new Set<boolean>();
  let blank = 0;
  for (let at = header.data ? first : first + 1; at < lines.length
    && problems.length < maxProblems; at++) {
      const text = lines[at] ?? '';
      if (text.trim() === '') {
        if (lines.slice(at).some((line) => line.trim() !== '')) blank++;
        else break;
        continue;
      }
      const cells = cellsOf(text, header.separator);
      const time = parseTime(cells[header.time] ?? '');
      const amounts = header.amounts.map((column) => amountOf(cells[column] ?? ''));
      if (time === null) problems.push(problem('bad-time', at + 1, text));
      else if (amounts.some((value) => value === null))
        problems.push(problem('not-a-number', at + 1, text));
      else if (amounts.some((value) => (value ?? 0) < 0))
        problems.push(problem('negative', at + 1, text));
      else {
        zones.add(time.zoned);
        const value = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
        points.push({ line: at + 1, seconds: time.seconds, month: time.month, value });
      }
    }
  return { points, problems, blank, zones };
}

/** A plain decimal number; grouping marks, units and words are not guessed at. */
function amountOf(cell: string): number | null {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell)
    && Number.isFinite(Number(cell)) ? Number(cell)
    : null;
}
