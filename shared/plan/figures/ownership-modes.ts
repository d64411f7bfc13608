import { checkEconomics } from '../../economics/statement/check.ts';
import { evaluateEconomics } from '../../economics/statement/evaluate.ts';
import type { EconomicsResult, Metric } from '../../economics/statement/result-types.ts';
import { notPriced, type Unpriced } from '../money/costs.ts';
import { economicsParams, type OwnershipMode } from '../money/economics-params.ts';
import { noughtPrices } from '../money/nought-limits.ts';
import { whyNoCost } from './absences.ts';
import type { StageResults } from '../stages.ts';
import type { Absent } from '../../units/figure.ts';

/** The same racks, months and prices under one way of owning them. */
export interface OwnershipOutcome {
  readonly mode: OwnershipMode;
  /** The mode the scenario is planned with. */
  readonly chosen: boolean;
  readonly capexUsd: Metric;
  readonly opexUsd: Metric;
  readonly costPerMTokUsd: Metric;
  readonly npvUsd: Metric;
  readonly irr: Metric;
  readonly paybackMonths: Metric;
}

export const ownershipModes =
  ['own', 'lease', 'colo', 'rental'] as const satisfies readonly OwnershipMode[];

/** Everything of an outcome for one and the same reason absent. */
function none(mode: OwnershipMode, chosen: boolean, reason: Metric): OwnershipOutcome {
  return {
    mode, chosen, capexUsd: reason, opexUsd: reason, costPerMTokUsd: reason,
    npvUsd: reason, irr: reason, paybackMonths: reason,
  };
}

/**
 * The money of a plan under one ownership mode, or why there is none. Token prices that
 * are missing make revenue nought: see `unpricedTokens`.
 */
export function moneyUnder(
  stages: StageResults, mode: OwnershipMode,
): EconomicsResult | { readonly absent: Absent } {
  const { inputs, priced, lifecycle, facility, economics, obstacles } = stages;
  const chosen = inputs.finance.values.ownership === mode;
  // A rented plan needs no system price, and an owned one no rental rate: each mode is
  // judged by its own prices.
  const missing = [...priced.missing.filter(({ modes }) => modes.includes(mode)),
    ...noughtPrices(stages, mode)];
  if (facility.result === null || priced.costs.groups.length === 0 || obstacles.length > 0)
    return { absent: whyNoCost(stages) };
  if (missing.length > 0) return { absent: notPriced(missing) };
  const params = economicsParams(inputs, priced.costs, lifecycle, mode);
  const [problem] = chosen ? [] : checkEconomics(params);
  if (problem !== undefined) return { absent: {
    code: 'no-feasible-point', detail: `${problem.where}: ${problem.code}`,
  } };
  return chosen && economics !== null ? economics : evaluateEconomics(params);
}

/** The plan as it stands under one ownership mode. */
export function ownUnder(stages: StageResults, mode: OwnershipMode): OwnershipOutcome {
  const chosen = stages.inputs.finance.values.ownership === mode;
  const money = moneyUnder(stages, mode);
  return 'absent' in money ? none(mode, chosen, { value: null, absent: money.absent })
    : { ...figuresOf(money, stages.priced.unpricedTokens), mode, chosen };
}

function figuresOf(
  { totals, unitCost, equity }: EconomicsResult, unpriced: readonly Unpriced[],
): Omit<OwnershipOutcome, 'mode' | 'chosen'> {
  const sold = (metric: Metric): Metric =>
    unpriced.length === 0 ? metric
      : { value: null, absent: notPriced(unpriced) };
  return {
    capexUsd: { value: totals.capexUsd }, opexUsd: { value: totals.opexUsd },
    costPerMTokUsd: unitCost.costPerMtokUsd, npvUsd: sold({ value: equity.npvUsd }),
    irr: sold(equity.irr), paybackMonths: sold(equity.paybackMonths),
  };
}

/**
 * The plan as it stands under every ownership mode, its own included: same racks, tokens
 * and prices, only assets, bills and rents differ.
 * @returns one outcome per mode; figures that a missing price keeps from being known say which
 * @example compareOwnership(plan.stages).find((o) => o.mode === 'rental')?.npvUsd
 */
export const compareOwnership = (stages: StageResults): readonly OwnershipOutcome[] =>
  ownershipModes.map((mode) => ownUnder(stages, mode));
