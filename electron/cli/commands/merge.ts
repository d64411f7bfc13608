import { existsSync, writeFileSync } from 'node:fs';
import { mergeShards, type Shard } from '../../../shared/search/sweep/shards.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { csv, exitCodes, type ExitCode, type Output } from '../output.ts';
import {
  cellOf, headOf, readShard, whyForeign, type ShardFile, type ShardHead,
} from '../search/shard-file.ts';
import { rowOf } from './sweep.ts';

/** Shards one merge takes. */
const mostFiles = 10_000;

export const mergeSpec: ArgSpec = {
  positional: Array.from({ length: mostFiles }, () => 'shard'), required: 1, flags: [],
  options: ['out', 'csv'],
};

const spanText = ([from, to]: Shard): string =>
  (to - from === 1 ? `run ${from}` : `runs ${from} to ${to - 1}`);

/** All shards, if they are of one batch. */
function readAll(paths: readonly string[], output: Output): readonly ShardFile[] | null {
  const files: ShardFile[] = [];
  for (const path of paths) {
    const read = readShard(path);
    if (!read.ok) {
      output.err(read.error);
      return null;
    }
    const why = whyForeign(files[0]?.head ?? read.value.head, read.value.head);
    if (why !== null) {
      output.err(`${path}: ${why}. Nothing was merged`);
      return null;
    }
    files.push(read.value);
  }
  return files;
}

const csvOf = ({ axes, figures }: ShardHead, lines: readonly string[]): string =>
  `${[csv([['run', ...axes.map(({ path }) => path), ...figures.map(({ key }) => key),
    'feasible', 'cause']]), ...lines.map((line) => csv([rowOf(cellOf(line))]))].join('\n')}\n`;

/**
 * `merge`: shards of a batch, in any order, to the file of one run or to CSV. Nothing is
 * written while a run is missing.
 */
export function runMerge(args: Args, output: Output): ExitCode {
  const [out, table] = [optionOf(args, 'out'), optionOf(args, 'csv')];
  const target = out ?? table;
  if (target === undefined || (out !== undefined && table !== undefined)) {
    output.err('merge needs --out FILE or --csv FILE, one of them');
    return exitCodes.usage;
  }
  if (existsSync(target)) {
    output.err(`${target}: a file of that name exists already. Nothing was merged`);
    return exitCodes.badFile;
  }
  const files = readAll(args.positional, output);
  const first = files?.[0]?.head;
  if (files === null || first === undefined) return exitCodes.badFile;
  try {
    const { results, missing } = mergeShards(first.runs,
      files.map(({ head, lines }) => ({ from: head.from, results: lines })));
    if (missing.length > 0) {
      output.err(`of ${first.runs} runs these are in no shard: ${missing.map(spanText).join(', ')}. Nothing was written`);
      return exitCodes.failed;
    }
    const lines = results.flatMap((line) => line ?? []);
    const { job: _, from, to, ...job } = first;
    writeFileSync(target, table === undefined
      ? `${[JSON.stringify(headOf(job, [0, first.runs])), ...lines].join('\n')}\n`
      : csvOf(first, lines), { flag: 'wx' });
    output.err(`${target}: ${first.runs} runs of ${files.length} shards${to - from === first.runs ? '' : ', each once'}`);
    return exitCodes.done;
  } catch (problem) {
    output.err(`${problem instanceof Error ? problem.message : String(problem)}. Nothing was merged`);
    return exitCodes.badFile;
  }
}
