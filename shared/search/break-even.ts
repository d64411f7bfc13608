import { copyOf } from '../units/reading.ts';
import { findBreakEven } from '../economics/statement/break-even.ts';
import { evaluateEconomics } from '../economics/statement/evaluate.ts';
import type { Metric } from '../economics/statement/result-types.ts';
import type {
  EconomicsParams, RentalSales, TrafficSales,
} from '../economics/statement/types.ts';
import { economicsParams } from '../plan/money/economics-params.ts';
import { rentedUse, servesTokens } from '../plan/entries/rented.ts';
import type { Plan } from '../plan/types.ts';
import { setByPath } from '../project/path.ts';
import type { ProjectDocument } from '../project/record.ts';
import type { Evaluator } from './release-value.ts';

/**
 * Where the owner's net present value, after tax and debt, is nought: one variable moved,
 * all else as it is.
 */
export interface OwnerBreakEvens {
  readonly utilisation: Metric;
  /** Over every price of the plan, of tokens and of hours rented out. */
  readonly priceMultiple: Metric;
  /** Market price of electricity, USD/kWh; what a contract fixes stays. */
  readonly electricityUsdPerKwh: Metric;
  /** One yearly fall of the price of every class, whatever clock it follows. */
  readonly declinePerYear: Metric;
}

type Axis = keyof OwnerBreakEvens;

/**
 * How far each variable is moved in search of a break-even: the ends of its field, prices
 * up to a hundredfold.
 */
export const breakEvenSpans: Readonly<Record<Axis, readonly [low: number, high: number]>> = {
  utilisation: [0.01, 1], priceMultiple: [0, 100], electricityUsdPerKwh: [0, 2],
  declinePerYear: [-1, 0.99],
};

const none = (
  detail: string,
): Metric => ({ value: null, absent: { code: 'no-feasible-point', detail } });

const units: Readonly<Record<Axis, string>> = { utilisation: 'of capacity',
  priceMultiple: 'times today’s prices', electricityUsdPerKwh: 'USD/kWh',
  declinePerYear: 'a year' };

/** Bisects, and says for which of two reasons there is nothing to find. */
function solve(axis: Axis, npvAt: (x: number) => number): Metric {
  const [low, high] = breakEvenSpans[axis];
  const ends = [npvAt(low), npvAt(high)];
  if (ends.every((npv) => npv > 0))
    return none(`the plan pays anywhere from ${low} to ${high} ${units[axis]}`.trim());
  if (ends.every((npv) => npv < 0))
    return none(`the plan pays nowhere from ${low} to ${high} ${units[axis]}`.trim());
  return findBreakEven(npvAt, low, high);
}

const scalePrices = (sales: TrafficSales, k: number): TrafficSales => ({
  ...copyOf(sales), inputUsdPerMtok: sales.inputUsdPerMtok * k,
  cachedUsdPerMtok: sales.cachedUsdPerMtok * k,
  outputUsdPerMtok: sales.outputUsdPerMtok * k,
});

const falling = (sales: TrafficSales, modelDeclinePerYear: number): TrafficSales =>
  ({ ...copyOf(sales), path: { ...sales.path, clock: 'model', modelDeclinePerYear } });

const scaleRents = (rents: RentalSales, k: number): RentalSales => {
  const scaled = <T extends { readonly usdPerHour: number }>(price: T): T =>
    ({ ...price, usdPerHour: price.usdPerHour * k });
  return { ...rents, contracts: rents.contracts.map(scaled),
    onDemand: scaled(rents.onDemand), spot: scaled(rents.spot) };
};

/** Every rent falls alike; that of a contract where it is renewed. */
const fallingRents = (rents: RentalSales, declinePerYear: number): RentalSales => ({
  ...rents, onDemand: { ...rents.onDemand, declinePerYear },
  spot: { ...rents.spot, declinePerYear },
  contracts: rents.contracts.map((each) => ({ ...each, renewalDecline: declinePerYear })),
});

/** Price, electricity and decline need the money stage alone. */
function solveMoney(
  { inputs, stages: { priced, lifecycle } }: Plan,
): Omit<OwnerBreakEvens, 'utilisation'> {
  const params = economicsParams(inputs, priced.costs, lifecycle);
  const npv = (changed: Partial<EconomicsParams>): number =>
    evaluateEconomics({ ...copyOf(params), ...changed }).equity.npvUsd;
  const rentals = params.rentals ?? [];
  const market = priced.costs.electricityUsdPerKwh;
  const billed = (usdPerKwh: number): EconomicsParams['opex'] =>
    params.opex.map(
      (line) => (line.key === 'electricity' || line.key === 'scheduled-energy' ? {
        ...copyOf(line), rate: (line.rate * usdPerKwh) / market,
      } : line),
    );
  return {
    priceMultiple: solve('priceMultiple',
      (k) => npv({ sales: params.sales.map((each) => scalePrices(each, k)),
        rentals: rentals.map((each) => scaleRents(each, k)) })),
    electricityUsdPerKwh: market > 0
      ? solve('electricityUsdPerKwh', (usd) => npv({ opex: billed(usd) }))
      : none('electricity has no price to move'),
    declinePerYear: solve('declinePerYear',
      (fall) => npv({ sales: params.sales.map((each) => falling(each, fall)),
        rentals: rentals.map((each) => fallingRents(each, fall)) })),
  };
}

/** Use of capacity moves tokens, energy and its bill, so the whole plan is computed again. */
function solveUse(
  planner: Evaluator, document: ProjectDocument, scenarioId: string, { inputs }: Plan,
): Metric {
  if (!servesTokens(inputs)) return none(rentedUse);
  if (inputs.demand.values.mode !== 'utilisation')
    return none('demand is stated in tokens, so use follows from it');
  return solve('utilisation', (use) => {
    const set = setByPath(document, scenarioId, 'demand.utilisation', use);
    const plan = set.ok ? planner.evaluate(set.value, scenarioId) : null;
    return plan?.ok === true ? plan.value.stages.economics?.equity.npvUsd ?? Number.NaN
      : Number.NaN;
  });
}

/**
 * Break-even of the owner, after tax and debt, by search: about 120 evaluations of the
 * money and 30 of the plan, so it is asked for where it is shown and never on every edit.
 * @returns null without a plan whose costs and token prices are known; else a value each,
 *   or why there is none
 * @example ownerBreakEvens(planner, document, 'base')?.priceMultiple // { value: 0.83 }: prices may be 17 % lower
 */
export function ownerBreakEvens(
  planner: Evaluator, document: ProjectDocument, scenarioId: string,
): OwnerBreakEvens | null {
  const plan = planner.evaluate(document, scenarioId);
  if (!plan.ok || plan.value.stages.economics === null
    || plan.value.stages.priced.unpricedTokens.length > 0) return null;
  return { utilisation: solveUse(planner, document, scenarioId, plan.value),
    ...solveMoney(plan.value) };
}
