import { billLine, noPrice, type BillLine, type UnitPrice } from './bill.ts';
import type { ClosDesign } from './clos.ts';
import { h100Unit } from './superpod.ts';
import { defaultRails } from './topology.ts';
import type { AuxiliarySwitches, NetworkParams } from './types.ts';

export interface FabricBillParams extends NetworkParams {
  readonly switches: number;
  readonly opticsModules: number;
  readonly cables: number;
  readonly counts: ClosDesign;
}

/**
 * Bill of the compute fabric and of the networks beside it, and what it costs in all. The
 * switches beside it have no price of their own: their cost is the share entered for
 * storage and management.
 * @example fabricBill({ ...params, switches: 48, opticsModules: 2044, cables: 2040 }).lines.length // 7
 */
export function fabricBill(
  params: FabricBillParams,
): { readonly lines: readonly BillLine[]; readonly costUsd: number } {
  const {
    switches, opticsModules, cables, counts, prices, storageShare, switchModel, topology,
  } = params;
  const computeUsd = switches * prices.switchUsd + opticsModules * prices.opticUsd
    + cables * prices.cableUsd;
  const besideUsd = computeUsd * storageShare;
  const beside = auxiliarySwitches(params);
  const planField = (usd: number, what: string): UnitPrice =>
    ({ usd, evidence: prices.evidence ?? 'assumed',
      source: `Network inputs of the plan: ${what}` });
  const held = (item: string, model: string, count: number, derivation: string): BillLine =>
    ({ ...billLine(item, model, count, noPrice, derivation),
      within: 'storage and management networks' });
  const lines = [
    billLine('switches', switchModel.name, switches,
      planField(prices.switchUsd, 'price of a switch'),
      `${topology}: ${counts.leaf} leaf + ${counts.spine} spine + ${counts.core} core`),
    billLine('optical modules', null, opticsModules,
      planField(prices.opticUsd, 'price of an optical module'),
      'one per cage at both ends of every optical link'),
    billLine('cables', null, cables, planField(prices.cableUsd, 'price of a cable'),
      `${counts.nodeLeafCables} node-leaf + ${counts.leafSpineCables} leaf-spine`
      + ` + ${counts.spineCoreCables} spine-core`),
    billLine('storage and management networks', null, 1,
      planField(besideUsd, 'storage and management network'),
      `${storageShare} of the compute fabric`),
    held('storage switches', switchModel.name, beside.storage, '4 per 256 accelerators'),
    held('in-band switches', 'SN4600C', beside.inBand, '2 per 256 accelerators'),
    held('out-of-band switches', 'SN2201', beside.outOfBand, '2 per 256 accelerators'),
  ];
  return { lines, costUsd: computeUsd + besideUsd };
}

/**
 * Switches of the storage and management networks: those of a SuperPOD unit for every 256
 * accelerators begun.
 * @source DGX SuperPOD H100 RA-11333-001 V11, tables 7-8
 * @example auxiliarySwitches({ ...params, accelerators: 1016 }) // { storage: 16, inBand: 8, outOfBand: 8 }
 */
export function auxiliarySwitches(
  { accelerators }: Pick<NetworkParams, 'accelerators'>,
): AuxiliarySwitches {
  const units = Math.ceil(accelerators / defaultRails / h100Unit.nodesPerUnit);
  return {
    storage: units * h100Unit.storageSwitchesPerUnit,
    inBand: units * h100Unit.inBandSwitchesPerUnit,
    outOfBand: units * h100Unit.outOfBandSwitchesPerUnit,
  };
}
