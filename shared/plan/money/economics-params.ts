import type {
  CapexItem, DebtParams, Draw, EconomicsParams, FinanceParams, OpexLine, Ownership,
  PricePath, TaxDepreciation, TaxParams, TrafficSales,
} from '../../economics/statement/types.ts';
import { curveDraws } from '../../economics/statement/capital.ts';
import type { LifecycleResult } from '../../lifecycle/types.ts';
import type { ScenarioInputs, Values } from '../../project/resolve.ts';
import { keepNothing, type Keep } from '../../lifecycle/keep.ts';
import { afresh, lazily, type Parts } from '../../units/reading.ts';
import { unreachable } from '../../units/result.ts';
import { isSoldByToken } from '../entries/rented.ts';
import { constructionOf } from './construction.ts';
import { supplyItems, supplyLines } from './supply-costs.ts';
import { demandCharge } from './electricity-rates.ts';
import { energyLines } from './tariff-lines.ts';
import { retirementOf, successorsOf } from './price-path.ts';
import { rentalSales, type HourPrices } from './rentals.ts';
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
  /** Sum of the parts of power and cooling; null where the survey prices them. */
  readonly plantUsd: number | null;
  readonly liquidCooled: boolean;
  readonly electricityUsdPerKwh: number;
  /** Power at the meter over IT power in 288 typical hours; null without a climate. */
  readonly powerByHour: readonly number[] | null;
  readonly rentalUsdPerHour: number;
  readonly prices: ReadonlyMap<string, PricesInUse>;
  /** Prices of hours by rack group that is rented out. */
  readonly hours: ReadonlyMap<string, HourPrices>;
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

/** On what terms an item is held: what it is worth at the end, and how it is written off. */
type Terms = 'systems' | 'integration' | 'equipment' | 'building' | 'land';

/** What is bought, as plain data: the terms it is held on are looked up by name. */
interface Bought extends Pick<
  CapexItem, 'key' | 'label' | 'class' | 'amountUsd' | 'draws' | 'serviceMonth'
    | 'retireAfterMonth'> {
  readonly terms: Terms;
  readonly leadMonths: number;
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
function groupItems(inputs: ScenarioInputs, group: GroupCost): readonly Bought[] {
  const { startMonth, retireMonth } = group;
  const generations = group.refreshAtLife
    ? generationsOf(group, inputs.finance.values.systemLifeYears * 12,
      inputs.demand.values.horizonMonths)
    : [{ ordinal: 0, startMonth, retireMonth }];
  return generations.flatMap((generation) => generationItems(inputs, group, generation));
}

function generationItems(
  { capex }: ScenarioInputs, group: GroupCost, { ordinal, startMonth, retireMonth }: Generation,
): readonly Bought[] {
  const { leadMonths, systemUsd, accelerators } = group;
  const shared = { serviceMonth: startMonth, retireAfterMonth: retireMonth, leadMonths,
    draws: leadDraws(startMonth, leadMonths) };
  const key = ordinal === 0 ? group.key : `${group.key}.${ordinal}`;
  const named = (name: string): string =>
    `${name}: ${group.name}${ordinal === 0 ? '' : `, replacement ${ordinal}`}`;
  return [
    { ...shared, key: `systems.${key}`, label: named('Systems'), class: 'accelerator',
      terms: 'systems', amountUsd: systemUsd },
    { ...shared, key: `storage.${key}`, label: named('Storage'), class: 'storage',
      terms: 'systems', amountUsd: accelerators * capex.values.storageUsdPerAccelerator },
    { ...shared, key: `install.${key}`, label: named('Integration'), class: 'installation',
      terms: 'integration', amountUsd: systemUsd * capex.values.installShare },
  ];
}

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

/** Payments for what is built, over the construction. */
function constructionDraws({ capex }: ScenarioInputs, start: number): readonly Draw[] {
  const { constructionMonths, drawCurve } = capex.values;
  return drawCurve === 'even' ? leadDraws(start, constructionMonths)
    : curveDraws(start - constructionMonths, start - 1);
}

function siteItems(inputs: ScenarioInputs, costs: PlanCosts): readonly Bought[] {
  const { capex } = inputs;
  const { plantUsd, buildingUsd } = constructionOf(inputs, costs);
  const start = firstService(costs.groups);
  const leadMonths =
    Math.max(...costs.groups.filter((g) => g.startMonth === start).map((g) => g.leadMonths));
  const shared = { serviceMonth: start, retireAfterMonth: null, leadMonths };
  const built = { ...shared, draws: constructionDraws(inputs, start) };
  const withSystems =
    { ...shared, terms: 'systems', draws: leadDraws(start, leadMonths) } as const;
  return [
    { ...withSystems, key: 'network', label: 'Network', class: 'network',
      amountUsd: costs.networkUsd },
    { ...withSystems, key: 'devices', label: 'Devices beside the racks', class: 'storage',
      amountUsd: costs.devicesUsd },
    { ...built, key: 'power-cooling', label: 'Power and cooling', class: 'power',
      terms: 'equipment', amountUsd: plantUsd },
    { ...built, key: 'building', label: 'Building and site', class: 'shell',
      terms: 'building', amountUsd: buildingUsd },
    { ...built, key: 'contingency', label: 'Contingency', class: 'contingency',
      terms: 'equipment', amountUsd: (plantUsd + buildingUsd) * capex.values.contingency },
    { ...shared, key: 'land', label: 'Land', class: 'land', terms: 'land',
      amountUsd: capex.values.landUsd, draws: leadDraws(start, 1) },
  ];
}

/** What an item is worth when it leaves. */
function residualOf({ capex }: ScenarioInputs, terms: Terms): CapexItem['residual'] {
  switch (terms) {
    case 'systems': return { kind: 'fixed', share: capex.values.systemResidual };
    case 'integration': return { kind: 'fixed', share: 0 };
    case 'equipment': case 'building': return { kind: 'straight-line',
      lifeYears: capex.values.facilityLifeYears, finalShare: 0 };
    case 'land': return { kind: 'fixed', share: 1 };
    default: return unreachable(terms, 'residualOf');
  }
}

/** How an item is deducted from tax. */
function depreciationOf(
  inputs: ScenarioInputs, { terms, serviceMonth, leadMonths }: Bought,
): TaxDepreciation {
  switch (terms) {
    case 'systems': case 'integration':
      return systemDepreciation(inputs, serviceMonth, leadMonths);
    case 'equipment': return equipment;
    case 'building': return building;
    case 'land': return never;
    default: return unreachable(terms, 'depreciationOf');
  }
}

/** Life over which the accounts write an item off; none for what they do not write off. */
function bookLifeOf(
  { capex, finance }: ScenarioInputs, terms: Terms,
): Pick<Parts<CapexItem>, 'bookLifeYears'> {
  if (terms === 'land') return {};
  return { bookLifeYears: afresh(terms === 'systems' || terms === 'integration'
    ? () => finance.values.systemLifeYears : () => capex.values.facilityLifeYears) };
}

/** A recurring cost whose rate and rise are read when they are asked for. */
const lateLine = (
  names: Omit<OpexLine, 'rate' | 'escalationPerYear'>, rate: () => number,
  escalationPerYear: () => number,
): OpexLine => lazily<OpexLine>(
  { ...names, rate: afresh(rate), escalationPerYear: afresh(escalationPerYear) });

/** All recurring costs, in the order of the statement. */
export function opexLines(
  inputs: ScenarioInputs, costs: PlanCosts, lifecycle: LifecycleResult,
): readonly OpexLine[] {
  const { site, opex } = inputs;
  const by = (own: () => number | null) => (): number => own() ?? opex.values.escalation;
  const operator = { payer: 'operator' } as const;
  const facility = ['power', 'cooling', 'shell', 'contingency', 'land'] as const;
  return [
    ...energyLines(inputs, costs, lifecycle, demandCharge(inputs)),
    ...supplyLines(inputs, lifecycle),
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

/** What the traffic classes are sold for, as plain data. */
const salesOf = (
  inputs: ScenarioInputs, costs: PlanCosts,
): readonly TrafficSales[] => inputs.traffic.filter(({ key }) => isSoldByToken(inputs, key))
  .map(({ key, values }) => {
  const price = (kind: PriceKind): number => costs.prices.get(key)?.[kind].value ?? 0;
  return {
    trafficKey: key, inputUsdPerMtok: price('inputUsdPerMtok'),
    cachedUsdPerMtok: price('cachedUsdPerMtok'), outputUsdPerMtok: price('outputUsdPerMtok'),
    path: {
      clock: values.priceClock, modelDeclinePerYear: values.priceDecline,
      capabilityDeclinePerYear: values.capabilityDecline,
      replacements: [...eventsOf(inputs, key), ...successors(inputs, values)]
        .toSorted((a, b) => a.month - b.month),
      floorFactor: values.priceFloor,
    },
    freeShare: values.freeShare, failedShare: values.failedShare,
    batchShare: values.batchShare, batchDiscount: values.batchDiscount,
    offPeakShare: values.offPeakShare, offPeakDiscount: values.offPeakDiscount,
    tiers: inputs.priceTier.filter((t) => t.values.traffic === key)
      .map((t) => ({ key: t.key, share: t.values.share, priceFactor: t.values.priceFactor })),
  };
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
  const of = <K extends keyof Values<'finance'>>(key: K): (() => Values<'finance'>[K]) =>
    afresh(() => finance.values[key]);
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
export function capexItems(
  inputs: ScenarioInputs, costs: PlanCosts, keep: Keep = keepNothing,
): readonly CapexItem[] {
  return [
    ...heldItems(inputs, keep, 'systems',
      () => costs.groups.flatMap((group) => groupItems(inputs, group))),
    ...heldItems(inputs, keep, 'site', () => siteItems(inputs, costs)),
    ...heldItems(inputs, keep, 'supply', () => supplyItems(inputs, leadDraws)
      .map((item): Bought => ({ ...item, class: 'power', terms: 'equipment' }))),
  ];
}

/** Items of one kind: those that go with racks and those of the site move apart. */
function heldItems(
  inputs: ScenarioInputs, keep: Keep, kind: string, list: () => readonly Bought[],
): readonly CapexItem[] {
  const bought =
    keep(`money items ${kind}`, () => list().filter(({ amountUsd }) => amountUsd > 0));
  const writtenOff = keep(`money write-offs ${kind}`,
    () => bought().map((each) => depreciationOf(inputs, each)));
  return bought().map(({ terms, leadMonths: _lead, ...item }, at) => lazily<CapexItem>({
    ...item, residual: afresh(() => residualOf(inputs, terms)),
    depreciation: afresh(() => writtenOff()[at] ?? never),
    ...bookLifeOf(inputs, terms),
  }));
}

/**
 * The economics stage's parameters from the scenario and what the earlier stages sized,
 * each part made when it is asked for.
 * @param mode who owns what; the scenario's own mode unless others are compared
 * @param keep remembers parts by name
 */
export function economicsParams(
  inputs: ScenarioInputs, costs: PlanCosts, lifecycle: LifecycleResult,
  mode: OwnershipMode | null = null, keep: Keep = keepNothing,
): EconomicsParams {
  return lazily<EconomicsParams>({
    lifecycle: () => lifecycle, capex: () => capexItems(inputs, costs, keep),
    opex: () => opexLines(inputs, costs, lifecycle),
    sales: keep('money sales', () => salesOf(inputs, costs)),
    rentals: keep('money rentals', () => rentalSales(inputs, costs.hours)),
    ownership: () => ownershipOf(inputs, costs, mode ?? inputs.finance.values.ownership),
    finance: () => financeOf(inputs), allocation: () => inputs.finance.values.allocation,
  });
}
