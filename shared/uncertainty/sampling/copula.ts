import { checkCorrelations } from '../correlation/check.ts';
import { nearestCorrelation, type Repaired } from '../correlation/nearest.ts';
import { fromPearson, toPearson } from '../correlation/relations.ts';
import { at, cell, rowAt } from '../numerics/at.ts';
import { cholesky, type Matrix } from '../numerics/matrix.ts';
import { normalCdf, normalQuantile } from '../numerics/normal.ts';

/** Gives independent coordinates the rank correlations asked for. */
export interface Copula {
  /** Turns the first coordinates of a run into correlated ones, in place. */
  readonly apply: (coordinates: Float64Array) => void;
  /** Rank correlations in force: those asked for, or the nearest possible ones. */
  readonly rankCorrelation: Matrix;
  /** What repair changed, in the normal scores; null where nothing had to be. */
  readonly repaired: Repaired | null;
}

/** Inputs bound to one another, directly or through others. */
function groupsOf(matrix: Matrix): readonly (readonly number[])[] {
  const seen = new Set<number>();
  return matrix.flatMap((_, start) => {
    if (seen.has(start)) return [];
    const group = [start];
    seen.add(start);
    for (const member of group) {
      for (const [other, value] of rowAt(matrix, member).entries()) {
        if (value === 0 || seen.has(other)) continue;
        seen.add(other);
        group.push(other);
      }
    }
    return group.length > 1 ? [group.toSorted((a, b) => a - b)] : [];
  });
}

interface Group {
  readonly members: readonly number[];
  readonly lower: Matrix;
  readonly scores: Matrix;
  readonly repaired: Repaired | null;
}

/** A group's scores are repaired where they cannot all hold together. */
function groupOf(members: readonly number[], ranks: Matrix): Group {
  const wanted = members.map((i) => members.map((j) =>
    i === j ? 1 : toPearson('spearman', cell(ranks, i, j))));
  const lower = cholesky(wanted);
  if (lower !== null) return { members, lower, scores: wanted, repaired: null };
  const repaired = nearestCorrelation(wanted);
  const mended = cholesky(repaired.matrix, 1e-9);
  if (mended === null) throw new RangeError('the correlation matrix cannot be repaired');
  return { members, lower: mended, scores: repaired.matrix, repaired };
}

const inside = (share: number): number =>
  Math.min(1 - 2 ** -53, Math.max(Number.MIN_VALUE, share));

/**
 * A Gaussian copula with the rank correlations (Spearman) stated. Inputs without correlation
 * keep their coordinates bit for bit; a matrix that cannot hold is replaced by the nearest
 * that can.
 * @throws RangeError unless the matrix is symmetric, 1 on the diagonal and within -1 to 1
 * @example createCopula([[1, 0.5], [0.5, 1]]).repaired // null
 */
export function createCopula(rankCorrelation: Matrix): Copula {
  const checked = checkCorrelations(rankCorrelation);
  if (!checked.ok) throw new RangeError(checked.error.message);
  const groups = groupsOf(rankCorrelation).map((members) => groupOf(members, rankCorrelation));
  const inForce = rankCorrelation.map((row) => [...row]);
  for (const { members, scores, repaired } of groups) {
    if (repaired === null) continue;
    for (const [a, i] of members.entries())
      for (const [b, j] of members.entries()) {
        const row = inForce[i];
        if (row !== undefined && i !== j) row[j] = fromPearson('spearman', cell(scores, a, b));
      }
  }
  const distance = Math.hypot(...groups.flatMap(({ repaired }) =>
    (repaired === null ? [] : [repaired.distance])));
  return {
    apply: createApply(groups),
    rankCorrelation: inForce,
    repaired: groups.some(({ repaired }) => repaired !== null)
      ? { matrix: inForce, distance } : null,
  };
}

function createApply(groups: readonly Group[]): (coordinates: Float64Array) => void {
  const prepared = groups.map(({ members, lower }) => ({
    members: Int32Array.from(members),
    lower: lower.map((row) => Float64Array.from(row)),
    scores: new Float64Array(members.length),
  }));
  return (coordinates) => {
    for (const { members, lower, scores } of prepared) {
      for (let k = 0; k < members.length; k += 1)
        scores[k] = normalQuantile(at(coordinates, at(members, k)));
      for (let k = 1; k < members.length; k += 1) {
        const row = lower[k];
        if (row === undefined) continue;
        let sum = 0;
        for (let j = 0; j <= k; j += 1) sum += at(row, j) * at(scores, j);
        coordinates[at(members, k)] = inside(normalCdf(sum));
      }
    }
  };
}
