import { frameworkIds } from '../catalog/compat/types.ts';
import type { Precision } from '../catalog/types.ts';
import { bestServing, type ServingBest, type ServingNeed } from './best.ts';
import { frameworkOf, supportOf } from './support.ts';

/** What is chosen now. */
export interface ServingNow {
  readonly precision: Precision;
  readonly framework: string;
}

/**
 * What is served with the fewest changes to a choice that is ruled out: another framework
 * at the same precision or another precision under the same framework, before both.
 * @returns null where nothing is known that the accelerator could serve the model with
 * @example nearestServing({ precision: 'fp4', framework: 'trtllm' }, needOfH200) // { precision: 'fp8', framework: 'trtllm' }
 */
export function nearestServing(now: ServingNow, need: ServingNeed): ServingBest | null {
  const best = bestServing(need);
  if (best === null) return null;
  const { accelerator, model, mode, points } = need;
  const runs = ({ precision, framework }: ServingBest): boolean =>
    supportOf({ accelerator, model, mode, precision, framework }, points).status !== 'not';
  const framework = frameworkOf(now.framework);
  const kept = framework === null ? [] : [{ ...best, framework }];
  const others = frameworkIds.map((each) => ({ precision: now.precision, framework: each }));
  return [{ ...best, precision: now.precision }, ...kept, ...others].find(runs) ?? best;
}
