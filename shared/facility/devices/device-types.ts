import { ok, type Result } from '../../units/result.ts';
import { readDocuments, type YamlProblem } from './checked-yaml.ts';
import { deviceTypeShape, moduleTypeShape, rackTypeShape, type Shape } from './device-type-keys.ts';

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
  readonly ports: { readonly network: number; readonly management: number;
    readonly console: number;
    readonly outlets: number };
}

export interface PowerPort {
  readonly name: string;
  readonly maximumW: number | null;
  readonly allocatedW: number | null;
}

/** A part of a device, read from a NetBox module type; it stands in no rack of its own. */
export type ModuleType = Pick<DeviceType, 'manufacturer' | 'model' | 'partNumber' | 'weightKg'
  | 'powerPorts' | 'ports'>;

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

const kgPer: Readonly<Record<string, number>> = { kg: 1, g: 0.001, lb: 0.45359237,
  oz: 0.028349523125 };
const metresPer: Readonly<Record<string, number>> = { mm: 0.001, in: 0.0254 };

type Plain = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOrNull = (value: unknown): number
  | null => (typeof value === 'number' ? value : null);
const list = (value: unknown): readonly Plain[] =>
  (Array.isArray(value) ? (value as readonly Plain[]) : []);

function withUnit(
  value: unknown, unit: unknown, factors: Readonly<Record<string, number>>,
): number | null {
  const factor = typeof unit === 'string' ? factors[unit] : undefined;
  return typeof value === 'number' && factor !== undefined ? value * factor : null;
}

/** A definition of a file with the keys that were left out of it. */
export type Definition = {
  /** First line of the definition, counted from 1. */
  readonly line: number;
  readonly ignored: readonly YamlProblem[];
  /** YAML aliases that were replaced by what they stand for. */
  readonly expanded: number;
} & ({ readonly kind: 'device'; readonly device: DeviceType }
  | { readonly kind: 'module'; readonly module: ModuleType }
  | { readonly kind: 'rack'; readonly rack: RackType });

/** Keys that only a device type has at its top level. */
const ofDevices = ['slug', 'u_height', 'is_full_depth', 'subdevice_role', 'device-bays'];

/** Only rack types have a form factor at their top level; module types have no slug. */
const shapeOf = (keys: ReadonlySet<string>): Shape => {
  if (keys.has('form_factor')) return rackTypeShape;
  const isModule = keys.has('manufacturer') && keys.has('model')
    && !ofDevices.some((key) => keys.has(key));
  return isModule ? moduleTypeShape : deviceTypeShape;
};

/**
 * Reads a file of NetBox device and rack types, one or several documents (YAML of its
 * device type library).
 * @returns every definition with the unknown keys left out of it, or every problem with
 *   its line: missing or
 * wrong values and units, aliases that cannot be replaced, oversize files; nothing is
 *   half-imported
 * @source netbox-community/devicetype-library, schema/devicetype.json and racktype.json
 *   (key names)
 * @example parseDefinitions('manufacturer: Acme\nmodel: X1\nslug: acme-x1').ok // true: one device, 1 U high
 */
export function parseDefinitions(
  yaml: string,
): Result<readonly Definition[], readonly YamlProblem[]> {
  const read = readDocuments(yaml, shapeOf);
  if (!read.ok) return read;
  return ok(read.value.map(({ shape, value, line, ignored, expanded }): Definition => {
    const found = { line, ignored, expanded };
    if (shape === rackTypeShape) return { kind: 'rack', rack: rackOf(value), ...found };
    return shape === moduleTypeShape ? { kind: 'module', module: deviceOf(value), ...found }
      : { kind: 'device', device: deviceOf(value), ...found };
  }));
}

function deviceOf(value: Plain): DeviceType {
  const interfaces = list(value['interfaces']);
  const management = interfaces.filter((i) => i['mgmt_only'] === true).length;
  return {
    manufacturer: text(value['manufacturer']), model: text(value['model']),
    slug: text(value['slug']),
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
      network: interfaces.length - management, management,
      console: list(value['console-ports']).length,
      outlets: list(value['power-outlets']).length,
    },
  };
}

function rackOf(value: Plain): RackType {
  const metres = (key: string): number
    | null => withUnit(value[key], value['outer_unit'], metresPer);
  return {
    manufacturer: text(value['manufacturer']), model: text(value['model']),
    slug: text(value['slug']), heightU: numberOrNull(value['u_height']) ?? 0,
    outerWidthM: metres('outer_width'), outerDepthM: metres('outer_depth'),
    weightKg: withUnit(value['weight'], value['weight_unit'], kgPer),
    maxLoadKg: withUnit(value['max_weight'], value['weight_unit'], kgPer),
  };
}
