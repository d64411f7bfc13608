import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillLoads, normaliseShape, shapeFromPeak } from '../../../shared/lifecycle/shape.ts';

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, x) => sum + x, 0) / values.length;

describe('shapeFromPeak', () => {
  it('has mean 1 and the peak asked for', () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 20, noNaN: true }), (peak) => {
      const shape = shapeFromPeak(peak);
      expect(mean(shape)).toBeCloseTo(1, 9);
      expect(Math.max(...shape)).toBeCloseTo(peak, 6);
      expect(Math.min(...shape)).toBeGreaterThanOrEqual(0);
    }));
  });

  it.each([[0.9], [25], [Number.NaN]])('refuses a peak of %d', (peak) => {
    expect(() => shapeFromPeak(peak)).toThrow(RangeError);
  });
});

describe('fillLoads', () => {
  it('caps the busy hours and keeps the mean', () => {
    const out = new Float64Array(2);
    fillLoads([1.5, 0.5], 0.8, out);
    expect([...out]).toEqual([1, expect.closeTo(0.6, 12)]);
  });

  it('keeps the mean and stays within 0 and 1 for any shape', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 10, noNaN: true }),
      { minLength: 1, maxLength: 48 }), fc.double({ min: 0, max: 1, noNaN: true }),
        (raw, share) => {
        fc.pre(mean(raw) > 1e-6);
        const shape = normaliseShape(raw).toSorted((a, b) => b - a);
        const out = new Float64Array(shape.length);
        fillLoads(shape, share, out);
        expect(mean(out)).toBeCloseTo(share, 9);
        expect(Math.max(...out)).toBeLessThanOrEqual(1 + 1e-12);
        expect(Math.min(...out)).toBeGreaterThanOrEqual(0);
      }));
  });
});
