import { datedIrr } from '../economics/statement/dated-irr.ts';
import type { EconomicsResult, Metric } from '../economics/statement/result-types.ts';
import { lineOf } from '../economics/statement/statement.ts';
import type { CalendarMonth } from '../lifecycle/types.ts';
import { byField, byFigure, type Absent, type TraceInput } from '../units/figure.ts';
import type { Ledger } from '../units/ledger.ts';
import type { Unit } from '../units/unit.ts';
import { putMetric, whyNoCost } from './figures-money.ts';
import type { StageResults } from './stages.ts';

const fields = (...paths: readonly string[]): readonly TraceInput[] => paths.map(byField);
const figures = (...keys: readonly string[]): readonly TraceInput[] => keys.map((key) => byFigure(`headline.${key}`));

/** A figure beside the headline, `economics.<key>`. */
interface Row {
  readonly key: string;
  readonly unit: Unit;
  readonly formula: string;
  readonly inputs: readonly TraceInput[];
  /** False for figures that rest on cost alone and stand without token prices. */
  readonly sale?: boolean;
  readonly read: (economics: EconomicsResult, start: CalendarMonth) => number | Metric;
}

const noDebt: Metric = { value: null, absent: { code: 'no-debt', detail: 'nothing is borrowed' } };
const flow = figures('revenueUsd', 'opexUsd', 'capexUsd');
const borrowed = [...figures('capexUsd'), ...fields('finance.debtShare', 'finance.interestRate', 'finance.tenorMonths')];
const used = [...figures('costPerMTokUsd', 'tokensTotalM'), ...fields('demand.utilisation')];
const discounted = [...flow, ...fields('finance.discountRate')];

/** The owner's return by calendar dates, month by month at its last day. */
const ownersXirr = (e: EconomicsResult, start: CalendarMonth): Metric =>
  datedIrr(lineOf(e.statement, 'equity').values, e.statement.firstMonth, start, e.equity.returns);

const rows: readonly Row[] = [
  { key: 'breakEvenUtilisation', unit: 'fraction', formula: 'economics.breakEvenUse', inputs: discounted, sale: true, read: (e) => e.breakEven.utilisation },
  { key: 'breakEvenPriceMultiple', unit: 'ratio', formula: 'economics.breakEvenPrice', inputs: discounted, sale: true, read: (e) => e.breakEven.priceMultiple },
  { key: 'breakEvenDecline', unit: 'fraction/year', formula: 'economics.breakEvenDecline', inputs: discounted, sale: true, read: (e) => e.breakEven.declinePerYear },
  { key: 'irrSignChanges', unit: 'count', formula: 'economics.signChanges', inputs: flow, sale: true, read: (e) => e.equity.returns.signChanges },
  { key: 'projectNpvUsd', unit: 'USD', formula: 'economics.projectNpv', inputs: discounted, sale: true, read: (e) => e.project.npvUsd },
  { key: 'projectIrr', unit: 'fraction/year', formula: 'economics.projectIrr', inputs: flow, sale: true, read: (e) => e.project.irr },
  { key: 'xirr', unit: 'fraction/year', formula: 'economics.xirr', inputs: [...flow, ...fields('project.startMonth')], sale: true, read: ownersXirr },
  { key: 'profitabilityIndex', unit: 'ratio', formula: 'economics.profitabilityIndex', inputs: discounted, sale: true, read: (e) => e.equity.profitabilityIndex },
  { key: 'utilisation', unit: 'fraction', formula: 'economics.utilisation', inputs: used, read: (e) => e.unitCost.utilisation },
  { key: 'reservationPerMTokUsd', unit: 'USD/Mtok', formula: 'economics.reservation', inputs: used, read: (e) => e.unitCost.reservationPerMtokUsd },
  { key: 'economicCostUsd', unit: 'USD', formula: 'economics.economicCost', inputs: figures('capexUsd', 'opexUsd'), read: (e) => e.unitCost.economicCostUsd },
  { key: 'fixedCostUsd', unit: 'USD', formula: 'economics.fixedCost', inputs: [byFigure('economics.economicCostUsd'), ...fields('power.idleShare')], read: (e) => e.unitCost.fixedCostUsd },
  { key: 'strandedUsd', unit: 'USD', formula: 'economics.stranded', inputs: [byFigure('economics.fixedCostUsd'), byFigure('economics.utilisation')], read: (e) => e.unitCost.strandedUsd },
  { key: 'lcotOwnerNominalUsd', unit: 'USD/Mtok', formula: 'economics.lcotOwner', inputs: discounted, sale: true, read: (e) => e.unitCost.lcotOwnerNominalUsd },
  { key: 'lcotOwnerRealUsd', unit: 'USD/Mtok', formula: 'economics.lcotOwnerReal', inputs: [byFigure('economics.lcotOwnerNominalUsd'), ...fields('finance.inflation')], sale: true, read: (e) => e.unitCost.lcotOwnerRealUsd },
  { key: 'litresPerMTok', unit: 'L/Mtok', formula: 'economics.litres', inputs: figures('wueLPerKwh', 'joulesPerToken'), read: (e) => e.unitCost.litresPerMtok },
  { key: 'salvageUsd', unit: 'USD', formula: 'economics.salvage', inputs: [...figures('capexUsd'), ...fields('capex.systemResidual', 'capex.facilityLifeYears')], read: (e) => e.totals.salvageUsd },
  { key: 'taxUsd', unit: 'USD', formula: 'economics.tax', inputs: [...flow, ...fields('finance.taxRate', 'finance.stateTaxRate', 'finance.depreciation')], sale: true, read: (e) => e.totals.taxUsd },
  { key: 'unusedLossUsd', unit: 'USD', formula: 'economics.unusedLoss', inputs: [...flow, ...fields('finance.lossRule', 'finance.lossLimitShare')], sale: true, read: (e) => e.totals.unusedLossUsd },
  { key: 'debtUsd', unit: 'USD', formula: 'economics.debt', inputs: borrowed, read: (e) => e.debt?.amountUsd ?? noDebt },
  { key: 'equityUsd', unit: 'USD', formula: 'economics.equity', inputs: borrowed, read: (e) => e.debt?.equityUsd ?? noDebt },
  { key: 'constructionInterestUsd', unit: 'USD', formula: 'economics.constructionInterest', inputs: borrowed, read: (e) => e.debt?.interestDuringConstructionUsd ?? noDebt },
  { key: 'debtFeeUsd', unit: 'USD', formula: 'economics.debtFee', inputs: [...borrowed, ...fields('finance.upfrontFee')], read: (e) => e.debt?.feeUsd ?? noDebt },
  { key: 'dscrAverage', unit: 'ratio', formula: 'economics.dscrAverage', inputs: [...flow, ...borrowed], sale: true, read: (e) => e.debt?.dscrAverage ?? noDebt },
  { key: 'debtClosingUsd', unit: 'USD', formula: 'economics.debtClosing', inputs: borrowed, read: (e) => e.debt?.balloonUsd ?? noDebt },
];

/** Writes the figures beside the headline: break-evens, allocations, debt, investment by class, sales by class. */
export function putEconomics(ledger: Ledger, stages: StageResults): void {
  const { economics, priced } = stages;
  const noCost = whyNoCost(stages);
  const noRevenue: Absent = { code: 'not-priced', detail: priced.unpricedTokens.join('; ') };
  for (const { key, unit, formula, inputs, sale, read } of rows) {
    const at = `economics.${key}`;
    if (economics === null) ledger.putAbsent(at, unit, formula, inputs, noCost);
    else if (sale === true && priced.unpricedTokens.length > 0) ledger.putAbsent(at, unit, formula, inputs, noRevenue);
    else putMetric(ledger, at, unit, formula, inputs, read(economics, stages.lifecycle.start));
  }
  if (economics === null) return;
  putAllocations(ledger, economics);
  for (const [name, usd] of Object.entries(economics.totals.capexByClass)) {
    ledger.put(`economics.capex.${name}`, usd, 'USD', 'economics.capexClass', figures('capexUsd'));
  }
  if (priced.unpricedTokens.length > 0) return;
  for (const [at, rate] of economics.equity.returns.roots.entries()) {
    ledger.put(`economics.irr.${at + 1}`, rate, 'fraction/year', 'economics.irr', flow);
  }
  for (const { key, revenueUsd, marginUsd } of salesByTraffic(stages)) {
    const inputs = [...figures('revenueUsd'), byField(`traffic.${key}.inputUsdPerMtok`), byField(`traffic.${key}.outputUsdPerMtok`)];
    ledger.put(`economics.revenue.${key}`, revenueUsd, 'USD', 'economics.trafficRevenue', inputs);
    ledger.put(`economics.margin.${key}`, marginUsd, 'USD', 'economics.trafficMargin',
      [byFigure(`economics.revenue.${key}`), byFigure('economics.economicCostUsd')]);
  }
}

/** Cost per million tokens under every rule, and what each rule over- or under-recovers. */
function putAllocations(ledger: Ledger, { unitCost }: EconomicsResult): void {
  const inputs = figures('costPerMTokUsd');
  for (const { rule, inputUsdPerMtok, outputUsdPerMtok, conservationError } of unitCost.allocations) {
    const at = `economics.allocation.${rule}`;
    putMetric(ledger, `${at}.input`, 'USD/Mtok', `economics.allocation.${rule}`, inputs, inputUsdPerMtok);
    putMetric(ledger, `${at}.output`, 'USD/Mtok', `economics.allocation.${rule}`, inputs, outputUsdPerMtok);
    ledger.put(`${at}.error`, conservationError, 'fraction', 'economics.conservation', [byFigure(`${at}.input`), byFigure(`${at}.output`)]);
  }
}

/** What one traffic class earns, and what is left after its share of the economic cost. */
export interface TrafficSale {
  readonly key: string;
  readonly name: string;
  readonly revenueUsd: number;
  readonly costUsd: number;
  readonly marginUsd: number;
}

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/**
 * Revenue and margin by traffic class. Groups serve one class each, so a class carries economic cost by the
 * accelerator-hours in service for it; the margins add up to revenue less economic cost.
 */
export function salesByTraffic({ economics, inputs, lifecycle }: StageResults): readonly TrafficSale[] {
  if (economics === null) return [];
  const hours = (key: string | null): number => lifecycle.groups.filter((g) => key === null || g.trafficKey === key)
    .reduce((total, g) => total + sum(g.reservedAcceleratorHours), 0);
  const all = hours(null);
  const served = inputs.traffic.filter(({ key }) => hours(key) > 0);
  return served.map(({ key, values }) => {
    const revenueUsd = ['input', 'cached', 'output']
      .reduce((total, part) => total + sum(lineOf(economics.statement, `revenue.${key}.${part}`).values), 0);
    const costUsd = (economics.unitCost.economicCostUsd * hours(key)) / all;
    return { key, name: values.name, revenueUsd, costUsd, marginUsd: revenueUsd - costUsd };
  });
}
