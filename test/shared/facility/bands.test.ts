import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { evaluateBins } from '../../../shared/facility/site/climate.ts';
import { fanShareOf, pumpShareOf } from '../../../shared/facility/cooling/coolant-flow.ts';
import { meanOf } from '../../../shared/facility/cooling/mean-balance.ts';
import type { CoolingDesign, FacilityParams } from '../../../shared/facility/types.ts';
import { siteParams, sites } from './sample.ts';

/** Numbers in [0, 1) that are the same on every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** A draw from the published range of a constant: Lei & Masanet 2022, large sites. */
function drawFrom(next: () => number): (id: string) => number {
  return (id) => {
    const figure = builtInCatalog.constants[id]?.figure;
    if (figure?.low === undefined || figure.high === undefined)
      throw new Error(`${id} has no range`);
    return figure.low + (figure.high - figure.low) * next();
  };
}

function drawPlant(params: FacilityParams, draw: (id: string) => number): FacilityParams {
  const airDeltaK = draw('crah-delta-t-large');
  const pump = draw('pump-efficiency');
  return {
    ...params,
    power: {
      ...params.power, redundancy: 'n', transformerEfficiency: 1,
      otherLoad: draw('other-load-large'),
      distributionLoss: draw('distribution-loss-large'),
      upsLoss: { a: 0, b: 1 / draw('ups-efficiency-large') - 1, c: 0 },
    },
    cooling: {
      ...params.cooling, airDeltaK, airSupplyC: draw('supply-air-high'),
      fanShare: fanShareOf(draw('crah-pressure'), draw('crah-fan-efficiency'), airDeltaK),
      pumpShare: pumpShareOf(draw('chw-pump-pressure'), pump, draw('facility-water-delta-t')),
      towerPumpShare: pumpShareOf(draw('tower-pump-pressure'), pump,
        draw('tower-water-delta-t')),
      towerApproachK: draw('tower-approach'), exchangerApproachK: draw('economiser-approach'),
    },
  };
}

const yearOf = (params: FacilityParams): number =>
  meanOf(evaluateBins(params, 1000, 1000), (b) => b.facilityKw) / 1000;

const designs: readonly (readonly [string, Partial<CoolingDesign>, number])[] = [
  ['air-side', { rejection: 'air', adiabaticEffectiveness: 0.85 }, 0],
  ['water-side', { rejection: 'tower' }, 0],
  ['liquid', { rejection: 'tower' }, 0.87],
];

describe('annual PUE against published parameters', () => {
  it.each(
    designs,
  )('%s lies within 5-95 %% of plants drawn from them', (_, cooling, liquidFraction) => {
    for (const site of sites) {
      const draw = drawFrom(sequence(20_221_013));
      const own = siteParams(site, cooling, liquidFraction);
      const drawn = Array.from({ length: 100 }, () => yearOf(drawPlant(own, draw)))
        .toSorted((a, b) => a - b);
      // 0.01 for the ends of the band, which 100 draws know no better.
      expect(yearOf(own), site.id).toBeGreaterThan((drawn[5] ?? Infinity) - 0.01);
      expect(yearOf(own), site.id).toBeLessThan((drawn[94] ?? 0) + 0.01);
    }
  });
});
