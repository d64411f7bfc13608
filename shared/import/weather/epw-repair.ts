import { ok, refuse, type Result } from '../../units/result.ts';
import type { EpwRow } from './epw-rows.ts';
import type { EpwRefusal, EpwRepair } from './epw-types.ts';
import { saturationKpa } from '../../facility/weather/psychrometrics.ts';

/** Longest run of missing hours that a straight line may stand in for. */
const longestGap = 6;
/** Most hours of a year that may be mended before the file is worthless: about one per cent. */
const mostRepairs = 88;

/** An hour with every value it needs. `hour` counts from 0. */
export interface FilledHour {
  readonly month: number;
  readonly hour: number;
  readonly dryBulbC: number;
  readonly dewPointC: number;
  readonly pressureKpa: number | null;
}

type Slot =
  { readonly month: number; readonly day: number; readonly hour: number; row: EpwRow | null };

const daysOfMonths = (leap: boolean): readonly number[] =>
  [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function yearOfSlots(leap: boolean): Slot[] {
  return daysOfMonths(leap)
    .flatMap((days, m) => Array.from({ length: days * 24 }, (_, i): Slot => (
      { month: m + 1, day: Math.floor(i / 24) + 1, hour: i % 24, row: null })));
}

/**
 * Places the rows of a file into a year of hours and fills short gaps by straight lines.
 * Repeated hours are dropped and listed. Refused: hours out of order, a gap of more than
 * 6 hours, more than 88 repairs in all.
 * @returns hours from 1 January with a list of what was mended
 * @example fillGaps(rows) // { ok: true, value: { hours: [8760], repairs: [] } } for a complete file
 */
export function fillGaps(
  rows: readonly EpwRow[],
): Result<{
  readonly hours: readonly FilledHour[]; readonly repairs: readonly EpwRepair[]
}, EpwRefusal> {
  const leap = rows.some((row) => row.month === 2 && row.day === 29);
  const slots = yearOfSlots(leap);
  const repairs: EpwRepair[] = [];
  const misplaced = placeRows(slots, rows, leap, repairs);
  if (misplaced !== null) return refuse(misplaced);
  const gap = missingHours(slots, rows, repairs);
  if (gap !== null) return refuse(gap);
  const dry = fillSeries(slots.map((slot) => slot.row?.dryBulbC ?? null), slots,
    'dry bulb', repairs);
  const dewPoints =
    slots.map(({ row }) => (row === null ? null : row.dewPointC ?? fromHumidity(row)));
  const dew = fillSeries(dewPoints, slots, 'dew point', repairs);
  if (!dry.ok) return dry;
  if (!dew.ok) return dew;
  if (repairs.length > mostRepairs) {
    const detail = `${repairs.length} hours or values to mend, more than ${mostRepairs}`;
    return refuse({ code: 'too-many-repairs', line: 0, detail });
  }
  return ok({
    repairs,
    hours: slots.map(({ month, hour, row }, i) => ({
      month, hour, dryBulbC: dry.value[i] ?? NaN, dewPointC: dew.value[i] ?? NaN,
      pressureKpa: row?.pressureKpa ?? null,
    })),
  });
}

function placeRows(
  slots: Slot[], rows: readonly EpwRow[], leap: boolean, repairs: EpwRepair[],
): EpwRefusal | null {
  const starts = daysOfMonths(leap)
    .map((_, m, days) => days.slice(0, m).reduce((sum, d) => sum + d, 0) * 24);
  let last = -1;
  for (const row of rows) {
    const at = (starts[row.month - 1] ?? 0) + (row.day - 1) * 24 + row.hour - 1;
    const slot = slots[at];
    const when = `${row.month}-${row.day} hour ${row.hour}`;
    if (slot === undefined) {
      return { code: 'bad-date', line: row.line, detail: when };
    }
    if (slot.row !== null && at === last) {
      repairs.push({
        code: 'dropped-duplicate', line: row.line, detail: `${when} stands twice`,
      });
      continue;
    }
    if (at < last) {
      return { code: 'out-of-order', line: row.line, detail: `${when} comes too late` };
    }
    slot.row = row;
    last = at;
  }
  return null;
}

/** Lists missing hours as repairs; a long run of them is refused, with the line before it. */
function missingHours(
  slots: readonly Slot[], rows: readonly EpwRow[], repairs: EpwRepair[],
): EpwRefusal | null {
  let run = 0;
  let line = rows[0]?.line ?? 0;
  for (const { row, month, day, hour } of slots) {
    if (row !== null) {
      run = 0;
      line = row.line;
      continue;
    }
    run += 1;
    if (run > longestGap) {
      const detail =
        `more than ${longestGap} hours missing before ${month}-${day} hour ${hour + 1}`;
      return { code: 'gap-too-long', line, detail };
    }
    repairs.push({
      code: 'filled-hour', line, detail: `${month}-${day} hour ${hour + 1} is missing`,
    });
  }
  return null;
}

/**
 * Fills nulls by a straight line between their neighbours, around the end of the year;
 * long runs are refused.
 */
function fillSeries(
  values: readonly (number | null)[], slots: readonly Slot[], label: string,
  repairs: EpwRepair[],
): Result<readonly number[], EpwRefusal> {
  const n = values.length;
  const filled: number[] = [];
  for (let i = 0; i < n; i++) {
    const own = values[i] ?? null;
    const row = slots[i]?.row ?? null;
    if (own !== null) {
      filled.push(own);
      continue;
    }
    const back = distance(values, i, -1);
    const ahead = distance(values, i, 1);
    if (back + ahead - 1 > longestGap) {
      const detail = `more than ${longestGap} hours without ${label}`;
      return refuse({ code: 'gap-too-long', line: lineBefore(slots, i), detail });
    }
    if (row !== null)
      repairs.push({ code: 'filled-value', line: row.line, detail: `no ${label}` });
    const before = values[(i - back + n) % n] ?? 0;
    const after = values[(i + ahead) % n] ?? 0;
    filled.push(before + ((after - before) * back) / (back + ahead));
  }
  return ok(filled);
}

/** The line of an hour or, where it is missing, of the last one before it; 0 before all. */
const lineBefore = (slots: readonly Slot[], at: number): number =>
  slots.slice(0, at + 1).findLast(({ row }) => row !== null)?.row?.line ?? 0;

function distance(values: readonly (number | null)[], from: number, step: 1 | -1): number {
  const n = values.length;
  for (let d = 1; d <= n; d++)
    if ((values[(from + step * d + n * d) % n] ?? null) !== null) return d;
  return n;
}

/** Dew point from relative humidity where a file states only that. */
function fromHumidity({ dryBulbC, relativeHumidity }: EpwRow): number | null {
  if (dryBulbC === null || relativeHumidity === null || relativeHumidity <= 0) return null;
  const ratio =
    Math.log((saturationKpa(dryBulbC) * Math.min(100, relativeHumidity)) / 100 / 0.61094);
  return (243.04 * ratio) / (17.625 - ratio);
}
