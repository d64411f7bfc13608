import { ok, refuse, type Result } from '../../units/result.ts';
import { problem, type ImportProblem } from '../report.ts';
import type { ColumnKind } from './columns.ts';
import { parseMoment } from './moment.ts';
import type { LoadOptions, NumberTimes } from './types.ts';

/** Seconds in one unit of a bare number. */
export const secondsIn: Readonly<Record<Exclude<NumberTimes, 'excel'>, number>> = {
  s: 1, ms: 1e-3, us: 1e-6, ns: 1e-9, min: 60, h: 3600,
};

/** How the moment of a row is found. `columns` are those it is read from. */
export type TimePlan = { readonly columns: readonly number[] } & (
  | { readonly kind: 'text' }
  | { readonly kind: 'number'; readonly unit: NumberTimes; readonly relative: boolean }
  | { readonly kind: 'date-clock' }
  /** Whole hours of a day beside a date; whether they end or begin there shows at the end. */
  | { readonly kind: 'date-hour'; readonly ending: boolean | null }
  | { readonly kind: 'calendar'; readonly minute: number | null; readonly ending: boolean | null });

type Named = { readonly column: number; readonly name: string; readonly kind: ColumnKind };

/** A time as a bare number, with a decimal point or comma; NaN for anything else. */
export const bareNumber = (cell: string): number =>
  (/^[+-]?\d+([.,]\d+)?(e[+-]?\d+)?$/iu.test(cell) ? Number(cell.replace(',', '.')) : NaN);

const isCalendarDay = (value: number): boolean => {
  const [year, month, day] = [Math.floor(value / 1e4), Math.floor(value / 100) % 100, value % 100];
  return year >= 1970 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
};

/** Share of steps between neighbours that are alike. */
function evenShare(values: readonly number[]): number {
  const steps = values.slice(1).map((value, at) => Math.round((value - (values[at] ?? value)) * 1440));
  const positive = steps.filter((step) => step !== 0);
  const counts = new Map<number, number>();
  for (const step of positive) counts.set(step, (counts.get(step) ?? 0) + 1);
  return positive.length === 0 ? 0 : Math.max(...counts.values()) / positive.length;
}

type Guess = { readonly unit: NumberTimes; readonly relative: boolean } | 'ask-unit' | 'ask-excel';

/** Epoch, spreadsheet serial or time since a start, by size and by how values follow. */
function guessNumbers(values: readonly number[], cells: readonly string[]): Guess {
  const largest = Math.max(...values.map(Math.abs));
  if (largest >= 1e17) return { unit: 'ns', relative: false };
  if (largest >= 1e14) return { unit: 'us', relative: false };
  if (largest >= 1e11) return { unit: 'ms', relative: false };
  if (largest >= 1e8) return { unit: 's', relative: false };
  const least = Math.min(...values);
  const hasFraction = cells.some((cell) => /[.,]/u.test(cell));
  if (least >= 25_569 && largest <= 80_000) {
    if (values.length > 1 && evenShare(values) >= 0.8) return { unit: 'excel', relative: false };
    return 'ask-excel';
  }
  return hasFraction && least < 25_569 ? { unit: 's', relative: true } : 'ask-unit';
}

function planNumbers(
  column: number, cells: readonly string[], trace: string | null, options: LoadOptions,
): Result<TimePlan, ImportProblem> {
  const values = cells.map(bareNumber);
  const plan = (unit: NumberTimes, relative: boolean): Result<TimePlan, ImportProblem> =>
    ok({ kind: 'number', columns: [column], unit, relative });
  if (values.every(isCalendarDay)) return ok({ kind: 'text', columns: [column] });
  const guess = guessNumbers(values, cells);
  const small = Math.max(...values.map(Math.abs)) < 1e8;
  if (options.times !== undefined)
    return plan(options.times, options.times !== 'excel' && small);
  if (small && trace === 'BurstGPT trace') return plan('s', true);
  if (small && trace === 'Mooncake trace') return plan('ms', true);
  if (typeof guess === 'object') return plan(guess.unit, guess.relative);
  return refuse(guess === 'ask-excel'
    ? problem('ambiguous-times',
      'its times could be days of a spreadsheet or seconds from a start; say --times excel or --times s')
    : problem('ambiguous-times',
      'its times are bare numbers from a start and the file does not name their unit; say --times s, ms, min or h'));
}

const ofKind = (named: readonly Named[], kind: ColumnKind['kind']): Named | undefined =>
  named.find((each) => each.kind.kind === kind);

/** Columns of year, month, day and hour. */
function planCalendar(named: readonly Named[]): TimePlan | null {
  const [year, month, day, hour, minute] = (['year', 'month', 'day', 'hour', 'minute'] as const)
    .map((kind) => ofKind(named, kind));
  if (year === undefined || month === undefined || day === undefined || hour === undefined)
    return null;
  return { kind: 'calendar', columns: [year, month, day, hour].map(({ column }) => column),
    minute: minute?.column ?? null, ending: isEnding(hour) };
}

const isEnding = ({ name }: Named): boolean | null =>
  (/^(he|hour[ _]?ending)$/iu.test(name) ? true : /begin/iu.test(name) ? false : null);

/** Which column of times to take, and how; null where the file has none. */
export function planTime(
  named: readonly Named[], samples: readonly (readonly string[])[], trace: string | null,
  options: LoadOptions,
): Result<TimePlan | null, ImportProblem> {
  const cellsOf = ({ column }: Named): readonly string[] =>
    samples.map((row) => row[column] ?? '').filter((cell) => cell !== '');
  const isTimes = (each: Named): boolean => {
    const [first = ''] = cellsOf(each);
    return parseMoment(first, options.dates ?? 'us') !== null
      || parseMoment(first, 'eu') !== null;
  };
  const [date, time, hour] = (['date', 'time', 'hour'] as const).map((kind) => ofKind(named, kind));
  const clock = ofKind(named, 'clock')
    ?? (date !== undefined && time !== undefined && !isTimes(time) ? time : undefined);
  if (date !== undefined && clock !== undefined && /:/u.test(cellsOf(clock)[0] ?? ''))
    return ok({ kind: 'date-clock', columns: [date.column, clock.column] });
  const day = date ?? (hour === undefined ? undefined : time);
  if (day !== undefined && hour !== undefined && !cellsOf(day).some((cell) => cell.includes(':')))
    return ok(/:/u.test(cellsOf(hour)[0] ?? '')
      ? { kind: 'date-clock', columns: [day.column, hour.column] }
      : { kind: 'date-hour', columns: [day.column, hour.column], ending: isEnding(hour) });
  const calendar = planCalendar(named);
  if (calendar !== null) return ok(calendar);
  const offset = named.find((each) => each.kind.kind === 'offset');
  const chosen = time ?? date ?? offset ?? ofKind(named, 'end')
    ?? [ofKind(named, 'month'), ofKind(named, 'day'), hour].find((each) =>
      each !== undefined && isTimes(each));
  if (chosen === undefined) return ok(null);
  const cells = cellsOf(chosen);
  if (cells.length === 0 || cells.some((cell) => Number.isNaN(bareNumber(cell))))
    return ok({ kind: 'text', columns: [chosen.column] });
  const { kind } = chosen;
  return planNumbers(chosen.column, cells, trace, kind.kind === 'offset'
    ? { ...options, times: kind.unit } : options);
}
