import type { TaxParams } from './types.ts';

/** Where the basis goes: shares that add up to 1. */
export type DepreciationClass =
  'macrs_5' | 'macrs_15' | 'sl_5' | 'sl_15' | 'sl_20' | 'sl_39' | 'custom' | 'none';

/**
 * A yearly project with one price, one operating cost and one debt, as NREL SAM's Single
 * Owner model states it.
 */
export interface YearlyProject {
  readonly years: number;
  readonly annualOutput: number;
  /** Per unit in year 1, and yearly rise as a fraction. */
  readonly price: number;
  readonly priceEscalation: number;
  readonly operatingCost: number;
  readonly operatingEscalation: number;
  readonly installedCost: number;
  readonly constructionFinancing: number;
  readonly otherFinancing: number;
  readonly debt: YearlyDebt;
  readonly operatingReserveMonths: number;
  readonly reserveInterest: number;
  readonly tax: TaxParams;
  readonly depreciation: Readonly<Partial<Record<DepreciationClass, number>>>;
  readonly bonusShare: number;
  /** Production tax credit per unit of output, its years, escalation and rounding (0: none). */
  readonly credit: {
    readonly perUnit: number;
    readonly years: number;
    readonly escalation: number;
    readonly roundedTo: number;
  };
  /** Investment tax credit as a share of the basis, half of which leaves the basis. */
  readonly investmentCredit: number;
  /** Shares of each class on which the credit is taken; null takes it on the whole basis. */
  readonly creditedShares: Readonly<Partial<Record<DepreciationClass, number>>> | null;
  /** Residual as a share of the installed cost, received and taxed in the last year. */
  readonly salvageShare: number;
  readonly realDiscount: number;
  readonly inflation: number;
}

/** Sculpted to a cover ratio, or level payments on a share of all uses. */
export interface YearlyDebt {
  readonly kind: 'sculpted' | 'level';
  readonly dscr: number;
  readonly share: number;
  readonly tenorYears: number;
  readonly rate: number;
  readonly feeShare: number;
  readonly dsraMonths: number;
}

/**
 * Year 0 is the closing; all series have years + 1 entries. Costs are positive, taxes
 * negative when due.
 */
export interface YearlyResult {
  readonly figures: Readonly<Record<string, number | null>>;
  readonly series: Readonly<Record<string, readonly number[]>>;
}
