import type { UnitCost } from './result-types.ts';

/** Cost per million tokens at a use of capacity, in its fixed and load-driven parts. */
export interface UsePoint {
  readonly utilisation: number;
  readonly usdPerMtok: number;
  readonly fixedUsdPerMtok: number;
  readonly variableUsdPerMtok: number;
}

/** Uses at which the curve is drawn: 5 to 100 %. */
export const curveUses: readonly number[] = Array.from({ length: 20 }, (_, k) => (k + 1) / 20);

/**
 * Unit cost over utilisation: (fixed + variable * u / u0) / (tokens * u / u0), u0 being
 * the use of the plan. What was fixed: capital, staff, maintenance, rent and idle energy;
 * what moves: energy above idle, and what is paid per token.
 * @returns empty when the plan serves no tokens
 * @example curveOf(unitCost)[0] // at 5 % use, close to twenty times the fixed cost at full use
 */
export function curveOf(
  unitCost: UnitCost, uses: readonly number[] = curveUses,
): readonly UsePoint[] {
  const { utilisation, costPerMtokUsd, economicCostUsd, fixedCostUsd } = unitCost;
  if (utilisation.value === null || costPerMtokUsd.value === null || costPerMtokUsd.value === 0)
    return [];
  const mtokAtFullUse = economicCostUsd / costPerMtokUsd.value / utilisation.value;
  const variableUsdPerMtok =
    (economicCostUsd - fixedCostUsd) / (mtokAtFullUse * utilisation.value);
  return uses.map((use) => {
    const fixedUsdPerMtok = fixedCostUsd / (mtokAtFullUse * use);
    return { utilisation: use, usdPerMtok: fixedUsdPerMtok + variableUsdPerMtok,
      fixedUsdPerMtok,
      variableUsdPerMtok };
  });
}
