import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifiableFunctions, verifyFinance } from '../../../shared/economics/verify/verify.ts';

interface PublishedCase {
  readonly function: string;
  readonly expected?: unknown;
  readonly tolerance?: unknown;
}
const cases = JSON.parse(readFileSync(new URL('./finance-cases.json', import.meta.url),
  'utf8')) as { readonly cases: readonly PublishedCase[] };

const run = (
  name: string, inputs: Record<string, unknown>, expected: unknown,
  tolerance: unknown = 1e-9,
) =>
  verifyFinance([{ id: 'case', function: name, inputs, expected, tolerance }]).cases[0];

describe('published cases', () => {
  const result = verifyFinance(cases);

  it('all pass, remarks about sources aside', () => {
    expect(result.cases.filter((c) => c.status !== 'pass' && c.status !== 'note')
      .map((c) => `${c.id}: ${c.reason}`)).toEqual([]);
    expect(result.passed).toBe(60);
    expect(result.notes).toBe(2);
  });

  it('fail when the expected value is off by more than the tolerance', () => {
    const shifted = cases.cases
      .filter((c) => typeof c.expected === 'number' && c.function !== 'BONUS_DEPRECIATION_RULE')
      .map((c) => ({ ...c,
        expected: Number(c.expected) + Math.max(1, Math.abs(Number(c.expected)))
        * (Number(c.tolerance) * 3 + 1e-8) }));
    expect(verifyFinance(shifted).passed).toBe(0);
  });
});

describe('cases recomputed with LibreOffice Calc 7.4', () => {
  const calc: unknown =
    JSON.parse(readFileSync(new URL('./finance-cases-calc.json', import.meta.url), 'utf8'));

  it('all pass: rates of 0 and below, payments at the start, part periods, months of DB, days of leap years', () => {
    const { cases: all } = verifyFinance(calc);
    expect(all.filter(({ status }) => status !== 'pass').map((c) => `${c.id}: ${c.reason}`))
      .toEqual([]);
    expect(all.length).toBeGreaterThan(150);
  });

  it('late payments of long dear loans keep their digits, where growing the loan forwards has none left', () => {
    const [rate, nper, pv] = [0.15, 360, 10_000];
    // The last payment holds interest on itself without that interest: P r / (1 + r), in
    // closed form.
    const payment = (-pv * rate) / (1 - (1 + rate) ** -nper);
    expect(run('IPMT', { rate, per: nper, nper, pv }, (payment * rate) / (1 + rate))?.status)
      .toBe('pass');
    expect(run('CUMPRINC', { rate, nper, pv, start: 1, end: nper }, -pv)?.status).toBe('pass');
  });
});

describe('tables of IRS Publication 946', () => {
  it.each([
    ['a 10-year class, half-year', { recovery_period: 10, convention: 'half-year' },
      [10, 18, 14.4, 11.52, 9.22, 7.37, 6.55, 6.55, 6.56, 6.55, 3.28]],
    ['a 7-year class, second quarter', { recovery_years: 7, convention: 'mid_quarter_2' },
      [17.85, 23.47, 16.76, 11.97, 8.87, 8.87, 8.87, 3.34]],
    ['a 5-year class, fourth quarter',
      { recovery_years: 5, convention: 'mid-quarter', quarter: 4 },
      [5, 38, 22.8, 13.68, 10.94, 9.58]],
  ])('%s', (_name, inputs, expected) => {
    expect(run('MACRS', inputs, expected, 0.0051)).toMatchObject({ status: 'pass' });
  });
});

/**
 * Examples of the Microsoft Excel function reference; the last digits follow the exact
 * formulas.
 */
const excel: readonly (readonly [string, Record<string, unknown>, unknown, number?])[] = [
  ['XNPV', { rate: 0.09, values: [-10000, 2750, 4250, 3250, 2750],
    dates: ['2008-01-01', '2008-03-01', '2008-10-30', '2009-02-15', '2009-04-01'] },
      2086.6476020315354],
  ['CUMIPMT', { rate: 0.09 / 12, nper: 360, pv: 125000, start: 13, end: 24, type: 0 },
    -11135.232130750845],
  ['CUMPRINC', { rate: 0.09 / 12, nper: 360, pv: 125000, start: 1, end: 1, type: 0 },
    -68.27827118097616],
  ['NPER', { rate: 0.01, pmt: -100, pv: -1000, fv: 10000, type: 1 }, 59.6738656742946],
  ['EFFECT', { nominal: 0.0525, npery: 4 }, 0.0535427, 1e-7],
  ['NOMINAL', { effective: 0.053543, npery: 4 }, 0.05250032, 1e-8],
  ['SYD', { cost: 30000, salvage: 7500, life: 10, per: 1 }, 4090.909090909091],
  ['DDB', { cost: 2400, salvage: 300, life: 10, per: 10, factor: 2 }, 22.1225472, 1e-7],
  ['DDB', { cost: 2400, salvage: 300, life: 3650, per: 1 }, 1.3150684931506849],
  ['VDB', { cost: 2400, salvage: 300, life: 120, start: 6, end: 18 }, 396.306, 1e-5],
  ['VDB', { cost: 2400, salvage: 300, life: 120, start: 6, end: 18, factor: 1.5 },
    311.809, 1e-5],
  ['VDB', { cost: 2400, salvage: 300, life: 10, start: 0, end: 0.875, factor: 1.5 }, 315],
  ['DB', { cost: 1000000, salvage: 100000, life: 6, per: 7, month: 7 }, 15845.1, 1e-5],
  ['ISPMT', { rate: 0.1 / 12, per: 1, nper: 36, pv: 8000000 }, -64814.81481481482],
  ['PDURATION', { rate: 0.025 / 12, pv: 1000, fv: 1200 }, 87.6, 1e-3],
  ['FVSCHEDULE', { principal: 1, schedule: [0.09, 0.11, 0.1] }, 1.3308900000000001],
  ['DOLLARDE', { value: 1.1, fraction: 32 }, 1.3125],
  ['DOLLARFR', { value: 1.125, fraction: 16 }, 1.02],
  ['IPMT', { rate: 0.1, per: 3, nper: 3, pv: 8000 }, -292.4471299093655],
  ['RATE', { nper: 48, pmt: -200, pv: 8000 }, 0.007701472488201888],
  ['FV', { rate: 0.06 / 12, nper: 10, pmt: -200, pv: -500, type: 1 }, 2581.4033740601185],
  ['SPEARMAN', { x: [1, 2, 3, 4], y: [1, 2, 2, 4] }, 0.9486832980505138],
];

describe('functions of the Excel reference', () => {
  for (const [name, inputs, expected, tolerance] of excel) {
    it(`${name} of ${JSON.stringify(inputs)}`, () => {
      expect(run(name, inputs, expected, tolerance)).toMatchObject({ status: 'pass' });
    });
  }

  it('names the functions it knows', () => {
    expect(verifiableFunctions)
      .toEqual(expect.arrayContaining(['NPER', 'EFFECT', 'XNPV', 'CUMIPMT', 'SYD',
        'SOBOL_INDICES', 'FIXED_CHARGE_RATE']));
  });
});

describe('sensitivity indices and fixed charges', () => {
  it('gives the Ishigami indices of Saltelli et al. 2008 (a = 7, b = 0.1)', () => {
    const expected = { S1: [0.3139, 0.4424, 0], ST: [0.5576, 0.4424, 0.2437] };
    expect(run('SOBOL_INDICES', { function: 'ishigami', a: 7, b: 0.1 }, expected,
      1e-4)).toMatchObject({ status: 'pass' });
    const single = { S1: 0.3139, S2: 0.4424, S3: 0, ST1: 0.5576, ST2: 0.4424, ST3: 0.2437 };
    expect(run('SOBOL_INDICES', { function: 'ishigami', a: 7, b: 0.1 }, single,
      1e-4)).toMatchObject({ status: 'pass' });
  });

  it('gives a linear model first and total indices in the ratio of squared coefficients', () => {
    expect(run('SOBOL_INDICES', { model: 'linear', coefficients: [1, 2] },
      { first_order: [0.2, 0.8], total: [0.2, 0.8] })).toMatchObject({ status: 'pass' });
  });

  it('reduces the fixed charge rate to capital recovery without tax', () => {
    expect(run('FIXED_CHARGE_RATE', { rate: 0.07, years: 25 },
      0.0858105172)).toMatchObject({ status: 'pass' });
  });

  it('builds the fixed charge rate from returns, tax and depreciation in per cent', () => {
    const inputs = {
      c_inflation: 2.5, c_equity_return: 10, c_debt_percent: 50,
      c_nominal_interest_rate: 5, c_tax_rate: 25,
      c_lifetime: 20,
      c_depreciation_schedule: [20, 32, 19.2, 11.52, 11.52, 5.76], c_construction_cost: [100],
      c_construction_interest: 4,
    };
    // by hand: nominal WACC .5*.10 + .5*.05*.75 = .06875, real .0426829; CRF .0753437;
    // PVDEP .8518594; PFF 1.0493802; CFF 1.0148529
    const nominal = 0.06875;
    const pvdep = [20, 32, 19.2, 11.52, 11.52, 5.76]
      .reduce((sum, x, k) => sum + x / 100 / (1 + nominal) ** (k + 1), 0);
    const wacc = 1.06875 / 1.025 - 1;
    const expected = (wacc / (1 - (1 + wacc) ** -20)) * ((1 - 0.25 * pvdep) / 0.75)
      * (1 + 0.75 * (Math.sqrt(1.04) - 1));
    expect(run('FIXED_CHARGE_RATE', inputs,
      { fixed_charge_rate: expected, wacc })).toMatchObject({ status: 'pass' });
  });
});

describe('bad cases', () => {
  it('explains what it cannot run and never throws', () => {
    const { cases: results } = verifyFinance({ cases: [
      'nonsense', null, { id: 'unknown', function: 'BESSELJ', inputs: {}, expected: 1 },
      { id: 'bare', function: 'PMT', expected: 1 },
      { id: 'short', function: 'PMT', inputs: { rate: 0.1 }, expected: 1 },
      { id: 'text', function: 'PMT', inputs: { rate: 'x', nper: 1 }, expected: 1 },
      { id: 'silent', function: 'SLN', inputs: { cost: 1, salvage: 0, life: 1 } },
      { id: 'life', function: 'SLN', inputs: { cost: 1, salvage: 0, life: 0 }, expected: 1 },
      { id: 'minus', function: 'NPV', inputs: { rate: -1, values: [1] }, expected: 1 },
      { id: 'dates', function: 'XIRR',
        inputs: { values: [-1, 2], dates: ['2020-01-01', '2020-02-30'] },
        expected: 1 },
    ] });
    expect(results.map((c) => c.status)).toEqual(
      ['fail', 'fail', 'unsupported', 'fail', 'unsupported', 'unsupported', 'fail',
        'fail', 'fail', 'fail']);
    expect(results.every((c) => (c.reason ?? '') !== '')).toBe(true);
  });

  it('accepts an error value as the absence of an answer', () => {
    expect(run('IRR', { values: [1, 2, 3] }, '#NUM!'))
      .toMatchObject({ status: 'pass', actual: null });
    expect(run('NPV', { rate: -1, values: [1] }, '#DIV/0!'))
      .toMatchObject({ status: 'pass', actual: null });
  });

  it('never throws and always ends, whatever the arguments', () => {
    const wild = fc.oneof(fc.double(), fc.integer({ min: -5, max: 400 }),
      fc.constantFrom(0, -1, 1e9, 1e300, Number.NaN), fc.string(),
      fc.constant(null), fc.array(fc.double({ min: -1e6, max: 1e6 }), { maxLength: 6 }),
        fc.array(fc.constantFrom('2020-01-01', '2021-06-30'), { maxLength: 6 }));
    const names = ['rate', 'nper', 'per', 'pmt', 'pv', 'fv', 'type', 'start', 'end',
      'values', 'dates',
      'finance_rate', 'reinvest_rate', 'nominal',
      'effective', 'npery', 'cost', 'salvage', 'life', 'factor', 'month',
      'recovery_years', 'fraction',
        'value', 'x', 'y', 'k', 'a', 'b', 'years', 'rows'];
    fc.assert(fc.property(fc.constantFrom(...verifiableFunctions),
      fc.dictionary(fc.constantFrom(...names), wild), wild, (name, inputs, expected) => {
      const [result] = verifyFinance([{ id: 'wild', function: name, inputs, expected }]).cases;
      expect(['pass', 'fail', 'unsupported']).toContain(result?.status);
    }), { numRuns: 3000 });
  });

  it('refuses a file without cases', () => {
    expect(() => verifyFinance({ tests: [] })).toThrow(TypeError);
  });
});
