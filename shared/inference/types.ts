import type { Accelerator, MeasuredPoint, ModelSpec, Precision } from '../catalog/types.ts';
import type { Result } from '../units/result.ts';
import type { Unit } from '../units/unit.ts';
import type { Latency, Percentile } from './latency.ts';
import type { Links } from './links.ts';

export type ServingMode = 'agg' | 'disagg';

/** A configuration held fixed; whatever is left out is chosen by the engine. */
export interface FixedConfiguration {
  readonly tp?: number;
  readonly attentionDp?: number;
  readonly ep?: number;
  readonly moeTp?: number;
  /** Sequences in flight in one instance. */
  readonly concurrency?: number;
  readonly prefillAccelerators?: number;
  readonly decodeAccelerators?: number;
  /** How many workers the two numbers above are divided over; one each if absent. */
  readonly prefillWorkers?: number;
  readonly decodeWorkers?: number;
}

/** Modes a software release switches on; each is a change of the equations, not of a factor. */
export interface EngineModes {
  /** Two-batch overlap: communication hides behind computation where that pays. */
  readonly overlap?: boolean;
  /** Distributed weights, data parallelism: experts are fetched instead of tokens exchanged. */
  readonly dwdp?: boolean;
  /** Redundant experts placed by load. */
  readonly expertBalancing?: boolean;
}

/** Where one prompt goes on the accelerators that take it, ms. */
export interface PrefillTime {
  readonly denseMs: number;
  readonly expertsMs: number;
  readonly attentionMs: number;
  readonly communicationMs: number;
  readonly overheadMs: number;
}

export interface ServingRequest {
  readonly model: ModelSpec;
  readonly accelerator: Accelerator;
  readonly precision: Precision;
  readonly framework: string;
  /** Tokens, nominal; `lengthFactor` scales both (1 if absent). */
  readonly isl: number;
  readonly osl: number;
  readonly lengthFactor?: number;
  /** Share of the input found in the prefix cache, 0..1. */
  readonly cacheHit: number;
  /** Most draft tokens per step, 0 for none; a point takes as many as serve it best. */
  readonly speculativeDraft: number;
  /**
   * Chance that a drafted token is accepted, given the ones before it were; or tokens
   * committed per step by number drafted. That of the calibrated rows if absent.
   */
  readonly acceptance?: number | readonly number[];
  readonly mode: 'auto' | ServingMode;
  readonly links: Links;
  readonly limits: ServiceLimits;
  readonly fixed?: FixedConfiguration;
  readonly maxAcceleratorsPerInstance: number;
  /**
   * Most of the rate of separate prefill workers that is planned with, above 0 to 1: under
   * arrivals at random their queue grows without bound as it nears 1. `plannedPrefillLoad` if
   * absent.
   */
  readonly prefillLoad?: number;
  readonly measured?: readonly MeasuredPoint[];
  readonly modes?: EngineModes;
}

export interface ServiceLimits {
  readonly minTokPerSecPerUser: number | null;
  readonly maxTtftMs: number | null;
  /**
   * Share of requests that must keep both, under arrivals at random; the mean speed and the
   * upper end of the mean first token's range if absent.
   */
  readonly percentile?: Percentile;
}

/**
 * Where one decode step goes, ms; prefill interference is the time taken by other
 * requests' prompts.
 */
export interface StepTime {
  readonly weightsMs: number;
  readonly expertsMs: number;
  readonly kvMs: number;
  readonly computeMs: number;
  readonly communicationMs: number;
  readonly overheadMs: number;
  readonly prefillInterferenceMs: number;
}

/** Memory of one accelerator of the decoding instance, GB (1e9 bytes). */
export interface MemoryUse {
  readonly weightsGb: number;
  readonly kvGb: number;
  readonly reservedGb: number;
  readonly capacityGb: number;
}

export type PointSource = 'measured' | 'interpolated' | 'modelled';

export interface FrontierPoint {
  readonly mode: ServingMode;
  readonly framework: string;
  readonly tp: number;
  readonly attentionDp: number;
  readonly ep: number;
  /** Sequences in flight in one instance. */
  readonly concurrency: number;
  readonly speculativeDraft: number;
  /** Accelerators of one instance, prefill workers included. */
  readonly accelerators: number;
  readonly prefillAccelerators: number | null;
  readonly decodeAccelerators: number | null;
  /** Workers the two numbers are divided over; absent for an aggregated instance. */
  readonly prefillWorkers?: number;
  readonly decodeWorkers?: number;
  readonly tokPerSecPerUser: number;
  readonly outputTokPerSecPerAccelerator: number;
  /** Input and output tokens; the input counts in full whether cached or not. */
  readonly totalTokPerSecPerAccelerator: number;
  readonly tpotMs: number;
  readonly ttftMsLow: number;
  readonly ttftMsHigh: number;
  /** Latencies under arrivals at random, as computed; absent where nothing computed them. */
  readonly latency?: Latency;
  /** One prompt on an aggregated instance, or on one of the prefill workers. */
  readonly prefill?: PrefillTime;
  readonly step: StepTime;
  readonly memory: MemoryUse;
  /** Share of accelerator-seconds spent on prefill, 0..1. */
  readonly prefillShare: number;
  readonly source: PointSource;
  readonly expectedErrorPct: number;
  readonly nearestMeasurement: string | null;
}

export type RefusalCode =
  | 'figure-missing' | 'does-not-fit' | 'no-point-meets-limits' | 'bad-parallelism'
    | 'beyond-context'
  | 'bad-value' | 'not-supported' | 'rented-out';

/**
 * Why there is no answer: what binds, by how much, and the nearest change that would give
 * one.
 */
export interface Refusal {
  readonly code: RefusalCode;
  readonly what: string;
  readonly limit: number | null;
  readonly value: number | null;
  readonly unit: Unit;
  readonly nearestFix: string;
}

export interface Frontier {
  /** Non-dominated, by falling tok/s per user and rising tok/s per accelerator. */
  readonly points: readonly FrontierPoint[];
  /** Configurations looked at. */
  readonly evaluated: number;
}

export type Answer<T> = Result<T, Refusal>;
