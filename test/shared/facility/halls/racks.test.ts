import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitRacks, type RackRequest } from '../../../../shared/facility/halls/racks.ts';

const request: RackRequest = {
  key: 'a', rackKw: 132, racks: null, weight: 1, startMonth: 1, retireMonth: null,
  freesPower: false,
  liquidFraction: 0.87,
};

describe('fitRacks', () => {
  it('fills the power and says what one more rack wants', () => {
    const fit = fitRacks([request], 1000);
    expect(fit.racks.get('a')).toBe(7);
    expect(fit.binding.get('a')?.limit).toBe('power');
    expect(fit.binding.get('a')?.shortBy).toBeCloseTo(8 * 132 - 1000, 9);
    expect(fit.headroom).toEqual([{ limit: 'power', given: 1000, used: 924 }]);
  });

  it.each([
    [{ liquidKw: 300 }, 'liquid', 2], [{ airKw: 60 }, 'air', 3],
    [{ positions: 4 }, 'positions', 4], [{ rackKw: 100 }, 'rack-power', 0],
    [{ floorKgPerM2: 1000 }, 'floor-load', 0],
  ] as const)('names the limit that binds: %j', (limits, limit, racks) => {
    const fit = fitRacks([{ ...request, floorKgPerM2: 1360 / 0.72 }], 1000, limits);
    expect(fit.binding.get('a')?.limit).toBe(limit);
    expect(fit.racks.get('a')).toBe(racks);
  });

  it('lets one more rack in when given what was short', () => {
    const limits = fc.record({
      liquidKw: fc.integer({ min: 1, max: 5000 }), airKw: fc.integer({ min: 1, max: 5000 }),
      positions: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(fc.property(limits, fc.integer({ min: 1, max: 5000 }), (given, budget) => {
      const before = fitRacks([request], budget, given);
      const { limit, shortBy } = before.binding.get('a') ?? { limit: 'power', shortBy: 0 };
      const more = shortBy + 1e-6;
      const raised = {
        liquidKw: given.liquidKw + (limit === 'liquid' ? more : 0),
        airKw: given.airKw + (limit === 'air' ? more : 0),
        positions: given.positions + (limit === 'positions' ? more : 0),
      };
      const after = fitRacks([request], budget + (limit === 'power' ? more : 0), raised);
      // Another limit may bind just as tightly; then the count stays, but never falls.
      expect(after.racks.get('a')).toBeGreaterThanOrEqual(before.racks.get('a') ?? 0);
      const gained = (after.racks.get('a') ?? 0) > (before.racks.get('a') ?? 0);
      expect(gained || after.binding.get('a')?.limit !== limit).toBe(true);
    }));
  });

  it('never exceeds what is given, whatever fills it', () => {
    const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const group = fc.record({
      rackKw: between(1, 300), weight: between(0.1, 1), liquidFraction: between(0, 1),
    });
    fc.assert(fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (groups) => {
      const requests = groups.map((g, i) => ({ ...request, ...g, key: `g${i}` }));
      const { headroom } = fitRacks(requests, 5000,
        { liquidKw: 2000, airKw: 1500, positions: 40 });
      for (const { given, used } of headroom) {
        expect(used).toBeLessThanOrEqual(given + 1e-6);
      }
    }));
  });

  it('shares what is left by weight after counts that were asked for, and reuses freed power', () => {
    const fit = fitRacks([
      { ...request, key: 'asked', racks: 2, rackKw: 100, retireMonth: 24 },
      { ...request, key: 'big', rackKw: 100, weight: 3 },
      { ...request, key: 'small', rackKw: 100 },
      { ...request, key: 'later', rackKw: 100, startMonth: 25, freesPower: true },
    ], 1000);
    expect([...fit.racks]).toEqual([['asked', 2], ['big', 6], ['small', 2], ['later', 2]]);
    expect(fit).toMatchObject({ peakKw: 1000, peakMonth: 1 });
  });

  it('refuses racks without power', () => {
    expect(() => fitRacks([{ ...request, rackKw: 0 }], 1000)).toThrow(RangeError);
  });
});
