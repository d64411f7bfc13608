import { maxLeadMonths } from '../../lifecycle/check.ts';
import { bonusMaxRecoveryYears } from '../functions/macrs.ts';
import type {
  CapexItem, EconomicsParams, EconomicsProblem, FinanceParams, OpexLine, RentalSales,
  TrafficSales,
} from './types.ts';
import { servingGroups } from './rental.ts';

/**
 * Everything that keeps the money from being computed; empty when it is sound. Rates of
 * -100 % and below get their own code: discounting by them has no meaning.
 * @example checkEconomics({ ...params, finance: { ...finance, discountRate: -1 } })
 *   // [{ code: 'rate-at-minus-one', ... }]
 */
export const checkEconomics = (params: EconomicsParams): readonly EconomicsProblem[] =>
  moneyChecks.flatMap(([, check]) => check(params));

/**
 * The checks by what they look at, in order: a caller who remembers them repeats only
 * what an edit touches.
 */
export const moneyChecks: readonly (readonly [
  name: string, check: (params: EconomicsParams) => readonly EconomicsProblem[],
])[] = [
  ['names', checkNames],
  ['items', ({ capex, lifecycle }) =>
    capex.flatMap((item) => checkAsset(item, lifecycle.horizonMonths))],
  ['lines', ({ opex }) => opex.flatMap(checkLine)],
  ['sales', ({ sales }) => sales.flatMap(checkSales)],
  ['rentals', ({ rentals = [] }) => rentals.flatMap(checkRentals)],
  ['prices', checkPriced],
  ['ownership', checkOwnership],
  ['finance', ({ finance }) => checkFinance(finance)],
];

function checkNames({ capex, opex }: EconomicsParams): readonly EconomicsProblem[] {
  const keys = [...capex.map((item) => `capex ${item.key}`),
    ...opex.map((line) => `opex ${line.key}`)];
  const met = new Set<string>();
  const repeated = keys.filter((key) => met.size === met.add(key).size);
  return repeated.map((where) => ({ code: 'duplicate-key', where }));
}

type RangeRow = readonly [what: string, value: number, min: number, max: number];

/** What is found about a thing: nothing, as a rule, and so nothing is made for it. */
class Found {
  problems: readonly EconomicsProblem[] = [];
  private readonly kind: string;
  private readonly key: string;

  constructor(kind: string, key = '') {
    [this.kind, this.key] = [kind, key];
  }

  get where(): string {
    return this.key === '' ? this.kind : `${this.kind}.${this.key}`;
  }

  add(problem: EconomicsProblem): void {
    this.problems = [...this.problems, problem];
  }

  /** NaN fails every comparison and so is a problem too. */
  range(what: string, value: number, min: number, max: number): void {
    if (value >= min && value <= max) return;
    this.add({ code: 'range', where: `${this.where}.${what}`, value, min, max });
  }
}

function ranges(where: string, rows: readonly RangeRow[]): readonly EconomicsProblem[] {
  const found = new Found(where);
  for (const row of rows) found.range(...row);
  return found.problems;
}

function checkAsset(item: CapexItem, horizon: number): readonly EconomicsProblem[] {
  const found = new Found('capex', item.key);
  const { serviceMonth, draws, retireAfterMonth, depreciation } = item;
  found.range('amountUsd', item.amountUsd, 0, 1e15);
  found.range('serviceMonth', serviceMonth, 1, Infinity);
  found.range('bonusShare', depreciation.bonusShare, 0, 1);
  checkResidual(item.residual, found);
  checkSchedule(depreciation.schedule, found);
  const sum = draws.reduce((total, draw) => total + draw.share, 0);
  if (!(Math.abs(sum - 1) < 1e-9)) found.add({ code: 'draws', where: found.where, sum });
  for (const { month } of draws) {
    if (month >= 1 - maxLeadMonths && month <= horizon || serviceMonth > horizon) continue;
    found.add({ code: 'draw-month', where: found.where, month, min: 1 - maxLeadMonths,
      max: horizon });
  }
  if (retireAfterMonth !== null && retireAfterMonth < serviceMonth) {
    found.add({ code: 'phase-order', where: found.where, earlier: 'service',
      later: 'retirement' });
  }
  return found.problems;
}

function checkResidual(residual: CapexItem['residual'], found: Found): void {
  switch (residual.kind) {
    case 'fixed':
      found.range('residual.share', residual.share, 0, 2);
      break;
    case 'straight-line':
      found.range('residual.lifeYears', residual.lifeYears, 0.01, 100);
      found.range('residual.finalShare', residual.finalShare, 0, 1);
      break;
    case 'declining':
      found.range('residual.lossPerYear', residual.lossPerYear, 0, 1);
  }
}

function checkSchedule(schedule: CapexItem['depreciation']['schedule'], found: Found): void {
  switch (schedule.method) {
    case 'macrs':
      found.range('recoveryYears', schedule.recoveryYears, 1, bonusMaxRecoveryYears);
      break;
    case 'straight-line':
      found.range('lifeYears', schedule.lifeYears, 1 / 12, 100);
      break;
    case 'declining':
      found.range('lifeYears', schedule.lifeYears, 1, 100);
      found.range('factor', schedule.factor, 0.1, 10);
      break;
    case 'custom':
      found.range('shares', schedule.shares.reduce((sum, x) => sum + x, 0), 0, 1 + 1e-9);
      break;
    case 'none':
  }
}

function checkLine(line: OpexLine): readonly EconomicsProblem[] {
  const found = new Found('opex', line.key);
  found.range('rate', line.rate, 0, 1e12);
  found.range('escalationPerYear', line.escalationPerYear, -0.99, 10);
  return found.problems;
}

function checkSales(sales: TrafficSales): readonly EconomicsProblem[] {
  const found = new Found('sales', sales.trafficKey);
  const { path, tiers } = sales;
  found.range('inputUsdPerMtok', sales.inputUsdPerMtok, 0, 1e6);
  found.range('cachedUsdPerMtok', sales.cachedUsdPerMtok, 0, 1e6);
  found.range('outputUsdPerMtok', sales.outputUsdPerMtok, 0, 1e6);
  found.range('freeShare', sales.freeShare, 0, 1);
  found.range('failedShare', sales.failedShare, 0, 1);
  found.range('batchShare', sales.batchShare, 0, 1);
  found.range('batchDiscount', sales.batchDiscount, 0, 1);
  found.range('offPeakShare', sales.offPeakShare, 0, 1);
  found.range('offPeakDiscount', sales.offPeakDiscount, 0, 1);
  found.range('tiers', tiers.reduce((sum, tier) => sum + tier.share, 0), 0, 1 + 1e-9);
  found.range('modelDeclinePerYear', path.modelDeclinePerYear, -10, 0.9999999);
  found.range('capabilityDeclinePerYear', path.capabilityDeclinePerYear, -10, 0.9999999);
  found.range('floorFactor', path.floorFactor, 0, 1);
  return found.problems;
}

function checkRentals({ groupKey, contracts, ...free }: RentalSales): readonly EconomicsProblem[] {
  const found = new Found('rentals', groupKey);
  for (const channel of ['onDemand', 'spot'] as const) {
    found.range(`${channel}.usdPerHour`, free[channel].usdPerHour, 0, 1e4);
    found.range(`${channel}.declinePerYear`, free[channel].declinePerYear, -10, 0.9999999);
  }
  for (const { key, usdPerHour, renewalDecline, prepayShare, termMonths } of contracts) {
    found.range(`${key}.usdPerHour`, usdPerHour, 0, 1e4);
    found.range(`${key}.renewalDecline`, renewalDecline, -10, 0.9999999);
    found.range(`${key}.prepayShare`, prepayShare, 0, 1);
    found.range(`${key}.termMonths`, termMonths, 1, 360);
  }
  return found.problems;
}

/** Traffic that some group serves must be priced: a free class states its prices as 0. */
function checkPriced({ lifecycle, sales }: EconomicsParams): readonly EconomicsProblem[] {
  const served = new Set(servingGroups(lifecycle).map((group) => group.trafficKey));
  return [...served].filter((key) => !sales.some((entry) => entry.trafficKey === key))
    .map((where) => ({ code: 'not-priced', where }));
}

function checkOwnership({ ownership }: EconomicsParams): readonly EconomicsProblem[] {
  switch (ownership.mode) {
    case 'own': return [];
    case 'lease': return ranges('ownership', [
      ['ratePerYear', ownership.ratePerYear, -0.99, 5],
      ['termMonths', ownership.termMonths, 1, 360],
      ['residualShare', ownership.residualShare, 0, 1],
    ]);
    case 'colo': return ranges('ownership', [
      ['usdPerKwMonth', ownership.usdPerKwMonth, 0, 1e5],
      ['escalationPerYear', ownership.escalationPerYear, -0.99, 10],
      ['reservedKw', ownership.reservedKw, 0, 1e8], ['takeOrPay', ownership.takeOrPay, 0, 1],
    ]);
    case 'rental': return ranges('ownership', [
      ['usdPerAcceleratorHour', ownership.usdPerAcceleratorHour, 0, 1e4],
      ['termMonths', ownership.termMonths, 1, 360],
      ['prepayShare', ownership.prepayShare, 0, 1],
      ['escalationPerYear', ownership.escalationPerYear, -0.99, 10],
    ]);
  }
}

function checkFinance(finance: FinanceParams): readonly EconomicsProblem[] {
  const rates = [['discountRate', finance.discountRate], ['inflation', finance.inflation],
    ['financeRate', finance.financeRate],
    ['reinvestRate', finance.reinvestRate]] as const;
  const { debt, tax } = finance;
  return [
    ...rates.filter(([, value]) => !(value > -1))
      .map(([where, value]) => ({ code: 'rate-at-minus-one', where, value }) as const),
    ...ranges('finance', [
      ...rates.filter(([, value]) => value > -1)
        .map(([what, value]) => [what, value, -1, 10] as const),
      ['federalRate', tax.federalRate, 0, 1], ['stateRate', tax.stateRate, 0, 1],
      ['lossLimitShare', tax.lossLimitShare, 0, 1],
      ['receivableDays', finance.receivableDays, 0, 360],
      ['payableDays', finance.payableDays, 0, 360],
      ['operatingReserveMonths', finance.operatingReserveMonths, 0, 24],
      ['reserveInterest', finance.reserveInterest, 0, 1],
    ]),
    ...(debt === null ? [] : ranges('finance.debt', [
      ['share', debt.share, 0, 1], ['ratePerYear', debt.ratePerYear, 0, 2],
      ['tenorMonths', debt.tenorMonths, 1, 360],
      ['targetDscr', debt.targetDscr, 1, 10], ['upfrontFeeShare', debt.upfrontFeeShare, 0, 0.5],
      ['dsraMonths', debt.dsraMonths, 0, 24],
    ])),
  ];
}
