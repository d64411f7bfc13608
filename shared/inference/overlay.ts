import { hastenLatency } from './latency.ts';
import type { FrontierPoint, PrefillTime } from './types.ts';
import { scaleStep } from './point.ts';

/** A measured point of a setup, beside what the equations give for the same. */
export interface Observation {
  /** As measured. */
  readonly point: FrontierPoint;
  /** Measured over computed throughput at the same layout and users. */
  readonly residual: number;
  /** Per cent by which software may have moved since it was measured. */
  readonly driftPct: number;
  /** Sum of the logarithms by which its lengths differ from those asked for; 0 for the same. */
  readonly lengths: number;
}

/** Weight of the equations where measurements would correct them, in measurements. */
const EQUATIONS = 0.35;
/** A load this many times another says half as much of it (in logarithms, squared). */
const LOAD_REACH = Math.log(3);
/** Lengths and drift at which a measurement has lost most of its say. */
const LENGTH_REACH = 0.7;
const DRIFT_REACH = 25;
/** What a measurement of another layout says of this one. */
const OTHER_LAYOUT = 0.35;
/** And what its error may add, per cent. */
const OTHER_LAYOUT_PCT = 6;
/** Repeats of one setup differ by about this much, per cent. */
export const REPEATS_PCT = 5;

const loadOf = (point: FrontierPoint): number => point.concurrency / point.accelerators;

const sameLayout = (a: FrontierPoint, b: FrontierPoint): boolean =>
  a.tp === b.tp && a.attentionDp === b.attentionDp && a.ep === b.ep
  && a.prefillAccelerators === b.prefillAccelerators
  && a.decodeAccelerators === b.decodeAccelerators;

/** How much a measurement says of a computed point, 0..1. */
function weightOf({ point, driftPct, lengths }: Observation, of: FrontierPoint): number {
  const load = Math.log(loadOf(point) / loadOf(of)) / LOAD_REACH;
  const distance = load ** 2 + (lengths / LENGTH_REACH) ** 2 + driftPct / DRIFT_REACH;
  return Math.exp(-distance) * (sameLayout(point, of) ? 1 : OTHER_LAYOUT);
}

/** Error of a measured figure today: repeats, and what software has moved since. */
export const observedError = ({ driftPct }: Observation): number =>
  Math.round(Math.hypot(REPEATS_PCT, driftPct));

/** Every part of a prompt's time by the same factor. */
const hastenPrefill = (prefill: PrefillTime, factor: number): PrefillTime => ({
  denseMs: prefill.denseMs / factor, expertsMs: prefill.expertsMs / factor,
  attentionMs: prefill.attentionMs / factor,
  communicationMs: prefill.communicationMs / factor, overheadMs: prefill.overheadMs / factor,
});

/** A computed point at `factor` times its speed: every part of its time, and what it serves. */
function hasten(point: FrontierPoint, factor: number): FrontierPoint {
  return {
    ...point, tokPerSecPerUser: point.tokPerSecPerUser * factor, tpotMs: point.tpotMs / factor,
    outputTokPerSecPerAccelerator: point.outputTokPerSecPerAccelerator * factor,
    totalTokPerSecPerAccelerator: point.totalTokPerSecPerAccelerator * factor,
    ttftMsLow: point.ttftMsLow / factor, ttftMsHigh: point.ttftMsHigh / factor,
    step: scaleStep(point.step, 1 / factor),
    ...(point.prefill === undefined ? {} : { prefill: hastenPrefill(point.prefill, factor) }),
    ...(point.latency === undefined ? {} : { latency: hastenLatency(point.latency, factor) }),
  };
}

/** From this share on a figure is said to lie between measurements. */
const MOSTLY = 0.5;

/**
 * A computed point corrected by the measurements around it. Each pulls with a weight that
 * fades with load, layout, lengths and the age of its software; where none is near the
 * equations stand as they are. The error runs from that of the measurements to that of the
 * equations in the same way.
 */
export function correctBy(
  point: FrontierPoint, observations: readonly Observation[],
): FrontierPoint {
  let [weight, sum, errors, most] = [0, 0, 0, 0];
  let nearest = point.nearestMeasurement;
  for (const observation of observations) {
    if (observation.point.mode !== point.mode) continue;
    if (observation.point.speculativeDraft > 0 !== point.speculativeDraft > 0) continue;
    const own = weightOf(observation, point);
    weight += own;
    sum += own * Math.log(observation.residual);
    errors += own * (observedError(observation)
      + (sameLayout(observation.point, point) ? 0 : OTHER_LAYOUT_PCT));
    if (own > most) [most, nearest] = [own, observation.point.nearestMeasurement];
  }
  if (weight === 0) return point;
  const share = weight / (weight + EQUATIONS);
  const error = share * (errors / weight) + (1 - share) * point.expectedErrorPct;
  return {
    ...hasten(point, Math.exp(sum / (weight + EQUATIONS))),
    source: share >= MOSTLY ? 'interpolated' : 'modelled',
    expectedErrorPct: Math.max(REPEATS_PCT, Math.round(error)),
    nearestMeasurement: nearest,
  };
}

/**
 * Computed points and measurements together: a campaign is a set of observations, not a
 * frontier, so that a point it missed may lie above what it holds. Measurements of other
 * lengths correct and do not stand for themselves.
 * @returns points that may beat one another
 */
export function overlayMeasured(
  modelled: readonly FrontierPoint[], observations: readonly Observation[],
): readonly FrontierPoint[] {
  if (observations.length === 0) return modelled;
  return [
    ...modelled.map((point) => correctBy(point, observations)),
    ...observations.flatMap((one) => (one.lengths > 0 ? []
      : [{ ...one.point, expectedErrorPct: observedError(one) }])),
  ];
}
