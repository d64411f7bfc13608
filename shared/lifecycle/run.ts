import type { PoweredMonths } from './energised.ts';
import type { GroupMonths, Series } from './types.ts';

/** What the months of a group say of its tokens; its power is computed apart. */
export type ServedMonths = Omit<GroupMonths, 'itKw' | 'itKwPeak' | 'itKwIdle'>;

/** A group as it was served: its tokens, and what its power follows from. */
export interface GroupRun {
  readonly months: ServedMonths;
  readonly downtimeHours: Series;
  /** Shares of the racks that have power; null where all have. */
  readonly powered: PoweredMonths | null;
  /** Load and share of accelerators that run in hours of curtailment, over the powered racks. */
  readonly curtailedLoad: Series;
  readonly curtailedActive: Series;
  /** 1 in months in which the racks stand and draw power: commissioning and service. */
  readonly present: Uint8Array;
  /** 1 in months in which the group is in service. */
  readonly inService: Uint8Array;
  /**
   * Share of the accelerators that run replicas, the highest load of an hour, and the
   * share of time at work.
   */
  readonly active: Series;
  readonly peak: Series;
  readonly working: Series;
}
