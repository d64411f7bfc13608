import { capitalRecoveryFactor } from './annuity.ts';

/**
 * Levelised cost by the fixed-charge-rate method: (FCR * capital + fixed) / output + variable.
 * Output may be energy or tokens; the result is per unit of it.
 * @throws RangeError when nothing is made
 * @source NREL SAM, LCOE calculator (FCR method)
 * @example lcoeFcr(52e6, 650e3, 0, 0.0816, 105.7e6) // 0.0463
 */
export function lcoeFcr(capital: number, fixed: number, variable: number,
  fixedChargeRate: number,
  output: number): number {
  if (!(output > 0)) throw new RangeError('a levelised cost needs output');
  return (fixedChargeRate * capital + fixed) / output + variable;
}

/** Inputs of the fixed charge rate, all fractions; schedules are shares by year from year 1. */
export interface FixedChargeInputs {
  readonly inflation: number;
  /** Nominal rate of return on equity and interest on debt. */
  readonly equityReturn: number;
  readonly interestRate: number;
  readonly debtShare: number;
  readonly taxRate: number;
  readonly lifeYears: number;
  readonly depreciation: readonly number[];
  /**
   * Shares of the construction cost by year before service, latest first, and the
   * interest on it.
   */
  readonly construction: readonly number[];
  readonly constructionInterest: number;
}

export interface FixedCharge {
  readonly wacc: number;
  readonly crf: number;
  readonly projectFactor: number;
  readonly constructionFactor: number;
  readonly fixedChargeRate: number;
}

/**
 * Share of the capital cost to be recovered per year: capital recovery at the real WACC,
 * times the project finance factor (tax and depreciation), times the construction finance
 * factor (interest until service). FCR = CRF (1 - T PVDEP) / (1 - T) * sum F_j (1 + (1 -
 * T) ((1 + c)^(j + 1/2) - 1))
 * @source NREL SAM, LCOE calculator: capital recovery factor, project and construction
 *   financing factors
 * @example fixedCharge({ inflation: 0, equityReturn: 0.07, interestRate: 0, debtShare: 0, taxRate: 0, lifeYears: 25,
 *   depreciation: [], construction: [], constructionInterest: 0 }).fixedChargeRate // 0.0858: CRF(7 %, 25)
 */
export function fixedCharge(inputs: FixedChargeInputs): FixedCharge {
  const { inflation, taxRate, debtShare } = inputs;
  const nominal = (1 - debtShare) * inputs.equityReturn
    + debtShare * inputs.interestRate * (1 - taxRate);
  const wacc = (1 + nominal) / (1 + inflation) - 1;
  const crf = capitalRecoveryFactor(wacc, inputs.lifeYears);
  const worth = inputs.depreciation
    .reduce((sum, share, year) => sum + share / (1 + nominal) ** (year + 1), 0);
  const projectFactor = (1 - taxRate * worth) / (1 - taxRate);
  const constructionFactor = inputs.construction.length === 0 ? 1
    : inputs.construction.reduce((sum, share, year) =>
    sum + share * (1 + (1 - taxRate) * ((1 + inputs.constructionInterest) ** (year + 0.5) - 1)),
      0);
  return { wacc, crf, projectFactor, constructionFactor,
    fixedChargeRate: crf * projectFactor * constructionFactor };
}
