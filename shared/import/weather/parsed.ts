import { refuse, type Result } from '../../units/result.ts';
import type { Note } from '../report.ts';
import type { EpwRow } from './epw-rows.ts';
import type { EpwPlace, EpwRefusal } from './epw-types.ts';

/** A weather file's lines, before gaps are filled. */
export interface ParsedWeather {
  readonly format: string;
  readonly place: EpwPlace;
  readonly rows: readonly EpwRow[];
  /** Hours to move the year by, so that noon is noon: files in universal time. */
  readonly shiftHours: number;
  readonly notes: readonly Note[];
}

export type ParseWeather = Result<ParsedWeather, EpwRefusal>;

export const weatherProblem = (
  code: EpwRefusal['code'], line: number, detail: string,
): Result<never, EpwRefusal> => refuse({ code, line, detail });

/** Whether a place lies on Earth. */
export const isPlace = ({ latitude, longitude, timeZone, elevationM }: EpwPlace): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && Math.abs(timeZone) <= 14
  && elevationM > -500 && elevationM < 9000;

const sound = {
  dryBulbC: [-70, 70], dewPointC: [-90, 60], relativeHumidity: [0, 110], pressureKpa: [31, 120],
} as const;

/** Figures of a line as text; those in millibar are named so. */
export interface WrittenHour {
  readonly dry: string;
  readonly dew: string;
  readonly humidity: string;
  readonly pressureMbar: string;
}

/** Marks for a value that is not there, in tables of hours. */
const isMarked = (value: number): boolean => value <= -900 || value >= 9999;

/**
 * A value of a table of hours: null where the file marks it as missing.
 * @returns a sentence for what is no number or cannot be
 */
function valueOf(text: string, key: keyof typeof sound, factor: number): number | null | string {
  const cell = text.trim();
  if (cell === '') return null;
  const value = Number(cell) * factor;
  if (!Number.isFinite(value)) return `${cell.slice(0, 20)} is no number`;
  if (isMarked(Number(cell))) return null;
  const [low, high] = sound[key];
  return value < low || value > high ? `${key} ${value}, not ${low} to ${high}` : value;
}

type When = Pick<EpwRow, 'line' | 'year' | 'month' | 'day' | 'hour'> & { readonly minute: number };

const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A row of hours as one of a weather file. */
export function hourRow(when: When, written: WrittenHour): Result<EpwRow, EpwRefusal> {
  const { month, day, hour, line } = when;
  const isSound = [when.year, month, day, hour].every(Number.isInteger) && day >= 1
    && day <= (daysIn[month - 1] ?? 0) && hour >= 0 && hour <= 24;
  if (!isSound) return weatherProblem('bad-date', line, `${when.year}-${month}-${day} hour ${hour}`);
  const values = {
    dryBulbC: valueOf(written.dry, 'dryBulbC', 1), dewPointC: valueOf(written.dew, 'dewPointC', 1),
    relativeHumidity: valueOf(written.humidity, 'relativeHumidity', 1),
    pressureKpa: valueOf(written.pressureMbar, 'pressureKpa', 0.1),
  };
  const bad = Object.values(values).find((value) => typeof value === 'string');
  if (bad !== undefined)
    return weatherProblem(/no number/u.test(String(bad)) ? 'bad-number' : 'out-of-range', line, String(bad));
  return { ok: true, value: { ...when, ...values } as EpwRow };
}
