import type { ScaleUpKind } from '../catalog/types.ts';

/**
 * Bandwidth of a switched scale-up domain: chips x one-way chip rate, both ways.
 * @param chips switch chips of the domain
 * @param chipTbps one-way rate of a chip, Tb/s
 * @returns TB/s, both directions together
 * @source NVIDIA GB200 reference architecture: 18 chips, 28.8 Tb/s each, "130 TB/s"
 * @example switchedDomainTBs(18, 28.8) // 129.6
 */
export function switchedDomainTBs(chips: number, chipTbps: number): number {
  return (chips * chipTbps * 2) / 8;
}

/**
 * Share of an accelerator's one-way scale-up rate that one pair of accelerators can use: all of it through
 * switches, one of its domain - 1 links in a full mesh, one of six in a three-dimensional torus.
 * @param domain accelerators of the domain, >= 1
 * @example pairShare('full-mesh', 8) // 1 / 7
 */
export function pairShare(kind: ScaleUpKind, domain: number): number {
  switch (kind) {
    case 'switched': return 1;
    case 'full-mesh': return domain > 1 ? 1 / (domain - 1) : 1;
    case 'torus': return 1 / 6;
    case 'pcie': case 'none': return 1;
    default: throw new Error(`unexpected scale-up kind ${String(kind)}`);
  }
}
