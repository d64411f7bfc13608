import { termAt } from '../../lifecycle/rental.ts';
import type { RentalContract } from '../../economics/statement/types.ts';
import { carriedLine, type Sheets } from './drivers.ts';
import type { WorkbookContext } from './context.ts';
import { number, type Cell } from './model.ts';
import type { Line } from './months-grid.ts';

/** An input of a rental, as the sheet of inputs lays it out. */
interface RentalEntry {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly cell: Cell;
  readonly note: string;
}

const hoursKey = (group: string, key: string): string => `hours.${group}.${key}`;
const inputKey = (group: string, key: string, part: string): string =>
  `rental.${group}.${key}.${part}`;
const revenueKey = (group: string, key: string): string => `revenue.rental.${group}.${key}`;

/** Contracts with the group they reserve, where its hours are in the months. */
function contractsIn({ params, result }: WorkbookContext) {
  const lines = new Set(result.statement.lines.map(({ key }) => key));
  return (params.rentals ?? []).flatMap(({ groupKey, contracts }) => contracts
    .filter(({ key }) => lines.has(revenueKey(groupKey, key)))
    .map((contract) => ({ groupKey, contract })));
}

/** Channels without a contract, with the prices of their first month. */
function freeChannels({ params, result }: WorkbookContext) {
  const lines = new Set(result.statement.lines.map(({ key }) => key));
  return (params.rentals ?? []).flatMap(({ groupKey, onDemand, spot }) =>
    ([['onDemand', onDemand], ['spot', spot]] as const)
      .filter(([key]) => lines.has(revenueKey(groupKey, key)))
      .map(([key, price]) => ({ groupKey, key, price })));
}

const channelLabels = { onDemand: 'on demand', spot: 'at spot' } as const;

/** Prices and terms of what is rented out, each to be changed on the sheet of inputs. */
function rentalEntries(context: WorkbookContext): readonly RentalEntry[] {
  const entry = (
    key: string, label: string, unit: string, value: number,
    style: 'in-number' | 'in-percent' | 'carried', note = '',
  ): RentalEntry => ({ key, label, unit, cell: number(value, style), note });
  const fixed = 'Which months it covers is fixed when the workbook is made';
  return [
    ...contractsIn(context).flatMap(({ groupKey, contract }) => {
      const k = (part: string): string => inputKey(groupKey, contract.key, part);
      const of = (label: string): string => `${label}, contract ${contract.key}`;
      return [
        entry(k('price'), of('Price'), 'USD/accelerator-hour', contract.usdPerHour, 'in-number',
          'Of its first term'),
        entry(k('decline'), of('Price decline to renewal'), 'per year',
          contract.renewalDecline, 'in-percent'),
        entry(k('prepaid'), of('Paid ahead'), 'share', contract.prepayShare, 'in-percent'),
        entry(k('start'), of('First month'), 'month', contract.startMonth, 'carried', fixed),
        entry(k('term'), of('Term'), 'months', contract.termMonths, 'carried', fixed),
      ];
    }),
    ...freeChannels(context).flatMap(({ groupKey, key, price }) => [
      entry(inputKey(groupKey, key, 'price'),
        `Price of an hour ${channelLabels[key]}, ${groupKey}`, 'USD/accelerator-hour',
        price.usdPerHour, 'in-number', 'Price of month 1'),
      entry(inputKey(groupKey, key, 'decline'),
        `Price decline ${channelLabels[key]}, ${groupKey}`, 'per year',
        price.declinePerYear, 'in-percent'),
    ]),
  ];
}

/** They under a heading, where there are any. */
export function rentalParts(context: WorkbookContext) {
  const entries = rentalEntries(context);
  return entries.length === 0 ? [] : [{ title: 'Accelerator-hours rented out', entries }];
}

/** Hours sold by channel, carried from the months. */
export function rentalLines({ context }: Pick<Sheets, 'context'>): readonly Line[] {
  return context.result.rentals.channels.map(({ groupKey, key, hours }) =>
    carriedLine(hoursKey(groupKey, key), `Hours sold, ${groupKey}, ${key}`, 'hours', hours));
}

export const rentalKeys = (context: WorkbookContext): readonly string[] =>
  context.result.rentals.channels.map(({ groupKey, key }) => hoursKey(groupKey, key));

type Formulas = Readonly<Record<string, (at: number) => string>>;

/** Spans of months, first and last column, in which each term of a contract earns. */
function termSpans(
  contract: RentalContract, hours: Float64Array, firstMonth: number,
): readonly (readonly [from: number, to: number])[] {
  const spans = new Map<number, [number, number]>();
  for (const [at, sold] of hours.entries()) {
    const term = termAt(contract, firstMonth + at);
    if (sold === 0 || term === null) continue;
    spans.set(term, [spans.get(term)?.[0] ?? at, at]);
  }
  return [...spans.values()];
}

/** What is paid ahead in a month, what of it is settled, and what is held. */
function prepaidFormulas(sheets: Sheets): Formulas {
  const { grid, inputs, context } = sheets;
  const all = contractsIn(context).map(({ groupKey, contract }) => {
    const hours = context.result.rentals.channels.find((each) =>
      each.groupKey === groupKey && each.key === contract.key)?.hours ?? new Float64Array(0);
    return { revenue: revenueKey(groupKey, contract.key),
      share: inputs.at(inputKey(groupKey, contract.key, 'prepaid')),
      spans: termSpans(contract, hours, context.timeline.firstMonth) };
  });
  const sum = (parts: readonly string[]): string => (parts.length === 0 ? '0' : parts.join('+'));
  return {
    'prepaid.in': (at) => sum(all.flatMap(({ revenue, share, spans }) =>
      spans.filter(([from]) => from === at)
        .map(([from, to]) => `${share}*SUM(${grid.range(revenue, from, to)})`))),
    'prepaid.settled': (at) => `-(${sum(all.map(({ revenue, share }) =>
      `${share}*${grid.ref(revenue, at)}`))})`,
    prepaid: (at) => `${at === 0 ? '0' : grid.ref('prepaid', at - 1)}`
      + `+${grid.ref('prepaid.in', at)}+${grid.ref('prepaid.settled', at)}`,
  };
}

/** Revenue of rented hours, and what customers pay ahead for them. */
export function rentalFormulas(sheets: Sheets): Formulas {
  const { grid, inputs, context } = sheets;
  const hours = (group: string, key: string, at: number): string =>
    grid.ref(hoursKey(group, key), at);
  const contracts = contractsIn(context).map(({ groupKey, contract }) => {
    const k = (part: string): string => inputs.at(inputKey(groupKey, contract.key, part));
    return [revenueKey(groupKey, contract.key), (at: number) => {
      const term = termAt(contract, context.timeline.firstMonth + at);
      return term === null ? '0' : `${hours(groupKey, contract.key, at)}*${k('price')}`
        + `*(1-${k('decline')})^(${term}*${k('term')}/12)`;
    }] as const;
  });
  const free = freeChannels(context).map(({ groupKey, key }) => {
    const k = (part: string): string => inputs.at(inputKey(groupKey, key, part));
    return [revenueKey(groupKey, key), (at: number) =>
      `${hours(groupKey, key, at)}*${k('price')}*(1-${k('decline')})`
        + `^MAX(0,(${grid.month(at)}-1)/12)`] as const;
  });
  return { ...Object.fromEntries([...contracts, ...free]), ...prepaidFormulas(sheets) };
}
