import { Button } from '@mantine/core';
import { useCallback } from 'react';
import type { Plan } from '../../../shared/plan/types.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { bestDecisionInSteps } from '../../../shared/search/decisions.ts';
import { useActions, useIsScenarioFixed } from '../../state/hooks.tsx';
import { worthOf } from '../../state/plan.ts';
import { fieldsOf, setFields } from '../../state/set-fields.ts';
import { usePrinter } from '../../state/use-print.ts';
import { useSteps } from '../../state/use-steps.ts';
import { answerText as words, describeDecision } from '../../text/answer.ts';
import { fixText } from '../../text/limits.ts';

interface Props {
  readonly plan: Plan;
  readonly document: ProjectDocument;
  readonly scenarioId: string;
}

/** The one decision that would gain most, and a button that takes it; nothing where none gains. */
export function BestDecision({ plan, document, scenarioId }: Props) {
  const { inputs } = plan;
  const { edit } = useActions();
  const print = usePrinter();
  const fixed = useIsScenarioFixed();
  const { value: best, busy } = useSteps(useCallback(
    () => bestDecisionInSteps(document, scenarioId, inputs, worthOf),
    [document, scenarioId, inputs]));
  if (best === null || busy) return null;
  const { decision, gainUsd } = best;
  const what = fixText.what([decision.move]);
  return (
    <section className="answer-decision" aria-label={words.decision}>
      <p>
        <strong>{words.decision}.</strong> {describeDecision(decision, gainUsd, print)}
      </p>
      <Button size="compact-xs" variant="default" disabled={fixed} onClick={() => {
        edit(words.decided(what), setFields(document, scenarioId, fieldsOf([decision.move])));
      }}>{what}</Button>
    </section>
  );
}
