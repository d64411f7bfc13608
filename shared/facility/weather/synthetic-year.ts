import type { ClimateBin } from '../../catalog/types.ts';
import { wetBulbDeviation } from '../weather/bins.ts';
import type { WeatherHour } from '../types.ts';

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const hoursPerYear = 8760;
/** Coldest day of the north, counted from 0; half a year later in the south. Assumed. */
const coldestDay = 18;
/** Coldest hour of the day, before sunrise; assumed. */
const coldestHour = 5;
/** Weight of day against night and of changing weather beside a full season; assumed. */
const dayWeight = 0.45;
const weatherWeight = 0.5;
/** Latitude at which the season has its full weight, degrees; assumed. */
const fullSeasonLatitude = 35;
/** Days after the warmest at which air is moistest for its temperature; assumed. */
const moistureLagDays = 20;

/** Days in which moist and dry weather take turns; assumed. */
const weatherDays = 6.1;

/** Dry bulbs in ascending order that fill the bins, each evenly around its mean. */
function spreadBins(bins: readonly ClimateBin[]): Float64Array {
  const total = bins.reduce((sum, bin) => sum + bin.dryBulbHours, 0);
  const values = new Float64Array(hoursPerYear);
  let passed = 0;
  let at = 0;
  for (const bin of bins) {
    const hours = bin.dryBulbHours;
    const mean = bin.meanDryBulbC ?? (bin.lowC + bin.highC) / 2;
    const reach = Math.max(0, Math.min(mean - bin.lowC, bin.highC - mean));
    const end = ((passed + hours) / total) * hoursPerYear;
    const start = (passed / total) * hoursPerYear;
    for (; at + 0.5 < end && at < hoursPerYear; at++) {
      values[at] = mean + reach * ((2 * (at + 0.5 - start)) / (end - start) - 1);
    }
    passed += hours;
  }
  return values;
}

/** Positions of the values in ascending order. */
const ranked = (scores: Float64Array): readonly number[] =>
  Array.from(scores, (_, i) => i).toSorted((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));

const wave = (turns: number): number => Math.cos(2 * Math.PI * turns);

/**
 * Warmth of every hour on no scale: season, time of day and weather that changes within
 * days.
 */
function warmthScores(latitude: number): Float64Array {
  const season = Math.min(1, Math.abs(latitude) / fullSeasonLatitude);
  const shift = latitude < 0 ? 365 / 2 : 0;
  return Float64Array.from({ length: hoursPerYear }, (_, i) => {
    const day = i / 24;
    // Periods without a common multiple, so that no two weeks are alike; no chance is involved.
    const weather = (wave(day / 5.3) + wave(day / 8.7 + 0.3) + wave(day / 13.1 + 0.7)) / 3;
    return -season * wave((day - coldestDay - shift) / 365)
      - dayWeight * wave(((i % 24) - coldestHour) / 24)
      + weatherWeight * weather;
  });
}

/**
 * Wet bulb by hour: that of its dry-bulb bin on average, moister after midsummer and in
 * some weather than in other, with the deviation that the bins leave to hours of one dry
 * bulb.
 */
function wetBulbs(
  bins: readonly ClimateBin[], dry: Float64Array, latitude: number,
): Float64Array {
  const shift = latitude < 0 ? 365 / 2 : 0;
  const moist = dry.map((_, i) =>
    -wave((i / 24 - coldestDay - moistureLagDays - shift) / 365) - wave(i / 24 / weatherDays));
  const deviationK = wetBulbDeviation(bins);
  const wet = Float64Array.from(dry);
  const order = ranked(dry);
  for (const { lowC, highC, meanDryBulbC, meanWetBulbC } of bins) {
    if (meanDryBulbC === null || meanWetBulbC === null) continue;
    const hours = order.filter((i) => lowC <= (dry[i] ?? 0) && (dry[i] ?? 0) < highC);
    const mean = hours.reduce((sum, i) => sum + (moist[i] ?? 0), 0) / hours.length;
    const spread = Math.sqrt(
      hours.reduce((sum, i) => sum + ((moist[i] ?? 0) - mean) ** 2, 0) / hours.length,
    );
    for (const i of hours) {
      const offset = spread > 0 ? (deviationK * ((moist[i] ?? 0) - mean)) / spread : 0;
      wet[i] = meanWetBulbC + ((dry[i] ?? 0) - meanDryBulbC) / 2 + offset;
    }
  }
  return wet;
}

/**
 * A year of hours with the dry bulbs of the bins, their wet bulbs on average and their
 * spread, for sites without a weather file. Which hour is warm follows season, time of
 * day and changing weather by fixed, assumed waves: yearly figures are those of the bins,
 * months are plausible but no record.
 * @param latitude degrees, south negative; the equator has no seasons
 * @returns 8,760 hours from 1 January; empty without bins
 * @example synthesizeYear(site.bins, site.latitude).length // 8760
 */
export function synthesizeYear(
  bins: readonly ClimateBin[], latitude: number,
): readonly WeatherHour[] {
  if (!bins.some((bin) => bin.dryBulbHours > 0)) return [];
  const sorted = spreadBins(bins);
  const dry = new Float64Array(hoursPerYear);
  ranked(warmthScores(latitude)).forEach((hour, rank) => { dry[hour] = sorted[rank] ?? 0; });
  const wet = wetBulbs(bins, dry, latitude);
  const months =
    daysOfMonth.flatMap((days, m) => Array.from({ length: days * 24 }, () => m + 1));
  return months.map((month, i) => {
    const dryBulbC = dry[i] ?? 0;
    return { month, hour: i % 24, dryBulbC, wetBulbC: Math.min(dryBulbC, wet[i] ?? 0) };
  });
}
