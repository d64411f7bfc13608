import { maxLeadMonths } from '../../lifecycle/check.ts';
import { bonusMaxRecoveryYears } from '../functions/macrs.ts';
import type {
  CapexItem, EconomicsParams, EconomicsProblem, FinanceParams, OpexLine, TrafficSales,
} from './types.ts';

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

/** NaN fails every comparison and so is a problem too. */
function ranges(where: string, rows: readonly RangeRow[]): readonly EconomicsProblem[] {
  return rows.filter(([, value, min, max]) => !(value >= min && value <= max))
    .map(([what, value, min, max]) => ({
      code: 'range', where: `${where}.${what}`, value, min, max,
    }));
}

function checkAsset(item: CapexItem, horizon: number): readonly EconomicsProblem[] {
  const problems: EconomicsProblem[] = [...ranges(`capex.${item.key}`, [
    ['amountUsd', item.amountUsd, 0, 1e15], ['serviceMonth', item.serviceMonth, 1, Infinity],
    ['bonusShare', item.depreciation.bonusShare, 0, 1], ...residualRows(item), ...taxRows(item),
  ])];
  const sum = item.draws.reduce((total, draw) => total + draw.share, 0);
  if (!(Math.abs(sum - 1) < 1e-9))
    problems.push({ code: 'draws', where: `capex.${item.key}`, sum });
  for (const { month } of item.draws) {
    if (!(month >= 1 - maxLeadMonths && month <= horizon) && item.serviceMonth <= horizon) {
      problems.push({ code: 'draw-month', where: `capex.${item.key}`, month,
        min: 1 - maxLeadMonths,
        max: horizon });
    }
  }
  if (item.retireAfterMonth !== null && item.retireAfterMonth < item.serviceMonth) {
    problems.push({ code: 'phase-order', where: `capex.${item.key}`, earlier: 'service',
      later: 'retirement' });
  }
  return problems;
}

function residualRows({ residual }: CapexItem): readonly RangeRow[] {
  switch (residual.kind) {
    case 'fixed': return [['residual.share', residual.share, 0, 2]];
    case 'straight-line': return [['residual.lifeYears', residual.lifeYears, 0.01, 100],
      ['residual.finalShare', residual.finalShare, 0, 1]];
    case 'declining': return [['residual.lossPerYear', residual.lossPerYear, 0, 1]];
  }
}

function taxRows({ depreciation: { schedule } }: CapexItem): readonly RangeRow[] {
  switch (schedule.method) {
    case 'macrs': return [['recoveryYears', schedule.recoveryYears, 1, bonusMaxRecoveryYears]];
    case 'straight-line': return [['lifeYears', schedule.lifeYears, 1 / 12, 100]];
    case 'declining': return [['lifeYears', schedule.lifeYears, 1, 100],
      ['factor', schedule.factor, 0.1, 10]];
    case 'custom':
      return [['shares', schedule.shares.reduce((sum, x) => sum + x, 0), 0, 1 + 1e-9]];
    case 'none': return [];
  }
}

function checkLine(line: OpexLine): readonly EconomicsProblem[] {
  return ranges(`opex.${line.key}`,
    [['rate', line.rate, 0, 1e12], ['escalationPerYear', line.escalationPerYear, -0.99, 10]]);
}

function checkSales(sales: TrafficSales): readonly EconomicsProblem[] {
  return ranges(`sales.${sales.trafficKey}`, [
    ['inputUsdPerMtok', sales.inputUsdPerMtok, 0, 1e6],
    ['cachedUsdPerMtok', sales.cachedUsdPerMtok, 0, 1e6],
    ['outputUsdPerMtok', sales.outputUsdPerMtok, 0, 1e6], ['freeShare', sales.freeShare, 0, 1],
    ['failedShare', sales.failedShare, 0, 1],
    ['batchShare', sales.batchShare, 0, 1], ['batchDiscount', sales.batchDiscount, 0, 1],
    ['offPeakShare', sales.offPeakShare, 0, 1],
    ['offPeakDiscount', sales.offPeakDiscount, 0, 1],
    ['tiers', sales.tiers.reduce((sum, tier) => sum + tier.share, 0), 0, 1 + 1e-9],
    ['modelDeclinePerYear', sales.path.modelDeclinePerYear, -10, 0.9999999],
    ['capabilityDeclinePerYear', sales.path.capabilityDeclinePerYear, -10, 0.9999999],
    ['floorFactor', sales.path.floorFactor, 0, 1],
  ]);
}

/** Traffic that some group serves must be priced: a free class states its prices as 0. */
function checkPriced({ lifecycle, sales }: EconomicsParams): readonly EconomicsProblem[] {
  const served = new Set(lifecycle.groups.map((group) => group.trafficKey));
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
