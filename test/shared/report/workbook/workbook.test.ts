import { beforeAll, describe, expect, test } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../../shared/catalog/measured.ts';
import { createPlanner } from '../../../../shared/plan.ts';
import type { Plan } from '../../../../shared/plan/types.ts';
import type { FieldValue } from '../../../../shared/project/field.ts';
import { setByPath } from '../../../../shared/project/path.ts';
import { listScenarios } from '../../../../shared/project/resolve.ts';
import type { ProjectRecord } from '../../../../shared/project/record.ts';
import { documentOf, findTemplate, templates } from '../../../../shared/project/templates.ts';
import { workbookOf } from '../../../../shared/report/workbook/build.ts';
import type { Workbook } from '../../../../shared/report/workbook/model.ts';
import { readNumber, recalculate, retype, type Recalculated } from './office.ts';

const planner = createPlanner(builtInCatalog, loadMeasuredPoints());
type Sets = readonly (readonly [path: string, value: FieldValue])[];

function planOf(
  template: string, scenario: string, sets: Sets = [], more: readonly ProjectRecord[] = [],
): Plan {
  const document = sets.reduce((so, [path, value]) => {
    const set = setByPath(so, scenario, path, value);
    if (!set.ok) throw new Error(JSON.stringify(set.error));
    return set.value;
  }, documentOf([...findTemplate(template)?.records ?? [], ...more]));
  const plan = planner.evaluate(document, scenario);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}
const bookOf = (plan: Plan): Workbook => workbookOf(plan, '0.0.0');

/** Every scenario of every example, as shipped. */
const examples = templates.flatMap(({ id, records }) => listScenarios(documentOf(records))
  .map((scenario) => ({ name: `${id}.${scenario.id}`, plan: () => planOf(id, scenario.id) })));

/** A price event of the class that b200-1mw serves. */
const priceEvent = (key: string, month: number, factor: number | null): ProjectRecord => ({
  id: `base:priceEvent:${key}`, kind: 'priceEvent', scenarioId: 'base', key, position: month,
  body: { values: { traffic: 'chat', month, ...(factor === null ? {} : { factor }) } },
});

const contract = (
  key: string, values: Readonly<Record<string, FieldValue>>,
): ProjectRecord => ({
  id: `base:rentalContract:${key}`, kind: 'rentalContract', scenarioId: 'base', key,
  position: 1, body: { values },
});
const rentedOut: Sets = [['rackGroup.main.business', 'acceleratorHours'],
  ['rackGroup.main.spotShare', 0.3], ['rackGroup.main.spotUsdPerHour', 1.5],
  ['rackGroup.main.rampMonths', 4], ['finance.debtShare', 0.5], ['opex.salesShare', 0.05],
  ['finance.debtKind', 'sculpted'], ['finance.receivableDays', 45]];
/** One that is renewed and partly fails, one that ends at once beyond the horizon. */
const contracts = [
  contract('long', { group: 'main', share: 0.5, termMonths: 14, startMonth: 3,
    renewalShare: 0.7, defaultPerYear: 0.05, prepayShare: 0.3 }),
  contract('late', { group: 'main', share: 0.25, termMonths: 60, startMonth: 20,
    usdPerHour: 3.1, prepayShare: 0.2, defaultMonth: 41 }),
];

const successor: Sets = [['traffic.chat.pricePath', 'successor'],
  ['traffic.chat.retireMonth', 14], ['traffic.chat.successorMonths', 9]];

/**
 * What the examples do not use: every way of repayment, of loss, of ownership, and the
 * rarer bills.
 */
const variants: Readonly<Record<string, readonly [template: string, sets: Sets,
  more?: readonly ProjectRecord[]]>> = {
  level: ['gb300-100mw',
    [['finance.debtShare', 0.6], ['finance.tenorMonths', 36], ['finance.dsraMonths', 6]]],
  constant: ['hopper-to-blackwell', [['finance.debtShare', 0.5],
    ['finance.debtKind', 'constant-principal'], ['finance.tenorMonths', 240],
    ['finance.upfrontFee', 0.02]]],
  sculpted: ['hopper-to-blackwell', [['finance.debtShare', 0.9],
    ['finance.debtKind', 'sculpted'], ['finance.targetDscr', 4],
    ['finance.lossRule', 'carry'], ['finance.lossLimitShare', 0.8]]],
  calendar: ['hopper-to-blackwell', [['project.startMonth', '2027-08'],
    ['finance.depreciation', 'straight'], ['finance.debtShare', 0.5],
    ['finance.tenorMonths', 6], ['finance.taxRate', 0.5]]],
  lease: ['b200-1mw', [['finance.ownership', 'lease']]],
  colo: ['b200-1mw', [['finance.ownership', 'colo']]],
  rental: ['b200-1mw', [['finance.ownership', 'rental']]],
  tariff: ['b200-1mw', [['tariff.billing', 'schedule'], ['tariff.schedule', JSON.stringify({
    energyratestructure: [[{ rate: 0.05, max: 50_000, unit: 'kWh' }, { rate: 0.09, unit: 'kWh' }]],
    flatdemandstructure: [[{ rate: 8 }]], lookbackpercent: 80, lookbackrange: 11,
    fixedchargefirstmeter: 500 })], ['site.ppaShare', 0.3]]],
  onSite: ['b200-1mw', [['curtailment.hours', 400], ['curtailment.share', 0.9],
    ['battery.mw', 0.4], ['battery.mwh', 0.8], ['battery.lifeYears', 2],
    ['site.demandUsdPerKwMonth', 9], ['site.ppaShare', 0.2]], [
    { id: 'base:feed:a', kind: 'feed', scenarioId: 'base', key: 'a', position: 1,
      body: { values: { mw: 1, month: 9, rampMonths: 3 } } },
    { id: 'base:generator:gas', kind: 'generator', scenarioId: 'base', key: 'gas', position: 1,
      body: { values: { mw: 0.5, runs: 'cheapest', fuelEscalation: 0.08 } } }]],
  demand: ['gb300-100mw', [['site.demandUsdPerKwMonth', 12],
    ['finance.receivableDays', 75], ['finance.payableDays', 45],
    ['site.demandRatchet', 0.9], ['finance.operatingReserveMonths', 3],
    ['finance.reserveInterest', 0.03]]],
  euro: ['b200-1mw', [['project.currency', 'EUR'], ['project.usdPerUnit', 1.25],
    ['finance.debtShare', 0.5], ['site.demandUsdPerKwMonth', 5]]],
  euroRental: ['b200-1mw', [['project.currency', 'EUR'], ['project.usdPerUnit', 1.25],
    ['finance.ownership', 'rental']]],
  unpaid: ['b200-1mw', [['traffic.chat.inputUsdPerMtok', 0.004],
    ['traffic.chat.outputUsdPerMtok', 0.02], ['finance.debtShare', 0.9],
    ['finance.debtKind', 'sculpted']]],
  successor: ['b200-1mw', [...successor, ['traffic.chat.successorStep', 0.7]]],
  replaced: ['b200-1mw', successor,
    [priceEvent('early', 8, null), priceEvent('between', 18, 0.8)]],
  rentedOut: ['b200-1mw', rentedOut, contracts],
  rentedBeside: ['neocloud-pod', [['rackGroup.chat.business', 'acceleratorHours'],
    ['opex.softwareUsdPerAcceleratorYear', 300]],
  [contract('half', { group: 'chat', share: 0.5 })]],
  // A price that rises, and the capability's where it is lower.
  lower: ['b200-1mw', [['traffic.chat.pricePath', 'successor'],
    ['traffic.chat.retireMonth', 20], ['traffic.chat.successorMonths', 12],
    ['traffic.chat.successorStep', 1.3], ['traffic.chat.priceDecline', -0.1],
    ['traffic.chat.priceClock', 'lower'], ['traffic.chat.priceFloor', 0.6]]],
  ended: ['b200-1mw', [['traffic.chat.pricePath', 'ended'],
    ['traffic.chat.retireMonth', 20], ['traffic.chat.retiredDemand', 0.25],
    ['opex.salesShare', 0.2]]],
  zero: ['b200-1mw',
    [['finance.discountRate', 0], ['finance.taxRate', 0], ['finance.stateTaxRate', 0]]],
};

/** An input as typed on the sheet, and the same change in the project. */
const edits: Readonly<Record<string, readonly [label: string, value: number, sets: Sets]>> = {
  discount: ['Discount rate, nominal', 0.17, [['finance.discountRate', 0.17]]],
  electricity: ['Electricity', 0.21, [['site.electricityUsdPerKwh', 0.21]]],
  federal: ['Federal tax rate', 0.35, [['finance.taxRate', 0.35]]],
  selling: ['Selling cost', 0.2, [['opex.salesShare', 0.2]]],
  receivables: ['Customers pay after', 60, [['finance.receivableDays', 60]]],
  // The listing asks 0.15, with 0.014 for cached input: that price no longer holds.
  asked: ['Input price, chat', 0.3, [['traffic.chat.inputUsdPerMtok', 0.3]]],
};

/**
 * Prices at which b200-1mw never pays, and prices at which it does. Cached
 * input is sold at a share of either.
 */
const unpaid: Sets = [['traffic.chat.inputUsdPerMtok', 0.004],
  ['traffic.chat.outputUsdPerMtok', 0.02]];
const paid: Sets = [['traffic.chat.inputUsdPerMtok', 0.2],
  ['traffic.chat.outputUsdPerMtok', 0.8]];
/** What the listing of b200-1mw asks, typed over prices that were entered. */
const listed: Sets = [['traffic.chat.inputUsdPerMtok', 0.15],
  ['traffic.chat.outputUsdPerMtok', 0.6]];
const typedPrices = (book: Workbook, prices: Sets): Workbook =>
  ['Input price, chat', 'Output price, chat'].reduce(
    (so, label, at) => retype(so, label, Number(prices[at]?.[1])), book);

let books: Readonly<Record<string, Recalculated>> = {};

beforeAll(() => {
  const base = bookOf(planOf('b200-1mw', 'base'));
  const made: Record<string, Workbook> = {};
  for (const { name, plan } of examples) made[name] = bookOf(plan());
  for (const [name, [template, sets, more]] of Object.entries(variants))
    made[name] = bookOf(planOf(template, 'base', sets, more));
  for (const [name, [label, value]] of Object.entries(edits))
    made[`edit-${name}`] = retype(base, label, value);
  made['paid-unpaid'] = typedPrices(bookOf(planOf('b200-1mw', 'base', paid)), unpaid);
  made['unpaid-listed'] = typedPrices(bookOf(planOf('b200-1mw', 'base', unpaid)), listed);
  made['unpaid-paid'] = typedPrices(bookOf(planOf('b200-1mw', 'base', unpaid)), paid);
  made['euro-rate'] =
    retype(bookOf(planOf('b200-1mw', 'base', variants['euro']?.[1])), 'Rate: USD for one EUR', 2);
  // Successors from month 14 every nine months: four within the 48.
  made['typed-steps'] = [1, 2, 3, 4].reduce((so, n) =>
    retype(so, `Replacement ${n}: step over the price then, chat`, 0.5),
  bookOf(planOf('b200-1mw', 'base', variants['successor']?.[1])));
  books = recalculate(made);
}, 240_000);

/** Rows of the sheet Checks below its head. */
const checksOf = (name: string): readonly (readonly string[])[] => {
  const rows = books[name]?.['Checks'] ?? [];
  const head = rows.findIndex(([first]) => first === 'Check');
  return rows.slice(head + 1).filter(([label]) => label !== undefined && label !== '');
};

describe.each([
  ...examples.map(({ name }) => name), ...Object.keys(variants),
])('the workbook of %s', (name) => {
  test('recalculated by LibreOffice gives the plan’s figures within 1e-6', () => {
    const checks = checksOf(name);
    expect(checks.length).toBeGreaterThan(50);
    const off = checks.filter(([, , , , difference]) => !(readNumber(difference) <= 1e-6));
    expect(off).toEqual([]);
    expect(books[name]?.['Checks']?.[3]?.at(-1)).toBe('OK');
  });
  test('has no cell that could not be computed', () => {
    const broken = Object.entries(books[name] ?? {}).flatMap(([sheet, rows]) =>
      rows.flat().filter((cell) => /^(?:Err:\d+|#[A-Z/0!?]+)$/u.test(cell))
        .map((cell) => `${sheet}: ${cell}`));
    expect(broken).toEqual([]);
  });
});

describe.each(Object.entries(edits))('a typed %s', (name, [, , sets]) => {
  test('moves the workbook as the same change moves the plan', () => {
    const now = planOf('b200-1mw', 'base', sets);
    const before = planOf('b200-1mw', 'base');
    const metrics = books[`edit-${name}`]?.['Metrics'] ?? [];
    const unitCost = books[`edit-${name}`]?.['Unit cost'] ?? [];
    const cell = (rows: typeof metrics, label: string): number =>
      readNumber(rows.find(([first]) => first === label)?.[2]);
    const figure = (plan: Plan, key: string): number =>
      plan.figures[`headline.${key}`]?.value ?? Number.NaN;
    for (const [label, key] of [
      ['NPV, owner, after tax and debt', 'npvUsd'], ['Tax', 'taxUsd'],
    ] as const) {
      const expected = key === 'taxUsd' ? now.figures['economics.taxUsd']?.value
        ?? Number.NaN : figure(now, key);
      expect(Math.abs(cell(metrics, label) / expected - 1)).toBeLessThan(1e-6);
    }
    expect(
      Math.abs(cell(unitCost, 'Cost of a million tokens') / figure(now, 'costPerMTokUsd') - 1),
    ).toBeLessThan(1e-6);
    expect(Math.abs(figure(now, 'npvUsd') / figure(before, 'npvUsd') - 1))
      .toBeGreaterThan(1e-5);
  });
});

/** Cell beside a label on the sheet Metrics. */
const metricOf = (name: string, label: string): string =>
  (books[name]?.['Metrics'] ?? []).find(([first]) => first === label)?.[2] ?? 'no such row';

describe('results that come and go with the inputs', () => {
  const figure = (plan: Plan, key: string): number =>
    plan.figures[`headline.${key}`]?.value ?? Number.NaN;

  test('leave where nothing is paid back', () => {
    const plan = planOf('b200-1mw', 'base', unpaid);
    expect(plan.figures['headline.paybackMonths']?.value).toBeNull();
    expect(metricOf('paid-unpaid', 'Payback')).toMatch(/^absent: not within the horizon/u);
    expect(metricOf('paid-unpaid', 'Discounted payback')).toMatch(/^absent: /u);
    // A plan that has none says so in the same words.
    expect(metricOf('unpaid', 'Payback')).toMatch(/^absent: not within the horizon/u);
    expect(readNumber(metricOf('paid-unpaid', 'IRR'))).toBeCloseTo(figure(plan, 'irr'), 4);
    expect(readNumber(metricOf('paid-unpaid', 'MOIC'))).toBeCloseTo(figure(plan, 'moic'), 6);
  });

  test('come where the plan had none', () => {
    const plan = planOf('b200-1mw', 'base', paid);
    expect(readNumber(metricOf('unpaid-paid', 'Payback'))).toBe(figure(plan, 'paybackMonths'));
    expect(readNumber(metricOf('unpaid-paid', 'Discounted payback')))
      .toBe(figure(plan, 'discountedPaybackMonths'));
    expect(readNumber(metricOf('unpaid-paid', 'IRR'))).toBeCloseTo(figure(plan, 'irr'), 4);
    expect(readNumber(metricOf('unpaid-paid', 'MIRR'))).toBeCloseTo(figure(plan, 'mirr'), 4);
  });

  test('sell cached input as the listing does where its input price is typed', () => {
    const plan = planOf('b200-1mw', 'base', listed);
    const label = 'NPV, owner, after tax and debt';
    expect(readNumber(metricOf('unpaid-listed', label)) / figure(plan, 'npvUsd'))
      .toBeCloseTo(1, 6);
    expect(figure(plan, 'npvUsd')).toBeCloseTo(figure(planOf('b200-1mw', 'base'), 'npvUsd'), 3);
  });

  test('follow the step to a successor', () => {
    const label = 'NPV, owner, after tax and debt';
    const stepped = planOf('b200-1mw', 'base',
      [...successor, ['traffic.chat.successorStep', 0.5]]);
    expect(readNumber(metricOf('typed-steps', label)) / figure(stepped, 'npvUsd'))
      .toBeCloseTo(1, 6);
    expect(metricOf('successor', label)).not.toBe(metricOf('typed-steps', label));
  });

  test('follow the discount rate where MIRR states no rate of its own', () => {
    const plan = planOf('b200-1mw', 'base', [['finance.discountRate', 0.17]]);
    expect(readNumber(metricOf('edit-discount', 'MIRR'))).toBeCloseTo(figure(plan, 'mirr'), 4);
  });

  test('stand in the project’s currency and follow its rate', () => {
    const npv = figure(planOf('b200-1mw', 'base', variants['euro']?.[1]), 'npvUsd');
    const label = 'NPV, owner, after tax and debt';
    expect(readNumber(metricOf('euro', label)) / (npv / 1.25)).toBeCloseTo(1, 9);
    expect(readNumber(metricOf('euro-rate', label)) / (npv / 2)).toBeCloseTo(1, 9);
    const units = (books['euro']?.['Metrics'] ?? []).map(([, unit]) => unit);
    expect(units).toContain('EUR');
    expect(units).not.toContain('USD');
  });
});
