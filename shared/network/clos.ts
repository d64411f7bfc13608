/**
 * Switch and cable counts of a folded Clos network. Cables are links between tiers;
 * `core` is 0 in two tiers, `spine` is 0 in one (a single switch, or rails without
 * spines).
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
  /**
   * Links one port may be split into so that a leaf reaches more spines in two tiers;
   * default 1.
   */
  readonly breakout?: number;
  /**
   * Rails with spines of their own: the spine rule then applies to each rail's leaves;
   * default 1.
   */
  readonly railPlanes?: number;
  /** Tiers to build; default the fewest that reach. */
  readonly tiers?: 2 | 3;
  /** Uplinks that are cabled: one per endpoint (default), or every uplink of every leaf. */
  readonly uplinks?: 'per-endpoint' | 'whole-leaves';
}

/** Forgives the last bits of a division, so that 128.00000000001 leaves are 128. */
const ceilDiv = (a: number, b: number): number => Math.ceil(a / b - 1e-9);

/**
 * Smallest divisor of `n` that is at least `least`, so that uplinks spread evenly;
 * `least` itself beyond `n`.
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

/**
 * Share of the leaf's downlink bandwidth that reaches the spine: 1 / oversubscription of
 * the integer split.
 */
export function uplinkShare(radix: number, oversubscription: number): number {
  const { down, up } = splitLeaf(radix, oversubscription);
  return Math.min(1, up / down);
}

/**
 * Most endpoints of three tiers: a core switch reaches k pods of k/2 leaves, so k^2/4
 * cores carry k^3/4 uplinks.
 * @example closReach(64, 1) // 65536
 */
export function closReach(radix: number, oversubscription: number): number {
  const { down, up } = splitLeaf(radix, oversubscription);
  return Math.floor((radix ** 3 / 4) * (down / up) + 1e-9);
}

/**
 * Sizes a Clos network of the fewest tiers that reach, or of the tiers asked for.
 * leaf = ceil(E / down). Spines take the leaves' uplinks, k ports each in two tiers and
 * k/2 in three, and their number is the smallest divisor of a leaf's uplinks that
 * suffices, so that uplinks spread evenly; with breakout, or beyond a leaf's uplinks
 * (pods), exactly what suffices. core = ceil(uplinks / k). Each rail plane has its own
 * leaves and spines, to which the rule applies by itself; cores join the planes.
 * @param params two tiers hold up to k leaves a plane (k^2/2 endpoints, non-blocking),
 *   three k^3/4 endpoints
 * @returns null when the tiers do not reach
 * @throws RangeError on endpoints < 1, an odd or small radix, oversubscription < 1,
 *   breakout or planes < 1
 * @see DGX SuperPOD reference architectures, tables of switch and cable counts
 * @example sizeClos({ endpoints: 2048, radix: 64 }) // { tiers: 2, leaf: 64, spine: 32, core: 0, ... }
 */
export function sizeClos(params: ClosParams): ClosDesign | null {
  const { endpoints, radix, oversubscription = 1, breakout = 1, railPlanes = 1 } = params;
  requireClos(endpoints, radix, oversubscription, breakout, railPlanes);
  const { down, up } = splitLeaf(radix, oversubscription);
  if (up < 1)
    throw new RangeError(`radix ${radix} leaves no uplink at oversubscription ${oversubscription}`);
  const leafPerPlane = ceilDiv(endpoints / railPlanes, down);
  const leaf = leafPerPlane * railPlanes;
  const uplinks = params.uplinks === 'whole-leaves' ? leaf * up : ceilDiv(endpoints * up, down);
  const counts = { leaf, nodeLeafCables: endpoints, leafSpineCables: uplinks };
  const reach = leafPerPlane <= radix * breakout ? 2 : uplinks <= radix ** 3 / 4 ? 3 : null;
  const tiers = reach === null ? null : params.tiers ?? reach;
  if (reach === null || tiers === null || tiers < reach) return null;
  if (tiers === 2) {
    const least = ceilDiv(leafPerPlane * up, radix);
    const spine = (breakout > 1 ? least : smallestDivisorFrom(up, least)) * railPlanes;
    return { tiers: 2, ...counts, spine, core: 0, spineCoreCables: 0 };
  }
  const spine = smallestDivisorFrom(up, ceilDiv(uplinks / railPlanes, radix / 2)) * railPlanes;
  return { tiers: 3, ...counts, spine, core: ceilDiv(uplinks, radix),
    spineCoreCables: uplinks };
}

function requireClos(
  endpoints: number, radix: number, oversubscription: number, breakout: number,
  railPlanes: number,
): void {
  if (!(endpoints >= 1)) throw new RangeError(`endpoints is ${endpoints}`);
  if (!(radix >= 2) || radix % 2 !== 0) throw new RangeError(`radix is ${radix}`);
  if (!(oversubscription >= 1)) throw new RangeError(`oversubscription is ${oversubscription}`);
  if (!(breakout >= 1)) throw new RangeError(`breakout is ${breakout}`);
  if (!(railPlanes >= 1)) throw new RangeError(`railPlanes is ${railPlanes}`);
}
