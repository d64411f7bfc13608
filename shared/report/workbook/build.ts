import { isRentedOut } from '../../economics/statement/rental.ts';
import type { Plan } from '../../plan/types.ts';
import { printOf } from '../../project/print.ts';
import { writeAssets } from './assets-sheet.ts';
import { inCurrency } from './currency.ts';
import { openWorkbook, type WorkbookContext } from './context.ts';
import type { Sheets } from './drivers.ts';
import { writeInputs } from './inputs-sheet.ts';
import { monthlyKeys, monthlyLines } from './monthly-lines.ts';
import { createGrid, drawGrid } from './months-grid.ts';
import { number, text, type Sheet, type Workbook } from './model.ts';
import { realitySheet } from './reality-sheet.ts';
import {
  drawChecks, drawResults, returnRows, stackRows, unitCostRows, type ResultRow,
} from './results-sheets.ts';
import { paperOf } from '../paper.ts';
import { summarySheet } from './summary-sheet.ts';
import { writeStatement } from './statement-sheet.ts';
import { writeTax } from './tax-sheet.ts';
import { workbookWithoutMoney } from './without-money.ts';

const tenure: Readonly<Record<string, string>> = {
  own: 'owned', lease: 'systems leased', colo: 'in colocation', rental: 'accelerators rented',
};

function readMe({ plan, params, rents }: WorkbookContext, appVersion: string): Sheet {
  const { project, scenario } = plan.inputs;
  const facts: readonly (readonly [string, string])[] = [
    ['Project', project.values.name], ['Client', project.values.client],
    ['Scenario', scenario.name],
    ['Ownership', tenure[params.ownership.mode] ?? params.ownership.mode],
    ['Plan', plan.hash], ['Catalogue', plan.catalogVersion],
    ['Made with', `AI Factory Planner ${appVersion}`],
  ];
  const notes = [
    'Inputs: blue cells may be changed; every sheet follows. Monthly: the cash flow by month, formulas in black, grey values carried from the plan.',
    'Live: prices and their decline, prepayments, earned shares, every line of operating cost with its rise, prices of assets, draws, residuals, tax depreciation, tax with losses, debt, reserves, working capital, the owner’s flow, unit cost, allocation, levelised cost and returns.',
    'Carried from the plan: tokens, energy, water, power and accelerators by month, since they come from the physical design; the months covered by a price replacement; the kind of debt.',
    ...(rents.length === 0 ? []
      : ['Rents of this ownership are carried from the plan as well.']),
    'Amounts are nominal US dollars. Months are those of the plan: month 1 is the first of the analysis, flows of month m count m/12 years from the valuation date.',
    'Checks compares every result and every month with the plan. After a change of an input they differ, as they should.',
  ];
  return {
    name: 'Read me', widths: [18, 110], freeze: { rows: 0, columns: 0 },
    rows: [
      [text('The plan as a workbook', 'title')], [],
      ...facts.filter(([, value]) => value !== '')
        .map(([label, value]) => [text(label, 'strong'), text(value)]),
      [], ...notes.map((note) => [null, text(note)]),
    ],
  };
}

/** The engine's own months, under the addresses of the sheet Monthly. */
function engineSheet(sheets: Sheets): Sheet {
  const { context, grid } = sheets;
  const values = new Map(context.result.statement.lines.map((line) => [line.key, line]));
  const lines = monthlyKeys(context).map((key) => {
    const line = values.get(key);
    return line === undefined ? [] : [text(line.label), text('USD', 'note'), null,
      ...[...line.values].map((value) => number(value, 'carried'))];
  });
  const columns = Array.from({ length: grid.length },
    (_, at) => number(context.timeline.firstMonth + at, 'month'));
  return {
    name: 'Engine', widths: [42, 10, 12, 14], freeze: { rows: 4, columns: 3 },
    rows: [
      [text('The plan’s own months', 'title')],
      [text('What the formulas of the sheet Monthly are checked against.', 'note')], [],
      [text('Month of the plan', 'head'), text('Unit', 'head'), text('', 'head'), ...columns],
      [], [], ...lines,
    ],
  };
}

/**
 * The plan as a workbook with live formulas: inputs, assets, months, tax, statement, unit
 * cost, returns and checks against the engine.
 * @param date the day it is made, YYYY-MM-DD; left out, none is stated
 * @returns for a plan without a cash flow a workbook of its causes, figures and inputs
 * @example workbookOf(plan, '0.1.0') // { sheets: [{ name: 'Summary', ... }, ...] }
 */
export function workbookOf(plan: Plan, appVersion: string, date = ''): Workbook {
  const opened = openWorkbook(plan);
  return opened.ok ? withMoney(opened.value, appVersion, date)
    : workbookWithoutMoney(plan, opened.error.detail, appVersion, date);
}

/** Nothing is stated per token where racks that serve none bear some of the cost. */
const absentWhereRented = ({ params }: WorkbookContext) =>
  (row: ResultRow): ResultRow => (row.metric.value === null && isRentedOut(params.lifecycle)
    ? { ...row, absentIf: 'TRUE()' } : row);

function withMoney(context: WorkbookContext, appVersion: string, date: string): Workbook {
  const { plan } = context;
  const inputs = writeInputs(context);
  const assets = writeAssets(context, inputs.at('discountRate'));
  const grid = createGrid('Monthly', monthlyKeys(context), context.timeline.length);
  const sheets: Sheets = { context, inputs, assets, grid };
  const monthly = drawGrid(grid, monthlyLines(sheets), 'Months',
    'Money in is positive. Grey values are carried from the plan.',
    { firstMonth: context.timeline.firstMonth, label: context.monthLabel });
  const stack = stackRows(sheets);
  const unitCost = [...stack, ...unitCostRows(sheets).map(absentWhereRented(context))];
  const statement = writeStatement(context, grid);
  const returns = returnRows(sheets);
  const look = printOf(plan.inputs.project.values);
  const rate = look.currency === 'USD' ? '1' : inputs.at('usdPerUnit');
  return inCurrency({
    title: `${plan.inputs.project.values.name}: ${plan.inputs.scenario.name}`,
    names: inputs.names,
    paper: paperOf(plan.inputs, plan.stages.catalog).id,
    sheets: [
      summarySheet({ sheets, returns, unitCost, stackLines: stack.length, statement, date,
        currency: look.currency }),
      readMe(context, appVersion),
      drawResults('Metrics', 'Returns',
        'After tax and debt unless said; nominal US dollars.', returns),
      drawResults('Unit cost', 'What a million tokens cost',
        'Capital charges and operating cost over all tokens served.', unitCost),
      statement, realitySheet(plan), inputs.sheet, ...assets.sheets, monthly,
      writeTax(context, inputs, grid),
      drawChecks(sheets,
        [{ sheet: 'Metrics', rows: returns }, { sheet: 'Unit cost', rows: unitCost }]),
      engineSheet(sheets),
    ],
  }, look, rate);
}
