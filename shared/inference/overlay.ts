import type { LogCurve } from './interpolate.ts';
import { fitLogCurve, readLogCurve } from './interpolate.ts';
import { nonDominated } from './pareto.ts';
import { scaleStep } from './point.ts';
import type { FrontierPoint } from './types.ts';

/** Error of a figure between two measured neighbours, per cent. */
const INTERPOLATED_ERROR_PCT = 8;
/** Neighbours further apart than this in tok/s per user get points between them. */
const LARGEST_GAP = 1.1;

/** Points no other beats, by rising tok/s per user. */
function frontierOf(points: readonly FrontierPoint[]): readonly FrontierPoint[] {
  const x = points.map((point) => point.tokPerSecPerUser);
  const y = points.map((point) => point.outputTokPerSecPerAccelerator);
  return nonDominated(x, y, [...points.keys()]).toReversed().flatMap((i) => points[i] ?? []);
}

const curveOf = (points: readonly FrontierPoint[]): LogCurve =>
  fitLogCurve(points.map((point) => [
    point.tokPerSecPerUser, point.outputTokPerSecPerAccelerator,
  ]));

function withThroughput(point: FrontierPoint, output: number): FrontierPoint {
  const factor = output / point.outputTokPerSecPerAccelerator;
  return {
    ...point, outputTokPerSecPerAccelerator: output,
    totalTokPerSecPerAccelerator: point.totalTokPerSecPerAccelerator * factor,
  };
}

/**
 * The setup of a measured neighbour at another speed: as many users as the two speeds imply
 * (Little's law).
 */
function moveTo(
  neighbour: FrontierPoint, tokPerSecPerUser: number, output: number,
): FrontierPoint {
  const slower = neighbour.tokPerSecPerUser / tokPerSecPerUser;
  const users = (output / neighbour.outputTokPerSecPerAccelerator) * slower;
  return {
    ...withThroughput(neighbour, output), tokPerSecPerUser, tpotMs: neighbour.tpotMs * slower,
    concurrency: Math.max(1, Math.round(neighbour.concurrency * users)),
    step: scaleStep(neighbour.step, slower),
    memory: { ...neighbour.memory, kvGb: neighbour.memory.kvGb * users },
    source: 'interpolated', expectedErrorPct: INTERPOLATED_ERROR_PCT,
  };
}

/** Points between each pair of measured neighbours, on the curve through all of them. */
function fillGaps(anchors: readonly FrontierPoint[]): readonly FrontierPoint[] {
  const curve = curveOf(anchors);
  return anchors.slice(1).flatMap((high, i) => {
    const low = anchors[i] ?? high;
    const ratio = high.tokPerSecPerUser / low.tokPerSecPerUser;
    const parts = Math.ceil(Math.log(ratio) / Math.log(LARGEST_GAP));
    return Array.from({ length: Math.max(0, parts - 1) }, (_, k) => {
      const share = (k + 1) / parts;
      const x = low.tokPerSecPerUser * ratio ** share;
      return moveTo(share < 0.5 ? low : high, x, readLogCurve(curve, x));
    });
  });
}

/**
 * Leads a modelled frontier of one mode through measured points: between them throughput
 * is interpolated (monotone cubic on log axes), beyond them the equations continue from
 * the last measured point.
 *
 * @param modelled a frontier of one serving mode
 * @param measured measured points of the same mode; dominated ones are left aside
 */
export function overlayMeasured(
  modelled: readonly FrontierPoint[], measured: readonly FrontierPoint[],
): readonly FrontierPoint[] {
  const anchors = frontierOf(measured);
  const [first, last] = [anchors[0], anchors.at(-1)];
  if (first === undefined || last === undefined) return modelled;
  const equations = modelled.length === 0 ? null : curveOf(frontierOf(modelled));
  const beyond = modelled.flatMap((point) => {
    const x = point.tokPerSecPerUser;
    const end = x <= first.tokPerSecPerUser ? first : x >= last.tokPerSecPerUser ? last : null;
    if (end === null || equations === null) return [];
    const miss = end.outputTokPerSecPerAccelerator / readLogCurve(equations,
      end.tokPerSecPerUser);
    // The equations' miss at the end of the range is carried on, halved with every
    // doubling of distance.
    const fade = Math.min(x / end.tokPerSecPerUser, end.tokPerSecPerUser / x);
    const carried = point.outputTokPerSecPerAccelerator * miss ** fade;
    return { ...withThroughput(point, carried), nearestMeasurement: end.nearestMeasurement };
  });
  return [...beyond, ...fillGaps(anchors), ...anchors];
}
