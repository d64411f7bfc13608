import { describe, expect, it } from 'vitest';
import { billRows, totalBill } from '../../../shared/network/bill.ts';
import { superpodBill } from '../../../shared/network/superpod.ts';

describe('superpodBill', () => {
  /** DGX SuperPOD H100 RA-11333-001 V11, tables 7-8: four units, 127 nodes. */
  it('reproduces the published bill of four units to the piece', () => {
    const counts = Object.fromEntries(superpodBill(4).map((line) => [line.item, line.count]));
    expect(counts).toEqual({
      'racks': 38, 'nodes':
        127, 'compute switches': 48, 'storage switches': 16, 'in-band switches': 8,
      'out-of-band switches':
        8, 'rack PDUs': 108, 'fabric manager appliances': 4, 'management servers': 4,
      'compute fibre cables':
        2040, 'switch modules': 1536, 'node modules': 508, 'fabric manager modules': 4,
      'in-band cables': 254,
    });
  });

  it('names what has no price instead of counting it as nothing', () => {
    const total = totalBill(superpodBill(1));
    expect(total.pricedUsd).toBe(0);
    expect(total.unpriced).toContain('nodes');
    expect(billRows(superpodBill(1))[1]?.[3]).toBe('');
  });

  it('cables two tiers of uplinks where it needs cores: 65 units are 2,079 nodes', () => {
    // 65 leaves a rail of 32 places each; as many uplinks go to the spines and again to
    // the cores.
    const counts = Object.fromEntries(superpodBill(65).map((line) => [line.item, line.count]));
    expect(counts['compute fibre cables']).toBe(2079 * 8 + 2 * 65 * 32 * 8);
    expect(counts['switch modules']).toBe((65 * 32 * 8 + 4 * 65 * 32 * 8) / 2);
  });

  it('refuses half a unit', () => {
    expect(() => superpodBill(0.5)).toThrow(RangeError);
  });
});
