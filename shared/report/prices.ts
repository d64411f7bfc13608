import {
  describeListing, describeSpread, pricesByTraffic,
} from '../plan/figures/prices.ts';
import { printOf } from '../project/print.ts';
import { formatQuantity } from '../units/format.ts';
import type { PlanView, Table } from './types.ts';

/** What every traffic class sells at: who asks it, since when, and what others ask. */
export function priceTable({ inputs, stages }: PlanView, id = 'prices'): Table {
  const print = printOf(inputs.project.values);
  // The unit stands in the caption, once.
  const usd = (value: number | null): string =>
    formatQuantity(value, 'USD/Mtok', print).replace('/M tokens', '');
  return {
    id, caption: 'Token prices of month 1, per million tokens',
    columns: [
      { label: 'Class', unit: 'text', align: 'left' },
      { label: 'Listing', unit: 'text', align: 'left' },
      { label: 'Input', unit: null, align: 'right' },
      { label: 'Cached', unit: null, align: 'right' },
      { label: 'Output', unit: null, align: 'right' },
      { label: 'Average', unit: null, align: 'right' },
      { label: 'Offers, average token', unit: 'text', align: 'right' },
    ],
    rows: stages === undefined ? [] : pricesByTraffic(stages).map((price) => ({
      level: 1 as const,
      cells: [price.name, describeListing(price), usd(price.inputUsd), usd(price.cachedUsd),
        usd(price.outputUsd), usd(price.blendedUsd), describeSpread(price.spread, usd)],
    })),
  };
}
