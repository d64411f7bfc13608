import { describe, expect, it } from 'vitest';
import type { ChartOption } from '../../../renderer/charts/picture.ts';
import {
  dragSpan, monthsOf, stepSpan, withSpan,
} from '../../../renderer/charts/zoom.ts';

describe('stepSpan', () => {
  it.each([
    // Half of 24 months about their middle, and twice as many, as far as there are any.
    ['in', { first: 0, last: 23 }, { first: 6, last: 17 }],
    ['out', { first: 20, last: 29 }, { first: 15, last: 34 }],
    ['out', { first: 0, last: 39 }, { first: 0, last: 59 }],
    // A quarter of 12 months on, and no further than the ends.
    ['later', { first: 10, last: 21 }, { first: 13, last: 24 }],
    ['later', { first: 47, last: 58 }, { first: 48, last: 59 }],
    ['earlier', { first: 1, last: 12 }, { first: 0, last: 11 }],
    ['all', { first: 7, last: 9 }, { first: 0, last: 59 }],
    // Three months are the fewest.
    ['in', { first: 30, last: 32 }, { first: 31, last: 33 }],
  ] as const)('%s from %j', (step, from, to) => {
    expect(stepSpan(from, step, 60)).toEqual(to);
  });
});

describe('dragSpan', () => {
  it('spans the months between the ends in either direction', () => {
    expect(dragSpan(6, 14, 60)).toEqual({ first: 6, last: 14 });
    expect(dragSpan(14, 6, 60)).toEqual({ first: 6, last: 14 });
  });

  it('takes no click for a drag, and shows three months at least', () => {
    expect(dragSpan(6, 6, 60)).toBeNull();
    expect(dragSpan(58, 59, 60)).toEqual({ first: 57, last: 59 });
  });
});

describe('the months of an option', () => {
  const option: ChartOption = {
    xAxis: [{ type: 'category', data: ['Jan', 'Feb', 'Mar'] }], dataZoom: [{ type: 'inside' }],
  };

  it('are those of its axis, where it can be narrowed', () => {
    expect(monthsOf(option)).toBe(3);
    expect(monthsOf({ xAxis: [{ type: 'category', data: ['Jan'] }] })).toBe(0);
  });

  it('are narrowed in a copy', () => {
    expect(withSpan(option, { first: 1, last: 2 }).dataZoom)
      .toEqual([{ type: 'inside', startValue: 1, endValue: 2 }]);
    expect(option.dataZoom).toEqual([{ type: 'inside' }]);
  });
});
