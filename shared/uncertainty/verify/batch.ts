import { ArgumentError, type Arguments } from '../../economics/verify/arguments.ts';
import type { Distribution } from '../distributions/distribution.ts';
import { quantileOf } from '../distributions/quantile.ts';
import { at, upTo } from '../numerics/at.ts';
import {
  mergeShards, type MergedRuns, type RunRange, type Shard, type ShardKey,
} from '../runs/shards.ts';
import { summarise } from '../statistics/summary.ts';
import { records } from './figures.ts';
import {
  coordinates, methodNames, whole, word, type MethodName, type RiskFunction,
  type RiskFunctions,
} from './read.ts';

/** A small project drawn for the property: throughput, price, power, delay, and their profit. */
const inputs: Readonly<Record<string, Distribution>> = {
  price: { type: 'lognormal', p10: 0.8, p90: 3.2 },
  throughput: { type: 'pert', min: 8, mode: 11, max: 24 },
  power: { type: 'triangular', min: 1.08, mode: 1.15, max: 1.45 },
  delay: { type: 'event', probability: 0.3, delay: { type: 'uniform', min: 3, max: 18 } },
};

const profitOf = (
  price: number, throughput: number, power: number, delay: number,
): number => (price * throughput - 4 * power) * (1 - delay / 60) - 6;

interface Batch {
  readonly key: ShardKey;
  readonly method: MethodName;
}

/** Computes a range of runs with a sampler of its own, as a worker does. */
function computeShard({ key, method }: Batch, from: number, to: number): Shard {
  const laws = Object.values(inputs).map(quantileOf);
  const fill = coordinates(method, laws.length, key.seed, key.runs);
  const names = Object.keys(inputs);
  const columns = Object.fromEntries([...names, 'profit'].map((name) =>
    [name, new Float64Array(to - from)]));
  const run = new Float64Array(laws.length);
  for (let k = from; k < to; k += 1) {
    fill(k, run);
    const drawn = laws.map((q, input) => q(at(run, input)));
    for (const [input, name] of names.entries()) {
      const column = columns[name];
      if (column !== undefined) column[k - from] = at(drawn, input);
    }
    const { profit } = columns;
    if (profit !== undefined)
      profit[k - from] = profitOf(at(drawn, 0), at(drawn, 1), at(drawn, 2), at(drawn, 3));
  }
  return { key, from, to, columns };
}

/** Pieces as so many workers would deliver them: each its own, the last worker first. */
function computeByWorkers(batch: Batch, workers: number): readonly Shard[] {
  const size = Math.max(1, Math.ceil(batch.key.runs / (workers * 3)));
  const starts = upTo(Math.ceil(batch.key.runs / size)).map((k) => k * size);
  return upTo(workers).toReversed().flatMap((worker) =>
    starts.filter((_, k) => k % workers === worker).toReversed()
      .map((from) => computeShard(batch, from, Math.min(batch.key.runs, from + size))));
}

const merged = (shards: readonly Shard[]): MergedRuns => {
  const result = mergeShards(shards);
  if (!result.ok) throw new RangeError(`the shards cannot be merged: ${result.error.code}`);
  return result.value;
};

const sameColumns = (a: MergedRuns, b: MergedRuns): boolean =>
  Object.entries(a.columns).every(([name, column]) => {
    const other = b.columns[name];
    return other !== undefined && column.every((value, k) => Object.is(value, other[k]));
  });

/** Summaries are compared only of complete batches. */
const sameSummary = (a: MergedRuns, b: MergedRuns): boolean => a.complete && b.complete
  && Object.entries(a.columns).every(([name, column]) => {
    const other = b.columns[name];
    return other !== undefined
      && JSON.stringify(summarise(column)) === JSON.stringify(summarise(other));
  });

function ranges(args: Arguments, runs: number): readonly RunRange[] {
  return args.table('shards').map(([from, to, ...more]): RunRange => {
    if (from === undefined || to === undefined || more.length > 0
      || !Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to > runs || from > to)
      throw new RangeError(`a shard is a range of whole numbers within 0 to ${runs}`);
    return [from, to];
  });
}

const shardMerge: RiskFunction = (args) => {
  if (args.text('kind', 'monte_carlo') !== 'monte_carlo')
    throw new ArgumentError('verify risk merges shards of kind monte_carlo');
  const runs = whole(args, 'runs', 1);
  const method = word(args, 'method', methodNames);
  const batch: Batch = { method, key: { plan: 'case', method, seed: whole(args, 'seed', 0),
    runs, version: '1' } };
  const single = merged([computeShard(batch, 0, runs)]);
  const together = merged(ranges(args, runs).map(([from, to]) => computeShard(batch, from, to)));
  const third = Math.floor(runs / 3);
  const resumed = merged([computeShard(batch, 0, third), computeShard(batch, third, runs)]);
  const workers = args.numbers('workers', [1]);
  if (workers.some((count) => !(Number.isInteger(count) && count >= 1)))
    throw new RangeError('workers are whole numbers from 1');
  const same = (other: MergedRuns): boolean =>
    sameColumns(single, other) && sameSummary(single, other);
  return {
    runs_identical: sameColumns(single, together),
    summary_identical: sameSummary(single, together),
    workers_identical: workers.every((count) => same(merged(computeByWorkers(batch, count)))),
    resume_identical: same(resumed),
    missing: together.missing.map(([from, to]) => [from, to]),
  };
};

const shardMix: RiskFunction = (args) => {
  const shards = records(args, 'shards').map((shard) => ({ shard, range: shard.numbers('range') }));
  const runs = Math.max(1, ...shards.map(({ range }) => at(range, 1)));
  const found = mergeShards(shards.map(({ shard, range }) => {
    const [from, to] = [at(range, 0), at(range, 1)];
    const method = word(shard, 'method', methodNames, 'random');
    const key: ShardKey = { plan: shard.text('plan', 'case'), method,
      seed: whole(shard, 'seed', 0), runs: shard.number('runs', runs),
      version: shard.text('version', '1') };
    if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to
      && to <= key.runs)) return { key, from, to, columns: {} };
    return computeShard({ key, method }, from, to);
  }));
  return found.ok ? { accepted: true }
    : { accepted: false, reason: found.error.code === 'different'
      ? `different ${found.error.what}` : found.error.code };
};

/** Batches in pieces: what must hold when they are put together. */
export const batchFunctions: RiskFunctions = {
  SHARD_MERGE: shardMerge,
  SHARD_MIX: shardMix,
};
