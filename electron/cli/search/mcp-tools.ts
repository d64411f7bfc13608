import { z } from 'zod';
import type { Args, ArgSpec } from '../args.ts';
import { compareSpec, runCompare } from '../commands/compare.ts';
import { fieldsSpec, runFields } from '../commands/fields.ts';
import { planSpec, runPlan } from '../commands/plan.ts';
import { runSeek, seekSpec } from '../commands/seek.ts';
import { runSweep, sweepSpec } from '../commands/sweep.ts';
import { runTco, tcoSpec } from '../commands/tco.ts';
import { runTrace, traceSpec } from '../commands/trace.ts';
import type { ExitCode, Output } from '../output.ts';

/** A command of the command line as a tool: what it takes, and the words it becomes. */
export interface CommandTool {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodRawShape;
  readonly spec: ArgSpec;
  readonly run: (args: Args, output: Output) => ExitCode | Promise<ExitCode>;
  readonly words: (input: Readonly<Record<string, unknown>>) => readonly string[];
}

const file = z.string().describe('One of the files named by the tool list');
const scenario = z.string().optional().describe('Key or name of a scenario; the first when left out');
const set = z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])).optional()
  .describe('Values laid over the scenario for this call alone, by field path; see the tool fields');
const figures = z.array(z.string()).optional().describe('Keys of figures, such as npvUsd');

const text = (value: unknown): string => String(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Options that all tools on a plan share, as words of a command line. */
function planWords({ scenario: named, set: values }: Readonly<Record<string, unknown>>): readonly string[] {
  return [...(named === undefined ? [] : ['--scenario', text(named)]),
    ...Object.entries(values ?? {}).flatMap(([path, value]) => ['--set', `${path}=${text(value)}`])];
}

/** Options given by their own names. */
const named = (input: Readonly<Record<string, unknown>>, keys: readonly string[]): readonly string[] =>
  keys.flatMap((key) => (input[key] === undefined ? [] : [`--${key}`, text(input[key])]));

const joined = (key: string, value: unknown): readonly string[] =>
  (value === undefined ? [] : [`--${key}`, list(value).map(text).join(',')]);

/** Tools that only read. Each answers what its command prints with `--json`. */
export const commandTools: readonly CommandTool[] = [
  { name: 'fields', description: 'Every field with path, unit, range, default, source and help',
    input: {}, spec: fieldsSpec, run: runFields, words: () => ['--json'] },
  { name: 'plan', description: 'The plan of a scenario: headline figures, groups, limits, warnings',
    input: { file, scenario, set }, spec: planSpec, run: runPlan,
    words: (input) => [text(input['file']), ...planWords(input), '--json'] },
  { name: 'compare',
    description: 'What differs between two scenarios, and the way from one answer to the other',
    input: { file, a: z.string(), b: z.string() }, spec: compareSpec, run: runCompare,
    words: (input) => [text(input['file']), text(input['a']), text(input['b']), '--json'] },
  { name: 'tco', description: 'One row per system on the plan’s own workload and site',
    input: { file, scenario, set, systems: z.array(z.string()).optional() }, spec: tcoSpec, run: runTco,
    words: (input) => [text(input['file']), ...planWords(input),
      ...joined('systems', input['systems']), '--json'] },
  { name: 'sweep',
    description: 'The plan at every combination of values: over holds path=from:to:count or path=a,b,c',
    input: { file, scenario, set, over: z.array(z.string()).min(1), figures, paired: z.boolean().optional() },
    spec: sweepSpec, run: runSweep,
    words: (input) => [text(input['file']), ...planWords(input),
      ...list(input['over']).flatMap((axis) => ['--over', text(axis)]),
      ...joined('figures', input['figures']),
      ...(input['paired'] === true ? ['--paired'] : []), '--json'] },
  { name: 'seek',
    description: 'Every value of an input at which a figure meets a target, or why there is none',
    input: { file, scenario, set, figure: z.string(), target: z.number(), vary: z.string(),
      from: z.number().optional(), to: z.number().optional() },
    spec: seekSpec, run: runSeek,
    words: (input) => [text(input['file']), ...planWords(input),
      ...named(input, ['figure', 'target', 'vary', 'from', 'to']), '--json'] },
  { name: 'trace', description: 'A figure with every input its computation read, with evidence and source',
    input: { file, figure: z.string(), scenario, set }, spec: traceSpec, run: runTrace,
    words: (input) => [text(input['file']), text(input['figure']), ...planWords(input), '--json'] },
];
