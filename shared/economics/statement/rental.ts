import { newMonths } from '../../units/months.ts';
import { entryOf } from '../../units/entry.ts';
import { yearsInto } from '../../lifecycle/month.ts';
import { termAt } from '../../lifecycle/rental.ts';
import type { GroupMonths, LifecycleResult } from '../../lifecycle/types.ts';
import { addAt } from './capital.ts';
import { align, type Timeline } from './timeline.ts';
import type { HourPrice, RentalContract, RentalSales } from './types.ts';

/** What the hours of a rented group earn through one channel, USD by month. */
export interface ChannelRevenue {
  readonly groupKey: string;
  /** Key of the contract, or the channel without one. */
  readonly key: string;
  readonly channel: 'contract' | 'onDemand' | 'spot';
  readonly hours: Float64Array;
  readonly revenue: Float64Array;
  /** The same hours at the price of the first month. */
  readonly flat: Float64Array;
}

export interface RentalSeries {
  readonly channels: readonly ChannelRevenue[];
  /** Paid ahead at the start of a term, and what of revenue that settles. */
  readonly paidAhead: Float64Array;
  readonly settled: Float64Array;
  /** Paid ahead and not yet used up: a liability. */
  readonly held: Float64Array;
}

/**
 * Price of a contract's hour in a month: that of the term, which stays while it runs; a
 * renewal is signed at what the price has fallen to by then.
 * @example contractPrice({ usdPerHour: 3, startMonth: 1, termMonths: 12, renewalDecline: 0.2 }, 13) // 2.4
 */
export function contractPrice(
  contract: Pick<RentalContract, 'usdPerHour' | 'startMonth' | 'termMonths' | 'renewalDecline'>,
  month: number,
): number {
  const term = termAt(contract, month);
  return term === null ? contract.usdPerHour : contract.usdPerHour
    * (1 - contract.renewalDecline) ** ((term * contract.termMonths) / 12);
}

/**
 * Hours rented out at their prices. Revenue of a month = hours * price; of a contract's, the
 * share paid ahead is settled from what was paid in the first month of its term, which is
 * that share of what the months of the term within the plan are expected to earn: nothing is
 * held after the last month.
 */
export function earnRentals(lifecycle: LifecycleResult, rentals: readonly RentalSales[],
  timeline: Timeline): RentalSeries {
  const paidAhead = newMonths(timeline.length);
  const settled = newMonths(timeline.length);
  const channels = lifecycle.groups.flatMap((group): readonly ChannelRevenue[] => {
    const { rented } = group;
    const offer = rentals.find(({ groupKey }) => groupKey === group.key);
    if (rented === undefined || offer === undefined) return [];
    return [
      ...offer.contracts.map((contract, n) => {
        const earned = earnChannel(timeline, group.key, contract.key, 'contract',
          entryOf(rented.contracts, n),
          { first: contract.usdPerHour, at: (month) => contractPrice(contract, month) });
        payAhead(contract, earned.revenue, timeline, paidAhead, settled);
        return earned;
      }),
      ...(['onDemand', 'spot'] as const).map((channel) =>
        earnChannel(timeline, group.key, channel, channel, rented[channel],
          fallingPrice(offer[channel]))),
    ];
  });
  return { channels, paidAhead, settled, held: runningDifference(paidAhead, settled) };
}

/** What an hour costs in a month, and what it did at first. */
interface PriceOfHour {
  readonly first: number;
  readonly at: (month: number) => number;
}

const fallingPrice = ({ usdPerHour, declinePerYear }: HourPrice): PriceOfHour => ({
  first: usdPerHour,
  at: (month) => usdPerHour * (1 - declinePerYear) ** Math.max(0, yearsInto(month)),
});

function earnChannel(
  timeline: Timeline, groupKey: string, key: string, channel: ChannelRevenue['channel'],
  sold: Float64Array, price: PriceOfHour,
): ChannelRevenue {
  const hours = align(timeline, sold);
  return {
    groupKey, key, channel, hours, flat: hours.map((amount) => amount * price.first),
    revenue: hours.map((amount, at) =>
      (amount === 0 ? 0 : amount * price.at(timeline.firstMonth + at))),
  };
}

/** Each term's share paid ahead: in at its first month that earns, used up as it is earned. */
function payAhead(contract: RentalContract, revenue: Float64Array, timeline: Timeline,
  paidAhead: Float64Array, settled: Float64Array): void {
  if (contract.prepayShare === 0) return;
  let [term, paidIn]: [number | null, number] = [null, 0];
  for (const [at, usd] of revenue.entries()) {
    if (usd === 0) continue;
    const now = termAt(contract, timeline.firstMonth + at);
    if (now !== term) [term, paidIn] = [now, at];
    addAt(paidAhead, paidIn, usd * contract.prepayShare);
    addAt(settled, at, usd * contract.prepayShare);
  }
}

function runningDifference(into: Float64Array, out: Float64Array): Float64Array {
  let balance = 0;
  return into.map((paid, at) => {
    balance += paid - entryOf(out, at);
    return balance;
  });
}

/** Whether anything is rented out: plans without it have none of its lines. */
export const isRentedOut = ({ groups }: LifecycleResult): boolean =>
  groups.some(({ rented }) => rented !== undefined);

/** Groups that serve tokens. */
export const servingGroups = ({ groups }: LifecycleResult): readonly GroupMonths[] =>
  groups.filter(({ rented }) => rented === undefined);
