import type { Demand } from './demand.ts';

export interface Newsvendor {
  /** (price - cost) / (price - salvage): the share of demands that are to be met. */
  readonly criticalRatio: number;
  readonly quantity: number;
  readonly expectedProfit: number;
}

/**
 * Capacity to build before demand is known: the quantity not exceeded with the critical
 * ratio. Its expected profit is (price - salvage) times the sum of the quantiles below
 * it.
 * Source: Silver, Pyke and Peterson, Inventory Management (1998), ch. 10; Porteus,
 * Foundations of Stochastic Inventory Theory (2002).
 * @param price earned by a unit that is asked for
 * @param cost of a unit, between salvage and price
 * @param salvage earned by a unit nobody asks for
 * @throws RangeError where price, cost and salvage are not in this order
 * @example newsvendor(10, 6, 1, uniformDemand(0, 9)).quantity // 4
 */
export function newsvendor(
  price: number, cost: number, salvage: number, demand: Demand,
): Newsvendor {
  if (!(price > salvage && cost <= price && cost >= salvage)
    || !Number.isFinite(price - salvage))
    throw new RangeError('cost must lie between salvage and price, and these must differ');
  const criticalRatio = (price - cost) / (price - salvage);
  const expectedProfit = (price - salvage) * demand.lowerSum(criticalRatio);
  return { criticalRatio, quantity: demand.quantile(criticalRatio), expectedProfit };
}
