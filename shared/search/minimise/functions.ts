import { entryOf } from '../../units/entry.ts';

type Objective = (x: readonly number[]) => number;

/** Dixon and Szegö, Towards Global Optimisation 2 (1978). */
const branin: Objective = ([x = Number.NaN, y = Number.NaN]) =>
  (y - (5.1 / (4 * Math.PI ** 2)) * x * x + (5 / Math.PI) * x - 6) ** 2
  + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;

const sixHumpCamel: Objective = ([x = Number.NaN, y = Number.NaN]) =>
  (4 - 2.1 * x ** 2 + x ** 4 / 3) * x ** 2 + x * y + (4 * y ** 2 - 4) * y ** 2;

/** Rosenbrock, Computer Journal 3 (1960), chained over the dimensions. */
const rosenbrock: Objective = (x) => x.slice(1).reduce((sum, next, at) => {
  const here = entryOf(x, at);
  return sum + 100 * (next - here * here) ** 2 + (1 - here) ** 2;
}, 0);

const rastrigin: Objective = (x) => x.reduce((sum, value) =>
  sum + value * value - 10 * Math.cos(2 * Math.PI * value) + 10, 0);

const goldsteinPrice: Objective = ([x = Number.NaN, y = Number.NaN]) =>
  (1 + (x + y + 1) ** 2 * (19 - 14 * x + 3 * x * x - 14 * y + 6 * x * y + 3 * y * y))
  * (30 + (2 * x - 3 * y) ** 2
    * (18 - 32 * x + 12 * x * x + 48 * y - 36 * x * y + 27 * y * y));

const hartmannWeights = [1, 1.2, 3, 3.2] as const;
const hartmannScales = [[3, 10, 30], [0.1, 10, 35], [3, 10, 30], [0.1, 10, 35]] as const;
const hartmannCentres = [[0.3689, 0.117, 0.2673], [0.4699, 0.4387, 0.747],
  [0.1091, 0.8732, 0.5547], [0.0381, 0.5743, 0.8828]] as const;

const hartmann3: Objective = (x) => -hartmannWeights.reduce((sum, weight, row) => {
  const distance = x.reduce((all, value, at) => all
    + entryOf(entryOf(hartmannScales, row), at)
    * (value - entryOf(entryOf(hartmannCentres, row), at)) ** 2, 0);
  return sum + weight * Math.exp(-distance);
}, 0);

/**
 * A test function of optimisers, and how many inputs it takes; null: any number from 1
 * on.
 */
export interface TestFunction {
  readonly f: Objective;
  readonly dimensions: number | null;
  readonly leastDimensions: number;
  /** The usual range of each input. */
  readonly range: readonly [number, number];
}

const of = (f: Objective, dimensions: number | null, range: readonly [number, number],
  leastDimensions = dimensions ?? 1): TestFunction =>
  ({ f, dimensions, leastDimensions, range });

/** Standard test functions of global optimisation, by name. */
export const testFunctions: Readonly<Record<string, TestFunction>> = {
  branin: of(branin, 2, [-5, 15]),
  six_hump_camel: of(sixHumpCamel, 2, [-3, 3]),
  rosenbrock: of(rosenbrock, null, [-5, 10], 2),
  rastrigin: of(rastrigin, null, [-5.12, 5.12]),
  hartmann3: of(hartmann3, 3, [0, 1]),
  goldstein_price: of(goldsteinPrice, 2, [-2, 2]),
};
