import fc from 'fast-check';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import type { Site } from '../../../shared/catalog/types.ts';
import type {
  CoolingDesign, FacilityParams, HeatRejection, PowerChain,
} from '../../../shared/facility/types.ts';

/** Every shipped site with climate. */
export const sites: readonly Site[] = Object.values(builtInCatalog.sites)
  .filter((s) => s.bins.length > 0);

export const chain: PowerChain = {
  redundancy: '4m3', blocks: 3, transformerEfficiency: 0.99,
  upsLoss: { a: 0.006, b: 0.016, c: 0.009 }, distributionLoss: 0.01, otherLoad: 0.001,
};

export const design: CoolingDesign = {
  rejection: 'dry', liquidSupplyC: 30, airSupplyC: 24, liquidDeltaK: 10, dryApproachK: 8,
  towerApproachK: 4.75, exchangerApproachK: 3, chillerCarnot: 0.5, fanShare: 0.05,
  pumpShare: 0.012,
  rejectionFanShare: 0.015, cyclesOfConcentration: 5, windageShare: 0.0005,
};

export const rejections: readonly HeatRejection[] = ['dry', 'tower', 'chiller', 'air', 'dx'];

export function siteParams(
  site: Site, cooling: Partial<CoolingDesign> = {}, liquidFraction = 0.87,
): FacilityParams {
  const hottest = site.bins.filter((b) => b.dryBulbHours > 0).at(-1);
  return {
    power: chain, cooling: { ...design, ...cooling }, liquidFraction, bins: site.bins,
    designWeather: {
      dryBulbC: site.designDryBulbC?.value ?? hottest?.meanDryBulbC ?? 40,
      wetBulbC: site.designWetBulbC?.value ?? hottest?.meanWetBulbC ?? 25,
    },
  };
}

export const anySite = fc.constantFrom(...sites);
export const anyRejection = fc.constantFrom(...rejections);
const range = (min: number, max: number) => fc.double({ min, max, noNaN: true });
export const anyWeather = fc.tuple(range(-30, 50), range(0, 1))
  .map(([dryBulbC, moist]) => ({
    dryBulbC, wetBulbC: Math.min(32, dryBulbC - (1 - moist) * 15),
  }));
