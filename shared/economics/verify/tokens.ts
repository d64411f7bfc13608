import { capitalRecoveryFactor } from '../functions/annuity.ts';
import { fixedCharge, lcoeFcr } from '../functions/levelised.ts';
import { blendedPrice } from '../statement/prices.ts';
import {
  acceleratorMetrics, annualDeclineFactor, costPerMtok, costPerMtokFromHourly,
  declineYears, fleetCost,
  tokenRevenue,
} from '../functions/token-metrics.ts';
import { ArgumentError, type Answer, type Arguments } from './arguments.ts';
import { monthlyTco } from './datacenter.ts';
import { projectFinanceOf } from './project-finance.ts';
import type { CaseFunction } from './spreadsheet.ts';
import { findByWords } from './words.ts';

const hourly = (args: Arguments): number =>
  args.number(['usd_per_gpu_hour', 'usd_per_hour', 'hourly_rate']);
const speed = (args: Arguments): number =>
  args.number(['tok_s_per_gpu', 'tokens_per_second', 'tok_s']);
const kilowatt = (args: Arguments): number =>
  args.number(['kw_per_gpu_utility', 'kw_per_gpu', 'kw']);

function metricsOf(args: Arguments): Answer {
  const metrics = acceleratorMetrics(speed(args), hourly(args), kilowatt(args));
  return {
    usd_per_m_tokens: metrics.usdPerMtok, tok_s_per_mw: metrics.tokPerSecPerMw,
    joules_per_token: metrics.joulesPerToken,
    j_per_token: metrics.joulesPerToken, tokens_per_kwh: 3.6e6 / metrics.joulesPerToken,
  };
}

function perMillion(args: Arguments): Answer {
  const cost = costPerMtok(args.number(['cost', 'usd']), args.number('input_tokens', 0),
    args.number('output_tokens', 0));
  return { value: cost.total, total: cost.total, output_only: cost.output, output: cost.output,
    input_only: cost.input, input: cost.input };
}

function tokenRevenueOf(args: Arguments): number {
  const miss = args.number(['price_in_miss', 'price_in', 'price_input']);
  return tokenRevenue(args.number(
    'input_tokens',
  ), args.number(['cache_hit_tokens', 'cached_tokens'], 0),
    args.number('output_tokens'), {
    miss, hit: args.number(['price_in_hit', 'price_cached'], miss),
    output: args.number(['price_out', 'price_output']),
  });
}

/**
 * Published rows of MW, accelerators and revenue in billions, with and without; the last
 * row counts.
 */
function revenuePerAccelerator(args: Arguments): Answer {
  if (!args.has('rows')) {
    return args.number(['revenue', 'revenue_usd']) / args.number(['gpus', 'accelerators']);
  }
  const row = args.table('rows').at(-1);
  const [, countWith = 0, revenueWith = 0, countWithout = 0, revenueWithout = 0] = row ?? [];
  if (countWith === 0 || countWithout === 0)
    throw new ArgumentError('rows hold no accelerator counts');
  return [(revenueWith * 1e9) / countWith, (revenueWithout * 1e9) / countWithout];
}

/**
 * Fractions, or SAM's inputs in per cent under its own names (c_inflation,
 * c_debt_percent, ...).
 */
function fixedChargeOf(args: Arguments): Answer {
  const named = ['crf', 'capital_recovery_factor'];
  const life = ['c_lifetime', 'lifetime', 'lifetime_years', 'life', 'years', 'nper', 'n',
    'analysis_period',
    'analysis_years'];
  const wacc = ['wacc', 'real_wacc', 'wacc_real', 'rate', 'discount_rate', 'real_discount',
    'real_discount_rate', 'discount_rate_real', 'real_rate'];
  const equity = ['c_equity_return', 'equity_return', 'return_on_equity',
    'nominal_return_on_equity', 'roe', 'equity_return_nominal', 'nominal_equity_return',
    'return_on_equity_nominal', 'roe_nominal', 'equity_rate_nominal', 'equity_rate'];
  if (!args.has(...equity)) {
    const crf = args.has(...named) ? args.number(named)
      : capitalRecoveryFactor(args.number(wacc), args.number(life));
    const project =
      args.number(['pff', 'pfin', 'project_finance_factor', 'project_financing_factor'],
        taxFactor(args));
    const construction = args.number(['cff', 'cfin', 'construction_finance_factor',
      'construction_financing_factor'], 1);
    return factorNames(crf, project, construction, crf * project * construction);
  }
  // Under SAM's names, and where a return above 1 would be beyond all measure, per cent.
  const unit = args.has('c_equity_return') || args.number(equity) > 1 ? 100 : 1;
  const result = fixedCharge({
    inflation: args.number(['c_inflation', 'inflation', 'inflation_rate']) / unit,
    equityReturn: args.number(equity) / unit,
    interestRate: args.number(['c_nominal_interest_rate', 'nominal_interest_rate',
      'interest_rate',
      'interest_rate_nominal', 'debt_rate', 'debt_rate_nominal', 'nominal_debt_rate',
      'debt_interest_rate', 'debt_interest_nominal', 'cost_of_debt'], 0) / unit,
    debtShare: args.number(['c_debt_percent', 'debt_fraction', 'debt_share', 'debt_percent',
      'debt_ratio'], 0) / unit,
    taxRate: args.number(['c_tax_rate', 'tax_rate', 'effective_tax_rate',
      'combined_tax_rate'], 0) / unit, lifeYears: args.number(life),
    depreciation: schedule(args,
      ['c_depreciation_schedule', 'depreciation_schedule', 'depreciation',
        'depreciation_shares', 'depreciation_fractions', 'macrs_schedule', 'macrs']),
    construction: schedule(args,
      ['c_construction_cost', 'construction_cost_schedule', 'construction_schedule',
        'construction_cost', 'construction_shares', 'construction_fractions']),
    constructionInterest: args.number(
      ['c_construction_interest', 'construction_interest', 'construction_interest_rate',
        'construction_interest_nominal', 'construction_rate'], 0,
    ) / unit,
  });
  const { crf, projectFactor, constructionFactor, fixedChargeRate } = result;
  return { wacc: result.wacc, wacc_real: result.wacc, real_wacc: result.wacc,
    ...factorNames(crf, projectFactor, constructionFactor, fixedChargeRate) };
}

/** The factors of a fixed charge rate under every name they are printed with. */
const factorNames = (crf: number, pfin: number, cfin: number, value: number) => ({
  value, crf, capital_recovery_factor: crf, pfin, pff: pfin, project_financing_factor: pfin,
  project_finance_factor: pfin, cfin, cff: cfin, construction_financing_factor: cfin,
  construction_finance_factor: cfin, fcr: value, fixed_charge_rate: value,
  fixed_charge_rate_calc: value,
});

/** (1 - T PVDEP) / (1 - T) where the present value of depreciation is given; 1 without tax. */
function taxFactor(args: Arguments): number {
  const tax = args.number('tax_rate', 0);
  if (tax === 0) return 1;
  return (1 - tax * args.number(['pv_depreciation', 'pvdep', 'present_value_of_depreciation']))
    / (1 - tax);
}

/** A schedule as shares, whether it is stated in shares or in per cent. */
function schedule(args: Arguments, names: readonly string[]): readonly number[] {
  const values = args.numbers(names, []);
  const sum = values.reduce((all, x) => all + x, 0);
  return sum > 1.5 ? values.map((x) => x / 100) : values;
}

/**
 * Published monthly cost shares carry no inputs to recompute: they are checked to be a
 * whole.
 */
function costShares(args: Arguments): Answer {
  return { total_usd_month: args.number(['total_usd_month', 'total'], 0) };
}

const profitOverCost: CaseFunction = (a) => a.number('revenue') / a.number('cost') - 1;

/**
 * Profit over cost: revenue / cost - 1. Revenue is stated or follows from tokens and
 * prices, cost is stated or follows from nodes and an hourly rate.
 */
function marginOnCost(args: Arguments): Answer {
  const find = findByWords(args);
  const stated = (words: readonly string[]): number | undefined =>
    find({ all: [words], none: ['per', 'margin', 'token', 'tokens', 'hour'] })?.value;
  const revenue = stated(['revenue', 'income', 'sales']) ?? tokenRevenueOf(args);
  const cost = stated(['cost', 'costs', 'expense', 'expenses']) ?? fleetCostOf(args);
  if (cost === 0) throw new RangeError('there is no margin on no cost');
  const margin = revenue / cost - 1;
  return { value: margin, margin, margin_on_cost: margin, profit_margin: margin,
    cost_profit_margin: margin, profit_over_cost: margin, profit: revenue - cost, revenue, cost,
    percent: 100 * margin, margin_percent: 100 * margin, margin_on_cost_percent: 100 * margin,
    cost_profit_margin_percent: 100 * margin };
}

const fleetCostOf = (a: Arguments): number =>
  fleetCost(a.number(['avg_nodes', 'nodes']), a.number('gpus_per_node'), a.number('hours', 24),
    hourly(a));

/** Levelised cost by a fixed charge rate, as SAM's calculator states it. */
const fixedChargeLcoe: CaseFunction = (a) => lcoeFcr(
  a.number(['capital_cost', 'total_installed_cost']), a.number('fixed_operating_cost', 0),
  a.number('variable_operating_cost', 0), a.number(['fixed_charge_rate', 'fcr']),
  a.number(['annual_energy', 'annual_output', 'annual_tokens']),
);

/** Token economics and project finance by name. */
export const tokenFunctions: Readonly<Record<string, CaseFunction>> = {
  COST_PER_M_TOKENS: perMillion,
  COST_PER_M_TOKENS_FROM_HOURLY: (a) =>
    costPerMtokFromHourly(hourly(a), speed(a), a.number('utilisation', 1)),
  INFERENCEX_METRICS: metricsOf,
  JOULES_PER_TOKEN: (a) => (kilowatt(a) * 1000) / speed(a),
  TOK_S_PER_MW: (a) => (speed(a) / kilowatt(a)) * 1000,
  BLENDED_PRICE: (a) => blendedPrice(a.number('isl'), a.number('osl'),
    a.number(['cache_hit', 'hit_share'], 0), {
    input: a.number(['price_in', 'price_in_miss']),
    cached: a.number(['price_cached', 'price_in_hit'], 0),
    output: a.number('price_out'),
  }),
  FLEET_COST_PER_DAY: fleetCostOf,
  FLEET_UTILISATION: (a) => a.number('avg_nodes') / a.number('peak_nodes'),
  TOKEN_REVENUE_PER_DAY: tokenRevenueOf,
  TOKEN_REVENUE: tokenRevenueOf,
  PROFIT_OVER_COST: profitOverCost,
  FLEET_PROFIT_MARGIN: profitOverCost,
  MARGIN_ON_COST: marginOnCost,
  GROSS_MARGIN: (a) => 1 - a.number('cost') / a.number('revenue'),
  REVENUE_MULTIPLE: (a) => a.number('revenue') / a.number(['cost', 'investment', 'capex']),
  REVENUE_PER_GPU_YEAR: revenuePerAccelerator,
  ANNUAL_DECLINE_FACTOR: (a) =>
    annualDeclineFactor(a.number('p0'), a.number('p1'), a.number('years')),
  PRICE_DECLINE_REVENUE_YEARS: (a) =>
    declineYears(a.number('years'), a.number(['factor', 'factor_per_year'])),
  LCOE: fixedChargeLcoe,
  LCOE_FCR: fixedChargeLcoe,
  FIXED_CHARGE_RATE: fixedChargeOf,
  DC_MONTHLY_TCO: monthlyTco,
  DC_MONTHLY_TCO_SHARES: costShares,
  PROJECT_FINANCE_SCULPTED_DEBT: projectFinanceOf,
  PROJECT_FINANCE: projectFinanceOf,
};
