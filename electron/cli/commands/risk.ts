import { writeFileSync } from 'node:fs';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { declaredFigure } from '../../../shared/plan/figures/all.ts';
import { listScenarios } from '../../../shared/project/resolve.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { usualAssumptions } from '../../../shared/uncertainty/assumptions/assumptions.ts';
import type { Assumptions } from '../../../shared/uncertainty/assumptions/types.ts';
import { usualDimensions } from '../../../shared/uncertainty/runs/points.ts';
import { createRun } from '../../../shared/uncertainty/runs/run.ts';
import { probabilityLabels } from '../../../shared/uncertainty/runs/summary.ts';
import type { RunOptions } from '../../../shared/uncertainty/runs/types.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import type { Args, ArgSpec } from '../args.ts';
import { optionOf } from '../args.ts';
import { applySets, chooseScenario, loadProject, type Stop } from '../load.ts';
import { csv, exitCodes, table, type ExitCode, type Output } from '../output.ts';
import { explainPlan } from '../problems.ts';
import {
  comparisonOf, driversOf, mainFigure, riskJson, whyNoShares, type DriverRow, type ScenarioRun,
} from '../risk/answer.ts';
import { keepRuns, whyNotKept } from '../risk/keep.ts';
import { drawsOf, riskOptions, type DriverKind, type RiskOptions } from '../risk/options.ts';
import { mergeShards, shardJson } from '../risk/shards.ts';
import { evaluateRuns } from '../risk/threads.ts';

export const riskSpec: ArgSpec = {
  positional: ['file | template'], required: 1, flags: ['json', 'keep'],
  options: ['scenario', 'set', 'draws', 'seed', 'method', 'workers', 'figures', 'drivers',
    'shard', 'merge', 'csv'],
  repeatable: ['scenario', 'set', 'merge'],
};

const stop = (exit: ExitCode, text: string): Result<never, Stop> => refuse({ exit, text });

/** A scenario with what is uncertain of it. */
interface Uncertain {
  readonly id: string;
  readonly name: string;
  readonly document: ProjectDocument;
  readonly planHash: string;
  readonly assumptions: Assumptions;
}

const measured = loadMeasuredPoints();

/** The scenarios asked for, or the first. */
function loadScenarios(args: Args): Result<readonly Uncertain[], Stop> {
  const loaded = loadProject(args.positional[0] ?? '');
  if (!loaded.ok) return loaded;
  const planner = createPlanner(builtInCatalog, measured);
  const found: Uncertain[] = [];
  for (const wanted of args.options.get('scenario') ?? [undefined]) {
    const scenario = chooseScenario(loaded.value.document, wanted);
    if (!scenario.ok) return scenario;
    const id = scenario.value;
    const document = applySets(loaded.value.document, id, args);
    if (!document.ok) return document;
    const plan = planner.evaluate(document.value, id);
    if (!plan.ok) return stop(exitCodes.failed, explainPlan(plan.error));
    if (found.some((each) => each.id === id))
      return stop(exitCodes.usage, `--scenario: ${id} is given twice`);
    found.push({ id, document: document.value, planHash: plan.value.hash,
      name: listScenarios(document.value).find((each) => each.id === id)?.name ?? id,
      assumptions: usualAssumptions(plan.value) });
  }
  return ok(found);
}

/** One list of coordinates for all scenarios, so that what they share is drawn alike. */
const sharedDimensions = (scenarios: readonly Uncertain[]): readonly string[] =>
  [...new Set(scenarios.flatMap(({ assumptions }) => usualDimensions(assumptions)))];

function makeRuns(
  scenarios: readonly Uncertain[], options: RunOptions,
): Result<readonly ScenarioRun[], Stop> {
  const runs: ScenarioRun[] = [];
  for (const { document, id, name, planHash, assumptions } of scenarios) {
    const world = { document, scenarioId: id, catalog: builtInCatalog, measured };
    const run = createRun(world, assumptions, options);
    if (!run.ok) return stop(exitCodes.failed, explainPlan(run.error));
    runs.push({ id, name, planHash, assumptions, run: run.value });
  }
  return ok(runs);
}

/** Tells how far it is, at most once a second. */
function progressTo(output: Output, total: number): (done: number) => void {
  let told = Date.now();
  return (done) => {
    if (Date.now() - told < 1000 && done < total) return;
    told = Date.now();
    output.err(`${done} of ${total} draws`);
  };
}

const percent = (value: number | null): string =>
  (value === null ? 'absent' : formatQuantity(value, 'fraction'));

const labels: Readonly<Record<string, string>> = probabilityLabels;

const driversShown = 15;

const headsOf = (kind: DriverKind | null): readonly string[] => {
  switch (kind) {
    case 'tornado': return ['AT P10', 'AT P90'];
    case 'sobol': return ['FIRST', '+/-', 'TOTAL', '+/-'];
    case 'shapley': return ['SHARE OF VARIANCE'];
    case null: return [];
  }
};

function cellsOf(
  { low, high, first, firstError, total, totalError, shapley }: DriverRow, kind: DriverKind | null,
  show: (value: number | null) => string,
): readonly string[] {
  const index = (value: number | undefined): string => value?.toFixed(3) ?? 'absent';
  switch (kind) {
    case 'tornado': return [low ?? null, high ?? null].map(show);
    case 'sobol': return [first, firstError, total, totalError].map(index);
    case 'shapley': return [index(shapley)];
    case null: return [];
  }
}

/** A scenario in tables. */
function printScenario(one: ScenarioRun, kind: DriverKind | null, output: Output): void {
  const { figures, probabilities, infeasible } = one.run.summary();
  const show = (key: string, without = 'absent') => (value: number | null): string =>
    (value === null ? without : formatQuantity(value, declaredFigure(key)?.unit ?? 'ratio'));
  output.out(table([['FIGURE', 'MEAN', 'P10', 'P50', 'P90', 'DRAWS WITHOUT'],
    ...Object.entries(figures).map(([key, { mean, p10, p50, p90, absent, beyond }]) =>
      [declaredFigure(key)?.label ?? key, show(key, beyond === undefined ? 'absent' : 'none')(mean),
        ...[p10, p50, p90].map(show(key, beyond === undefined ? 'absent' : 'never')),
        String(absent)])]));
  output.out(`\n${table([['PROBABILITY', 'SHARE OF DRAWS', '+/-'],
    ...Object.entries(probabilities).map(([key, { value, standardError }]) =>
      [labels[key] ?? key, percent(value), percent(standardError)])])}`);
  for (const { cause, draws } of infeasible) output.out(`  ${draws} draws: ${cause}`);
  const rows = driversOf(one, kind);
  output.out(`\n${table([[`DRIVERS OF ${declaredFigure(mainFigure(one.run))?.label ?? ''}`,
    'RANK CORRELATION', ...headsOf(kind)],
  ...rows.slice(0, driversShown).map((row) =>
    [row.label, row.rankCorrelation?.toFixed(2) ?? 'absent',
      ...cellsOf(row, kind, show(mainFigure(one.run)))])])}`);
  const why = whyNoShares(rows, kind);
  if (why !== null) output.err(`note: ${why}`);
  if (kind === 'sobol' && one.assumptions.correlations.length > 0)
    output.err('note: Sobol indices are those of independent inputs; --drivers shapley keeps the correlations');
}

function printComparison(runs: readonly ScenarioRun[], output: Output): void {
  const comparison = comparisonOf(runs);
  if (comparison === null) return;
  const { figure, scenarios, pairs } = comparison;
  const { label = figure, unit = 'ratio' } = declaredFigure(figure) ?? {};
  output.out(`\n${table([[`BY ${label}`, 'BEST IN', 'EXPECTED REGRET'],
    ...scenarios.map(({ name, best, expectedRegret }) => [name, percent(best.value),
      expectedRegret === null ? 'absent' : formatQuantity(expectedRegret, unit)])])}`);
  for (const { a, b, aBetter } of pairs)
    output.out(`${a} better than ${b} in ${percent(aBetter.value)} of draws`);
}

/** Every draw with its inputs and figures, as CSV. */
function drawsCsv(runs: readonly ScenarioRun[]): string {
  return csv(runs.flatMap(({ id, run }, at) => {
    const { figures, draws } = run.options;
    const columns = figures.map((key) => run.columns.column(key));
    const { ids } = run.evaluator.points;
    const header = at === 0 ? [['scenario', 'draw', ...ids, ...figures]] : [];
    return [...header, ...Array.from({ length: draws }, (_, draw) => {
      const values = run.valuesOf(draw);
      const numbers = [...ids.map((each) => values.get(each) ?? NaN),
        ...columns.map((column) => column[draw] ?? NaN)];
      return [id, draw, ...numbers.map((value) => (Number.isNaN(value) ? null : value))];
    })];
  }));
}

function print(
  runs: readonly ScenarioRun[], { drivers }: RiskOptions, args: Args, output: Output,
): void {
  const path = optionOf(args, 'csv');
  if (path !== undefined) writeFileSync(path, `${drawsCsv(runs)}\n`);
  if (args.flags.has('json')) {
    output.out(JSON.stringify(riskJson(runs, drivers), null, 2));
    return;
  }
  for (const one of runs) {
    const { draws, seed, method } = one.run.options;
    output.out(`${runs.length > 1 ? `\n${one.name}: ` : ''}${draws} draws, seed ${seed}, ${method}`);
    printScenario(one, drivers, output);
  }
  printComparison(runs, output);
}

/** Evaluates what is asked for, or takes the parts that were evaluated elsewhere. */
async function fill(
  runs: readonly ScenarioRun[], scenarios: readonly Uncertain[], options: RiskOptions,
  args: Args, output: Output,
): Promise<Result<null, string>> {
  const shards = args.options.get('merge') ?? [];
  if (shards.length > 0) return mergeShards(runs, shards);
  const range = drawsOf(options.run.draws, options.shard);
  const tasks = scenarios.map(({ document, id, assumptions }, at) =>
    ({ document, scenarioId: id, assumptions,
      options: runs[at]?.run.options ?? options.run }));
  await evaluateRuns(runs.map(({ run }) => run), tasks,
    { ...range, workers: options.workers },
    progressTo(output, (range.to - range.from) * runs.length));
  return ok(null);
}

/** `risk`: ranges, probabilities and drivers of a plan's figures from draws of full plans. */
export async function runRisk(args: Args, output: Output): Promise<ExitCode> {
  const options = riskOptions(args);
  if (!options.ok) {
    output.err(options.error);
    return exitCodes.usage;
  }
  const unkept = whyNotKept(args);
  if (unkept !== null) {
    output.err(unkept);
    return exitCodes.usage;
  }
  const scenarios = loadScenarios(args);
  const runs = !scenarios.ok ? scenarios : makeRuns(scenarios.value,
    { ...options.value.run, dimensions: sharedDimensions(scenarios.value) });
  if (!scenarios.ok || !runs.ok) {
    const { exit, text } = !scenarios.ok ? scenarios.error
      : runs.ok ? { exit: exitCodes.failed, text: '' } : runs.error;
    output.err(text);
    return exit;
  }
  const filled = await fill(runs.value, scenarios.value, options.value, args, output);
  if (!filled.ok) {
    output.err(filled.error);
    return exitCodes.badFile;
  }
  const { run, shard } = options.value;
  if (shard !== null) output.out(JSON.stringify(shardJson(runs.value, drawsOf(run.draws, shard))));
  else print(runs.value, options.value, args, output);
  return args.flags.has('keep') ? keep(args, runs.value, output) : exitCodes.done;
}

function keep(args: Args, runs: readonly ScenarioRun[], output: Output): ExitCode {
  const kept = keepRuns(args.positional[0] ?? '', runs);
  output.err(kept.ok ? `kept with ${kept.value.join(', ')}` : kept.error.text);
  return kept.ok ? exitCodes.done : kept.error.exit;
}
