import { describe, expect, it } from 'vitest';
import type { ClimateBin } from '../../../../shared/catalog/types.ts';
import { fillGaps } from '../../../../shared/import/weather/epw-repair.ts';
import type { EpwRow } from '../../../../shared/import/weather/epw-rows.ts';
import { parseWeather } from '../../../../shared/import/weather/read-weather.ts';
import { saturationKpa } from '../../../../shared/facility/weather/psychrometrics.ts';
import { synthesizeYear } from '../../../../shared/facility/weather/synthetic-year.ts';
import { epwOf } from '../epw-sample.ts';

const bin = (lowC: number, dryBulbHours: number, meanDryBulbC: number | null,
  meanWetBulbC: number | null = null, wetBulbHours = 0): ClimateBin =>
  ({ lowC, highC: lowC + 2, dryBulbHours, wetBulbHours, meanDryBulbC, meanWetBulbC });

describe('a year made from three bins', () => {
  const bins = [bin(0, 25, 0.5), bin(2, 50, 3), bin(4, 25, null)];
  const sorted = synthesizeYear(bins, 50).map((hour) => hour.dryBulbC).sort((a, b) => a - b);

  it('spreads a quarter of its hours evenly around 0.5 C, half a kelvin either way', () => {
    expect(sorted).toHaveLength(8760);
    [0, 1, 1000, 2189].forEach((k) => expect(sorted[k]).toBeCloseTo((k + 0.5) / 2190, 9));
  });

  it('spreads half of them over all of the second bin, the rest around the third’s middle', () => {
    [0, 2189, 4379].forEach((k) =>
      expect(sorted[2190 + k]).toBeCloseTo(2 + (2 * (k + 0.5)) / 4380, 9));
    [0, 2189].forEach((k) =>
      expect(sorted[6570 + k]).toBeCloseTo(4 + (2 * (k + 0.5)) / 2190, 9));
  });

  it('is nothing without hours', () => {
    expect(synthesizeYear([bin(0, 0, null)], 50)).toEqual([]);
    expect(synthesizeYear([], 50)).toEqual([]);
  });
});

/** Fourier part of a year of hours at a period of days: size, and turns it is ahead by. */
function waveAt(values: readonly number[], days: number): { size: number; ahead: number } {
  let [re, im] = [0, 0];
  values.forEach((value, i) => {
    const angle = (2 * Math.PI * i) / 24 / days;
    re += value * Math.cos(angle);
    im += value * Math.sin(angle);
  });
  const turns = Math.atan2(-im, re) / (2 * Math.PI);
  return { size: (2 * Math.hypot(re, im)) / values.length, ahead: (turns + 1) % 1 };
}

describe('the waves of a made year', () => {
  // One kelvin of dry bulb an hour's rank: waves come back as they were put in, but for their sum.
  const flat = Array.from({ length: 20 }, (_, i) => bin(2 * i, 10, null));
  const at = (latitude: number): readonly number[] =>
    synthesizeYear(flat, latitude).map(({ dryBulbC }) => dryBulbC);
  const [equator, north, south] = [at(0), at(50), at(-50)];

  it('at the equator are the day, coldest at 5, and weather of three periods', () => {
    const day = waveAt(equator, 1);
    // Coldest at 5 of 24: half a turn and 5/24 behind.
    expect(day.ahead).toBeCloseTo(0.5 - 5 / 24, 2);
    for (const [period, ahead] of [[5.3, 0], [8.7, 0.3], [13.1, 0.7]] as const) {
      const found = waveAt(equator, period);
      // A third of 0.5 each beside 0.45; ranks take a few per cent from the smaller of two waves.
      const share = 0.5 / 3 / 0.45;
      expect(found.size / day.size).toBeLessThan(share);
      expect(found.size / day.size).toBeGreaterThan(0.9 * share);
      expect(Math.cos(2 * Math.PI * (found.ahead - ahead))).toBeGreaterThan(0.995);
      expect(waveAt(equator, period * 1.1).size).toBeLessThan(found.size / 4);
    }
    expect(waveAt(equator, 365).size).toBeLessThan(day.size / 20);
  });

  it('have their coldest day on the 19th of January, half a year later in the south', () => {
    expect(waveAt(north, 365).ahead).toBeCloseTo(0.5 - 18 / 365, 2);
    expect(waveAt(south, 365).ahead).toBeCloseTo(1 - 18 / 365, 2);
    expect(waveAt(north, 365).size).toBeGreaterThan(2 * waveAt(north, 1).size);
  });

  it('have the season grow to 35 degrees, and no further', () => {
    expect(at(35)).toEqual(north);
    const half = at(17.5);
    const season = (values: readonly number[]): number =>
      waveAt(values, 365).size / waveAt(values, 1).size;
    expect(season(half) / season(north)).toBeGreaterThan(0.4);
    expect(season(half) / season(north)).toBeLessThan(0.6);
  });
});

describe('wet bulbs of a made year', () => {
  // One dry-bulb bin; wet bulbs of 13 C and 17 C by half, 2 K about their mean.
  const bins = [bin(12, 0, null, null, 4380), bin(16, 0, null, null, 4380),
    bin(20, 8760, 21, 15)];
  const hours = synthesizeYear(bins, 50);
  const left = hours.map(({ dryBulbC, wetBulbC }) => wetBulbC - 15 - (dryBulbC - 21) / 2);

  it('lie about the bin’s mean, half as steep as the dry bulb, with the deviation left over', () => {
    const mean = left.reduce((sum, value) => sum + value, 0) / left.length;
    expect(mean).toBeCloseTo(0, 9);
    expect(Math.sqrt(left.reduce((sum, v) => sum + v * v, 0) / left.length)).toBeCloseTo(2, 9);
  });

  it('are moistest 20 days after midsummer, and in turns of 6.1 days', () => {
    // Two equal waves of 2 K together: 2 K each, least on day 38 and on day 0.
    const [season, weather] = [waveAt(left, 365), waveAt(left, 6.1)];
    expect(season.size).toBeCloseTo(2, 1);
    expect(weather.size).toBeCloseTo(2, 1);
    expect(season.ahead).toBeCloseTo(0.5 - 38 / 365, 3);
    expect(weather.ahead).toBeCloseTo(0.5, 2);
    const southern = synthesizeYear(bins, -50);
    expect(waveAt(southern.map(({ dryBulbC, wetBulbC }) => wetBulbC - (dryBulbC - 21) / 2),
      365).ahead).toBeCloseTo(1 - 38 / 365, 3);
  });

  it('stay below the dry bulb, and are its bin’s mean where all hours are alike', () => {
    const close = synthesizeYear([bin(20, 8760, 21, 20.9, 4380), bin(30, 0, null, null, 4380)],
      50);
    expect(Math.max(...close.map((h) => h.wetBulbC - h.dryBulbC))).toBe(0);
    const alike = synthesizeYear([bin(20, 8760, 21, 15)], 50);
    alike.slice(0, 100).forEach(({ dryBulbC, wetBulbC }) =>
      expect(wetBulbC).toBeCloseTo(15 + (dryBulbC - 21) / 2, 9));
  });
});

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A year of rows whose dry bulb is its hour of the year, dew point a kelvin lower. */
function rowsOf(leap = false): EpwRow[] {
  return days.flatMap((count, m) =>
    Array.from({ length: (count + (leap && m === 1 ? 1 : 0)) * 24 }, (_, i): EpwRow => (
      { line: 0, year: 2020, month: m + 1, day: Math.floor(i / 24) + 1, hour: (i % 24) + 1,
        dryBulbC: 0, dewPointC: 0, relativeHumidity: null, pressureKpa: 100 })))
    .map((row, i) => ({ ...row, line: i + 9, dryBulbC: i, dewPointC: i - 1 }));
}
const filled = (rows: readonly EpwRow[]) => {
  const found = fillGaps(rows);
  if (!found.ok) throw new Error(found.error.detail);
  return found.value;
};
const refused = (rows: readonly EpwRow[]) => {
  const found = fillGaps(rows);
  return found.ok ? 'filled' : found.error;
};
const without = (...gone: readonly number[]): readonly EpwRow[] =>
  rowsOf().filter((_, i) => !gone.includes(i));

describe('gaps of a weather file', () => {
  it('are filled by a straight line, and listed by the line before them', () => {
    const { hours, repairs } = filled(without(100, 101, 102));
    expect(hours.slice(99, 104).map(({ dryBulbC }) => dryBulbC))
      .toEqual([99, 100, 101, 102, 103]);
    expect(hours[101]).toEqual({ month: 1, hour: 5, dryBulbC: 101, dewPointC: 100,
      pressureKpa: null });
    // Hour 100 of the year is the fifth of 5 January.
    expect(repairs).toEqual([5, 6, 7].map((hour) =>
      ({ code: 'filled-hour', line: 108, detail: `1-5 hour ${hour} is missing` })));
  });

  it('lean to the nearer neighbour where values are uneven', () => {
    const rows = rowsOf().map((row, i) => (i < 50 ? { ...row, dryBulbC: 0 }
      : { ...row, dryBulbC: i === 50 || i === 51 ? null : 9 }));
    const { hours, repairs } = filled(rows);
    expect([hours[50]?.dryBulbC, hours[51]?.dryBulbC]).toEqual([3, 6]);
    expect(repairs).toEqual([59, 60].map((line) =>
      ({ code: 'filled-value', line, detail: 'no dry bulb' })));
  });

  it('reach around the end of the year', () => {
    // 8,758 before and 2 after: four equal steps down.
    const { hours } = filled(without(8759, 0, 1));
    const step = (2 - 8758) / 4;
    expect([hours[8759], hours[0], hours[1]].map((hour) => hour?.dryBulbC))
      .toEqual([8758 + step, 8758 + 2 * step, 8758 + 3 * step]);
  });

  it('of six hours are filled, of seven refuse the file', () => {
    const run = (length: number) => without(...Array.from({ length }, (_, i) => 200 + i));
    expect(filled(run(6)).repairs).toHaveLength(6);
    expect(refused(run(7))).toEqual({ code: 'gap-too-long', line: 208,
      detail: 'more than 6 hours missing before 1-9 hour 15' });
    const values = (length: number) => rowsOf().map((row, i) =>
      (i >= 200 && i < 200 + length ? { ...row, dewPointC: null } : row));
    expect(filled(values(6)).repairs).toHaveLength(6);
    expect(refused(values(7))).toEqual({ code: 'gap-too-long', line: 209,
      detail: 'more than 6 hours without dew point' });
    expect(refused(rowsOf().map((row, i) =>
      (i >= 200 && i < 207 ? { ...row, dryBulbC: null } : row))))
      .toMatchObject({ detail: 'more than 6 hours without dry bulb' });
    // Hours 202 and 203 are not in the file: the line of such an hour is that before it.
    const holes = rowsOf().filter((_, i) => i !== 202 && i !== 203).map((row) =>
      (row.line >= 209 && row.line <= 216 ? { ...row, dewPointC: null } : row));
    expect(refused(holes)).toMatchObject({ code: 'gap-too-long', line: 209 });
    const first = rowsOf().filter((_, i) => i >= 4).map((row, i) =>
      (i < 4 ? { ...row, dewPointC: null } : row));
    expect(refused(first)).toMatchObject({ code: 'gap-too-long', line: 0 });
  });

  it('may be 88 in a year', () => {
    const holes = (count: number) => without(...Array.from({ length: count }, (_, i) => 9 * i + 5));
    expect(filled(holes(88)).repairs).toHaveLength(88);
    expect(refused(holes(89))).toMatchObject({ code: 'too-many-repairs' });
  });
});

describe('rows of a weather file', () => {
  it('of a leap year are 8,784', () => {
    expect(filled(rowsOf(true)).hours).toHaveLength(8784);
    expect(filled(rowsOf(true)).repairs).toEqual([]);
    expect(filled(rowsOf()).hours).toHaveLength(8760);
  });

  it('that stand twice are dropped, that come too late refuse the file', () => {
    const rows = rowsOf();
    const [tenth] = rows.slice(10, 11);
    if (tenth === undefined) throw new Error('no row');
    const twice = [...rows.slice(0, 11), { ...tenth, line: 999, dryBulbC: 50 },
      ...rows.slice(11)];
    expect(filled(twice).repairs).toEqual([
      { code: 'dropped-duplicate', line: 999, detail: '1-1 hour 11 stands twice' }]);
    expect(filled(twice).hours[10]?.dryBulbC).toBe(10);
    const late = [...rows.slice(0, 30), { ...tenth, line: 999 }, ...rows.slice(30)];
    expect(refused(late)).toEqual({ code: 'out-of-order', line: 999,
      detail: '1-1 hour 11 comes too late' });
    expect(refused([...rows, { ...tenth, month: 12, day: 32, line: 999 }]))
      .toMatchObject({ code: 'bad-date', line: 999 });
  });

  it('without a dew point have that of their humidity', () => {
    const humid = (relativeHumidity: number) => filled(rowsOf().map((row, i) =>
      ({ ...row, dryBulbC: 20, ...(i === 0 ? { dewPointC: null, relativeHumidity } : {}) })));
    const half = humid(50).hours[0]?.dewPointC ?? Number.NaN;
    expect(saturationKpa(half)).toBeCloseTo(saturationKpa(20) / 2, 9);
    expect(humid(100).hours[0]?.dewPointC).toBeCloseTo(20, 9);
    expect(humid(109).hours[0]?.dewPointC).toBeCloseTo(20, 9);
    // Dry beyond measure says nothing: the hour lies between its neighbours instead.
    expect(humid(0)).toMatchObject({ repairs: [{ code: 'filled-value', line: 9 }] });
  });
});

describe('the head of a weather file', () => {
  const text = epwOf();
  /** A file whose place is another, cut after its head: a sound one then lacks hours. */
  const codeOf = (place: string, siteLatitude?: number): string => {
    const head = text.split('\r\n').slice(0, 8).join('\n').replace('49.3,-7,0,50', place);
    const found = parseWeather(head, siteLatitude === undefined ? {} : { siteLatitude });
    return found.ok ? 'ok' : found.error.code;
  };

  it.each(['90,0,0,0', '-90,0,0,0', '0,180,14,0', '0,-180,-14,0', '0,0,0,-499', '0,0,0,8999'])(
    'may say %s', (place) => expect(codeOf(place)).toBe('not-a-year'));

  it.each(['90.1,0,0,0', '0,181,0,0', '0,0,14.5,0', '0,0,0,-500', '0,0,0,9000', ',0,0,0',
    '0,x,0,0', '-91,0,0,0'])('may not say %s', (place) =>
    expect(codeOf(place)).toBe('bad-location'));

  it('must lie on the site’s side of the equator', () => {
    const whole = parseWeather(text.replace('49.3,-7,0,50', '10,0,0,0'), { siteLatitude: -10 });
    expect(whole.ok ? 'ok' : whole.error.code).toBe('other-hemisphere');
    expect(codeOf('10,0,0,0', 10)).toBe('not-a-year');
    expect(codeOf('10,0,0,0', 0)).toBe('not-a-year');
  });

  it('must have the seasons of its latitude, but for the tropics', () => {
    const at = (latitude: number): string => {
      const found = parseWeather(text.replace('49.3,-7', `${latitude},-7`));
      return found.ok ? 'ok' : `${found.error.code} ${found.error.detail}`;
    };
    expect([at(-23.4), at(23.6)]).toEqual(['ok', 'ok']);
    // 10 K of a cosine from -30 to 60 degrees, 0.87 on average, about 12 C.
    expect(at(-23.6)).toMatch(
      /^seasons-reversed latitude -23.6, but summer averages 3\.[23] C, winter 20\.[67] C$/);
  });

  it('is taken with a mark before it, and any ends of lines', () => {
    const found = parseWeather(`\uFEFF${text.replaceAll('\r\n', '\r')}\r\r`);
    if (!found.ok) throw new Error(found.error.detail);
    expect(found.value.hours).toHaveLength(8760);
    expect(found.value.place).toEqual({ city: 'Testham', country: 'GBR', latitude: 49.3,
      longitude: -7, timeZone: 0, elevationM: 50 });
  });
});
