import type { PlanCore } from '../plan/types.ts';
import { describeAnswer, describeCost, describeProject, describeReturn } from './answer.ts';
import type { ReportContext } from './build.ts';
import { costLabels } from './cost-labels.ts';
import { identity } from './executive.ts';
import { headlineGroups, headlineNames, printHeadline } from './figures.ts';
import { printLimit, rankLimits, readerWarnings } from './limits.ts';
import { methodLines } from './method.ts';
import { groupTable, networkTable } from './serving.ts';
import { sensitivityTable } from './sensitivity.ts';
import { statementTables } from './statement.ts';
import { chartOf, type Block, type ChartId, type PlanView, type Section, type Table } from './types.ts';

/** A group of headline figures with their definitions. */
function headlineTable(plan: PlanCore, { title, keys }: (typeof headlineGroups)[number]): Table {
  return {
    id: `headline-${title.toLowerCase().replaceAll(' ', '-')}`,
    caption: title,
    columns: [
      { label: 'Figure', unit: 'text', align: 'left' },
      { label: 'Value', unit: null, align: 'right' },
      { label: 'Meaning', unit: 'text', align: 'left' },
    ],
    rows: keys.map((key) => {
      const { label, printed, why } = printHeadline(plan, key);
      return { level: 1, cells: [label, printed, why === '' ? headlineNames[key].definition : why] };
    }),
  };
}

const chart = (...charts: readonly ChartId[]): Block => ({
  kind: 'charts',
  charts: charts.map((id) => chartOf(id)),
});
const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
const table = (value: Table): Block => ({ kind: 'table', table: value });
const text = (value: string): Block => ({ kind: 'paragraph', tone: 'plain', text: value });

/** The frontier of a rack group and what happens at the chosen point. */
const servingOf = ({ key, values }: PlanView['inputs']['rackGroup'][number]): readonly Block[] => [
  heading(values.name),
  { kind: 'charts', charts: [chartOf('frontier', key)] },
  { kind: 'charts', charts: [chartOf('memory', key), chartOf('step-time', key)] },
];

const section = (id: string, title: string, blocks: readonly Block[]): Section => ({
  id,
  title,
  layout: 'flow',
  blocks,
});

/** The design and its numbers for somebody who must be able to defend them. */
export function technicalSections(plan: PlanView, context: ReportContext): readonly Section[] {
  return [
    section('results', 'Results', [
      text(describeProject(plan, context.catalog)),
      text(describeAnswer(plan)),
      { kind: 'labels', items: costLabels(plan) },
      ...headlineGroups.map((group) => table(headlineTable(plan, group))),
    ]),
    section('serving', 'Serving', [
      table(groupTable(plan)),
      ...plan.inputs.rackGroup.flatMap(servingOf),
    ]),
    section('facility', 'Facility and network', [
      chart('power'),
      chart('climate'),
      chart('energy'),
      table(networkTable(plan)),
    ]),
    section('life', 'Life of the deployment', [
      chart('tokens-and-margin'),
      chart('utilisation'),
      chart('price-and-cost'),
    ]),
    section('economics', 'Economics', [
      text(describeCost(plan)),
      chart('cost-stack'),
      chart('capex'),
      chart('cash-flow'),
      text(describeReturn(plan)),
      heading('Cash-flow statement'),
      ...statementTables(plan).map(table),
    ]),
    limitsSection(plan, context),
  ];
}

function limitsSection(plan: PlanView, { appVersion, sensitivities = [] }: ReportContext): Section {
  const limits = rankLimits(plan.limits, plan.limits.length).map(printLimit);
  const warnings = readerWarnings(plan).map((w) => ({ broken: false, text: w.text, fix: '' }));
  const changes = [
    heading('What would change the answer'),
    table(sensitivityTable(plan, sensitivities)),
  ];
  return section('limits', 'Limits and warnings', [
    { kind: 'limits', items: [...limits, ...warnings] },
    ...(sensitivities.length === 0 ? [] : changes),
    heading('Method'),
    { kind: 'list', items: methodLines },
    { kind: 'paragraph', tone: 'small', text: identity(plan, appVersion) },
  ]);
}
