import { useDeferredValue } from 'react';
import {
  describeListing, describeSpread, pricesByTraffic,
} from '../../../shared/plan/figures/prices.ts';
import { printOf } from '../../../shared/project/print.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { usePickedKey } from '../../components/records/RecordList.tsx';
import { splitQuantity } from '../../state/headline.ts';
import { usePlan } from '../../state/use-plans.ts';
import { FigureButton } from '../results/FigureButton.tsx';
import { priceText as words } from './text.ts';

/** What the class picked in the list sells at: who asks it, since when, and what others ask. */
export function ClassPrice() {
  const outcome = useDeferredValue(usePlan());
  const key = usePickedKey('traffic');
  if (!outcome.ok) return null;
  const plan = outcome.value;
  const price = pricesByTraffic(plan.stages).find((each) => each.key === key);
  if (price === undefined) return null;
  const print = printOf(plan.inputs.project.values);
  const usd = (value: number): string =>
    splitQuantity(formatQuantity(value, 'USD/Mtok', print))[0];
  const figure = (part: string) => (
    <FigureButton plan={plan} figureKey={`price.${price.key}.${part}`} bare />
  );
  const doubt = plan.warnings.find(({ where, code }) =>
    code === 'listing-doubtful' && where === `traffic.${price.key}.listing`);
  return (
    <FactTable title={words.title(price.name)} columns={words.columns}
      help={doubt?.text ?? words.listed(describeListing(price), price.source)}
      rows={[
        { key: 'input', cells: [words.input, figure('input')] },
        { key: 'cached',
          cells: [price.cachedByRatio ? words.cachedByRatio : words.cached, figure('cached')] },
        { key: 'output', cells: [words.output, figure('output')] },
        { key: 'blended', strong: true, cells: [words.blended, figure('blended')] },
        { key: 'offers', cells: [words.offers, describeSpread(price.spread, usd)] },
      ]}>
      <span>{words.month}</span>
    </FactTable>
  );
}
