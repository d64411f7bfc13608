import type { Precision } from '../types.ts';

/** Columns of a table; all have one entry per row. Names are indices into `names`. */
type Indices = readonly number[];
type Counts = readonly (number | null)[];

/**
 * Measured points as stored: a setup is all a run fixes, a point adds the concurrency and what came out.
 * Declared by hand, because a type inferred from 20,000 literals would slow every check.
 */
export interface MeasuredTable {
  readonly names: {
    readonly source: readonly string[]; readonly date: readonly string[]; readonly modelId: readonly string[];
    readonly checkpoint: readonly string[]; readonly acceleratorId: readonly string[];
    readonly framework: readonly string[]; readonly frameworkVersion: readonly string[];
    readonly precision: readonly Precision[]; readonly mode: readonly ('agg' | 'disagg')[];
    readonly speculative: readonly ('none' | 'mtp' | 'unlabelled')[];
    readonly throughputBasis: readonly string[];
  };
  readonly setups: { readonly [Name in keyof MeasuredTable['names']]: Indices } & {
    readonly isl: readonly number[]; readonly osl: readonly number[];
    readonly lengthFactor: readonly number[];
    readonly tp: Counts; readonly attentionDp: Counts; readonly moeTp: Counts; readonly ep: Counts;
    readonly prefillWorkers: Counts; readonly prefillAccelerators: Counts;
    readonly decodeWorkers: Counts; readonly decodeAccelerators: Counts;
  };
  readonly points: {
    readonly setup: Indices; readonly concurrency: readonly number[];
    readonly ttftMeanMs: Counts; readonly tpotMeanMs: Counts;
    readonly outputTokPerSecPerAccelerator: readonly number[];
  };
}

export declare const measuredTable: MeasuredTable;
