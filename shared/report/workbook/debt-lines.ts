import type { DebtParams } from '../../economics/statement/types.ts';
import { formulaLine, overAssets, type Sheets } from './drivers.ts';
import type { Line } from './months-grid.ts';

/**
 * Months in which assets enter service: each has a loan of its own, but sculpted debt is
 * one.
 */
export function loanMonths({ context }: Pick<Sheets, 'context'>): readonly number[] {
  const { debt } = context.params.finance;
  const months =
    [...new Set(context.assets.filter(({ owned }) => owned)
      .map(({ item }) => item.serviceMonth))];
  if (debt === null || months.length === 0) return [];
  return debt.kind === 'sculpted' ? [Math.min(...months)] : months;
}

const parts =
  ['draws', 'interest', 'capitalised', 'principal', 'balloon', 'fee', 'balance'] as const;
export type LoanPart = (typeof parts)[number];

export const loanKey = (loan: number, part: LoanPart): string => `loan${loan}.${part}`;
export const loanKeys = (
  loans: readonly number[], debt: DebtParams | null,
): readonly string[] =>
  loans.flatMap((_, loan) => [
    ...parts.map((part) => loanKey(loan, part)),
    ...(debt?.kind === 'sculpted' ? ['loan.capacity'] : []),
  ]);

/** Payments of a month for assets that enter service in `month`, or for all when sculpted. */
function paidFor(sheets: Sheets, month: number, at: number): string {
  const { assets, context } = sheets;
  const isSculpted = context.params.finance.debt?.kind === 'sculpted';
  const which = isSculpted ? '' : `(${assets.range('service')}=${month})*`;
  return overAssets(sheets, `${which}${assets.range('amount')}*${assets.draws(at)}`);
}

/**
 * Share of the payments lent: the agreed one, and for sculpted debt no more than the cash
 * flow carries.
 */
function shareLent({ inputs, grid }: Sheets, debt: DebtParams, start: number): string {
  if (debt.kind !== 'sculpted') return inputs.at('debtShare');
  const carried = `$${grid.ref('loan.capacity', start)}/${costOfDraws(grid)}`;
  return start === 0 ? '0'
    : `IF(${costOfDraws(grid)}=0,0,MIN(${inputs.at('debtShare')},${carried}))`;
}
const costOfDraws = (grid: Sheets['grid']): string => grid.total('loan.capacity');

/** One loan: draws and interest until service, then repayment to the tenor or the horizon. */
function loanLines(
  sheets: Sheets, debt: DebtParams, loan: number, month: number,
): readonly Line[] {
  const { inputs, grid, context } = sheets;
  const { length, firstMonth } = context.timeline;
  const start = month - firstMonth;
  const key = (part: LoanPart): string => loanKey(loan, part);
  const ref = (part: LoanPart, at: number): string => grid.ref(key(part), at);
  const before = (at: number): string => (at === 0 ? '0' : ref('balance', at - 1));
  const rate = `${inputs.at('debtRate')}/12`;
  const lent = start === 0 ? '0' : `$${ref('balance', start - 1)}`;
  const tenor = debt.kind === 'sculpted' ? `MIN(${inputs.at('tenor')},${length - start})`
    : inputs.at('tenor');
  const n = (at: number): string => String(at - start);
  const serving = (at: number, of: string): string =>
    (at < start || start === 0 ? '0' : `IF(${n(at)}<${tenor},${of},0)`);
  const usual = (at: number): string => {
    switch (debt.kind) {
      case 'constant-principal': return `${lent}/${inputs.at('tenor')}`;
      case 'level':
        return `(-PMT(${rate},${inputs.at('tenor')},${lent})-${lent}*${rate})*(1+${rate})^${n(at)}`;
      case 'sculpted': {
        const capacity = `$${grid.ref('loan.capacity', start)}`;
        const scale =
          `IF(${capacity}>0,${shareLent(sheets, debt, start)}*${costOfDraws(grid)}/${capacity},0)`;
        return `MAX(0,${grid.ref('ebitda', at)})/${inputs.at('targetDscr')}*${scale}-${before(at)}*${rate}`;
      }
    }
  };
  const line = (part: LoanPart, label: string, of: (at: number) => string, total: 'sum'
    | 'none' = 'sum'): Line =>
    formulaLine(key(part), `Loan ${loan + 1}: ${label}`, 'USD', of, null, { total });
  return [
    line('draws', 'drawn', (at) =>
      (at < start ? `${paidFor(sheets, month, at)}*${shareLent(sheets, debt, start)}` : '0')),
    line('interest', 'interest',
      (at) => (at < start ? `${before(at)}*${rate}` : serving(at, `${before(at)}*${rate}`))),
    line('capitalised', 'interest added',
      (at) => (at < start
        ? `IF(${inputs.at('constructionInterest')}="capitalised",${ref('interest', at)},0)`
        : '0')),
    line('principal', 'principal',
      (at) => serving(at, `IF(${n(at)}=${tenor}-1,${before(at)},${usual(at)})`)),
    line('balloon', 'repaid at the horizon',
      (at) => (at === length - 1 ? serving(at, `${before(at)}-${ref('principal', at)}`) : '0')),
    line('fee', 'fee', (at) => (at === start - 1 ? `${lent}*${inputs.at('feeShare')}` : '0')),
    line('balance', 'outstanding', (at) =>
      `${before(at)}+${ref('draws', at)}+${ref('capitalised', at)}-${ref('principal', at)}-${ref('balloon', at)}`,
        'none'),
  ];
}

/**
 * What sculpted debt can be: service of later months discounted to the start of service;
 * the total is the cost drawn on.
 */
function capacityLine(sheets: Sheets, month: number): Line {
  const { inputs, grid, context } = sheets;
  const { length, firstMonth } = context.timeline;
  const start = month - firstMonth;
  const rate = `${inputs.at('debtRate')}/12`;
  const growth = `IF(${inputs.at('constructionInterest')}="capitalised",1+${rate},1)`;
  const cost = Array.from({ length: start },
    (_, at) => `${paidFor(sheets, month, at)}*${growth}^${start - 1 - at}`);
  return formulaLine('loan.capacity', 'Debt the cash flow carries', 'USD', (at) => {
    const next = at + 1 < length ? grid.ref('loan.capacity', at + 1) : '0';
    return at < start ? '0'
      : `IF(${at - start}<${inputs.at('tenor')},(${next}+MAX(0,${grid.ref('ebitda', at)})/${inputs.at('targetDscr')})/(1+${rate}),0)`;
  }, null,
    {
      total: { value: null, formula: cost.length === 0 ? '0' : cost.join('+'), style: 'usd' },
    });
}

export function debtLines(sheets: Sheets): readonly Line[] {
  const { debt } = sheets.context.params.finance;
  if (debt === null) return [];
  return loanMonths(sheets).flatMap((month, loan) => [
    ...loanLines(sheets, debt, loan, month),
    ...(debt.kind === 'sculpted' ? [capacityLine(sheets, month)] : []),
  ]);
}
