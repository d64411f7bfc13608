import type { ScenarioInputs } from '../../project/resolve.ts';
import type { PlanCosts } from './economics-params.ts';

/**
 * Share of construction cost that is power and cooling: Cushman & Wakefield 2025
 * breakdown; the rest is the building.
 */
const powerAndCoolingShare = 0.53;

/**
 * What construction costs: the building by the survey, power and cooling by their parts or
 * by the survey as well. The surcharge of an AI hall is the survey's; parts are what they
 * are.
 * @example constructionOf(inputs, { criticalMw: 1, liquidCooled: false, plantUsd: 5e6 }).plantUsd // 5000000
 */
export function constructionOf(
  { capex }: Pick<ScenarioInputs, 'capex'>,
  { criticalMw, liquidCooled, plantUsd }: Pick<PlanCosts,
    'criticalMw' | 'liquidCooled' | 'plantUsd'>,
): { readonly plantUsd: number; readonly buildingUsd: number } {
  const { facilityUsdPerMw, aiPremium } = capex.values;
  const surveyUsd = criticalMw * facilityUsdPerMw * (1 + (liquidCooled ? aiPremium : 0));
  return { plantUsd: plantUsd ?? surveyUsd * powerAndCoolingShare,
    buildingUsd: surveyUsd * (1 - powerAndCoolingShare) };
}
