import { Tooltip } from '@mantine/core';
import { useDeferredValue } from 'react';
import type { Plan } from '../../shared/plan/types.ts';
import { assumedInputs, useShowBehind } from '../state/behind.ts';
import { usePlan } from '../state/use-plans.ts';
import { describeAssumed } from '../text/rests.ts';
import './evidence-badge.css';

/**
 * Beside the title of a chart or table of the plan on show: the assumed inputs its
 * figures rest on, a press away.
 */
export function AssumedLink({ figureKey }: { readonly figureKey: string }) {
  const outcome = useDeferredValue(usePlan());
  return outcome.ok ? <Link plan={outcome.value} figureKey={figureKey} /> : null;
}

function Link({ plan, figureKey }: { readonly plan: Plan; readonly figureKey: string }) {
  const show = useShowBehind();
  const meaning = describeAssumed(assumedInputs(plan, figureKey));
  if (meaning === '') return null;
  return (
    <Tooltip label={meaning}>
      <button type="button" className="plain-button assumed-link" aria-label={meaning}
        onClick={() => { show(plan, figureKey); }}>
          <span className="assumed-mark" aria-hidden />
        </button>
    </Tooltip>
  );
}
