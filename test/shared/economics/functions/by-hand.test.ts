import { describe, expect, it } from 'vitest';
import { cumprinc, fv, ipmt, pmt, pv } from '../../../../shared/economics/functions/annuity.ts';
import { ddb, syd, sln, vdb,
  dbSeries } from '../../../../shared/economics/functions/depreciation.ts';
import { correlation, percentileExc, percentileInc,
  variance } from '../../../../shared/economics/functions/statistics.ts';
import { paybackPeriods } from '../../../../shared/economics/functions/time-value.ts';

describe('payback in periods', () => {
  it('is the period before it turns and the part of the next that is needed', () => {
    expect(paybackPeriods([-100, 40, 40, 40])).toBeCloseTo(2.5, 12);
    expect(paybackPeriods([-100, 50, 50])).toBe(2);
    expect(paybackPeriods([-100, 110, 121], 0.1)).toBeCloseTo(1, 12);
    expect(paybackPeriods([-150, 110, 121], 0.1)).toBeCloseTo(1.5, 12);
    expect(paybackPeriods([-100, 50])).toBeNull();
  });
});

describe('depreciation between two points', () => {
  it('adds up to the whole, and refuses points outside the life or in the wrong order', () => {
    expect(vdb(100, 0, 4, 0, 4)).toBeCloseTo(100, 9);
    expect(vdb(100, 0, 4, 1, 2)).toBeCloseTo(25, 9);
    expect(vdb(100, 0, 4, 0.5, 1)).toBeCloseTo(25, 9);
    expect(vdb(100, 0, 4, 0, 4, 2, true)).toBeCloseTo(93.75, 9);
    for (const [start, end] of [[-1, 2], [3, 2], [0, 5], [5, 6]] as const) {
      expect(() => vdb(100, 0, 4, start, end)).toThrow(RangeError);
    }
  });

  it('of single periods', () => {
    expect([ddb(100, 10, 5, 1), ddb(100, 10, 5, 2), ddb(100, 30, 5, 3)]).toEqual([40, 24,
      6].map((x) => expect.closeTo(x, 9)));
    expect([sln(100, 10, 9), syd(100, 10, 3, 1), syd(100, 10, 3, 3)]).toEqual([10, 45,
      15].map((x) => expect.closeTo(x, 9)));
    // Rate 1 - (10/100)^(1/2), rounded to three digits: 0.684; half a year first.
    const series = dbSeries(100, 10, 2, 6);
    expect(series[0]).toBeCloseTo(34.2, 9);
    expect(series[1]).toBeCloseTo(65.8 * 0.684, 9);
    expect(() => sln(1, 0, 0)).toThrow(RangeError);
  });
});

describe('statistics', () => {
  it('interpolate between ranks, with ends or without', () => {
    expect([percentileInc([4, 1, 3, 2], 0.5), percentileInc([1, 2], 1),
      percentileInc([7], 0)]).toEqual([2.5, 2, 7]);
    expect([percentileExc([4, 1, 3, 2], 0.3), percentileExc([1, 2, 3], 0.75)])
      .toEqual([1.5, 3]);
    expect(() => percentileExc([1, 2, 3], 0.2)).toThrow(RangeError);
    expect(() => percentileExc([1, 2, 3], 0.8)).toThrow(RangeError);
    expect(() => percentileInc([1], 1.1)).toThrow(RangeError);
  });

  it('vary about the mean', () => {
    expect([variance([1, 3, 5]), variance([1, 3, 5], 1)]).toEqual([8 / 3, 4]);
    // Deviations -1, 0, 1 and 1, -2, 1 have no product; -1, 0, 1 and -1, -1, 2 have 3 /
    // sqrt(2 x
    // 6).
    expect(correlation([1, 2, 3], [4, 1, 4])).toBeCloseTo(0, 12);
    expect(correlation([1, 2, 3], [1, 1, 4])).toBeCloseTo(3 / Math.sqrt(12), 12);
    expect(() => correlation([1, 1], [1, 2])).toThrow('does not vary');
    expect(() => correlation([1], [1])).toThrow(RangeError);
  });
});

describe('annuities', () => {
  it('start from nothing and pay at the end of a period unless they say otherwise', () => {
    expect(fv(0.1, 2, -10)).toBeCloseTo(21, 9);
    expect(fv(0.1, 2, -10, 0, 1)).toBeCloseTo(23.1, 9);
    expect(pv(0.1, 2, -12.1)).toBeCloseTo(11 + 10, 9);
    expect(pmt(0.1, 1, -100)).toBeCloseTo(110, 9);
    expect(pmt(0.1, 1, -100, 0, 1)).toBeCloseTo(100, 9);
    expect(ipmt(0.1, 1, 2, -100)).toBeCloseTo(10, 9);
  });

  it('of two payments repay 100 / 2.1 first, and the rest', () => {
    expect(cumprinc(0.1, 2, 100, 1, 1)).toBeCloseTo(-100 / 2.1, 9);
    expect(cumprinc(0.1, 2, 100, 1, 2)).toBeCloseTo(-100, 9);
  });
});
