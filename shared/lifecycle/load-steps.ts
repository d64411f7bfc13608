import { ok, refuse, type Result } from '../units/result.ts';
import { isoDate } from './day.ts';
import type {
  LoadOptions, LoadProblem, LoadProblemCode, LoadRepair, LoadSeries,
} from './load-series-types.ts';

/** A sound line: its moment and amount. */
export interface LoadPoint {
  readonly line: number;
  readonly seconds: number;
  readonly month: boolean;
  readonly value: number;
}

export const problem = (code: LoadProblemCode, line: number, found: string): LoadProblem =>
  ({ code, line, found: found.slice(0, 80) });

type Steps = Pick<LoadSeries, 'startSeconds' | 'stepSeconds' | 'values' | 'repairs'>;

/** Lays points on even steps: the commonest distance between neighbours, or calendar months. */
export function stepsOf(read: readonly LoadPoint[], options: LoadOptions): Result<Steps,
  readonly LoadProblem[]> {
  const repairs: LoadRepair[] = [];
  const sorted = read.toSorted((a, b) => a.seconds - b.seconds);
  const disorder =
    read.find((point, at) => at > 0 && point.seconds < (read[at - 1]?.seconds ?? 0));
  if (disorder !== undefined) {
    if (!options.repair)
      return refuse([problem('unsorted', disorder.line, timeText(disorder))]);
    repairs.push({ code: 'sorted', line: disorder.line, count: 1 });
  }
  const points = mergeEqual(sorted, options, repairs);
  if (!points.ok) return points;
  if (points.value.length < 2) {
    return refuse([problem('too-short', 0, `${points.value.length} different times`)]);
  }
  const monthly = points.value.every((point) => point.month);
  const step = monthly ? null : commonStep(points.value);
  const index = (point: LoadPoint): number =>
    (step === null ? monthIndex(point.seconds) : point.seconds / step);
  return fillGaps(points.value, index, step, options, repairs);
}

const timeText = (point: LoadPoint): string => isoDate(Math.floor(point.seconds / 86_400));

/** Adds up values of one moment, as after a change from summer time. */
function mergeEqual(
  sorted: readonly LoadPoint[], options: LoadOptions, repairs: LoadRepair[],
): Result<readonly LoadPoint[], readonly LoadProblem[]> {
  const merged: LoadPoint[] = [];
  const problems: LoadProblem[] = [];
  for (const point of sorted) {
    const last = merged.at(-1);
    if (last === undefined || last.seconds !== point.seconds) {
      merged.push(point);
      continue;
    }
    if (!options.repair) problems.push(problem('duplicate', point.line, timeText(point)));
    repairs.push({ code: 'duplicate-summed', line: point.line, count: 1 });
    merged[merged.length - 1] = { ...last, value: last.value + point.value };
  }
  return problems.length > 0 ? refuse(problems) : ok(merged);
}

/** Months since year 0 of a moment. */
function monthIndex(seconds: number): number {
  const [year = 0, month = 1] = isoDate(Math.floor(seconds / 86_400)).split('-').map(Number);
  return year * 12 + month - 1;
}

function commonStep(points: readonly LoadPoint[]): number {
  const counts = new Map<number, number>();
  for (let at = 1; at < points.length; at++) {
    const distance = (points[at]?.seconds ?? 0) - (points[at - 1]?.seconds ?? 0);
    counts.set(distance, (counts.get(distance) ?? 0) + 1);
  }
  return [...counts].reduce((best, next) =>
    (next[1] > best[1] || (next[1] === best[1] && next[0] < best[0]) ? next : best))[0];
}

/** Straight lines across missing steps; times between steps refuse the file. */
function fillGaps(
  points: readonly LoadPoint[], index: (point: LoadPoint) => number, step: number | null,
  options: LoadOptions, repairs: LoadRepair[],
): Result<Steps, readonly LoadProblem[]> {
  const problems: LoadProblem[] = [];
  const [first] = points;
  const values: number[] = first === undefined ? [] : [first.value];
  for (let at = 1; at < points.length; at++) {
    const [before, point] = [points[at - 1], points[at]];
    if (before === undefined || point === undefined) continue;
    const distance = index(point) - index(before);
    const missing = Math.round(distance) - 1;
    if (Math.abs(distance - Math.round(distance)) > 1e-6)
      problems.push(problem('uneven-step', point.line,
        timeText(point)));
    else if (missing > 0 && !options.repair) problems.push(problem('gap', point.line,
      `${missing} steps before ${timeText(point)}`));
    else if (missing > options.maxGapSteps) problems.push(problem('gap-too-long', point.line,
      `${missing} steps before ${timeText(point)}`));
    else {
      for (let k = 1; k <= missing; k++) values.push(before.value
        + ((point.value - before.value) * k) / (missing + 1));
      if (missing > 0) repairs.push({ code: 'gap-filled', line: point.line, count: missing });
      values.push(point.value);
    }
  }
  if (problems.length > 0) return refuse(problems.slice(0, 100));
  return ok({ startSeconds: first?.seconds ?? 0, stepSeconds: step, values, repairs });
}
