import {
  describeListing, describeSpread, pricesByTraffic, type ClassPrice,
} from '../plan/figures/prices.ts';
import { printOfPlan } from './print.ts';
import { formatQuantity } from '../units/format.ts';
import { columnScaleOf } from './scale.ts';
import type { PlanView, Table } from './types.ts';

/** What every traffic class sells at: who asks it, since when, and what others ask. */
export function priceTable({ inputs, stages, digits }: PlanView, id = 'prices'): Table {
  const print = printOfPlan({ inputs, digits });
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

/** The price a plan rests on, for somebody who decides: who asks it, since when, by what source. */
export function frontPriceTable(plan: PlanView): Table {
  const { stages } = plan;
  const modelName = (id: string): string => stages?.catalog.models[id]?.name ?? id;
  const print = printOfPlan(plan);
  const prices = stages === undefined ? [] : pricesByTraffic(stages);
  const { unit } = columnScaleOf([], 'USD/Mtok', print);
  const digits = (usd: number | null): string => (usd === null ? '–'
    : (usd / print.usdPerUnit).toLocaleString(print.locale,
      { minimumSignificantDigits: 2, maximumSignificantDigits: 4 }));
  const right = (label: string) => ({ label, unit: null, align: 'right' as const });
  const left = (label: string) => ({ label, unit: 'text' as const, align: 'left' as const });
  const sourceOf = ({ source }: ClassPrice): string =>
    (source === '' ? 'no public price; enter one' : source);
  const sources = [...new Set(prices.map(sourceOf))];
  const [common] = sources;
  const isCommon = sources.length === 1 && common !== undefined;
  return {
    id: 'key-prices', caption: `The token prices it rests on, ${unit}`,
    ...(isCommon ? { note: `Source: ${common}.` } : {}),
    columns: [left('Sold as'), left('Model'), left('Price of'), right('Input'), right('Cached'),
      right('Output'), right('Average'), left('Read on'), ...(isCommon ? [] : [left('Source')])],
    rows: prices.map((price) => ({
      level: 1 as const,
      cells: [price.name, modelName(price.model), price.provider ?? price.rule,
        digits(price.inputUsd), digits(price.cachedUsd), digits(price.outputUsd),
        digits(price.blendedUsd), price.date ?? '–',
        ...(isCommon ? [] : [sourceOf(price)])],
    })),
  };
}
