import type { Catalog, MeasuredPoint } from '../catalog/types.ts';
import { groupBy } from './calibration/group.ts';
import type { Sample } from './calibration/sample.ts';
import { findSample, runSample, throughputOf } from './calibration/sample.ts';
import type { ErrorStatistics } from './calibration/statistics.ts';
import { summariseRatios } from './calibration/statistics.ts';
import {
  gainRatio, isGainRow, isPhaseRow, phaseSample, runPhase,
} from './calibration/phase.ts';
import { constantsFor } from './fitted.ts';
import { impossibility, isLaunchedOneByOne } from './hygiene.ts';
import type { Row } from './point-row.ts';
import { readPointRow } from './point-row.ts';
import { emptyLoop } from './serving.ts';

export interface ServingErrors {
  readonly rows: number;
  /** Output tokens per second and accelerator, on the basis of the table; null without rows. */
  readonly throughput: ErrorStatistics | null;
  /** Mean time per output token; null without rows that state it. */
  readonly tpot: ErrorStatistics | null;
}

export interface GroupedErrors extends ServingErrors {
  readonly by: Readonly<Record<string, string>>;
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

function check(row: Row, point: MeasuredPoint, sample: Sample): Checked | string {
  const constants = constantsFor(sample.family, sample.backend);
  const impossible = impossibility(sample);
  if (impossible !== null) return impossible.kind === 'above-roofline'
    ? 'faster than the roofline' : 'contradicts itself: more than its users can be given';
  if (isLaunchedOneByOne(sample, constants)) return 'run without captured graphs: a launch a kernel';
  runSample(sample, constants, scratch);
  return {
    row, throughputRatio: throughputOf(sample, scratch) / point.outputTokPerSecPerAccelerator,
    tpotRatio: point.tpotMeanMs === null ? null : (scratch.tpot * 1e3) / point.tpotMeanMs,
  };
}

/** A rate of one phase, or what a mode gains, against the equations. */
function checkPhase(row: Row, catalog: Catalog): Checked | string {
  if (isGainRow(row)) {
    const gain = gainRatio(row, catalog, constantsFor);
    return gain.ok ? { row, throughputRatio: gain.value, tpotRatio: null } : gain.error;
  }
  const phase = phaseSample(row, catalog);
  if (!phase.ok) return phase.error;
  const { family, backend, measured } = phase.value;
  const rate = runPhase(phase.value, constantsFor(family, backend));
  return { row, throughputRatio: rate / measured, tpotRatio: null };
}

/** Why a row says of itself that it is no measurement of single requests, or null. */
export function setAside(row: Row): string | null {
  const quality = row['quality'] ?? '';
  if (quality !== '' && quality !== 'ok') return `quality ${quality}, by the file's own word`;
  return (row['workload'] ?? '').startsWith('agentic')
    ? 'sessions, not single requests' : null;
}

/** The row's prediction over its measurement, or in words why it is skipped. */
function checkRow(row: Row, catalog: Catalog, all: boolean): Checked | string {
  if (isPhaseRow(row) || isGainRow(row)) return checkPhase(row, catalog);
  const aside = all ? null : setAside(row);
  if (aside !== null) return aside;
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

const valueOf = (row: Row, key: string): string => row[key] ?? '';

/** Orders groups by one column after the other. */
const inOrderOf = (by: readonly string[]) =>
  ([a]: readonly Checked[], [b]: readonly Checked[]): number =>
    by.reduce((order, key) => order || valueOf(a?.row ?? {}, key)
      .localeCompare(valueOf(b?.row ?? {}, key), 'en', { numeric: true }), 0);

/**
 * Compares measured serving points with the model alone (bundled measurements play no part).
 *
 * @param rows lines of a table with the columns of the catalogue's serving measurements
 * @param by columns to group the errors by
 * @param all whether rows their own file calls doubtful, and sessions, count too
 * @returns errors overall and per group, and how many rows were skipped for which reason
 * @example verifyServing(rows, builtInCatalog, ['gpu']).throughput?.medianAbsPct // about 6
 */
export function verifyServing(
  rows: readonly Row[], catalog: Catalog, by: readonly string[], all = false,
): ServingVerification {
  const results = rows.map((row) => checkRow(row, catalog, all));
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
