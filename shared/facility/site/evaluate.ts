import { balanceAt, loadAt } from '../cooling/balance.ts';
import { binHours } from '../weather/bins.ts';
import {
  evaluateBins, meanDraw, meanDrawOf, plantInBins, type BinPlant, type BinResult,
} from './climate.ts';
import { balanceHours, summariseMonths, type MonthResult } from './hours.ts';
import { meanBalance } from '../cooling/mean-balance.ts';
import type { FacilityParams, PowerBalance, WeatherHour } from '../types.ts';

/** Facility power and water at shares of the design load, for the months of a plan. */
export interface PartLoadTable {
  readonly itKw: readonly number[];
  readonly facilityKw: readonly number[];
  readonly waterM3PerHour: readonly number[];
  /** Losses of distribution, UPS and transformers, and lights and the like: no weather moves them. */
  readonly lossKw: readonly number[];
  readonly otherKw: readonly number[];
  /** Twelve rows from January where the climate is hourly, else null. */
  readonly byMonth: {
    readonly facilityKw: readonly (readonly number[])[];
    readonly waterM3PerHour: readonly (readonly number[])[];
  } | null;
}

/** The facility at its design load over the year, and a table for part loads. */
export interface FacilityResult {
  readonly itKw: number;
  readonly pueAnnual: number;
  readonly puePeak: number;
  /** (IT + fans + pumps + chillers + rejection) / IT: what cooling alone does to the PUE. */
  readonly coolingPpue: number;
  /** Litres per kWh of IT energy over the year. */
  readonly wueLPerKwh: number;
  /** kg CO2 per kWh of IT energy = PUE x grid / 1000; null without the grid's intensity. */
  readonly cueKgPerKwh: number | null;
  /** Hours of the year in which some chiller runs. */
  readonly chillerHours: number;
  /** The mean hour of the year. */
  readonly mean: PowerBalance;
  readonly peak: PowerBalance;
  readonly bins: readonly BinResult[];
  /** Null where the climate is not hourly. */
  readonly months: readonly MonthResult[] | null;
  /** Year's mean facility power and water at shares of the design load, for the months. */
  readonly partLoad: PartLoadTable;
}

/**
 * Shares of the design load at which the part-load table stands; straight lines between
 * them err below 0.3 %.
 */
const partLoads = [0, 0.1, 0.2, 0.3, 0.4, 0.55, 0.7, 0.85, 1] as const;

/**
 * Peak PUE: the ratio in the design weather at full load. Sizing of what fits needs it
 * before racks are known, which works because the chain and plant scale with the load.
 * @example peakPue(params) // about 1.25 for liquid-cooled racks on dry coolers
 */
export const peakPue = (params: FacilityParams): number =>
  balanceAt(params, params.designWeather, 1, 1).facilityKw;

/**
 * Annual and peak PUE, water, carbon and part-load behaviour of a facility. Hours of a
 * weather file take the place of bins and add the months.
 * @param itKw design IT load at full use, > 0
 * @returns null when the site has no climate: then no annual figure exists
 * @throws RangeError as `balanceAt`
 * @source method of Lei & Masanet 2022, Resources, Conservation & Recycling 182:106323.
 *   No measured,
 * climate-resolved PUE of a fully liquid-cooled AI hall is public.
 * @example evaluateFacility(params, 1000)?.puePeak // about 1.2 for liquid racks and dry coolers
 */
export function evaluateFacility(params: FacilityParams, itKw: number): FacilityResult | null {
  const hours = params.hours !== undefined && params.hours.length > 0 ? params.hours : null;
  const climate = hours === null ? params : { ...params, bins: binHours(hours) };
  const plants = plantInBins(climate);
  const bins = evaluateBins(climate, itKw, itKw, plants);
  if (bins.length === 0) return null;
  const balances = hours === null ? null : balanceHours(params, hours, itKw, itKw);
  const mean =
    meanBalance(balances === null ? bins : balances.map((balance) => ({ hours: 1, balance })));
  const peak = balanceAt(params, params.designWeather, itKw, itKw);
  const pueAnnual = mean.facilityKw / itKw;
  const { carbonGPerKwh = null } = params;
  const coolingKw = mean.airFansKw + mean.pumpsKw + mean.chillerKw + mean.rejectionFansKw;
  return {
    itKw, peak, bins, mean, pueAnnual, puePeak: peak.facilityKw / itKw,
    coolingPpue: (itKw + coolingKw) / itKw,
    wueLPerKwh: (mean.waterM3PerHour * 1000) / itKw,
    cueKgPerKwh: carbonGPerKwh === null ? null : (pueAnnual * carbonGPerKwh) / 1000,
    chillerHours: chillerHours(bins),
    months: hours === null || balances === null ? null : summariseMonths(hours, balances),
    partLoad: tabulate(climate, plants, hours, itKw),
  };
}

/** A chiller that does less than a thousandth of the IT load counts as standing still. */
function chillerHours(bins: readonly BinResult[]): number {
  const total = bins.reduce((sum, bin) => sum + bin.hours, 0);
  const running = bins.filter((bin) => bin.balance.chillerKw > bin.balance.itKw / 1000)
    .reduce((sum, bin) => sum + bin.hours, 0);
  return (running / total) * 8760;
}

function tabulate(
  climate: FacilityParams, plants: readonly BinPlant[],
  hours: readonly WeatherHour[] | null, designKw: number,
): PartLoadTable {
  const itKw = partLoads.map((share) => share * designKw);
  const loads = itKw.map((load) => loadAt(climate, load, designKw));
  const means = loads.map((load) => meanDrawOf(load, plants));
  const halls = loads.map(({ now }) => now);
  return {
    itKw, facilityKw: means.map((m) => m.facilityKw),
    waterM3PerHour: means.map((m) => m.waterM3PerHour),
    lossKw: halls.map(({ losses }) =>
      losses.distributionKw + losses.upsKw + losses.transformerKw),
    otherKw: halls.map(({ otherKw }) => otherKw),
    byMonth: hours === null ? null : tabulateMonths(climate, hours, itKw, designKw),
  };
}

/**
 * The same table for each month, from the bins of its own hours; a month without hours
 * has those of the year.
 */
function tabulateMonths(
  params: FacilityParams, hours: readonly WeatherHour[], itKw: readonly number[],
  designKw: number,
): NonNullable<PartLoadTable['byMonth']> {
  const plants = Array.from({ length: 12 }, (_, i) => {
    const own = binHours(hours.filter((hour) => hour.month === i + 1));
    return plantInBins({ ...params, bins: own.length > 0 ? own : params.bins });
  });
  const rows =
    plants.map((ofMonth) => itKw.map((load) => meanDraw(params, load, designKw, ofMonth)));
  return {
    facilityKw: rows.map((row) => row.map((at) => at.facilityKw)),
    waterM3PerHour: rows.map((row) => row.map((at) => at.waterM3PerHour)),
  };
}
