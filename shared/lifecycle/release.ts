import { newMonths } from '../units/months.ts';
import type { RefusedRelease, ReleaseParams } from './types.ts';

/** What a release is meant for; an absent entry means any. */
export interface ReleaseScope {
  readonly model?: string;
  readonly accelerator?: string;
  readonly framework?: string;
  readonly mode?: 'agg' | 'disagg';
  /** Output tokens per second per user, and input and output lengths, each as [least, most]. */
  readonly tokPerSecPerUser?: readonly [number, number];
  readonly isl?: readonly [number, number];
  readonly osl?: readonly [number, number];
}

/** A group as a release sees it. */
export interface ReleaseTarget {
  readonly model: string;
  readonly accelerator: string;
  readonly framework: string;
  readonly mode: 'agg' | 'disagg';
  readonly tokPerSecPerUser: number;
  readonly isl: number;
  readonly osl: number;
}

const within = (band: readonly [number, number] | undefined, value: number): boolean =>
  band === undefined || (value >= band[0] && value <= band[1]);

/**
 * Whether a release reaches a group: every entry of the scope must hold; bands include
 * their ends.
 * @example matchesRelease({ accelerator: 'gb300', isl: [1000, 16000] }, target) // true for 8k input on GB300
 */
export function matchesRelease(scope: ReleaseScope, target: ReleaseTarget): boolean {
  return (scope.model === undefined || scope.model === target.model)
    && (scope.accelerator === undefined || scope.accelerator === target.accelerator)
    && (scope.framework === undefined || scope.framework === target.framework)
    && (scope.mode === undefined || scope.mode === target.mode)
    && within(scope.tokPerSecPerUser, target.tokPerSecPerUser)
    && within(scope.isl, target.isl)
    && within(scope.osl, target.osl);
}

/** Gain a planner may count on: 1 + probability * (multiplier - 1). */
export const expectedMultiplier = (multiplier: number, probability: number): number =>
  1 + probability * (multiplier - 1);

/**
 * Gain of a whole group when one phase gets faster, accelerators being rebalanced between
 * the phases: 1 / (1 - s + s / x), s the phase's share of accelerator time (Amdahl's
 * law).
 * @param prefillShare share of accelerator time spent on input, 0..1
 * @example phaseGain(2, 'decode', 0.5) // 1.3333333333333333
 */
export function phaseGain(
  multiplier: number, phase: 'prefill' | 'decode', prefillShare: number,
): number {
  const share = phase === 'prefill' ? prefillShare : 1 - prefillShare;
  return 1 / (1 - share + share / multiplier);
}

export interface SoftwareLevel {
  readonly throughput: Float64Array;
  readonly ttft: Float64Array;
  readonly downtimeHours: Float64Array;
  readonly notTaken: readonly RefusedRelease[];
}

/** Most a group’s software may bring, and most it may cost in waiting, over its serving point. */
export interface SoftwareBounds {
  /** Roofline throughput over that of the serving point. */
  readonly speed: number;
  /** Time to first token the service level allows over that of the serving point, >= 1. */
  readonly wait: number;
}

/**
 * Software level of a group month by month: the releases in use that name it, in order of
 * date. A release that compounds multiplies the level, one that does not lifts it to its
 * own gain at most; the roofline caps. A release with which the first token would come later
 * than the service level allows is not taken: no gain, no downtime.
 * @returns multiples of the serving point's speed and TTFT, and hours lost, per month
 *   from `firstMonth`
 * @example softwareLevels('a', [{ ...release, month: 2, throughputMultiplier: 3 }],
 *   { speed: 2, wait: Infinity }, 1, 3).throughput
 *   // [1, 2, 2]
 */
export function softwareLevels(
  groupKey: string, releases: readonly ReleaseParams[], bounds: SoftwareBounds,
  firstMonth: number, length: number,
): SoftwareLevel {
  const throughput = new Float64Array(length).fill(1);
  const ttft = new Float64Array(length).fill(1);
  const downtimeHours = newMonths(length);
  const notTaken: RefusedRelease[] = [];
  const due = releases.filter((r) => r.inUse && r.groups.includes(groupKey))
    .toSorted((a, b) => a.month - b.month);
  let speed = 1;
  let wait = 1;
  for (const release of due) {
    const gain = expectedMultiplier(release.throughputMultiplier, release.probability);
    const delay = expectedMultiplier(release.ttftMultiplier, release.probability);
    const slower = release.compounds ? wait * delay : Math.min(wait, delay);
    if (slower > wait && slower > bounds.wait) {
      notTaken.push({ key: release.key, ttftLevel: slower });
      continue;
    }
    wait = slower;
    speed = Math.min(Math.max(1, bounds.speed),
      release.compounds ? speed * gain : Math.max(speed, gain));
    const from = Math.max(0, release.month - firstMonth);
    throughput.fill(speed, Math.min(from, length));
    ttft.fill(wait, Math.min(from, length));
    if (from < length) downtimeHours[from] = (downtimeHours[from] ?? 0) + release.downtimeHours;
  }
  return { throughput, ttft, downtimeHours, notTaken };
}

/**
 * The roadmap as a row of plans: none in use, the first, the first two, ... Evaluating
 * each and taking differences of NPV values every release, and the differences add up to
 * the worth of the roadmap.
 * @example releaseSequence([b, a]).length // 3 when both are in use
 */
export function releaseSequence(
  releases: readonly ReleaseParams[],
): readonly (readonly ReleaseParams[])[] {
  const order = releases.filter((r) => r.inUse).toSorted((a, b) => a.month - b.month)
    .map((r) => r.key);
  return Array.from({ length: order.length + 1 }, (_, used) => {
    const on = new Set(order.slice(0, used));
    return releases.map((r) => ({ ...r, inUse: on.has(r.key) }));
  });
}

/**
 * Worth of each release in the order of `releaseSequence`: difference of neighbours; they
 * add up to the roadmap's.
 * @param npvs one value per plan of the sequence
 * @example valuesInSequence([10, 13, 12]) // [3, -1]
 */
export const valuesInSequence = (npvs: readonly number[]): readonly number[] =>
  npvs.slice(1).map((npv, at) => npv - (npvs[at] ?? 0));
