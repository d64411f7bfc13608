import type { ClimateBin } from '../catalog/types.ts';
import { balanceAt } from './balance.ts';
import type { FacilityParams, PowerBalance, Weather } from './types.ts';

/** One bin's weather with its hours and what the facility draws in it. */
export interface BinResult {
  readonly lowC: number;
  readonly highC: number;
  readonly hours: number;
  readonly weather: Weather;
  readonly pue: number;
  readonly balance: PowerBalance;
}

/** Bins that occur, with the mean weather in each. */
export function weatherBins(bins: readonly ClimateBin[]): readonly { bin: ClimateBin; weather: Weather }[] {
  return bins.flatMap((bin) => (bin.dryBulbHours > 0 && bin.meanDryBulbC !== null && bin.meanWetBulbC !== null
    ? [{ bin, weather: { dryBulbC: bin.meanDryBulbC, wetBulbC: bin.meanWetBulbC } }] : []));
}

/** The facility in every bin of the year, at one IT load. */
export function evaluateBins(params: FacilityParams, itKw: number, designKw: number): readonly BinResult[] {
  return weatherBins(params.bins).map(({ bin, weather }) => {
    const balance = balanceAt(params, weather, itKw, designKw);
    return { lowC: bin.lowC, highC: bin.highC, hours: bin.dryBulbHours, weather, pue: balance.facilityKw / itKw, balance };
  });
}

/** Year's mean of a quantity over the bins, weighted by hours; NaN without bins. */
export function yearMean(bins: readonly BinResult[], pick: (balance: PowerBalance) => number): number {
  let sum = 0;
  let hours = 0;
  for (const bin of bins) {
    sum += bin.hours * pick(bin.balance);
    hours += bin.hours;
  }
  return sum / hours;
}
