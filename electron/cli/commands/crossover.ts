import { readAxis } from '../../../shared/search/plans/axis.ts';
import { openCrossover, type CrossoverAnswer } from '../../../shared/search/plans/crossover.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { exitCodes, table, type ExitCode, type Output } from '../output.ts';
import { explainSearch } from '../search/explain.ts';
import { subjectFromArgs } from '../search/subject.ts';
import { watched } from '../search/watched.ts';
import { pricesFrom, systemsFrom } from './tco.ts';

export const crossoverSpec: ArgSpec = {
  positional: ['file | template'], required: 1, flags: ['json'],
  options: ['scenario', 'set', 'load', 'over', 'systems', 'price'],
  repeatable: ['set', 'load', 'price'],
};

/** `crossover`: which system is cheapest by the plan's own costs over an input, and where that changes. */
export function runCrossover(args: Args, output: Output): ExitCode {
  const [systems, prices] = [systemsFrom(args), pricesFrom(args)];
  const over = optionOf(args, 'over');
  if (!systems.ok || !prices.ok || over === undefined) {
    for (const asked of [systems, prices]) if (!asked.ok) output.err(asked.error);
    if (over === undefined) output.err('say over what: --over path=from:to:count');
    return exitCodes.usage;
  }
  const subject = subjectFromArgs(args);
  if (!subject.ok) {
    output.err(subject.error.text);
    return subject.error.exit;
  }
  const axis = readAxis(subject.value, over);
  const search = axis.ok ? openCrossover(subject.value,
    { axis: axis.value, systems: systems.value, prices: prices.value }) : axis;
  if (!search.ok) {
    output.err(`--over ${explainSearch(search.error)}`);
    return exitCodes.usage;
  }
  const answer = watched(search.value.steps(), output,
    ({ done, total }) => `crossover: ${done} of ${total} values`);
  if (args.flags.has('json'))
    output.out(JSON.stringify({ schema: 'aifp.crossover/1', ...answer }, null, 2));
  else print(answer, output);
  return answer.points.some(({ cheapest }) => cheapest !== null) ? exitCodes.done
    : exitCodes.failed;
}

function print({ path, systems, points, changes, left }: CrossoverAnswer, output: Output): void {
  output.out(table([[path, ...systems, 'cheapest'], ...points.map(({ value, costs, cheapest }) =>
    [String(value), ...costs.map((cost) => (cost === null ? '-' : cost.toPrecision(4))),
      cheapest ?? '-'])]));
  for (const { after, before, from, to } of changes) {
    output.out(`between ${after} and ${before} the cheapest changes from `
      + `${from ?? 'none'} to ${to ?? 'none'}`);
  }
  for (const { system, reason } of left) output.err(`note: ${system}: ${reason}`);
}
