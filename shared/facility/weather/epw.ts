import { ok, refuse, type Result } from '../../units/result.ts';
import { fillGaps, type FilledHour } from './epw-repair.ts';
import { readEpwRow, type EpwRow } from './epw-rows.ts';
import type { EpwClimate, EpwPlace, EpwRefusal, EpwRepair } from './epw-types.ts';
import { pressureKpaAt, wetBulbFromDewPoint } from './psychrometrics.ts';
import type { WeatherHour } from '../types.ts';

const headerLines = ['LOCATION', 'DESIGN CONDITIONS', 'TYPICAL/EXTREME PERIODS',
  'GROUND TEMPERATURES',
  'HOLIDAYS/DAYLIGHT SAVINGS', 'COMMENTS 1', 'COMMENTS 2', 'DATA PERIODS'] as const;
/**
 * Nearer to the equator than this, January and July tell nothing about the hemisphere,
 * degrees.
 */
const tropics = 23.5;
/** The warmer half of the year must not be this much colder than the other, K. */
const seasonSlackK = 1;

export interface EpwOptions {
  /**
   * Latitude of the site the file is meant for; a file from the other hemisphere is
   * refused.
   */
  readonly siteLatitude?: number;
}

const problem = (
  code: EpwRefusal['code'], line: number, detail: string,
): Result<never, EpwRefusal> =>
  refuse({ code, line, detail });

/**
 * Reads an EnergyPlus weather file: the place and every hour's dry and wet bulb, the
 * latter from dew point and pressure. Short gaps and missing values are filled by
 * straight lines and listed; anything worse refuses the file.
 * @param text the whole file; UTF-8 or plain ASCII, any line ends
 * @returns a year of 8,760 (or 8,784) hours, or the first problem with its line
 * @source EnergyPlus weather file format, Auxiliary Programs documentation
 * @example parseEpw('') // { ok: false, error: { code: 'empty', line: 0, ... } }
 */
export function parseEpw(
  text: string, options: EpwOptions = {},
): Result<EpwClimate, EpwRefusal> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  if (text.trim() === '') return problem('empty', 0, 'the file holds nothing');
  const place = readHeader(lines, options.siteLatitude);
  if (!place.ok) return place;
  const rows = readRows(lines);
  if (!rows.ok) return rows;
  const filled = fillGaps(rows.value);
  if (!filled.ok) return filled;
  const climate = toClimate(place.value, filled.value.hours, filled.value.repairs);
  const reversed = reversedSeasons(climate);
  return reversed === null ? ok(climate) : problem('seasons-reversed', 1, reversed);
}

function readHeader(
  lines: readonly string[], siteLatitude: number | undefined,
): Result<EpwPlace, EpwRefusal> {
  for (const [i, key] of headerLines.entries()) {
    const found = (lines[i] ?? '').split(',')[0]?.trim().toUpperCase() ?? '';
    if (found !== key) {
      return problem('not-epw', i + 1,
        `expected ${key}, found ${found.slice(0, 30) || 'nothing'}`);
    }
  }
  const periods = (lines[7] ?? '').split(',');
  if (Number(periods[2]) !== 1) {
    return problem('sub-hourly', 8, `${periods[2] ?? '?'} records per hour, not 1`);
  }
  const cells = (lines[0] ?? '').split(',').map((cell) => cell.trim());
  const [latitude = NaN, longitude = NaN, timeZone = NaN, elevationM = NaN] = cells.slice(6, 10)
    .map((c) => (c === '' ? NaN : Number(c)));
  const sound = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
    && Math.abs(timeZone) <= 14
    && elevationM > -500 && elevationM < 9000;
  if (!sound) {
    return problem('bad-location', 1,
      `latitude, longitude, zone, elevation: ${cells.slice(6, 10).join()}`);
  }
  if (siteLatitude !== undefined && siteLatitude * latitude < 0) {
    return problem('other-hemisphere', 1,
      `file from latitude ${latitude}, site at ${siteLatitude}`);
  }
  return ok({ city: cells[1] ?? '', country: cells[3] ?? '', latitude, longitude,
    timeZone, elevationM });
}

function readRows(lines: readonly string[]): Result<readonly EpwRow[], EpwRefusal> {
  const rows: EpwRow[] = [];
  for (let i = headerLines.length; i < lines.length; i++) {
    const text = lines[i] ?? '';
    if (text.trim() === '') continue;
    const row = readEpwRow(text, i + 1);
    if (!row.ok) return row;
    rows.push(row.value);
  }
  return rows.length === 0
    ? problem('not-a-year', headerLines.length + 1, 'no hours after the header') : ok(rows);
}

function toClimate(
  place: EpwPlace, filled: readonly FilledHour[], repairs: readonly EpwRepair[],
): EpwClimate {
  const usual = pressureKpaAt(place.elevationM);
  const hours =
    filled.map(({ month, hour, dryBulbC, dewPointC, pressureKpa }): WeatherHour => ({
      month, hour, dryBulbC,
      wetBulbC: wetBulbFromDewPoint(dryBulbC, dewPointC, pressureKpa ?? usual),
    }));
  return { place, hours, repairs };
}

/**
 * Whether the hours contradict the hemisphere the header names: a warm January in the
 * north, a warm July in the south.
 */
function reversedSeasons({ place, hours }: EpwClimate): string | null {
  if (Math.abs(place.latitude) < tropics) return null;
  const mean = (months: readonly number[]): number => {
    const own = hours.filter((hour) => months.includes(hour.month));
    return own.reduce((sum, hour) => sum + hour.dryBulbC, 0) / own.length;
  };
  const northernSummer = mean([6, 7, 8]);
  const northernWinter = mean([12, 1, 2]);
  const [summer, winter] = place.latitude > 0
    ? [northernSummer, northernWinter] : [northernWinter, northernSummer];
  if (summer + seasonSlackK >= winter) return null;
  return `latitude ${place.latitude}, but summer averages ${summer.toFixed(1)} C, winter ${winter.toFixed(1)} C`;
}
