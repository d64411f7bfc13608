import type { ScenarioInputs } from '../../project/resolve.ts';
import { devicesIn, loadOfDevices } from '../entries/devices.ts';
import type { GroupReferences } from '../entries/references.ts';

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

/**
 * One rack of a group as the catalogue, the power fields and the devices beside its
 * systems describe it.
 */
export function rackSize(
  inputs: ScenarioInputs, { record, system }: GroupReferences,
): RackSize {
  const { basis, powerCap } = inputs.power.values;
  const figure = basis === 'typical'
    && system.typicalPowerKw !== undefined ? 'typicalPowerKw' : 'maxPowerKw';
  const systemsPerRack = system.perRack?.value ?? 1;
  const systemKw = system[figure]?.value;
  const liquid = system.liquidFraction?.value ?? airCooled;
  const devices = loadOfDevices(devicesIn(inputs, { where: 'group', group: record.key }));
  // The cap slows accelerators; switches and servers beside them draw what they draw.
  const systemsKw = (systemKw ?? 0) * systemsPerRack * powerCap;
  const rackKw = systemKw === undefined ? null : systemsKw + devices.powerKw;
  return {
    systemsPerRack, acceleratorsPerRack: systemsPerRack * system.accelerators.value,
    rackKw, liquidFraction: rackKw === null || rackKw === 0 ? liquid
      : (systemsKw * liquid + devices.liquidKw) / rackKw,
    powerRef: `systems/${system.id}/${figure}`,
  };
}
