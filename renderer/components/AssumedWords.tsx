import type { Plan } from '../../shared/plan/types.ts';
import { assumedInputs } from '../state/behind.ts';
import { describeAssumed } from '../text/rests.ts';

interface Props {
  /** What is said in any case. */
  readonly before: string;
  /** Null where there is no plan to ask. */
  readonly plan: Plan | null;
  readonly figureKey: string;
}

/**
 * The words of a tooltip that end with the assumed inputs a figure rests on. They are looked for
 * when the tooltip opens: no edit waits for them.
 */
export function AssumedWords({ before, plan, figureKey }: Props) {
  const assumed = plan === null ? '' : describeAssumed(assumedInputs(plan, figureKey));
  return <>{`${before} ${assumed}`.trim()}</>;
}
