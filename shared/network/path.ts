import type { LinkLengths } from './lengths.ts';

/** Light in glass: 5 ns per metre, both for fibre and, near enough, for copper. */
export const nsPerMetre = 5;

/**
 * Switches a message passes between two nodes: the fewest (same leaf) and the most.
 * @param tiers 1..3
 * @example switchHops(3).most // 5
 */
export function switchHops(
  tiers: 1 | 2 | 3,
): { readonly fewest: number; readonly most: number } {
  return { fewest: 1, most: 2 * tiers - 1 };
}

/**
 * Metres of cable on the longest path: up through the tiers and down again.
 * @example pathLengthM(2, { nodeLeafM: 10, leafSpineM: 40, spineCoreM: 40 }) // 100
 */
export function pathLengthM(tiers: 1 | 2 | 3, lengths: LinkLengths): number {
  const up = lengths.nodeLeafM + (tiers > 1 ? lengths.leafSpineM : 0)
    + (tiers > 2 ? lengths.spineCoreM : 0);
  return 2 * up;
}

export interface LatencyParams {
  readonly hops: number;
  /** Port to port, ns. */
  readonly switchNs: number;
  readonly lengthM: number;
  /** Both network cards together, ns. */
  readonly nicNs: number;
  readonly messageBytes: number;
  readonly gbps: number;
}

/**
 * One-way latency of a message on an idle network: hops x switch + length x 5 ns/m + NIC
 * + bytes / bandwidth.
 * @returns nanoseconds
 * @throws RangeError when the rate is not above 0
 * @example latencyNs({ ...link, hops: 3, switchNs: 130, lengthM: 100, nicNs: 1000 }) // 1890 for no bytes
 */
export function latencyNs(params: LatencyParams): number {
  const { hops, switchNs, lengthM, nicNs, messageBytes, gbps } = params;
  if (!(gbps > 0)) throw new RangeError(`gbps is ${gbps}`);
  return hops * switchNs + lengthM * nsPerMetre + nicNs + (messageBytes * 8) / gbps;
}

/**
 * Bandwidth between two halves of the endpoints, one way: E b / 2, over the oversubscription.
 * @param share what reaches the spine of the leaf's downlink bandwidth, 0..1
 * @returns Gb/s
 * @example bisectionGbps(1024, 400, 1) // 204800
 */
export function bisectionGbps(endpoints: number, gbps: number, share: number): number {
  return ((endpoints * gbps) / 2) * share;
}
