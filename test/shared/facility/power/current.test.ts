import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dcAmps, dcFeedKw, threePhaseAmps, threePhaseFeedKw,
} from '../../../../shared/facility/power/current.ts';

describe('current', () => {
  // Six racks of 132 kW on one busway of the AUS-1 reference site.
  it('962 A for 6 x 132 kW at 480 V and PF 0.99', () => {
    expect(Math.round(threePhaseAmps(6 * 132, 480, 0.99))).toBe(962);
  });

  it('is power over voltage for direct current', () => {
    expect(dcAmps(132, 800)).toBeCloseTo(165, 12);
  });

  it('inverts: a feed of the current carries the power', () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 1e5, noNaN: true }), (kw) => {
      expect(threePhaseFeedKw(threePhaseAmps(kw, 415, 0.95), 415, 0.95, 1)).toBeCloseTo(kw, 6);
      expect(dcFeedKw(dcAmps(kw, 800), 800, 1)).toBeCloseTo(kw, 6);
    }));
  });

  it.each([
    [0, 0.99], [480, 0], [480, 1.1],
  ])('refuses %f V with power factor %f', (volts, pf) => {
    expect(() => threePhaseAmps(1, volts, pf)).toThrow(RangeError);
  });
});
