import { ok, refuse, type Result } from '../../units/result.ts';
import { counted, groupDigits, note, problem, type ImportProblem,
  type Note } from '../report.ts';
import { increasesOf, type Increases } from './counter.ts';
import type { Points, Tally } from './tally.ts';
import { calendarIndex, momentText } from './when.ts';

/** Amounts of even steps. */
export interface Steps {
  readonly startSeconds: number;
  /** Null when steps are calendar months. */
  readonly stepSeconds: number | null;
  readonly value: readonly number[];
  readonly input: readonly number[];
  readonly output: readonly number[];
  readonly requests: readonly number[];
  readonly repaired: readonly Note[];
  readonly notes: readonly Note[];
  /** The rows are a metric at even times without a gap: what a right date order gives. */
  readonly isWhole: boolean;
}

export interface StepOptions {
  readonly mostGapSteps: number;
  readonly isRate: boolean;
  readonly isCounter: boolean;
  /** Fewest rows of a load. */
  readonly fewest: number;
  /** Running totals added up in a row. */
  readonly counters: number;
  /** All times name months. */
  readonly monthly: boolean;
  /** Rows are single requests, whatever their times look like. */
  readonly isTrace: boolean;
}

const hour = 3600;
/** Half a century of hours. */
const mostSteps = 450_000;
/** Share of rows on a time already given from which a file is a list of many per step. */
const listShare = 0.25;
const fewestOfList = 8;

const keys = ['value', 'input', 'output', 'requests'] as const;
type Key = (typeof keys)[number];
type Sums = Record<Key, number[]>;
const noSums = (): Sums => ({ value: [], input: [], output: [], requests: [] });
const total = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0);

/** Distinct moments with what falls on each. */
interface Merged extends Sums {
  readonly seconds: number[];
  readonly line: number[];
  readonly doubles: number;
  readonly doubleLine: number;
  readonly doubleValue: number;
  /** Rows that say the same as the first of their time. */
  readonly alike: number;
  readonly alikeValue: number;
}

function mergeEqual(points: Points): Merged {
  const sums = noSums();
  const [seconds, line]: [number[], number[]] = [[], []];
  let [doubles, doubleLine, doubleValue, alike, alikeValue, first] = [0, 0, 0, 0, 0, 0];
  const isAlike = (at: number): boolean =>
    keys.every((key) => Object.is(points[key][at], points[key][first]));
  for (let at = 0; at < points.count; at++) {
    const moment = points.seconds[at] ?? NaN;
    const last = seconds.length - 1;
    if (seconds[last] === moment) {
      doubles += 1;
      doubleValue += points.value[at] ?? NaN;
      if (doubleLine === 0) doubleLine = points.line[at] ?? 0;
      if (isAlike(at)) {
        alike += 1;
        alikeValue += points.value[at] ?? NaN;
      }
      for (const key of keys) sums[key][last] = (sums[key][last] ?? NaN) + (points[key][at] ?? NaN);
    } else {
      first = at;
      seconds.push(moment);
      line.push(points.line[at] ?? 0);
      for (const key of keys) sums[key].push(points[key][at] ?? NaN);
    }
  }
  return { ...sums, seconds, line, doubles, doubleLine, doubleValue, alike, alikeValue };
}

/** The commonest distance of neighbours and the share of neighbours it parts. */
function commonStep(seconds: readonly number[]): { readonly step: number; readonly share: number } {
  const counts = new Map<number, number>();
  for (let at = 1; at < seconds.length; at++) {
    const distance = Math.round(((seconds[at] ?? 0) - (seconds[at - 1] ?? 0)) * 1e3) / 1e3;
    counts.set(distance, (counts.get(distance) ?? 0) + 1);
  }
  let [step, most] = [hour, 0];
  counts.forEach((count, distance) => {
    if (count > most || (count === most && distance < step)) [step, most] = [distance, count];
  });
  return { step, share: seconds.length < 2 ? 0 : most / (seconds.length - 1) };
}

export type Counted = Pick<Increases, 'restarts' | 'spread'>;

/** What was done to running totals. */
export const counterNotes = ({ restarts, spread }: Counted): readonly Note[] => [
  ...(restarts === 0 ? [] : [note('restarts',
    `the running total fell ${restarts === 1 ? 'once' : `${groupDigits(restarts)} times`}; each is taken for a restart at nought`,
    { count: restarts })]),
  ...(spread === 0 ? [] : [note('spread',
    `what was added over ${counted(spread, 'missing time')} is dealt out evenly`,
      { count: spread })])];

/** A running total as what was added, and what was done for it. */
function differences(merged: Merged): { readonly merged: Merged } & Counted {
  const of = (key: Key): Increases => increasesOf(merged.seconds, merged[key]);
  const [value, input, output, requests] = [of('value'), of('input'), of('output'),
    of('requests')];
  const seconds = [...value.seconds];
  return { spread: value.spread,
    restarts: Math.max(value.restarts, input.restarts, output.restarts,
      requests.restarts),
    merged: { ...merged, seconds, line: seconds.map(() => 0), value: [...value.values],
      input: [...input.values], output: [...output.values],
        requests: [...requests.values] } };
}

/** Hour sums of a log: hours without a row hold nothing. */
function sumHours(
  hours: ReadonlyMap<number, readonly number[]>, isRate: boolean, notes: readonly Note[],
  repaired: readonly Note[],
): Result<Steps, readonly ImportProblem[]> {
  let [first, last] = [Infinity, -Infinity];
  hours.forEach((_, at) => {
    first = Math.min(first, at);
    last = Math.max(last, at);
  });
  const count = last - first + 1;
  if (count > mostSteps) return refuse([problem('too-large',
    `its times run from ${momentText(first * hour)} to ${momentText(last * hour)}, ${count} hours; half a century of hours is the most`)]);
  const sums = noSums();
  for (let at = first; at <= last; at++) {
    const own = hours.get(at);
    const rows = own?.[4] ?? 1;
    keys.forEach((key, c) => {
      const sum = own === undefined ? 0 : own[c] ?? NaN;
      sums[key].push(isRate ? (sum / rows) * hour : sum);
    });
  }
  const bare = count - hours.size;
  const said = bare === 0 ? [] : [note('empty-hours',
    `${counted(bare, 'hour')} of ${counted(count, 'hour')} hold no row and stand for no load`,
    { count: bare, share: bare / count })];
  return ok({ startSeconds: first * hour, stepSeconds: hour, ...sums, isWhole: false, repaired,
    notes: [...notes, ...said] });
}

/** Rows of a file as a log: everything falls into the hour it happened in. */
function hoursOfPoints(merged: Merged): ReadonlyMap<number, readonly number[]> {
  const hours = new Map<number, number[]>();
  merged.seconds.forEach((moment, at) => {
    const index = Math.floor(moment / hour);
    const sums = hours.get(index) ?? [0, 0, 0, 0, 0];
    keys.forEach((key, c) => { sums[c] = (sums[c] ?? NaN) + (merged[key][at] ?? NaN); });
    sums[4] = (sums[4] ?? NaN) + 1;
    hours.set(index, sums);
  });
  return hours;
}

interface Grid {
  readonly merged: Merged;
  readonly step: number | null;
  readonly index: (seconds: number) => number;
  /** Steps without a row are taken as nothing. */
  readonly isList: boolean;
}

/** Lays a metric on its even steps; straight lines cross short gaps, and say so. */
function layOnGrid(
  { merged, step, index, isList }: Grid, mostGap: number,
): Result<{ readonly sums: Sums; readonly repaired: readonly Note[];
  readonly notes: readonly Note[] }, readonly ImportProblem[]> {
  const sums = noSums();
  const problems: ImportProblem[] = [];
  let [filled, filledValue, filledLine, gaps] = [0, 0, 0, 0];
  merged.seconds.forEach((moment, at) => {
    const before = merged.seconds[at - 1];
    const missing = before === undefined ? 0 : Math.round(index(moment) - index(before)) - 1;
    if (missing > 0) gaps += 1;
    if (missing > (isList ? mostSteps : mostGap)) {
      problems.push(problem('gap-too-long',
        `a gap of ${missing} steps before ${momentText(moment)} is too long to fill; give the missing values`,
        merged.line[at]));
      return;
    }
    for (let k = 1; k <= missing; k++) {
      filled += 1;
      if (filledLine === 0) filledLine = merged.line[at] ?? 0;
      for (const key of keys) {
        const [low, high] = [merged[key][at - 1] ?? NaN, merged[key][at] ?? NaN];
        sums[key].push(isList ? 0 : low + ((high - low) * k) / (missing + 1));
      }
      filledValue += sums.value.at(-1) ?? NaN;
    }
    for (const key of keys) sums[key].push(merged[key][at] ?? NaN);
  });
  if (problems.length > 0) return refuse(problems.slice(0, 100));
  if (filled === 0) return ok({ sums, repaired: [], notes: [] });
  const unit = step === null ? 'month' : 'step';
  if (isList) return ok({ sums, repaired: [], notes: [note('empty-steps',
    `${counted(filled, unit)} hold no row and stand for no load`, { count: filled,
      share: filled / sums.value.length })] });
  const share = filledValue / total(sums.value);
  return ok({ sums, notes: [], repaired: [note('gap-filled',
    `${counted(filled, `missing ${unit}`)} in ${counted(gaps, 'gap')} filled by straight lines`,
    { line: filledLine, count: filled, share: Number.isFinite(share) ? share : null })] });
}

/** Sums of whole hours where steps are shorter. */
function toHours(sums: Sums, startSeconds: number, step: number): Steps {
  const hours = noSums();
  const first = Math.floor(startSeconds / hour);
  sums.value.forEach((_, at) => {
    const slot = Math.floor((startSeconds + at * step) / hour) - first;
    for (const key of keys) hours[key][slot] = (hours[key][slot] ?? 0) + (sums[key][at] ?? NaN);
  });
  return { startSeconds: first * hour, stepSeconds: hour, ...hours, repaired: [], isWhole: true,
    notes: [note('summed',
      `${counted(sums.value.length, 'step')} of ${step} s summed into ${counted(hours.value.length, 'hour')}`)] };
}

const scaled = (sums: Sums, factor: number): Sums => {
  const by = (values: readonly number[]): number[] => values.map((value) => value * factor);
  return { value: by(sums.value), input: by(sums.input), output: by(sums.output),
    requests: by(sums.requests) };
};

function duplicates({ doubles, doubleLine, doubleValue }: Merged, sum: number): Note {
  return note('duplicate-summed', `${counted(doubles, 'line')} of a time already given added to it`,
    { line: doubleLine, count: doubles, share: sum > 0 ? doubleValue / sum : null });
}

/** Several rows of one time are added; rows that repeat another to the token are doubted. */
function listNotes({ doubles, doubleLine, doubleValue, alike, alikeValue,
  seconds }: Merged, rows: number,
  sum: number): readonly Note[] {
  const shareOf = (value: number): number | null => (sum > 0 ? value / sum : null);
  return [note('rows-added',
    `${counted(rows, 'row')} share ${counted(seconds.length, 'time')} and are added`,
    { line: doubleLine, count: doubles, share: shareOf(doubleValue) }),
  ...(alike > 0.9 * doubles ? [note('repeated-rows',
    `${counted(alike, 'row')} repeat another of the same time to the token: the file may hold them twice; all are counted`,
    { line: doubleLine, count: alike, share: shareOf(alikeValue) })] : [])];
}

function disorderNote(tally: Tally): readonly Note[] {
  const { count, line } = tally.disorder();
  return count === 0 ? []
    : [note('sorted', `${counted(count, 'line')} stood before an earlier time; lines were put in order`,
    { count, line, share: count / tally.rows() })];
}

/** What the even times of a metric are, or null for rows that come as they come. */
function regularStep(merged: Merged, options: StepOptions): number | 'uneven' | null {
  const { step, share } = commonStep(merged.seconds);
  const [first = 0] = merged.seconds;
  const isOff = (moment: number): boolean => {
    const place = (moment - first) / step;
    return Math.abs(place - Math.round(place)) > 1e-6;
  };
  if (options.isTrace || step <= 0) return null;
  const isOnGrid = !merged.seconds.some(isOff);
  if (step >= hour) return share < 0.5 ? null : isOnGrid ? step : 'uneven';
  return isOnGrid && share >= (step < 60 ? 0.95 : 0.8) && hour % step === 0 ? step : null;
}

/** Months of a file whose times name months. */
function layMonths(merged: Merged, options: StepOptions): Result<Steps, readonly ImportProblem[]> {
  const laid = layOnGrid({ merged, step: null, index: calendarIndex, isList: false },
    options.mostGapSteps);
  if (!laid.ok) return laid;
  if (options.isRate) return refuse([problem('rate-of-months',
    'a speed per month has no length of time; give dates or amounts')]);
  return ok({ startSeconds: merged.seconds[0] ?? 0, stepSeconds: null, ...laid.value.sums,
    repaired: laid.value.repaired, notes: laid.value.notes, isWhole: laid.value.repaired.length === 0 });
}

/** A metric of even times; steps below an hour are summed into hours. */
function layRegular(
  merged: Merged, step: number, isList: boolean, options: StepOptions,
): Result<Steps, readonly ImportProblem[]> {
  const most = Math.max(options.mostGapSteps, step < hour ? 86_400 / step : 0);
  const laid = layOnGrid({ merged, step, index: (seconds) => seconds / step, isList }, most);
  if (!laid.ok) return laid;
  const { repaired, notes } = laid.value;
  const sums = options.isRate ? scaled(laid.value.sums, step) : laid.value.sums;
  if (sums.value.length > mostSteps * (hour / Math.min(step, hour)))
    return refuse([problem('too-large', 'half a century of hours is the most')]);
  const start = merged.seconds[0] ?? 0;
  const isWhole = repaired.length === 0 && notes.length === 0;
  if (step >= hour) return ok({ startSeconds: start, stepSeconds: step, ...sums, repaired, notes, isWhole });
  const hours = toHours(sums, start, step);
  return ok({ ...hours, repaired, notes: [...notes, ...hours.notes], isWhole });
}

/**
 * Rows as even steps. A metric of even times keeps its steps, from an hour up, and short
 * gaps are filled by straight lines; rows that come as they come are requests, and are
 * summed into hours.
 */
export function stepsOf(
  tally: Tally, options: StepOptions,
): Result<Steps, readonly ImportProblem[]> {
  const points = tally.points();
  const disorder = disorderNote(tally);
  if (points === null) {
    if (options.isCounter) return refuse([problem('too-large',
      'running totals of so many rows are not read; give rates or amounts')]);
    return sumHours(tally.hours(), options.isRate, [note('log',
      `${counted(tally.rows(), 'row')} summed into hours`)], disorder);
  }
  const all = mergeEqual(points);
  const difference = options.isCounter ? differences(all) : null;
  if (difference !== null && difference.restarts > 0 && (options.counters > 1
    || all.doubles > 0))
    return refuse([problem('hidden-restart',
      'a sum of several running totals falls, and what was added is lost in it; export increase() or rate(), or one series a file')]);
  const merged = difference?.merged ?? all;
  if (tally.rows() < options.fewest || merged.seconds.length === 0)
    return refuse([problem('too-short',
      `only ${counted(tally.rows(), 'value')}; at least two times are needed`)]);
  const sum = total(merged.value);
  const isList = all.doubles / points.count > listShare && points.count >= fewestOfList;
  const doubled = [...(difference === null ? [] : counterNotes(difference)),
    ...(all.doubles > 0 && !isList ? [duplicates(all, sum)] : [])];
  const several = isList ? listNotes(all, points.count, sum) : [];
  const joined = (steps: Result<Steps, readonly ImportProblem[]>): Result<Steps, readonly ImportProblem[]> =>
    (steps.ok ? ok({ ...steps.value, repaired: [...disorder, ...doubled,
      ...steps.value.repaired],
      notes: [...several, ...steps.value.notes] }) : steps);
  if (options.monthly) return joined(layMonths(merged, options));
  const step = merged.seconds.length < 2 ? null : regularStep(merged, options);
  if (step === 'uneven') return refuse([unevenProblem(merged)]);
  if (step !== null) return joined(layRegular(merged, step, isList, options));
  if (options.isRate) return refuse([problem('uneven-rates',
    'speeds at uneven times cannot be summed; export them at even steps')]);
  return sumHours(hoursOfPoints(merged), false, [note('log',
    `${counted(points.count, 'row')} at uneven times summed into hours`),
  ...several.filter(({ code }) => code === 'repeated-rows')], disorder);
}

function unevenProblem(merged: Merged): ImportProblem {
  const { step } = commonStep(merged.seconds);
  const [first = 0] = merged.seconds;
  const at = merged.seconds.findIndex((moment) => {
    const place = (moment - first) / step;
    return Math.abs(place - Math.round(place)) > 1e-6;
  });
  return problem('uneven-step',
    `${momentText(merged.seconds[at] ?? first)} does not fall on the file’s even steps`, merged.line[at]);
}
