import { describeListing, pricesByTraffic } from '../../plan/figures/prices.ts';
import { longDate } from '../date.ts';
import type { Sheets } from './drivers.ts';
import {
  formula, text, type Cell, type Sheet, type SheetChart,
} from './model.ts';
import { firstResultRow, type ResultRow } from './results-sheets.ts';

/** What the summary is written from. */
export interface SummaryParts {
  readonly sheets: Sheets;
  readonly returns: readonly ResultRow[];
  /** Rows of the sheet Unit cost, of which the first are the lines of cost. */
  readonly unitCost: readonly ResultRow[];
  readonly stackLines: number;
  readonly statement: Sheet;
  /** The day it is made, YYYY-MM-DD; empty where nobody says. */
  readonly date: string;
  readonly currency: string;
}

/** Results on the summary, by the sheet they are computed on. */
const shown = {
  Metrics: ['npvUsd', 'irr', 'mirr', 'paybackMonths', 'roi', 'dscrMin'],
  'Unit cost': ['costPerMTokUsd', 'lcotNominalUsd', 'levelisedPriceUsd'],
} as const;

/** A result as a row that reads the cell where it is computed. */
function linked(
  sheet: keyof typeof shown, rows: readonly ResultRow[],
): readonly (readonly (Cell | null)[])[] {
  return shown[sheet].flatMap((key) => {
    const at = rows.findIndex((each) => each.key === key);
    const found = rows[at];
    if (found === undefined) return [];
    return [[text(found.label), text(found.unit, 'note'),
      formula(`'${sheet}'!$C$${firstResultRow + at}`, found.style,
        found.metric.value ?? null)]];
  });
}

/** Sums of the statement that a reader asks for, read where they are added up. */
const totals = [['revenue', 'Revenue'], ['opex', 'Operating cost'], ['capex', 'Investment']] as const;

const totalRows = ({ grid, context }: Sheets): readonly (readonly (Cell | null)[])[] =>
  totals.filter(([key]) => grid.has(key)).map(([key, label]) => {
    const line = context.result.statement.lines.find((each) => each.key === key);
    return [text(`${label} over the horizon`), text('USD', 'note'),
      formula(`Monthly!${grid.total(key)}`, 'usd',
        line === undefined ? null : line.values.reduce((sum, value) => sum + value, 0))];
  });

/** Address of a run of cells of the statement, by the label of its line. */
function lineOf({ rows }: Sheet, label: string): { readonly row: number; readonly last: number } | null {
  const at = rows.findIndex(([first]) => first?.value === label);
  return at < 0 ? null : { row: at + 1, last: (rows[at]?.length ?? 0) - 1 };
}

/** Place of both charts under the figures, by row from 0. */
const chartRows = 22;

function chartsOf(
  { sheets, statement, stackLines, currency }: SummaryParts, top: number,
): readonly SheetChart[] {
  const label = sheets.context.result.statement.lines
    .find(({ key }) => key === 'equity')?.label ?? '';
  const equity = lineOf(statement, label);
  const years = (row: number, last: number): string =>
    `Statement!$D$${row}:$${letter(last)}$${row}`;
  const flow: readonly SheetChart[] = equity === null ? [] : [{
    title: 'Cash flow to the owner by plan year', unit: `${currency} millions`, kind: 'columns',
    series: [{ name: label, categories: years(4, equity.last),
      values: years(equity.row, equity.last) }],
    from: [0, top], to: [1, top + chartRows],
  }];
  const last = firstResultRow + stackLines - 1;
  const cost: readonly SheetChart[] = stackLines === 0 ? [] : [{
    title: 'What the cost consists of', unit: `${currency} millions`, kind: 'bars',
    series: [{ name: 'Cost over the life', categories: `'Unit cost'!$A$${firstResultRow}:$A$${last}`,
      values: `'Unit cost'!$C$${firstResultRow}:$C$${last}` }],
    from: [1, top], to: [4, top + chartRows],
  }];
  return [...flow, ...cost];
}

const letter = (column: number): string => String.fromCharCode(65 + column);

/** The first sheet: whose plan, what it comes to, on which prices, and two pictures of it. */
export function summarySheet(parts: SummaryParts): Sheet {
  const { sheets, returns, unitCost, date } = parts;
  const { plan } = sheets.context;
  const { project, scenario } = plan.inputs;
  const facts: readonly (readonly [string, string])[] = [
    ['Project', project.values.name], ['Client', project.values.client],
    ['Prepared by', project.values.preparedBy], ['Scenario', scenario.name],
    ['Date', longDate(date)],
    ...pricesByTraffic(plan.stages).map((price): readonly [string, string] =>
      [`Token price, ${price.name}`, describeListing(price)]),
  ];
  const rows: readonly (readonly (Cell | null)[])[] = [
    [text('Summary', 'title')],
    [text('Every figure reads the sheet it is computed on and follows the inputs.', 'note')], [],
    [text('Figure', 'head'), text('Unit', 'head'), text('Value', 'head'), text('', 'head')],
    ...linked('Metrics', returns), ...linked('Unit cost', unitCost), ...totalRows(sheets), [],
    ...facts.filter(([, value]) => value !== '')
      .map(([label, value]) => [text(label, 'strong'), text(value)]),
    [],
  ];
  return { name: 'Summary', widths: [56, 30, 20, 34], freeze: { rows: 0, columns: 0 }, rows,
    charts: chartsOf(parts, rows.length) };
}
