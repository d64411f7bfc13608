import { useMemo, useState } from 'react';
import type { Plan } from '../../../shared/plan/types.ts';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { useActions, useDocument, useScenarioId } from '../../state/hooks.tsx';
import { planOf } from '../../state/plan.ts';
import { partText } from '../../text/parts.ts';
import { NoPlan } from '../results/NoPlan.tsx';
import { AskBar } from './AskBar.tsx';
import { FlipPart } from './FlipPart.tsx';
import { figureChoices, variablesOf } from './inputs.ts';
import { MixPart } from './MixPart.tsx';
import './search.css';
import { SeekPart } from './SeekPart.tsx';
import type { Sentence } from './sentence.ts';
import { SweepPart } from './SweepPart.tsx';
import { useOpenScenario } from './use-open-scenario.ts';

/** The best plan, the turning points, and what would change one's mind. */
export function SearchScreen() {
  const plan = planOf(useDocument(), useScenarioId());
  return plan.ok ? <SearchOf plan={plan.value} />
    : <ScreenFrame id="search"><NoPlan problem={plan.error} /></ScreenFrame>;
}

function SearchOf({ plan }: { readonly plan: Plan }) {
  const scenarioId = useScenarioId();
  const open = useOpenScenario();
  const variables = useMemo(() => variablesOf(plan), [plan]);
  const figures = useMemo(() => figureChoices(plan), [plan]);
  const groups = plan.inputs.rackGroup.length;
  const { go } = useActions();
  const [asked, setAsked] = useState<{ readonly count: number; readonly sentence: Sentence } | null>(
    null);
  const ask = (sentence: Sentence): void => {
    setAsked((before) => ({ count: (before?.count ?? 0) + 1, sentence }));
    go('search', sentence.kind);
  };
  const of = (kind: Sentence['kind']): Sentence | null =>
    (asked?.sentence.kind === kind ? asked.sentence : null);
  const key = `${scenarioId} ${asked?.count ?? 0}`;
  return (
    <ScreenFrame id="search" tools={<AskBar {...{ variables, figures }} onAsk={ask} />} parts={[
      { id: 'sweep', label: partText.sweep,
        content: <SweepPart key={key} {...{ variables, figures, open }} asked={of('sweep')} /> },
      { id: 'seek', label: partText.seek,
        content: <SeekPart key={key} {...{ variables, figures, open }} asked={of('seek')} /> },
      { id: 'flip', label: partText.flip,
        content: <FlipPart key={scenarioId} figures={figures} /> },
      { id: 'mix', label: partText.mix,
        content: <MixPart key={scenarioId} {...{ groups, figures, open }} /> },
    ]} />
  );
}
