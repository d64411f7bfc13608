import type { MeasuredPoint } from '../catalog/types.ts';
import { sampleOf, runSample, throughputOf } from './calibration/sample.ts';
import { slowdownOf } from './maturity.ts';
import { REPEATS_PCT, type Observation } from './overlay.ts';
import { backendOf, type Backend } from './framework.ts';
import { describePoint, scaleStep } from './point.ts';
import type { Resolved } from './resolve.ts';
import { emptyLoop } from './serving.ts';
import type {
  FixedConfiguration, FrontierPoint, ServingMode, ServingRequest,
} from './types.ts';

/** What software may have moved since a measurement that states no day, per cent. */
const UNDATED_DRIFT_PCT = 10;
/**
 * A measured mean TTFT as a range: run-to-run spread below, the slower half of the
 * requests above.
 */
const MEASURED_TTFT_LOW = 0.85;
const MEASURED_TTFT_HIGH = 1.25;

const sameMode = (point: MeasuredPoint, mode: ServingRequest['mode']): boolean =>
  mode === 'auto' || point.mode === mode;

/** Whether a measured point ran the widths a request holds fixed. */
function hasFixedLayout(point: MeasuredPoint, fixed: FixedConfiguration): boolean {
  const same = (asked: number | undefined, ran: number | null): boolean =>
    asked === undefined || asked === ran;
  return same(fixed.tp, point.tp) && same(fixed.attentionDp, point.attentionDp)
    && same(fixed.ep, point.ep)
    && same(fixed.prefillAccelerators, point.prefillAccelerators)
    && same(fixed.decodeAccelerators, point.decodeAccelerators);
}

/** Engines of measured points, found once each: a frontier asks thousands. */
const backendOfPoint = new WeakMap<MeasuredPoint, Backend>();

function ranOn(point: MeasuredPoint): Backend {
  const known = backendOfPoint.get(point);
  if (known !== undefined) return known;
  const backend = backendOf(point.framework);
  backendOfPoint.set(point, backend);
  return backend;
}

/**
 * Measured points of exactly what is asked: model, accelerator, precision, lengths, engine,
 * drafting, mode.
 */
export const matchMeasured = (request: ServingRequest): readonly MeasuredPoint[] =>
  likeMeasured(request).filter((point) => lengthsBetween(request, point) === 0);

/** Sum of the logarithms by which the lengths of a point differ from those asked for. */
export const lengthsBetween = ({ isl, osl }: ServingRequest, point: MeasuredPoint): number =>
  Math.abs(Math.log(point.isl / isl)) + Math.abs(Math.log(point.osl / osl));

/** Lengths further apart than this say nothing of one another. */
const LENGTHS_ALIKE = Math.log(2.5);

/** Measured points to hold against the equations: of the lengths asked for, else of like ones. */
export function observedLike(request: ServingRequest): readonly MeasuredPoint[] {
  const same = matchMeasured(request);
  return same.length > 0 ? same : likeMeasured(request)
    .filter((point) => lengthsBetween(request, point) <= LENGTHS_ALIKE);
}

/** Measured points of what is asked, lengths aside. */
function likeMeasured(request: ServingRequest): readonly MeasuredPoint[] {
  const { model, accelerator, precision } = request;
  const backend = backendOf(request.framework);
  const drafting = request.speculativeDraft > 0 ? 'mtp' : 'none';
  if (request.cacheHit > 0) return [];
  return (request.measured ?? []).filter((point) =>
    point.modelId === model.id && point.acceleratorId === accelerator.id
      && point.precision === precision
    && point.tpotMeanMs !== null && (point.cacheHit ?? 0) === 0
    && point.speculative === drafting
    && ranOn(point) === backend && sameMode(point, request.mode)
    && hasFixedLayout(point, request.fixed ?? {}));
}

/**
 * How far a measurement is from a request: what differs weighs before how far lengths are
 * apart.
 */
function distanceTo(
  request: ServingRequest, backend: Backend, point: MeasuredPoint,
): number {
  const { model, accelerator, precision, isl, osl } = request;
  return (point.modelId === model.id ? 0 : 8) + (point.acceleratorId === accelerator.id ? 0 : 4)
    + (point.precision === precision ? 0 : 2)
    + (ranOn(point) === backend ? 0 : 1)
    + Math.abs(Math.log(point.isl / isl)) + Math.abs(Math.log(point.osl / osl));
}

/**
 * The measurement nearest to a request that shares its model or its accelerator, in words; null
 * without any.
 */
export function findNearest(request: ServingRequest): string | null {
  const backend = backendOf(request.framework);
  let nearest: MeasuredPoint | null = null;
  let least = Infinity;
  for (const point of request.measured ?? []) {
    if (point.modelId !== request.model.id && point.acceleratorId !== request.accelerator.id)
      continue;
    const distance = distanceTo(request, backend, point);
    if (distance < least) {
      nearest = point;
      least = distance;
    }
  }
  return nearest === null ? null : nameMeasurement(nearest);
}

/** A few words by which a reader finds the measurement. */
export function nameMeasurement(point: MeasuredPoint): string {
  const version = point.frameworkVersion === '' ? '' : ` ${point.frameworkVersion}`;
  return `${point.id}: ${point.modelId} ${point.precision} on ${point.acceleratorId}, `
    + `${point.framework}${version}, `
    + `${point.isl}/${point.osl}, ${point.mode}, ${point.concurrency} users`;
}

/** A measured point as a frontier point; null when the equations cannot take its setup. */
export const describeMeasured = (
  resolved: Resolved, point: MeasuredPoint,
): FrontierPoint | null => observe(resolved, point)?.point ?? null;

/**
 * A measured point as an observation: speeds as measured, the split of its time as the
 * equations divide it, and how far they are off. Null when the equations cannot take its setup.
 */
export function observe(resolved: Resolved, point: MeasuredPoint): Observation | null {
  const sample = sampleOf(point, resolved.request.model, resolved.request.accelerator);
  if (!sample.ok || point.tpotMeanMs === null) return null;
  const { layout, split, users, slots } = sample.value;
  const loop = emptyLoop();
  runSample(sample.value, resolved.bench.constants, loop);
  const modelled = describePoint(
    resolved, layout, split, users, Math.min(users / (split?.decodeWorkers ?? 1), slots), loop);
  const output = point.outputTokPerSecPerAccelerator;
  const ttft = point.ttftMeanMs;
  const observed: FrontierPoint = {
    ...modelled, framework: point.framework, tpotMs: point.tpotMeanMs,
    tokPerSecPerUser: 1e3 / point.tpotMeanMs,
    outputTokPerSecPerAccelerator: output,
    totalTokPerSecPerAccelerator: output * (1 + point.isl / point.osl),
    ttftMsLow: ttft === null ? modelled.ttftMsLow : ttft * MEASURED_TTFT_LOW,
    ttftMsHigh: ttft === null ? modelled.ttftMsHigh : ttft * MEASURED_TTFT_HIGH,
    step: scaleStep(modelled.step, point.tpotMeanMs / modelled.tpotMs),
    source: 'measured', expectedErrorPct: REPEATS_PCT,
    nearestMeasurement: nameMeasurement(point),
  };
  const then = slowdownOf(null, sample.value.date, resolved.bench.constants);
  const driftPct = sample.value.date === null ? UNDATED_DRIFT_PCT : (then - 1) * 100;
  const lengths = lengthsBetween(resolved.request, point);
  return { point: observed, residual: output / throughputOf(sample.value, loop), driftPct, lengths };
}

/**
 * Whether a measured point ran exactly the fixed configuration of a request, concurrency
 * included.
 */
export function isSameSetup(point: MeasuredPoint, { fixed, mode }: ServingRequest): boolean {
  const wanted: ServingMode = mode === 'disagg' ? 'disagg' : 'agg';
  return fixed?.concurrency === point.concurrency && point.mode === wanted
    && hasFixedLayout(point, fixed);
}
