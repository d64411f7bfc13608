import { describe, expect, it } from 'vitest';
import { comparePairs, probabilityBeats } from '../../../../shared/uncertainty/decisions/compare.ts';
import { expectedRegrets, stochasticDominance } from '../../../../shared/uncertainty/decisions/dominance.ts';
import {
  informationFromRuns, informationOfInput, valueOfInformation,
} from '../../../../shared/uncertainty/decisions/information.ts';
import { linearInformation, meanOfHighest } from '../../../../shared/uncertainty/decisions/linear.ts';
import { normalQuantile } from '../../../../shared/uncertainty/numerics/normal.ts';
import { createSampler } from '../../../../shared/uncertainty/sampling/sampler.ts';

describe('value of information', () => {
  it('is worth nothing where one action is always best, never less', () => {
    expect(informationFromRuns([[3, 1], [5, 4]])).toEqual(
      { bestAction: 0, expectedValue: 4, evpi: 0 });
    expect(valueOfInformation([[1, 1]], [1]).bestAction).toBe(0);
  });

  it('of one input never exceeds that of all, and of a deaf input is none', () => {
    const actions = [
      { constant: 1, coefficients: [2, 0.5, 0] }, { constant: 1.5, coefficients: [0, -1, 0] },
      { constant: 0, coefficients: [-1, 3, 0] },
    ];
    const inputs = [{ mean: 0.3, sd: 1 }, { mean: 0, sd: 0.7 }, { mean: 2, sd: 5 }];
    const { evpi, evppi } = linearInformation(actions, inputs);
    expect(evppi[2]).toBe(0);
    for (const value of evppi) expect(value).toBeLessThanOrEqual(evpi);
    // 4 standard errors of 16,384 independent runs would be 0.06; scrambled points err less
    const sampler = createSampler({ method: 'sobol', dimensions: 3, seed: 2, runs: 16_384 });
    const out = new Float64Array(3);
    const columns: number[][] = [[], [], []];
    const payoffs = Array.from({ length: 16_384 }, (_, run) => {
      sampler.fill(run, out);
      const x = inputs.map(({ mean, sd }, k) => mean + sd * normalQuantile(out[k] ?? NaN));
      for (const [k, column] of columns.entries()) column.push(x[k] ?? NaN);
      return actions.map(({ constant, coefficients }) =>
        coefficients.reduce((sum, c, k) => sum + c * (x[k] ?? NaN), constant));
    });
    expect(Math.abs(informationFromRuns(payoffs).evpi - evpi)).toBeLessThan(0.01);
    for (const [k, column] of columns.entries())
      expect(Math.abs(informationOfInput(column, payoffs) - (evppi[k] ?? NaN))).toBeLessThan(0.02);
  });

  it('takes the upper envelope of lines, parallel and covered ones too', () => {
    const line = (level: number, slope: number) => ({ level, slope });
    // max(0, z) has mean 1 / sqrt(2 pi); lines below the envelope change nothing
    expect(meanOfHighest([line(0, 0), line(0, 1), line(-1, 0.5), line(-2, 0), line(-3, 1)]))
      .toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 12);
    expect(meanOfHighest([line(2, 0)])).toBe(2);
    // |z| has mean sqrt(2 / pi)
    expect(meanOfHighest([line(0, 1), line(0, -1)])).toBeCloseTo(Math.sqrt(2 / Math.PI), 12);
  });

  it('refuses what does not fit', () => {
    expect(() => valueOfInformation([[1, 2], [1]], [0.5, 0.5])).toThrow(/every row/);
    expect(() => valueOfInformation([[1]], [0.9])).toThrow(/sum to 1/);
    expect(() => informationFromRuns([])).toThrow(/no runs/);
    expect(() => informationOfInput([1], [[1], [2]])).toThrow(/pair up/);
  });
});

describe('A against B', () => {
  it('with the same draws differs less than with draws of their own', () => {
    const [a, b] = [{ mean: 1, sd: 2 }, { mean: 0, sd: 2 }];
    expect(probabilityBeats(a, b, 0.9).varianceRatio).toBeCloseTo(10, 12);
    expect(probabilityBeats(a, b, 1)).toMatchObject({ probability: 1, varianceRatio: null });
  });

  it('by hand: three pairs', () => {
    const found = comparePairs([3, 5, 4], [1, 5, 3], 0.95);
    // differences 2, 0, 1: mean 1, deviation 1, t(0.975; 2) = 4.302653
    expect(found).toMatchObject({ mean: 1, shareABetter: 2 / 3, shareTied: 1 / 3 });
    expect(found.upper).toBeCloseTo(1 + 4.302652729911275 / Math.sqrt(3), 9);
    expect(() => comparePairs([1], [1, 2], 0.9)).toThrow(/pair up/);
  });
});

describe('dominance and regret', () => {
  it.each([
    [[1, 2, 3], [1, 2, 3], 'equal', 'equal'],
    [[0, 2, 3], [1, 2, 3], 'b', 'b'],
    [[2, 2], [1, 3], 'none', 'a'],
    [[1, 3], [0, 5], 'none', 'none'],
    [[2, 2, 2], [1, 2], 'a', 'a'],
  ])('%j and %j: first order %s, second %s', (a, b, first, second) => {
    expect(stochasticDominance(a, b)).toEqual({ first, second });
  });

  it('regret is what the best action of each run would have brought more', () => {
    expect(expectedRegrets([[10, 12], [20, 15]])).toEqual([1, 2.5]);
    expect(() => expectedRegrets([])).toThrow(/no runs/);
  });
});
