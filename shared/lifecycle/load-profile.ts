import { isoDate } from './day.ts';
import type { LoadSeries } from './load-series-types.ts';
import { secondsPerMonth } from './month.ts';
import { normaliseShape } from './shape.ts';

const hour = 3600;
const week = 168;
/** 1970-01-05, a Monday, in seconds: weeks of a shape start on Monday. */
const monday = 4 * 86_400;

/**
 * Tokens per planning month of a load curve, for demand of mode `series`: the mean rate
 * of each calendar month the curve touches, times a planning month, so that months of
 * different length weigh alike.
 * @param tokensPerRequest mean input and output tokens of a request; used only when the
 *   file counts requests
 * @example monthlyTokens({ unit: 'requests', stepSeconds: null, values: [10, 20] }, 2000)
 *   // [20000, 40000]
 */
export function monthlyTokens(series: LoadSeries, tokensPerRequest: number): readonly number[] {
  const per = series.unit === 'requests' ? tokensPerRequest : 1;
  if (series.stepSeconds === null) return series.values.map((value) => value * per);
  const step = series.stepSeconds;
  const months = new Map<string, { amount: number; seconds: number }>();
  for (const [at, value] of series.values.entries()) {
    const month = isoDate(Math.floor((series.startSeconds + at * step) / 86_400)).slice(0, 7);
    const sum = months.get(month) ?? { amount: 0, seconds: 0 };
    months.set(month, { amount: sum.amount + value * per, seconds: sum.seconds + step });
  }
  return [...months.values()].map(
    ({ amount, seconds }) => (amount / seconds) * secondsPerMonth,
  );
}

/**
 * Load by hour of the week over its mean, Monday first; null when steps are longer than
 * an hour or the curve is shorter than a week.
 * @param zoneHours hours added to the file's times to get local time, -12..14
 */
export function weekShape(series: LoadSeries, zoneHours = 0): readonly number[] | null {
  const step = series.stepSeconds;
  if (step === null || step > hour || series.values.length * step < week * hour) return null;
  const sums = Array.from({ length: week }, () => 0);
  const counts = Array.from({ length: week }, () => 0);
  for (const [at, value] of series.values.entries()) {
    const hours =
      Math.floor((series.startSeconds + at * step + zoneHours * hour - monday) / hour);
    const slot = ((hours % week) + week) % week;
    sums[slot] = (sums[slot] ?? 0) + value;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  const means = sums.map((sum, slot) => sum / Math.max(1, counts[slot] ?? 0));
  return means.some((value) => value > 0) ? normaliseShape(means) : null;
}
