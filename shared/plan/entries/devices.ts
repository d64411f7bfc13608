import type { RackDevice } from '../../facility/halls/elevation.ts';
import { portWatts } from '../../project/fields/device-type.ts';
import { parseNumberList } from '../../project/number-list.ts';
import type { Resolved, ScenarioInputs } from '../../project/resolve.ts';
import type { Warning } from '../../units/limit.ts';

/** Devices of one type in each of the racks they stand in. */
export interface DeviceInUse {
  readonly type: Resolved<'deviceType'>;
  /** Devices in one rack. */
  readonly count: number;
  /** Power of one, kW; null where neither its ports nor the user state it. */
  readonly powerKw: number | null;
}

/** Racks that devices are put into: those of a group, or those beside the compute racks. */
export type RackPlace =
  | { readonly where: 'group'; readonly group: string }
  | { readonly where: 'network' | 'storage' };

/**
 * What the devices of one rack add to it; a null sum lacks the figure of at least one
 * device.
 */
export interface DeviceLoad {
  /** Of the devices that state a power. */
  readonly powerKw: number;
  readonly liquidKw: number;
  readonly weightKg: number | null;
  readonly heightU: number;
  readonly ports: number;
  /** Of the devices that have a price. */
  readonly priceUsd: number;
}

/**
 * Planning power of one device: entered, or the sum over its ports without those held in
 * reserve, strongest first.
 * @param basis `typical` takes the allocated draw where it is stated
 * @returns kW; null where nobody states it
 * @example devicePower(serverOfTwo800WattPorts, 'max') // 1.6
 */
export function devicePower(
  { values }: Resolved<'deviceType'>, basis: 'max' | 'typical',
): number | null {
  if (values.powerKw !== null) return values.powerKw;
  const allocated = readWatts(values.allocatedW);
  const ports = basis === 'typical' && allocated.length > 0 ? allocated
    : readWatts(values.maximumW);
  if (ports.length === 0) return null;
  const active = ports.toSorted((a, b) => b - a)
    .slice(0, Math.max(0, ports.length - values.redundantPorts));
  return active.reduce((sum, watts) => sum + watts, 0) / 1000;
}

function readWatts(text: string): readonly number[] {
  const list = parseNumberList(text, portWatts);
  return list.ok ? list.value : [];
}

/** Devices that stand in racks of one kind, in the order of the list. */
export function devicesIn(inputs: ScenarioInputs, place: RackPlace): readonly DeviceInUse[] {
  const { basis } = inputs.power.values;
  return inputs.rackDevice.flatMap(({ values }): readonly DeviceInUse[] => {
    const here = values.where === place.where
      && (place.where !== 'group' || values.group === place.group);
    const type = here ? inputs.deviceType.find((each) => each.key === values.device)
      : undefined;
    return type === undefined ? []
      : [{ type, count: values.count, powerKw: devicePower(type, basis) }];
  });
}

/** Units a number of devices takes: those of half depth stand back to back in pairs. */
export const stackedUnits = ({ type: { values }, count }: DeviceInUse): number =>
  values.heightU * (values.fullDepth ? count : Math.ceil(count / 2));

/**
 * Sums over the devices of one rack.
 * @example loadOfDevices([]) // { powerKw: 0, liquidKw: 0, weightKg: 0, heightU: 0, ports: 0, priceUsd: 0 }
 */
export function loadOfDevices(devices: readonly DeviceInUse[]): DeviceLoad {
  const sum = (of: (device: DeviceInUse) => number): number =>
    devices.reduce((total, device) => total + of(device), 0);
  const weighed = devices.every(({ type }) => type.values.weightKg !== null);
  return {
    powerKw: sum((d) => (d.powerKw ?? 0) * d.count),
    liquidKw: sum((d) => (d.powerKw ?? 0) * d.count * d.type.values.liquidFraction),
    weightKg: weighed ? sum((d) => (d.type.values.weightKg ?? 0) * d.count) : null,
    heightU: sum(stackedUnits),
    ports: sum((d) => (d.type.values.networkPorts + d.type.values.managementPorts) * d.count),
    priceUsd: sum((d) => (d.type.values.priceUsd ?? 0) * d.count),
  };
}

/**
 * A device as the elevation of its rack draws it; a pair of half-depth devices takes one
 * place.
 */
export function mountDevice(device: DeviceInUse): RackDevice {
  const { type: { values }, count, powerKw } = device;
  const perPlace = values.fullDepth ? 1 : Math.min(2, count);
  const times = (value: number | null): number
    | null => (value === null ? null : value * perPlace);
  return {
    name: perPlace === 2 ? `2 x ${values.name}` : values.name,
    count: Math.ceil(count / perPlace),
    heightU: Math.ceil(values.heightU * 2) / 2,
    weightKg: times(values.weightKg), powerKw: times(powerKw),
    liquidFraction: values.liquidFraction,
    ports: (values.networkPorts + values.managementPorts) * perPlace,
  };
}

/** Racks of switches: ceil(switches / switches per rack). */
export const networkRacks = ({ hall: { values } }: ScenarioInputs, switches: number): number =>
  Math.ceil(switches / values.switchesPerRack);

/** Power of the devices in all network racks, kW. */
export const networkDevicesKw = (inputs: ScenarioInputs, switches: number): number =>
  networkRacks(inputs, switches)
    * loadOfDevices(devicesIn(inputs, { where: 'network' })).powerKw;

/** Whether a device's air goes from the cold aisle to the hot one, as racks draw it. */
const drawsFromFront: ReadonlySet<string> = new Set(['unstated', 'front-to-rear', 'passive']);

/**
 * What a reader must know of the devices in racks: figures nobody stated, and air that
 * goes the wrong way.
 */
export function deviceWarnings(inputs: ScenarioInputs): readonly Warning[] {
  const used = new Set(inputs.rackDevice.map(({ values }) => values.device));
  return inputs.deviceType.filter(({ key }) => used.has(key))
    .flatMap((type): readonly Warning[] => {
      const { name, priceUsd, airflow } = type.values;
      const where = `deviceType.${type.key}`;
      return [
        ...(devicePower(type, inputs.power.values.basis) === null ? [{
          code: 'device-power-absent', where: `${where}.powerKw`,
          text:
            `${name} states no power, so its power and heat are left out; enter its planning power.`,
        }] : []),
        ...(priceUsd === null ? [{
          code: 'device-price-absent', where: `${where}.priceUsd`,
          text:
            `${name} has no price, so it is left out of the cost; enter its price with its source.`,
        }] : []),
        ...(drawsFromFront.has(airflow) ? [] : [{
          code: 'device-airflow', where: `${where}.airflow`,
          text:
            `${name} moves air ${airflow.replaceAll('-', ' ')}, against the aisles of the hall; `
            + 'it needs ducts or other fans.',
        }]),
      ];
    });
}
