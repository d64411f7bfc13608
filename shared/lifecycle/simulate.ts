import { newMonths } from '../units/months.ts';
import { cell, lazily } from '../units/reading.ts';
import { checkLifecycle } from './check.ts';
import { marketPerSec, monthDemand, spikesIn } from './demand.ts';
import { dispatchMonth, type Curtailed, type Station } from './dispatch.ts';
import { poweredMonths, type PoweredMonths } from './energised.ts';
import { keepNothing, type Keep } from './keep.ts';
import { hoursPerMonth, secondsPerMonth } from './month.ts';
import { isInService, phaseAt, phases, rampShare } from './phase.ts';
import { drawPower, type GroupPower } from './power.ts';
import { phaseGain, softwareLevels } from './release.ts';
import { newRentedMonths, soldInAll, soldShares, writeRented } from './rental.ts';
import type { GroupRun, ServedMonths } from './run.ts';
import { sumTotals } from './totals.ts';
import type {
  GroupMonths, GroupParams, LifecycleParams, LifecycleResult, Series, TrafficMonths,
  TrafficParams,
} from './types.ts';

/**
 * The life of the factory month by month: phases, software level, capacity, demand,
 * tokens served, power. Capacity of a group = output tok/s * (1 + ISL/OSL) * software
 * level * availability * hours up; each class's demand is spread over its groups hour by
 * hour of its shape; power follows the load of those hours.
 * @param params see the types for units and ranges; check first with `checkLifecycle`
 * @returns series from `firstMonth` (the earliest order, at most 1) to the horizon,
 *   tokens in millions
 * @throws RangeError naming the first problem when the parameters are unsound
 * @example simulateLifecycle({ ...params, horizonMonths: 12 }).total.totalMtok.length
 *   // 15: ordered in month -2
 */
export function simulateLifecycle(params: LifecycleParams): LifecycleResult {
  const [problem] = checkLifecycle(params);
  if (problem !== undefined) throw new RangeError(`lifecycle: ${JSON.stringify(problem)}`);
  return followMonths(params);
}

/**
 * The months of sound parameters, each part computed when it is first asked for: tokens
 * do not wait for power, and nothing of the building is asked for them.
 * @param keep remembers parts by name
 */
export function followMonths(
  params: LifecycleParams, keep: Keep = keepNothing,
): LifecycleResult {
  const firstMonth = cell(
    () => params.firstMonth ?? Math.min(1, ...params.groups.map((g) => g.phases.orderMonth)),
  );
  const length = (): number => params.horizonMonths + 1 - firstMonth();
  const powered = keep('months powered', () => poweredMonths(params.supply, params.groups,
    () => params.facility, { firstMonth: firstMonth(), length: length() }));
  const served = keep('months served',
    () => serveMonths(params, powered(), firstMonth(), length()));
  const powers = keep('months power',
    () => served().runs.map((run, at) => powerOf(params, run, at, firstMonth())));
  const groups =
    cell(() => served().runs.map(({ months }, at) => withPower(months, () => powers()[at])));
  const total = sumTotals({ params, runs: () => served().runs, powers, firstMonth, length },
    keep);
  return lazily<LifecycleResult>({
    firstMonth, horizonMonths: () => params.horizonMonths, start: () => params.start, length,
    groups, traffic: () => served().traffic, powered: () => powered(),
    total: () => total,
  });
}

/** Tokens of all groups and classes. */
function serveMonths(
  params: LifecycleParams, powered: PoweredMonths | null, firstMonth: number, length: number,
) {
  const runs = params.groups.map((group) =>
    startGroup(params, group, powered, firstMonth, length));
  const traffic =
    params.traffic.map((entry) => runTraffic(params, entry, runs, firstMonth, length));
  for (const run of runs) runRented(run, firstMonth, length);
  return { runs: runs.map(({ group: _group, ...run }): GroupRun => run), traffic };
}

function powerOf(
  params: LifecycleParams, run: GroupRun, at: number, firstMonth: number,
): GroupPower {
  const group = params.groups[at];
  if (group === undefined) throw new Error(`no group ${run.months.key}`);
  return drawPower(group, run, (month) => isInService(group.phases, firstMonth + month));
}

/** A group's months with its power, which is computed when it is asked for. */
function withPower(months: ServedMonths, power: () => GroupPower | undefined): GroupMonths {
  const of = (key: keyof GroupPower) => (): Series => power()?.[key] ?? new Float64Array(0);
  const served: { readonly [K in keyof ServedMonths]: () => ServedMonths[K] } = {
    key: () => months.key, trafficKey: () => months.trafficKey,
    accelerators: () => months.accelerators, prefillShare: () => months.prefillShare,
    phase: () => months.phase, phaseNames: () => months.phaseNames,
    softwareLevel: () => months.softwareLevel, ttftLevel: () => months.ttftLevel,
    notTaken: () => months.notTaken,
    capacityMtok: () => months.capacityMtok, utilisation: () => months.utilisation,
    inputMissMtok: () => months.inputMissMtok, inputHitMtok: () => months.inputHitMtok,
    outputMtok: () => months.outputMtok, batchMtok: () => months.batchMtok,
    reservedAcceleratorHours: () => months.reservedAcceleratorHours,
    activeAcceleratorHours: () => months.activeAcceleratorHours,
    ...(months.rented === undefined ? {} : { rented: () => months.rented }),
  };
  return lazily<GroupMonths>({
    ...served, itKw: of('itKw'), itKwPeak: of('itKwPeak'), itKwIdle: of('itKwIdle'),
  });
}

/** A group while its months are served. */
interface ServingRun extends GroupRun {
  readonly group: GroupParams;
}

function startGroup(params: LifecycleParams, group: GroupParams, powered: PoweredMonths | null,
  firstMonth: number, length: number): ServingRun {
  const releases = params.releases.map((r) => (r.phase === undefined ? r
    : { ...r,
      throughputMultiplier: phaseGain(r.throughputMultiplier, r.phase, group.prefillShare) }));
  const software = softwareLevels(group.key, releases,
    { speed: group.maxSoftwareMultiplier, wait: group.maxTtftMultiplier }, firstMonth, length);
  const series = (): Series => newMonths(length);
  const phase = new Uint8Array(length);
  const inService = new Uint8Array(length);
  const dates = group.phases;
  for (let at = 0; at < length; at++) {
    phase[at] = phases.indexOf(phaseAt(dates, firstMonth + at));
    inService[at] = isInService(dates, firstMonth + at) ? 1 : 0;
  }
  const present = presentMonths(group, phase);
  const months: ServedMonths = {
    key: group.key, trafficKey: group.trafficKey, accelerators: group.accelerators,
    prefillShare: group.prefillShare,
    phase, phaseNames: phases, softwareLevel: software.throughput, ttftLevel: software.ttft,
    notTaken: software.notTaken,
    capacityMtok: series(), utilisation: series(), inputMissMtok: series(),
    inputHitMtok: series(),
    outputMtok: series(),
    batchMtok: series(),
    reservedAcceleratorHours: series(), activeAcceleratorHours: series(),
    ...(group.rental === undefined ? {} : { rented: newRentedMonths(group.rental, length) }),
  };
  return {
    group, months, powered, downtimeHours: software.downtimeHours, present, active: series(),
    peak: series(), working: series(), curtailedLoad: series(), curtailedActive: series(),
    inService,
  };
}

/** Months in which racks draw power: in service, and commissioned unless nothing is drawn. */
function presentMonths(
  { commissioningKw }: Pick<GroupParams, 'commissioningKw'>, phase: Uint8Array,
): Uint8Array {
  const from = phases.indexOf(commissioningKw === 0 ? 'ramp' : 'commissioning');
  const retired = phases.indexOf('retired');
  return phase.map((code) => (code >= from && code < retired ? 1 : 0));
}

/** Serves one traffic class through all months. */
function runTraffic(
  params: LifecycleParams, traffic: TrafficParams, runs: readonly ServingRun[],
  firstMonth: number,
  length: number,
): TrafficMonths {
  const mine = runs.filter(({ group }) => group.trafficKey === traffic.key
    && group.rental === undefined)
    .toSorted((a, b) => a.group.dispatchOrder - b.group.dispatchOrder);
  const settled = new Map<ServingRun, SettledGroup>();
  const settle = (run: ServingRun): SettledGroup => {
    const group = settled.get(run) ?? settleGroup(run, traffic);
    settled.set(run, group);
    return group;
  };
  const shape = traffic.hourShape.toSorted((a, b) => b - a);
  const demandMtok = newMonths(length);
  const servedMtok = newMonths(length);
  const lostMtok = newMonths(length);
  const aboveMarketMtok = newMonths(length);
  const marketMtok = traffic.market === null ? null : newMonths(length);
  const first = Math.max(0, 1 - firstMonth);
  let serves = mine.filter((run) => run.inService[first] === 1).map(settle);
  for (let at = first; at < length; at++) {
    const month = firstMonth + at;
    if (at > first && mine.some((run) => run.inService[at] !== run.inService[at - 1]))
      serves = mine.filter((run) => run.inService[at] === 1).map(settle);
    const stations = serves.map((group) => openStation(group, month, at));
    const market = traffic.market === null ? Infinity : marketPerSec(traffic.market, month);
    const demand = dispatchMonth(
      stations, monthDemand(traffic, params.start, month),
      spikesIn(traffic.spikes, month), shape, market * (traffic.market?.shareMost ?? 1),
      curtailedOf(serves[0]?.run.powered ?? null, at));
    let served = 0;
    for (let i = 0; i < serves.length; i++) {
      const [group, station] = [serves[i], stations[i]];
      if (group !== undefined && station !== undefined)
        served += closeStation(group, station, at);
    }
    demandMtok[at] = (demand.demandPerSec * secondsPerMonth) / 1e6;
    lostMtok[at] = (demand.lostPerSec * secondsPerMonth) / 1e6;
    aboveMarketMtok[at] = (demand.aboveCeilingPerSec * secondsPerMonth) / 1e6;
    if (marketMtok !== null) marketMtok[at] = (market * secondsPerMonth) / 1e6;
    servedMtok[at] = served;
  }
  return { key: traffic.key, demandMtok, servedMtok, lostMtok, aboveMarketMtok, marketMtok };
}

/** Share of a group's racks that has power. */
const poweredIn = ({ powered }: ServingRun, at: number): number => powered?.share[at] ?? 1;

/** Hours of a month in which only a part of the powered racks keeps its power. */
function curtailedOf(powered: PoweredMonths | null, at: number): Curtailed | undefined {
  const [time, share, whole] =
    [powered?.curtailedTime[at], powered?.curtailedShare[at], powered?.share[at]];
  return time === undefined || share === undefined || whole === undefined
    || time === 0 || share === whole ? undefined : { time, share: share / whole };
}

/** Rents a group out through all months: hours by channel, and the load that is left of them. */
function runRented(run: ServingRun, firstMonth: number, length: number): void {
  const { group, months, months: { rented } } = run;
  if (group.rental === undefined || rented === undefined) return;
  for (let at = Math.max(0, 1 - firstMonth); at < length; at++) {
    const month = firstMonth + at;
    if (!isInService(group.phases, month)) continue;
    const shares = soldShares(group.rental, month, rampShare(group.phases, month));
    const sold = soldInAll(shares);
    const inPlace = group.accelerators * hoursPerMonth;
    const curtailed = curtailedOf(run.powered, at);
    // hours of curtailment are sold as far as there is power, and taken from all alike
    const lasting = curtailed === undefined ? 1 : 1 - curtailed.time * (1 - curtailed.share);
    run.working[at] = group.availability * upShare(run, at);
    writeRented(rented, shares,
      inPlace * (run.working[at] ?? 1) * poweredIn(run, at) * lasting, at);
    months.utilisation[at] = sold * lasting;
    months.reservedAcceleratorHours[at] = inPlace;
    months.activeAcceleratorHours[at] = inPlace * poweredIn(run, at) * lasting;
    run.active[at] = lasting;
    run.curtailedLoad[at] = sold * (curtailed?.share ?? 1);
    run.curtailedActive[at] = curtailed?.share ?? 1;
    run.peak[at] = sold;
  }
}

const upShare = (run: ServingRun, at: number): number =>
  1 - Math.min(hoursPerMonth, run.downtimeHours[at] ?? 0) / hoursPerMonth;

/** What every month and hour asks of a group and its class, read once. */
interface SettledGroup {
  readonly run: ServingRun;
  readonly station: Station['group'];
  readonly phases: GroupParams['phases'];
  readonly availability: number;
  readonly accelerators: number;
  /** Tokens per second, input and output, before software. */
  readonly perSec: number;
  /** Tokens, input and output, for each that is put out. */
  readonly perOutput: number;
  readonly cacheHitShare: number;
}

function settleGroup(run: ServingRun, traffic: TrafficParams): SettledGroup {
  const { group } = run;
  const { dispatchOrder, batchFillShare, scaling, foundShare } = group;
  const perOutput = 1 + traffic.isl / traffic.osl;
  return {
    run, station: { dispatchOrder, batchFillShare, scaling, foundShare },
    phases: group.phases, availability: group.availability, accelerators: group.accelerators,
    perSec: group.outputTokPerSec * perOutput, perOutput,
    cacheHitShare: traffic.cacheHitShare,
  };
}

function openStation(
  { run, station, phases: dates, perSec, availability }: SettledGroup, month: number, at: number,
): Station {
  const level = run.months.softwareLevel[at] ?? 1;
  const capacityPerSec = perSec * level * availability * upShare(run, at) * poweredIn(run, at);
  return { group: station, capacityPerSec, ramp: rampShare(dates, month), load: 0,
    peak: 0, batch: 0, active: 0, curtailedLoad: 0, curtailedActive: 0 };
}

/**
 * Writes a station's month into the series of its group; returns the tokens served, in
 * millions.
 */
function closeStation(
  { run, availability, accelerators, perOutput, cacheHitShare }: SettledGroup,
  station: Station, at: number,
): number {
  const { months } = run;
  const capacity = (station.capacityPerSec * secondsPerMonth) / 1e6;
  const served = capacity * station.load;
  const output = served / perOutput;
  const input = served - output;
  months.capacityMtok[at] = capacity;
  months.utilisation[at] = station.load;
  months.inputHitMtok[at] = input * cacheHitShare;
  months.inputMissMtok[at] = input * (1 - cacheHitShare);
  months.outputMtok[at] = output;
  months.batchMtok[at] = capacity * station.batch;
  run.active[at] = station.active;
  run.peak[at] = station.peak;
  const curtailed = curtailedOf(run.powered, at);
  run.curtailedLoad[at] =
    curtailed === undefined ? station.load : station.curtailedLoad / curtailed.time;
  run.curtailedActive[at] =
    curtailed === undefined ? station.active : station.curtailedActive / curtailed.time;
  run.working[at] = availability * upShare(run, at);
  months.reservedAcceleratorHours[at] = accelerators * hoursPerMonth;
  months.activeAcceleratorHours[at] =
    accelerators * hoursPerMonth * station.active * poweredIn(run, at);
  return served;
}
