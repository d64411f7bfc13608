import type { FrontierPoint } from '../inference/types.ts';
import { matchesRelease, type ReleaseScope } from '../lifecycle/release.ts';
import type {
  CalendarMonth, FacilityResponse, GroupParams, LifecycleParams, ReleaseParams, ReplicaScaling,
} from '../lifecycle/types.ts';
import type { Delivery } from '../facility/reliability.ts';
import type { Resolved, ScenarioInputs } from '../project/resolve.ts';
import { trafficParams } from './demand-params.ts';
import type { GroupReferences } from './references.ts';

/** A rack group with its serving point and its racks: all that the months need. */
export interface SizedGroup extends GroupReferences {
  readonly racks: number;
  readonly accelerators: number;
  /** Accelerators that serve: all, or none when the group is smaller than one instance. */
  readonly servingAccelerators: number;
  readonly point: FrontierPoint | null;
  /** Throughput under the power cap over throughput without it, 0..1. */
  readonly capFactor: number;
  /** False where even the lowest clock draws more than the cap. */
  readonly capKept: boolean;
  /** Highest factor software may still bring before the roofline, >= 1. */
  readonly softwareCap: number;
  readonly fullKw: number;
  readonly availability: number;
  /** Availability with its interval and what takes the rest. */
  readonly delivery: Delivery;
}

/** Replicas run at least at this share of their pool, so that a request never waits for a cold start. */
const leastShareRunning = 0.05;

function scalingOf(inputs: ScenarioInputs, point: FrontierPoint | null): ReplicaScaling {
  if (inputs.demand.values.scaling === 'fixed') return { mode: 'fixed' };
  const pool = (share: number) => ({ share, targetLoad: inputs.demand.values.targetLoad, minimumShare: leastShareRunning });
  const prefill = point?.prefillAccelerators ?? null;
  if (point === null || prefill === null) return { mode: 'scaled', pools: [pool(1)] };
  const share = prefill / point.accelerators;
  return { mode: 'scaled', pools: [pool(share), pool(1 - share)] };
}

function groupParams(inputs: ScenarioInputs, group: SizedGroup): GroupParams {
  const { values } = group.record;
  const idle = inputs.power.values.idleShare * group.fullKw;
  const perAccelerator = (group.point?.outputTokPerSecPerAccelerator ?? 0) * group.capFactor;
  return {
    key: group.record.key, trafficKey: group.traffic.key, accelerators: group.accelerators,
    phases: {
      orderMonth: values.startMonth - Math.max(1, values.leadMonths), deliveryMonth: values.startMonth - 1,
      serviceMonth: values.startMonth, rampMonths: values.rampMonths, retireAfterMonth: values.retireMonth,
    },
    outputTokPerSec: perAccelerator * group.servingAccelerators,
    maxSoftwareMultiplier: group.softwareCap, prefillShare: group.point?.prefillShare ?? 0, availability: group.availability,
    fullKw: group.fullKw, idleKw: idle, sleepKw: 0,
    scaling: scalingOf(inputs, group.point), batchFillShare: inputs.demand.values.batchFill, dispatchOrder: 0,
  };
}

/** Where a release holds: entries left open reach everything. */
function scopeOf({ values }: Resolved<'release'>): ReleaseScope {
  const { model, accelerator, framework, servingMode, leastSpeed, mostSpeed, leastIsl, mostIsl } = values;
  return {
    ...(model === '' ? {} : { model }), ...(accelerator === '' ? {} : { accelerator }),
    ...(framework === '' ? {} : { framework }), ...(servingMode === '' ? {} : { mode: servingMode }),
    tokPerSecPerUser: [leastSpeed, mostSpeed === 2000 ? Infinity : mostSpeed], isl: [leastIsl, mostIsl],
  };
}

/** Releases with the groups they reach. */
export function releaseParams(inputs: ScenarioInputs, groups: readonly SizedGroup[]): readonly ReleaseParams[] {
  return inputs.release.map((release) => {
    const { key, values } = release;
    const scope = scopeOf(release);
    const reached = groups.filter((g) => matchesRelease(scope, {
      model: g.model.id, accelerator: g.accelerator.id, framework: g.record.values.framework, mode: g.point?.mode ?? 'agg',
      tokPerSecPerUser: g.point?.tokPerSecPerUser ?? 0, isl: g.traffic.values.isl, osl: g.traffic.values.osl,
    }));
    return {
      key, inUse: values.inUse, month: values.month, groups: reached.map((g) => g.record.key), throughputMultiplier: values.throughput,
      ttftMultiplier: values.ttft, probability: values.probability, downtimeHours: values.downtimeH, compounds: values.compounds,
      ...(values.phase === 'both' ? {} : { phase: values.phase }),
    };
  });
}

/** The lifecycle stage's parameters. Groups without a serving point bring cost and power but no tokens. */
export function lifecycleParams(
  inputs: ScenarioInputs, groups: readonly SizedGroup[], facility: FacilityResponse, start: CalendarMonth, firstMonth: number,
): LifecycleParams {
  return {
    horizonMonths: inputs.demand.values.horizonMonths, start, firstMonth,
    groups: groups.map((group) => groupParams(inputs, group)), traffic: trafficParams(inputs),
    releases: releaseParams(inputs, groups), facility,
  };
}

