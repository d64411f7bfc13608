import { openSeek, type PlanSeekAnswer } from '../../../shared/search/plans/seek.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';
import { explainSearch } from '../search/explain.ts';
import { subjectFromArgs } from '../search/subject.ts';
import { watched } from '../search/watched.ts';

export const seekSpec: ArgSpec = {
  positional: ['file | template'], required: 1, flags: ['json'],
  options: ['scenario', 'set', 'load', 'figure', 'target', 'vary', 'from', 'to', 'cells'],
  repeatable: ['set', 'load'],
};

/** A number given by an option; undefined where it is not given. */
export function numberOption(args: Args, name: string): Result<number | undefined, string> {
  const said = optionOf(args, name);
  if (said === undefined) return ok(undefined);
  const value = said.trim() === '' ? Number.NaN : Number(said);
  return Number.isFinite(value) ? ok(value)
    : refuse(`--${name} needs a number, got "${said}"`);
}

interface Asked {
  readonly figure: string;
  readonly path: string;
  readonly target: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly cells?: number;
}

function readAsked(args: Args): Result<Asked, string> {
  const [figure, path] = [optionOf(args, 'figure'), optionOf(args, 'vary')];
  const [target, lower, upper, cells] = [numberOption(args, 'target'),
    numberOption(args, 'from'), numberOption(args, 'to'), numberOption(args, 'cells')];
  for (const each of [target, lower, upper, cells]) if (!each.ok) return each;
  if (figure === undefined || path === undefined || !target.ok || target.value === undefined)
    return refuse('seek needs --figure KEY, --target X and --vary PATH');
  if (!lower.ok || !upper.ok || !cells.ok) return refuse('');
  const count = cells.value;
  if (count !== undefined && (!Number.isInteger(count) || count < 2 || count > 100_000))
    return refuse('--cells needs a whole number from 2 to 100000');
  return ok({ figure, path, target: target.value,
    ...(lower.value === undefined ? {} : { lower: lower.value }),
    ...(upper.value === undefined ? {} : { upper: upper.value }),
    ...(count === undefined ? {} : { cells: count }) });
}

/** The answer as JSON prints it. */
export const seekJson = ({ figure, target, vary, status, roots, steps, plateaus, missing,
  nearest, reason }: PlanSeekAnswer) => ({ schema: 'aifp.seek/1', figure: figure.key,
  unit: figure.unit, target, vary, status, roots, steps, plateaus, missing, nearest, reason });

/** Whether the target is met anywhere. */
const isMet = ({ roots, plateaus, status }: PlanSeekAnswer): boolean =>
  roots.length + plateaus.length > 0 || status === 'any';

/** `seek`: every value of an input at which a figure meets a target. */
export function runSeek(args: Args, output: Output): ExitCode {
  const asked = readAsked(args);
  if (!asked.ok) {
    output.err(asked.error);
    return exitCodes.usage;
  }
  const subject = subjectFromArgs(args);
  if (!subject.ok) {
    output.err(subject.error.text);
    return subject.error.exit;
  }
  const seek = openSeek(subject.value, asked.value);
  if (!seek.ok) {
    output.err(explainSearch(seek.error));
    return exitCodes.usage;
  }
  const answer = watched(seek.value.steps(), output,
    ({ evaluations, share }) => `seek: ${evaluations} plans, ${Math.round(share * 100)} %`);
  if (args.flags.has('json')) output.out(JSON.stringify(seekJson(answer), null, 2));
  else output.out(answer.reason);
  return isMet(answer) ? exitCodes.done : exitCodes.failed;
}
