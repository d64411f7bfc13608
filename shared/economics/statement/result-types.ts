import type { Absent } from '../../units/figure.ts';
import type { RentalSeries } from './rental.ts';
import type { AllocationRule } from './types.ts';

/** A metric, or the reason why there is none. */
export type Metric =
  | { readonly value: number }
  | { readonly value: null; readonly absent: Absent };

/**
 * How the values of a statement line roll up: a flow is summed over a year, a balance is
 * that of its last month.
 */
export type LineKind = 'flow' | 'balance';
export type LineGroup =
  | 'revenue' | 'opex' | 'earnings' | 'investment' | 'working-capital' | 'tax' | 'debt'
    | 'project'
  | 'equity';

/**
 * A line of the cash-flow statement. Money in is positive, money out negative; `parent`
 * is the key of the line it adds up to. `values[i]` belongs to month `firstMonth + i`.
 */
export interface StatementLine {
  readonly key: string;
  readonly label: string;
  readonly group: LineGroup;
  readonly kind: LineKind;
  readonly parent: string | null;
  readonly values: Float64Array;
}
export interface Statement {
  readonly firstMonth: number;
  readonly lines: readonly StatementLine[];
}

/** A statement by plan year: year 1 is months 1 to 12, year 0 the months before, and so on. */
export interface AnnualStatement {
  readonly years: readonly number[];
  readonly lines: readonly StatementLine[];
}

/** Rates of return of a flow: all of them, how many there can be, and the NPV over the rate. */
export interface ReturnProfile {
  /** All real yearly effective rates above -1 at which NPV is 0, ascending. */
  readonly roots: readonly number[];
  /** Descartes: there are at most this many. */
  readonly signChanges: number;
  readonly profile: readonly { readonly rate: number; readonly npvUsd: number }[];
}

export interface FlowMetrics {
  readonly npvUsd: number;
  readonly irr: Metric;
  readonly returns: ReturnProfile;
  readonly mirr: Metric;
  /** Month of the plan from which the sum of flows stays at or above 0. */
  readonly paybackMonths: Metric;
  readonly discountedPaybackMonths: Metric;
  /** Sum of the flow over what the owner puts in, undiscounted: MOIC less 1. */
  readonly roi: Metric;
  /** What comes back of what the owner puts in: 1 + sum of the flow / deepest running sum. */
  readonly moic: Metric;
  readonly profitabilityIndex: Metric;
}

/** A cost divided between input and output tokens. */
export interface Allocation {
  readonly rule: AllocationRule;
  readonly inputUsdPerMtok: Metric;
  readonly outputUsdPerMtok: Metric;
  /**
   * Cost that the two prices recover over the cost there was, minus 1; 0 unless the rule
   * counts twice. Absent where the rule gives neither price.
   */
  readonly conservationError: Metric;
}

/** A part of the economic cost, and how much of it is there whatever the load. */
export interface CostPart {
  readonly key: string;
  readonly label: string;
  readonly usd: number;
  readonly fixedUsd: number;
}

/** The five labels every cost per million tokens carries. */
export interface CostBasis {
  readonly tokens: 'total' | 'input' | 'output';
  readonly allocation: AllocationRule;
  readonly utilisation: 'usage' | 'reservation';
  readonly tier: 'own' | 'lease' | 'colo' | 'rental';
  readonly priceYear: number;
}

export interface UnitCost {
  /** Economic cost over all served tokens; see README, "Cost per million tokens". */
  readonly costPerMtokUsd: Metric;
  readonly basis: CostBasis;
  readonly allocation: Allocation;
  readonly allocations: readonly Allocation[];
  /**
   * The same cost over the tokens capacity could have served; over usage it gives the
   * utilisation.
   */
  readonly reservationPerMtokUsd: Metric;
  readonly utilisation: Metric;
  /**
   * Economic cost by part (capital by class, energy by what it goes into, other operating
   * cost by line): adds up to `economicCostUsd`.
   */
  readonly stack: readonly CostPart[];
  readonly economicCostUsd: number;
  /** Cost that does not change with the load, and its share that unused capacity carries. */
  readonly fixedCostUsd: number;
  readonly strandedUsd: number;
  /** Economic cost per million tokens month by month; NaN where no token is served. */
  readonly monthlyPerMtokUsd: Float64Array;
  readonly lcotNominalUsd: Metric;
  readonly lcotRealUsd: Metric;
  /**
   * After tax and debt, as SAM reports LCOE: what the owner must be paid per million
   * tokens.
   */
  readonly lcotOwnerNominalUsd: Metric;
  readonly lcotOwnerRealUsd: Metric;
  readonly levelisedPriceUsd: Metric;
  readonly joulesPerToken: Metric;
  readonly tokensPerKwh: Metric;
  readonly gramsCo2PerMtok: Metric;
  readonly litresPerMtok: Metric;
}

export interface BreakEven {
  /**
   * Before tax and debt, at the discount rate. Tokens sold over those of the plan, in every
   * month alike, with load-driven cost moving.
   */
  readonly demandMultiple: Metric;
  /** Multiple of all prices at which NPV is 0. */
  readonly priceMultiple: Metric;
  /** Yearly fall of all prices from month 1 at which NPV is 0. */
  readonly declinePerYear: Metric;
}

/** Cover of debt service; absent where nothing is due. */
export interface DebtCover {
  /** EBITDA over scheduled service: the least month and the mean of months. */
  readonly dscrMin: Metric;
  readonly dscrAverage: Metric;
  /** Cash after tax over service, least of twelve months in a row. */
  readonly dscrYearMin: Metric;
  /** Present value of cash after tax over that of the service, over the loan's life. */
  readonly llcr: Metric;
}

export interface DebtResult extends DebtCover {
  readonly amountUsd: number;
  readonly equityUsd: number;
  /** Uses and sources of money until the last asset is in service; their difference is 0. */
  readonly usesUsd: number;
  readonly sourcesUsd: number;
  readonly interestDuringConstructionUsd: number;
  readonly feeUsd: number;
  /** Scheduled service that the EBITDA of its month does not pay. */
  readonly shortfallUsd: number;
  /** Balance after the last month: 0, what the tenor leaves being repaid in it. */
  readonly closingBalanceUsd: number;
  /** What the tenor leaves at the horizon, repaid from the last flow. */
  readonly balloonUsd: number;
  /** True when the share, not the cash flow, set the size of sculpted debt. */
  readonly limitedByShare: boolean;
}

export interface EconomicsTotals {
  readonly capexUsd: number;
  readonly capexByClass: Readonly<Record<string, number>>;
  readonly opexUsd: number;
  readonly energyUsd: number;
  readonly revenueUsd: number;
  readonly salvageUsd: number;
  readonly taxUsd: number;
  readonly unusedLossUsd: number;
  readonly tokensMtok: number;
  readonly inputMtok: number;
  readonly outputMtok: number;
  /** Revenue over investment: what vendors call "15x ROI". */
  readonly revenueMultiple: Metric;
}

export interface EconomicsResult {
  readonly statement: Statement;
  /** Hours rented out by channel; none where every group serves tokens. */
  readonly rentals: RentalSeries;
  readonly totals: EconomicsTotals;
  /**
   * The project before debt, after tax; and the owner's flow after debt and tax. Equal
   * without debt.
   */
  readonly project: FlowMetrics;
  readonly equity: FlowMetrics;
  readonly debt: DebtResult | null;
  readonly unitCost: UnitCost;
  readonly breakEven: BreakEven;
}
