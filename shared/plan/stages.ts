import type { Catalog, Site } from '../catalog/types.ts';
import type { EconomicsResult } from '../economics/statement/result-types.ts';
import type { CapexItem } from '../economics/statement/types.ts';
import type { Limit } from '../units/limit.ts';
import type { CalendarMonth, LifecycleResult } from '../lifecycle/types.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import type { FacilityOutcome, SizedRack } from './site/fit-racks.ts';
import type { SizedGroup } from './serving/size-groups.ts';
import type { HallsOutcome } from './site/halls.ts';
import type { Notices } from './entries/compat.ts';
import type { OwnMeasurements } from './entries/own-entries.ts';
import type { NetworkOutcome } from './site/fabric.ts';
import type { PlantDesign } from './site/plant-design.ts';
import type { PowerDesign } from './site/power-design.ts';
import type { PricedPlan } from './money/costs.ts';
import type { GroupServing } from './serving/serving.ts';

/** Everything the stages found, before it is written down as figures. */
export interface StageResults {
  readonly inputs: ScenarioInputs;
  /**
   * The catalogue the plan was computed with: of the project's version, own entries and
   * models included.
   */
  readonly catalog: Catalog;
  readonly site: Site;
  /** Benchmarks of the user's own that frontiers go through. */
  readonly own: OwnMeasurements;
  readonly servings: readonly GroupServing[];
  readonly racks: readonly SizedRack[];
  readonly groups: readonly SizedGroup[];
  /** Accelerators in service at once, at most. */
  readonly accelerators: number;
  readonly facility: FacilityOutcome;
  readonly network: NetworkOutcome;
  readonly halls: HallsOutcome;
  /** Null while nothing is in service. */
  readonly power: PowerDesign | null;
  /** Power and cooling by their parts; null while nothing is in service. */
  readonly plant: PlantDesign | null;
  readonly priced: PricedPlan;
  readonly lifecycle: LifecycleResult;
  /** Calendar month of month 1. */
  readonly start: CalendarMonth;
  readonly capex: readonly CapexItem[];
  /** What the plan puts together that does not go together. */
  readonly compat: Notices;
  /** What binds or is broken of what is built and served. */
  readonly limits: readonly Limit[];
  /** What keeps the plan from being built as asked: while there is any, there is no money. */
  readonly obstacles: readonly Limit[];
  /** Null when the plan has obstacles, when a cost has no price, or nothing is in service. */
  readonly economics: EconomicsResult | null;
}
