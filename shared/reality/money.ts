import type { Metric } from '../economics/statement/result-types.ts';
import { lineOf } from '../economics/statement/statement.ts';
import { perAcceleratorHour, perMwYear } from '../plan/figures/service-basis.ts';
import type { Plan } from '../plan/types.ts';
import { figureOf } from './figure-of.ts';
import { costLevers, revenueLevers, strongest } from './levers.ts';
import { hourCostPeers, peersOf, rentalPeers } from './peers.ts';
import type { RealityMeasure } from './types.ts';
import { judge, type Measured } from './verdict.ts';

const from = (metric: Metric, next: (value: number) => Metric): Metric =>
  (metric.value === null ? metric : next(metric.value));

/**
 * What of revenue is left after operating cost, book depreciation and what is written
 * off: their sum over the horizon over revenue.
 */
function marginOf(plan: Plan): Metric {
  const { economics } = plan.stages;
  return from(figureOf(plan, 'headline.revenueUsd'), (revenue) => {
    if (economics === null || revenue === 0)
      return { value: null, absent: { code: 'no-revenue', detail: 'nothing is sold' } };
    const profit = lineOf(economics.statement, 'book.profit').values;
    return { value: profit.reduce((a, b) => a + b, 0) / revenue };
  });
}

/**
 * Investment that stands at once, at most: of a generation and the one that takes its
 * place on the same power the dearer, since a MW holds one of them. What the owner does
 * not buy is in neither.
 */
function investedAtOnce(plan: Plan): Metric {
  return from(figureOf(plan, 'headline.capexUsd'), (usd) => {
    const { economics, capex, inputs } = plan.stages;
    const bought = economics?.totals.capexByClass ?? {};
    const items = capex.filter((item) => (bought[item.class] ?? 0) > 0
      && item.serviceMonth <= inputs.demand.values.horizonMonths);
    const total = (of: typeof items): number => of.reduce((sum, item) => sum + item.amountUsd, 0);
    const atOnce = items.map(({ serviceMonth: month }) => total(items.filter((item) =>
      item.serviceMonth <= month && month <= (item.retireAfterMonth ?? Infinity))));
    const all = total(items);
    return { value: all > 0 ? (usd * Math.max(...atOnce)) / all : usd };
  });
}

/** Accelerators that are in service at some time. */
export const acceleratorsOf = ({ stages }: Plan): readonly string[] =>
  [...new Set(stages.groups.filter(({ racks }) => racks > 0)
    .map(({ accelerator }) => accelerator.id))];

type Row = Pick<Measured, 'kind' | 'unit' | 'metric' | 'peers' | 'responsible'>;

/** Measures that revenue leads. */
function earned(plan: Plan): readonly Row[] {
  const { catalog } = plan.stages;
  const revenue = figureOf(plan, 'headline.revenueUsd');
  const facilityMw = figureOf(plan, 'headline.facilityMw');
  const responsible = strongest(plan, 'headline.revenueUsd', revenueLevers(plan));
  return [
    { kind: 'revenuePerMwYear', unit: 'USD/MW-year', responsible,
      metric: from(revenue, (usd) => from(facilityMw, (mw) => perMwYear(plan.stages, usd, mw))),
      peers: peersOf(catalog, 'revenuePerMwYear') },
    { kind: 'revenuePerAcceleratorHour', unit: 'USD/h', responsible,
      metric: from(revenue, (usd) => perAcceleratorHour(plan.stages, usd)),
      peers: rentalPeers(catalog, acceleratorsOf(plan)) },
  ];
}

/** Measures that cost leads. */
function spent(plan: Plan): readonly Row[] {
  const { catalog } = plan.stages;
  const cost = figureOf(plan, 'economics.economicCostUsd');
  const itMw = figureOf(plan, 'headline.itMw');
  const responsible = strongest(plan, 'economics.economicCostUsd', costLevers(plan));
  return [
    { kind: 'costPerAcceleratorHour', unit: 'USD/h', responsible,
      metric: from(cost, (usd) => perAcceleratorHour(plan.stages, usd)),
      peers: hourCostPeers(catalog, acceleratorsOf(plan)) },
    { kind: 'costPerMwYear', unit: 'USD/MW-year', responsible,
      metric: from(cost, (usd) => from(itMw, (mw) => perMwYear(plan.stages, usd, mw))),
      peers: peersOf(catalog, 'costPerMwYear') },
    { kind: 'capexPerMw', unit: 'USD/MW', responsible,
      metric: from(investedAtOnce(plan),
        (usd) => from(itMw, (mw) => ({ value: usd / mw }))),
      peers: peersOf(catalog, 'capexPerMw') },
  ];
}

/** Measures of what is left. */
function returned(plan: Plan): readonly Row[] {
  const { catalog } = plan.stages;
  const responsible = strongest(plan, 'headline.npvUsd',
    [...revenueLevers(plan), ...costLevers(plan)]);
  return [
    { kind: 'grossMargin', unit: 'fraction', metric: marginOf(plan), responsible,
      peers: peersOf(catalog, 'grossMargin') },
    { kind: 'payback', unit: 'month', metric: figureOf(plan, 'headline.paybackMonths'),
      responsible, peers: peersOf(catalog, 'payback') },
    { kind: 'irr', unit: 'fraction/year', metric: figureOf(plan, 'headline.irr'), responsible,
      peers: peersOf(catalog, 'irr') },
  ];
}

/** Revenue, cost and return beside those of others. */
export const moneyMeasures = (plan: Plan): readonly RealityMeasure[] =>
  [...earned(plan), ...spent(plan), ...returned(plan)].map(judge);
