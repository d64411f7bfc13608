import type { Catalog } from '../catalog/types.ts';
import { listCards } from '../claims/cards.ts';
import { evaluateCard } from '../claims/evaluate.ts';
import { defaultRisk, riskAdjusted } from '../claims/risk.ts';
import type { CardResult, ClaimCard, Verdict } from '../claims/types.ts';
import { formatQuantity } from '../units/format.ts';
import { flow, heading, table, text } from './blocks.ts';
import { printLadder } from './ladder.ts';
import type { Block, PlanView, Section, Table, TableRow } from './types.ts';

const verdictNames: Readonly<Record<Verdict, string>> = {
  reproduced: 'reproduced', consistent:
    'consistent', 'depends-on': 'depends on conditions', 'not-reproducible': 'not reproducible',
};

/**
 * What vendors claim about the plan's systems and models, how far each claim carries, and
 * what is left of a headline.
 */
export function claimsSection(plan: PlanView, catalog: Catalog): Section {
  const cards = listCards(catalog).flatMap((card) => {
    const result = evaluateCard(card);
    return result.ok ? [{ card, result: result.value, shared: sharedWith(plan, card) }] : [];
  });
  const near = cards.filter(({ shared }) => shared.length > 0);
  return flow('claims', 'Vendor claims', [
    text([
      'A claim counts as reproduced only where published inputs give the published output to its printed digits.',
      near.length === 0 ? 'None of them is about a system or model of this plan.'
        : `${near.length} of ${cards.length} are about a system or model of this plan; its figures come from its own inputs, never from a claim, except for the releases listed below.`,
    ].join(' ')),
    ...table(cardTable(cards)),
    ...near.flatMap(({ card }): readonly Block[] => [
      { kind: 'heading', level: 3, text: card.title },
      text(card.quotable),
      { kind: 'list',
        items: card.findings.map((finding) => (finding.source === undefined ? finding.text
          : `${finding.text} (${finding.source})`)) },
    ]),
    ...releaseBlocks(plan),
    ...riskBlocks(catalog),
  ]);
}

/** What a claim's conditions have in common with the plan: systems and models by id. */
function sharedWith({ inputs }: PlanView, { scenario }: ClaimCard): readonly string[] {
  const systems = inputs.rackGroup.map(({ values }) => values.system);
  const models = inputs.traffic.map(({ values }) => values.model);
  const [system, model] = [scenario['rackGroup.system'], scenario['traffic.model']];
  return [
    ...(systems.some((each) => each === system) ? ['system'] : []),
    ...(models.some((each) => each === model) ? ['model'] : []),
  ];
}

interface Entry {
  readonly card: ClaimCard;
  readonly result: CardResult;
  readonly shared: readonly string[];
}

function cardTable(entries: readonly Entry[]): Table {
  return {
    id: 'claims', caption: 'Claims and how far they carry',
    columns: [
      { label: 'Claim', unit: 'text', align: 'left' },
      { label: 'As published', unit: 'text', align: 'right' },
      { label: 'Computed', unit: 'text', align: 'right' },
      { label: 'Verdict', unit: 'text', align: 'left' },
      { label: 'Not published', unit: 'text', align: 'left' },
      { label: 'As in this plan', unit: 'text', align: 'left' },
    ],
    rows: entries.map(({ card, result, shared }): TableRow => ({
      level: 1,
      cells: [
        card.title, card.published.text, printValue(result), verdictNames[card.verdict],
        listMissing(result),
        shared.join(', ') || 'nothing',
      ],
    })),
  };
}

/** Missing inputs named in a cell; the claims screen lists all. */
const mostNamed = 4;

function listMissing({ missing, unstated }: CardResult): string {
  const all = [...missing.map(({ label }) => label), ...unstated];
  const more = all.length > mostNamed ? [`and ${all.length - mostNamed} more`] : [];
  return all.length === 0 ? 'nothing needed' : [...all.slice(0, mostNamed), ...more].join('; ');
}

function printValue({ value, unit, interval }: CardResult): string {
  if (value === null) return '–';
  const range = interval === null || interval.low === interval.high ? ''
    : ` (${formatQuantity(interval.low, unit)} to ${formatQuantity(interval.high, unit)})`;
  return `${formatQuantity(value, unit)}${range}`;
}

/** Releases the plan counts on, each with who says so. */
function releaseBlocks({ inputs }: PlanView): readonly Block[] {
  const used = inputs.release.filter(({ values }) => values.inUse);
  if (used.length === 0) return [];
  return [
    heading('Gains this plan counts on'),
    ...table({
      id: 'counted-on', caption: '',
      columns: [
        { label: 'Release', unit: 'text', align: 'left' },
        { label: 'Month', unit: 'text', align: 'right' },
        { label: 'Evidence', unit: 'text', align: 'left' },
        { label: 'Source', unit: 'text', align: 'left' },
      ],
      rows: used.map(({ values }): TableRow => ({ level: 1, cells: [
        values.name, String(values.month), values.evidence, values.source || 'none stated',
      ] })),
    }),
  ];
}

/**
 * What falling prices, unsold hours, energy and the investment leave of the best-known
 * headline.
 */
function riskBlocks(catalog: Catalog): readonly Block[] {
  const risk = defaultRisk(catalog);
  if (risk === null) return [];
  const steps = riskAdjusted(risk);
  const ladder =
    printLadder({ unit: 'ratio', from: 0, changes: steps.map(({ change }) => change) });
  return [
    heading('What is left of a 15x headline'),
    text([
      `The headline is read as ${formatQuantity(risk.years, 'year')} at flat prices with every hour sold. Prices are taken to fall by a factor of ${formatQuantity(risk.priceFall, 'ratio')} a year,`,
      `${formatQuantity(risk.utilisation, 'fraction')} of hours to be sold, and electricity to cost ${formatQuantity(risk.usdPerKwh, 'USD/kWh')}.`,
    ].join(' ')),
    ...table({
      id: 'risk', caption: '',
      note: 'Each step applies to what those before it left; printed digits add up.',
      columns: [
        { label: 'Step', unit: 'text', align: 'left' },
        { label: 'Change', unit: 'ratio', align: 'right' },
        { label: 'What is left', unit: 'ratio', align: 'right' },
      ],
      rows: steps.map(({ label }, i): TableRow => ({
        level: i === steps.length - 1 ? 0 : 1,
        cells: [label, ladder.changes[i] ?? '–', ladder.levels[i] ?? '–'],
      })),
    }),
  ];
}
