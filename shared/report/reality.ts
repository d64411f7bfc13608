import type { Plan } from '../plan/types.ts';
import { reality } from '../reality/reality.ts';
import {
  formatMeasure, formatTokens, labelOf, measureTexts, mustBeTrue, verdictText,
} from '../reality/texts.ts';
import type { MeasureKind, RealityMeasure } from '../reality/types.ts';
import { formatQuantity } from '../units/format.ts';
import type { Print } from '../units/print.ts';
import { flow, heading, roundedNote, table, text } from './blocks.ts';
import { listPeriods, rollUp } from './periods.ts';
import {
  evidenceNames, type Block, type PlanView, type Section, type Table, type TableColumn,
} from './types.ts';
import { printOfPlan } from './print.ts';

const word = (label: string): TableColumn => ({ label, unit: 'text', align: 'left' });
const amount = (label: string): TableColumn => ({ label, unit: null, align: 'right' });

const isWhole = (plan: PlanView): plan is Plan => plan.stages !== undefined;

/** Measures of a plan; none where its stages are not there. */
export const measuresOf = (plan: PlanView): readonly RealityMeasure[] =>
  (isWhole(plan) ? reality(plan) : []);

/** A verdict as it stands in a table; a mark is a word as well as a sign. */
const judged = (measure: RealityMeasure): string =>
  `${verdictText(measure)}${measure.marked ? ' (!)' : ''}`;

const range = ({ low, high, unit }: RealityMeasure, print: Print): string =>
  (low === null || high === null ? '–' : low === high ? formatMeasure(low, unit, print)
    : `${formatMeasure(low, unit, print)} to ${formatMeasure(high, unit, print)}`);

/**
 * Each measure beside the range of its peers.
 * @param kinds those to print; all where left out
 */
export function realityTable(plan: PlanView, kinds?: readonly MeasureKind[]): Table {
  const print = printOfPlan(plan);
  const shown = measuresOf(plan)
    .filter(({ kind, traffic }) => kinds === undefined
      || (kinds.includes(kind) && traffic === null));
  return {
    ...(kinds === undefined ? { id: 'reality', caption: 'This plan and the range of others' }
      : { id: 'reality-leading', caption: 'This plan beside what others published' }),
    ...(shown.some(({ marked }) => marked)
      ? { note: 'Marked (!) where the plan comes out better than any of its peers by more than twice.' } : {}),
    columns: [word('Measure'), amount('This plan'), amount('Others'), word('This plan lies')],
    rows: shown.map((measure) => ({ level: 1, cells: [labelOf(measure),
      formatMeasure(measure.value, measure.unit, print), range(measure, print),
      judged(measure)] })),
  };
}

/** The measures of the first pages. */
export const leadingKinds: readonly MeasureKind[] = [
  'revenuePerMwYear', 'revenuePerAcceleratorHour', 'costPerAcceleratorHour', 'grossMargin',
  'irr', 'tokensPerDay',
];

/** An input as people name it, with the class it is of. */
export function nameOf(plan: PlanView, path: string): string {
  const label = plan.inputsInUse.find((input) => input.path === path)?.label ?? path;
  const traffic = plan.inputs.traffic.find(({ key }) => path.startsWith(`traffic.${key}.`));
  return traffic === undefined ? label : `${label} (${traffic.values.name})`;
}

/**
 * What would have to be true for the measures that are marked; what moves them stands
 * once for measures that the same inputs move.
 */
export function conditions(
  plan: PlanView, measures: readonly RealityMeasure[] = measuresOf(plan),
): readonly Block[] {
  const print = printOfPlan(plan);
  const marked = measures.flatMap((measure) => {
    const sentence = mustBeTrue(measure, print);
    const inputs = measure.responsible.map((path) => nameOf(plan, path)).join(', ');
    return sentence === '' ? [] : [{ sentence, inputs }];
  });
  return marked.length === 0 ? [] : [
    heading('What would have to be true'),
    { kind: 'list', items: marked.map(({ sentence, inputs }, at) =>
      (inputs === '' || marked[at + 1]?.inputs === inputs ? sentence
        : `${sentence} Moved most by: ${inputs}.`)) },
  ];
}

/** Every peer with its date and source. */
function peerTable(plan: PlanView): Table {
  const print = printOfPlan(plan);
  const seen = new Set<string>();
  const rows = measuresOf(plan).flatMap((measure) => measure.peers.flatMap((peer) => {
    const id = `${measure.kind} ${peer.name}`;
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ level: 1 as const, cells: [measureTexts[measure.kind].label, peer.name,
      formatMeasure(peer.value, measure.unit, print), peer.date ?? 'undated',
      `${peer.source} (${evidenceNames[peer.evidence]}${peer.note === '' ? '' : `; ${peer.note}`})`] }];
  }));
  return {
    id: 'peers', caption: 'What others published',
    columns: [word('Measure'), word('Peer'), amount('Value'), word('Date'), word('Source')],
    rows,
  };
}

const sales = [
  ['lifecycle.demandMtok', 'Asked for'], ['lifecycle.servedMtok', 'Sold'],
  ['lifecycle.unsoldMtok', 'Capacity unsold'], ['lifecycle.lostMtok', 'Refused: capacity'],
  ['lifecycle.aboveMarketMtok', 'Refused: market'],
  ['lifecycle.marketShare', 'Share of market'],
] as const;

/** Tokens asked for, sold, unsold and refused, year by year. */
export function salesTable(plan: PlanView): Table {
  const print = printOfPlan(plan);
  const years = listPeriods(plan, 'year').filter(({ to }) => to + plan.firstMonth > 1);
  return {
    id: 'sales', caption: 'Tokens asked for, sold and refused',
    note: `Demand that is stated as a share of capacity is never beyond it. ${roundedNote}`,
    columns: [word('Year'), ...sales.map(([, label]) => amount(label))],
    rows: years.map((year) => ({ level: 1, cells: [year.label, ...sales.map(([key]) => {
      const series = plan.series[key];
      const value = series === undefined ? null : rollUp(plan, series, year);
      if (value === null) return '–';
      return series?.unit === 'Mtok' ? formatTokens(value * 1e6, print)
        : formatQuantity(value, 'fraction', print);
    })] })),
  };
}

/** The plan beside others, and the demand it must find. */
export const realitySection = (plan: PlanView): Section =>
  flow('reality', 'Beside what others published', [
    text('Published figures of others, each with date and source, and where this plan lies among them.'),
    ...table(realityTable(plan)), ...conditions(plan), ...table(salesTable(plan)),
    ...table(peerTable(plan)),
  ]);
