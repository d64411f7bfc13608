import { rentalChannels, rentedGroups } from '../plan/figures/rentals.ts';
import type { Print } from '../units/print.ts';
import { roundedNote } from './blocks.ts';
import { printFigure } from './figures.ts';
import type { PlanView, Table, TableRow } from './types.ts';

/** What rented hours earn by group and channel, and what of it is contracted. */
export function rentalTable({ stages, figures }: PlanView, print: Print): Table {
  const printed = (key: string): string => printFigure('', '', figures[key], print).printed;
  const channels = stages === undefined ? [] : rentalChannels(stages);
  const groups = stages === undefined ? [] : rentedGroups(stages);
  const nameOf = (group: string): string =>
    stages?.inputs.rackGroup.find(({ key }) => key === group)?.values.name ?? group;
  return {
    id: 'rentals', caption: 'Accelerator-hours rented out',
    note: 'Backlog is contracted revenue not yet earned at the start of the plan, beyond its '
      + `last month too. ${roundedNote}`,
    columns: [
      { label: 'Group and channel', unit: 'text', align: 'left' },
      { label: 'Hours sold', unit: null, align: 'right' },
      { label: 'Price', unit: null, align: 'right' },
      { label: 'Revenue', unit: null, align: 'right' },
      { label: 'Backlog', unit: null, align: 'right' },
    ],
    rows: groups.flatMap((group): readonly TableRow[] => [
      { level: 0, cells: [nameOf(group), '', '', '', printed(`rental.backlogUsd.${group}`)] },
      ...channels.filter(({ groupKey }) => groupKey === group).map(({ id, name }) => ({
        level: 1 as const,
        cells: [name, printed(`rental.utilisation.${id}`), printed(`rental.usdPerHour.${id}`),
          printed(`rental.revenueUsd.${id}`), ''],
      })),
    ]),
  };
}
