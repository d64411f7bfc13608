import { keepNothing, type Keep } from '../../lifecycle/keep.ts';
import { cell, lazily } from '../../units/reading.ts';
import { keepBooks, type BookSeries } from './book.ts';
import type { Asset, CapitalSeries } from './capital.ts';
import type { CostSeries } from './opex.ts';
import type { RevenueSeries } from './revenue.ts';
import { netOf } from './statement.ts';
import { taxMonths, type MonthlyTax } from './tax.ts';
import { deductAssets, type TaxDeductions } from './tax-depreciation.ts';
import type { Timeline } from './timeline.ts';
import type { FinanceParams } from './types.ts';
import { changeOf, outstanding } from './working-capital.ts';

/** What the project is made of, each part asked for when it is needed. */
export interface OperationInputs {
  readonly finance: FinanceParams;
  readonly timeline: () => Timeline;
  readonly assets: () => readonly Asset[];
  readonly capital: () => CapitalSeries;
  readonly revenue: () => RevenueSeries;
  readonly costs: () => readonly CostSeries[];
}

/** Months of the project before debt. */
export interface OperationMonths {
  readonly opex: Float64Array;
  readonly ebitda: Float64Array;
  readonly receivable: Float64Array;
  readonly payable: Float64Array;
  readonly workingCapital: Float64Array;
  /** Deductions for what is built, none for interest. */
  readonly deductions: TaxDeductions;
  /** Tax that would be due without debt. */
  readonly unlevered: MonthlyTax;
  readonly projectFlow: Float64Array;
  /** Accounts for the reader: they move no cash. */
  readonly books: BookSeries;
}

/** The project before debt: what it earns, invests and pays in tax. */
export type Operation = OperationInputs & OperationMonths;

/**
 * The project's months from revenue to its flow: EBITDA - investment + residual - working
 * capital - tax, the tax being what would be due without debt.
 */
export function operateProject(inputs: OperationInputs, keep: Keep = keepNothing): Operation {
  const { finance, timeline, assets, capital, revenue, costs } = inputs;
  const length = (): number => timeline().length;
  const opex = keep('money opex', () => netOf(length(), costs().map((line) => line.values)));
  const ebitda = keep('money ebitda', () => netOf(length(), [revenue().total], [opex()]));
  const receivable = cell(() => outstanding(
    netOf(length(), [revenue().total], [revenue().rental.settled]), finance.receivableDays));
  const payable = cell(() => outstanding(opex(), finance.payableDays));
  const workingCapital =
    cell(() => netOf(length(), [changeOf(payable()), changeOf(revenue().rental.held)],
      [changeOf(receivable())]));
  const deductions = keep('money deductions', () => deductAssets(assets(), timeline(), 1));
  const unlevered = keep('money tax', () => {
    const { depreciation, gain } = deductions();
    return taxMonths(netOf(length(), [ebitda(), gain], [depreciation]), timeline(),
      finance.tax);
  });
  return lazily<Operation>({
    finance: () => finance, timeline: () => timeline, assets: () => assets,
    capital: () => capital, revenue: () => revenue, costs: () => costs,
    opex, ebitda, receivable, payable, workingCapital, deductions, unlevered,
    projectFlow: () => netOf(length(), [ebitda(), capital().salvage, workingCapital()],
      [capital().payments, unlevered().state, unlevered().federal]),
    books: () => keepBooks(assets(), timeline()),
  });
}
