import type { Sensitivity } from '../../shared/report/sensitivity.ts';
import { sensitivitySteps } from '../../shared/report/sensitivity.ts';
import {
  rangedOf, rankPlans, rankSteps, statedError, type PlansOf, type Ranged, type Ranked,
} from '../../shared/report/ranking.ts';
import { rankLimits } from '../../shared/report/limits.ts';
import { warningGroups, type WarningGroup } from '../../shared/report/warning-groups.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { listScenarios } from '../../shared/project/resolve.ts';
import type { Limit } from '../../shared/units/limit.ts';
import { explainAbsent } from '../text/absent.ts';
import { explainPlan } from '../text/plan-problems.ts';
import { planOf, planWithThroughput, type PlanOutcome } from './plan.ts';

const found = (outcome: PlanOutcome): Plan | null => (outcome.ok ? outcome.value : null);

/** Plans of the open document by scenario, as the ranking asks for them. */
const plansOf = (document: ProjectDocument): PlansOf => {
  return { plan: (id) => found(planOf(document, id)),
    moved: (id, factor) => found(planWithThroughput(document, id, factor)) };
};

/** Scenarios by what they are worth, the best first; those without money stand last. */
export const rankScenarios = (
  document: ProjectDocument, ids: readonly string[] | null = null,
): readonly Ranked[] =>
  rankPlans(listScenarios(document).filter(({ id }) => ids?.includes(id) ?? true),
    plansOf(document));

function whyWorthless(plan: PlanOutcome): string {
  if (!plan.ok) return explainPlan(plan.error).title;
  const absent = plan.value.figures['headline.npvUsd']?.absent;
  return absent === undefined ? '' : explainAbsent(absent);
}

/** One scenario in the ranking. */
export interface RankedHere extends Ranked {
  /** Why it has no worth, in a few words; empty where it has one. */
  readonly why: string;
}

type Scenario = Pick<Ranked, 'id' | 'name'>;

/** Scenarios ranked as far as they are computed. */
export interface Ranking {
  /** By what they are worth, the best first; those without money stand last. */
  readonly ranked: readonly RankedHere[];
  /** Those still to come. */
  readonly pending: readonly Scenario[];
}

const worth = ({ npvUsd }: Ranked): number => npvUsd?.value ?? -Infinity;

const placeOf = (document: ProjectDocument, id: string): number =>
  listScenarios(document).findIndex((each) => each.id === id);

/**
 * Ranks scenarios a plan at a time, each step with those known so far.
 * @param first the one to begin with
 */
export function* rankInSteps(
  document: ProjectDocument, first: string,
): Generator<Ranking, Ranking> {
  const scenarios = listScenarios(document)
    .toSorted((a, b) => Number(b.id === first) - Number(a.id === first));
  let now: Ranking = { ranked: [], pending: scenarios };
  for (const [at, scenario] of scenarios.entries()) {
    const steps = rankSteps(scenario, placeOf(document, scenario.id), plansOf(document));
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield now;
    const here = { ...step.value, why: whyWorthless(planOf(document, scenario.id)) };
    now = { pending: scenarios.slice(at + 1),
      ranked: [...now.ranked, here].toSorted((a, b) => worth(b) - worth(a) || 0) };
    yield now;
  }
  return now;
}

/** Ranges of one figure by figure and scenario, as far as they are computed. */
export type Ranges = ReadonlyMap<string, Ranged | null>;

/**
 * One figure of several scenarios with its range, a plan at a time, each step with those
 * known so far. What the ranking already evaluated is not evaluated again.
 */
export function* rangesInSteps(
  document: ProjectDocument, ids: readonly string[], key: string,
): Generator<Ranges, Ranges> {
  let now: Ranges = new Map();
  for (const id of ids) {
    const plan = planOf(document, id);
    const error = plan.ok ? statedError(plan.value) : null;
    const moved: PlanOutcome[] = [];
    for (const factor of error === null ? [] : [1 - error, 1 + error]) {
      yield now;
      moved.push(planWithThroughput(document, id, factor));
    }
    const range = moved.length === 0 ? null : rangedOf(key, found(plan), moved.map(found));
    now = new Map([...now, [`${key} ${id}`, range]]);
    yield now;
  }
  return now;
}

const leversShown = 3;

/** The changes that move what the plan is worth most, the largest first, a plan at a time. */
export function* leversInSteps(
  document: ProjectDocument, scenarioId: string, plan: Plan,
): Generator<readonly Sensitivity[], readonly Sensitivity[]> {
  const npv = plan.figures['headline.npvUsd']?.value ?? null;
  if (npv === null) return [];
  const moves = ({ npvUsd }: Sensitivity): number => Math.abs((npvUsd ?? npv) - npv);
  const strongest = (known: readonly Sensitivity[]): readonly Sensitivity[] =>
    known.toSorted((a, b) => moves(b) - moves(a)).slice(0, leversShown);
  const steps = sensitivitySteps(plan, document, scenarioId,
    (changed) => planOf(changed, scenarioId));
  for (;;) {
    const step = steps.next();
    if (step.done === true) return strongest(step.value);
    yield strongest(step.value);
  }
}

/** What a person should look at first: a limit, or warnings of one cause. */
export type Matter = { readonly limit: Limit } | { readonly group: WarningGroup };

/** The few that are shown, and how many there are beside them. */
export interface Matters {
  readonly shown: readonly Matter[];
  readonly smaller: number;
}

const mattersShown = 3;

/** Limits and causes of warnings by how much they matter, broken limits first. */
export function mattersOf(plan: Plan): Matters {
  const limits = rankLimits(plan.limits, plan.limits.length).map((limit): Matter => ({ limit }));
  const groups = warningGroups(plan).map((group): Matter => ({ group }));
  const isBroken = (matter: Matter): boolean => 'limit' in matter && matter.limit.broken;
  const isMoney = (matter: Matter): boolean =>
    'group' in matter && matter.group.weight === 'money';
  const all = [...limits, ...groups];
  const inOrder = [...all.filter(isBroken), ...all.filter(isMoney),
    ...all.filter((each) => !isBroken(each) && !isMoney(each))];
  return { shown: inOrder.slice(0, mattersShown),
    smaller: Math.max(0, inOrder.length - mattersShown) };
}
