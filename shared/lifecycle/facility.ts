import type { FacilityResponse } from './types.ts';

/**
 * A facility with the same PUE and WUE at every load and month; all it adds is cooling.
 * @param pue meter over IT, >= 1; wueLPerKwh litres per kWh of IT, >= 0
 * @example facilityFromPue(1.2, 0.5, 0).facilityKwAt(1000, 7) // 1200
 */
export function facilityFromPue(pue: number, wueLPerKwh: number, fixedItKw: number,
  carbonGPerKwh = 0): FacilityResponse {
  return {
    facilityKwAt: (itKw) => itKw * pue, facilityKwPeakAt: (itKw) => itKw * pue,
    waterM3PerHourAt: (itKw) => (itKw * wueLPerKwh) / 1000,
    lossKwAt: () => 0, otherKwAt: () => 0,
    fixedItKw, carbonGPerKwh, carbonDeclinePerYear: 0,
  };
}

/**
 * Facility power and water at a row of IT loads, per month of the year or (one row) for
 * all of it.
 */
export interface FacilityTable {
  /** Ascending, first entry 0. */
  readonly itKw: readonly number[];
  /** One row, or twelve from January. */
  readonly facilityKw: readonly (readonly number[])[];
  readonly waterM3PerHour: readonly (readonly number[])[];
  /** In each month's hour of most power; absent where the weather is the same all month. */
  readonly facilityKwPeak?: readonly (readonly number[])[];
  /** Of the facility power at each load: electrical losses, and lights and the like. */
  readonly lossKw: readonly number[];
  readonly otherKw: readonly number[];
}

/**
 * A facility read from a table: straight lines between the loads, the last line continued
 * beyond.
 * @throws RangeError when the table has fewer than two loads, is not ascending, or a row
 *   has another length
 * @example facilityFromTable({ itKw: [0, 100], facilityKw: [[10, 120]], waterM3PerHour: [[0, 0]],
 *   lossKw: [0, 8], otherKw: [2, 2] }, 0).facilityKwAt(50, 1) // 65
 */
export function facilityFromTable(table: FacilityTable, fixedItKw: number,
  carbonGPerKwh = 0): FacilityResponse {
  const { itKw } = table;
  if (itKw.length < 2 || itKw.some((x, i) => i > 0 && !(x > (itKw[i - 1] ?? Infinity)))) {
    throw new RangeError('a facility table needs two or more IT loads, ascending');
  }
  const peakRows = table.facilityKwPeak ?? table.facilityKw;
  for (const row of [
    ...table.facilityKw, ...peakRows, ...table.waterM3PerHour, table.lossKw, table.otherKw,
  ]) {
    if (row.length !== itKw.length) {
      throw new RangeError(`a facility table row has ${row.length} of ${itKw.length} values`);
    }
  }
  const read = (rows: readonly (readonly number[])[], load: number, month: number): number =>
    interpolate(itKw, rows[rows.length === 1 ? 0 : month - 1] ?? [], load);
  return {
    facilityKwAt: (load, month) => read(table.facilityKw, load, month),
    facilityKwPeakAt: (load, month) => read(peakRows, load, month),
    waterM3PerHourAt: (load, month) => read(table.waterM3PerHour, load, month),
    lossKwAt: (load) => interpolate(itKw, table.lossKw, load),
    otherKwAt: (load) => interpolate(itKw, table.otherKw, load),
    fixedItKw, carbonGPerKwh, carbonDeclinePerYear: 0,
  };
}

function interpolate(xs: readonly number[], ys: readonly number[], x: number): number {
  let at = 1;
  while (at < xs.length - 1 && x > (xs[at] ?? 0)) at++;
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [xs[at - 1], xs[at], ys[at - 1], ys[at]];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}
