import { billLine, noPrice, type BillLine, type UnitPrice } from '../../network/bill.ts';
import type { Plant } from './plant.ts';

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
 * piece by piece; its price is that of construction per MW, which surveys publish for the
 * whole, so its pieces name that line.
 * @example siteBill(params).at(-1)?.within // 'building, power and cooling'
 */
export function siteBill(params: SiteBillParams): readonly BillLine[] {
  const { systems, devices = [], network, plant, criticalMw, facilityUsdPerMw } = params;
  return [
    ...systems.map((s) => billLine(s.name, s.name, s.racks * s.systemsPerRack, s.price,
      `${s.racks} racks x ${s.systemsPerRack} per rack`)),
    ...devices.map((d) => billLine(d.name, d.name, d.racks * d.perRack, d.price,
      `${d.perRack} in each of ${d.racks} racks, ${d.where}`)),
    ...network,
    billLine(building, null, criticalMw, facilityUsdPerMw,
      `MW of critical capacity; ${breakdown}`),
    ...plantLines(plant),
  ];
}

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
