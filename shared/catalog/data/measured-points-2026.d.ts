import type { MeasuredTable } from './measured-points.js';

/** Columns only the later table has: what a run says of its workers, drafts and medians. */
export interface LaterTable extends MeasuredTable {
  readonly setups: MeasuredTable['setups'] & {
    readonly accelerators: readonly (number | null)[];
    readonly cacheHit: readonly (number | null)[];
    readonly prefillTp: readonly (number | null)[];
    readonly prefillEp: readonly (number | null)[];
    readonly prefillDpAttention: readonly (boolean | null)[];
    readonly decodeDpAttention: readonly (boolean | null)[];
    readonly draftTokens: readonly (number | null)[];
    readonly acceptedTokens: readonly (number | null)[];
  };
  readonly points: MeasuredTable['points'] & {
    readonly ttftMedianMs: readonly (number | null)[];
    readonly tpotMedianMs: readonly (number | null)[];
  };
}

export declare const measuredTable2026: LaterTable;
