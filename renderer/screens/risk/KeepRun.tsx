import { Button } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { freshRun, printKept } from '../../../shared/uncertainty/kept.ts';
import { useActions, useDocument, usePlanner, useScenarioId } from '../../state/hooks.tsx';
import { planOf } from '../../state/plan.ts';
import { setFields } from '../../state/set-fields.ts';
import { riskText as words } from '../../text/risk.ts';
import type { RiskView } from './risk-task.ts';
import type { Risk } from './use-risk.ts';

interface Props {
  readonly risk: Risk;
  readonly draws: number;
  readonly seed: number;
}

/** The text of a run as the project keeps it. */
const textOf = ({ inputs, summary, drivers }: RiskView, draws: number, seed: number): string =>
  printKept({
    options: { draws, seed, method: 'sobol' }, summary, inputs: inputs.length,
    uncertain: inputs.filter(({ on }) => on).length,
    drivers: (drivers['headline.npvUsd'] ?? []).map(({ id, rankCorrelation }) =>
      ({ rankCorrelation, label: inputs.find((each) => each.id === id)?.label ?? id })),
  });

/** Keeps the run with the project, for the strip, the answer and the report. */
export function KeepRun({ risk: { phase, view }, draws, seed }: Props) {
  const document = useDocument();
  const scenarioId = useScenarioId();
  const readOnly = usePlanner(({ project }) => project?.readOnly === true);
  const { edit } = useActions();
  const plan = planOf(document, scenarioId);
  if (readOnly || !plan.ok) return null;
  const text = phase === 'done' && view !== null ? textOf(view, draws, seed) : null;
  const { summary } = plan.value.inputs.keptRun.values;
  const kept = text !== null && summary === text && freshRun(plan.value) !== null;
  return (
    <Button size="xs" variant="default" disabled={text === null || kept}
      leftSection={<IconBookmark size={14} aria-hidden />}
      onClick={() => {
        if (text === null) return;
        const at = (field: string) => ({ kind: 'keptRun', key: 'keptRun', field }) as const;
        edit(words.keep, setFields(document, scenarioId, [
          { at: at('of'), value: plan.value.hash }, { at: at('summary'), value: text }]));
      }}>
      {kept ? words.kept : words.keep}
    </Button>
  );
}
