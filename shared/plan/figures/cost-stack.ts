import type { StageResults } from '../stages.ts';
import type { CostBasis, CostLayer } from '../types.ts';

/** The cost of a million tokens by line, largest first; empty when there is no unit cost. */
export function costStack({ economics }: StageResults): readonly CostLayer[] {
  const total = economics?.unitCost.costPerMtokUsd.value ?? null;
  if (economics === null || total === null || economics.unitCost.economicCostUsd === 0)
    return [];
  const perUsd = total / economics.unitCost.economicCostUsd;
  return economics.unitCost.stack.filter((layer) => layer.usd !== 0)
    .toSorted((a, b) => b.usd - a.usd).map((layer) => ({
      key: layer.key, label: layer.label, usdPerMTok: layer.usd * perUsd,
      fixedUsdPerMTok: layer.fixedUsd * perUsd,
      figureKey: `layer.${layer.key}`,
    }));
}

/** The five labels of the headline unit cost. */
export function costBasisOf({ economics, inputs, lifecycle }: StageResults): CostBasis {
  const basis = economics?.unitCost.basis;
  return {
    tokens: basis?.tokens ?? 'total',
    allocation: basis?.allocation ?? inputs.finance.values.allocation,
    utilisation: basis?.utilisation ?? 'usage',
    tier: basis?.tier ?? inputs.finance.values.ownership,
    priceYear: String(basis?.priceYear ?? lifecycle.start.year),
  };
}
