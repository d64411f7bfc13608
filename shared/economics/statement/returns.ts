import { cell, lazily } from '../../units/reading.ts';
import { discountFactors, presentValue, yearlyRate } from '../functions/discount.ts';
import { irrRoots, signChanges } from '../functions/irr.ts';
import { divide, missing, present } from './metric.ts';
import type { FlowMetrics, Metric, ReturnProfile } from './result-types.ts';

/** Yearly rates at which the NPV profile is drawn. */
const profileRates: readonly number[] = [
  -0.5, -0.3, -0.2, -0.1, -0.05, 0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25,
  0.3, 0.4, 0.5, 0.75, 1, 1.5, 2, 3, 5,
];

export interface Rates {
  readonly discountRate: number;
  readonly financeRate: number;
  readonly reinvestRate: number;
}

/** A flow to be measured, each part asked for when it is needed. */
export interface MeasuredFlow {
  /** Money in positive, out negative; index 0 is `firstMonth`. */
  readonly flow: () => Float64Array;
  readonly firstMonth: () => number;
  readonly rates: Rates;
  /** Amount paid in for assets, USD > 0: the cost of the profitability index. */
  readonly investment: () => Float64Array;
  /** Remembers the rates of return. */
  readonly roots?: Roots;
}

type Roots = (find: () => readonly number[]) => () => readonly number[];

/**
 * Everything said about one monthly flow: NPV at month 0, all IRRs, MIRR, paybacks, ROI,
 * MOIC.
 */
export function measureFlow(
  { flow, firstMonth, rates, investment, roots = cell }: MeasuredFlow,
): FlowMetrics {
  const factors = cell(() => discountFactors(firstMonth(), flow().length, rates.discountRate));
  const npvUsd = cell(() => presentValue(flow(), factors()));
  const returns = profileOf(flow, firstMonth, roots);
  const paidIn = cell(() => contributed(flow()));
  const overPaidIn = (more: number): Metric => divide(
    flow().reduce((sum, x) => sum + x, 0) + more * paidIn(), paidIn(),
    'no-sign-change', 'money paid in');
  return lazily<FlowMetrics>({
    npvUsd, returns: () => returns,
    irr: () => chooseIrr(returns, (to) => fallsBetween(flow(), rates.discountRate, to)),
    mirr: () => mirrOf(flow(), rates),
    paybackMonths: () => paybackOf(flow(), firstMonth(), null),
    discountedPaybackMonths: () => paybackOf(flow(), firstMonth(), factors()),
    roi: () => overPaidIn(0),
    moic: () => overPaidIn(1),
    profitabilityIndex: () => {
      const paid = presentValue(investment(), factors());
      return divide(npvUsd() + paid, paid, 'no-racks', 'investment');
    },
  });
}

/**
 * What an owner has to put in: the deepest the running sum of a flow falls below nothing.
 * A month that earlier earnings pay for asks the owner for nothing.
 * @example contributed([-100, 150, -20, 40]) // 100
 */
export function contributed(flow: ArrayLike<number>): number {
  let [sum, deepest] = [0, 0];
  for (let at = 0; at < flow.length; at++) {
    sum += flow[at] ?? 0;
    deepest = Math.min(deepest, sum);
  }
  return -deepest;
}

/** All yearly IRRs of a monthly flow, how many there can be, and its NPV over the rate. */
export function profileOf(
  flow: () => Float64Array, firstMonth: () => number, roots: Roots = cell,
): ReturnProfile {
  return lazily<ReturnProfile>({
    roots: roots(() => irrRoots(flow()).map(yearlyRate).filter(Number.isFinite)),
    signChanges: () => signChanges(flow()),
    profile: () => profileRates.map((rate) => ({
      rate, npvUsd: presentValue(flow(), discountFactors(firstMonth(), flow().length, rate)),
    })),
  });
}

/**
 * Rates at or below this say that all but everything is lost in a year: such a root beside
 * a usual one belongs to the arithmetic of late outflows and is no answer of its own.
 */
const allButLost = -0.9;

/** A yearly rate above this says that next to nothing is put in, and is no measure of it. */
const mostQuoted = 1000;

/** Rates at which the slope of an NPV is looked at from one rate to another. */
const slopeSteps = 200;

/**
 * Whether the NPV of a flow falls all the way from the lower of two rates to the higher:
 * the flow lends at the one as it does at the other.
 */
function fallsBetween(flow: Float64Array, one: number, other: number): boolean {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  if (from <= -1) return false;
  return Array.from({ length: slopeSteps + 1 }, (_, step) => from + (to - from) * step / slopeSteps)
    .every((rate) => {
      const perMonth = (1 + rate) ** (-1 / 12);
      return flow.reduce((slope, usd, month) => slope - month * usd * perMonth ** month, 0) < 0;
    });
}

/**
 * The IRR that may be quoted alone: the only root, or the only one above -90 %. Of several
 * it is the only one that is not negative, if the NPV falls all the way between the discount
 * rate and it: then both lie where the flow lends, and a negative root belongs to the part
 * where it borrows, as rent paid ahead and costs at the end make it. Else there are several
 * answers.
 * @source Hartman and Schafrick, The Relevant Internal Rate of Return, The Engineering
 *   Economist 49(2), 2004: the root in the section of the NPV in which the discount rate lies
 */
function chooseIrr(returns: ReturnProfile, lendsUpTo: (rate: number) => boolean): Metric {
  const { roots, signChanges: changes } = returns;
  if (changes === 0) return missing('no-sign-change', 'the flow never changes sign');
  const usual = roots.filter((root) => root > allButLost);
  const quoted = usual.length === 0 ? roots : usual;
  const [root] = quoted;
  if (root === undefined) return missing('not-convergent', 'no rate brings the NPV to zero');
  if (quoted.length === 1 && root > mostQuoted)
    return missing('beyond-range', 'it lies beyond 100,000 % a year: next to nothing is put in');
  if (quoted.length === 1) return present(root);
  const gains = quoted.filter((rate) => rate >= 0);
  const [gain] = gains;
  return gains.length === 1 && gain !== undefined && gain <= mostQuoted && lendsUpTo(gain)
    ? present(gain)
    : missing('several-rates', `${quoted.length} rates bring the NPV to zero: see the profile`);
}

/**
 * Yearly modified IRR of a monthly flow: outflows discounted at the finance rate, inflows
 * compounded at the reinvestment rate, over the months between the first and the last
 * flow.
 */
export function mirrOf(flow: Float64Array, { financeRate, reinvestRate }: Rates): Metric {
  const first = flow.findIndex((x) => x !== 0);
  const last = flow.findLastIndex((x) => x !== 0);
  if (first < 0 || first === last) return missing('no-sign-change', 'fewer than two flows');
  let out = 0;
  let back = 0;
  for (let at = first; at <= last; at++) {
    const value = flow[at] ?? 0;
    if (value < 0) out -= value * (1 + financeRate) ** (-(at - first) / 12);
    else back += value * (1 + reinvestRate) ** ((last - at) / 12);
  }
  if (out === 0 || back === 0) return missing('no-sign-change', 'the flow never changes sign');
  return present((back / out) ** (12 / (last - first)) - 1);
}

/** First month of the plan from which the (discounted) sum of flows stays at or above 0. */
export function paybackOf(
  flow: Float64Array, firstMonth: number, factors: Float64Array | null,
): Metric {
  let sum = 0;
  let since: number | null = null;
  let invested = false;
  for (let at = 0; at < flow.length; at++) {
    sum += (flow[at] ?? 0) * (factors?.[at] ?? 1);
    invested ||= sum < 0;
    if (sum < 0) since = null;
    else since ??= firstMonth + at;
  }
  if (!invested) return missing('no-sign-change', 'nothing was ever paid in');
  return since === null ? missing('not-within-horizon', '')
    : present(Math.max(0, since));
}
