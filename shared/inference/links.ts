import type { ScaleUpKind } from '../catalog/types.ts';

/**
 * The scale-up fabric as one accelerator sees it: rates are one way and the sum over its
 * links.
 */
export interface ScaleUpLink {
  readonly kind: ScaleUpKind;
  /** Accelerators that reach one another at this rate. */
  readonly domain: number;
  readonly oneWayGBs: number;
  /** One hop through the fabric, on top of the software latency of a collective. */
  readonly latencyUs: number;
}

/** The scale-out network behind it, per accelerator. */
export interface ScaleOutLink {
  readonly kind: 'infiniband' | 'spectrum-x' | 'roce' | 'efa' | 'none';
  readonly gbps: number;
  /** One way through the whole fabric, NIC to NIC. */
  readonly latencyUs: number;
  /** 1 is non-blocking; 2 means half the bisection. */
  readonly oversubscription: number;
}

/** What the communication model needs to know of the network. */
export interface Links {
  readonly scaleUp: ScaleUpLink;
  readonly scaleOut: ScaleOutLink;
}
