import { servingGroups } from '../../economics/statement/rental.ts';
import { lineOf } from '../../economics/statement/statement.ts';
import type { StageResults } from '../stages.ts';

/** What one traffic class earns, and what is left after its share of the economic cost. */
export interface TrafficSale {
  readonly key: string;
  readonly name: string;
  readonly revenueUsd: number;
  readonly costUsd: number;
  readonly marginUsd: number;
}

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/**
 * Revenue and margin by traffic class. Groups serve one class each, so a class carries
 * economic cost by the accelerator-hours in service for it; the margins add up to revenue
 * less economic cost.
 */
export function salesByTraffic(
  { economics, inputs, lifecycle }: StageResults,
): readonly TrafficSale[] {
  if (economics === null) return [];
  const hours = (key: string): number =>
    servingGroups(lifecycle).filter((g) => g.trafficKey === key)
    .reduce((total, g) => total + sum(g.reservedAcceleratorHours), 0);
  const all = lifecycle.groups
    .reduce((total, g) => total + sum(g.reservedAcceleratorHours), 0);
  const served = inputs.traffic.filter(({ key }) => hours(key) > 0);
  return served.map(({ key, values }) => {
    const revenueUsd = ['input', 'cached', 'output']
      .reduce((total, part) =>
        total + sum(lineOf(economics.statement, `revenue.${key}.${part}`).values), 0);
    const costUsd = (economics.unitCost.economicCostUsd * hours(key)) / all;
    return { key, name: values.name, revenueUsd, costUsd, marginUsd: revenueUsd - costUsd };
  });
}
