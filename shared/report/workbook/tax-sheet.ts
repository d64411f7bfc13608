import { planYear } from '../../economics/statement/tax-depreciation.ts';
import type { WorkbookContext } from './context.ts';
import type { InputsSheet } from './inputs-sheet.ts';
import { columnName, formula, number, text, type Cell, type Sheet } from './model.ts';
import type { Grid } from './months-grid.ts';

/** Before debt, or as due with interest and fee deducted. */
export type TaxCase = 'before' | 'after';
type Level = 'state' | 'federal';

const firstColumn = 2;
/** Rows of each case: income, then per level what is taxed, the loss carried and the tax. */
const rows: Readonly<Record<TaxCase, number>> = { before: 6, after: 16 };
const offset: Readonly<Record<Level, number>> = { state: 1, federal: 4 };

export const taxYearsOf = ({ timeline }: WorkbookContext): readonly number[] => {
  const from = planYear(timeline.firstMonth);
  const to = planYear(timeline.firstMonth + timeline.length - 1);
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
};

/** Tax of the year that ends with a month, or 0 in every other month. */
export function taxColumn(
  of: TaxCase, level: Level, grid: Grid, at: number, { timeline }: WorkbookContext,
): string {
  const month = timeline.firstMonth + at;
  const isDue = month % 12 === 0 || at === grid.length - 1;
  if (!isDue) return '0';
  const column = columnName(firstColumn + planYear(month) - planYear(timeline.firstMonth));
  return `Tax!${column}${rows[of] + offset[level] + 2}`;
}

/**
 * Profit of a level after what earlier losses offset, the loss then left, and the tax on
 * it.
 */
function levelRows(
  of: TaxCase, level: Level, years: readonly number[], inputs: InputsSheet,
): readonly (readonly (Cell | null)[])[] {
  const base = rows[of];
  const first = base + offset[level];
  const income = (n: number): string => {
    const column = columnName(firstColumn + n);
    return level === 'state' ? `${column}${base}`
      : `(${column}${base}-${column}${base + offset.state + 2})`;
  };
  const before = (n: number): string =>
    (n === 0 ? '0' : `${columnName(firstColumn + n - 1)}${first + 1}`);
  const uses = `${inputs.at('lossRule')}="use"`;
  const taken = (n: number): string =>
    `MIN(${before(n)},MAX(0,${income(n)})*${inputs.at('lossLimit')})`;
  const named = level === 'state' ? 'State' : 'Federal';
  const cells = (write: (n: number) => string): readonly Cell[] =>
    years.map((_, n) => formula(write(n), 'usd'));
  return [
    [text(`${named}: taxable`), text('USD', 'note'),
      ...cells((n) => `IF(${uses},${income(n)},MAX(0,${income(n)})-${taken(n)})`)],
    [text(`${named}: loss carried on`), text('USD', 'note'),
      ...cells((n) => `IF(${uses},0,${before(n)}+MAX(0,-(${income(n)}))-${taken(n)})`)],
    [text(`${named}: tax`), text('USD', 'note'),
      ...cells((n) => `${columnName(firstColumn + n)}${first}*${inputs.at(`${level}Rate`)}`)],
  ];
}

/** Tax by plan year, before debt and as due. */
export function writeTax(context: WorkbookContext, inputs: InputsSheet, grid: Grid): Sheet {
  const years = taxYearsOf(context);
  const ofCase = (
    of: TaxCase, title: string, incomeKey: string,
  ): readonly (readonly (Cell | null)[])[] => [
    [text(title, 'strong')],
    [text('Taxable income'), text('USD', 'note'), ...years.map((_, n) =>
      formula(`SUMIF(Monthly!${grid.years},${columnName(firstColumn + n)}$4,Monthly!${grid.range(incomeKey)})`,
        'usd'))],
    ...levelRows(of, 'state', years, inputs), ...levelRows(of, 'federal', years, inputs),
  ];
  return {
    name: 'Tax', widths: [36, 10, 16], freeze: { rows: 4, columns: firstColumn },
    rows: [
      [text('Tax', 'title')],
      [text(
        'Due in the last month of each plan year. State tax is deducted before federal tax.',
        'note',
      )],
      [],
      [text('Plan year', 'head'), text('Unit', 'head'),
        ...years.map((year) => number(year, 'month'))],
      ...ofCase('before', 'Before debt', 'x.incomeBefore'), [], [],
      ...ofCase('after', 'As due', 'x.income'),
    ],
  };
}
