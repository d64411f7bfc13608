import { civilDay } from '../../lifecycle/day.ts';
import { problem, type ImportProblem } from '../report.ts';
import { amountOf, isMissing } from './amount.ts';
import type { AmountColumn, LoadFormat } from './format.ts';
import { excelSeconds, parseMoment } from './moment.ts';
import { createTally, type Amounts, type Tally } from './tally.ts';
import { bareNumber, secondsIn } from './time-plan.ts';
import type { DateOrder, LoadOptions } from './types.ts';

/** Problems listed before reading stops: enough to see the pattern. */
const mostProblems = 100;

/** More than all tokens of the world in a month: such a cell holds something else. */
const mostOfRow = 1e17;

/** What was seen on the way, for the report. */
export interface Seen {
  zoned: boolean;
  unzoned: boolean;
  /** All times named months; false before any row. */
  months: number;
  hourLow: number;
  hourHigh: number;
  short: number;
  shortLine: number;
  missing: number;
  missingLine: number;
  failed: number;
  noOutput: number;
  mismatch: number;
  mismatchLine: number;
  mismatchValue: number;
  nested: number;
}

export interface RowReader {
  readonly row: (cells: readonly string[], line: number) => void;
  /** A row whose moment and amounts were found without making strings. */
  readonly fast: (seconds: number, zoned: boolean, values: Float64Array, line: number) => void;
  readonly seen: Seen;
  readonly problems: ImportProblem[];
  readonly isFull: () => boolean;
  /** Sums by date order; both while no line has shown which it is. */
  readonly tallies: () => { readonly main: Tally; readonly eu: Tally | null };
}

/** Where rows go while the order of day and month is not known. */
interface Orders {
  main: Tally;
  eu: Tally | null;
  order: DateOrder | null;
}

type At = { readonly seconds: number; readonly zoned: boolean; readonly month: boolean;
  /** The moment if the day came first, while that is possible. */
  readonly eu?: number };

/** Reads a date by the order found so far; what shows the order settles it. */
function datedMoment(text: string, orders: Orders): At | 'mixed-dates' | null {
  if (orders.order !== null) {
    const moment = parseMoment(text, orders.order);
    if (moment !== null || orders.eu !== null) return moment;
    return parseMoment(text, null) === null ? null : 'mixed-dates';
  }
  const us = parseMoment(text, 'us');
  const eu = parseMoment(text, 'eu');
  if (us === null && eu === null) return null;
  if (us !== null && eu !== null) return { ...us, eu: eu.seconds };
  orders.order = us === null ? 'eu' : 'us';
  if (us === null && orders.eu !== null) orders.main = orders.eu;
  orders.eu = null;
  return us ?? eu;
}

/** `1`, `01`, `HE01`, `1:00` of a column of hours. */
const hourOf = (cell: string): number => {
  const match = /^(?:he ?)?(\d{1,2})(?::00(?::00)?)?$/iu.exec(cell);
  return match === null ? NaN : Number(match[1]);
};

function calendarMoment(cells: readonly string[], format: LoadFormat): At | null {
  const { time } = format;
  if (time.kind !== 'calendar') return null;
  const [year = NaN, month = NaN, day = NaN] = time.columns.slice(0, 3)
    .map((at) => Number(cells[at] === '' ? NaN : cells[at]));
  const hour = hourOf(cells[time.columns[3] ?? -1] ?? '');
  const minute = time.minute === null ? 0 : Number(cells[time.minute] ?? NaN);
  const isSound = [year, month, day, hour, minute].every(Number.isInteger)
    && month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 && minute < 60;
  return isSound ? { seconds: civilDay(year, month, day) * 86_400 + hour * 3600 + minute * 60,
    zoned: false, month: false } : null;
}

function momentOf(
  cells: readonly string[], format: LoadFormat, orders: Orders, seen: Seen,
): At | 'mixed-dates' | null {
  const { time } = format;
  const [first = '', second = ''] = time.columns.map((at) => cells[at] ?? '');
  switch (time.kind) {
    case 'text': return datedMoment(first, orders);
    case 'date-clock': return datedMoment(`${first.replace(/[ T]00:00(:00(\.0+)?)?$/u, '')} ${second}`,
      orders);
    case 'number': {
      const value = bareNumber(first);
      if (!Number.isFinite(value)) return null;
      return { seconds: time.unit === 'excel' ? excelSeconds(value) : value * secondsIn[time.unit],
        zoned: !time.relative && time.unit !== 'excel', month: false };
    }
    case 'date-hour': {
      const hour = hourOf(second);
      const day = datedMoment(first, orders);
      if (day === null || day === 'mixed-dates' || !(hour <= 24)) return day === 'mixed-dates' ? day : null;
      noteHour(seen, hour);
      return { ...day, seconds: day.seconds + hour * 3600,
        ...(day.eu === undefined ? {} : { eu: day.eu + hour * 3600 }) };
    }
    case 'calendar': {
      const at = calendarMoment(cells, format);
      if (at !== null) noteHour(seen, hourOf(cells[time.columns[3] ?? -1] ?? ''));
      return at;
    }
    default: return time satisfies never;
  }
}

function noteHour(seen: Seen, hour: number): void {
  seen.hourLow = Math.min(seen.hourLow, hour);
  seen.hourHigh = Math.max(seen.hourHigh, hour);
}

const startSeen = (): Seen => ({ zoned: false, unzoned: false, months: 0, hourLow: Infinity,
  hourHigh: -Infinity, short: 0, shortLine: 0, missing: 0, missingLine: 0, failed: 0, noOutput: 0,
  mismatch: 0, mismatchLine: 0, mismatchValue: 0, nested: 0 });

/** Parts and total that differ by more than this say different things. */
const mismatchAbove = 0.005;

/** What a row counts, from its amounts by column. */
function sumRow(
  columns: readonly AmountColumn[], values: Float64Array, into: Amounts, seen: Seen, line: number,
): void {
  let [input, output, total, requests] = [NaN, NaN, NaN, NaN];
  for (let at = 0; at < columns.length; at++) {
    const amount = columns[at];
    const value = (values[at] ?? NaN) * (amount?.factor ?? NaN);
    if (amount?.role === 'input') input = Number.isNaN(input) ? value : input + value;
    else if (amount?.role === 'output') output = Number.isNaN(output) ? value : output + value;
    else if (amount?.role === 'total') total = value;
    else requests = value;
  }
  const parts = Number.isNaN(input) ? output : Number.isNaN(output) ? input : input + output;
  const hasBoth = !Number.isNaN(input) && !Number.isNaN(output);
  if (hasBoth && !Number.isNaN(total)
    && Math.abs(total - parts) > mismatchAbove * Math.max(total, parts)) {
    seen.mismatch += 1;
    seen.mismatchValue += Math.abs(total - parts);
    if (seen.mismatchLine === 0) seen.mismatchLine = line;
  }
  if (output === 0 && input > 0) seen.noOutput += 1;
  into.value = !Number.isNaN(total) ? total : !Number.isNaN(parts) ? parts : requests;
  into.input = input;
  into.output = output;
  into.requests = requests;
}

const isFailure = (cell: string): boolean =>
  /^(4\d\d|5\d\d|error|failed|fail|timeout|cancelled|false)$/iu.test(cell);

/** Amounts of a row's cells; a sentence for what is no number, null for a value not there. */
function readAmounts(
  cells: readonly string[], format: LoadFormat, values: Float64Array,
): 'missing' | 'negative' | 'not-a-number' | 'too-large' | null {
  for (let at = 0; at < format.amounts.length; at++) {
    const cell = cells[format.amounts[at]?.column ?? -1] ?? '';
    if (isMissing(cell)) return 'missing';
    const value = amountOf(cell, format.style);
    if (value === null) return 'not-a-number';
    if (value < 0) return 'negative';
    if (value > mostOfRow) return 'too-large';
    values[at] = value;
  }
  return null;
}

const explain: Readonly<Record<'negative' | 'not-a-number' | 'too-large', (found: string) =>
  string>> = {
  'too-large': (found) => `“${found}” is more than any row of load holds`,
  negative: (found) => `“${found}” is negative; a load is 0 or more`,
  'not-a-number': (found) => `“${found}” holds no plain number; leave out units and words`,
};

/** Reads rows of a known format one by one into sums. */
export function createRowReader(format: LoadFormat, options: LoadOptions): RowReader {
  const orders: Orders = { main: createTally(), eu: null, order: options.dates ?? null };
  const seen = startSeen();
  const problems: ImportProblem[] = [];
  const values = new Float64Array(format.amounts.length);
  const amounts: Amounts = { value: 0, input: NaN, output: NaN, requests: NaN };
  const add = (at: At, line: number): void => {
    if (at.zoned) seen.zoned = true;
    else seen.unzoned = true;
    if (at.month) seen.months += 1;
    if (at.eu !== undefined && orders.order === null && at.eu !== at.seconds)
      orders.eu ??= orders.main.copy();
    orders.main.add(at.seconds, amounts, line);
    orders.eu?.add(at.eu ?? at.seconds, amounts, line);
  };
  const refuseRow = (code: string, reason: string, line: number): void => {
    if (problems.length < mostProblems) problems.push(problem(code, reason, line));
  };
  const row = (cells: readonly string[], line: number): void => {
    if (cells.length < format.names.length && isShort(cells, format)) {
      seen.short += 1;
      if (seen.shortLine === 0) seen.shortLine = line;
      return;
    }
    const at = momentOf(cells, format, orders, seen);
    const found = cells.join(', ').slice(0, 80);
    if (at === 'mixed-dates') return refuseRow('mixed-dates',
      `“${found}” has day and month the other way round than lines before it`, line);
    if (at === null) return refuseRow('bad-time',
      `“${found}” has no time that can be read; write 2026-01-31 14:00, with Z or an offset if the zone matters`, line);
    const bad = readAmounts(cells, format, values);
    if (bad === 'missing') {
      seen.missing += 1;
      if (seen.missingLine === 0) seen.missingLine = line;
      return;
    }
    if (bad !== null) return refuseRow(bad, explain[bad](found), line);
    if (format.status !== null && isFailure(cells[format.status] ?? '')) seen.failed += 1;
    sumRow(format.amounts, values, amounts, seen, line);
    add(at, line);
  };
  return {
    row, seen, problems,
    fast: (seconds, zoned, own, line) => {
      sumRow(format.amounts, own, amounts, seen, line);
      add({ seconds, zoned, month: false }, line);
    },
    isFull: () => problems.length >= mostProblems,
    tallies: () => ({ main: orders.main, eu: orders.eu }),
  };
}

/** Whether a row lacks a cell that is needed. */
const isShort = (cells: readonly string[], { time, amounts }: LoadFormat): boolean =>
  Math.max(...time.columns, ...amounts.map(({ column }) => column)) >= cells.length;
