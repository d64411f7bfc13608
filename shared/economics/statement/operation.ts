import { keepBooks } from './book.ts';
import type { Asset, CapitalSeries } from './capital.ts';
import type { CostSeries } from './opex.ts';
import type { RevenueSeries } from './revenue.ts';
import { negate, netOf, type StatementBuilder } from './statement.ts';
import { taxMonths } from './tax.ts';
import { deductAssets } from './tax-depreciation.ts';
import type { Timeline } from './timeline.ts';
import type { FinanceParams } from './types.ts';
import { changeOf, outstanding } from './working-capital.ts';

export interface OperationInputs {
  readonly finance: FinanceParams;
  readonly timeline: Timeline;
  readonly assets: readonly Asset[];
  readonly capital: CapitalSeries;
  readonly revenue: RevenueSeries;
  readonly costs: readonly CostSeries[];
  readonly statement: StatementBuilder;
}

/** The project before debt: what it earns, invests and pays in tax. */
export interface Operation extends OperationInputs {
  readonly ebitda: Float64Array;
  readonly opex: Float64Array;
  readonly workingCapital: Float64Array;
  readonly projectFlow: Float64Array;
}

/**
 * Writes the lines from revenue to the project's flow: EBITDA - investment + residual - working capital -
 * tax, the tax being what would be due without debt.
 */
export function operateProject(inputs: OperationInputs): Operation {
  const { finance, timeline, capital, revenue, costs, statement, assets } = inputs;
  const { length } = timeline;
  for (const line of revenue.traffic) {
    statement.add('revenue', `revenue.${line.key}.input`, `Input tokens, ${line.key}`, line.input, 'revenue');
    statement.add('revenue', `revenue.${line.key}.cached`, `Cached input tokens, ${line.key}`, line.cached,
      'revenue');
    statement.add('revenue', `revenue.${line.key}.output`, `Output tokens, ${line.key}`, line.output,
      'revenue');
  }
  statement.add('revenue', 'revenue', 'Revenue', revenue.total, 'ebitda');
  for (const line of costs) statement.add('opex', `opex.${line.key}`, line.label, negate(line.values),
    'opex');
  const opex = netOf(length, costs.map((line) => line.values));
  statement.add('opex', 'opex', 'Operating cost', negate(opex), 'ebitda');
  const ebitda = statement.add('earnings', 'ebitda', 'EBITDA', netOf(length, [revenue.total], [opex]),
    'project');
  for (const [key, values] of capital.byClass) {
    statement.add('investment', `capex.${key}`, `Investment, ${key}`, negate(values), 'capex');
  }
  statement.add('investment', 'capex', 'Investment', negate(capital.payments), 'project');
  statement.add('investment', 'salvage', 'Residual value', capital.salvage, 'project');
  const receivable = outstanding(revenue.total, finance.receivableDays);
  const payable = outstanding(opex, finance.payableDays);
  const workingCapital = netOf(length, [changeOf(payable)], [changeOf(receivable)]);
  statement.add('working-capital', 'receivables', 'Receivables', receivable, undefined, 'balance');
  statement.add('working-capital', 'payables', 'Payables', payable, undefined, 'balance');
  statement.add('working-capital', 'workingCapital', 'Change in working capital', workingCapital, 'project');
  const { depreciation, gain } = deductAssets(assets, timeline, 1);
  const due = taxMonths(netOf(length, [ebitda, gain], [depreciation]), timeline.firstMonth, finance.tax);
  statement.add('tax', 'tax.unlevered', 'Tax before debt', negate(netOf(length, [due.state, due.federal])),
    'project');
  const projectFlow = netOf(length, [ebitda, capital.salvage, workingCapital],
    [capital.payments, due.state, due.federal]);
  statement.add('project', 'project', 'Project flow', projectFlow);
  writeBooks(inputs, ebitda);
  return { ...inputs, ebitda, opex, workingCapital, projectFlow };
}

/** Accounts for the reader: they move no cash. */
function writeBooks({ statement, assets, timeline }: OperationInputs, ebitda: Float64Array): void {
  const { depreciation, value, writeOff } = keepBooks(assets, timeline);
  statement.add('earnings', 'book.depreciation', 'Book depreciation', negate(depreciation), 'book.profit');
  statement.add('earnings', 'book.writeOff', 'Written off on leaving service', negate(writeOff),
    'book.profit');
  statement.add('earnings', 'book.profit', 'Operating profit',
    netOf(timeline.length, [ebitda], [depreciation, writeOff]));
  statement.add('investment', 'book.value', 'Book value', value, undefined, 'balance');
}
