import type { Metric } from '../../economics/statement/result-types.ts';
import { backlogOf, rentalChannels, rentedGroups } from './rentals.ts';
import { salesByTraffic } from './sales.ts';
import { compareOwnership } from './ownership-modes.ts';
import type { Warning } from '../../units/limit.ts';
import type { EconomicsJson, RealityJson } from './json-schema.ts';
import type { Plan } from '../types.ts';

const value = (metric: Metric): number | null => metric.value;

/**
 * Results found by those who take whole plans, many of them or one; null where they were
 * not asked for.
 */
export interface Searched {
  readonly roadmap: EconomicsJson['roadmap'];
  readonly breakEvens: Readonly<Record<'utilisation' | 'priceMultiple'
    | 'electricityUsdPerKwh' | 'declinePerYear', Metric>> | null;
  /** The plan beside what others published, and what is to be said of it. */
  readonly reality: {
    readonly measures: readonly RealityJson[]; readonly warnings: readonly Warning[];
  } | null;
}

export const notSearched: Searched = { roadmap: null, breakEvens: null, reality: null };

function breakEvensJson(
  found: NonNullable<Searched['breakEvens']>,
): NonNullable<EconomicsJson['breakEvenAfterTax']> {
  const why = Object.entries(found).flatMap(
    ([key, metric]) => (metric.value === null ? [[key, metric.absent.detail] as const] : []),
  );
  return {
    utilisation: value(found.utilisation), priceMultiple: value(found.priceMultiple),
    electricityUsdPerKwh: value(found.electricityUsdPerKwh),
    declinePerYear: value(found.declinePerYear), why: Object.fromEntries(why),
  };
}

function rentalsJson({ figures, stages }: Plan): Pick<EconomicsJson, 'rentals'> {
  const channels = rentalChannels(stages);
  if (channels.length === 0) return {};
  const years = Math.ceil(stages.lifecycle.horizonMonths / 12);
  const figure = (key: string): number | null => figures[key]?.value ?? null;
  return { rentals: rentedGroups(stages).map((group) => ({
    group,
    backlogUsd: Array.from({ length: years + 1 }, (_, year) =>
      backlogOf(stages, group, year * 12)),
    channels: channels.filter(({ groupKey }) => groupKey === group)
      .map(({ id, key, channel, hours, revenue }) => ({
        key, channel, hours: hours.reduce((a, b) => a + b, 0),
        utilisation: figure(`rental.utilisation.${id}`),
        revenueUsd: revenue.reduce((a, b) => a + b, 0),
        usdPerHour: figure(`rental.usdPerHour.${id}`),
      })),
  })) };
}

/**
 * The money beyond the headline; null where nothing could be priced.
 * @param searched worth of the releases and the owner's break-evens, computed by the
 *   caller; null where not asked for
 */
export function economicsJson(
  plan: Plan, { roadmap, breakEvens }: Searched,
): EconomicsJson | null {
  const { economics, priced } = plan.stages;
  if (economics === null) return null;
  const { equity, unitCost, debt, totals } = economics;
  const sold = priced.unpricedTokens.length === 0;
  const figure = (key: string): number
    | null => plan.figures[`economics.${key}`]?.value ?? null;
  return {
    irr: {
      roots: sold ? [...equity.returns.roots] : [],
      signChanges: sold ? equity.returns.signChanges : null, xirr: figure('xirr'),
      npvProfile: sold ? equity.returns.profile.map((point) => ({ ...point })) : [],
    },
    breakEven: {
      utilisation: figure('breakEvenUtilisation'),
      demandMultiple: figure('breakEvenDemandMultiple'),
      priceMultiple: figure('breakEvenPriceMultiple'),
      declinePerYear: figure('breakEvenDecline'),
    },
    breakEvenAfterTax: breakEvens === null ? null : breakEvensJson(breakEvens),
    project: { npvUsd: figure('projectNpvUsd'), irr: figure('projectIrr') },
    unitCost: {
      usagePerMTokUsd: value(unitCost.costPerMtokUsd),
      reservationPerMTokUsd: figure('reservationPerMTokUsd'),
      utilisation: figure('utilisation'),
      fixedCostUsd: figure('fixedCostUsd'), strandedUsd: figure('strandedUsd'),
      lcotOwnerNominalUsd: figure('lcotOwnerNominalUsd'),
      lcotOwnerRealUsd: figure('lcotOwnerRealUsd'),
      allocations: unitCost.allocations.map((a) => ({
        rule: a.rule, inputUsdPerMTok: value(a.inputUsdPerMtok),
        outputUsdPerMTok: value(a.outputUsdPerMtok),
        conservationError: value(a.conservationError),
      })),
    },
    capexByClass: { ...totals.capexByClass }, unusedLossUsd: figure('unusedLossUsd'),
    debt: debt === null ? null : {
      amountUsd: debt.amountUsd, equityUsd: debt.equityUsd, usesUsd: debt.usesUsd,
      sourcesUsd: debt.sourcesUsd, feeUsd: debt.feeUsd,
      interestDuringConstructionUsd: debt.interestDuringConstructionUsd,
      dscrMin: value(debt.dscrYearMin), dscrMonthMin: value(debt.dscrMin),
      dscrAverage: value(debt.dscrAverage),
      dscrYearMin: value(debt.dscrYearMin), llcr: value(debt.llcr),
      shortfallUsd: debt.shortfallUsd,
      closingBalanceUsd: debt.closingBalanceUsd, repaidAtHorizonUsd: debt.balloonUsd,
    },
    traffic: sold ? salesByTraffic(plan.stages).map(
      ({ key, revenueUsd, costUsd, marginUsd }) => ({ key, revenueUsd, costUsd, marginUsd }),
    ) : [],
    ...rentalsJson(plan),
    ownership: compareOwnership(plan.stages).map((o) => ({
      mode: o.mode, chosen: o.chosen, capexUsd: value(o.capexUsd),
      opexUsd: value(o.opexUsd), costPerMTokUsd: value(o.costPerMTokUsd),
      npvUsd: value(o.npvUsd), irr: value(o.irr), paybackMonths: value(o.paybackMonths),
    })),
    roadmap,
  };
}
