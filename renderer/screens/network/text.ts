import { formatQuantity } from '../../../shared/units/format.ts';

/** Words of the network screen. */
export const networkText = {
  drawing: 'Scale-out fabric',
  summary: (what: string, endpoints: number, switches: number) =>
    `${what} of ${formatQuantity(endpoints, 'count')} accelerators and ${formatQuantity(switches, 'count')} switches.`,
  follow: 'Accelerator to follow',
  followHint: (most: number) =>
    `1 to ${formatQuantity(most, 'count')}; empty shows all cables alike`,
  collapsed: 'A box may stand for several switches; a line for all cables between two boxes.',
  lit: 'Followed path',
  counts: 'Counts',
  unknown: 'not published',
  none:
    'No fabric is drawn: no accelerator is in service, or no fabric of this switch reaches them all. The limits above name what is missing.',
  bill: 'Bill of materials',
  lines: 'Lines of the bill',
  billCsv: 'Save as CSV',
  item: 'Item',
  model: 'Model',
  count: 'Count',
  price: 'Unit price',
  total: 'Price',
  evidence: 'Evidence',
  within: (item: string) => `paid with ${item}`,
  priced: 'Sum of the priced lines',
  unpriced: (items: readonly string[]) =>
    `Without a price, and not in the sum: ${items.join(', ')}.`,
  wholly: 'Every line has a price or stands within one that has.',
};
