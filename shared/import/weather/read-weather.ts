import { pressureKpaAt, wetBulbFromDewPoint } from '../../facility/weather/psychrometrics.ts';
import type { WeatherHour } from '../../facility/types.ts';
import { ok, refuse, type Result } from '../../units/result.ts';
import { counted, note, type ImportReport, type Note } from '../report.ts';
import { fillGaps, type FilledHour } from './epw-repair.ts';
import type { EpwRow } from './epw-rows.ts';
import type { EpwClimate, EpwPlace, EpwRefusal, EpwRepair } from './epw-types.ts';
import { isEpw, parseEpwLines } from './epw.ts';
import { weatherProblem, type ParsedWeather, type ParseWeather } from './parsed.ts';
import { parsePvgisJson } from './pvgis-json.ts';
import { isPsm, isPvgis, isTmy3, parsePsm, parsePvgis, parseTmy3 } from './tables.ts';

/**
 * Nearer to the equator than this, January and July tell nothing about the hemisphere,
 * degrees.
 */
const tropics = 23.5;
/** The warmer half of the year must not be this much colder than the other, K. */
const seasonSlackK = 1;
/** Dew points above the air by less are rounding, K. */
const dewSlackK = 0.25;

export interface WeatherOptions {
  /**
   * Latitude of the site the file is meant for; a file from the other hemisphere is
   * refused.
   */
  readonly siteLatitude?: number;
}

/** The reader of a file's format, by its first lines. */
function parseLines(text: string, lines: readonly string[]): ParseWeather {
  const [first = '', second = ''] = lines;
  if (isEpw(first)) return parseEpwLines(lines);
  if (isPsm(first)) return parsePsm(lines);
  if (isTmy3(second)) return parseTmy3(lines);
  if (isPvgis(first)) return parsePvgis(lines);
  if (/^\s*\{/u.test(text)) return parsePvgisJson(text);
  return weatherProblem('not-epw', 1,
    'expected LOCATION (EPW), an NSRDB, TMY3 or PVGIS file, '
      + `found ${first.slice(0, 30) || 'nothing'}`);
}

const meanOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length;
};

/** Several lines of an hour as one, its mean; lines at full hours stay as they are. */
function hourly(
  rows: readonly EpwRow[],
): { readonly rows: readonly EpwRow[]; readonly notes: readonly Note[] } {
  const minutes = new Set(rows.map(({ minute }) => minute));
  if (minutes.size < 2 || rows.length < 9000) return { rows, notes: [] };
  const groups = new Map<string, EpwRow[]>();
  for (const row of rows) {
    const key = `${row.month} ${row.day} ${row.hour}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const merged = [...groups.values()].flatMap((group): readonly EpwRow[] => {
    const [first] = group;
    const mean = (of: 'dryBulbC' | 'dewPointC' | 'relativeHumidity' | 'pressureKpa'): number | null =>
      meanOf(group.map((row) => row[of]));
    return first === undefined ? [] : [{ ...first, dryBulbC: mean('dryBulbC'),
      dewPointC: mean('dewPointC'), relativeHumidity: mean('relativeHumidity'),
      pressureKpa: mean('pressureKpa') }];
  });
  return { rows: merged, notes: [note('averaged',
    `${counted(rows.length, 'line')} averaged into ${counted(merged.length, 'hour')}`)] };
}

/** The year turned, so that hours of universal time become those of the place. */
const turned = (hours: readonly FilledHour[], by: number): readonly FilledHour[] =>
  hours.map((slot, at) => {
    const from = hours[((at - by) % hours.length + hours.length) % hours.length] ?? slot;
    return { ...from, month: slot.month, hour: slot.hour };
  });

/**
 * Whether the hours contradict the hemisphere the header names: a warm January in the
 * north, a warm July in the south.
 */
function reversedSeasons({ latitude }: EpwPlace, hours: readonly WeatherHour[]): string | null {
  if (Math.abs(latitude) < tropics) return null;
  const mean = (months: readonly number[]): number => {
    const own = hours.filter((hour) => months.includes(hour.month));
    return own.reduce((sum, hour) => sum + hour.dryBulbC, 0) / own.length;
  };
  const northernSummer = mean([6, 7, 8]);
  const northernWinter = mean([12, 1, 2]);
  const [summer, winter] = latitude > 0
    ? [northernSummer, northernWinter] : [northernWinter, northernSummer];
  if (summer + seasonSlackK >= winter) return null;
  return `latitude ${latitude}, but summer averages ${summer.toFixed(1)} C, winter ${winter.toFixed(1)} C`;
}

/** Dew points that stand on the humidity because the file has none. */
function dewNotes(rows: readonly EpwRow[]): readonly Note[] {
  const count = rows.filter((row) => row.dewPointC === null && row.relativeHumidity !== null).length;
  return count === 0 ? [] : [note('dew-from-humidity',
    `dew point of ${counted(count, 'hour')} from relative humidity`, { count, share: count / rows.length })];
}

/** What stands in for pressure, and dew points no air has. */
function airNotes(hours: readonly FilledHour[], usual: number): readonly Note[] {
  const bare = hours.filter(({ pressureKpa }) => pressureKpa === null).length;
  const wet = hours.filter(({ dewPointC, dryBulbC }) =>
    dewPointC > dryBulbC + dewSlackK).length;
  return [
    ...(bare === 0 ? [] : [note('pressure-from-height',
      `pressure of ${counted(bare, 'hour')} is not in the file; ${usual.toFixed(1)} kPa, that of its height`,
      { count: bare, share: bare / hours.length })]),
    ...(wet === 0 ? [] : [note('dew-above-dry',
      `dew point of ${counted(wet, 'hour')} above the air temperature; the air is taken as saturated`,
      { count: wet, share: wet / hours.length })])];
}

function climateOf(parsed: ParsedWeather): Result<EpwClimate, EpwRefusal> {
  const { place, shiftHours, format } = parsed;
  const merged = hourly(parsed.rows);
  const filled = fillGaps(merged.rows);
  if (!filled.ok) return filled;
  const usual = pressureKpaAt(place.elevationM);
  const year = shiftHours === 0 ? filled.value.hours : turned(filled.value.hours, shiftHours);
  const hours = year.map(({ month, hour, dryBulbC, dewPointC, pressureKpa }): WeatherHour => ({
    month, hour, dryBulbC, wetBulbC: wetBulbFromDewPoint(dryBulbC, dewPointC, pressureKpa ?? usual) }));
  const reversed = reversedSeasons(place, hours);
  if (reversed !== null) return weatherProblem('seasons-reversed', 1, reversed);
  return ok({ place, hours, format, repairs: filled.value.repairs,
    notes: [...parsed.notes, ...merged.notes, ...dewNotes(merged.rows),
      ...airNotes(filled.value.hours, usual)] });
}

/**
 * Reads a year of weather: EnergyPlus files (EPW, TMYx and those of PVGIS), NSRDB PSM,
 * TMY3 and PVGIS tables. The wet bulb comes from dew point (or humidity) and pressure.
 * Short gaps and missing values are filled by straight lines and listed; anything worse
 * refuses the file.
 * @param text the whole file; any line ends
 * @returns a year of 8,760 (or 8,784) hours, or the first problem with its line
 * @source EnergyPlus weather file format, Auxiliary Programs documentation
 * @example parseWeather('') // { ok: false, error: { code: 'empty', line: 0, ... } }
 */
export function parseWeather(
  text: string, options: WeatherOptions = {},
): Result<EpwClimate, EpwRefusal> {
  const plain = text.replace(/^\uFEFF/u, '');
  if (plain.trim() === '') return weatherProblem('empty', 0, 'the file holds nothing');
  const parsed = parseLines(plain, plain.split(/\r\n|\r|\n/u));
  if (!parsed.ok) return parsed;
  const { latitude } = parsed.value.place;
  if (options.siteLatitude !== undefined && options.siteLatitude * latitude < 0)
    return refuse({ code: 'other-hemisphere', line: 1,
      detail: `file from latitude ${latitude}, site at ${options.siteLatitude}` });
  return climateOf(parsed.value);
}

const kinds: Readonly<Record<EpwRepair['code'], string>> = {
  'filled-hour': 'missing hour', 'filled-value': 'missing value', 'dropped-duplicate': 'repeated hour',
};

/** What was mended, one sentence per kind of it, with its share of the year. */
function repairNotes({ repairs, hours }: EpwClimate, code: EpwRepair['code'], did: string): readonly Note[] {
  const own = repairs.filter((repair) => repair.code === code);
  return own.length === 0 ? [] : [note(code, `${counted(own.length, kinds[code])} ${did}`,
    { count: own.length, line: own[0]?.line ?? 0, share: own.length / hours.length })];
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Means of the year, C. */
export const weatherMeans = ({ hours }: EpwClimate) => ({
  meanDryBulbC: mean(hours.map((hour) => hour.dryBulbC)),
  meanWetBulbC: mean(hours.map((hour) => hour.wetBulbC)),
  maxDryBulbC: hours.reduce((most, hour) => Math.max(most, hour.dryBulbC), -Infinity),
});

/** A weather file's report, like that of every other kind. */
export function weatherReport(climate: EpwClimate): ImportReport {
  const { place, hours, format, notes } = climate;
  const means = weatherMeans(climate);
  const where = [place.city, place.country].filter((word) => word !== '' && word !== '-').join(', ');
  return {
    format, notes,
    read: [note('place', `${where === '' ? 'place without a name' : where}, latitude ${place.latitude}, longitude ${place.longitude}, ${place.elevationM} m`),
      note('hours', `${counted(hours.length, 'hour')}: mean dry bulb ${means.meanDryBulbC.toFixed(2)} C, mean wet bulb ${means.meanWetBulbC.toFixed(2)} C, highest ${means.maxDryBulbC.toFixed(1)} C`,
        { count: hours.length })],
    repaired: [...repairNotes(climate, 'filled-hour', 'filled by straight lines'),
      ...repairNotes(climate, 'filled-value', 'filled by straight lines')],
    leftOut: repairNotes(climate, 'dropped-duplicate', 'left out'),
  };
}
