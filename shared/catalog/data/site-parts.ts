import type { ClimateBin, Site } from '../types.ts';
import type { Sourced } from '../../units/provenance.ts';
import { cite } from '../cite.ts';
import type { Remark } from '../cite.ts';
import { climateBins1 } from './climate-bins-1.ts';
import { climateBins2 } from './climate-bins-2.ts';

/** Width of every shipped climate bin, K. */
const binWidthK = 2;

export const tmyx = 'Climate.OneBuilding.Org TMYx (EPW), via HewlettPackard/dc-rl';
export const normals =
  'Climate.OneBuilding.Org climate normals (EPW), via HewlettPackard/dc-rl';
export const openMeteo =
  'Open-Meteo.com hourly 2020-2024 averaged to one year (CC BY 4.0), via '
  + 'HewlettPackard/sustain-cluster';

export const fromTmyx = cite(tmyx, null, 'derived');
export const fromOpenMeteo = cite(openMeteo, '2024', 'derived');
const eiaRevenue = cite('U.S. EIA electricity annual, secrev-map, released 2024-10-17',
  '2023', 'measured');
const electricityMaps = cite('Electricity Maps hourly intensity 2024, annual mean, via '
  + 'HewlettPackard/sustain-cluster @293fbd1', '2024', 'derived');
export const eia930 =
  cite('U.S. EIA form 930, average intensity, via HewlettPackard/dc-rl', '2022',
    'derived');
const market =
  cite('Hourly wholesale prices, annual mean, via HewlettPackard/sustain-cluster @293fbd1',
    '2024', 'derived');

/**
 * A design temperature: reached or undercut in 99.6 % of hours, `high` the maximum on
 * record.
 */
export function upTo(high: number): Remark {
  return { high,
    note: '99.6 % of hours at or below; the upper bound is the maximum in the data' };
}

/** Average retail revenue per kWh of a US state, demand charges included. */
export function retail(
  region: string, industrial: number, commercial: number,
): Pick<Site, 'region' | 'industrialUsdPerKwh' | 'commercialUsdPerKwh'>
  & { readonly region: string } {
    const remark = { note: `state average of ${region}, demand charges included` };
    return {
      region, industrialUsdPerKwh: eiaRevenue(industrial, 'USD/kWh', remark),
      commercialUsdPerKwh: eiaRevenue(commercial, 'USD/kWh', remark),
    };
  }

/** Direct emissions of the grid zone; the life-cycle figure stands in the note. */
export function gridMean(zone: string, direct: number, lifeCycle: number): Sourced {
  return electricityMaps(direct, 'gCO2/kWh',
    { note: `zone ${zone}, direct emissions, own mean; life cycle `
      + `${lifeCycle}` });
}

/**
 * Wholesale energy price of a grid zone from its 2024 mean in USD/MWh; the range spans
 * 2023 and 2024.
 */
export function wholesale(zone: string, mean2024: number, mean2023: number): Sourced {
  const perKwh = (usdPerMwh: number): number => Math.round(usdPerMwh * 10) / 10_000;
  return market(perKwh(mean2024), 'USD/kWh', {
    low: perKwh(Math.min(mean2023, mean2024)), high: perKwh(Math.max(mean2023, mean2024)),
    note:
      `zone ${zone}, energy only, own mean at fixed exchange rates; the range spans 2023 and 2024`,
  });
}

/** The bins of a site; throws when the site has none in the tables. */
export function readBins(site: string): readonly ClimateBin[] {
  const rows = climateBins1[site] ?? climateBins2[site];
  if (rows === undefined) throw new Error(`no climate bins for ${site}`);
  return rows.map(([lowC, dryBulbHours, meanDryBulbC, meanWetBulbC, wetBulbHours]) => ({
    lowC, highC: lowC + binWidthK, dryBulbHours, meanDryBulbC, meanWetBulbC, wetBulbHours,
  }));
}
