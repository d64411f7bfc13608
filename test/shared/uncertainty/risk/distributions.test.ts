import { describe, expect, it } from 'vitest';
import {
  checkDistribution, type Distribution,
} from '../../../../shared/uncertainty/distributions/distribution.ts';
import { lawOf } from '../../../../shared/uncertainty/distributions/law.ts';
import { quantile, quantileOf } from '../../../../shared/uncertainty/distributions/quantile.ts';
import { integrateUnit } from '../../../../shared/uncertainty/numerics/quadrature.ts';

const laws: readonly Distribution[] = [
  { type: 'uniform', min: -2, max: 5 },
  { type: 'triangular', min: 1, mode: 1, max: 4 },
  { type: 'pert', min: 8, mode: 11, max: 24 },
  { type: 'pert', min: 0, mode: 10, max: 10, lambda: 9 },
  { type: 'normal', mean: 3, sd: 2 },
  { type: 'truncated_normal', mean: 1, sd: 2, min: null, max: 0.5 },
  { type: 'truncated_normal', mean: 0, sd: 1, min: 8, max: null },
  { type: 'lognormal', p10: 0.8, p90: 3.2 },
  { type: 'beta', alpha: 0.5, beta: 3, min: 2, max: 4 },
  { type: 'exponential', mean: 7 },
  { type: 'weibull', shape: 1.7, scale: 3 },
  { type: 'metalog', p10: 20, p50: 35, p90: 60 },
  { type: 'metalog', p10: 35, p50: 50, p90: 75, lower: 0 },
  { type: 'metalog', p10: 0.35, p50: 0.6, p90: 0.8, lower: 0, upper: 1 },
  { type: 'shifted_loglogistic', p10: 20, p50: 35, p90: 60 },
  { type: 'shifted_loglogistic', p10: 40, p50: 65, p90: 80 },
];
const shares = [1e-6, 0.001, 0.03, 0.1, 0.25, 0.5, 0.77, 0.9, 0.99, 0.9999];

describe.each(laws.map((law) => [law.type, law] as const))('%s', (_type, d) => {
  const law = lawOf(d);

  it('is valid, and its cumulative probability undoes its quantile', () => {
    expect(checkDistribution(d).ok).toBe(true);
    for (const p of shares) expect(law.cdf(law.quantile(p))).toBeCloseTo(p, 10);
  });

  it('has the mean and deviation its quantile integrates to', () => {
    const { mean, sd } = law.moments();
    if (mean === null || sd === null) throw new Error('no moments');
    const draw = (below: number, above: number): number =>
      above < 1e-15 ? Number.NaN : law.quantile(Math.min(below, 1 - 2 ** -53));
    expect(Math.abs(integrateUnit(draw) / mean - 1)).toBeLessThan(1e-5);
    const square = integrateUnit((below, above) => (draw(below, above) - mean) ** 2);
    expect(Math.abs(Math.sqrt(square) / sd - 1)).toBeLessThan(3e-3);
  });

  it('is the same prepared as asked once', () => {
    const prepared = quantileOf(d);
    for (const p of shares) {
      const exact = quantile(d, p);
      expect(Math.abs(prepared(p) - exact)).toBeLessThan(1e-9 * Math.max(1, Math.abs(exact)));
    }
  });

  it('never falls', () => {
    const prepared = quantileOf(d);
    let before = -Infinity;
    for (let k = 1; k < 2000; k += 1) {
      const here = prepared(k / 2000);
      expect(here).toBeGreaterThanOrEqual(before);
      before = here;
    }
  });
});

describe('single values', () => {
  it('come by the least value that reaches the probability, in any order given', () => {
    const d: Distribution =
      { type: 'discrete', values: [3, 1, 2], probabilities: [0.2, 0.5, 0.3] };
    expect([0.1, 0.5, 0.500001, 0.8, 0.81, 1].map((p) => quantile(d, p)))
      .toEqual([1, 1, 2, 2, 3, 3]);
    expect(lawOf(d).cdf(2.5)).toBeCloseTo(0.8, 12);
  });

  it('of own numbers are drawn as they are', () => {
    const d: Distribution = { type: 'empirical', values: [4, 8, 1, 8] };
    expect([0.25, 0.3, 0.51, 0.99].map((p) => quantile(d, p))).toEqual([1, 4, 8, 8]);
    expect(lawOf(d).moments().mean).toBe(5.25);
  });

  it('of an event are 0 without it and its delay with it', () => {
    const d: Distribution = { type: 'event', probability: 0.25,
      delay: { type: 'uniform', min: 4, max: 8 } };
    expect([0.5, 0.75, 0.875, 1].map((p) => quantile(d, p))).toEqual([0, 0, 6, 8]);
    expect([0.5, 0.75, 0.875, 1].map(quantileOf(d))).toEqual([0, 0, 6, 8]);
    expect(lawOf(d).moments().mean).toBe(1.5);
  });

  it('are what a law without spread gives', () => {
    const still: readonly Distribution[] = [
      { type: 'fixed', value: 3 }, { type: 'uniform', min: 3, max: 3 },
      { type: 'triangular', min: 3, mode: 3, max: 3 }, { type: 'pert', min: 3, mode: 3, max: 3 },
      { type: 'normal', mean: 3, sd: 0 }, { type: 'lognormal', mean: 3, sd: 0 },
      { type: 'metalog', p10: 3, p50: 3, p90: 3 },
      { type: 'truncated_normal', mean: 3, sd: 0, min: 1, max: null },
    ];
    for (const d of still) {
      expect(checkDistribution(d).ok).toBe(true);
      expect(quantileOf(d)(0.3)).toBeCloseTo(3, 12);
      expect(lawOf(d).moments().sd).toBe(0);
    }
  });
});

describe('a distribution that cannot be', () => {
  const uniform = { type: 'uniform', min: 1, max: 2 };
  it.each([
    [null, /group of fields/], [{}, /needs a type/], [{ type: 'gauss' }, /no distribution gauss/],
    [{ type: 'uniform', min: 1 }, /max is missing/],
    [{ type: 'uniform', min: 1, max: '2' }, /max is not a finite number/],
    [{ type: 'uniform', min: 3, max: 1 }, /maximum 1 is below the minimum 3/],
    [{ type: 'triangular', min: 5, mode: 3, max: 9 }, /mode 3 lies outside 5 to 9/],
    [{ type: 'pert', min: 1, mode: 2, max: 3, lambda: 0 }, /lambda/],
    [{ type: 'normal', mean: 1, sd: -2 }, /deviation is below 0/],
    [{ type: 'truncated_normal', mean: 0, sd: 1, min: 50, max: null }, /no probability/],
    [{ type: 'truncated_normal', mean: 0, sd: 0, min: 1, max: 2 }, /no probability/],
    [{ type: 'truncated_normal', mean: 0, sd: 1, min: 2, max: 1 }, /maximum 1 is below/],
    [{ type: 'lognormal', p10: -1, p90: 3 }, /P10 must be above 0/],
    [{ type: 'lognormal', p10: 4, p90: 3 }, /P90 \(3\) is below P10 \(4\)/],
    [{ type: 'lognormal', p10: 1 }, /state either/],
    [{ type: 'lognormal', p10: 1, p90: 2, mu: 0, sigma: 1 }, /state either/],
    [{ type: 'lognormal', mean: 0, sd: 1 }, /mean must be above 0/],
    [{ type: 'lognormal', mu: 0, sigma: -1 }, /sigma is below 0/],
    [{ type: 'beta', alpha: 0, beta: 1 }, /alpha/],
    [{ type: 'beta', alpha: 1, beta: 1, min: 2, max: 1 }, /maximum is below/],
    [{ type: 'exponential', mean: 0 }, /mean must be above 0/],
    [{ type: 'weibull', shape: 0, scale: 1 }, /shape/],
    [{ type: 'discrete', values: [1, 2], probabilities: [0.5, 0.6] }, /sum to 1.1/],
    [{ type: 'discrete', values: [1, 2], probabilities: [1] }, /differ in number/],
    [{ type: 'discrete', values: [1, 2], probabilities: [1.5, -0.5] }, /below 0/],
    [{ type: 'empirical', values: [] }, /row of finite numbers/],
    [{ type: 'event', probability: 1.2, delay: uniform }, /outside 0 to 1/],
    [{ type: 'event', probability: 0.2, delay: { ...uniform, max: 0 } }, /delay: uniform/],
    [{ type: 'event', probability: 0.2, delay: { type: 'normal', mean: 9, sd: 1 } }, /may not be/],
    [{ type: 'metalog', p10: 10, p50: 12, p90: 40 }, /this skewed/],
    [{ type: 'metalog', p10: 1, p50: 2, p90: 3, lower: 1 }, /above the bound 1/],
    [{ type: 'shifted_loglogistic', p10: 5, p50: 4, p90: 9 }, /P50 \(4\)/],
    [{ type: 'shifted_loglogistic', p10: 9, p50: 8, p90: 7 }, /P90 \(7\) is below P10 \(9\)/],
  ])('is refused: %j', (d, message) => {
    const checked = checkDistribution(d);
    expect(checked.ok ? '' : checked.error.message).toMatch(message);
  });
});
