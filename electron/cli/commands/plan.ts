import { rentalChannels, rentedGroups } from '../../../shared/plan/figures/rentals.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { createPlanner } from '../../../shared/plan.ts';
import {
  planToJson, monthsJson, type EvidenceShares,
} from '../../../shared/plan/figures/json.ts';
import { declaredFigure } from '../../../shared/plan/figures/all.ts';
import { describeSpread, pricesByTraffic } from '../../../shared/plan/figures/prices.ts';
import { headlineKeys, type Plan } from '../../../shared/plan/types.ts';
import { realityJson } from '../../../shared/reality/json.ts';
import { absentMeasures, arbitrageWarning } from '../../../shared/reality/notices.ts';
import { reality } from '../../../shared/reality/reality.ts';
import {
  formatMeasure, labelOf, mustBeTrue, verdictText,
} from '../../../shared/reality/texts.ts';
import type { RealityMeasure } from '../../../shared/reality/types.ts';
import { printOf } from '../../../shared/project/print.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Print } from '../../../shared/units/print.ts';
import { evidenceEffects, shareOf } from '../../../shared/uncertainty/evidence-share.ts';
import { rankAll } from '../../../shared/uncertainty/ranking.ts';
import { makeMovable, type World } from '../../../shared/uncertainty/world.ts';
import { ownerBreakEvens, type OwnerBreakEvens } from '../../../shared/search/break-even.ts';
import {
  valueRoadmap, type RoadmapResult, type RoadmapValue,
} from '../../../shared/search/release-value.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import type { Args, ArgSpec } from '../args.ts';
import { sayLimits } from '../limits.ts';
import { loadForPlan, type Stop } from '../load.ts';
import { csv, exitCodes, table, type ExitCode, type Output } from '../output.ts';
import { explainPlan } from '../problems.ts';

export const planSpec: ArgSpec = {
  positional: ['file | template'], required: 1, flags: ['json', 'csv', 'months'],
  options: ['scenario', 'set', 'load'], repeatable: ['set', 'load'],
};

export interface PlannedProject {
  readonly plan: Plan;
  readonly fileVersion: number;
  /**
   * Shares of NPV and unit cost by evidence class; evaluates the plan a dozen times, so
   * only where printed.
   */
  readonly shares: () => EvidenceShares;
  /** What each software release is worth; evaluates the plan once per release. */
  readonly roadmap: () => RoadmapValue | null;
  /** Where the owner breaks even after tax and debt; searches. */
  readonly breakEvens: () => OwnerBreakEvens | null;
}

/** A plan of the project, scenario and overrides a command line names. */
export function planFromArgs(args: Args): Result<PlannedProject, Stop> {
  const loaded = loadForPlan(args);
  if (!loaded.ok) return loaded;
  const measured = loadMeasuredPoints();
  const planner = createPlanner(builtInCatalog, measured);
  const { project, scenarioId } = loaded.value;
  const plan = planner.evaluate(project.document, scenarioId);
  const shares = () =>
    sharesOf({ document: project.document, scenarioId, catalog: builtInCatalog, measured });
  const roadmap = () => valueRoadmap(planner, project.document, scenarioId);
  const breakEvens = () => ownerBreakEvens(planner, project.document, scenarioId);
  return plan.ok
    ? ok({ plan: plan.value, fileVersion: project.fileVersion, shares, roadmap, breakEvens })
    : refuse({ exit: args.options.has('set') ? exitCodes.usage : exitCodes.badFile,
      text: explainPlan(plan.error) });
}

function sharesOf(world: World): EvidenceShares {
  const movable = makeMovable(world);
  const figures = ['headline.npvUsd', 'headline.costPerMTokUsd'];
  const [npv, cost] = movable === null ? []
    : evidenceEffects(movable, rankAll(movable, figures), figures);
  return { npvUsd: shareOf(npv ?? null), costPerMTokUsd: shareOf(cost ?? null) };
}

/** The plan beside what others published, as the export holds it. */
function realityOf(plan: Plan) {
  const measures = reality(plan);
  const print = printOf(plan.inputs.project.values);
  return { measures: realityJson(measures, print),
    warnings: [...absentMeasures(measures), ...arbitrageWarning(measures, print)] };
}

/** The whole plan as JSON, with what only a search finds. */
export function planJson(
  { plan, fileVersion, shares, roadmap, breakEvens }: PlannedProject, months: boolean,
): string {
  const searched = { roadmap: roadmapJson(roadmap()), breakEvens: breakEvens(),
    reality: realityOf(plan) };
  return JSON.stringify(planToJson(plan, fileVersion, shares(), months, searched), null, 2);
}

/** `plan`: everything the screens show, as a table, JSON or CSV. */
export function runPlan(args: Args, output: Output): ExitCode {
  if (args.flags.has('json') && args.flags.has('csv')) {
    output.err('--json and --csv exclude each other');
    return exitCodes.usage;
  }
  const planned = planFromArgs(args);
  if (!planned.ok) {
    output.err(planned.error.text);
    return planned.error.exit;
  }
  const { plan } = planned.value;
  if (args.flags.has('json')) output.out(planJson(planned.value, args.flags.has('months')));
  else if (args.flags.has('csv'))
    output.out(args.flags.has('months') ? monthsCsv(plan) : headlineCsv(plan));
  else printTable(planned.value, args.flags.has('months'), output);
  const exit = sayLimits(plan.limits, output);
  for (const warning of plan.warnings) output.err(`note: ${warning.text}`);
  return exit;
}

/** The roadmap with lists of its own, as the export holds them. */
const roadmapJson = (value: RoadmapValue | null) => value === null ? null
  : { ...value, releases: [...value.releases] };

function headlineCsv(plan: Plan): string {
  return csv([['figure', 'value', 'unit'], ...headlineKeys.map((key) => {
    const figure = plan.figures[`headline.${key}`];
    return [key, figure?.value ?? null, figure?.unit ?? ''];
  })]);
}

function monthsCsv(plan: Plan): string {
  const rows = monthsJson(plan);
  const keys = Object.keys(rows[0] ?? {});
  return csv([keys, ...rows.map((row) => keys.map((key) => row[key] ?? null))]);
}

function printTable(
  { plan, roadmap, breakEvens }: PlannedProject, months: boolean, output: Output,
): void {
  const print = printOf(plan.inputs.project.values);
  output.out(`${plan.inputs.project.values.name} / ${plan.inputs.scenario.name}`);
  output.out(table(headlineKeys.map((key) => {
    const figure = plan.figures[`headline.${key}`];
    return [declaredFigure(`headline.${key}`)?.label ?? key,
      figure === undefined ? '' : formatQuantity(figure.value, figure.unit, print), key];
  })));
  const { tokens, allocation, utilisation, tier, priceYear } = plan.costBasis;
  output.out(`cost basis: ${tokens} tokens, allocation ${allocation}, ${utilisation}, ${tier}, prices of ${priceYear}`);
  printPrices(plan, print, output);
  printRentals(plan, print, output);
  printReality(reality(plan), print, output);
  printBreakEvens(breakEvens(), print, output);
  printRoadmap(roadmap(), print, output);
  if (months) output.out(monthsCsv(plan));
}

/** What every class sells at, with provider and date. */
function printPrices(plan: Plan, print: Print, output: Output): void {
  const usd = (value: number | null): string => formatQuantity(value, 'USD/Mtok', print);
  const prices = pricesByTraffic(plan.stages);
  if (prices.length === 0) return;
  output.out('prices of month 1');
  output.out(table([
    ['class', 'provider', 'model', 'read', 'input', 'cached', 'output', 'average', 'offers'],
    ...prices.map((price) => [
      price.name, price.provider ?? price.rule, price.listing?.model ?? price.model,
      price.date ?? 'undated', usd(price.inputUsd), usd(price.cachedUsd),
      usd(price.outputUsd), usd(price.blendedUsd), describeSpread(price.spread, usd),
    ]),
  ]));
}

/** What rented hours earn by group and channel, and what is contracted. */
function printRentals(plan: Plan, print: Print, output: Output): void {
  const channels = rentalChannels(plan.stages);
  if (channels.length === 0) return;
  const figure = (key: string): string => {
    const found = plan.figures[key];
    return found === undefined ? '' : formatQuantity(found.value, found.unit, print);
  };
  output.out('accelerator-hours rented out');
  output.out(table([
    ['group', 'channel', 'hours sold', 'price', 'revenue'],
    ...channels.map(({ id, groupKey, name }) => [groupKey, name,
      ...['utilisation', 'usdPerHour', 'revenueUsd'].map((part) => figure(`rental.${part}.${id}`))]),
  ]));
  output.out(table(rentedGroups(plan.stages)
    .map((group) => ['revenue backlog at the start', group, figure(`rental.backlogUsd.${group}`)])));
}

/** Each measure beside the range of its peers, then what would have to be true. */
function printReality(
  measures: readonly RealityMeasure[], print: Print, output: Output,
): void {
  output.out('beside what others published');
  output.out(table([['', 'plan', 'lowest', 'highest', ''], ...measures.map((measure) => [
    labelOf(measure),
    ...[measure.value, measure.low, measure.high]
      .map((value) => formatMeasure(value, measure.unit, print)),
    `${verdictText(measure)}${measure.marked ? ' !' : ''}`,
  ])]));
  for (const measure of measures.filter(({ marked }) => marked)) {
    output.out(`! ${labelOf(measure)}: ${mustBeTrue(measure, print)}`);
    output.out(`  moved most by ${measure.responsible.join(', ')}`);
  }
}

const breakEvenUnits = [
  ['utilisation', 'fraction'], ['priceMultiple', 'ratio'],
  ['electricityUsdPerKwh', 'USD/kWh'], ['declinePerYear', 'fraction/year'],
] as const;

function printBreakEvens(found: OwnerBreakEvens | null, print: Print, output: Output): void {
  if (found === null) return;
  output.out('break-even of the owner, after tax and debt');
  output.out(table(breakEvenUnits.map(([key, unit]) => {
    const metric = found[key];
    return [key, metric.value === null ? `none: ${metric.absent.detail}`
      : formatQuantity(metric.value, unit, print)];
  })));
}

/** What each release adds to those before it, and that the parts add up. */
function printRoadmap(value: RoadmapValue | null, print: Print, output: Output): void {
  if (value === null || value.releases.length === 0) return;
  const row = (
    name: string, { npvUsd, costPerMTokUsd, tokensTotalM }: RoadmapResult,
  ): readonly string[] =>
    [name, formatQuantity(npvUsd, 'USD', print),
      formatQuantity(costPerMTokUsd, 'USD/Mtok', print),
      formatQuantity(tokensTotalM, 'Mtok', print)];
  output.out('software roadmap: what each release adds to those before it');
  output.out(table([
    ['', 'NPV', 'cost per M tokens', 'tokens'], row('without releases', value.without),
    ...value.releases.map(
      (r) =>
        row(`+ month ${r.month}: ${r.name}${r.inUse ? '' : ' (not in use)'}${r.reaches ? '' : ' (reaches no rack)'}`,
          r),
    ),
    row('with all', value.all),
  ]));
}
