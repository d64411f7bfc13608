import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { riskFunctions, verifyRisk } from '../../../../shared/uncertainty/verify/verify.ts';

interface Case {
  readonly id: string;
  readonly function: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
  readonly tolerance: number;
}
const cases = JSON.parse(
  readFileSync(new URL('./risk-cases.json', import.meta.url), 'utf8')) as readonly Case[];

const one = (name: string, args: Record<string, unknown>, expected: unknown = null,
  tolerance = 1e-9) => verifyRisk([{ id: 'x', function: name, args, expected, tolerance }]).cases[0];

/** The expectation with each number moved beyond what is allowed and each flag turned. */
function spoilt(value: unknown, tolerance: number): unknown {
  if (typeof value === 'number')
    return value + Math.max(1, Math.abs(value)) * (tolerance * 3 + 1e-6);
  if (typeof value === 'boolean') return !value;
  if (value === null) return 1;
  if (Array.isArray(value))
    return value.length === 0 ? [1] : value.map((entry) => spoilt(entry, tolerance));
  return Object.fromEntries(Object.entries(value as object).map(([name, entry]) =>
    [name, spoilt(entry, tolerance)]));
}

describe('cases with published sources', () => {
  const result = verifyRisk(cases);

  it('all pass', () => {
    expect(result.cases.filter(({ status }) => status !== 'pass')
      .map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
    expect(result.passed).toBe(cases.length);
  });

  it('ask every function there is', () => {
    expect(new Set(cases.map((entry) => entry.function))).toEqual(new Set(riskFunctions));
  });

  it('fail when anything expected is off', () => {
    const quick = cases.filter(({ args }) => typeof args['count'] !== 'number'
      || args['count'] < 5000);
    const wrong = quick.map((entry) =>
      ({ ...entry, expected: spoilt(entry.expected, entry.tolerance) }));
    expect(verifyRisk(wrong).cases.filter(({ status }) => status === 'pass')
      .map(({ id }) => id)).toEqual([]);
  });
});

describe('a case', () => {
  it('may come as inputs, and in a group of cases', () => {
    const entry = { function: 'MEAN_CI', inputs: { values: [1, 3], confidence: 0.9 },
      expected: { mean: 2 } };
    expect(verifyRisk({ cases: [entry] })).toMatchObject({ passed: 1, failed: 0, unsupported: 0 });
  });

  it('at tolerance 0 is compared bit for bit', () => {
    const args = { values: [0.1, 0.2, 0.3], p: [1 / 3] };
    const actual = one('PERCENTILE', args)?.actual;
    expect(one('PERCENTILE', args, actual, 0)?.status).toBe('pass');
    const [value] = actual as [number];
    expect(one('PERCENTILE', args, [value + 2 ** -54], 0)?.status).toBe('fail');
  });

  it('of a function nobody knows is unsupported', () => {
    expect(one('TEA_LEAVES', {})).toMatchObject(
      { status: 'unsupported', reason: 'no function TEA_LEAVES' });
  });

  it('is a list that is missing', () => {
    expect(() => verifyRisk({})).toThrow(TypeError);
    expect(verifyRisk([7]).cases[0]?.status).toBe('unsupported');
    expect(verifyRisk([{ function: 'CVAR' }]).cases[0]?.reason).toMatch(/no args/);
    expect(verifyRisk([{ function: 'CVAR', args: {} }]).cases[0]?.reason).toMatch(/no expected/);
  });

  it.each([
    ['DIST_QUANTILE', { p: [0.5] }, /argument dist is missing/],
    ['DIST_QUANTILE', { dist: { type: 'fixed', value: 1 } }, /argument p is missing/],
    ['CVAR', { values: [1], alpha: 0.5, tail: 'left' }, /tail is none of upper, lower/],
    ['PERCENTILE', { values: [1, 'x'], p: [0.5] }, /values is not a row/],
    ['MERGE_MOMENTS', {}, /parts is missing/],
    ['GAUSSIAN_COPULA', { rank_correlation: [[1]] }, /marginals is missing/],
    ['SHARD_MERGE', { kind: 'sweep', runs: 5 }, /monte_carlo/],
    ['PROCESS_SIMULATE', { process: { type: 'walk' }, times: [1] }, /none of gbm, ou/],
  ])('without what %s needs is unsupported: %j', (name, args, reason) => {
    const found = one(name, args);
    expect(found?.status).toBe('unsupported');
    expect(found?.reason).toMatch(reason);
  });

  const uniform = { type: 'uniform', min: 0, max: 1 };
  it.each([
    ['DIST_QUANTILE', { dist: { ...uniform, max: -1 }, p: [0.5] }, /maximum -1 is below/],
    ['DIST_QUANTILE', { dist: uniform, p: [1.5] }, /1.5 lies outside 0 to 1/],
    ['DIST_FIT', { type: 'triangular', p10: 3, mode: 9, p90: 5 }, /mode 9/],
    ['DIST_FIT', { type: 'lognormal', p10: 3, p90: 2 }, /P90 \(2\) is below P10/],
    ['PERCENTILE', { values: [], p: [0.5] }, /no values/],
    ['QUANTILE_CI', { n: 10, p: 0, confidence: 0.9 }, /share 0/],
    ['QUANTILE_CI', { n: 10, p: 0.5, confidence: 1 }, /confidence 1/],
    ['CVAR', { values: [1], alpha: 1, tail: 'upper' }, /alpha 1/],
    ['SOBOL_POINTS', { dimensions: 2000, count: 1 }, /1 to 1024 dimensions/],
    ['SOBOL_POINTS', { dimensions: 2, count: 2, columns: [3] }, /column 3/],
    ['SAMPLE_MOMENTS', { dist: uniform, method: 'random', count: 10, seed: -1 }, /seed -1/],
    ['SAMPLE_MOMENTS', { dist: uniform, method: 'random', count: 1e9, seed: 1 }, /too many/],
    ['DISCREPANCY', { points: [[0.5], [0.5, 0.5]] }, /same coordinates/],
    ['NET_PROPERTY', { dimensions: 2, count: 60, t: 0 }, /power of two/],
    ['GAUSSIAN_CORRELATION', { from: 'pearson', to: 'kendall', value: 1.2 }, /outside -1 to 1/],
    ['NEAREST_CORRELATION', { matrix: [[1, 2], [3, 1]] }, /not symmetric/],
    ['IMAN_CONOVER', { marginals: [uniform, uniform], rank_correlation: [[1, 2], [2, 1]],
      count: 10 }, /outside -1 to 1/],
    ['LINEAR_SENSITIVITY', { coefficients: [1, 1], sds: [1, -1] }, /below 0/],
    ['LINEAR_SENSITIVITY', { coefficients: [0], sds: [1] }, /does not vary/],
    ['LINEAR_SENSITIVITY', { coefficients: [1, 1], sds: [1, 1],
      correlation: [[1]] }, /for 1 inputs, not for 2/],
    ['EVPI_STATES', { payoffs: [[1, 2]], probabilities: [0.5, 0.6] }, /sum to 1/],
    ['EVPI_LINEAR', { actions: [{ constant: 1, coefficients: [1, 2] }],
      inputs: [{ mean: 0, sd: 1 }] }, /coefficient for each input/],
    ['PROB_BEATS', { a: { mean: 1, sd: 1 }, b: { mean: 1, sd: 1 }, correlation: 2 }, /outside/],
    ['PAIRED_COMPARISON', { a: [1, 2], b: [1], confidence: 0.9 }, /pair up/],
    ['GBM', { s0: 0, mu: 0, sigma: 1, t: 1, p: [0.5] }, /start is not above 0/],
    ['OU', { x0: 0, theta: 0, kappa: -1, sigma: 1, t: 1 }, /reversion/],
    ['PROCESS_SIMULATE', { process: { type: 'gbm', s0: 1, mu: 0, sigma: 1 }, times: [2, 1],
      count: 4 }, /do not ascend/],
    ['POISSON_EVENTS', { rate: -1, horizon: 1, severity: uniform }, /rate -1/],
    ['AVAILABILITY', { mtbf: 0, mttr: 1, t: 1 }, /mean times/],
    ['SHARD_MERGE', { method: 'random', runs: 10, seed: 1, shards: [[5, 20]] }, /within 0 to 10/],
  ])('of %s with a value that cannot be has no answer and says why: %j', (name, args, reason) => {
    const found = one(name, args, { any: 1 });
    expect(found).toMatchObject({ status: 'fail', actual: null });
    expect(found?.reason).toMatch(reason);
    expect(one(name, args, null)?.status).toBe('pass');
  });
});
