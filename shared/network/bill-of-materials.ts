import type { Catalog } from '../catalog/types.ts';
import type { Sourced } from '../units/provenance.ts';
import type { BillLine, UnitPower, UnitPrice } from './bill.ts';
import { h100Unit, superpodBill, type UnitRules } from './superpod.ts';
import type { NetworkDesign } from './types.ts';

export type BomLine = BillLine;

/** What a bill is made of: a designed fabric, or a pod of scalable units with all that belongs to it. */
export type BillParams =
  | { readonly of: 'fabric'; readonly design: NetworkDesign; readonly figures?: BillFigures }
  | {
    readonly of: 'superpod'; readonly units: number; readonly rules?: UnitRules;
    readonly figures?: BillFigures;
  };

/** Prices and powers by item, as quoted or entered; items without stay absent. */
export interface BillFigures {
  readonly prices?: Readonly<Partial<Record<string, UnitPrice>>>;
  readonly powers?: Readonly<Partial<Record<string, UnitPower>>>;
}

/**
 * Bill of materials of a network: items, models and counts by the rules of this folder, each with the price
 * and power that are known and a reason where none is.
 * @throws RangeError as `superpodBill`
 * @source DGX SuperPOD H100 RA-11333-001 V11, tables 7-8, for the pod
 * @example billOfMaterials({ of: 'superpod', units: 4 }).find((l) => l.item === 'racks')?.count // 38
 */
export function billOfMaterials(params: BillParams): readonly BomLine[] {
  const lines = params.of === 'fabric' ? params.design.bill
    : superpodBill(params.units, params.rules ?? h100Unit);
  const { prices = {}, powers = {} } = params.figures ?? {};
  return lines.map((line) => withPower(withPrice(line, prices[line.item]), powers[line.item]));
}

function withPrice(line: BillLine, price: UnitPrice | undefined): BillLine {
  if (price === undefined || price.usd === null) return line;
  const { absent: _, ...priced } = line;
  return { ...priced, unitPriceUsd: price.usd, evidence: price.evidence, source: price.source };
}

function withPower(line: BillLine, power: UnitPower | undefined): BillLine {
  return power === undefined ? line : { ...line, unitPowerW: power.watts, powerSource: power.source };
}

/**
 * Powers and prices the catalogue holds for the items of a pod of DGX H100 units.
 * @example podFigures(builtInCatalog).powers?.['switch modules']?.watts // 17
 */
export function podFigures(catalog: Pick<Catalog, 'switches' | 'transceivers'>): BillFigures {
  const { switches, transceivers } = catalog;
  const twinPort = transceivers['xcvr_800_2xdr4'];
  const single = transceivers['xcvr_400_dr4'];
  const known: readonly (readonly [string, Sourced | undefined, Sourced | undefined])[] = [
    ['compute switches', switches['qm9700']?.typicalPowerW, switches['qm9700']?.priceUsd],
    ['storage switches', switches['qm9700']?.typicalPowerW, switches['qm9700']?.priceUsd],
    ['in-band switches', switches['sn4600c']?.typicalPowerW, switches['sn4600c']?.priceUsd],
    ['out-of-band switches', switches['sn2201']?.typicalPowerW, switches['sn2201']?.priceUsd],
    ['switch modules', twinPort?.maxPowerW, twinPort?.priceUsd],
    ['node modules', twinPort?.maxPowerW, twinPort?.priceUsd],
    ['fabric manager modules', single?.maxPowerW, single?.priceUsd],
  ];
  return {
    prices: Object.fromEntries(known.flatMap(([item, , price]) =>
      (price === undefined ? [] : [[item, priceOf(price)]]))),
    powers: Object.fromEntries(known.flatMap(([item, watts]) =>
      (watts === undefined ? [] : [[item, powerOf(watts)]]))),
  };
}

const priceOf = ({ value, evidence, source }: Sourced): UnitPrice => ({ usd: value, evidence, source });
const powerOf = ({ value, evidence, source }: Sourced): UnitPower => ({ watts: value, evidence, source });
