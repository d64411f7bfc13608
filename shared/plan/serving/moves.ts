import type { CatalogFactors } from '../../catalog/watch.ts';
import type { Resolved } from '../../project/resolve.ts';
import { note, type Source } from '../../units/reading.ts';
import type { ServingAnswer } from './serving.ts';

/**
 * What is moved apart from the project's inputs: figures of the catalogue, and throughput
 * of the serving points.
 */
export interface PlanMoves {
  /** Factors on catalogue figures by their reference. */
  readonly figures: CatalogFactors;
  /**
   * Factors on the throughput of a rack group's serving point, by its key; 1 where there
   * is none.
   */
  readonly throughput: ReadonlyMap<string, number>;
}

/** The plan as it is. */
export const noMoves: PlanMoves = { figures: new Map(), throughput: new Map() };

/** Throughput of a rack group's serving point as something that can be moved. */
export class ThroughputSource implements Source {
  readonly kind = 'move';
  readonly path: string;
  readonly group: string;

  constructor(group: string) {
    this.group = group;
    this.path = `serving:${group}`;
  }
}

const sources = new Map<string, ThroughputSource>();

/** The factor on a group's throughput, noted as read. */
export function throughputFactor({ throughput }: PlanMoves, group: string): number {
  const source = sources.get(group) ?? new ThroughputSource(group);
  sources.set(group, source);
  const factor = throughput.get(group) ?? 1;
  note(source, factor);
  return factor;
}

/**
 * The factor on what a group serves over what is predicted: what the scenario states, and
 * what is moved beside it.
 */
export const pointFactor = (moves: PlanMoves, group: Resolved<'rackGroup'>): number =>
  throughputFactor(moves, group.key) * group.values.throughputFactor;

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
