import { describe, expect, it } from 'vitest';
import { billRows, totalBill } from '../../../shared/network/bill.ts';
import { verifyFabric } from '../../../shared/network/verify.ts';
import { design } from './fixture.ts';

/**
 * DGX SuperPOD H100 RA-11333-001 V11, tables 7-8 (127 nodes), and the racks of a GB200 unit, as
 * published.
 */
const heading = 'DGX H100 SuperPOD 4 SU 127-node BOM (Tables 7-8)';
const published: readonly (readonly [string, number])[] = [
  ['racks', 38], ['DGX H100', 127], ['compute QM9700', 48], ['storage QM9700', 16],
  ['SN4600C in-band', 8], ['SN2201 OOB', 8], ['rack PDUs', 108], ['UFM appliances',
    4], ['mgmt servers', 4],
  ['NDR400 compute fibre cables', 2040], ['switch twin-port OSFP transceivers', 1536],
  ['system twin-port OSFP transceivers', 508], ['UFM transceivers', 4],
  ['200G AOC in-band', 254],
  ['GB200 SuperPOD SU', 8],
];

describe('bills', () => {
  it('reproduce the published one, item by item', () => {
    const rows =
      published.map(([item, count]) => ({ [heading]: '', item, count: String(count) }));
    expect(verifyFabric(rows)).toMatchObject({ passed: published.length, failed: 0,
      unsupported: 0 });
  });

  it('of a designed fabric add up to its cost', () => {
    const found = design({});
    expect(totalBill(found.bill)).toMatchObject({ unpriced: [] });
    expect(totalBill(found.bill).pricedUsd).toBeCloseTo(found.costUsd, 6);
  });

  it('export no formula and leave absent figures empty with a reason', () => {
    const [line] = design({}).bill;
    if (line === undefined) throw new Error('empty bill');
    const unpriced = { ...line, item: '=HYPERLINK("x")', model: '-1+2', unitPriceUsd: null,
      absent: 'no price' };
    const [, row] = billRows([unpriced]);
    expect(row?.slice(0, 2)).toEqual([`'=HYPERLINK("x")`, `'-1+2`]);
    expect(row?.[3]).toBe('');
  });
});
