import { lazily } from '../../units/reading.ts';
import type { DebtSeries } from './debt.ts';
import type { Equity } from './finance.ts';
import type { Operation } from './operation.ts';
import type { LineGroup, LineKind, StatementLine } from './result-types.ts';
import { negate, netOf } from './statement.ts';

/** What is said of a line besides its months. */
interface LineNames {
  readonly group: LineGroup;
  readonly key: string;
  readonly label: string;
  /** Line it adds up to. */
  readonly parent?: string;
  readonly kind?: LineKind;
}

/** A line whose months are computed when they are asked for. */
const line = (
  { group, key, label, parent, kind = 'flow' }: LineNames, values: () => Float64Array,
): StatementLine =>
  lazily<StatementLine>({ key, label, group, kind, parent: parent ?? null, values });

/** A line that is listed has its months: what has none is not listed. */
const none = (): never => { throw new Error('a line of the statement without months'); };

/**
 * All lines of the statement in the order in which they are read; their months are made
 * when they are asked for.
 */
export function writeStatement(operation: Operation, equity: Equity): readonly StatementLine[] {
  return [
    ...revenueLines(operation), ...costLines(operation), ...investmentLines(operation),
    ...projectLines(operation),
    ...equityLines(operation, equity),
  ];
}

const parts = [['input', 'Input tokens'], ['cached', 'Cached input tokens'], ['output',
  'Output tokens']] as const;

const channelNames = { onDemand: 'Hours on demand', spot: 'Hours at spot' } as const;

const revenueLines = ({ revenue }: Operation): readonly StatementLine[] => [
  ...revenue().traffic.flatMap(({ key }, at) => parts.map(([part, label]) => line(
    { group: 'revenue', key: `revenue.${key}.${part}`, label: `${label}, ${key}`,
      parent: 'revenue' },
    () => revenue().traffic[at]?.[part] ?? none()))),
  ...revenue().rental.channels.map(({ groupKey, key, channel }, at) => line(
    { group: 'revenue', key: `revenue.rental.${groupKey}.${key}`, parent: 'revenue',
      label: channel === 'contract' ? `Contract ${key}, ${groupKey}`
        : `${channelNames[channel]}, ${groupKey}` },
    () => revenue().rental.channels[at]?.revenue ?? none())),
  line({ group: 'revenue', key: 'revenue', label: 'Revenue', parent: 'ebitda' },
    () => revenue().total),
];

const costLines = (operation: Operation): readonly StatementLine[] => [
  ...operation.costs().map(({ key, label }, at) => line(
    { group: 'opex', key: `opex.${key}`, label, parent: 'opex' },
    () => negate(operation.costs()[at]?.values ?? none()))),
  line({ group: 'opex', key: 'opex', label: 'Operating cost', parent: 'ebitda' },
    () => negate(operation.opex)),
  line({ group: 'earnings', key: 'ebitda', label: 'EBITDA', parent: 'project' },
    () => operation.ebitda),
];

const investmentLines = ({ capital }: Operation): readonly StatementLine[] => [
  ...[...capital().byClass.keys()].map((key) => line(
    { group: 'investment', key: `capex.${key}`, label: `Investment, ${key}`, parent: 'capex' },
    () => negate(capital().byClass.get(key) ?? none()))),
  line({ group: 'investment', key: 'capex', label: 'Investment', parent: 'project' },
    () => negate(capital().payments)),
  line({ group: 'investment', key: 'salvage', label: 'Residual value', parent: 'project' },
    () => capital().salvage),
];

const projectLines = (operation: Operation): readonly StatementLine[] => [
  line({ group: 'working-capital', key: 'receivables', label: 'Receivables', kind: 'balance' },
    () => operation.receivable),
  line({ group: 'working-capital', key: 'payables', label: 'Payables', kind: 'balance' },
    () => operation.payable),
  ...prepaidLines(operation),
  line({ group: 'working-capital', key: 'workingCapital',
    label: 'Change in working capital', parent: 'project' },
    () => operation.workingCapital),
  line({ group: 'tax', key: 'tax.unlevered', label: 'Tax before debt', parent: 'project' },
    () => negate(netOf(operation.timeline().length,
      [operation.unlevered.state, operation.unlevered.federal]))),
  line({ group: 'project', key: 'project', label: 'Project flow' },
    () => operation.projectFlow),
  line({ group: 'earnings', key: 'book.depreciation', label: 'Book depreciation',
    parent: 'book.profit' },
    () => negate(operation.books.depreciation)),
  line({ group: 'earnings', key: 'book.writeOff', label: 'Written off on leaving service',
    parent: 'book.profit' },
    () => negate(operation.books.writeOff)),
  line({ group: 'earnings', key: 'book.profit', label: 'Operating profit' }, () => netOf(
    operation.timeline().length, [operation.ebitda],
    [operation.books.depreciation, operation.books.writeOff])),
  line({ group: 'investment', key: 'book.value', label: 'Book value', kind: 'balance' },
    () => operation.books.value),
];

/** Paid ahead for hours to come, where hours are rented out under contracts. */
const prepaidLines = ({ revenue }: Operation): readonly StatementLine[] =>
  (!revenue().rental.channels.some(({ channel }) => channel === 'contract') ? [] : [
    line({ group: 'working-capital', key: 'prepaid.in', label: 'Paid ahead by customers' },
      () => revenue().rental.paidAhead),
    line({ group: 'working-capital', key: 'prepaid.settled',
      label: 'Revenue settled from what was paid ahead' },
      () => negate(revenue().rental.settled)),
    line({ group: 'working-capital', key: 'prepaid', label: 'Prepayments held',
      kind: 'balance' },
      () => revenue().rental.held),
  ]);

const equityLines = (operation: Operation, equity: Equity): readonly StatementLine[] => [
  line({ group: 'tax', key: 'depreciation', label: 'Tax depreciation' },
    () => equity.deductions.depreciation),
  line({ group: 'tax', key: 'tax.state', label: 'State tax', parent: 'equity' },
    () => negate(equity.due.state)),
  line({ group: 'tax', key: 'tax.federal', label: 'Federal tax', parent: 'equity' },
    () => negate(equity.due.federal)),
  ...debtLines(equity),
  line({ group: 'debt', key: 'reserves', label: 'Reserves', kind: 'balance' },
    () => equity.reserves),
  line({ group: 'debt', key: 'reserveChange', label: 'Into reserves', parent: 'equity' },
    () => negate(equity.reserveChange)),
  line({ group: 'debt', key: 'reserveInterest', label: 'Interest on reserves',
    parent: 'equity' },
    () => equity.reserveIncome),
  line({ group: 'equity', key: 'equity', label: 'Owner’s flow' }, () => equity.flow),
];

function debtLines(equity: Equity): readonly StatementLine[] {
  if (equity.debt === null) return [];
  const lent = (part: keyof Omit<DebtSeries, 'limitedByShare'>) => (): Float64Array =>
    equity.debt?.[part] ?? none();
  return [
    line({ group: 'debt', key: 'debt.draws', label: 'Debt drawn', parent: 'equity' },
      lent('draws')),
    line({ group: 'debt', key: 'debt.capitalised', label: 'Interest added to the loan' },
      lent('capitalised')),
    line({ group: 'debt', key: 'debt.interest', label: 'Interest paid', parent: 'equity' },
      () => negate(equity.paidInterest)),
    line({ group: 'debt', key: 'debt.principal', label: 'Principal repaid', parent: 'equity' },
      () => negate(lent('principal')())),
    line({ group: 'debt', key: 'debt.balloon', label: 'Repaid at the horizon',
      parent: 'equity' },
      () => negate(lent('balloon')())),
    line({ group: 'debt', key: 'debt.fee', label: 'Upfront fee', parent: 'equity' },
      () => negate(lent('fee')())),
    line({ group: 'debt', key: 'debt.shortfall', label: 'Debt service beyond EBITDA' },
      () => equity.shortfall),
    line({ group: 'debt', key: 'debt.balance', label: 'Debt outstanding', kind: 'balance' },
      lent('balance')),
  ];
}
