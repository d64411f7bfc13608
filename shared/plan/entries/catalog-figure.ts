import { findCitation, isSourced, type Citation } from '../../catalog/lookup.ts';
import { medianListPrice, type PricePart } from '../../catalog/prices.ts';
import type { Catalog } from '../../catalog/types.ts';
import type { Sourced } from '../../units/provenance.ts';

/** What a catalogue reference of a trace points at. */
export interface CatalogItem {
  readonly ref: string;
  /** Name of the entry, or the reference itself when the catalogue has no such entry. */
  readonly entry: string;
  readonly figure: string;
  readonly value: Sourced | null;
  readonly citation: Citation | null;
}

const isObject = (thing: unknown): thing is Readonly<Record<string, unknown>> =>
  typeof thing === 'object' && thing !== null;

const priceParts: readonly PricePart[] = ['inputUsdPerMtok', 'cachedUsdPerMtok',
  'outputUsdPerMtok'];

/** Median of the list prices of a model, which traces name by the model. */
function findMedian(
  catalog: Catalog, modelId: string, part: string | undefined,
): Sourced | null {
  const price = priceParts.find((each) => each === part);
  const median = price === undefined ? null : medianListPrice(catalog, modelId, price);
  return median?.ok === true ? median.value : null;
}

/**
 * Looks a reference up, with or without its prefix.
 * @example findCatalogItem(builtInCatalog, 'catalog:systems/gb300_nvl72/maxPowerKw').value?.unit // 'kW'
 */
export function findCatalogItem(catalog: Catalog, ref: string): CatalogItem {
  const [collection = '', id = '', ...path] = ref.replace('catalog:', '').split('/');
  const tables: Readonly<Record<string, unknown>> = { ...catalog };
  const table = tables[collection];
  const entry = Array.isArray(table)
    ? table.find((each: unknown) => isObject(each) && each['id'] === id)
    : isObject(table) ? table[id] : undefined;
  const figure =
    path.reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), entry);
  const value = isSourced(figure) ? figure
    : collection === 'tokenPrices'
      && entry === undefined ? findMedian(catalog, id, path[0]) : null;
  const model = collection === 'tokenPrices' ? catalog.models[id]?.name : undefined;
  const name = isObject(entry) && typeof entry['name'] === 'string' ? entry['name']
    : (model ?? (id === '' ? ref : id));
  return { ref, entry: name, figure: path.join(' '), value,
    citation: findCitation(catalog, ref) ?? value };
}
