import { ok, refuse, type Result } from '../../units/result.ts';
import type { EpwRefusal } from './epw-types.ts';

/** One data line of a weather file; a value the file marks as missing is null. */
export interface EpwRow {
  readonly line: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 1..24: the hour that ends at this time; 0..23 until the file's way of counting is known. */
  readonly hour: number;
  readonly dryBulbC: number | null;
  readonly dewPointC: number | null;
  readonly relativeHumidity: number | null;
  readonly pressureKpa: number | null;
  /** Minutes past the hour, where a file has several lines of an hour. */
  readonly minute?: number;
}

/** A data line has 35 columns; older files end after column 32 or 33. */
const fewestColumns = 32;
const mostColumns = 36;

/**
 * Columns of the fields used, from 0, with the value that stands for "missing" and the
 * range of sound values.
 */
const fields = {
  dryBulbC: { column: 6, missing: [99.9, 999, 999.9, 9999], low: -70, high: 70, label: 'dry bulb' },
  dewPointC: { column: 7, missing: [99.9, 999, 999.9, 9999], low: -90, high: 60, label: 'dew point' },
  relativeHumidity: { column: 8, missing: [999, 999.9, 9999], low: 0, high: 110,
    label: 'relative humidity' },
  pressurePa: { column: 9, missing: [999_999, 9_999_999], low: 31_000, high: 120_000,
    label: 'pressure' },
} as const;

/** Hectopascals lie below every pressure in pascals. */
const hectopascals = { low: 310, high: 1200 } as const;

const problem = (code: EpwRefusal['code'], line: number, detail: string): EpwRefusal =>
  ({ code, line, detail });

function readField(
  cells: readonly string[], key: keyof typeof fields, line: number,
): Result<number | null, EpwRefusal> {
  const { column, missing, low, high, label } = fields[key];
  const cell = (cells[column] ?? '').trim();
  if (cell === '') return ok(null);
  const said = Number(cell);
  const isHecto = key === 'pressurePa' && said >= hectopascals.low && said <= hectopascals.high;
  const value = isHecto ? said * 100 : said;
  if (!Number.isFinite(value))
    return refuse(problem('bad-number', line, `${label}: ${cell.slice(0, 20)}`));
  if (missing.some((mark) => Math.abs(value) === mark)) return ok(null);
  if (value < low || value > high) {
    return refuse(problem('out-of-range', line, `${label} ${value}, not ${low} to ${high}`));
  }
  return ok(value);
}

const daysIn = (month: number): number =>
  [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;

/**
 * Reads one data line: year, month, day, hour, minute, flags, dry bulb, dew point,
 * humidity, pressure, ...
 * @source EnergyPlus weather file format, Auxiliary Programs documentation
 * @example readEpwRow(line, 9) // { ok: true, value: { month: 1, day: 1, hour: 1, dryBulbC: 4.4, ... } }
 */
export function readEpwRow(text: string, line: number): Result<EpwRow, EpwRefusal> {
  const cells = text.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));
  if (cells.length < fewestColumns || cells.length > mostColumns) {
    return refuse(problem('wrong-columns', line, `${cells.length} columns, not 35`));
  }
  const date = cells.slice(0, 4).map((cell) => Number(cell.trim() === '' ? NaN : cell));
  const [year = NaN, month = NaN, day = NaN, hour = NaN] = date;
  const minute = Number(cells[4]);
  const sound = date.every(Number.isInteger) && month >= 1 && month <= 12 && day >= 1
    && day <= daysIn(month) && hour >= 0 && hour <= 24;
  if (!sound) return refuse(problem('bad-date', line, cells.slice(0, 4).join('-')));
  const dryBulb = readField(cells, 'dryBulbC', line);
  const dewPoint = readField(cells, 'dewPointC', line);
  const humidity = readField(cells, 'relativeHumidity', line);
  const pressure = readField(cells, 'pressurePa', line);
  if (!dryBulb.ok) return dryBulb;
  if (!dewPoint.ok) return dewPoint;
  if (!humidity.ok) return humidity;
  if (!pressure.ok) return pressure;
  return ok({
    line, year, month, day, hour, dryBulbC: dryBulb.value, dewPointC: dewPoint.value,
    relativeHumidity: humidity.value,
    pressureKpa: pressure.value === null ? null : pressure.value / 1000,
    ...(Number.isInteger(minute) ? { minute } : {}),
  });
}
