import { bridgeOver, findBridgeOrder, type Bridge } from '../../../shared/compare/bridge.ts';
import type {
  BridgeMetric, BridgeProblem, Coalitions,
} from '../../../shared/compare/coalition.ts';
import type { InputGroup } from '../../../shared/compare/groups.ts';
import { stepShapley, type Progress } from '../../../shared/compare/shapley.ts';
import type { Planner } from '../../../shared/plan.ts';
import { refuse, type Result } from '../../../shared/units/result.ts';
import { planOf } from '../../state/plan.ts';

/** Plans as the rest of the window computes them. @throws Error where the engine fails */
export const planner: Planner = {
  evaluate: (document, scenarioId) => {
    const plan = planOf(document, scenarioId);
    if (plan.ok) return plan;
    const { error } = plan;
    if (error.code === 'engine-failed') throw new Error(error.detail);
    return refuse(error);
  },
};

/** The sequential bridge, one mixture per step. */
export function* stepSequential(
  coalitions: Coalitions, metric: BridgeMetric, order: readonly InputGroup[],
): Generator<Progress, Result<Bridge, BridgeProblem>, void> {
  const switched = order.filter((group) => coalitions.active.includes(group));
  const total = switched.length + 1;
  for (let done = 0; done < total; done++) {
    const value = coalitions.valueOf(new Set(switched.slice(0, done)));
    if (!value.ok) return value;
    yield { done: done + 1, total };
  }
  return bridgeOver(coalitions, metric, order);
}

/** Either bridge, step by step. */
export const stepBridge = (
  coalitions: Coalitions, metric: BridgeMetric, method: 'sequential' | 'shapley',
  order: readonly InputGroup[],
): Generator<Progress, Result<Bridge, BridgeProblem>, void> =>
  (method === 'shapley' ? stepShapley(coalitions, metric)
    : stepSequential(coalitions, metric, order));

/**
 * Evaluates every mixture, then looks for an order in which each has the metric; null
 * when there is none.
 */
export function* stepOrder(
  coalitions: Coalitions, preferred: readonly InputGroup[],
): Generator<Progress, readonly InputGroup[] | null, void> {
  const { active } = coalitions;
  const total = 2 ** active.length;
  for (let bits = 0; bits < total; bits++) {
    coalitions.valueOf(new Set(active.filter((_, i) => (bits >> i) % 2 === 1)));
    yield { done: bits + 1, total };
  }
  return findBridgeOrder(coalitions, preferred);
}
