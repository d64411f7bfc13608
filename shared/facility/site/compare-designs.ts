import type { Site } from '../../catalog/types.ts';
import { copyOf } from '../../units/reading.ts';
import { evaluateFacility } from './evaluate.ts';
import type {
  CoolingDesign, FacilityParams, HeatRejection, Terminal, Weather,
} from '../types.ts';

/** A cooling design under a name, as changes to the plan's own. */
export interface NamedDesign {
  readonly id: string;
  readonly label: string;
  readonly cooling: Partial<CoolingDesign>;
  /** Share of rack heat in liquid; absent keeps the plan's. */
  readonly liquidFraction?: number;
}

/** One cell of the comparison; nulls where the site has no climate. */
export interface DesignAtSite {
  readonly siteId: string;
  readonly designId: string;
  readonly pueAnnual: number | null;
  readonly puePeak: number | null;
  readonly wueLPerKwh: number | null;
  readonly cueKgPerKwh: number | null;
  readonly chillerHours: number | null;
}

/**
 * The designs people weigh against one another, for racks as they are and for racks
 * cooled by air.
 */
export const usualDesigns: readonly NamedDesign[] = [
  named('air-side', 'Outdoor air', 'air', 'direct-to-chip', 0),
  named('water-side', 'Air handlers and tower', 'tower', 'direct-to-chip', 0),
  named('chilled', 'Air handlers and chillers', 'chiller', 'direct-to-chip', 0),
  named('rear-door', 'Rear doors and dry coolers', 'dry', 'rear-door', 0),
  named('liquid-dry', 'Direct to chip and dry coolers', 'dry', 'direct-to-chip'),
  named('liquid-tower', 'Direct to chip and tower', 'tower', 'direct-to-chip'),
  named('immersion', 'Immersion and dry coolers', 'dry', 'immersion'),
];

function named(
  id: string, label: string, rejection: HeatRejection, terminal: Terminal,
  liquidFraction?: number,
): NamedDesign {
  const design = { id, label, cooling: { rejection, terminal } };
  return liquidFraction === undefined ? design : { ...design, liquidFraction };
}

/** The design hour of a site: its stated 99.6 % temperatures, or its hottest bin. */
export function designWeatherOf(site: Site): Weather | null {
  const hottest = site.bins.filter((bin) => bin.dryBulbHours > 0).at(-1);
  const dryBulbC = site.designDryBulbC?.value ?? hottest?.meanDryBulbC ?? null;
  const wetBulbC = site.designWetBulbC?.value ?? hottest?.meanWetBulbC ?? null;
  return dryBulbC === null || wetBulbC === null ? null : { dryBulbC, wetBulbC };
}

/**
 * Cooling designs at sites, every design at every site, with the plan's power chain and
 * temperatures.
 * @param base the plan's facility; its climate is replaced by each site's
 * @returns one cell per pair in the order given, sites outermost
 * @example compareDesigns(params, [ashburn], usualDesigns).length // 7
 */
export function compareDesigns(
  base: FacilityParams, sites: readonly Site[], designs: readonly NamedDesign[],
): readonly DesignAtSite[] {
  return sites.flatMap((site) => designs.map((design) => evaluatePair(base, site, design)));
}

function evaluatePair(
  { power, cooling, liquidFraction }: FacilityParams, site: Site, design: NamedDesign,
): DesignAtSite {
  const designWeather = designWeatherOf(site);
  const result = designWeather === null ? null : evaluateFacility({
    power, cooling: { ...copyOf(cooling), ...design.cooling },
    liquidFraction: design.liquidFraction ?? liquidFraction,
    bins: site.bins, designWeather, elevationM: site.elevationM,
    carbonGPerKwh: site.carbonGPerKwh?.value ?? null,
  }, referenceKw);
  return {
    siteId: site.id, designId: design.id, pueAnnual: result?.pueAnnual ?? null,
    puePeak: result?.puePeak ?? null,
    wueLPerKwh: result?.wueLPerKwh ?? null, cueKgPerKwh: result?.cueKgPerKwh ?? null,
    chillerHours: result?.chillerHours ?? null,
  };
}

/** Ratios do not depend on the size of the hall. */
const referenceKw = 1000;
