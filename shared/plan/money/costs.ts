import type { Catalog, Site } from '../../catalog/types.ts';
import type { Keep } from '../../lifecycle/keep.ts';
import type { Resolved, ScenarioInputs } from '../../project/resolve.ts';
import type { Absent } from '../../units/figure.ts';
import { cell, lazily } from '../../units/reading.ts';
import { devicesIn, loadOfDevices, networkRacks } from '../entries/devices.ts';
import type { FacilityOutcome } from '../site/fit-racks.ts';
import type { GroupCost, OwnershipMode, PlanCosts } from './economics-params.ts';
import type { SizedGroup } from '../serving/size-groups.ts';
import { powerByHour } from '../site/power-by-hour.ts';
import type { NetworkOutcome } from '../site/fabric.ts';
import type { PlantDesign } from '../site/plant-design.ts';
import { isRented } from '../entries/rented.ts';
import { pricesInUse } from './prices.ts';
import { priceHours } from './rentals.ts';
import { tariffInUse } from './tariff-lines.ts';

/** Something nobody states a price of, and the field in which one is entered. */
export interface Unpriced {
  readonly what: string;
  readonly where: string;
}

/**
 * Why a figure is not there that needs these prices.
 * @example notPriced([{ what: 'x', where: 'capex.y' }]).detail // 'x (enter capex.y)'
 */
export const notPriced = (unpriced: readonly Unpriced[]): Absent => ({ code: 'not-priced',
  detail: unpriced.map(({ what, where }) => `${what} (enter ${where})`).join('; ') });

/**
 * Costs, and what had no price. Missing cost prices make all money absent, missing token
 * prices the revenue.
 */
export interface PricedPlan {
  readonly costs: PlanCosts;
  /** Prices nobody states, with the ownership modes that need them. */
  readonly missing: readonly (Unpriced & { readonly modes: readonly OwnershipMode[] })[];
  readonly unpricedCosts: readonly Unpriced[];
  /** Of what is sold: tokens, and hours that are rented out. */
  readonly unpricedTokens: readonly Unpriced[];
}

/**
 * Price of one accelerator with its share of server and rack, USD.
 * The price entered, else the system's catalogue price per accelerator, else the
 * accelerator's price; where the catalogue price covers accelerators only, the host adder
 * comes on top.
 * @returns null when the catalogue holds no price
 */
export function acceleratorPriceUsd(
  inputs: ScenarioInputs,
  { system, accelerator }: Pick<SizedGroup, 'system' | 'accelerator'>,
): number | null {
  const { acceleratorPriceUsd: entered, hostAdder, systemPriceFactor } = inputs.capex.values;
  if (entered !== null) return entered * systemPriceFactor;
  const count = system.accelerators.value;
  if (system.priceUsd !== undefined) {
    const covers = system.priceCovers === 'accelerators' ? 1 + hostAdder : 1;
    return (system.priceUsd.value / count) * covers * systemPriceFactor;
  }
  return accelerator.priceUsd === undefined ? null
    : accelerator.priceUsd.value * (1 + hostAdder) * systemPriceFactor;
}

function groupCost(inputs: ScenarioInputs, group: SizedGroup): GroupCost {
  const { key } = group.record;
  return lazily<GroupCost>({
    key: () => key, name: () => group.record.values.name,
    accelerators: () => group.accelerators,
    systemUsd: () => {
      const devices = loadOfDevices(devicesIn(inputs, { where: 'group', group: key }));
      return (acceleratorPriceUsd(inputs, group) ?? 0) * group.accelerators
        + devices.priceUsd * group.racks;
    },
    startMonth: () => group.record.values.startMonth,
    leadMonths: () => group.record.values.leadMonths,
    retireMonth: () => group.record.values.retireMonth,
    refreshAtLife: () => group.record.values.refreshAtLife,
  });
}

/**
 * Hourly rent of the accelerators, weighted by their number; null when one has no
 * catalogue rate.
 */
function rentalRate(inputs: ScenarioInputs, groups: readonly SizedGroup[]): number | null {
  const entered = inputs.finance.values.rentalUsdPerHour;
  if (entered !== null) return entered;
  const total = groups.reduce((sum, g) => sum + g.accelerators, 0);
  if (total === 0 || groups.some((g) => g.accelerator.hourlyRental3yrUsd === undefined))
    return null;
  return groups.reduce(
    (sum, g) => sum + g.accelerators * (g.accelerator.hourlyRental3yrUsd?.value ?? 0), 0,
  ) / total;
}

/** Devices in network and storage racks, USD. */
function devicesBesideUsd(inputs: ScenarioInputs, { design }: NetworkOutcome): number {
  const perRack = (where: 'network' | 'storage'): number =>
    loadOfDevices(devicesIn(inputs, { where })).priceUsd;
  return perRack('network') * networkRacks(inputs, design?.switches ?? 0)
    + perRack('storage') * inputs.hall.values.storageRacks;
}

/** What prices are found for, each part asked for when it is needed. */
export interface PricedFrom {
  /** Remembers parts by name. */
  readonly keep: Keep;
  readonly inputs: ScenarioInputs;
  /** Keys of the traffic classes. */
  readonly traffic: readonly string[];
  readonly catalog: () => Catalog;
  /** The same as it stands, among whose listings is chosen. */
  readonly listings: () => Catalog;
  readonly site: () => Site;
  readonly groups: () => readonly SizedGroup[];
  readonly facility: () => FacilityOutcome;
  readonly network: () => NetworkOutcome;
  readonly plant: () => PlantDesign | null;
}

function trafficOf({ traffic }: ScenarioInputs, key: string): Resolved<'traffic'> {
  const found = traffic.find((each) => each.key === key);
  if (found === undefined) throw new Error(`no traffic class ${key}`);
  return found;
}

/** Prices a class cannot be sold without. */
const priceKinds = ['inputUsdPerMtok', 'outputUsdPerMtok'] as const;
const allModes = ['own', 'lease', 'colo', 'rental'] as const;
const buyingModes = ['own', 'lease', 'colo'] as const;

/** Whether a tariff's schedule prices energy: no single price is needed then. */
function isScheduled(inputs: ScenarioInputs): boolean {
  const tariff = tariffInUse(inputs);
  return tariff?.ok === true && tariff.value.energy !== null;
}

/** Everything the economics stage needs a price for, and what has none. */
export function pricePlan(from: PricedFrom): PricedPlan {
  const { keep, inputs, catalog, site, facility, network } = from;
  const groups = cell(() => from.groups().filter((group) => group.racks > 0));
  const electricity = cell(() => inputs.site.values.electricityUsdPerKwh
    ?? site().industrialUsdPerKwh?.value ?? null);
  const rental = keep('rental rate', () => rentalRate(inputs, groups()));
  const priced = new Map(from.traffic.map(
    (key) => [key, pricesInUse({ keep, key, catalog, listings: from.listings,
      traffic: () => trafficOf(inputs, key) })] as const,
  ));
  const prices = cell(() => new Map(inputs.traffic.flatMap(({ key }) => {
    const known = priced.get(key);
    return known === undefined ? [] : [[key, known] as const];
  })));
  const hours = priceHours(keep, inputs, groups, catalog);
  const hasElectricity = keep('electricity price',
    () => electricity() !== null || isScheduled(inputs));
  const liquid = keep('liquid fraction', () => facility().liquidFraction);
  const byHour = keep('power by hour', () => powerByHour(inputs, site(), liquid()));
  const missing = keep('missing prices', (): PricedPlan['missing'] => {
    const unbought = groups().filter((group) => acceleratorPriceUsd(inputs, group) === null)
      .map((group) => group.system.name);
    return [
      ...[...new Set(unbought)].map((what) =>
        ({ what, where: 'capex.acceleratorPriceUsd', modes: buyingModes })),
      ...(!hasElectricity()
        ? [{ what: `electricity in ${site().name}`, where: 'site.electricityUsdPerKwh',
          modes: allModes }] : []),
      ...(rental() === null ? [
        { what: 'renting these accelerators', where: 'finance.rentalUsdPerHour',
          modes: ['rental'] as const },
      ] : []),
    ];
  });
  return lazily<PricedPlan>({
    costs: () => lazily<PlanCosts>({
      groups: () => groups().map((group) => groupCost(inputs, group)),
      networkUsd: () => network().costUsd,
      devicesUsd: () => devicesBesideUsd(inputs, network()),
      criticalMw: () => facility().itKw / 1000,
      plantUsd: () => (inputs.plant.values.pricing === 'parts' ? from.plant()?.usd ?? null : null),
      liquidCooled: () => facility().liquidFraction > 0,
      electricityUsdPerKwh: () => electricity() ?? 0,
      powerByHour: byHour,
      rentalUsdPerHour: () => rental() ?? 0, prices, hours: hours.prices,
    }),
    missing,
    unpricedCosts: () => {
      const { ownership } = inputs.finance.values;
      return missing().filter(({ modes }) => modes.some((mode) => mode === ownership));
    },
    unpricedTokens: keep('unpriced tokens', () => [...inputs.traffic.flatMap((t) => {
      const p = prices().get(t.key);
      if (!groups().some((g) => g.traffic.key === t.key && !isRented(g))) return [];
      const kind = priceKinds.find((each) => (p?.[each].value ?? null) === null);
      return kind === undefined ? []
        : [{ what: `tokens of ${t.values.model}`, where: `traffic.${t.key}.${kind}` }];
    }), ...hours.missing()]),
  });
}
