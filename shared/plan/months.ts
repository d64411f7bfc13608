import { checkLifecycle } from '../lifecycle/check.ts';
import { simulateLifecycle } from '../lifecycle/simulate.ts';
import type { LifecycleParams, LifecycleProblem, LifecycleResult } from '../lifecycle/types.ts';
import { ok, refuse, type Result } from '../units/result.ts';
import { createMemo, type Memo } from './memo.ts';

/** Lives held per site: an edit of money finds those of every scenario again, a drag of a month leaves a trail. */
const livesHeld = 48;

/**
 * Remembers the months of each site. The site answers for the facility's response, which has no value to compare:
 * where site and all other parameters are the same, so are the months.
 */
export interface MonthsMemo {
  readonly simulate: (site: object, params: LifecycleParams) => Result<LifecycleResult, LifecycleProblem>;
}

/** An empty memo of months; sites that nobody holds any more are forgotten with their months. */
export function createMonthsMemo(): MonthsMemo {
  const sites = new WeakMap<object, Memo<unknown, LifecycleResult>>();
  return {
    simulate: (site, params) => {
      const [unsound] = checkLifecycle(params);
      if (unsound !== undefined) return refuse(unsound);
      const lives = sites.get(site) ?? createMemo<unknown, LifecycleResult>(livesHeld);
      sites.set(site, lives);
      const { facility: { facilityKwAt: _kw, waterM3PerHourAt: _water, ...rest }, ...others } = params;
      return ok(lives.get([rest, others], () => simulateLifecycle(params)));
    },
  };
}
