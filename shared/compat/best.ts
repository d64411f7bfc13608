import { frameworkIds, type FrameworkId, type Terminal } from '../catalog/compat/types.ts';
import type {
  Accelerator, MeasuredPoint, ModelSpec, Precision, System,
} from '../catalog/types.ts';
import { hasArithmetic } from '../inference/machine.ts';
import { storesFourBitExperts } from '../inference/shape.ts';
import { coolingOn } from './plant.ts';
import {
  engineOn, frameworkOf, precisionOn, supportOf, type ServingChoice, type Status,
} from './support.ts';

/** Narrow first: what is asked for in the order of bits. */
const precisions: readonly Precision[] = ['fp4', 'fp8', 'bf16'];

/** What a best choice is found for. */
export interface ServingNeed {
  readonly accelerator: Accelerator;
  readonly model: ModelSpec;
  readonly mode: ServingChoice['mode'];
  /** Measured serving points; null where none are at hand. */
  readonly points: readonly MeasuredPoint[] | null;
}

export interface ServingBest {
  readonly precision: Precision;
  readonly framework: FrameworkId;
}

const order: readonly Status[] = ['supported', 'unknown', 'not'];
const byStatus = (a: Status, b: Status): number => order.indexOf(a) - order.indexOf(b);

/** Whether weights of this precision cost the accelerator no wider arithmetic. */
function isNative(
  { accelerator, model }: ServingNeed, framework: string, precision: Precision,
): boolean {
  const { path } = precisionOn(precision, accelerator, model, framework);
  // What a model is published in is its own precision, however it is multiplied.
  return path === 'native' || (precision === 'fp4' && storesFourBitExperts(model));
}

/** Frameworks in the order in which they are taken: measured ones first, then as listed. */
function inOrder(
  { accelerator, model, points }: ServingNeed, precision: Precision,
): readonly FrameworkId[] {
  const seen = new Set((points ?? []).flatMap((point) => (
    point.acceleratorId === accelerator.id && point.modelId === model.id
      && point.precision === precision ? frameworkOf(point.framework) ?? [] : [])));
  return frameworkIds.toSorted((a, b) => Number(seen.has(b)) - Number(seen.has(a)));
}

/**
 * The framework for a precision: supported before unknown, one with measured points for
 * accelerator, model and precision first, then in the order of the list.
 * @returns null where none may be taken
 */
export function bestFramework(need: ServingNeed, precision: Precision): FrameworkId | null {
  const { accelerator, model, mode, points } = need;
  const able = inOrder(need, precision).map((framework) => ({ framework,
    status: supportOf({ framework, accelerator, precision, mode, model }, points).status }))
    .filter(({ status }) => status !== 'not')
    .toSorted((a, b) => byStatus(a.status, b.status));
  return able[0]?.framework ?? null;
}

/**
 * The precision and framework a model is best served with on an accelerator, as far as is
 * known: the narrowest supported precision that needs no wider arithmetic, then the
 * framework with measured points for it. Where nothing is known to be supported, the
 * narrowest precision the accelerator has arithmetic for, under whatever is not ruled out.
 * @returns null where every engine is ruled out, or the accelerator has no arithmetic figure
 * @example bestServing({ accelerator: h200, model: deepseekR1, mode: 'auto', points: null })?.precision // 'fp8'
 */
export function bestServing(need: ServingNeed): ServingBest | null {
  const { accelerator, model, mode, points } = need;
  const choices = precisions.flatMap((precision): readonly (ServingBest & {
    readonly status: Status; readonly native: boolean;
  })[] => {
    if (!hasArithmetic(accelerator, precision) && !storesFourBitExperts(model)) return [];
    const framework = bestFramework(need, precision);
    return framework === null ? [] : [{ precision, framework,
      status: supportOf({ framework, accelerator, precision, mode, model }, points).status,
      native: isNative(need, framework, precision) }];
  });
  const best = choices.toSorted((a, b) => byStatus(a.status, b.status)
    || Number(b.native) - Number(a.native))[0];
  return best === undefined ? null : { precision: best.precision, framework: best.framework };
}

/** Whether any engine may run on an accelerator, for lists of systems. */
export const runsAnything = (accelerator: Accelerator): boolean =>
  frameworkIds.some((framework) => engineOn(framework, accelerator).status !== 'not');

const terminals: readonly Terminal[] = ['direct-to-chip', 'rear-door', 'immersion'];

/** The first way of cooling that no system among these rules out and most are known for. */
export function bestTerminal(systems: readonly System[]): Terminal {
  const worst = (terminal: Terminal): Status => systems
    .map((system) => coolingOn(terminal, system).status)
    .reduce((so, next) => (byStatus(next, so) > 0 ? next : so), 'supported');
  return terminals.toSorted((a, b) => byStatus(worst(a), worst(b)))[0] ?? 'direct-to-chip';
}
