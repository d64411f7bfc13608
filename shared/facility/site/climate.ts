import type { ClimateBin } from '../../catalog/types.ts';
import { balanceAt } from '../cooling/balance.ts';
import { meanBalance } from '../cooling/mean-balance.ts';
import type { FacilityParams, PowerBalance, Weather } from '../types.ts';
import { wetBulbDeviation } from '../weather/bins.ts';

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
