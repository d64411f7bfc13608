import { Button } from '@mantine/core';
import { IconGitBranch } from '@tabler/icons-react';
import { useState } from 'react';
import { scenarioFromClaim } from '../../../shared/claims/scenario.ts';
import type { CardResult, ClaimCard } from '../../../shared/claims/types.ts';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { freeKey } from '../../state/edits.ts';
import { useActions, useDocument, usePlanner, useScenarioId } from '../../state/hooks.tsx';
import {
  claimsText as words, explainClaimScenario, printOutcome, verdictText,
} from '../../text/claims.ts';
import { VerdictBadge } from './VerdictBadge.tsx';

interface Props {
  readonly card: ClaimCard;
  readonly result: CardResult;
}

/** The claim, its verdict, and the published figure beside ours. */
export function ClaimHead({ card, result: { asPublished, value, interval, unit } }: Props) {
  const print = (figure: number | null): string => printOutcome(figure, unit);
  return (
    <header className="claim-head">
      <div className="claim-heading">
        <h2>{card.title}</h2>
        <VerdictBadge verdict={card.verdict} />
      </div>
      <p>{card.text} {verdictText[card.verdict].meaning}</p>
      <dl className="claim-figures numeric">
        <div><dt>{words.published}</dt><dd>{card.published.text}</dd></div>
        <div>
          <dt>{words.asPublished}</dt>
          <dd>
            {print(asPublished)}
            {asPublished === null && <small>{words.asPublishedNone}</small>}
          </dd>
        </div>
        <div>
          <dt>{words.ours}</dt>
          <dd>
            {print(value)}
            <small>
              {value === null ? words.oursNone
                : interval === null || interval.low === interval.high
                ? words.noInterval : words.interval(print(interval.low), print(interval.high))}
            </small>
          </dd>
        </div>
      </dl>
      <blockquote className="claim-quotable">
        <h3>{words.quotable}</h3>
        <p>{card.quotable}</p>
      </blockquote>
      <p className="claim-formula"><span>{words.formula}:</span> {card.formula.expression}</p>
      <MakeScenario card={card} />
    </header>
  );
}

/** Turns the claim's conditions into a scenario, as one step that can be undone. */
function MakeScenario({ card }: { readonly card: ClaimCard }) {
  const { edit, selectScenario } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const readOnly = usePlanner(({ project }) => project?.readOnly === true);
  const [said, say] = useState('');
  const base = listScenarios(document).find(({ id }) => id === scenarioId)?.name ?? scenarioId;
  const make = (): void => {
    const key = freeKey(document, 'scenario', `claim-${card.id}`.slice(0, 56));
    const command = scenarioFromClaim(document, card, scenarioId, key);
    if (!command.ok) {
      say(explainClaimScenario(command.error));
      return;
    }
    edit(command.value.label, command.value.changes);
    selectScenario(key);
    say(words.made(card.title));
  };
  return (
    <div className="claim-make">
      <Button size="xs" disabled={readOnly} onClick={make}
        leftSection={<IconGitBranch size={14} aria-hidden />}>
        {words.make}
      </Button>
      <span role="status">
        {said === '' ? words.makeHelp(Object.keys(card.scenario).length, base) : said}
      </span>
    </div>
  );
}
