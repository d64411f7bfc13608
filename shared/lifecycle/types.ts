import type { PoweredMonths } from './energised.ts';
import type { Phase } from './phase.ts';
import type { SupplyParams } from './supply-types.ts';
import type { RentalTerms, RentedMonths } from './rental.ts';

/**
 * Inputs and results of the months. Every input says unit, sensible range and default
 * with its source; 'assumed' marks a planning value nobody published. Month numbers count
 * from 1, the first month of the plan; months up to 0 lie before it and only carry
 * orders, payments and construction.
 */

/**
 * Calendar month in which month 1 falls; `month` 1 (January) to 12. Default 2027-01, a
 * design choice.
 */
export interface CalendarMonth {
  readonly year: number;
  readonly month: number;
}

/**
 * Dates of one rack group, as month numbers. Order -24..360, default serviceMonth - 7;
 * delivery between order and service, default serviceMonth - 1; service 1..360, default
 * 1. All design choices.
 */
export interface GroupPhases {
  readonly orderMonth: number;
  readonly deliveryMonth: number;
  readonly serviceMonth: number;
  /**
   * Months until the group is loaded like the others, 0..60, default 3 (assumed); 0 is
   * full load at once.
   */
  readonly rampMonths: number;
  /**
   * Last month in service, serviceMonth..360; null keeps the group to the end of the
   * horizon.
   */
  readonly retireAfterMonth: number | null;
}

/**
 * A part of a group that is scaled on its own, such as the prefill or the decode
 * accelerators.
 */
export interface ReplicaPool {
  /** Share of the group's accelerators, 0..1; the pools of a group add up to 1. */
  readonly share: number;
  /** Load at which one more replica is switched on, 0.05..1; default 0.8 (assumed). */
  readonly targetLoad: number;
  /** Share of the pool that always runs, 0..1; default 0.05 (assumed). */
  readonly minimumShare: number;
}

/**
 * `fixed`: all replicas run while the group is in service and idle at part load (the default).
 * `scaled`: replicas follow demand hour by hour, one pool for aggregated serving, two for
 * prefill and decode.
 */
export type ReplicaScaling =
  | { readonly mode: 'fixed' }
  | { readonly mode: 'scaled'; readonly pools: readonly ReplicaPool[] };

/** Racks of one system at one serving point. Powers and speeds are those of the whole group. */
export interface GroupParams {
  readonly key: string;
  readonly trafficKey: string;
  readonly accelerators: number;
  readonly phases: GroupPhases;
  /**
   * Output tok/s of the group at its serving point with everything up, > 0; from the
   * inference stage.
   */
  readonly outputTokPerSec: number;
  /**
   * Most a software release may multiply the speed by before the roofline, >= 1; from the
   * inference stage.
   */
  readonly maxSoftwareMultiplier: number;
  /**
   * Most the time to first token may grow over the serving point's within the service
   * level, >= 1; from the inference stage. A release that would exceed it is not taken.
   */
  readonly maxTtftMultiplier: number;
  /** Share of accelerator time spent on input tokens, 0..1; from the inference stage. */
  readonly prefillShare: number;
  /**
   * Share of time an accelerator in service can serve, 0.5..1; from failures, repairs and
   * planned downtime.
   */
  readonly availability: number;
  /**
   * IT power at full load, serving nothing, and switched off, kW; full >= idle >= sleep
   * >= 0.
   */
  readonly fullKw: number;
  readonly idleKw: number;
  readonly sleepKw: number;
  /** Power while racks stand and do not serve yet; idle power when left out. */
  readonly commissioningKw?: number;
  readonly scaling: ReplicaScaling;
  /**
   * Share of capacity left idle that is filled with batch work, 0..1; default 0, a design
   * choice.
   */
  readonly batchFillShare: number;
  /**
   * Share of capacity that finds customers where demand is stated as a share of it, 0..1:
   * what cache hits free is capacity, and no demand. From the inference stage.
   */
  readonly foundShare: number;
  /**
   * Groups with a lower number take demand first; equal numbers share it. Default 0 for
   * all.
   */
  readonly dispatchOrder: number;
  /** Rented out by the hour: it serves no tokens, and its speed counts for nothing. */
  readonly rental?: RentalTerms;
}

/**
 * A short surge on top of the month's demand: `days` (0..30) at `multiplier` times plus
 * extra tokens.
 */
export interface DemandSpike {
  readonly month: number;
  readonly days: number;
  /** 0..1000, default 1. */
  readonly multiplier: number;
  /** Input and output tokens per day on top, >= 0, default 0; needs demand in tokens. */
  readonly extraTokensPerDay: number;
}

/**
 * How much is asked for in month 1. `utilisation`: share of the capacity in service that
 * is sold, 0.01..1, default 0.6 (assumed). `tokens`: input and output tokens per day.
 * `series`: an imported load curve, tokens per month from month 1; months beyond its end
 * repeat its last twelve (or its last, if shorter) with growth.
 */
export type DemandLevel =
  | { readonly mode: 'utilisation'; readonly utilisation: number }
  | { readonly mode: 'tokens'; readonly tokensPerDay: number }
  | { readonly mode: 'series'; readonly tokensPerMonth: readonly number[] };

/**
 * What everybody together asks for of a class, and how much of it one seller can have.
 * `tokensPerDay`: input and output in month 1, >= 0. `growthPerYear`: -0.99..100.
 * `shareMost`: 0..1.
 */
export interface MarketParams {
  readonly tokensPerDay: number;
  readonly growthPerYear: number;
  readonly shareMost: number;
}

/** One class of requests. */
export interface TrafficParams {
  readonly key: string;
  /** Mean input and output tokens of a request, >= 1. */
  readonly isl: number;
  readonly osl: number;
  /** Share of input tokens found in the prefix cache, 0..0.99; default 0, a design choice. */
  readonly cacheHitShare: number;
  readonly level: DemandLevel;
  /**
   * Yearly growth of demand, -0.99..100 per year; default 0. Demand as a share stops at
   * full use.
   */
  readonly growthPerYear: number;
  /**
   * Months in which demand rises from nothing, 0..60, default 0; beside the ramp of each
   * group.
   */
  readonly rampMonths: number;
  /** From a month on only a share of it stays, 0..1: the model is ended by its maker. */
  readonly ended?: { readonly month: number; readonly share: number };
  /** Twelve factors January to December with mean 1, or empty for none (the default). */
  readonly seasonality: readonly number[];
  /**
   * Load by hour of the day or week over its mean, any number of equally long parts, mean
   * 1. Use `shapeFromPeak`; default peak over average 1.226 (DeepSeek open-infra-index:
   * 278 peak to 226.75 average nodes).
   */
  readonly hourShape: readonly number[];
  readonly spikes: readonly DemandSpike[];
  /** Null, the default, sets no ceiling on what is sold. */
  readonly market: MarketParams | null;
}

/** A software release. Only releases `inUse` count; the base case has none. */
export interface ReleaseParams {
  readonly key: string;
  readonly inUse: boolean;
  /** First month with the gain, 1..360. */
  readonly month: number;
  /**
   * Keys of the groups in scope; see `matchesRelease` for scopes by model, accelerator,
   * speed and length.
   */
  readonly groups: readonly string[];
  /**
   * Tokens per second after over before, 0.1..30, and time to first token after over
   * before, 0.1..30.
   */
  readonly throughputMultiplier: number;
  readonly ttftMultiplier: number;
  /**
   * Only this phase gets faster; the group gains what its share of accelerator time
   * allows. Absent: both.
   */
  readonly phase?: 'prefill' | 'decode';
  /** Chance that the gain arrives, 0..1; the plan uses the expected gain. Default 1. */
  readonly probability: number;
  /** Hours the groups in scope do not serve in `month`, 0..720; default 0. */
  readonly downtimeHours: number;
  /**
   * true: multiplies what came before (the default). false: measured against the base,
   * the best one counts.
   */
  readonly compounds: boolean;
}

/** What the site adds to the racks. `monthOfYear` is 1 (January) to 12. */
export interface FacilityResponse {
  /**
   * Power at the meter for an IT load; must not fall as the load rises. Use
   * `facilityFromPue` for a constant.
   */
  readonly facilityKwAt: (itKw: number, monthOfYear: number) => number;
  /** The same in the hour of the month in which the weather asks for most. */
  readonly facilityKwPeakAt: (itKw: number, monthOfYear: number) => number;
  /** Make-up water for an IT load. */
  readonly waterM3PerHourAt: (itKw: number, monthOfYear: number) => number;
  /** Of the power at the meter: electrical losses, and lights and the like; the rest cools. */
  readonly lossKwAt: (itKw: number) => number;
  readonly otherKwAt: (itKw: number) => number;
  /** IT power of network, storage and management while any group is in service, kW. */
  readonly fixedItKw: number;
  /** Grid carbon in month 1, gCO2/kWh, 0..1500, and its yearly fall, -0.5..0.99, default 0. */
  readonly carbonGPerKwh: number;
  readonly carbonDeclinePerYear: number;
}

export interface LifecycleParams {
  /** Months the plan looks ahead, 1..360; default 60, a design choice. */
  readonly horizonMonths: number;
  readonly start: CalendarMonth;
  readonly groups: readonly GroupParams[];
  readonly traffic: readonly TrafficParams[];
  readonly releases: readonly ReleaseParams[];
  readonly facility: FacilityResponse;
  /** Where the power comes from; null, the default, has all of it from the start, firm. */
  readonly supply?: SupplyParams | null;
  /** First month with payments, -59..1; default the earliest order. Series start here. */
  readonly firstMonth?: number;
}

/** A release a group does not take: key, and the time to first token it would bring. */
export interface RefusedRelease {
  readonly key: string;
  /** Over that of the serving point. */
  readonly ttftLevel: number;
}

/** One value per month; index 0 is `firstMonth`. Tokens are in millions per month. */
export type Series = Float64Array;

export interface GroupMonths {
  readonly key: string;
  readonly trafficKey: string;
  readonly accelerators: number;
  readonly prefillShare: number;
  readonly phase: Uint8Array;
  readonly phaseNames: readonly Phase[];
  /** Expected software gain over the serving point, capped by the roofline. */
  readonly softwareLevel: Series;
  readonly ttftLevel: Series;
  /** Releases not taken, since with them the first token would break the service level. */
  readonly notTaken: readonly RefusedRelease[];
  /**
   * Tokens (input and output) the group could serve in the month, after failures and
   * downtime.
   */
  readonly capacityMtok: Series;
  /** Served over capacity, batch work included, 0..1. */
  readonly utilisation: Series;
  readonly inputMissMtok: Series;
  readonly inputHitMtok: Series;
  readonly outputMtok: Series;
  /** Of the tokens served: batch work in hours that would be idle. */
  readonly batchMtok: Series;
  /** Mean and peak IT power and the part drawn whatever the load, kW. */
  readonly itKw: Series;
  readonly itKwPeak: Series;
  readonly itKwIdle: Series;
  /** Hours of accelerators in service, and of those that run replicas. */
  readonly reservedAcceleratorHours: Series;
  readonly activeAcceleratorHours: Series;
  /** Hours sold of a group that is rented out; absent where it serves tokens. */
  readonly rented?: RentedMonths;
}

export interface TrafficMonths {
  readonly key: string;
  readonly demandMtok: Series;
  readonly servedMtok: Series;
  /** Asked for but beyond capacity in that hour. */
  readonly lostMtok: Series;
  /** Asked for but beyond what the market has for one seller. */
  readonly aboveMarketMtok: Series;
  /** The whole market; null where none is stated. */
  readonly marketMtok: Series | null;
}

/** What is delivered on the site, month by month. */
export interface OnSiteMonths {
  /** Energy of each generator by its key. */
  readonly generatedKwh: ReadonlyMap<string, Series>;
  readonly batteryKwh: Series;
  /** Lost in the battery; taken from the grid beside what is delivered. */
  readonly batteryLossKwh: Series;
  /** What racks would have drawn in hours of curtailment and did not. */
  readonly shedKwh: Series;
}

export interface LifecycleTotals {
  readonly inputMissMtok: Series;
  readonly inputHitMtok: Series;
  readonly outputMtok: Series;
  readonly totalMtok: Series;
  readonly capacityMtok: Series;
  readonly utilisation: Series;
  readonly accelerators: Series;
  readonly criticalKw: Series;
  readonly itKw: Series;
  readonly facilityKw: Series;
  readonly facilityKwPeak: Series;
  /** Of the facility's power: electrical losses, and lights and the like. */
  readonly lossKw: Series;
  readonly otherKw: Series;
  /** Share of the energy drawn whatever the load, 0..1. */
  readonly idleEnergyShare: Series;
  readonly energyKwh: Series;
  /** What the grid delivers, and the highest it is asked for. */
  readonly gridKwh: Series;
  readonly gridKwPeak: Series;
  /** What generators and the battery on the site deliver; null where there are none. */
  readonly onSite: OnSiteMonths | null;
  readonly waterM3: Series;
  readonly carbonKg: Series;
  readonly reservedAcceleratorHours: Series;
  readonly activeAcceleratorHours: Series;
}

export interface LifecycleResult {
  readonly firstMonth: number;
  readonly horizonMonths: number;
  readonly start: CalendarMonth;
  /** Length of every series: horizonMonths + 1 - firstMonth. */
  readonly length: number;
  readonly groups: readonly GroupMonths[];
  readonly traffic: readonly TrafficMonths[];
  /** Racks in service that have power; null where all have, all the time. */
  readonly powered: PoweredMonths | null;
  readonly total: LifecycleTotals;
}

/**
 * Why a set of months cannot be simulated. `where` is a group, traffic class or release
 * key.
 */
export type LifecycleProblem =
  | {
    readonly code: 'horizon'; readonly where: string; readonly value: number;
    readonly min: number;
    readonly max: number;
  }
  | { readonly code: 'phase-order'; readonly where: string; readonly earlier: string;
    readonly later: string }
  | { readonly code: 'range'; readonly where: string; readonly what: string;
    readonly value: number;
      readonly min: number; readonly max: number }
  | { readonly code: 'unknown-traffic'; readonly where: string; readonly trafficKey: string }
  | { readonly code: 'unknown-group'; readonly where: string; readonly groupKey: string }
  | { readonly code: 'duplicate-key'; readonly where: string };
