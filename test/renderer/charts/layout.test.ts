import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  logBounds, missedSide, spreadNames, usefulDeclines, usefulRates,
} from '../../../renderer/charts/layout.ts';

describe('spreadNames', () => {
  it('leaves names alone that stand apart', () => {
    expect(spreadNames([{ px: 10 }, { px: 60 }], 14, 0, 100)).toEqual([10, 60]);
  });

  it('moves the lower of two of one height by a line', () => {
    expect(spreadNames([{ px: 50 }, { px: 50 }], 14, 0, 100)).toEqual([50, 64]);
  });

  it('moves names up where the plot ends below them', () => {
    // The lowest stays at 100, the others a line and two lines above it.
    expect(spreadNames([{ px: 100 }, { px: 100 }, { px: 98 }], 14, 0, 100))
      .toEqual([86, 100, 72]);
  });

  it('leaves out context first where there is no room', () => {
    // 28 px hold three names 14 px apart.
    expect(spreadNames([{ px: 0, quiet: true }, { px: 0 }, { px: 5 }, { px: 9 }], 14, 0, 28))
      .toEqual([null, 0, 14, 28]);
  });

  it('keeps all that are placed a line apart, within the plot and in order', () => {
    fc.assert(fc.property(
      fc.array(fc.record({ px: fc.integer({ min: -20, max: 220 }), quiet: fc.boolean() }),
        { minLength: 1, maxLength: 20 }),
      (wanted) => {
        const placed = spreadNames(wanted, 14, 0, 200)
          .flatMap((at, i) => (at === null ? [] : [{ at, px: wanted[i]?.px ?? 0 }]))
          .toSorted((a, b) => a.at - b.at);
        // 200 px hold fifteen lines of 14 px, from 0 to 196.
        expect(placed).toHaveLength(Math.min(wanted.length, 15));
        for (const { at } of placed) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(200);
        }
        placed.slice(1).forEach(({ at, px }, i) => {
          expect(at - (placed[i]?.at ?? 0)).toBeGreaterThanOrEqual(14 - 1e-9);
          expect(px).toBeGreaterThanOrEqual(placed[i]?.px ?? 0);
        });
      },
    ));
  });
});

describe('logBounds', () => {
  it.each([
    [[0.09, 0.8], [0.05, 0.1, 0.2, 0.5, 1]],
    [[0.1, 1], [0.1, 0.2, 0.5, 1]],
    [[0.05, 12], [0.05, 0.1, 1, 10, 20]],
    [[3, 90_000], [1, 10, 100, 1000, 10_000, 100_000]],
    [[4, 4], [2, 5]],
    [[null, 0, -3, 7], [5, 10]],
  ])('%j has ticks at %j', (values, ticks) => {
    expect(logBounds(values)).toEqual({ min: ticks[0], max: ticks.at(-1), ticks });
  });

  it('has no axis without a value above nought', () => {
    expect(logBounds([null, 0, -1])).toBeNull();
  });
});

describe('missedSide', () => {
  const at = (keeps: boolean, ...speeds: readonly number[]) =>
    speeds.map((speed) => ({ at: speed, keeps }));

  it('stands half-way between the last that misses and the first that keeps', () => {
    expect(missedSide([...at(false, 10, 40), ...at(true, 60, 90)]))
      .toEqual({ side: 'below', at: 50 });
    expect(missedSide([...at(true, 10, 40), ...at(false, 60, 90)]))
      .toEqual({ side: 'above', at: 50 });
  });

  it('does not exist where a point that keeps the limit lies among those that miss it', () => {
    // The chosen point at 41 is in time; the curve around it is not, up to 96.
    expect(missedSide([...at(false, 20, 50, 80), ...at(true, 41, 96)])).toBeNull();
  });

  it('does not exist where all keep it or all miss it', () => {
    expect(missedSide(at(true, 1, 2))).toBeNull();
    expect(missedSide(at(false, 1, 2))).toBeNull();
    expect(missedSide([])).toBeNull();
  });
});

describe('usefulRates', () => {
  const rates = [-0.5, -0.2, 0, 0.1, 0.2, 0.5, 1, 2];

  it.each([
    [[], { from: 0, to: 0.3 }],
    [[0.18], { from: 0, to: 0.3 }],
    // A third beyond 0.6 is 0.8; a third below -0.15 is -0.2.
    [[0.6], { from: 0, to: 0.8 }],
    [[-0.15], { from: -0.2, to: 0.3 }],
    [[5], { from: 0, to: 2 }],
  ])('with rates of return %j', (roots, range) => {
    expect(usefulRates(roots, rates)).toEqual(range);
  });
});

describe('usefulDeclines', () => {
  const declines = Array.from({ length: 10 }, (_, i) => i / 10);

  it.each([[null, 7], [0.3, 7], [0.65, 8], [0.95, 7]])('break-even %s', (even, count) => {
    expect(usefulDeclines(declines, even)).toBe(count);
  });
});
