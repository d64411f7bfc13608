import { shippedRate } from '../../catalog/exchange-rates.ts';
import type { Catalog } from '../../catalog/types.ts';
import { yearsInto } from '../../lifecycle/month.ts';
import type { InputAddress } from '../../project/path.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import { acceleratorPriceUsd } from '../money/costs.ts';
import { retirementOf, type Retirement } from '../money/price-path.ts';
import type { PriceKind } from '../money/prices.ts';
import type { Plan } from '../types.ts';

/** What of a plan says what stands for an empty field. */
type Resolved = Pick<Plan, 'inputs' | 'stages'>;

/**
 * What empty number fields stand for in a plan: the catalogue's figure, or what the plan
 * computed. A field without an entry here, or one the plan could not fill, has no known
 * value: a concurrency entered alone, for one, lets the frontier choose another
 * parallelism, so no number stands for the empty field.
 */
type Resolver = (plan: Resolved, key: string, catalog: Catalog) => number | null | undefined;

const group = (plan: Resolved, key: string) =>
  plan.stages.groups.find((each) => each.record.key === key);
/**
 * Prefill and decode workers of a disaggregated point differ; one number stands for
 * neither.
 */
const aggregated = (plan: Resolved, key: string) => {
  const point = group(plan, key)?.point;
  return point?.mode === 'agg' ? point : null;
};
/**
 * A width of an aggregated point; where another one would serve without cache hits, which say
 * what is sold, one number stands for neither.
 */
const width =
  (which: 'tp' | 'attentionDp' | 'ep'): Resolver =>
  (plan, key) => {
    const point = aggregated(plan, key);
    const without = plan.stages.servings.find((each) => each.record.key === key)?.withoutHits;
    const isOne = without == null || without[which] === point?.[which];
    return isOne ? point?.[which] : null;
  };
const price =
  (kind: PriceKind): Resolver =>
  (plan, key) =>
    plan.stages.priced.costs.prices.get(key)?.[kind].value;

const resolvers: Readonly<Record<string, Resolver>> = {
  'site.electricityUsdPerKwh': ({ stages }) => stages.site.industrialUsdPerKwh?.value,
  'site.carbonGPerKwh': ({ stages }) => stages.site.carbonGPerKwh?.value,
  'traffic.inputUsdPerMtok': price('inputUsdPerMtok'),
  'traffic.cachedUsdPerMtok': price('cachedUsdPerMtok'),
  'traffic.outputUsdPerMtok': price('outputUsdPerMtok'),
  'traffic.retireMonth': ({ inputs }, key) => retirement(inputs, key)?.month,
  'traffic.successorMonths': ({ inputs }, key) => retirement(inputs, key)?.everyMonths,
  'rackGroup.racks': (plan, key) => group(plan, key)?.racks,
  'rackGroup.tensorParallel': width('tp'),
  'rackGroup.attentionDp': width('attentionDp'),
  'rackGroup.expertParallel': width('ep'),
  'rackGroup.retireMonth': ({ inputs }) => inputs.demand.values.horizonMonths,
  'demand.availability': ({ stages }) => common(stages.groups.map((each) => each.availability)),
  'network.scaleUpDomain': ({ stages }) =>
    common(stages.servings.map((each) => each.request.links.scaleUp.domain)),
  'network.scaleOutGbps': ({ stages }) =>
    common(stages.servings.flatMap((each) => each.accelerator.scaleOutGbps?.value ?? [])),
  'network.switchPowerW': ({ inputs }, _key, catalog) =>
    catalog.switches[inputs.network.values.switchModel]?.typicalPowerW?.value,
  'network.hopLatencyNs': ({ inputs }, _key, catalog) =>
    catalog.switches[inputs.network.values.switchModel]?.latencyNs?.value,
  'capex.acceleratorPriceUsd': ({ inputs, stages }) => {
    const prices = stages.groups.filter(({ racks }) => racks > 0)
      .map((group) => acceleratorPriceUsd(inputs, group));
    const known = common(prices.flatMap((price) => price ?? []));
    return known === null || prices.includes(null) ? null
      : known / inputs.capex.values.systemPriceFactor;
  },
  'project.usdPerUnit': ({ inputs }) => (inputs.project.values.currency === 'USD' ? 1
    : shippedRate(inputs.project.values.currency)?.usdPerUnit),
  ...Object.fromEntries([
    'staff', 'maintenance', 'support', 'insurance', 'propertyTax', 'software', 'transit',
    'water',
  ].map((line) =>
    [`opex.${line}Escalation`, ({ inputs }: Resolved) => inputs.opex.values.escalation] as const)),
  'finance.financeRate': ({ inputs }) => inputs.finance.values.discountRate,
  'finance.reinvestRate': ({ inputs }) => inputs.finance.values.discountRate,
  'traffic.tokensPerDay': ({ inputs }) => inputs.demand.values.tokensPerDay,
  'priceEvent.factor': ({ inputs }, key) => capabilityPrice(inputs, key),
  'finance.rentalUsdPerHour': ({ stages }) => stages.priced.costs.rentalUsdPerHour || null,
};

/** When the maker ends the model of a class. */
function retirement({ project, traffic }: ScenarioInputs, key: string): Retirement | null {
  const values = traffic.find((each) => each.key === key)?.values;
  return values === undefined ? null : retirementOf(values, project.values.startMonth);
}

/** What the capability sold costs in the month of a price event, over month 1. */
function capabilityPrice({ priceEvent, traffic }: ScenarioInputs, key: string): number | null {
  const event = priceEvent.find((each) => each.key === key)?.values;
  const sold = traffic.find((each) => each.key === event?.traffic)?.values;
  return event === undefined || sold === undefined ? null
    : (1 - sold.capabilityDecline) ** yearsInto(event.month);
}

/**
 * The value all have, or nothing when they differ: one number for several groups would be
 * wrong for some.
 */
function common(values: readonly number[]): number | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/**
 * What an empty field stands for; null when the plan does not say.
 * @example autoValue(plan, { kind: 'finance', key: 'finance', field: 'financeRate' }, builtInCatalog) // 0.1
 */
export function autoValue(plan: Resolved, at: InputAddress, catalog: Catalog): number | null {
  const value = resolvers[`${at.kind}.${at.field}`]?.(plan, at.key, catalog) ?? null;
  return value === null || !Number.isFinite(value) ? null : value;
}

/**
 * Fields whose empty value is known how to find; a test holds this against the field
 * tables.
 */
export const resolvedPaths: readonly string[] = Object.keys(resolvers);
