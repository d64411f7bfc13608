import { entryOf } from '../../units/entry.ts';
import { finite, notNegative, positive, whole } from './terms.ts';

function checkCosts(name: string, costs: readonly number[], least: number): void {
  if (costs.length < least) throw new RangeError(`${name} needs ${least} entries or more`);
  for (const cost of costs) finite(name, cost);
}

function checkRate(rate: number): void {
  if (!(rate > -1) || !Number.isFinite(rate))
    throw new RangeError('the rate must be above -1');
}

/** Share of a present value that is paid each year of a life. */
const recovery = (rate: number, years: number): number =>
  (rate === 0 ? 1 / years : rate / (1 - (1 + rate) ** -years));

/**
 * Equivalent annual cost of keeping a machine for 1, 2, ... years and replacing it by
 * its like for ever, and the life of least cost (the economic service life).
 * Source: Park, Contemporary Engineering Economics, ch. on replacement decisions.
 * @param salvage what it sells for at the end of year 1, 2, ...
 * @param operating cost at the end of year 1, 2, ...
 * @param rate per year, annual; at 0 the plain average
 * @throws RangeError for rows of different lengths or without entries, and a rate of -1
 *   or less
 * @example equivalentAnnualCosts(6000, [3000, 1500], [1000, 1200], 0).annual // [4000, 3350]
 */
export function equivalentAnnualCosts(
  purchase: number, salvage: readonly number[], operating: readonly number[],
    rate: number,
): { readonly life: number; readonly annual: readonly number[] } {
  finite('purchase', purchase);
  checkCosts('salvage', salvage, 1);
  checkCosts('operating', operating, 1);
  checkRate(rate);
  if (salvage.length !== operating.length)
    throw new RangeError('salvage and operating must be given for as many years');
  let spent = purchase;
  const annual = salvage.map((sold, at) => {
    const factor = (1 + rate) ** -(at + 1);
    spent += entryOf(operating, at) * factor;
    return (spent - sold * factor) * recovery(rate, at + 1);
  });
  return { life: annual.indexOf(Math.min(...annual)) + 1, annual };
}

/**
 * Life of least average cost where the cost of running grows by the same amount each
 * year, without resale and without interest: T = sqrt(2 P / g), b + sqrt(2 P g) a year.
 * @param baseCost per year when new
 * @param growth of that cost per year; 0: keep it for ever
 * @throws RangeError for a purchase that is not above 0 and a negative growth
 * @example continuousLife(500, 30, 40) // { life: 5, averageCost: 230 }
 */
export function continuousLife(
  purchase: number, baseCost: number, growth: number,
): { readonly life: number | null; readonly averageCost: number } {
  positive('purchase', purchase);
  finite('base cost', baseCost);
  notNegative('cost growth', growth);
  return { life: growth === 0 ? null : Math.sqrt((2 * purchase) / growth),
    averageCost: baseCost + Math.sqrt(2 * purchase * growth) };
}

export interface ReplacementTerms {
  /** Years the service is needed. */
  readonly horizon: number;
  /** Price of a new machine at the start of each year. */
  readonly purchase: readonly number[];
  /** What a machine of age 1, 2, ... sells for. */
  readonly salvage: readonly number[];
  /** Cost of the first, second, ... year of a machine, at its end. */
  readonly operating: readonly number[];
  /** Per year, annual. */
  readonly rate: number;
}

/**
 * When to replace within a horizon at least present cost: a dynamic programme over the
 * years at which a new machine starts; the last is sold at the horizon.
 * Source: Bellman, Journal of SIAM 3 (1955), 133-136.
 * @returns present value of all costs less sales, and the years of replacement, without
 *   0 and the horizon; among schedules of equal cost the one whose machines are
 *   replaced first
 * @throws RangeError for a horizon without a price for each of its years, and rows of
 *   ages of different lengths
 * @example replacementSchedule({ horizon: 2, purchase: [10, 1], salvage: [5, 0], operating: [1, 9], rate: 0 }) // { cost: 3, replaceAt: [1] }
 */
export function replacementSchedule(
  { horizon, purchase, salvage, operating, rate }: ReplacementTerms,
): { readonly cost: number; readonly replaceAt: readonly number[] } {
  whole('horizon', horizon);
  checkCosts('purchase', purchase, horizon);
  checkCosts('salvage', salvage, 1);
  checkCosts('operating', operating, 1);
  checkRate(rate);
  if (salvage.length !== operating.length)
    throw new RangeError('salvage and operating must be given for as many ages');
  const at = (year: number): number => (1 + rate) ** -year;
  const best = Array.from({ length: horizon + 1 }, () => 0);
  const next = Array.from({ length: horizon + 1 }, () => horizon);
  for (let start = horizon - 1; start >= 0; start--) {
    let spent = entryOf(purchase, start) * at(start);
    let least = Infinity;
    for (let age = 1; age <= operating.length && start + age <= horizon; age++) {
      const end = start + age;
      spent += entryOf(operating, age - 1) * at(end);
      const cost = spent - entryOf(salvage, age - 1) * at(end) + entryOf(best, end);
      if (cost >= least) continue;
      least = cost;
      next[start] = end;
    }
    best[start] = least;
  }
  const replaceAt: number[] = [];
  for (let year = entryOf(next, 0); year < horizon; year = entryOf(next, year))
    replaceAt.push(year);
  return { cost: entryOf(best, 0), replaceAt };
}
