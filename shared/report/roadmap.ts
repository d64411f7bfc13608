import { inFull, type Print } from '../units/print.ts';
import type { ReleaseValue, RoadmapResult, RoadmapValue } from '../search/release-value.ts';
import { formatQuantity } from '../units/format.ts';
import type { Unit } from '../units/unit.ts';
import { flow, table, text } from './blocks.ts';
import { printLadder } from './ladder.ts';
import type { PlanView, Section, Table, TableRow } from './types.ts';
import { printOfPlan } from './print.ts';

/** What each software release is worth on top of those before it. */
export function roadmapSection(plan: PlanView, roadmap: RoadmapValue | null): Section {
  if (roadmap === null || roadmap.releases.length === 0)
    return flow('roadmap', 'Software roadmap',
      [text('No software release is on the roadmap: the plan counts on no future gain.')]);
  const used = roadmap.releases.filter(({ inUse }) => inUse).length;
  return flow('roadmap', 'Software roadmap', [
    text(`${used} of ${roadmap.releases.length} releases are counted on by this plan. Each is valued on top of those before it, in order of month, whether it is counted on or not.`),
    ...table(roadmapTable(roadmap, inFull(printOfPlan(plan)))),
  ]);
}

const results: readonly (readonly [key: keyof RoadmapResult, label: string, unit: Unit])[] = [
  ['npvUsd', 'NPV', 'USD'], ['costPerMTokUsd', 'Cost per M tokens', 'USD/Mtok'],
  ['tokensTotalM', 'Tokens served', 'Mtok'],
];

interface Column {
  readonly without: string;
  readonly changes: readonly string[];
  readonly sum: string;
  readonly all: string;
}

/** One result down the roadmap, in digits that add up as printed where it is money. */
function columnOf(
  { without, all, releases }: RoadmapValue, key: keyof RoadmapResult, unit: Unit,
  print: Print,
): Column {
  const [from, to] = [without[key], all[key]];
  const changes = releases.map((release) => release[key]);
  const known = changes.flatMap((change) => (change === null ? [] : [change]));
  if (from === null || to === null || known.length < changes.length)
    return { without: formatQuantity(from, unit, print), changes: changes.map(() => '–'),
      sum: '–', all: formatQuantity(to, unit, print) };
  if (unit === 'Mtok') {
    // Whole millions of tokens: a difference of two printed levels.
    const levels = known
      .reduce<readonly number[]>((so, change) => [...so, (so.at(-1) ?? 0) + change], [from])
      .map(Math.round);
    const change = (value: number): string =>
      `${value > 0 ? '+' : ''}${formatQuantity(value, unit, print)}`;
    return {
      without: formatQuantity(levels[0] ?? 0, unit, print),
      changes: known.map((_, i) => change((levels[i + 1] ?? 0) - (levels[i] ?? 0))),
      sum: change((levels.at(-1) ?? 0) - (levels[0] ?? 0)),
      all: formatQuantity(levels.at(-1) ?? 0, unit, print),
    };
  }
  const ladder = printLadder({ unit, from, changes: known }, print);
  return { without: ladder.from, changes: ladder.changes, sum: ladder.sum, all: ladder.to };
}

function roadmapTable(roadmap: RoadmapValue, print: Print): Table {
  const columns = results.map(([key, , unit]) => columnOf(roadmap, key, unit, print));
  const line = (
    level: 0 | 1, name: string, month: string, use: string,
    cellOf: (column: Column) => string,
  ): TableRow =>
    ({ level, cells: [name, month, use, ...columns.map(cellOf)] });
  const release = ({ name, month, inUse, reaches }: ReleaseValue, at: number): TableRow =>
    line(1, reaches ? name : `${name} (reaches no rack group)`, String(month),
      inUse ? 'yes' : 'no', ({ changes }) => changes[at] ?? '–');
  return {
    id: 'roadmap', caption: 'Value of the releases in sequence',
    note:
      'Printed digits add up: the plan without any release and the values of all give the plan with all of them.',
    columns: [
      { label: 'Release', unit: 'text', align: 'left' },
      { label: 'Month', unit: 'text', align: 'right' },
      { label: 'Counted on', unit: 'text', align: 'left' },
      ...results.map(([, label]) => ({ label, unit: null, align: 'right' as const })),
    ],
    rows: [
      line(0, 'Without any release', '', '', ({ without }) => without),
      ...roadmap.releases.map(release),
      line(1, 'All of them', '', '', ({ sum }) => sum),
      line(0, 'With all releases', '', '', ({ all }) => all),
    ],
  };
}
