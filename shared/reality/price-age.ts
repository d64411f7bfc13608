import type { Metric } from '../economics/statement/result-types.ts';
import { pricesByTraffic } from '../plan/figures/prices.ts';
import type { Plan } from '../plan/types.ts';
import { monthsBetween } from '../units/source-date.ts';
import { peersOf } from './peers.ts';
import type { RealityMeasure } from './types.ts';
import { judge } from './verdict.ts';

interface DatedPrice {
  readonly path: string;
  readonly date: string;
}

/** Prices taken from a listing, with the day it was read; entered ones have none. */
const datedPrices = ({ stages }: Plan): readonly DatedPrice[] =>
  pricesByTraffic(stages).flatMap(({ key, date, listing }) =>
    (listing === null || date === null ? [] : [{ path: `traffic.${key}.listing`, date }]));

/** Age of the oldest price when the plan begins to sell at it, beside how long models sell. */
export function priceAgeMeasure(plan: Plan): RealityMeasure {
  const begins = plan.inputs.project.values.startMonth;
  const ages = datedPrices(plan).flatMap(({ path, date }) => {
    const months = monthsBetween(date, begins);
    return months === null ? [] : [{ path, months }];
  }).toSorted((a, b) => b.months - a.months);
  const [oldest] = ages;
  const metric: Metric = oldest === undefined
    ? { value: null, absent: { code: 'no-source-value',
      detail: 'a date: prices are entered, or their listings are undated' } }
    : { value: Math.max(0, oldest.months) };
  return judge({
    kind: 'priceAge', unit: 'month', metric, peers: peersOf(plan.stages.catalog, 'modelLife'),
    responsible: ages.filter(({ months }) => months === oldest?.months)
      .map(({ path }) => path),
  });
}
