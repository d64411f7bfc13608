import { listCards } from '../../../shared/claims/cards.ts';
import { evaluateCard } from '../../../shared/claims/evaluate.ts';
import type { CardResult, ClaimCard, Overrides } from '../../../shared/claims/types.ts';
import { catalog } from '../../state/catalog.ts';

/** Every claim, worked out from the catalogue of this window. */
export const cards: readonly ClaimCard[] = listCards(catalog);

/**
 * A card with a person's entries.
 * @throws Error on an entry outside its bounds: boxes let none through
 */
export function resultOf(card: ClaimCard, entries: Overrides): CardResult {
  const result = evaluateCard(card, entries);
  if (!result.ok) throw new Error(`${card.id} refuses its entries: ${result.error.code}`);
  return result.value;
}
