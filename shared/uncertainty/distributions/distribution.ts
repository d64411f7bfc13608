import { ok, refuse, type Result } from '../../units/result.ts';
import { lawOf } from './law.ts';
import { keptShare } from './normals.ts';
import { isMetalogFeasible } from './three-points.ts';
import type { Distribution, DistributionType, Metalog, TruncatedNormal } from './types.ts';

export type { Distribution, DistributionType } from './types.ts';

/** What is wrong with a distribution, as a sentence. */
export interface DistributionProblem {
  readonly message: string;
}

interface Shape {
  readonly numbers?: readonly string[];
  readonly optional?: readonly string[];
  readonly rows?: readonly string[];
}

const shapes: Readonly<Record<DistributionType, Shape>> = {
  fixed: { numbers: ['value'] },
  uniform: { numbers: ['min', 'max'] },
  triangular: { numbers: ['min', 'mode', 'max'] },
  pert: { numbers: ['min', 'mode', 'max'], optional: ['lambda'] },
  normal: { numbers: ['mean', 'sd'] },
  truncated_normal: { numbers: ['mean', 'sd'], optional: ['min', 'max'] },
  lognormal: { optional: ['p10', 'p90', 'mean', 'sd', 'mu', 'sigma'] },
  beta: { numbers: ['alpha', 'beta'], optional: ['min', 'max'] },
  exponential: { numbers: ['mean'] },
  weibull: { numbers: ['shape', 'scale'] },
  discrete: { rows: ['values', 'probabilities'] },
  empirical: { rows: ['values'] },
  event: { numbers: ['probability'] },
  bernoulli_delay: { numbers: ['probability'] },
  metalog: { numbers: ['p10', 'p50', 'p90'], optional: ['lower', 'upper'] },
  shifted_loglogistic: { numbers: ['p10', 'p50', 'p90'] },
};

/** All kinds of distributions. */
export const distributionTypes: readonly string[] = Object.keys(shapes);

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields => typeof value === 'object'
  && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number'
  && Number.isFinite(value);
const isType = (value: unknown): value is DistributionType => typeof value === 'string'
  && Object.hasOwn(shapes, value);

/** What its fields lack, or null. */
function shapeProblem(type: DistributionType, fields: Fields): string | null {
  const { numbers = [], optional = [], rows = [] } = shapes[type];
  for (const name of numbers) {
    if (!isNumber(fields[name])) return fields[name] === undefined ? `${name} is missing`
      : `${name} is not a finite number`;
  }
  for (const name of optional) {
    const value = fields[name];
    if (value !== undefined && value !== null && !isNumber(value))
      return `${name} is not a finite number`;
  }
  for (const name of rows) {
    const value = fields[name];
    if (!Array.isArray(value) || value.length === 0 || !value.every(isNumber))
      return `${name} is not a row of finite numbers`;
  }
  return null;
}

/** One of the three ways to state a lognormal law, whole and alone. */
function lognormalProblem(fields: Fields): string | null {
  const pairs = [['p10', 'p90'], ['mean', 'sd'], ['mu', 'sigma']] as const;
  const stated = pairs.filter((pair) => pair.some((name) => isNumber(fields[name])));
  const [pair, ...more] = stated;
  if (pair === undefined || more.length > 0 || !pair.every((name) => isNumber(fields[name])))
    return 'state either p10 and p90, or mean and sd, or mu and sigma';
  return null;
}

const firstOf = (...checks: readonly (readonly [boolean, string])[]): string | null =>
  checks.find(([wrong]) => wrong)?.[1] ?? null;

/** What contradicts itself in a distribution whose fields are all there. */
function valueProblem(d: Distribution): string | null {
  switch (d.type) {
    case 'fixed': return null;
    case 'uniform':
      return firstOf([d.max < d.min, `the maximum ${d.max} is below the minimum ${d.min}`]);
    case 'triangular': return orderProblem(d);
    case 'pert': return orderProblem(d) ?? firstOf([(d.lambda ?? 4) <= 0,
      'the weight lambda must be above 0']);
    case 'normal': return firstOf([d.sd < 0, 'the standard deviation is below 0']);
    case 'truncated_normal': return truncatedProblem(d);
    case 'lognormal': return scaleProblem(d);
    case 'beta': {
      const { alpha, beta, min = 0, max = 1 } = d;
      return firstOf([alpha <= 0, 'alpha must be above 0'], [beta <= 0, 'beta must be above 0'],
        [max < min, 'the maximum is below the minimum']);
    }
    case 'exponential': return firstOf([d.mean <= 0, 'the mean must be above 0']);
    case 'weibull': return firstOf([d.shape <= 0, 'the shape must be above 0'],
      [d.scale <= 0, 'the scale must be above 0']);
    case 'discrete': return weightProblem(d.values, d.probabilities);
    case 'empirical': return null;
    case 'event':
    case 'bernoulli_delay': return delayProblem(d.probability, d.delay);
    case 'metalog': return metalogProblem(d);
    case 'shifted_loglogistic': return pointsProblem(d);
  }
}

function orderProblem(
  { min, mode, max }: { readonly min: number; readonly mode: number; readonly max: number },
): string | null {
  return firstOf([max < min, `the maximum ${max} is below the minimum ${min}`],
    [mode < min || mode > max, `the mode ${mode} lies outside ${min} to ${max}`]);
}

function truncatedProblem(d: TruncatedNormal): string | null {
  const [min, max] = [d.min ?? -Infinity, d.max ?? Infinity];
  if (d.sd < 0) return 'the standard deviation is below 0';
  if (max < min) return `the maximum ${max} is below the minimum ${min}`;
  const outside = d.sd === 0 ? d.mean < min || d.mean > max
    : min < max && !(keptShare({ ...d, min: d.min ?? null, max: d.max ?? null }) > 0);
  return firstOf([outside, 'the law has no probability between its bounds']);
}

function scaleProblem(d: Extract<Distribution, { type: 'lognormal' }>): string | null {
  if ('mu' in d) return firstOf([d.sigma < 0, 'sigma is below 0']);
  if ('p10' in d) return firstOf([d.p10 <= 0, 'P10 must be above 0'],
    [d.p90 < d.p10, `P90 (${d.p90}) is below P10 (${d.p10})`]);
  return firstOf([d.mean <= 0, 'the mean must be above 0'],
    [d.sd < 0, 'the standard deviation is below 0']);
}

function weightProblem(
  values: readonly number[], probabilities: readonly number[],
): string | null {
  const sum = probabilities.reduce((all, p) => all + p, 0);
  return firstOf(
    [values.length !== probabilities.length, 'values and probabilities differ in number'],
    [probabilities.some((p) => p < 0), 'a probability is below 0'],
    [Math.abs(sum - 1) > 1e-9, `the probabilities sum to ${Number(sum.toFixed(9))}, not to 1`]);
}

function delayProblem(probability: number, delay: unknown): string | null {
  if (!(probability >= 0 && probability <= 1))
    return `the probability ${probability} lies outside 0 to 1`;
  const checked = checkDistribution(delay);
  if (!checked.ok) return `delay: ${checked.error.message}`;
  return firstOf([lawOf(checked.value).min < 0, 'delay: a delay may not be below 0']);
}

function pointsProblem(
  { p10, p50, p90 }: { readonly p10: number; readonly p50: number; readonly p90: number },
): string | null {
  if (p10 === p50 && p50 === p90) return null;
  return firstOf([p90 < p10, `P90 (${p90}) is below P10 (${p10})`],
    [p50 <= p10 || p50 >= p90, `P50 (${p50}) does not lie between P10 and P90`]);
}

function metalogProblem(d: Metalog): string | null {
  const [lower, upper] = [d.lower ?? -Infinity, d.upper ?? Infinity];
  return pointsProblem(d) ?? firstOf(
    [d.p10 <= lower, `P10 (${d.p10}) does not lie above the bound ${lower}`],
    [d.p90 >= upper, `P90 (${d.p90}) does not lie below the bound ${upper}`],
    [!isMetalogFeasible(d), 'no metalog goes through points this skewed; a shifted log-logistic does']);
}

/**
 * Whether a distribution can be drawn from, else what is wrong. A spread of zero is allowed:
 * an input held fixed.
 * @example checkDistribution({ type: 'uniform', min: 3, max: 1 })
 *   // { ok: false, error: { message: 'uniform: the maximum 1 is below the minimum 3' } }
 */
export function checkDistribution(d: unknown): Result<Distribution, DistributionProblem> {
  if (!isRecord(d)) return refuse({ message: 'a distribution is a group of fields' });
  const type = d['type'];
  if (!isType(type)) {
    return refuse({ message: typeof type === 'string'
      ? `there is no distribution ${type}; known: ${distributionTypes.join(', ')}`
      : 'a distribution needs a type' });
  }
  const shape = shapeProblem(type, d) ?? (type === 'lognormal' ? lognormalProblem(d) : null);
  if (shape !== null) return refuse({ message: `${type}: ${shape}` });
  const value = withoutNulls(type, d) as unknown as Distribution;
  const problem = valueProblem(value);
  return problem === null ? ok(value) : refuse({ message: `${type}: ${problem}` });
}

/** Optional fields given as null are left out, save the open bounds of a cut normal law. */
function withoutNulls(type: DistributionType, fields: Fields): Fields {
  if (type === 'truncated_normal')
    return { ...fields, min: fields['min'] ?? null, max: fields['max'] ?? null };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
