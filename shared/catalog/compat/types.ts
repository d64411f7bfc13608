import type { Precision } from '../types.ts';

/**
 * How close to the maker a statement was read: `primary` in the maker's or the project's own
 * documents or runs, `secondary` elsewhere, `derived` from statements about its kin.
 */
export type Grade = 'primary' | 'secondary' | 'derived';

/** What stands behind a row. */
export interface Statement {
  readonly source: string;
  /** ISO date, or null where the source states none. */
  readonly date: string | null;
  readonly grade: Grade;
  readonly note?: string;
}

/**
 * `yes`: a source says it runs. `partial`: announced, in the making or untested. `no`: a
 * source rules it out, or the list of what is supported leaves the vendor out.
 */
export type Standing = 'yes' | 'partial' | 'no';

/**
 * Accelerators a row speaks of, most exact first when looked up: an id (`mi355x`), vendor
 * and family (`AMD cdna4`), or a vendor (`AMD`).
 */
export type AcceleratorKey = string;

/** Frameworks a plan may name: an engine, alone or under Dynamo. */
export const frameworkIds =
  ['trtllm', 'dynamo-trt', 'vllm', 'sglang', 'dynamo-sglang', 'atom'] as const;
export type FrameworkId = (typeof frameworkIds)[number];

/** Whether a framework runs on accelerators at all. */
export interface EngineRow {
  readonly frameworks: readonly FrameworkId[];
  readonly on: readonly AcceleratorKey[];
  readonly standing: Standing;
  readonly statement: Statement;
}

/**
 * How a number format is computed: by arithmetic of its own, or stored in it and computed
 * in a wider one.
 */
export type PrecisionPath = 'native' | 'stored';

/** A weight precision on accelerators, by every framework or by those named. */
export interface PrecisionRow {
  readonly precision: Precision;
  readonly on: readonly AcceleratorKey[];
  readonly frameworks?: readonly FrameworkId[];
  readonly standing: Standing;
  readonly path: PrecisionPath;
  readonly statement: Statement;
}

/** Prefill and decode apart. */
export interface ModeRow {
  readonly mode: 'agg' | 'disagg';
  readonly frameworks: readonly FrameworkId[];
  readonly on: readonly AcceleratorKey[];
  readonly standing: Standing;
  readonly statement: Statement;
}

/** A model under an engine, where that engine runs; `on` narrows to accelerators. */
export interface ModelRow {
  readonly models: readonly string[];
  readonly frameworks: readonly FrameworkId[];
  readonly on?: readonly AcceleratorKey[];
  readonly standing: Standing;
  readonly statement: Statement;
}

/** Host memory a model needs beside its accelerators, per host. */
export interface HostNeed {
  readonly model: string;
  readonly gib: number;
  readonly statement: Statement;
}

/** Host memory of a system as its maker states it: the least configuration, per host. */
export interface HostMemory {
  readonly system: string;
  readonly gib: number;
  readonly statement: Statement;
}

export type Terminal = 'direct-to-chip' | 'rear-door' | 'immersion';

/** How a system may be cooled. */
export interface CoolingRow {
  readonly systems: readonly string[];
  readonly terminals: Readonly<Partial<Record<Terminal, Standing>>>;
  /** Liquid supplied to the rack, degrees Celsius. */
  readonly supplyC?: { readonly least: number; readonly most: number };
  readonly statement: Statement;
}

export type Fabric = 'infiniband' | 'spectrum-x' | 'roce';

/** Fabrics a card of this name can join; it is looked for in the accelerator's `nic`. */
export interface NicRow {
  readonly nic: string;
  readonly fabrics: Readonly<Partial<Record<Fabric, Standing>>>;
  /** Switches its maker pairs it with, first choice first. */
  readonly switches: readonly string[];
  readonly statement: Statement;
}

/** Fabrics that switches of a kind form. */
export interface SwitchRow {
  readonly kind: 'infiniband' | 'spectrum-x' | 'roce' | 'ethernet' | 'nvlink';
  readonly fabrics: Readonly<Record<Fabric, Standing>>;
  readonly statement: Statement;
}
