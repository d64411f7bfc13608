import type { Catalog } from '../catalog/types.ts';
import type { Bridge } from '../compare/bridge.ts';
import type { BridgeMetric } from '../compare/coalition.ts';
import type { Difference } from '../compare/diff.ts';
import { groupLabels, inputGroups, type InputGroup } from '../compare/groups.ts';
import type { HeadlineKey, Plan } from '../plan/types.ts';
import { plainPrint, type Print } from '../units/print.ts';
import type { Unit } from '../units/unit.ts';
import { describeAnswer, describeProject } from './answer.ts';
import { chart, flow, small, starLine, table, text } from './blocks.ts';
import { costLabels } from './cost-labels.ts';
import { headlineValue, isUnbuildable, printHeadline } from './figures.ts';
import type { ComparedScenario } from './gather.ts';
import { inputLabel, printValue } from './inputs.ts';
import { isolate } from './letters.ts';
import { printLadder } from './ladder.ts';
import { topLimits } from './limits.ts';
import { causeOf } from './recommendation.ts';
import { headOn, printOn, columnScaleOf } from './scale.ts';
import { chooseSections, sectionTitles, type SectionId } from './sections.ts';
import type { Block, Section, Table, TableRow } from './types.ts';
import { printOfPlan } from './print.ts';

/** Figures that stand side by side, each column in one scale with its unit in the head. */
const compared: readonly (readonly [key: HeadlineKey, unit: Unit, label: string])[] = [
  ['npvUsd', 'USD', 'NPV'], ['costPerMTokUsd', 'USD/Mtok', 'Cost'],
  ['levelisedPriceUsd', 'USD/Mtok', 'Price, levelised'], ['irr', 'fraction/year', 'IRR'],
  ['mirr', 'fraction/year', 'MIRR'], ['paybackMonths', 'month', 'Payback'],
  ['capexUsd', 'USD', 'Investment'], ['tokPerSecPerMw', 'tok/s/MW', 'Throughput'],
  ['facilityMw', 'MW', 'Power'],
];

/** Figures at the head of a scenario's page. */
const headlines: readonly HeadlineKey[] = ['costPerMTokUsd', 'levelisedPriceUsd',
  'npvUsd', 'irr', 'paybackMonths', 'capexUsd', 'revenueUsd', 'tokPerSecPerMw'];

/** Differences that fit a page beside figures and charts. */
const mostDifferences = 10;

/** All sections of a comparison: the table, the bridges, a page for each scenario. */
export function comparisonSections(
  scenarios: readonly ComparedScenario[], catalog: Catalog, wanted: readonly string[] | null,
  front: () => Section,
): readonly Section[] {
  const build: Partial<Record<SectionId, () => readonly Section[]>> = {
    answer: () => [front()],
    'side-by-side': () => [sideBySide(scenarios)],
    bridges: () => [bridgesSection(scenarios)],
    scenarios: () => scenarios.map((scenario, at) => scenarioPage(scenario, at, catalog)),
  };
  return chooseSections('comparison', wanted).flatMap((id) => build[id]?.() ?? []);
}

function sideBySide(scenarios: readonly ComparedScenario[]): Section {
  const plans = scenarios.flatMap(({ plan }) => (plan === null ? [] : [plan]));
  const labels =
    new Set(plans.map((plan) => costLabels(plan).map(({ value }) => value).join(', ')));
  return flow('side-by-side', sectionTitles['side-by-side'], [
    text(labels.size === 1
      ? `All costs of a million tokens are stated alike: ${[...labels].join('')}.`
      : 'The scenarios state their cost of a million tokens in different ways; the labels stand on the page of each.'),
    ...table(sideTable(scenarios, plans[0])),
    ...brokenBlocks(scenarios),
  ]);
}

function sideTable(scenarios: readonly ComparedScenario[], first: Plan | undefined): Table {
  const print = first === undefined ? plainPrint : printOfPlan(first);
  const columns = compared.map(([key, unit, label]) => {
    const values =
      scenarios.map(({ plan }) => (plan === null ? null : headlineValue(plan, key)));
    const scale = columnScaleOf(values, unit, print);
    return { label: headOn(label, scale), cells: values.map((value) => printOn(scale, value)) };
  });
  return {
    id: 'side-by-side', caption: '',
    columns: [
      { label: 'Scenario', unit: 'text', align: 'left' },
      ...columns.map(({ label }) => ({ label, unit: 'ratio' as const, align: 'right' as const })),
    ],
    rows: scenarios.map(({ name }, at): TableRow => ({
      level: 1, cells: [name, ...columns.map(({ cells }) => cells[at] ?? '–')],
    })),
  };
}

/** Why a scenario has no money, with what would mend it. */
const brokenBlocks = (scenarios: readonly ComparedScenario[]): readonly Block[] =>
  scenarios.flatMap(({ name, plan }): readonly Block[] =>
    (plan === null || !isUnbuildable(plan) ? []
      : [text(`${isolate(name)} cannot be built as it stands. ${causeOf(plan)}`)]));

const metricNames: Readonly<Record<BridgeMetric, string>> = {
  costPerMTokUsd: 'Cost of a million tokens', npvUsd: 'Net present value',
};

/** Both bridges from the first scenario to each of the others. */
function bridgesSection(scenarios: readonly ComparedScenario[]): Section {
  const [first, ...others] = scenarios;
  if (first === undefined || others.length === 0)
    return flow('bridges', sectionTitles.bridges,
      [text('There is one scenario, so there is nothing to bridge to.')]);
  const print = first.plan === null ? undefined : printOfPlan(first.plan);
  return flow('bridges', sectionTitles.bridges, [
    text(`Each column changes one group of inputs from those of ${isolate(first.name)} to those of the scenario in the line, on top of the columns before it. The steps are exact and their printed digits add up.`),
    ...table(bridgeTable('costPerMTokUsd', others, print)),
    ...table(bridgeTable('npvUsd', others, print)),
    ...otherOrders(others),
  ]);
}

function bridgeTable(
  metric: BridgeMetric, others: readonly ComparedScenario[], print: Print | undefined,
): Table {
  const bridges =
    others.map(({ name, bridges: found }) => ({ name, bridge: found?.[metric] ?? null }));
  const moving = inputGroups.filter((group) => bridges.some(({ bridge }) =>
    (bridge?.steps ?? []).some((step) => step.group === group && step.differences.length > 0)));
  return {
    id: `bridge-${metric}`, caption: metricNames[metric],
    columns: [
      { label: 'To', unit: 'text', align: 'left' },
      { label: 'From', unit: null, align: 'right' },
      ...moving.map(
        (group) => ({ label: groupLabels[group], unit: null, align: 'right' as const }),
      ),
      { label: 'Result', unit: null, align: 'right' },
    ],
    rows: bridges.map(({ name, bridge }): TableRow => ({
      level: 1, cells: [name, ...bridgeCells(bridge, moving, print)],
    })),
  };
}

function bridgeCells(
  bridge: Bridge | null, moving: readonly InputGroup[], print: Print | undefined,
): readonly string[] {
  if (bridge === null) return ['–', ...moving.map(() => '–'), 'no bridge'];
  const ladder = printLadder(
    { unit: bridge.unit, from: bridge.from, changes: bridge.steps.map(({ change }) => change) },
    print,
  );
  const cellOf = (group: InputGroup): string => {
    const at = bridge.steps.findIndex((step) => step.group === group);
    return (bridge.steps[at]?.differences.length ?? 0) === 0 ? '–'
      : (ladder.changes[at] ?? '–');
  };
  return [ladder.from, ...moving.map(cellOf), ladder.to];
}

/** Bridges whose steps had to be taken in another order than the columns say. */
function otherOrders(others: readonly ComparedScenario[]): readonly Block[] {
  const lines = others.flatMap(({ name, bridges }): readonly string[] => {
    const bridge = bridges?.costPerMTokUsd ?? bridges?.npvUsd ?? null;
    if (bridge === null) return [
      `${isolate(name)}: no order of the steps keeps the figure computable on the way.`,
    ];
    const order = bridge.steps.map(({ group }) => group);
    const usual = order.every((group, i) => group === inputGroups[i]);
    return usual ? []
      : [
        `${isolate(name)}: steps taken in the order ${order.map((group) => groupLabels[group].toLowerCase()).join(', ')}.`,
      ];
  });
  return lines.map(small);
}

function scenarioPage(
  { id, name, plan, base, differences }: ComparedScenario, at: number, catalog: Catalog,
): Section {
  const section = { id: `scenario-${at + 1}`, title: name, layout: 'page' as const,
    scenario: id };
  if (plan === null) return { ...section, layout: 'flow',
    blocks: [text('This scenario has no plan: see its warnings on screen.')] };
  const figures = headlines.map((key) => printHeadline(plan, key));
  return {
    ...section,
    blocks: [
      text(describeProject(plan, catalog)),
      text(describeAnswer(plan)),
      { kind: 'figures', figures },
      ...starLine(figures),
      { kind: 'labels', items: costLabels(plan) },
      ...differenceBlocks(plan, base, differences, catalog),
      chart('cost-stack'),
      chart('cash-flow'),
      { kind: 'limits', items: topLimits(plan, 3) },
      small(`Plan ${plan.hash}.`),
    ],
  };
}

/** What a scenario changes in the one it is based on. */
function differenceBlocks(
  plan: Plan, base: string | null, differences: readonly Difference[], catalog: Catalog,
): readonly Block[] {
  if (base === null)
    return [text('It stands alone: no other scenario passes inputs on to it.')];
  if (differences.length === 0) return [text(`Its inputs are those of ${isolate(base)}.`)];
  const shown = differences.slice(0, mostDifferences);
  const print = printOfPlan(plan);
  const cell = (difference: Difference, value: Difference['a']): string =>
    (value === undefined ? 'none' : printValue(difference, value, catalog, print));
  const more = differences.length > shown.length ? [
    small(`And ${differences.length - shown.length} more inputs, listed on the Compare screen.`),
  ] : [];
  return [
    ...table({
      id: `differences-${plan.inputs.scenario.id}`,
      caption: `What differs from ${isolate(base)}`,
      columns: [
        { label: 'Input', unit: 'text', align: 'left' },
        { label: base, unit: null, align: 'right' },
        { label: 'Here', unit: null, align: 'right' },
      ],
      rows: shown.map(
        (d): TableRow => ({ level: 1, cells: [inputLabel(plan, d), cell(d, d.a), cell(d, d.b)] }),
      ),
    }),
    ...more,
  ];
}
