import type { FrontierPoint } from '../inference/types.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import type { FacilityOutcome, SizedRack } from './facility.ts';
import type { SizedGroup } from './lifecycle-params.ts';
import { capFactor } from './rack-power.ts';
import type { GroupServing } from './serving.ts';

/** Hours of a mean year, the base of failure rates per accelerator and year. */
const hoursPerYear = 8766;

/**
 * Share of time an instance serves: 1 / (1 + lambda n MTTR / 8766), one failed accelerator stopping all n.
 * @param failuresPerYear per accelerator; repairHours mean time to repair
 * @example instanceAvailability(0.173, 8, 4) // 0.99937
 */
export function instanceAvailability(failuresPerYear: number, accelerators: number, repairHours: number): number {
  return 1 / (1 + (failuresPerYear * accelerators * repairHours) / hoursPerYear);
}

/**
 * Most that software may still bring at a serving point: the step without launch overhead, exchange between
 * accelerators and interference of prompts, with kernels as efficient as they are today.
 * @returns >= 1
 */
export function softwareCap(point: FrontierPoint): number {
  const { weightsMs, expertsMs, kvMs, computeMs, communicationMs, overheadMs, prefillInterferenceMs } = point.step;
  const kernels = weightsMs + expertsMs + kvMs + computeMs;
  return kernels <= 0 ? 1 : (kernels + communicationMs + overheadMs + prefillInterferenceMs) / kernels;
}

function availabilityOf(inputs: ScenarioInputs, point: FrontierPoint | null): number {
  const { availability, failuresPerAcceleratorYear, repairHours } = inputs.demand.values;
  return availability ?? instanceAvailability(failuresPerAcceleratorYear, point?.accelerators ?? 1, repairHours);
}

/**
 * Joins serving points with the racks that fit. Accelerators beyond the last whole instance run a smaller one,
 * counted at the throughput per accelerator of the others; a group smaller than one instance cannot serve.
 */
export function sizeGroups(inputs: ScenarioInputs, servings: readonly GroupServing[], racks: readonly SizedRack[], facility: FacilityOutcome): readonly SizedGroup[] {
  const { powerCap, oversubscription, idleShare } = inputs.power.values;
  // More racks than full power allows run capped to what there is.
  const cap = powerCap / (1 + oversubscription);
  return servings.flatMap((serving) => {
    const rack = racks.find((r) => r.group.record.key === serving.record.key);
    if (rack === undefined) return [];
    const count = facility.fit.racks.get(serving.record.key) ?? 0;
    const accelerators = count * rack.size.acceleratorsPerRack;
    const point = serving.chosen.ok ? serving.chosen.value : null;
    return [{
      record: serving.record, traffic: serving.traffic, system: serving.system, accelerator: serving.accelerator, model: serving.model,
      racks: count, accelerators, servingAccelerators: point === null || accelerators < point.accelerators ? 0 : accelerators, point,
      capFactor: capFactor(cap, idleShare, point?.prefillShare ?? 0), softwareCap: point === null ? 1 : softwareCap(point),
      fullKw: (count * (rack.size.rackKw ?? 0)) / (1 + oversubscription), availability: availabilityOf(inputs, point),
    }];
  });
}
