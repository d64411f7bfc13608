import { describe, expect, it } from 'vitest';
import { axisValues } from '../../../../shared/search/sweep/axis.ts';
import { gridOf, pairsOf } from '../../../../shared/search/sweep/grid.ts';

describe('axes and grids', () => {
  it('includes both ends exactly', () => {
    const values = axisValues(0.1, 0.7, 7);
    expect([values[0], values.at(-1)]).toEqual([0.1, 0.7]);
    values.forEach((value, k) => { expect(value).toBeCloseTo(0.1 * (k + 1), 14); });
    expect(axisValues(-1, -100, 3, 'log')[1]).toBeCloseTo(-10, 12);
    expect(axisValues(5, 5, 1)).toEqual([5]);
  });

  it('refuses what is no axis', () => {
    expect(() => axisValues(0, 1, 2.5)).toThrow(RangeError);
    expect(() => axisValues(0, 1, 1)).toThrow('one value');
    expect(() => axisValues(0, 10, 3, 'log')).toThrow('same side of 0');
    expect(() => axisValues(0, Number.NaN, 3)).toThrow('to must be');
  });

  it('counts the last axis fastest and meets every combination once', () => {
    const grid = gridOf([{ name: 'a', values: [1, 2] }, { name: 'b', values: [3, 4, 5] },
      { name: 'c', values: [6, 7] }]);
    const rows = Array.from({ length: grid.runs }, (_, run) => grid.at(run).join());
    expect(rows.slice(0, 3)).toEqual(['1,3,6', '1,3,7', '1,4,6']);
    expect(new Set(rows).size).toBe(12);
    expect(() => grid.at(12)).toThrow('0 to 11');
  });

  it('pairs axes of one length and refuses others', () => {
    const a = { name: 'a', values: [1, 2] };
    expect(pairsOf([a, { name: 'b', values: [3, 4] }]).at(1)).toEqual([2, 4]);
    expect(() => pairsOf([a, { name: 'b', values: [3] }])).toThrow('axis b has 1 values');
    expect(() => gridOf([a, a])).toThrow('given twice');
    expect(() => gridOf([])).toThrow('at least one axis');
  });
});
