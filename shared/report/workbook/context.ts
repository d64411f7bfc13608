import type { EconomicsParams } from '../../economics/statement/types.ts';
import type { EconomicsResult } from '../../economics/statement/result-types.ts';
import type { CapexItem, OpexLine } from '../../economics/statement/types.ts';
import {
  align, assetsInPlan, createTimeline, firstMoneyMonth, lastMonthOf, type Timeline,
} from '../../economics/statement/timeline.ts';
import { applyOwnership } from '../../economics/statement/ownership.ts';
import type { CostSeries } from '../../economics/statement/opex.ts';
import { whyNoCost } from '../../plan/figures/absences.ts';
import { economicsParams } from '../../plan/money/economics-params.ts';
import { monthOfYear, yearOf } from '../../lifecycle/month.ts';
import type { Plan } from '../../plan/types.ts';
import { refuse, ok, type Result } from '../../units/result.ts';

/** An asset of the design as the workbook lists it. */
export interface ListedAsset {
  readonly item: CapexItem;
  /** Whether the operator buys it, and whether lines on capital are paid on its price. */
  readonly owned: boolean;
  readonly inUse: boolean;
  readonly lastMonth: number;
}

/** Everything the sheets are written from. */
export interface WorkbookContext {
  readonly plan: Plan;
  readonly params: EconomicsParams;
  readonly result: EconomicsResult;
  readonly timeline: Timeline;
  readonly assets: readonly ListedAsset[];
  readonly opex: readonly OpexLine[];
  /** Rents of an ownership mode: carried as the engine has them. */
  readonly rents: readonly CostSeries[];
  readonly monthLabel: (at: number) => string;
  /** A series of the lifecycle on the months of the money. */
  readonly aligned: (series: Float64Array) => Float64Array;
}

/** Why there is no workbook: without a price there is no cash flow. */
export interface NoWorkbook {
  readonly code: 'no-economics';
  readonly detail: string;
}

function listAssets(
  owned: readonly CapexItem[], inUse: readonly CapexItem[], horizon: number,
): readonly ListedAsset[] {
  const keys = new Map([...owned, ...inUse].map((item) => [item.key, item]));
  return [...keys.values()].map((item) => ({
    item, owned: owned.some(({ key }) => key === item.key),
    inUse: inUse.some(({ key }) => key === item.key),
    lastMonth: lastMonthOf(item, horizon),
  }));
}

/**
 * The stage results of a plan, laid out for the sheets; the same steps as
 * `evaluateEconomics` takes.
 */
export function openWorkbook(plan: Plan): Result<WorkbookContext, NoWorkbook> {
  const { economics: result, lifecycle, priced, inputs } = plan.stages;
  if (result === null) {
    return refuse({ code: 'no-economics', detail: whyNoCost(plan.stages).detail });
  }
  const params = economicsParams(inputs, priced.costs, lifecycle);
  const owned = applyOwnership(
    params.ownership, () => assetsInPlan(params.capex, lifecycle.horizonMonths),
    () => params.opex, lifecycle);
  const timeline = createTimeline(lifecycle, firstMoneyMonth(lifecycle, owned.capex));
  const { start } = lifecycle;
  return ok({
    plan, params, result, timeline,
    assets: listAssets(owned.capex, owned.inUse, timeline.horizonMonths),
    opex: owned.opex, rents: owned.rent(timeline),
    monthLabel: (at) => {
      const month = timeline.firstMonth + at;
      return `${yearOf(start, month)}-${String(monthOfYear(start, month)).padStart(2, '0')}`;
    },
    aligned: (series) => align(timeline, series),
  });
}
