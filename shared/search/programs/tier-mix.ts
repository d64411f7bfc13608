import { entryOf } from '../../units/entry.ts';
import type { LinearProgram, ProgramAnswer, SolveOptions, Solver } from './program.ts';

/** One way to run a pod of a tier: its power and what it is worth. */
export interface TierPoint {
  /** MW per pod. */
  readonly mw: number;
  /** Worth per pod, in any one unit. */
  readonly value: number;
}

export interface Tier {
  readonly name: string;
  readonly minPods: number;
  /** null: as many as there is room for. */
  readonly maxPods: number | null;
  readonly points: readonly TierPoint[];
}

export interface TierMixTerms {
  readonly mwCap: number;
  readonly podsCap: number;
  readonly tiers: readonly Tier[];
}

/** A limit that cannot be met, by itself. */
export interface TierConflict {
  readonly limit: 'mw' | 'pods' | 'tier';
  /** Name of the tier where it is its own limits that contradict. */
  readonly tier: string | null;
  readonly needed: number;
  readonly available: number;
}

export interface TierMix {
  readonly status: ProgramAnswer['status'];
  readonly objective: number | null;
  /** Optimum without whole pods. */
  readonly bound: number | null;
  readonly gap: number | null;
  readonly mwUsed: number | null;
  readonly podsUsed: number | null;
  /** Pods of each tier at each of its points. */
  readonly pods: readonly (readonly number[])[] | null;
  /** What one more MW, and one more pod, would be worth where pods need not be whole. */
  readonly perMw: number | null;
  readonly perPod: number | null;
  readonly conflict: TierConflict | null;
}

function checkTerms({ mwCap, podsCap, tiers }: TierMixTerms): void {
  if (!(mwCap >= 0) || !(podsCap >= 0))
    throw new RangeError('the limits of power and pods must be 0 or more');
  if (tiers.length === 0) throw new RangeError('a mix needs at least one tier');
  for (const { name, minPods, maxPods, points } of tiers) {
    if (points.length === 0) throw new RangeError(`tier ${name} has no point to run at`);
    if (!(minPods >= 0)) throw new RangeError(`tier ${name}: least pods must be 0 or more`);
    if (maxPods !== null && !(maxPods >= 0))
      throw new RangeError(`tier ${name}: most pods must be 0 or more`);
    if (points.some(({ mw, value }) => !(mw >= 0) || !Number.isFinite(mw + value)))
      throw new RangeError(`tier ${name}: a point needs power of 0 or more and a finite value`);
  }
}

/** The mix as a program: a variable for each tier at each of its points. */
export function tierProgram({ mwCap, podsCap, tiers }: TierMixTerms): LinearProgram {
  const cells = tiers.flatMap(({ points }, tier) =>
    points.map((point) => ({ tier, point })));
  const one = (tier: number, sign: number): readonly number[] =>
    cells.map((cell) => (cell.tier === tier ? sign : 0));
  const most = tiers.flatMap(({ maxPods }, tier) =>
    (maxPods === null ? [] : [{ tier, maxPods }]));
  return {
    sense: 'maximise', objective: cells.map(({ point }) => point.value),
    aUb: [cells.map(({ point }) => point.mw), cells.map(() => 1),
      ...tiers.map((_, tier) => one(tier, -1)), ...most.map(({ tier }) => one(tier, 1))],
    bUb: [mwCap, podsCap, ...tiers.map(({ minPods }) => 0 - minPods),
      ...most.map(({ maxPods }) => maxPods)],
    lower: cells.map(() => 0), upper: cells.map(() => null),
      integer: cells.map(() => true),
  };
}

/** The first limit that the least pods of the tiers alone break. */
function conflictOf({ mwCap, podsCap, tiers }: TierMixTerms): TierConflict | null {
  const least = tiers.map(({ minPods }) => Math.ceil(minPods));
  const own = tiers.find(({ maxPods }, at) =>
    maxPods !== null && entryOf(least, at) > Math.floor(maxPods));
  if (own !== undefined) {
    return { limit: 'tier', tier: own.name, needed: Math.ceil(own.minPods),
      available: own.maxPods ?? Infinity };
  }
  const pods = least.reduce((sum, count) => sum + count, 0);
  if (pods > podsCap) return { limit: 'pods', tier: null, needed: pods,
    available: podsCap };
  const mw = tiers.reduce((sum, { points }, at) =>
    sum + entryOf(least, at) * Math.min(...points.map((point) => point.mw)), 0);
  return mw > mwCap ? { limit: 'mw', tier: null, needed: mw, available: mwCap } : null;
}

/**
 * How many pods of each service tier to build, and at which point of its frontier to
 * run them, for the most value under a limit of power and of pods. Pods are whole.
 * @returns the mix, its bound without whole pods, and the worth of one more MW and pod;
 *   where there is no mix, the limit that cannot be met
 * @throws RangeError for limits below 0 and tiers without a point
 * Source: a mixed-integer linear program (Hillier and Lieberman, Introduction to
 * Operations Research), solved by branch and bound.
 */
export function tierMix(
  solver: Solver, terms: TierMixTerms, options: SolveOptions = {},
): TierMix {
  checkTerms(terms);
  const { status, objective, x, relaxation, gap, shadowPrices } =
    solver.solve(tierProgram(terms), options);
  const empty = { objective: null, bound: null, gap: null, mwUsed: null, podsUsed: null,
    pods: null, perMw: null, perPod: null };
  if (x === null) return { ...empty, status, conflict: conflictOf(terms) };
  let place = 0;
  const pods = terms.tiers.map(({ points }) => points.map(() => entryOf(x, place++)));
  const mwUsed = pods.flatMap((counts, tier) => counts.map((count, at) =>
    count * entryOf(entryOf(terms.tiers, tier).points, at).mw))
    .reduce((sum, mw) => sum + mw, 0);
  return { status, objective, bound: relaxation, gap, mwUsed, pods,
    podsUsed: pods.flat().reduce((sum, count) => sum + count, 0),
    perMw: shadowPrices?.[0] ?? null, perPod: shadowPrices?.[1] ?? null, conflict: null };
}
