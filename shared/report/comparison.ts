import type { Catalog } from '../catalog/types.ts';
import type { Bridge } from '../compare/bridge.ts';
import type { BridgeMetric } from '../compare/coalition.ts';
import type { Difference } from '../compare/diff.ts';
import { groupLabels, inputGroups, type InputGroup } from '../compare/groups.ts';
import type { HeadlineKey, Plan } from '../plan/types.ts';
import { printOf } from '../project/print.ts';
import { formatDigits, formatQuantity } from '../units/format.ts';
import type { Print } from '../units/print.ts';
import type { Unit } from '../units/unit.ts';
import { describeAnswer, describeProject } from './answer.ts';
import { chart, flow, small, starLine, table, text } from './blocks.ts';
import { costLabels } from './cost-labels.ts';
import { headlineNames, headlineValue, printHeadline, printPrice } from './figures.ts';
import type { ComparedScenario } from './gather.ts';
import { printValue } from './inputs.ts';
import { isolate } from './letters.ts';
import { printLadder } from './ladder.ts';
import { topLimits } from './limits.ts';
import { chooseSections, sectionTitles, type SectionId } from './sections.ts';
import type { Block, Section, Table, TableRow } from './types.ts';

/** Figures that stand side by side; those without a unit here carry it in the cell. */
const compared: readonly {
  readonly key: HeadlineKey; readonly unit: Unit | null;
  readonly print: (value: number, print: Print) => string
}[] = [
  { key: 'costPerMTokUsd', unit: null, print: printPrice },
  { key: 'levelisedPriceUsd', unit: null, print: printPrice },
  { key: 'npvUsd', unit: null, print: (usd, print) => formatQuantity(usd, 'USD', print) },
  { key: 'irr', unit: null, print: (rate, print) => formatQuantity(rate, 'fraction', print) },
  { key: 'mirr', unit: null, print: (rate, print) => formatQuantity(rate, 'fraction', print) },
  { key: 'paybackMonths', unit: 'month',
    print: (months, print) => formatDigits(months, 'month', print) },
  { key: 'capexUsd', unit: null, print: (usd, print) => formatQuantity(usd, 'USD', print) },
  { key: 'tokPerSecPerMw', unit: 'tok/s/MW',
    print: (rate, print) => formatDigits(rate, 'tok/s/MW', print) },
  { key: 'facilityMw', unit: 'MW', print: (mw, print) => formatDigits(mw, 'MW', print) },
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
  const rows = scenarios.map(({ name, plan }): TableRow => ({
    level: 1, cells: [name, ...compared.map((figure) => sideCell(plan, figure))],
  }));
  const plans = scenarios.flatMap(({ plan }) => (plan === null ? [] : [plan]));
  const labels =
    new Set(plans.map((plan) => costLabels(plan).map(({ value }) => value).join(', ')));
  return flow('side-by-side', sectionTitles['side-by-side'], [
    text(labels.size === 1
      ? `All costs of a million tokens are stated alike: ${[...labels].join('')}.`
      : 'The scenarios state their cost of a million tokens in different ways; the labels stand on the page of each.'),
    ...table({
      id: 'side-by-side', caption: '',
      columns: [
        { label: 'Scenario', unit: 'text', align: 'left' },
        ...compared.map(({ key, unit }) => ({
          label: headlineNames[key].label, unit, align: 'right' as const,
        })),
      ],
      rows,
    }),
  ]);
}

function sideCell(plan: Plan | null, { key, print }: (typeof compared)[number]): string {
  const value = plan === null ? null : headlineValue(plan, key);
  return plan === null || value === null ? '–'
    : print(value, printOf(plan.inputs.project.values));
}

const metricNames: Readonly<Record<BridgeMetric, string>> = {
  costPerMTokUsd: 'Cost of a million tokens', npvUsd: 'Net present value',
};

/** Both bridges from the first scenario to each of the others. */
function bridgesSection(scenarios: readonly ComparedScenario[]): Section {
  const [first, ...others] = scenarios;
  if (first === undefined || others.length === 0)
    return flow('bridges', sectionTitles.bridges,
      [text('There is one scenario, so there is nothing to bridge to.')]);
  const print = first.plan === null ? undefined : printOf(first.plan.inputs.project.values);
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
  const print = printOf(plan.inputs.project.values);
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
        { label: 'Where', unit: 'text', align: 'left' },
        { label: base, unit: null, align: 'right' },
        { label: 'Here', unit: null, align: 'right' },
      ],
      rows: shown.map(
        (d): TableRow => ({ level: 1, cells: [d.label, d.path, cell(d, d.a), cell(d, d.b)] }),
      ),
    }),
    ...more,
  ];
}
