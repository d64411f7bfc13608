import { useDeferredValue } from 'react';
import { rentalChannels, rentedGroups } from '../../../shared/plan/figures/rentals.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { usePlan } from '../../state/use-plans.ts';
import { FigureButton } from '../results/FigureButton.tsx';
import { economicsText as words } from './text.ts';

const parts = ['utilisation', 'usdPerHour', 'revenueUsd'] as const;
/** Figures of the whole plan, each in the column it belongs to. */
const totals = [
  { key: 'headline.costPerAcceleratorHourUsd', label: words.rentalTotals.cost, column: 2 },
  { key: 'headline.revenuePerAcceleratorHourUsd', label: words.rentalTotals.revenue, column: 2 },
  { key: 'headline.revenuePerMwYearUsd', label: words.rentalTotals.perMw, column: 3 },
] as const;

/** What rented hours earn by channel, what is contracted, and what an hour costs and brings. */
export function RentalTable() {
  const outcome = useDeferredValue(usePlan());
  if (!outcome.ok) return null;
  const plan = outcome.value;
  const channels = rentalChannels(plan.stages);
  return (
    <FactTable title={words.rentals} columns={words.rentalColumns} restsOn="headline.revenueUsd"
      help={channels.length === 0 ? words.noRentals : words.rentalsHelp}
      rows={[
        ...rentedGroups(plan.stages).flatMap((group) => [
          groupRow(plan, group),
          ...channels.filter(({ groupKey }) => groupKey === group).map(({ id, name }) => ({
            key: id, part: true,
            cells: [name, ...parts.map((part) =>
              <FigureButton key={part} plan={plan} figureKey={`rental.${part}.${id}`} />), ''],
          })),
        ]),
        ...totals.map(({ key, label, column }) => ({ key,
          cells: [label, ...[1, 2, 3, 4].map((at) => (at !== column ? ''
            : <FigureButton key={key} plan={plan} figureKey={key} />))] })),
      ]} />
  );
}

function groupRow(plan: Plan, group: string) {
  const name = plan.inputs.rackGroup.find(({ key }) => key === group)?.values.name ?? group;
  return { key: group, strong: true, cells: [name, '', '', '',
    <FigureButton key="backlog" plan={plan} figureKey={`rental.backlogUsd.${group}`} />] };
}
