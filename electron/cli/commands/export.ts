import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { batchCost } from '../../../shared/plan/figures/batch-cost.ts';
import { monthsJson } from '../../../shared/plan/figures/json.ts';
import { powerTopology } from '../../../shared/plan/figures/power-topology.ts';
import { headlineKeys, type Plan } from '../../../shared/plan/types.ts';
import { realityJson } from '../../../shared/reality/json.ts';
import { reality } from '../../../shared/reality/reality.ts';
import { buildReport } from '../../../shared/report/build.ts';
import { printOf } from '../../../shared/project/print.ts';
import { inFull } from '../../../shared/units/print.ts';
import type { PlanView } from '../../../shared/report/types.ts';
import { isoMonth } from '../../../shared/report/periods.ts';
import { tableRows } from '../../../shared/report/table-csv.ts';
import { layerName } from '../../../shared/report/figures.ts';
import { configurationName } from '../../../shared/report/serving.ts';
import { workbookOf } from '../../../shared/report/workbook/build.ts';
import { writeXlsx } from '../../../shared/report/workbook/write.ts';
import { copyOf } from '../../../shared/units/reading.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { sayLimits } from '../limits.ts';
import { csv, exitCodes, type ExitCode, type Output } from '../output.ts';
import { planFromArgs, planJson, type PlannedProject } from './plan.ts';
import { appVersion } from '../version.ts';

export const exportSpec: ArgSpec = {
  positional: ['file | template'], required: 1, flags: [],
  options: ['csv', 'json', 'xlsx', 'power', 'scenario', 'set'], repeatable: ['set'],
};

/** Every table of a plan as CSV by file name. */
function planTables(plan: Plan): Readonly<Record<string, string>> {
  const months = monthsJson(plan);
  const keys = Object.keys(months[0] ?? {});
  const { startMonth } = plan.inputs.project.values;
  const heads = keys.slice(1).map((key) => `${key} [${plan.series[key]?.unit ?? ''}]`);
  return {
    'headline.csv': csv([['figure', 'value', 'unit', 'formula'], ...headlineKeys.map((key) => {
      const figure = plan.figures[`headline.${key}`];
      return [key, figure?.value ?? null, figure?.unit ?? '', figure?.formula ?? ''];
    })]),
    'months.csv': csv([['month', 'date', ...heads],
      ...months.map((row) => [row['month'] ?? null, isoMonth(startMonth, Number(row['month'])),
        ...keys.slice(1).map((key) => row[key] ?? null)])]),
    'inputs.csv': csv([[
      'path', 'label', 'value', 'unit', 'changed', 'evidence', 'source', 'note',
    ], ...plan.inputsInUse.map((i) =>
      [i.path, i.label, i.value, i.unit, i.changed, i.evidence, i.source, i.note])]),
    'cost.csv': csv([['part', 'USD per million tokens', 'of which fixed'],
      ...plan.costStack.map(
        (layer) => [layerName(layer), layer.usdPerMTok, layer.fixedUsdPerMTok],
      )]),
    'batch.csv': batchTable(plan),
    ...realityTables(plan),
  };
}

/** Users in flight against cost, every point of every rack group's frontier. */
const batchTable = ({ stages, figures }: Plan): string => csv([
  ['group', 'users per accelerator', 'configuration', 'USD per million tokens',
    'tok/s per user', 'first token s', 'tok/s per accelerator', 'within service level',
    'use', 'USD per accelerator-hour', 'reason'],
  ...stages.servings.flatMap((serving) => {
    const { points, use, hourlyUsd, reason } =
      batchCost(stages, serving, figures['headline.costPerAcceleratorHourUsd']);
    return points.map((at) => [serving.record.key, at.usersPerAccelerator,
      configurationName(at.point), at.costPerMTokUsd, at.point.tokPerSecPerUser,
      at.point.ttftMsHigh / 1000, at.point.totalTokPerSecPerAccelerator, at.withinLimits,
      use, hourlyUsd, reason]);
  }),
]);

/** The plan beside what others published, in full digits, and the peers one by one. */
function realityTables(plan: Plan): Readonly<Record<string, string>> {
  const measures = realityJson(reality(plan));
  return {
    'reality.csv': csv([['measure', 'label', 'value', 'unit', 'low', 'high', 'verdict', 'marked',
      'responsible', 'what would have to be true'], ...measures.map((m) =>
      [m.measure, m.label, m.value, m.unit, m.low, m.high, m.verdict, m.marked,
        m.responsible.join(' '), m.mustBeTrue])]),
    'peers.csv': csv([['measure', 'peer', 'value', 'unit', 'date', 'evidence', 'source', 'note'],
      ...measures.flatMap((m) => m.peers.map((p) =>
        [m.measure, p.name, p.value, m.unit, p.date, p.evidence, p.source, p.note]))]),
  };
}

/** The tables of the technical report by file name, as they are printed there. */
function reportTables({ plan, roadmap }: PlannedProject): Readonly<Record<string, string>> {
  // A spreadsheet keeps what a page would round away.
  const full: PlanView = { ...copyOf(plan), digits: 'full' };
  const { sections } = buildReport(full, 'technical',
    { catalog: plan.stages.catalog, appVersion, roadmap: roadmap() });
  const print = inFull(printOf(plan.inputs.project.values));
  const tables = sections.flatMap(({ id, blocks }) => blocks.flatMap(
    (block) => (block.kind === 'table' ? [{ section: id, table: block.table }] : []),
  ));
  return Object.fromEntries(tables.map(({ section, table }, at) => {
    const again = tables.slice(0, at)
      .filter((other) => other.section === section && other.table.id === table.id).length;
    const name =
      `report-${section}-${table.id}${again === 0 ? '' : `-${again + 1}`}.csv`.replaceAll(/[^a-z0-9.-]+/giu,
        '-');
    return [name, csv(tableRows(table, print))];
  }));
}

/**
 * Writes beside the target first, so that a failure never leaves half a file under its
 * name.
 */
function writeWhole(path: string, text: string | Uint8Array): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

/** The file that is asked for, as text or bytes, or why it cannot be made. */
function fileOf(
  planned: PlannedProject, format: 'json' | 'xlsx' | 'power',
): Result<string | Uint8Array, string> {
  if (format === 'json') return ok(`${planJson(planned, true)}\n`);
  if (format === 'power') {
    const topology = powerTopology(planned.plan.stages);
    return topology === null ? refuse('there is no power chain: no rack is in service')
      : ok(`${JSON.stringify(topology, null, 2)}\n`);
  }
  return ok(writeXlsx(workbookOf(planned.plan, appVersion, new Date().toISOString().slice(0, 10))));
}

/**
 * `export`: a plan's tables as CSV files in a folder, the whole plan as JSON, a workbook
 * with live formulas, or the power chain as JSON. As with `plan`, a plan that breaks a
 * limit is still written.
 */
export function runExport(args: Args, output: Output): ExitCode {
  const folder = optionOf(args, 'csv');
  const targets = (['json', 'xlsx', 'power'] as const).flatMap((format) => {
    const path = optionOf(args, format);
    return path === undefined ? [] : [{ format, path: resolve(path) }];
  });
  const [target] = targets;
  if ((folder === undefined ? 0 : 1) + targets.length !== 1) {
    output.err('give one of --csv DIR, --json OUT, --xlsx OUT and --power OUT');
    return exitCodes.usage;
  }
  const planned = planFromArgs(args);
  if (!planned.ok) {
    output.err(planned.error.text);
    return planned.error.exit;
  }
  if (target === undefined) {
    const place = resolve(folder ?? '');
    mkdirSync(place, { recursive: true });
    for (const [name, text] of Object.entries({
      ...planTables(planned.value.plan), ...reportTables(planned.value),
    }))
      writeWhole(join(place, name), `${text}\n`);
    output.out(place);
    return sayLimits(planned.value.plan.limits, output);
  }
  if (statSync(dirname(target.path), { throwIfNoEntry: false })?.isDirectory() !== true) {
    output.err(`${dirname(target.path)}: the folder does not exist; create it first`);
    return exitCodes.usage;
  }
  const file = fileOf(planned.value, target.format);
  if (!file.ok) {
    output.err(file.error);
    return exitCodes.failed;
  }
  writeWhole(target.path, file.value);
  output.out(target.path);
  return sayLimits(planned.value.plan.limits, output);
}
