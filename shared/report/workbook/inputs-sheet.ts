import { findListing } from '../../catalog/prices.ts';
import type {
  DebtParams, FinanceParams, OpexLine, TrafficSales,
} from '../../economics/statement/types.ts';
import type { InputInUse, Plan } from '../../plan/types.ts';
import { printOf } from '../../project/print.ts';
import type { Values } from '../../project/resolve.ts';
import type { Print } from '../../units/print.ts';
import { evidenceNames } from '../types.ts';
import type { WorkbookContext } from './context.ts';
import { rentalParts } from './rental-lines.ts';
import { steppedLevel } from './price-level.ts';
import {
  formula, number, text, type Cell, type DefinedName, type Sheet, type StyleName,
} from './model.ts';

/** The sheet of inputs and the address of each, by the key the other sheets ask for. */
export interface InputsSheet {
  readonly sheet: Sheet;
  readonly names: readonly DefinedName[];
  /** @throws Error on a key that the sheet does not have */
  readonly at: (key: string) => string;
}

interface Entry {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly cell: Cell;
  readonly note: string;
}

const name = 'Inputs';
const input = (key: string, label: string, unit: string, value: number
  | string, style: StyleName, note = ''): Entry =>
  ({ key, label, unit,
    cell: typeof value === 'number' ? number(value, style) : text(value, style), note });
const derived = (
  key: string, label: string, unit: string, of: string, value: number, note = '',
): Entry =>
  ({ key, label, unit, cell: formula(of, 'number', value), note });

const rate = (key: string, label: string, value: number): Entry =>
  input(key, label, 'per year', value, 'in-percent');

/** A rate the project states, or the discount rate where it states none. */
const rateOrDiscount = (
  key: string, label: string, value: number, stated: number | null,
  at: (key: string) => string,
): Entry => (stated !== null ? rate(key, label, value) : {
  ...rate(key, label, value), cell: formula(at('discountRate'), 'in-percent', value),
  note: 'That of discounting, unless another is entered',
});

function financeEntries(
  finance: FinanceParams, stated: Values<'finance'>, at: (key: string) => string,
): readonly Entry[] {
  const { tax } = finance;
  return [
    rate('discountRate', 'Discount rate, nominal', finance.discountRate),
    rate('inflation', 'Inflation', finance.inflation),
    rateOrDiscount('financeRate', 'Finance rate of MIRR', finance.financeRate,
      stated.financeRate, at),
    rateOrDiscount('reinvestRate', 'Reinvestment rate of MIRR', finance.reinvestRate,
      stated.reinvestRate, at),
    rate('federalRate', 'Federal tax rate', tax.federalRate),
    rate('stateRate', 'State tax rate', tax.stateRate),
    input('lossRule', 'Losses: use or carry', '', tax.lossRule, 'in-text',
      'use: set off at once | carry: set off later profit'),
    input('lossLimit', 'Most of a profit a carried loss offsets', 'share',
      tax.lossLimitShare, 'in-percent'),
    input('receivableDays', 'Customers pay after', 'days', finance.receivableDays,
      'in-integer'),
    input('payableDays', 'Suppliers are paid after', 'days', finance.payableDays, 'in-integer'),
    input('reserveMonths', 'Operating cost held in reserve', 'months',
      finance.operatingReserveMonths, 'in-number'),
    rate('reserveInterest', 'Interest on reserves', finance.reserveInterest),
  ];
}

/** US dollars for one unit of the project's currency: every amount follows it. */
const rateEntry = ({ currency, usdPerUnit }: Print): Entry =>
  input('usdPerUnit', `Rate: USD for one ${currency}`, `USD per ${currency}`, usdPerUnit,
    'in-number');

const debtEntries = (debt: DebtParams): readonly Entry[] => [
  input('debtKind', 'Repayment', '', debt.kind, 'text',
    'Sets which formulas stand on the sheet Monthly: change it in the project'),
  input('debtShare', 'Share borrowed', 'share', debt.share, 'in-percent'),
  rate('debtRate', 'Interest rate', debt.ratePerYear),
  input('tenor', 'Tenor', 'months', debt.tenorMonths, 'in-integer'),
  input('targetDscr', 'Target DSCR of sculpted debt', 'ratio', debt.targetDscr, 'in-number'),
  input('feeShare', 'Upfront fee', 'share', debt.upfrontFeeShare, 'in-percent'),
  input('dsraMonths', 'Debt service held in reserve', 'months', debt.dsraMonths, 'in-number'),
  input('constructionInterest', 'Interest before service: capitalised or paid', '',
    debt.constructionInterest, 'in-text'),
];

const pricePer = 'USD/M tokens';
const salesKey = ({ trafficKey }: TrafficSales, key: string): string =>
  `sales.${trafficKey}.${key}`;

/** What the plan takes a cached price from that nobody entered; null where one is entered. */
function cachedRule({ stages, inputs }: Plan, trafficKey: string): {
  /** What the listing asks, where it asks no more for cached input. */
  readonly listed: { readonly input: number; readonly cached: number } | null;
  readonly ratio: number;
} | null {
  const values = inputs.traffic.find(({ key }) => key === trafficKey)?.values;
  if (values === undefined || values.cachedUsdPerMtok !== null) return null;
  const { id } = stages.priced.costs.prices.get(trafficKey)?.listing ?? { id: null };
  const listing = id === null ? undefined : findListing(stages.catalog, id);
  const [input, cached] = [listing?.inputUsdPerMtok?.value, listing?.cachedUsdPerMtok?.value];
  return { ratio: values.cachedRatio, listed: input === undefined || cached === undefined
    || cached > input ? null : { input, cached } };
}

/**
 * Prices of a class in month 1. A cached price nobody entered follows the input price as in
 * the plan: that of the listing while the input price is its own, else a share of the input
 * price.
 */
function priceEntries(
  plan: Plan, sales: TrafficSales, at: (key: string) => string,
): readonly Entry[] {
  const k = (key: string): string => salesKey(sales, key);
  const of = (label: string): string => `${label}, ${sales.trafficKey}`;
  const price = (key: string, label: string, value: number): Entry =>
    input(k(key), of(label), pricePer, value, 'in-number', 'Price of month 1');
  const [asked, paid] = [price('input', 'Input price', sales.inputUsdPerMtok),
    price('output', 'Output price', sales.outputUsdPerMtok)];
  const rule = cachedRule(plan, sales.trafficKey);
  if (rule === null)
    return [asked, price('cached', 'Cached input price', sales.cachedUsdPerMtok), paid];
  const inputPrice = at(k('input'));
  const byRatio = `${inputPrice}*${at(k('cachedRatio'))}`;
  const orListed = (): string =>
    `IF(${inputPrice}=${at(k('inputListed'))},${at(k('cachedListed'))},${byRatio})`;
  return [
    asked, ...(rule.listed === null ? []
      : [price('inputListed', 'Input price of the listing', rule.listed.input),
        price('cachedListed', 'Cached input price of the listing', rule.listed.cached)]),
    input(k('cachedRatio'), of('Cached price over input price'), 'share', rule.ratio,
      'in-percent'),
    derived(k('cached'), of('Cached input price'), pricePer,
      rule.listed === null ? byRatio : orListed(), sales.cachedUsdPerMtok,
      'That of the listing while the input price is its own; else a share of the input price'),
    paid,
  ];
}

function salesEntries(
  plan: Plan, sales: TrafficSales, at: (key: string) => string,
): readonly Entry[] {
  const k = (key: string): string => salesKey(sales, key);
  const of = (label: string): string => `${label}, ${sales.trafficKey}`;
  const share = (key: string, label: string, value: number): Entry =>
    input(k(key), of(label), 'share', value, 'in-percent');
  const tiers = sales.tiers.flatMap((tier, n) => [
    share(`tier${n}.share`, `Tier ${tier.key}: share`, tier.share),
    input(k(`tier${n}.factor`), of(`Tier ${tier.key}: multiple of the price`), 'ratio',
      tier.priceFactor, 'in-number'),
  ]);
  const onTiers = sales.tiers
    .map((_, n) => `+${at(k(`tier${n}.share`))}*(${at(k(`tier${n}.factor`))}-1)`)
    .join('');
  const one = (key: string): string => `(1-${at(k(key))})`;
  const rebate = (kind: string): string =>
    `(1-${at(k(`${kind}Share`))}*${at(k(`${kind}Discount`))})`;
  return [
    ...priceEntries(plan, sales, at),
    rate(k('modelDecline'), of('Price decline of the model'), sales.path.modelDeclinePerYear),
    rate(k('capabilityDecline'), of('Price decline of the capability'),
      sales.path.capabilityDeclinePerYear),
    input(k('floor'), of('Least multiple of the price'), 'ratio', sales.path.floorFactor,
      'in-number'),
    ...sales.path.replacements.flatMap(({ month, priceFactor, step }, n) => [
      input(k(`replaced${n}.month`), of(`Replacement ${n + 1}: month`), 'month', month,
        'carried', 'Which months it covers is fixed when the workbook is made'),
      ...(step === undefined ? [] : [
        input(k(`replaced${n}.step`), of(`Replacement ${n + 1}: step over the price then`),
          'ratio', step, 'in-number'),
        derived(k(`replaced${n}.level`), of(`Replacement ${n + 1}: multiple of the price`),
          'ratio', steppedLevel(sales, n, (key) => at(k(key))), 0),
      ]),
      ...(priceFactor === null ? []
        : [input(k(`replaced${n}.factor`),
          of(`Replacement ${n + 1}: multiple of the price`), 'ratio', priceFactor,
          'in-number')]),
    ]),
    share('free', 'Given away', sales.freeShare),
    share('failed', 'Generated for failed requests', sales.failedShare),
    share('batchShare', 'Sold as batch', sales.batchShare),
    share('batchDiscount', 'Batch discount', sales.batchDiscount),
    share('offPeakShare', 'Sold off peak', sales.offPeakShare),
    share('offPeakDiscount', 'Off-peak discount', sales.offPeakDiscount),
    ...tiers,
    derived(k('usual'), of('Share of the list price earned'), 'ratio',
      `${one('free')}*${one('failed')}*${rebate('batch')}*${rebate('offPeak')}*(1${onTiers})`,
      0),
    derived(k('filled'), of('Share earned by tokens that fill idle capacity'), 'ratio',
      `${one('failed')}*${one('batchDiscount')}`, 0),
  ];
}

const basisUnits: Readonly<Record<OpexLine['basis'], string>> = {
  kwh: 'USD/kWh', 'kw-peak':
    'USD/kW-month', m3: 'USD/m3', tco2: 'USD/t', 'mw-year': 'USD/MW-year',
  'accelerator-year': 'USD/accelerator-year', 'accelerator-hour':
    'USD/accelerator-hour', 'capex-year': 'share/year',
  revenue: 'share of revenue', mtok:
    'USD/M tokens', month: 'USD/month', 'kw-month': 'USD/kW-month',
};

const opexEntries = (line: OpexLine): readonly Entry[] => [
  input(`opex.${line.key}.rate`, line.label, line.billedUsd === undefined ? basisUnits[line.basis]
    : 'of the schedule’s bill', line.rate, 'in-number'),
  rate(`opex.${line.key}.rise`, `${line.label}: yearly rise`, line.escalationPerYear),
  ...(line.basis === 'kw-peak' && line.billedUsd === undefined ? [
    input(`opex.${line.key}.least`, `${line.label}: least billed`, 'kW',
      line.minimumKw ?? 0, 'in-number'),
    input(`opex.${line.key}.ratchet`, `${line.label}: ratchet`, 'share',
      line.ratchet ?? 0, 'in-percent'),
  ] : []),
];

const registerRow = (entry: InputInUse): readonly (Cell | null)[] => [
  text(entry.label), text(entry.unit === 'text' ? '' : entry.unit, 'note'),
  typeof entry.value === 'number' ? number(entry.value, 'carried')
    : text(String(entry.value ?? 'automatic')),
  text(evidenceNames[entry.evidence]), text(entry.source), text(entry.note),
  text(entry.path, 'note'),
];

const hint = 'Blue cells may be changed: every sheet follows. Physical quantities come from the '
  + 'plan and stand on the sheet Monthly.';

/**
 * Every economic input with an address of its own, then the register of all inputs of the
 * plan.
 */
export function writeInputs(context: WorkbookContext): InputsSheet {
  const { params, opex, plan } = context;
  const rowOf = new Map<string, number>();
  const at = (key: string): string => {
    const row = rowOf.get(key);
    if (row === undefined) throw new Error(`the inputs have no ${key}`);
    return `Inputs!$C$${row}`;
  };
  const rows: (readonly (Cell | null)[])[] = [[text('Inputs', 'title')], [text(hint, 'note')]];
  const names: DefinedName[] = [];
  const head = (title: string): void => {
    rows.push([],
      ['', '', '', ''].map((_, n) => text([title, 'Unit', 'Value', 'Note'][n] ?? '', 'head')));
  };
  const put = (entries: readonly Entry[]): void => {
    for (const { key, label, unit, cell, note } of entries) {
      rows.push([text(label), text(unit, 'note'), cell, text(note, 'note')]);
      rowOf.set(key, rows.length);
      if (/^[a-z]+[A-Z][A-Za-z]*$|^tenor$|^inflation$/u.test(key))
        names.push({ name: key, ref: `Inputs!$C$${rows.length}` });
    }
  };
  // Two passes: a derived entry refers to rows of its own group, whose places are known once
  // it is laid out.
  const putLate = (entriesAt: (find: (key: string) => string) => readonly Entry[]): void => {
    for (const [n, { key }] of entriesAt(() => 'A1').entries())
      rowOf.set(key, rows.length + n + 1);
    put(entriesAt(at));
  };
  const currency = printOf(plan.inputs.project.values);
  if (currency.currency !== 'USD') {
    head('Currency');
    put([rateEntry(currency)]);
  }
  head('Finance');
  putLate((find) => financeEntries(params.finance, plan.inputs.finance.values, find));
  if (params.finance.debt !== null) {
    head('Debt');
    put(debtEntries(params.finance.debt));
  }
  for (const sales of params.sales) {
    head(`Prices, ${sales.trafficKey}`);
    putLate((find) => salesEntries(plan, sales, find));
  }
  for (const part of [...rentalParts(context),
    { title: 'Operating cost', entries: opex.flatMap(opexEntries) }]) {
    head(part.title);
    put(part.entries);
  }
  rows.push([], [], [
    'Every input of the plan', 'Unit', 'Value', 'Evidence', 'Source', 'Note', 'Path',
  ].map((title) => text(title, 'head')));
  rows.push(...plan.inputsInUse.map(registerRow));
  return {
    at, names,
    sheet: { name, widths: [46, 18, 16, 18, 60, 40, 34], freeze: { rows: 2, columns: 1 },
      rows },
  };
}
