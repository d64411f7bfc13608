import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closReach, sizeClos, smallestDivisorFrom, splitLeaf, uplinkShare,
} from '../../../shared/network/clos.ts';
import {
  multiPlane, railOnly, railOptimised, singleSwitch,
} from '../../../shared/network/rails.ts';

const radix = fc.integer({ min: 2, max: 80 }).map((half) => half * 2);

describe('sizeClos', () => {
  it('gives every leaf its uplinks and every spine no more than its ports', () => {
    fc.assert(fc.property(radix, fc.integer({ min: 1, max: 20_000 }), (k, endpoints) => {
      const design = sizeClos({ endpoints, radix: k });
      if (design === null) return endpoints > (k ** 3) / 4;
      const { leaf, spine, core, tiers } = design;
      expect(leaf * (k / 2)).toBeGreaterThanOrEqual(endpoints);
      expect((leaf - 1) * (k / 2)).toBeLessThan(endpoints);
      expect(spine * k).toBeGreaterThanOrEqual(tiers === 2 ? endpoints : 2 * endpoints);
      expect(core * k).toBeGreaterThanOrEqual(tiers === 3 ? endpoints : 0);
      return tiers === 2 ? (k / 2) % spine === 0 : endpoints > (k * k) / 2;
    }));
  });

  it('never needs more switches above the leaves for more oversubscription', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 7 }),
      (endpoints, ratio) => {
        const tight = sizeClos({ endpoints, radix: 64, oversubscription: ratio });
        const loose = sizeClos({ endpoints, radix: 64, oversubscription: ratio + 1 });
        expect(loose?.leafSpineCables).toBeLessThanOrEqual(tight?.leafSpineCables ?? 0);
        expect(loose?.leaf).toBeLessThanOrEqual(tight?.leaf ?? 0);
      }));
  });

  it('never needs fewer switches for more endpoints', () => {
    fc.assert(fc.property(radix, fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 1, max: 500 }), (k, few, more) => {
        const [small, large] = [sizeClos({ endpoints: few, radix: k }),
          sizeClos({ endpoints: few + more, radix: k })];
        fc.pre(small !== null && large !== null);
        for (const tier of ['leaf', 'spine', 'core'] as const) {
          expect(large?.[tier]).toBeGreaterThanOrEqual(small?.[tier] ?? 0);
        }
      }));
  });

  it('never needs more spines at 3:1 than at 1:1, nor at 7:1 than at 3:1', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60_000 }), (endpoints) => {
      const spines = [1, 3, 7].map(
        (oversubscription) => sizeClos({ endpoints, radix: 64, oversubscription })?.spine ?? 0,
      );
      expect(spines).toEqual(spines.toSorted((a, b) => b - a));
    }));
  });

  it('builds the tiers asked for, or none', () => {
    expect(sizeClos({ endpoints: 1024, radix: 64, tiers: 3 }))
      .toMatchObject({ tiers: 3, leaf: 32, spine: 32, core: 16 });
    expect(sizeClos({ endpoints: 4096, radix: 64, tiers: 2 })).toBeNull();
    expect(sizeClos({ endpoints: 1000, radix: 64, uplinks: 'whole-leaves' })?.leafSpineCables)
      .toBe(1024);
  });

  it('reaches exactly as far as it says', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 20 })
      .map((half) => half * 2), fc.constantFrom(1, 3), (k, oversubscription) => {
        fc.pre(splitLeaf(k, oversubscription).up >= 1);
        const most = closReach(k, oversubscription);
        expect(sizeClos({ endpoints: most, radix: k, oversubscription })).not.toBeNull();
        expect(sizeClos({ endpoints: most + k, radix: k, oversubscription })).toBeNull();
      }));
  });

  it('splits ports as floor(k o / (1 + o))', () => {
    expect(splitLeaf(64, 1)).toEqual({ down: 32, up: 32 });
    expect(splitLeaf(64, 3)).toEqual({ down: 48, up: 16 });
    expect(uplinkShare(64, 3)).toBeCloseTo(1 / 3, 12);
  });

  it.each([[72, 16, 18], [72, 32, 36], [32, 12, 16], [32, 33, 33], [7, 1, 1]])(
    'smallest divisor of %i from %i is %i', (n, least, divisor) => {
      expect(smallestDivisorFrom(n, least)).toBe(divisor);
    });

  it.each([
    { endpoints: 0, radix: 64 }, { endpoints: 8, radix: 63 },
    { endpoints: 8, radix: 64, oversubscription: 0.5 },
    { endpoints: 8, radix: 4, oversubscription: 1e12 },
    { endpoints: 8, radix: 64, breakout: 0 }, { endpoints: 8, radix: 64, railPlanes: 0 },
    { endpoints: Number.NaN, radix: 64 },
  ])('refuses misuse %j', (params) => {
    expect(() => sizeClos(params)).toThrow(RangeError);
  });
});

describe('rails and planes', () => {
  it('puts every rail on its own leaves: 127 nodes of 8 give the published 32 leaf, 16 spine', () => {
    expect(railOptimised({ nodes: 127, rails: 8, radix: 64 }, 1)).toMatchObject({
      leaf: 32, spine: 16, nodeLeafCables: 1016, leafSpineCables: 1024,
    });
  });

  it('needs no spine for rails alone while a switch holds the rail', () => {
    expect(railOnly({ nodes: 64, rails: 8, radix: 64 }))
      .toMatchObject({ tiers: 1, leaf: 8, spine: 0, leafSpineCables: 0 });
    expect(railOnly({ nodes: 65, rails: 8, radix: 64 })).toMatchObject({ tiers: 2, leaf: 24 });
  });

  it('is never deeper with more planes', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60_000 }), (endpoints) => {
      const one = sizeClos({ endpoints, radix: 64 });
      const two = multiPlane({ endpoints, radix: 64 }, 2);
      return two !== null && (one === null || two.tiers <= one.tiers);
    }));
    expect(() => multiPlane({ endpoints: 4, radix: 64 }, 0)).toThrow(RangeError);
  });

  it('takes one switch as long as its ports last', () => {
    expect(singleSwitch(64, 64)?.leaf).toBe(1);
    expect(singleSwitch(65, 64)).toBeNull();
  });
});
