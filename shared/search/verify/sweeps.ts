import type { SeekAnswer } from '../roots/answer.ts';
import { seekRoots } from '../roots/seek.ts';
import { axisValues, type Axis, type AxisScale } from '../sweep/axis.ts';
import { gridOf } from '../sweep/grid.ts';
import { checkShard, mergeShards, type Shard } from '../sweep/shards.ts';
import { twoWayTable } from '../sweep/table.ts';
import { tornado } from '../sweep/tornado.ts';
import { ArgumentError, choiceOf, argumentsOf, type Arguments } from './arguments.ts';
import type { Answer } from './compare.ts';
import { curveOf, tableModelOf } from './models.ts';

const axisOf = (a: Arguments): Axis => ({ name: a.text('name'),
  values: a.numbers('values') });

/** A search for a target under the names of a case. */
function goalSeek(a: Arguments): Answer {
  const found = seekRoots(curveOf(a), { target: a.number('target'),
    lower: a.number('lower'),
    upper: a.number('upper'), integer: a.flag('integer', false) });
  const { status, roots, closest } = found;
  return { status, roots,
    ...(closest === null ? {} : { closest_x: closest.x, closest_value: closest.value }),
    ...intervalParts(found), ...jumpParts(found), ...wholeParts(found) };
}

function intervalParts({ status, intervals }: SeekAnswer): Readonly<Record<string,
  Answer>> {
  const [first] = intervals;
  return status !== 'interval' || first === undefined ? {}
    : { from: first.from, to: first.to,
    intervals: intervals.map(({ from, to }) => [from, to]) };
}

function jumpParts({ status, jumps }: SeekAnswer): Readonly<Record<string, Answer>> {
  const [first] = jumps;
  return status !== 'jump' || first === undefined ? {}
    : { at: first.at, value_before: first.before, value_after: first.after };
}

const wholeParts = ({ whole }: SeekAnswer): Readonly<Record<string, Answer>> =>
  (whole === null ? {} : { x: whole.x, value: whole.value, x_below: whole.below?.x
    ?? null,
    value_below: whole.below?.value ?? null });

function table(a: Arguments): Answer {
  const model = tableModelOf(a);
  const fixed = a.record('fixed');
  const base = Object.fromEntries(fixed.names.map((name) => [name, fixed.number(name)]));
  return twoWayTable(axisOf(a.record('rows')), axisOf(a.record('columns')),
    (point) => model(argumentsOf({ ...base, ...point })));
}

function grid(a: Arguments): Answer {
  const runs = gridOf(a.records('axes').map(axisOf));
  return { runs: runs.runs, points: a.wholes('indices').map((run) => runs.at(run)) };
}

function tornadoModel(a: Arguments): (x: readonly number[]) => number {
  if (choiceOf(a, 'model', ['product', 'linear']) === 'product') {
    const exponents = a.numbers('exponents');
    return (x) => x.reduce((product, value, at) => product
      * value ** (exponents[at] ?? NaN), 1);
  }
  const [constant, coefficients] = [a.number('constant', 0), a.numbers('coefficients')];
  return (x) => x.reduce((sum, value, at) =>
    sum + value * (coefficients[at] ?? NaN), constant);
}

function tornadoOf(a: Arguments): Answer {
  const [names, low, base, high] =
    [a.texts('names'), a.numbers('low'), a.numbers('base'), a.numbers('high')];
  const bars = names.map((name, at) => ({ name, low: low[at] ?? NaN, base: base[at]
    ?? NaN,
    high: high[at] ?? NaN }));
  if ([low, base, high].some(({ length }) => length !== names.length))
    throw new ArgumentError('names, low, base and high differ in length');
  return { ...tornado(bars, tornadoModel(a)) };
}

/** A figure of a run that is as good as random, to be compared bit for bit. */
const probe = (point: readonly number[]): number =>
  point.reduce((sum, value, at) => Math.sin(sum * 7.13 + value * (at + 1.7))
    + sum / 3, 0.1);

function rangesOf(a: Arguments): readonly Shard[] {
  return a.table('shards').map((range) => {
    const [from, to] = range;
    if (from === undefined || to === undefined || range.length !== 2)
      throw new ArgumentError('a shard is a pair of numbers');
    return [from, to] as const;
  });
}

/**
 * Each of several workers takes every n-th run; its results come back as parts of one
 * run.
 */
function byWorkers(runs: number, workers: number, f: (run: number) => number) {
  const parts = Array.from({ length: workers }, (_, worker) => workers - 1 - worker)
    .flatMap((worker) => Array.from({ length: Math.ceil((runs - worker) / workers) },
      (_, k) => ({ from: worker + k * workers, results: [f(worker + k * workers)] })));
  return mergeShards(runs, parts);
}

/**
 * Sweeps a grid at once, by shards, by workers and with a stop, and compares bit for
 * bit.
 */
function shardMerge(a: Arguments): Answer {
  choiceOf(a, 'kind', ['sweep']);
  const runs = a.whole('runs');
  const shards = rangesOf(a);
  for (const shard of shards) checkShard(shard, runs);
  const columns = Array.from({ length: 7 }, (_, k) => k / 7);
  const rows = axisValues(1, 2, Math.max(2, Math.ceil(runs / columns.length)));
  const points = gridOf([{ name: 'row', values: rows },
    { name: 'column', values: columns }]);
  const f = (run: number): number => probe(points.at(run));
  const range = (from: number, to: number) =>
    ({ from, results: Array.from({ length: to - from }, (_, k) => f(from + k)) });
  const whole = mergeShards(runs, [range(0, runs)]);
  const merged = mergeShards(runs, shards.map(([from, to]) => range(from, to)));
  const stop = Math.floor(runs / 3);
  const resumed = mergeShards(runs, [range(0, stop), range(stop, runs)]);
  const same = (other: typeof whole): boolean => other.missing.length === 0
    && other.results.every((value, at) => Object.is(value, whole.results[at]));
  return { runs_identical: same(merged), summary_identical: same(merged)
    && summary(merged.results) === summary(whole.results),
    workers_identical: a.wholes('workers').every((count) =>
      same(byWorkers(runs, count, f))),
    resume_identical: same(resumed), missing: merged.missing };
}

const summary = (results: readonly (number | undefined)[]): number =>
  results.reduce((sum: number, value) => sum + (value ?? NaN), 0);

/** Searches for a target and sweeps, by the name a case gives them. */
export const sweepFunctions: Readonly<Record<string, (a: Arguments) => Answer>> = {
  GOAL_SEEK: goalSeek,
  TWO_WAY_TABLE: table,
  AXIS: (a) => axisValues(a.number('from'), a.number('to'), a.whole('count'),
    choiceOf<AxisScale>(a, 'scale', ['linear', 'log'], 'linear')),
  GRID: grid,
  TORNADO: tornadoOf,
  SHARD_MERGE: shardMerge,
};
