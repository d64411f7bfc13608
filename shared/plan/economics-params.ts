import type {
  CapexItem, DebtParams, Draw, EconomicsParams, FinanceParams, OpexLine, Ownership, PricePath, TaxDepreciation, TrafficSales,
} from '../economics/statement/types.ts';
import { curveDraws } from '../economics/statement/capital.ts';
import type { LifecycleResult } from '../lifecycle/types.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import { unreachable } from '../units/result.ts';
import { electricityRates } from './electricity-rates.ts';
import type { PriceInUse, PriceKind } from './prices.ts';
import { systemDepreciation } from './tax-schedule.ts';

/** What one rack group costs to buy and when, as sized by the earlier stages. */
export interface GroupCost {
  readonly key: string;
  readonly name: string;
  readonly systemUsd: number;
  readonly accelerators: number;
  readonly startMonth: number;
  readonly leadMonths: number;
  readonly retireMonth: number | null;
}

export interface PlanCosts {
  readonly groups: readonly GroupCost[];
  readonly networkUsd: number;
  /** Devices in network and storage racks. */
  readonly devicesUsd: number;
  readonly criticalMw: number;
  readonly liquidCooled: boolean;
  readonly electricityUsdPerKwh: number;
  readonly rentalUsdPerHour: number;
  readonly prices: ReadonlyMap<string, Readonly<Record<PriceKind, PriceInUse>>>;
}

/** Even payments over the `lead` months before service; at once in the month before when there is no lead. */
export function leadDraws(startMonth: number, lead: number): readonly Draw[] {
  const months = Math.max(1, lead);
  return Array.from({ length: months }, (_, i) => ({ month: startMonth - months + i, share: 1 / months }));
}

const firstService = (groups: readonly GroupCost[]): number => Math.min(...groups.map((g) => g.startMonth));

/** What goes with every rack group: systems, storage, installation, dated like the group. */
function groupItems(inputs: ScenarioInputs, group: GroupCost): readonly CapexItem[] {
  const { installShare, storageUsdPerAccelerator, systemResidual } = inputs.capex.values;
  const shared = {
    draws: leadDraws(group.startMonth, group.leadMonths), serviceMonth: group.startMonth, retireAfterMonth: group.retireMonth,
    depreciation: systemDepreciation(inputs, group.startMonth, group.leadMonths),
    bookLifeYears: inputs.finance.values.systemLifeYears,
  };
  const residual = { kind: 'fixed', share: systemResidual } as const;
  const nothing = { kind: 'fixed', share: 0 } as const;
  return [
    { ...shared, key: `systems.${group.key}`, label: `Systems: ${group.name}`, class: 'accelerator', amountUsd: group.systemUsd, residual },
    { ...shared, key: `storage.${group.key}`, label: `Storage: ${group.name}`, class: 'storage', amountUsd: group.accelerators * storageUsdPerAccelerator, residual },
    { ...shared, key: `install.${group.key}`, label: `Integration: ${group.name}`, class: 'installation', amountUsd: group.systemUsd * installShare, residual: nothing },
  ];
}

/** Share of construction cost that is power and cooling: Cushman & Wakefield 2025 breakdown; the rest is the building. */
const powerAndCoolingShare = 0.53;

function siteItems(inputs: ScenarioInputs, costs: PlanCosts): readonly CapexItem[] {
  const { facilityUsdPerMw, aiPremium, contingency, landUsd, facilityLifeYears, constructionMonths, drawCurve, systemResidual } = inputs.capex.values;
  const facilityUsd = costs.criticalMw * facilityUsdPerMw * (1 + (costs.liquidCooled ? aiPremium : 0));
  const start = firstService(costs.groups);
  const lead = Math.max(...costs.groups.filter((g) => g.startMonth === start).map((g) => g.leadMonths));
  const built = {
    draws: drawCurve === 'even' ? leadDraws(start, constructionMonths) : curveDraws(start - constructionMonths, start - 1), serviceMonth: start,
    bookLifeYears: facilityLifeYears, retireAfterMonth: null,
    residual: { kind: 'straight-line', lifeYears: facilityLifeYears, finalShare: 0 },
  } as const;
  /** 26 U.S.C. 168: fifteen years for site improvements and equipment, thirty-nine for the building itself. */
  const equipment: TaxDepreciation = { schedule: { method: 'macrs', recoveryYears: 15, convention: 'half-year' }, bonusShare: 0 };
  const building: TaxDepreciation = { schedule: { method: 'straight-line', lifeYears: 39 }, bonusShare: 0 };
  const withSystems = {
    draws: leadDraws(start, lead), serviceMonth: start, retireAfterMonth: null, residual: { kind: 'fixed', share: systemResidual },
    depreciation: systemDepreciation(inputs, start, lead), bookLifeYears: inputs.finance.values.systemLifeYears,
  } as const;
  return [
    { ...withSystems, key: 'network', label: 'Network', class: 'network', amountUsd: costs.networkUsd },
    ...(costs.devicesUsd === 0 ? [] : [{ ...withSystems, key: 'devices', label: 'Devices beside the racks', class: 'storage', amountUsd: costs.devicesUsd } as const]),
    { ...built, key: 'power-cooling', label: 'Power and cooling', class: 'power', amountUsd: facilityUsd * powerAndCoolingShare, depreciation: equipment },
    { ...built, key: 'building', label: 'Building and site', class: 'shell', amountUsd: facilityUsd * (1 - powerAndCoolingShare), depreciation: building },
    { ...built, key: 'contingency', label: 'Contingency', class: 'contingency', amountUsd: facilityUsd * contingency, depreciation: equipment },
    {
      key: 'land', label: 'Land', class: 'land', amountUsd: landUsd, draws: leadDraws(start, 1), serviceMonth: start, retireAfterMonth: null,
      residual: { kind: 'fixed', share: 1 }, depreciation: { schedule: { method: 'none' }, bonusShare: 0 },
    },
  ];
}

/** All recurring costs, in the order of the statement. */
export function opexLines(inputs: ScenarioInputs, costs: PlanCosts, lifecycle: LifecycleResult): readonly OpexLine[] {
  const { site, opex } = inputs;
  const { values } = opex;
  const by = (own: number | null): { readonly escalationPerYear: number } => ({ escalationPerYear: own ?? values.escalation });
  const operator = { payer: 'operator' } as const;
  const facility = ['power', 'cooling', 'shell', 'contingency', 'land'] as const;
  return [
    ...electricityRates(inputs, costs.electricityUsdPerKwh, lifecycle),
    {
      key: 'demand-charge', label: 'Demand charge', group: 'energy', basis: 'kw-peak', rate: site.values.demandUsdPerKwMonth,
      escalationPerYear: site.values.electricityEscalation, payer: 'operator', minimumKw: site.values.minimumTake * site.values.utilityMw * 1000,
      ratchet: site.values.demandRatchet, ratchetMonths: site.values.ratchetMonths,
    },
    { key: 'water', label: 'Water', group: 'water', basis: 'm3', rate: site.values.waterUsdPerM3, ...by(values.waterEscalation), ...operator },
    { key: 'staff', label: 'Staff', group: 'people', basis: 'mw-year', rate: values.staffUsdPerMwYear, ...by(values.staffEscalation), ...operator },
    { key: 'maintenance', label: 'Facility maintenance', group: 'maintenance', basis: 'capex-year', rate: values.maintenanceShare, ...by(values.maintenanceEscalation), payer: 'facility-owner', classes: facility },
    { key: 'support', label: 'System support and spares', group: 'maintenance', basis: 'capex-year', rate: values.systemSupportShare, ...by(values.supportEscalation), payer: 'system-owner', classes: ['accelerator', 'network', 'storage'] },
    { key: 'insurance', label: 'Insurance', group: 'site', basis: 'capex-year', rate: values.insuranceShare, ...by(values.insuranceEscalation), ...operator },
    { key: 'property-tax', label: 'Property tax', group: 'site', basis: 'capex-year', rate: values.propertyTaxShare, ...by(values.propertyTaxEscalation), payer: 'facility-owner', classes: facility },
    { key: 'software', label: 'Software licences', group: 'software', basis: 'accelerator-year', rate: values.softwareUsdPerAcceleratorYear, ...by(values.softwareEscalation), ...operator },
    { key: 'transit', label: 'Connectivity', group: 'site', basis: 'mw-year', rate: values.transitUsdPerMwYear, ...by(values.transitEscalation), ...operator },
    { key: 'selling', label: 'Selling cost', group: 'selling', basis: 'revenue', rate: values.salesShare, escalationPerYear: 0, payer: 'operator' },
  ];
}

/** Months in which the model sold is replaced, first to last. */
const replacementsOf = (inputs: ScenarioInputs, trafficKey: string): PricePath['replacements'] =>
  inputs.priceEvent.filter(({ values }) => values.inUse && values.traffic === trafficKey)
    .map(({ values }) => ({ month: values.month, priceFactor: values.factor }))
    .toSorted((a, b) => a.month - b.month);

function salesOf(inputs: ScenarioInputs, costs: PlanCosts): readonly TrafficSales[] {
  return inputs.traffic.map(({ key, values }) => {
    const prices = costs.prices.get(key);
    return {
      trafficKey: key,
      inputUsdPerMtok: prices?.inputUsdPerMtok.value ?? 0,
      cachedUsdPerMtok: prices?.cachedUsdPerMtok.value ?? 0,
      outputUsdPerMtok: prices?.outputUsdPerMtok.value ?? 0,
      path: {
        clock: values.priceClock, modelDeclinePerYear: values.priceDecline, capabilityDeclinePerYear: values.capabilityDecline,
        replacements: replacementsOf(inputs, key), floorFactor: values.priceFloor,
      },
      freeShare: values.freeShare, failedShare: values.failedShare, batchShare: values.batchShare, batchDiscount: values.batchDiscount,
      offPeakShare: values.offPeakShare, offPeakDiscount: values.offPeakDiscount,
      tiers: inputs.priceTier.filter((t) => t.values.traffic === key)
        .map((t) => ({ key: t.key, share: t.values.share, priceFactor: t.values.priceFactor })),
    };
  });
}

export type OwnershipMode = Ownership['mode'];

/** The terms of an ownership mode, as the scenario states them. */
function ownershipOf({ finance: { values: f } }: ScenarioInputs, costs: PlanCosts, mode: OwnershipMode): Ownership {
  switch (mode) {
    case 'own': return { mode: 'own' };
    case 'lease': return { mode: 'lease', ratePerYear: f.leaseRate, termMonths: f.leaseTermMonths, residualShare: f.leaseResidual };
    case 'colo': return {
      mode: 'colo', usdPerKwMonth: f.coloUsdPerKwMonth, escalationPerYear: f.coloEscalation, reservedKw: costs.criticalMw * 1000, takeOrPay: f.coloTakeOrPay,
    };
    case 'rental': return {
      mode: 'rental', usdPerAcceleratorHour: costs.rentalUsdPerHour, termMonths: f.rentalTermMonths, prepayShare: f.rentalPrepayShare, escalationPerYear: f.rentalEscalation,
    };
    default: return unreachable(mode, 'ownershipOf');
  }
}

function financeOf({ finance: { values: f } }: ScenarioInputs): FinanceParams {
  const debt: DebtParams | null = f.debtShare === 0 ? null : {
    kind: f.debtKind, share: f.debtShare, ratePerYear: f.interestRate, tenorMonths: f.tenorMonths, targetDscr: f.targetDscr,
    upfrontFeeShare: f.upfrontFee, dsraMonths: f.dsraMonths, constructionInterest: f.constructionInterest,
  };
  return {
    discountRate: f.discountRate, inflation: f.inflation, financeRate: f.financeRate ?? f.discountRate,
    reinvestRate: f.reinvestRate ?? f.discountRate,
    tax: { federalRate: f.taxRate, stateRate: f.stateTaxRate, lossRule: f.lossRule, lossLimitShare: f.lossLimitShare },
    debt, receivableDays: f.receivableDays, payableDays: f.payableDays, 
    operatingReserveMonths: f.operatingReserveMonths, reserveInterest: f.reserveInterest,
  };
}

/** All investment of the plan; items of no amount are left out. */
export const capexItems = (inputs: ScenarioInputs, costs: PlanCosts): readonly CapexItem[] =>
  [...costs.groups.flatMap((group) => groupItems(inputs, group)), ...siteItems(inputs, costs)].filter((item) => item.amountUsd > 0);

/**
 * The economics stage's parameters from the scenario and what the earlier stages sized.
 * @param mode who owns what; the scenario's own mode unless others are compared
 */
export function economicsParams(
  inputs: ScenarioInputs, costs: PlanCosts, lifecycle: LifecycleResult, mode: OwnershipMode = inputs.finance.values.ownership,
): EconomicsParams {
  return {
    lifecycle, capex: capexItems(inputs, costs), opex: opexLines(inputs, costs, lifecycle), sales: salesOf(inputs, costs),
    ownership: ownershipOf(inputs, costs, mode), finance: financeOf(inputs), allocation: inputs.finance.values.allocation,
  };
}
