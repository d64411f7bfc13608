import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDay, dayNumber, isoDate } from '../../../shared/lifecycle/day.ts';
import { monthlyTokens, weekShape } from '../../../shared/lifecycle/load-profile.ts';
import type { LoadSeries } from '../../../shared/lifecycle/load-series-types.ts';

describe('days', () => {
  it('count from 1970 and back', () => {
    expect([dayNumber('1970-01-01'), dayNumber('2000-03-01'), dayNumber(39_448)])
      .toEqual([0, 11_017, dayNumber('2008-01-01')]);
    fc.assert(fc.property(fc.integer({ min: -700_000, max: 700_000 }), (day) => {
      expect(dayNumber(isoDate(day).padStart(10, '0'))).toBe(day);
    }));
    expect(civilDay(2024, 2, 29) + 1).toBe(civilDay(2024, 3, 1));
  });

  it.each([['2026-02-29'], ['2026-13-01'], ['yesterday']])('refuse %s', (text) => {
    expect(() => dayNumber(text)).toThrow(RangeError);
  });
});

const series = (startSeconds: number, stepSeconds: number, values: readonly number[]): LoadSeries =>
  ({ unit: 'tokens', startSeconds, stepSeconds, values, zoned: true });

describe('profiles', () => {
  it('turn daily tokens into months of equal length', () => {
    const days = Array.from({ length: 59 }, (_, day) => (day < 31 ? 24e6 : 48e6));
    expect(monthlyTokens(series(civilDay(2026, 1, 1) * 86_400, 86_400, days), 1))
      .toEqual([expect.closeTo(730e6, 0), expect.closeTo(1460e6, 0)]);
  });

  it('find the hours of the week', () => {
    const hours = Array.from({ length: 24 * 14 }, (_, h) => (h % 24 === 9 ? 48 : 0));
    const shape = weekShape(series(civilDay(2026, 1, 5) * 86_400, 3600, hours));
    expect(shape?.length).toBe(168);
    expect([shape?.[9], shape?.[10], shape?.[33]]).toEqual([24, 0, 24]);
  });
});
