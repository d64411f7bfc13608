import { layCapital, placeAsset } from './capital.ts';
import { breakEvenOf } from './break-even.ts';
import { checkEconomics } from './check.ts';
import { financeEquity, summariseDebt } from './finance.ts';
import { sumOf } from '../functions/discount.ts';
import { divide } from './metric.ts';
import { costLine } from './opex.ts';
import { applyOwnership } from './ownership.ts';
import { earnRevenue } from './revenue.ts';
import { measureFlow } from './returns.ts';
import type { EconomicsResult, EconomicsTotals } from './result-types.ts';
import { assetsInPlan, createTimeline } from './timeline.ts';
import { operateProject, type Operation } from './operation.ts';
import { createStatement } from './statement.ts';
import { costTokens } from './unit-cost.ts';
import type { EconomicsParams } from './types.ts';

/**
 * The money of a plan: monthly nominal statement, returns before and after debt, cost per million tokens.
 * Order: ownership -> investment -> revenue -> operating cost -> tax -> debt -> owner's flow -> metrics.
 * @param params see the types for units and ranges; check first with `checkEconomics`
 * @returns statement lines from the first payment to the horizon, and metrics each with a value or a reason
 * @throws RangeError naming the first problem when the parameters are unsound
 * @example evaluateEconomics(params).project.npvUsd // NPV at month 0 before debt, after tax
 */
export function evaluateEconomics(params: EconomicsParams): EconomicsResult {
  const [problem] = checkEconomics(params);
  if (problem !== undefined) throw new RangeError(`economics: ${JSON.stringify(problem)}`);
  const { lifecycle, finance } = params;
  const owned = applyOwnership(params.ownership, assetsInPlan(params.capex, lifecycle.horizonMonths),
    params.opex, lifecycle);
  const timeline = createTimeline(lifecycle, owned.capex);
  const assets = owned.capex.map((item) => placeAsset(item, timeline.horizonMonths, finance.discountRate));
  const capital = layCapital(assets, timeline);
  const revenue = earnRevenue(lifecycle, params.sales, timeline);
  const drivers = { totals: lifecycle.total, revenue: revenue.total, inUse: owned.inUse, timeline };
  const costs = [...owned.opex.map((line) => costLine(line, drivers)), ...owned.rent(timeline)];
  const statement = createStatement();
  const operation = operateProject({ finance, timeline, assets, capital, revenue, costs, statement });
  const equity = financeEquity(operation);
  const unitCost = costTokens({ params, timeline, capital, costs, revenue, equityFlow: equity.flow });
  return {
    statement: { firstMonth: timeline.firstMonth, lines: statement.lines() },
    totals: totalsOf(operation, params, equity.unusedLoss, sumOf(equity.tax)),
    project: measureFlow(operation.projectFlow, timeline.firstMonth, finance, capital.payments),
    equity: measureFlow(equity.flow, timeline.firstMonth, finance, equity.investment),
    debt: summariseDebt(operation, equity),
    unitCost,
    breakEven: breakEvenOf({
      timeline, capital, costs, revenue, discountRate: finance.discountRate,
      utilisation: unitCost.utilisation,
    }),
  };
}

function totalsOf(operation: Operation, { lifecycle }: EconomicsParams, unusedLossUsd: number,
  taxUsd: number): EconomicsTotals {
  const { capital, revenue, costs } = operation;
  const capexUsd = sumOf(capital.payments);
  const revenueUsd = sumOf(revenue.total);
  const inputMtok = sumOf(lifecycle.total.inputMissMtok) + sumOf(lifecycle.total.inputHitMtok);
  const outputMtok = sumOf(lifecycle.total.outputMtok);
  return {
    capexUsd, capexByClass: Object.fromEntries([...capital.byClass]
      .map(([key, values]) => [key, sumOf(values)])),
    opexUsd: costs.reduce((sum, line) => sum + sumOf(line.values), 0),
    energyUsd: costs.reduce((sum, line) => sum + (line.group === 'energy' ? sumOf(line.values) : 0), 0),
    revenueUsd, salvageUsd: sumOf(capital.salvage), taxUsd, unusedLossUsd,
    tokensMtok: inputMtok + outputMtok, inputMtok, outputMtok,
    revenueMultiple: divide(revenueUsd, capexUsd, 'no-racks', 'investment'),
  };
}
