import { daysPerMonth, monthOfYear, secondsPerMonth, yearsInto } from './month.ts';
import type { CalendarMonth, DemandSpike, MarketParams, TrafficParams } from './types.ts';

/** Demand of a traffic class in one month, before the spikes. */
export interface MonthDemand {
  /** `share`: of the capacity in service; `rate`: tokens per second, input and output. */
  readonly kind: 'share' | 'rate';
  readonly value: number;
}

/**
 * What a traffic class asks for in a month: level * (1 + growth)^years * season * market
 * ramp, and the share that stays once the model is ended.
 * @param month month number >= 1; 0 is returned before
 * @example monthDemand({ ...chat, level: { mode: 'tokens', tokensPerDay: 86400 } }, start, 1) // { kind: 'rate', value: 1 }
 */
export function monthDemand(
  traffic: TrafficParams, start: CalendarMonth, month: number,
): MonthDemand {
  const kind = traffic.level.mode === 'utilisation' ? 'share' : 'rate';
  if (month < 1) return { kind, value: 0 };
  const season = traffic.seasonality[monthOfYear(start, month) - 1] ?? 1;
  const ramp = Math.min(1, month / (traffic.rampMonths + 1));
  const stays = traffic.ended === undefined || month < traffic.ended.month ? 1
    : traffic.ended.share;
  return { kind, value: baseLevel(traffic, month) * season * ramp * stays };
}

/**
 * Tokens per second of the whole market in a month: tokens a day * (1 + growth)^years.
 * @example marketPerSec({ tokensPerDay: 86400, growthPerYear: 1, shareMost: 0.1 }, 13) // 2
 */
export const marketPerSec = (
  { tokensPerDay, growthPerYear }: MarketParams, month: number,
): number => (tokensPerDay / 86_400) * (1 + growthPerYear) ** yearsInto(month);

function baseLevel(traffic: TrafficParams, month: number): number {
  const { level, growthPerYear } = traffic;
  const grown = (1 + growthPerYear) ** yearsInto(month);
  switch (level.mode) {
    case 'utilisation': return level.utilisation * grown;
    case 'tokens': return (level.tokensPerDay / 86_400) * grown;
    case 'series':
      return seriesLevel(level.tokensPerMonth, growthPerYear, month) / secondsPerMonth;
  }
}

/**
 * An imported curve, continued by its last year: the same month a year before, times the
 * growth since.
 */
function seriesLevel(tokens: readonly number[], growthPerYear: number, month: number): number {
  if (tokens.length === 0) return 0;
  const period = Math.min(12, tokens.length);
  const beyond = Math.max(0, Math.ceil((month - tokens.length) / period));
  return (tokens[month - 1 - beyond * period] ?? 0)
    * (1 + growthPerYear) ** ((beyond * period) / 12);
}

/** The spikes of a month with the share of the month they last. */
export function spikesIn(spikes: readonly DemandSpike[],
  month: number): readonly (DemandSpike & { weight: number })[] {
  if (spikes.length === 0) return [];
  return spikes.filter((s) => s.month === month && s.days > 0)
    .map((s) => ({ ...s, weight: Math.min(1, s.days / daysPerMonth) }));
}

/**
 * A spike stated as queries in some days, e.g. "5.6 million queries in a week".
 * @param queries requests on top of usual demand, spread over `days`; isl and osl in tokens
 * @example spikeFromQueries(6, 5_600_000, 7, 1000, 1000).extraTokensPerDay // 1.6e9
 */
export function spikeFromQueries(month: number, queries: number, days: number, isl: number,
  osl: number): DemandSpike {
  return { month, days, multiplier: 1, extraTokensPerDay: (queries * (isl + osl)) / days };
}
