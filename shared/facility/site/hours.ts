import { balanceAt } from '../cooling/balance.ts';
import type { FacilityParams, PowerBalance, WeatherHour } from '../types.ts';

/** One month of a year of hours. */
export interface MonthResult {
  /** 1 (January) to 12. */
  readonly month: number;
  readonly hours: number;
  readonly pue: number;
  readonly wueLPerKwh: number;
  readonly meanFacilityKw: number;
  readonly peakFacilityKw: number;
}

/** A part of the day in a month, for the map of month by hour. */
export interface HourOfMonth {
  readonly month: number;
  readonly hour: number;
  readonly pue: number;
  readonly wueLPerKwh: number;
  /** Mean facility power in these hours, kW. */
  readonly meanFacilityKw: number;
}

/** The facility in every hour of a year at one IT load, in the order of the hours. */
export function balanceHours(
  params: FacilityParams, hours: readonly WeatherHour[], itKw: number, designKw: number,
): readonly PowerBalance[] {
  return hours.map((hour) => balanceAt(params, hour, itKw, designKw));
}

/**
 * PUE, water and peak of every month at a constant IT load.
 * @param balances of the hours, as from `balanceHours`
 * @returns months with at least one hour, January first
 * @example summariseMonths(hours, balanceHours(params, hours, 1000, 1000))[0]?.month // 1
 */
export function summariseMonths(
  hours: readonly WeatherHour[], balances: readonly PowerBalance[],
): readonly MonthResult[] {
  const sums = Array.from({ length: 12 },
    () => ({ hours: 0, it: 0, facility: 0, water: 0, peak: 0 }));
  balances.forEach((balance, i) => {
    const sum = sums[(hours[i]?.month ?? 0) - 1];
    if (sum === undefined) throw new RangeError(`hour ${i} has month ${hours[i]?.month}`);
    sum.hours += 1;
    sum.it += balance.itKw;
    sum.facility += balance.facilityKw;
    sum.water += balance.waterM3PerHour;
    sum.peak = Math.max(sum.peak, balance.facilityKw);
  });
  return sums.flatMap((sum, i) => (sum.hours === 0 ? [] : [{
    month: i + 1, hours: sum.hours, pue: sum.facility / sum.it,
    wueLPerKwh: (sum.water * 1000) / sum.it, meanFacilityKw: sum.facility / sum.hours,
    peakFacilityKw: sum.peak,
  }]));
}

/**
 * PUE, water and power by month and hour of the day at a constant IT load, month by
 * month; empty parts are left out.
 * @param itKw > 0
 * @throws RangeError as `balanceAt`
 * @example mapHours(params, hours, 1000).length // 288 for a whole year
 */
export function mapHours(
  params: FacilityParams, hours: readonly WeatherHour[], itKw: number,
): readonly HourOfMonth[] {
  const sums = new Map<number, { facilityKw: number; waterM3: number; count: number }>();
  for (const hour of hours) {
    const key = hour.month * 24 + hour.hour;
    const at = sums.get(key) ?? { facilityKw: 0, waterM3: 0, count: 0 };
    const balance = balanceAt(params, hour, itKw, itKw);
    at.facilityKw += balance.facilityKw;
    at.waterM3 += balance.waterM3PerHour;
    at.count += 1;
    sums.set(key, at);
  }
  return [...sums].toSorted(([a], [b]) => a - b)
    .map(([key, { facilityKw, waterM3, count }]) => ({
      month: Math.floor(key / 24), hour: key % 24, pue: facilityKw / count / itKw,
      wueLPerKwh: (waterM3 * 1000) / count / itKw, meanFacilityKw: facilityKw / count,
    }));
}
