import { listInputsAt } from './inputs-in-use.ts';
import type { InputInUse, PlanCore } from './types.ts';

/** What of a plan a figure rests on, nearest first. */
export interface RestsOn {
  /** Inputs of the project, by full path. */
  readonly inputs: readonly InputInUse[];
  /** References of catalogue figures, without the prefix. */
  readonly catalog: readonly string[];
}

type Traced = Pick<PlanCore, 'figures' | 'series' | 'inputsInUse'>;

/**
 * Every input and catalogue figure that the trace of a figure or series reaches, level by level, so that those it
 * is computed from directly come first.
 * @returns nothing for a key the plan does not have
 */
export function restsOn(plan: Traced, key: string): RestsOn {
  const paths = new Set<string>();
  const refs = new Set<string>();
  const seen = new Set([key]);
  for (let level = [key]; level.length > 0;) {
    const next: string[] = [];
    for (const at of level) {
      for (const input of (plan.figures[at] ?? plan.series[at])?.inputs ?? []) {
        if (input.kind === 'field') paths.add(input.path);
        else if (input.kind === 'catalog') refs.add(input.ref.replace('catalog:', ''));
        else if (!seen.has(input.key)) {
          seen.add(input.key);
          next.push(input.key);
        }
      }
    }
    level = next;
  }
  const inputs = [...paths].flatMap((path) => listInputsAt(plan.inputsInUse, path));
  return { inputs: [...new Set(inputs)], catalog: [...refs] };
}

const found = new WeakMap<Traced, Map<string, readonly InputInUse[]>>();

/**
 * The assumed inputs a figure rests on, nearest first; found once per plan and figure.
 * @example assumedBehind(plan, 'headline.npvUsd')[0]?.label // 'State tax rate'
 */
export function assumedBehind(plan: Traced, key: string): readonly InputInUse[] {
  const known = found.get(plan) ?? new Map<string, readonly InputInUse[]>();
  found.set(plan, known);
  const present = known.get(key) ?? restsOn(plan, key).inputs.filter(({ evidence }) => evidence === 'assumed');
  known.set(key, present);
  return present;
}

/** Keys of all figures that rest on at least one assumed input. */
export const assumedFigures = (plan: Traced): ReadonlySet<string> =>
  new Set(Object.keys(plan.figures).filter((key) => assumedBehind(plan, key).length > 0));
