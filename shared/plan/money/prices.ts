import { medianListPrice } from '../../catalog/prices.ts';
import type { Catalog } from '../../catalog/types.ts';
import type { Keep } from '../../lifecycle/keep.ts';
import type { Resolved } from '../../project/resolve.ts';
import { lazily } from '../../units/reading.ts';

export type PriceKind = 'inputUsdPerMtok' | 'cachedUsdPerMtok' | 'outputUsdPerMtok';

/** A price in use; null value when nobody lists one and none was entered. */
export interface PriceInUse {
  readonly value: number | null;
}

/**
 * The three prices of a traffic class: entered, or the median list price; cached falls
 * back to input.
 */
export function pricesInUse(
  keep: Keep, key: string, catalog: () => Catalog, traffic: () => Resolved<'traffic'>,
): Readonly<Record<PriceKind, PriceInUse>> {
  const find = (kind: PriceKind): PriceInUse => {
    const { values } = traffic();
    const entered = values[kind];
    if (entered !== null) return { value: entered };
    const median = medianListPrice(catalog(), values.model, kind);
    return { value: median.ok ? median.value.value : null };
  };
  const price = (kind: PriceKind): (() => PriceInUse) =>
    keep(`price ${key} ${kind}`, () => find(kind));
  const kept = { inputUsdPerMtok: price('inputUsdPerMtok'),
    cachedUsdPerMtok: price('cachedUsdPerMtok'),
    outputUsdPerMtok: price('outputUsdPerMtok') };
  return lazily<Readonly<Record<PriceKind, PriceInUse>>>({
    inputUsdPerMtok: kept.inputUsdPerMtok, outputUsdPerMtok: kept.outputUsdPerMtok,
    cachedUsdPerMtok: () => {
      const cached = kept.cachedUsdPerMtok();
      return cached.value === null ? kept.inputUsdPerMtok() : cached;
    },
  });
}
