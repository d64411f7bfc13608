import { ok, type Result } from '../../units/result.ts';
import { splitCells } from '../load/cells.ts';
import { note, type Note } from '../report.ts';
import { readEpwRow, type EpwRow } from './epw-rows.ts';
import type { EpwPlace, EpwRefusal } from './epw-types.ts';
import { isPlace, weatherProblem, type ParseWeather } from './parsed.ts';

/** Keys of header lines; files in circulation differ in plurals and order, and lack some. */
const headerKeys: readonly (readonly [RegExp, string])[] = [
  [/^LOCATION$/u, 'LOCATION'], [/^DESIGN CONDITIONS?$/u, 'DESIGN CONDITIONS'],
  [/^TYPICAL\/EXTREME PERIODS?$/u, 'TYPICAL/EXTREME PERIODS'],
  [/^GROUND TEMPERATURES?$/u, 'GROUND TEMPERATURES'],
  [/^HOLIDAYS?\/DAYLIGHT SAVINGS?$/u, 'HOLIDAYS/DAYLIGHT SAVINGS'],
  [/^COMMENTS? ?\d*$/u, 'COMMENTS'], [/^DATA PERIODS?$/u, 'DATA PERIODS'],
];

interface Header {
  readonly place: EpwPlace;
  readonly perHour: number;
  /** First line of data, from 0. */
  readonly from: number;
  readonly notes: readonly Note[];
}

const isData = (line: string): boolean => /^\s*"?\d{2,4}"?\s*,/u.test(line);

/** A line that could begin an EnergyPlus weather file. */
export const isEpw = (first: string): boolean => /^\s*"?LOCATION"?\s*,/iu.test(first);

function placeOf(cells: readonly string[]): EpwPlace {
  const last = cells.findLastIndex((cell) => cell !== '');
  // Names of cities may hold commas; the four numbers end the line.
  const [latitude = NaN, longitude = NaN, timeZone = NaN, elevationM = NaN] =
    cells.slice(last - 3, last + 1).map((cell) => (cell === '' ? NaN : Number(cell)));
  return { city: cells[1] ?? '', country: cells[last - 6] ?? '', latitude, longitude, timeZone,
    elevationM };
}

/** Lines up to the first of data, whatever their order. */
function readHeader(lines: readonly string[]): Result<Header, EpwRefusal> {
  const from = lines.findIndex(isData);
  const head = lines.slice(0, from < 0 ? lines.length : from);
  let place: EpwPlace | null = null;
  let perHour = 1;
  const unknown: string[] = [];
  const seen = new Set<string>();
  for (const [at, line] of head.entries()) {
    if (line.trim() === '') continue;
    const cells = splitCells(line, ',');
    const word = (cells[0] ?? '').toUpperCase();
    const key = headerKeys.find(([pattern]) => pattern.test(word))?.[1];
    if (key === undefined) unknown.push(`line ${at + 1}`);
    else seen.add(key);
    if (key === 'LOCATION') place = placeOf(cells);
    if (key !== 'DATA PERIODS') continue;
    perHour = Number(cells[2]);
    if (Number(cells[1]) > 1)
      return weatherProblem('not-a-year', at + 1, `${cells[1] ?? ''} data periods; one year is needed`);
  }
  if (place === null) return weatherProblem('not-epw', 1, 'expected LOCATION');
  if (!isPlace(place)) return weatherProblem('bad-location', 1,
    `latitude, longitude, zone, elevation: ${(lines[0] ?? '').split(',').slice(-4).join()}`);
  const absent = headerKeys.map(([, key]) => key).filter((key) => !seen.has(key));
  const said = [
    ...(absent.length === 0 ? [] : [`its header lacks ${absent.join(', ')}`]),
    ...(unknown.length === 0 ? [] : [`lines of its header nobody knows: ${unknown.slice(0, 5).join(', ')}`]),
  ];
  return ok({ place, perHour, from: from < 0 ? lines.length : from,
    notes: said.map((text) => note('header', text)) });
}

/** Rows of an hour counted 0 to 23 as the hours that end then. */
function endingHours(rows: readonly EpwRow[]): Result<{ readonly rows: readonly EpwRow[];
  readonly notes: readonly Note[] }, EpwRefusal> {
  const zero = rows.find(({ hour }) => hour === 0);
  if (zero === undefined) return ok({ rows, notes: [] });
  if (rows.some(({ hour }) => hour === 24))
    return weatherProblem('bad-date', zero.line,
      `hour 0 of ${zero.month}-${zero.day} in a file with hours 24`);
  return ok({ rows: rows.map((row) => ({ ...row, hour: row.hour + 1 })), notes: [note('hour-zero',
    'its hours run from 0 to 23; each is taken as the hour that begins then', { line: zero.line })] });
}

/** An EnergyPlus weather file, in the variants that are in circulation. */
export function parseEpwLines(lines: readonly string[]): ParseWeather {
  const header = readHeader(lines);
  if (!header.ok) return header;
  const { place, perHour, from, notes } = header.value;
  const rows: EpwRow[] = [];
  for (let i = from; i < lines.length; i++) {
    const text = lines[i] ?? '';
    if (text.trim() === '') continue;
    const row = readEpwRow(text, i + 1);
    if (!row.ok) return row;
    rows.push(row.value);
  }
  if (rows.length === 0) return weatherProblem('not-a-year', from + 1, 'no hours after the header');
  if (perHour !== 1 && rows.length < 8700 * perHour) {
    return weatherProblem('sub-hourly', 1 + lines.findIndex((line) => /^"?DATA PERIOD/iu.test(line)),
      `${perHour} records per hour, but ${rows.length} lines`);
  }
  const ended = endingHours(rows);
  return ended.ok ? ok({ format: 'EnergyPlus weather file', place, rows: ended.value.rows,
    shiftHours: 0, notes: [...notes, ...ended.value.notes] }) : ended;
}
