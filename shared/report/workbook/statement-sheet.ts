import { rollUpYears } from '../../economics/statement/statement.ts';
import type { WorkbookContext } from './context.ts';
import { columnName, formula, number, text, type Cell, type Sheet } from './model.ts';
import type { Grid } from './months-grid.ts';

const firstColumn = 3;
const totals: ReadonlySet<string> =
  new Set(['revenue', 'opex', 'ebitda', 'capex', 'project', 'equity', 'book.profit']);

/**
 * The cash-flow statement by plan year: flows summed over the months, balances of the
 * year's last month.
 */
export function writeStatement(context: WorkbookContext, grid: Grid): Sheet {
  const { years, lines: annual } = rollUpYears(context.result.statement);
  const lastMonth = context.timeline.horizonMonths;
  const year = (n: number): string => `${columnName(firstColumn + n)}$4`;
  const cell = (key: string, isBalance: boolean, n: number, value: number | null): Cell => {
    const style = totals.has(key) ? 'usd-strong' as const : 'usd' as const;
    const range = `Monthly!${grid.range(key)}`;
    return isBalance
      ? formula(`SUMIF(Monthly!${grid.months()},MIN(${lastMonth},${year(n)}*12),${range})`,
        style, value)
      : formula(`SUMIF(Monthly!${grid.years},${year(n)},${range})`, style, value);
  };
  return {
    name: 'Statement', widths: [42, 10, 18, 16], freeze: { rows: 4, columns: firstColumn },
    rows: [
      [text('Cash-flow statement', 'title')],
      [text('Nominal US dollars by plan year, money in positive. Year 1 is months 1 to 12; year 0 and below come before.',
        'note')],
      [],
      [text('Plan year', 'head'), text('Unit', 'head'), text('Total', 'head'),
        ...years.map((n) => number(n, 'month'))],
      ...annual.map(({ key, label, kind, values }): readonly (Cell | null)[] => [
        text(label, totals.has(key) ? 'strong' : 'text'), text('USD', 'note'),
        kind === 'balance' ? null
          : formula(`Monthly!${grid.total(key)}`, totals.has(key) ? 'usd-strong' : 'usd'),
        ...years.map((_, n) => cell(key, kind === 'balance', n, values[n] ?? null)),
      ]),
    ],
  };
}
