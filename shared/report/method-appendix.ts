import { formulas } from '../plan/figures/formulas.ts';
import { shippedRate } from '../catalog/exchange-rates.ts';
import { currencyName, printOf } from '../project/print.ts';
import { costLabels } from './cost-labels.ts';
import { identity } from './executive.ts';
import { flow, small, table, text } from './blocks.ts';
import { methodLines } from './method.ts';
import { sectionTitles } from './sections.ts';
import type { PlanView, Section, TableRow } from './types.ts';

/** Something the engine simplifies, and how far off that may be. */
export interface Approximation {
  readonly part: string;
  readonly what: string;
  readonly howFar: string;
}

const twoColumns = (first: string, second: string) => [
  { label: first, unit: 'text' as const, align: 'left' as const },
  { label: second, unit: 'text' as const, align: 'left' as const },
];

/** Formulas that say nothing by themselves: entered and cited values. */
const bare: ReadonlySet<string> = new Set(['input', 'catalog']);

/** The equation behind every figure of this plan, with its source. */
export function equationsSection(plan: PlanView): Section {
  const used = new Set([
    ...Object.values(plan.figures), ...Object.values(plan.series),
  ].map(({ formula }) => formula));
  const listed = formulas.filter(({ id }) => used.has(id) && !bare.has(id));
  return flow('equations', sectionTitles.equations, [
    { kind: 'list', items: methodLines },
    ...table({
      id: 'equations', caption: 'Equations of the figures in this plan',
      columns: [...twoColumns('Figure', 'Equation'),
        { label: 'Source', unit: 'text', align: 'left' }],
      rows: listed.map(({ label, expression, source }): TableRow => ({
        level: 1, cells: [label, expression, source],
      })),
    }),
    ...(listed.length === 0 ? [text('This plan names no equation.')] : []),
  ]);
}

/** How words and rules are meant wherever they stand in the report. */
const conventions: readonly (readonly [name: string, meaning: string])[] = [
  ['Cost of a million tokens',
    'Economic cost over tokens served: capital recovered at the discount rate over its life plus operating cost. It carries five labels: tokens counted, allocation, utilisation, ownership, year of prices.'],
  ['LCOT',
    'Levelised cost of tokens: discounted cost over discounted tokens. Nominal discounts both at the nominal rate; real discounts tokens at the rate without inflation.'],
  ['Levelised price',
    'Discounted revenue over discounted tokens; comparable with LCOT, not with the cost of a single month.'],
  ['NPV',
    'Monthly flows after tax, discounted to the start of the analysis at the yearly rate stated.'],
  ['IRR',
    'Every rate above −100 % at which the value is zero is stated. Where the flow changes sign more than once there may be several, or none; then none is called the return, and MIRR stands beside it.'],
  ['ROI and revenue multiple',
    'ROI is what the owner gains, undiscounted, over what the owner had to put in: the deepest the running sum of the flow falls below zero. It is MOIC less 1. Revenue over investment is called revenue multiple, also where vendors call it ROI.'],
  ['Fixed cost',
    'Cost that is there whatever is served: capital, staff, maintenance, rent and idle energy; the rest follows the tokens.'],
  ['Evidence',
    'Measured: published measurement. Vendor: stated by the maker. Analyst: third-party estimate. Derived: computed from cited figures. Choice: decided or entered here. Assumed: planning value without a public source.'],
  ['Intervals',
    'Ranges are 5th to 95th percentiles unless a table says otherwise; percentiles of a sample interpolate linearly, as PERCENTILE.INC does. The range of a claim spans the corners of its stated inputs.'],
  ['Modelled throughput',
    'Where no measurement of the same system, model, precision and lengths exists, throughput is computed, with its expected error and the nearest measurement beside it.'],
  ['Time',
    'Months are counted from the first month of the analysis; construction lies before month 1. Years are runs of twelve months from month 1.'],
  ['Rounding',
    'Figures are printed to about four digits and held in full. Ladders (value of releases, bridges) are printed so that their digits add up.'],
];

/** The conventions, with those this plan chose. */
export function conventionsSection(plan: PlanView): Section {
  const { project, finance } = plan.inputs;
  const { usdPerUnit, currency } = project.values;
  const shipped = usdPerUnit === null ? shippedRate(currency) : null;
  const rateDate = shipped === null ? project.values.rateDate
    : `${shipped.date} (${shipped.source})`;
  const chosen: readonly (readonly [string, string])[] = [
    ['Labels of the cost here',
      costLabels(plan).map(({ name, value }) => `${name}: ${value}`).join('; ')],
    ['Discount rate here',
      `${(finance.values.discountRate * 100).toFixed(2)} % a year, nominal`],
    ['Currency',
      `Amounts are in ${currencyName(printOf(project.values))}${rateDate === '' ? '' : ` of ${rateDate}`}; they are kept in US dollars.`],
  ];
  return flow('conventions', sectionTitles.conventions, table({
    id: 'conventions', caption: '', columns: twoColumns('Convention', 'Meaning'),
    rows: [...chosen, ...conventions].map((cells): TableRow => ({ level: 1, cells })),
  }));
}

/** What is simplified, and by how much where that is known. */
export function approximationsSection(
  plan: PlanView, approximations: readonly Approximation[], appVersion: string,
): Section {
  return flow('approximations', sectionTitles.approximations, [
    ...(approximations.length === 0 ? [
      text('No list of approximations was given to this report.'),
    ] : []),
    ...table({
      id: 'approximations', caption: '',
      columns: [...twoColumns('Part', 'What is simplified'),
        { label: 'How far off', unit: 'text', align: 'left' }],
      rows: approximations.map(
        ({ part, what, howFar }): TableRow => ({ level: 1, cells: [part, what, howFar] }),
      ),
    }),
    small(identity(plan, appVersion)),
  ]);
}
