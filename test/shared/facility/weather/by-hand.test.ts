import { describe, expect, it } from 'vitest';
import { parseDefinitions } from '../../../../shared/facility/devices/device-types.ts';
import { readEpwRow } from '../../../../shared/import/weather/epw-rows.ts';
import {
  humidityAtDewPoint, humidityRatio, latentHeatKjPerKg, pressureKpaAt, saturationKpa,
  wetBulbFromDewPoint,
} from '../../../../shared/facility/weather/psychrometrics.ts';

/** A data line with four fields of its own. */
const line = (dry: string, dew = '5', humidity = '50', pressure = '100000',
  date = '2020,2,29,24') =>
  readEpwRow(`${date},60,A,${dry},${dew},${humidity},${pressure}${',0'.repeat(25)}`, 9);
const said = (...cells: Parameters<typeof line>): unknown => {
  const found = line(...cells);
  return found.ok ? found.value : found.error.code;
};

describe('a line of weather', () => {
  it('is read with kilopascals, and what is marked missing is nothing', () => {
    expect(said('4.4'))
      .toEqual({ line: 9, year: 2020, month: 2, day: 29, hour: 24, dryBulbC: 4.4,
        dewPointC: 5,
        relativeHumidity: 50, pressureKpa: 100, minute: 60 });
    expect(said('99.9', '99.9', '999', '999999'))
      .toMatchObject({ dryBulbC: null, dewPointC: null,
        relativeHumidity: null, pressureKpa: null });
    expect(said('')).toMatchObject({ dryBulbC: null });
    expect(said('x')).toBe('bad-number');
  });

  it.each([
    ['dry bulb', (value: number) => said(String(value)), -70, 70],
    ['dew point', (value: number) => said('5', String(value)), -90, 60],
    ['humidity', (value: number) => said('5', '5', String(value)), 0, 110],
    ['pressure', (value: number) => said('5', '5', '50', String(value)), 31_000, 120_000],
  ] as const)('has a %s between its bounds', (_what, of, low, high) => {
    expect([typeof of(low), typeof of(high)]).toEqual(['object', 'object']);
    expect([of(low - 0.1), of(high + 0.1)]).toEqual(['out-of-range', 'out-of-range']);
  });

  it('has a day that exists, and 32 to 36 columns', () => {
    const day = (date: string) => said('5', '5', '50', '100000', date);
    expect([day('2020,2,30,1'), day('2020,13,1,1'), day('2020,0,1,1'), day('2020,4,31,1'),
      day('2020,1,0,1'), day('2020,1,1,-1'),
      day('2020,1,1,25'), day('2020,1.5,1,1')]).toEqual(Array.from({ length: 8 }, () =>
        'bad-date'));
    const columns = (count: number): boolean =>
      readEpwRow(['2020,1,1,1,60,A,5,5,50,100000',
      ...Array.from({ length: count - 10 }, () => '0')].join(','), 9).ok;
    expect([31, 32, 36, 37].map(columns)).toEqual([false, true, true, false]);
  });
});

describe('moist air', () => {
  it('follows the published formulas', () => {
    expect(pressureKpaAt(1000)).toBeCloseTo(101.325 * (1 - 2.25577e-5 * 1000) ** 5.2559, 9);
    expect(saturationKpa(20)).toBeCloseTo(0.61094 * Math.exp((17.625 * 20) / 263.04), 12);
    const saturated = (0.621945 * saturationKpa(20)) / (101.325 - saturationKpa(20));
    expect(humidityAtDewPoint(20, 101.325)).toBeCloseTo(saturated, 12);
    expect(humidityRatio(30, 20, 101.325))
      .toBeCloseTo(((2501 - 2.326 * 20) * saturated - 1.006 * 10)
        / (2501 + 1.86 * 30 - 4.186 * 20),
        12);
    expect(humidityRatio(20, 20, 101.325)).toBeCloseTo(saturated, 4);
    expect(humidityRatio(45, 5, 101.325)).toBe(0);
    expect(latentHeatKjPerKg(20)).toBeCloseTo(2500.5 - 46.194 - 0.52, 9);
  });

  it('has the wet bulb at which its water is that of its dew point', () => {
    for (const [dry, dew] of [[30, 15], [5, -10], [-20, -22], [25, 25]] as const) {
      const wet = wetBulbFromDewPoint(dry, dew, 95);
      expect(Math.abs(humidityRatio(dry, wet, 95) - humidityAtDewPoint(dew,
        95))).toBeLessThan(2e-6);
    }
    expect(wetBulbFromDewPoint(10, 12, 101.325)).toBeCloseTo(10, 2);
  });
});

describe('bounds of a definition', () => {
  const codes = (more: string, kind = 'u_height: 1') => {
    const found = parseDefinitions(`manufacturer: A\nmodel: B\nslug: c\n${kind}\n${more}`);
    return found.ok ? 'ok' : found.error.map(({ code }) => code).join();
  };
  const rack = 'form_factor: 4-post-cabinet\nu_height: 42';

  it.each([
    ['u_height', '', [0, 100], [-0.5, 100.5]], ['weight', 'weight_unit: kg\n', [0, 1e7],
      [-1, 1.1e7]],
  ] as const)('a device has %s within its range', (key, more, inside, outside) => {
    const at = (value: number) => codes(`${more}${key}: ${value}`, '');
    expect([inside.map(at), outside.map(at)]).toEqual([['ok', 'ok'],
      ['out-of-range', 'out-of-range']]);
  });

  it('heights count in half units, draws in whole watts', () => {
    expect([codes('', 'u_height: 1.5'), codes('', 'u_height: 1.25')]).toEqual(['ok',
      'out-of-range']);
    const draw = (watts: number) =>
      codes(`power-ports:\n  - name: A\n    maximum_draw: ${watts}`);
    expect([draw(1), draw(1_000_000), draw(0), draw(1_000_001), draw(1.5)]).toEqual(['ok', 'ok',
      'out-of-range', 'out-of-range', 'out-of-range']);
  });

  it.each([
    ['width', '', [10, 23], [9, 24]], ['starting_unit', '', [1, 100], [0, 101]],
    ['outer_width', 'outer_unit: mm\n', [1, 10_000], [0.9, 10_001]],
  ] as const)('a rack has %s within its range', (key, more, inside, outside) => {
    const at = (value: number) => codes(`${more}${key}: ${value}`, rack);
    expect([inside.map(at), outside.map(at)]).toEqual([['ok', 'ok'],
      ['out-of-range', 'out-of-range']]);
  });

  it('holds 1,024 components of a kind, 100 characters of a name and 200 of a note', () => {
    const ports = (count: number) =>
      codes(`device-bays:\n${Array.from({ length: count }, (_, i) => `  - name: b${i}`).join('\n')}`);
    expect([ports(1024), ports(1025)]).toEqual(['ok', 'too-many']);
    const text = (key: string, length: number) => codes(`${key}: ${'x'.repeat(length)}`);
    expect([text('part_number', 100), text('part_number', 101), text('description', 200),
      text('description', 201),
      text('comments', 20_000), text('comments',
        20_001)]).toEqual(['ok', 'too-long', 'ok', 'too-long', 'ok', 'too-long']);
  });
});
