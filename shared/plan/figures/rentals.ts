import { divide } from '../../economics/statement/metric.ts';
import { contractBacklog } from '../../economics/statement/rental-backlog.ts';
import type { ChannelRevenue } from '../../economics/statement/rental.ts';
import type { RentedMonths } from '../../lifecycle/rental.ts';
import { rentalSales } from '../money/rentals.ts';
import type { StageResults } from '../stages.ts';
import type { FigureFamily, FigureText } from './declare.ts';

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/** A channel through which a rented group sells its hours. */
interface Channel extends ChannelRevenue {
  /** Group and channel in one. */
  readonly id: string;
  readonly name: string;
  readonly offered: Float64Array;
}

const channelNames = { onDemand: 'On demand', spot: 'Spot' } as const;

function nameOf({ inputs }: StageResults, { channel, key }: ChannelRevenue): string {
  if (channel !== 'contract') return channelNames[channel];
  return inputs.rentalContract.find((each) => each.key === key)?.values.name ?? key;
}

function rentedMonths({ lifecycle }: StageResults, group: string): RentedMonths {
  const found = lifecycle.groups.find(({ key }) => key === group)?.rented;
  if (found === undefined) throw new Error(`${group} is not rented out`);
  return found;
}

/**
 * Channels through which hours are sold, group by group; none where the plan has no money
 * or a price of an hour is missing.
 */
export function rentalChannels(stages: StageResults): readonly Channel[] {
  const { economics, priced } = stages;
  if (economics === null || priced.unpricedTokens.length > 0) return [];
  return economics.rentals.channels
    .filter(({ channel, hours }) => channel === 'contract' || sum(hours) > 0)
    .map((each) => ({ ...each, id: `${each.groupKey}.${each.key}`, name: nameOf(stages, each),
      offered: rentedMonths(stages, each.groupKey).offered }));
}

function channelOf(stages: StageResults, id: string): Channel {
  const found = rentalChannels(stages).find((each) => each.id === id);
  if (found === undefined) throw new Error(`nothing is rented out through ${id}`);
  return found;
}

/** Groups whose hours are sold. */
export const rentedGroups = (stages: StageResults): readonly string[] =>
  [...new Set(rentalChannels(stages).map(({ groupKey }) => groupKey))];

/** Contracted revenue not yet earned at the end of a month, of a group. */
export function backlogOf(stages: StageResults, group: string, month: number): number {
  const hours = rentedMonths(stages, group).offered.reduce((a, b) => Math.max(a, b), 0);
  const offer = rentalSales(stages.inputs, stages.priced.costs.hours)
    .find(({ groupKey }) => groupKey === group);
  return (offer?.contracts ?? [])
    .reduce((all, contract) => all + contractBacklog(contract, hours, month), 0);
}

const byChannel = (
  name: string, text: FigureText, value: (channel: Channel) => ReturnType<FigureFamily['value']>,
): FigureFamily => ({
  pattern: `rental.${name}.*`, text, of: () => ['headline.revenueUsd'],
  members: (s) => rentalChannels(s).map(({ id }) => id),
  value: (s, id) => value(channelOf(s, id)),
});

/** What hours that are rented out earn, channel by channel, and what is contracted. */
export const rentalFigures: readonly FigureFamily[] = [
  byChannel('revenueUsd', { label: 'Revenue of rented hours', unit: 'USD',
    definition: 'What a contract, or hours on demand or at spot, earn over the horizon.',
    formula: 'economics.rentalRevenue' }, ({ revenue }) => sum(revenue)),
  byChannel('utilisation', { label: 'Share of hours sold', unit: 'fraction',
    definition: 'Hours sold through the channel over the hours of the group that can be sold.',
    formula: 'economics.rentalUse' },
  ({ hours, offered }) => divide(sum(hours), sum(offered), 'no-racks', 'hours to sell')),
  byChannel('usdPerHour', { label: 'Price of a rented hour', unit: 'USD/accelerator-hour',
    definition: 'Revenue of the channel over its hours.', formula: 'economics.rentalPrice' },
  ({ hours, revenue }) => divide(sum(revenue), sum(hours), 'no-revenue', 'hours sold')),
  {
    pattern: 'rental.backlogUsd.*', members: rentedGroups, of: () => [],
    text: { label: 'Revenue backlog', unit: 'USD',
      definition: 'Contracted revenue of the group that is not yet earned at the start of the plan.',
      formula: 'economics.backlog' },
    value: (s, group) => backlogOf(s, group, 0),
  },
];
