import { describe, expect, it } from 'vitest';
import { testFunctions } from '../../../../shared/search/minimise/functions.ts';
import {
  askMinimum, minimise, valuesByWorkers,
} from '../../../../shared/search/minimise/minimise.ts';

const value = (name: string, bounds: readonly (readonly [number, number])[], budget: number,
  seed: number) => minimise(testFunctions[name]?.f ?? (() => Number.NaN), { bounds, budget, seed });
const cube = (n: number, low: number, high: number) =>
  Array.from({ length: n }, () => [low, high] as const);

describe('the search for a minimum', () => {
  // Dixon and Szegö (1978); Rosenbrock (1960); Rastrigin (1974).
  it.each([
    ['branin', [[-5, 10], [0, 15]] as const, 3000, 0.397887357729738],
    ['six_hump_camel', [[-3, 3], [-2, 2]] as const, 3000, -1.03162845348988],
    ['goldstein_price', cube(2, -2, 2), 4000, 3],
    ['hartmann3', cube(3, 0, 1), 4000, -3.86278214782076],
    ['rosenbrock', cube(4, -5, 10), 20_000, 0],
    ['rastrigin', cube(4, -5.12, 5.12), 20_000, 0],
  ])('finds that of %s whatever the seed', (name, bounds, budget, least) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const found = value(name, bounds, budget, seed);
      expect(Math.abs(found.value - least), `seed ${seed}`).toBeLessThan(1e-4);
      expect(found.evaluations).toBeLessThanOrEqual(budget);
    }
  });

  it('keeps to its budget and bounds, and to the end of a range', () => {
    let count = 0;
    const found = minimise((x) => { count += 1; return x[0] ?? 0; },
      { bounds: [[2, 7]], budget: 333, seed: 9 });
    expect(count).toBe(found.evaluations);
    expect(count).toBeLessThanOrEqual(333);
    expect(found.x[0]).toBeCloseTo(2, 9);
    expect(minimise((x) => x[0] ?? 0, { bounds: [[3, 3]], budget: 5, seed: 0 }).x).toEqual([3]);
  });

  it('passes over points without a value', () => {
    const found = minimise(([x = 0]) => (x < 0 ? Number.NaN : (x - 1) ** 2),
      { bounds: [[-5, 5]], budget: 500, seed: 1 });
    expect(found.x[0]).toBeCloseTo(1, 4);
  });

  it('answers the same by seed for any number of workers', () => {
    const f = testFunctions['rastrigin']?.f ?? (() => Number.NaN);
    const options = { bounds: cube(3, -5.12, 5.12), budget: 1500, seed: 5 };
    const one = minimise(f, options);
    for (const workers of [1, 2, 4]) {
      const search = askMinimum(options);
      let step = search.next();
      while (step.done !== true) step = search.next(valuesByWorkers(step.value, f, workers));
      expect(step.value).toEqual(one);
    }
    expect(minimise(f, { ...options, seed: 6 }).x).not.toEqual(one.x);
  });

  it('refuses bounds, budgets and seeds that are none', () => {
    expect(() => value('branin', [[1, 0], [0, 1]], 10, 1)).toThrow('lower one first');
    expect(() => value('branin', cube(2, 0, 1), 0, 1)).toThrow('budget');
    expect(() => value('branin', cube(2, 0, 1), 10, 0.5)).toThrow('seed');
  });
});
