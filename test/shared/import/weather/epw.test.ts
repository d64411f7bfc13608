import { describe, expect, it } from 'vitest';
import { parseWeather } from '../../../../shared/import/weather/read-weather.ts';

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const header = (latitude = 49.3, records = 1): readonly string[] => [
  `LOCATION,Testham,-,GBR,synthetic,00000,${latitude},-7,0,50`,
  'DESIGN CONDITIONS,0', 'TYPICAL/EXTREME PERIODS,0',
  'GROUND TEMPERATURES,0', 'HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0',
  'COMMENTS 1,made for a test', 'COMMENTS 2,-',
  `DATA PERIODS,1,${records},Data,Sunday, 1/ 1,12/31`,
];

interface Row { month: number; day: number; hour: number; dry: string; dew: string }

/** Season and hour of the day, C. */
const swing = (yearShare: number, hour: number): number =>
  12 - 10 * Math.cos(yearShare * 2 * Math.PI) + 4 * Math.sin(((hour - 9) / 24) * 2 * Math.PI);

/** A year whose summer is in July: dry bulb swings by season and hour, dew point 4 K below. */
function year(change: (row: Row, i: number) => Row | null = (row) => row): readonly string[] {
  const lines: string[] = [];
  let i = 0;
  days.forEach((count, m) => {
    for (let day = 1; day <= count; day++) for (let hour = 1; hour <= 24; hour++) {
      const t = swing((m + day / 30) / 12, hour);
      const row =
        change({ month: m + 1, day, hour, dry: t.toFixed(1), dew: (t - 4).toFixed(1) }, i++);
      if (row === null) continue;
      const rest = Array.from({ length: 25 }, () => '0').join(',');
      const when = `2005,${row.month},${row.day},${row.hour},60`;
      lines.push(`${when},A7A7,${row.dry},${row.dew},75,100700,${rest}`);
    }
  });
  return lines;
}

const withDry = (line: string, dry: string): string =>
  line.split(',').map((cell, column) => (column === 6 ? dry : cell)).join(',');
const changed = (at: number, change: (line: string) => string): readonly string[] =>
  year().map((line, i) => (i === at ? change(line) : line));
const without = (from: number, to: number): readonly string[] =>
  year((row, i) => (i >= from && i < to ? null : row));
const file = (rows: readonly string[], head = header()): string =>
  [...head, ...rows].join('\r\n');
const refusal = (text: string, siteLatitude?: number) => {
  const read = parseWeather(text, siteLatitude === undefined ? {} : { siteLatitude });
  return read.ok ? 'accepted' : read.error;
};

describe('parseWeather', () => {
  it('reads place and 8,760 hours with a wet bulb between dew point and dry bulb', () => {
    const read = parseWeather(file(year()));
    if (!read.ok) throw new Error(read.error.detail);
    const place = { city: 'Testham', latitude: 49.3, elevationM: 50 };
    expect(read.value).toMatchObject({ place, repairs: [] });
    expect(read.value.hours).toHaveLength(8760);
    expect(read.value.hours[0]).toMatchObject({ month: 1, hour: 0 });
    for (const { dryBulbC, wetBulbC } of read.value.hours) {
      expect(wetBulbC).toBeLessThanOrEqual(dryBulbC);
      expect(wetBulbC).toBeGreaterThan(dryBulbC - 4.1);
    }
  });

  it('mends short gaps, missing values and doubled hours, and lists each with its line', () => {
    const holes = year((row, i) => (i === 100 || i === 101 ? null : row));
    const rows = holes.map((line, i) => (i === 198 ? withDry(line, '99.9') : line));
    rows.splice(300, 0, rows[299] ?? '');
    const read = parseWeather(file(rows));
    if (!read.ok) throw new Error(read.error.detail);
    expect(read.value.hours).toHaveLength(8760);
    expect(read.value.repairs.map((repair) => repair.code).toSorted()).toEqual([
      'dropped-duplicate', 'filled-hour', 'filled-hour', 'filled-value']);
    expect(read.value.repairs.find((r) => r.code === 'filled-value')?.line)
      .toBe(8 + 200 - 2 + 1);
  });

  it('takes the dew point from the humidity where it is missing', () => {
    const read = parseWeather(file(year((row) => ({ ...row, dew: '99.9' }))));
    expect(read.ok && read.value.repairs).toEqual([]);
  });

  it.each([
    ['an empty file', '', 'empty', 0],
    ['another kind of file', 'a,b\n1,2', 'not-epw', 1],
    ['a gap of a day', file(without(63 * 24, 64 * 24)), 'gap-too-long', 8 + 63 * 24],
    ['half a year', file(without(181 * 24, 8760)), 'gap-too-long', 8 + 181 * 24],
    ['wrong columns', file(changed(4, (line) => line.slice(0, 60))), 'wrong-columns', 13],
    ['words for numbers', file(changed(9, (line) => withDry(line, 'warm'))), 'bad-number', 18],
    ['an absurd temperature', file(changed(9, (line) => withDry(line, '86'))),
      'out-of-range', 18],
    ['31 April', file(changed(9, (line) => line.replace('2005,1,1,', '2005,4,31,'))),
      'bad-date', 18],
    ['hours out of order', file(year().toReversed()), 'out-of-order', 10],
    ['quarter hours', file(year(), header(49.3, 4)), 'sub-hourly', 8],
    ['a latitude of 200', file(year(), header(200)), 'bad-location', 1],
    ['too many holes', file(year().map((l, i) => (i % 50 ? l : withDry(l, '99.9')))),
      'too-many-repairs', 0],
    ['no hours', file([]), 'not-a-year', 9],
  ])('refuses %s with code and line', (_, text, code, line) => {
    expect(refusal(text)).toMatchObject({ code, line });
  });

  it('refuses a header of the other hemisphere, against the site and against its own seasons', () => {
    expect(refusal(file(year()), -33.9)).toMatchObject({ code: 'other-hemisphere' });
    expect(refusal(file(year(), header(-49.3))))
      .toMatchObject({ code: 'seasons-reversed', line: 1 });
    expect(refusal(file(year(), header(1.3)))).toBe('accepted');
  });
});
