import type { ClimateBin } from '../../catalog/types.ts';
import {
  balanceOf, drawOf, loadAt, loopsOf, type Draw, type HallLoad, type PlantLoops,
} from '../cooling/balance.ts';
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
export interface WeatherBin extends Pick<BinResult, 'lowC' | 'highC' | 'axis' | 'hours'
  | 'weather'> {}

/**
 * Bins that occur, with the weather in each: mean dry bulb and coincident wet bulb, or,
 * for a tower, which knows only the wet bulb, the middle of the bins of the wet bulb's
 * own distribution.
 */
export function weatherBins(
  bins: readonly ClimateBin[], rejection: string,
): readonly WeatherBin[] {
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
      ? [{ lowC, highC, axis: 'dry-bulb', hours: bin.dryBulbHours,
        weather: { dryBulbC, wetBulbC } }] : [];
  });
}

/**
 * Fifths of a normal distribution by their means, in deviations and scaled to its
 * variance, with weights.
 */
const normalParts =
  [[-1.478, 0.2], [-0.562, 0.2], [0, 0.2], [0.562, 0.2], [1.478, 0.2]] as const;

/**
 * A bin with what the plant does in it, whatever the load: one weather, or several that
 * stand for it.
 */
export interface BinPlant {
  readonly bin: WeatherBin;
  readonly parts: readonly { readonly hours: number; readonly loops: PlantLoops }[];
}

/** What the plant does in one bin of the year. */
function plantInBin(params: FacilityParams, bin: WeatherBin, deviationK: number): BinPlant {
  const { dryBulbC, wetBulbC } = bin.weather;
  if (params.cooling.rejection !== 'air')
    return { bin, parts: [{ hours: 1, loops: loopsOf(params, bin.weather) }] };
  return {
    bin, parts: normalParts.map(([offset, hours]) => (
      { hours, loops: loopsOf(params,
        { dryBulbC, wetBulbC: Math.min(dryBulbC, wetBulbC + offset * deviationK) }) })),
  };
}

/**
 * The plant in every bin of the year, for any number of loads.
 * @example plantInBins(params).length > 0 // true
 */
export function plantInBins(params: FacilityParams): readonly BinPlant[] {
  const deviationK = params.cooling.rejection === 'air' ? wetBulbDeviation(params.bins) : 0;
  return weatherBins(params.bins, params.cooling.rejection)
    .map((bin) => plantInBin(params, bin, deviationK));
}

function balanceInBin(load: HallLoad, { parts }: BinPlant): PowerBalance {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return balanceOf(load, only.loops);
  return meanBalance(
    parts.map(({ hours, loops }) => ({ hours, balance: balanceOf(load, loops) })),
  );
}

/** The facility in every bin of the year, at one IT load. */
export function evaluateBins(
  params: FacilityParams, itKw: number, designKw: number,
  plants: readonly BinPlant[] = plantInBins(params),
): readonly BinResult[] {
  if (plants.length === 0) return [];
  const load = loadAt(params, itKw, designKw);
  return plants.map((plant) => {
    const balance = balanceInBin(load, plant);
    return { ...plant.bin, pue: balance.facilityKw / itKw, balance };
  });
}

/**
 * Mean power and water of the year at one IT load; NaN without bins.
 * @example meanDraw(params, 1000, 1000, plantInBins(params)).facilityKw > 1000 // true
 */
export const meanDraw = (
  params: FacilityParams, itKw: number, designKw: number, plants: readonly BinPlant[],
): Draw => meanDrawOf(loadAt(params, itKw, designKw), plants);

/**
 * Mean power and water of the year of a load; NaN without bins.
 * @example meanDrawOf(loadAt(params, 1000, 1000), plantInBins(params)).facilityKw > 1000 // true
 */
export function meanDrawOf(load: HallLoad, plants: readonly BinPlant[]): Draw {
  let [facilityKw, waterM3PerHour, hours] = [0, 0, 0];
  for (const { bin, parts } of plants) {
    let [kw, water, weight] = [0, 0, 0];
    for (const part of parts) {
      const draw = drawOf(load, part.loops);
      kw += part.hours * draw.facilityKw;
      water += part.hours * draw.waterM3PerHour;
      weight += part.hours;
    }
    facilityKw += bin.hours * (kw / weight);
    waterM3PerHour += bin.hours * (water / weight);
    hours += bin.hours;
  }
  return { facilityKw: facilityKw / hours, waterM3PerHour: waterM3PerHour / hours };
}
