import type { ClimateBin } from '../../catalog/types.ts';
import type { Weather } from '../types.ts';

const binWidthC = 2;

/**
 * Sorts hours into 2 C bins of dry and wet bulb, as the shipped sites have them. Hours
 * count as a year whatever their number.
 * @example binHours([{ dryBulbC: 3, wetBulbC: 1 }])[1]?.dryBulbHours // 8760
 */
export function binHours(hours: readonly Weather[]): readonly ClimateBin[] {
  const at = (c: number): number => Math.floor(c / binWidthC);
  const all = hours.flatMap((hour) => [at(hour.dryBulbC), at(hour.wetBulbC)]);
  if (all.length === 0) return [];
  const first = all.reduce((least, bin) => Math.min(least, bin));
  const last = all.reduce((most, bin) => Math.max(most, bin));
  const sums = Array.from({ length: last - first + 1 },
    () => ({ dry: 0, wet: 0, sumDry: 0, sumWet: 0 }));
  for (const { dryBulbC, wetBulbC } of hours) {
    const dry = sums[at(dryBulbC) - first];
    const wet = sums[at(wetBulbC) - first];
    if (dry === undefined || wet === undefined) continue;
    dry.dry += 1;
    dry.sumDry += dryBulbC;
    dry.sumWet += wetBulbC;
    wet.wet += 1;
  }
  const scale = 8760 / hours.length;
  return sums.map(({ dry, wet, sumDry, sumWet }, i) => ({
    lowC: (first + i) * binWidthC, highC: (first + i + 1) * binWidthC,
    dryBulbHours: dry * scale,
    wetBulbHours: wet * scale,
    meanDryBulbC: dry > 0 ? sumDry / dry : null, meanWetBulbC: dry > 0 ? sumWet / dry : null,
  }));
}

/**
 * Standard deviation of the wet bulb among hours of one dry-bulb bin, K: by the law of
 * total variance, what the wet bulb's own distribution varies beyond its means by dry
 * bulb. Plants that let outdoor air in react to moisture above a limit, which the means
 * alone would hide.
 * @returns 0 without a distribution of the wet bulb
 * @example wetBulbDeviation(binHours([{ dryBulbC: 21, wetBulbC: 9 }, { dryBulbC: 21, wetBulbC: 13 }])) // 2
 */
export function wetBulbDeviation(bins: readonly ClimateBin[]): number {
  const own = variance(bins.map((bin) => [(bin.lowC + bin.highC) / 2, bin.wetBulbHours]));
  const ofMeans = variance(bins.flatMap(({ meanWetBulbC, dryBulbHours }) =>
    (meanWetBulbC === null ? [] : [[meanWetBulbC, dryBulbHours] as const])));
  return Math.sqrt(Math.max(0, own - ofMeans));
}

function variance(weighted: readonly (readonly [number, number])[]): number {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  if (total === 0) return 0;
  const mean = weighted.reduce((sum, [value, weight]) => sum + value * weight, 0) / total;
  return weighted.reduce(
    (sum, [value, weight]) => sum + weight * (value - mean) ** 2, 0,
  ) / total;
}
