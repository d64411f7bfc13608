import { Button, Kbd } from '@mantine/core';
import { explainStart } from '../../../shared/project/start-problem.ts';
import type { SystemOffer } from '../../../shared/search/start.ts';
import { useActions, usePlanner } from '../../state/hooks.tsx';
import { useStartDraft } from '../../state/start-draft.ts';
import { explainNote, guideText as words } from '../../text/start-guide.ts';

interface Props {
  readonly offers: readonly SystemOffer[];
  readonly onPlan: () => void;
}

/** What the answers give, what is worth knowing before, and the button. */
export function Summary({ offers, onPlan }: Props) {
  const { systems, problems } = useStartDraft();
  const { createFile } = useActions();
  const busy = usePlanner((state) => state.busy);
  const told = offers.filter(({ id }) => systems.includes(id)).flatMap(({ name, notes, cannot }) =>
    [...(cannot === '' ? [] : [`${cannot}.`]), ...notes.map((note) => explainNote(name, note))]);
  return (
    <section className="panel summary" aria-labelledby="guide-summary">
      <h2 id="guide-summary" className="summary-head">
        {words.youGet}
        <strong>{words.scenarios(systems.length)}</strong>
      </h2>
      <p>{words.each}</p>
      {told.length > 0 && (
        <div className="summary-notes" role="note" aria-label={words.watch}>
          {told.map((text) => <p key={text}>{text}</p>)}
        </div>
      )}
      {problems.length > 0 && (
        <div className="summary-problems" role="alert">
          <strong>{words.problems}</strong>
          {problems.map((each) => explainStart(each))
            .map((text, at) => <p key={`${at} ${text}`}>{text}</p>)}
        </div>
      )}
      <Button fullWidth className="summary-plan" disabled={busy} onClick={onPlan}
        rightSection={<Kbd size="xs" className="summary-keys" aria-hidden>{words.keys}</Kbd>}>
        {words.plan}
      </Button>
      <Button fullWidth size="compact-sm" variant="subtle" disabled={busy}
        onClick={() => { void createFile('blank', null); }}>
        {words.blank}
      </Button>
    </section>
  );
}
