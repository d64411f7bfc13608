import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { SystemOffer } from '../../../shared/search/start.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { catalog } from '../../state/catalog.ts';
import { useStartDraft } from '../../state/start-draft.ts';
import { guideText as words } from '../../text/start-guide.ts';
import './guide.css';
import { OwnerQuestion } from './OwnerQuestion.tsx';
import { shownOffers, SystemsQuestion } from './SystemsQuestion.tsx';
import { WhereQuestion } from './WhereQuestion.tsx';
import { WorkloadsQuestion } from './WorkloadsQuestion.tsx';

/** The questions a project starts with. */
export function Guide({ offers }: { readonly offers: readonly SystemOffer[] }) {
  const draft = useStartDraft();
  const [all, setAll] = useState(false);
  const hidden = offers.length - shownOffers({ draft, offers, all }).length;
  const price = catalog.sites[draft.site]?.industrialUsdPerKwh;
  return (
    <section className="guide" data-tour="question" aria-labelledby="guide-title">
      <h2 id="guide-title" className="guide-title">{words.title}</h2>
      <p className="guide-intro">{words.intro}</p>
      <Question number={1} id="where" title={words.where}
        hint={price === undefined ? words.noEnergy
          : words.energyFrom(formatQuantity(price.value, 'USD/kWh'))}
        isWarning={price === undefined}>
        <WhereQuestion draft={draft} />
      </Question>
      <Question number={2} id="serves" title={words.serves}>
        <WorkloadsQuestion draft={draft} />
      </Question>
      <Question number={3} id="systems" title={words.systems} hint={words.systemsHint}
        tool={(all || hidden > 0) && (
          <Button size="compact-xs" variant="subtle" aria-expanded={all}
            onClick={() => { setAll(!all); }}>
            {all ? words.fewer : words.more(hidden)}
          </Button>
        )}>
        <SystemsQuestion draft={draft} offers={offers} all={all} />
      </Question>
      <Question number={4} id="owns" title={words.owns}>
        <OwnerQuestion draft={draft} />
      </Question>
    </section>
  );
}

interface QuestionProps {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly isWarning?: boolean;
  /** What stands at the end of the title's line. */
  readonly tool?: ReactNode;
  readonly children: ReactNode;
}

function Question(
  { number, id, title, hint, isWarning = false, tool, children }: QuestionProps,
) {
  return (
    <div className="question" role="group" aria-labelledby={`guide-${id}`}>
      <span className="question-number" aria-hidden>{number}</span>
      <div className="question-head">
        <h3 id={`guide-${id}`}>{title}</h3>
        {hint !== undefined && <p data-warn={isWarning || undefined}>{hint}</p>}
        {tool}
      </div>
      <div className="question-answer">{children}</div>
    </div>
  );
}
