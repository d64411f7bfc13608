import { newMonths } from '../../units/months.ts';
import { planYear } from './tax-depreciation.ts';
import type { TaxParams } from './types.ts';

export interface TaxYears {
  readonly state: readonly number[];
  readonly federal: readonly number[];
  /** Federal losses never offset within the horizon. */
  readonly unusedLoss: number;
}

/**
 * State and federal tax by year; state tax is deductible federally, so the joint rate is
 * s + f (1 - s). `use`: a loss earns its tax at once. `carry`: it offsets up to
 * `lossLimitShare` of later profits.
 * @param incomes taxable income before state tax, one per tax year
 * @returns tax due (positive) per year, and the loss left over
 * @example taxYears([100], { federalRate: 0.21, stateRate: 0.07, lossRule: 'use', lossLimitShare: 1
 *   }).federal // [19.53]
 */
export function taxYears(incomes: readonly number[], tax: TaxParams): TaxYears {
  const state: number[] = [];
  const federal: number[] = [];
  let stateLoss = 0;
  let federalLoss = 0;
  for (const income of incomes) {
    const onState = applyLosses(income, stateLoss, tax);
    stateLoss = onState.loss;
    const stateTax = onState.taxable * tax.stateRate;
    const onFederal = applyLosses(income - stateTax, federalLoss, tax);
    federalLoss = onFederal.loss;
    state.push(stateTax);
    federal.push(onFederal.taxable * tax.federalRate);
  }
  return { state, federal, unusedLoss: federalLoss };
}

function applyLosses(income: number, loss: number,
  tax: TaxParams): { readonly taxable: number; readonly loss: number } {
  if (tax.lossRule === 'use') return { taxable: income, loss: 0 };
  if (income <= 0) return { taxable: 0, loss: loss - income };
  const used = Math.min(loss, income * tax.lossLimitShare);
  return { taxable: income - used, loss: loss - used };
}

export interface MonthlyTax {
  readonly state: Float64Array;
  readonly federal: Float64Array;
  readonly unusedLoss: number;
}

/** Tax on a monthly income, due in the last month of each plan year (or of the horizon). */
export function taxMonths(
  income: Float64Array, firstMonth: number, tax: TaxParams,
): MonthlyTax {
  const firstYear = planYear(firstMonth);
  const lastMonth = firstMonth + income.length - 1;
  const byYear = Array.from({ length: planYear(lastMonth) - firstYear + 1 }, () => 0);
  for (const [at, value] of income.entries()) {
    const year = planYear(firstMonth + at) - firstYear;
    byYear[year] = (byYear[year] ?? 0) + value;
  }
  const due = taxYears(byYear, tax);
  const state = newMonths(income.length);
  const federal = newMonths(income.length);
  for (let year = 0; year < byYear.length; year++) {
    const at = Math.min(lastMonth, (firstYear + year) * 12) - firstMonth;
    state[at] = due.state[year] ?? 0;
    federal[at] = due.federal[year] ?? 0;
  }
  return { state, federal, unusedLoss: due.unusedLoss };
}
