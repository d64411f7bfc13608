import { cell, lazily } from '../../units/reading.ts';
import { yearsInto } from '../../lifecycle/month.ts';
import type { CapitalSeries } from './capital.ts';
import { discountFactors, presentValue, sumOf } from '../functions/discount.ts';
import { missing, present } from './metric.ts';
import type { CostSeries } from './opex.ts';
import type { BreakEven, Metric } from './result-types.ts';
import type { RevenueSeries } from './revenue.ts';
import { rootBetween } from '../functions/root.ts';
import type { Timeline } from './timeline.ts';

export interface BreakEvenInputs {
  readonly timeline: Timeline;
  readonly discountRate: () => number;
  readonly capital: CapitalSeries;
  readonly costs: readonly CostSeries[];
  readonly revenue: RevenueSeries;
}

/**
 * Where the plan breaks even before tax and debt at the discount rate, all else as it is.
 * price: k with k (R - S) = C - S | demand: s with s (R - V) = C - V | decline: x with
 * sum R_flat (1 - x)^t d = C; R revenue, C cost, S cost on revenue, V cost that follows
 * the load, all present values.
 */
export function breakEvenOf(inputs: BreakEvenInputs): BreakEven {
  const { timeline, capital, costs, revenue } = inputs;
  const factors =
    cell(() => discountFactors(timeline.firstMonth, timeline.length, inputs.discountRate()));
  const pv = (values: Float64Array): number => presentValue(values, factors());
  const earned = cell(() => pv(revenue.total));
  const cost = cell(() => pv(capital.payments) - pv(capital.salvage)
    + costs.reduce((sum, line) => sum + pv(line.values), 0));
  const onRevenue =
    cell(() => costs.reduce((sum, line) => sum + (line.onRevenue ? pv(line.values) : 0), 0));
  const variable = cell(() => costs.reduce((sum, line) =>
    sum + pv(line.values.map((usd, at) => usd * line.variable(at))), 0));
  const kept = (): number => 1 - onRevenue() / earned();
  const whereSold = (solve: () => Metric) => (): Metric =>
    (earned() > 0 ? solve() : missing('no-revenue', 'revenue'));
  const whereKept = (solve: () => Metric) => whereSold(() =>
    (kept() > 0 ? solve() : missing('no-feasible-point', 'selling cost takes all revenue')));
  return lazily<BreakEven>({
    priceMultiple: whereKept(() => present((cost() - onRevenue()) / (earned() - onRevenue()))),
    demandMultiple: whereSold(
      () => breakEvenDemand(cost() - variable(), earned() - variable()),
    ),
    declinePerYear: whereKept(() =>
      breakEvenDecline(revenue.flat, factors(), timeline.firstMonth,
        (cost() - onRevenue()) / kept())),
  });
}

function breakEvenDemand(fixed: number, margin: number): Metric {
  return margin <= 0 ? missing('no-feasible-point', 'each token costs more than it earns')
    : present(Math.max(0, fixed / margin));
}

/**
 * Solves for the yearly fall of a price that starts at today's; negative when prices
 * would have to rise.
 */
function breakEvenDecline(flat: Float64Array, factors: Float64Array, firstMonth: number,
  cost: number): Metric {
  const weights = flat.map((usd, at) => usd * (factors[at] ?? 0));
  const worth = (log: number): number => {
    let sum = 0;
    for (const [at, weight] of weights.entries()) {
      if (weight !== 0) sum += weight * Math.exp(log * Math.max(0, yearsInto(firstMonth + at)));
    }
    return sum;
  };
  const [low, high] = [Math.log(1e-6), Math.log(1e3)];
  if (sumOf(weights) === 0 || worth(high) < cost)
    return missing('no-feasible-point', 'no price rise pays');
  if (worth(low) > cost) return missing('no-feasible-point', 'any decline pays');
  return present(-Math.expm1(rootBetween((log) => worth(log) - cost, low, high)));
}

/**
 * The value of a variable at which something reaches zero, by bisection on calls of the
 * whole plan: break-even after tax and debt, which no closed form gives.
 * @param npvAt value at x, of one sign change in [low, high]
 * @returns x to a relative 1e-6 of the range, or why there is none
 * @example findBreakEven((x) => x - 0.3, 0, 1) // { value: 0.3 }
 */
export function findBreakEven(npvAt: (x: number) => number, low: number, high: number): Metric {
  const atLow = npvAt(low);
  const atHigh = npvAt(high);
  if (atLow === 0) return present(low);
  if (atHigh === 0) return present(high);
  if (!(atLow * atHigh < 0))
    return missing('no-sign-change', `no break-even between ${low} and ${high}`);
  let [from, to] = [low, high];
  for (let step = 0; step < 60 && to - from > 1e-9 * (high - low); step++) {
    const middle = (from + to) / 2;
    const value = npvAt(middle);
    if (value === 0) return present(middle);
    if (value * atLow > 0) from = middle;
    else to = middle;
  }
  return present((from + to) / 2);
}
