import { datedIrr } from '../../economics/statement/dated-irr.ts';
import type { Metric } from '../../economics/statement/result-types.ts';
import { lineOf } from '../../economics/statement/statement.ts';
import { secondsPerMonth } from '../../lifecycle/month.ts';
import type { Absent } from '../../units/figure.ts';
import type { StageResults } from '../stages.ts';
import { noFacilityPower, noRackFits, whyNoPoint, whyNotRun } from './absences.ts';
import { declare, orAbsent } from './declare.ts';
import { breakEvenUse } from './break-even-use.ts';
import { cost, sale, type ReadMoney } from './money-rows.ts';
import { facilityMw, noCarbon } from './plant.ts';
import { gridCarbon } from '../site/facility-response.ts';

/** Tokens per second in the month of most capacity, 0 where nothing serves. */
const peakSpeed = ({ lifecycle }: StageResults): number =>
  (lifecycle.total.capacityMtok.reduce((a, b) => Math.max(a, b), 0) * 1e6) / secondsPerMonth;

function noPeak(stages: StageResults): Absent {
  const { groups, lifecycle } = stages;
  return groups.some(
    (g) => g.servingAccelerators > 0 && g.record.values.startMonth > lifecycle.horizonMonths,
  )
    ? { code: 'not-within-horizon', detail: 'racks serve only after the last month' }
    : whyNoPoint(stages);
}

/** A figure of all tokens: a plan some of whose racks run nothing has no whole to state. */
const ofAll = (value: (stages: StageResults) => number | Metric) =>
  (stages: StageResults): number | Metric => {
    const absent = whyNotRun(stages);
    return absent === null ? value(stages) : { value: null, absent };
  };

/** Tokens over the life. */
export const lifeFigures = declare({
  'headline.tokensPerSecondPeak': {
    label: 'Token rate, peak', unit: 'tok/s',
    definition: 'Input and output tokens per second everything in service can serve.',
    formula: 'lifecycle.peakSpeed',
    value: ofAll((s) => {
      const peak = peakSpeed(s);
      return peak > 0 ? peak : { value: null, absent: noPeak(s) };
    }),
  },
  'headline.tokensTotalM': {
    label: 'Tokens served', unit: 'Mtok',
    definition: 'Input and output tokens served over the horizon.',
    formula: 'lifecycle.tokens', of: ['headline.tokensPerSecondPeak'],
    value: ofAll(({ lifecycle }) => {
      const tokens = lifecycle.total.totalMtok.reduce((a, b) => a + b, 0);
      return orAbsent(tokens > 0 ? tokens : null,
        { code: 'no-tokens', detail: 'no token is served' });
    }),
  },
  'headline.tokPerSecPerMw': {
    label: 'Throughput per MW', unit: 'tok/s/MW',
    definition: 'Tokens per second at full load for each MW drawn from the utility.',
    formula: 'lifecycle.tokPerMw',
    of: ['headline.tokensPerSecondPeak', 'headline.facilityMw'],
    value: ofAll((s) => {
      const [peak, mw] = [peakSpeed(s), facilityMw(s)];
      if (peak <= 0) return { value: null, absent: noPeak(s) };
      return orAbsent(mw === null ? null : peak / mw, noFacilityPower(s, noRackFits));
    }),
  },
});

const noDebt: Metric = { value: null,
  absent: { code: 'no-debt', detail: '' } };
const flow = ['headline.revenueUsd', 'headline.opexUsd', 'headline.capexUsd'];
const overTokens = ['headline.capexUsd', 'headline.opexUsd', 'headline.tokensTotalM'];
const unitCost = ['headline.costPerMTokUsd'];

/** Cost, revenue and return. */
export const moneyFigures = declare({
  'headline.capexUsd': cost({ label: 'Investment', unit: 'USD',
    definition: 'Everything bought within the horizon.', formula: 'economics.capex' },
    (e) => e.totals.capexUsd, ['headline.accelerators', 'network.costUsd', 'headline.itMw']),
  'headline.opexUsd': cost({ label: 'Operating cost', unit: 'USD',
    definition: 'All operating lines over the horizon.', formula: 'economics.opex' },
    (e) => e.totals.opexUsd, ['headline.energyUsd']),
  'headline.energyUsd': cost({
    label: 'Electricity', unit: 'USD',
    definition: 'Energy and demand charges over the horizon.', formula: 'economics.energy',
  },
    (e) => e.totals.energyUsd),
  'headline.revenueUsd': sale({ label: 'Revenue', unit: 'USD',
    definition: 'Tokens sold at their price in each month, over the horizon.',
    formula: 'economics.revenue' },
    (e) => e.totals.revenueUsd, ['headline.tokensTotalM']),
  'headline.costPerMTokUsd': cost({ label: 'Cost per M tokens', unit: 'USD/Mtok',
    definition: 'Economic cost of a million tokens served, input and output alike.',
    formula: 'economics.unitCost' },
    (e) => e.unitCost.costPerMtokUsd, ['economics.economicCostUsd', 'headline.tokensTotalM']),
  'headline.costPerMTokInputUsd': cost({
    label: 'Cost per M input tokens', unit: 'USD/Mtok',
    definition: 'Share of the cost that the allocation rule gives to input tokens.',
    formula: 'economics.unitCostSplit',
  },
    (e) => e.unitCost.allocation.inputUsdPerMtok, unitCost),
  'headline.costPerMTokOutputUsd': cost({
    label: 'Cost per M output tokens', unit: 'USD/Mtok',
    definition: 'Share of the cost that the allocation rule gives to output tokens.',
    formula: 'economics.unitCostSplit',
  },
    (e) => e.unitCost.allocation.outputUsdPerMtok, unitCost),
  'headline.lcotNominalUsd': cost({ label: 'LCOT, nominal', unit: 'USD/Mtok',
    definition: 'Discounted cost over discounted tokens, both at the nominal rate.',
    formula: 'economics.lcot' },
    (e) => e.unitCost.lcotNominalUsd, overTokens),
  'headline.lcotRealUsd': cost({ label: 'LCOT, real', unit: 'USD/Mtok',
    definition: 'Discounted cost over tokens discounted at the real rate.',
    formula: 'economics.lcotReal' },
    (e) => e.unitCost.lcotRealUsd, overTokens),
  'headline.levelisedPriceUsd': sale({
    label: 'Levelised price', unit: 'USD/Mtok',
    definition:
      'Discounted revenue over discounted tokens: what a million tokens earns on average.',
    formula: 'economics.levelisedPrice',
  }, (e) => e.unitCost.levelisedPriceUsd, ['headline.revenueUsd', 'headline.tokensTotalM']),
  'headline.joulesPerToken': cost({ label: 'Energy per token', unit: 'J/token',
    definition: 'Facility energy over tokens served.', formula: 'lifecycle.joules' },
    (e) => e.unitCost.joulesPerToken),
  'headline.gCo2PerMTok': cost({ label: 'Carbon per M tokens', unit: 'gCO2/Mtok',
    definition: 'Emissions of the grid for a million tokens served.',
    formula: 'lifecycle.carbon' },
    (e, s) => (gridCarbon(s.inputs, s.site) === null
      ? { value: null, absent: noCarbon(s) } : e.unitCost.gramsCo2PerMtok),
    ['headline.joulesPerToken']),
  'headline.npvUsd': sale({ label: 'NPV', unit: 'USD',
    definition: 'Net cash flow after tax, discounted to the start of month 1.',
    formula: 'economics.npv' },
    (e) => e.equity.npvUsd, flow),
  'headline.irr': sale({ label: 'IRR', unit: 'fraction/year',
    definition: 'The yearly rate at which the NPV is nought: the only one above −90 %, or the only gain.',
    formula: 'economics.irr' },
    (e) => e.equity.irr, flow),
  'headline.mirr': sale({ label: 'MIRR', unit: 'fraction/year',
    definition:
      'Yearly return with flows in between financed and reinvested at the stated rates.',
    formula: 'economics.mirr' },
    (e) => e.equity.mirr, flow),
  'headline.paybackMonths': sale({ label: 'Payback', unit: 'month',
    definition: 'Month from which the running sum of cash stays positive.',
    formula: 'economics.payback' },
    (e) => e.equity.paybackMonths, flow),
  'headline.discountedPaybackMonths': sale({
    label: 'Discounted payback', unit: 'month',
    definition: 'The same with discounted cash.', formula: 'economics.discountedPayback',
  },
    (e) => e.equity.discountedPaybackMonths, flow),
  'headline.roi': sale({ label: 'ROI', unit: 'fraction',
    definition: 'What the owner gains, undiscounted, over all that the owner had to put in: MOIC less 1.',
    formula: 'economics.roi' },
    (e) => e.equity.roi, flow),
  'headline.revenueMultiple': sale({ label: 'Revenue multiple', unit: 'ratio',
    definition: 'Revenue over investment: what vendors often call ROI.',
    formula: 'economics.revenueMultiple' },
    (e) => e.totals.revenueMultiple, ['headline.revenueUsd', 'headline.capexUsd']),
  'headline.moic': sale({ label: 'MOIC', unit: 'ratio',
    definition: 'What comes back for each dollar the owner had to put in.',
    formula: 'economics.moic' },
    (e) => e.equity.moic, flow),
  'headline.dscrMin': sale({ label: 'DSCR, least', unit: 'ratio',
    definition: 'Least cash after tax over debt service in any twelve months in a row.',
    formula: 'economics.dscrYear' },
    (e) => e.debt?.dscrYearMin ?? noDebt, flow),
});

/** The owner's return by calendar dates, month by month at its last day. */
const ownersXirr: ReadMoney = (e, { start }) => datedIrr(lineOf(e.statement, 'equity').values,
  e.statement.firstMonth, start, e.equity.irr);

/** Figures of the money beside the headline. */
export const economicsFigures = declare({
  'economics.breakEvenUtilisation': sale({
    label: 'Break-even utilisation', unit: 'fraction',
    definition: 'Input Utilisation at which NPV before tax and debt is nought.',
    formula: 'economics.breakEvenUse',
  },
    breakEvenUse, flow),
  'economics.breakEvenDemandMultiple': sale({
    label: 'Break-even demand multiple', unit: 'ratio',
    definition: 'Multiple of all demand at which NPV before tax and debt is nought.',
    formula: 'economics.breakEvenDemand',
  },
    (e) => e.breakEven.demandMultiple, flow),
  'economics.breakEvenPriceMultiple': sale({
    label: 'Break-even price multiple', unit: 'ratio',
    definition: 'Multiple of all prices at which NPV before tax and debt is nought.',
    formula: 'economics.breakEvenPrice',
  },
    (e) => e.breakEven.priceMultiple, flow),
  'economics.breakEvenDecline': sale({
    label: 'Break-even price decline', unit: 'fraction/year',
    definition: 'Yearly fall of all prices at which NPV before tax and debt is nought.',
    formula: 'economics.breakEvenDecline',
  },
    (e) => e.breakEven.declinePerYear, flow),
  'economics.irrSignChanges': sale({ label: 'Sign changes of the flow', unit: 'count',
    definition: 'At most this many rates of return exist.',
    formula: 'economics.signChanges' },
    (e) => e.equity.returns.signChanges, flow),
  'economics.projectNpvUsd': sale({ label: 'Project NPV', unit: 'USD',
    definition: 'Net cash flow before debt, after tax, discounted to the start of month 1.',
    formula: 'economics.projectNpv' },
    (e) => e.project.npvUsd, flow),
  'economics.projectIrr': sale({ label: 'Project IRR', unit: 'fraction/year',
    definition:
      'The yearly rate at which the project’s NPV is nought: the only one above −90 %, or the only gain.',
    formula: 'economics.projectIrr' },
    (e) => e.project.irr, flow),
  'economics.xirr': sale({ label: 'XIRR', unit: 'fraction/year',
    definition: 'Rate of return of the owner’s flow by calendar dates.',
    formula: 'economics.xirr' },
    ownersXirr, flow),
  'economics.profitabilityIndex': sale({ label: 'Profitability index', unit: 'ratio',
    definition: 'Present value earned for each dollar of present value invested.',
    formula: 'economics.profitabilityIndex' },
    (e) => e.equity.profitabilityIndex, flow),
  'economics.utilisation': cost({ label: 'Utilisation over the life', unit: 'fraction',
    definition: 'Tokens served over what capacity could have served.',
    formula: 'economics.utilisation' },
    (e) => e.unitCost.utilisation, ['headline.tokensTotalM']),
  'economics.reservationPerMTokUsd': cost({
    label: 'Cost per M tokens of capacity', unit: 'USD/Mtok',
    definition: 'Economic cost over the tokens that capacity could have served.',
    formula: 'economics.reservation',
  },
    (e) => e.unitCost.reservationPerMtokUsd, unitCost),
  'economics.economicCostUsd': cost({ label: 'Economic cost', unit: 'USD',
    definition: 'Capital recovered over its life and operating cost.',
    formula: 'economics.economicCost' },
    (e) => e.unitCost.economicCostUsd, ['headline.capexUsd', 'headline.opexUsd']),
  'economics.fixedCostUsd': cost({ label: 'Fixed cost', unit: 'USD',
    definition: 'Economic cost that is there whatever the load.',
    formula: 'economics.fixedCost' },
    (e) => e.unitCost.fixedCostUsd, ['economics.economicCostUsd']),
  'economics.strandedUsd': cost({ label: 'Stranded cost', unit: 'USD',
    definition: 'Fixed cost of capacity that serves nothing.',
    formula: 'economics.stranded' },
    (e) => e.unitCost.strandedUsd, ['economics.fixedCostUsd', 'economics.utilisation']),
  'economics.lcotOwnerNominalUsd': sale({
    label: 'Owner’s LCOT, nominal', unit: 'USD/Mtok',
    definition: 'What the owner must be paid per million tokens after tax and debt.',
    formula: 'economics.lcotOwner',
  },
    (e) => e.unitCost.lcotOwnerNominalUsd, flow),
  'economics.lcotOwnerRealUsd': sale({ label: 'Owner’s LCOT, real', unit: 'USD/Mtok',
    definition: 'The same over tokens discounted at the real rate.',
    formula: 'economics.lcotOwnerReal' },
    (e) => e.unitCost.lcotOwnerRealUsd, ['economics.lcotOwnerNominalUsd']),
  'economics.litresPerMTok': cost({ label: 'Water per M tokens', unit: 'L/Mtok',
    definition: 'Make-up water over tokens served.', formula: 'economics.litres' },
    (e) => e.unitCost.litresPerMtok, ['headline.wueLPerKwh', 'headline.joulesPerToken']),
  'economics.salvageUsd': cost({ label: 'Residual value', unit: 'USD',
    definition: 'What assets are worth when they leave the plan.',
    formula: 'economics.salvage' },
    (e) => e.totals.salvageUsd, ['headline.capexUsd']),
  'economics.taxUsd': sale({ label: 'Tax', unit: 'USD',
    definition: 'State and federal tax of the owner over the horizon.',
    formula: 'economics.tax' },
    (e) => e.totals.taxUsd, flow),
  'economics.unusedLossUsd': sale({ label: 'Unused tax loss', unit: 'USD',
    definition: 'Losses carried beyond the horizon.', formula: 'economics.unusedLoss' },
    (e) => e.totals.unusedLossUsd, flow),
  'economics.debtUsd': cost({
    label: 'Debt', unit: 'USD',
    definition: 'Borrowed, with interest added before service.', formula: 'economics.debt',
  },
    (e) => e.debt?.amountUsd ?? noDebt, ['headline.capexUsd']),
  'economics.equityUsd': cost({ label: 'Equity', unit: 'USD',
    definition: 'What the owner pays in until the last asset is in service.',
    formula: 'economics.equity' },
    (e) => e.debt?.equityUsd ?? noDebt, ['headline.capexUsd', 'economics.debtUsd']),
  'economics.constructionInterestUsd': cost({ label: 'Interest during construction',
    unit: 'USD', definition: 'Interest on draws before service.',
    formula: 'economics.constructionInterest' },
    (e) => e.debt?.interestDuringConstructionUsd ?? noDebt, ['economics.debtUsd']),
  'economics.debtFeeUsd': cost({ label: 'Upfront fee', unit: 'USD',
    definition: 'Fee on the amount borrowed.', formula: 'economics.debtFee' },
    (e) => e.debt?.feeUsd ?? noDebt, ['economics.debtUsd']),
  'economics.dscrAverage': sale({
    label: 'DSCR, average', unit: 'ratio',
    definition: 'Mean of EBITDA over debt service.', formula: 'economics.dscrAverage',
  },
    (e) => e.debt?.dscrAverage ?? noDebt, flow),
  'economics.dscrYearMin': sale({
    label: 'DSCR, least of 12 months, after tax', unit: 'ratio',
    definition: 'Least cash after tax over debt service in any twelve months in a row.',
    formula: 'economics.dscrYear',
  },
    (e) => e.debt?.dscrYearMin ?? noDebt, flow),
  'economics.dscrMonthMin': sale({
    label: 'DSCR, least of a month, before tax', unit: 'ratio',
    definition: 'Least EBITDA over debt service in any month that has some.',
    formula: 'economics.dscr',
  },
    (e) => e.debt?.dscrMin ?? noDebt, flow),
  'economics.llcr': sale({
    label: 'LLCR', unit: 'ratio',
    definition: 'Worth of the cash after tax over the loan’s life for each dollar of its service.',
    formula: 'economics.llcr',
  },
    (e) => e.debt?.llcr ?? noDebt, flow),
  'economics.debtShortfallUsd': sale({
    label: 'Debt service beyond EBITDA', unit: 'USD',
    definition: 'Scheduled debt service that the EBITDA of its month does not pay.',
    formula: 'economics.debtShortfall',
  },
    (e) => e.debt?.shortfallUsd ?? noDebt, flow),
  'economics.debtClosingUsd': cost({ label: 'Debt at the end', unit: 'USD',
    definition: 'Balance repaid from the last flow.', formula: 'economics.debtClosing' },
    (e) => e.debt?.balloonUsd ?? noDebt, ['economics.debtUsd']),
});
