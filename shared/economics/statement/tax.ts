import { newMonths } from '../../units/months.ts';
import { monthOfYear, yearOf } from '../../lifecycle/month.ts';
import type { Timeline } from './timeline.ts';
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

/**
 * Months in which tax is paid, by calendar year: the ends of its quarters, and the last
 * month of the plan where a quarter is cut short.
 * @example [...taxInstalments({ firstMonth: 1, length: 5, start: { year: 2027, month: 1 } })]
 *   // [[2027, [3, 5]]]
 */
export function taxInstalments(
  { firstMonth, length, start }: TaxCalendar,
): ReadonlyMap<number, readonly number[]> {
  const last = firstMonth + length - 1;
  const byYear = new Map<number, number[]>();
  for (let month = firstMonth; month <= last; month++) {
    if (monthOfYear(start, month) % 3 !== 0 && month !== last) continue;
    const year = yearOf(start, month);
    byYear.set(year, [...byYear.get(year) ?? [], month]);
  }
  return byYear;
}

/**
 * Shares of a year's tax paid by the end of each instalment: what the year has earned by
 * then over what it earns, never falling, and all of it with the last.
 * @param earned income of the year up to each instalment
 * @source 26 U.S.C. 6655(e): instalments on the income of the year so far
 * @example paidShares([-10, 30, 60, 50]) // [0, 0.6, 1, 1]
 */
export function paidShares(earned: readonly number[]): readonly number[] {
  const whole = earned.at(-1) ?? 0;
  let paid = 0;
  return earned.map((sum, at) => {
    paid = at === earned.length - 1 ? 1
      : Math.max(paid, whole === 0 ? 0 : Math.min(1, sum / whole));
    return paid;
  });
}

/** Months on which tax is laid. */
export type TaxCalendar = Pick<Timeline, 'firstMonth' | 'length' | 'start'>;

/** Instalments kept per calendar: the same months are taxed again with every edit. */
const keptInstalments = new WeakMap<TaxCalendar, readonly (readonly number[])[]>();

function instalmentsOf(calendar: TaxCalendar): readonly (readonly number[])[] {
  const known = keptInstalments.get(calendar);
  if (known !== undefined) return known;
  const made = [...taxInstalments(calendar).values()];
  keptInstalments.set(calendar, made);
  return made;
}

/**
 * Tax on a monthly income by calendar year, paid at the ends of its quarters as the income
 * comes.
 * @param income taxable income before state tax, from `firstMonth`
 */
export function taxMonths(
  income: Float64Array, calendar: TaxCalendar, tax: TaxParams,
): MonthlyTax {
  const { firstMonth } = calendar;
  const instalments = instalmentsOf(calendar);
  let from = 0;
  const earned = instalments.map((months) => {
    let sum = 0;
    return months.map((month) => {
      for (; from <= month - firstMonth; from++) sum += income[from] ?? 0;
      return sum;
    });
  });
  const due = taxYears(earned.map((sums) => sums.at(-1) ?? 0), tax);
  const state = newMonths(income.length);
  const federal = newMonths(income.length);
  for (const [year, months] of instalments.entries()) {
    const shares = paidShares(earned[year] ?? []);
    for (const [n, month] of months.entries()) {
      const share = (shares[n] ?? 0) - (shares[n - 1] ?? 0);
      state[month - firstMonth] = share * (due.state[year] ?? 0);
      federal[month - firstMonth] = share * (due.federal[year] ?? 0);
    }
  }
  return { state, federal, unusedLoss: due.unusedLoss };
}
