import type { ScenarioInputs } from '../../project/resolve.ts';
import type { Limit } from '../../units/limit.ts';

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
