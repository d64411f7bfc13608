import type { Catalog, MeasuredPoint } from '../catalog/types.ts';
import {
  crossoverByFirstToken, crossoverBySpeed, type Crossover, type HourlyOf, type Span,
} from '../plan/figures/crossover.ts';
import { answerRival, rivalQuestions } from '../plan/figures/rivals.ts';
import type { Plan } from '../plan/types.ts';
import type { TcoRow } from './tco.ts';

/** Who is cheapest where for the traffic of a rack group, from the plan's own costs. */
export interface OwnCrossover {
  readonly group: string;
  /** Spans of speed per user, tok/s/user, within the promised first token. */
  readonly bySpeed: readonly Span[];
  /** Spans of the limit on the first token, s, at the promised speed. */
  readonly byFirstToken: readonly Span[];
  /** Systems without a cost, and why. */
  readonly left: Crossover['left'];
}

/**
 * The plan's own cost per accelerator-hour of each system: that of the plan with every
 * rack of the system.
 * @param rows of a table of systems, at one level of speed
 */
export function ownHourly(rows: readonly TcoRow[]): HourlyOf {
  const bySystem = new Map(rows.map((row) => [row.system, row]));
  return ({ systemId }) => {
    const row = bySystem.get(systemId);
    if (row === undefined) return { usd: null, reason: 'it is not in the table of systems' };
    const { costPerAcceleratorHourUsd: usd, reason } = row;
    return usd === null ? { usd, reason } : { usd };
  };
}

/**
 * Crossovers of the systems of a table for every rack group, each at full load and at the
 * hourly cost that the plan would have with it. Takes some frontiers for each system and
 * group.
 * @param rows of a table of systems, at one level of speed
 */
export function ownCrossovers(
  { stages }: Plan, rows: readonly TcoRow[], catalog: Catalog,
  measured: readonly MeasuredPoint[],
): readonly OwnCrossover[] {
  const hourlyOf = ownHourly(rows);
  const systems = [...new Set(rows.map(({ system }) => system))];
  return stages.servings.map((serving) => {
    const points = [...stages.own.points, ...measured];
    const rivals = rivalQuestions(stages, serving, catalog, systems)
      .map((question) => answerRival(question, points));
    const { limits } = serving.request;
    const bySpeed = crossoverBySpeed(rivals, hourlyOf, limits);
    return { group: serving.record.key, bySpeed: bySpeed.spans, left: bySpeed.left,
      byFirstToken: crossoverByFirstToken(rivals, hourlyOf, limits).spans };
  });
}
