import { decisionCriteria } from '../decisions/criteria.ts';
import {
  discreteDemand, exponentialDemand, lognormalDemand, normalDemand, triangularDemand,
  uniformDemand, weibullDemand, type Demand,
} from '../decisions/demand.ts';
import { stochasticDominance } from '../decisions/dominance.ts';
import { decisionFlip, type LinearValue } from '../decisions/flip.ts';
import { newsvendor } from '../decisions/newsvendor.ts';
import { hypervolume, paretoFront } from '../decisions/pareto.ts';
import { testFunctions, type TestFunction } from '../minimise/functions.ts';
import {
  askMinimum, minimise, valuesByWorkers, type Bounds, type Minimum,
} from '../minimise/minimise.ts';
import { normalQuantile } from '../../uncertainty/numerics/normal.ts';
import { ArgumentError, type Arguments } from './arguments.ts';
import type { Answer } from './compare.ts';

function pareto(a: Arguments): Answer {
  const [points, maximise] = [a.table('points'), a.flags('maximise')];
  const front = paretoFront(points, maximise);
  return { front, hypervolume: a.has('reference')
    ? hypervolume(points, maximise, a.numbers('reference')) : null };
}

function criteria(a: Arguments): Answer {
  const found = decisionCriteria(a.table('payoffs'), a.number('hurwicz_optimism'));
  return { maximin: found.maximin, maximax: found.maximax, laplace: found.laplace,
    hurwicz: found.hurwicz, minimax_regret: found.minimaxRegret,
      max_regret: found.maxRegret };
}

const linearOf = (a: Arguments): LinearValue =>
  ({ constant: a.number('constant', 0), coefficients: a.numbers('coefficients') });

function flip(a: Arguments): Answer {
  const [names, base, scales] = [a.texts('names'), a.numbers('base'),
    a.numbers('scales')];
  const none = base.map(() => null);
  const [lower, upper] = [a.ends('lower', none), a.ends('upper', none)];
  if ([base, scales, lower, upper].some(({ length }) => length !== names.length))
    throw new ArgumentError('names, base, scales, lower and upper differ in length');
  const found = decisionFlip(names.map((name, at) => ({ name, base: base[at] ?? NaN,
    scale: scales[at] ?? NaN, lower: lower[at] ?? null, upper: upper[at] ?? null })),
  linearOf(a.record('a')), linearOf(a.record('b')));
  return { better_at_base: found.betterAtBase, difference: found.difference,
    flip_value: found.flipValue, relative_change: found.relativeChange,
    reachable: found.reachable, smallest: found.smallest,
    joint_distance: found.jointDistance, joint_point: found.jointPoint };
}

/**
 * Lognormal demand by its logarithm, by its own mean and deviation, or by two
 * quantiles.
 */
function lognormalOf(a: Arguments): Demand {
  if (a.has('mu')) return lognormalDemand(a.number('mu'), a.number('sigma'));
  if (a.has('mean')) {
    const variance = Math.log1p((a.number('sd') / a.number('mean')) ** 2);
    const mu = Math.log(a.number('mean')) - variance / 2;
    return lognormalDemand(mu, Math.sqrt(variance));
  }
  const [low, high] = [Math.log(a.number('p10')), Math.log(a.number('p90'))];
  return lognormalDemand((low + high) / 2, (high - low) / (2 * normalQuantile(0.9)));
}

const demands: Readonly<Record<string, (a: Arguments) => Demand>> = {
  normal: (a) => normalDemand(a.number('mean'), a.number('sd')),
  lognormal: lognormalOf,
  uniform: (a) => uniformDemand(a.number('min'), a.number('max')),
  triangular: (a) => triangularDemand(a.number('min'), a.number('mode'), a.number('max')),
  exponential: (a) => exponentialDemand(a.number('mean')),
  weibull: (a) => weibullDemand(a.number('shape'), a.number('scale')),
  discrete: (a) => discreteDemand(a.numbers('values'), a.numbers('probabilities')),
};

function vendor(a: Arguments): Answer {
  const dist = a.record('demand');
  const type = dist.text('type');
  const make = Object.hasOwn(demands, type) ? demands[type] : undefined;
  if (make === undefined) throw new ArgumentError(`there is no demand of type "${type}"`);
  const found = newsvendor(a.number('price'), a.number('cost'), a.number('salvage', 0),
    make(dist));
  return { critical_ratio: found.criticalRatio, quantity: found.quantity,
    expected_profit: found.expectedProfit };
}

function functionOf(a: Arguments): TestFunction {
  const name = a.text('function');
  const found = Object.hasOwn(testFunctions, name) ? testFunctions[name] : undefined;
  if (found === undefined) throw new ArgumentError(`there is no function "${name}"`);
  return found;
}

function boundsOf(a: Arguments, { dimensions, leastDimensions,
  range }: TestFunction): Bounds {
  const count = a.has('dimensions') ? a.whole('dimensions') : dimensions
    ?? leastDimensions;
  if ((dimensions !== null && count !== dimensions) || count < leastDimensions)
    throw new ArgumentError(`the function does not take ${count} inputs`);
  if (!a.has('bounds')) return Array.from({ length: count }, () => range);
  const bounds = a.table('bounds').map((pair) => [pair[0] ?? NaN, pair[1] ?? NaN] as const);
  if (bounds.length !== count) throw new ArgumentError(`${count} inputs need as many bounds`);
  return bounds;
}

function minimum(a: Arguments): Answer {
  const named = functionOf(a);
  const found = minimise(named.f, { bounds: boundsOf(a, named), budget: a.whole('budget'),
    seed: a.whole('seed') });
  return { minimum: found.value, x: found.x, evaluations: found.evaluations };
}

/** The same search with its batches evaluated by several workers. */
function minimumBy(f: TestFunction['f'], options: Parameters<typeof askMinimum>[0],
  workers: number): Minimum {
  const search = askMinimum(options);
  let step = search.next();
  while (step.done !== true) step = search.next(valuesByWorkers(step.value, f, workers));
  return step.value;
}

function reproducible(a: Arguments): Answer {
  const named = functionOf(a);
  const options = { bounds: boundsOf(a, named), budget: a.whole('budget'),
    seed: a.whole('seed') };
  const first = minimise(named.f, options);
  const same = (other: Minimum): boolean => Object.is(other.value, first.value)
    && other.evaluations === first.evaluations
    && other.x.every((value, at) => Object.is(value, first.x[at]));
  return { same_seed_identical: same(minimise(named.f, options)),
    workers_identical: a.wholes('workers').every((workers) => {
      if (workers < 1) throw new ArgumentError('workers must be 1 or more');
      return same(minimumBy(named.f, options, workers));
    }) };
}

/** Choices and the search for minima, by the name a case gives them. */
export const decisionFunctions: Readonly<Record<string, (a: Arguments) => Answer>> = {
  PARETO: pareto,
  DECISION_CRITERIA: criteria,
  STOCHASTIC_DOMINANCE: (a) => ({ ...stochasticDominance(a.numbers('a'),
    a.numbers('b')) }),
  DECISION_FLIP: flip,
  NEWSVENDOR: vendor,
  MINIMISE: minimum,
  SEARCH_REPRODUCIBLE: reproducible,
};
