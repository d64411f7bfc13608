import { unreachable } from '../units/result.ts';
import { sizeClos, uplinkShare, type ClosDesign } from './clos.ts';
import { sizeDragonfly } from './dragonfly.ts';
import { switchHops } from './path.ts';
import { multiPlane, railOnly, railOptimised, singleSwitch } from './rails.ts';
import { sizeTorus, torusFor } from './torus.ts';
import type { NetworkParams } from './types.ts';

/** Counts of a fabric of any topology, and how well it carries traffic between its halves. */
export interface SizedTopology {
  readonly counts: ClosDesign;
  readonly switches: number;
  /** Switches (or torus nodes) on the longest path. */
  readonly hops: number;
  readonly bisectionShare: number;
}

/** Accelerators of an HGX-class server. */
export const defaultRails = 8;
const defaultPlanes = 2;
const defaultTorusDimensions = 3;
/** An Ethernet 800G port splits into at most four; InfiniBand leaves go to more tiers instead. */
const ethernetBreakout = 4;

/**
 * Switches, cables and bisection of the chosen topology.
 * @param params the plan's fabric, accelerators >= 1
 * @param radix ports of a switch at NIC speed
 * @returns null when the topology does not reach that many endpoints
 * @example sizeTopology({ ...params, accelerators: 1024, topology: 'clos' }, 64)?.counts.spine // 16
 */
export function sizeTopology(params: NetworkParams, radix: number): SizedTopology | null {
  const { accelerators, topology, oversubscription, switchModel } = params;
  switch (topology) {
    case 'clos': return closOf(singleSwitch(accelerators, radix) ?? sizeClos({
      endpoints: accelerators, radix, oversubscription, breakout: switchModel.fabric === 'infiniband' ? 1 : ethernetBreakout,
    }), radix, oversubscription);
    case 'rail': return closOf(singleSwitch(accelerators, radix) ?? railDesign(params, radix), radix, oversubscription);
    case 'rail-only': return closOf(railsAlone(params, radix), radix, 1);
    case 'multi-plane': {
      const planes = params.planes ?? defaultPlanes;
      return closOf(multiPlane({ endpoints: accelerators, radix, oversubscription }, planes), radix * planes, oversubscription);
    }
    case 'torus': return torusOf(accelerators, params.torusDimensions ?? defaultTorusDimensions);
    case 'dragonfly': return dragonflyOf(accelerators, radix);
    default: return unreachable(topology, 'sizeTopology');
  }
}

function closOf(counts: ClosDesign | null, radix: number, oversubscription: number): SizedTopology | null {
  if (counts === null) return null;
  return {
    counts, switches: counts.leaf + counts.spine + counts.core, hops: switchHops(counts.tiers).most,
    bisectionShare: counts.spine === 0 ? 1 : uplinkShare(radix, oversubscription),
  };
}

function railDesign(params: NetworkParams, radix: number): ClosDesign | null {
  const rails = Math.min(params.rails ?? defaultRails, params.accelerators);
  const nodes = Math.ceil(params.accelerators / rails);
  const design = railOptimised({ nodes, rails, radix }, params.oversubscription);
  return design === null ? null : { ...design, nodeLeafCables: params.accelerators };
}

function railsAlone(params: NetworkParams, radix: number): ClosDesign | null {
  const rails = Math.min(params.rails ?? defaultRails, params.accelerators);
  const design = railOnly({ nodes: Math.ceil(params.accelerators / rails), rails, radix });
  return design === null ? null : { ...design, nodeLeafCables: params.accelerators };
}

/** The NIC rate is shared by the 2n links of a node; a half of the nodes offers half the links of the cut. */
function torusOf(accelerators: number, dimensions: number): SizedTopology {
  const torus = sizeTorus(torusFor(accelerators, dimensions));
  const cut = torus.bisectionLinks / (2 * dimensions);
  return {
    counts: { tiers: 1, leaf: 0, spine: 0, core: 0, nodeLeafCables: torus.links, leafSpineCables: 0, spineCoreCables: 0 },
    switches: 0, hops: torus.diameter, bisectionShare: torus.nodes === 1 ? 1 : Math.min(1, cut / (torus.nodes / 2)),
  };
}

function dragonflyOf(accelerators: number, radix: number): SizedTopology | null {
  const fly = sizeDragonfly(accelerators, radix);
  if (fly === null) return null;
  return {
    counts: {
      tiers: 2, leaf: fly.routers, spine: 0, core: 0, nodeLeafCables: fly.hostLinks,
      leafSpineCables: fly.localLinks, spineCoreCables: fly.globalLinks,
    },
    switches: fly.routers, hops: fly.groups > 1 ? 4 : 2,
    bisectionShare: fly.groups > 1 ? Math.min(1, fly.bisectionLinks / (accelerators / 2)) : 1,
  };
}
