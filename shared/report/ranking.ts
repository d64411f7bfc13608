import type { Plan } from '../plan/types.ts';

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
  /** Place among the scenarios of the project, from 0. */
  readonly at: number;
  /** Null where the scenario has no such figure. */
  readonly npvUsd: Ranged | null;
  readonly costPerMTokUsd: Ranged | null;
  /** Largest stated error of its serving points, a share; null where nothing serves. */
  readonly error: number | null;
}

/** How the plan of a scenario is found, and the same with all throughput moved by a factor. */
export interface PlansOf {
  readonly plan: (id: string) => Plan | null;
  readonly moved: (id: string, factor: number) => Plan | null;
}

/** An error above this would leave nothing of the throughput. */
const mostError = 0.9;

/** The stated error of the throughput model over the groups that serve, the largest. */
export function statedError({ stages }: Plan): number | null {
  const errors = stages.groups.flatMap(({ point }) => point?.expectedErrorPct ?? []);
  return errors.length === 0 ? null : Math.min(mostError, Math.max(...errors) / 100);
}

const headline = (plan: Plan | null, key: string): number | null =>
  plan?.figures[`headline.${key}`]?.value ?? null;

/** A figure with its range over the plans of moved throughput; null where one lacks it. */
export function rangedOf(
  key: string, plan: Plan | null, moved: readonly (Plan | null)[],
): Ranged | null {
  const value = headline(plan, key);
  const ends = moved.flatMap((each) => headline(each, key) ?? []);
  return value === null || ends.length < moved.length ? null
    : { value, low: Math.min(value, ...ends), high: Math.max(value, ...ends) };
}

/**
 * A scenario with the range of its figures: the whole plan again with the throughput of
 * all groups moved down and up by the largest stated error. Between two plans whoever asks
 * may look up, or leave.
 */
export function* rankSteps(
  { id, name }: Named, at: number, plans: PlansOf,
): Generator<null, Ranked> {
  const plan = plans.plan(id);
  const error = plan === null ? null : statedError(plan);
  const moved: (Plan | null)[] = [];
  for (const factor of error === null ? [] : [1 - error, 1 + error]) {
    yield null;
    moved.push(plans.moved(id, factor));
  }
  return { id, name, at, error, npvUsd: rangedOf('npvUsd', plan, moved),
    costPerMTokUsd: rangedOf('costPerMTokUsd', plan, moved) };
}

type Named = Pick<Ranked, 'id' | 'name'>;

function rank(scenario: Named, at: number, plans: PlansOf): Ranked {
  const steps = rankSteps(scenario, at, plans);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Scenarios by what they are worth, the best first; those without money stand last. */
export const rankPlans = (
  scenarios: readonly Named[], plans: PlansOf,
): readonly Ranked[] =>
  scenarios.map((scenario, at) => rank(scenario, at, plans))
    .toSorted((a, b) => (b.npvUsd?.value ?? -Infinity) - (a.npvUsd?.value ?? -Infinity) || 0);
