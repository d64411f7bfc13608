import { explainAbsent } from '../plan/figures/notices.ts';
import { pathsInWords } from '../project/path-words.ts';
import { restsOn } from '../plan/figures/rests-on.ts';
import { figureTable } from '../plan/figures/all.ts';
import {
  headlineKeys, type CostLayer, type HeadlineKey, type PlanCore,
} from '../plan/types.ts';
import type { Figure } from '../units/figure.ts';
import { formatQuantity } from '../units/format.ts';
import { plainPrint, type Print } from '../units/print.ts';
import type { PrintedFigure } from './types.ts';
import { printOfPlan } from './print.ts';

/** Names and one-line definitions of the headline figures, as they are declared. */
export const headlineNames: Readonly<
  Record<HeadlineKey, { readonly label: string; readonly definition: string }>
> =
  Object.fromEntries(headlineKeys.map((key) => [key, figureTable[`headline.${key}`]])) as
    Record<HeadlineKey, (typeof figureTable)[`headline.${HeadlineKey}`]>;

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
      'costPerRequestUsd',
      'costPerAcceleratorHourUsd',
      'lcotNominalUsd',
      'lcotRealUsd',
      'levelisedPriceUsd',
    ],
  },
  {
    title: 'Return',
    keys: [
      'npvUsd',
      'irr',
      'mirr',
      'paybackMonths',
      'discountedPaybackMonths',
      'roi',
      'revenueMultiple',
      'moic',
      'dscrMin',
      'revenuePerMwYearUsd',
      'revenuePerAcceleratorHourUsd',
    ],
  },
  { title: 'Money over the horizon', keys: ['capexUsd', 'opexUsd', 'energyUsd', 'revenueUsd'] },
  {
    title: 'Tokens',
    keys: ['tokensTotalM', 'tokensPerSecondPeak', 'tokPerSecPerMw', 'joulesPerToken',
      'gCo2PerMTok'],
  },
  {
    title: 'Plant',
    keys: ['accelerators', 'racks', 'itMw', 'facilityMw', 'wattsPerAccelerator',
      'pueAnnual', 'puePeak', 'wueLPerKwh'],
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
    return { key, label, printed: '–', value: null, unit: 'text',
      why: 'Not computed by this plan.', assumed: false };
  const why = figure.absent === undefined ? '' : sentence(pathsInWords(explainAbsent(figure.absent)));
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
  const printed = printFigure(key, headlineNames[name].label, plan.figures[key],
    printOfPlan(plan));
  const assumed = printed.value !== null
    && restsOn(plan, key).inputs.some(({ evidence }) => evidence === 'assumed');
  return { ...printed, assumed };
}

/** Whether the plan has no money because it cannot be built as it stands. */
export const isUnbuildable = ({ figures }: PlanCore): boolean =>
  figures['headline.costPerMTokUsd']?.absent?.code === 'not-buildable';

/** Value of a headline figure, null when absent. */
export const headlineValue = (plan: PlanCore, name: HeadlineKey): number | null =>
  plan.figures[`headline.${name}`]?.value ?? null;

/**
 * A price per million tokens in a sentence or on an axis that names the unit: digits as
 * everywhere, unit left out.
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
  power: 'Power and cooling plant',
  cooling: 'Cooling plant',
  shell: 'Building',
  land: 'Land',
  contingency: 'Contingency',
};

/** What a layer of the unit cost is called. */
export function layerName({ label }: Pick<CostLayer, 'label'>): string {
  return layerNames[label] ?? `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
}
