import type { Catalog } from '../catalog/types.ts';
import { groupBy } from './calibration/group.ts';
import { summariseRatios, type ErrorStatistics } from './calibration/statistics.ts';
import { wattSample } from './calibration/watts.ts';
import { fittedConstants } from './fitted-constants.ts';
import type { Row } from './point-row.ts';
import { setAside } from './verify.ts';
import { wattsOf } from './watts.ts';

/** One row of measured watts beside what the equations and the fitted shares say. */
export interface WattCase {
  readonly measuredW: number;
  readonly predictedW: number;
  /** Of prefill and decode accelerators where they are apart. */
  readonly prefillW: number | null;
  readonly decodeW: number | null;
  readonly errorPct: number;
}

export interface WattVerification {
  readonly rows: number;
  readonly skipped: readonly { readonly reason: string; readonly rows: number }[];
  /** Of mean watts; null without rows. */
  readonly watts: ErrorStatistics | null;
  readonly groups: readonly {
    readonly by: Readonly<Record<string, string>>; readonly rows: number;
    readonly watts: ErrorStatistics | null;
  }[];
  readonly cases: readonly WattCase[];
}

interface Checked {
  readonly row: Row;
  readonly ratio: number;
  readonly found: WattCase;
}

function checkRow(row: Row, catalog: Catalog, all: boolean): Checked | string {
  const aside = all ? null : setAside(row);
  if (aside !== null) return aside;
  const sample = wattSample(row, catalog);
  if (!sample.ok) return sample.error;
  const { mean, prefill, decode } = wattsOf(sample.value.point, sample.value,
    fittedConstants.watts);
  const ratio = mean / sample.value.watts;
  return { row, ratio, found: { measuredW: sample.value.watts, predictedW: mean,
    prefillW: prefill, decodeW: decode, errorPct: (ratio - 1) * 100 } };
}

const summarise = (checked: readonly Checked[]) =>
  ({ rows: checked.length, watts: summariseRatios(checked.map(({ ratio }) => ratio)) });

/**
 * Compares measured mean watts of accelerators with those of the equations.
 *
 * @param rows lines of a table: gpu or system, model, precision, framework or engine, isl, osl,
 *   concurrency or conc, mode, avg_gpu_power_w, and widths where known
 * @param by columns to group the errors by
 * @param all whether rows their own file calls doubtful count too
 * @example verifyWatts([], builtInCatalog, []).rows // 0
 */
export function verifyWatts(
  rows: readonly Row[], catalog: Catalog, by: readonly string[], all = false,
): WattVerification {
  const results = rows.map((row) => checkRow(row, catalog, all));
  const checked = results.filter((result) => typeof result !== 'string');
  const skipped = groupBy(results.filter((result) => typeof result === 'string'),
    (reason) => reason);
  const groups = by.length === 0 ? []
    : [...groupBy(checked, ({ row }) => JSON.stringify(by.map((key) => row[key] ?? '')))];
  return {
    ...summarise(checked), cases: checked.map(({ found }) => found),
    skipped: [...skipped].map(([reason, members]) => ({ reason, rows: members.length })),
    groups: groups.sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
      .map(([, members]) => ({ ...summarise(members),
        by: Object.fromEntries(by.map((key) => [key, members[0]?.row[key] ?? ''])) })),
  };
}
