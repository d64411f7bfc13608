import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fanShareOf, pumpShareOf, rackFlow, sizeCdus,
} from '../../../../shared/facility/cooling/coolant-flow.ts';
import { coolantFlow } from '../../../../shared/facility/cooling/water.ts';

describe('fans and pumps from pressures', () => {
  // Middles of the ranges of Lei & Masanet 2022 for large sites: 0.65 / (0.775 x 1.2 x
  // 1.006 x 16.65).
  it('0.042 kW/kW for air handlers, 0.0066 for chilled water and 0.0143 for tower pumps', () => {
    expect(fanShareOf(650, 0.775, 16.65)).toBeCloseTo(0.0417, 4);
    expect(pumpShareOf(143.65, 0.7, 7.5)).toBeCloseTo(0.0066, 4);
    expect(pumpShareOf(208.65, 0.7, 5)).toBeCloseTo(0.0143, 4);
  });

  it('halves with twice the temperature rise', () => {
    const some = fc.double({ min: 1, max: 30, noNaN: true });
    fc.assert(fc.property(some, (deltaK) => {
      expect(fanShareOf(500, 0.7, 2 * deltaK))
        .toBeCloseTo(fanShareOf(500, 0.7, deltaK) / 2, 12);
      expect(pumpShareOf(150, 0.7, 2 * deltaK))
        .toBeCloseTo(pumpShareOf(150, 0.7, deltaK) / 2, 12);
    }));
  });

  it.each([
    [0, 10], [0.7, 0],
  ])('refuses efficiency %f with a rise of %f K', (efficiency, deltaK) => {
    expect(() => pumpShareOf(100, efficiency, deltaK)).toThrow(RangeError);
  });
});

describe('coolant', () => {
  // 60 / (rho cp dT): about 14.4/dT for water, 15.3/dT for PG25.
  it.each(
    [['water', 14.4], ['pg25', 15.3]] as const,
  )('%s takes %f / dT L/min/kW', (coolant, k) => {
    expect(coolantFlow(coolant, 1)).toBeCloseTo(k, 1);
    const flow = rackFlow({ kw: 132, liquidFraction: 0.87, coolant, deltaK: 10 });
    expect(flow / (132 * 0.087 * k)).toBeCloseTo(1, 2);
  });
});

describe('coolant distribution units', () => {
  // AUS-1 reference site: 3,675 kW on units of 2,000 kW and 1,800 L/min, N+1: three units.
  it('three of 2,000 kW for 3,675 kW with one to spare, which survive the loss of one', () => {
    const plant =
      sizeCdus({ liquidKw: 3675, flowLpm: 3600, unitKw: 2000, unitLpm: 1800, spares: 1 });
    expect(plant).toMatchObject({ needed: 2, installed: 3, boundBy: 'heat' });
    expect(plant.loadOneLost).toBeCloseTo(0.919, 3);
  });

  it('lets the flow decide where the rise is small', () => {
    const plant =
      sizeCdus({ liquidKw: 2000, flowLpm: 5000, unitKw: 2000, unitLpm: 1800, spares: 0 });
    expect(plant).toMatchObject({ needed: 3, installed: 3, boundBy: 'flow' });
  });

  it('survives what its redundancy promises', () => {
    const kw = fc.double({ min: 1, max: 1e5, noNaN: true });
    fc.assert(fc.property(kw, fc.integer({ min: 1, max: 3 }), fc.boolean(),
      (liquidKw, spares, doubled) => {
        const plant =
          sizeCdus({ liquidKw, flowLpm: 0, unitKw: 500, unitLpm: null, spares, doubled });
        expect(plant.loadOneLost).toBeLessThanOrEqual(1 + 1e-9);
        expect(plant.load).toBeLessThan(plant.loadOneLost);
      }));
  });

  it('has no unit without heat', () => {
    const none = sizeCdus({ liquidKw: 0, flowLpm: 0, unitKw: 500, unitLpm: null, spares: 1 });
    expect(none).toMatchObject({ installed: 0, boundBy: 'nothing' });
  });
});
