import { once } from '../units/once.ts';
import { ok } from '../units/result.ts';
import { runBalanced } from './disagg.ts';
import type { FittingLayout } from './layouts.ts';
import { fitLayouts } from './layouts.ts';
import { findNearest, observe, observedLike } from './measured.ts';
import { overlayMeasured, type Observation } from './overlay.ts';
import { nonDominated } from './pareto.ts';
import { describePoint } from './point.ts';
import { refuseWith } from './refusal.ts';
import type { Resolved } from './resolve.ts';
import { resolveRequest } from './resolve.ts';
import type { LoopResult } from './serving.ts';
import { emptyLoop, runAggregated } from './serving.ts';
import type { SweepColumns } from './sweep.ts';
import {
  emptyColumns, frontierRows, rowsInReach, sweepAggregated, sweepDisaggregated,
} from './sweep.ts';
import { stepRows, type StepStore } from './steps.ts';
import type {
  Answer, Frontier, FrontierPoint, ServiceLimits, ServingRequest,
} from './types.ts';

function describeRow(
  resolved: Resolved, layouts: readonly FittingLayout[], columns: SweepColumns, row: number,
  out: LoopResult,
): FrontierPoint | null {
  const layout = layouts[columns.layout[row] ?? -1];
  const users = columns.users[row];
  if (layout === undefined || users === undefined) return null;
  const split = columns.split[row] ?? null;
  if (split !== null) {
    const inFlight = runBalanced(resolved.bench, split, users, out);
    return describePoint(resolved, layout, split, inFlight, users, out);
  }
  runAggregated(resolved.bench, layout, users, layout.slotsPerRank * layout.d, out);
  return describePoint(resolved, layout, null, users, users, out);
}

/**
 * Rows of a request by layout, concurrency and worker ratio.
 * @param slowest rows slower than this, tok/s per user, are left out
 */
function sweepRows(
  { request, bench }: Resolved, layouts: readonly FittingLayout[],
  steps: StepStore | undefined, slowest = 0,
): SweepColumns {
  const columns = emptyColumns();
  const rows = stepRows(bench, layouts, steps);
  if (request.mode !== 'disagg') sweepAggregated(bench, layouts, columns, rows, slowest);
  if (request.mode !== 'agg') {
    sweepDisaggregated(bench, layouts, request.maxAcceleratorsPerInstance, columns, rows,
      slowest);
  }
  return columns;
}

/**
 * The whole frontier of (tok/s per user, output tok/s per accelerator) of one model,
 * accelerator, precision and traffic class, over tensor, data and expert parallelism,
 * concurrency and worker ratio.
 *
 * @param steps where decode steps are looked up and kept; the answer is the same without
 * @returns non-dominated points by falling tok/s per user, or why there is none
 */
export function computeFrontier(
  request: ServingRequest, steps?: StepStore,
): Answer<Frontier> {
  const resolved = resolveRequest(request);
  if (!resolved.ok) return resolved;
  const layouts = fitLayouts(resolved.value);
  if (!layouts.ok) return layouts;
  const columns = sweepRows(resolved.value, layouts.value, steps);
  if (columns.users.length === 0) {
    return refuseWith('bad-parallelism', 'no room for separate prefill and decode workers', {
      limit: request.maxAcceleratorsPerInstance, fix: 'Allow more accelerators per instance.',
    });
  }
  const observations = observedLike(request)
    .flatMap((point) => observe(resolved.value, point) ?? []);
  const all = frontierRows(columns);
  // What measurements correct may pass what was before it: all rows of each mode are held.
  const rows = observations.length > 0 ? all : rowsInReach(columns, all);
  const modelled = describeRows(resolved.value, layouts.value, columns, rows);
  return ok({ points: withMeasured(request, modelled, observations),
    evaluated: columns.evaluated });
}

/** What a service level asks of a point. */
export type Candidate =
  Pick<FrontierPoint, 'tokPerSecPerUser' | 'outputTokPerSecPerAccelerator' | 'ttftMsHigh'>;

/** Rounding must not leave out what is just as fast as it has to be. */
const aLittleSlower = 1 - 1e-9;

/**
 * Points of the modelled frontiers of both modes, those of most throughput first, each
 * described when it is asked for: who wants the best that comes in time asks few.
 * @param slowest speed per user, tok/s, that a point must have; null for none
 * @param steps where decode steps are looked up and kept
 * @returns none where nothing can be served
 */
export function modelledCandidates(
  request: ServingRequest, slowest: number | null, steps?: StepStore,
): readonly (() => Candidate | null)[] {
  const resolved = resolveRequest(request);
  if (!resolved.ok) return [];
  const layouts = fitLayouts(resolved.value);
  if (!layouts.ok) return [];
  const columns = sweepRows(resolved.value, layouts.value, steps,
    (slowest ?? 0) * aLittleSlower);
  const output = (row: number): number => columns.throughput[row] ?? Number.NaN;
  return frontierRows(columns).toSorted((a, b) => output(b) - output(a)).map((row) =>
    once(() => describeRow(resolved.value, layouts.value, columns, row, emptyLoop())));
}

/**
 * The most output tokens per second and accelerator of candidates that keep a service
 * level; where only the first token is late, of those whose token comes soonest.
 * @param candidates those of most throughput first
 * @returns null where none is fast enough
 */
export function outputInTime(
  candidates: readonly (() => Candidate | null)[], limits: ServiceLimits,
): number | null {
  let soonest: Candidate | null = null;
  for (const describe of candidates) {
    const point = describe();
    if (point === null || !isFast(point, limits)) continue;
    if (meetsLimits(point, limits)) return point.outputTokPerSecPerAccelerator;
    if (soonest === null || point.ttftMsHigh < soonest.ttftMsHigh) soonest = point;
  }
  return soonest?.outputTokPerSecPerAccelerator ?? null;
}

/**
 * Frontier points of each mode; together they are thinned after measurements have had
 * their say.
 */
function describeRows(
  resolved: Resolved, layouts: readonly FittingLayout[], columns: SweepColumns,
  rows: readonly number[],
): readonly FrontierPoint[] {
  const out = emptyLoop();
  return rows.map((row) => describeRow(resolved, layouts, columns, row, out))
    .filter((point) => point !== null);
}

/** Corrects points by what was measured of their mode, then keeps what nothing beats. */
function withMeasured(
  request: ServingRequest, modelled: readonly FrontierPoint[],
  observations: readonly Observation[],
): readonly FrontierPoint[] {
  const all = overlayMeasured(modelled, observations);
  const x = all.map((point) => point.tokPerSecPerUser);
  const y = all.map((point) => point.outputTokPerSecPerAccelerator);
  const nearest = findNearest(request);
  return nonDominated(x, y, [...all.keys()]).flatMap((i) => all[i] ?? [])
    .map((point) => ({ ...point, nearestMeasurement: point.nearestMeasurement ?? nearest }));
}

const isFast = (point: Candidate, { minTokPerSecPerUser: least }: ServiceLimits): boolean =>
  least === null || point.tokPerSecPerUser >= least;

/** Whether a point keeps a service level; the first token is held at its upper end. */
export const meetsLimits = (point: Candidate, limits: ServiceLimits): boolean =>
  isFast(point, limits)
  && (limits.maxTtftMs === null || point.ttftMsHigh <= limits.maxTtftMs);

/**
 * The point of highest throughput that meets a service level; TTFT is held at the upper
 * end of its range.
 * @returns the point, or `no-point-meets-limits` with the best that could be had: the
 *   fastest speed, or the soonest first token at a speed that is asked for
 */
export function choosePoint(
  points: readonly FrontierPoint[], limits: ServiceLimits,
): Answer<FrontierPoint> {
  let best: FrontierPoint | null = null;
  for (const point of points) {
    const more =
      point.outputTokPerSecPerAccelerator > (best?.outputTokPerSecPerAccelerator ?? 0);
    if (more && meetsLimits(point, limits)) best = point;
  }
  if (best !== null) return ok(best);
  const fastest = points.reduce((most, point) => Math.max(most, point.tokPerSecPerUser), 0);
  const soonest = points.reduce((least, point) =>
    (isFast(point, limits) ? Math.min(least, point.ttftMsHigh) : least), Infinity);
  const { minTokPerSecPerUser: speed, maxTtftMs } = limits;
  if (speed !== null && fastest < speed) {
    return refuseWith('no-point-meets-limits', 'tokens per second per user', {
      limit: speed, value: fastest, unit: 'tok/s/user',
      fix: `Ask for at most ${Math.floor(fastest)} tok/s per user.`,
    });
  }
  return refuseWith('no-point-meets-limits', 'time to first token', {
    limit: maxTtftMs ?? 0, value: soonest, unit: 'ms',
    fix: `Allow ${Math.ceil(soonest)} ms to the first token.`,
  });
}
