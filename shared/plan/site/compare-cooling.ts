import type { Site } from '../../catalog/types.ts';
import { balanceAt } from '../../facility/cooling/balance.ts';
import { evaluateBins } from '../../facility/site/climate.ts';
import type { NamedDesign } from '../../facility/site/compare-designs.ts';
import { meanOf } from '../../facility/cooling/mean-balance.ts';
import type { FacilityParams } from '../../facility/types.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import { copyOf } from '../../units/reading.ts';
import { facilityParams } from './fit-racks.ts';

/** A cooling design at a site at full load; nulls where the site has no climate. */
export interface CoolingAtSite {
  readonly site: Site;
  readonly design: NamedDesign;
  readonly pueAnnual: number | null;
  readonly puePeak: number | null;
  readonly wueLPerKwh: number | null;
}

/** Ratios do not depend on the size of the hall. */
const referenceKw = 1000;

const withDesign = (
  params: FacilityParams, { cooling, liquidFraction }: NamedDesign,
): FacilityParams =>
  ({ ...params, cooling: { ...copyOf(params.cooling), ...cooling },
    liquidFraction: liquidFraction ?? params.liquidFraction });

function evaluateOne(
  params: FacilityParams,
): Pick<CoolingAtSite, 'pueAnnual' | 'puePeak' | 'wueLPerKwh'> {
  const bins = evaluateBins(params, referenceKw, referenceKw);
  const peak = balanceAt(params, params.designWeather, referenceKw, referenceKw);
  return {
    pueAnnual: bins.length === 0 ? null : meanOf(bins, (b) => b.facilityKw) / referenceKw,
    puePeak: peak.facilityKw / referenceKw,
    wueLPerKwh: bins.length === 0 ? null
      : (meanOf(bins, (b) => b.waterM3PerHour) * 1000) / referenceKw,
  };
}

/**
 * Every cooling design at every site with the plan's own temperatures, chain and racks:
 * full load, by climate bin.
 * @returns sites outermost, in the order given; sites without any weather give nulls
 */
export function compareCoolingAt(
  inputs: ScenarioInputs, liquidFraction: number, sites: readonly Site[],
  designs: readonly NamedDesign[],
): readonly CoolingAtSite[] {
  return sites.flatMap((site) => {
    const params = facilityParams(inputs, site, liquidFraction);
    return designs.map((design): CoolingAtSite => ({
      site, design,
      ...(params === null ? { pueAnnual: null, puePeak: null, wueLPerKwh: null }
        : evaluateOne(withDesign(params, design))),
    }));
  });
}
