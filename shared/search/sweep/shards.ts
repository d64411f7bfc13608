/** A half-open range of runs: the first counted in, the last not. */
export type Shard = readonly [from: number, to: number];

/** Results of the runs of a shard, in their order. */
export interface ShardPart<T> {
  readonly from: number;
  readonly results: readonly T[];
}

export interface Merged<T> {
  /** In the order of the runs; undefined where a run is missing. */
  readonly results: readonly (T | undefined)[];
  /** Runs nobody delivered. */
  readonly missing: readonly Shard[];
}

/** Refuses a range that is not one of the runs. */
export function checkShard([from, to]: Shard, runs: number): void {
  const sound = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to
    && to <= runs;
  if (!sound) throw new RangeError(`[${from}, ${to}) is no range of the runs 0 to ${runs - 1}`);
}

/**
 * Cuts runs into shards whose sizes differ by at most one.
 * @throws RangeError for numbers that count nothing
 * @example shardsOf(10, 3) // [[0, 4], [4, 7], [7, 10]]
 */
export function shardsOf(runs: number, count: number): readonly Shard[] {
  if (!Number.isInteger(runs) || runs < 0 || !Number.isInteger(count) || count < 1)
    throw new RangeError('runs and shards must be whole numbers, and shards at least one');
  return Array.from({ length: count }, (_, k) =>
    [Math.ceil((k * runs) / count), Math.ceil(((k + 1) * runs) / count)] as const);
}

/**
 * Puts the results of shards into the order of the runs, whatever order they come in. A
 * run that comes twice counts once.
 * @throws RangeError where a shard reaches beyond the runs, and where a run that came
 *   twice has two results
 * @example mergeShards(4, [{ from: 2, results: ['c'] }, { from: 0, results: ['a', 'b'] }]).missing // [[3, 4]]
 */
export function mergeShards<T>(runs: number, parts: readonly ShardPart<T>[]): Merged<T> {
  const results: (T | undefined)[] = Array.from({ length: runs });
  const here = Array.from({ length: runs }, () => false);
  for (const { from, results: values } of parts) {
    checkShard([from, from + values.length], runs);
    values.forEach((value, at) => {
      if (here[from + at] === true && !Object.is(results[from + at], value)
        && JSON.stringify(results[from + at]) !== JSON.stringify(value))
        throw new RangeError(`run ${from + at} came twice with different results`);
      results[from + at] = value;
      here[from + at] = true;
    });
  }
  const missing: Shard[] = [];
  here.forEach((isHere, at) => {
    const last = missing.at(-1);
    if (isHere) return;
    if (last !== undefined && last[1] === at) missing[missing.length - 1] = [last[0], at + 1];
    else missing.push([at, at + 1]);
  });
  return { results, missing };
}
