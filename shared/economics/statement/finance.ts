import { keepNothing, type Keep } from '../../lifecycle/keep.ts';
import { newMonths } from '../../units/months.ts';
import { cell, lazily } from '../../units/reading.ts';
import { coverOf, scheduledService, shortfallOf } from './coverage.ts';
import { layDebt, type DebtSeries } from './debt.ts';
import { sumOf } from '../functions/discount.ts';
import type { Operation } from './operation.ts';
import type { DebtResult } from './result-types.ts';
import { netOf } from './statement.ts';
import { taxMonths, type MonthlyTax } from './tax.ts';
import { deductAssets, type TaxDeductions } from './tax-depreciation.ts';
import { changeOf, interestOn, reserveBalance } from './working-capital.ts';

/** The owner's side: debt, reserves, tax as due, and the flow that is left. */
export interface Equity {
  readonly debt: DebtSeries | null;
  readonly paidInterest: Float64Array;
  /** Scheduled interest and principal, and the part its month’s EBITDA does not pay. */
  readonly service: Float64Array;
  readonly shortfall: Float64Array;
  readonly reserves: Float64Array;
  readonly reserveChange: Float64Array;
  readonly reserveIncome: Float64Array;
  readonly deductions: TaxDeductions;
  readonly due: MonthlyTax;
  readonly tax: Float64Array;
  readonly unusedLoss: number;
  readonly flow: Float64Array;
  /** Payments for assets, fees and reserves that debt did not cover. */
  readonly investment: Float64Array;
  /** Fee and what goes into reserves, less the interest these earn. */
  readonly feeAndReserves: Float64Array;
}

/**
 * The owner's months from debt to the flow: project flow before tax + draws - interest
 * paid - principal - fee - reserves + interest on reserves - tax with interest and the
 * fee (over the tenor) deducted.
 * @param keep remembers parts by name
 */
export function financeEquity(operation: Operation, keep: Keep = keepNothing): Equity {
  const { finance, timeline, assets, capital } = operation;
  const length = (): number => timeline().length;
  const zero = cell(() => newMonths(length()));
  const debt = cell(() => (finance.debt === null || assets().length === 0 ? null
    : layDebt(finance.debt, assets(), timeline(), () => operation.ebitda)));
  const parts = { zero, debt, length };
  const reserves = reservesOf(operation, parts);
  const { paidInterest } = reserves;
  const service = cell(() => {
    const lent = debt();
    return lent === null ? zero() : scheduledService(debtService(lent, paidInterest()));
  });
  const fee = (): Float64Array => debt()?.fee ?? zero();
  const deductions = keep('money deductions owner', () => {
    const lent = debt();
    return lent === null ? operation.deductions : deductAssets(assets(), timeline(), 1
      + sumOf(lent.capitalised) / sumOf(capital().payments));
  });
  const due = cell(() => {
    const { depreciation, gain } = deductions();
    const deductible = netOf(length(),
      [paidInterest(), spreadFee(fee(), finance.debt?.tenorMonths ?? 1), depreciation]);
    return taxMonths(
      netOf(length(), [operation.ebitda, gain, reserves.reserveIncome()], [deductible]),
      timeline(), finance.tax,
    );
  });
  const tax = cell(() => netOf(length(), [due().state, due().federal]));
  return lazily<Equity>({
    debt, ...reserves, service, shortfall: () => shortfallOf(operation.ebitda, service()),
    deductions, due, tax, unusedLoss: () => due().unusedLoss,
    flow: keep('money flow', () => {
      const before = netOf(length(),
        [operation.ebitda, capital().salvage, operation.workingCapital],
        [capital().payments]);
      const lent = debt();
      return netOf(length(), [before, lent?.draws ?? zero(), reserves.reserveIncome()],
        [paidInterest(), lent?.principal ?? zero(), lent?.balloon ?? zero(), fee(),
          reserves.reserveChange(), tax()]);
    }),
    investment: () => netOf(length(), [capital().payments, fee()], [debt()?.draws ?? zero()]),
    feeAndReserves: () =>
      netOf(length(), [fee(), reserves.reserveChange()], [reserves.reserveIncome()]),
  });
}

/** Parts of the owner's side that others are made of. */
interface EquityParts {
  readonly zero: () => Float64Array;
  readonly debt: () => DebtSeries | null;
  readonly length: () => number;
}

/** Interest paid, and the reserves held for debt service and operation with what they earn. */
function reservesOf(operation: Operation, { zero, debt, length }: EquityParts) {
  const { finance } = operation;
  const paidInterest = cell(() => {
    const lent = debt();
    return lent === null ? zero() : netOf(length(), [lent.interest], [lent.capitalised]);
  });
  const reserves = cell(() => {
    const lent = debt();
    const service = lent === null ? zero() : debtService(lent, paidInterest());
    const serviceReserve = reserveBalance(service,
      lent === null ? 0 : finance.debt?.dsraMonths ?? 0);
    return netOf(length(),
      [serviceReserve, reserveBalance(operation.opex, finance.operatingReserveMonths)]);
  });
  return {
    paidInterest, reserves, reserveChange: cell(() => changeOf(reserves())),
    reserveIncome: cell(() => interestOn(reserves(), finance.reserveInterest)),
  };
}

/**
 * Interest and principal from the first repayment on; interest paid before it is part of
 * the investment.
 */
function debtService(debt: DebtSeries, paidInterest: Float64Array): Float64Array {
  const first = debt.principal.findIndex((x) => x !== 0);
  return debt.principal.map((principal, at) =>
    (first >= 0 && at >= first ? principal + (paidInterest[at] ?? 0) : 0));
}

/** The fee in equal parts over the tenor for tax, what is left in the last month. */
function spreadFee(fee: Float64Array, tenorMonths: number): Float64Array {
  const spread = newMonths(fee.length);
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

/**
 * The debt in a few numbers, or null without debt. Sources and uses are those up to the
 * first month of service.
 */
export function summariseDebt(operation: Operation, equity: Equity): DebtResult | null {
  const { debt, flow } = equity;
  if (debt === null) return null;
  const { ebitda, workingCapital } = operation;
  const [timeline, assets, capital] = [operation.timeline(), operation.assets(),
    operation.capital()];
  const firstService = Math.min(...assets.map((asset) => asset.item.serviceMonth));
  const end = Math.max(0, firstService - timeline.firstMonth);
  const until = (values: Float64Array): number => sumOf(values.subarray(0, end));
  const paidBefore = until(debt.interest);
  const equityUsd = -until(flow);
  const spent = until(capital.payments) - until(ebitda) - until(workingCapital)
    - until(capital.salvage);
  const usesUsd = spent + paidBefore + until(equity.feeAndReserves) + until(equity.tax)
    + until(debt.principal) + until(debt.balloon);
  return {
    amountUsd: sumOf(debt.draws) + sumOf(debt.capitalised), equityUsd, usesUsd,
    sourcesUsd: equityUsd + until(debt.draws) + until(debt.capitalised),
    interestDuringConstructionUsd: sumOf(debt.capitalised)
      + Math.max(0, paidBefore - until(debt.capitalised)),
    feeUsd: sumOf(debt.fee), shortfallUsd: sumOf(equity.shortfall),
    ...coverOf({
      ebitda, service: equity.service, balloon: debt.balloon,
      cafds: netOf(timeline.length, [ebitda, workingCapital], [equity.tax]),
      ratePerYear: operation.finance.debt?.ratePerYear ?? 0,
      sculpted: operation.finance.debt?.kind === 'sculpted',
    }),
    closingBalanceUsd: debt.balance.at(-1) ?? 0, balloonUsd: sumOf(debt.balloon),
    limitedByShare: debt.limitedByShare,
  };
}
