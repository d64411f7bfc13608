import { formatQuantity } from '../../units/format.ts';
import type { Warning } from '../../units/limit.ts';
import type { StageResults } from '../stages.ts';
import { pricesByTraffic } from './prices.ts';
import { salesByTraffic } from './sales.ts';

/**
 * Multiple of its prices at which a class earns what it costs: k with
 * k R - C = (k - 1) s R, where s of revenue is spent on selling.
 * @example breakEvenMultiple(80, 100, 0) // 1.25
 */
export const breakEvenMultiple = (revenueUsd: number, costUsd: number, selling: number): number =>
  (costUsd / revenueUsd - selling) / (1 - selling);

/**
 * Classes that earn less than the accelerator-hours in service for them cost, as the plan
 * may still pay for itself by the others.
 */
export function classWarnings(stages: StageResults): readonly Warning[] {
  if (stages.economics === null || stages.priced.unpricedTokens.length > 0) return [];
  const prices = new Map(pricesByTraffic(stages).map((price) => [price.key, price]));
  const isFree = (key: string): boolean => prices.get(key)?.blendedUsd === 0;
  const selling = stages.inputs.opex.values.salesShare;
  return salesByTraffic(stages).flatMap((sale): readonly Warning[] => {
    const { key, name, revenueUsd, costUsd, marginUsd } = sale;
    // A class that is free pays for itself by what it brings the others.
    if (marginUsd >= 0 || isFree(key)) return [];
    const needed = breakEvenMultiple(revenueUsd, costUsd, selling);
    const price = revenueUsd > 0 && selling < 1
      ? `sell it at ${Number(needed.toPrecision(2)).toLocaleString('en-US')} times the price, ` : '';
    return [{ code: 'class-loses-money', where: `traffic.${key}.listing`,
      text: `${name} loses money by itself: it earns ${formatQuantity(revenueUsd, 'USD')} and the `
        + `accelerator-hours in service for it cost ${formatQuantity(costUsd, 'USD')}. `
        + `To change that, ${price}serve it on cheaper or fewer racks, or give its racks to a `
        + 'class that earns more.' }];
  });
}
