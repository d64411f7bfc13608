import type { LoadSeries } from '../../lifecycle/load-series-types.ts';
import { ok, refuse, type Result } from '../../units/result.ts';
import type { Encoding } from '../bytes/decode.ts';
import {
  counted, groupDigits, note, problem, type ImportOutcome, type ImportProblem,
  type ImportReport, type Note,
} from '../report.ts';
import type { LoadFormat } from './format.ts';
import type { RowReader, Seen } from './row-reader.ts';
import { counterNotes, stepsOf, type Counted, type Steps } from './steps.ts';
import type { Tally } from './tally.ts';
import type { LoadOptions, ReadLoad } from './types.ts';
import { momentText } from './when.ts';

/** What is known of the file beside its rows. */
export interface FileFacts {
  readonly encoding: Encoding;
  /** The last line had a line end. */
  readonly isWhole: boolean;
  readonly blank: number;
  readonly isJson: boolean;
  /** An answer says that more of it follows on other pages. */
  readonly isPart: boolean;
  /** Running totals were taken apart before the rows were made: what was seen then. */
  readonly counted: Counted | null;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Longest gap filled where nobody says otherwise, steps. */
const usualGapSteps = 24;

type Laid = Result<Steps, readonly ImportProblem[]>;

const layTally = (tally: Tally, format: LoadFormat, seen: Seen, options: LoadOptions,
  fewest: number): Laid =>
  stepsOf(tally, {
    mostGapSteps: options.mostGapSteps ?? usualGapSteps,
    isRate: format.amounts.some(({ basis }) => basis === 'rate'),
    isCounter: format.amounts.some(({ basis }) => basis === 'counter'),
    counters: seriesOf(format), fewest,
    monthly: seen.months > 0 && seen.months === tally.rows(), isTrace: format.trace !== null
      || isOffset(format),
  });

/** Running totals that are added up in one row: of several, the fall of one hides in the sum. */
const seriesOf = ({ amounts }: LoadFormat): number =>
  Math.max(...(['input', 'output', 'total', 'requests'] as const).map((role) =>
    amounts.filter((amount) => amount.role === role
      && amount.basis === 'counter').length));

/** Times of single requests since a start; minutes and hours of a year are a metric's. */
const isOffset = ({ time }: LoadFormat): boolean =>
  time.kind === 'number' && time.relative && time.unit !== 'h' && time.unit !== 'min';

const askDates = problem('ambiguous-dates',
  'its dates could have the month or the day first; say --dates us (month first) or --dates eu (day first)');

/**
 * Steps by the order of day and month that the lines show: where both can be read, the
 * one that gives a metric without a gap while the other does not.
 */
function layOrders(
  { main, eu }: ReturnType<RowReader['tallies']>, lay: (tally: Tally) => Laid,
): { readonly laid: Laid; readonly said: readonly Note[] } {
  const us = lay(main);
  if (eu === null) return { laid: us, said: [] };
  const other = lay(eu);
  const [usWhole, euWhole] = [us, other].map((laid) => laid.ok && laid.value.isWhole);
  if (usWhole === euWhole) return { laid: refuse([askDates]), said: [] };
  return { laid: usWhole === true ? us : other, said: [note('dates-guessed',
    `dates were read with the ${usWhole === true ? 'month' : 'day'} first: only so its times run without a gap`)] };
}

/** Seconds to add where hours of a day are those that end; null where that cannot be seen. */
function hourShift({ time }: LoadFormat, seen: Seen, { hours }: LoadOptions): number | null {
  if (time.kind !== 'date-hour' && time.kind !== 'calendar') return 0;
  const ending = hours === undefined ? time.ending : hours === 'end';
  if (ending !== null) return ending ? -3600 : 0;
  if (seen.hourLow === 0 && seen.hourHigh < 24) return 0;
  return seen.hourHigh === 24 && seen.hourLow > 0 ? -3600 : null;
}

const askHours = problem('ambiguous-hours',
  'it cannot be seen whether its hour 1 begins or ends at 1:00; say --hours begin or --hours end');

/** Notes on what was seen while the rows were read. */
function seenNotes(seen: Seen, rows: number): Pick<ImportReport, 'leftOut' | 'notes'> {
  const all = rows + seen.short + seen.missing;
  const left = (code: string, count: number, line: number, what: string): readonly Note[] =>
    (count === 0 ? [] : [note(code, `${counted(count, 'row')} ${what}`,
      { count, line, share: count / all })]);
  const said = (code: string, count: number, line: number, what: string): readonly Note[] =>
    (count === 0 ? [] : [note(code, what, { count, line, share: count / all })]);
  return {
    leftOut: [...left('short-row', seen.short, seen.shortLine, 'with too few cells left out'),
      ...left('no-value', seen.missing, seen.missingLine, 'without an amount left out')],
    notes: [
      ...said('failed-requests', seen.failed, 0,
        `${counted(seen.failed, 'row')} of failed requests are counted`),
      ...said('no-output', seen.noOutput, 0,
        `${counted(seen.noOutput, 'row')} have input but no output tokens`),
      ...said('nested-lines', seen.nested, 0, `${counted(seen.nested, 'line')} lie inside quoted text`),
      ...said('total-differs', seen.mismatch, seen.mismatchLine,
        `${counted(seen.mismatch, 'row')} whose total is not input plus output; the total counts`),
    ],
  };
}

function fileNotes({ encoding, isWhole, isJson, isPart }: FileFacts,
  format: LoadFormat): readonly Note[] {
  const has = (role: string): boolean => format.amounts.some((amount) => amount.role === role);
  const one = has('input') !== has('output') && !has('total')
    ? has('input') ? ['input', 'output'] : ['output', 'input'] : null;
  return [
    ...(encoding.gzip ? [note('gzip', 'the file was unpacked (gzip)')] : []),
    ...(encoding.utf16 ? [note('utf-16', 'the file is written in UTF-16')] : []),
    ...(isPart ? [note('more-pages',
      'the answer says that more pages follow; what is on them is not counted')] : []),
    ...(isWhole || isJson ? [] : [note('no-line-end',
      'the last line has no line end: the file may have been cut short')]),
    ...(one === null ? [] : [note('one-side',
      `the file counts ${one[0] ?? ''} tokens only; ${one[1] ?? ''} tokens are not in it`)]),
  ];
}

/** Formats by what their columns are called. */
const formatName = (format: LoadFormat, { isJson }: FileFacts): string =>
  `${format.trace ?? (format.amounts.some(({ role }) => role === 'requests')
    && format.amounts.some(({ role }) => role === 'input') ? 'usage export' : 'table of load')} (${isJson ? 'JSON' : 'CSV'})`;

function readNotes(load: ReadLoad): readonly Note[] {
  const { rows, series, columns, tokensTotal, tokensIn, tokensOut, requests } = load;
  const unit = series.stepSeconds === null ? 'month' : 'step';
  const length = series.stepSeconds === null ? ''
    : series.stepSeconds % 3600 === 0 ? ` of ${series.stepSeconds / 3600} h`
      : ` of ${series.stepSeconds} s`;
  const split = tokensIn === null || tokensOut === null ? ''
    : ` (${groupDigits(tokensIn)} in, ${groupDigits(tokensOut)} out)`;
  return [
    note('rows', `${counted(rows, 'row')} into ${counted(series.values.length, unit)}${length}`,
      { count: rows }),
    note('columns', Object.entries(columns).map(([role, name]) =>
      `${role} from ${name}`).join(', ')),
    ...(tokensTotal === null ? [] : [note('tokens', `${groupDigits(tokensTotal)} tokens${split}`)]),
    ...(requests === null ? [] : [note('requests', `${groupDigits(requests)} requests`)]),
    ...(load.from === null
      ? [note('relative', 'times count from the start of the trace: no calendar, no day of the week')]
      : [note('span', load.to === null ? `from ${load.from.slice(0, 7)}`
        : `from ${load.from} to ${load.to}`)]),
  ];
}

/** A sum over the steps, null where the file has no such column. */
const sumOf = (format: LoadFormat, role: string, values: readonly number[]): number | null => {
  const total = sum(values);
  return format.amounts.some((amount) => amount.role === role) && Number.isFinite(total)
    ? total : null;
};

function loadOf(steps: Steps, format: LoadFormat, seen: Seen, rows: number, shift: number): ReadLoad {
  const unit = format.amounts.every(({ role }) => role === 'requests') ? 'requests' : 'tokens';
  const startSeconds = steps.startSeconds + shift;
  const relative = format.time.kind === 'number' && format.time.relative;
  const series: LoadSeries = { unit, startSeconds, stepSeconds: steps.stepSeconds,
    values: steps.value, zoned: seen.zoned };
  const end = steps.stepSeconds === null ? null
    : startSeconds + steps.stepSeconds * steps.value.length;
  const zone = seen.zoned ? 'Z' : '';
  return {
    series, relative, rows, columns: format.columns,
    tokensIn: sumOf(format, 'input', steps.input), tokensOut: sumOf(format, 'output', steps.output),
    tokensTotal: unit === 'tokens' ? sum(steps.value) : null,
    requests: sumOf(format, 'requests', steps.requests),
    from: relative ? null : `${momentText(startSeconds)}${zone}`,
    to: relative || end === null ? null : `${momentText(end)}${zone}`,
  };
}

/** What the rows come to, with a report of everything that was done to them. */
export function finishLoad(
  reader: RowReader, format: LoadFormat, options: LoadOptions, file: FileFacts,
): ImportOutcome<ReadLoad> {
  const { seen, problems } = reader;
  if (problems.length > 0) return refuse(problems);
  const tallies = reader.tallies();
  const rows = tallies.main.rows();
  if (rows === 0) return refuse([problem('too-short', 'no row of data was found')]);
  if (seen.zoned && seen.unzoned) return refuse([problem('mixed-zones',
    'some times name a zone and some do not; write all of them one way')]);
  const shift = hourShift(format, seen, options);
  if (shift === null) return refuse([askHours]);
  const { laid, said } = layOrders(tallies, (tally) =>
    layTally(tally, format, seen, options, file.counted === null ? 2 : 1));
  if (!laid.ok) return laid;
  const load = loadOf(laid.value, format, seen, rows, shift);
  if (!Number.isFinite(sum(load.series.values)))
    return refuse([problem('not-a-number', 'its amounts add up to more than a number holds')]);
  const own = seenNotes(seen, rows);
  const blank = file.blank === 0 ? [] : [note('empty-lines',
    `${counted(file.blank, 'empty line')} left out`, { count: file.blank })];
  return ok({ value: load, report: {
    format: formatName(format, file), read: readNotes(load),
    repaired: [...(file.counted === null ? [] : counterNotes(file.counted)),
      ...laid.value.repaired, ...said],
    leftOut: [...blank, ...own.leftOut, ...format.unused.map(({ name, why }) =>
      note('column', `column ${name}: ${why}`))],
    notes: [...(shift < 0 ? [note('hour-ending', 'hours 1 to 24 are taken as the hours that end then')] : []),
      ...laid.value.notes, ...own.notes, ...fileNotes(file, format)],
  } });
}
