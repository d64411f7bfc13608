import type { Metric } from '../economics/statement/result-types.ts';
import type { Unit } from '../units/unit.ts';
import type { MeasureKind, RealityMeasure, RealityPeer, Verdict } from './types.ts';

/** Beyond this many times the highest peer a measure is far above them. */
export const farTimes = 2;

/**
 * Where a value lies in a range.
 * @example verdictOf(21, 5, 10) // 'far-above'
 */
export function verdictOf(value: number, low: number, high: number): Verdict {
  if (value > farTimes * high) return 'far-above';
  if (value > high) return 'above';
  return value < low ? 'below' : 'inside';
}

/** Kinds that speak for a plan when they are low. */
export const betterLow: ReadonlySet<MeasureKind> =
  new Set(['costPerAcceleratorHour', 'costPerMwYear', 'capexPerMw', 'payback']);

/** Whether a measure above its peers speaks for the plan; a rent is judged when it is marked. */
export const speaksWhenHigh = (kind: MeasureKind): boolean =>
  !betterLow.has(kind) && kind !== 'rentalReturn';

/**
 * Whether a measure speaks for the plan by more than twice what it does for any peer. A
 * margin is judged by the cost it leaves: 90 % is twice as good as 80 %, not an eighth.
 * Prices older than any model was sold count as well: they will not be paid.
 */
export function isMarked(kind: MeasureKind, value: number, low: number, high: number): boolean {
  if (kind === 'grossMargin') return (1 - value) * farTimes < 1 - high;
  if (kind === 'priceAge') return value > high;
  return betterLow.has(kind) ? value * farTimes < low : value > farTimes * high;
}

/** A measure before it is judged. */
export interface Measured {
  readonly kind: MeasureKind;
  readonly traffic?: RealityMeasure['traffic'];
  readonly unit: Unit;
  readonly metric: Metric;
  readonly peers: readonly RealityPeer[];
  readonly responsible: readonly string[];
}

/** A measure beside its peers; without a value or a peer there is no verdict. */
export function judge(measured: Measured): RealityMeasure {
  const { kind, traffic = null, unit, metric, peers, responsible } = measured;
  const values = peers.map(({ value }) => value);
  const [low, high] = values.length === 0 ? [null, null]
    : [Math.min(...values), Math.max(...values)];
  const { value } = metric;
  const judged = value !== null && low !== null && high !== null
    ? { verdict: verdictOf(value, low, high), marked: isMarked(kind, value, low, high) }
    : { verdict: null, marked: false };
  return {
    measure: traffic === null ? kind : `${kind}.${traffic.key}`, kind, traffic, unit, value,
    ...(metric.value === null ? { absent: metric.absent } : {}), low, high, peers, ...judged,
    responsible,
  };
}
