import { computeRoofline, type Roofline } from '../../inference/roofline.ts';
import type { FrontierPoint, ServingRequest } from '../../inference/types.ts';
import { capEffect } from '../../facility/power/power-cap.ts';
import { deliverCapacity, type Delivery } from '../../facility/availability/reliability.ts';
import type { Keep } from '../../lifecycle/keep.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import { cell, lazily } from '../../units/reading.ts';
import type { FacilityOutcome, SizedRack } from '../site/fit-racks.ts';
import { isRented } from '../entries/rented.ts';
import type { GroupReferences } from '../entries/references.ts';
import type { GroupServing } from './serving.ts';

/** A rack group with its serving point and its racks: all that the months need. */
export interface SizedGroup extends GroupReferences {
  readonly racks: number;
  readonly accelerators: number;
  /** Accelerators that serve or are rented out: all, or none of a group below one instance. */
  readonly servingAccelerators: number;
  readonly point: FrontierPoint | null;
  /** Throughput without cache hits over that with them, at most 1. */
  readonly foundShare: number;
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

/**
 * Most that software may still bring at a serving point: throughput and speed per user at
 * the hardware's roofline over those of the point, whichever leaves less.
 * @returns >= 1; 1 where no roofline can be computed
 */
export const softwareCap = (request: ServingRequest, point: FrontierPoint): number =>
  capUnder(rooflineOf(request, point), point);

/** The roofline of a point; null where none can be computed. */
export function rooflineOf(request: ServingRequest, point: FrontierPoint): Roofline | null {
  const roofline = computeRoofline(request, point);
  return roofline.ok ? roofline.value : null;
}

function capUnder(roofline: Roofline | null, point: FrontierPoint): number {
  if (roofline === null) return 1;
  const { outputTokPerSecPerAccelerator, tokPerSecPerUser } = roofline;
  return Math.max(1, Math.min(
    outputTokPerSecPerAccelerator / point.outputTokPerSecPerAccelerator,
    tokPerSecPerUser / point.tokPerSecPerUser));
}

/**
 * Share of installed capacity that can serve, with its interval: failed accelerators stop
 * their whole instance, the building and planned downtime stop everything. A stated
 * availability stands for all of it and has no interval.
 */
export function deliveryOf(
  inputs: ScenarioInputs, instance: number, accelerators: number,
  building: () => number | null,
): Delivery {
  const { availability, failuresPerAcceleratorYear, repairHours } = inputs.demand.values;
  if (availability !== null)
    return { mean: availability, low: availability, high: availability, lost: [] };
  const { plannedHours, countedFailures } = inputs.resilience.values;
  return deliverCapacity({
    accelerators: Math.max(1, accelerators), plannedHours, countedFailures,
    // Without a plant nothing is in service, and nothing of it can be out.
    facilityAvailability: building() ?? 1,
    causes: [{ name: 'accelerators', perAcceleratorYear: failuresPerAcceleratorYear,
      blastRadius: instance, repairHours }],
  });
}

/** Power that no clock lowers must stay below full power for a cap to mean anything. */
const mostIdle = 0.99;

/** What a group is sized from. */
export interface SizeFrom {
  /** Remembers parts by name. */
  readonly keep: Keep;
  readonly inputs: ScenarioInputs;
  readonly key: string;
  readonly serving: GroupServing;
  readonly rack: SizedRack;
  readonly facility: () => FacilityOutcome;
  /** Availability of power and cooling; null without a plant. */
  readonly building: () => number | null;
}

/**
 * Joins a serving point with the racks that fit. Accelerators beyond the last whole
 * instance run a smaller one, counted at the throughput per accelerator of the others; a
 * group smaller than one instance cannot serve.
 */
export function sizeGroup(
  { keep, inputs, key, serving, rack, facility, building }: SizeFrom,
): SizedGroup {
  const racks = (): number => facility().fit.racks.get(key) ?? 0;
  const accelerators = (): number => racks() * rack.size.acceleratorsPerRack;
  const point = (): FrontierPoint | null => (serving.chosen.ok ? serving.chosen.value : null);
  const capped = cell(() => capOf(inputs, point()));
  const cap = keep(`software cap ${key}`, () => {
    const chosen = point();
    return chosen === null ? 1 : capUnder(serving.roofline, chosen);
  });
  const delivery = keep(`delivery ${key}`,
    () => deliveryOf(inputs, point()?.accelerators ?? 1, accelerators(), building));
  return lazily<SizedGroup>({
    record: () => serving.record, traffic: () => serving.traffic, system: () => serving.system,
    accelerator: () => serving.accelerator, model: () => serving.model,
    accepted: () => serving.accepted, racks,
    accelerators, point, foundShare: () => serving.foundShare,
    servingAccelerators: () => {
      const chosen = point();
      if (isRented(serving)) return accelerators();
      return chosen === null || accelerators() < chosen.accelerators ? 0 : accelerators();
    },
    capFactor: () => capped().throughput, capKept: () => capped().keeps, softwareCap: cap,
    fullKw: () =>
      (racks() * (rack.size.rackKw ?? 0)) / (1 + inputs.power.values.oversubscription),
    availability: () => delivery().mean, delivery,
  });
}

/**
 * What the power cap leaves of a serving point; more racks than full power allows run
 * capped to what there is.
 */
function capOf(inputs: ScenarioInputs, point: FrontierPoint | null) {
  const { powerCap, oversubscription, idleShare, decodePowerShare, decodeClockShare } =
    inputs.power.values;
  const cap = powerCap / (1 + oversubscription);
  return capEffect({
    cap: Math.min(1, cap), idleShare: Math.min(mostIdle, idleShare),
    prefillShare: point?.prefillShare ?? 0, decodePowerShare, decodeClockShare,
  });
}
