import { energyParts } from '../../economics/statement/energy-parts.ts';
import { daysPerMonth } from '../../lifecycle/month.ts';
import { serviceRounding } from '../../economics/statement/coverage.ts';
import { debtLines, loanKey, loanKeys, loanMonths, type LoanPart } from './debt-lines.ts';
import {
  carriedLine, formulaLine, opexFormula, overAssets, quantityLines, revenueFormula,
  trafficLines, type Sheets,
} from './drivers.ts';
import type { WorkbookContext } from './context.ts';
import { formula, literal } from './model.ts';
import type { Grid, Line } from './months-grid.ts';
import { rentalFormulas, rentalKeys, rentalLines } from './rental-lines.ts';
import { paidShareFormula, taxColumn } from './tax-sheet.ts';

/** Farthest months a settlement of at most 180 days reaches back. */
const settlementMonths = 6;
/** Months ahead a reserve of at most 24 months looks. */
const reserveAhead = 24;

/** Helper lines between the statement's own, in the order in which they stand. */
const helpers = [
  'x.gainBefore', 'x.incomeBefore', 'x.gain', 'x.income', 'x.paidInterest', 'x.service',
  'x.paidShareBefore', 'x.paidShare', 'x.scheduled', 'x.cafds',
  'x.serviceReserve', 'x.operatingReserve', 'x.feeSpread', 'x.charge', 'x.cost',
  'x.discount', 'x.realDiscount', 'x.cumulative', 'x.negativeMonth',
  'x.cumulativeDiscounted', 'x.negativeDiscountedMonth', 'x.flowMonth', 'x.dscr',
  'x.dscrYear',
] as const;

const chargeClasses = (context: WorkbookContext): readonly string[] =>
  [...new Set(context.assets.filter(({ owned }) => owned).map(({ item }) => item.class))];

/**
 * Keys of every line of the sheet Monthly in order: drivers, the statement's lines,
 * helpers.
 */
export function monthlyKeys(context: WorkbookContext): readonly string[] {
  const sold = context.params.sales.filter(
    ({ trafficKey }) => context.params.lifecycle.traffic.some(({ key }) => key === trafficKey),
  );
  const traffic = sold.flatMap(({ trafficKey: key }) => [
    ...(['input', 'cached', 'output'] as const).flatMap(
      (kind) => [`tokens.${key}.${kind}`, `filled.${key}.${kind}`],
    ),
    `price.${key}`,
  ]);
  const bills = context.opex.filter(({ billedUsd }) => billedUsd !== undefined)
    .map(({ key }) => `bill.${key}`);
  const quantities = ['total', 'input', 'output', 'capacity', 'kwh', 'grid', ...bills, 'kw-peak',
    'm3',
    'carbonKg', 'criticalKw', 'accelerators', 'hours',
    ...energyParts.map(([part]) => `energy.${part}`)]
    .map((key) => `q.${key}`);
  return [
    ...traffic, ...rentalKeys(context), ...quantities,
    ...context.result.statement.lines.map(({ key }) => key),
    ...loanKeys(loanMonths({ context }), context.params.finance.debt),
    ...chargeClasses(context).map((name) => `charge.${name}`), ...helpers,
  ];
}

/**
 * Balance outstanding when a flow is settled some days later; settled wholly in the last
 * month.
 */
function outstanding(
  { grid }: Sheets, at: number, flow: (at: number) => string, days: string,
): string {
  if (at === grid.length - 1) return '0';
  const terms = Array.from({ length: Math.min(settlementMonths, at + 1) }, (_, back) =>
    `${flow(at - back)}*MAX(0,MIN(1,${days}/${daysPerMonth}-${back}))`);
  return terms.join('+');
}

/** The next months of a payment, from the month before the first of them. */
function reserve({ grid }: Sheets, at: number, key: string, months: string): string {
  const ahead = Array.from({ length: Math.min(reserveAhead, grid.length - 1 - at) }, (_, k) =>
    `${grid.ref(key, at + 1 + k)}*MAX(0,MIN(1,${months}-${k}))`);
  if (ahead.length === 0) return '0';
  return `IF(SUMPRODUCT(ABS(${grid.range(key, 0, Math.min(grid.length - 1, at + 1))}))=0,0,${ahead.join('+')})`;
}

const sumOf = (parts: readonly string[]): string =>
  (parts.length === 0 ? '0' : parts.join('+'));
const change = ({ grid }: Sheets, key: string, at: number): string =>
  (at === 0 ? grid.ref(key, 0) : `(${grid.ref(key, at)}-${grid.ref(key, at - 1)})`);

type Formulas = Readonly<Record<string, (at: number) => string>>;

/** The loans' part of a month, all loans together. */
const loans = ({ grid, context }: Sheets, part: LoanPart, at: number): string =>
  sumOf(loanMonths({ context }).map((_, loan) => grid.ref(loanKey(loan, part), at)));

/** Condition arrays: assets that leave in a month. */
const leaves = ({ assets, grid }: Sheets, at: number): string =>
  `(${assets.range('last')}=${grid.month(at)})`;

/** From revenue to the project's flow. */
function operating(sheets: Sheets): Formulas {
  const { grid, inputs, assets, context } = sheets;
  const ref = grid.ref;
  const lines = context.result.statement.lines;
  const hasPrepaid = lines.some(({ key }) => key === 'prepaid');
  const children = (prefix: string): readonly string[] =>
    lines.map(({ key }) => key).filter((key) => key.startsWith(prefix));
  const rents = new Set(context.rents.map(({ key }) => `opex.${key}`));
  return {
    ...Object.fromEntries(context.params.lifecycle.traffic.flatMap(({ key }) =>
      (['input', 'cached', 'output'] as const).map((kind) =>
        [
          `revenue.${key}.${kind}`, (at: number) => revenueFormula(sheets, key, kind, at),
        ] as const))),
    ...Object.fromEntries(context.opex.filter(({ key }) => !rents.has(`opex.${key}`))
      .map((line) =>
        [`opex.${line.key}`, (at: number) => opexFormula(sheets, line, at)] as const)),
    ...Object.fromEntries(children('capex.').map((key) => [key, (at: number) =>
      `-${overAssets(sheets, `(${assets.range('class')}="${key.slice('capex.'.length)}")*${assets.range('amount')}*${assets.draws(at)}`)}`] as const)),
    revenue: (at) => sumOf(children('revenue.').map((key) => ref(key, at))),
    ...rentalFormulas(sheets),
    opex: (at) => sumOf(children('opex.').map((key) => ref(key, at))),
    ebitda: (at) => `${ref('revenue', at)}+${ref('opex', at)}`,
    capex: (at) => sumOf(children('capex.').map((key) => ref(key, at))),
    salvage: (at) => overAssets(sheets, `${leaves(sheets, at)}*${assets.range('salvage')}`),
    receivables: (at) =>
      outstanding(sheets, at, hasPrepaid
        ? (m) => `(${ref('revenue', m)}+${ref('prepaid.settled', m)})` : (m) => ref('revenue', m),
      inputs.at('receivableDays')),
    payables: (at) =>
      outstanding(sheets, at, (m) => `-${ref('opex', m)}`, inputs.at('payableDays')),
    workingCapital: (at) =>
      `${change(sheets, 'payables', at)}-${change(sheets, 'receivables', at)}`
      + (hasPrepaid ? `+${change(sheets, 'prepaid', at)}` : ''),
    'tax.unlevered': (at) =>
      `-(${taxColumn('before', 'state', grid, at, context)}+${taxColumn('before', 'federal', grid, at, context)})`,
    project: (at) => [
      'ebitda', 'salvage', 'workingCapital', 'capex', 'tax.unlevered',
    ].map((key) => ref(key, at)).join('+'),
  };
}

/** The accounts beside the cash. */
function books(sheets: Sheets): Formulas {
  const { grid, assets } = sheets;
  const month = (at: number): string => grid.month(at);
  return {
    'book.depreciation': (at) =>
      `-${overAssets(sheets, `(${assets.range('service')}<=${month(at)})*(${assets.range('bookEnd')}>=${month(at)})*${assets.range('bookMonthly')}`)}`,
    'book.writeOff': (at) =>
      `-${overAssets(sheets, `${leaves(sheets, at)}*(${assets.range('bookLeft')}-${assets.range('salvage')})`)}`,
    'book.profit': (at) =>
      `${grid.ref('ebitda', at)}+${grid.ref('book.depreciation', at)}+${grid.ref('book.writeOff', at)}`,
    'book.value': (at) =>
      `${at === 0 ? '0' : grid.ref('book.value', at - 1)}-${grid.ref('capex', at)}+${grid.ref('book.depreciation', at)}`
      + `-${overAssets(sheets, `${leaves(sheets, at)}*${assets.range('bookLeft')}`)}`,
  };
}

/** Basis over price: interest added to the loan is part of what is deducted. */
const basisFactor = ({ grid, context }: Sheets): string =>
  (loanMonths({ context }).length === 0 ? '1'
    : `(1+IF(${grid.total('capex')}=0,0,${grid.total('debt.capitalised')}/-${grid.total('capex')}))`);

/** Debt, reserves, tax as due and the owner's flow. */
function owners(sheets: Sheets): Formulas {
  const { grid, assets, context } = sheets;
  const ref = grid.ref;
  const hasDebt = loanMonths({ context }).length > 0;
  const flows = ['ebitda', 'salvage', 'workingCapital', 'capex', 'reserveInterest',
    'reserveChange', 'tax.state', 'tax.federal',
    ...(hasDebt ? [
      'debt.draws', 'debt.interest', 'debt.principal', 'debt.balloon', 'debt.fee',
    ] : [])];
  return {
    depreciation: (at) => `${basisFactor(sheets)}*SUM(${assets.depreciation(at)})`,
    'tax.state': (at) => `-${taxColumn('after', 'state', grid, at, context)}`,
    'tax.federal': (at) => `-${taxColumn('after', 'federal', grid, at, context)}`,
    'debt.draws': (at) => loans(sheets, 'draws', at),
    'debt.capitalised': (at) => loans(sheets, 'capitalised', at),
    'debt.interest': (at) => `-${ref('x.paidInterest', at)}`,
    'debt.principal': (at) => `-(${loans(sheets, 'principal', at)})`,
    'debt.balloon': (at) => `-(${loans(sheets, 'balloon', at)})`,
    'debt.fee': (at) => `-(${loans(sheets, 'fee', at)})`,
    'debt.balance': (at) => loans(sheets, 'balance', at),
    'debt.shortfall': (at) => `MAX(0,${ref('x.scheduled', at)}-MAX(0,${ref('ebitda', at)}))`,
    reserves: (at) => `${ref('x.serviceReserve', at)}+${ref('x.operatingReserve', at)}`,
    reserveChange: (at) => `-${change(sheets, 'reserves', at)}`,
    reserveInterest: (at) =>
      (at === 0 ? '0' : `${ref('reserves', at - 1)}*${sheets.inputs.at('reserveInterest')}/12`),
    equity: (at) => flows.map((key) => ref(key, at)).join('+'),
  };
}

/** The fee deducted in equal parts over the tenor, what is left in the last month. */
function feeSpread(sheets: Sheets, at: number): string {
  const { grid, inputs } = sheets;
  if (at === 0 || !grid.has('debt.fee')) return '0';
  const month = grid.month(at);
  const tenor = inputs.at('tenor');
  const age = (to: number): string => `(${month}-${grid.months(0, to)})`;
  const usual =
    `-SUMPRODUCT(${grid.range('debt.fee', 0, at - 1)}*(${age(at - 1)}<=${tenor}))/${tenor}`;
  return at < grid.length - 1 ? usual
    : `${usual}-SUMPRODUCT(${grid.range('debt.fee', 0, at)}*(${age(at)}<${tenor})*(1-${age(at)}/${tenor}))`;
}

/** Taxable income, reserves, charges and the rows metrics are read from. */
function helperFormulas(sheets: Sheets): Formulas {
  const { grid, inputs, assets, context } = sheets;
  const ref = grid.ref;
  const hasDebt = loanMonths({ context }).length > 0;
  const gain = (factor: string) => (at: number): string =>
    overAssets(sheets,
      `${leaves(sheets, at)}*(${assets.range('salvage')}-${factor}*(${assets.range('amount')}-${assets.range('deducted')}))`);
  const firstPrincipal = (at: number): string =>
    `SUMPRODUCT(ABS(${grid.range('debt.principal', 0, at)}))`;
  const discounted = (rate: string) => (at: number): string =>
    `(1+${rate})^(-${grid.month(at)}/12)`;
  const real = `((1+${inputs.at('discountRate')})/(1+${inputs.at('inflation')})-1)`;
  const below = (key: string) => (at: number): string =>
    `IF(${ref(key, at)}<0,${grid.month(at)},"")`;
  return {
    'x.gainBefore': gain('1'), 'x.gain': gain(basisFactor(sheets)),
    'x.incomeBefore': (at) =>
      `${ref('ebitda', at)}+${ref('x.gainBefore', at)}-SUM(${assets.depreciation(at)})`,
    'x.income': (at) =>
      `${ref('ebitda', at)}+${ref('x.gain', at)}+${ref('reserveInterest', at)}-${ref('x.paidInterest', at)}`
      + `-${ref('x.feeSpread', at)}-${ref('depreciation', at)}`,
    'x.paidShareBefore': (at) => paidShareFormula('before', grid, at, context),
    'x.paidShare': (at) => paidShareFormula('after', grid, at, context),
    'x.paidInterest': (at) =>
      (hasDebt ? `(${loans(sheets, 'interest', at)})-(${loans(sheets, 'capitalised', at)})`
        : '0'),
    'x.service': (at) =>
      (hasDebt
        ? `IF(${firstPrincipal(at)}=0,0,${ref('x.paidInterest', at)}-${ref('debt.principal', at)})`
        : '0'),
    'x.serviceReserve': (at) =>
      (hasDebt ? reserve(sheets, at, 'x.service', inputs.at('dsraMonths')) : '0'),
    'x.operatingReserve': (at) =>
      `-(${reserve(sheets, at, 'opex', inputs.at('reserveMonths'))})`,
    'x.feeSpread': (at) => feeSpread(sheets, at),
    ...Object.fromEntries(chargeClasses(context)
      .map((name) => [`charge.${name}`, (at: number) =>
        overAssets(sheets,
          `(${assets.range('class')}="${name}")*(${assets.range('service')}<=${grid.month(at)})*(${assets.range('last')}>=${grid.month(at)})*${assets.range('charge')}`)])),
    'x.charge': (at) => sumOf(chargeClasses(context).map((name) => ref(`charge.${name}`, at))),
    'x.cost': (at) => `${ref('x.charge', at)}-${ref('opex', at)}`,
    'x.discount': discounted(inputs.at('discountRate')), 'x.realDiscount': discounted(real),
    'x.cumulative': (at) =>
      `${at === 0 ? '0' : ref('x.cumulative', at - 1)}+${ref('equity', at)}`,
    'x.negativeMonth': below('x.cumulative'),
    'x.cumulativeDiscounted': (at) =>
      `${at === 0 ? '0' : ref('x.cumulativeDiscounted', at - 1)}+${ref('equity', at)}*${ref('x.discount', at)}`,
    'x.negativeDiscountedMonth': below('x.cumulativeDiscounted'),
    'x.flowMonth': (at) => `IF(${ref('equity', at)}<>0,${grid.month(at)},"")`,
    'x.scheduled': (at) =>
      `IF(${ref('x.service', at)}>${literal(serviceRounding)}*MAX(${grid.range('x.service')}),${ref('x.service', at)},0)`,
    'x.cafds': (at) => ['ebitda', 'workingCapital', 'tax.state', 'tax.federal']
      .map((key) => ref(key, at)).join('+'),
    'x.dscr': (at) =>
      `IF(${ref('x.scheduled', at)}>0,${ref('ebitda', at)}/${ref('x.scheduled', at)},"")`,
    'x.dscrYear': (at) => yearCover(grid, at),
  };
}

/**
 * Cash after tax over the service of the twelve months that end here, where all of them
 * lie between the first month of service and the last; of the whole term in its last
 * month where it is shorter.
 */
function yearCover(grid: Grid, at: number): string {
  const from = Math.max(0, at - 11);
  const due = `SUM(${grid.range('x.scheduled', from, at)})`;
  const before = from === 0 ? '0' : `SUM(${grid.range('x.scheduled', 0, from - 1)})`;
  const after = at === grid.length - 1 ? '0'
    : `SUM(${grid.range('x.scheduled', at + 1, grid.length - 1)})`;
  const starts = `OR(${before}>0,${grid.ref('x.scheduled', from)}>0)`;
  const whole = `AND(${before}=0,${after}=0)`;
  const ends = `OR(${after}>0,${grid.ref('x.scheduled', at)}>0)`;
  const cash = grid.range('x.cafds', from, at);
  const paid = `IF(${starts},SUM(${cash}),SUMIF(${grid.range('x.scheduled', from, at)},">0",${cash}))`;
  return `IF(AND(${due}>0,${ends},OR(${starts},${whole})),${paid}/${due},"")`;
}

const helperLabels: Readonly<
  Record<(typeof helpers)[number], readonly [label: string, unit: string]>
> = {
  'x.gainBefore': [
    'Gain on assets sold, before debt', 'USD',
  ], 'x.incomeBefore': ['Taxable income, before debt', 'USD'],
  'x.gain': ['Gain on assets sold', 'USD'], 'x.income': [
    'Taxable income', 'USD',
  ], 'x.paidInterest': ['Interest paid', 'USD'],
  'x.service': ['Debt service', 'USD'], 'x.serviceReserve': ['Reserve for debt service', 'USD'],
  'x.operatingReserve': ['Reserve for operating cost', 'USD'], 'x.feeSpread': ['Fee deducted',
    'USD'],
  'x.charge': ['Capital charges', 'USD'], 'x.cost': [
    'Economic cost', 'USD',
  ], 'x.discount': ['Discount factor', 'ratio'],
  'x.realDiscount': ['Discount factor, real', 'ratio'], 'x.cumulative': ['Owner’s flow, summed',
    'USD'],
  'x.negativeMonth': [
    'Month, where that is below 0', 'month',
  ], 'x.cumulativeDiscounted': ['Owner’s flow, discounted and summed', 'USD'],
  'x.negativeDiscountedMonth': [
    'Month, where that is below 0', 'month',
  ], 'x.flowMonth': ['Month, where money flows', 'month'],
  'x.paidShareBefore': ['Share of the year’s tax paid, before debt', 'ratio'],
  'x.paidShare': ['Share of the year’s tax paid', 'ratio'],
  'x.scheduled': ['Debt service without rounding', 'USD'],
  'x.cafds': ['Cash available for debt service', 'USD'], 'x.dscr': ['DSCR', 'ratio'],
  'x.dscrYear': ['DSCR of twelve months', 'ratio'],
};
const summed: ReadonlySet<string> =
  new Set(['x.charge', 'x.cost', 'x.paidInterest', 'x.service', 'x.incomeBefore', 'x.income']);

/**
 * Every line of the sheet Monthly. A statement line without a formula is carried as the
 * engine has it.
 */
export function monthlyLines(sheets: Sheets): readonly Line[] {
  const { context } = sheets;
  const formulas: Formulas = { ...operating(sheets), ...books(sheets), ...owners(sheets),
    ...helperFormulas(sheets) };
  const statement = context.result.statement.lines.map(({ key, label, kind, values }): Line => {
    const of = formulas[key];
    const total = kind === 'balance' ? 'none' as const : 'sum' as const;
    return of === undefined ? carriedLine(key, `${label} (from the plan)`, 'USD', values, total)
      : formulaLine(key, label, 'USD', of, values, { total });
  });
  const charges = chargeClasses(context).map((name) =>
    formulaLine(`charge.${name}`, `Capital charge, ${name}`, 'USD',
      formulas[`charge.${name}`] ?? (() => '0')));
  const others = helpers.map((key): Line => {
    const [label, unit] = helperLabels[key];
    const style = unit === 'USD' ? 'usd' as const
      : unit === 'month' ? 'integer' as const
      : 'number' as const;
    const line = formulaLine(key, label, unit, formulas[key] ?? (() => '0'), null,
      { style, total: summed.has(key) ? 'sum' : 'none' });
    return key === 'x.dscr' || key === 'x.dscrYear' ? { ...line, total: formula(
      `IF(COUNT(${sheets.grid.range(key)})=0,"",MIN(${sheets.grid.range(key)}))`, 'number',
    ) } : line;
  });
  return [...trafficLines(sheets), ...rentalLines(sheets), ...quantityLines(sheets), ...statement,
    ...debtLines(sheets), ...charges, ...others];
}
