import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureKinds, type RealityPeer } from '../../../shared/reality/types.ts';
import { isMarked, judge, verdictOf } from '../../../shared/reality/verdict.ts';

const peer = (name: string, value: number): RealityPeer =>
  ({ name, value, date: '2026', source: 'a test', evidence: 'vendor', note: '' });
const two = [peer('low', 5), peer('high', 10)];
const measured = (value: number, peers = two) => judge({
  kind: 'revenuePerMwYear', unit: 'USD/MW-year', metric: { value }, peers, responsible: [],
});

describe('verdict', () => {
  it('lies by the range, and is far above beyond twice the highest', () => {
    expect([4.9, 5, 10, 10.1, 20, 20.1].map((value) => verdictOf(value, 5, 10)))
      .toEqual(['below', 'inside', 'inside', 'above', 'above', 'far-above']);
  });
  it('takes its range from the peers, in whatever order', () => {
    expect(measured(7, two.toReversed())).toMatchObject({ low: 5, high: 10, verdict: 'inside' });
  });
  it('is none without a peer or a value, and says why there is no value', () => {
    expect(measured(7, [])).toMatchObject({ value: 7, low: null, high: null, verdict: null });
    const absent = { code: 'no-revenue', detail: 'nothing is sold' } as const;
    expect(judge({ kind: 'irr', unit: 'fraction/year', metric: { value: null, absent },
      peers: two, responsible: [] }))
      .toMatchObject({ value: null, absent, low: 5, high: 10, verdict: null, marked: false });
  });
});

describe('mark', () => {
  it('stands on what speaks for the plan by more than twice', () => {
    // a margin of 76 % leaves costs of 24 %, less than half of the 50 % of the best peer
    expect(isMarked('grossMargin', 0.76, 0.1, 0.5)).toBe(true);
    expect(isMarked('grossMargin', 0.74, 0.1, 0.5)).toBe(false);
    expect(isMarked('payback', 14, 30, 42)).toBe(true);
    expect(isMarked('payback', 16, 30, 42)).toBe(false);
    expect(isMarked('payback', 400, 30, 42)).toBe(false);
    expect(isMarked('costPerAcceleratorHour', 0.9, 2, 3)).toBe(true);
    expect(isMarked('costPerAcceleratorHour', 9, 2, 3)).toBe(false);
    expect(isMarked('irr', 0.81, 0.1, 0.4)).toBe(true);
    expect(isMarked('priceAge', 21, 9, 20)).toBe(true);
  });
  it('never stands on a plan that lies among its peers', () => {
    fc.assert(fc.property(fc.constantFrom(...measureKinds), fc.double({ min: 0.01, max: 0.9,
      noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (kind, low, share) => {
      const high = low + (0.95 - low) * 0.5;
      expect(isMarked(kind, low + (high - low) * share, low, high)).toBe(false);
    }));
  });
});
