import type { FrontierPoint } from '../../../shared/inference/types.ts';
import type { GroupServing } from '../../../shared/plan/serving/serving.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import { curveOrder } from '../../charts/pictures/serving.ts';
import { freePoints } from '../../charts/stage-data.ts';
import type { Pick } from '../../charts/stage.ts';

/** The point of the frontier a reader clicked, or null for anything else in the chart. */
export function pickedPoint(
  serving: GroupServing, { seriesId, index }: Pick,
): FrontierPoint | null {
  return seriesId === 'curve-0' ? (curveOrder(freePoints(serving))[index] ?? null) : null;
}

/** The point nearest to a place in the chart, both axes counted in shares of their length. */
export function nearestPoint(
  points: readonly FrontierPoint[], x: number, y: number,
): FrontierPoint | null {
  const widest = Math.max(...points.map((p) => p.tokPerSecPerUser));
  const highest = Math.max(...points.map((p) => p.outputTokPerSecPerAccelerator));
  let nearest: FrontierPoint | null = null;
  let least = Infinity;
  for (const point of points) {
    const distance = Math.hypot(
      (point.tokPerSecPerUser - x) / widest,
      (point.outputTokPerSecPerAccelerator - y) / highest,
    );
    if (distance < least) {
      nearest = point;
      least = distance;
    }
  }
  return nearest;
}

/** Where a point stands among others; -1 when it lies beside them. */
export const pointIndex = (points: readonly FrontierPoint[], chosen: FrontierPoint): number =>
  points.findIndex(
    (p) =>
      p.tokPerSecPerUser === chosen.tokPerSecPerUser &&
      p.outputTokPerSecPerAccelerator === chosen.outputTokPerSecPerAccelerator,
  );

/** Inputs that hold a rack group to a point; null lets the engine choose again. */
export function pointEdits(
  point: FrontierPoint | null,
): readonly (readonly [field: string, value: FieldValue])[] {
  return [
    ['mode', point?.mode ?? 'auto'],
    ['tensorParallel', point?.tp ?? null],
    ['attentionDp', point?.attentionDp ?? null],
    ['expertParallel', point?.ep ?? null],
    ['prefillAccelerators', point?.prefillAccelerators ?? null],
    ['decodeAccelerators', point?.decodeAccelerators ?? null],
    ['concurrency', point?.concurrency ?? null],
  ];
}
