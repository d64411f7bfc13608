import type { Plan } from '../plan/types.ts';
import { rentalMeasures } from './arbitrage.ts';
import { moneyMeasures } from './money.ts';
import { priceAgeMeasure } from './price-age.ts';
import type { RealityMeasure } from './types.ts';
import { volumeMeasures } from './volume.ts';

const known = new WeakMap<Plan, readonly RealityMeasure[]>();

/**
 * A plan beside what others published, measure by measure in reading order; found once
 * per plan.
 * @returns every measure, those without a value with the reason, those without a peer
 *   without a verdict
 * @example reality(plan)[0]?.measure // 'revenuePerMwYear'
 */
export function reality(plan: Plan): readonly RealityMeasure[] {
  const present = known.get(plan) ?? [
    ...moneyMeasures(plan), ...rentalMeasures(plan), ...volumeMeasures(plan),
    priceAgeMeasure(plan),
  ];
  known.set(plan, present);
  return present;
}
