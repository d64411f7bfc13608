import { describe, expect, it } from 'vitest';
import { isPossible, leastEigenvalue } from '../../../../shared/uncertainty/correlation/check.ts';
import { nearestCorrelation } from '../../../../shared/uncertainty/correlation/nearest.ts';
import { createCopula } from '../../../../shared/uncertainty/sampling/copula.ts';
import { createPermutation } from '../../../../shared/uncertainty/sampling/permutation.ts';
import { createSampler, type SamplingMethod } from '../../../../shared/uncertainty/sampling/sampler.ts';
import { createSobol } from '../../../../shared/uncertainty/sampling/sobol.ts';
import { spearman } from '../../../../shared/economics/functions/statistics.ts';

const methods: readonly SamplingMethod[] = ['sobol', 'lhs', 'random'];

function draw(
  method: SamplingMethod, runs: number, dimensions: number, seed: number,
  order = Array.from({ length: runs }, (_, run) => run),
): readonly number[][] {
  const sampler = createSampler({ method, dimensions, seed, runs });
  const out = new Float64Array(dimensions);
  const rows: number[][] = Array.from({ length: runs }, () => []);
  for (const run of order) {
    sampler.fill(run, out);
    rows[run] = [...out];
  }
  return rows;
}
const column = (rows: readonly (readonly number[])[], k: number): number[] =>
  rows.map((row) => row[k] ?? Number.NaN);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length;

describe.each(methods)('a run of %s', (method) => {
  it('depends on the seed and its index alone, not on those before it', () => {
    const forth = draw(method, 200, 5, 42);
    const back = draw(method, 200, 5, 42, Array.from({ length: 200 }, (_, k) => (k * 77) % 200));
    expect(back).toEqual(forth);
    expect(draw(method, 200, 5, 43)).not.toEqual(forth);
  });

  it('lies strictly inside the cube and is uniform in each coordinate', () => {
    const rows = draw(method, 4096, 4, 5);
    for (let k = 0; k < 4; k += 1) {
      const values = column(rows, k);
      expect(Math.min(...values)).toBeGreaterThan(0);
      expect(Math.max(...values)).toBeLessThan(1);
      // four standard errors of independent draws
      expect(Math.abs(mean(values) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 4096));
      expect(Math.abs(mean(values.map((x) => x * x)) - 1 / 3))
        .toBeLessThan(4 * Math.sqrt(4 / 45 / 4096));
    }
    for (let a = 0; a < 4; a += 1)
      for (let b = 0; b < a; b += 1)
        expect(Math.abs(spearman(column(rows, a), column(rows, b))))
          .toBeLessThan(4 / Math.sqrt(4095));
  });

  it('takes large seeds and run indices', () => {
    const sampler =
      createSampler({ method, dimensions: 2, seed: 2 ** 52 + 3, runs: 2 ** 31 });
    const out = new Float64Array(2);
    sampler.fill(2 ** 31 - 1, out);
    expect([...out].every((x) => x > 0 && x < 1)).toBe(true);
  });

  it('is refused without a whole seed or count', () => {
    const options = { method, dimensions: 2, seed: 1, runs: 4 };
    expect(() => createSampler({ ...options, seed: -1 })).toThrow(/seed/);
    expect(() => createSampler({ ...options, seed: 1.5 })).toThrow(/seed/);
    expect(() => createSampler({ ...options, runs: 0 })).toThrow(/runs/);
    expect(() => createSampler({ ...options, dimensions: -1 })).toThrow(/dimensions/);
  });
});

describe('Latin hypercube', () => {
  it.each([1, 2, 10, 97, 500])('puts one of %i runs in each stratum', (runs) => {
    const rows = draw('lhs', runs, 3, 9);
    for (let k = 0; k < 3; k += 1) {
      expect(column(rows, k).map((x) => Math.floor(x * runs)).toSorted((a, b) => a - b))
        .toEqual(Array.from({ length: runs }, (_, at) => at));
    }
  });

  it('orders each coordinate by itself: every order of three is as likely', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed += 1) {
      const order = createPermutation(3, seed);
      const text = [0, 1, 2].map(order).join('');
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // binomial(6000, 1/6): five standard deviations
    for (const count of counts.values())
      expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(6000 * (1 / 6) * (5 / 6)));
  });
});

describe('scrambled Sobol points', () => {
  it('fill every dyadic stratum of each of 1,024 coordinates once', () => {
    const rows = draw('sobol', 64, 1024, 3);
    for (let k = 0; k < 1024; k += 1)
      expect(new Set(column(rows, k).map((x) => Math.floor(x * 64))).size).toBe(64);
  });

  it('go on beyond the table with independent coordinates', () => {
    const rows = draw('sobol', 512, 1030, 3);
    const last = column(rows, 1029);
    expect(Math.abs(mean(last) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 512));
    expect(() => createSobol(1025)).toThrow(/1 to 1024/);
  });

  it('err far less than independent draws on a smooth integral', () => {
    // exp(x + y) over the square is (e - 1)^2; a random mean of 1,024 errs by 0.026.
    const exact = (Math.E - 1) ** 2;
    const errors = Array.from({ length: 20 }, (_, seed) =>
      mean(draw('sobol', 1024, 2, seed).map(([x = 0, y = 0]) => Math.exp(x + y))) - exact);
    const error = Math.sqrt(mean(errors.map((e) => e * e)));
    expect(error).toBeLessThan(0.026 / 50);
    // unbiased: the mean of twenty scramblings lies within four of its standard errors
    expect(Math.abs(mean(errors))).toBeLessThan((4 * error) / Math.sqrt(20));
  });
});

describe('copula', () => {
  const wanted = [[1, 0.7, 0, -0.3], [0.7, 1, 0, 0.2], [0, 0, 1, 0], [-0.3, 0.2, 0, 1]];

  it('gives the rank correlations asked for and leaves the rest alone', () => {
    const copula = createCopula(wanted);
    expect(copula.repaired).toBeNull();
    const before = draw('sobol', 4096, 4, 1);
    const after = before.map((row) => {
      const run = Float64Array.from(row);
      copula.apply(run);
      return [...run];
    });
    expect(column(after, 2)).toEqual(column(before, 2));
    expect(column(after, 0)).toEqual(column(before, 0));
    for (let a = 0; a < 4; a += 1)
      for (let b = 0; b < a; b += 1)
        expect(Math.abs(spearman(column(after, a), column(after, b)) - (wanted[a]?.[b] ?? 9)))
          .toBeLessThan(0.02);
  });

  it('takes correlations of one: the coordinates are the same', () => {
    const run = Float64Array.of(0.3, 0.8, 0.1);
    createCopula([[1, 1, -1], [1, 1, -1], [-1, -1, 1]]).apply(run);
    expect(run[1]).toBeCloseTo(0.3, 12);
    expect(run[2]).toBeCloseTo(0.7, 12);
  });

  it('repairs what cannot be and says by how much', () => {
    const copula = createCopula([[1, 0.9, 0.7], [0.9, 1, -0.4], [0.7, -0.4, 1]]);
    expect(copula.repaired?.distance).toBeGreaterThan(0.1);
    expect(isPossible(copula.rankCorrelation)).toBe(true);
  });

  it.each([
    [[[1, 2], [2, 1]], /outside -1 to 1/], [[[1, 0.2], [0.3, 1]], /differ by direction/],
    [[[1, 0.2]], /not square/], [[[0.9, 0], [0, 1]], /itself is not 1/],
  ])('refuses %j', (matrix, message) => {
    expect(() => createCopula(matrix)).toThrow(message);
  });
});

describe('nearest correlation matrix', () => {
  it('is the published one, possible, and its own nearest', () => {
    const { matrix, distance } = nearestCorrelation([[1, 1, 0], [1, 1, 1], [0, 1, 1]]);
    // Higham (2002), sec. 4
    expect(matrix[0]?.[1]).toBeCloseTo(0.7607, 4);
    expect(matrix[0]?.[2]).toBeCloseTo(0.1573, 4);
    expect(distance).toBeCloseTo(0.5278, 4);
    expect(leastEigenvalue(matrix)).toBeGreaterThan(-1e-10);
    expect(nearestCorrelation(matrix).distance).toBeLessThan(1e-9);
  });
});
