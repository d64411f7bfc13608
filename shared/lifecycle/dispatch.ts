import { newMonths } from '../units/months.ts';
import type { MonthDemand } from './demand.ts';
import { fillLoads } from './shape.ts';
import { activeShare } from './power.ts';
import type { DemandSpike, GroupParams } from './types.ts';

/** A group of one traffic class in one month, with what the loads of its hours add up to. */
export interface Station {
  readonly group: Pick<GroupParams, 'dispatchOrder' | 'batchFillShare' | 'scaling' | 'foundShare'>;
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
  /** Load and share that runs, added up over the hours of curtailment alone. */
  curtailedLoad: number;
  curtailedActive: number;
}

/** Hours in which only a part of the capacity has power: their share, and that part. */
export interface Curtailed {
  readonly time: number;
  readonly share: number;
}

const never: Curtailed = { time: 0, share: 1 };

/** Tokens per second asked for and not served, as means over the month. */
export interface Dispatched {
  readonly demandPerSec: number;
  /** Beyond capacity in its hour. */
  readonly lostPerSec: number;
  /** Beyond what may be sold in the month. */
  readonly aboveCeilingPerSec: number;
}

type Spike = DemandSpike & { readonly weight: number };

/** A month's demand, how it is spread, and what of it is taken. */
interface Spread {
  readonly demand: MonthDemand;
  readonly spikes: readonly Spike[];
  /** Hour loads over their mean, busiest first. */
  readonly shape: readonly number[];
  readonly curtailed: Curtailed;
}

/** Shares of the demand, and of the batch work beside it, that are taken. */
interface Taken {
  readonly demand: number;
  readonly batch: number;
}

/**
 * Spreads one month's demand of a traffic class over the groups that serve it, hour by
 * hour of the shape. Demand stated as a share is sold in full; demand in tokens is lost
 * in hours when it exceeds capacity. What is sold, batch work included, stays under the
 * ceiling: demand is taken in part, then batch work.
 * @param stations groups in service, in order of dispatch; results are written into them
 * @param shape hour loads over their mean, busiest first
 * @param ceilingPerSec most tokens per second that may be sold as a mean over the month
 * @param curtailed hours in which a part of the capacity is without power; batch work goes
 *   first, and what the rest cannot serve is lost
 */
export function dispatchMonth(
  stations: readonly Station[], demand: MonthDemand, spikes: readonly Spike[],
  shape: readonly number[], ceilingPerSec = Infinity, curtailed: Curtailed = never,
): Dispatched {
  const spread: Spread = { demand, spikes, shape, curtailed };
  const whole = dispatchPart(stations, spread, { demand: 1, batch: 1 });
  if (whole.demandPerSec <= ceilingPerSec && soldPerSec(stations) <= ceilingPerSec)
    return { ...whole, aboveCeilingPerSec: 0 };
  const share = whole.demandPerSec <= ceilingPerSec ? 1 : ceilingPerSec / whole.demandPerSec;
  let part = dispatchPart(stations, spread, { demand: share, batch: 1 });
  const batch = stations.reduce((sum, s) => sum + s.batch * s.capacityPerSec, 0);
  const room = Math.max(0, ceilingPerSec - (soldPerSec(stations) - batch));
  if (batch > room)
    part = dispatchPart(stations, spread, { demand: share, batch: room / batch });
  return { demandPerSec: whole.demandPerSec, lostPerSec: part.lostPerSec,
    aboveCeilingPerSec: whole.demandPerSec - part.demandPerSec };
}

const soldPerSec = (stations: readonly Station[]): number =>
  stations.reduce((sum, { load, capacityPerSec }) => sum + load * capacityPerSec, 0);

const always: readonly Curtailed[] = [{ time: 1, share: 1 }];

/** Usual hours and those of curtailment, each with its share of the time. */
const hoursOf = (curtailed: Curtailed): readonly Curtailed[] =>
  (curtailed.time === 0 ? always
    : [{ time: 1 - curtailed.time, share: 1 }, curtailed].filter(({ time }) => time > 0));

type Part = Pick<Dispatched, 'demandPerSec' | 'lostPerSec'>;

/** The month with a share of its demand and of its batch work, from empty stations. */
function dispatchPart(
  stations: readonly Station[], { demand, spikes, shape, curtailed }: Spread, taken: Taken,
): Part {
  for (const station of stations)
    station.load = station.peak = station.batch = station.active = station.curtailedLoad
      = station.curtailedActive = 0;
  const usual = Math.max(0, 1 - spikes.reduce((sum, s) => sum + s.weight, 0));
  let demandPerSec = 0;
  let lostPerSec = 0;
  for (const { weight, multiplier, extra } of [
    { weight: usual, multiplier: 1, extra: 0 },
    ...spikes.map((s) => ({ weight: s.weight, multiplier: s.multiplier,
      extra: s.extraTokensPerDay / 86_400 })),
  ]) {
    if (weight === 0) continue;
    for (const { time, share: limit } of hoursOf(curtailed)) {
      const hours = { shape, weight: weight * time, taken, limit };
      const part = demand.kind === 'share'
        ? dispatchShare(stations, Math.min(1, demand.value * multiplier), hours)
        : dispatchRate(stations, demand.value * multiplier + extra, hours);
      demandPerSec += part.demandPerSec * weight * time;
      lostPerSec += part.lostPerSec * weight * time;
    }
  }
  return { demandPerSec, lostPerSec };
}

/** A part of the month: its hours, its weight, and what is taken of what is asked for. */
interface Hours {
  readonly shape: readonly number[];
  readonly weight: number;
  readonly taken: Taken;
  /** Part of the capacity that has power. */
  readonly limit: number;
}

/** What the hours of a month add up to in a station that was empty before, and for what. */
interface Added extends Pick<Station, 'ramp' | 'load' | 'peak' | 'batch' | 'active'> {
  readonly shape: readonly number[];
  readonly weight: number;
  readonly mean: number;
  readonly batchTaken: number;
}

/** The latest of each group: past its ramp one month is like another. */
const latest = new WeakMap<Station['group'], Added>();

/** Each group sells the same share of what finds customers, through its own ramp. */
function dispatchShare(
  stations: readonly Station[], share: number, { shape, weight, taken, limit }: Hours,
): Part {
  let sold = 0;
  let lost = 0;
  for (const station of stations) {
    const mean = share * taken.demand * station.ramp * station.group.foundShare;
    if (limit === 1) recordHours(station, mean, { shape, weight, taken, limit });
    else lost += recordShort(station, mean, { shape, weight, taken, limit });
    sold += mean * station.capacityPerSec;
  }
  return { demandPerSec: sold, lostPerSec: lost };
}

/** Adds hours in which a part of the capacity has no power; returns what is lost of them. */
function recordShort(
  station: Station, mean: number, { shape, weight, taken, limit }: Hours,
): number {
  const loads = newMonths(shape.length);
  fillLoads(shape, mean, loads);
  let lost = 0;
  for (const load of loads) {
    const served = Math.min(load, limit);
    record(station, served, weight / shape.length, taken.batch, limit);
    lost += ((load - served) / shape.length) * station.capacityPerSec;
  }
  return lost;
}

/** Adds the hours of a month with a given mean load to a station. */
function recordHours(station: Station, mean: number, { shape, weight, taken }: Hours): void {
  const isEmpty =
    station.load === 0 && station.peak === 0 && station.batch === 0 && station.active === 0;
  const last = isEmpty ? latest.get(station.group) : undefined;
  if (last !== undefined && last.mean === mean && last.ramp === station.ramp
    && last.weight === weight && last.batchTaken === taken.batch && last.shape === shape) {
    [station.load, station.peak] = [last.load, last.peak];
    [station.batch, station.active] = [last.batch, last.active];
    return;
  }
  const loads = newMonths(shape.length);
  fillLoads(shape, mean, loads);
  for (const load of loads) record(station, load, weight / shape.length, taken.batch, 1);
  const { ramp, load, peak, batch, active } = station;
  if (isEmpty) latest.set(station.group,
    { shape, weight, mean, batchTaken: taken.batch, ramp, load, peak, batch, active });
}

/**
 * Groups of equal dispatch order share an hour's demand by capacity; later ones take what
 * is left.
 */
function dispatchRate(
  stations: readonly Station[], asked: number, { shape, weight, taken, limit }: Hours,
): Part {
  const perSec = asked * taken.demand;
  let lost = 0;
  for (const factor of shape) {
    let left = perSec * factor;
    for (let from = 0; from < stations.length;) {
      let to = from;
      let capacity = 0;
      const order = stations[from]?.group.dispatchOrder;
      for (; to < stations.length && stations[to]?.group.dispatchOrder === order; to++) {
        const station = stations[to];
        if (station !== undefined)
          capacity += station.capacityPerSec * Math.min(station.ramp, limit);
      }
      const share = capacity > 0 ? Math.min(1, left / capacity) : 0;
      for (let at = from; at < to; at++) {
        const station = stations[at];
        if (station !== undefined)
          record(station, share * Math.min(station.ramp, limit), weight / shape.length,
            taken.batch, limit);
      }
      left -= share * capacity;
      from = to;
    }
    lost += Math.max(0, left) / shape.length;
  }
  return { demandPerSec: perSec, lostPerSec: lost };
}

/** Adds one hour's load, with batch work in the idle part of ramped-up capacity. */
function record(
  station: Station, load: number, weight: number, batchTaken: number, limit: number,
): void {
  const batch = station.group.batchFillShare * batchTaken
    * Math.max(0, Math.min(station.ramp, limit) - load);
  const total = Math.min(1, load + batch);
  const active = Math.min(limit, activeShare(station.group, total));
  station.load += total * weight;
  station.batch += batch * weight;
  station.peak = Math.max(station.peak, total);
  station.active += active * weight;
  if (limit === 1) return;
  station.curtailedLoad += total * weight;
  station.curtailedActive += active * weight;
}
