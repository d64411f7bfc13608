import type { BillLine, UnitPrice } from '../../network/bill.ts';
import { noPrice } from '../../network/bill.ts';
import { sizePlant, usualUnits } from '../../facility/site/plant.ts';
import {
  siteBill, type DevicePurchase, type PricedPart, type SystemPurchase,
} from '../../facility/site/site-bill.ts';
import { capexFields } from '../../project/fields/capex.ts';
import { plantFields } from '../../project/fields/plant.ts';
import type { PlantPart, PlantPartKey } from '../../facility/site/plant-parts.ts';
import { constructionOf } from '../money/construction.ts';
import { acceleratorPriceUsd } from '../money/costs.ts';
import { facilityParams } from '../site/fit-racks.ts';
import { devicesIn, networkRacks, type RackPlace } from '../entries/devices.ts';
import type { SizedGroup } from '../serving/size-groups.ts';
import type { StageResults } from '../stages.ts';

/** Price of one system of a group with where it comes from. */
function systemPrice({ inputs }: StageResults, group: SizedGroup): UnitPrice {
  const usd = acceleratorPriceUsd(inputs, group);
  if (usd === null) return noPrice;
  const perSystem = usd * group.system.accelerators.value;
  if (inputs.capex.values.acceleratorPriceUsd !== null)
    return { usd: perSystem, evidence: 'user', source: 'Entered in this project' };
  const cited = group.system.priceUsd ?? group.accelerator.priceUsd;
  return { usd: perSystem, evidence: cited?.evidence ?? 'assumed',
    source: cited?.source ?? 'Catalogue' };
}

function buildingPrice({ inputs: { capex } }: StageResults): UnitPrice {
  const field = capexFields.find((f) => f.key === 'facilityUsdPerMw');
  const entered = capex.set.has('facilityUsdPerMw');
  return {
    usd: capex.values.facilityUsdPerMw,
    evidence: entered ? 'user' : (field?.evidence ?? 'assumed'),
    source: entered ? 'Entered in this project' : (field?.source ?? ''),
  };
}

/** Field that a part's price is entered in. */
const priceField = (key: PlantPartKey): string => lumpFields.get(key) ?? `${key}UsdPerKw`;
const lumpFields: ReadonlyMap<PlantPartKey, string> = new Map([
  ['fuel', 'fuelUsdPerL'], ['controls', 'controlsShare'], ['installation', 'installShare'],
]);

/** A part with where its price comes from. */
function pricedPart({ inputs: { plant } }: StageResults, part: PlantPart): PricedPart {
  const field = plantFields.find(({ key }) => key === priceField(part.key));
  const entered = field !== undefined && plant.set.has(field.key);
  return { part, price: {
    evidence: entered ? 'user' : field?.evidence ?? 'assumed',
    source: entered ? 'Entered in this project' : field?.source ?? '',
  } };
}

/** The plant by its parts, where the plan prices it so. */
function partsOf(stages: StageResults) {
  const { plant, inputs, priced } = stages;
  if (plant === null || inputs.plant.values.pricing !== 'parts') return {};
  return { byParts: { parts: plant.parts.map((part) => pricedPart(stages, part)),
    shellUsd: constructionOf(inputs, priced.costs).buildingUsd } };
}

/** Devices in the racks of one place; a price is the user's or absent. */
function purchase(
  { inputs }: StageResults, place: RackPlace, racks: number, where: string,
): readonly DevicePurchase[] {
  return racks === 0 ? [] : devicesIn(inputs, place).map(({ type: { values }, count }) => ({
    name: values.name, racks, perRack: count, where,
    price: values.priceUsd === null ? noPrice : { usd: values.priceUsd, evidence: 'user',
      source: values.priceSource || 'Entered in this project' },
  }));
}

function devicePurchases(stages: StageResults): readonly DevicePurchase[] {
  const { groups, network, inputs } = stages;
  return [
    ...groups.flatMap(({ record: { key, values }, racks }) =>
      purchase(stages, { where: 'group', group: key }, racks, values.name)),
    ...purchase(stages, { where: 'network' },
      networkRacks(inputs, network.design?.switches ?? 0), 'network'),
    ...purchase(stages, { where: 'storage' }, inputs.hall.values.storageRacks, 'storage'),
  ];
}

/**
 * Bill of materials of the whole site: systems, fabric, UPS blocks, generators, CDUs and
 * the plant, each with its price and the evidence of it. Empty while nothing is in
 * service.
 */
export function billOfSite(stages: StageResults): readonly BillLine[] {
  const { inputs, facility, network, site, groups, halls, power } = stages;
  const params = facilityParams(inputs, site, facility.liquidFraction);
  const peak = facility.result?.peak;
  if (params === null || peak === undefined) return network.design?.bill ?? [];
  const units = { ...usualUnits, blockKw: inputs.power.values.upsBlockKw,
    cduKw: inputs.hall.values.cduKw, generatorKw: inputs.power.values.generatorKw };
  const plant = sizePlant(params, peak, units);
  const blocks = power?.layout.blocks.length ?? plant.upsBlocks;
  const purchases = groups.filter((g) => g.racks > 0).map((group): SystemPurchase => ({
    name: group.system.name, racks: group.racks,
    systemsPerRack: group.system.perRack?.value ?? 1, price: systemPrice(stages, group),
  }));
  return siteBill({
    systems: purchases, devices: devicePurchases(stages),
    network: network.design?.bill ?? [], criticalMw: facility.itKw / 1000,
    facilityUsdPerMw: buildingPrice(stages), ...partsOf(stages),
    plant: {
      ...plant, upsBlocks: blocks, transformers: blocks, cdus: halls.support.cdus,
      generators: power?.generators.installed ?? plant.generators,
      generatorLoad: power?.generators.load ?? plant.generatorLoad,
    },
  });
}
