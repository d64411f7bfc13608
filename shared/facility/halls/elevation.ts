import type { System, Tray } from '../../catalog/types.ts';
import { ok, refuse, type Result } from '../../units/result.ts';

/**
 * A device to stand in a rack, as often as `count` says. Null figures are not stated
 * anywhere.
 */
export interface RackDevice {
  readonly name: string;
  readonly count: number;
  readonly heightU: number;
  readonly weightKg: number | null;
  readonly powerKw: number | null;
  /** Share of its heat taken by liquid, 0..1. */
  readonly liquidFraction: number;
  /** Network ports in use. */
  readonly ports: number;
}

/** One device in its place; `bottomU` counts from 1 at the floor. */
export interface MountedDevice extends Omit<RackDevice, 'count'> {
  readonly bottomU: number;
}

/**
 * A rack seen from the front, with its sums; a sum is null when one device lacks the
 * figure.
 */
export interface RackElevation {
  readonly heightU: number;
  readonly devices: readonly MountedDevice[];
  readonly usedU: number;
  readonly freeU: number;
  readonly weightKg: number | null;
  readonly powerKw: number | null;
  readonly liquidKw: number | null;
  readonly airKw: number | null;
  readonly ports: number;
}

export interface RackTooLow {
  readonly code: 'rack-too-low';
  readonly haveU: number;
  readonly needU: number;
}

/**
 * Stacks devices from the floor up in the order given, without gaps; heights count in
 * half units.
 * @param heightU units of the rack, > 0; emptyRackKg its own weight, null where nobody
 *   states it
 * @returns `rack-too-low` with the units wanted when they do not fit
 * @throws RangeError on a height not above 0, a share outside 0..1 or a count that is no
 *   whole number
 * @example stackDevices([{ name: 'DGX', count: 4, heightU: 8, weightKg: 130, powerKw: 10, liquidFraction: 0,
 *   ports: 8 }], 48, 0).value.freeU // 16
 */
export function stackDevices(
  devices: readonly RackDevice[], heightU: number, emptyRackKg: number | null,
): Result<RackElevation, RackTooLow> {
  if (!(heightU > 0)) throw new RangeError(`heightU is ${heightU}`);
  devices.forEach(requireDevice);
  const each =
    devices.flatMap(({ count, ...device }) => Array.from({ length: count }, () => device));
  const mounted: MountedDevice[] = [];
  let top = 0;
  for (const device of each) {
    mounted.push({ ...device, bottomU: top + 1 });
    top += device.heightU;
  }
  if (top > heightU) return refuse({ code: 'rack-too-low', haveU: heightU, needU: top });
  const sum = (pick: (device: MountedDevice) => number | null): number | null => {
    const values = mounted.map(pick);
    return values.some((v) => v === null) ? null
      : values.reduce<number>((total, v) => total + (v ?? 0), 0);
  };
  const weight = sum((d) => d.weightKg);
  const heat = ({ powerKw }: MountedDevice, share: number): number | null =>
    (powerKw === null ? null : powerKw * share);
  return ok({
    heightU, devices: mounted, usedU: top, freeU: heightU - top, powerKw: sum((d) => d.powerKw),
    weightKg: weight === null || emptyRackKg === null ? null : weight + emptyRackKg,
    liquidKw: sum((d) => heat(d, d.liquidFraction)),
    airKw: sum((d) => heat(d, 1 - d.liquidFraction)),
    ports: mounted.reduce((total, { ports }) => total + ports, 0),
  });
}

function requireDevice({ name, count, heightU, liquidFraction }: RackDevice): void {
  if (!(Number.isInteger(count) && count >= 0))
    throw new RangeError(`count of ${name} is ${count}`);
  if (!(heightU >= 0 && Number.isInteger(heightU * 2))) {
    throw new RangeError(`height of ${name} is ${heightU}`);
  }
  if (!(liquidFraction >= 0 && liquidFraction <= 1)) {
    throw new RangeError(`liquid share of ${name} is ${liquidFraction}`);
  }
}

/**
 * The devices of one rack of a catalogue system: servers one by one, a rack-scale system
 * tray by tray where the catalogue has its trays and as one block otherwise. Power and
 * weight of single trays are not published; the order of trays is by kind, not that of
 * the rack.
 * @returns null when the catalogue states no height
 * @example devicesOfSystem(dgxH100)?.[0]?.count // 4
 */
export function devicesOfSystem(system: System): readonly RackDevice[] | null {
  if (system.trays !== undefined) return system.trays.map(deviceOfTray);
  const heightU = system.rackUnits?.value;
  if (heightU === undefined) return null;
  return [{
    name: system.name, count: system.perRack?.value ?? 1, heightU,
    weightKg: system.weightKg?.value ?? null, powerKw: system.maxPowerKw?.value ?? null,
    liquidFraction: system.liquidFraction?.value ?? 0, ports: system.accelerators.value,
  }];
}

const deviceOfTray = ({ name, count, heightU, accelerators }: Tray): RackDevice => ({
  name, count: count.value, heightU: heightU.value, weightKg: null, powerKw: null,
  liquidFraction: 0,
  ports: accelerators?.value ?? 0,
});
