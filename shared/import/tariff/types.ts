/** A step of a price: what is used up to a bound costs so much. */
export interface TariffTier {
  /** Upper bound of the tier; null for the last, which has none. */
  readonly max: number | null;
  /** USD per unit, adjustments added. */
  readonly rateUsd: number;
  /** Paid for what is fed in, USD per unit; null where nothing is stated. */
  readonly sellUsd: number | null;
}

/** Prices by period: which period holds is said by month and hour. */
export interface TariffSchedule {
  /** Period of each hour of working days, January 0:00 first: 12 months of 24 hours. */
  readonly weekday: readonly (readonly number[])[];
  readonly weekend: readonly (readonly number[])[];
  readonly periods: readonly (readonly TariffTier[])[];
  /** Unit of the bounds of tiers, as the file states it. */
  readonly unit: string;
}

/** An electricity tariff as the utility rate database states it. */
export interface Tariff {
  readonly id: string | null;
  readonly name: string;
  readonly utility: string | null;
  readonly sector: string | null;
  /** First and last day it holds, ISO; null where open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly energy: TariffSchedule | null;
  /** Charges for the highest load of each period of the day, per kW and month. */
  readonly demand: TariffSchedule | null;
  /** Charges for the highest load of a month, whatever the hour. */
  readonly flatDemand: {
    readonly months: readonly number[];
    readonly periods: readonly (readonly TariffTier[])[];
    readonly unit: string;
  } | null;
  /** Charge for the load while the utility's own is highest. */
  readonly coincident: TariffSchedule | null;
  readonly fixed: {
    readonly usd: number | null;
    readonly per: 'month' | 'day' | 'year' | null;
    readonly minimumMonthUsd: number | null;
    readonly minimumYearUsd: number | null;
  };
  readonly demandRules: {
    /** Minutes over which load is averaged; null where nothing is stated. */
    readonly windowMinutes: number | null;
    /** Share of the highest load of months before that is charged at least, by month. */
    readonly ratchet: readonly number[] | null;
    readonly lookbackMonths: number | null;
    readonly lookbackShare: number | null;
    readonly reactiveUsdPerKvar: number | null;
  };
  /** Bounds of the customers it is for, kW. */
  readonly minimumKw: number | null;
  readonly maximumKw: number | null;
  readonly source: string | null;
}
