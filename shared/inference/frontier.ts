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
  const observations = observedLike(request)
    .flatMap((point) => observe(resolved.value, point) ?? []);
  let evaluated = 0;
  const modelled: FrontierPoint[] = [];
  for (const draft of draftsOf(request)) {
    const own = draft === request.speculativeDraft ? resolved
      : resolveRequest({ ...request, speculativeDraft: draft });
    if (!own.ok) return own;
    const columns = sweepRows(own.value, layouts.value, steps);
    evaluated += columns.evaluated;
    const all = frontierRows(columns);
    // What measurements correct may pass what was before it: all rows of each mode are held.
    const rows = observations.length > 0 ? all : rowsInReach(columns, all);
    modelled.push(...describeRows(own.value, layouts.value, columns, rows));
  }
  if (modelled.length === 0) {
    return refuseWith('bad-parallelism', 'no room for separate prefill and decode workers', {
      limit: request.maxAcceleratorsPerInstance, fix: 'Allow more accelerators per instance.',
    });
  }
  return ok({ points: withMeasured(request, modelled, observations), evaluated });
}

/**
 * Draft counts a frontier looks at: operators draft as many as are asked for at low load and
 * fewer, or none, as verifying them starts to cost.
 */
function draftsOf({ speculativeDraft: most }: ServingRequest): readonly number[] {
  return most <= 0 ? [0] : [...new Set([most, Math.min(most, 3), Math.min(most, 2), 1, 0])];
}

/** What a service level asks of a point. */
export type Candidate =
  Pick<FrontierPoint,
    'tokPerSecPerUser' | 'outputTokPerSecPerAccelerator' | 'ttftMsHigh' | 'latency'>;

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
    if (soonest === null || firstTokenAt(point, limits) < firstTokenAt(soonest, limits))
      soonest = point;
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

/** Speed per user a service level is held against: the mean, or that of the share asked for. */
const speedAt = ({ latency, tokPerSecPerUser }: Candidate, { percentile }: ServiceLimits) =>
  (percentile === undefined || latency === undefined ? tokPerSecPerUser
    : 1e3 / latency.tpotMs[percentile]);

/** First token a service level is held against, ms. */
export const firstTokenAt = (
  { latency, ttftMsHigh }: Candidate, { percentile }: ServiceLimits,
): number =>
  (percentile === undefined || latency === undefined ? ttftMsHigh : latency.ttftMs[percentile]);

/** Shares of the prefill workers' rate tried where the first token binds. */
const easedLoads: readonly number[] = [0.6, 0.3];

/**
 * The point to serve at. A frontier knows speed and throughput only: where the first token
 * binds, a point of one mode that comes in time may hide behind a faster but later one of the
 * other, and more prefill workers bring it sooner: both modes are asked apart, and at less load.
 * @param ask the frontier of a request, remembered or computed
 */
export function chooseInTime(
  { points }: Frontier, request: ServingRequest,
  ask: (asked: ServingRequest) => Answer<Frontier>,
): Answer<FrontierPoint> {
  const best = choosePoint(points, request.limits);
  const unhurried = choosePoint(points, { ...request.limits, maxTtftMs: null });
  if (!unhurried.ok || (best.ok && best.value === unhurried.value)) return best;
  const asked: readonly Partial<ServingRequest>[] = [
    ...(request.mode === 'auto' ? [{ mode: 'agg' as const }, { mode: 'disagg' as const }] : []),
    ...(request.mode === 'agg' ? []
      : easedLoads.map((prefillLoad) => ({ mode: 'disagg' as const, prefillLoad }))),
  ];
  const apart = asked.flatMap((change) => {
    const frontier = ask({ ...request, ...change });
    return frontier.ok ? frontier.value.points : [];
  });
  return choosePoint([...points, ...apart], request.limits);
}

const isFast = (point: Candidate, limits: ServiceLimits): boolean =>
  limits.minTokPerSecPerUser === null || speedAt(point, limits) >= limits.minTokPerSecPerUser;

/**
 * Whether a point keeps a service level: for the share of requests it names, else the mean
 * speed and the first token at its upper end.
 */
export const meetsLimits = (point: Candidate, limits: ServiceLimits): boolean =>
  isFast(point, limits)
  && (limits.maxTtftMs === null || firstTokenAt(point, limits) <= limits.maxTtftMs);

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
  const fastest = points.reduce((most, point) => Math.max(most, speedAt(point, limits)), 0);
  const soonest = points.reduce((least, point) =>
    (isFast(point, limits) ? Math.min(least, firstTokenAt(point, limits)) : least), Infinity);
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
