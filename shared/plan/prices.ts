import type { Catalog, TokenPrice } from '../catalog/types.ts';
import type { Resolved } from '../project/resolve.ts';
import type { TraceInput } from '../units/figure.ts';
import { byCatalog, byField } from '../units/figure.ts';

export type PriceKind = 'inputUsdPerMtok' | 'cachedUsdPerMtok' | 'outputUsdPerMtok';

/** A price in use and where it came from; null value when nobody lists one and none was entered. */
export interface PriceInUse {
  readonly value: number | null;
  readonly listings: number;
  readonly input: TraceInput;
}

/**
 * Middle of the catalogue's list prices for a model, USD per million tokens.
 * @returns null when no provider lists the model at that kind of price
 */
export function medianListPrice(prices: readonly TokenPrice[], modelId: string, kind: PriceKind): { value: number; listings: number } | null {
  const listed = prices.filter((p) => p.modelId === modelId && p.kind === 'list').flatMap((p) => (p[kind] === undefined ? [] : [p[kind].value])).toSorted((a, b) => a - b);
  const middle = listed.length / 2;
  const low = listed[Math.ceil(middle) - 1];
  const high = listed[Math.floor(middle)];
  return low === undefined || high === undefined ? null : { value: (low + high) / 2, listings: listed.length };
}

/** The three prices of a traffic class: entered, or the median list price; cached falls back to input. */
export function pricesInUse(catalog: Catalog, traffic: Resolved<'traffic'>): Readonly<Record<PriceKind, PriceInUse>> {
  const find = (kind: PriceKind): PriceInUse => {
    const entered = traffic.values[kind];
    const field = byField(`traffic.${traffic.key}.${kind}`);
    if (entered !== null) return { value: entered, listings: 0, input: field };
    const median = medianListPrice(catalog.tokenPrices, traffic.values.model, kind);
    return median === null ? { value: null, listings: 0, input: field }
      : { value: median.value, listings: median.listings, input: byCatalog(`tokenPrices/${traffic.values.model}/${kind}`) };
  };
  const inputUsdPerMtok = find('inputUsdPerMtok');
  const cached = find('cachedUsdPerMtok');
  return { inputUsdPerMtok, cachedUsdPerMtok: cached.value === null ? inputUsdPerMtok : cached, outputUsdPerMtok: find('outputUsdPerMtok') };
}
