import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rootBetween } from '../../../../shared/economics/functions/root.ts';

describe('rootBetween', () => {
  it('finds where a rising curve crosses, to double precision', () => {
    fc.assert(fc.property(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({
      min: 0.01, max: 20, noNaN: true,
    }),
      (root, steepness) => {
        const found = rootBetween((x) => Math.expm1(steepness * (x - root) / 100), -60, 60);
        expect(Math.abs(found - root))
          .toBeLessThan(1e-12 * Math.max(1, Math.abs(root)) / Math.min(1, steepness));
      }));
  });

  it('returns an end that is a root itself', () => {
    expect(rootBetween((x) => x, 0, 3)).toBe(0);
    expect(rootBetween((x) => x - 3, 0, 3)).toBe(3);
  });

  it('finds the square root of two', () => {
    expect(rootBetween((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
  });
});
