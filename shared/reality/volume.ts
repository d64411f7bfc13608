import type { Metric } from '../economics/statement/result-types.ts';
import { daysPerMonth } from '../lifecycle/month.ts';
import type { Plan } from '../plan/types.ts';
import { figureOf } from './figure-of.ts';
import { strongest, volumeLevers } from './levers.ts';
import { modelMarkets, sellers } from './peers.ts';
import type { RealityMeasure } from './types.ts';
import { judge } from './verdict.ts';

/** Tokens a day in the month of most tokens, from millions of tokens a month. */
function busiest(months: Float64Array): Metric {
  const most = months.reduce((a, b) => Math.max(a, b), 0);
  return most > 0 ? { value: (most * 1e6) / daysPerMonth }
    : { value: null, absent: { code: 'no-tokens', detail: 'no token is served' } };
}

/** Tokens a day of the plan and of each class, beside what others handle. */
export function volumeMeasures(plan: Plan): readonly RealityMeasure[] {
  const { lifecycle, catalog } = plan.stages;
  const sold = figureOf(plan, 'headline.tokensTotalM');
  const classes = plan.inputs.traffic
    .filter(({ key }) => lifecycle.groups.some((group) => group.trafficKey === key));
  const responsible = (keys: readonly string[]): readonly string[] =>
    strongest(plan, 'headline.tokensTotalM', volumeLevers(plan, keys));
  const whole = judge({
    kind: 'tokensPerDay', unit: 'tok/day',
    metric: sold.value === null ? sold : busiest(lifecycle.total.totalMtok),
    peers: sellers(catalog), responsible: responsible(classes.map(({ key }) => key)),
  });
  return [whole, ...classes.map(({ key, values }) => judge({
    kind: 'tokensPerDay', unit: 'tok/day', traffic: { key, name: values.name },
    metric: busiest(lifecycle.traffic.find((each) => each.key === key)?.servedMtok
      ?? new Float64Array(0)),
    peers: modelMarkets(catalog, values.model), responsible: responsible([key]),
  }))];
}
