import type { Site } from '../../catalog/types.ts';
import {
  evaluateFacility, peakPue, type FacilityResult,
} from '../../facility/site/evaluate.ts';
import { usableFraction } from '../../facility/power/power-chain.ts';
import {
  fitRacks, type BuildingLimits, type RackFit, type RackRequest,
} from '../../facility/halls/racks.ts';
import type {
  CoolingDesign, FacilityParams, PowerChain, Weather,
} from '../../facility/types.ts';
import type { Keep } from '../../lifecycle/keep.ts';
import { bareValues } from '../../project/view.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import { formatQuantity } from '../../units/format.ts';
import type { Limit, Warning } from '../../units/limit.ts';
import { cell, lazily } from '../../units/reading.ts';
import { devicesIn, deviceWarnings, loadOfDevices } from '../entries/devices.ts';
import type { RackSize } from './rack-power.ts';
import type { GroupReferences } from '../entries/references.ts';

/** Racks that fit and what the facility makes of them. */
export interface FacilityOutcome {
  readonly fit: RackFit;
  /** Largest IT power in service at once, network included, kW. */
  readonly itKw: number;
  readonly puePeak: number | null;
  /** Null when the site has no climate or nothing is in service. */
  readonly result: FacilityResult | null;
  readonly liquidFraction: number;
  /** Null where nobody knows what its switches draw. */
  readonly networkKw: number | null;
  readonly storageKw: number;
  readonly limits: readonly Limit[];
  readonly warnings: readonly Warning[];
}

export interface SizedRack {
  readonly group: GroupReferences;
  readonly size: RackSize;
}

function powerChain({ power: { values: p } }: ScenarioInputs): PowerChain {
  return {
    redundancy: p.redundancy, blocks: p.blocks, transformerEfficiency: p.transformerEfficiency,
    upsLoss: { a: p.upsLossFixed, b: p.upsLossLinear, c: p.upsLossSquare },
    distributionLoss: p.distributionLoss, otherLoad: p.otherLoad,
    ...(p.rackFeed === 'dc800' ? { rectifierEfficiency: p.rectifierEfficiency } : {}),
  };
}

const coolingDesign = ({ cooling: { values } }: ScenarioInputs): CoolingDesign =>
  bareValues(values);

/** Power of one storage rack with the devices in it, kW. */
export const storageRackKw = (inputs: ScenarioInputs): number =>
  inputs.hall.values.storageRackKw
    + loadOfDevices(devicesIn(inputs, { where: 'storage' })).powerKw;

/** Power of the storage racks, kW. */
export const storageKw = (inputs: ScenarioInputs): number =>
  inputs.hall.values.storageRacks * storageRackKw(inputs);

/**
 * The design hour: the site's 99.6 % temperatures, or its hottest bin where none are
 * stated.
 */
export function designWeather(site: Site): Weather | null {
  const hottest = site.bins.filter((b) => b.dryBulbHours > 0).at(-1);
  const dryBulbC = site.designDryBulbC?.value ?? hottest?.meanDryBulbC ?? null;
  const wetBulbC = site.designWetBulbC?.value ?? hottest?.meanWetBulbC ?? null;
  return dryBulbC === null || wetBulbC === null ? null : { dryBulbC, wetBulbC };
}

/**
 * Facility parameters with a given share of heat in liquid; null when the site has no
 * weather at all.
 */
export function facilityParams(
  inputs: ScenarioInputs, site: Site, liquidFraction: number,
): FacilityParams | null {
  const weather = designWeather(site);
  return weather === null ? null
    : {
      power: powerChain(inputs), cooling: coolingDesign(inputs), liquidFraction,
      bins: site.bins, designWeather: weather,
      elevationM: site.elevationM,
    };
}

/** Share of rack heat taken by liquid, weighted by the power the groups ask for. */
function meanLiquidFraction(racks: readonly SizedRack[]): number {
  const kw = (r: SizedRack) =>
    (r.size.rackKw ?? 0) * (r.group.record.values.racks ?? r.group.record.values.powerShare);
  const total = racks.reduce((sum, r) => sum + kw(r), 0);
  return total === 0 ? 0
    : racks.reduce((sum, r) => sum + kw(r) * r.size.liquidFraction, 0) / total;
}

/** IT power the utility and the installed UPS allow, kW. */
export function itBudgetKw(inputs: ScenarioInputs, puePeak: number): number {
  const { utilityMw } = inputs.site.values;
  const { upsInstalledMw, redundancy, blocks, distributionLoss } = inputs.power.values;
  const fromUtility = (utilityMw * 1000) / puePeak;
  return upsInstalledMw === null ? fromUtility
    : Math.min(fromUtility,
      (upsInstalledMw * 1000 * usableFraction(redundancy, blocks)) / (1 + distributionLoss));
}

/**
 * The supply that bounds the racks, and how large it would be if the utility's were the
 * only bound.
 */
function boundingSupply(inputs: ScenarioInputs, puePeak: number) {
  const { utilityMw } = inputs.site.values;
  const { upsInstalledMw } = inputs.power.values;
  const fromUtility = (utilityMw * 1000) / puePeak;
  const budgetKw = itBudgetKw(inputs, puePeak);
  return upsInstalledMw === null || budgetKw >= fromUtility
    ? { where: 'site.utilityMw', name: 'utility capacity', mw: utilityMw,
      fullMw: utilityMw, fromUtility, byUps: false }
    : {
        where: 'power.upsInstalledMw', name: 'installed UPS capacity', mw: upsInstalledMw,
        fullMw: (upsInstalledMw * fromUtility) / budgetKw, fromUtility, byUps: true,
      };
}

function rackRequest(
  { group, size }: SizedRack, networkKwPerAccelerator: number,
  held: ReadonlyMap<string, number>,
): RackRequest {
  const { values, key } = group.record;
  return {
    key, rackKw: (size.rackKw ?? 0) + networkKwPerAccelerator * size.acceleratorsPerRack,
    racks: held.get(key) ?? values.racks, weight: values.powerShare,
    startMonth: values.startMonth, retireMonth: values.retireMonth,
    freesPower: values.freesPower,
  };
}

/** Accelerators in service in a month. */
export function acceleratorsAt(
  racks: readonly SizedRack[], fit: RackFit, month: number,
): number {
  return racks.filter(({ group: { record: { values } } }) => values.startMonth <= month
    && month <= (values.retireMonth ?? Infinity))
    .reduce((sum, { group, size }) =>
      sum + (fit.racks.get(group.record.key) ?? 0) * size.acceleratorsPerRack, 0);
}

/**
 * Most accelerators in service at once: what the network connects, not always in the
 * month of most power.
 */
export const mostAccelerators = (racks: readonly SizedRack[], fit: RackFit): number =>
  Math.max(0,
    ...racks.map(({ group }) => acceleratorsAt(racks, fit, group.record.values.startMonth)));

/** What the supply leaves for racks, before any of them is counted. */
export interface RackSupply {
  /** Racks with a power figure: no others can be placed. */
  readonly powered: readonly SizedRack[];
  readonly storageKw: number;
  readonly liquidFraction: number;
  /** Null when the site has no climate. */
  readonly puePeak: number | null;
  /** Power racks may reserve, kW. */
  readonly budgetKw: number;
}

/**
 * What the supply leaves for racks. Each figure is kept by itself, so that what rests on
 * one that an edit leaves as it was is not computed again.
 */
export function rackSupply(
  keep: Keep, inputs: ScenarioInputs, site: () => Site, racks: () => readonly SizedRack[],
): RackSupply {
  const powered = cell(() => racks().filter((r) => r.size.rackKw !== null));
  const beside = keep('supply storage', () => storageKw(inputs));
  // Storage is cooled by air; its share of the budget is that of the plan, whatever the
  // racks come to.
  const liquidFraction = keep('supply liquid share', () =>
    meanLiquidFraction(powered()) * Math.max(0, 1 - beside() / itBudgetKw(inputs, 1)));
  const puePeak = keep('supply peak PUE', () => {
    const params = facilityParams(inputs, site(), liquidFraction());
    return params === null ? null : peakPue(params);
  });
  return lazily<RackSupply>({
    powered, storageKw: beside, liquidFraction, puePeak,
    budgetKw: keep('supply budget', () =>
      Math.max(0, itBudgetKw(inputs, puePeak() ?? 1) - beside())
        * (1 + inputs.power.values.oversubscription)),
  });
}

/**
 * Fits racks under the power budget. Each rack carries its share of the network's power,
 * which the caller finds by designing the network for the racks that fit.
 * @param held racks of groups that the halls hold to fewer; limits what the halls give
 *   all groups together
 */
export const fitUnder = (
  { powered, budgetKw }: RackSupply, networkKwPerAccelerator: number,
  held: ReadonlyMap<string, number>, limits: BuildingLimits,
): RackFit => fitRacks(powered.map((r) => rackRequest(r, networkKwPerAccelerator, held)),
  budgetKw, limits);

/** Racks as they were fitted in the end. */
export interface FinalFit {
  readonly fit: RackFit;
  readonly networkKwPerAccelerator: number;
  /** Whether the power of the network is known. */
  readonly isNetworkKnown: () => boolean;
  readonly held: ReadonlyMap<string, number>;
}

/** What a facility is made from. */
interface FacilityFrom {
  readonly keep: Keep;
  readonly inputs: ScenarioInputs;
  readonly site: () => Site;
  readonly racks: () => readonly SizedRack[];
  /** Keys of the groups. */
  readonly keys: readonly string[];
  readonly supply: RackSupply;
  readonly last: () => FinalFit;
}

/** What the racks that fit draw, and what the building makes of it over the year. */
export function facilityOf(from: FacilityFrom): FacilityOutcome {
  const { keep, inputs, site, racks, supply, last } = from;
  const itKw = keep('facility IT power', () => {
    const { peakKw } = last().fit;
    return peakKw === 0 ? 0
      : peakKw / (1 + inputs.power.values.oversubscription) + supply.storageKw;
  });
  const fit = keptFit(from);
  return lazily<FacilityOutcome>({
    fit: () => fit, itKw, puePeak: () => supply.puePeak,
    liquidFraction: () => supply.liquidFraction,
    storageKw: () => supply.storageKw,
    networkKw: keep('facility network power', () => {
      const { fit: fitted, networkKwPerAccelerator, isNetworkKnown } = last();
      if (!isNetworkKnown()) return null;
      return acceleratorsAt(supply.powered, fitted, fitted.peakMonth) * networkKwPerAccelerator;
    }),
    result: keep('facility year', () => {
      const params = facilityParams(inputs, site(), supply.liquidFraction);
      return params === null || itKw() <= 0 ? null : evaluateFacility(params, itKw());
    }),
    limits: () => {
      const { fit: fitted, held, networkKwPerAccelerator } = last();
      const free = supply.powered.filter((r) => !held.has(r.group.record.key));
      return [...unpowered(racks()), ...powerLimits(free, fitted, supply.budgetKw,
        networkKwPerAccelerator, boundingSupply(inputs, supply.puePeak ?? 1))];
    },
    warnings: () => facilityWarnings(inputs, site()),
  });
}

/** Counts of racks by group, each kept by itself: most edits leave them as they were. */
export function keptRacks(
  keep: Keep, name: string, keys: readonly string[], fit: () => RackFit,
): () => ReadonlyMap<string, number> {
  const counts =
    keys.map((key) => [key, keep(`${name} racks ${key}`, () => fit().racks.get(key))] as const);
  return cell(() => new Map(counts.flatMap(([key, ask]) => {
    const count = ask();
    return count === undefined ? [] : [[key, count] as const];
  })));
}

function keptFit({ keep, keys, last }: FacilityFrom): RackFit {
  const fit = (): RackFit => last().fit;
  return lazily<RackFit>({
    racks: keptRacks(keep, 'facility', keys, fit),
    peakKw: keep('facility peak power', () => fit().peakKw),
    peakMonth: keep('facility peak month', () => fit().peakMonth),
    binding: () => fit().binding, headroom: () => fit().headroom,
  });
}

/** Groups whose racks nobody knows the power of: they cannot be placed. */
const unpowered = (racks: readonly SizedRack[]): readonly Limit[] =>
  racks.filter(({ size }) => size.rackKw === null).map(({ group }): Limit => ({
    code: 'rack-power-absent', where: `rackGroup.${group.record.key}.system`, limit: 0, value: 0,
    unit: 'kW', broken: true,
    nearestFix: `${group.system.name} has no power figure in the catalogue, so its racks cannot `
      + 'be placed. Choose another system, or enter its power in the catalogue.',
  }));

/** Devices without a power figure, and a site without climate. */
function facilityWarnings(inputs: ScenarioInputs, site: Site): readonly Warning[] {
  const warnings: Warning[] = [...deviceWarnings(inputs)];
  if (designWeather(site) === null) warnings.push({
    code: 'no-climate', where: 'site.site',
    text:
      `${site.name} has no climate data, so PUE, water and energy are not computed; choose a site with climate.`,
  });
  return warnings;
}

/** Groups that got no rack, and counts that ask for more power than there is. */
function powerLimits(
  racks: readonly SizedRack[], fit: RackFit, budgetKw: number, networkKw: number,
  supply: ReturnType<typeof boundingSupply>,
): readonly Limit[] {
  const limits: Limit[] = [];
  if (fit.peakKw > budgetKw * (1 + 1e-9)) {
    const enough =
      budgetKw > 0
        ? ` to ${formatQuantity(Math.ceil(((supply.mw * fit.peakKw) / budgetKw) * 100) / 100, 'MW')}`
        : '';
    const last = racks.at(-1);
    const rackKw = (last?.size.rackKw ?? 1) + networkKw * (last?.size.acceleratorsPerRack ?? 0);
    const remove = Math.ceil((fit.peakKw - budgetKw) / rackKw);
    const stated = last?.group.record.values.racks ?? null;
    limits.push({
      code: 'power-exceeded', where: supply.where, limit: budgetKw, value: fit.peakKw,
      unit: 'kW', broken: true,
      nearestFix:
        `Remove ${remove} racks, or raise the ${supply.name}${enough}.`,
      ...(last === undefined || stated === null || stated <= remove ? {}
        : { fix: [{
          path: `rackGroup.${last.group.record.key}.racks`, value: stated - remove,
        }] }),
    });
  }
  if (supply.byUps && racks.some(({ group }) => group.record.values.racks === null
    && fit.binding.get(group.record.key)?.limit === 'power')) {
      limits.push({
        code: 'ups-capacity', where: supply.where, limit: budgetKw,
        value: supply.fromUtility, unit: 'kW', broken: false,
        nearestFix:
          `Raise the installed UPS capacity to ${formatQuantity(Math.ceil(supply.fullMw * 100) / 100, 'MW')} to use all of the utility’s.`,
      });
    }
  for (const { group, size } of racks) {
    // What else than power stops a group is said where it is known: the halls.
    const stopped = fit.binding.get(group.record.key)?.limit ?? 'power';
    if ((fit.racks.get(group.record.key) ?? 0) > 0 || stopped !== 'power') continue;
    const rackKw = size.rackKw ?? 0;
    limits.push({
      code: 'no-rack-fits', where: `rackGroup.${group.record.key}`,
      limit: budgetKw * group.record.values.powerShare, value: rackKw, unit: 'kW',
      broken: true,
      nearestFix:
        `One rack of ${group.system.name} needs ${formatQuantity(rackKw, 'kW')}; raise the ${supply.name} or this group’s share of power.`,
    });
  }
  return limits;
}
