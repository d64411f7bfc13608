import { describe, expect, it } from 'vitest';
import {
  normalCdf, normalQuantile,
} from '../../../../shared/uncertainty/numerics/normal.ts';

describe('the normal law', () => {
  it('has the published tail areas', () => {
    // Abramowitz and Stegun, tables 26.1 and 26.2.
    expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 14);
    expect(normalCdf(-3)).toBeCloseTo(0.00134989803163009, 15);
    expect(normalCdf(-10) / 7.61985302416053e-24).toBeCloseTo(1, 11);
    expect(normalCdf(3.9999999) - normalCdf(4.0000001)).toBeCloseTo(0, 9);
  });

  it('is undone by its quantiles', () => {
    for (const p of [1e-300, 1e-20, 1e-5, 0.02, 0.075, 0.3, 0.5, 0.9, 0.999])
      expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 10);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1.1)).toBeNaN();
  });
});
