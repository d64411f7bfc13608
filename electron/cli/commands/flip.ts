import { openFlip, type FlipAnswer } from '../../../shared/search/plans/flip.ts';
import { flipSentence, flipSummary } from '../../../shared/search/plans/flip-text.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { chooseScenario, loadForPlan } from '../load.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';
import { explainSearch } from '../search/explain.ts';
import { subjectOf } from '../search/subject.ts';
import { watched } from '../search/watched.ts';
import { numberOption } from './seek.ts';

export const flipSpec: ArgSpec = {
  positional: ['file | template', 'scenario', 'scenario'], required: 3, flags: ['json'],
  options: ['figure', 'ranges', 'top'],
};

/** The answer as JSON prints it, with each flip as a sentence. */
export const flipJson = (answer: FlipAnswer) => ({ schema: 'aifp.flip/1',
  figure: answer.figure.key, unit: answer.figure.unit, a: answer.a, b: answer.b,
  better: answer.better, summary: flipSummary(answer), tried: answer.tried,
  without: answer.without, mostRanges: answer.mostRanges,
  flips: answer.flips.map((flip) => ({ ...flip, sentence: flipSentence(answer, flip) })) });

/** `flip`: the smallest single changes that reverse which of two scenarios is better. */
export function runFlip(args: Args, output: Output): ExitCode {
  const [, wordA, wordB] = args.positional;
  const [ranges, top] = [numberOption(args, 'ranges'), numberOption(args, 'top')];
  if (!ranges.ok || !top.ok || (ranges.value ?? 1) <= 0 || (top.value ?? 1) < 1) {
    output.err('--ranges needs a number above 0, --top one of 1 or more');
    return exitCodes.usage;
  }
  const loaded = loadForPlan({ ...args, positional: args.positional.slice(0, 1) });
  const document = loaded.ok ? loaded.value.project.document : {};
  if (!loaded.ok) {
    output.err(loaded.error.text);
    return loaded.error.exit;
  }
  const [a, b] = [chooseScenario(document, wordA), chooseScenario(document, wordB)];
  if (!a.ok || !b.ok) {
    for (const each of [a, b]) if (!each.ok) output.err(each.error.text);
    return exitCodes.usage;
  }
  const search = openFlip(subjectOf(document, a.value), { a: a.value, b: b.value,
    figure: optionOf(args, 'figure') ?? 'npvUsd', second: subjectOf(document, b.value).planner,
    ...(ranges.value === undefined ? {} : { mostRanges: ranges.value }) });
  if (!search.ok) {
    output.err(explainSearch(search.error));
    return search.error.code === 'figure-absent' ? exitCodes.failed : exitCodes.usage;
  }
  const answer = watched(search.value.steps(), output,
    ({ done, total }) => `flip: ${done} of ${total} inputs`);
  if (args.flags.has('json')) output.out(JSON.stringify(flipJson(answer), null, 2));
  else {
    output.out(flipSummary(answer));
    for (const flip of answer.flips.slice(1, top.value ?? 10))
      output.out(flipSentence(answer, flip));
  }
  return answer.flips.length > 0 ? exitCodes.done : exitCodes.failed;
}
