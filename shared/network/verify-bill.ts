import { countIn, textIn, type Cells } from './cells.ts';
import { gb200Unit, superpodBill } from './superpod.ts';
import type { FabricCase } from './verify.ts';

/** Our items under the names of the published bill. */
const publishedItems: Readonly<Record<string, string>> = {
  'racks': 'racks', 'DGX H100': 'nodes', 'compute QM9700': 'compute switches',
  'storage QM9700': 'storage switches',
  'SN4600C in-band':
    'in-band switches', 'SN2201 OOB': 'out-of-band switches', 'rack PDUs': 'rack PDUs',
  'UFM appliances': 'fabric manager appliances', 'mgmt servers': 'management servers',
  'NDR400 compute fibre cables': 'compute fibre cables',
  'switch twin-port OSFP transceivers': 'switch modules',
  'system twin-port OSFP transceivers':
    'node modules', 'UFM transceivers': 'fabric manager modules',
  '200G AOC in-band': 'in-band cables',
};

/**
 * Whether a table lists items and counts instead of fabrics.
 * @example isBillTable([{ item: 'racks', count: '38' }]) // true
 */
export function isBillTable(rows: readonly Cells[]): boolean {
  const [first] = rows;
  return first !== undefined && 'item' in first && 'count' in first;
}

/**
 * Holds a published bill of a pod of DGX H100 units against `superpodBill`, item by item.
 * Its number of units stands in a heading or a cell ("4 SU"); racks of a GB200 unit are
 * held against that unit's rule.
 * @example verifyBill([{ '4 SU': '', item: 'racks', count: '38' }])[0]?.status // 'pass'
 */
export function verifyBill(rows: readonly Cells[]): readonly FabricCase[] {
  const units = unitsIn(rows);
  const counts =
    new Map(units === null ? [] : superpodBill(units).map((line) => [line.item, line.count]));
  return rows.map((cells, index) => {
    const item = textIn(cells, 'item');
    const base = { id: item === '' ? `row ${index + 1}` : item, actual: null, error: null };
    const expected = countIn(cells, 'count', 0);
    if (!expected.ok)
      return { ...base, status: 'unsupported', expected: {}, reason: expected.error };
    if (expected.value === null) {
      return { ...base, status: 'unsupported', expected: {},
        reason: 'the row states no count' };
    }
    const count = /\bGB200\b/.test(item) ? gb200Unit.racksPerUnit
      : counts.get(publishedItems[item] ?? item);
    const stated = { count: expected.value };
    if (count === undefined) {
      const reason = units === null ? 'no heading says how many scalable units'
        : `no rule for "${item}"`;
      return { ...base, status: 'unsupported', expected: stated, reason };
    }
    const error = Math.abs(count - expected.value) / Math.max(1, expected.value);
    return { ...base, status: error === 0 ? 'pass' : 'fail', expected: stated,
      actual: { count }, error };
  });
}

function unitsIn(rows: readonly Cells[]): number | null {
  const texts = rows.flatMap((cells) => Object.entries(cells).flat());
  const found = texts.map((text) => /\b(\d+) SU\b/.exec(text)?.[1])
    .find((units) => units !== undefined);
  return found === undefined || Number(found) < 1 ? null : Number(found);
}
