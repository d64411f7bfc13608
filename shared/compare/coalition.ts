import type { Planner } from '../plan.ts';
import type { PlanProblem } from '../plan/entries/problem.ts';
import type { ProjectDocument } from '../project/record.ts';
import { resolveScenario, type ResolveProblem } from '../project/resolve.ts';
import { ok, refuse, type Result } from '../units/result.ts';
import type { Unit } from '../units/unit.ts';
import { diffInputs, type Difference } from './diff.ts';
import { inputGroups, type InputGroup } from './groups.ts';
import { mixDocument, mixedScenario } from './mix.ts';

export const bridgeMetrics = ['costPerMTokUsd', 'npvUsd'] as const;
export type BridgeMetric = (typeof bridgeMetrics)[number];

/**
 * Why there is no bridge. `switched` are the groups already taken from B where it broke
 * off.
 */
export type BridgeProblem =
  | ResolveProblem
  | { readonly code: 'bad-order'; readonly order: readonly string[] }
  | { readonly code: 'no-plan'; readonly switched: readonly InputGroup[];
    readonly problem: PlanProblem }
  | { readonly code: 'absent'; readonly metric: BridgeMetric;
    readonly switched: readonly InputGroup[];
    readonly detail: string }
  | { readonly code: 'cancelled'; readonly done: number; readonly total: number };

/** The metric of every mixture of two scenarios, each evaluated at most once. */
export interface Coalitions {
  readonly unit: Unit;
  readonly differences: readonly Difference[];
  /** Groups in which the scenarios differ; switching any other changes nothing. */
  readonly active: readonly InputGroup[];
  readonly valueOf: (inB: ReadonlySet<InputGroup>) => Result<number, BridgeProblem>;
}

/** Mixtures of scenarios `a` and `b` of a document, valued by one headline metric. */
export function openCoalitions(
  planner: Planner, document: ProjectDocument, a: string, b: string, metric: BridgeMetric,
): Result<Coalitions, BridgeProblem> {
  const left = resolveScenario(document, a);
  if (!left.ok) return left;
  const right = resolveScenario(document, b);
  if (!right.ok) return right;
  const differences = diffInputs(left.value, right.value);
  const active = inputGroups.filter((group) => differences.some((d) => d.group === group));
  const known = new Map<string, Result<number, BridgeProblem>>();
  const compute = (switched: readonly InputGroup[]): Result<number, BridgeProblem> => {
    const plan = planner.evaluate(mixDocument(document, left.value, right.value,
      new Set(switched)),
      mixedScenario);
    if (!plan.ok) return refuse({ code: 'no-plan', switched, problem: plan.error });
    const figure = plan.value.figures[`headline.${metric}`];
    return figure?.value == null
      ? refuse({ code: 'absent', metric, switched,
        detail: figure?.absent?.detail ?? 'the plan has no such figure' }) : ok(figure.value);
  };
  return ok({
    unit: metric === 'npvUsd' ? 'USD' : 'USD/Mtok', differences, active,
    valueOf: (inB) => {
      const switched = active.filter((group) => inB.has(group));
      const key = switched.join(' ');
      const value = known.get(key) ?? compute(switched);
      known.set(key, value);
      return value;
    },
  });
}
