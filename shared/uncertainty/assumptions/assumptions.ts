import type { Plan } from '../../plan/types.ts';
import { uncertainFields } from './fields.ts';
import { electricityPrices, systemPrices, tokenPrices } from './prices.ts';
import { releaseGains, startDelay } from './schedule.ts';
import { throughputErrors } from './throughput.ts';
import type { Assumptions, InputCorrelation, UncertainGroup, UncertainInput } from './types.ts';

export interface AssumptionOptions {
  /** Share of the variance of the serving model's error that all predictions share, 0..1. */
  readonly commonError?: number;
}

/** Groups in the order they are listed. */
const order: readonly UncertainGroup[] = [
  'throughput', 'prices', 'demand', 'schedule', 'releases', 'electricity', 'investment',
  'operation', 'network', 'plant', 'finance', 'choices',
];

/** Assumed: what two classes fetch moves with the market they share. */
const priceTogether = 0.6;
/** Assumed: where more is asked for, prices hold better. */
const priceWithUse = 0.3;

function pairs(ids: readonly string[], value: number): readonly InputCorrelation[] {
  return ids.flatMap((a, at) => ids.slice(at + 1).map((b) => ({ a, b, value })));
}

/** Correlations that hold unless stated otherwise; all are planning values. */
function usualCorrelations(inputs: readonly UncertainInput[]): readonly InputCorrelation[] {
  const like = (pattern: RegExp): readonly string[] =>
    inputs.flatMap(({ id }) => (pattern.test(id) ? [id] : []));
  const levels = like(/^price\./u);
  const use = like(/^demand\.utilisation$/u);
  return [
    ...pairs(levels, priceTogether),
    ...pairs(like(/^traffic\..*\.priceDecline$/u), priceTogether),
    ...use.flatMap((a) => levels.map((b) => ({ a, b, value: priceWithUse }))),
  ];
}

/**
 * What is uncertain of a plan and how, without anybody's work: each number outside the
 * planner's hands within the range its source or its class of evidence states, the serving
 * model's own error, the level of prices, a delay, and the releases in use. What the planner
 * decides is listed too, switched off.
 */
export function usualAssumptions(
  plan: Plan, { commonError = 0.5 }: AssumptionOptions = {},
): Assumptions {
  const inputs = [
    ...throughputErrors(plan, commonError), ...tokenPrices(plan), ...startDelay(plan),
    ...releaseGains(plan), ...electricityPrices(plan), ...systemPrices(plan),
    ...uncertainFields(plan),
  ];
  const rank = new Map(order.map((group, at) => [group, at]));
  const sorted = inputs.toSorted((a, b) =>
    (rank.get(a.group) ?? order.length) - (rank.get(b.group) ?? order.length));
  return { inputs: sorted, correlations: usualCorrelations(sorted) };
}

/**
 * The same assumptions with inputs switched on or off; each keeps its law.
 * @param isOn says which are on
 */
export const switchInputs = (
  assumptions: Assumptions, isOn: (input: UncertainInput) => boolean,
): Assumptions => ({ ...assumptions,
  inputs: assumptions.inputs.map((input) => ({ ...input, on: isOn(input) })) });
