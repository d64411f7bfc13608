import type { Catalog, Site } from '../../catalog/types.ts';
import type { FrontierPoint } from '../../inference/types.ts';
import { matchesRelease, type ReleaseScope } from '../../lifecycle/release.ts';
import type {
  CalendarMonth, FacilityResponse, GroupParams, LifecycleParams, ReleaseParams, ReplicaScaling,
} from '../../lifecycle/types.ts';
import type { Resolved, ScenarioInputs } from '../../project/resolve.ts';
import { lazily } from '../../units/reading.ts';
import { isRented } from '../entries/rented.ts';
import { trafficParams } from './demand-params.ts';
import { generatorsInUse, hasBattery, supplyParams } from './supply-params.ts';
import { rentalTerms } from './rental-terms.ts';
import { gridCarbon } from '../site/facility-response.ts';
import type { ReleaseEffects } from '../serving/release-effects.ts';
import type { SizedGroup } from '../serving/size-groups.ts';

/**
 * Replicas run at least at this share of their pool, so that a request never waits for a
 * cold start.
 */
const leastShareRunning = 0.05;

function scalingOf(inputs: ScenarioInputs, point: FrontierPoint | null): ReplicaScaling {
  if (inputs.demand.values.scaling === 'fixed') return { mode: 'fixed' };
  const pool = (share: number) =>
    ({ share, targetLoad: inputs.demand.values.targetLoad, minimumShare: leastShareRunning });
  const prefill = point?.prefillAccelerators ?? null;
  if (point === null || prefill === null) return { mode: 'scaled', pools: [pool(1)] };
  const share = prefill / point.accelerators;
  return { mode: 'scaled', pools: [pool(share), pool(1 - share)] };
}

/** Roofline over the serving point, of the engine as it is and as releases change it. */
const mostSoftware = (group: SizedGroup, effects: ReleaseEffects | null): number =>
  Math.max(group.softwareCap, ...[
    ...(effects?.values() ?? []),
  ].map((byGroup) => byGroup.get(group.record.key)?.cap ?? 1));

/** Longest first token of the service level over that of the serving point, at least 1. */
const ttftHeadroom = ({ traffic, point }: SizedGroup): number =>
  Math.min(1e6, Math.max(1, (traffic.values.maxTtftS * 1000) / (point?.ttftMsHigh ?? Infinity)));

function groupParams(
  inputs: ScenarioInputs, group: SizedGroup, effects: () => ReleaseEffects,
): GroupParams {
  const { values } = group.record;
  const point = (): FrontierPoint | null => group.point;
  return lazily<GroupParams>({
    key: () => group.record.key, trafficKey: () => group.traffic.key,
    accelerators: () => group.accelerators,
    phases: () => ({
      orderMonth: values.startMonth - Math.max(1, values.leadMonths),
      deliveryMonth: values.startMonth - 1, serviceMonth: values.startMonth,
      rampMonths: values.rampMonths, retireAfterMonth: values.retireMonth,
    }),
    outputTokPerSec: () => (point()?.outputTokPerSecPerAccelerator ?? 0) * group.capFactor
      * group.servingAccelerators,
    maxSoftwareMultiplier: () => mostSoftware(group, effects()),
    maxTtftMultiplier: () => ttftHeadroom(group),
    prefillShare: () => point()?.prefillShare ?? 0,
    availability: () => group.availability,
    fullKw: () => group.fullKw,
    idleKw: () => inputs.power.values.idleShare * group.fullKw, sleepKw: () => 0,
    // Billing begins with service: what racks draw while they are tested is left out.
    commissioningKw: () => 0,
    scaling: () => (isRented(group) ? { mode: 'fixed' } : scalingOf(inputs, point())),
    ...(isRented(group) ? { rental: () => rentalTerms(inputs, group.record) } : {}),
    batchFillShare: () => inputs.demand.values.batchFill, dispatchOrder: () => 0,
    foundShare: () => {
      const { mode, shareOf } = inputs.demand.values;
      return mode === 'utilisation' && shareOf === 'unhit' ? group.foundShare : 1;
    },
  });
}

/** Where a release holds: entries left open reach everything. */
function scopeOf({ values }: Resolved<'release'>): ReleaseScope {
  const { model, accelerator, framework, servingMode, leastSpeed, mostSpeed, leastIsl,
    mostIsl, leastOsl, mostOsl } = values;
  return {
    ...(model === '' ? {} : { model }), ...(accelerator === '' ? {} : { accelerator }),
    ...(framework === '' ? {} : { framework }),
    ...(servingMode === '' ? {} : { mode: servingMode }),
    tokPerSecPerUser: [leastSpeed, mostSpeed === 2000 ? Infinity : mostSpeed],
    isl: [leastIsl, mostIsl], osl: [leastOsl, mostOsl],
  };
}

/** A release that changes the engine stands once per group. */
const keyForGroup = (release: string, group: string): string => `${release}@${group}`;

/** Record key of a release that a group did not take. */
export const releaseOf = (key: string, group: string): string =>
  (key.endsWith(keyForGroup('', group)) ? key.slice(0, -keyForGroup('', group).length) : key);

/**
 * Releases with the groups they reach. With `effects` a release that changes the engine
 * stands once per group, each with what the engine predicts for it; without, every
 * release stands once.
 */
export function releaseParams(
  inputs: ScenarioInputs, groups: readonly SizedGroup[],
  effects: ReleaseEffects | null = null,
): readonly ReleaseParams[] {
  return inputs.release.flatMap((release): readonly ReleaseParams[] => {
    const { key, values } = release;
    const scope = scopeOf(release);
    const reached = groups.filter((g) => matchesRelease(scope, {
      model: g.model.id, accelerator: g.accelerator.id,
      framework: g.record.values.framework, mode: g.point?.mode ?? 'agg',
      tokPerSecPerUser: g.point?.tokPerSecPerUser ?? 0, isl: g.traffic.values.isl,
      osl: g.traffic.values.osl,
    })).map((g) => g.record.key);
    const stated: ReleaseParams = {
      key, inUse: values.inUse, month: values.month, groups: reached,
      throughputMultiplier: values.throughput, ttftMultiplier: values.ttft,
      probability: values.probability, downtimeHours: values.downtimeH,
      compounds: values.compounds,
      ...(values.phase === 'both' ? {} : { phase: values.phase }),
    };
    const predicted = effects?.get(key);
    if (predicted === undefined) return [stated];
    const { phase: _phase, ...whole } = stated;
    return reached.map((group): ReleaseParams => {
      const effect = predicted.get(group);
      return {
        ...whole, key: keyForGroup(key, group), groups: [group],
        throughputMultiplier: withinRange(effect?.throughput ?? 1),
        ttftMultiplier: withinRange(effect?.ttft ?? 1),
      };
    });
  });
}

/** Multipliers the lifecycle takes. */
const withinRange = (multiplier: number): number => Math.min(30, Math.max(0.1, multiplier));

/** What the months are simulated from, each part asked for when it is needed. */
export interface LifeFrom {
  readonly inputs: ScenarioInputs;
  /** Known markets stand there. */
  readonly catalog: () => Catalog;
  /** Groups that serve. */
  readonly groups: () => readonly SizedGroup[];
  readonly response: () => FacilityResponse;
  readonly site: () => Site;
  readonly start: () => CalendarMonth;
  readonly firstMonth: () => number;
  readonly effects: () => ReleaseEffects;
}

/** Months before the first that carry payments. */
export const firstMonthOf = (inputs: ScenarioInputs): number =>
  Math.min(1, ...inputs.rackGroup.map(({ values: { startMonth, leadMonths } }) =>
    startMonth - Math.max(1, leadMonths, inputs.capex.values.constructionMonths)),
  ...generatorsInUse(inputs).map(({ values }) => values.month - values.leadMonths),
  ...(hasBattery(inputs) ? [inputs.battery.values.month - inputs.battery.values.leadMonths] : []));

/**
 * The lifecycle stage's parameters. Groups without a serving point bring cost and power
 * but no tokens.
 */
export function lifecycleParams(
  { inputs, catalog, groups, response, site, start, firstMonth, effects }: LifeFrom,
): LifecycleParams {
  return lazily<LifecycleParams>({
    horizonMonths: () => inputs.demand.values.horizonMonths, start, firstMonth,
    groups: () => groups().map((group) => groupParams(inputs, group, effects)),
    traffic: () => trafficParams(inputs, catalog),
    supply: () => supplyParams(inputs, site),
    releases: () => releaseParams(inputs, groups().filter((group) => !isRented(group)),
      effects()),
    facility: () => lazily<FacilityResponse>({
      facilityKwAt: () => response().facilityKwAt,
      facilityKwPeakAt: () => response().facilityKwPeakAt,
      waterM3PerHourAt: () => response().waterM3PerHourAt,
      lossKwAt: () => response().lossKwAt, otherKwAt: () => response().otherKwAt,
      fixedItKw: () => response().fixedItKw,
      carbonGPerKwh: () => gridCarbon(inputs, site()) ?? 0,
      carbonDeclinePerYear: () => response().carbonDeclinePerYear,
    }),
  });
}
