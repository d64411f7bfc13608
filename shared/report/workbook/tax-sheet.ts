import { taxInstalments } from '../../economics/statement/tax.ts';
import { monthOfYear, yearOf } from '../../lifecycle/month.ts';
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

/** Column of the tax year of a month. */
const yearColumn = ({ timeline }: WorkbookContext, month: number): string => columnName(
  firstColumn + yearOf(timeline.start, month) - yearOf(timeline.start, timeline.firstMonth));

/** What the shares paid of a case are kept under on the sheet Monthly. */
const shareKey: Readonly<Record<TaxCase, string>> =
  { before: 'x.paidShareBefore', after: 'x.paidShare' };
const incomeKey: Readonly<Record<TaxCase, string>> =
  { before: 'x.incomeBefore', after: 'x.income' };

/**
 * Share of its year's tax that is paid by a month: income of the year so far over that of
 * the year at the end of a quarter, never falling, all of it at the end of the year.
 */
export function paidShareFormula(
  of: TaxCase, grid: Grid, at: number, context: WorkbookContext,
): string {
  const { timeline } = context;
  const month = timeline.firstMonth + at;
  const year = yearOf(timeline.start, month);
  const months = taxInstalments(timeline).get(year) ?? [];
  if (months.at(-1) === month) return '1';
  const isFirst = at === 0 || yearOf(timeline.start, month - 1) !== year;
  const before = isFirst ? '0' : grid.ref(shareKey[of], at - 1);
  if (!months.includes(month)) return before;
  const from = Math.max(0, at + 1 - monthOfYear(timeline.start, month));
  const whole = `Tax!${yearColumn(context, month)}${rows[of]}`;
  return `MAX(${before},IF(${whole}=0,0,MIN(1,SUM(${grid.range(incomeKey[of], from, at)})/${whole})))`;
}

/** The instalment of a year's tax paid in a month, or 0 where none is. */
export function taxColumn(
  of: TaxCase, level: Level, grid: Grid, at: number, context: WorkbookContext,
): string {
  const { timeline } = context;
  const month = timeline.firstMonth + at;
  const year = yearOf(timeline.start, month);
  if (taxInstalments(timeline).get(year)?.includes(month) !== true) return '0';
  const isFirst = at === 0 || yearOf(timeline.start, month - 1) !== year;
  const paid = isFirst ? grid.ref(shareKey[of], at)
    : `(${grid.ref(shareKey[of], at)}-${grid.ref(shareKey[of], at - 1)})`;
  return `Tax!${yearColumn(context, month)}${rows[of] + offset[level] + 2}*${paid}`;
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

/** Tax by calendar year, before debt and as due. */
export function writeTax(context: WorkbookContext, inputs: InputsSheet, grid: Grid): Sheet {
  const years = [...taxInstalments(context.timeline).keys()];
  const ofCase = (
    of: TaxCase, title: string,
  ): readonly (readonly (Cell | null)[])[] => [
    [text(title, 'strong')],
    [text('Taxable income'), text('USD', 'note'), ...years.map((_, n) =>
      formula(`SUMIF(Monthly!${grid.taxYears},${columnName(firstColumn + n)}$4,Monthly!${grid.range(incomeKey[of])})`,
        'usd'))],
    ...levelRows(of, 'state', years, inputs), ...levelRows(of, 'federal', years, inputs),
  ];
  return {
    name: 'Tax', widths: [36, 10, 16], freeze: { rows: 4, columns: firstColumn },
    rows: [
      [text('Tax', 'title')],
      [text(
        'By calendar year, paid at the end of each quarter as the year earns. State tax is deducted before federal tax.',
        'note',
      )],
      [],
      [text('Tax year', 'head'), text('Unit', 'head'),
        ...years.map((year) => number(year, 'month'))],
      ...ofCase('before', 'Before debt'), [], [],
      ...ofCase('after', 'As due'),
    ],
  };
}
