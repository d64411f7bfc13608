import { unreachable } from '../../units/result.ts';
import { yearsInto } from '../../lifecycle/month.ts';
import type { PricePath, TrafficSales } from './types.ts';

/**
 * Price in a month as a multiple of that of month 1, on two clocks: the path of the model
 * sold and the price of its capability. A replacement starts the model's clock anew at
 * its step over the price until then, its own factor, or the capability price.
 * @param month month number; before 1 the price of month 1 holds
 * @source two clocks: a capability gets 9x to 900x cheaper per year (Epoch AI), an open
 *   model far less
 * @example priceFactor({ ...path, clock: 'model', modelDeclinePerYear: 0.2 }, 13) // 0.8
 */
export function priceFactor(path: PricePath, month: number): number {
  const capability = (at: number): number =>
    (1 - path.capabilityDeclinePerYear) ** Math.max(0, yearsInto(at));
  let start = 1;
  let level = 1;
  const replacements = path.replacements.length > 1
    ? path.replacements.toSorted((a, b) => a.month - b.month)
    : path.replacements;
  for (const replacement of replacements) {
    if (replacement.month > month) break;
    const before = level * fallen(path, replacement.month - start);
    start = replacement.month;
    level = replacement.step === undefined ? replacement.priceFactor ?? capability(start)
      : before * replacement.step;
  }
  const model = level * fallen(path, month - start);
  return Math.max(path.floorFactor,
    path.clock === 'model' ? model : onClock(path.clock, model, capability(month)));
}

/** What the model’s own decline leaves of its price after some months. */
const fallen = ({ modelDeclinePerYear }: PricePath, months: number): number =>
  (1 - modelDeclinePerYear) ** Math.max(0, months / 12);

function onClock(clock: PricePath['clock'], model: number, capability: number): number {
  switch (clock) {
    case 'model': return model;
    case 'capability': return capability;
    case 'lower': return Math.min(model, capability);
    default: return unreachable(clock, 'onClock');
  }
}

/**
 * Share of the list price an average served token earns: free and failed tokens earn
 * nothing, batch, off-peak and tier shares earn their multiple, independently of one
 * another.
 * @example earnedShare({ ...sales, freeShare: 0.5, batchShare: 0.5, batchDiscount: 0.5 }) // 0.375
 */
export function earnedShare(sales: TrafficSales): number {
  const paid = (1 - sales.freeShare) * (1 - sales.failedShare);
  const rebates = (1 - sales.batchShare * sales.batchDiscount)
    * (1 - sales.offPeakShare * sales.offPeakDiscount);
  const tiers = 1
    + sales.tiers.reduce((sum, tier) => sum + tier.share * (tier.priceFactor - 1), 0);
  return paid * rebates * tiers;
}

/**
 * Price of an average token of a request: (ISL ((1-h) P_in + h P_cache) + OSL P_out) /
 * (ISL + OSL).
 * @param hitShare h, share of input tokens found in the cache, 0..1; prices in USD per
 *   million tokens
 * @example blendedPrice(3, 1, 0, { input: 1, cached: 0, output: 5 }) // 2
 */
export function blendedPrice(
  isl: number, osl: number, hitShare: number,
  price: { readonly input: number; readonly cached: number; readonly output: number },
): number {
  return (isl * ((1 - hitShare) * price.input + hitShare * price.cached) + osl * price.output)
    / (isl + osl);
}
