import type { Metric } from '../economics/statement/result-types.ts';
import { ownUnder } from '../plan/figures/ownership-modes.ts';
import type { Plan } from '../plan/types.ts';
import { figureOf } from './figure-of.ts';
import { revenueLevers, strongest } from './levers.ts';
import { peersOf } from './peers.ts';
import type { RealityMeasure } from './types.ts';
import { judge } from './verdict.ts';

/** The return of the plan as if it were rented; none where the plan itself earns nothing. */
function rentedOut(plan: Plan): Metric {
  const revenue = figureOf(plan, 'headline.revenueUsd');
  return revenue.value === null ? revenue : ownUnder(plan.stages, 'rental').irr;
}

/**
 * What renting the same accelerators and selling the same tokens would return in a year,
 * beside what capital costs and earns in this trade: loans on accelerators, and contracts
 * with debt. Renting takes little capital, so that a small margin is a high return; beyond
 * twice the highest of those, whoever can pay a month ahead would rent and sell, until
 * rents rise or prices of tokens fall.
 */
export const rentalReturnMeasure = (plan: Plan): RealityMeasure => judge({
  kind: 'rentalReturn', unit: 'fraction/year', metric: rentedOut(plan),
  peers: [...peersOf(plan.stages.catalog, 'loanRate'), ...peersOf(plan.stages.catalog, 'irr')],
  responsible: [...strongest(plan, 'headline.revenueUsd', revenueLevers(plan)),
    'finance.rentalUsdPerHour'],
});
