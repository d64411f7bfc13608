import { evaluateFacility } from './evaluate.ts';
import type { CoolingDesign, FacilityParams } from './types.ts';

/** A way to cool a hall, from the rack to the outside, as a change to a design's own figures. */
export interface CoolingPreset {
  readonly id: string;
  readonly label: string;
  readonly cooling: Partial<CoolingDesign>;
  /** Share of rack heat taken by liquid; null keeps that of the racks. */
  readonly liquidFraction: number | null;
}

/**
 * Designs to compare. Approaches, rises and shares stay those of the project; supply temperatures are what each
 * way of cooling needs: air inlets 18-27 C (ASHRAE TC9.9), warm water 20-45 C (published direct-to-chip racks).
 */
export const coolingPresets: readonly CoolingPreset[] = [
  {
    id: 'outdoor-air', label: 'Outdoor air with evaporative pads and trim chillers', liquidFraction: 0,
    // 0.85 is a usual effectiveness of rigid pads; assumed.
    cooling: { rejection: 'air', terminal: 'direct-to-chip', adiabaticEffectiveness: 0.85 },
  },
  {
    id: 'air-tower', label: 'Air handlers, cooling tower with water-side economiser', liquidFraction: 0,
    cooling: { rejection: 'tower', terminal: 'direct-to-chip' },
  },
  {
    id: 'air-chiller', label: 'Air handlers, air-cooled chillers with economiser', liquidFraction: 0,
    cooling: { rejection: 'chiller', terminal: 'direct-to-chip' },
  },
  {
    id: 'rear-door-tower', label: 'Rear doors, cooling tower', liquidFraction: 0,
    cooling: { rejection: 'tower', terminal: 'rear-door' },
  },
  {
    id: 'liquid-dry', label: 'Direct-to-chip with residual air, dry coolers', liquidFraction: null,
    cooling: { rejection: 'dry', terminal: 'direct-to-chip' },
  },
  {
    id: 'liquid-tower', label: 'Direct-to-chip with residual air, cooling tower', liquidFraction: null,
    cooling: { rejection: 'tower', terminal: 'direct-to-chip' },
  },
  {
    id: 'immersion-dry', label: 'Immersion, dry coolers', liquidFraction: 1,
    // Baths run at 40 C supply and above; vendors quote 40-50 C; assumed.
    cooling: { rejection: 'dry', terminal: 'immersion', liquidSupplyC: 40 },
  },
];

/**
 * The facility with another cooling design; racks, power chain and climate stay.
 * @example applyPreset(params, preset).cooling.rejection // 'dry'
 */
export function applyPreset(params: FacilityParams, preset: CoolingPreset): FacilityParams {
  return {
    ...params, cooling: { ...params.cooling, ...preset.cooling },
    liquidFraction: preset.liquidFraction ?? params.liquidFraction,
  };
}

/** One cell of a comparison of designs and sites; null figures where the site has no climate. */
export interface CoolingComparison {
  readonly site: string;
  readonly design: string;
  readonly pueAnnual: number | null;
  readonly puePeak: number | null;
  readonly coolingPpue: number | null;
  readonly wueLPerKwh: number | null;
  readonly cueKgPerKwh: number | null;
  readonly chillerHours: number | null;
  /** IT power that a given utility connection carries in the design hour, kW. */
  readonly itKwPerUtilityMw: number | null;
}

/**
 * Every design at every site, in the order given, sites first.
 * @param sites facility of each site with the project's own cooling figures
 * @param itKw IT load, > 0; ratios barely depend on it
 * @example compareCooling([{ site: 'phoenix', params }], coolingPresets, 1000).length // 7
 */
export function compareCooling(
  sites: readonly { readonly site: string; readonly params: FacilityParams }[],
  presets: readonly CoolingPreset[], itKw: number,
): readonly CoolingComparison[] {
  return sites.flatMap(({ site, params }) => presets.map((preset): CoolingComparison => {
    const year = evaluateFacility(applyPreset(params, preset), itKw);
    return {
      site, design: preset.id, pueAnnual: year?.pueAnnual ?? null, puePeak: year?.puePeak ?? null,
      coolingPpue: year?.coolingPpue ?? null, wueLPerKwh: year?.wueLPerKwh ?? null,
      cueKgPerKwh: year?.cueKgPerKwh ?? null, chillerHours: year?.chillerHours ?? null,
      itKwPerUtilityMw: year === null ? null : 1000 / year.puePeak,
    };
  }));
}
