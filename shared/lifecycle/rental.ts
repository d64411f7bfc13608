import { entryOf } from '../units/entry.ts';
import { newMonths } from '../units/months.ts';
import type { Series } from './types.ts';

/** How long a customer holds a share of a group's accelerators, used or not. */
export interface HeldTerm {
  readonly key: string;
  /** Share of the group's accelerators, 0..1. */
  readonly share: number;
  /** First month of the first term, >= 1. */
  readonly startMonth: number;
  /** Months of a term, >= 1. */
  readonly termMonths: number;
  /** Share of what a term ends with that is held for another one, 0..1. */
  readonly renewalShare: number;
  /** Share of customers that fail in a year, 0..0.99: what they held falls back. */
  readonly defaultPerYear: number;
  /** From this month on the customer holds nothing; null where it never fails at once. */
  readonly defaultMonth: number | null;
}

/** A rack group that is rented out by the accelerator-hour and serves no tokens. */
export interface RentalTerms {
  readonly contracts: readonly HeldTerm[];
  /** Share of the hours under no contract that is sold on demand, 0..1. */
  readonly onDemandShare: number;
  /** Share of what is left then that is sold at spot, 0..1. */
  readonly spotShare: number;
  /** IT load of an accelerator whose hour is sold, over that at full power, 0..1. */
  readonly soldLoad: number;
}

/** Hours of a rented group by month and channel; a contract's stand in its own order. */
export interface RentedMonths {
  /** Accelerator-hours that can be sold: in service, after failures and downtime. */
  readonly offered: Series;
  readonly contracts: readonly Series[];
  readonly onDemand: Series;
  readonly spot: Series;
}

/**
 * Which term of a contract runs in a month, from 0; null before its start.
 * @example termAt({ startMonth: 1, termMonths: 36 }, 37) // 1
 */
export const termAt = (
  { startMonth, termMonths }: Pick<HeldTerm, 'startMonth' | 'termMonths'>, month: number,
): number | null =>
  (month < startMonth ? null : Math.floor((month - startMonth) / termMonths));

/**
 * Share of a group a contract is expected to hold in a month: share * renewalShare^term *
 * (1 - defaultPerYear)^years since its start.
 * @example heldShare({ key: 'a', share: 0.5, startMonth: 1, termMonths: 12, renewalShare: 0.5,
 *   defaultPerYear: 0, defaultMonth: null }, 13) // 0.25
 */
export function heldShare(contract: HeldTerm, month: number): number {
  const term = termAt(contract, month);
  const { defaultMonth } = contract;
  if (term === null || defaultMonth !== null && month >= defaultMonth) return 0;
  const years = (month - contract.startMonth) / 12;
  return contract.share * contract.renewalShare ** term
    * (1 - contract.defaultPerYear) ** years;
}

/** Shares of a group's hours by channel in a month; together at most 1. */
export interface SoldShares {
  readonly contracts: readonly number[];
  readonly onDemand: number;
  readonly spot: number;
}

/**
 * What of a group's hours is sold: contracts first, of the rest a share on demand, of what
 * is left then a share at spot.
 * @param ramp share of demand without a contract that has come so far, 0..1
 * @example soldShares({ contracts: [], onDemandShare: 0.6, spotShare: 0.5, soldLoad: 1 }, 1, 1).spot // 0.2
 */
export function soldShares(terms: RentalTerms, month: number, ramp: number): SoldShares {
  const contracts = terms.contracts.map((contract) => heldShare(contract, month));
  const free = Math.max(0, 1 - contracts.reduce((sum, share) => sum + share, 0));
  const onDemand = free * terms.onDemandShare * ramp;
  return { contracts, onDemand, spot: (free - onDemand) * terms.spotShare * ramp };
}

/** All that is sold, 0..1. */
export const soldInAll = ({ contracts, onDemand, spot }: SoldShares): number =>
  Math.min(1, contracts.reduce((sum, share) => sum + share, onDemand + spot));

/** Empty months of a rented group. */
export const newRentedMonths = (terms: RentalTerms, length: number): RentedMonths => ({
  offered: newMonths(length), contracts: terms.contracts.map(() => newMonths(length)),
  onDemand: newMonths(length), spot: newMonths(length),
});

/** Writes a month: hours that can be sold, and of them those of each channel. */
export function writeRented(
  months: RentedMonths, shares: SoldShares, hours: number, at: number,
): void {
  months.offered[at] = hours;
  months.onDemand[at] = hours * shares.onDemand;
  months.spot[at] = hours * shares.spot;
  for (const [n, series] of months.contracts.entries())
    series[at] = hours * entryOf(shares.contracts, n);
}
