import type { PlanCore, Series } from '../plan/types.ts';
import { currencyName } from '../project/print.ts';
import { formatQuantity } from '../units/format.ts';
import { inFull, type Print } from '../units/print.ts';
import { roundedNote } from './blocks.ts';
import { listPeriods, rollUp, type Period, type PeriodLength } from './periods.ts';
import type { Table } from './types.ts';
import { printOfPlan } from './print.ts';

/** One line of the statement over all periods, unrounded. */
export interface StatementRow {
  readonly series: Series;
  readonly label: string;
  readonly level: 0 | 1 | 2;
  readonly values: readonly (number | null)[];
}

/** The cash-flow statement by period, lines in reading order. */
export function statementRows(
  plan: PlanCore,
  length: PeriodLength,
): { readonly periods: readonly Period[]; readonly rows: readonly StatementRow[] } {
  const periods = listPeriods(plan, length);
  const rows =
    plan.statement.flatMap(({ seriesKey, label, level }): readonly StatementRow[] => {
      const series = plan.series[seriesKey];
      return series === undefined
        ? []
        : [
          { series, label, level,
            values: periods.map((period) => rollUp(plan, series, period)) },
        ];
    });
  return { periods, rows };
}

/** Most years that stand side by side on a page in portrait. */
const mostYears = 7;

/** A year in which nothing flows reads better as a bare zero. */
const printCell = (value: number | null, { unit }: Series, print: Print): string =>
  value !== null && Math.abs(value) < 0.005 ? '0' : formatQuantity(value, unit, print);

/** The statement by year for paper, cut into tables that fit the width of a page. */
export function statementTables(plan: PlanCore): readonly Table[] {
  const { periods, rows } = statementRows(plan, 'year');
  const print = inFull(printOfPlan(plan));
  const tables = Math.ceil(periods.length / mostYears);
  const each = Math.ceil(periods.length / Math.max(1, tables));
  return Array.from({ length: tables }, (_, i): Table => {
    const [from, to] = [i * each, Math.min(periods.length, (i + 1) * each)];
    const years = periods.slice(from, to);
    const [first = '', last = ''] = [
      years[0]?.span.split(' – ')[0],
      years.at(-1)?.span.split(' – ').at(-1),
    ];
    return {
      id: `statement-${i + 1}`,
      caption: `Cash flow by year, ${first} to ${last} (nominal ${currencyName(print)})`,
      note: roundedNote,
      columns: [
        { label: 'Line', unit: 'text', align: 'left' },
        ...years.map(({ label }) => ({ label, unit: null, align: 'right' as const })),
      ],
      rows: rows.map(({ series, label, level, values }) => ({
        level,
        cells: [label,
          ...values.slice(from, to).map((value) => printCell(value, series, print))],
      })),
    };
  });
}
