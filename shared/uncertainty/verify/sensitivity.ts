import { sobolG, sobolIshigami } from '../../economics/functions/statistics.ts';
import type { Arguments } from '../../economics/verify/arguments.ts';
import { fromPearson } from '../correlation/relations.ts';
import { deltaFromRuns, linearDelta } from '../drivers/borgonovo.ts';
import { linearSensitivity } from '../drivers/linear.ts';
import { rankDrivers } from '../drivers/regression.ts';
import { shapleyEffects } from '../drivers/shapley.ts';
import { sobolIndices } from '../drivers/sobol.ts';
import { at, rowAt } from '../numerics/at.ts';
import { transpose, type Matrix } from '../numerics/matrix.ts';
import { normalQuantile } from '../numerics/normal.ts';
import { createCopula } from '../sampling/copula.ts';
import { correlations } from './correlated.ts';
import { gFunction } from './points.ts';
import {
  drawing, perRun, word, type RiskFunction, type RiskFunctions,
} from './read.ts';

/** What long work ends with. */
function finish<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

interface TestModel {
  readonly inputs: number;
  readonly of: (x: Float64Array) => number;
}

/** A test function over the unit cube. */
function modelOf(args: Arguments): TestModel {
  const name = word(args, 'model', ['ishigami', 'g_function']);
  if (name === 'g_function') {
    const a = gArguments(args);
    return { inputs: a.length, of: gFunction(a) };
  }
  const [a, b] = [args.number('a', 7), args.number('b', 0.1)];
  return { inputs: 3, of: (u) => {
    const [x, y, z] = [0, 1, 2].map((k) => Math.PI * (2 * at(u, k) - 1)) as
      [number, number, number];
    return Math.sin(x) + a * Math.sin(y) ** 2 + b * z ** 4 * Math.sin(x);
  } };
}

function gArguments(args: Arguments): readonly number[] {
  const a = args.numbers('a');
  if (a.length === 0 || a.some((value) => !(value >= 0)))
    throw new RangeError('the g-function needs numbers from 0');
  return a;
}

const closedIndices: RiskFunction = (args) => {
  const name = word(args, 'model', ['ishigami', 'g_function']);
  const a = name === 'ishigami' ? args.number('a', 7) : 0;
  const { first, total, variance } = name === 'ishigami'
    ? sobolIshigami(a, args.number('b', 0.1)) : sobolG(gArguments(args));
  return { mean: name === 'ishigami' ? a / 2 : 1, variance, first, total };
};

const estimatedIndices: RiskFunction = (args) => {
  const { inputs, of } = modelOf(args);
  const { count, fill } = drawing(args, 2 * inputs);
  const { mean, variance, first, total } =
    finish(sobolIndices(of, { sampler: { fill }, inputs, count }));
  return { mean, variance, first: first.map(({ value }) => value),
    total: total.map(({ value }) => value),
    first_error: first.map(({ standardError }) => standardError),
    total_error: total.map(({ standardError }) => standardError) };
};

interface LinearModel {
  readonly coefficients: readonly number[];
  readonly sds: readonly number[];
  readonly correlation: Matrix;
}

function linearOf(args: Arguments): LinearModel {
  const [coefficients, sds] = [args.numbers('coefficients'), args.numbers('sds')];
  if (coefficients.length === 0 || coefficients.length !== sds.length)
    throw new RangeError('each input needs a coefficient and a standard deviation');
  if (sds.some((sd) => !(sd >= 0))) throw new RangeError('a standard deviation is below 0');
  const alone = sds.map((_, i) => sds.map((__, j) => (i === j ? 1 : 0)));
  return { coefficients, sds, correlation: args.has('correlation')
    ? correlations(args, 'correlation', sds.length) : alone };
}

const estimated: RiskFunction = (args) => {
  word(args, 'model', ['linear'], 'linear');
  const { coefficients, sds, correlation } = linearOf(args);
  const ranks = correlation.map((row, i) => row.map((rho, j) =>
    (i === j ? 1 : fromPearson('spearman', rho))));
  const copula = createCopula(ranks);
  const { count, seed, fill } = drawing(args, sds.length);
  const rows = perRun(count, sds.length, fill, (run) => {
    copula.apply(run);
    return sds.map((sd, k) => sd * normalQuantile(at(run, k)));
  });
  const inputs = transpose(rows);
  const output = rows.map((row) =>
    row.reduce((sum, x, k) => sum + x * at(coefficients, k), 0));
  const { pearson, spearman, prcc, src, rSquared } = rankDrivers(inputs, output);
  const { effects } = finish(shapleyEffects(inputs, output, { seed }));
  return { pearson, spearman, prcc, src, r_squared: rSquared, shapley: effects,
    delta: inputs.map((column) => deltaFromRuns(column, output)) };
};

/** Sensitivity measures: closed forms, and the same from runs. */
export const sensitivityFunctions: RiskFunctions = {
  SOBOL_INDICES: closedIndices,
  SOBOL_ESTIMATE: estimatedIndices,
  LINEAR_SENSITIVITY: (args) => {
    const { coefficients, sds, correlation } = linearOf(args);
    return { ...linearSensitivity(coefficients, sds, correlation) };
  },
  SENSITIVITY_ESTIMATE: estimated,
  BORGONOVO_LINEAR: (args) => {
    const { coefficients, sds } = linearOf(args);
    const parts = coefficients.map((c, k) => (c * at(sds, k)) ** 2);
    const variance = parts.reduce((sum, part) => sum + part, 0);
    if (!(variance > 0)) throw new RangeError('the output does not vary');
    return { delta: parts.map((part) => linearDelta(part / variance)) };
  },
  RANK_SENSITIVITY: (args) => {
    const [x, y] = [args.table('x'), args.numbers('y')];
    if (x.length !== y.length || x.some((row) => row.length !== rowAt(x, 0).length))
      throw new RangeError('each run needs all inputs and an output');
    const { pearson, spearman, prcc, src, rSquared } = rankDrivers(transpose(x), y);
    return { pearson, spearman, prcc, src, r_squared: rSquared };
  },
};
