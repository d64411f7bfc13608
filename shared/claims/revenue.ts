/** Seconds of the 365-day year in which vendors count revenue. */
export const secondsPerYear = 365 * 86_400;

/** Hours of the same year. */
export const hoursPerYear = 8760;

/**
 * Years of revenue at today's price that some years bring when the price falls by a
 * factor per year, month by month with today's price in the first; a part of a month
 * counts in part.
 * @param years >= 0; factorPerYear > 0, 1 for a flat price
 * @example earningYears(3, 2) // 1.299
 */
export function earningYears(years: number, factorPerYear: number): number {
  const months = years * 12;
  let sum = 0;
  for (let month = 0; month < months; month++) sum += Math.min(1, months - month)
    * factorPerYear ** (-month / 12);
  return sum / 12;
}

/**
 * The same with one price per calendar year: 1 + k + k² + ...
 * @param kept share of the price left after a year, 0..1
 * @example steppedYears(3, 0.3) // 1.39
 */
export function steppedYears(years: number, kept: number): number {
  let sum = 0;
  for (let year = 0; year < years; year++) sum += Math.min(1, years - year) * kept ** year;
  return sum;
}

/** What a fleet of equal accelerators sells. */
export interface FleetSales {
  readonly accelerators: number;
  /** Input and output tokens per second and accelerator. */
  readonly tokPerSec: number;
  readonly utilisation: number;
  readonly usdPerMtok: number;
  /** Years of revenue at today's price; see `earningYears`. */
  readonly years: number;
}

/**
 * Revenue = accelerators x tok/s x seconds x utilisation x price / 10^6, USD.
 * @example fleetRevenue({ accelerators: 72, tokPerSec: 5789.6, utilisation: 1, usdPerMtok: 1.8, years: 1 })
 *   // 23.66e6
 */
export const fleetRevenue = ({ accelerators, tokPerSec, utilisation, usdPerMtok,
  years }: FleetSales): number =>
  (accelerators * tokPerSec * utilisation * secondsPerYear * years * usdPerMtok) / 1e6;

/**
 * Throughput per accelerator at which a fleet earns a sum: `fleetRevenue` solved for tok/s.
 * @example requiredTokPerSec(75e6, { accelerators: 72, utilisation: 1, usdPerMtok: 1.8, years: 3 }) // 6,117
 */
export const requiredTokPerSec = (
  revenueUsd: number, sales: Omit<FleetSales, 'tokPerSec'>,
): number =>
  revenueUsd / fleetRevenue({ ...sales, tokPerSec: 1 });

/**
 * One tier of service: the power given to it, what a megawatt makes at its speed, and its
 * price.
 */
export interface ServiceTier {
  readonly mw: number;
  readonly tokPerSecPerMw: number;
  readonly usdPerMtok: number;
}

/**
 * Revenue of a power budget split over tiers: sum of MW x tok/s/MW x price, USD per year
 * at full use.
 * @example tierRevenue([{ mw: 250, tokPerSecPerMw: 1e6, usdPerMtok: 3 }]) // 23.65e9
 */
export const tierRevenue = (tiers: readonly ServiceTier[]): number =>
  tiers.reduce((sum, { mw, tokPerSecPerMw, usdPerMtok }) =>
    sum + mw * tokPerSecPerMw * usdPerMtok, 0)
    * (secondsPerYear / 1e6);
