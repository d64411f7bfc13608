import { describeListing, pricesByTraffic } from '../../../shared/plan/figures/prices.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { usePrinter } from '../../state/use-print.ts';
import { answerText as words } from '../../text/answer.ts';

/** What each class sells at: who asks it, and since when. */
export function Prices({ plan }: { readonly plan: Plan }) {
  const print = usePrinter();
  return (
    <FactTable title={words.prices} columns={words.priceColumns} words={[0, 1]}
      rows={pricesByTraffic(plan.stages).map((price) => ({ key: price.key, cells: [
        price.name, describeListing(price), print(price.blendedUsd, 'USD/Mtok'),
      ] }))} />
  );
}
