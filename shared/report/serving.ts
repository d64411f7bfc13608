import type { FrontierPoint } from '../inference/types.ts';
import { formatQuantity } from '../units/format.ts';
import { printFigure } from './figures.ts';
import type { PlanView, Table } from './types.ts';
import { printOfPlan } from './print.ts';

/**
 * Short name of a serving configuration.
 * @example configurationName(point) // 'aggregated TP8 EP8, 256 in flight'
 */
export function configurationName(point: FrontierPoint): string {
  const split =
    point.mode === 'disagg'
      ? `disaggregated ${point.prefillAccelerators ?? '?'}+${point.decodeAccelerators ?? '?'}`
      : 'aggregated';
  const widths = [
    `TP${point.tp}`,
    ...(point.attentionDp > 1 ? [`DP${point.attentionDp}`] : []),
    ...(point.ep > 1 ? [`EP${point.ep}`] : []),
  ];
  return `${split} ${widths.join(' ')}, ${formatQuantity(point.concurrency, 'count')} in flight`;
}

/** Where a prediction comes from and how far it may be off. */
export const originOf = ({ source, expectedErrorPct }: FrontierPoint): string =>
  `${source}, expected error ±${formatQuantity(expectedErrorPct / 100, 'fraction')}`;

const groupFigures: readonly (readonly [key: string, label: string])[] = [
  ['racks', 'Racks'],
  ['accelerators', 'Accelerators'],
  ['rackKw', 'Power of a rack'],
  ['tokPerSecPerUser', 'Speed per user'],
  ['outputTokPerSecPerAccelerator', 'Output per accelerator'],
  ['ttftMsHigh', 'Time to first token, upper end'],
];

/** Rack groups side by side: what they are, and the point they serve at. */
export function groupTable(plan: PlanView): Table {
  const groups = plan.inputs.rackGroup;
  const point = (key: string): FrontierPoint | null => {
    const chosen = plan.stages?.servings.find(({ record }) => record.key === key)?.chosen;
    return chosen?.ok === true ? chosen.value : null;
  };
  const line = (label: string, cellOf: (key: string) => string) => ({
    level: 1 as const,
    cells: [label, ...groups.map(({ key }) => cellOf(key))],
  });
  const served =
    (print: (point: FrontierPoint) => string) =>
    (key: string): string => {
      const chosen = point(key);
      return chosen === null ? '–' : print(chosen);
    };
  const print = printOfPlan(plan);
  return {
    id: 'groups',
    caption: 'Rack groups',
    columns: [
      { label: 'Quantity', unit: 'text', align: 'left' },
      ...groups.map(
        ({ values }) => ({ label: values.name, unit: null, align: 'right' as const }),
      ),
    ],
    rows: [
      ...groupFigures.map(([name, label]) =>
        line(label,
          (key) => printFigure('', '', plan.figures[`group.${key}.${name}`], print).printed),
      ),
      ...(plan.stages === undefined
        ? []
        : [
            line('Configuration', served(configurationName)),
            line('Origin', served(originOf)),
            line(
              'Nearest measurement',
              served(({ nearestMeasurement }) => nearestMeasurement ?? 'none'),
            ),
          ]),
    ],
  };
}

const networkFigures: readonly (readonly [key: string, label: string])[] = [
  ['network.leaf', 'Leaf switches'],
  ['network.spine', 'Spine switches'],
  ['network.core', 'Core switches'],
  ['network.cables', 'Cables'],
  ['network.opticsModules', 'Optical modules'],
  ['network.costUsd', 'Cost'],
  ['network.powerKw', 'Power'],
  ['network.bisectionShare', 'Rate kept across the middle'],
  ['network.switchHops', 'Switches on the longest path'],
  ['network.latencyNs', 'Latency on the longest path'],
];

/** The fabric in numbers. */
export const networkTable = (plan: PlanView): Table =>
  figureTable(plan, 'network', 'Scale-out network', networkFigures);

/** Figures of the plan line by line, each with the reason where it is absent. */
export function figureTable(
  plan: PlanView, id: string, caption: string,
  figures: readonly (readonly [key: string, label: string])[],
): Table {
  const print = printOfPlan(plan);
  return {
    id,
    caption,
    columns: [
      { label: 'Quantity', unit: 'text', align: 'left' },
      { label: 'Value', unit: null, align: 'right' },
      { label: 'Note', unit: 'text', align: 'left' },
    ],
    rows: figures.map(([key, label]) => {
      const { printed, why } = printFigure(key, label, plan.figures[key], print);
      return { level: 1, cells: [label, printed, why] };
    }),
  };
}
