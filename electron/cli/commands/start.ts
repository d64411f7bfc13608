import { resolve } from 'node:path';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import type { Entry } from '../../../shared/catalog/types.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { explainAbsent } from '../../../shared/plan/figures/notices.ts';
import {
  firstAnswers, type StartAnswers, type StartOwnership, type StartWorkload,
} from '../../../shared/project/guided-start.ts';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { explainStart, type StartField } from '../../../shared/project/start-problem.ts';
import { documentOf, type Template } from '../../../shared/project/templates.ts';
import { findWorkload } from '../../../shared/project/templates/workloads.ts';
import { startProject } from '../../../shared/search/start.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { makeFile } from '../make-file.ts';
import { findByName } from '../names.ts';
import { exitCodes, table, type ExitCode, type Output } from '../output.ts';
import { explainFile, explainPlan } from '../problems.ts';

export const startSpec: ArgSpec = { positional: [], required: 0, flags: ['json'],
  options: ['site', 'mw', 'electricity', 'workload', 'systems', 'ownership', 'utilisation', 'tokens-per-day',
    'client', 'out'] };

const ownerships: Readonly<Record<string, StartOwnership>> =
  { own: 'own', colocate: 'colo', rent: 'rental' };

/** The option in which an answer is given. */
const optionFor: Readonly<Record<StartField, string>> = {
  site: 'site', utilityMw: 'mw', electricityUsdPerKwh: 'electricity', workloads: 'workload',
  preset: 'workload', model: 'workload', powerShare: 'workload', tokensPerDay: 'tokens-per-day',
  utilisation: 'utilisation', systems: 'systems', ownership: 'ownership', client: 'client',
};

const commaList = (text: string): readonly string[] =>
  text.split(',').map((part) => part.trim()).filter((part) => part !== '');

/** An id where the word is a name however it is spelled; else the word, to be refused. */
function idOf<T extends Entry>(entries: Readonly<Record<string, T>>, word: string): string {
  const found = findByName(entries, word, '');
  return found.ok ? found.value.id : word;
}

/** A number, or a share written as `45%`. */
const numberOf = (text: string): number => (/^\s*$/u.test(text) ? Number.NaN
  : text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text));

/** A preset, or a preset and the model that serves it: `chat`, `chat:gpt-oss-120b`. */
function workloadOf(
  word: string, count: number, tokensPerDay: number | null,
): StartWorkload {
  const [preset = '', model] = word.split(':');
  return { preset, powerShare: 1 / count, tokensPerDay,
    model: model === undefined ? findWorkload(preset)?.model ?? firstAnswers.workloads[0]?.model ?? ''
      : idOf(builtInCatalog.models, model) };
}

function answersFrom(args: Args): Result<StartAnswers, string> {
  const option = (name: string): string => optionOf(args, name) ?? '';
  const missing = ['site', 'mw', 'systems', 'out'].find((name) => option(name) === '');
  if (missing !== undefined) return refuse(`--${missing} is needed`);
  const [tokens, use] = [optionOf(args, 'tokens-per-day'), optionOf(args, 'utilisation')];
  if (tokens !== undefined && use !== undefined)
    return refuse('--tokens-per-day and --utilisation exclude each other');
  const words = commaList(optionOf(args, 'workload') ?? 'reasoning,chat');
  const owner = optionOf(args, 'ownership') ?? 'own';
  const ownership = Object.hasOwn(ownerships, owner) ? ownerships[owner] : undefined;
  if (ownership === undefined)
    return refuse(`--ownership: "${owner}" is not one of ${Object.keys(ownerships).join(', ')}`);
  const energy = optionOf(args, 'electricity');
  const perDay = tokens === undefined ? null : numberOf(tokens);
  return ok({
    client: option('client'), site: idOf(builtInCatalog.sites, option('site')),
    utilityMw: numberOf(option('mw')), ownership,
    electricityUsdPerKwh: energy === undefined ? null : numberOf(energy),
    workloads: words.map((word) => workloadOf(word, words.length, perDay)),
    utilisation: perDay !== null ? null
      : use === undefined ? firstAnswers.utilisation : numberOf(use),
    systems: commaList(option('systems')).map((word) => idOf(builtInCatalog.systems, word)),
  });
}

/** Headlines of a scenario, with their units. */
const columns = [
  ['costPerMTokUsd', 'USD/Mtok'], ['npvUsd', 'USD'], ['irr', 'fraction/year'],
  ['racks', 'count'], ['facilityMw', 'MW'],
] as const satisfies readonly (readonly [string, Unit])[];

interface ScenarioHeadline {
  readonly id: string;
  readonly name: string;
  readonly figures: Readonly<Record<string, number | null>>;
  /** Why money is absent; empty where it is not. */
  readonly reason: string;
}

function headlinesOf({ records }: Template): readonly ScenarioHeadline[] {
  const document = documentOf(records);
  const planner = createPlanner(builtInCatalog, loadMeasuredPoints());
  return listScenarios(document).map(({ id, name }): ScenarioHeadline => {
    const plan = planner.evaluate(document, id);
    const figure = (key: string) => (plan.ok ? plan.value.figures[`headline.${key}`] : undefined);
    const absent = figure('npvUsd')?.absent;
    return { id, name,
      figures: Object.fromEntries(columns.map(([key]) => [key, figure(key)?.value ?? null])),
      reason: !plan.ok ? explainPlan(plan.error)
        : absent === undefined ? '' : explainAbsent(absent) };
  });
}

/** `start`: a project of a few answers, with one scenario for each system. */
export function runStart(args: Args, output: Output): ExitCode {
  const answers = answersFrom(args);
  if (!answers.ok) {
    output.err(answers.error);
    return exitCodes.usage;
  }
  const points = loadMeasuredPoints();
  const made = startProject(answers.value, { catalog: builtInCatalog, points },
    createPlanner(builtInCatalog, points));
  if (!made.ok) {
    for (const problem of made.error)
      output.err(`--${optionFor[problem.field]}: ${explainStart(problem)}`);
    return exitCodes.usage;
  }
  const path = resolve(optionOf(args, 'out') ?? '');
  const written = makeFile(path, made.value.records);
  if (!written.ok) {
    output.err(explainFile(written.error));
    return exitCodes.badFile;
  }
  report(path, made.value, args.flags.has('json'), output);
  return exitCodes.done;
}

function report(path: string, made: Template, json: boolean, output: Output): void {
  const scenarios = headlinesOf(made);
  if (json) {
    output.out(JSON.stringify({ schema: 'aifp.start/1', path, name: made.name,
      scenarios: scenarios.map(({ figures, ...rest }) => ({ ...rest, ...figures })) }, null, 2));
    return;
  }
  output.out(path);
  output.out(table([
    ['SCENARIO', '$/M TOKENS', 'NPV', 'IRR', 'RACKS', 'MW'],
    ...scenarios.map(({ name, figures }) =>
      [name, ...columns.map(([key, unit]) => formatQuantity(figures[key] ?? null, unit))]),
  ]));
  for (const { name, reason } of scenarios)
    if (reason !== '') output.err(`note: ${name}: ${reason}`);
}
