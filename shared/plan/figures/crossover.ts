import { fitLogCurve, readLogCurve } from '../../inference/interpolate.ts';
import { nonDominated } from '../../inference/pareto.ts';
import type { FrontierPoint, ServiceLimits } from '../../inference/types.ts';
import type { HourlyTier, HourlyTiers, Rival } from './rivals.ts';

/** Cost of one system over a service level; null where it cannot meet it. */
export interface CostCurve {
  readonly systemId: string;
  readonly name: string;
  readonly usdPerMtok: readonly (number | null)[];
}

/** Costs of several systems over one service level, and who is cheapest where. */
export interface Crossover {
  /** The service level at which costs are read: tok/s/user, or seconds to the first token. */
  readonly at: readonly number[];
  readonly curves: readonly CostCurve[];
  /** Spans of the level with one cheapest system, in order; null where none can serve. */
  readonly spans: readonly Span[];
  /** Systems without a curve, and why. */
  readonly left: readonly { readonly name: string; readonly reason: string }[];
}

export interface Span {
  readonly systemId: string | null;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** What an accelerator-hour costs, USD, or why that is not known. */
export type Hourly = { readonly usd: number } | { readonly usd: null; readonly reason: string };
export type HourlyOf = (rival: Rival) => Hourly;

/** The hourly cost that the catalogue states for a tier. */
export function hourlyAt(tiers: HourlyTiers, tier: HourlyTier): Hourly {
  const usd = tiers[tier];
  return usd === null ? { usd, reason: 'no source states an hourly cost' } : { usd };
}

/** The same for every rival. */
export const tierHourly = (tier: HourlyTier): HourlyOf => ({ hourly }) => hourlyAt(hourly, tier);

const secondsPerHour = 3600;

/**
 * Cost of a million tokens: `hourly 10^6 / (3600 throughput)`.
 *
 * @param hourlyUsd all-in cost of one accelerator-hour
 * @param tokPerSec per accelerator, > 0
 * @example usdPerMtok(3.6, 1000) // 1
 */
export const usdPerMtok = (hourlyUsd: number, tokPerSec: number): number =>
  (hourlyUsd * 1e6) / (secondsPerHour * tokPerSec);

/** Values from `least` to `most` at equal ratios. */
export const ratioGrid = (least: number, most: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => least * (most / least) ** (i / (count - 1)));

/** Points in time that no other point in time beats, from the slowest speed per user. */
function inTime(
  points: readonly FrontierPoint[], maxTtftMs: number | null,
): readonly FrontierPoint[] {
  const timely = points.filter((p) => maxTtftMs === null || p.ttftMsHigh <= maxTtftMs);
  const x = timely.map((p) => p.tokPerSecPerUser);
  const y = timely.map((p) => p.outputTokPerSecPerAccelerator);
  return nonDominated(x, y, [...timely.keys()]).flatMap((i) => timely[i] ?? [])
    .toSorted((a, b) => a.tokPerSecPerUser - b.tokPerSecPerUser);
}

/**
 * Throughput per accelerator at which users see at least `speed`, on the curve through
 * the frontier's points.
 * @returns null beyond the fastest point
 */
function readThroughput(points: readonly FrontierPoint[]): (speed: number) => number | null {
  const last = points.at(-1);
  if (last === undefined) return () => null;
  const curve =
    fitLogCurve(points.map((p) => [p.tokPerSecPerUser, p.outputTokPerSecPerAccelerator]));
  return (speed) => (speed > last.tokPerSecPerUser ? null : readLogCurve(curve, speed));
}

/** A rival that can be priced, or why it is left out. */
function pricedRival(rival: Rival, hourlyOf: HourlyOf) {
  if (!rival.points.ok)
    return { reason: `${rival.points.error.what}. ${rival.points.error.nearestFix}` };
  const hourly = hourlyOf(rival);
  return hourly.usd === null ? { reason: hourly.reason }
    : { hourly: hourly.usd, points: rival.served };
}

function compare(
  rivals: readonly Rival[], hourlyOf: HourlyOf, at: readonly number[],
  read: (points: readonly FrontierPoint[]) => (level: number) => number | null,
): Crossover {
  const left: { name: string; reason: string }[] = [];
  const curves = rivals.flatMap((rival): readonly CostCurve[] => {
    const priced = pricedRival(rival, hourlyOf);
    if (priced.hourly === undefined) {
      left.push({ name: rival.name, reason: priced.reason });
      return [];
    }
    const throughput = read(priced.points);
    const costs = at.map((level) => {
      const output = throughput(level);
      return output === null ? null : usdPerMtok(priced.hourly, output);
    });
    return [{ systemId: rival.systemId, name: rival.name, usdPerMtok: costs }];
  });
  return { at, curves, spans: spansOf(at, curves), left };
}

function cheapestAt(curves: readonly CostCurve[], index: number): CostCurve | null {
  let best: CostCurve | null = null;
  let least = Infinity;
  for (const curve of curves) {
    const cost = curve.usdPerMtok[index] ?? Infinity;
    if (cost < least) {
      least = cost;
      best = curve;
    }
  }
  return best;
}

function spansOf(at: readonly number[], curves: readonly CostCurve[]): readonly Span[] {
  const spans: { systemId: string | null; name: string; from: number; to: number }[] = [];
  at.forEach((level, index) => {
    const best = cheapestAt(curves, index);
    const open = spans.at(-1);
    const systemId = best?.systemId ?? null;
    if (open !== undefined) open.to = level;
    if (open === undefined || open.systemId !== systemId) {
      spans.push({ systemId, name: best?.name ?? '', from: level, to: level });
    }
  });
  return spans;
}

/** Places at which a crossover is read: steps of about 5 % over two decades. */
const steps = 96;
const slowest = 5;

/** Who is cheapest at each speed per user, within a limit on the first token. */
export function crossoverBySpeed(
  rivals: readonly Rival[], hourlyOf: HourlyOf, { maxTtftMs }: ServiceLimits,
): Crossover {
  const speeds =
    rivals.flatMap(({ served }) => inTime(served, maxTtftMs).map((p) => p.tokPerSecPerUser));
  const at = ratioGrid(slowest, Math.max(2 * slowest, ...speeds), steps);
  return compare(rivals, hourlyOf, at, (points) => readThroughput(inTime(points, maxTtftMs)));
}

/** Seconds to the first token between which limits are usually set. */
const firstTokenRange = [0.1, 60] as const;

/**
 * Who is cheapest at each limit on the first token (upper end of its range), at a least
 * speed per user.
 */
export function crossoverByFirstToken(
  rivals: readonly Rival[], hourlyOf: HourlyOf, { minTokPerSecPerUser }: ServiceLimits,
): Crossover {
  const at = ratioGrid(...firstTokenRange, steps);
  return compare(rivals, hourlyOf, at, (points) => {
    const fast = points.filter((p) => p.tokPerSecPerUser >= (minTokPerSecPerUser ?? 0));
    return (seconds) => {
      const best = inTime(fast, seconds * 1e3)
        .reduce((most, p) => Math.max(most, p.outputTokPerSecPerAccelerator), 0);
      return best === 0 ? null : best;
    };
  });
}
