import { lawOf } from '../distributions/law.ts';
import { quantileOf } from '../distributions/quantile.ts';
import type { Distribution } from '../distributions/types.ts';
import { at } from '../numerics/at.ts';
import { poissonShare } from '../numerics/gamma.ts';

/**
 * Quantile of a Poisson count, tabled once.
 * @throws RangeError for a mean below 0 or above 100,000
 * @example poissonQuantile(2)(0.5) // 2
 */
export function poissonQuantile(mean: number): (p: number) => number {
  if (!(mean >= 0 && mean <= 100_000))
    throw new RangeError(`an expected count of ${mean} lies outside 0 to 100,000`);
  const most = Math.ceil(mean + 12 * Math.sqrt(mean) + 25);
  const sums = new Float64Array(most + 1);
  let sum = 0;
  for (let k = 0; k <= most; k += 1) {
    sum += poissonShare(mean, k);
    sums[k] = sum;
  }
  return (p) => {
    let [low, high] = [0, most];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (at(sums, middle) >= p) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Events that come at a rate, each with a loss of its own. */
export interface Events {
  /** Per year. */
  readonly rate: number;
  /** Years looked at. */
  readonly horizon: number;
  readonly severity: Distribution;
}

export interface EventFigures {
  readonly meanCount: number;
  readonly sdCount: number;
  readonly noneShare: number;
  /** Probability of 0, 1, 2 and 3 events. */
  readonly countShares: readonly number[];
  readonly meanTotal: number | null;
  readonly sdTotal: number | null;
  /** Median time to the first event, the horizon aside; null where none ever comes. */
  readonly firstEventP50: number | null;
}

function requireEvents({ rate, horizon }: Events): void {
  if (!(rate >= 0)) throw new RangeError(`the rate ${rate} is below 0`);
  if (!(horizon >= 0)) throw new RangeError(`the horizon ${horizon} is below 0`);
}

/**
 * Counts and total loss of events, exactly: a compound Poisson law.
 * @source Ross, Stochastic Processes, 2nd ed. (1996), sec. 2.5
 * @throws RangeError for a rate or horizon below 0
 * @example eventFigures({ rate: 0.5, horizon: 4, severity: { type: 'fixed', value: 3 } }).meanTotal // 6
 */
export function eventFigures(events: Events): EventFigures {
  requireEvents(events);
  const expected = events.rate * events.horizon;
  const { mean, sd } = lawOf(events.severity).moments();
  return {
    meanCount: expected, sdCount: Math.sqrt(expected), noneShare: Math.exp(-expected),
    countShares: [0, 1, 2, 3].map((k) => poissonShare(expected, k)),
    meanTotal: mean === null ? null : expected * mean,
    sdTotal: mean === null || sd === null ? null
      : Math.sqrt(expected * (sd ** 2 + mean ** 2)),
    firstEventP50: events.rate > 0 ? Math.LN2 / events.rate : null,
  };
}

/** What one run of events comes to. */
export interface EventRun {
  readonly count: number;
  readonly total: number;
  /** Years to the first event, perhaps beyond the horizon. */
  readonly first: number;
}

/** Draws events from coordinates: the time of the first, how many follow, each one's loss. */
export interface EventMaker {
  readonly dimensions: number;
  readonly draw: (coordinates: Float64Array, offset: number) => EventRun;
}

/**
 * Prepares runs of events. There are coordinates for as many as come but once in 10^12 runs.
 * @throws RangeError for a rate or horizon below 0
 * @example createEvents({ rate: 1, horizon: 1, severity: { type: 'fixed', value: 2 } }).draw(Float64Array.of(0.1, 0.5, 0.5, 0.5, 0.5), 0).total
 *   // 4
 */
export function createEvents(events: Events): EventMaker {
  requireEvents(events);
  const { rate, horizon } = events;
  const severity = quantileOf(events.severity);
  const expected = rate * horizon;
  const most = poissonQuantile(expected)(1 - 1e-12) + 1;
  return { dimensions: 2 + most, draw: (coordinates, offset) => {
    const first = rate > 0 ? -Math.log1p(-at(coordinates, offset)) / rate : Infinity;
    if (first > horizon) return { count: 0, total: 0, first };
    const more = followers(rate * (horizon - first), at(coordinates, offset + 1));
    const count = Math.min(most, 1 + more);
    let total = 0;
    for (let k = 0; k < count; k += 1) total += severity(at(coordinates, offset + 2 + k));
    return { count, total, first };
  } };
}

/** Poisson quantile of a mean of its own in each run, summed from 0. */
function followers(mean: number, p: number): number {
  if (mean > 500) return poissonQuantile(mean)(p);
  let share = Math.exp(-mean);
  let sum = share;
  let count = 0;
  while (sum < p && share > 1e-17 * sum && count < 5000) {
    count += 1;
    share *= mean / count;
    sum += share;
  }
  return count;
}

/**
 * Availability of what fails and is repaired after exponential times: at once and in the long
 * run, up at the start.
 * @source Ross, Stochastic Processes, 2nd ed. (1996): alternating renewal process
 * @throws RangeError for times that are not above 0
 * @example availabilityAt({ mtbf: 99, mttr: 1, t: 0 }) // { steadyState: 0.99, atT: 1 }
 */
export function availabilityAt(
  { mtbf, mttr, t }: { readonly mtbf: number; readonly mttr: number; readonly t: number },
): { readonly steadyState: number; readonly atT: number } {
  if (!(mtbf > 0 && mttr >= 0 && t >= 0))
    throw new RangeError('mean times and the time itself may not be below 0');
  const steadyState = mtbf / (mtbf + mttr);
  if (mttr === 0) return { steadyState, atT: 1 };
  return { steadyState,
    atT: steadyState + (1 - steadyState) * Math.exp(-t * (1 / mtbf + 1 / mttr)) };
}
