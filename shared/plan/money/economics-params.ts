import type {
  CapexItem, DebtParams, Draw, EconomicsParams, FinanceParams, OpexLine, Ownership,
  PricePath, TaxDepreciation, TaxParams, TrafficSales,
} from '../../economics/statement/types.ts';
import { curveDraws } from '../../economics/statement/capital.ts';
import type { LifecycleResult } from '../../lifecycle/types.ts';
import type { ScenarioInputs, Values } from '../../project/resolve.ts';
import { cell, lazily } from '../../units/reading.ts';
import { unreachable } from '../../units/result.ts';
import { electricityRates } from './electricity-rates.ts';
import { retirementOf, successorsOf } from './price-path.ts';
import type { PriceKind, PricesInUse } from './prices.ts';
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
  /** Whether it is bought again when the book life of systems ends. */
  readonly refreshAtLife: boolean;
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
  readonly prices: ReadonlyMap<string, PricesInUse>;
}

/**
 * Even payments over the `lead` months before service; at once in the month before when
 * there is no lead.
 */
export function leadDraws(startMonth: number, lead: number): readonly Draw[] {
  const months = Math.max(1, lead);
  return Array.from({ length: months },
    (_, i) => ({ month: startMonth - months + i, share: 1 / months }));
}

const firstService = (groups: readonly GroupCost[]): number =>
  Math.min(...groups.map((g) => g.startMonth));

/** An item of investment whose parts are computed when they are asked for. */
interface LateItem extends Pick<CapexItem, 'key' | 'label' | 'class'> {
  readonly amountUsd: () => number;
  readonly draws: () => readonly Draw[];
  readonly serviceMonth: () => number;
  readonly retireAfterMonth?: () => number | null;
  readonly residual: () => CapexItem['residual'];
  readonly depreciation: () => TaxDepreciation;
  /** Null for what the accounts do not write off. */
  readonly bookLifeYears: (() => number) | null;
}

const item = (
  { retireAfterMonth, bookLifeYears, ...parts }: LateItem,
): CapexItem => lazily<CapexItem>({
  ...parts, retireAfterMonth: retireAfterMonth ?? null,
  ...(bookLifeYears === null ? {} : { bookLifeYears }),
});

const nothingLeft = (): CapexItem['residual'] => ({ kind: 'fixed', share: 0 });

/**
 * What systems of a group are worth at the end and how they are written off, as every
 * item that goes with them.
 */
function systemParts(inputs: ScenarioInputs, start: () => number, lead: () => number) {
  return {
    draws: () => leadDraws(start(), lead()), serviceMonth: start,
    residual: (): CapexItem['residual'] =>
      ({ kind: 'fixed', share: inputs.capex.values.systemResidual }),
    depreciation: () => systemDepreciation(inputs, start(), lead()),
    bookLifeYears: () => inputs.finance.values.systemLifeYears,
  };
}

/** Service of one generation of a group's systems: first and last month, and its ordinal. */
interface Generation {
  readonly ordinal: number;
  readonly startMonth: number;
  readonly retireMonth: number | null;
}

/**
 * Generations of a group that is replaced: one for every book life of systems begun within
 * the horizon, at least one.
 * @example generationsOf({ startMonth: 1, retireMonth: null }, 60, 100).length // 2
 */
export function generationsOf(
  { startMonth, retireMonth }: Pick<GroupCost, 'startMonth' | 'retireMonth'>,
  lifeMonths: number, horizonMonths: number,
): readonly Generation[] {
  const last = Math.min(horizonMonths, retireMonth ?? horizonMonths);
  const count = Math.max(1, Math.ceil((last - startMonth + 1) / lifeMonths));
  return Array.from({ length: count }, (_, ordinal) => ({
    ordinal, startMonth: startMonth + ordinal * lifeMonths,
    retireMonth: ordinal === count - 1 ? retireMonth : startMonth + (ordinal + 1) * lifeMonths - 1,
  }));
}

/**
 * What goes with every rack group: systems, storage, installation, dated like the group,
 * once for each generation.
 */
function groupItems(inputs: ScenarioInputs, group: GroupCost): readonly CapexItem[] {
  const { startMonth, retireMonth } = group;
  const generations = group.refreshAtLife
    ? generationsOf(group, inputs.finance.values.systemLifeYears * 12,
      inputs.demand.values.horizonMonths)
    : [{ ordinal: 0, startMonth, retireMonth }];
  return generations.flatMap((generation) => generationItems(inputs, group, generation));
}

function generationItems(
  inputs: ScenarioInputs, group: GroupCost, { ordinal, startMonth, retireMonth }: Generation,
): readonly CapexItem[] {
  const { capex } = inputs;
  const shared = {
    ...systemParts(inputs, () => startMonth, () => group.leadMonths),
    retireAfterMonth: () => retireMonth,
  };
  const key = ordinal === 0 ? group.key : `${group.key}.${ordinal}`;
  const named = (name: string): string =>
    `${name}: ${group.name}${ordinal === 0 ? '' : `, replacement ${ordinal}`}`;
  return [
    item({ ...shared, key: `systems.${key}`, label: named('Systems'),
      class: 'accelerator', amountUsd: () => group.systemUsd }),
    item({
      ...shared, key: `storage.${key}`, label: named('Storage'), class: 'storage',
      amountUsd: () => group.accelerators * capex.values.storageUsdPerAccelerator,
    }),
    item({
      ...shared, key: `install.${key}`, label: named('Integration'),
      class: 'installation', amountUsd: () => group.systemUsd * capex.values.installShare,
      residual: nothingLeft,
    }),
  ];
}

/**
 * Share of construction cost that is power and cooling: Cushman & Wakefield 2025
 * breakdown; the rest is the building.
 */
const powerAndCoolingShare = 0.53;

/**
 * 26 U.S.C. 168: fifteen years for site improvements and equipment, thirty-nine for the
 * building itself.
 */
const equipment: TaxDepreciation = {
  schedule: { method: 'macrs', recoveryYears: 15, convention: 'half-year' }, bonusShare: 0,
};
const building: TaxDepreciation = { schedule: { method: 'straight-line', lifeYears: 39 },
  bonusShare: 0 };
const never: TaxDepreciation = { schedule: { method: 'none' }, bonusShare: 0 };

/** What is built: paid over the construction, worth less every year of the building's life. */
function builtParts({ capex }: ScenarioInputs, start: () => number) {
  return {
    serviceMonth: start, bookLifeYears: () => capex.values.facilityLifeYears,
    draws: () => {
      const { constructionMonths, drawCurve } = capex.values;
      return drawCurve === 'even' ? leadDraws(start(), constructionMonths)
        : curveDraws(start() - constructionMonths, start() - 1);
    },
    residual: (): CapexItem['residual'] =>
      ({ kind: 'straight-line', lifeYears: capex.values.facilityLifeYears, finalShare: 0 }),
  };
}

function siteItems(inputs: ScenarioInputs, costs: PlanCosts): readonly CapexItem[] {
  const { capex } = inputs;
  const facilityUsd = cell(() =>
    costs.criticalMw * capex.values.facilityUsdPerMw
      * (1 + (costs.liquidCooled ? capex.values.aiPremium : 0)));
  const start = cell(() => firstService(costs.groups));
  const lead = cell(() =>
    Math.max(...costs.groups.filter((g) => g.startMonth === start()).map((g) => g.leadMonths)));
  const built = builtParts(inputs, start);
  const withSystems = systemParts(inputs, start, lead);
  return [
    item({ ...withSystems, key: 'network', label: 'Network', class: 'network',
      amountUsd: () => costs.networkUsd }),
    item({ ...withSystems, key: 'devices', label: 'Devices beside the racks',
      class: 'storage', amountUsd: () => costs.devicesUsd }),
    item({
      ...built, key: 'power-cooling', label: 'Power and cooling', class: 'power',
      amountUsd: () => facilityUsd() * powerAndCoolingShare, depreciation: () => equipment,
    }),
    item({
      ...built, key: 'building', label: 'Building and site', class: 'shell',
      amountUsd: () => facilityUsd() * (1 - powerAndCoolingShare), depreciation: () => building,
    }),
    item({
      ...built, key: 'contingency', label: 'Contingency', class: 'contingency',
      amountUsd: () => facilityUsd() * capex.values.contingency, depreciation: () => equipment,
    }),
    item({
      key: 'land', label: 'Land', class: 'land', amountUsd: () => capex.values.landUsd,
      draws: () => leadDraws(start(), 1), serviceMonth: start,
      residual: () => ({ kind: 'fixed', share: 1 }), depreciation: () => never,
      bookLifeYears: null,
    }),
  ];
}

/** A recurring cost whose rate and rise are read when they are asked for. */
const lateLine = (
  names: Omit<OpexLine, 'rate' | 'escalationPerYear'>, rate: () => number,
  escalationPerYear: () => number,
): OpexLine => lazily<OpexLine>({ ...names, rate, escalationPerYear });

/** The demand charge, with the tariff's least billing. */
const demandCharge = ({ site }: ScenarioInputs): OpexLine => lazily<OpexLine>({
  key: 'demand-charge', label: 'Demand charge', group: 'energy', basis: 'kw-peak',
  payer: 'operator', rate: () => site.values.demandUsdPerKwMonth,
  escalationPerYear: () => site.values.electricityEscalation,
  minimumKw: () => site.values.minimumTake * site.values.utilityMw * 1000,
  ratchet: () => site.values.demandRatchet,
  ratchetMonths: () => site.values.ratchetMonths,
});

/** All recurring costs, in the order of the statement. */
export function opexLines(
  inputs: ScenarioInputs, costs: PlanCosts, lifecycle: LifecycleResult,
): readonly OpexLine[] {
  const { site, opex } = inputs;
  const by = (own: () => number | null) => (): number => own() ?? opex.values.escalation;
  const operator = { payer: 'operator' } as const;
  const facility = ['power', 'cooling', 'shell', 'contingency', 'land'] as const;
  return [
    ...electricityRates(inputs, costs, lifecycle), demandCharge(inputs),
    lateLine({ key: 'water', label: 'Water', group: 'water', basis: 'm3', ...operator },
      () => site.values.waterUsdPerM3, by(() => opex.values.waterEscalation)),
    lateLine({ key: 'staff', label: 'Staff', group: 'people', basis: 'mw-year', ...operator },
      () => opex.values.staffUsdPerMwYear, by(() => opex.values.staffEscalation)),
    lateLine({ key: 'maintenance', label: 'Facility maintenance', group: 'maintenance',
      basis: 'capex-year', payer: 'facility-owner', classes: facility },
      () => opex.values.maintenanceShare, by(() => opex.values.maintenanceEscalation)),
    lateLine({
      key: 'support', label: 'System support and spares', group: 'maintenance',
      basis: 'capex-year', payer: 'system-owner',
      classes: ['accelerator', 'network', 'storage'],
    }, () => opex.values.systemSupportShare, by(() => opex.values.supportEscalation)),
    lateLine({ key: 'insurance', label: 'Insurance', group: 'site', basis: 'capex-year',
      ...operator },
      () => opex.values.insuranceShare, by(() => opex.values.insuranceEscalation)),
    lateLine({ key: 'property-tax', label: 'Property tax', group: 'site',
      basis: 'capex-year', payer: 'facility-owner', classes: facility },
      () => opex.values.propertyTaxShare, by(() => opex.values.propertyTaxEscalation)),
    lateLine({ key: 'software', label: 'Software licences', group: 'software',
      basis: 'accelerator-year', ...operator },
      () => opex.values.softwareUsdPerAcceleratorYear,
      by(() => opex.values.softwareEscalation)),
    lateLine({ key: 'transit', label: 'Connectivity', group: 'site', basis: 'mw-year',
      ...operator },
      () => opex.values.transitUsdPerMwYear, by(() => opex.values.transitEscalation)),
    lateLine({ key: 'selling', label: 'Selling cost', group: 'selling', basis: 'revenue',
      ...operator },
      () => opex.values.salesShare, () => 0),
  ];
}

/** Events in which the model sold is replaced. */
const eventsOf = (
  inputs: ScenarioInputs, trafficKey: string,
): PricePath['replacements'] =>
  inputs.priceEvent.filter(({ values }) => values.inUse && values.traffic === trafficKey)
    .map(({ values }) => ({ month: values.month, priceFactor: values.factor }));

/** The successors of a class whose model its maker ends. */
function successors(
  { project, demand }: ScenarioInputs, values: Values<'traffic'>,
): PricePath['replacements'] {
  return values.pricePath !== 'successor' ? []
    : successorsOf(retirementOf(values, project.values.startMonth), values.successorStep,
      demand.values.horizonMonths);
}

/** What a traffic class is sold for, each part read when it is asked for. */
const salesOf = (
  inputs: ScenarioInputs, costs: PlanCosts,
): readonly TrafficSales[] => inputs.traffic.map(({ key, values }) => {
  const price = (kind: PriceKind) => (): number => costs.prices.get(key)?.[kind].value ?? 0;
  return lazily<TrafficSales>({
    trafficKey: () => key, inputUsdPerMtok: price('inputUsdPerMtok'),
    cachedUsdPerMtok: price('cachedUsdPerMtok'),
    outputUsdPerMtok: price('outputUsdPerMtok'),
    path: () => ({
      clock: values.priceClock, modelDeclinePerYear: values.priceDecline,
      capabilityDeclinePerYear: values.capabilityDecline,
      replacements: [...eventsOf(inputs, key), ...successors(inputs, values)]
        .toSorted((a, b) => a.month - b.month),
      floorFactor: values.priceFloor,
    }),
    freeShare: () => values.freeShare, failedShare: () => values.failedShare,
    batchShare: () => values.batchShare,
    batchDiscount: () => values.batchDiscount, offPeakShare: () => values.offPeakShare,
    offPeakDiscount: () => values.offPeakDiscount,
    tiers: () => inputs.priceTier.filter((t) => t.values.traffic === key)
      .map((t) => ({ key: t.key, share: t.values.share, priceFactor: t.values.priceFactor })),
  });
});

export type OwnershipMode = Ownership['mode'];

/** The terms of an ownership mode, as the scenario states them. */
function ownershipOf(
  { finance: { values: f } }: ScenarioInputs, costs: PlanCosts, mode: OwnershipMode,
): Ownership {
  switch (mode) {
    case 'own': return { mode: 'own' };
    case 'lease': return { mode: 'lease', ratePerYear: f.leaseRate,
      termMonths: f.leaseTermMonths, residualShare: f.leaseResidual };
    case 'colo': return {
      mode: 'colo', usdPerKwMonth: f.coloUsdPerKwMonth,
      escalationPerYear: f.coloEscalation, reservedKw: costs.criticalMw * 1000,
      takeOrPay: f.coloTakeOrPay,
    };
    case 'rental': return {
      mode: 'rental', usdPerAcceleratorHour: costs.rentalUsdPerHour,
      termMonths: f.rentalTermMonths, prepayShare: f.rentalPrepayShare,
      escalationPerYear: f.rentalEscalation,
    };
    default: return unreachable(mode, 'ownershipOf');
  }
}

/** Terms of money, each read when it is asked for. */
function financeOf({ finance }: ScenarioInputs): FinanceParams {
  const of = <K extends keyof Values<'finance'>>(key: K) => (): Values<'finance'>[K] =>
    finance.values[key];
  return lazily<FinanceParams>({
    discountRate: of('discountRate'), inflation: of('inflation'),
    financeRate: () => finance.values.financeRate ?? finance.values.discountRate,
    reinvestRate: () => finance.values.reinvestRate ?? finance.values.discountRate,
    tax: () => lazily<TaxParams>({
      federalRate: of('taxRate'), stateRate: of('stateTaxRate'), lossRule: of('lossRule'),
      lossLimitShare: of('lossLimitShare'),
    }),
    debt: () => (finance.values.debtShare === 0 ? null : lazily<DebtParams>({
      kind: of('debtKind'), share: of('debtShare'), ratePerYear: of('interestRate'),
      tenorMonths: of('tenorMonths'), targetDscr: of('targetDscr'),
      upfrontFeeShare: of('upfrontFee'), dsraMonths: of('dsraMonths'),
      constructionInterest: of('constructionInterest'),
    })),
    receivableDays: of('receivableDays'), payableDays: of('payableDays'),
    operatingReserveMonths: of('operatingReserveMonths'),
    reserveInterest: of('reserveInterest'),
  });
}

/** All investment of the plan; items of no amount are left out. */
export const capexItems = (inputs: ScenarioInputs, costs: PlanCosts): readonly CapexItem[] =>
  [...costs.groups.flatMap((group) => groupItems(inputs, group)),
    ...siteItems(inputs, costs)].filter(({ amountUsd }) => amountUsd > 0);

/**
 * The economics stage's parameters from the scenario and what the earlier stages sized,
 * each part made when it is asked for.
 * @param mode who owns what; the scenario's own mode unless others are compared
 */
export function economicsParams(
  inputs: ScenarioInputs, costs: PlanCosts, lifecycle: LifecycleResult,
  mode: OwnershipMode | null = null,
): EconomicsParams {
  return lazily<EconomicsParams>({
    lifecycle: () => lifecycle, capex: () => capexItems(inputs, costs),
    opex: () => opexLines(inputs, costs, lifecycle), sales: () => salesOf(inputs, costs),
    ownership: () => ownershipOf(inputs, costs, mode ?? inputs.finance.values.ownership),
    finance: () => financeOf(inputs), allocation: () => inputs.finance.values.allocation,
  });
}
