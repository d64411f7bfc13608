import { unreachable } from '../units/result.ts';
import { sizeClos, splitLeaf, uplinkShare, type ClosDesign } from './clos.ts';
import { sizeDragonfly } from './dragonfly.ts';
import { switchHops } from './path.ts';
import { multiPlane, railOnly, railOptimised, singleSwitch } from './rails.ts';
import { sizeTorus, torusFor } from './torus.ts';
import type { NetworkParams, Wiring } from './types.ts';

/** Counts of a fabric of any topology, and how well it carries traffic between its halves. */
export interface SizedTopology {
  readonly counts: ClosDesign;
  readonly switches: number;
  /** Switches (or torus nodes) on the longest path. */
  readonly hops: number;
  readonly bisectionShare: number;
  readonly wiring: Wiring;
}

/** Accelerators of an HGX-class server. */
export const defaultRails = 8;
export const defaultPlanes = 2;
const defaultTorusDimensions = 3;
/**
 * An Ethernet 800G port splits into at most four; InfiniBand leaves go to more tiers
 * instead.
 */
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
  const one = singleSwitch(accelerators, radix);
  const breakout = switchModel.fabric === 'infiniband' ? 1 : ethernetBreakout;
  const shape = { radix, oversubscription, blocks: 1, sharedAbove: true };
  const rails = railsOf(params);
  switch (topology) {
    case 'clos': return closOf(
      one ?? sizeClos({ endpoints: accelerators, radix, oversubscription, breakout }), shape);
    case 'rail': return one !== null ? closOf(one, shape)
      : closOf(railDesign(params, radix), { ...shape, blocks: rails });
    case 'rail-only': {
      const shape = { radix, oversubscription: 1, blocks: rails, sharedAbove: false };
      return closOf(railsAlone(params, radix), shape);
    }
    case 'multi-plane': {
      const planes = params.planes ?? defaultPlanes;
      const design = multiPlane({ endpoints: accelerators, radix, oversubscription }, planes);
      return closOf(design,
        { radix: radix * planes, oversubscription, blocks: planes, sharedAbove: false });
    }
    case 'torus':
      return torusOf(accelerators, params.torusDimensions ?? defaultTorusDimensions);
    case 'dragonfly': return dragonflyOf(accelerators, radix);
    default: return unreachable(topology, 'sizeTopology');
  }
}

interface ClosShape {
  readonly radix: number;
  readonly oversubscription: number;
  readonly blocks: number;
  readonly sharedAbove: boolean;
}

function closOf(counts: ClosDesign | null, shape: ClosShape): SizedTopology | null {
  if (counts === null) return null;
  const { radix, oversubscription, blocks, sharedAbove } = shape;
  return {
    counts, switches: counts.leaf + counts.spine + counts.core,
    hops: switchHops(counts.tiers).most,
    bisectionShare: counts.spine === 0 ? 1 : uplinkShare(radix, oversubscription),
    wiring: {
      kind: 'clos', blocks, sharedAbove, radix,
      leafDown: counts.spine === 0 ? radix : splitLeaf(radix, oversubscription).down,
    },
  };
}

const railsOf = ({ rails = defaultRails, accelerators }: NetworkParams): number =>
  Math.min(rails, accelerators);

function railDesign(params: NetworkParams, radix: number): ClosDesign | null {
  const rails = railsOf(params);
  const nodes = Math.ceil(params.accelerators / rails);
  const design = railOptimised({ nodes, rails, radix }, params.oversubscription);
  return design === null ? null : { ...design, nodeLeafCables: params.accelerators };
}

function railsAlone(params: NetworkParams, radix: number): ClosDesign | null {
  const rails = railsOf(params);
  const design = railOnly({ nodes: Math.ceil(params.accelerators / rails), rails, radix });
  return design === null ? null : { ...design, nodeLeafCables: params.accelerators };
}

/**
 * The NIC rate is shared by the 2n links of a node; a half of the nodes offers half the
 * links of the cut.
 */
function torusOf(accelerators: number, dimensions: number): SizedTopology {
  const sizes = torusFor(accelerators, dimensions);
  const torus = sizeTorus(sizes);
  const cut = torus.bisectionLinks / (2 * dimensions);
  return {
    counts: {
      tiers: 1, leaf: 0, spine: 0, core: 0, nodeLeafCables: torus.links, leafSpineCables: 0,
      spineCoreCables: 0,
    },
    switches: 0, hops: torus.diameter,
    bisectionShare: torus.nodes === 1 ? 1 : Math.min(1, cut / (torus.nodes / 2)),
    wiring: { kind: 'torus', sizes },
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
    wiring: {
      kind: 'dragonfly', groups: fly.groups,
      hostsPerGroup: fly.hostsPerRouter * fly.routersPerGroup,
    },
  };
}
