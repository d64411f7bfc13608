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
