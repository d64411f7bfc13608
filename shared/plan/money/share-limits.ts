import type { ScenarioInputs } from '../../project/resolve.ts';
import type { Limit } from '../../units/limit.ts';
import type { PricedPlan } from './costs.ts';

/**
 * Shares of a class's tokens that exclude one another and add up to more than all of them.
 * Given away, batch and off peak are three ways to sell, or not to sell, the same token.
 */
export function shareLimits({ traffic }: Pick<ScenarioInputs, 'traffic'>): readonly Limit[] {
  return traffic.flatMap(({ key, values }): readonly Limit[] => {
    const { freeShare, batchShare, offPeakShare } = values;
    const value = freeShare + batchShare + offPeakShare;
    if (value <= 1 + 1e-9) return [];
    const rest = Math.max(0, 1 - freeShare - offPeakShare);
    return [{
      code: 'shares-over-all', where: `traffic.${key}`, limit: 1, value, unit: 'fraction',
      broken: true,
      fix: [{ path: `traffic.${key}.batchShare`, value: rest }],
      nearestFix: `${values.name}: free, batch and off-peak shares exclude one another. `
        + `Set traffic.${key}.batchShare to ${Number((rest * 100).toPrecision(4))} %${
          freeShare + offPeakShare > 1 ? ', and lower the other two' : ''}.`,
    }];
  });
}

/**
 * Cached input that is dearer than input: nobody asks that, and more cache hits would earn
 * more.
 */
export function cachedPriceLimits(
  { traffic }: Pick<ScenarioInputs, 'traffic'>, { costs: { prices } }: Pick<PricedPlan, 'costs'>,
): readonly Limit[] {
  return traffic.flatMap(({ key, values }): readonly Limit[] => {
    const input = prices.get(key)?.inputUsdPerMtok.value ?? null;
    const cached = prices.get(key)?.cachedUsdPerMtok.value ?? null;
    if (input === null || cached === null || cached <= input * (1 + 1e-9)) return [];
    const where = `traffic.${key}.cachedUsdPerMtok`;
    return [{
      code: 'cached-above-input', where, limit: input, value: cached, unit: 'USD/Mtok',
      broken: true, fix: [{ path: where, value: input }],
      nearestFix: `${values.name}: cached input is dearer than input. Set ${where} to ${input} or less.`,
    }];
  });
}
