import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { billOfMaterials, podFigures } from '../../../shared/network/bill-of-materials.ts';
import { billPower, billRows, totalBill } from '../../../shared/network/bill.ts';
import { verifyFabric } from '../../../shared/network/verify.ts';
import { design } from './fixture.ts';

/** DGX SuperPOD H100 RA-11333-001 V11, tables 7-8 (127 nodes), and the racks of a GB200 unit, as published. */
const heading = 'DGX H100 SuperPOD 4 SU 127-node BOM (Tables 7-8)';
const published: readonly (readonly [string, number])[] = [
  ['racks', 38], ['DGX H100', 127], ['compute QM9700', 48], ['storage QM9700', 16], ['SN4600C in-band', 8], ['SN2201 OOB', 8],
  ['rack PDUs', 108], ['UFM appliances', 4], ['mgmt servers', 4], ['NDR400 compute fibre cables', 2040],
  ['switch twin-port OSFP transceivers', 1536], ['system twin-port OSFP transceivers', 508], ['UFM transceivers', 4],
  ['200G AOC in-band', 254], ['GB200 SuperPOD SU', 8],
];

describe('billOfMaterials', () => {
  it('reproduces the published bill, item by item', () => {
    const rows = published.map(([item, count]) => ({ [heading]: '', item, count: String(count) }));
    expect(verifyFabric(rows)).toMatchObject({ passed: published.length, failed: 0, unsupported: 0 });
  });

  it('grows by whole items with every unit', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), (units) => {
      const [few, many] = [billOfMaterials({ of: 'superpod', units }), billOfMaterials({ of: 'superpod', units: units + 1 })];
      for (const [at, line] of few.entries()) {
        expect(many[at]?.item).toBe(line.item);
        expect(Number.isInteger(line.count)).toBe(true);
        expect(many[at]?.count).toBeGreaterThanOrEqual(line.count);
      }
    }));
  });

  it('has the power the catalogue knows and names the rest', () => {
    const bill = billOfMaterials({ of: 'superpod', units: 4, figures: podFigures(builtInCatalog) });
    const { knownW, unknown } = billPower(bill);
    // (48 + 16) x 747 W + (1,536 + 508) x 17 W + 4 x 9 W
    expect(knownW).toBe(47_808 + 34_748 + 36);
    expect(unknown).toEqual(['nodes', 'in-band switches', 'out-of-band switches', 'fabric manager appliances', 'management servers']);
  });

  it('takes a quoted price and drops the reason for its absence', () => {
    const quote = { usd: 25_000, evidence: 'user', source: 'Quotation' } as const;
    const bill = billOfMaterials({ of: 'superpod', units: 1, figures: { prices: { 'compute switches': quote } } });
    expect(bill.find((line) => line.item === 'compute switches')).toMatchObject({ unitPriceUsd: 25_000, evidence: 'user' });
    expect(bill.find((line) => line.item === 'compute switches')).not.toHaveProperty('absent');
    expect(totalBill(bill).pricedUsd).toBe(12 * 25_000);
  });

  it('is the design’s own for a designed fabric', () => {
    const found = design({});
    const bill = billOfMaterials({ of: 'fabric', design: found });
    expect(totalBill(bill)).toMatchObject({ unpriced: [] });
    expect(totalBill(bill).pricedUsd).toBeCloseTo(found.costUsd, 6);
  });

  it('exports no formula and leaves absent figures empty with a reason', () => {
    const [line] = billOfMaterials({ of: 'superpod', units: 1 });
    if (line === undefined) throw new Error('empty bill');
    const [, row] = billRows([{ ...line, item: '=HYPERLINK("x")', model: '-1+2' }]);
    expect(row?.slice(0, 2)).toEqual([`'=HYPERLINK("x")`, `'-1+2`]);
    expect(row?.slice(3, 5)).toEqual(['', '']);
    expect(row?.at(-1)).toBe('price of racks');
  });
});
