import { ok, refuse, type Result } from '../../units/result.ts';

/** What runs must share to belong together. */
export interface ShardKey {
  /** Hash of the plan and of what varies in it. */
  readonly plan: string;
  readonly method: string;
  readonly seed: number;
  readonly runs: number;
  /** Version of the program. */
  readonly version: string;
}

/** Runs from..to (the last not among them) of a batch: one row of numbers per column. */
export interface Shard {
  readonly key: ShardKey;
  readonly from: number;
  readonly to: number;
  /** Inputs and results of these runs, by name. */
  readonly columns: Readonly<Record<string, Float64Array>>;
}

export type RunRange = readonly [from: number, to: number];

/** All shards together. Only complete runs are summarised. */
export interface MergedRuns {
  readonly key: ShardKey;
  /** In the order of the runs; NaN where a run is missing. */
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly missing: readonly RunRange[];
  readonly complete: boolean;
}

export type MergeRefusal =
  | { readonly code: 'none' }
  | { readonly code: 'different'; readonly what: keyof ShardKey | 'columns';
    readonly first: string; readonly other: string }
  | { readonly code: 'range'; readonly from: number; readonly to: number }
  | { readonly code: 'conflict'; readonly run: number; readonly column: string };

/** In which respect two shards belong to different batches, or null. */
function differenceOf(a: Shard, b: Shard): MergeRefusal | null {
  for (const what of ['plan', 'method', 'seed', 'runs', 'version'] as const) {
    if (a.key[what] !== b.key[what])
      return { code: 'different', what, first: String(a.key[what]), other: String(b.key[what]) };
  }
  const names = (shard: Shard): string => Object.keys(shard.columns).toSorted().join(', ');
  return names(a) === names(b) ? null
    : { code: 'different', what: 'columns', first: names(a), other: names(b) };
}

function rangeProblem({ key, from, to, columns }: Shard): MergeRefusal | null {
  const fits = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to
    && to <= key.runs && Object.values(columns).every(({ length }) => length === to - from);
  return fits ? null : { code: 'range', from, to };
}

/** Gaps between what has arrived. */
function gapsOf(arrived: Uint8Array): readonly RunRange[] {
  const gaps: RunRange[] = [];
  for (let run = 0; run < arrived.length;) {
    if (arrived[run] === 1) {
      run += 1;
      continue;
    }
    const from = run;
    while (run < arrived.length && arrived[run] !== 1) run += 1;
    gaps.push([from, run]);
  }
  return gaps;
}

/**
 * Puts shards together in the order of the runs, whatever order they come in: equal bit for bit
 * to one batch. Runs delivered twice count once and must agree; gaps are named; shards of
 * another plan, method, seed, count or version are refused.
 * @example mergeShards([]) // { ok: false, error: { code: 'none' } }
 */
export function mergeShards(shards: readonly Shard[]): Result<MergedRuns, MergeRefusal> {
  const [first] = shards;
  if (first === undefined) return refuse({ code: 'none' });
  const { runs } = first.key;
  const arrived = new Uint8Array(runs);
  const columns = Object.fromEntries(Object.keys(first.columns).map((name) =>
    [name, new Float64Array(runs).fill(Number.NaN)]));
  for (const shard of shards) {
    const problem = differenceOf(first, shard) ?? rangeProblem(shard)
      ?? place(shard, columns, arrived);
    if (problem !== null) return refuse(problem);
  }
  const missing = gapsOf(arrived);
  return ok({ key: first.key, columns, missing, complete: missing.length === 0 });
}

function place(
  shard: Shard, columns: Readonly<Record<string, Float64Array>>, arrived: Uint8Array,
): MergeRefusal | null {
  for (const [name, values] of Object.entries(shard.columns)) {
    const column = columns[name];
    if (column === undefined) continue;
    for (const [k, value] of values.entries()) {
      const run = shard.from + k;
      if (arrived[run] === 1 && !Object.is(column[run], value))
        return { code: 'conflict', run, column: name };
      column[run] = value;
    }
  }
  arrived.fill(1, shard.from, shard.to);
  return null;
}
