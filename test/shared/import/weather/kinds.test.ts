import { describe, expect, it } from 'vitest';
import { parseWeather, weatherMeans, weatherReport } from '../../../../shared/import/weather/read-weather.ts';
import { noteText } from '../../../../shared/import/report.ts';
import { textOf } from '../../../../shared/import/bytes/decode.ts';
import { dryAt, makeWeather, type WeatherKind } from './make.ts';

function read(text: string) {
  const found = parseWeather(text);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  const report = weatherReport(found.value);
  return { ...found.value, ...weatherMeans(found.value), report,
    said: report.notes.map(({ code }) => code) };
}
const refusal = (text: string): string => {
  const found = parseWeather(text);
  return found.ok ? 'read' : `${found.error.code} ${found.error.line}`;
};
const base = makeWeather('base');

describe('weather files in circulation', () => {
  it.each<[WeatherKind, string, readonly string[]]>([
    ['base', 'EnergyPlus weather file', []], ['pvgis', 'EnergyPlus weather file', []],
    ['hour0', 'EnergyPlus weather file', ['hour-zero']],
    ['dew999', 'EnergyPlus weather file', ['dew-from-humidity']],
    ['nsrdb', 'NSRDB PSM', []], ['tmy3', 'TMY3', []],
    ['pvgis-csv', 'PVGIS typical year (CSV)', ['moved', 'dew-from-humidity']],
    ['pvgis-json', 'PVGIS typical year (JSON)', ['moved', 'dew-from-humidity']],
  ])('%s has 8,760 hours of mean 12.00 C', (kind, format, said) => {
    const year = read(makeWeather(kind));
    expect(year).toMatchObject({ format, said, repairs: [] });
    expect(year.hours).toHaveLength(8760);
    expect([year.meanDryBulbC.toFixed(2), year.maxDryBulbC.toFixed(1)]).toEqual(['12.00', '25.0']);
  });

  it('give the wet bulb from dew point, or from humidity where there is none', () => {
    // As the maker of the field cases states them.
    expect(read(base).meanWetBulbC.toFixed(2)).toBe('9.36');
    expect(read(makeWeather('dew999')).meanWetBulbC.toFixed(2)).toBe('9.18');
    expect(read(makeWeather('hour0')).hours[0]?.dryBulbC).toBe(dryAt(0));
  });

  it('in universal time are turned to the hour of the place', () => {
    const year = read(makeWeather('pvgis-csv'));
    expect([year.hours[1]?.dryBulbC, year.hours[0]?.dryBulbC]).toEqual([dryAt(0), dryAt(8759)]);
  });

  it.each([
    ['quotes', base.replace('LOCATION,Testville,WA', '"LOCATION","Testville, East",WA')],
    ['commas in the city', base.replace('Testville', 'Testville, East')],
    ['commas at the ends of header lines', base.replace('-8.0,122', '-8.0,122,,,')],
    ['fewer header lines', base.replace('COMMENTS 2,x\n', '').replace('GROUND TEMPERATURES,0\n', '')],
    ['more comments', base.replace('COMMENTS 2,x', 'COMMENTS 2,x\nCOMMENT 3,y')],
    ['pressure in hectopascals', base.replaceAll(',100000,', ',1000,')],
    ['a byte order mark and Windows line ends', `\uFEFF${base.replaceAll('\n', '\r\n')}`],
    ['lower case', base.replace('HOLIDAYS/DAYLIGHT SAVINGS', 'Holidays/Daylight Saving')],
  ])('are read with %s', (_, text) => {
    expect(read(text).meanWetBulbC.toFixed(2)).toBe('9.36');
    expect(read(text).place).toMatchObject({ latitude: 47.5, country: 'USA', elevationM: 122 });
  });

  it('of half hours are averaged into hours', () => {
    const lines = makeWeather('nsrdb').split('\n');
    const halves = lines.flatMap((line, at) => (at < 3 ? [line]
      : [line.split(',').with(4, '0').join(','), line]));
    const year = read(halves.join('\n'));
    expect([year.hours.length, year.meanDryBulbC.toFixed(2), year.said]).toEqual([8760, '12.00',
      ['averaged']]);
  });

  it.each([
    ['words', 'hello\nworld', 'not-epw 1'], ['two years at once', base.replace('DATA PERIODS,1',
      'DATA PERIODS,2'), 'not-a-year 8'],
    ['hours 0 and 24', makeWeather('hour0').replace('2021,1,1,5,', '2021,1,1,24,'), 'bad-date 9'],
    ['no humidity', makeWeather('nsrdb').replace('Dew Point,Relative Humidity', 'A,B'), 'no-humidity 3'],
    ['damaged JSON', makeWeather('pvgis-json').slice(0, -9), 'damaged 0'],
    ['another answer of PVGIS', '{"inputs":{},"outputs":{"hourly":[]}}', 'not-weather 0'],
  ])('are refused with %s', (_, text, code) => { expect(refusal(text)).toBe(code); });

  it.each<WeatherKind>(['base', 'nsrdb', 'tmy3', 'pvgis-csv', 'pvgis-json'])(
    '%s cut short is refused, not half read', (kind) => {
      const text = makeWeather(kind);
      for (const part of [0.001, 0.2, 0.5, 0.9]) expect(refusal(text.slice(0,
        Math.floor(text.length * part)))).not.toBe('read');
    });

  it('report what was mended with its share of the year', () => {
    const holes = base.split('\n').filter((_, at) => at !== 500 && at !== 501);
    const { report } = read(holes.join('\n'));
    expect(report.repaired).toMatchObject([{ code: 'filled-hour', count: 2, share: 2 / 8760 }]);
  });
});

describe('air that a file does not describe', () => {
  const changed = (column: number, of: (cells: readonly string[]) => string): string =>
    makeWeather('base').split('\n').map((line) => {
      const cells = line.split(',');
      if (cells.length < 30) return line;
      cells[column] = of(cells);
      return cells.join(',');
    }).join('\n');
  const said = (text: string): string => {
    const read = parseWeather(text);
    if (!read.ok) throw new Error(read.error.detail);
    return weatherReport(read.value).notes.map(noteText).join('\n');
  };

  it('says that pressure is that of the height, and its share', () => {
    expect(said(changed(9, () => '999999')))
      .toContain('pressure of 8,760 hours is not in the file; 99.9 kPa, that of its height, 100 % of the total');
    expect(said(makeWeather('base'))).toBe('');
  });

  it('says where dew points lie above the air', () => {
    expect(said(changed(7, (cells) => String(Number(cells[6]) + 3)))).toContain('taken as saturated, 100 %');
    expect(said(changed(7, (cells) => String(Number(cells[6]) + 0.1)))).toBe('');
  });

  it('says by how much universal times were moved', () => {
    expect(said(makeWeather('nsrdb').replace('-111.98,-7,358,-7', '-111.98,0,358,-7')))
      .toContain('times of zone 0 were moved by -7 h');
  });

  it('has its place in letters of Western Europe', () => {
    const bytes = Uint8Array.from(makeWeather('base').replace('Testville', 'Orl\u00e9ans'),
      (letter) => letter.charCodeAt(0));
    const read = parseWeather(textOf(bytes));
    expect(read.ok && read.value.place.city).toBe('Orl\u00e9ans');
  });
});
