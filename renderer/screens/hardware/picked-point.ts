import type { FrontierPoint } from '../../../shared/inference/types.ts';
import type { GroupServing } from '../../../shared/plan/serving.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import { curveOrder } from '../../charts/pictures/serving.ts';
import { freePoints } from '../../charts/stage-data.ts';
import type { Pick } from '../../charts/stage.ts';

/** The point of the frontier a reader clicked, or null for anything else in the chart. */
export function pickedPoint(serving: GroupServing, { seriesId, index }: Pick): FrontierPoint | null {
  return seriesId === 'curve-0' ? (curveOrder(freePoints(serving))[index] ?? null) : null;
}

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
