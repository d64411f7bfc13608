import { describe, expect, it } from 'vitest';
import {
  histogramOf, placeNearest, placeOfWorst,
} from '../../../../renderer/screens/risk/outcomes.ts';

const column = Float64Array.of(5, Number.NaN, 1, 3, 2, 4);

describe('the bars of a figure', () => {
  it('hold every draw that has it, between the first and the last hundredth', () => {
    const found = histogramOf(column);
    expect(found?.counts.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect([found?.from, found?.to]).toEqual([expect.closeTo(1.04, 9), expect.closeTo(4.96, 9)]);
    // Both ends lie beyond, and stand in the first and the last bar.
    expect([found?.counts[0], found?.counts.at(-1)]).toEqual([1, 1]);
  });

  it('are one where all draws agree, and none of a single draw', () => {
    expect(histogramOf(Float64Array.of(2, 2, 2))?.counts[0]).toBe(3);
    expect(histogramOf(Float64Array.of(2, Number.NaN))).toBeNull();
  });
});

describe('the draw of an outcome', () => {
  it('is the nearest to its value, the first of several', () => {
    expect(placeNearest(column, 2.9)).toBe(3);
    expect(placeNearest(Float64Array.of(1, 3, 1, 3), 2)).toBe(0);
    expect(placeNearest(Float64Array.of(Number.NaN), 2)).toBeNull();
  });

  it('is the least worth, or the dearest, where the worst is asked for', () => {
    expect(placeOfWorst(column, 'headline.npvUsd')).toBe(2);
    expect(placeOfWorst(column, 'headline.costPerMTokUsd')).toBe(0);
    expect(placeOfWorst(Float64Array.of(Number.NaN), 'headline.irr')).toBeNull();
  });
});
