import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capEffect, capFactor } from '../../../../shared/facility/power/power-cap.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const cap = fc.double({ min: 0.5, max: 1, noNaN: true });
const idle = fc.double({ min: 0, max: 0.4, noNaN: true });

describe('power cap', () => {
  it('changes nothing at full power', () => {
    expect(capFactor(1, 0.35, 0.5)).toBe(1);
    expect(capFactor(1.2, 0.35, 0.5)).toBe(1);
  });

  it('slows prefill with the cube root of its dynamic power', () => {
    // (0.8 - 0.3) / (1 - 0.3) = 0.714; its cube root is 0.894.
    expect(capFactor(0.8, 0.3, 1)).toBeCloseTo(0.8939, 4);
  });

  it('costs decode nothing while the cap is above what decode draws', () => {
    expect(capFactor(0.8, 0.35, 0)).toBe(1);
    expect(capFactor(0.6, 0.35, 0)).toBeLessThan(1);
  });

  it('never helps, and a lower cap or more prefill never serves more', () => {
    fc.assert(fc.property(cap, cap, idle, share, share, (a, b, idleShare, p, q) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const [less, more] = p < q ? [p, q] : [q, p];
      expect(capFactor(high, idleShare, less)).toBeLessThanOrEqual(1);
      expect(capFactor(low, idleShare, less))
        .toBeLessThanOrEqual(capFactor(high, idleShare, less) + 1e-12);
      expect(capFactor(low, idleShare, more))
        .toBeLessThanOrEqual(capFactor(low, idleShare, less) + 1e-12);
    }));
  });

  it('keeps the cap, or says that the lowest clock cannot', () => {
    const any = fc.double({ min: 0.05, max: 1, noNaN: true });
    fc.assert(fc.property(any, idle, share, (at, idleShare, prefillShare) => {
      const effect = capEffect({ cap: at, idleShare, prefillShare });
      expect(effect.keeps ? effect.power : 0).toBeLessThanOrEqual(at * (1 + 1e-6));
      // The lowest clock of 0.3 draws 0.3^3 of what depends on the clock.
      const least = idleShare + (1 - idleShare) * 0.027;
      expect(at < least && prefillShare > 0 ? effect.keeps : false).toBe(false);
    }));
    expect(capEffect({ cap: 0.3, idleShare: 0.35, prefillShare: 0.5 }).keeps).toBe(false);
  });

  const absurd = [[0, 0.3, 0.5], [0.8, 1, 0.5], [0.8, 0.3, 1.5]] as const;
  it.each(absurd)('refuses %f, %f, %f', (at, idleShare, prefillShare) => {
    expect(() => capFactor(at, idleShare, prefillShare)).toThrow(RangeError);
  });
});
