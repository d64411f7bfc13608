import type { ClimateBin } from '../../catalog/types.ts';
import { balanceAt } from '../cooling/balance.ts';
import { meanBalance } from '../cooling/mean-balance.ts';
import type { FacilityParams, PowerBalance, Weather } from '../types.ts';

/** One bin's weather with its hours and what the facility draws in it. */
export interface BinResult {
  readonly lowC: number;
  readonly highC: number;
  /** Which temperature the bin stands for: towers follow the wet bulb alone. */
  readonly axis: 'dry-bulb' | 'wet-bulb';
  readonly hours: number;
  readonly weather: Weather;
  readonly pue: number;
  readonly balance: PowerBalance;
}

/** A bin that occurs, with the weather that stands for it. */
interface WeatherBin extends Pick<BinResult, 'lowC' | 'highC' | 'axis' | 'hours' | 'weather'> {}

/**
 * Bins that occur, with the weather in each: mean dry bulb and coincident wet bulb, or, for a tower, which
 * knows only the wet bulb, the middle of the bins of the wet bulb's own distribution.
 */
export function weatherBins(bins: readonly ClimateBin[], rejection: string): readonly WeatherBin[] {
  const wet = rejection === 'tower' && bins.some((bin) => bin.wetBulbHours > 0);
  return bins.flatMap((bin): readonly WeatherBin[] => {
    const { lowC, highC } = bin;
    if (wet) {
      const wetBulbC = (lowC + highC) / 2;
      const weather = { dryBulbC: wetBulbC, wetBulbC };
      return bin.wetBulbHours > 0
        ? [{ lowC, highC, axis: 'wet-bulb', hours: bin.wetBulbHours, weather }] : [];
    }
    const { meanDryBulbC: dryBulbC, meanWetBulbC: wetBulbC } = bin;
    return bin.dryBulbHours > 0 && dryBulbC !== null && wetBulbC !== null
      ? [{ lowC, highC, axis: 'dry-bulb', hours: bin.dryBulbHours, weather: { dryBulbC, wetBulbC } }] : [];
  });
}

/**
 * Standard deviation of the wet bulb among hours of one dry-bulb bin, K: by the law of total variance, what
 * the wet bulb's own distribution varies beyond its means by dry bulb. Plants that let outdoor air in react
 * to moisture above a limit, which the means alone would hide.
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
  return weighted.reduce((sum, [value, weight]) => sum + weight * (value - mean) ** 2, 0) / total;
}

/** Fifths of a normal distribution by their means, in deviations and scaled to its variance, with weights. */
const normalParts = [[-1.478, 0.2], [-0.562, 0.2], [0, 0.2], [0.562, 0.2], [1.478, 0.2]] as const;

/** The facility in one bin of the year. */
function balanceInBin(
  params: FacilityParams, { weather }: WeatherBin, deviationK: number, load: Load,
): PowerBalance {
  if (params.cooling.rejection !== 'air') return balanceAt(params, weather, load.itKw, load.designKw);
  const { dryBulbC, wetBulbC } = weather;
  return meanBalance(normalParts.map(([offset, hours]) => {
    const around = { dryBulbC, wetBulbC: Math.min(dryBulbC, wetBulbC + offset * deviationK) };
    return { hours, balance: balanceAt(params, around, load.itKw, load.designKw) };
  }));
}

interface Load {
  readonly itKw: number;
  readonly designKw: number;
}

/** The facility in every bin of the year, at one IT load. */
export function evaluateBins(
  params: FacilityParams, itKw: number, designKw: number,
): readonly BinResult[] {
  const deviationK = params.cooling.rejection === 'air' ? wetBulbDeviation(params.bins) : 0;
  return weatherBins(params.bins, params.cooling.rejection).map((bin) => {
    const balance = balanceInBin(params, bin, deviationK, { itKw, designKw });
    return { ...bin, pue: balance.facilityKw / itKw, balance };
  });
}

const binWidthC = 2;

/**
 * Sorts hours into 2 C bins of dry and wet bulb, as the shipped sites have them. Hours count as a year
 * whatever their number.
 * @example binHours([{ dryBulbC: 3, wetBulbC: 1 }])[1]?.dryBulbHours // 8760
 */
export function binHours(hours: readonly Weather[]): readonly ClimateBin[] {
  const at = (c: number): number => Math.floor(c / binWidthC);
  const all = hours.flatMap((hour) => [at(hour.dryBulbC), at(hour.wetBulbC)]);
  if (all.length === 0) return [];
  const first = all.reduce((least, bin) => Math.min(least, bin));
  const last = all.reduce((most, bin) => Math.max(most, bin));
  const sums = Array.from({ length: last - first + 1 }, () => ({ dry: 0, wet: 0, sumDry: 0, sumWet: 0 }));
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
    lowC: (first + i) * binWidthC, highC: (first + i + 1) * binWidthC, dryBulbHours: dry * scale,
    wetBulbHours: wet * scale,
    meanDryBulbC: dry > 0 ? sumDry / dry : null, meanWetBulbC: dry > 0 ? sumWet / dry : null,
  }));
}
