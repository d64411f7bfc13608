import type { Resolved } from '../../project/resolve.ts';
import type { Limit, Warning } from '../../units/limit.ts';
import type { StageResults } from '../stages.ts';

/**
 * Shares of a class's tokens that exclude one another and add up to more than all of them.
 * Given away, batch and off peak are three ways to sell, or not to sell, the same token.
 */
export function shareLimits({ inputs }: Pick<StageResults, 'inputs'>): readonly Limit[] {
  return inputs.traffic.flatMap(({ key, values }): readonly Limit[] => {
    const { freeShare, batchShare, offPeakShare } = values;
    const value = freeShare + batchShare + offPeakShare;
    if (value <= 1 + 1e-9) return [];
    const rest = Math.max(0, 1 - freeShare - offPeakShare);
    return [{
      code: 'shares-over-all', where: `traffic.${key}`, limit: 1, value, unit: 'fraction',
      broken: true,
      nearestFix: `${values.name}: free, batch and off-peak shares exclude one another. `
        + `Set traffic.${key}.batchShare to ${Number((rest * 100).toPrecision(4))} %${
          freeShare + offPeakShare > 1 ? ', and lower the other two' : ''}.`,
    }];
  });
}

const isFree = ({ values }: Resolved<'traffic'>): boolean =>
  values.inputUsdPerMtok === 0 && values.outputUsdPerMtok === 0
  && values.cachedUsdPerMtok === 0;

/** Tokens that cost nothing although the class is not said to be free. */
export function noughtWarnings({ inputs, priced }: StageResults): readonly Warning[] {
  return inputs.traffic.flatMap((traffic): readonly Warning[] => {
    const { key, values } = traffic;
    const prices = priced.costs.prices.get(key);
    const kinds = [...(prices?.inputUsdPerMtok.value === 0 ? ['Input'] : []),
      ...(prices?.outputUsdPerMtok.value === 0 ? ['Output'] : [])];
    return kinds.length === 0 || isFree(traffic) ? [] : [{
      code: 'price-of-nought', where: `traffic.${key}`,
      text: `${kinds.join(' and ')} tokens of ${values.name} are sold for nothing: enter a `
        + 'price, or 0 for all three prices of a class that is free.',
    }];
  });
}

/**
 * Tokens a day that public disclosures add up to: Google 3,200 T a month (2026-05), China
 * 140 T a day (2026-03), OpenAI's interface 15 G a minute (2026-03).
 */
export const worldTokensPerDay = 3.2e15 / 30.4 + 140e12 + 15e9 * 1440;

/** Demand that is stated above everything the world is known to ask for. */
export function worldWarnings({ inputs }: StageResults): readonly Warning[] {
  if (inputs.demand.values.mode !== 'tokens') return [];
  const asked = inputs.traffic.reduce((sum, { values }) =>
    sum + (values.tokensPerDay ?? inputs.demand.values.tokensPerDay), 0);
  return asked <= worldTokensPerDay ? [] : [{
    code: 'demand-above-world', where: 'demand.tokensPerDay',
    text: `The classes ask for ${(asked / 1e12).toFixed(0)} T tokens a day together; all that `
      + `is publicly known to be served adds up to ${(worldTokensPerDay / 1e12).toFixed(0)} T `
      + '(Google 2026-05, China and OpenAI 2026-03). Enter the demand you can name.',
  }];
}
