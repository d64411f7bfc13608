import { describe, expect, it } from 'vitest';
import { balanceAt } from '../../../../shared/facility/cooling/balance.ts';
import {
  hasEconomiser, isWaterCooled, rejectHeat, rejectToAir, rejectToRefrigerant,
} from '../../../../shared/facility/cooling/heat-rejection.ts';
import { chillerCop } from '../../../../shared/facility/cooling/chiller.ts';
import type { CoolingDesign, FacilityParams, HeatRejection } from '../../../../shared/facility/types.ts';
import { siteParams, sites } from '../sample.ts';

const [site] = sites;
if (site === undefined) throw new Error('no site');
const params = siteParams(site);
const withCooling = (cooling: Partial<CoolingDesign>, liquidFraction = 0): FacilityParams =>
  ({ ...params, liquidFraction, cooling: { ...params.cooling, ...cooling } });
const cold = { dryBulbC: -5, wetBulbC: -6 };
const warm = { dryBulbC: 30, wetBulbC: 22 };
const kinds: readonly HeatRejection[] = ['dry', 'tower', 'chiller', 'air', 'dx'];

describe('a plant without an economiser', () => {
  it.each(['dry', 'tower', 'chiller', 'air'] as const)('of %s runs chillers in the cold', (rejection) => {
    const [on, off] = [true, false].map((economiser) =>
      balanceAt(withCooling({ rejection, economiser }), cold, 900, 1000));
    expect(on?.chillerKw).toBe(0);
    expect(off?.chillerKw).toBeGreaterThan(30);
    expect(off?.facilityKw).toBeGreaterThan(Number(on?.facilityKw));
  });

  it.each(kinds)('of %s hands over all the power it takes', (rejection) => {
    for (const weather of [cold, warm]) {
      const balance =
        balanceAt(withCooling({ rejection, economiser: false }, 0.4), weather, 700, 1000);
      expect(balance.heatKw / balance.facilityKw).toBeCloseTo(1, 9);
    }
  });

  it('makes no difference where outdoor air and tower could give nothing anyway', () => {
    const hot = { dryBulbC: 60, wetBulbC: 40 };
    const of = (economiser: boolean) =>
      rejectHeat({ ...params.cooling, rejection: 'tower', economiser }, 20, 8, hot).chillerKw;
    expect(of(false)).toBe(of(true));
  });

  it('leaves direct expansion as it is, which has none for air', () => {
    const of = (economiser: boolean) =>
      balanceAt(withCooling({ rejection: 'dx', economiser }, 0.5), cold, 1000, 1000).facilityKw;
    expect(of(false)).toBe(of(true));
    expect(hasEconomiser({ ...params.cooling, rejection: 'dx', economiser: false })).toBe(true);
  });
});

describe('chillers cooled by a tower', () => {
  const design = { ...params.cooling, rejection: 'air', chillerSink: 'tower' } as const;

  it('need less power and take water, only while they run', () => {
    const [air, tower] = (['air', 'tower'] as const).map((chillerSink) =>
      balanceAt(withCooling({ rejection: 'air', chillerSink }), warm, 1000, 1000));
    expect(tower?.chillerKw).toBeLessThan(Number(air?.chillerKw));
    expect([air?.waterM3PerHour, Number(tower?.waterM3PerHour) > 0.3]).toEqual([0, true]);
    expect(balanceAt(withCooling({ rejection: 'air', chillerSink: 'tower' }),
      { dryBulbC: 10, wetBulbC: 7 }, 1000, 1000).waterM3PerHour).toBe(0);
  });

  it('see wet bulb and tower approach', () => {
    const { chillerKw, chilledShare } = rejectToAir(design, warm, 101.3);
    const cop = chillerCop({ supplyC: design.airSupplyC - 8, sink: 'water',
      sinkC: warm.wetBulbC + design.towerApproachK, carnot: design.chillerCarnot,
      evaporatorApproachK: design.exchangerApproachK });
    expect(chillerKw).toBeCloseTo(chilledShare / cop, 12);
  });

  it('are those of a tower, never of direct expansion', () => {
    expect(kinds.map((rejection) => isWaterCooled({ ...params.cooling, rejection })))
      .toEqual([false, true, false, false, false]);
    expect(kinds.map((rejection) =>
      isWaterCooled({ ...params.cooling, rejection, chillerSink: 'tower' })))
      .toEqual([true, true, true, true, false]);
  });
});

describe('direct expansion', () => {
  it('evaporates below the supply air by the coil', () => {
    // 24 C air, coil 8 K: 16 C; 30 C outdoors and 15 K: 45 C; half of Carnot.
    const { chillerKw, freeShare } = rejectToRefrigerant({ ...params.cooling, airSupplyC: 24,
      coilApproachK: 8, airCondenserK: 15, chillerCarnot: 0.5 }, warm);
    expect([freeShare, chillerKw]).toEqual([0, expect.closeTo((45 - 16) / (0.5 * 289.15), 9)]);
  });

  it('moves no water', () => {
    const { pumpsKw, waterM3PerHour } = balanceAt(withCooling({ rejection: 'dx' }), warm, 1000, 1000);
    expect([pumpsKw, waterM3PerHour]).toEqual([0, 0]);
  });
});
