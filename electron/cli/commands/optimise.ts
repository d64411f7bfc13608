import type { Args, ArgSpec } from '../args.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';
import { runAsked } from '../search/optimise.ts';
import { subjectFromArgs } from '../search/subject.ts';

export const optimiseSpec: ArgSpec = {
  positional: ['file | template'], required: 1, flags: ['json'],
  options: ['scenario', 'set', 'load', 'objective', 'choose', 'limit'],
  repeatable: ['set', 'load', 'objective', 'choose', 'limit'],
};

/** `optimise`: the best of choices, or the best mix of racks, under limits. */
export function runOptimise(args: Args, output: Output): ExitCode {
  const subject = subjectFromArgs(args);
  if (!subject.ok) {
    output.err(subject.error.text);
    return subject.error.exit;
  }
  const all = (name: string): readonly string[] => args.options.get(name) ?? [];
  const answer = runAsked(subject.value,
    { objectives: all('objective'), choose: all('choose'), limits: all('limit') }, output);
  if (!answer.ok) {
    output.err(answer.error);
    return exitCodes.usage;
  }
  const { json, text, found } = answer.value;
  output.out(args.flags.has('json') ? JSON.stringify(json, null, 2) : text.join('\n'));
  return found ? exitCodes.done : exitCodes.failed;
}
