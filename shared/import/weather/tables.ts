import { ok, type Result } from '../../units/result.ts';
import { splitCells } from '../load/cells.ts';
import { note } from '../report.ts';
import type { EpwRow } from './epw-rows.ts';
import type { EpwPlace, EpwRefusal } from './epw-types.ts';
import { hourRow, isPlace, weatherProblem, type ParseWeather } from './parsed.ts';

/** Finds columns by their names; -1 where the table has none. */
const columnsOf = (head: readonly string[], patterns: Readonly<Record<string, RegExp>>) =>
  new Map(Object.entries(patterns).map(([key, pattern]) =>
    [key, head.findIndex((name) => pattern.test(name))] as const));

type Columns = ReturnType<typeof columnsOf>;
const cellOf = (cells: readonly string[], columns: Columns, key: string): string =>
  cells[columns.get(key) ?? -1] ?? '';
const numberOf = (cells: readonly string[], columns: Columns, key: string): number => {
  const cell = cellOf(cells, columns, key).trim();
  return cell === '' ? NaN : Number(cell);
};
const absent = (columns: Columns, ...keys: readonly string[]): readonly string[] =>
  keys.filter((key) => (columns.get(key) ?? -1) < 0);

const writtenOf = (cells: readonly string[], columns: Columns) => ({
  dry: cellOf(cells, columns, 'dry'), dew: cellOf(cells, columns, 'dew'),
  humidity: cellOf(cells, columns, 'humidity'), pressureMbar: cellOf(cells, columns, 'pressure') });

type ReadRow = (cells: readonly string[], line: number) => Result<EpwRow, EpwRefusal>;

function readRows(
  lines: readonly string[], from: number, read: ReadRow, isEnd: (line: string) => boolean,
): Result<readonly EpwRow[], EpwRefusal> {
  const rows: EpwRow[] = [];
  for (let i = from; i < lines.length; i++) {
    const text = lines[i] ?? '';
    if (text.trim() === '') continue;
    if (isEnd(text)) break;
    const row = read(splitCells(text, ','), i + 1);
    if (!row.ok) return row;
    rows.push(row.value);
  }
  return rows.length === 0 ? weatherProblem('not-a-year', from + 1, 'no hours after the header') : ok(rows);
}

/** Dry bulb and either dew point or humidity must be there. */
function humidityProblem(columns: Columns, line: number): ReturnType<typeof weatherProblem> | null {
  const lacking = absent(columns, 'dry');
  if (lacking.length > 0) return weatherProblem('not-weather', line, 'no column of air temperature');
  return absent(columns, 'dew', 'humidity').length < 2 ? null
    : weatherProblem('no-humidity', line,
      'neither dew point nor relative humidity is in the file; the wet bulb needs one');
}

const never = (): boolean => false;

/** A file of the national solar radiation database begins with these words. */
export const isPsm = (first: string): boolean => /^"?Source"?,\s*"?Location ID"?/iu.test(first);

/** NSRDB PSM: names of its description, the description, names of columns, hours. */
export function parsePsm(lines: readonly string[]): ParseWeather {
  const about = columnsOf(splitCells(lines[0] ?? '', ','), { latitude: /^latitude$/iu,
    longitude: /^longitude$/iu, elevation: /^elevation$/iu, zone: /^time zone$/iu,
    local: /^local time zone$/iu, country: /^country$/iu, city: /^city$/iu });
  const said = splitCells(lines[1] ?? '', ',');
  const zone = numberOf(said, about, 'zone');
  const local = numberOf(said, about, 'local');
  const place: EpwPlace = { city: cellOf(said, about, 'city'), country: cellOf(said, about, 'country'),
    latitude: numberOf(said, about, 'latitude'), longitude: numberOf(said, about, 'longitude'),
    timeZone: Number.isFinite(local) ? local : zone, elevationM: numberOf(said, about, 'elevation') };
  if (!isPlace(place)) return weatherProblem('bad-location', 2, 'latitude, longitude, zone or elevation');
  const columns = columnsOf(splitCells(lines[2] ?? '', ','), { year: /^year$/iu, month: /^month$/iu,
    day: /^day$/iu, hour: /^hour$/iu, minute: /^minute$/iu, dry: /^(air )?temperature$/iu,
    dew: /^dew point$/iu, humidity: /^relative humidity$/iu, pressure: /^(surface )?pressure$/iu });
  const problem = humidityProblem(columns, 3);
  if (problem !== null) return problem;
  const rows = readRows(lines, 3, (cells, line) => hourRow({ line,
    year: numberOf(cells, columns, 'year'), month: numberOf(cells, columns, 'month'),
    day: numberOf(cells, columns, 'day'), hour: numberOf(cells, columns, 'hour') + 1,
    minute: absent(columns, 'minute').length > 0 ? 0 : numberOf(cells, columns, 'minute'),
  }, writtenOf(cells, columns)), never);
  if (!rows.ok) return rows;
  const shiftHours = Number.isFinite(zone) ? place.timeZone - zone : 0;
  return ok({ format: 'NSRDB PSM', place, rows: rows.value, shiftHours,
    notes: shiftHours === 0 ? [] : [note('moved',
      `times of zone ${zone} were moved by ${shiftHours} h to the local zone`)] });
}

/** A typical year of the third collection: a line of the station, then names of columns. */
export const isTmy3 = (second: string): boolean => /^"?Date \(MM\/DD\/YYYY\)"?/iu.test(second);

/** TMY3: hours 01:00 to 24:00 that end then, months of different years. */
export function parseTmy3(lines: readonly string[]): ParseWeather {
  const cells = splitCells(lines[0] ?? '', ',');
  const [timeZone = NaN, latitude = NaN, longitude = NaN, elevationM = NaN] =
    cells.slice(3, 7).map((cell) => (cell === '' ? NaN : Number(cell)));
  const place: EpwPlace = { city: cells[1] ?? '', country: 'USA', latitude, longitude, timeZone,
    elevationM };
  if (!isPlace(place)) return weatherProblem('bad-location', 1, 'latitude, longitude, zone or elevation');
  const columns = columnsOf(splitCells(lines[1] ?? '', ','), { date: /^date \(/iu, time: /^time \(/iu,
    dry: /^dry-?bulb \(c\)/iu, dew: /^dew-?point \(c\)/iu, humidity: /^r?hum \(%\)/iu,
    pressure: /^pressure \(mbar\)/iu });
  const problem = humidityProblem(columns, 2);
  if (problem !== null) return problem;
  const rows = readRows(lines, 2, (row, line) => {
    const date = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(cellOf(row, columns, 'date'));
    const time = /^(\d{1,2}):(\d{2})$/u.exec(cellOf(row, columns, 'time'));
    return hourRow({ line, year: Number(date?.[3]), month: Number(date?.[1]), day: Number(date?.[2]),
      hour: Number(time?.[1]), minute: 0 }, writtenOf(row, columns));
  }, never);
  return rows.ok ? ok({ format: 'TMY3', place, rows: rows.value, shiftHours: 0, notes: [] }) : rows;
}

/** The European photovoltaic service writes its place in words. */
export const isPvgis = (first: string): boolean => /^"?Latitude \(decimal degrees\)/iu.test(first);

/** Hours of PVGIS, `20070101:0000` in universal time. */
export function pvgisRow(stamp: string, line: number,
  written: Parameters<typeof hourRow>[1]): Result<EpwRow, EpwRefusal> {
  const when = /^(\d{4})(\d{2})(\d{2}):(\d{2})(\d{2})$/u.exec(stamp.trim());
  const [year = NaN, month = NaN, day = NaN, hour = NaN] = (when ?? []).slice(1).map(Number);
  return hourRow({ line, year, month, day, hour: hour + 1, minute: 0 }, written);
}

/** Hours a place is ahead of universal time, by its longitude. */
export const solarZone = (longitude: number): number => Math.round(longitude / 15);

export const movedNote = (hours: number) => (hours === 0 ? [] : [note('moved',
  `times in universal time were moved by ${hours} h to the zone of the place’s longitude`)]);

/** A year of PVGIS as a table: lines about the place, months of years, hours, a legend. */
export function parsePvgis(lines: readonly string[]): ParseWeather {
  const about = (pattern: RegExp): number => {
    const line = lines.slice(0, 12).find((each) => pattern.test(each));
    return line === undefined ? NaN : Number(line.slice(line.indexOf(':') + 1).replaceAll('"', ''));
  };
  const longitude = about(/longitude/iu);
  const shiftHours = solarZone(longitude);
  const place: EpwPlace = { city: '', country: '', latitude: about(/latitude/iu), longitude,
    timeZone: shiftHours, elevationM: about(/elevation/iu) };
  if (!isPlace(place)) return weatherProblem('bad-location', 1, 'latitude, longitude or elevation');
  const at = lines.findIndex((line) => /^"?time/iu.test(line));
  if (at < 0) return weatherProblem('not-weather', 1, 'no table of hours; ask PVGIS for a typical year');
  const columns = columnsOf(splitCells(lines[at] ?? '', ','), { time: /^time/iu, dry: /^T2m$/iu,
    humidity: /^RH$/iu, dew: /^(Td|dew)/iu, pressure: /^$/u, pascal: /^SP$/iu });
  const problem = humidityProblem(columns, at + 1);
  if (problem !== null) return problem;
  const rows = readRows(lines, at + 1, (cells, line) => pvgisRow(cellOf(cells, columns, 'time'), line,
    { ...writtenOf(cells, columns), pressureMbar: mbar(cellOf(cells, columns, 'pascal')) }),
  (line) => !/^"?\d{8}:/u.test(line));
  return rows.ok ? ok({ format: 'PVGIS typical year (CSV)', place, rows: rows.value, shiftHours,
    notes: movedNote(shiftHours) }) : rows;
}

/** Pascals as text in millibar; what is no number stays as it is. */
export const mbar = (pascal: string): string =>
  (pascal.trim() === '' || !Number.isFinite(Number(pascal)) ? pascal : String(Number(pascal) / 100));
