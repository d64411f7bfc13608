import { billLine, noPrice, type BillLine } from './bill.ts';
import { countModules } from './media.ts';
import { railOptimised } from './rails.ts';

/**
 * How a scalable unit of the DGX SuperPOD family is put together. Counts per unit of the
 * reference bill: DGX SuperPOD H100 RA-11333-001 V11, tables 7-8 (four units).
 */
export interface UnitRules {
  /** Accelerators of a node, one rail and one compute port each. */
  readonly rails: number;
  readonly nodesPerUnit: number;
  readonly nodesPerRack: number;
  /** Compute ports that share a module cage, at the switch and at the node. */
  readonly portsPerCage: number;
  readonly radix: number;
  readonly storageSwitchesPerUnit: number;
  readonly inBandSwitchesPerUnit: number;
  readonly outOfBandSwitchesPerUnit: number;
  /** Racks for switches and servers: one per unit and two for what the units share. */
  readonly sharedManagementRacks: number;
  readonly pdusPerComputeRack: number;
  readonly pdusPerManagementRack: number;
  readonly fabricManagers: number;
  readonly managementServers: number;
  readonly inBandLinksPerNode: number;
}

/**
 * The H100 generation: 8 rails on 64-port QM9700, 32 nodes to a unit of which one place
 * goes to the managers.
 */
export const h100Unit: UnitRules = {
  rails: 8, nodesPerUnit: 32, nodesPerRack: 4, portsPerCage: 2, radix: 64,
  storageSwitchesPerUnit: 4, inBandSwitchesPerUnit: 2, outOfBandSwitchesPerUnit: 2,
  sharedManagementRacks: 2,
  pdusPerComputeRack: 3, pdusPerManagementRack: 2, fabricManagers: 4, managementServers: 4,
  inBandLinksPerNode: 2,
};

/**
 * The GB200 generation: 8 racks of 18 trays with 4 accelerators each, 1.2 MW. Its five
 * fabrics use QM9700 and SN5600; their counts per unit were not found and are therefore
 * not given.
 * @source DGX SuperPOD GB200 reference architecture, docs.nvidia.com
 */
export const gb200Unit =
  { racksPerUnit: 8, traysPerRack: 18, acceleratorsPerTray: 4, unitPowerMw: 1.2 } as const;

const line = (
  item: string, model: string | null, count: number, derivation: string,
): BillLine =>
  billLine(item, model, count, noPrice, derivation);

/**
 * Bill of materials of a pod of scalable units: nodes, racks, compute fabric, storage and
 * management networks. One node place of the pod is left to the fabric managers, so nodes
 * = units x nodes per unit - 1. Switch modules are bought for every port the leaves
 * offer, node modules for the nodes there are.
 * @param units >= 1
 * @throws RangeError when units is not a whole number >= 1, or three tiers do not reach
 * @source DGX SuperPOD H100 RA-11333-001 V11, tables 7-8
 * @example superpodBill(4).find((l) => l.item === 'compute switches')?.count // 48
 */
export function superpodBill(units: number, rules: UnitRules = h100Unit): readonly BillLine[] {
  if (!Number.isInteger(units) || units < 1) throw new RangeError(`units is ${units}`);
  const nodes = units * rules.nodesPerUnit - 1;
  const fabric = railOptimised({ nodes, rails: rules.rails, radix: rules.radix }, 1);
  if (fabric === null)
    throw new RangeError(`${units} units exceed three tiers of radix ${rules.radix}`);
  const uplinks = fabric.leafSpineCables + fabric.spineCoreCables;
  const offered = units * rules.nodesPerUnit * rules.rails;
  const cages = { portsPerSwitchCage: rules.portsPerCage,
    portsPerNodeCage: rules.portsPerCage };
  const atSwitches =
    countModules({ nodeLinks: offered, switchLinks: uplinks, ...cages }).switchModules;
  const atNodes =
    countModules({ nodeLinks: fabric.nodeLeafCables, switchLinks: 0, ...cages }).nodeModules;
  return [
    ...rackLines(units, nodes, rules),
    line('compute switches', 'QM9700', fabric.leaf + fabric.spine + fabric.core,
      `${fabric.leaf} leaf + ${fabric.spine} spine + ${fabric.core} core`),
    line('storage switches', 'QM9700', units * rules.storageSwitchesPerUnit,
      `${rules.storageSwitchesPerUnit} per unit`),
    line('in-band switches', 'SN4600C', units * rules.inBandSwitchesPerUnit,
      `${rules.inBandSwitchesPerUnit} per unit`),
    line('out-of-band switches', 'SN2201', units * rules.outOfBandSwitchesPerUnit,
      `${rules.outOfBandSwitchesPerUnit} per unit`),
    line('fabric manager appliances', 'UFM', rules.fabricManagers,
      'a pair each for compute and storage'),
    line('management servers', null, rules.managementServers,
      'cluster management and scheduler'),
    line('compute fibre cables', 'NDR400', fabric.nodeLeafCables + uplinks,
      `${fabric.nodeLeafCables} node-leaf + ${uplinks} between switches`),
    line('switch modules', 'twin-port OSFP', atSwitches,
      `(${offered} leaf ports + 2 x ${uplinks} uplink ports) / ${rules.portsPerCage}`),
    line('node modules', 'twin-port OSFP', atNodes,
      `${rules.rails / rules.portsPerCage} per node x ${nodes}`),
    line('fabric manager modules', 'OSFP', rules.fabricManagers, 'one per appliance'),
    line('in-band cables', '200G AOC', nodes * rules.inBandLinksPerNode,
      `${rules.inBandLinksPerNode} per node x ${nodes}`),
  ];
}

function rackLines(units: number, nodes: number, rules: UnitRules): readonly BillLine[] {
  const compute = Math.ceil(nodes / rules.nodesPerRack);
  const management = units + rules.sharedManagementRacks;
  const pdus = compute * rules.pdusPerComputeRack + management * rules.pdusPerManagementRack;
  return [
    line('racks', null, compute + management,
      `${compute} compute + ${management} management and network`),
    line('nodes', 'DGX H100', nodes,
      `${units} x ${rules.nodesPerUnit} - 1 for the fabric managers`),
    line('rack PDUs', null, pdus,
      `${compute} x ${rules.pdusPerComputeRack} + ${management} x ${rules.pdusPerManagementRack}`),
  ];
}
