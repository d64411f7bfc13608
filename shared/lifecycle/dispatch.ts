import { newMonths } from '../units/months.ts';
import type { MonthDemand } from './demand.ts';
import { fillLoads } from './shape.ts';
import { activeShare } from './power.ts';
import type { DemandSpike, GroupParams } from './types.ts';

/** A group of one traffic class in one month, with what the loads of its hours add up to. */
export interface Station {
  readonly group: Pick<GroupParams, 'dispatchOrder' | 'batchFillShare' | 'scaling'>;
  /** Tokens (input and output) per second it can serve now. */
  readonly capacityPerSec: number;
  /** Share of its steady demand it takes now, 0..1. */
  readonly ramp: number;
  /**
   * Results: mean and peak share of capacity sold, of it batch work, and mean share of
   * accelerators that run.
   */
  load: number;
  peak: number;
  batch: number;
  active: number;
}

/** Tokens per second asked for and lost, as means over the month. */
export interface Dispatched {
  readonly demandPerSec: number;
  readonly lostPerSec: number;
}

type Spike = DemandSpike & { readonly weight: number };

/**
 * Spreads one month's demand of a traffic class over the groups that serve it, hour by
 * hour of the shape. Demand stated as a share is sold in full; demand in tokens is lost
 * in hours when it exceeds capacity.
 * @param stations groups in service, in order of dispatch; results are written into them
 * @param shape hour loads over their mean, busiest first
 */
export function dispatchMonth(
  stations: readonly Station[], demand: MonthDemand, spikes: readonly Spike[],
  shape: readonly number[],
): Dispatched {
  const usual = Math.max(0, 1 - spikes.reduce((sum, s) => sum + s.weight, 0));
  let demandPerSec = 0;
  let lostPerSec = 0;
  for (const { weight, multiplier, extra } of [
    { weight: usual, multiplier: 1, extra: 0 },
    ...spikes.map((s) => ({ weight: s.weight, multiplier: s.multiplier,
      extra: s.extraTokensPerDay / 86_400 })),
  ]) {
    if (weight === 0) continue;
    const part = demand.kind === 'share'
      ? dispatchShare(stations, demand.value * multiplier, shape, weight)
      : dispatchRate(stations, demand.value * multiplier + extra, shape, weight);
    demandPerSec += part.demandPerSec * weight;
    lostPerSec += part.lostPerSec * weight;
  }
  return { demandPerSec, lostPerSec };
}

/** Each group sells the same share of what it has, through its own ramp. */
function dispatchShare(
  stations: readonly Station[], share: number, shape: readonly number[], weight: number,
): Dispatched {
  const loads = newMonths(shape.length);
  let sold = 0;
  for (const station of stations) {
    const mean = Math.min(1, share) * station.ramp;
    fillLoads(shape, mean, loads);
    for (const load of loads) record(station, load, weight / shape.length);
    sold += mean * station.capacityPerSec;
  }
  return { demandPerSec: sold, lostPerSec: 0 };
}

/**
 * Groups of equal dispatch order share an hour's demand by capacity; later ones take what
 * is left.
 */
function dispatchRate(stations: readonly Station[], perSec: number, shape: readonly number[],
  weight: number): Dispatched {
  let lost = 0;
  for (const factor of shape) {
    let left = perSec * factor;
    for (let from = 0; from < stations.length;) {
      let to = from;
      let capacity = 0;
      const order = stations[from]?.group.dispatchOrder;
      for (; to < stations.length && stations[to]?.group.dispatchOrder === order; to++) {
        const station = stations[to];
        if (station !== undefined) capacity += station.capacityPerSec * station.ramp;
      }
      const share = capacity > 0 ? Math.min(1, left / capacity) : 0;
      for (let at = from; at < to; at++) {
        const station = stations[at];
        if (station !== undefined) record(station, share * station.ramp, weight / shape.length);
      }
      left -= share * capacity;
      from = to;
    }
    lost += Math.max(0, left) / shape.length;
  }
  return { demandPerSec: perSec, lostPerSec: lost };
}

/** Adds one hour's load, with batch work in the idle part of ramped-up capacity. */
function record(station: Station, load: number, weight: number): void {
  const batch = station.group.batchFillShare * Math.max(0, station.ramp - load);
  const total = Math.min(1, load + batch);
  station.load += total * weight;
  station.batch += batch * weight;
  station.peak = Math.max(station.peak, total);
  station.active += activeShare(station.group, total) * weight;
}
