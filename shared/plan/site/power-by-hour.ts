import type { Site } from '../../catalog/types.ts';
import { balanceAt } from '../../facility/cooling/balance.ts';
import type { WeatherHour } from '../../facility/types.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import { facilityParams } from './fit-racks.ts';
import { hoursOfYear } from './site-climate.ts';

const parts = 288;
const referenceKw = 1000;

/** The mean weather of every hour of the day in every month; null where one has no hour. */
function typicalHours(hours: readonly WeatherHour[]): readonly WeatherHour[] | null {
  if (hours.length === parts) return hours;
  const sums = Array.from({ length: parts }, () => ({ dry: 0, wet: 0, count: 0 }));
  for (const { month, hour, dryBulbC, wetBulbC } of hours) {
    const sum = sums[(month - 1) * 24 + hour];
    if (sum === undefined) continue;
    sum.dry += dryBulbC;
    sum.wet += wetBulbC;
    sum.count += 1;
  }
  if (sums.some(({ count }) => count === 0)) return null;
  return sums.map(({ dry, wet, count }, at) => ({ month: Math.floor(at / 24) + 1,
    hour: at % 24, dryBulbC: dry / count, wetBulbC: wet / count }));
}

/**
 * Power at the meter over IT power in a typical day of every month: 288 hours, January
 * first. The days are those of an imported climate, else of the year that is synthesized
 * from the site's bins.
 * @returns null where the site has no climate
 */
export function powerByHour(
  inputs: ScenarioInputs, site: Site, liquidFraction: number,
): readonly number[] | null {
  const params = facilityParams(inputs, site, liquidFraction);
  const year = hoursOfYear(inputs.climate.values, site);
  const typical = year === null ? null : typicalHours(year.hours);
  return params === null || typical === null ? null
    : typical.map((hour) =>
      balanceAt(params, hour, referenceKw, referenceKw).facilityKw / referenceKw);
}
