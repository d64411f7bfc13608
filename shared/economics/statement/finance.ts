import { layDebt, type DebtSeries } from './debt.ts';
import { sumOf } from '../functions/discount.ts';
import { missing, present } from './metric.ts';
import type { Operation } from './operation.ts';
import type { DebtResult, Metric } from './result-types.ts';
import { negate, netOf } from './statement.ts';
import { taxMonths } from './tax.ts';
import { deductAssets } from './tax-depreciation.ts';
import { changeOf, interestOn, reserveBalance } from './working-capital.ts';

/** The owner's side: debt, reserves, tax as due, and the flow that is left. */
export interface Equity {
  readonly flow: Float64Array;
  readonly tax: Float64Array;
  readonly unusedLoss: number;
  readonly debt: DebtSeries | null;
  /** Payments for assets, fees and reserves that debt did not cover. */
  readonly investment: Float64Array;
  /** Fee and what goes into reserves, less the interest these earn. */
  readonly feeAndReserves: Float64Array;
}

/**
 * Writes the lines from debt to the owner's flow: project flow before tax + draws - interest paid - principal
 * - fee - reserves + interest on reserves - tax with interest and the fee (over the tenor) deducted.
 */
export function financeEquity(operation: Operation): Equity {
  const { finance, timeline, assets, capital, ebitda, opex, workingCapital, statement } = operation;
  const { length } = timeline;
  const zero = new Float64Array(length);
  const debt = finance.debt === null || assets.length === 0 ? null
    : layDebt(finance.debt, assets, timeline, ebitda);
  const paidInterest = debt === null ? zero : netOf(length, [debt.interest], [debt.capitalised]);
  const service = debt === null ? zero : debtService(debt, paidInterest);
  const serviceReserve = reserveBalance(service, debt === null ? 0 : finance.debt?.dsraMonths ?? 0);
  const operatingReserve = reserveBalance(opex, finance.operatingReserveMonths);
  const reserves = netOf(length, [serviceReserve, operatingReserve]);
  const reserveChange = changeOf(reserves);
  const reserveIncome = interestOn(reserves, finance.reserveInterest);
  const fee = debt?.fee ?? zero;
  const basisFactor = 1 + (debt === null ? 0 : sumOf(debt.capitalised) / sumOf(capital.payments));
  const { depreciation, gain } = deductAssets(assets, timeline, basisFactor);
  const deductible = netOf(length,
    [paidInterest, spreadFee(fee, finance.debt?.tenorMonths ?? 1), depreciation]);
  const due = taxMonths(netOf(length, [ebitda, gain, reserveIncome], [deductible]), timeline.firstMonth,
    finance.tax);
  statement.add('tax', 'depreciation', 'Tax depreciation', depreciation);
  statement.add('tax', 'tax.state', 'State tax', negate(due.state), 'equity');
  statement.add('tax', 'tax.federal', 'Federal tax', negate(due.federal), 'equity');
  if (debt !== null) writeDebt(operation, debt, paidInterest);
  statement.add('debt', 'reserves', 'Reserves', reserves, undefined, 'balance');
  statement.add('debt', 'reserveChange', 'Into reserves', negate(reserveChange), 'equity');
  statement.add('debt', 'reserveInterest', 'Interest on reserves', reserveIncome, 'equity');
  const before = netOf(length, [ebitda, capital.salvage, workingCapital], [capital.payments]);
  const tax = netOf(length, [due.state, due.federal]);
  const flow = netOf(length, [before, debt?.draws ?? zero, reserveIncome],
    [paidInterest, debt?.principal ?? zero, debt?.balloon ?? zero, fee, reserveChange, tax]);
  statement.add('equity', 'equity', 'Owner’s flow', flow);
  const investment = netOf(length, [capital.payments, fee], [debt?.draws ?? zero]);
  return { flow, tax, unusedLoss: due.unusedLoss, debt, investment,
    feeAndReserves: netOf(length, [fee, reserveChange], [reserveIncome]) };
}

/** Interest and principal from the first repayment on; interest paid before it is part of the investment. */
function debtService(debt: DebtSeries, paidInterest: Float64Array): Float64Array {
  const first = debt.principal.findIndex((x) => x !== 0);
  return debt.principal.map((principal, at) =>
    (first >= 0 && at >= first ? principal + (paidInterest[at] ?? 0) : 0));
}

/** The fee in equal parts over the tenor for tax, what is left in the last month. */
function spreadFee(fee: Float64Array, tenorMonths: number): Float64Array {
  const spread = new Float64Array(fee.length);
  for (const [paidAt, amount] of fee.entries()) {
    if (amount === 0) continue;
    const end = Math.min(fee.length - 1, paidAt + tenorMonths);
    const each = amount / tenorMonths;
    for (let at = paidAt + 1; at <= end; at++) spread[at] = (spread[at] ?? 0) + each;
    const rest = amount - each * (end - paidAt);
    spread[end] = (spread[end] ?? 0) + rest;
  }
  return spread;
}

function writeDebt({ statement }: Operation, debt: DebtSeries, paidInterest: Float64Array): void {
  statement.add('debt', 'debt.draws', 'Debt drawn', debt.draws, 'equity');
  statement.add('debt', 'debt.capitalised', 'Interest added to the loan', debt.capitalised);
  statement.add('debt', 'debt.interest', 'Interest paid', negate(paidInterest), 'equity');
  statement.add('debt', 'debt.principal', 'Principal repaid', negate(debt.principal), 'equity');
  statement.add('debt', 'debt.balloon', 'Repaid at the horizon', negate(debt.balloon), 'equity');
  statement.add('debt', 'debt.fee', 'Upfront fee', negate(debt.fee), 'equity');
  statement.add('debt', 'debt.balance', 'Debt outstanding', debt.balance, undefined, 'balance');
}

/**
 * The debt in a few numbers, or null without debt. Sources and uses are those up to the first month of
 * service.
 */
export function summariseDebt(operation: Operation, equity: Equity): DebtResult | null {
  const { debt, flow } = equity;
  if (debt === null) return null;
  const { timeline, assets, ebitda, capital, workingCapital } = operation;
  const firstService = Math.min(...assets.map((asset) => asset.item.serviceMonth));
  const end = Math.max(0, firstService - timeline.firstMonth);
  const until = (values: Float64Array): number => sumOf(values.subarray(0, end));
  const paidBefore = until(debt.interest);
  const equityUsd = -until(flow);
  const spent = until(capital.payments) - until(ebitda) - until(workingCapital) - until(capital.salvage);
  const usesUsd = spent + paidBefore + until(equity.feeAndReserves) + until(equity.tax)
    + until(debt.principal) + until(debt.balloon);
  const service = debtService(debt, netOf(timeline.length, [debt.interest], [debt.capitalised]));
  return {
    amountUsd: sumOf(debt.draws) + sumOf(debt.capitalised), equityUsd, usesUsd,
    sourcesUsd: equityUsd + until(debt.draws) + until(debt.capitalised),
    interestDuringConstructionUsd: sumOf(debt.capitalised)
      + Math.max(0, paidBefore - until(debt.capitalised)),
    feeUsd: sumOf(debt.fee), ...coverage(ebitda, service),
    closingBalanceUsd: debt.balance.at(-1) ?? 0, balloonUsd: sumOf(debt.balloon), limitedByShare: debt.limitedByShare,
  };
}

/** Cash flow (EBITDA) over debt service, least and mean over the months with debt service. */
function coverage(ebitda: Float64Array,
  service: Float64Array): { readonly dscrMin: Metric; readonly dscrAverage: Metric } {
  const ratios: number[] = [];
  for (const [at, due] of service.entries()) if (due > 0) ratios.push((ebitda[at] ?? 0) / due);
  if (ratios.length === 0) {
    return { dscrMin: missing('no-debt', 'debt service'), dscrAverage: missing('no-debt', 'debt service') };
  }
  return { dscrMin: present(Math.min(...ratios)),
    dscrAverage: present(ratios.reduce((sum, x) => sum + x, 0) / ratios.length) };
}
