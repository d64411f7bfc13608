import type { MeasuredPoint } from '../catalog/types.ts';
import { computeWith, valuesOf } from './evaluate.ts';
import type { ClaimCard, CurvePlan, CurveSide, Overrides, QuotedMultiple } from './types.ts';

/** Throughput at a speed: one corner of a curve. */
export interface CurvePoint {
  readonly tokPerSecPerUser: number;
  readonly tokPerSecPerAccelerator: number;
}

export interface MultiplePoint {
  readonly tokPerSecPerUser: number;
  readonly newer: number;
  readonly older: number;
  readonly multiple: number;
}

/**
 * A claim's multiple over interactivity: measured where both sides are, quoted points
 * beside it.
 */
export interface MultipleCurve {
  readonly label: string;
  readonly points: readonly MultiplePoint[];
  readonly quoted: readonly QuotedMultiple[];
  /** Why there are no points; null when there are. */
  readonly absent: string | null;
  readonly caveat: string;
}

/**
 * Speeds at which a curve is read: enough for a smooth line, on a grid people recognise
 * (5 tok/s/user).
 */
const gridStep = 5;

/**
 * Points nothing beats in both speed and throughput, by rising speed.
 * @example upperEnvelope([{ tokPerSecPerUser: 10, tokPerSecPerAccelerator: 5 }]).length // 1
 */
export function upperEnvelope(points: readonly CurvePoint[]): readonly CurvePoint[] {
  const kept: CurvePoint[] = [];
  let best = -Infinity;
  const byFalling = points.toSorted((a, b) => b.tokPerSecPerUser - a.tokPerSecPerUser
    || b.tokPerSecPerAccelerator - a.tokPerSecPerAccelerator);
  for (const point of byFalling) {
    if (point.tokPerSecPerAccelerator <= best) continue;
    kept.unshift(point);
    best = point.tokPerSecPerAccelerator;
  }
  return kept;
}

/**
 * Throughput of an envelope at a speed, straight in the logarithm of throughput.
 * @returns null outside the envelope: nothing is extrapolated
 */
export function throughputAt(
  envelope: readonly CurvePoint[], tokPerSecPerUser: number,
): number | null {
  const next = envelope.findIndex((point) => point.tokPerSecPerUser >= tokPerSecPerUser);
  const b = envelope[next];
  if (b === undefined) return null;
  if (b.tokPerSecPerUser === tokPerSecPerUser) return b.tokPerSecPerAccelerator;
  const a = envelope[next - 1];
  if (a === undefined) return null;
  const share =
    (tokPerSecPerUser - a.tokPerSecPerUser) / (b.tokPerSecPerUser - a.tokPerSecPerUser);
  return a.tokPerSecPerAccelerator
    * (b.tokPerSecPerAccelerator / a.tokPerSecPerAccelerator) ** share;
}

/**
 * The ratio of two throughput curves times a factor, at every grid speed both reach.
 * @param factor price or power of the older over the newer; 1 compares throughput alone
 */
export function multipleOver(
  newer: readonly CurvePoint[], older: readonly CurvePoint[], factor: number,
): readonly MultiplePoint[] {
  const [top, base] = [upperEnvelope(newer), upperEnvelope(older)];
  const last = Math.min(top.at(-1)?.tokPerSecPerUser ?? 0, base.at(-1)?.tokPerSecPerUser ?? 0);
  const points: MultiplePoint[] = [];
  for (let speed = gridStep; speed <= last; speed += gridStep) {
    const [a, b] = [throughputAt(top, speed), throughputAt(base, speed)];
    if (a !== null && b !== null) points.push({ tokPerSecPerUser: speed, newer: a, older: b,
      multiple: (a / b) * factor });
  }
  return points;
}

type Applying = Extract<CurvePlan, { readonly applies: true }>;

/** Measured points of one side as total tokens per second, input and output. */
function sideOf(
  plan: Applying, side: CurveSide, measured: readonly MeasuredPoint[],
): readonly CurvePoint[] {
  return measured.flatMap((point) => {
    const fits = point.modelId === plan.modelId && point.isl === plan.isl
      && point.osl === plan.osl
      && point.acceleratorId === side.acceleratorId && point.precision === side.precision;
    if (!fits || point.tpotMeanMs === null || point.tpotMeanMs <= 0) return [];
    const total = point.outputTokPerSecPerAccelerator * (1 + plan.isl / plan.osl);
    return [{ tokPerSecPerUser: 1000 / point.tpotMeanMs, tokPerSecPerAccelerator: total }];
  });
}

/**
 * The claim's multiple as a curve over interactivity (output tokens per second each user sees).
 * @param measured serving points of the catalogue; total throughput of input and output
 *   tokens is compared
 * @returns points where both sides were measured; none, with the reason, where data or
 *   conditions are missing
 */
export function curveOf(
  card: ClaimCard, measured: readonly MeasuredPoint[], overrides: Overrides = {},
): MultipleCurve {
  const plan = card.curve;
  if (!plan.applies) return { label: card.title, points: [], quoted: plan.quoted,
    absent: plan.reason,
    caveat: '' };
  const { label, quoted, caveat } = plan;
  const factor = computeWith(plan.factor, valuesOf(card, overrides, true));
  if (factor === null) return { label, points: [], quoted,
    absent: 'a rate or power the curve needs has no value', caveat };
  const points = multipleOver(sideOf(plan, plan.newer, measured),
    sideOf(plan, plan.older, measured), factor);
  const absent = points.length > 0 ? null
    : `no measured points of both ${plan.newer.label} and ${plan.older.label} at the same speed`;
  return { label, points, quoted, absent, caveat };
}
