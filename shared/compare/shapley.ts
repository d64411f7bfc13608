import type { Planner } from '../plan.ts';
import type { ProjectDocument } from '../project/record.ts';
import { ok, refuse, type Result } from '../units/result.ts';
import type { Bridge } from './bridge.ts';
import { stepOf } from './bridge.ts';
import {
  openCoalitions, type BridgeMetric, type BridgeProblem, type Coalitions,
} from './coalition.ts';
import { inputGroups, type InputGroup } from './groups.ts';

/**
 * Set `aborted` to stop between two evaluations, from the progress callback or between steps of
 * `stepShapley`.
 */
export interface Cancel {
  aborted: boolean;
}
export interface Progress {
  readonly done: number;
  readonly total: number;
}
export interface ShapleyOptions {
  readonly cancel?: Cancel;
  readonly onProgress?: (progress: Progress) => void;
}

/** Groups of a subset given as bits over the active groups. */
const subsetOf = (active: readonly InputGroup[], bits: number): ReadonlySet<InputGroup> =>
  new Set(active.filter((_, i) => (bits >> i) % 2 === 1));

/**
 * Weight of a coalition of `size` before the group joins: size! (n - size - 1)! / n! = 1
 * / (n choose size) / (n - size).
 */
function weightOf(size: number, n: number): number {
  let choose = 1;
  for (let i = 0; i < size; i++) choose = (choose * (n - i)) / (i + 1);
  return 1 / (choose * (n - size));
}

const sizeOf = (bits: number): number => bits.toString(2).replaceAll('0', '').length;

/**
 * Mean marginal change of every active group over all orders, from the values of all
 * subsets.
 */
function sharesOf(values: readonly number[], n: number): readonly number[] {
  return Array.from({ length: n }, (_, i) => {
    let share = 0;
    for (const [bits, value] of values.entries()) {
      if ((bits >> i) % 2 === 1) continue;
      share += weightOf(sizeOf(bits), n) * ((values[bits | (1 << i)] ?? Number.NaN) - value);
    }
    return share;
  });
}

function assemble(
  coalitions: Coalitions, metric: BridgeMetric, values: readonly number[],
): Bridge {
  const { active, unit } = coalitions;
  const shares = sharesOf(values, active.length);
  const changeOf = (group: InputGroup): number => shares[active.indexOf(group)] ?? 0;
  return {
    metric, unit, method: 'shapley', from: values[0] ?? Number.NaN,
    to: values.at(-1) ?? Number.NaN,
    steps: inputGroups.map((group) => stepOf(coalitions, group, changeOf(group))),
  };
}

/**
 * The Shapley bridge step by step: yields after every evaluation, so that a host can show
 * progress, let other work in, and stop. At most 2^7 mixtures are evaluated, fewer when
 * groups do not differ.
 */
export function* stepShapley(
  coalitions: Coalitions, metric: BridgeMetric,
): Generator<Progress, Result<Bridge, BridgeProblem>, void> {
  const total = 2 ** coalitions.active.length;
  const values: number[] = [];
  for (let bits = 0; bits < total; bits++) {
    const value = coalitions.valueOf(subsetOf(coalitions.active, bits));
    if (!value.ok) return value;
    values.push(value.value);
    yield { done: bits + 1, total };
  }
  return ok(assemble(coalitions, metric, values));
}

/**
 * The way from A to B shared out so that no order is preferred: each group's change is
 * the mean of its marginal changes over all orders, phi_i = sum over S without i of |S|!
 * (n - |S| - 1)! / n! (m(S and i) - m(S)). The steps add up to m(B) - m(A).
 * @returns the steps, or why there are none: as for `bridge`, and `cancelled` with how
 *   far it came
 * @source Shapley, A Value for n-Person Games, 1953
 * @example shapley(planner, document, 'base', 'dense', 'npvUsd', { onProgress: show }).ok // true
 */
export function shapley(
  planner: Planner, document: ProjectDocument, a: string, b: string, metric: BridgeMetric,
  { cancel, onProgress }: ShapleyOptions = {},
): Result<Bridge, BridgeProblem> {
  const coalitions = openCoalitions(planner, document, a, b, metric);
  if (!coalitions.ok) return coalitions;
  const run = stepShapley(coalitions.value, metric);
  let last: Progress = { done: 0, total: 2 ** coalitions.value.active.length };
  for (;;) {
    if (cancel?.aborted === true) return refuse({ code: 'cancelled', ...last });
    const step = run.next();
    if (step.done === true) return step.value;
    last = step.value;
    onProgress?.(last);
  }
}
