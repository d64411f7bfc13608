import type { GroupMonths, LifecycleResult } from '../../lifecycle/types.ts';
import { addAt } from './capital.ts';
import { earnedShare, priceFactor } from './prices.ts';
import type { Timeline } from './timeline.ts';
import type { TrafficSales } from './types.ts';

/** What the tokens of a traffic class earn, by kind of token; `flat` is the sum at the prices of month 1. */
export interface TrafficRevenue {
  readonly key: string;
  readonly input: Float64Array;
  readonly cached: Float64Array;
  readonly output: Float64Array;
}
export interface RevenueSeries {
  readonly traffic: readonly TrafficRevenue[];
  readonly total: Float64Array;
  readonly flat: Float64Array;
  readonly inputUsd: number;
  readonly outputUsd: number;
}

/**
 * Revenue = tokens * list price * price path * share earned, for missed input, cached input and output;
 * tokens that fill idle capacity earn the batch price instead.
 * @throws Error when a traffic class that is served has no prices
 */
export function earnRevenue(lifecycle: LifecycleResult, sales: readonly TrafficSales[],
  timeline: Timeline): RevenueSeries {
  const { length } = timeline;
  const total = new Float64Array(length);
  const flat = new Float64Array(length);
  let inputUsd = 0;
  let outputUsd = 0;
  const traffic = lifecycle.traffic.map(({ key }) => {
    const offer = sales.find((entry) => entry.trafficKey === key);
    const groups = lifecycle.groups.filter((group) => group.trafficKey === key);
    const lines = { key, input: new Float64Array(length), cached: new Float64Array(length),
      output: new Float64Array(length) };
    if (offer === undefined) {
      if (groups.length > 0) throw new Error(`traffic class ${key} has no prices`);
      return lines;
    }
    for (let at = timeline.lead; at < length; at++) {
      const factor = priceFactor(offer.path, timeline.firstMonth + at);
      const sold = earnedTokens(groups, offer, at - timeline.lead);
      const list = [sold.miss * offer.inputUsdPerMtok, sold.hit * offer.cachedUsdPerMtok,
        sold.output * offer.outputUsdPerMtok] as const;
      lines.input[at] = list[0] * factor;
      lines.cached[at] = list[1] * factor;
      lines.output[at] = list[2] * factor;
      const sum = list[0] + list[1] + list[2];
      addAt(total, at, sum * factor);
      addAt(flat, at, sum);
      inputUsd += (list[0] + list[1]) * factor;
      outputUsd += list[2] * factor;
    }
    return lines;
  });
  return { traffic, total, flat, inputUsd, outputUsd };
}

/** Tokens of a month in millions at full list price: batch fill counts at its own discount. */
function earnedTokens(groups: readonly GroupMonths[], offer: TrafficSales, at: number) {
  const usual = earnedShare(offer);
  const filled = (1 - offer.failedShare) * (1 - offer.batchDiscount);
  const sold = { miss: 0, hit: 0, output: 0 };
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
  return sold;
}
