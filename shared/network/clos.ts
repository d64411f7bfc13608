/** Switch and cable counts of a folded Clos network. Cables are links between tiers; `core` is 0 in two tiers. */
export interface ClosDesign {
  readonly tiers: 2 | 3;
  readonly leaf: number;
  readonly spine: number;
  readonly core: number;
  readonly nodeLeafCables: number;
  readonly leafSpineCables: number;
  readonly spineCoreCables: number;
}

export interface ClosParams {
  /** Ports to connect: accelerators times NICs, >= 1. */
  readonly endpoints: number;
  /** Ports of a switch at NIC speed, even and >= 2. */
  readonly radix: number;
  /** Downlink over uplink bandwidth at the leaf, >= 1; default 1 (non-blocking). */
  readonly oversubscription?: number;
  /** Links one spine port may be split into so that a leaf reaches more spines in two tiers; default 1. */
  readonly breakout?: number;
  /** Rails with spines of their own: the spine rule then applies to each rail's leaves; default 1. */
  readonly railPlanes?: number;
}

const ceilDiv = (a: number, b: number): number => Math.ceil(a / b - 1e-12);

/**
 * Smallest divisor of `n` that is at least `least`, so that uplinks spread evenly.
 * @example smallestDivisorFrom(72, 16) // 18
 */
export function smallestDivisorFrom(n: number, least: number): number {
  for (let d = Math.max(1, least); d <= n; d++) if (n % d === 0) return d;
  return Math.max(n, least);
}

/** Downlinks and uplinks of a leaf: floor(k o / (1 + o)) down, the rest up. */
export function splitLeaf(radix: number, oversubscription: number): { readonly down: number; readonly up: number } {
  const down = Math.floor((radix * oversubscription) / (1 + oversubscription) + 1e-9);
  return { down, up: radix - down };
}

/**
 * Sizes a two-tier Clos where it reaches, else three tiers.
 * Two tiers: leaf = ceil(E / down); spine = smallest divisor of the uplinks >= ceil(leaf * up / k), or exactly that
 * with breakout. Three tiers: leaf = ceil(E / down), spine = ceil(leaf * up / (k/2)), core = ceil(spine / 2).
 * Cables above the nodes count every port of the design, used or not.
 * @returns null when three tiers do not reach either: E > k^3/4 (non-blocking)
 * @throws RangeError on endpoints < 1, an odd or small radix, or oversubscription < 1
 * @see DGX SuperPOD reference architectures, tables of switch and cable counts
 * @example sizeClos({ endpoints: 2048, radix: 64 }) // { tiers: 2, leaf: 64, spine: 32, core: 0, ... }
 */
export function sizeClos(params: ClosParams): ClosDesign | null {
  const { endpoints, radix, oversubscription = 1, breakout = 1, railPlanes = 1 } = params;
  if (!(endpoints >= 1)) throw new RangeError(`endpoints is ${endpoints}`);
  if (!(radix >= 2) || radix % 2 !== 0) throw new RangeError(`radix is ${radix}`);
  if (!(oversubscription >= 1)) throw new RangeError(`oversubscription is ${oversubscription}`);
  const { down, up } = splitLeaf(radix, oversubscription);
  if (up < 1 || down < 1) throw new RangeError(`radix ${radix} leaves no uplink at oversubscription ${oversubscription}`);
  const leaf = ceilDiv(endpoints, down);
  const uplinks = ceilDiv(endpoints * up, down);
  if (leaf <= radix * breakout) return twoTiers({ endpoints, leaf, up, uplinks, radix, breakout, railPlanes });
  const spine = ceilDiv(uplinks, radix / 2);
  const core = ceilDiv(uplinks, radix);
  return core > (radix * radix) / 4 ? null
    : { tiers: 3, leaf, spine, core, nodeLeafCables: endpoints, leafSpineCables: uplinks, spineCoreCables: uplinks };
}

interface TwoTier {
  readonly endpoints: number;
  readonly leaf: number;
  readonly up: number;
  readonly uplinks: number;
  readonly radix: number;
  readonly breakout: number;
  readonly railPlanes: number;
}

function twoTiers({ endpoints, leaf, up, uplinks, radix, breakout, railPlanes }: TwoTier): ClosDesign {
  const perPlane = ceilDiv(leaf, railPlanes);
  const least = ceilDiv(perPlane * up, radix);
  const spine = (leaf > radix || breakout > 1 ? least : smallestDivisorFrom(up, least)) * railPlanes;
  return { tiers: 2, leaf, spine, core: 0, nodeLeafCables: endpoints, leafSpineCables: uplinks, spineCoreCables: 0 };
}

/** Share of the leaf's downlink bandwidth that reaches the spine: 1 / oversubscription of the integer split. */
export function uplinkShare(radix: number, oversubscription: number): number {
  const { down, up } = splitLeaf(radix, oversubscription);
  return Math.min(1, up / down);
}
