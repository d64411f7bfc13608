import { at, cell } from '../numerics/at.ts';
import { cholesky, type Matrix } from '../numerics/matrix.ts';
import { correlationsOf, ranksOf, scoresOf } from '../statistics/ranks.ts';
import { varies, type Columns } from './regression.ts';
import type { Index } from './sobol.ts';

/**
 * Share of variance of the last column that blocks of the others explain one after the other.
 * @throws RangeError where the table is no correlation matrix
 * @example explainedInOrder([[1, 0, 0.6], [0, 1, 0.8], [0.6, 0.8, 1]], [[1], [0]]) // [0.64, 0.36]
 */
export function explainedInOrder(
  correlations: Matrix, blocks: readonly (readonly number[])[],
): number[] {
  const order = [...blocks.flat(), correlations.length - 1];
  const lower = cholesky(order.map((i) => order.map((j) => cell(correlations, i, j))), 1e-9);
  if (lower === null) throw new RangeError('the columns have no correlation matrix');
  const last = lower.at(-1) ?? [];
  let place = 0;
  return blocks.map((block) => block.reduce((sum) => {
    const part = at(last, place);
    place += 1;
    return sum + part * part;
  }, 0));
}

/**
 * Hermite polynomials of a column's normal scores, up to a degree; those that stand still are
 * left out.
 * @example basisOf([1, 2, 3], 1)[0]?.[1] // 0
 */
export function basisOf(column: ArrayLike<number>, degree: number): readonly Float64Array[] {
  const scores = scoresOf(column);
  const rows = [scores.map(() => 1), scores];
  for (let k = 2; k <= degree; k += 1) {
    rows.push(scores.map((z, run) => z * at(rows[k - 1] ?? [], run)
      - (k - 1) * at(rows[k - 2] ?? [], run)));
  }
  return rows.slice(1).filter(varies);
}

/** Half waves of a column's ranks, which follow what rises and falls again. */
function wavesOf(column: ArrayLike<number>, count: number): readonly Float64Array[] {
  const ranks = ranksOf(column);
  return Array.from({ length: count }, (_, k) => ranks.map((rank) =>
    Math.cos((Math.PI * (k + 1) * (rank - 0.5)) / ranks.length))).filter(varies);
}

/** Terms that may explain one input: three of its score, eight waves of its rank. */
const [powers, waves] = [3, 8];

/**
 * First-order indices from any stored runs, no design needed: the share of the output's
 * variance that a smooth function of one input explains, less what chance would. Null for an
 * input that stands still. With correlated inputs it holds what goes with the input, too.
 * @source R. A. Fisher's adjusted R squared; its error as in Olkin & Finn, Psychological
 *   Bulletin 118 (1995) 155
 * @throws RangeError where the output does not vary or runs are fewer than 100
 */
export function firstOrderFromRuns(
  inputs: Columns, output: ArrayLike<number>,
): readonly (Index | null)[] {
  const n = output.length;
  if (n < 100) throw new RangeError(`${n} runs are too few for first-order indices`);
  return inputs.map((column) => {
    if (!varies(column)) return null;
    const rows = [...basisOf(column, powers), ...wavesOf(column, waves)];
    const [share] = explainedInOrder(correlationsOf([...rows, output]),
      [rows.map((_, k) => k)]);
    if (share === undefined) return null;
    const value = 1 - ((1 - share) * (n - 1)) / (n - rows.length - 1);
    const held = Math.min(1, Math.max(share, rows.length / n));
    return { value, standardError: Math.sqrt((4 * held * (1 - held) ** 2) / n) };
  });
}
