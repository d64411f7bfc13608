import type { Accelerator, ScaleUpKind } from '../catalog/types.ts';
import type { Links } from './links.ts';

/**
 * One hop through the scale-up fabric, us: a switch crossing, a direct link, several
 * torus hops, a root complex. Orders of magnitude; the software latency of a collective
 * dominates them all.
 */
const hopUs: Readonly<Record<ScaleUpKind, number>> = {
  switched: 0.5, 'full-mesh': 0.7, torus: 2, pcie: 2, none: 0,
};
/** NIC to NIC over a three-tier fabric, us. */
const SCALE_OUT_US = 3;
/** A PCIe 5.0 x16 slot, one way, for accelerators without a stated scale-up rate. */
const PCIE_GBS = 64;

/** The links an accelerator has by its data sheet, when no fabric was designed for it. */
export function defaultLinks(accelerator: Accelerator): Links {
  const { scaleUp, scaleOutGbps } = accelerator;
  return {
    scaleUp: {
      kind: scaleUp.kind, domain: scaleUp.domain?.value ?? 1,
      oneWayGBs: scaleUp.oneWayGBs?.value ?? PCIE_GBS,
      latencyUs: hopUs[scaleUp.kind],
    },
    scaleOut: {
      kind: scaleOutGbps === undefined ? 'none' : 'infiniband',
      gbps: scaleOutGbps?.value ?? 400, latencyUs: SCALE_OUT_US, oversubscription: 1,
    },
  };
}
