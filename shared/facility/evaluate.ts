import { balanceAt } from './balance.ts';
import { evaluateBins, yearMean, type BinResult } from './climate.ts';
import type { FacilityParams, PowerBalance } from './types.ts';

/** The facility at its design load over the year, and a table for part loads. */
export interface FacilityResult {
  readonly itKw: number;
  readonly pueAnnual: number;
  readonly puePeak: number;
  /** Litres per kWh of IT energy over the year. */
  readonly wueLPerKwh: number;
  readonly peak: PowerBalance;
  readonly bins: readonly BinResult[];
  /** Year's mean facility power and water at shares of the design load, for the months. */
  readonly partLoad: { readonly itKw: readonly number[]; readonly facilityKw: readonly number[]; readonly waterM3PerHour: readonly number[] };
}

/** Shares of the design load at which the part-load table stands; straight lines between them err below 0.1 %. */
const partLoads = [0, 0.1, 0.25, 0.5, 0.75, 1] as const;

/**
 * Peak PUE: the ratio in the design weather at full load. Sizing of what fits needs it before racks are known,
 * which works because the chain and plant scale with the load.
 */
export const peakPue = (params: FacilityParams): number => balanceAt(params, params.designWeather, 1, 1).facilityKw;

/**
 * Annual and peak PUE, water and part-load behaviour of a facility.
 * @param itKw design IT load at full use, > 0
 * @returns null when the site has no climate bins: then no annual figure exists
 * @example evaluateFacility(params, 1000)?.puePeak // about 1.2 for liquid racks and dry coolers
 */
export function evaluateFacility(params: FacilityParams, itKw: number): FacilityResult | null {
  const bins = evaluateBins(params, itKw, itKw);
  if (bins.length === 0) return null;
  const peak = balanceAt(params, params.designWeather, itKw, itKw);
  const loads = partLoads.map((share) => share * itKw);
  const means = loads.map((load) => {
    const at = evaluateBins(params, Math.max(load, 1e-9), itKw);
    return { facilityKw: yearMean(at, (b) => b.facilityKw), water: yearMean(at, (b) => b.waterM3PerHour) };
  });
  return {
    itKw, peak, bins,
    pueAnnual: yearMean(bins, (b) => b.facilityKw) / itKw,
    puePeak: peak.facilityKw / itKw,
    wueLPerKwh: (yearMean(bins, (b) => b.waterM3PerHour) * 1000) / itKw,
    partLoad: { itKw: loads, facilityKw: means.map((m) => m.facilityKw), waterM3PerHour: means.map((m) => m.water) },
  };
}
