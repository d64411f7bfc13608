import { cell, lazily } from '../../units/reading.ts';
import { keepNothing, type Keep } from '../../lifecycle/keep.ts';
import { sumOf } from '../functions/discount.ts';
import { breakEvenOf } from './break-even.ts';
import { layCapital, placeAsset } from './capital.ts';
import { checkEconomics } from './check.ts';
import { financeEquity, summariseDebt } from './finance.ts';
import { divide } from './metric.ts';
import { operateProject, type Operation } from './operation.ts';
import { costLine, type Drivers } from './opex.ts';
import { applyOwnership } from './ownership.ts';
import type { EconomicsResult, EconomicsTotals } from './result-types.ts';
import { measureFlow } from './returns.ts';
import { earnRevenue } from './revenue.ts';
import { writeStatement } from './statement-lines.ts';
import { assetsInPlan, createTimeline, firstMoneyMonth } from './timeline.ts';
import type { EconomicsParams } from './types.ts';
import { costTokens } from './unit-cost.ts';

/**
 * The money of a plan: monthly nominal statement, returns before and after debt, cost per
 * million tokens. Order: ownership -> investment -> revenue -> operating cost -> tax ->
 * debt -> owner's flow -> metrics.
 * @param params see the types for units and ranges; check first with `checkEconomics`
 * @returns statement lines from the first payment to the horizon, and metrics each with a
 *   value or a reason
 * @throws RangeError naming the first problem when the parameters are unsound
 * @example evaluateEconomics(params).project.npvUsd // NPV at month 0 before debt, after tax
 */
export function evaluateEconomics(params: EconomicsParams): EconomicsResult {
  const [problem] = checkEconomics(params);
  if (problem !== undefined) throw new RangeError(`economics: ${JSON.stringify(problem)}`);
  return followMoney(params);
}

/**
 * The money of sound parameters, each part computed when it is first asked for: a unit
 * cost waits for no tax, an NPV for no break-even.
 * @param keep remembers parts by name
 */
export function followMoney(
  params: EconomicsParams, keep: Keep = keepNothing,
): EconomicsResult {
  const { finance } = params;
  const operation = operationOf(params, keep);
  const { timeline, capital, costs, revenue } = operation;
  const equity = financeEquity(operation, keep);
  const unitCost =
    costTokens({ params, timeline, capital, costs, revenue, equityFlow: () => equity.flow });
  return lazily<EconomicsResult>({
    statement: () =>
      ({ firstMonth: timeline().firstMonth, lines: writeStatement(operation, equity) }),
    rentals: () => revenue().rental,
    totals: () => totalsOf(operation, params,
      { unusedLoss: () => equity.unusedLoss, tax: () => sumOf(equity.tax) }),
    project: () => measureFlow({
      flow: () => operation.projectFlow, firstMonth: () => timeline().firstMonth,
      rates: finance, investment: () => capital().payments,
      roots: (find) => keep('money roots project', find),
    }),
    equity: () => measureFlow({
      flow: () => equity.flow, firstMonth: () => timeline().firstMonth, rates: finance,
      investment: () => equity.investment,
      roots: (find) => keep('money roots', find),
    }),
    debt: () => summariseDebt(operation, equity),
    unitCost: () => unitCost,
    breakEven: () => breakEvenOf({
      timeline: timeline(), capital: capital(), costs: costs(), revenue: revenue(),
      discountRate: () => finance.discountRate,
    }),
  });
}

/** What the project earns, invests and spends before debt. */
function operationOf(params: EconomicsParams, keep: Keep): Operation {
  const { lifecycle, finance } = params;
  const owned = cell(() =>
    applyOwnership(params.ownership,
      cell(() => assetsInPlan(params.capex, lifecycle.horizonMonths)), () => params.opex,
      lifecycle));
  // A number compares equal where an edit moves amounts alone, and the months stay as they are.
  const firstMonth =
    keep('money first month', () => firstMoneyMonth(lifecycle, owned().capex));
  const timeline = keep('money timeline', () => createTimeline(lifecycle, firstMonth()));
  const assets = cell(
    () => owned().capex.map((item) => placeAsset(item, timeline().horizonMonths, finance)),
  );
  const capital = cell(() => layCapital(assets, timeline, keep));
  const revenue = keep('money revenue', 
    () => earnRevenue(lifecycle, params.sales, timeline(), params.rentals ?? []));
  const costs = cell(() => {
    const drivers = lazily<Drivers>({
      totals: () => lifecycle.total, revenue: () => revenue().total,
      inUse: () => owned().inUse, timeline,
    });
    return [...owned().opex.map((line) => costLine(line, drivers, keep)),
      ...owned().rent(timeline())];
  });
  return operateProject({ finance, timeline, assets, capital, revenue, costs }, keep);
}

interface AfterTax {
  readonly unusedLoss: () => number;
  readonly tax: () => number;
}

function totalsOf(
  { capital, revenue, costs }: Operation, { lifecycle }: EconomicsParams, after: AfterTax,
): EconomicsTotals {
  const capexUsd = cell(() => sumOf(capital().payments));
  const revenueUsd = cell(() => sumOf(revenue().total));
  const inputMtok =
    cell(() => sumOf(lifecycle.total.inputMissMtok) + sumOf(lifecycle.total.inputHitMtok));
  const outputMtok = cell(() => sumOf(lifecycle.total.outputMtok));
  const sumLines = (energyOnly: boolean): number => costs()
    .reduce((sum, line) =>
      sum + (!energyOnly || line.group === 'energy' ? sumOf(line.values) : 0), 0);
  return lazily<EconomicsTotals>({
    capexUsd, opexUsd: () => sumLines(false), energyUsd: () => sumLines(true), revenueUsd,
    capexByClass: () =>
      Object.fromEntries([...capital().byClass].map(([key, values]) => [key, sumOf(values)])),
    salvageUsd: () => sumOf(capital().salvage), taxUsd: after.tax,
    unusedLossUsd: after.unusedLoss, tokensMtok: () => inputMtok() + outputMtok(),
    inputMtok, outputMtok,
    revenueMultiple: () => divide(revenueUsd(), capexUsd(), 'no-racks', 'investment'),
  });
}
