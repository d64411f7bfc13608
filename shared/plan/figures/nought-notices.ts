import type { Resolved } from '../../project/resolve.ts';
import type { Warning } from '../../units/limit.ts';
import { noughtBuildingWarnings } from '../money/nought-limits.ts';
import type { StageResults } from '../stages.ts';

const isFree = ({ values }: Resolved<'traffic'>): boolean =>
  values.inputUsdPerMtok === 0 && values.outputUsdPerMtok === 0
  && values.cachedUsdPerMtok === 0;

/**
 * Tokens that cost nothing although the class is not said to be free, and a building
 * without a price.
 */
export function noughtWarnings(stages: StageResults): readonly Warning[] {
  const { inputs, priced } = stages;
  return [...noughtBuildingWarnings(stages), ...inputs.traffic.flatMap((traffic): readonly Warning[] => {
    const { key, values } = traffic;
    const prices = priced.costs.prices.get(key);
    const kinds = [...(prices?.inputUsdPerMtok.value === 0 ? ['Input'] : []),
      ...(prices?.outputUsdPerMtok.value === 0 ? ['Output'] : [])];
    return kinds.length === 0 || isFree(traffic) ? [] : [{
      code: 'price-of-nought', where: `traffic.${key}`,
      text: `${kinds.join(' and ')} tokens of ${values.name} are sold for nothing: enter a `
        + 'price, or 0 for all three prices of a class that is free.',
    }];
  })];
}
