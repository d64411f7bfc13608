import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findConsistent } from '../../../shared/disclosure/search.ts';

const space = { points: [0, 1, 10, 100, 1000], halvings: 60, integer: false };

describe('values that agree with every statement', () => {
  it('are found to the last digits where a figure gives them back', () => {
    fc.assert(fc.property(fc.double({ min: 0.001, max: 999, noNaN: true }), (secret) => {
      const found = findConsistent((x) => {
        const off = (5000 - 3 * x) - (5000 - 3 * secret);
        return [Math.abs(off) <= 1e-9 * 5000 ? 0 : Math.sign(off)];
      }, space);
      expect(found).toHaveLength(1);
      expect(Math.abs((found[0]?.low ?? 0) - secret)).toBeLessThan(1e-5);
    }));
  });
  it('are what several statements leave together', () => {
    const between = (low: number, high: number) => (x: number) =>
      (x < low ? -1 : x > high ? 1 : 0);
    const [a, b] = [between(2, 8), between(5, 20)];
    const [only] = findConsistent((x) => [a(x), b(x)], { ...space, points: [0, 6, 100] });
    expect(only?.low).toBeCloseTo(5, 9);
    expect(only?.high).toBeCloseTo(8, 9);
  });
  it('are none where the statements contradict each other', () => {
    expect(findConsistent((x) => [Math.sign(x - 3), Math.sign(x - 4)], space)).toEqual([]);
  });
  it('are everything tried where nothing is said', () => {
    expect(findConsistent(() => [], space)).toEqual([{ low: 0, high: 1000 }]);
  });
  it('come in two stretches where a figure falls and rises again', () => {
    const found = findConsistent((x) => [Math.abs(x * x - 9) < 1e-6 ? 0 : Math.sign(x * x - 9)],
      { ...space, points: [-10, 0, 10] });
    expect(found.map(({ low }) => Math.round(low))).toEqual([-3, 3]);
  });
  it('are whole numbers where only those are allowed', () => {
    expect(findConsistent((x) => [Math.sign(x - 37)], { ...space, integer: true }))
      .toEqual([{ low: 37, high: 37 }]);
  });
});
