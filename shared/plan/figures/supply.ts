import type { StageResults } from '../stages.ts';
import type { FigureFamily } from './declare.ts';

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/** MWh over the plan by who delivers them, and what is lost or not drawn. */
function deliveredMwh({ lifecycle: { total } }: StageResults): ReadonlyMap<string, number> {
  const { onSite, gridKwh } = total;
  if (onSite === null) return new Map();
  const series: readonly (readonly [name: string, kwh: Float64Array])[] = [
    ['grid', gridKwh],
    ...[...onSite.generatedKwh].map(([key, kwh]) => [`generator-${key}`, kwh] as const),
    ['battery', onSite.batteryKwh], ['battery-loss', onSite.batteryLossKwh],
    ['shed', onSite.shedKwh],
  ];
  return new Map(series.map(([name, kwh]) => [name, sum(kwh) / 1000]));
}

/** Where the energy comes from, while the connection is not all there is. */
export const supplyFigures: readonly FigureFamily[] = [{
  pattern: 'supply.energyMwh.*',
  text: { label: 'Energy by supply', unit: 'MWh',
    definition: 'Delivered over the plan by the grid, each generator and the battery; lost in the battery; and not drawn in hours of curtailment.',
    formula: 'facility.dispatch' },
  members: (stages) => [...deliveredMwh(stages).keys()],
  value: (stages, name) => deliveredMwh(stages).get(name) ?? Number.NaN,
}];
