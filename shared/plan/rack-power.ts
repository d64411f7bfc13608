import type { ScenarioInputs } from '../project/resolve.ts';
import type { GroupReferences } from './references.ts';

/** Size and power of one rack of a group. */
export interface RackSize {
  readonly systemsPerRack: number;
  readonly acceleratorsPerRack: number;
  /** Planning power of a rack under the power cap, kW; null when the catalogue states none. */
  readonly rackKw: number | null;
  readonly liquidFraction: number;
  /** Catalogue reference of the power figure, for the trace. */
  readonly powerRef: string;
}

/** Air-cooled unless the catalogue says how much heat liquid takes. */
const airCooled = 0;

/** One rack of a group as the catalogue and the power fields describe it. */
export function rackSize(inputs: ScenarioInputs, { system }: GroupReferences): RackSize {
  const { basis, powerCap } = inputs.power.values;
  const figure = basis === 'typical' && system.typicalPowerKw !== undefined ? 'typicalPowerKw' : 'maxPowerKw';
  const systemsPerRack = system.perRack?.value ?? 1;
  const systemKw = system[figure]?.value;
  return {
    systemsPerRack, acceleratorsPerRack: systemsPerRack * system.accelerators.value,
    rackKw: systemKw === undefined ? null : systemKw * systemsPerRack * powerCap,
    liquidFraction: system.liquidFraction?.value ?? airCooled,
    powerRef: `systems/${system.id}/${figure}`,
  };
}

/**
 * Throughput under a power cap over throughput without it. Decode is bound by memory bandwidth, which a cap
 * leaves alone, prefill by arithmetic, whose clock falls with the cube root of dynamic power.
 * @param cap share of full power, 0.5..1; idleShare power that does not depend on the clock
 * @param prefillShare share of accelerator time spent on prefill
 * @returns 0..1, 1 without a cap
 * @example capFactor(1, 0.35, 0.5) // 1
 */
export function capFactor(cap: number, idleShare: number, prefillShare: number): number {
  if (cap >= 1) return 1;
  const dynamic = Math.max(0.01, (cap - idleShare) / (1 - idleShare));
  const clock = Math.cbrt(dynamic);
  return 1 / (prefillShare / clock + (1 - prefillShare) / Math.min(1, (1 + clock) / 2));
}
