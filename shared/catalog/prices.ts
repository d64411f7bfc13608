import type { Sourced } from '../units/provenance.ts';
import type { Result } from '../units/result.ts';
import { ok, refuse } from '../units/result.ts';
import type { MissingFigure } from './lookup.ts';
import { isSourced } from './lookup.ts';
import type { Catalog, TokenPrice } from './types.ts';

export type PricePart = 'inputUsdPerMtok' | 'cachedUsdPerMtok' | 'outputUsdPerMtok';

/** Current, unconditional list prices of a catalogue model. */
export function listPrices(catalog: Catalog, modelId: string): readonly TokenPrice[] {
  return catalog.tokenPrices.filter(
    (price) => price.modelId === modelId && price.kind === 'list',
  );
}

function median(sorted: readonly number[]): number {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  if (sorted.length % 2 === 1) return upper;
  return Number((((sorted[half - 1] ?? 0) + upper) / 2).toPrecision(12));
}

/**
 * Median of the list prices of a model, with the range of the listings; refused when
 * nobody lists it.
 * @example medianListPrice(catalog, 'gpt-oss-120b', 'outputUsdPerMtok').value.value // 0.595, of 16 listings
 */
export function medianListPrice(
  catalog: Catalog, modelId: string, part: PricePart,
): Result<Sourced,
MissingFigure> {
  const figures = listPrices(catalog, modelId).map((price) => price[part]).filter(isSourced);
  const values = figures.map((figure) => figure.value).toSorted((a, b) => a - b);
  const low = values[0];
  const high = values.at(-1);
  if (low === undefined || high === undefined) {
    const name = catalog.models[modelId]?.name ?? modelId;
    return refuse({ code: 'missing-figure', id: modelId, name, figure: part });
  }
  const date = figures.map((figure) => figure.date ?? '').toSorted().at(-1) ?? null;
  return ok({
    value: median(values), unit: 'USD/Mtok',
    source: 'Median of the catalogue’s list prices', date, evidence: 'derived', low, high,
    note: `${values.length} listings`,
  });
}
