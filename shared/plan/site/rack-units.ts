import type { System } from '../../catalog/types.ts';
import type { DeviceLoad } from '../entries/devices.ts';

/**
 * Units of a rack of a system with devices beside it. Devices take the units that trays
 * leave free; where no trays are known a rack-scale system is full, and they stand on top
 * of it.
 * @returns null where the catalogue states no height
 * @example unitsOfRack(gb300Nvl72, 1, { heightU: 2, ... }) // 48: 37 units of trays and 2 of devices in its 48
 */
export function unitsOfRack(
  { rackUnits, trays }: System, systems: number, { heightU }: Pick<DeviceLoad, 'heightU'>,
): number | null {
  if (rackUnits === undefined) return null;
  if (trays === undefined) return rackUnits.value * systems + heightU;
  const used = trays.reduce((sum, tray) => sum + tray.count.value * tray.heightU.value, 0);
  return Math.max(rackUnits.value, used + heightU);
}
