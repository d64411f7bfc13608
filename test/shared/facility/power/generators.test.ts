import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeGenerators } from '../../../../shared/facility/power/generators.ts';

describe('generators', () => {
  // AUS-1 reference site: 15,169 kW / (6 x 3,000 kW) = 84 %, limit 90 %, N+1.
  it('6 of 3,000 kW run at 84 % for 15,169 kW, and one stands by', () => {
    expect(sizeGenerators(15_169, 3000, 1)).toMatchObject({ running: 6, installed: 7 });
    expect(sizeGenerators(15_169, 3000, 1).load).toBeCloseTo(0.843, 3);
  });

  it('never runs above the limit and never with a set too many', () => {
    const kw = fc.double({ min: 1, max: 1e6, noNaN: true });
    fc.assert(fc.property(kw, fc.double({ min: 100, max: 5000, noNaN: true }), (peak, set) => {
      const { running, load } = sizeGenerators(peak, set, 1);
      expect(load).toBeLessThanOrEqual(0.9 + 1e-6);
      expect((running - 1) * set * 0.9).toBeLessThan(peak);
    }));
  });
});
