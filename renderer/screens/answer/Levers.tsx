import { useCallback } from 'react';
import type { Plan } from '../../../shared/plan/types.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { leversInSteps } from '../../state/answer.ts';
import { usePrinter } from '../../state/use-print.ts';
import { useSteps } from '../../state/use-steps.ts';
import { answerText as words } from '../../text/answer.ts';

interface Props {
  readonly plan: Plan;
  readonly document: ProjectDocument;
  readonly scenarioId: string;
}

/** The three changes that move what the plan is worth most. */
export function Levers({ plan, document, scenarioId }: Props) {
  const print = usePrinter();
  const { value: levers } = useSteps(
    useCallback(() => leversInSteps(document, scenarioId, plan), [document, scenarioId, plan]));
  const npv = plan.figures['headline.npvUsd']?.value ?? null;
  if (levers === null || levers.length === 0 || npv === null) return null;
  return (
    <FactTable title={words.levers} columns={words.leverColumns}
      rows={levers.map(({ label, npvUsd }) => ({ key: label, cells: [
        label, print(npvUsd, 'USD'),
        npvUsd === null ? '' : `${npvUsd > npv ? '+' : ''}${print(npvUsd - npv, 'USD')}`,
      ] }))} />
  );
}
