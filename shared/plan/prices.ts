import { medianListPrice } from '../catalog/prices.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Resolved } from '../project/resolve.ts';
import type { TraceInput } from '../units/figure.ts';
import { byCatalog, byField } from '../units/figure.ts';

export type PriceKind = 'inputUsdPerMtok' | 'cachedUsdPerMtok' | 'outputUsdPerMtok';

/** A price in use and where it came from; null value when nobody lists one and none was entered. */
export interface PriceInUse {
  readonly value: number | null;
  readonly input: TraceInput;
}

/** The three prices of a traffic class: entered, or the median list price; cached falls back to input. */
export function pricesInUse(catalog: Catalog, traffic: Resolved<'traffic'>): Readonly<Record<PriceKind, PriceInUse>> {
  const find = (kind: PriceKind): PriceInUse => {
    const entered = traffic.values[kind];
    const field = byField(`traffic.${traffic.key}.${kind}`);
    if (entered !== null) return { value: entered, input: field };
    const median = medianListPrice(catalog, traffic.values.model, kind);
    return median.ok ? { value: median.value.value, input: byCatalog(`tokenPrices/${traffic.values.model}/${kind}`) }
      : { value: null, input: field };
  };
  const inputUsdPerMtok = find('inputUsdPerMtok');
  const cached = find('cachedUsdPerMtok');
  return { inputUsdPerMtok, cachedUsdPerMtok: cached.value === null ? inputUsdPerMtok : cached, outputUsdPerMtok: find('outputUsdPerMtok') };
}
