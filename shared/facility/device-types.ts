import { ok, type Result } from '../units/result.ts';
import { readShape, type YamlProblem } from './checked-yaml.ts';
import { deviceTypeShape, rackTypeShape } from './device-type-keys.ts';

/** A device as it stands in a rack, read from a NetBox device type. */
export interface DeviceType {
  readonly manufacturer: string;
  readonly model: string;
  readonly slug: string;
  readonly partNumber: string | null;
  readonly heightU: number;
  readonly fullDepth: boolean;
  readonly airflow: string | null;
  readonly weightKg: number | null;
  readonly powerPorts: readonly PowerPort[];
  /** Ports by what they carry. */
  readonly ports: { readonly network: number; readonly management: number; readonly console: number;
    readonly outlets: number };
}

export interface PowerPort {
  readonly name: string;
  readonly maximumW: number | null;
  readonly allocatedW: number | null;
}

/** An empty rack, read from a NetBox rack type. */
export interface RackType {
  readonly manufacturer: string;
  readonly model: string;
  readonly slug: string;
  readonly heightU: number;
  readonly outerWidthM: number | null;
  readonly outerDepthM: number | null;
  readonly weightKg: number | null;
  /** Load the rack carries. */
  readonly maxLoadKg: number | null;
}

const kgPer: Readonly<Record<string, number>> = { kg: 1, g: 0.001, lb: 0.45359237, oz: 0.028349523125 };
const metresPer: Readonly<Record<string, number>> = { mm: 0.001, in: 0.0254 };

type Plain = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const list = (value: unknown): readonly Plain[] => (Array.isArray(value) ? (value as readonly Plain[]) : []);

function withUnit(
  value: unknown, unit: unknown, factors: Readonly<Record<string, number>>,
): number | null {
  const factor = typeof unit === 'string' ? factors[unit] : undefined;
  return typeof value === 'number' && factor !== undefined ? value * factor : null;
}

/**
 * Reads a NetBox device type (YAML of its device type library).
 * @returns the device, or every problem with its line: unknown keys, missing or wrong values and units,
 * anchors and aliases, oversize files; nothing is half-imported
 * @source netbox-community/devicetype-library, schema/devicetype.json (key names)
 * @example parseDeviceType('manufacturer: Acme\nmodel: X1\nslug: acme-x1\nu_height: 2') // heightU 2
 */
export function parseDeviceType(yaml: string): Result<DeviceType, readonly YamlProblem[]> {
  const read = readShape(yaml, deviceTypeShape);
  if (!read.ok) return read;
  const { value } = read;
  const interfaces = list(value['interfaces']);
  const management = interfaces.filter((i) => i['mgmt_only'] === true).length;
  return ok({
    manufacturer: text(value['manufacturer']), model: text(value['model']), slug: text(value['slug']),
    partNumber: value['part_number'] === undefined ? null : text(value['part_number']),
    // NetBox's own defaults where the definition is silent.
    heightU: numberOrNull(value['u_height']) ?? 1, fullDepth: value['is_full_depth'] !== false,
    airflow: value['airflow'] === undefined ? null : text(value['airflow']),
    weightKg: withUnit(value['weight'], value['weight_unit'], kgPer),
    powerPorts: list(value['power-ports']).map((port) => ({
      name: text(port['name']), maximumW: numberOrNull(port['maximum_draw']),
      allocatedW: numberOrNull(port['allocated_draw']),
    })),
    ports: {
      network: interfaces.length - management, management, console: list(value['console-ports']).length,
      outlets: list(value['power-outlets']).length,
    },
  });
}

/**
 * Reads a NetBox rack type.
 * @returns the rack, or every problem with its line
 * @example parseRackType('model: R\nu_height: 48').ok // false: manufacturer, slug, form factor missing
 */
export function parseRackType(yaml: string): Result<RackType, readonly YamlProblem[]> {
  const read = readShape(yaml, rackTypeShape);
  if (!read.ok) return read;
  const { value } = read;
  const metres = (key: string): number | null => withUnit(value[key], value['outer_unit'], metresPer);
  return ok({
    manufacturer: text(value['manufacturer']), model: text(value['model']), slug: text(value['slug']),
    heightU: numberOrNull(value['u_height']) ?? 0, outerWidthM: metres('outer_width'),
    outerDepthM: metres('outer_depth'), weightKg: withUnit(value['weight'], value['weight_unit'], kgPer),
    maxLoadKg: withUnit(value['max_weight'], value['weight_unit'], kgPer),
  });
}

/**
 * Most a device may draw: its power ports' maximum, those of redundant supplies left out.
 * @param redundant supplies held in reserve, e.g. 1 of 5+1
 * @returns kW; null when a port states no draw, or all are redundant
 * @example devicePowerKw({ powerPorts: [3300 W x 6], ... }, 1) // 16.5
 */
export function devicePowerKw(device: DeviceType, redundant: number): number | null {
  const draws = device.powerPorts.map((p) => p.maximumW).toSorted((a, b) => (b ?? 0) - (a ?? 0));
  const active = draws.slice(0, Math.max(0, draws.length - redundant));
  if (active.length === 0 || active.some((w) => w === null)) return null;
  return active.reduce<number>((sum, w) => sum + (w ?? 0), 0) / 1000;
}
