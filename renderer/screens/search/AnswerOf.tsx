import type { ReactNode } from 'react';
import { useDocument, useScenarioId } from '../../state/hooks.tsx';
import { searchText as words } from '../../text/search.ts';
import { CrossoverAnswer } from './CrossoverAnswer.tsx';
import { FlipAnswer } from './FlipAnswer.tsx';
import { questionOf, type SearchForm } from './form.ts';
import { MixAnswer, OptimiseAnswer } from './OptimiseAnswer.tsx';
import { SeekAnswer } from './SeekAnswer.tsx';
import { Side } from './Side.tsx';
import { SweepAnswer } from './SweepAnswer.tsx';
import type { FoundPlan } from './use-make.ts';
import type { Search } from './use-search.ts';

interface Props {
  readonly form: SearchForm;
  readonly search: Search;
  readonly make: ((found: FoundPlan) => void) | null;
  readonly question: ReactNode;
}

/** The kind of question an answer belongs to. */
const kindOf = (kind: string): string => (kind === 'mix' ? 'optimise' : kind);

/** The answer to the question on show, or that there is none yet. */
export function AnswerOf({ form, search, make, question }: Props) {
  const [document, scenarioId] = [useDocument(), useScenarioId()];
  const { known, phase } = search;
  if (known === null || kindOf(known.answer.kind) !== form.kind) {
    return <Side question={question} main={(
      <p className="search-card" role="status">
        {phase === 'busy' ? words.busy : words.notAsked}
      </p>)} />;
  }
  const { asked, answer } = known;
  const isOld = phase !== 'busy' && (asked.document !== document
    || asked.scenarioId !== scenarioId
    || JSON.stringify(asked.question) !== JSON.stringify(questionOf(form)));
  const shared = { asked, make, question, target: form.target };
  return (
    <>
      {isOld && <p className="search-help" role="status">{words.old}</p>}
      {answer.kind === 'sweep' && <SweepAnswer {...shared} answer={answer} />}
      {answer.kind === 'seek' && <SeekAnswer {...shared} answer={answer} />}
      {answer.kind === 'flip' && <FlipAnswer {...shared} answer={answer} />}
      {answer.kind === 'mix' && <MixAnswer {...shared} answer={answer} />}
      {answer.kind === 'optimise' && <OptimiseAnswer {...shared} answer={answer} />}
      {answer.kind === 'crossover' && <CrossoverAnswer {...shared} answer={answer} />}
    </>
  );
}
