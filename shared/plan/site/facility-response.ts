import type { Site } from '../../catalog/types.ts';
import { balanceAt, drawOf, loadAt, loopsOf } from '../../facility/cooling/balance.ts';
import type { FacilityResult } from '../../facility/site/evaluate.ts';
import type { FacilityParams, Weather } from '../../facility/types.ts';
import { facilityFromTable } from '../../lifecycle/facility.ts';
import type { FacilityResponse } from '../../lifecycle/types.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import { designWeather, facilityParams, type FacilityOutcome } from './fit-racks.ts';
import type { FabricOutcome } from './fabric.ts';
import { hoursOfYear, meanDays } from './site-climate.ts';

/** Ratios do not depend on the size of the hall. */
const referenceKw = 1000;

interface MonthShare {
  readonly power: number;
  readonly water: number;
}

/**
 * What each month takes over the mean of the year, from the mean days of an imported
 * climate; the twelve average 1, so that the year stays that of the bins. Null without an
 * import.
 */
function monthShares(
  inputs: ScenarioInputs, params: FacilityParams,
): readonly MonthShare[] | null {
  const days = meanDays(inputs.climate.values);
  if (days === null) return null;
  const months = Array.from({ length: 12 }, (_, m) => {
    const balances = days.slice(m * 24, (m + 1) * 24)
      .map((hour) => balanceAt(params, hour, referenceKw, referenceKw));
    return {
      power: balances.reduce((sum, b) => sum + b.facilityKw, 0),
      water: balances.reduce((sum, b) => sum + b.waterM3PerHour, 0),
    };
  });
  const mean = (of: (month: MonthShare) => number): number =>
    months.reduce((sum, month) => sum + of(month), 0) / 12;
  const [power, water] = [mean((m) => m.power), mean((m) => m.water)];
  return months.map(
    (month) => ({ power: month.power / power, water: water === 0 ? 1 : month.water / water }),
  );
}

/**
 * Weather of the hour of each month in which it is hottest: the design hour in the hottest
 * month, and below it in the others as far as the hottest hours of the months lie apart.
 * @returns January first; null where the site has no climate
 */
export function monthDesigns(inputs: ScenarioInputs, site: Site): readonly Weather[] | null {
  const design = designWeather(site);
  const hours = hoursOfYear(inputs.climate.values, site)?.hours;
  if (design === null || hours === undefined) return null;
  const hottest = (of: (hour: Weather) => number): readonly number[] => {
    const most = Array.from({ length: 12 }, () => -Infinity);
    for (const hour of hours)
      most[hour.month - 1] = Math.max(most[hour.month - 1] ?? -Infinity, of(hour));
    return most;
  };
  const [dry, wet] = [hottest((hour) => hour.dryBulbC), hottest((hour) => hour.wetBulbC)];
  const below = (months: readonly number[], at: number): number =>
    Math.max(...months) - (months[at] ?? -Infinity);
  return dry.map((_, at): Weather => {
    const dryBulbC = design.dryBulbC - (Number.isFinite(below(dry, at)) ? below(dry, at) : 0);
    const wetBulbC = design.wetBulbC - (Number.isFinite(below(wet, at)) ? below(wet, at) : 0);
    return { dryBulbC, wetBulbC: Math.min(dryBulbC, wetBulbC) };
  });
}

/** Power at the meter at each load in the hottest hour of each month. */
function peakRows(
  params: FacilityParams, months: readonly Weather[], itKw: readonly number[], designKw: number,
): readonly (readonly number[])[] {
  const loads = itKw.map((load) => loadAt(params, load, designKw));
  return months.map((weather) => {
    const loops = loopsOf(params, weather);
    return loads.map((load) => drawOf(load, loops).facilityKw);
  });
}

type Table = FacilityResult['partLoad'];

function byMonth(
  { itKw, facilityKw, waterM3PerHour, lossKw, otherKw }: Table, months: readonly MonthShare[] | null,
) {
  const rows = months ?? [{ power: 1, water: 1 }];
  return {
    itKw, lossKw, otherKw,
    facilityKw: rows.map((m) => facilityKw.map((kw) => kw * m.power)),
    waterM3PerHour: rows.map((m) => waterM3PerHour.map((w) => w * m.water)),
  };
}

/**
 * How power and water at the meter follow the IT load. Without climate nothing is drawn
 * and the plan says so.
 */
export function facilityResponse(
  inputs: ScenarioInputs, site: Site, facility: FacilityOutcome, network: FabricOutcome,
  months: readonly Weather[] | null,
): FacilityResponse {
  const part = facility.result?.partLoad;
  const params = facilityParams(inputs, site, facility.liquidFraction);
  const table = part === undefined || params === null
    ? { itKw: [0, 1], facilityKw: [[0, 1]], waterM3PerHour: [[0, 0]], lossKw: [0, 0],
      otherKw: [0, 0] }
    : { ...byMonth(part, monthShares(inputs, params)), ...(months === null ? {}
      : { facilityKwPeak: peakRows(params, months, part.itKw, facility.itKw) }) };
  return facilityFromTable(table, network.powerKw + facility.storageKw);
}

/** Carbon of the grid, g/kWh: entered, or the site's; null where nobody states it. */
export const gridCarbon = (inputs: ScenarioInputs, site: Site): number | null =>
  inputs.site.values.carbonGPerKwh ?? site.carbonGPerKwh?.value ?? null;
