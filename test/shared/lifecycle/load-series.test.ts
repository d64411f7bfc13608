import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDay, dayNumber, isoDate } from '../../../shared/lifecycle/day.ts';
import { monthlyTokens, weekShape } from '../../../shared/lifecycle/load-profile.ts';
import { defaultLoadOptions, parseLoadSeries } from '../../../shared/lifecycle/load-series.ts';
import { parseTime } from '../../../shared/lifecycle/parse-time.ts';

const strict = { repair: false, maxGapSteps: 0 };
const codes = (text: string, options = strict) => {
  const result = parseLoadSeries(text, options);
  return result.ok ? [] : result.error.map((problem) => `${problem.code} ${problem.line}`);
};

describe('days', () => {
  it('count from 1970 and back', () => {
    expect([dayNumber('1970-01-01'), dayNumber('2000-03-01'), dayNumber(39_448)])
      .toEqual([0, 11_017,
        dayNumber('2008-01-01')]);
    fc.assert(fc.property(fc.integer({ min: -700_000, max: 700_000 }), (day) => {
      expect(dayNumber(isoDate(day).padStart(10, '0'))).toBe(day);
    }));
    expect(civilDay(2024, 2, 29) + 1).toBe(civilDay(2024, 3, 1));
  });

  it.each([['2026-02-29'], ['2026-13-01'], ['yesterday']])('refuse %s', (text) => {
    expect(() => dayNumber(text)).toThrow(RangeError);
    expect(parseTime(text)).toBeNull();
  });
});

describe('parseLoadSeries', () => {
  it('reads a header in any order, a byte order mark and semicolons', () => {
    const result =
      parseLoadSeries('\uFEFFrequests;time\n10;2026-01-01\n20;2026-01-02\n', strict);
    expect(result).toMatchObject({ ok: true,
      value: { unit: 'requests', stepSeconds: 86_400, values: [10, 20], zoned: false,
        repairs: [] } });
  });

  it('adds input and output tokens', () => {
    const result =
      parseLoadSeries('month,input_tokens,output tokens\n2026-01,10,5\n2026-02,20,5\n', strict);
    expect(result).toMatchObject({ ok: true,
      value: { unit: 'tokens', stepSeconds: null, values: [15, 25] } });
  });

  it('goes by months only where every line names one', () => {
    const stepOf = (second: string) => {
      const read = parseLoadSeries(`month,tokens\n2026-01,1\n${second},2\n`, strict);
      return read.ok ? read.value.stepSeconds : read.error;
    };
    expect(stepOf('2026-02')).toBeNull();
    expect(stepOf('2026-02-01')).toBe(31 * 86_400);
  });

  it('takes zones into account', () => {
    const result =
      parseLoadSeries('time,tokens\n2026-01-01T00:00+01:00,1\n2026-01-01T00:00Z,2\n', strict);
    expect(result).toMatchObject({ ok: true, value: { stepSeconds: 3600, zoned: true, unit: 'tokens' } });
  });

  it('refuses bad lines by number and imports nothing', () => {
    const lines = ['time,tokens', '2026-01-01,1', '2026-01-02,-5', 'soon,3', '2026-01-04,many',
      '2026-01-05,1e999', '2026-01-06'];
    expect(codes(lines.join('\n')))
      .toEqual(['negative 3', 'bad-time 4', 'not-a-number 5', 'not-a-number 6',
        'not-a-number 7']);
  });

  it('refuses files without columns, without data, or with mixed zones', () => {
    expect(codes('')).toEqual(['empty 0']);
    expect(codes('just words')).toEqual(['no-columns 1']);
    expect(codes('when,how much\n1,2')).toEqual(['no-columns 1']);
    expect(codes('time,tokens\n2026-01-01,1')).toEqual(['too-short 0']);
    expect(codes('time,tokens\n2026-01-01T00:00Z,1\n2026-01-01 01:00,2'))
      .toEqual(['mixed-zones 2']);
  });

  it('refuses disorder, duplicates and gaps unless asked to repair them', () => {
    expect(codes('2026-01-02,1\n2026-01-01,2\n2026-01-03,2')).toEqual(['unsorted 2']);
    expect(codes('2026-01-01,1\n2026-01-01,2\n2026-01-02,3')).toEqual(['duplicate 2']);
    expect(codes('2026-01-01,1\n2026-01-02,2\n2026-01-05,3')).toEqual(['gap 3']);
  });

  it('repairs visibly: sorts, sums duplicates, fills gaps on a line', () => {
    const lines = ['time,tokens', '', '2026-01-02,4', '2026-01-01,1', '2026-01-02,2',
      '2026-01-05,9', ''];
    const result = parseLoadSeries(lines.join('\n'), defaultLoadOptions);
    expect(result).toMatchObject({ ok: true, value: { values: [1, 6, 7, 8, 9] } });
    expect(result.ok && result.value.repairs.map((r) => `${r.code} ${r.line} ${r.count}`))
      .toEqual(['empty-lines 0 1', 'sorted 4 1', 'duplicate-summed 5 1', 'gap-filled 6 2']);
  });

  it('refuses long gaps and uneven steps even then', () => {
    expect(codes('2026-01-01,1\n2026-01-02,1\n2026-03-01,1',
      { repair: true, maxGapSteps: 3 })).toEqual(['gap-too-long 3']);
    expect(codes('2026-01-01,1\n2026-01-02,1\n2026-01-03,1\n2026-01-03 07:00,1',
      defaultLoadOptions)).toEqual(['uneven-step 4']);
  });

  it('never throws on arbitrary text', () => {
    fc.assert(fc.property(fc.string(), fc.boolean(), (text, repair) => {
      expect(parseLoadSeries(text, { repair, maxGapSteps: 5 })).toHaveProperty('ok');
    }));
  });
});

describe('profiles', () => {
  it('turn daily tokens into months of equal length', () => {
    const lines = Array.from({ length: 59 }, (_, day) =>
      `${isoDate(civilDay(2026, 1, 1) + day)},${day < 31 ? 24e6 : 48e6}`);
    const result = parseLoadSeries(lines.join('\n'), strict);
    expect(result.ok && monthlyTokens(result.value, 1)).toEqual([expect.closeTo(730e6, 0),
      expect.closeTo(1460e6, 0)]);
  });

  it('find the hours of the week', () => {
    const start = civilDay(2026, 1, 5) * 86_400;
    const lines = Array.from({ length: 24 * 14 },
      (_, h) => `${start + h * 3600},${h % 24 === 9 ? 48 : 0}`);
    const result = parseLoadSeries(`time,tokens\n${lines.join('\n')}`, strict);
    const shape = result.ok ? weekShape(result.value) : null;
    expect(shape?.length).toBe(168);
    expect([shape?.[9], shape?.[10], shape?.[33]]).toEqual([24, 0, 24]);
  });
});
