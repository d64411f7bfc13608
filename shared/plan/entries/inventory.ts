import type { PlacedDevice } from '../../import/device/types.ts';
import type { RecordBody } from '../../project/record.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import { ok, refuse, type Result } from '../../units/result.ts';

/** What a scenario knows that an inventory can be placed by. */
export interface InventoryHome {
  /** Keys of the rack groups. */
  readonly groups: readonly string[];
  readonly deviceTypes: readonly {
    readonly key: string; readonly name: string; readonly slug: string;
  }[];
}

export type InventoryProblem =
  | { readonly code: 'place'; readonly groups: readonly string[] }
  | { readonly code: 'no-racks' }
  | { readonly code: 'uneven'; readonly type: string; readonly devices: number;
    readonly racks: number }
  | { readonly code: 'unknown-type'; readonly types: readonly string[] };

/** A device of every rack, as a record holds it. */
export interface PlacedRecord {
  readonly kind: 'rackDevice';
  readonly key: string;
  readonly values: RecordBody['values'];
}

/**
 * What an inventory is placed by, as a scenario has it.
 * @example homeOf({ rackGroup: [], deviceType: [] }).groups // []
 */
export const homeOf = (
  { rackGroup, deviceType }: Pick<ScenarioInputs, 'rackGroup' | 'deviceType'>,
): InventoryHome => ({
  groups: rackGroup.map(({ key }) => key),
  deviceTypes: deviceType.map(({ key, values }) =>
    ({ key, name: values.name, slug: values.slug })),
});

const slugOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-');

const typeCalled = ({ deviceTypes }: InventoryHome, type: string) =>
  deviceTypes.find(({ name, slug }) => slug === type || slug === slugOf(type)
    || name.endsWith(` ${type}`) || slugOf(name) === slugOf(type));

/**
 * The devices of an inventory as entries of the racks of a group, of the network or of
 * storage: a project holds devices per rack, so that all its racks have to hold the same.
 * @param where 'network', 'storage' or the key of a rack group; null where nobody said
 * @returns one record for each type, or why the inventory cannot be kept so
 * @example placeInventory([], 'network', { groups: [], deviceTypes: [] }).ok // false: it names no rack
 */
export function placeInventory(
  devices: readonly PlacedDevice[], where: string | null, home: InventoryHome,
): Result<readonly PlacedRecord[], InventoryProblem> {
  const inRacks = devices.filter(({ rack }) => rack !== '');
  const racks = new Set(inRacks.map(({ rack, site }) => `${site}/${rack}`)).size;
  if (racks === 0) return refuse({ code: 'no-racks' });
  const types = [...Map.groupBy(inRacks, ({ deviceType }) => deviceType)]
    .map(([type, { length }]) => ({ type, devices: length, known: typeCalled(home, type) }));
  const uneven = types.find((each) => each.devices % racks !== 0);
  if (uneven !== undefined)
    return refuse({ code: 'uneven', type: uneven.type, devices: uneven.devices, racks });
  const unknown = types.flatMap(({ type, known }) => (known === undefined ? [type] : []));
  if (unknown.length > 0) return refuse({ code: 'unknown-type', types: unknown });
  if (where === null || !['network', 'storage', ...home.groups].includes(where))
    return refuse({ code: 'place', groups: home.groups });
  const isGroup = home.groups.includes(where);
  return ok(types.flatMap(({ type, devices: count, known }) => (known === undefined ? [] : [{
    kind: 'rackDevice' as const, key: slugOf(type).slice(0, 40),
    values: { name: type.slice(0, 120), device: known.key, where: isGroup ? 'group' : where,
      group: isGroup ? where : '', count: count / racks },
  }])));
}

/**
 * Why an inventory cannot be kept, in words.
 * @example explainInventory({ code: 'no-racks' }) // 'none of its devices stands in a rack'
 */
export function explainInventory(problem: InventoryProblem): string {
  switch (problem.code) {
    case 'no-racks':
      return 'none of its devices stands in a rack';
    case 'uneven':
      return `its racks do not hold the same devices (${problem.devices} × ${problem.type} in ${
        problem.racks} racks); the project holds devices per rack`;
    case 'unknown-type':
      return `the project has no device type ${problem.types.join(', ')}; import ${
        problem.types.length === 1 ? 'it' : 'them'} first`;
    case 'place':
      return `say in which racks they stand: network, storage or a rack group (${
        problem.groups.join(', ')})`;
  }
}
