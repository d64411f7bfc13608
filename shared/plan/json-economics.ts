import type { Metric } from '../economics/result-types.ts';
import { salesByTraffic } from './figures-economics.ts';
import { compareOwnership } from './ownership-modes.ts';
import type { EconomicsJson } from './json-schema.ts';
import type { Plan } from './types.ts';

const value = (metric: Metric): number | null => metric.value;

/**
 * The money beyond the headline; null where nothing could be priced.
 * @param roadmap worth of the releases, computed by the caller; null where it was not asked for
 */
export function economicsJson(plan: Plan, roadmap: EconomicsJson['roadmap']): EconomicsJson | null {
  const { economics, priced } = plan.stages;
  if (economics === null) return null;
  const { equity, unitCost, debt, totals } = economics;
  const sold = priced.unpricedTokens.length === 0;
  const figure = (key: string): number | null => plan.figures[`economics.${key}`]?.value ?? null;
  return {
    irr: {
      roots: sold ? [...equity.returns.roots] : [], signChanges: sold ? equity.returns.signChanges : null, xirr: figure('xirr'),
      npvProfile: sold ? equity.returns.profile.map((point) => ({ ...point })) : [],
    },
    breakEven: {
      utilisation: figure('breakEvenUtilisation'), priceMultiple: figure('breakEvenPriceMultiple'), declinePerYear: figure('breakEvenDecline'),
    },
    project: { npvUsd: figure('projectNpvUsd'), irr: figure('projectIrr') },
    unitCost: {
      usagePerMTokUsd: value(unitCost.costPerMtokUsd), reservationPerMTokUsd: figure('reservationPerMTokUsd'), utilisation: figure('utilisation'),
      fixedCostUsd: figure('fixedCostUsd'), strandedUsd: figure('strandedUsd'),
      lcotOwnerNominalUsd: figure('lcotOwnerNominalUsd'), lcotOwnerRealUsd: figure('lcotOwnerRealUsd'),
      allocations: unitCost.allocations.map((a) => ({
        rule: a.rule, inputUsdPerMTok: value(a.inputUsdPerMtok), outputUsdPerMTok: value(a.outputUsdPerMtok), conservationError: a.conservationError,
      })),
    },
    capexByClass: { ...totals.capexByClass }, unusedLossUsd: figure('unusedLossUsd'),
    debt: debt === null ? null : {
      amountUsd: debt.amountUsd, equityUsd: debt.equityUsd, usesUsd: debt.usesUsd, sourcesUsd: debt.sourcesUsd, feeUsd: debt.feeUsd,
      interestDuringConstructionUsd: debt.interestDuringConstructionUsd, dscrMin: value(debt.dscrMin), dscrAverage: value(debt.dscrAverage),
      closingBalanceUsd: debt.closingBalanceUsd, repaidAtHorizonUsd: debt.balloonUsd,
    },
    traffic: sold ? salesByTraffic(plan.stages).map(({ key, revenueUsd, costUsd, marginUsd }) => ({ key, revenueUsd, costUsd, marginUsd })) : [],
    ownership: compareOwnership(plan.stages).map((o) => ({
      mode: o.mode, chosen: o.chosen, capexUsd: value(o.capexUsd), opexUsd: value(o.opexUsd), costPerMTokUsd: value(o.costPerMTokUsd),
      npvUsd: value(o.npvUsd), irr: value(o.irr), paybackMonths: value(o.paybackMonths),
    })),
    roadmap,
  };
}
