import type { TrafficMonths } from '../../lifecycle/types.ts';
import type { StageResults } from '../stages.ts';
import type { FigureFamily } from './declare.ts';

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

function monthsOf({ lifecycle }: StageResults, key: string): TrafficMonths {
  const found = lifecycle.traffic.find((months) => months.key === key);
  if (found === undefined) throw new Error(`no traffic class ${key}`);
  return found;
}

const classes = ({ lifecycle }: StageResults): readonly string[] =>
  lifecycle.traffic.map(({ key }) => key);

/** What of the demand of each class is refused, and what of its market is sold. */
export const marketFigures: readonly FigureFamily[] = [
  {
    pattern: 'market.refusedMtok.*', members: classes,
    text: { label: 'Tokens refused', unit: 'Mtok',
      definition: 'Asked for beyond capacity, or beyond what the market has for one seller.',
      formula: 'lifecycle.refused' },
    value: (s, key) => {
      const { lostMtok, aboveMarketMtok } = monthsOf(s, key);
      return sum(lostMtok) + sum(aboveMarketMtok);
    },
  },
  {
    pattern: 'market.share.*',
    members: ({ lifecycle }) => lifecycle.traffic
      .flatMap(({ key, marketMtok }) => (marketMtok === null ? [] : [key])),
    text: { label: 'Share of the market, most', unit: 'fraction',
      definition: 'Tokens of the class over those of its market, in the month of most.',
      formula: 'lifecycle.marketShare' },
    value: (s, key) => {
      const { servedMtok, marketMtok } = monthsOf(s, key);
      return (marketMtok ?? new Float64Array(0)).reduce((most, market, at) =>
        (market > 0 ? Math.max(most, (servedMtok[at] ?? 0) / market) : most), 0);
    },
  },
];
