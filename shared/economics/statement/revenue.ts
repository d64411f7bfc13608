import { newMonths } from '../../units/months.ts';
import type { GroupMonths, LifecycleResult } from '../../lifecycle/types.ts';
import { addAt } from './capital.ts';
import { earnRentals, servingGroups, type RentalSeries } from './rental.ts';
import { earnedShare, priceFactor } from './prices.ts';
import type { Timeline } from './timeline.ts';
import type { RentalSales, TrafficSales } from './types.ts';

/**
 * What the tokens of a traffic class earn, by kind of token; `flat` is the sum at the
 * prices of month 1.
 */
export interface TrafficRevenue {
  readonly key: string;
  readonly input: Float64Array;
  readonly cached: Float64Array;
  readonly output: Float64Array;
}
export interface RevenueSeries {
  readonly traffic: readonly TrafficRevenue[];
  readonly rental: RentalSeries;
  readonly total: Float64Array;
  readonly flat: Float64Array;
  readonly inputUsd: number;
  readonly outputUsd: number;
}

/**
 * Revenue = tokens * list price * price path * share earned, for missed input, cached
 * input and output; tokens that fill idle capacity earn the batch price instead. Hours that
 * are rented out come on top.
 * @throws Error when a traffic class that is served has no prices
 */
export function earnRevenue(lifecycle: LifecycleResult, sales: readonly TrafficSales[],
  timeline: Timeline, rentals: readonly RentalSales[] = []): RevenueSeries {
  const { length } = timeline;
  const rental = earnRentals(lifecycle, rentals, timeline);
  const total = newMonths(length);
  const flat = newMonths(length);
  const sold: Sold = { miss: 0, hit: 0, output: 0 };
  let inputUsd = 0;
  let outputUsd = 0;
  const traffic = lifecycle.traffic.map(({ key }) => {
    const offer = sales.find((entry) => entry.trafficKey === key);
    const groups =
      servingGroups(lifecycle).filter((group) => group.trafficKey === key).map(tokensOf);
    const lines = { key, input: newMonths(length), cached: newMonths(length),
      output: newMonths(length) };
    if (offer === undefined) {
      if (groups.length > 0) throw new Error(`traffic class ${key} has no prices`);
      return lines;
    }
    const { path, inputUsdPerMtok, cachedUsdPerMtok, outputUsdPerMtok } = offer;
    const usual = earnedShare(offer);
    const filled = (1 - offer.failedShare) * (1 - offer.batchDiscount);
    for (let at = timeline.lead; at < length; at++) {
      const factor = priceFactor(path, timeline.firstMonth + at);
      earnedTokens(groups, usual, filled, at - timeline.lead, sold);
      const input = sold.miss * inputUsdPerMtok;
      const cached = sold.hit * cachedUsdPerMtok;
      const output = sold.output * outputUsdPerMtok;
      lines.input[at] = input * factor;
      lines.cached[at] = cached * factor;
      lines.output[at] = output * factor;
      const sum = input + cached + output;
      addAt(total, at, sum * factor);
      addAt(flat, at, sum);
      inputUsd += (input + cached) * factor;
      outputUsd += output * factor;
    }
    return lines;
  });
  addRentals(rental, total, flat);
  return { traffic, rental, total, flat, inputUsd, outputUsd };
}

/** Rented hours at their prices. */
function addRentals(
  { channels }: RentalSeries, total: Float64Array, flat: Float64Array,
): void {
  for (const each of channels) {
    for (const [at, usd] of each.revenue.entries()) addAt(total, at, usd);
    for (const [at, usd] of each.flat.entries()) addAt(flat, at, usd);
  }
}

/** Tokens that earn the list price in full, by kind; written in place. */
interface Sold {
  miss: number;
  hit: number;
  output: number;
}

/** A group's tokens by month, each series asked for once. */
const tokensOf = (
  { inputMissMtok, inputHitMtok, outputMtok, batchMtok }: GroupMonths,
) => ({ inputMissMtok, inputHitMtok, outputMtok, batchMtok });

/** Tokens of a month in millions at full list price: batch fill counts at its own discount. */
function earnedTokens(
  groups: readonly ReturnType<typeof tokensOf>[], usual: number, filled: number, at: number,
  sold: Sold,
): void {
  sold.miss = 0;
  sold.hit = 0;
  sold.output = 0;
  for (const group of groups) {
    const miss = group.inputMissMtok[at] ?? 0;
    const hit = group.inputHitMtok[at] ?? 0;
    const output = group.outputMtok[at] ?? 0;
    const all = miss + hit + output;
    if (all === 0) continue;
    const batch = (group.batchMtok[at] ?? 0) / all;
    const earned = usual * (1 - batch) + filled * batch;
    sold.miss += miss * earned;
    sold.hit += hit * earned;
    sold.output += output * earned;
  }
}
