import type { GroupMonths, GroupParams, Series } from './types.ts';

/** A group with the series being filled. */
export interface GroupRun {
  readonly params: GroupParams;
  readonly months: GroupMonths;
  readonly downtimeHours: Series;
  /** 1 in months in which the racks stand and draw power: commissioning and service. */
  readonly present: Uint8Array;
}
