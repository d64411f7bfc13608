import { describe, expect, it } from 'vitest';
import { firstOrderFromRuns } from '../../../../shared/uncertainty/drivers/basis.ts';
import { deltaFromRuns, linearDelta } from '../../../../shared/uncertainty/drivers/borgonovo.ts';
import { linearSensitivity } from '../../../../shared/uncertainty/drivers/linear.ts';
import { rankDrivers } from '../../../../shared/uncertainty/drivers/regression.ts';
import { shapleyEffects, shapleyValues } from '../../../../shared/uncertainty/drivers/shapley.ts';
import { sobolIndices, type SobolEstimate } from '../../../../shared/uncertainty/drivers/sobol.ts';
import { normalQuantile } from '../../../../shared/uncertainty/numerics/normal.ts';
import { createCopula } from '../../../../shared/uncertainty/sampling/copula.ts';
import { createSampler, type SamplingMethod } from '../../../../shared/uncertainty/sampling/sampler.ts';
import { sobolIshigami } from '../../../../shared/economics/functions/statistics.ts';

function runAll<T>(work: Generator<{ done: number; of: number }, T>): {
  readonly result: T; readonly steps: readonly number[];
} {
  const steps: number[] = [];
  for (;;) {
    const step = work.next();
    if (step.done === true) return { result: step.value, steps };
    steps.push(step.value.done / step.value.of);
  }
}

const ishigami = (u: Float64Array): number => {
  const [x = NaN, y = NaN, z = NaN] = [...u].map((p) => Math.PI * (2 * p - 1));
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
};
const estimate = (method: SamplingMethod, count: number, seed: number): SobolEstimate =>
  runAll(sobolIndices(ishigami, { inputs: 3, count,
    sampler: createSampler({ method, dimensions: 6, seed, runs: count }) })).result;

/** Columns of normal inputs, correlated as asked. */
function normals(dimensions: number, runs: number, ranks: readonly (readonly number[])[] | null,
  seed = 1): readonly number[][] {
  const sampler = createSampler({ method: 'sobol', dimensions, seed, runs });
  const copula = ranks === null ? null : createCopula(ranks);
  const out = new Float64Array(dimensions);
  const columns: number[][] = Array.from({ length: dimensions }, () => []);
  for (let run = 0; run < runs; run += 1) {
    sampler.fill(run, out);
    copula?.apply(out);
    for (const [k, column] of columns.entries()) column.push(normalQuantile(out[k] ?? NaN));
  }
  return columns;
}
const combine = (columns: readonly (readonly number[])[], weights: readonly number[]): number[] =>
  (columns[0] ?? []).map((_, run) =>
    weights.reduce((sum, w, k) => sum + w * (columns[k]?.[run] ?? NaN), 0));

describe('Sobol indices of the Ishigami function', () => {
  const exact = sobolIshigami(7, 0.1);

  it('lie within four of their stated errors, from independent runs of ten seeds', () => {
    for (let seed = 0; seed < 10; seed += 1) {
      const { first, total } = estimate('random', 2000, seed);
      for (const [rows, truths] of [[first, exact.first], [total, exact.total]] as const)
        for (const [k, { value, standardError }] of rows.entries())
          expect(Math.abs(value - (truths[k] ?? NaN))).toBeLessThan(4 * standardError + 1e-12);
    }
  });

  it('come closer from scrambled Sobol points', () => {
    const { first, total, mean, variance } = estimate('sobol', 8192, 1);
    expect(mean).toBeCloseTo(3.5, 2);
    expect(variance).toBeCloseTo(exact.variance, 1);
    for (let k = 0; k < 3; k += 1) {
      expect(Math.abs((first[k]?.value ?? NaN) - (exact.first[k] ?? NaN))).toBeLessThan(0.01);
      expect(Math.abs((total[k]?.value ?? NaN) - (exact.total[k] ?? NaN))).toBeLessThan(0.01);
    }
  });

  it('report progress and refuse an output that does not vary', () => {
    const sampler = createSampler({ method: 'lhs', dimensions: 2, seed: 1, runs: 600 });
    const { steps } = runAll(sobolIndices((u) => u[0] ?? NaN, { sampler, inputs: 1, count: 600 }));
    expect(steps).toEqual([256 / 600, 512 / 600]);
    expect(() => runAll(sobolIndices(() => 1, { sampler, inputs: 1, count: 600 })))
      .toThrow(/does not vary/);
  });
});

describe('first-order indices from plain runs', () => {
  it('of the Ishigami function lie near the exact ones', () => {
    const runs = 8192;
    const sampler = createSampler({ method: 'random', dimensions: 3, seed: 5, runs });
    const out = new Float64Array(3);
    const columns: number[][] = [[], [], []];
    const output = Array.from({ length: runs }, (_, run) => {
      sampler.fill(run, out);
      for (const [k, column] of columns.entries()) column.push(out[k] ?? NaN);
      return ishigami(out);
    });
    const exact = sobolIshigami(7, 0.1).first;
    for (const [k, index] of firstOrderFromRuns(columns, output).entries())
      expect(Math.abs((index?.value ?? NaN) - (exact[k] ?? NaN)))
        .toBeLessThan(4 * (index?.standardError ?? NaN));
  });

  it('of what has no effect are nought within their error, of what stands still none', () => {
    const [x = [], noise = []] = normals(2, 2000, null);
    const [first, second, third] = firstOrderFromRuns([x, noise, x.map(() => 1)], x);
    expect(first?.value).toBeCloseTo(1, 2);
    expect(Math.abs(second?.value ?? NaN)).toBeLessThan(4 * (second?.standardError ?? NaN));
    expect(third).toBeNull();
    expect(() => firstOrderFromRuns([[1, 2]], [1, 2])).toThrow(/too few/);
  });
});

describe('rank correlation and regression', () => {
  it('find a monotone output, and leave out an input that stands still', () => {
    const x = [1, 5, 2, 9, 7, 3];
    const found = rankDrivers([x, x.map(() => 4)], x.map((v) => -(v ** 3)));
    expect(found.spearman[0]).toBeCloseTo(-1, 12);
    expect([found.spearman[1], found.prcc[1], found.src[1]]).toEqual([null, null, null]);
  });

  it('say nothing partial where two inputs are one', () => {
    const x = [1, 5, 2, 9, 7, 3];
    const found = rankDrivers([x, x], [2, 4, 1, 8, 9, 2]);
    expect(found.prcc).toEqual([null, null]);
    expect(found.rSquared).toBeNull();
    expect(found.spearman[0]).not.toBeNull();
  });

  it('have no figures where the output stands still, and refuse columns that do not pair', () => {
    expect(rankDrivers([[1, 2, 3]], [1, 1, 1]))
      .toMatchObject({ spearman: [null], rSquared: null });
    expect(() => rankDrivers([[1, 2]], [1, 2, 3])).toThrow(/pair up/);
  });

  it('take out what another input does: a follower has no partial correlation', () => {
    const [cause = [], noise = []] = normals(2, 4096, null);
    const follower = combine([cause, noise], [1, 0.5]);
    const found = rankDrivers([cause, follower], combine([cause, noise], [3, 0])
      .map((v, run) => v + Math.sin(run)));
    expect(found.spearman[1]).toBeGreaterThan(0.8);
    // four standard errors of a partial correlation of none
    expect(Math.abs(found.prcc[1] ?? NaN)).toBeLessThan(4 / Math.sqrt(4096));
  });
});

describe('Shapley effects', () => {
  it('by hand: gloves, two left and one right', () => {
    // a pair is worth 1; the right glove is player 2
    const worth = (set: number): number => ((set & 4) !== 0 && (set & 3) !== 0 ? 1 : 0);
    expect(shapleyValues(3, worth).map((v) => v * 6).map(Math.round)).toEqual([1, 1, 4]);
  });

  it('sum to the variance explained and match the closed form with correlated inputs', () => {
    const correlation = [[1, 0, 0], [0, 1, 0.9], [0, 0.9, 1]];
    const exact = linearSensitivity([1, 1, 1], [1, 1, 2], correlation);
    const ranks = correlation.map((row, i) => row.map((rho, j) =>
      (i === j ? 1 : (6 / Math.PI) * Math.asin(rho / 2))));
    const columns = normals(3, 8192, ranks);
    const { result } = runAll(
      shapleyEffects(columns, combine(columns, [1, 1, 2]), { seed: 1 }));
    expect(result.explained).toBeCloseTo(1, 3);
    for (const [k, effect] of result.effects.entries())
      expect(Math.abs(effect - (exact.shapley[k] ?? NaN))).toBeLessThan(0.01);
  });

  it('of fourteen inputs are drawn by orders: equal inputs get equal shares', () => {
    const columns = normals(14, 4096, null);
    const { result, steps } = runAll(shapleyEffects(columns,
      combine(columns, columns.map((_, k) => (k < 4 ? 1 : 0))), { seed: 3, orders: 64 }));
    expect(steps.at(-1)).toBe(1);
    for (const effect of result.effects.slice(0, 4)) expect(effect).toBeCloseTo(0.25, 2);
    // three terms that explain nothing of 4,096 runs: below 4 x 3 / 4096 beside full noise
    for (const effect of result.effects.slice(4)) expect(Math.abs(effect)).toBeLessThan(0.003);
  });

  it('see a curved input, and give none to one that stands still', () => {
    const x = normals(1, 2048, null)[0] ?? [];
    const still = x.map(() => 1);
    const { result } = runAll(shapleyEffects([x, still], x.map((v) => v * v), { seed: 1 }));
    // ranks are not the values themselves: the last of 2,048 scores differ
    expect(result.effects[0]).toBeCloseTo(1, 2);
    expect(result.effects[1]).toBe(0);
  });
});

describe("Borgonovo's delta", () => {
  it('rises with the share of variance from none to one', () => {
    const shares = [0, 0.1, 0.3, 0.6, 0.9, 1].map(linearDelta);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect([shares[0], shares.at(-1)].map((v) => Math.round((v ?? NaN) * 1e9) / 1e9))
      .toEqual([0, 1]);
  });

  it('is near the closed form from runs', () => {
    const columns = normals(2, 8192, null);
    const output = combine(columns, [2, 1]);
    expect(Math.abs(deltaFromRuns(columns[0] ?? [], output) - linearDelta(0.8)))
      .toBeLessThan(0.05);
    expect(Math.abs(deltaFromRuns(columns[1] ?? [], output) - linearDelta(0.2)))
      .toBeLessThan(0.05);
    expect(() => deltaFromRuns([1, 2], [1, 2])).toThrow(/50 runs/);
  });
});
