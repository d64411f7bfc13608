import type { Catalog } from '../catalog/types.ts';
import type { ServingAnswer } from './serving.ts';

/** What a plan rests on besides the project's inputs, so that it can be looked at and moved. */
export interface PlanMoves {
  /** Stands between the catalogue, own entries included, and everything that reads it. */
  readonly catalog: (catalog: Catalog) => Catalog;
  /** Factor on the throughput of a rack group's serving point. */
  readonly throughput: (groupKey: string) => number;
}

/** The plan as it is. */
export const noMoves: PlanMoves = { catalog: (catalog) => catalog, throughput: () => 1 };

/** The answer with another throughput at the same speed per user and first token. */
export function moveThroughput(answer: ServingAnswer, factor: number): ServingAnswer {
  if (factor === 1 || !answer.chosen.ok) return answer;
  const { value: point } = answer.chosen;
  const value = {
    ...point,
    outputTokPerSecPerAccelerator: point.outputTokPerSecPerAccelerator * factor,
    totalTokPerSecPerAccelerator: point.totalTokPerSecPerAccelerator * factor,
  };
  return { ...answer, chosen: { ok: true, value } };
}
