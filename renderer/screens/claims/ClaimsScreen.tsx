import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { usePlanner } from '../../state/hooks.tsx';
import { cards, resultOf } from './cards.ts';
import { ClaimCurve } from './ClaimCurve.tsx';
import { ClaimHead } from './ClaimHead.tsx';
import { ClaimInputs } from './ClaimInputs.tsx';
import { ClaimList } from './ClaimList.tsx';
import './claims.css';
import { ChecksTable, FactsTable, FindingsList, StressTable } from './ClaimTables.tsx';
import { useEntries } from './entries.ts';
import { RackPath } from './RackPath.tsx';
import type { ClaimCard } from '../../../shared/claims/types.ts';

/** The card whose solution set and risk the screen works out. */
const rackCard = '01-five-to-seventy-five';

/** Vendor claims as cards, checked rather than repeated. */
export function ClaimsScreen() {
  const chosen = usePlanner(({ parts }) => parts.claims);
  const card = cards.find(({ id }) => id === chosen) ?? cards[0];
  return (
    <ScreenFrame id="claims">
      {card !== undefined && (
        <div className="claims">
          <ClaimList open={card.id} />
          <Card key={card.id} card={card} />
        </div>
      )}
    </ScreenFrame>
  );
}

function Card({ card }: { readonly card: ClaimCard }) {
  const entries = useEntries(card.id);
  const result = resultOf(card, entries);
  return (
    <article className="claim" aria-label={card.title}>
      <ClaimHead card={card} result={result} />
      <ClaimInputs card={card} entries={entries} />
      <FactsTable card={card} />
      <ChecksTable card={card} result={result} />
      <FindingsList card={card} />
      <StressTable card={card} entries={entries} />
      <ClaimCurve card={card} entries={entries} />
      {card.id === rackCard && <RackPath />}
    </article>
  );
}
