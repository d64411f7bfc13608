import { describe, expect, it } from 'vitest';
import { seekRoots, seekSteps, type SeekOptions } from '../../../../shared/search/roots/seek.ts';

const seek = (f: (x: number) => number | null, target: number, lower: number, upper: number,
  over: Partial<SeekOptions> = {}) => seekRoots(f, { target, lower, upper, ...over });

/** (x - 1)(x - 2)(x - 3). */
const cubic = (x: number): number => ((x - 6) * x + 11) * x - 6;

describe('goal seek', () => {
  it('finds one root, all roots, and a root at an end', () => {
    const one = seek((x) => x ** 3 - 2 * x - 5, 0, 0, 10);
    expect(one.status).toBe('found');
    // Wallis 1685.
    expect(one.roots[0]).toBeCloseTo(2.09455148154233, 10);
    const all = seek(cubic, 0, 0, 5);
    expect(all.status).toBe('several');
    expect(all.roots.map((x) => Number(x.toFixed(9)))).toEqual([1, 2, 3]);
    expect(seek((x) => x - 3, 0, 3, 9).roots).toEqual([3]);
    expect(seek((x) => x - 9, 0, 3, 9).roots).toEqual([9]);
  });

  it('finds a root that touches without crossing, on and off the samples, at both ends', () => {
    for (const root of [2, 2.00123, 0, 5, 4.9993]) {
      const touch = seek((x) => (x - root) ** 2, 0, 0, 5);
      expect(touch.status, String(root)).toBe('found');
      expect(touch.roots[0]).toBeCloseTo(root, 6);
      expect(seek((x) => Math.abs(x - root), 0, 0, 5).roots[0]).toBeCloseTo(root, 6);
      expect(seek((x) => 1e-9 + (x - root) ** 2, 0, 0, 5).status).toBe('none');
    }
  });

  it('finds two roots within one cell, where the figure turns between them', () => {
    const close = seek((x) => (x - 2.0012) * (x - 2.0031), 0, 0, 5);
    expect(close.roots.map((x) => Number(x.toFixed(8)))).toEqual([2.0012, 2.0031]);
  });

  it('gives the nearest approach where the target is not reached', () => {
    const inside = seek((x) => x * x + 5, 3, -4, 4.1);
    expect(inside.status).toBe('none');
    expect(inside.closest?.x).toBeCloseTo(0, 6);
    expect(inside.closest?.value).toBeCloseTo(5, 10);
    expect(seek((x) => Math.exp(-x), -0.5, 0, 5).closest?.x).toBe(5);
    const saturated = seek((x) => Math.min(100, 25 * x - 50), 120, 0, 10);
    expect(saturated.status).toBe('none');
    expect(saturated.closest).toEqual({ x: 6, value: 100 });
  });

  it('tells a figure that never changes from one that is the target everywhere', () => {
    expect(seek(() => 7, 3, 0, 10)).toMatchObject({ status: 'flat', closest: { value: 7 } });
    expect(seek(() => 7, 7, 0, 10).status).toBe('any');
  });

  it('gives a plateau on the target by its ends', () => {
    const clipped = (x: number): number => Math.max(0, Math.min(100, 25 * x - 50));
    expect(seek(clipped, 100, 0, 10)).toMatchObject({
      status: 'interval', roots: [], intervals: [{ from: 6, to: 10 }] });
    expect(seek((x) => 3 * Math.floor(x), 9, 0, 20).intervals).toEqual([{ from: 3, to: 4 }]);
    // Narrower than a cell of 20.
    expect(seek((x) => Math.floor(x), 3, 0, 20_000).intervals).toEqual([{ from: 3, to: 4 }]);
  });

  it('gives a step over the target by the figures on both sides', () => {
    expect(seek((x) => 3 * Math.floor(x), 10, 0, 20)).toMatchObject({
      status: 'jump', roots: [], jumps: [{ at: 4, before: 9, after: 12 }] });
    const racks = seek((x) => 100 - 0.132 * Math.ceil(x / 0.72), 98.5, 0, 20);
    expect(racks.status).toBe('jump');
    expect(racks.jumps[0]?.at).toBeCloseTo(7.92, 9);
    expect(racks.jumps[0]?.before).toBeCloseTo(98.548, 9);
    expect(racks.jumps[0]?.after).toBeCloseTo(98.416, 9);
    const sloped = seek((x) => 3 * Math.floor(x) + 0.1 * x, 10, 0, 20);
    expect(sloped.status).toBe('jump');
    expect(sloped.jumps[0]?.before).toBeCloseTo(9.4, 6);
  });

  it('takes a pole for none, wherever the samples lie', () => {
    for (const pole of [2, 2.0013, 1 / 3]) {
      const none = seek((x) => 1 / (x - pole), 0, 0, 5);
      expect(none.status, String(pole)).toBe('none');
      expect(none.roots).toEqual([]);
    }
    expect(seek(Math.tan, 0, 1, 4).roots[0]).toBeCloseTo(Math.PI, 9);
    expect(seek(Math.tan, 0, 1, 4).poles[0]).toBeCloseTo(Math.PI / 2, 6);
  });

  it('says where there is no figure and takes no root from there', () => {
    const holed = seek((x) => (x > 2 && x < 3 ? null : x - 2.5), 0, 0, 5);
    expect(holed).toMatchObject({ status: 'none', missing: [{ from: 2, to: 3 }] });
    expect(seek(() => null, 0, 0, 5)).toMatchObject({
      status: 'none', closest: null, missing: [{ from: 0, to: 5 }] });
    const beside = seek((x) => (x > 2.0023 ? null : x - 2.0011), 0, 0, 5);
    expect(beside.roots[0]).toBeCloseTo(2.0011, 9);
    expect(beside.missing[0]?.from).toBeCloseTo(2.0023, 6);
    const narrow = seek((x) => (x > 2.0011 && x < 2.0014 ? Number.NaN : x - 2.0012), 0, 0, 5);
    expect(narrow.roots).toEqual([]);
  });

  it('finds the first whole number at or past the target, from above and from below', () => {
    const whole = { integer: true };
    expect(seek((x) => 7 * x, 100, 0, 50, whole)).toMatchObject({ status: 'found_integer',
      whole: { x: 15, value: 105, below: { x: 14, value: 98 } } });
    expect(seek((x) => 100 - 7 * x, 50, 0, 50, whole).whole?.x).toBe(8);
    expect(seek((x) => 7 * x, 98, 0.5, 50, whole).whole).toEqual({ x: 14, value: 98,
      below: { x: 13, value: 91 } });
    expect(seek((x) => x, 123_456.5, 0, 1e6, whole).whole?.x).toBe(123_457);
    expect(seek((x) => x, 80, 0, 50, whole)).toMatchObject({ status: 'none',
      closest: { x: 50, value: 50 } });
  });

  it('asks for as few figures as it is told to, and yields after each', () => {
    let asked = 0;
    const steps = seekSteps((x) => { asked += 1; return x ** 3 - 5; },
      { target: 0, lower: 0, upper: 10, cells: 20 });
    let step = steps.next();
    while (step.done !== true) {
      expect(step.value.evaluations).toBe(asked);
      step = steps.next();
    }
    expect(step.value.roots[0]).toBeCloseTo(Math.cbrt(5), 10);
    expect(asked).toBeLessThan(45);
  });

  it('refuses ranges that are none', () => {
    expect(() => seek((x) => x, 0, 2, 1)).toThrow(RangeError);
    expect(() => seek((x) => x, 0, 0, Infinity)).toThrow(RangeError);
    expect(() => seek((x) => x, 0, 0, 1, { cells: 1.5 })).toThrow(RangeError);
    expect(() => seek((x) => x, 0, 0, 1, { scale: 'log' })).toThrow(RangeError);
  });
});
