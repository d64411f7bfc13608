import { ArgumentError } from '../../economics/verify/arguments.ts';
import { checkDistribution } from '../distributions/distribution.ts';
import { fitTriangular } from '../distributions/fit.ts';
import { lawOf } from '../distributions/law.ts';
import { logMoments, logScale } from '../distributions/normals.ts';
import { quantile, quantileOf } from '../distributions/quantile.ts';
import { shortfallOf } from '../distributions/shortfall.ts';
import { metalogTerms, isMetalogFeasible } from '../distributions/three-points.ts';
import type { Metalog } from '../distributions/types.ts';
import { at } from '../numerics/at.ts';
import { meanAndSquares } from '../statistics/summary.ts';
import {
  checked, distribution, drawing, perRun, word, type RiskFunction, type RiskFunctions,
} from './read.ts';

/** Shares of a case, each from 0 to 1. */
export function shares(values: readonly number[]): readonly number[] {
  const outside = values.find((p) => !(p >= 0 && p <= 1));
  if (outside !== undefined) throw new RangeError(`the share ${outside} lies outside 0 to 1`);
  return values;
}

const fit: RiskFunction = (args) => {
  const type = word(args, 'type', ['metalog', 'triangular', 'lognormal']);
  const [p10, p90] = [args.number('p10'), args.number('p90')];
  if (type === 'triangular') {
    const { min, max } = fitTriangular(p10, args.number('mode'), p90);
    return { min, max };
  }
  if (type === 'lognormal') {
    const d = checked({ type, p10, p90 });
    const scale = logScale({ type, p10, p90 });
    return { ...scale, ...logMoments(scale), p50: quantile(d, 0.5) };
  }
  const bounds = { ...(args.has('lower') ? { lower: args.number('lower') } : {}),
    ...(args.has('upper') ? { upper: args.number('upper') } : {}) };
  const d: Metalog = { type, p10, p50: args.number('p50'), p90, ...bounds };
  const { lower, upper } = bounds;
  if (!(p10 < d.p50 && d.p50 < p90) || (lower !== undefined && lower >= p10)
    || (upper !== undefined && upper <= p90))
    return { feasible: false };
  return isMetalogFeasible(d) ? { feasible: true, a: metalogTerms(d) } : { feasible: false };
};

/** Distributions: quantiles, probabilities, moments, fits, refusals. */
export const lawFunctions: RiskFunctions = {
  DIST_QUANTILE: (args) => {
    const law = lawOf(distribution(args));
    return shares(args.numbers('p')).map(law.quantile);
  },
  DIST_CDF: (args) => {
    const law = lawOf(distribution(args));
    return args.numbers('x').map(law.cdf);
  },
  DIST_MOMENTS: (args) => {
    const { mean, sd } = lawOf(distribution(args)).moments();
    return { mean, sd };
  },
  DIST_FIT: fit,
  DIST_VALID: (args) => {
    if (!args.has('dist')) throw new ArgumentError('argument dist is missing');
    const found = checkDistribution(args.raw('dist'));
    return found.ok ? { valid: true } : { valid: false, reason: found.error.message };
  },
  CVAR_DIST: (args) => {
    const tail = word(args, 'tail', ['upper', 'lower']);
    const { var: edge, cvar } = shortfallOf(distribution(args), args.number('alpha'), tail);
    return { var: edge, cvar };
  },
  SAMPLE_MOMENTS: (args) => {
    const q = quantileOf(distribution(args));
    const { count, fill } = drawing(args, 1);
    const values = perRun(count, 1, fill, (run) => q(at(run, 0)));
    const { mean, squares } = meanAndSquares(values);
    return { mean, sd: count > 1 ? Math.sqrt(squares / (count - 1)) : null };
  },
};
