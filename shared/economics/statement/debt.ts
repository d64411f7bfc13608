import { copyOf } from '../../units/reading.ts';
import { newMonths } from '../../units/months.ts';
import { unreachable } from '../../units/result.ts';
import { addAt, type Asset } from './capital.ts';
import { recoveryPayment } from '../functions/discount.ts';
import type { Timeline } from './timeline.ts';
import type { DebtParams } from './types.ts';

/** A loan month by month, all positive; the balance is that at the end of the month. */
export interface DebtSeries {
  readonly draws: Float64Array;
  readonly capitalised: Float64Array;
  readonly interest: Float64Array;
  readonly principal: Float64Array;
  /**
   * What the tenor leaves at the horizon, repaid in its last month beside the principal
   * due.
   */
  readonly balloon: Float64Array;
  readonly fee: Float64Array;
  readonly balance: Float64Array;
  readonly limitedByShare: boolean;
}

/**
 * Debt of a plan. Level and constant-principal debt lend a share of every payment made
 * before an asset serves, one loan per month of service; sculpted debt lends one sum
 * against the first assets. Interest before service is added to the loan or paid; what
 * the tenor leaves at the horizon is repaid there.
 * @param cafds cash flow available for debt service by month (EBITDA); asked for to size
 *   sculpted debt alone
 * @returns flows; the balance ends at 0
 */
export function layDebt(
  debt: DebtParams, assets: readonly Asset[], timeline: Timeline, cafds: () => Float64Array,
): DebtSeries {
  const series = emptyDebt(timeline.length);
  if (debt.kind === 'sculpted') return sculptDebt(debt, assets, timeline, cafds(), series);
  for (const serviceMonth of new Set(assets.map((asset) => asset.item.serviceMonth))) {
    const draws =
      drawsBefore(assets.filter((asset) => asset.item.serviceMonth === serviceMonth),
        serviceMonth, timeline);
    const lent = draws.map((paid) => paid * debt.share);
    runLoan(series, debt, lent, serviceMonth, timeline,
      (principal, n) => repayment(debt, principal, n));
  }
  return series;
}

function emptyDebt(length: number): DebtSeries & { limitedByShare: boolean } {
  const months = (): Float64Array => newMonths(length);
  return {
    draws: months(), capitalised: months(), interest: months(), principal: months(),
    balloon: months(), fee: months(), balance: months(), limitedByShare: false,
  };
}

/** Payments for assets in months before `serviceMonth`; later ones are left to the owner. */
function drawsBefore(assets: readonly Asset[], serviceMonth: number,
  { firstMonth, length }: Timeline): Float64Array {
  const draws = newMonths(length);
  for (const { item } of assets) {
    for (const draw of item.draws) {
      if (draw.month < serviceMonth)
        addAt(draws, draw.month - firstMonth, draw.share * item.amountUsd);
    }
  }
  return draws;
}

/** Principal repaid in the n-th month (0 first) of a loan. */
type Repayment = (principal: number, n: number, opening: number) => number;

function repayment(debt: DebtParams, principal: number, n: number): number {
  const rate = debt.ratePerYear / 12;
  switch (debt.kind) {
    case 'constant-principal': return principal / debt.tenorMonths;
    case 'level': {
      const payment = recoveryPayment(principal, 0, debt.tenorMonths, rate);
      return (payment - principal * rate) * (1 + rate) ** n;
    }
    case 'sculpted': throw new Error('sculpted debt is repaid from cash flow');
    default: return unreachable(debt.kind, 'repayment');
  }
}

/**
 * Runs one loan: draws and interest until service, then repayment to the tenor or the
 * horizon.
 */
function runLoan(
  series: DebtSeries, debt: DebtParams, draws: Float64Array, serviceMonth: number,
  timeline: Timeline,
  repay: Repayment,
): void {
  const rate = debt.ratePerYear / 12;
  const start = serviceMonth - timeline.firstMonth;
  let balance = 0;
  let at = 0;
  for (; at < start; at++) {
    const interest = balance * rate;
    const kept = debt.constructionInterest === 'capitalised' ? interest : 0;
    addAt(series.interest, at, interest);
    addAt(series.capitalised, at, kept);
    addAt(series.draws, at, draws[at] ?? 0);
    balance += (draws[at] ?? 0) + kept;
    addAt(series.balance, at, balance);
  }
  if (balance === 0) return;
  addAt(series.fee, Math.max(0, start - 1), balance * debt.upfrontFeeShare);
  const lent = balance;
  for (let n = 0; at < timeline.length && n < debt.tenorMonths; at++, n++) {
    const principal = n === debt.tenorMonths - 1 ? balance : repay(lent, n, balance);
    const balloon = at === timeline.length - 1 ? balance - principal : 0;
    addAt(series.interest, at, balance * rate);
    addAt(series.principal, at, principal);
    addAt(series.balloon, at, balloon);
    balance -= principal + balloon;
    addAt(series.balance, at, balance);
  }
}

/**
 * Sculpted debt: service DS = CAFDS / DSCR in every month of the tenor, amount = sum of
 * DS discounted at the interest rate to the start of service; at most `share` of what the
 * first assets cost with interest.
 * @source DS_t = CAFDS_t / DSCR and debt as their present value: NREL SAM Single Owner model
 */
function sculptDebt(
  debt: DebtParams, assets: readonly Asset[], timeline: Timeline, cafds: Float64Array,
  series: DebtSeries & { limitedByShare: boolean },
): DebtSeries {
  const serviceMonth = Math.min(...assets.map((asset) => asset.item.serviceMonth));
  if (!Number.isFinite(serviceMonth)) return series;
  const start = serviceMonth - timeline.firstMonth;
  const rate = debt.ratePerYear / 12;
  const end = Math.min(timeline.length, start + debt.tenorMonths);
  let capacity = 0;
  for (let at = end - 1; at >= start; at--) {
    capacity = (capacity + Math.max(0, cafds[at] ?? 0) / debt.targetDscr) / (1 + rate);
  }
  const draws = drawsBefore(assets, serviceMonth, timeline);
  const growth = debt.constructionInterest === 'capitalised' ? 1 + rate : 1;
  const cost = draws.reduce((sum, paid, at) => sum + paid * growth ** (start - 1 - at), 0);
  if (cost === 0) return series;
  const share = Math.min(debt.share, capacity / cost);
  const scale = capacity > 0 ? (share * cost) / capacity : 0;
  runLoan(series, { ...copyOf(debt), tenorMonths: Math.max(1, end - start) },
    draws.map((paid) => paid * share),
    serviceMonth, timeline,
    (_lent, n, opening) =>
      (Math.max(0, cafds[start + n] ?? 0) / debt.targetDscr) * scale - opening * rate);
  return { ...series, limitedByShare: capacity / cost > debt.share };
}
