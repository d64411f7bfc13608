import { Button, Progress, SegmentedControl } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { listScenarios } from '../../../shared/project/resolve.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { useDocument, useScenarioId } from '../../state/hooks.tsx';
import { planOf } from '../../state/plan.ts';
import { usePrinter } from '../../state/use-print.ts';
import { explainRefusal, searchText as words } from '../../text/search.ts';
import { NoPlan } from '../results/NoPlan.tsx';
import { AnswerOf } from './AnswerOf.tsx';
import { firstForm, questionOf, type SearchForm } from './form.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { searchKinds } from './search-task.ts';
import './search.css';
import { SentenceBox } from './SentenceBox.tsx';
import { useMake } from './use-make.ts';
import { useSearch, type Search } from './use-search.ts';

/** Which plan would be best, and what would change the choice. */
export function SearchScreen() {
  const plan = planOf(useDocument(), useScenarioId());
  return (
    <ScreenFrame id="search">
      {plan.ok ? <SearchOf plan={plan.value} /> : <NoPlan problem={plan.error} />}
    </ScreenFrame>
  );
}

function SearchOf({ plan }: { readonly plan: Plan }) {
  const [document, scenarioId] = [useDocument(), useScenarioId()];
  const [form, setForm] = useState(() => firstForm(plan,
    listScenarios(document).find(({ id }) => id !== scenarioId)?.id ?? null));
  const { search, ask, stop } = useSearch();
  const { make, refused } = useMake();
  const askForm = (next: SearchForm): void => {
    const question = questionOf(next);
    if (question !== null) ask({ document, scenarioId, question });
  };
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    askForm(form);
  });
  const question = <QuestionCard form={form} plan={plan} setForm={setForm} />;
  return (
    <div className="search">
      <SearchBar {...{ form, setForm, search, stop }} run={() => { askForm(form); }} />
      <SentenceBox form={form} plan={plan} setForm={setForm} />
      <Said search={search} refused={refused} />
      <AnswerOf {...{ form, search, make, question }} />
    </div>
  );
}

interface BarProps {
  readonly form: SearchForm;
  readonly setForm: (form: SearchForm) => void;
  readonly search: Search;
  readonly run: () => void;
  readonly stop: () => void;
}

/** What is searched for, and how far the search is. */
function SearchBar({ form, setForm, search, run, stop }: BarProps) {
  const print = usePrinter();
  const { phase, plans, share } = search;
  return (
    <div className="search-bar-top">
      <SegmentedControl size="xs" aria-label={words.kinds} value={form.kind}
        data={searchKinds.map((value) => ({ value, label: words.kind[value] }))}
        onChange={(value) => {
          const kind = searchKinds.find((each) => each === value);
          if (kind !== undefined) setForm({ ...form, kind });
        }} />
      <Button size="xs" disabled={questionOf(form) === null} onClick={run}
        leftSection={<IconPlayerPlay size={14} aria-hidden />}>{words.run}</Button>
      {phase === 'busy' && (
        <>
          <Progress className="search-progress" size="sm" aria-label={words.run}
            value={share === null ? 50 : 100 * share} />
          <Button size="xs" variant="default" onClick={stop}
            leftSection={<IconPlayerStop size={14} aria-hidden />}>{words.stop}</Button>
        </>)}
      <span role="status" className="search-count">
        {phase === 'busy' ? words.plans(print(plans, 'count'))
          : phase === 'stopped' ? words.stopped : ''}
      </span>
    </div>
  );
}

/** What stands in the way of an answer. */
function Said({ search, refused }: { readonly search: Search; readonly refused: string | null }) {
  const { problem, failed } = search;
  if (problem !== null) return <p role="alert" className="search-alert">{explainRefusal(problem)}</p>;
  if (failed !== null)
    return <p role="alert" className="search-alert">{words.failed}: {failed}</p>;
  return refused === null ? null : <p role="alert" className="search-alert">{refused}</p>;
}
