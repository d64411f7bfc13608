import { ArgumentError, isRecord, readArguments, type Arguments } from '../../economics/verify/arguments.ts';
import { percentileExcluding, percentileOfSorted, shareBelow } from '../statistics/percentile.ts';
import { shortfallOfSorted } from '../statistics/shortfall.ts';
import {
  meanInterval, mergeMoments, percentileRanks, type MomentPart,
} from '../statistics/intervals.ts';
import { at } from '../numerics/at.ts';
import { shares } from './laws.ts';
import { whole, word, type RiskFunctions } from './read.ts';

/** Values in ascending order, at least one. */
function sorted(args: Arguments): readonly number[] {
  const values = args.numbers('values');
  if (values.length === 0) throw new RangeError('there are no values');
  return values.toSorted((a, b) => a - b);
}

/** Groups of arguments in a list. */
export function records(args: Arguments, name: string): readonly Arguments[] {
  const list = args.raw(name);
  if (!Array.isArray(list) || !list.every(isRecord)) {
    throw new ArgumentError(list === undefined ? `argument ${name} is missing`
      : `argument ${name} is not a list of groups`);
  }
  return list.map((entry) => readArguments(entry));
}

/** Percentiles, intervals, shortfall and moments of given values. */
export const figureFunctions: RiskFunctions = {
  PERCENTILE: (args) => {
    const values = sorted(args);
    const method = word(args, 'method', ['inc', 'exc'], 'inc');
    const convention = word(args, 'convention', ['cumulative', 'exceedance'], 'cumulative');
    return shares(args.numbers('p')).map((p) => {
      const below = shareBelow(convention, p);
      return method === 'inc' ? percentileOfSorted(values, below)
        : percentileExcluding(values, below);
    });
  },
  QUANTILE_CI: (args) => {
    const values = args.has('values') ? sorted(args) : null;
    const n = args.has('n') || values === null ? whole(args, 'n', 1) : values.length;
    if (values !== null && values.length !== n)
      throw new RangeError(`n is ${n}, but there are ${values.length} values`);
    const { lowerRank, upperRank, coverage } =
      percentileRanks(n, args.number('p'), args.number('confidence'));
    const ranked = (rank: number | null): number | null =>
      rank === null || values === null ? null : at(values, rank - 1);
    return { lower_rank: lowerRank, upper_rank: upperRank, coverage,
      ...(values === null ? {} : { lower: ranked(lowerRank), upper: ranked(upperRank) }) };
  },
  CVAR: (args) => {
    const alpha = args.number('alpha');
    if (!(alpha >= 0 && alpha < 1)) throw new RangeError(`alpha ${alpha} lies outside 0 to 1`);
    const { var: edge, cvar } =
      shortfallOfSorted(sorted(args), alpha, word(args, 'tail', ['upper', 'lower']));
    return { var: edge, cvar };
  },
  MERGE_MOMENTS: (args) => {
    const parts = records(args, 'parts').map((part): MomentPart =>
      ({ n: whole(part, 'n', 0), mean: part.number('mean'), m2: part.number('m2') }));
    const { n, mean, m2 } = mergeMoments(parts);
    return { n, mean: n > 0 ? mean : null, sd: n > 1 ? Math.sqrt(m2 / (n - 1)) : null };
  },
  MEAN_CI: (args) => {
    const { mean, standardError, lower, upper } =
      meanInterval(args.numbers('values'), args.number('confidence'), 'normal');
    return { mean, standard_error: standardError, lower, upper };
  },
};
