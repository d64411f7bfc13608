import type { Planner } from '../plan.ts';
import type { ProjectDocument } from '../project/record.ts';
import { ok, refuse, type Result } from '../units/result.ts';
import type { Unit } from '../units/unit.ts';
import {
  openCoalitions, type BridgeMetric, type BridgeProblem, type Coalitions,
} from './coalition.ts';
import type { Difference } from './diff.ts';
import { groupLabels, inputGroups, type InputGroup } from './groups.ts';

/** What switching one group of inputs from A to B does. */
export interface BridgeStep {
  readonly group: InputGroup;
  readonly label: string;
  readonly change: number;
  /** The inputs the step switches. */
  readonly differences: readonly Difference[];
}

export interface Bridge {
  readonly metric: BridgeMetric;
  readonly unit: Unit;
  /**
   * `sequential`: each step on top of those before, so the order matters. `shapley`: the
   * mean over all orders.
   */
  readonly method: 'sequential' | 'shapley';
  readonly from: number;
  readonly to: number;
  /** One step per group, in order; their changes add up to `to - from`. */
  readonly steps: readonly BridgeStep[];
}

export const stepOf = (coalitions: Coalitions, group: InputGroup, change: number): BridgeStep =>
  ({ group, label: groupLabels[group], change,
    differences: coalitions.differences.filter((d) => d.group === group) });

const isOrder = (order: readonly InputGroup[]): boolean =>
  order.length === inputGroups.length && inputGroups.every((group) => order.includes(group));

/**
 * The way from scenario A to scenario B, one group of inputs at a time: change_i =
 * m(first i groups from B) - m(first i - 1). Exact: the sum telescopes, and groups
 * without differences change nothing.
 * @param order all seven groups, each once
 * @returns the steps, or why there are none: a mixture without the metric is refused,
 *   naming the groups switched so far (FP4 set on hardware without it, say);
 *   `findBridgeOrder` looks for an order that avoids it
 * @example bridge(planner, document, 'hopper', 'blackwell', 'costPerMTokUsd').value.steps[0]?.change
 */
export function bridge(
  planner: Planner, document: ProjectDocument, a: string, b: string, metric: BridgeMetric,
  order: readonly InputGroup[] = inputGroups,
): Result<Bridge, BridgeProblem> {
  if (!isOrder(order)) return refuse({ code: 'bad-order', order });
  const coalitions = openCoalitions(planner, document, a, b, metric);
  return coalitions.ok ? bridgeOver(coalitions.value, metric, order) : coalitions;
}

/** The sequential bridge over mixtures that may already be known. */
export function bridgeOver(
  coalitions: Coalitions, metric: BridgeMetric, order: readonly InputGroup[],
): Result<Bridge, BridgeProblem> {
  const inB = new Set<InputGroup>();
  const start = coalitions.valueOf(inB);
  if (!start.ok) return start;
  const steps: BridgeStep[] = [];
  let before = start.value;
  for (const group of order) {
    inB.add(group);
    const after = coalitions.valueOf(inB);
    if (!after.ok) return after;
    steps.push(stepOf(coalitions, group, after.value - before));
    before = after.value;
  }
  return ok({ metric, unit: coalitions.unit, method: 'sequential', from: start.value,
    to: before, steps });
}

/**
 * An order in which every mixture has the metric, as near to the preferred one as a
 * depth-first search finds.
 * @returns null when there is none, also because one of the two scenarios itself lacks
 *   the metric
 */
export function findBridgeOrder(
  coalitions: Coalitions, preferred: readonly InputGroup[] = inputGroups,
): readonly InputGroup[] | null {
  if (!coalitions.valueOf(new Set()).ok) return null;
  const dead = new Set<string>();
  const walk = (done: readonly InputGroup[]): readonly InputGroup[] | null => {
    if (done.length === preferred.length) return done;
    const key = done.toSorted().join(' ');
    if (dead.has(key)) return null;
    for (const group of preferred) {
      if (done.includes(group) || !coalitions.valueOf(new Set([...done, group])).ok) continue;
      const found = walk([...done, group]);
      if (found !== null) return found;
    }
    dead.add(key);
    return null;
  };
  return walk([]);
}
