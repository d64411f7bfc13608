import { billLine, noPrice, type BillLine, type UnitPrice } from '../../network/bill.ts';
import type { Plant } from './plant.ts';
import { plantPartNames, type PlantPart } from './plant-parts.ts';

/** Racks of one system and what one system costs. */
export interface SystemPurchase {
  readonly name: string;
  readonly racks: number;
  readonly systemsPerRack: number;
  readonly price: UnitPrice;
}

/** Devices of one type in all racks of one kind. */
export interface DevicePurchase {
  readonly name: string;
  readonly racks: number;
  readonly perRack: number;
  readonly where: string;
  readonly price: UnitPrice;
}

export interface SiteBillParams {
  readonly systems: readonly SystemPurchase[];
  /** Devices that stand in racks beside the systems. */
  readonly devices?: readonly DevicePurchase[];
  /** Lines of the fabric, as from `designNetwork`. */
  readonly network: readonly BillLine[];
  readonly plant: Plant;
  /** Critical capacity that construction is paid for, MW, and its price per MW. */
  readonly criticalMw: number;
  readonly facilityUsdPerMw: UnitPrice;
  /** Power and cooling by their parts; absent: by the survey. */
  readonly byParts?: PlantByParts;
}

/** Parts with what is known of their prices, and building and site beside them, USD. */
export interface PlantByParts {
  readonly parts: readonly PricedPart[];
  readonly shellUsd: number;
}

/** A part of the plant with where its price comes from. */
export interface PricedPart {
  readonly part: PlantPart;
  readonly price: Omit<UnitPrice, 'usd'>;
}

const building = 'building, power and cooling';
/**
 * Cushman & Wakefield, US Data Center Development Cost Guide 2025: how construction cost
 * divides on average.
 */
const breakdown =
  'on average 53 % power and cooling, 21 % shell, 10 % site, 10 % white space, 4 % back of house, '
  + '2 % office (Cushman & Wakefield 2025)';

/**
 * Bill of materials of the whole site: systems, fabric and plant. The plant is counted
 * piece by piece. Priced by its parts each has its line; by the survey its price is that of
 * construction per MW, published for the whole, so its pieces name that line.
 * @example siteBill(params).at(-1)?.within // 'building, power and cooling'
 */
export function siteBill(params: SiteBillParams): readonly BillLine[] {
  const { systems, devices = [], network } = params;
  return [
    ...systems.map((s) => billLine(s.name, s.name, s.racks * s.systemsPerRack, s.price,
      `${s.racks} racks x ${s.systemsPerRack} per rack`)),
    ...devices.map((d) => billLine(d.name, d.name, d.racks * d.perRack, d.price,
      `${d.perRack} in each of ${d.racks} racks, ${d.where}`)),
    ...network,
    ...(params.byParts === undefined ? surveyLines(params)
      : partLines(params, params.byParts)),
  ];
}

const surveyLines = (
  { criticalMw, facilityUsdPerMw, plant }: SiteBillParams,
): readonly BillLine[] => [
  billLine(building, null, criticalMw, facilityUsdPerMw,
    `MW of critical capacity; ${breakdown}`),
  ...plantLines(plant),
];

/** Building by the survey, and every part with its own price. */
function partLines(
  { criticalMw, facilityUsdPerMw }: SiteBillParams, { parts, shellUsd }: PlantByParts,
): readonly BillLine[] {
  const sum = shellUsd + parts.reduce((usd, { part }) => usd + part.usd, 0);
  return [
    billLine('building and site', null, criticalMw,
      { ...facilityUsdPerMw, usd: criticalMw === 0 ? 0 : shellUsd / criticalMw },
      `MW of critical capacity; the survey’s price without its power and cooling. With the parts below ${
        perMw(sum, criticalMw)} M USD per MW, where surveys give ${
        publishedUsdPerMw.map((usd) => usd / 1e6).join(' to ')}`),
    ...parts.map(({ part, price }) => {
      const { key, count, ratingKw, usd } = part;
      const pieces = count ?? (ratingKw === null ? 1 : Math.ceil(ratingKw));
      return billLine(`${plantPartNames[key]}${count === null && ratingKw !== null ? ', kW' : ''}`,
        null, pieces, { ...price, usd: usd / pieces },
        ratingKw === null ? 'for the whole plant' : `${Math.ceil(ratingKw)} kW in all`);
    }),
  ];
}

const perMw = (usd: number, mw: number): string => (mw === 0 ? 0 : usd / mw / 1e6).toFixed(1);

/**
 * Construction per MW of critical capacity that surveys give: San Antonio to Reno, Cushman
 * & Wakefield 2025, without land, tenant equipment and soft costs.
 */
export const publishedUsdPerMw: readonly [number, number] = [9.3e6, 15e6];

function plantLines(plant: Plant): readonly BillLine[] {
  const piece = (item: string, count: number, derivation: string): BillLine =>
    ({ ...billLine(item, null, count, noPrice, derivation), within: building });
  return [
    piece('UPS blocks', plant.upsBlocks,
      `for ${Math.ceil(plant.upsKw)} kW with its redundancy`),
    piece('transformers', plant.transformers, 'one per UPS block'),
    piece('generators', plant.generators,
      `one to spare; ${Math.round(plant.generatorLoad * 100)} % loaded with one out`),
    piece('coolant distribution units', plant.cdus,
      `one to spare; ${Math.round(plant.coolantLPerMin)} L/min through the racks`),
    piece('air handlers', plant.airHandlers, 'one to spare'),
    piece('heat rejection, kW', Math.ceil(plant.rejectionKw), 'design hour'),
    piece('chillers, kW electric', Math.ceil(plant.chillerKw), 'design hour'),
  ].filter((line) => line.count > 0);
}
