import { medianListPrice } from '../catalog/prices.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Resolved } from '../project/resolve.ts';
import { lazily } from '../units/reading.ts';

export type PriceKind = 'inputUsdPerMtok' | 'cachedUsdPerMtok' | 'outputUsdPerMtok';

/** A price in use; null value when nobody lists one and none was entered. */
export interface PriceInUse {
  readonly value: number | null;
}

/** The three prices of a traffic class: entered, or the median list price; cached falls back to input. */
export function pricesInUse(catalog: () => Catalog, traffic: Resolved<'traffic'>): Readonly<Record<PriceKind, PriceInUse>> {
  const find = (kind: PriceKind): PriceInUse => {
    const entered = traffic.values[kind];
    if (entered !== null) return { value: entered };
    const median = medianListPrice(catalog(), traffic.values.model, kind);
    return { value: median.ok ? median.value.value : null };
  };
  return lazily<Readonly<Record<PriceKind, PriceInUse>>>({
    inputUsdPerMtok: () => find('inputUsdPerMtok'), outputUsdPerMtok: () => find('outputUsdPerMtok'),
    cachedUsdPerMtok: () => {
      const cached = find('cachedUsdPerMtok');
      return cached.value === null ? find('inputUsdPerMtok') : cached;
    },
  });
}
