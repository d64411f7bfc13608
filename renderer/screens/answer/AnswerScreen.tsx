import { memo, useCallback, useDeferredValue } from 'react';
import type { Plan } from '../../../shared/plan/types.ts';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { useDocument, useScenarioId } from '../../state/hooks.tsx';
import { rankInSteps } from '../../state/answer.ts';
import { planOf } from '../../state/plan.ts';
import { useSteps } from '../../state/use-steps.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { answerText as words } from '../../text/answer.ts';
import { NoPlan } from '../results/NoPlan.tsx';
import { RealityPart as AllReality } from '../results/RealityPart.tsx';
import './answer.css';
import { BestDecision as AllDecisions } from './BestDecision.tsx';
import { Doubts as AllDoubts } from './Doubts.tsx';
import { Levers as AllLevers } from './Levers.tsx';
import { Matters as AllMatters } from './Matters.tsx';
import { Prices as AllPrices } from './Prices.tsx';
import { Ranking } from './Ranking.tsx';
import { Verdict } from './Verdict.tsx';

/** What does not wait for the ranking is not drawn again with each step of it. */
const [BestDecision, Doubts, Levers, Matters, Prices, RealityPart] =
  [memo(AllDecisions), memo(AllDoubts), memo(AllLevers), memo(AllMatters), memo(AllPrices),
    memo(AllReality)];

/** One sentence, the scenarios beside one another, and what would change the answer. */
export function AnswerScreen() {
  const document = useDeferredValue(useDocument());
  const scenarioId = useScenarioId();
  const plan = planOf(document, scenarioId);
  return (
    <ScreenFrame id="answer">
      {plan.ok ? <Answer plan={plan.value} document={document} scenarioId={scenarioId} />
        : <NoPlan problem={plan.error} />}
    </ScreenFrame>
  );
}

interface Props {
  readonly plan: Plan;
  readonly document: ProjectDocument;
  readonly scenarioId: string;
}

function Answer({ plan, document, scenarioId }: Props) {
  const { value: ranking, busy } = useSteps(
    useCallback(() => rankInSteps(document, scenarioId), [document, scenarioId]));
  const shown = ranking?.ranked.find(({ id }) => id === scenarioId);
  return (
    <div className="answer">
      <Doubts plan={plan} />
      <Verdict plan={plan} range={shown?.npvUsd ?? null} />
      {!busy && <BestDecision plan={plan} document={document} scenarioId={scenarioId} />}
      <div className="answer-split">
        <div className="answer-side">
          <Ranking ranking={ranking} scenarioId={scenarioId} />
          <Levers plan={plan} document={document} scenarioId={scenarioId} />
        </div>
        <div className="answer-side">
          <Matters plan={plan} document={document} scenarioId={scenarioId}
            ready={!busy} />
          <Prices plan={plan} />
        </div>
      </div>
      <section aria-label={words.reality}>
        <h2 className="answer-title">{words.reality}</h2>
        <RealityPart plan={plan} />
      </section>
    </div>
  );
}
