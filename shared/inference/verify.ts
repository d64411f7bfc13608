import type { Catalog, MeasuredPoint } from '../catalog/types.ts';
import { groupBy } from './calibration/group.ts';
import type { Sample } from './calibration/sample.ts';
import { findSample, runSample, throughputOf } from './calibration/sample.ts';
import type { ErrorStatistics } from './calibration/statistics.ts';
import { summariseRatios } from './calibration/statistics.ts';
import { constantsFor } from './fitted.ts';
import type { Row } from './point-row.ts';
import { readPointRow } from './point-row.ts';
import { emptyLoop } from './serving.ts';

export const verifyKeys = ['gpu', 'model', 'framework', 'mode', 'precision'] as const;
export type VerifyKey = (typeof verifyKeys)[number];

export interface ServingErrors {
  readonly rows: number;
  /** Output tokens per second and accelerator, on the basis of the table; null without rows. */
  readonly throughput: ErrorStatistics | null;
  /** Mean time per output token; null without rows that state it. */
  readonly tpot: ErrorStatistics | null;
}

export interface GroupedErrors extends ServingErrors {
  readonly by: Readonly<Partial<Record<VerifyKey, string>>>;
}

export interface ServingVerification extends ServingErrors {
  readonly skipped: readonly { readonly reason: string; readonly rows: number }[];
  readonly groups: readonly GroupedErrors[];
}

/** One row that could be predicted. */
interface Checked {
  readonly row: Row;
  readonly throughputRatio: number;
  readonly tpotRatio: number | null;
}

const scratch = emptyLoop();

function check(row: Row, point: MeasuredPoint, sample: Sample): Checked {
  runSample(sample, constantsFor(sample.family, sample.backend), scratch);
  return {
    row, throughputRatio: throughputOf(sample, scratch) / point.outputTokPerSecPerAccelerator,
    tpotRatio: point.tpotMeanMs === null ? null : (scratch.tpot * 1e3) / point.tpotMeanMs,
  };
}

/** The row's prediction over its measurement, or in words why it is skipped. */
function checkRow(row: Row, catalog: Catalog): Checked | string {
  const point = readPointRow(row, catalog, '');
  if (!point.ok) return point.error;
  if (point.value.speculative === 'unlabelled') return 'speculative decoding is unlabelled';
  const sample = findSample(point.value, catalog);
  return sample.ok ? check(row, point.value, sample.value)
    : `${sample.error.code}: ${sample.error.what}`;
}

function summarise(checked: readonly Checked[]): ServingErrors {
  return {
    rows: checked.length,
    throughput: summariseRatios(checked.map((row) => row.throughputRatio)),
    tpot: summariseRatios(checked.flatMap((row) => row.tpotRatio ?? [])),
  };
}

const valueOf = (row: Row, key: VerifyKey): string => row[key] ?? '';

/** Orders groups by one column after the other. */
const inOrderOf = (by: readonly VerifyKey[]) =>
  ([a]: readonly Checked[], [b]: readonly Checked[]): number =>
    by.reduce((order, key) => order || valueOf(a?.row ?? {}, key)
      .localeCompare(valueOf(b?.row ?? {}, key), 'en'), 0);

/**
 * Compares measured serving points with the model alone (bundled measurements play no part).
 *
 * @param rows lines of a table with the columns of the catalogue's serving measurements
 * @param by columns to group the errors by
 * @returns errors overall and per group, and how many rows were skipped for which reason
 * @example verifyServing(rows, builtInCatalog, ['gpu']).throughput?.medianAbsPct // about 6
 */
export function verifyServing(
  rows: readonly Row[], catalog: Catalog, by: readonly VerifyKey[],
): ServingVerification {
  const results = rows.map((row) => checkRow(row, catalog));
  const checked = results.filter((result) => typeof result !== 'string');
  const skipped = groupBy(results.filter((result) => typeof result === 'string'),
    (reason) => reason);
  const groups = by.length === 0 ? []
    : [...groupBy(checked, ({ row }) => by.map((key) => valueOf(row, key)).join('\u0000'))
      .values()].sort(inOrderOf(by));
  return {
    ...summarise(checked),
    skipped: [...skipped].map(([reason, members]) => ({ reason, rows: members.length })),
    groups: groups.map((members) => ({
      by: Object.fromEntries(by.map((key) => [key, valueOf(members[0]?.row ?? {}, key)])),
      ...summarise(members),
    })),
  };
}
