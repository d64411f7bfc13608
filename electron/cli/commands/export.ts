import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { monthsJson, planToJson } from '../../../shared/plan/json.ts';
import { headlineKeys, type Plan } from '../../../shared/plan/types.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { csv, exitCodes, type ExitCode, type Output } from '../output.ts';
import { planFromArgs } from './plan.ts';

export const exportSpec: ArgSpec = {
  positional: ['file | template'], required: 1, flags: [], options: ['csv', 'json', 'scenario', 'set'], repeatable: ['set'],
};

/** Every table of a plan as CSV by file name. */
function planTables(plan: Plan): Readonly<Record<string, string>> {
  const months = monthsJson(plan);
  const keys = Object.keys(months[0] ?? {});
  const units = ['unit', ...keys.slice(1).map((key) => plan.series[key]?.unit ?? '')];
  return {
    'headline.csv': csv([['figure', 'value', 'unit', 'formula'], ...headlineKeys.map((key) => {
      const figure = plan.figures[`headline.${key}`];
      return [key, figure?.value ?? null, figure?.unit ?? '', figure?.formula ?? ''];
    })]),
    'months.csv': csv([keys, units, ...months.map((row) => keys.map((key) => row[key] ?? null))]),
    'inputs.csv': csv([['path', 'label', 'value', 'unit', 'changed', 'evidence', 'source', 'note'], ...plan.inputsInUse.map((i) =>
      [i.path, i.label, i.value, i.unit, i.changed, i.evidence, i.source, i.note])]),
    'cost.csv': csv([['part', 'USD per million tokens', 'fixed'], ...plan.costStack.map((l) => [l.label, l.usdPerMTok, l.fixed])]),
  };
}

/** Writes beside the target first, so that a failure never leaves half a file under its name. */
function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

/** `export`: a plan's tables as CSV files in a folder, or the whole plan as JSON. */
export function runExport(args: Args, output: Output): ExitCode {
  const folder = optionOf(args, 'csv');
  const file = optionOf(args, 'json');
  if ((folder === undefined) === (file === undefined)) {
    output.err('give one of --csv DIR and --json OUT');
    return exitCodes.usage;
  }
  const planned = planFromArgs(args);
  if (!planned.ok) {
    output.err(planned.error.text);
    return planned.error.exit;
  }
  const { plan, fileVersion, shares } = planned.value;
  if (folder !== undefined) {
    mkdirSync(resolve(folder), { recursive: true });
    for (const [name, text] of Object.entries(planTables(plan))) writeWhole(join(resolve(folder), name), `${text}\n`);
    output.out(resolve(folder));
    return exitCodes.done;
  }
  const path = resolve(file ?? '');
  if (statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() !== true) {
    output.err(`${dirname(path)}: the folder does not exist; create it first`);
    return exitCodes.usage;
  }
  writeWhole(path, `${JSON.stringify(planToJson(plan, fileVersion, shares(), true), null, 2)}\n`);
  output.out(path);
  return exitCodes.done;
}
