import { at, upTo } from '../numerics/at.ts';
import type { Payoffs } from './information.ts';

/** Which of two alternatives every decision-maker of a kind prefers. */
export type Dominance = 'a' | 'b' | 'equal' | 'none';

function judge(differences: readonly number[], slack: number): Dominance {
  const [above, below] = [differences.some((d) => d > slack), differences.some((d) => d < -slack)];
  if (above && below) return 'none';
  return above ? 'a' : below ? 'b' : 'equal';
}

/**
 * Stochastic dominance of results, each as likely as the next and more being better: of the
 * first order where all who want more agree, of the second where all who also shun risk do.
 * @source Hadar & Russell, American Economic Review 59 (1969); Levy, Stochastic Dominance
 * @throws RangeError without results
 * @example stochasticDominance([1, 2, 3], [0, 2, 3]).first // 'a'
 */
export function stochasticDominance(
  a: readonly number[], b: readonly number[],
): { readonly first: Dominance; readonly second: Dominance } {
  if (a.length === 0 || b.length === 0) throw new RangeError('there are no results');
  const [x, y] = [a.toSorted((p, q) => p - q), b.toSorted((p, q) => p - q)];
  // Both quantile functions are steps; between shares k/n and k/m neither moves.
  const [n, m] = [x.length, y.length];
  const marks = [...new Set([...upTo(n).map((k) => (k + 1) / n), ...upTo(m).map((k) => (k + 1) / m)])]
    .toSorted((p, q) => p - q).filter((mark, k, all) => k === 0 || mark - at(all, k - 1) > 1e-12);
  let [from, sum] = [0, 0];
  const sums: number[] = [];
  const steps = marks.map((mark) => {
    const middle = (from + mark) / 2;
    const difference = at(x, Math.floor(middle * n)) - at(y, Math.floor(middle * m));
    sum += difference * (mark - from);
    sums.push(sum);
    from = mark;
    return difference;
  });
  const size = Math.max(...x.map(Math.abs), ...y.map(Math.abs));
  return { first: judge(steps, 0), second: judge(sums, 1e-12 * size) };
}

/**
 * What each action is expected to lose against the best one of each run.
 * @throws RangeError without runs
 * @example expectedRegrets([[10, 12], [20, 15]]) // [1, 2.5]
 */
export function expectedRegrets(payoffs: Payoffs): readonly number[] {
  const [first] = payoffs;
  if (first === undefined) throw new RangeError('there are no runs');
  return first.map((_, action) => payoffs.reduce((sum, row) =>
    sum + Math.max(...row) - at(row, action), 0) / payoffs.length);
}
