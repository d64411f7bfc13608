import type { Definition, DeviceType, RackType } from '../../facility/devices/device-types.ts';
import { supplyPower } from '../../facility/devices/supplies.ts';
import type { YamlProblem } from '../../facility/devices/checked-yaml.ts';
import { fieldOf } from '../../project/kinds.ts';
import { printNumberList } from '../../project/number-list.ts';
import type { RecordBody } from '../../project/record.ts';
import { checkValue } from '../../project/validate.ts';
import { ok, refuse, type Result } from '../../units/result.ts';

/** A definition as the record that keeps it. */
export interface KeptDefinition {
  readonly kind: 'deviceType' | 'rackType';
  /** Key wished for: the slug of the type. */
  readonly key: string;
  readonly values: RecordBody['values'];
}

/**
 * Draws of all ports, or nothing where one states none: a sum without it would be too
 * small.
 */
function draws(ports: DeviceType['powerPorts'], of: 'maximumW' | 'allocatedW'): string {
  const watts = ports.flatMap((port) => port[of] ?? []);
  return watts.length < ports.length ? '' : printNumberList(watts);
}

const titled = ({ manufacturer, model }: Pick<DeviceType, 'manufacturer' | 'model'>): string =>
  `${manufacturer} ${model}`;

/** Supplies in reserve: as said, or half of them where all are alike. */
const reserveOf = (device: DeviceType, said: number | 'half'): number =>
  (said === 'half' ? supplyPower(device)?.usualReserve ?? 0 : Math.min(said, device.powerPorts.length));

const deviceValues = (device: DeviceType, redundantPorts: number): RecordBody['values'] => ({
  name: titled(device), slug: device.slug, partNumber: device.partNumber ?? '',
  heightU: device.heightU, fullDepth: device.fullDepth,
  airflow: device.airflow ?? 'unstated', weightKg: device.weightKg,
  maximumW: draws(device.powerPorts, 'maximumW'),
  allocatedW: draws(device.powerPorts, 'allocatedW'), redundantPorts, networkPorts: device.ports.network,
  managementPorts: device.ports.management,
});

const rackValues = (rack: RackType): RecordBody['values'] => ({
  name: titled(rack), slug: rack.slug, heightU: rack.heightU, outerWidthM: rack.outerWidthM,
  outerDepthM: rack.outerDepthM, weightKg: rack.weightKg, maxLoadKg: rack.maxLoadKg,
});

/**
 * Definitions as records of a project.
 * @param reserve supplies in reserve in each device; `half` of those that are alike
 * @returns one record for each, or every value that lies outside what a project holds,
 *   with the line of its
 * definition
 * @example keepDefinitions(parsed.value) // ok: [{ kind: 'deviceType', key: 'acme-x1', values: { heightU: 1, ... } }]
 */
export function keepDefinitions(
  definitions: readonly Definition[], reserve: number | 'half' = 0,
): Result<readonly KeptDefinition[], readonly YamlProblem[]> {
  const kept = definitions.flatMap((each): readonly (KeptDefinition & { readonly line: number })[] => {
    const { line } = each;
    // A module is part of a device: nothing in a project holds one.
    if (each.kind === 'module') return [];
    return [each.kind === 'device'
      ? { kind: 'deviceType', key: each.device.slug.slice(0, 56), line,
        values: deviceValues(each.device, reserveOf(each.device, reserve)) }
      : { kind: 'rackType', key: each.rack.slug.slice(0, 56), line, values: rackValues(each.rack) }];
  });
  const problems = kept.flatMap((each) => problemsOf(each, each.line));
  return problems.length > 0 ? refuse(problems)
    : ok(kept.map(({ kind, key, values }) => ({ kind, key, values })));
}

/** Values that no record of the kind holds. */
function problemsOf({ kind, values }: KeptDefinition, line: number): readonly YamlProblem[] {
  return Object.entries(values).flatMap(([at, value]): readonly YamlProblem[] => {
    const field = fieldOf(kind, at);
    const checked = field === undefined ? ok(value) : checkValue(field, value, at);
    if (checked.ok) return [];
    const { error } = checked;
    const detail = error.code === 'range'
      ? `${at} is ${error.got}; ${error.min} to ${error.max} ${error.unit} expected`
      : `${at} cannot be kept`;
    return [{ code: 'out-of-range', line, at, detail }];
  });
}
