import { builtInCatalog } from '../catalog/catalog.ts';
import type { Catalog } from '../catalog/types.ts';
import { acceleratorFigure } from './quote.ts';
import { earningYears, hoursPerYear } from './revenue.ts';

/** What may go otherwise than a headline multiple supposes. */
export interface RiskAssumptions {
  readonly headline: number;
  readonly investmentUsd: number;
  readonly years: number;
  /** Times cheaper per year; 1 for a flat price. */
  readonly priceFall: number;
  readonly utilisation: number;
  readonly accelerators: number;
  readonly kwPerAccelerator: number;
  readonly usdPerKwh: number;
}

export interface RiskStep {
  readonly key: 'headline' | 'priceFall' | 'utilisation' | 'energy' | 'investment';
  readonly label: string;
  /** What the step adds to the multiple: negative where it takes away. */
  readonly change: number;
  readonly multiple: number;
}

/**
 * The assumptions of the $5M card: prices that halve each year lie within the published
 * range and are no forecast; use is the planner's default, power the catalogue's,
 * electricity that of its default site.
 * @returns null where the catalogue lacks the power or the price
 */
export function defaultRisk(catalog: Catalog = builtInCatalog): RiskAssumptions | null {
  const kw = acceleratorFigure(catalog, 'gb200', 'allInPowerKw');
  const electricity = catalog.sites['ashburn']?.industrialUsdPerKwh;
  if (kw === null || electricity === undefined) return null;
  return {
    headline: 15, investmentUsd: 5e6, years: 3, priceFall: 2, utilisation: 0.6,
    accelerators: 72, kwPerAccelerator: kw.value, usdPerKwh: electricity.value,
  };
}

/**
 * From a headline revenue multiple to what is left of it: falling prices, unsold hours,
 * energy, and the investment itself. Each step applies to what the steps before it left;
 * the changes add up to the last multiple. The headline is read as a flat-price total at
 * full use over the horizon. All steps are derived.
 * @returns steps in order, the first being the headline; the last is profit before other
 *   costs and tax over investment
 * @example riskAdjusted({ ...assumptions, priceFall: 3, utilisation: 1 })[1]?.multiple // 4.6
 */
export function riskAdjusted(risk: RiskAssumptions): readonly RiskStep[] {
  const { headline, investmentUsd, years, priceFall, utilisation, accelerators,
    kwPerAccelerator,
    usdPerKwh } = risk;
  const priced = headline * (earningYears(years, priceFall) / years);
  const sold = priced * utilisation;
  const energyUsd = accelerators * kwPerAccelerator * hoursPerYear * years * usdPerKwh;
  const levels = [
    ['headline', 'Headline', headline], ['priceFall', 'Token price falls', priced],
    ['utilisation', 'Hours not sold', sold],
    ['energy', 'Electricity', sold - energyUsd / investmentUsd],
    ['investment', 'The investment itself', sold - energyUsd / investmentUsd - 1],
  ] as const;
  return levels.map(([key, label, multiple], i) =>
    ({ key, label, multiple, change: multiple - (levels[i - 1]?.[2] ?? 0) }));
}
