import { entryOf } from '../units/entry.ts';
import { newMonths } from '../units/months.ts';
import type { GroupRun } from './run.ts';
import type { GroupMonths, GroupParams, Series } from './types.ts';

/**
 * Share of a group's accelerators that run replicas at a load. Fixed replicas all run;
 * scaled pools keep load / targetLoad of theirs, at least the minimum. Replicas are
 * counted in parts: an hour's mean, not a count.
 * @param load served over capacity, 0..1
 * @example activeShare({ ...group, scaling: { mode: 'scaled', pools: [{ share: 1, targetLoad: 0.8,
 *   minimumShare: 0 }] } }, 0.4) // 0.5
 */
export function activeShare(group: Pick<GroupParams, 'scaling'>, load: number): number {
  if (group.scaling.mode === 'fixed') return 1;
  let active = 0;
  for (const pool of group.scaling.pools) {
    active += pool.share * Math.min(1, Math.max(pool.minimumShare, load / pool.targetLoad));
  }
  return active;
}

/** Power of a whole group in each state, kW. */
type PowerLevels = Pick<GroupParams, 'sleepKw' | 'idleKw' | 'fullKw'>;

/**
 * IT power of a group: sleep + (idle - sleep) * active share + (full - idle) * load.
 * @param load served over nameplate capacity, 0..1 (failed accelerators do no work)
 * @returns kW; linear in the load for fixed replicas, concave for scaled ones
 * @source two-point partial-load model: measured idle and full power with a straight line
 *   between
 * @example itPower({ ...group, fullKw: 132, idleKw: 40, sleepKw: 10 }, 1, 0.5) // 86
 */
export function itPower(group: PowerLevels, active: number, load: number): number {
  return group.sleepKw + (group.idleKw - group.sleepKw) * active
    + (group.fullKw - group.idleKw) * load;
}

/** Mean and peak IT power of a group, and what it draws whatever the load, kW by month. */
export type GroupPower = Pick<GroupMonths, 'itKw' | 'itKwPeak' | 'itKwIdle'> & {
  /** Mean in hours of curtailment, and without it, kW. */
  readonly itKwCurtailed: Series;
};

/**
 * Power of a group month by month: it follows the load in service; while racks are
 * commissioned it is what is stated for that, or idle power. An hour that is rented out
 * draws the load stated for it.
 */
export function drawPower(
  group: GroupParams, run: GroupRun, inService: (at: number) => boolean,
): GroupPower {
  const { months: { utilisation }, powered, present, active, peak, working } = run;
  const { curtailedLoad, curtailedActive } = run;
  const soldLoad = group.rental?.soldLoad ?? 1;
  const { length } = utilisation;
  const [itKw, itKwPeak, itKwIdle] = [newMonths(length), newMonths(length), newMonths(length)];
  const itKwCurtailed = powered === null ? itKw : newMonths(length);
  const { sleepKw, idleKw, fullKw, scaling } = group;
  const levels = { sleepKw, idleKw, fullKw };
  const asleep = itPower(levels, activeShare({ scaling }, 0), 0);
  for (let at = 0; at < length; at++) {
    if (!inService(at)) {
      if (present[at] !== 1) continue;
      itKw[at] = itKwPeak[at] = itKwIdle[at] = group.commissioningKw ?? idleKw;
      continue;
    }
    const highest = peak[at] ?? 0;
    const share = powered?.share[at] ?? 1;
    itKw[at] = share * itPower(levels, active[at] ?? 0,
      (utilisation[at] ?? 0) * (working[at] ?? 0) * soldLoad);
    itKwPeak[at] = share * itPower(levels, activeShare({ scaling }, highest), highest);
    itKwIdle[at] = share * asleep;
    if (powered !== null) itKwCurtailed[at] = share * itPower(levels,
      entryOf(curtailedActive, at),
      entryOf(curtailedLoad, at) * entryOf(working, at) * soldLoad);
  }
  return { itKw, itKwPeak, itKwIdle, itKwCurtailed };
}
