import { useActions } from '../../state/hooks.tsx';
import { claimsText as words, printOutcome } from '../../text/claims.ts';
import { cards, resultOf } from './cards.ts';
import { VerdictBadge } from './VerdictBadge.tsx';

/** All cards with their verdicts; one is open. */
export function ClaimList({ open }: { readonly open: string }) {
  const { go } = useActions();
  return (
    <nav className="claim-list" aria-label={words.list}>
      <ul>
        {cards.map((card) => {
          const { value } = resultOf(card, {});
          return (
            <li key={card.id}>
              <button type="button" className="plain-button claim-entry"
                aria-current={card.id === open ? 'true' : undefined}
                onClick={(event) => {
                  go('claims', card.id);
                  event.currentTarget.closest('main')?.scrollTo({ top: 0 });
                }}>
                <span className="claim-title">{card.title}</span>
                <span className="claim-line">
                  <VerdictBadge verdict={card.verdict} />
                  <span className="numeric">
                    {card.published.text} · {words.ours.toLowerCase()} {printOutcome(value,
                      card.formula.unit)}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
