import { newMonths } from '../units/months.ts';
import { cell, lazily } from '../units/reading.ts';
import { checkLifecycle } from './check.ts';
import { marketPerSec, monthDemand, spikesIn } from './demand.ts';
import { dispatchMonth, type Station } from './dispatch.ts';
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
  const served = keep('months served', () => serveMonths(params, firstMonth(), length()));
  const powers = keep('months power',
    () => served().runs.map((run, at) => powerOf(params, run, at, firstMonth())));
  const groups =
    cell(() => served().runs.map(({ months }, at) => withPower(months, () => powers()[at])));
  const total = sumTotals({ params, runs: () => served().runs, powers, firstMonth, length },
    keep);
  return lazily<LifecycleResult>({
    firstMonth, horizonMonths: () => params.horizonMonths, start: () => params.start, length,
    groups, traffic: () => served().traffic,
    total: () => total,
  });
}

/** Tokens of all groups and classes. */
function serveMonths(params: LifecycleParams, firstMonth: number, length: number) {
  const runs = params.groups.map((group) => startGroup(params, group, firstMonth, length));
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

function startGroup(params: LifecycleParams, group: GroupParams, firstMonth: number,
  length: number): ServingRun {
  const releases = params.releases.map((r) => (r.phase === undefined ? r
    : { ...r,
      throughputMultiplier: phaseGain(r.throughputMultiplier, r.phase, group.prefillShare) }));
  const software = softwareLevels(group.key, releases,
    { speed: group.maxSoftwareMultiplier, wait: group.maxTtftMultiplier }, firstMonth, length);
  const series = (): Series => newMonths(length);
  const phase = new Uint8Array(length);
  for (let at = 0; at < length; at++)
    phase[at] = phases.indexOf(phaseAt(group.phases, firstMonth + at));
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
    group, months, downtimeHours: software.downtimeHours, present, active: series(),
    peak: series(), working: series(),
    inService: Uint8Array.from({ length },
      (_, at) => (isInService(group.phases, firstMonth + at) ? 1 : 0)),
  };
}

/** Months in which racks draw power: in service, and commissioned unless nothing is drawn. */
function presentMonths(
  { commissioningKw }: Pick<GroupParams, 'commissioningKw'>, phase: Uint8Array,
): Uint8Array {
  const from = phases.indexOf(commissioningKw === 0 ? 'ramp' : 'commissioning');
  return phase.map((code) => (code >= from && code < phases.indexOf('retired') ? 1 : 0));
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
  const settled = new Map(mine.map((run) => [run, cell(() => settleGroup(run.group))]));
  const shape = traffic.hourShape.toSorted((a, b) => b - a);
  const demandMtok = newMonths(length);
  const servedMtok = newMonths(length);
  const lostMtok = newMonths(length);
  const aboveMarketMtok = newMonths(length);
  const marketMtok = traffic.market === null ? null : newMonths(length);
  for (let at = Math.max(0, 1 - firstMonth); at < length; at++) {
    const month = firstMonth + at;
    const serving = mine.filter((run) => isInService(run.group.phases, month));
    const stations = serving.map(
      (run) => openStation(run, settled.get(run)?.() ?? run.group, traffic, month, at),
    );
    const market = traffic.market === null ? Infinity : marketPerSec(traffic.market, month);
    const demand = dispatchMonth(
      stations, monthDemand(traffic, params.start, month),
      spikesIn(traffic.spikes, month), shape, market * (traffic.market?.shareMost ?? 1));
    let served = 0;
    for (const [i, run] of serving.entries()) {
      const station = stations[i];
      if (station !== undefined) served += closeStation(run, station, traffic, at);
    }
    demandMtok[at] = (demand.demandPerSec * secondsPerMonth) / 1e6;
    lostMtok[at] = (demand.lostPerSec * secondsPerMonth) / 1e6;
    aboveMarketMtok[at] = (demand.aboveCeilingPerSec * secondsPerMonth) / 1e6;
    if (marketMtok !== null) marketMtok[at] = (market * secondsPerMonth) / 1e6;
    servedMtok[at] = served;
  }
  return { key: traffic.key, demandMtok, servedMtok, lostMtok, aboveMarketMtok, marketMtok };
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
    run.working[at] = group.availability * upShare(run, at);
    writeRented(rented, shares, inPlace * (run.working[at] ?? 1), at);
    months.utilisation[at] = sold;
    months.reservedAcceleratorHours[at] = inPlace;
    months.activeAcceleratorHours[at] = inPlace;
    run.active[at] = 1;
    run.peak[at] = sold;
  }
}

const upShare = (run: ServingRun, at: number): number =>
  1 - Math.min(hoursPerMonth, run.downtimeHours[at] ?? 0) / hoursPerMonth;

/** What every hour asks of a group, read once. */
const settleGroup = (
  { dispatchOrder, batchFillShare, scaling, foundShare }: GroupParams,
): Station['group'] =>
  ({ dispatchOrder, batchFillShare, scaling, foundShare });

function openStation(
  run: ServingRun, settled: Station['group'], traffic: TrafficParams, month: number, at: number,
): Station {
  const { group, months } = run;
  const perSec =
    group.outputTokPerSec * (1 + traffic.isl / traffic.osl) * (months.softwareLevel[at] ?? 1);
  const capacityPerSec = perSec * group.availability * upShare(run, at);
  return { group: settled, capacityPerSec, ramp: rampShare(group.phases, month), load: 0,
    peak: 0, batch: 0,
    active: 0 };
}

/**
 * Writes a station's month into the series of its group; returns the tokens served, in
 * millions.
 */
function closeStation(
  run: ServingRun, station: Station, traffic: TrafficParams, at: number,
): number {
  const { group, months } = run;
  const capacity = (station.capacityPerSec * secondsPerMonth) / 1e6;
  const served = capacity * station.load;
  const output = served / (1 + traffic.isl / traffic.osl);
  const input = served - output;
  months.capacityMtok[at] = capacity;
  months.utilisation[at] = station.load;
  months.inputHitMtok[at] = input * traffic.cacheHitShare;
  months.inputMissMtok[at] = input * (1 - traffic.cacheHitShare);
  months.outputMtok[at] = output;
  months.batchMtok[at] = capacity * station.batch;
  run.active[at] = station.active;
  run.peak[at] = station.peak;
  run.working[at] = group.availability * upShare(run, at);
  months.reservedAcceleratorHours[at] = group.accelerators * hoursPerMonth;
  months.activeAcceleratorHours[at] = group.accelerators * hoursPerMonth * station.active;
  return served;
}
