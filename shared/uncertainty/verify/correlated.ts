import type { Arguments } from '../../economics/verify/arguments.ts';
import { checkCorrelations, isPossible, leastEigenvalue } from '../correlation/check.ts';
import { nearestCorrelation } from '../correlation/nearest.ts';
import { fromPearson, toPearson } from '../correlation/relations.ts';
import { quantileOf } from '../distributions/quantile.ts';
import { at, cell, rowAt } from '../numerics/at.ts';
import { transpose, type Matrix } from '../numerics/matrix.ts';
import { correlationsOf, ranksOf } from '../statistics/ranks.ts';
import { createCopula } from '../sampling/copula.ts';
import { imanConover, reorder } from '../sampling/iman-conover.ts';
import {
  distributions, drawing, perRun, word, type RiskFunction, type RiskFunctions,
} from './read.ts';

/** A square table of numbers that is the same both ways. */
function symmetric(args: Arguments, name: string): Matrix {
  const matrix = args.table(name);
  for (const [i, row] of matrix.entries()) {
    if (row.length !== matrix.length) throw new RangeError(`${name} is not square`);
    for (const [j, value] of row.entries())
      if (value !== cell(matrix, j, i)) throw new RangeError(`${name} is not symmetric`);
  }
  if (matrix.length === 0) throw new RangeError(`${name} is empty`);
  return matrix;
}

/** A table of correlations for so many inputs. */
export function correlations(args: Arguments, name: string, inputs: number): Matrix {
  const matrix = args.table(name);
  const checked = checkCorrelations(matrix);
  if (!checked.ok) throw new RangeError(checked.error.message);
  if (matrix.length !== inputs)
    throw new RangeError(`${name} is for ${matrix.length} inputs, not for ${inputs}`);
  return matrix;
}

const rankCorrelations = (columns: Matrix): Matrix => correlationsOf(columns.map(ranksOf));

const sortedSame = (a: readonly number[], b: readonly number[]): boolean => {
  const [x, y] = [a, b].map((row) => row.toSorted((p, q) => p - q));
  return x?.every((value, k) => Object.is(value, at(y ?? [], k))) ?? false;
};

/** Independent columns of a case's marginals, before any correlation. */
function marginalsOf(args: Arguments, apply: (run: Float64Array) => void): {
  readonly columns: Matrix; readonly seed: number;
} {
  const laws = distributions(args, 'marginals').map(quantileOf);
  const { count, seed, fill } = drawing(args, laws.length);
  const rows = perRun(count, laws.length, fill, (run) => {
    apply(run);
    return laws.map((q, k) => q(at(run, k)));
  });
  return { columns: transpose(rows), seed };
}

const iman: RiskFunction = (args) => {
  const { columns, seed } = marginalsOf(args, () => undefined);
  const wanted = correlations(args, 'rank_correlation', columns.length);
  const placed = imanConover(columns, wanted, seed);
  return {
    rank_correlation: rankCorrelations(placed),
    marginals_unchanged: placed.every((column, k) => sortedSame(column, rowAt(columns, k))),
  };
};

const copula: RiskFunction = (args) => {
  const inputs = distributions(args, 'marginals').length;
  const { apply, repaired } =
    createCopula(correlations(args, 'rank_correlation', inputs));
  const { columns } = marginalsOf(args, apply);
  return { rank_correlation: rankCorrelations(columns), repaired: repaired !== null };
};

const kinds = ['pearson', 'spearman', 'kendall'] as const;

/** Correlations: relations, repair, and samples that have them. */
export const correlatedFunctions: RiskFunctions = {
  GAUSSIAN_CORRELATION: (args) => fromPearson(word(args, 'to', kinds),
    toPearson(word(args, 'from', kinds), args.number('value'))),
  NEAREST_CORRELATION: (args) => {
    const { matrix, distance } = nearestCorrelation(symmetric(args, 'matrix'));
    return { matrix, distance };
  },
  CORRELATION_VALID: (args) => {
    const matrix = args.table('matrix');
    const checked = checkCorrelations(matrix);
    const square = matrix.every((row, i) => row.length === matrix.length
      && row.every((value, j) => value === cell(matrix, j, i)));
    return { valid: isPossible(matrix),
      min_eigenvalue: square ? leastEigenvalue(matrix) : null,
      reason: checked.ok ? null : checked.error.message };
  },
  IMAN_CONOVER: iman,
  GAUSSIAN_COPULA: copula,
  IMAN_CONOVER_FIXED: (args) => {
    const [sample, scores] = [args.table('sample'), args.table('scores')];
    const inputs = rowAt(sample, 0).length;
    if (scores.length !== sample.length || [...sample, ...scores].some((row) =>
      row.length !== inputs)) throw new RangeError('sample and scores must have one shape');
    const wanted = correlations(args, 'score_correlation', inputs);
    return { sample: transpose(reorder(transpose(sample), transpose(scores), wanted)) };
  },
};
