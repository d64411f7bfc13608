import { spearman } from '../../economics/functions/statistics.ts';
import type { Arguments } from '../../economics/verify/arguments.ts';
import { at, rowAt, upTo } from '../numerics/at.ts';
import { createSobol } from '../sampling/sobol.ts';
import {
  dyadicCounts, l2StarDiscrepancy, randomL2Star, starDiscrepancy,
} from '../statistics/discrepancy.ts';
import {
  coordinates, drawing, perRun, whole, type MethodName, type RiskFunction, type RiskFunctions,
} from './read.ts';

type Rows = readonly (readonly number[])[];

/** Points of a method, one row a run. */
function pointsOf(
  method: MethodName, dimensions: number, seed: number, count: number,
): Rows {
  return perRun(count, dimensions, coordinates(method, dimensions, seed, count),
    (run) => [...run]);
}

/** The unscrambled sequence exactly as it is published. */
function plainPoints(dimensions: number, count: number, skip = 0): Rows {
  const sequence = createSobol(dimensions);
  return upTo(count).map((k) =>
    [...sequence.point(skip + k)].map((x) => x / 4_294_967_296));
}

const sobolPoints: RiskFunction = (args) => {
  const [dimensions, count] = [whole(args, 'dimensions', 1), whole(args, 'count', 1)];
  const skip = args.has('skip') ? whole(args, 'skip', 0) : 0;
  if (!args.has('columns')) return plainPoints(dimensions, count, skip);
  const columns = args.numbers('columns');
  const outside = columns.find((k) => !(Number.isInteger(k) && k >= 1 && k <= dimensions));
  if (outside !== undefined)
    throw new RangeError(`column ${outside} is none of 1 to ${dimensions}`);
  return plainPoints(dimensions, count, skip)
    .map((row) => columns.map((k) => at(row, k - 1)));
};

/** Fewest and most points of a column in each of as many strata as there are points. */
function strata(rows: Rows): { min_per_stratum: number; max_per_stratum: number } {
  const counts = rowAt(rows, 0).map((_, k) => {
    const found = new Float64Array(rows.length);
    for (const row of rows) {
      const stratum = Math.floor(at(row, k) * rows.length);
      found[stratum] = at(found, stratum) + 1;
    }
    return found;
  });
  return { min_per_stratum: Math.min(...counts.map((row) => Math.min(...row))),
    max_per_stratum: Math.max(...counts.map((row) => Math.max(...row))) };
}

const same = (a: Rows, b: Rows): boolean => a.length === b.length
  && a.every((row, run) => row.every((x, k) => Object.is(x, at(rowAt(b, run), k))));

/** What holds of any stratified sample: strata and seeds. */
function seedProperties(args: Arguments, method: MethodName): {
  readonly rows: Rows; readonly count: number; readonly dimensions: number;
  readonly seed: number; readonly properties: Readonly<Record<string, number | boolean>>;
} {
  const [dimensions, count] = [whole(args, 'dimensions', 1), whole(args, 'count', 1)];
  const [seed, other] = [whole(args, 'seed', 0), whole(args, 'other_seed', 0)];
  const rows = pointsOf(method, dimensions, seed, count);
  return { rows, count, dimensions, seed, properties: {
    ...strata(rows),
    same_seed_identical: same(rows, pointsOf(method, dimensions, seed, count)),
    other_seed_differs: !same(rows, pointsOf(method, dimensions, other, count)),
  } };
}

const owenProperty: RiskFunction = (args) => {
  const { rows, count, dimensions, seed, properties } = seedProperties(args, 'sobol_scrambled');
  const half = Math.max(1, Math.floor(count / 2));
  return { ...properties,
    min_coordinate_positive: rows.every((row) => row.every((x) => x > 0)),
    max_coordinate_below_one: rows.every((row) => row.every((x) => x < 1)),
    prefix_stable: same(rows.slice(0, half),
      pointsOf('sobol_scrambled', dimensions, seed, half)),
  };
};

const lhsProperty: RiskFunction = (args) => {
  const { rows, count, dimensions, properties } = seedProperties(args, 'lhs');
  const columns = upTo(dimensions).map((k) => rows.map((row) => at(row, k)));
  const orders = columns.map((column) =>
    column.map((x) => Math.floor(x * count)).join());
  let apart = new Set(orders).size === dimensions;
  if (count >= 100) {
    for (const [a, column] of columns.entries())
      for (const other of columns.slice(a + 1))
        apart &&= Math.abs(spearman(column, other)) < 5 / Math.sqrt(count - 1);
  }
  return { ...properties, columns_permuted_independently: apart };
};

const netProperty: RiskFunction = (args) => {
  const [dimensions, count] = [whole(args, 'dimensions', 1), whole(args, 'count', 1)];
  const depth = Math.log2(count) - whole(args, 't', 0);
  if (!Number.isInteger(depth) || depth < 0)
    throw new RangeError('count is not a power of two of at least 2^t');
  const rows = args.flag('scrambled', false)
    ? pointsOf('sobol_scrambled', dimensions, whole(args, 'seed', 0), count)
    : plainPoints(dimensions, count);
  const { least, most } = dyadicCounts(rows, depth);
  return { min_count: least, max_count: most };
};

const owenUnbiased: RiskFunction = (args) => {
  const [dimensions, count] = [whole(args, 'dimensions', 1), whole(args, 'count', 1)];
  const [replicates, first] = [whole(args, 'replicates', 1), whole(args, 'first_seed', 0)];
  const sums = new Float64Array(dimensions);
  const out = new Float64Array(dimensions);
  for (let k = 0; k < replicates; k += 1) {
    coordinates('sobol_scrambled', dimensions, first + k, count)(0, out);
    for (let d = 0; d < dimensions; d += 1) sums[d] = at(sums, d) + at(out, d);
  }
  return { mean_first_point: [...sums].map((sum) => sum / replicates) };
};

/** Sobol's G function, the product of (|4x - 2| + a) / (1 + a). */
export const gFunction = (a: readonly number[]) => (x: Float64Array): number =>
  a.reduce((product, value, k) =>
    product * ((Math.abs(4 * at(x, k) - 2) + value) / (1 + value)), 1);

/** Points of sequences and designs, and what must hold of them. */
export const pointFunctions: RiskFunctions = {
  SOBOL_POINTS: sobolPoints,
  DISCREPANCY: (args) => {
    const points = args.table('points');
    return { star: starDiscrepancy(points), l2_star: l2StarDiscrepancy(points) };
  },
  SOBOL_DISCREPANCY: (args) => {
    const [dimensions, count] = [whole(args, 'dimensions', 1), whole(args, 'count', 1)];
    const [found, random] = [l2StarDiscrepancy(plainPoints(dimensions, count)),
      randomL2Star(count, dimensions)];
    return { l2_star: found, expected_random: random, better_than_random: found < random };
  },
  NET_PROPERTY: netProperty,
  OWEN_PROPERTY: owenProperty,
  LHS_PROPERTY: lhsProperty,
  OWEN_UNBIASED: owenUnbiased,
  INTEGRATE: (args) => {
    const name = args.text('model');
    if (name !== 'g_function') throw new RangeError(`no model ${name} to integrate`);
    const a = args.numbers('a');
    const { count, fill } = drawing(args, a.length);
    const values = perRun(count, a.length, fill, gFunction(a));
    return { mean: values.reduce((sum, x) => sum + x, 0) / count };
  },
};
