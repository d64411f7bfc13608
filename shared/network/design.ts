import type { SwitchModel } from '../catalog/types.ts';
import { sizeClos, splitLeaf } from './clos.ts';
import type { NetworkDesign, NetworkParams } from './types.ts';

/** Why a fabric cannot be designed, with the numbers. */
export type NetworkRefusal =
  | { readonly code: 'no-radix'; readonly switchId: string; readonly gbps: number; readonly known: readonly number[] }
  | { readonly code: 'too-many-endpoints'; readonly endpoints: number; readonly most: number };

/** Ports of a switch at a NIC rate: the stated one, or the next faster rate it states. */
export function radixAt(model: SwitchModel, gbps: number): number | null {
  const fitting = model.radix.filter((r) => r.gbps >= gbps).toSorted((a, b) => a.gbps - b.gbps)[0];
  return fitting?.ports.value ?? null;
}

/**
 * The scale-out fabric of a plan: switch, cable and module counts, its power and its price.
 * Optics: two modules per optical link, twin-port cages halve the count at switches; links inside a rack are copper.
 * @returns counts; power is null when the switch's power is unknown
 * @example designNetwork({ accelerators: 1024, ... }) // 32 leaf, 16 spine at radix 64
 */
export function designNetwork(params: NetworkParams): NetworkDesign | NetworkRefusal {
  const { accelerators, nicGbps, switchModel, topology, oversubscription, prices, switchPowerW, modulePowerW } = params;
  const radix = radixAt(switchModel, nicGbps);
  if (radix === null) return { code: 'no-radix', switchId: switchModel.id, gbps: nicGbps, known: switchModel.radix.map((r) => r.gbps) };
  if (accelerators === 0) return emptyDesign(radix);
  const clos = topology === 'rail-only'
    ? railOnly(accelerators, radix)
    : sizeClos({ endpoints: accelerators, radix, oversubscription });
  if (clos === null) return { code: 'too-many-endpoints', endpoints: accelerators, most: (radix ** 3) / 4 };
  const switches = clos.leaf + clos.spine + clos.core;
  const upCables = clos.leafSpineCables + clos.spineCoreCables;
  const cables = clos.nodeLeafCables + upCables;
  const switchModules = Math.ceil((clos.nodeLeafCables + 2 * upCables) / 2);
  const modules = switchModules + clos.nodeLeafCables;
  const costUsd = (switches * prices.switchUsd + modules * prices.opticUsd + cables * prices.cableUsd) * (1 + params.storageShare);
  const power = switchPowerW ?? switchModel.typicalPowerW?.value ?? null;
  return {
    code: 'ok', radix, ...clos, cables, switchModules, nodeModules: clos.nodeLeafCables, opticsModules: modules, costUsd,
    powerKw: power === null ? null : (switches * power + modules * modulePowerW) / 1000,
    bisectionGbps: (accelerators * nicGbps) / 2 / effectiveOversubscription(radix, oversubscription),
    switchHops: clos.tiers === 3 ? 5 : clos.spine === 0 ? 1 : 3,
  };
}

function effectiveOversubscription(radix: number, oversubscription: number): number {
  const { down, up } = splitLeaf(radix, oversubscription);
  return Math.max(1, down / up);
}

/** Leaves without spines: every rail its own leaves, cross-rail traffic takes the scale-up fabric. */
function railOnly(endpoints: number, radix: number) {
  return { tiers: 2, leaf: Math.ceil(endpoints / radix), spine: 0, core: 0, nodeLeafCables: endpoints, leafSpineCables: 0, spineCoreCables: 0 } as const;
}

function emptyDesign(radix: number): NetworkDesign {
  return {
    code: 'ok', radix, tiers: 2, leaf: 0, spine: 0, core: 0, nodeLeafCables: 0, leafSpineCables: 0, spineCoreCables: 0, cables: 0,
    switchModules: 0, nodeModules: 0, opticsModules: 0, costUsd: 0, powerKw: 0, bisectionGbps: 0, switchHops: 0,
  };
}
