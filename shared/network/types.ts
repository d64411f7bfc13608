import type { SwitchModel } from '../catalog/types.ts';
import type { EvidenceClass } from '../units/provenance.ts';
import type { BillLine } from './bill.ts';
import type { ClosDesign } from './clos.ts';
import type { LinkLengths } from './lengths.ts';
import type { LinkMedium } from './media.ts';

export type Topology = 'clos' | 'rail' | 'rail-only' | 'multi-plane' | 'torus' | 'dragonfly';

/** Unit prices; `evidence` is that of the weakest of them, default 'assumed'. */
export interface NetworkPrices {
  readonly switchUsd: number;
  readonly opticUsd: number;
  readonly cableUsd: number;
  readonly evidence?: EvidenceClass;
}

/** What a scale-out fabric is designed from. */
export interface NetworkParams {
  /** Endpoints to connect, one NIC port each, >= 0. */
  readonly accelerators: number;
  readonly nicGbps: number;
  readonly switchModel: SwitchModel;
  readonly topology: Topology;
  /**
   * Downlink over uplink bandwidth at the leaf, >= 1; direct networks and rails without
   * spines ignore it.
   */
  readonly oversubscription: number;
  readonly prices: NetworkPrices;
  /** Storage and management networks as a share of the compute fabric's cost. */
  readonly storageShare: number;
  /** Power of one switch without modules; null takes the catalogue's typical figure. */
  readonly switchPowerW: number | null;
  readonly modulePowerW: number;
  /** Accelerators of a node, each on its own rail; default 8, as in every HGX-class server. */
  readonly rails?: number;
  /** Planes of a multi-plane network; default 2. */
  readonly planes?: number;
  /** Dimensions of a torus; default 3. */
  readonly torusDimensions?: number;
  /**
   * Mean laid lengths; default a single hall of 30 m between tiers, within reach of
   * multi-mode fibre.
   */
  readonly lengths?: LinkLengths;
  /** Both network cards of a path, ns; default 1000 (assumed). */
  readonly nicNs?: number;
  /** Port to port latency of a switch, ns; absent takes the catalogue's. */
  readonly switchNs?: number;
}

/** Switches of the networks beside the compute fabric. */
export interface AuxiliarySwitches {
  readonly storage: number;
  readonly inBand: number;
  readonly outOfBand: number;
}

/** How the parts of a design are joined, as far as counts alone do not tell. */
export type Wiring =
  | {
    readonly kind: 'clos';
    /**
     * Rails or planes that have leaves of their own; 1 where all endpoints share the
     * leaves.
     */
    readonly blocks: number;
    /** Whether spines (or cores) join the blocks. */
    readonly sharedAbove: boolean;
    /** Ports of a switch at the rate of a link. */
    readonly radix: number;
    /** Endpoints, or nodes of a rail, at a full leaf. */
    readonly leafDown: number;
  }
  | { readonly kind: 'torus'; readonly sizes: readonly number[] }
  | { readonly kind: 'dragonfly'; readonly groups: number; readonly hostsPerGroup: number };

/**
 * A designed fabric. In a dragonfly the routers stand as leaves, links inside groups as
 * leaf-spine and links between groups as spine-core cables; in a torus every cable is a
 * node-leaf cable and there is no switch.
 */
export interface NetworkDesign extends ClosDesign {
  readonly code: 'ok';
  readonly topology: Topology;
  readonly endpoints: number;
  readonly radix: number;
  readonly switches: number;
  readonly cables: number;
  readonly copperCables: number;
  readonly switchModules: number;
  readonly nodeModules: number;
  readonly opticsModules: number;
  readonly costUsd: number;
  /** Null when the switch's power is not known. */
  readonly powerKw: number | null;
  readonly bisectionGbps: number;
  /** Share of the NIC rate every endpoint can use across the whole fabric at once, 0..1. */
  readonly bisectionShare: number;
  /** Switches on the longest path. */
  readonly switchHops: number;
  /** Metres of cable on the longest path. */
  readonly pathM: number;
  /** One way, smallest message, longest path; null when the switch's latency is not known. */
  readonly latencyNs: number | null;
  readonly media: {
    readonly nodeLeaf: LinkMedium; readonly leafSpine: LinkMedium;
    readonly spineCore: LinkMedium;
  };
  /** Tiers whose links are longer than any medium reaches. */
  readonly beyondReach: readonly (keyof LinkLengths)[];
  readonly auxiliary: AuxiliarySwitches;
  readonly wiring: Wiring;
  readonly bill: readonly BillLine[];
}
