import type { Metric } from '../economics/statement/result-types.ts';
import { byField, byFigure, type Absent, type TraceInput } from '../units/figure.ts';
import type { Ledger } from '../units/ledger.ts';
import type { Unit } from '../units/unit.ts';
import { put } from './figures-physical.ts';
import type { StageResults } from './stages.ts';
import type { CostBasis, CostLayer } from './types.ts';

const fields = (...paths: readonly string[]): readonly TraceInput[] => paths.map(byField);
const figures = (...keys: readonly string[]): readonly TraceInput[] => keys.map(byFigure);

/** A figure of the money stage: how it is read from the results, and whether it rests on token prices. */
interface MoneyFigure {
  readonly key: string;
  readonly unit: Unit;
  readonly formula: string;
  readonly inputs: readonly TraceInput[];
  readonly needsRevenue: boolean;
  readonly read: (economics: NonNullable<StageResults['economics']>) => number | Metric;
}

const cost = { needsRevenue: false } as const;
const sale = { needsRevenue: true } as const;
const rate = fields('finance.discountRate');
const flow = [...figures('headline.revenueUsd', 'headline.opexUsd', 'headline.capexUsd'), ...fields('finance.taxRate', 'finance.stateTaxRate', 'finance.depreciation', 'finance.debtShare')];
const noDebt: Metric = { value: null, absent: { code: 'no-debt', detail: 'nothing is borrowed' } };

const moneyFigures: readonly MoneyFigure[] = [
  { ...cost, key: 'capexUsd', unit: 'USD', formula: 'economics.capex', inputs: [...figures('headline.accelerators', 'network.costUsd', 'headline.itMw'), ...fields('capex.acceleratorPriceUsd', 'capex.hostAdder', 'capex.facilityUsdPerMw', 'capex.aiPremium', 'capex.contingency')], read: (e) => e.totals.capexUsd },
  { ...cost, key: 'opexUsd', unit: 'USD', formula: 'economics.opex', inputs: [...figures('headline.energyUsd', 'headline.itMw', 'headline.capexUsd'), ...fields('opex.staffUsdPerMwYear', 'opex.maintenanceShare', 'opex.systemSupportShare', 'opex.insuranceShare', 'opex.propertyTaxShare', 'opex.escalation')], read: (e) => e.totals.opexUsd },
  { ...cost, key: 'energyUsd', unit: 'USD', formula: 'economics.energy', inputs: [...figures('headline.pueAnnual', 'headline.itMw'), ...fields('site.electricityUsdPerKwh', 'site.electricityEscalation', 'site.demandUsdPerKwMonth', 'power.idleShare')], read: (e) => e.totals.energyUsd },
  { ...sale, key: 'revenueUsd', unit: 'USD', formula: 'economics.revenue', inputs: [...figures('headline.tokensTotalM'), ...fields('traffic.inputUsdPerMtok', 'traffic.outputUsdPerMtok', 'traffic.priceDecline', 'traffic.freeShare')], read: (e) => e.totals.revenueUsd },
  { ...cost, key: 'costPerMTokUsd', unit: 'USD/Mtok', formula: 'economics.unitCost', inputs: [...figures('headline.capexUsd', 'headline.opexUsd', 'headline.tokensTotalM'), ...rate, ...fields('capex.systemResidual', 'capex.facilityLifeYears')], read: (e) => e.unitCost.costPerMtokUsd },
  { ...cost, key: 'costPerMTokInputUsd', unit: 'USD/Mtok', formula: 'economics.unitCostSplit', inputs: [...figures('headline.costPerMTokUsd'), ...fields('finance.allocation')], read: (e) => e.unitCost.allocation.inputUsdPerMtok },
  { ...cost, key: 'costPerMTokOutputUsd', unit: 'USD/Mtok', formula: 'economics.unitCostSplit', inputs: [...figures('headline.costPerMTokUsd'), ...fields('finance.allocation')], read: (e) => e.unitCost.allocation.outputUsdPerMtok },
  { ...cost, key: 'lcotNominalUsd', unit: 'USD/Mtok', formula: 'economics.lcot', inputs: [...figures('headline.capexUsd', 'headline.opexUsd', 'headline.tokensTotalM'), ...rate], read: (e) => e.unitCost.lcotNominalUsd },
  { ...cost, key: 'lcotRealUsd', unit: 'USD/Mtok', formula: 'economics.lcotReal', inputs: [...figures('headline.lcotNominalUsd'), ...rate, ...fields('finance.inflation')], read: (e) => e.unitCost.lcotRealUsd },
  { ...sale, key: 'levelisedPriceUsd', unit: 'USD/Mtok', formula: 'economics.levelisedPrice', inputs: [...figures('headline.revenueUsd', 'headline.tokensTotalM'), ...rate], read: (e) => e.unitCost.levelisedPriceUsd },
  { ...cost, key: 'joulesPerToken', unit: 'J/token', formula: 'lifecycle.joules', inputs: figures('headline.pueAnnual', 'headline.itMw', 'headline.tokensTotalM'), read: (e) => e.unitCost.joulesPerToken },
  { ...cost, key: 'gCo2PerMTok', unit: 'gCO2/Mtok', formula: 'lifecycle.carbon', inputs: [...figures('headline.joulesPerToken'), ...fields('site.carbonGPerKwh')], read: (e) => e.unitCost.gramsCo2PerMtok },
  { ...sale, key: 'npvUsd', unit: 'USD', formula: 'economics.npv', inputs: [...flow, ...rate], read: (e) => e.equity.npvUsd },
  { ...sale, key: 'irr', unit: 'fraction/year', formula: 'economics.irr', inputs: flow, read: (e) => e.equity.irr },
  { ...sale, key: 'mirr', unit: 'fraction/year', formula: 'economics.mirr', inputs: [...flow, ...rate], read: (e) => e.equity.mirr },
  { ...sale, key: 'paybackMonths', unit: 'month', formula: 'economics.payback', inputs: flow, read: (e) => e.equity.paybackMonths },
  { ...sale, key: 'discountedPaybackMonths', unit: 'month', formula: 'economics.discountedPayback', inputs: [...flow, ...rate], read: (e) => e.equity.discountedPaybackMonths },
  { ...sale, key: 'roi', unit: 'fraction', formula: 'economics.roi', inputs: flow, read: (e) => e.equity.roi },
  { ...sale, key: 'revenueMultiple', unit: 'ratio', formula: 'economics.revenueMultiple', inputs: figures('headline.revenueUsd', 'headline.capexUsd'), read: (e) => e.totals.revenueMultiple },
  { ...sale, key: 'moic', unit: 'ratio', formula: 'economics.moic', inputs: flow, read: (e) => e.equity.moic },
  { ...sale, key: 'dscrMin', unit: 'ratio', formula: 'economics.dscr', inputs: [...flow, ...fields('finance.interestRate', 'finance.tenorMonths')], read: (e) => e.debt?.dscrMin ?? noDebt },
];

/** Why no cost is known: a price is missing, the site has no climate, or nothing is in service. */
export function whyNoCost({ priced: { unpricedCosts }, facility }: StageResults): Absent {
  return unpricedCosts.length > 0 ? { code: 'not-priced', detail: unpricedCosts.join('; ') }
    : facility.puePeak === null ? { code: 'no-climate', detail: 'no climate, hence no energy' } : { code: 'no-racks', detail: 'nothing is in service' };
}

/** All money figures; absent together where a price is missing, with what is missing named. */
export function putMoney(ledger: Ledger, stages: StageResults): void {
  const { economics, priced: { unpricedTokens } } = stages;
  const noCost = whyNoCost(stages);
  const noRevenue: Absent = { code: 'not-priced', detail: unpricedTokens.join('; ') };
  for (const { key, unit, formula, inputs, needsRevenue, read } of moneyFigures) {
    if (economics === null) ledger.putAbsent(`headline.${key}`, unit, formula, inputs, noCost);
    else if (needsRevenue && unpricedTokens.length > 0) ledger.putAbsent(`headline.${key}`, unit, formula, inputs, noRevenue);
    else putMetric(ledger, `headline.${key}`, unit, formula, inputs, read(economics));
  }
}

/** A metric as a figure: its value, or its own reason to have none. */
export function putMetric(ledger: Ledger, key: string, unit: Unit, formula: string, inputs: readonly TraceInput[], metric: number | Metric): void {
  if (typeof metric === 'number') put(ledger, key, metric, unit, formula, inputs, { code: 'upstream-absent', detail: key });
  else put(ledger, key, metric.value, unit, formula, inputs, metric.value === null ? metric.absent : { code: 'upstream-absent', detail: key });
}

/** Layers of the unit cost that follow the load, at least in part; all others are there whatever is sold. */
const variableLayers: ReadonlySet<string> = new Set(['selling', 'electricity', 'electricity-contract', 'water']);

/** The cost of a million tokens by line, largest first; empty when there is no unit cost. */
export function costStack(ledger: Ledger, { economics }: StageResults): readonly CostLayer[] {
  const total = economics?.unitCost.costPerMtokUsd.value ?? null;
  if (economics === null || total === null || economics.unitCost.economicCostUsd === 0) return [];
  const perUsd = total / economics.unitCost.economicCostUsd;
  return economics.unitCost.stack.filter((layer) => layer.usd !== 0).toSorted((a, b) => b.usd - a.usd).map((layer) => {
    const figureKey = `layer.${layer.key}`;
    const usdPerMTok = ledger.put(figureKey, layer.usd * perUsd, 'USD/Mtok', 'economics.layer', [byFigure('headline.costPerMTokUsd')]);
    return { key: layer.key, label: layer.label, usdPerMTok, fixed: !variableLayers.has(layer.key), figureKey };
  });
}

/** The five labels of the headline unit cost. */
export function costBasisOf({ economics, inputs, lifecycle }: StageResults): CostBasis {
  const basis = economics?.unitCost.basis;
  return {
    tokens: basis?.tokens ?? 'total', allocation: basis?.allocation ?? inputs.finance.values.allocation, utilisation: basis?.utilisation ?? 'usage',
    tier: basis?.tier ?? inputs.finance.values.ownership, priceYear: String(basis?.priceYear ?? lifecycle.start.year),
  };
}
