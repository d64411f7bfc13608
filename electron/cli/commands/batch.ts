import { openSweep } from '../../../shared/search/plans/sweep.ts';
import { planOf } from '../../../shared/search/plans/subject.ts';
import { entryOf } from '../../../shared/units/entry.ts';
import { shardsOf } from '../../../shared/search/sweep/shards.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';
import { explainSearch } from '../search/explain.ts';
import { planCells, threadsFor } from '../search/pool.ts';
import { headOf, jobOf, writeShard } from '../search/shard-file.ts';
import { progressOn, readSweep, workersOf } from './sweep.ts';

export const batchSpec: ArgSpec = {
  positional: ['file | template'], required: 1, flags: ['paired'],
  options: ['scenario', 'set', 'load', 'over', 'figures', 'workers', 'shard', 'out'],
  repeatable: ['set', 'load', 'over'],
};

/** `--shard i/n`, the first being 1/n; all runs where it is left out. */
function shardOf(args: Args): Result<readonly [at: number, of: number], string> {
  const said = optionOf(args, 'shard');
  if (said === undefined) return ok([1, 1]);
  const [, first = '', second = ''] = /^(\d+)\/(\d+)$/u.exec(said) ?? [];
  const [at, of] = [Number(first), Number(second)];
  return first !== '' && of >= 1 && of <= 1_000_000 && at >= 1 && at <= of ? ok([at, of])
    : refuse(`--shard needs i/n with i from 1 to n, got "${said}"`);
}

/**
 * `batch`: the plans of a sweep, or one shard of them, as lines of a file that is taken up
 * where it was left.
 */
export async function runBatch(args: Args, output: Output): Promise<ExitCode> {
  const [out, shard, workers] = [optionOf(args, 'out'), shardOf(args), workersOf(args)];
  if (!shard.ok || !workers.ok || out === undefined) {
    output.err(!shard.ok ? shard.error : !workers.ok ? workers.error
      : 'batch needs --out FILE, where its runs are written');
    return exitCodes.usage;
  }
  const asked = readSweep(args);
  if (!asked.ok) {
    output.err(asked.error.text);
    return asked.error.exit;
  }
  const { subject, order } = asked.value;
  const sweep = openSweep(subject, order.question, Number.MAX_SAFE_INTEGER);
  const plan = planOf(subject);
  if (!sweep.ok || !plan.ok) {
    for (const each of [sweep, plan]) if (!each.ok) output.err(explainSearch(each.error));
    return exitCodes.usage;
  }
  const [at, of] = shard.value;
  const range = entryOf(shardsOf(sweep.value.runs, of), at - 1);
  const head = headOf(jobOf(plan.value.hash, sweep.value, order.question.paired), range);
  const file = writeShard(out, head);
  if (!file.ok) {
    output.err(file.error);
    return exitCodes.badFile;
  }
  const { next, write, end } = file.value;
  if (next > head.from) output.err(`${out}: taken up at run ${next} of ${head.from} to ${head.to - 1}`);
  await planCells(sweep.value, order, { from: next, to: head.to },
    threadsFor(head.to - next, workers.value),
    { cell: write, progress: progressOn(output, 'batch') });
  end();
  output.err(`${out}: runs ${head.from} to ${head.to - 1} of ${head.runs}, shard ${at} of ${of}`);
  return exitCodes.done;
}
