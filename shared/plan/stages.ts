import type { EconomicsResult } from '../economics/result-types.ts';
import type { LifecycleResult } from '../lifecycle/types.ts';
import type { Limit, Warning } from '../units/limit.ts';
import type { FacilityOutcome } from './facility.ts';
import type { SizedGroup } from './lifecycle-params.ts';
import type { NetworkOutcome } from './network.ts';
import type { PriceInUse, PriceKind } from './prices.ts';
import type { GroupServing } from './serving.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import type { CapexItem } from '../economics/types.ts';

/** Everything the stages found, before it is written down as figures. */
export interface StageResults {
  readonly inputs: ScenarioInputs;
  readonly servings: readonly GroupServing[];
  readonly groups: readonly SizedGroup[];
  readonly facility: FacilityOutcome;
  readonly network: NetworkOutcome;
  readonly prices: ReadonlyMap<string, Readonly<Record<PriceKind, PriceInUse>>>;
  readonly lifecycle: LifecycleResult;
  /** Null when something to be bought or sold has no price; `unpriced` names it. */
  readonly economics: EconomicsResult | null;
  readonly capex: readonly CapexItem[];
  readonly unpriced: readonly string[];
  readonly limits: readonly Limit[];
  readonly warnings: readonly Warning[];
}
