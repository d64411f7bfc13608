import type { Sourced } from '../units/provenance.ts';
import type { Market, Peer } from './market-types.ts';

/**
 * The catalogue: every figure with unit, source, date and evidence class. An absent
 * figure is absent (the property is missing) and whoever needs it refuses with its name;
 * nothing is filled with a guess.
 */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
}

export type Precision = 'bf16' | 'fp8' | 'fp4';

/** Scale-up fabric kinds the communication model distinguishes. */
export type ScaleUpKind = 'switched' | 'full-mesh' | 'torus' | 'pcie' | 'none';

export interface Accelerator extends Entry {
  readonly vendor: string;
  readonly availability: string;
  /**
   * Calibration family: hopper, blackwell, blackwell-nvl72, cdna3, cdna4, tpu, trainium,
   * ...
   */
  readonly family: string;
  /** Dense peaks (never sparse), TFLOPS per accelerator package. */
  readonly bf16Tflops?: Sourced;
  readonly fp8Tflops?: Sourced;
  readonly fp4Tflops?: Sourced;
  readonly memoryGb?: Sourced;
  readonly memoryBandwidthTbs?: Sourced;
  readonly tdpW?: Sourced;
  readonly scaleUp: ScaleUp;
  /** Scale-out rate per accelerator, one way, Gb/s. */
  readonly scaleOutGbps?: Sourced;
  readonly nic?: string;
  /** Purchase price band per accelerator. */
  readonly priceUsd?: Sourced;
  /**
   * SemiAnalysis all-in hourly cost tiers, USD per accelerator-hour (already hold power,
   * network, host).
   */
  readonly hourlyHyperscalerUsd?: Sourced;
  readonly hourlyNeocloudUsd?: Sourced;
  readonly hourlyRental3yrUsd?: Sourced;
  /** All-in kW per accelerator (holds PUE, network, CPU: never multiplied by PUE again). */
  readonly allInPowerKw?: Sourced;
}

export interface ScaleUp {
  readonly kind: ScaleUpKind;
  readonly fabric: string;
  /** One way, GB/s per accelerator, the sum over its links. */
  readonly oneWayGBs?: Sourced;
  /** Accelerators in one scale-up domain. */
  readonly domain?: Sourced;
}

/** What is bought and racked: a server or a rack-scale system. */
/** Equal trays of a rack-scale system. */
export interface Tray {
  readonly name: string;
  readonly count: Sourced;
  readonly heightU: Sourced;
  /** Accelerators in one tray; absent where it holds none. */
  readonly accelerators?: Sourced;
}

export interface System extends Entry {
  readonly acceleratorId: string;
  readonly accelerators: Sourced;
  /**
   * Accelerators in one scale-up domain when this system has fewer than the accelerator's
   * largest.
   */
  readonly scaleUpDomain?: Sourced;
  readonly form: 'server' | 'rack' | 'pod';
  /** Servers of this kind in one rack (1 for rack-scale systems). */
  readonly perRack?: Sourced;
  readonly maxPowerKw?: Sourced;
  readonly typicalPowerKw?: Sourced;
  /** Share of heat taken by liquid, 0..1. */
  readonly liquidFraction?: Sourced;
  readonly rackUnits?: Sourced;
  readonly weightKg?: Sourced;
  /** What stands in a rack-scale system; absent where nobody publishes it. */
  readonly trays?: readonly Tray[];
  readonly priceUsd?: Sourced;
  /**
   * What the price buys; a price of accelerators alone wants hosts, chassis and rack on
   * top. Default `system`.
   */
  readonly priceCovers?: 'system' | 'accelerators';
  readonly cooling?: string;
  readonly cpus?: string;
  readonly powerSupply?: string;
}

export interface SwitchModel extends Entry {
  readonly fabric: 'infiniband' | 'spectrum-x' | 'roce' | 'ethernet' | 'nvlink';
  /** Logical ports at the stated NIC speed. */
  readonly radix: readonly { readonly gbps: number; readonly ports: Sourced }[];
  readonly capacityTbps?: Sourced;
  readonly heightU?: Sourced;
  readonly latencyNs?: Sourced;
  readonly typicalPowerW?: Sourced;
  readonly maxPowerW?: Sourced;
  readonly priceUsd?: Sourced;
}

export interface Transceiver extends Entry {
  readonly gbps: Sourced;
  readonly medium: 'single-mode' | 'multi-mode' | 'copper';
  readonly reachM?: Sourced;
  readonly typicalPowerW?: Sourced;
  readonly maxPowerW?: Sourced;
  readonly priceUsd?: Sourced;
}

/**
 * Where a model stands with its maker: `served` today, `superseded` by a later one, or
 * `retired` from the maker's own service. Weights that are open may still be served.
 */
export interface ModelLife {
  /** YYYY, YYYY-MM or YYYY-MM-DD; null where no source states it. */
  readonly released: string | null;
  readonly status: 'served' | 'superseded' | 'retired';
  /** Since when it is not served or was followed. */
  readonly since: string | null;
  /** What followed, by catalogue id. */
  readonly successor?: string;
  readonly text: string;
  readonly source: string;
  readonly date: string;
}

/**
 * Layers of a model that keep context alike. Full, windowed and chunked ones cache keys and
 * values; linear, Mamba and convolution layers keep a state of one size; others keep nothing.
 */
export interface LayerGroup {
  readonly kind: 'full' | 'window' | 'chunk' | 'linear' | 'mamba' | 'convolution' | 'none';
  readonly layers: number;
  /** Of attention layers; absent where the latent cache of the model (`mla`) is kept. */
  readonly heads?: number;
  readonly kvHeads?: number;
  readonly keyDim?: number;
  readonly valueDim?: number;
  /** Most tokens a windowed or chunked layer looks back. */
  readonly window?: number;
  /** State one sequence keeps in one layer, bytes. */
  readonly stateBytes?: number;
}

/** Feed-forward layers of one width; two matrices without a gate, three with one. */
export interface MlpGroup {
  readonly layers: number;
  readonly width: number;
  readonly matrices: 2 | 3;
}

/**
 * Architecture constants of a model; counts are exact, taken from the published
 * configuration.
 */
export interface ModelSpec extends Entry {
  readonly source: string;
  readonly date: string | null;
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly vocab: number;
  readonly context: number;
  readonly attention: 'gqa' | 'mla';
  readonly mla?: {
    readonly qLoraRank: number; readonly kvLoraRank: number;
    readonly qkNopeHeadDim: number; readonly qkRopeHeadDim: number; readonly vHeadDim: number;
  };
  /** Sparse attention: at most topk keys read after an indexer pass over the whole context. */
  readonly sparseIndex?: {
    readonly topk: number; readonly heads: number; readonly headDim: number;
    /** Layers with an indexer of their own, where others take over its choice. */
    readonly layers?: number;
  };
  readonly slidingWindow?: { readonly window: number; readonly windowedLayers: number };
  readonly moe?: {
    readonly experts: number; readonly activeExperts: number; readonly sharedExperts: number;
    readonly expertIntermediate: number; readonly moeLayers: number;
    readonly denseLayers: number;
    /** Width the experts work on where it is not the model's own. */
    readonly latentWidth?: number;
    /** Matrices of one expert: 2 without a gate; 3 unless said. */
    readonly matrices?: 2;
  };
  /** Layers by how they keep context, where they differ in more than a window. */
  readonly layerGroups?: readonly LayerGroup[];
  /** Dense feed-forward layers by width, where they differ or have two matrices. */
  readonly mlpGroups?: readonly MlpGroup[];
  /** Layers that keep no KV cache per token (linear attention), 0 when none. */
  readonly linearAttentionLayers?: number;
  /**
   * Layers whose KV cache holds one entry per `ratio` tokens; ratio 0: the sliding window
   * only.
   */
  readonly kvCompression?: readonly { readonly ratio: number; readonly layers: number }[];
  /** Last tokens every layer of a compressed cache also keeps one by one. */
  readonly kvWindow?: number;
  /** Counts as published, to hold against those computed from the configuration. */
  readonly published?: {
    readonly total: number | null; readonly active: number | null; readonly source: string;
  };
  readonly paramsTotal: number;
  readonly paramsActive: number;
  readonly paramsRouted: number;
  readonly paramsAttention: number;
  readonly paramsDenseAndShared: number;
  readonly paramsHead: number;
  readonly mtpLayers: number;
  /** Precision the weights are published in, if not bf16. */
  readonly nativePrecision?: string;
  readonly life?: ModelLife;
}

export interface ClimateBin {
  readonly lowC: number;
  readonly highC: number;
  /**
   * Hours per year with dry bulb in the bin, its mean dry bulb and mean coincident wet
   * bulb.
   */
  readonly dryBulbHours: number;
  readonly meanDryBulbC: number | null;
  readonly meanWetBulbC: number | null;
  /** Hours per year with wet bulb in the bin (its own distribution, for towers). */
  readonly wetBulbHours: number;
}

export interface Site extends Entry {
  readonly latitude: number;
  readonly longitude: number;
  readonly elevationM: number;
  readonly climateSource: string;
  /** Empty when the site has no climate: PUE by climate is then refused. */
  readonly bins: readonly ClimateBin[];
  /** Smoothed normals: unfit for design days. */
  readonly smoothed: boolean;
  readonly designDryBulbC?: Sourced;
  readonly designWetBulbC?: Sourced;
  readonly industrialUsdPerKwh?: Sourced;
  readonly commercialUsdPerKwh?: Sourced;
  /** Wholesale energy alone: network charges, levies and supplier margin come on top. */
  readonly wholesaleUsdPerKwh?: Sourced;
  readonly carbonGPerKwh?: Sourced;
  readonly region?: string;
}

/** What a provider asks for a model's tokens. */
export interface TokenPrice {
  readonly id: string;
  readonly model: string;
  /** Catalogue model id when the listing is one of ours. */
  readonly modelId: string | null;
  readonly provider: string;
  readonly condition: string;
  /**
   * list: current and unconditional; conditional: holds under `condition`; history:
   * superseded; former: the median earlier projects keep, which nobody offers.
   */
  readonly kind: 'list' | 'conditional' | 'history' | 'former';
  /** Day the provider's page was read; null where nobody says when. */
  readonly checked: string | null;
  /** Day from which it is no longer sold. */
  readonly retired?: string;
  /** Stands under the maker's name and is a router's price. */
  readonly relayed?: boolean;
  /** An entry of the project's own. */
  readonly own?: boolean;
  readonly inputUsdPerMtok?: Sourced;
  /** Absent where the provider states none. */
  readonly cachedUsdPerMtok?: Sourced;
  readonly outputUsdPerMtok?: Sourced;
}

/** A dated software release with evidence; the base case uses none of the future ones. */
export interface SoftwareRelease extends Entry {
  readonly framework: string;
  /** First month the gain was shown, YYYY-MM. */
  readonly month: string;
  /** Ids in scope; empty where the source does not say. */
  readonly accelerators: readonly string[];
  readonly models: readonly string[];
  readonly throughputMultiplier: Sourced;
  readonly ttftMultiplier?: Sourced;
  /** Interactivity band in which it holds, tok/s/user. */
  readonly bandTokPerSecPerUser?: readonly [number, number];
}

/** A single cited constant: failure rates, facility cost, cooling and power parameters. */
export interface Constant extends Entry {
  readonly category: string;
  readonly figure: Sourced;
}

/**
 * One measured serving point, as published; lengths are nominal, `lengthFactor` scales
 * both.
 */
export interface MeasuredPoint {
  readonly id: string;
  readonly source: string;
  readonly date: string | null;
  readonly modelId: string;
  readonly checkpoint: string;
  readonly acceleratorId: string;
  readonly framework: string;
  readonly frameworkVersion: string;
  readonly precision: Precision;
  readonly isl: number;
  readonly osl: number;
  readonly lengthFactor: number;
  readonly mode: 'agg' | 'disagg';
  readonly tp: number | null;
  readonly attentionDp: number | null;
  readonly moeTp: number | null;
  readonly ep: number | null;
  readonly concurrency: number;
  readonly speculative: 'none' | 'mtp' | 'unlabelled';
  readonly prefillWorkers: number | null;
  readonly prefillAccelerators: number | null;
  readonly decodeWorkers: number | null;
  readonly decodeAccelerators: number | null;
  readonly ttftMeanMs: number | null;
  readonly tpotMeanMs: number | null;
  readonly outputTokPerSecPerAccelerator: number;
  readonly throughputBasis: string;
}

export interface Catalog {
  readonly version: string;
  readonly accelerators: Readonly<Record<string, Accelerator>>;
  readonly systems: Readonly<Record<string, System>>;
  readonly switches: Readonly<Record<string, SwitchModel>>;
  readonly transceivers: Readonly<Record<string, Transceiver>>;
  readonly models: Readonly<Record<string, ModelSpec>>;
  readonly sites: Readonly<Record<string, Site>>;
  readonly tokenPrices: readonly TokenPrice[];
  readonly releases: Readonly<Record<string, SoftwareRelease>>;
  readonly constants: Readonly<Record<string, Constant>>;
  /** What others earn, pay and charge, and how many tokens are asked for. */
  readonly peers: Readonly<Record<string, Peer>>;
  readonly markets: Readonly<Record<string, Market>>;
}
