import type { Arguments } from '../../economics/verify/arguments.ts';
import { comparePairs, probabilityBeats, type NormalResult } from '../decisions/compare.ts';
import {
  informationFromRuns, informationOfInput, valueOfInformation,
} from '../decisions/information.ts';
import {
  linearInformation, type LinearAction, type NormalInput,
} from '../decisions/linear.ts';
import { fromPearson } from '../correlation/relations.ts';
import { at } from '../numerics/at.ts';
import { transpose } from '../numerics/matrix.ts';
import { normalQuantile } from '../numerics/normal.ts';
import { createCopula } from '../sampling/copula.ts';
import { records } from './figures.ts';
import { drawing, perRun, type RiskFunction, type RiskFunctions } from './read.ts';

function normal(args: Arguments): NormalInput {
  const [mean, sd] = [args.number('mean'), args.number('sd')];
  if (!(sd >= 0)) throw new RangeError('a standard deviation is below 0');
  return { mean, sd };
}

function linearCase(args: Arguments): {
  readonly actions: readonly LinearAction[]; readonly inputs: readonly NormalInput[];
} {
  const actions = records(args, 'actions').map((action): LinearAction =>
    ({ constant: action.number('constant', 0), coefficients: action.numbers('coefficients') }));
  const inputs = records(args, 'inputs').map(normal);
  if (actions.length === 0
    || actions.some(({ coefficients }) => coefficients.length !== inputs.length))
    throw new RangeError('each action needs a coefficient for each input');
  return { actions, inputs };
}

const evpiEstimate: RiskFunction = (args) => {
  const { actions, inputs } = linearCase(args);
  const { count, fill } = drawing(args, inputs.length);
  const rows = perRun(count, inputs.length, fill, (run) => inputs.map(({ mean, sd }, k) =>
    mean + sd * normalQuantile(at(run, k))));
  const payoffs = rows.map((row) => actions.map(({ constant, coefficients }) =>
    coefficients.reduce((sum, c, k) => sum + c * at(row, k), constant)));
  const { bestAction, expectedValue, evpi } = informationFromRuns(payoffs);
  return { best_action: bestAction, expected_value: expectedValue, evpi,
    evppi: transpose(rows).map((column) => informationOfInput(column, payoffs)) };
};

const beatsEstimate: RiskFunction = (args) => {
  const [a, b]: readonly NormalResult[] = [normal(args.record('a')), normal(args.record('b'))];
  if (a === undefined || b === undefined) throw new RangeError('A and B are missing');
  const rho = args.number('correlation', 0);
  const ranks = fromPearson('spearman', rho);
  const copula = createCopula([[1, ranks], [ranks, 1]]);
  const { count, fill } = drawing(args, 2);
  const pairs = perRun(count, 2, fill, (run) => {
    copula.apply(run);
    return [a.mean + a.sd * normalQuantile(at(run, 0)),
      b.mean + b.sd * normalQuantile(at(run, 1))];
  });
  const [first = [], second = []] = transpose(pairs);
  const { mean, sd, shareABetter } = comparePairs(first, second, 0.95);
  return { probability: shareABetter, mean_difference: mean, sd_difference: sd };
};

/** Decisions under uncertainty: value of information and comparison of alternatives. */
export const choiceFunctions: RiskFunctions = {
  EVPI_LINEAR: (args) => {
    const { actions, inputs } = linearCase(args);
    const { bestAction, expectedValue, evpi, evppi } = linearInformation(actions, inputs);
    return { best_action: bestAction, expected_value: expectedValue, evpi, evppi };
  },
  EVPI_ESTIMATE: evpiEstimate,
  EVPI_STATES: (args) => {
    const payoffs = args.table('payoffs');
    const probabilities = args.numbers('probabilities');
    if (payoffs.some((row) => row.length !== probabilities.length))
      throw new RangeError('every action needs a payoff in every state');
    const { bestAction, expectedValue, evpi } =
      valueOfInformation(transpose(payoffs), probabilities);
    return { best_action: bestAction, expected_value: expectedValue, evpi };
  },
  EVPI_SAMPLES: (args) => {
    const { bestAction, expectedValue, evpi } = informationFromRuns(args.table('payoffs'));
    return { best_action: bestAction, expected_value: expectedValue, evpi };
  },
  PROB_BEATS: (args) => {
    const { probability, meanDifference, sdDifference, varianceRatio } = probabilityBeats(
      normal(args.record('a')), normal(args.record('b')), args.number('correlation', 0));
    return { probability, mean_difference: meanDifference, sd_difference: sdDifference,
      variance_ratio: varianceRatio };
  },
  PROB_BEATS_ESTIMATE: beatsEstimate,
  PAIRED_COMPARISON: (args) => {
    const { mean, standardError, lower, upper, shareABetter, shareTied } =
      comparePairs(args.numbers('a'), args.numbers('b'), args.number('confidence', 0.95));
    return { mean_difference: mean, standard_error: standardError, lower, upper,
      p_a_better: shareABetter, p_tie: shareTied };
  },
};
