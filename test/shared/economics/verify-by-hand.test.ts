import { describe, expect, it } from 'vitest';
import { verifyFinance } from '../../../shared/economics/verify/verify.ts';
import { compareAnswer } from '../../../shared/economics/verify/compare.ts';
import { evaluateEconomics } from '../../../shared/economics/statement/evaluate.ts';
import { curveOf } from '../../../shared/economics/statement/utilisation-curve.ts';
import { sobolG, sobolIshigami,
  sobolLinear } from '../../../shared/economics/functions/statistics.ts';
import { economics } from './fixture.ts';

const actual = (name: string, inputs: Readonly<Record<string, unknown>>) =>
  verifyFinance([{ id: 'x', function: name, inputs, expected: 0 }]).cases[0]?.actual;

describe('token functions by hand', () => {
  it.each([
    ['JOULES_PER_TOKEN', { kw: 2, tok_s: 500 }, 4],
    ['TOK_S_PER_MW', { kw: 2, tok_s: 500 }, 250_000],
    ['COST_PER_M_TOKENS_FROM_HOURLY', { hourly_rate: 3.6, tok_s: 1000 }, 1],
    ['COST_PER_M_TOKENS_FROM_HOURLY', { hourly_rate: 3.6, tok_s: 1000, utilisation: 0.5 }, 2],
    ['BLENDED_PRICE', { isl: 3, osl: 1, cache_hit: 0.5, price_in: 2, price_cached: 1,
      price_out: 8 }, 12.5 / 4],
    ['BLENDED_PRICE', { isl: 3, osl: 1, price_in: 2, price_out: 8 }, 14 / 4],
    ['FLEET_COST_PER_DAY', { nodes: 2, gpus_per_node: 8, usd_per_hour: 3 }, 1152],
    ['FLEET_UTILISATION', { avg_nodes: 3, peak_nodes: 4 }, 0.75],
    ['TOKEN_REVENUE', { input_tokens: 10e6, cached_tokens: 4e6, output_tokens: 1e6, price_in: 2,
      price_cached: 1, price_out: 5 }, 21],
    ['TOKEN_REVENUE', { input_tokens: 10e6, cached_tokens: 4e6, output_tokens: 1e6, price_in: 2,
      price_out: 5 }, 25],
    ['PROFIT_OVER_COST', { revenue: 5, cost: 2 }, 1.5],
    ['FLEET_PROFIT_MARGIN', { revenue: 5, cost: 2 }, 1.5],
    ['GROSS_MARGIN', { revenue: 5, cost: 2 }, 0.6],
    ['REVENUE_MULTIPLE', { revenue: 5, capex: 2 }, 2.5],
    ['REVENUE_PER_GPU_YEAR', { revenue: 12e6, gpus: 1000 }, 12_000],
    ['ANNUAL_DECLINE_FACTOR', { p0: 60, p1: 0.06, years: 3 }, 10],
    ['LCOE', { capital_cost: 1000, fixed_operating_cost: 20, variable_operating_cost: 0.5,
      fcr: 0.1,
      annual_energy: 60 }, 2.5],
    ['PRICE_DECLINE_REVENUE_YEARS', { years: 1 / 6, factor: 4096 }, 1.5 / 12],
  ] as const)('%s of %j is %f', (name, inputs, expected) => {
    expect(actual(name, inputs)).toBeCloseTo(expected, 9);
  });

  it('give the margin on cost, of amounts however they are named, or of tokens and nodes', () => {
    expect(actual('MARGIN_ON_COST', { daily_revenue: 30, daily_cost: 12 }))
      .toMatchObject({ value: 1.5, profit: 18, margin_percent: 150 });
    // 21 USD of tokens against 2 nodes of 8 at 0.5 USD an hour for an hour: 8 USD.
    expect(actual('MARGIN_ON_COST', { input_tokens: 10e6, cached_tokens: 4e6,
      output_tokens: 1e6, price_in: 2, price_cached: 1, price_out: 5, nodes: 2,
      gpus_per_node: 8, usd_per_hour: 0.5, hours: 1 }))
      .toMatchObject({ margin: 21 / 8 - 1 });
    expect(verifyFinance([{ id: 'x', function: 'MARGIN_ON_COST', inputs: { revenue: 3 },
      expected: 0 }]).unsupported).toBe(1);
  });

  it('give every figure of an accelerator, and of a sum over its tokens', () => {
    expect(actual('INFERENCEX_METRICS', { tok_s: 500, hourly_rate: 1.8, kw: 2 })).toEqual({
      usd_per_m_tokens: 1, tok_s_per_mw: 250_000, joules_per_token: 4, j_per_token: 4,
      tokens_per_kwh: 9e5 });
    expect(actual('COST_PER_M_TOKENS', { cost: 12, input_tokens: 4e6,
      output_tokens: 2e6 })).toEqual({
      value: 2, total: 2, output_only: 6, output: 6, input_only: 3, input: 3 });
    expect(actual('REVENUE_PER_GPU_YEAR', { rows: [[1, 1, 1, 1, 1], [10, 1000, 2, 500,
      3]] })).toEqual([2e6, 6e6]);
  });

  it('charge capital at the real WACC over the life, before tax and construction', () => {
    const wacc = (1 + 0.5 * 0.12 + 0.5 * 0.08 * 0.75) / 1.02 - 1;
    const crf = wacc / (1 - (1 + wacc) ** -20);
    const found = actual('FIXED_CHARGE_RATE',
      { c_equity_return: 12, c_nominal_interest_rate: 8, c_debt_percent: 50,
      c_tax_rate: 25, c_inflation: 2, c_lifetime: 20, c_depreciation_schedule: [60, 40],
      c_construction_cost: [100], c_construction_interest: 10 });
    const worth = 0.6 / 1.09 + 0.4 / 1.09 ** 2;
    const pfin = (1 - 0.25 * worth) / 0.75;
    const cfin = 1 + 0.75 * (1.1 ** 0.5 - 1);
    expect(found).toMatchObject({ wacc: expect.closeTo(wacc, 12) as number,
      crf: expect.closeTo(crf, 12) as number,
      pfin: expect.closeTo(pfin, 12) as number, cfin: expect.closeTo(cfin, 12) as number,
      value: expect.closeTo(crf * pfin * cfin, 12) as number });
    expect(actual('FIXED_CHARGE_RATE', { equity_return_nominal: 0.12, debt_rate_nominal: 0.08,
      debt_fraction: 0.5, effective_tax_rate: 0.25, inflation_rate: 0.02, analysis_period: 20,
      depreciation_shares: [0.6, 0.4], construction_schedule: [1],
      construction_interest_rate: 0.1 })).toEqual(found);
    expect(actual('FIXED_CHARGE_RATE', { rate: 0.1, n: 1, tax_rate: 0.5, pvdep: 0.8, cff: 2 }))
      .toMatchObject({ crf: expect.closeTo(1.1, 12) as number,
        pfin: expect.closeTo(1.2, 12) as number,
        value: expect.closeTo(2.64, 12) as number });
  });
});

describe('depreciation and statistics by hand', () => {
  it.each([
    ['SLN_SERIES', { cost: 10, salvage: 1, life: 3 }, [3, 3, 3]],
    ['SYD', { cost: 7, salvage: 1, life: 3 }, [3, 2, 1]],
    ['DDB_SERIES', { cost: 8, salvage: 0, life: 4 }, [4, 2, 1, 0.5]],
    ['QUARTILE_INC', { values: [1, 2, 3, 4, 5], quart: 1 }, 2],
    ['MEDIAN', { values: [1, 2, 9, 4] }, 3],
    ['AVERAGE', { values: [1, 2, 9, 4] }, 4],
    ['STDEV_S', { values: [1, 3] }, Math.SQRT2],
    ['STDEV_P', { values: [1, 3] }, 1],
    ['PEARSON', { x: [1, 2, 3], y: [2, 4, 6] }, 1],
    ['SPEARMAN', { x: [1, 2, 3], y: [1, 9, 4] }, 0.5],
    ['PERCENTILE_EXC', { values: [1, 2, 3], k: 0.5 }, 2],
  ] as const)('%s of %j', (name, inputs, expected) => {
    const { cases: [result] } = verifyFinance([{ id: 'x', function: name, inputs, expected,
      tolerance: 1e-9 }]);
    expect(result).toMatchObject({ id: 'x', status: 'pass' });
  });

  it('applies the bonus of the day of service to classes of up to 20 years, five where none is stated', () => {
    const bonus = (more: Readonly<Record<string, unknown>>) =>
      actual('BONUS_DEPRECIATION_RULE', more);
    expect(bonus({ acquired: '2024-02-01', placed_in_service: 2024 })).toEqual({ value: 0.6,
      rate: 0.6 });
    expect(bonus({ acquired: '2024-02-01', placed_in_service: '2025-03-01' }))
      .toEqual({ value: 0.4,
        rate: 0.4 });
    expect(bonus({ acquired_after: '2025-01-19', placed_in_service: '2025' }))
      .toEqual({ value: 1,
        rate: 1 });
    expect(bonus({ acquired: '2024-02-01', recovery_years: 39 }))
      .toEqual({ value: 0, rate: 0 });
  });
});

describe('indices of test functions', () => {
  it.each([
    [{ function: 'g', a: [0, 1] }, sobolG([0, 1])], [{ name: 'Sobol', coefficients: [0, 9] },
      sobolG([0, 9])],
    [{ model: 'Ishigami' }, sobolIshigami(7, 0.1)], [{ model: 'sin', a: 5, b: 0.2 },
      sobolIshigami(5, 0.2)],
    [{ coefficients: [1, 2] }, sobolLinear([1, 2], [1, 1])],
    [{ model: 'additive', a: [1, 2], sigmas: [3, 1] }, sobolLinear([1, 2], [9, 1])],
    [{ model: 'linear', c: [1, 2], variances: [3, 1] }, sobolLinear([1, 2], [3, 1])],
  ] as const)('%j', (inputs, { first, total }) => {
    expect(actual('SOBOL_INDICES', inputs)).toMatchObject({ first, total });
  });

  it('of a linear function are the shares of its variance', () => {
    // Variances 9 and 4 of a sum.
    expect(sobolLinear([1, 2], [9, 1]).first).toEqual([expect.closeTo(9 / 13, 12),
      expect.closeTo(4 / 13, 12)]);
    // Sobol's G with a = 0 and a = 1: parts 1/3 and 1/12, total variance (4/3)(13/12) - 1.
    const whole = (4 / 3) * (13 / 12) - 1;
    expect(sobolG([0, 1]).first).toEqual([expect.closeTo(1 / 3 / whole, 12),
      expect.closeTo(1 / 12 / whole, 12)]);
    expect(sobolG([0, 1]).total[1]).toBeCloseTo((1 / 12) * (4 / 3) / whole, 12);
  });

  it('are matched one by one under their numbers', () => {
    const { cases: [result] } = verifyFinance([{ id: 'x', function: 'SOBOL_INDICES',
      inputs: { coefficients: [1, 2] },
      expected: { S2: 0.8, S1: 0.2, ST1: 0.2, ST2: 0.8 }, tolerance: 1e-9 }]);
    expect(result?.status).toBe('pass');
    const { cases: [swapped] } = verifyFinance([{ id: 'x', function: 'SOBOL_INDICES',
      inputs: { coefficients: [1, 2] },
      expected: { S1: 0.8, S2: 0.2 }, tolerance: 1e-9 }]);
    expect(swapped?.status).toBe('fail');
  });
});

describe('cases', () => {
  it('keep their name, or get their place', () => {
    const inputs = { cost: 10, salvage: 0, life: 5 };
    const { cases } = verifyFinance([{ id: 'mine', function: 'SLN', inputs, expected: 2 },
      { function: 'SLN', inputs, expected: 2 }, 7]);
    expect(cases.map(({ id, status }) => [id, status]))
      .toEqual([['mine', 'pass'], ['#2', 'pass'],
        ['#3', 'fail']]);
  });

  it('compare to a relative tolerance of one at least, an absolute one by name, and 1e-9 without',
    () => {
    expect(compareAnswer(10, 10.4, 0.05).pass).toBe(true);
    expect(compareAnswer(10, 10.6, 0.05).pass).toBe(false);
    expect(compareAnswer(0.1, 0.14, 0.05).pass).toBe(true);
    expect([compareAnswer(1, 1 + 5e-10, null).pass,
      compareAnswer(1, 1 + 2e-9, null).pass]).toEqual([true, false]);
    const tolerance = { default_rel: 0.01, npv_abs: 5, irr_rel: 0.1, series_abs: 2 };
    expect(compareAnswer({ npv: 100 }, { npv: 104 }, tolerance).pass).toBe(true);
    expect(compareAnswer({ npv: 100 }, { npv: 106 }, tolerance).pass).toBe(false);
    expect(compareAnswer({ irr: 100 }, { irr: 109 }, tolerance).pass).toBe(true);
    expect(compareAnswer({ other: 100 }, { other: 102 }, tolerance).pass).toBe(false);
    expect(compareAnswer([1, 2], [1, 2, 3], null).pass).toBe(false);
    expect(compareAnswer({ npv: 1 }, { irr: 1 }, null)).toMatchObject({ pass: false,
      reason: 'npv is not computed' });
  });
});

describe('what a case may leave out', () => {
  it('is a payment of nothing, and any but one of its expectations', () => {
    expect(actual('FV', { rate: 0.1, nper: 1, pv: -100 })).toBeCloseTo(110, 9);
    expect(actual('PV', { rate: 0.1, nper: 1, fv: 110 })).toBeCloseTo(-100, 9);
    expect(actual('PMT', { rate: 0, nper: 4, pv: -100 })).toBeCloseTo(25, 9);
    expect(actual('TOKEN_REVENUE', { input_tokens: 1e6, output_tokens: 1e6, price_in: 2,
      price_cached: 0,
      price_out: 5 })).toBeCloseTo(7, 12);
    const inputs = { cost: 10, salvage: 1, life: 3 };
    const { cases } = verifyFinance([
      { id: 'a', function: 'SLN_SERIES', inputs, expected_series: [3, 3, 3] },
      { id: 'b', function: 'SLN_SERIES', inputs, expected_series: [3, 3, 2] },
      { id: 'c', function: 'SLN_SERIES', inputs }]);
    expect(cases.map(({ status }) => status)).toEqual(['pass', 'fail', 'fail']);
    expect(cases[2]?.reason).toBe('the case has no expected value');
  });
});

describe('cost over use', () => {
  it('is drawn from 5 to 100 %: fixed cost over use, the rest as it is', () => {
    const { unitCost } = evaluateEconomics(economics());
    const curve = curveOf(unitCost);
    expect([curve[0]?.utilisation, curve.at(-1)?.utilisation, curve.length])
      .toEqual([0.05, 1, 20]);
    const [least, full] = [curve[0], curve.at(-1)];
    expect(least?.fixedUsdPerMtok).toBeCloseTo(20 * (full?.fixedUsdPerMtok ?? 0), 9);
    expect(least?.variableUsdPerMtok).toBe(full?.variableUsdPerMtok);
    const mtok = unitCost.economicCostUsd / (unitCost.costPerMtokUsd.value ?? 0);
    expect(full?.variableUsdPerMtok)
      .toBeCloseTo((unitCost.economicCostUsd - unitCost.fixedCostUsd) / mtok, 12);
    expect(full?.usdPerMtok)
      .toBeCloseTo((full?.fixedUsdPerMtok ?? 0) + (full?.variableUsdPerMtok ?? 0), 12);
  });
});

describe('a data centre by month', () => {
  // Without interest: 7,200 of servers over 3 years, 480 of network over 4, 12,000 of facility
  // over 10 of which four fifths are power and cooling; 2 kW at half load and PUE 1.5.
  const flat = { critical_load_kw: 2, average_power_usage: 0.5, pue: 1.5,
    power_cost_usd_per_kwh: 0.1, power_cooling_share: 0.8, facility_capex_usd: 12_000,
    server_capex_usd: 7200, network_capex_usd: 480, server_life_years: 3,
    network_life_years: 4, facility_life_years: 10, cost_of_money: 0, people_usd_month: 9 };
  const parts = { servers: 200, network: 10, power_cooling: 80, other: 20, power: 109.5,
    people: 9, total_usd_month: 428.5, servers_percent: (100 * 200) / 428.5,
    people_share: 9 / 428.5, capex: 310, opex: 118.5 };
  const close = Object.fromEntries(
    Object.entries(parts).map(([name, value]) => [name, expect.closeTo(value, 9) as number]));

  it('is level payments on what is built, power and people', () => {
    expect(actual('DC_MONTHLY_TCO', flat)).toMatchObject(close);
  });

  it('is read whatever its inputs are called, grouped, counted or in other units', () => {
    const { facility_capex_usd: _f, server_capex_usd: _s, server_life_years: _l,
      critical_load_kw: _c, people_usd_month: _p, power_cost_usd_per_kwh: _k, ...rest } = flat;
    expect(actual('DC_MONTHLY_TCO', { ...rest, servers: { count: 100, cost_per_server: 72 },
      serverAmortizationMonths: 36, facility: { cost_musd: 0.012 }, critical_power_mw: 0.002,
      annual_staff_cost: 108, usd_per_mwh: 100 })).toMatchObject(close);
    expect(actual('DC_MONTHLY_TCO', { ...rest, servers: 100, server_cost_usd: 72,
      server_years: 3, facility: { capital_cost: 12_000 }, facility_size_watts: 2000,
      people_usd_month: 9, usd_per_kwh: 0.1 })).toMatchObject(close);
  });

  it('costs interest as a level loan does', () => {
    // One year at 12 %: 1 % a month, 1,200 x 0.01 / (1 - 1.01^-12) = 106.6185...
    const found = actual('DC_MONTHLY_TCO', { ...flat, cost_of_money: 12, server_capex_usd: 1200,
      server_life_years: 1 });
    expect(found).toMatchObject({
      servers: expect.closeTo((1200 * 0.01) / (1 - 1.01 ** -12), 9) as number });
  });

  it('splits as Hennessy and Patterson print it: 53, 8, 20, 4, 13 and 2 %', () => {
    // Computer Architecture, 5th ed., figures 6.13 and 6.14: 8 MW, 80 % used, PUE 1.45,
    // 0.07 USD/kWh, 88 M$ of facility (82 % power and cooling), 45,978 servers at 1,450 USD,
    // 12.81 M$ of network, money at 5 %, 85,000 USD a month for people.
    const found = actual('DC_MONTHLY_TCO', { critical_load_mw: 8, average_power_usage: 0.8,
      pue: 1.45, usd_per_kwh: 0.07, facility_capex_usd: 88e6, power_cooling_share: 0.82,
      servers: 45_978, cost_per_server: 1450, network_capex_usd: 12.81e6,
      server_amortization_years: 3, network_amortization_years: 4,
      facility_amortization_years: 10, annual_cost_of_money: 0.05, people_usd_month: 85_000 });
    const share = (name: string): number =>
      Math.round(Number((found as Readonly<Record<string, unknown>>)[`${name}_percent`]));
    expect(['servers', 'network', 'power_cooling', 'other', 'power', 'people'].map(share))
      .toEqual([53, 8, 20, 4, 13, 2]);
  });

  it('names what is missing', () => {
    const { pue: _pue, ...rest } = flat;
    expect(verifyFinance([{ id: 'x', function: 'DC_MONTHLY_TCO', inputs: rest, expected: 0 }])
      .cases[0]).toMatchObject({ status: 'unsupported', reason: 'argument PUE is missing' });
  });
});

describe('an investment credit', () => {
  const project = { analysis_years: 2, annual_output: 100, price_year1: 10, om_year1: 0,
    total_installed_cost: 1000, real_discount: 0, inflation: 0, itc: 0.3, federal_tax: 0,
    depreciation_allocation: { macrs_5: 0.9, sl_39: 0.1 },
    debt: { mode: 'level', fraction: 0, tenor_years: 1, rate: 0 } };
  const afterTax = (over: Readonly<Record<string, unknown>>) => {
    const found = actual('PROJECT_FINANCE', { ...project, ...over });
    if (found === null || typeof found !== 'object' || Array.isArray(found))
      throw new Error('no parts');
    return (found as Readonly<Record<string, unknown>>)['cf_project_return_aftertax'];
  };

  it('is taken on the whole basis, or on the classes named', () => {
    // Year 1 brings 1,000 of revenue and 300 of credit; on nine tenths of the basis 270.
    expect(afterTax({})).toEqual([-1000, 1300, 1000]);
    expect(afterTax({ itc_classes: ['macrs_5'] })).toEqual([-1000, 1270, 1000]);
    expect(afterTax({ itc_classes: { macrs_5: 0.5 } })).toEqual([-1000, 1135, 1000]);
  });
});
