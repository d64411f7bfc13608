import { allocationRules } from '../economics/statement/types.ts';
import { salesByTraffic } from '../plan/figures/sales.ts';
import { findFormula } from '../plan/figures/formulas.ts';
import { formatQuantity } from '../units/format.ts';
import type { Print } from '../units/print.ts';
import { describeCost, describeReturn } from './answer.ts';
import { chart, flow, roundedNote, table, text } from './blocks.ts';
import { layerName, printFigure } from './figures.ts';
import { priceTable } from './prices.ts';
import { requestRows } from './requests.ts';
import { figureTable } from './serving.ts';
import { statementTables } from './statement.ts';
import type { PlanView, Section, Table, TableRow } from './types.ts';
import { printOfPlan } from './print.ts';
import { rentalTable } from './rentals.ts';

/** What a million tokens costs, what of it is fixed, and where the plan stops paying. */
export function economicsSection(plan: PlanView): Section {
  const print = printOfPlan(plan);
  return flow('economics', 'Economics', [
    text(describeCost(plan)),
    chart('cost-stack'),
    ...table(fixedTable(plan, print)),
    ...table(requestTable(plan, print)),
    ...table(allocationTable(plan, print)),
    ...table(breakEvenTable(plan)),
    ...table(priceTable(plan)),
    ...table(trafficTable(plan, print)),
    ...table(rentalTable(plan, print)),
    chart('capex'),
  ]);
}

/** What flows when, and what can honestly be said about its return. */
export function cashSection(plan: PlanView): Section {
  return flow('cash', 'Cash flow',
    [chart('cash-flow'), text(describeReturn(plan)), ...statementTables(plan).flatMap(table)]);
}

/** What of the cost is there whatever the load. */
function fixedTable({ stages, costStack }: PlanView, print: Print): Table {
  const cost = stages?.economics?.unitCost;
  const parts = (cost?.stack ?? []).filter(({ usd }) => usd !== 0)
    .toSorted((a, b) => b.usd - a.usd);
  const nameOf = (key: string, label: string): string =>
    layerName(costStack.find((layer) => layer.key === key) ?? { label });
  const row = (name: string, level: 0 | 1, usd: number, fixedUsd: number): TableRow => ({
    level, cells: [name, formatQuantity(usd, 'USD', print),
      formatQuantity(fixedUsd, 'USD', print),
      formatQuantity(fixedUsd / usd, 'fraction', print)],
  });
  return {
    id: 'fixed', caption: 'Economic cost, and what of it is fixed', note: roundedNote,
    columns: [
      { label: 'Cost', unit: 'text', align: 'left' },
      { label: 'Over the life', unit: null, align: 'right' },
      { label: 'Fixed', unit: null, align: 'right' },
      { label: 'Share fixed', unit: null, align: 'right' },
    ],
    rows: cost === undefined || cost.economicCostUsd === 0 ? [] : [
      ...parts.map(({ key, label, usd, fixedUsd }) =>
        row(nameOf(key, label), 1, usd, fixedUsd)),
      row('Economic cost', 0, cost.economicCostUsd, cost.fixedCostUsd),
    ],
  };
}

/** What a request of each class costs, and the mean over classes. */
function requestTable(plan: PlanView, print: Print): Table {
  const rows = requestRows(plan);
  const headline = (key: string): string =>
    printFigure('', '', plan.figures[`headline.${key}`], print).printed;
  return {
    id: 'requests', caption: 'Cost of a request by class',
    note: 'Per request: at what a million input and output tokens cost in the whole plan. By its '
      + 'own hours: what the racks in service for the class cost, which its price has to cover. '
      + 'The mean is over the requests served. Figures are rounded.',
    columns: [
      { label: 'Class', unit: 'text', align: 'left' },
      { label: 'Input', unit: null, align: 'right' },
      { label: 'Output', unit: null, align: 'right' },
      { label: 'Per request', unit: null, align: 'right' },
      { label: 'By its own hours', unit: null, align: 'right' },
    ],
    rows: rows.length === 0 ? [] : [
      ...rows.map(({ name, isl, osl, usdPerRequest, usdOwnHours }): TableRow => ({
        level: 1, cells: [name, formatQuantity(isl, 'tok', print),
          formatQuantity(osl, 'tok', print),
          formatQuantity(usdPerRequest, 'USD/request', print),
          formatQuantity(usdOwnHours, 'USD/request', print)],
      })),
      { level: 0, cells: ['Mean of the plan', '', '', headline('costPerRequestUsd'),
        headline('costPerRequestUsd')] },
    ],
  };
}

/** The same cost under every rule that divides it between input and output tokens. */
function allocationTable(plan: PlanView, print: Print): Table {
  const chosen = plan.inputs.finance.values.allocation;
  const printed = (rule: string, part: string): string =>
    printFigure('', '', plan.figures[`economics.allocation.${rule}.${part}`], print).printed;
  return {
    id: 'allocation', caption: 'Input and output tokens under every rule of allocation',
    columns: [
      { label: 'Rule', unit: 'text', align: 'left' },
      { label: 'Per M input tokens', unit: null, align: 'right' },
      { label: 'Per M output tokens', unit: null, align: 'right' },
      { label: 'Recovered too much', unit: null, align: 'right' },
    ],
    rows: plan.stages?.economics == null ? [] : allocationRules.map((rule): TableRow => ({
      level: rule === chosen ? 0 : 1,
      cells: [
        `${findFormula(`economics.allocation.${rule}`).label}${rule === chosen ? ' (this plan)' : ''}`,
        printed(rule, 'input'), printed(rule, 'output'),
        formatQuantity(tidy(plan.figures[`economics.allocation.${rule}.error`]?.value ?? null),
          'fraction', print),
      ],
    })),
  };
}

/** A share that differs from nothing by the last bits alone is nothing. */
const tidy = (share: number | null): number
  | null => (share !== null && Math.abs(share) < 1e-9 ? 0 : share);

const breakEvens = [
  'economics.breakEvenUtilisation', 'economics.breakEvenDemandMultiple',
  'economics.breakEvenPriceMultiple',
  'economics.breakEvenDecline', 'economics.utilisation', 'headline.costPerMTokUsd',
  'economics.reservationPerMTokUsd', 'economics.strandedUsd',
  'economics.lcotOwnerNominalUsd', 'economics.projectNpvUsd', 'economics.projectIrr',
  'economics.irrSignChanges', 'economics.unusedLossUsd',
] as const;

/** Where the plan stops paying, and usage beside reservation. */
function breakEvenTable(plan: PlanView): Table {
  const known = breakEvens.flatMap((key): readonly (readonly [string, string])[] => {
    const figure = plan.figures[key];
    return figure === undefined || !figure.formula.startsWith('economics.') ? []
      : [[key, findFormula(figure.formula).label]];
  });
  return {
    ...figureTable(plan, 'break-even', 'Break-even and reservation', known),
    note: 'Break-evens are before tax and debt at the discount rate, all else as it is.',
  };
}

/** What each traffic class earns after its share of the cost. */
function trafficTable({ stages }: PlanView, print: Print): Table {
  const sales = stages === undefined || stages.priced.unpricedTokens.length > 0 ? []
    : salesByTraffic(stages);
  const money = (usd: number): string => formatQuantity(usd, 'USD', print);
  const sum = (pick: (sale: (typeof sales)[number]) => number): string =>
    money(sales.reduce((all, sale) => all + pick(sale), 0));
  return {
    id: 'traffic', caption: 'By traffic class',
    note:
      `Each class carries economic cost by the accelerator-hours in service for it. ${roundedNote}`,
    columns: [
      { label: 'Class', unit: 'text', align: 'left' },
      { label: 'Revenue', unit: null, align: 'right' },
      { label: 'Economic cost', unit: null, align: 'right' },
      { label: 'Margin', unit: null, align: 'right' },
    ],
    rows: sales.length === 0 ? [] : [
      ...sales.map(({ name, revenueUsd, costUsd, marginUsd }): TableRow => ({
        level: 1, cells: [name, money(revenueUsd), money(costUsd), money(marginUsd)],
      })),
      { level: 0, cells: ['All classes', sum((s) => s.revenueUsd), sum((s) => s.costUsd),
        sum((s) => s.marginUsd)] },
    ],
  };
}
