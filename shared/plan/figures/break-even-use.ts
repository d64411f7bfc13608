import type { Metric } from '../../economics/statement/result-types.ts';
import { curveOfTraffic } from '../life/demand-params.ts';
import { rentedUse, servesTokens } from '../entries/rented.ts';
import type { ReadMoney } from './money-rows.ts';

const none = (detail: string): Metric =>
  ({ value: null, absent: { code: 'no-feasible-point', detail } });

/**
 * The input `demand.utilisation` at which NPV before tax and debt is nought: the input
 * times the multiple of demand that does it. Demand lies below the input while the market
 * is ramped up, so this is no share of what is served over the life.
 * @returns why there is none where demand is stated in tokens, or where more would have to
 *   be sold than the busiest hour can serve: beyond that, tokens no longer follow demand
 */
export const breakEvenUse: ReadMoney = ({ breakEven }, { inputs }) => {
  if (!servesTokens(inputs)) return none(rentedUse);
  const { mode, utilisation, peakToAverage } = inputs.demand.values;
  if (mode !== 'utilisation'
    || inputs.traffic.some(({ key }) => curveOfTraffic(inputs, key) !== undefined))
    return none('demand is stated in tokens, so use follows from it');
  const { demandMultiple } = breakEven;
  if (demandMultiple.value === null) return demandMultiple;
  const needed = utilisation * demandMultiple.value;
  if (needed > 1) return none('full use does not pay');
  return demandMultiple.value > 1 && needed * peakToAverage > 1
    ? none('the busiest hour cannot serve what would have to be sold') : { value: needed };
};
