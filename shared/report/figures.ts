import { explainAbsent } from '../plan/notices.ts';
import { restsOn } from '../plan/rests-on.ts';
import type { CostLayer, HeadlineKey, PlanCore } from '../plan/types.ts';
import type { Figure } from '../units/figure.ts';
import { printOf } from '../project/print.ts';
import { formatQuantity } from '../units/format.ts';
import { plainPrint, type Print } from '../units/print.ts';
import type { PrintedFigure } from './types.ts';

/** Names and one-line definitions of the headline figures, in the words of screen and paper alike. */
export const headlineNames: Readonly<
  Record<HeadlineKey, { readonly label: string; readonly definition: string }>
> = {
  accelerators: { label: 'Accelerators', definition: 'Accelerators in service, most at once.' },
  racks: { label: 'Racks', definition: 'Compute racks in service, most at once.' },
  itMw: { label: 'IT power', definition: 'Racks and network at full load.' },
  facilityMw: {
    label: 'Facility power',
    definition: 'Drawn from the utility at full load in the design hour.',
  },
  pueAnnual: { label: 'PUE, annual', definition: 'Facility energy over IT energy in a year.' },
  puePeak: { label: 'PUE, peak', definition: 'Facility power over IT power in the design hour.' },
  wueLPerKwh: { label: 'WUE', definition: 'Make-up water per kWh of IT energy.' },
  tokensPerSecondPeak: {
    label: 'Token rate, peak',
    definition: 'Input and output tokens per second everything in service can serve.',
  },
  tokensTotalM: {
    label: 'Tokens served',
    definition: 'Input and output tokens served over the horizon.',
  },
  tokPerSecPerMw: {
    label: 'Throughput per MW',
    definition: 'Tokens per second at full load for each MW drawn from the utility.',
  },
  joulesPerToken: { label: 'Energy per token', definition: 'Facility energy over tokens served.' },
  gCo2PerMTok: {
    label: 'Carbon per M tokens',
    definition: 'Emissions of the grid for a million tokens served.',
  },
  capexUsd: { label: 'Investment', definition: 'Everything bought within the horizon.' },
  opexUsd: { label: 'Operating cost', definition: 'All operating lines over the horizon.' },
  energyUsd: { label: 'Electricity', definition: 'Energy and demand charges over the horizon.' },
  revenueUsd: {
    label: 'Revenue',
    definition: 'Tokens sold at their price in each month, over the horizon.',
  },
  costPerMTokUsd: {
    label: 'Cost per M tokens',
    definition: 'Economic cost of a million tokens served, input and output alike.',
  },
  costPerMTokInputUsd: {
    label: 'Cost per M input tokens',
    definition: 'Share of the cost that the allocation rule gives to input tokens.',
  },
  costPerMTokOutputUsd: {
    label: 'Cost per M output tokens',
    definition: 'Share of the cost that the allocation rule gives to output tokens.',
  },
  lcotNominalUsd: {
    label: 'LCOT, nominal',
    definition: 'Discounted cost over discounted tokens, both at the nominal rate.',
  },
  lcotRealUsd: {
    label: 'LCOT, real',
    definition: 'Discounted cost over tokens discounted at the real rate.',
  },
  levelisedPriceUsd: {
    label: 'Levelised price',
    definition: 'Discounted revenue over discounted tokens: what a million tokens earns on average.',
  },
  npvUsd: { label: 'NPV', definition: 'Net cash flow after tax, discounted to the first month.' },
  mirr: {
    label: 'MIRR',
    definition: 'Yearly return with flows in between financed and reinvested at the stated rates.',
  },
  paybackMonths: {
    label: 'Payback',
    definition: 'Month from which the running sum of cash stays positive.',
  },
  discountedPaybackMonths: { label: 'Discounted payback', definition: 'The same with discounted cash.' },
  roi: { label: 'ROI', definition: 'Gain over cost, undiscounted.' },
  revenueMultiple: {
    label: 'Revenue multiple',
    definition: 'Revenue over investment: what vendors often call ROI.',
  },
  moic: { label: 'MOIC', definition: 'Cash out over cash in.' },
  dscrMin: { label: 'DSCR, least', definition: 'Least cash flow over debt service in any month.' },
};

/** The headline figures as Results groups them. */
export const headlineGroups: readonly {
  readonly title: string;
  readonly keys: readonly HeadlineKey[];
}[] = [
  {
    title: 'Unit cost and price',
    keys: [
      'costPerMTokUsd',
      'costPerMTokInputUsd',
      'costPerMTokOutputUsd',
      'lcotNominalUsd',
      'lcotRealUsd',
      'levelisedPriceUsd',
    ],
  },
  {
    title: 'Return',
    keys: [
      'npvUsd',
      'mirr',
      'paybackMonths',
      'discountedPaybackMonths',
      'roi',
      'revenueMultiple',
      'moic',
      'dscrMin',
    ],
  },
  { title: 'Money over the horizon', keys: ['capexUsd', 'opexUsd', 'energyUsd', 'revenueUsd'] },
  {
    title: 'Tokens',
    keys: ['tokensTotalM', 'tokensPerSecondPeak', 'tokPerSecPerMw', 'joulesPerToken', 'gCo2PerMTok'],
  },
  {
    title: 'Plant',
    keys: ['accelerators', 'racks', 'itMw', 'facilityMw', 'pueAnnual', 'puePeak', 'wueLPerKwh'],
  },
];

/** A sentence of its own: capital first, full stop last. */
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** A figure as screen and paper print it. */
export function printFigure(
  key: string,
  label: string,
  figure: Figure | undefined,
  print: Print = plainPrint,
): PrintedFigure {
  if (figure === undefined)
    return { key, label, printed: '–', value: null, unit: 'text', why: 'Not computed by this plan.', assumed: false };
  const why = figure.absent === undefined ? '' : sentence(explainAbsent(figure.absent));
  return {
    key,
    label,
    printed: formatQuantity(figure.value, figure.unit, print),
    value: figure.value,
    unit: figure.unit,
    why,
    assumed: false,
  };
}

/** A headline figure by name, marked where it rests on an assumed input. */
export function printHeadline(plan: PlanCore, name: HeadlineKey): PrintedFigure {
  const key = `headline.${name}`;
  const printed = printFigure(key, headlineNames[name].label, plan.figures[key], printOf(plan.inputs.project.values));
  const assumed = printed.value !== null && restsOn(plan, key).inputs.some(({ evidence }) => evidence === 'assumed');
  return { ...printed, assumed };
}

/** Value of a headline figure, null when absent. */
export const headlineValue = (plan: PlanCore, name: HeadlineKey): number | null =>
  plan.figures[`headline.${name}`]?.value ?? null;

/**
 * A price per million tokens in a sentence or on an axis that names the unit: digits as everywhere, unit
 * left out.
 * @example printPrice(0.02137) // '$0.02137'
 */
export const printPrice = (usdPerMTok: number, print: Print = plainPrint): string =>
  formatQuantity(usdPerMTok, 'USD/Mtok', print).replace(/\/.*$/u, '');

/** Layers of capital carry the name of their class; operating lines have names of their own. */
const layerNames: Readonly<Record<string, string>> = {
  accelerator: 'Systems',
  network: 'Network',
  storage: 'Storage',
  installation: 'Integration',
  power: 'Power plant',
  cooling: 'Cooling plant',
  shell: 'Building',
  land: 'Land',
  contingency: 'Contingency',
};

/** What a layer of the unit cost is called. */
export function layerName({ label }: Pick<CostLayer, 'label'>): string {
  return layerNames[label] ?? `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
}
