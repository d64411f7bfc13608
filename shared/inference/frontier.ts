import { once } from '../units/once.ts';
import { ok } from '../units/result.ts';
import { runBalanced } from './disagg.ts';
import type { FittingLayout } from './layouts.ts';
import { fitLayouts, keepFitting, listLayouts } from './layouts.ts';
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
    const most = request.maxAcceleratorsPerInstance;
    // Widths held fixed are those of decoding; prefill workers are cut as serves best.
    const prefills = request.fixed === undefined ? layouts
      : keepFitting(bench, listLayouts(bench, most));
    sweepDisaggregated(bench, layouts, most, columns, rows, slowest, prefills);
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

/** A row of one draft count's sweep. */
interface SweptRow {
  readonly resolved: Resolved;
  readonly columns: SweepColumns;
  readonly row: number;
}

/** Rows of each mode that no other one of the mode beats, at whatever drafts. */
function unbeatenRows(rows: readonly SweptRow[]): readonly SweptRow[] {
  const x = rows.map(({ columns, row }) => columns.interactivity[row] ?? Number.NaN);
  const y = rows.map(({ columns, row }) => columns.throughput[row] ?? Number.NaN);
  const isApart = rows.map(({ columns, row }) => (columns.split[row] ?? null) !== null);
  return [false, true].flatMap((apart) => nonDominated(x, y,
    [...rows.keys()].filter((at) => isApart[at] === apart)).flatMap((at) => rows[at] ?? []));
}

/** What a service level asks of a point, and how its attention and experts are cut. */
export type Candidate =
  Pick<FrontierPoint,
    'tokPerSecPerUser' | 'outputTokPerSecPerAccelerator' | 'ttftMsHigh' | 'latency'
    | 'tp' | 'attentionDp' | 'ep'>;

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
  const rows = draftsOf(request).flatMap((speculativeDraft) => {
    const own = resolveRequest({ ...request, speculativeDraft });
    if (!own.ok) return [];
    const columns = sweepRows(own.value, layouts.value, steps,
      slowest === null ? undefined : slowest * aLittleSlower);
    return frontierRows(columns).map((row) => ({ resolved: own.value, columns, row }));
  });
  const output = ({ columns, row }: SweptRow): number => columns.throughput[row] ?? Number.NaN;
  return unbeatenRows(rows).toSorted((a, b) => output(b) - output(a))
    .map(({ resolved: own, columns, row }) =>
      once(() => describeRow(own, layouts.value, columns, row, emptyLoop())));
}

/**
 * Of candidates that are fast enough the one of most throughput that is in time, else the one
 * whose first token comes soonest; null where none is fast enough.
 * @param candidates those of most throughput first
 */
function firstInTime(
  candidates: readonly (() => Candidate | null)[], limits: ServiceLimits,
): { readonly point: Candidate; readonly hurried: boolean } | null {
  let soonest: Candidate | null = null;
  let hurried = false;
  for (const describe of candidates) {
    const point = describe();
    if (point === null || !isFast(point, limits)) continue;
    if (meetsLimits(point, limits)) return { point, hurried };
    hurried = true;
    if (soonest === null || firstTokenAt(point, limits) < firstTokenAt(soonest, limits))
      soonest = point;
  }
  return soonest === null ? null : { point: soonest, hurried };
}

/**
 * Of candidates that keep a service level the one of most output per accelerator; where only
 * the first token is late, the one whose token comes soonest. Chosen as `chooseInTime`
 * chooses: where the first token binds, at less load of prefill too.
 * @param ask candidates of a request with some changes, those of most throughput first
 * @returns null where none is fast enough
 */
export function candidateInTime(
  { mode, limits }: Pick<ServingRequest, 'mode' | 'limits'>,
  ask: (changes: Partial<ServingRequest>) => readonly (() => Candidate | null)[],
): Candidate | null {
  const planned = firstInTime(ask({}), limits);
  if (planned === null) return null;
  const found = [planned.point];
  if (planned.hurried && mode !== 'agg') {
    found.push(...easedModes.flatMap((eased) => firstInTime(ask(eased), limits)?.point ?? []));
  }
  const inTime = found.filter((point) => meetsLimits(point, limits));
  const output = (point: Candidate): number => point.outputTokPerSecPerAccelerator;
  if (inTime.length > 0)
    return inTime.reduce((most, point) => (output(point) > output(most) ? point : most));
  return found.reduce((soonest, point) =>
    (firstTokenAt(point, limits) < firstTokenAt(soonest, limits) ? point : soonest));
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
const easedModes = [0.6, 0.3].map((prefillLoad) => ({ mode: 'disagg' as const, prefillLoad }));

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
    ...(request.mode === 'agg' ? [] : easedModes),
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
  let most = 0;
  for (const point of points) {
    const output = point.outputTokPerSecPerAccelerator;
    if (output > most && meetsLimits(point, limits)) [best, most] = [point, output];
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
    ...(maxTtftMs === null ? {} : { limit: maxTtftMs }), value: soonest, unit: 'ms',
    fix: `Allow ${Math.ceil(soonest)} ms to the first token.`,
  });
}
