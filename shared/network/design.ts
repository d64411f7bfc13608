import { unreachable } from '../units/result.ts';
import { auxiliarySwitches, fabricBill } from './fabric-bill.ts';
import { portsPerCage, radixAt } from './cages.ts';
import { closReach, type ClosDesign } from './clos.ts';
import { sizeDragonfly } from './dragonfly.ts';
import type { LinkLengths } from './lengths.ts';
import { chooseMedium, countModules, mediaByReach, type LinkMedium } from './media.ts';
import { bisectionGbps, latencyNs } from './path.ts';
import { defaultPlanes, defaultRails, sizeTopology, type SizedTopology } from './topology.ts';
import type { NetworkDesign, NetworkParams } from './types.ts';

/** Why a fabric cannot be designed, with the numbers. */
export type NetworkRefusal =
  | {
    readonly code: 'no-radix'; readonly switchId: string; readonly gbps: number;
    readonly known: readonly number[];
  }
  | { readonly code: 'too-many-endpoints'; readonly endpoints: number; readonly most: number };

/** Within one hall, and within the reach of multi-mode fibre. */
const defaultLengths: LinkLengths = { nodeLeafM: 30, leafSpineM: 30, spineCoreM: 30 };
/** Send and receive side of the cards; assumed, software comes on top. */
const defaultNicNs = 1000;
/**
 * Servers with 400G ports pair them in twin-port modules (DGX SuperPOD H100 RA: 4 modules
 * for 8 ports).
 */
const twinPortUpToGbps = 400;

/**
 * The scale-out fabric of a plan: switch, cable and module counts, power, price,
 * bisection, latency and bill. Optics: a module per cage at both ends of every optical
 * link; links of up to 2 m are copper and need none. Cost = (switches + modules + cables
 * at their prices) x (1 + share of storage and management networks).
 * @param params see `NetworkParams`
 * @returns the design, its power null when the switch's power is unknown; or a refusal
 *   with the numbers
 * @throws RangeError on a negative number of accelerators or oversubscription < 1
 * @source DGX SuperPOD reference architectures; Dally and Towles for direct networks
 * @example designNetwork({ ...params, accelerators: 1024, switchModel: qm9700 }) // { leaf: 32, spine: 16 }
 */
export function designNetwork(params: NetworkParams): NetworkDesign | NetworkRefusal {
  const { accelerators, nicGbps, switchModel } = params;
  if (!(accelerators >= 0)) throw new RangeError(`accelerators is ${accelerators}`);
  const ports = radixAt(switchModel, nicGbps);
  if (ports === null) {
    const known = switchModel.radix.map((rate) => rate.gbps);
    return { code: 'no-radix', switchId: switchModel.id, gbps: nicGbps, known };
  }
  // Half of the ports go up: an odd one is left free.
  const radix = ports - (ports % 2);
  const sized = accelerators === 0 ? nothing : sizeTopology(params, radix);
  if (sized === null) {
    return { code: 'too-many-endpoints', endpoints: accelerators,
      most: mostEndpoints(params, radix) };
  }
  return completeDesign(params, radix, sized);
}

const nothing: SizedTopology = {
  counts: { tiers: 1, leaf: 0, spine: 0, core: 0, nodeLeafCables: 0, leafSpineCables: 0,
    spineCoreCables: 0 },
  switches: 0, hops: 0, bisectionShare: 1,
  wiring: { kind: 'clos', blocks: 1, sharedAbove: true, radix: 2, leafDown: 1 },
};

/** Endpoints the topology reaches with this switch. */
function mostEndpoints(
  { topology, oversubscription, planes, rails }: NetworkParams, radix: number,
): number {
  switch (topology) {
    case 'multi-plane': return closReach(radix * (planes ?? defaultPlanes), oversubscription);
    case 'rail-only': return closReach(radix, 1) * (rails ?? defaultRails);
    case 'dragonfly': return sizeDragonfly(1, radix)?.reach ?? 1;
    case 'clos': case 'rail': case 'torus': return closReach(radix, oversubscription);
    default: return unreachable(topology, 'mostEndpoints');
  }
}

function completeDesign(
  params: NetworkParams, radix: number, sized: SizedTopology,
): NetworkDesign {
  const { accelerators, nicGbps, switchModel, topology } = params;
  const { counts, switches, hops } = sized;
  const lengths = params.lengths ?? defaultLengths;
  const optics = countOptics(params, radix, counts, lengths);
  const cables = counts.nodeLeafCables + counts.leafSpineCables + counts.spineCoreCables;
  const opticsModules = optics.switchModules + optics.nodeModules;
  const switchW = switches === 0 ? 0
    : params.switchPowerW ?? switchModel.typicalPowerW?.value ?? null;
  const switchNs = params.switchNs ?? switchModel.latencyNs?.value ?? null;
  const pathM = longestPathM(counts, lengths);
  const bill = fabricBill({ ...params, switches, opticsModules, cables, counts });
  return {
    code: 'ok', topology, endpoints: accelerators, radix, ...counts, switches, cables,
    ...optics,
    opticsModules, costUsd: bill.costUsd,
    powerKw: switchW === null ? null
      : (switches * switchW + opticsModules * params.modulePowerW) / 1000,
    bisectionGbps: bisectionGbps(accelerators, nicGbps, sized.bisectionShare),
    bisectionShare: sized.bisectionShare,
    switchHops: hops, pathM,
    latencyNs: switchNs === null ? null : latencyNs({
      hops, switchNs, lengthM: pathM, nicNs: params.nicNs ?? defaultNicNs,
      messageBytes: 0, gbps: nicGbps,
    }),
    auxiliary: auxiliarySwitches(params), wiring: sized.wiring, bill: bill.lines,
  };
}

function longestPathM(counts: ClosDesign, lengths: LinkLengths): number {
  const { nodeLeafCables, leafSpineCables, spineCoreCables } = counts;
  return 2 * ((nodeLeafCables > 0 ? lengths.nodeLeafM : 0)
    + (leafSpineCables > 0 ? lengths.leafSpineM : 0)
    + (spineCoreCables > 0 ? lengths.spineCoreM : 0));
}

const tiers = ['nodeLeafM', 'leafSpineM', 'spineCoreM'] as const;

/** The longest medium stands in where a link is too long; `beyondReach` then names the tier. */
const mediumOf = (lengthM: number): LinkMedium =>
  (chooseMedium(lengthM) ?? mediaByReach.at(-1))?.medium ?? 'single-mode';

function countOptics(
  params: NetworkParams, radix: number, counts: ClosDesign, lengths: LinkLengths,
) {
  const media = {
    nodeLeaf: mediumOf(lengths.nodeLeafM), leafSpine: mediumOf(lengths.leafSpineM),
    spineCore: mediumOf(lengths.spineCoreM),
  };
  const optical = (links: number, medium: LinkMedium): number =>
    (medium === 'copper' ? 0 : links);
  const nodeLinks = optical(counts.nodeLeafCables, media.nodeLeaf);
  const switchLinks = optical(counts.leafSpineCables, media.leafSpine)
    + optical(counts.spineCoreCables, media.spineCore);
  const modules = countModules({
    nodeLinks, switchLinks, portsPerSwitchCage: portsPerCage(params.switchModel, radix),
    portsPerNodeCage: params.nicGbps <= twinPortUpToGbps ? 2 : 1,
  });
  const all = counts.nodeLeafCables + counts.leafSpineCables + counts.spineCoreCables;
  return {
    media, ...modules, copperCables: all - nodeLinks - switchLinks,
    beyondReach: tiers.filter((tier) => chooseMedium(lengths[tier]) === null),
  };
}
