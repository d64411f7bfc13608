import { sizeClos, splitLeaf, type ClosDesign } from './clos.ts';

/**
 * Networks whose leaves belong to one rail (the accelerators of equal place in their
 * nodes) or one plane.
 */
export interface RailParams {
  /** Nodes to connect, >= 1. */
  readonly nodes: number;
  /** Accelerators of a node, each on its own rail, >= 1. */
  readonly rails: number;
  /** Ports of a switch at NIC speed, even and >= 2. */
  readonly radix: number;
}

const scale = (design: ClosDesign, by: number): ClosDesign => ({
  tiers: design.tiers, leaf: design.leaf * by, spine: design.spine * by, core: design.core * by,
  nodeLeafCables: design.nodeLeafCables * by, leafSpineCables: design.leafSpineCables * by,
  spineCoreCables: design.spineCoreCables * by,
});

/**
 * Rail-optimised Clos: accelerator i of every node on the leaves of rail i. leaf = rails
 * x ceil(nodes / down); above the leaves a Clos of the ports those leaves offer to nodes,
 * with one set of spines for all rails in two tiers and a group of spines for each rail
 * below the cores in three.
 * @returns null when three tiers do not reach
 * @throws RangeError as `sizeClos`
 * @example railOptimised({ nodes: 127, rails: 8, radix: 64 }, 1)?.leaf // 32
 */
export function railOptimised(params: RailParams, oversubscription: number): ClosDesign | null {
  const { nodes, rails, radix } = params;
  const { down } = splitLeaf(radix, oversubscription);
  const offered = { endpoints: Math.ceil(nodes / down) * down * rails, radix,
    oversubscription };
  const shared = sizeClos(offered);
  const full = shared?.tiers === 3 ? sizeClos({ ...offered, tiers: 3, railPlanes: rails })
    : shared;
  return full === null ? null : { ...full, nodeLeafCables: nodes * rails };
}

/**
 * Rails without common spines: each rail is a network of its own, a single switch while
 * nodes <= radix, a Clos beyond. Traffic between rails goes over the scale-up fabric.
 * @returns null when three tiers do not reach
 * @example railOnly({ nodes: 64, rails: 8, radix: 64 }) // { tiers: 1, leaf: 8, spine: 0, ... }
 */
export function railOnly({ nodes, rails, radix }: RailParams): ClosDesign | null {
  const rail = singleSwitch(nodes, radix) ?? sizeClos({ endpoints: nodes, radix });
  return rail === null ? null : scale(rail, rails);
}

/**
 * Planes that each carry 1/p of the NIC rate, so that a switch offers p times the ports:
 * a flatter network. Every count is p times that of one plane; cables are links at 1/p of
 * the rate.
 * @param planes p, >= 1
 * @returns null when three tiers do not reach
 * @example multiPlane({ endpoints: 4096, radix: 64 }, 2)?.tiers // 2, where one plane needs three tiers
 */
export function multiPlane(
  params: {
    readonly endpoints: number; readonly radix: number; readonly oversubscription?: number
  },
  planes: number,
): ClosDesign | null {
  if (!(planes >= 1) || !Number.isInteger(planes)) throw new RangeError(`planes is ${planes}`);
  const plane = sizeClos({ ...params, radix: params.radix * planes });
  return plane === null ? null : scale(plane, planes);
}

/**
 * One switch that connects everything, while its ports last.
 * @example singleSwitch(64, 64)?.leaf // 1
 */
export function singleSwitch(endpoints: number, radix: number): ClosDesign | null {
  if (endpoints > radix) return null;
  return {
    tiers: 1, leaf: 1, spine: 0, core: 0, nodeLeafCables: endpoints, leafSpineCables: 0,
    spineCoreCables: 0,
  };
}
