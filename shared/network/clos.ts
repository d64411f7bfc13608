/**
 * Switch and cable counts of a folded Clos network. Cables are links between tiers; `core` is 0 in two tiers,
 * `spine` is 0 in one (a single switch, or rails without spines).
 */
export interface ClosDesign {
  readonly tiers: 1 | 2 | 3;
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
  /** Links one port may be split into so that a leaf reaches more spines in two tiers; default 1. */
  readonly breakout?: number;
  /** Rails with spines of their own: the spine rule then applies to each rail's leaves; default 1. */
  readonly railPlanes?: number;
}

/** Forgives the last bits of a division, so that 128.00000000001 leaves are 128. */
const ceilDiv = (a: number, b: number): number => Math.ceil(a / b - 1e-9);

/**
 * Smallest divisor of `n` that is at least `least`, so that uplinks spread evenly; `least` itself beyond `n`.
 * @example smallestDivisorFrom(72, 16) // 18
 */
export function smallestDivisorFrom(n: number, least: number): number {
  for (let d = Math.max(1, least); d <= n; d++) if (n % d === 0) return d;
  return Math.max(n, least);
}

export interface LeafSplit {
  readonly down: number;
  readonly up: number;
}

/**
 * Downlinks and uplinks of a leaf: floor(k o / (1 + o)) down, the rest up.
 * @example splitLeaf(64, 3) // { down: 48, up: 16 }
 */
export function splitLeaf(radix: number, oversubscription: number): LeafSplit {
  const down = Math.floor((radix * oversubscription) / (1 + oversubscription) + 1e-9);
  return { down, up: radix - down };
}

/** Share of the leaf's downlink bandwidth that reaches the spine: 1 / oversubscription of the integer split. */
export function uplinkShare(radix: number, oversubscription: number): number {
  const { down, up } = splitLeaf(radix, oversubscription);
  return Math.min(1, up / down);
}

/**
 * Sizes a two-tier Clos where it reaches, else three tiers.
 * Two tiers (leaves <= radix x breakout): leaf = ceil(E / down); spine = smallest divisor of a leaf's uplinks that
 * is >= ceil(leaf up / k), or exactly that with breakout, which spreads any number evenly.
 * Three tiers: leaf = ceil(E / down), spine = ceil(uplinks / (k/2)), core = ceil(uplinks / k).
 * Cables between two tiers count one link per endpoint, times up / down.
 * @param params shape of the network; non-blocking two tiers reach E <= k^2/2, three E <= k^3/4
 * @returns null when three tiers do not reach either
 * @throws RangeError on endpoints < 1, an odd or small radix, oversubscription < 1, breakout or planes < 1
 * @see DGX SuperPOD reference architectures, tables of switch and cable counts
 * @example sizeClos({ endpoints: 2048, radix: 64 }) // { tiers: 2, leaf: 64, spine: 32, core: 0, ... }
 */
export function sizeClos(params: ClosParams): ClosDesign | null {
  const { endpoints, radix, oversubscription = 1, breakout = 1, railPlanes = 1 } = params;
  requireClos(endpoints, radix, oversubscription, breakout, railPlanes);
  const { down, up } = splitLeaf(radix, oversubscription);
  if (up < 1) throw new RangeError(`radix ${radix} leaves no uplink at oversubscription ${oversubscription}`);
  const leafPerPlane = ceilDiv(endpoints / railPlanes, down);
  const leaf = leafPerPlane * railPlanes;
  const uplinks = ceilDiv(endpoints * up, down);
  if (leafPerPlane <= radix * breakout) {
    const least = ceilDiv(leafPerPlane * up, radix);
    const spine = (breakout > 1 ? least : smallestDivisorFrom(up, least)) * railPlanes;
    return {
      tiers: 2, leaf, spine, core: 0, nodeLeafCables: endpoints, leafSpineCables: uplinks, spineCoreCables: 0,
    };
  }
  const spine = ceilDiv(uplinks, radix / 2);
  const core = ceilDiv(uplinks, radix);
  // A core switch reaches k pods of k/2 leaves each: beyond k^2/4 core switches no pod can be wired to all.
  if (core > (radix * radix) / 4) return null;
  return {
    tiers: 3, leaf, spine, core, nodeLeafCables: endpoints, leafSpineCables: uplinks, spineCoreCables: uplinks,
  };
}

function requireClos(
  endpoints: number, radix: number, oversubscription: number, breakout: number, railPlanes: number,
): void {
  if (!(endpoints >= 1)) throw new RangeError(`endpoints is ${endpoints}`);
  if (!(radix >= 2) || radix % 2 !== 0) throw new RangeError(`radix is ${radix}`);
  if (!(oversubscription >= 1)) throw new RangeError(`oversubscription is ${oversubscription}`);
  if (!(breakout >= 1)) throw new RangeError(`breakout is ${breakout}`);
  if (!(railPlanes >= 1)) throw new RangeError(`railPlanes is ${railPlanes}`);
}
