import { readFileSync } from 'node:fs';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import type { Block } from '../../../shared/uncertainty/runs/types.ts';
import { hashOf, type ScenarioRun } from './answer.ts';

const schema = 'aifp.risk-shard/1';

/** Draws of a part as they are handed over: numbers as text of their bytes. */
interface ShardFile {
  readonly schema: typeof schema;
  readonly hash: string;
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly {
    readonly values: string;
    readonly infeasible: Block['infeasible'];
    readonly absent: Block['absent'];
  }[];
}

/** The draws of a part, to be merged with the others. */
export function shardJson(
  runs: readonly ScenarioRun[], { from, to }: { readonly from: number; readonly to: number },
): ShardFile {
  return { schema, hash: hashOf(runs), from, to, blocks: runs.map(({ run }) => {
    const { columns, options: { figures } } = run;
    const values = new Float64Array(figures.length * (to - from));
    // Only the draws of this part are done.
    for (const [at, key] of figures.entries()) values.set(columns.column(key), at * (to - from));
    return { values: Buffer.from(values.buffer).toString('base64'),
      infeasible: columns.infeasible(), absent: columns.absent() };
  }) };
}

function isShard(thing: unknown): thing is ShardFile {
  return typeof thing === 'object' && thing !== null && 'schema' in thing
    && thing.schema === schema && 'blocks' in thing && Array.isArray(thing.blocks);
}

function readShard(path: string): Result<ShardFile, string> {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isShard(read) ? ok(read) : refuse(`${path}: not a part of a run (--shard)`);
  } catch (problem) {
    return refuse(`${path}: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
}

/**
 * Takes the draws of parts that were evaluated elsewhere.
 * @returns one sentence about the first that is of another run, or which draws are missing
 */
export function mergeShards(
  runs: readonly ScenarioRun[], paths: readonly string[],
): Result<null, string> {
  const hash = hashOf(runs);
  for (const path of paths) {
    const shard = readShard(path);
    if (!shard.ok) return shard;
    const { from, to, blocks } = shard.value;
    if (shard.value.hash !== hash)
      return refuse(`${path}: of another plan, seed, method, number of draws or list of figures`);
    for (const [at, { values, infeasible, absent }] of blocks.entries()) {
      const bytes = Uint8Array.from(Buffer.from(values, 'base64'));
      runs[at]?.run.take({ from, to, values: new Float64Array(bytes.buffer), infeasible, absent });
    }
  }
  const gaps = runs[0]?.run.columns.missing() ?? [];
  return gaps.length === 0 ? ok(null)
    : refuse(`draws are missing: ${gaps.map(([from, to]) => `${from} to ${to - 1}`).join(', ')}`);
}
