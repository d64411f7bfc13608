import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutRange } from '../../../renderer/screens/results/range-layout.ts';

describe('range of peers', () => {
  it('ends at two and a half times the highest', () => {
    // 5, 10, 20 and 15 of 25
    expect(layOutRange(15, 5, 10))
      .toEqual({ from: 20, to: 40, twice: 80, plan: 60, beyond: false });
  });
  it('keeps what lies beyond at its end and says so', () => {
    expect(layOutRange(1000, 5, 10)).toMatchObject({ plan: 99.4, beyond: true });
    expect(layOutRange(-3, 5, 10)).toMatchObject({ plan: 0.6, beyond: false });
    expect(layOutRange(null, 5, 10)).toMatchObject({ plan: null, beyond: false });
  });
  it('shows a single peer', () => {
    const { from, to } = layOutRange(1, 10, 10);
    expect(to).toBeGreaterThan(from);
  });
  it('never leaves the axis', () => {
    const any = fc.double({ min: -1e15, max: 1e15, noNaN: true });
    fc.assert(fc.property(any, any, any, (value, a, b) => {
      const { from, to, twice, plan } = layOutRange(value, Math.min(a, b), Math.max(a, b));
      for (const at of [from, to, twice, plan ?? 0]) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(100);
      }
    }));
  });
});
