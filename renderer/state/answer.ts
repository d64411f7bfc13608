import type { Sensitivity } from '../../shared/report/sensitivity.ts';
import { measureSensitivities } from '../../shared/report/sensitivity.ts';
import { readerLimits } from '../../shared/report/limits.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { listScenarios } from '../../shared/project/resolve.ts';
import type { Limit, Warning } from '../../shared/units/limit.ts';
import { planOf, planWithThroughput, type PlanOutcome } from './plan.ts';

/** A value and what it would be were throughput off by the stated error, either way. */
export interface Ranged {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One scenario in the ranking. */
export interface Ranked {
  readonly id: string;
  readonly name: string;
  /** Null where the scenario has no such figure. */
  readonly npvUsd: Ranged | null;
  readonly costPerMTokUsd: Ranged | null;
  /** Largest stated error of its serving points, a share; null where nothing serves. */
  readonly error: number | null;
}

const headline = (outcome: PlanOutcome, key: string): number | null =>
  (outcome.ok ? outcome.value.figures[`headline.${key}`]?.value ?? null : null);

/** The stated error of the throughput model over the groups that serve, the largest. */
export function statedError({ stages }: Plan): number | null {
  const errors = stages.groups.flatMap(({ point }) => point?.expectedErrorPct ?? []);
  return errors.length === 0 ? null : Math.min(0.9, Math.max(...errors) / 100);
}

function rangedOf(
  key: string, plan: PlanOutcome, moved: readonly PlanOutcome[],
): Ranged | null {
  const value = headline(plan, key);
  const ends = moved.flatMap((each) => headline(each, key) ?? []);
  return value === null || ends.length < moved.length ? null
    : { value, low: Math.min(value, ...ends), high: Math.max(value, ...ends) };
}

/**
 * A scenario with the range of its figures: the whole plan again with the throughput of
 * all groups moved down and up by the largest stated error.
 */
function rank(document: ProjectDocument, id: string, name: string): Ranked {
  const plan = planOf(document, id);
  const error = plan.ok ? statedError(plan.value) : null;
  const moved = error === null ? []
    : [1 - error, 1 + error].map((factor) => planWithThroughput(document, id, factor));
  return { id, name, error, npvUsd: rangedOf('npvUsd', plan, moved),
    costPerMTokUsd: rangedOf('costPerMTokUsd', plan, moved) };
}

/** Scenarios by what they are worth, the best first; those without money stand last. */
export const rankScenarios = (document: ProjectDocument): readonly Ranked[] =>
  listScenarios(document).map(({ id, name }) => rank(document, id, name))
    .toSorted((a, b) => (b.npvUsd?.value ?? -Infinity) - (a.npvUsd?.value ?? -Infinity) || 0);

const leversShown = 3;

/** The changes that move what the plan is worth most, the largest first. */
export function strongestLevers(
  document: ProjectDocument, scenarioId: string, plan: Plan,
): readonly Sensitivity[] {
  const npv = plan.figures['headline.npvUsd']?.value ?? null;
  if (npv === null) return [];
  const moves = ({ npvUsd }: Sensitivity): number => Math.abs((npvUsd ?? npv) - npv);
  return measureSensitivities(plan, document, scenarioId,
    (changed) => planOf(changed, scenarioId))
    .toSorted((a, b) => moves(b) - moves(a)).slice(0, leversShown);
}

/** What a person should look at first. */
export interface Matter {
  readonly limit: Limit | null;
  readonly warning: Warning | null;
}

const mattersShown = 3;

/** The limits and warnings that matter, broken limits first. */
export const mattersOf = (plan: Plan): readonly Matter[] => {
  const { limits, warnings } = readerLimits(plan);
  return [
    ...limits.map((limit): Matter => ({ limit, warning: null })),
    ...warnings.map((warning): Matter => ({ limit: null, warning })),
  ].slice(0, mattersShown);
};
