import type { HeldTerm } from '../../lifecycle/rental.ts';
import type { LifecycleResult } from '../../lifecycle/types.ts';

/**
 * Inputs of the money. Every input says unit, sensible range and default with its source;
 * 'assumed' marks a planning value nobody published. Amounts are nominal US dollars,
 * rates are yearly fractions, month numbers are those of the lifecycle: flows of month m
 * stand at m/12 years, so month 0 is the valuation date t0.
 */

export type CapexClass =
  | 'accelerator' | 'network' | 'storage' | 'installation'
  | 'power' | 'cooling' | 'shell' | 'land' | 'contingency' | 'other';

/** Share of an amount paid in a month; the shares of an item add up to 1. */
export interface Draw {
  readonly month: number;
  readonly share: number;
}

/**
 * What an asset is worth when it leaves the plan. `fixed`: a share of cost whatever its
 * age (systems 0..1, default 0.05, assumed). `straight-line`: falls evenly over the life
 * to `finalShare` (facility life 1..50 years, default 20, assumed). `declining`: loses a
 * share of its value per year.
 */
export type Residual =
  | { readonly kind: 'fixed'; readonly share: number }
  | { readonly kind: 'straight-line'; readonly lifeYears: number; readonly finalShare: number }
  | { readonly kind: 'declining'; readonly lossPerYear: number };

/**
 * Tax depreciation. MACRS: recovery 3, 5, 7, 10, 15 or 20 years (servers 5: IRS
 * Publication 946). `custom`: shares of the basis per tax year. `bonusShare` 0..1 is
 * deducted in the year of service before the rest follows the method; see `bonusShareAt`
 * for the dated federal rule.
 */
export type TaxMethod =
  | {
    readonly method: 'macrs';
    readonly recoveryYears: number;
    readonly convention: 'half-year' | 'mid-quarter';
  }
  | { readonly method: 'straight-line'; readonly lifeYears: number }
  | { readonly method: 'declining'; readonly lifeYears: number; readonly factor: number }
  | { readonly method: 'custom'; readonly shares: readonly number[] }
  | { readonly method: 'none' };
export interface TaxDepreciation {
  readonly schedule: TaxMethod;
  readonly bonusShare: number;
}

/** Something bought. Land has `schedule: none` and a fixed residual of 1. */
export interface CapexItem {
  readonly key: string;
  readonly label: string;
  readonly class: CapexClass;
  /** Price paid, USD >= 0. */
  readonly amountUsd: number;
  /**
   * Payments; `spreadDraws` spreads evenly from order to delivery (construction: over the
   * building months).
   */
  readonly draws: readonly Draw[];
  /** First and last month in use; null ends with the horizon. */
  readonly serviceMonth: number;
  readonly retireAfterMonth: number | null;
  readonly residual: Residual;
  readonly depreciation: TaxDepreciation;
  /**
   * Years over which the accounts write it off, 1..50; default 5 for systems (filings: 4
   * to 6), 20 for the site.
   */
  readonly bookLifeYears?: number;
}

/**
 * What an operating line is paid on; the rate carries the unit:
 * kwh USD/kWh at the meter | kw-peak USD/kW-month of the month's peak | m3 USD/m3 | tco2
 * USD/t | mw-year USD per MW of critical IT in service and year | accelerator-year |
 * accelerator-hour, in service | capex-year share of the cost in use of `classes` per
 * year | revenue share | mtok USD per million tokens | month USD per month with anything
 * in service | kw-month USD per kW of critical IT and month.
 */
export type OpexBasis =
  | 'kwh' | 'kw-peak' | 'm3' | 'tco2' | 'mw-year' | 'accelerator-year'
    | 'accelerator-hour' | 'capex-year'
  | 'revenue' | 'mtok' | 'month' | 'kw-month';

/** How operating cost is grouped for the reader. */
export type OpexGroup =
  | 'energy' | 'water' | 'people' | 'maintenance' | 'software' | 'site' | 'selling'
    | 'rent' | 'other';

/** Whose bill it is: dropped when somebody else owns the building, or the systems too. */
export type OpexPayer = 'operator' | 'facility-owner' | 'system-owner';

/**
 * A recurring cost. Defaults by line (escalation 0.025/year assumed unless said):
 * electricity kwh: regional industrial average (official statistics), 0..2 USD/kWh |
 * demand charge kw-peak 0, since average retail prices contain it | water m3 1.5
 * (assumed) | staff mw-year 250,000 (assumed) | facility maintenance capex-year 0.03
 * (assumed) | system support and spares capex-year 0.03 (assumed) | insurance capex-year
 * 0.0035 (assumed) | property tax capex-year 0.01 (assumed) | software accelerator-year 0
 * | connectivity mw-year 10,000 (assumed) | selling or model licence, revenue 0.
 */
export interface OpexLine {
  readonly key: string;
  readonly label: string;
  readonly group: OpexGroup;
  readonly basis: OpexBasis;
  readonly rate: number;
  /** Yearly rise, -0.5..1, applied month by month. */
  readonly escalationPerYear: number;
  readonly payer: OpexPayer;
  /** For capex-year: which classes; empty for all. */
  readonly classes?: readonly CapexClass[];
  /**
   * For kw-peak: kW billed even when the peak is lower (contract capacity times minimum
   * take). Default 0.
   */
  readonly minimumKw?: number;
  /**
   * For kw-peak: share of the highest peak of the last `ratchetMonths` months billed at
   * least. Default 0.
   */
  readonly ratchet?: number;
  /** >= 1, the month itself included; default 12. */
  readonly ratchetMonths?: number;
  /**
   * What a schedule bills in each month of the plan before any rise, USD; it takes the
   * place of the quantity, and the rate is the multiple of it that is paid.
   */
  readonly billedUsd?: Float64Array;
}

/**
 * The model sold is replaced: at `step` times the price in force until then, else at
 * `priceFactor` times that of month 1, else at what the capability costs.
 */
export interface Replacement {
  readonly month: number;
  readonly priceFactor: number | null;
  readonly step?: number;
}

/**
 * Price over time as a multiple of month 1. The model sold falls by `modelDeclinePerYear`
 * (-1..0.99, default 0.2, assumed); the price of its capability falls by
 * `capabilityDeclinePerYear` (a16z: 10x per year, 0.9; Epoch AI: 9x to 900x). `clock`
 * picks which is charged. A replacement retires the model: its clock restarts at
 * `priceFactor` of month 1, or at the capability price of that month when null.
 */
export interface PricePath {
  readonly clock: 'model' | 'capability' | 'lower';
  readonly modelDeclinePerYear: number;
  readonly capabilityDeclinePerYear: number;
  readonly replacements: readonly Replacement[];
  /** Multiple of month 1 below which the price does not fall, 0..1; default 0. */
  readonly floorFactor: number;
}

/**
 * A share of the tokens sold at a multiple of the price, e.g. a premium tier. Rest at 1.
 * Default none.
 */
export interface PriceTier {
  readonly key: string;
  readonly share: number;
  readonly priceFactor: number;
}

/**
 * What the tokens of one traffic class are sold for. Prices in USD per million tokens of
 * month 1, >= 0.
 */
export interface TrafficSales {
  readonly trafficKey: string;
  readonly inputUsdPerMtok: number;
  readonly cachedUsdPerMtok: number;
  readonly outputUsdPerMtok: number;
  readonly path: PricePath;
  /**
   * Tokens given away, 0..0.99, default 0; generated for failed requests, 0..0.5, default
   * 0.005 (assumed).
   */
  readonly freeShare: number;
  readonly failedShare: number;
  /**
   * Of what is paid: sold at a rebate, shares 0..1, default 0; discounts 0..1, batch
   * default 0.5 (assumed).
   */
  readonly batchShare: number;
  readonly batchDiscount: number;
  readonly offPeakShare: number;
  readonly offPeakDiscount: number;
  readonly tiers: readonly PriceTier[];
}

/**
 * A share of a group's accelerators held for terms of months, paid for whether used or not.
 * What is held when is that of the months; what it costs: USD per accelerator-hour >= 0 of the
 * first term, its yearly fall until a renewal is signed, -1..0.99, and the share of a term
 * paid in its first month, 0..1.
 */
export interface RentalContract extends HeldTerm {
  readonly usdPerHour: number;
  readonly renewalDecline: number;
  readonly prepayShare: number;
}

/** Price of an hour in month 1, USD >= 0, and its yearly fall, -1..0.99. */
export interface HourPrice {
  readonly usdPerHour: number;
  readonly declinePerYear: number;
}

/** What the hours of a rented group are sold for; contracts in the order of its months. */
export interface RentalSales {
  readonly groupKey: string;
  readonly contracts: readonly RentalContract[];
  readonly onDemand: HourPrice;
  readonly spot: HourPrice;
}

/**
 * Who owns what. `own`: everything. `lease`: systems (accelerators, network, storage,
 * installation) are paid by a level lease over `termMonths` (1..360) at `ratePerYear` to
 * a residual share. `colo`: building, power and cooling are rented per kW of critical IT
 * (CBRE H2 2024: 184.06 USD/kW-month at 250-500 kW), with at least `takeOrPay` of
 * `reservedKw`. `rental`: accelerators in service rented by the hour, everything else
 * included; `prepayShare` of the term is paid when service starts (three years and 25 %
 * in the SemiAnalysis rental tier).
 */
export type Ownership =
  | { readonly mode: 'own' }
  | {
    readonly mode: 'lease'; readonly ratePerYear: number; readonly termMonths: number;
    readonly residualShare: number;
  }
  | { readonly mode: 'colo'; readonly usdPerKwMonth: number; readonly escalationPerYear: number;
      readonly reservedKw: number; readonly takeOrPay: number }
  | { readonly mode: 'rental'; readonly usdPerAcceleratorHour: number;
    readonly termMonths: number;
      readonly prepayShare: number; readonly escalationPerYear: number };

/**
 * Repayment of the debt; all interest is on the opening balance at ratePerYear / 12 per
 * month.
 */
export interface DebtParams {
  readonly kind: 'level' | 'constant-principal' | 'sculpted';
  /**
   * Share of every payment for assets that is borrowed, 0..1; for sculpted debt the most
   * it may be.
   */
  readonly share: number;
  /** 0..0.5 per year nominal, default 0.08 (assumed). */
  readonly ratePerYear: number;
  /** Months of repayment from the month of service, 1..360, default 48 (assumed). */
  readonly tenorMonths: number;
  /** Cash flow over debt service for sculpted debt, 1..5, default 1.3 (assumed). */
  readonly targetDscr: number;
  /** Fee on the amount borrowed, 0..0.1, default 0.01 (assumed). */
  readonly upfrontFeeShare: number;
  /** Months of debt service held in reserve, 0..24, default 0. */
  readonly dsraMonths: number;
  /** Interest before service: added to the loan (default) or paid by the owner. */
  readonly constructionInterest: 'capitalised' | 'paid';
}

export interface TaxParams {
  /**
   * Federal 0..0.6, default 0.21 (26 U.S.C. 11); state 0..0.2, default 0.05 (assumed),
   * deductible federally.
   */
  readonly federalRate: number;
  readonly stateRate: number;
  /** Losses used at once by the owner's other profit, or carried forward (default). */
  readonly lossRule: 'use' | 'carry';
  /**
   * Most of a year's profit a carried loss may offset, 0..1; 0.8 in 26 U.S.C. 172,
   * default 1.
   */
  readonly lossLimitShare: number;
}

export interface FinanceParams {
  /**
   * Nominal yearly discount rate, -0.5..1, default 0.1 (assumed); inflation -0.05..0.3,
   * default 0.025 (assumed).
   */
  readonly discountRate: number;
  readonly inflation: number;
  /** Rates of MIRR, per year; default both the discount rate. */
  readonly financeRate: number;
  readonly reinvestRate: number;
  readonly tax: TaxParams;
  readonly debt: DebtParams | null;
  /** Days until customers pay and suppliers are paid, 0..180, default 30 each (assumed). */
  readonly receivableDays: number;
  readonly payableDays: number;
  /**
   * Months of operating cost kept in reserve, 0..24, default 0; interest on reserves
   * 0..0.2, default 0.
   */
  readonly operatingReserveMonths: number;
  readonly reserveInterest: number;
}

/** How cost is divided between input and output tokens; default `resource`, a design choice. */
export const allocationRules = ['total', 'output', 'resource', 'price', 'inferencex'] as const;
export type AllocationRule = (typeof allocationRules)[number];

export interface EconomicsParams {
  readonly lifecycle: LifecycleResult;
  readonly capex: readonly CapexItem[];
  readonly opex: readonly OpexLine[];
  readonly sales: readonly TrafficSales[];
  /** Absent where nothing is rented out. */
  readonly rentals?: readonly RentalSales[];
  readonly ownership: Ownership;
  readonly finance: FinanceParams;
  readonly allocation: AllocationRule;
}

/** Why the money cannot be computed. `where` is an item, line or field. */
export type EconomicsProblem =
  | {
    readonly code: 'range'; readonly where: string; readonly value: number;
    readonly min: number;
    readonly max: number;
  }
  | { readonly code: 'draws'; readonly where: string; readonly sum: number }
  | {
    readonly code: 'draw-month'; readonly where: string; readonly month: number;
    readonly min: number;
    readonly max: number;
  }
  | { readonly code: 'phase-order'; readonly where: string; readonly earlier: string;
    readonly later: string }
  | { readonly code: 'rate-at-minus-one'; readonly where: string; readonly value: number }
  | { readonly code: 'not-priced'; readonly where: string }
  | { readonly code: 'duplicate-key'; readonly where: string };
