import type { EconomicsResult, Metric } from '../economics/statement/result-types.ts';
import { lineOf } from '../economics/statement/statement.ts';
import { moneyUnder } from '../plan/figures/ownership-modes.ts';
import type { Plan } from '../plan/types.ts';
import { figureOf } from './figure-of.ts';
import { revenueLevers, strongest } from './levers.ts';
import { peersOf } from './peers.ts';
import type { RealityMeasure } from './types.ts';
import { judge } from './verdict.ts';

type Rented = EconomicsResult | { readonly absent: NonNullable<RealityMeasure['absent']> };

/** The plan as if it were rented; none where the plan itself earns nothing. */
function rentedOut(plan: Plan): Rented {
  const revenue = figureOf(plan, 'headline.revenueUsd');
  return revenue.value === null ? { absent: revenue.absent } : moneyUnder(plan.stages, 'rental');
}

/**
 * What is left of sales after every cost but the rent, over the rent:
 * (revenue - operating cost beside rent) / rent, rent paid ahead included.
 */
function overRent(rented: Rented): Metric {
  if ('absent' in rented) return { value: null, absent: rented.absent };
  const { totals, statement } = rented;
  // An operating line counts money out as negative.
  const byMonth = -lineOf(statement, 'opex.rent.rental').values.reduce((a, b) => a + b, 0);
  const rentUsd = byMonth + totals.capexUsd;
  return rentUsd > 0
    ? { value: (totals.revenueUsd - (totals.opexUsd - byMonth)) / rentUsd }
    : { value: null, absent: { code: 'no-racks', detail: 'nothing is rented' } };
}

/**
 * What renting the same accelerators and selling the same tokens would bring. Sales over
 * rent is there whenever the plan sells and somebody rents the accelerators: each dollar of
 * rent brings back this many. The yearly return stands beside it where that is above what
 * anybody states and there is just one: renting takes little capital, so that a margin within
 * the peers' is a high return already, and a loss has often none or several.
 */
export function rentalMeasures(plan: Plan): readonly RealityMeasure[] {
  const { catalog } = plan.stages;
  const rented = rentedOut(plan);
  const responsible = [...strongest(plan, 'headline.revenueUsd', revenueLevers(plan)),
    'finance.rentalUsdPerHour'];
  const sales = judge({ kind: 'salesOverRent', unit: 'ratio', metric: overRent(rented),
    peers: peersOf(catalog, 'salesOverRent'), responsible });
  const isBeyondPeers = sales.verdict === 'above' || sales.verdict === 'far-above';
  if ('absent' in rented || rented.equity.irr.value === null || !isBeyondPeers) return [sales];
  return [sales, judge({
    kind: 'rentalReturn', unit: 'fraction/year', metric: rented.equity.irr,
    peers: [...peersOf(catalog, 'loanRate'), ...peersOf(catalog, 'irr')], responsible,
  })];
}
