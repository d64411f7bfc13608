import { describe, expect, it } from 'vitest';
import { histogramOf, placeOfOutcome } from '../../../../renderer/screens/risk/outcomes.ts';

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
  it('is the nearest to the percentile', () => {
    expect(placeOfOutcome(column, 'p50', 'headline.npvUsd')).toBe(3);
    expect(placeOfOutcome(column, 'p10', 'headline.npvUsd')).toBe(2);
    expect(placeOfOutcome(column, 'p90', 'headline.npvUsd')).toBe(0);
  });

  it('is the least worth, or the dearest, where the worst is asked for', () => {
    expect(placeOfOutcome(column, 'worst', 'headline.npvUsd')).toBe(2);
    expect(placeOfOutcome(column, 'worst', 'headline.costPerMTokUsd')).toBe(0);
  });

  it('is none where no draw has the figure', () => {
    expect(placeOfOutcome(Float64Array.of(Number.NaN), 'p50', 'headline.irr')).toBeNull();
  });
});
