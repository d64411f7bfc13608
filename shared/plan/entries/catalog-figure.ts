import { findCitation, isSourced, type Citation } from '../../catalog/lookup.ts';
import { nameProvider, priceParts, priceWithSpread } from '../../catalog/prices.ts';
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

/** A price of a listing, with the span of what is asked for its model. */
function findPrice(
  catalog: Catalog, id: string, part: string | undefined,
): { readonly name: string; readonly value: Sourced | null } | null {
  const listing = catalog.tokenPrices.find((each) => each.id === id);
  const price = priceParts.find((each) => each === part);
  return listing === undefined ? null
    : { name: `${nameProvider(listing)}, ${listing.model}`,
      value: price === undefined ? null : priceWithSpread(catalog, listing, price) };
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
  const price = collection === 'tokenPrices' ? findPrice(catalog, id, path[0]) : null;
  const value = price?.value ?? (isSourced(figure) ? figure : null);
  const name = price?.name
    ?? (isObject(entry) && typeof entry['name'] === 'string' ? entry['name']
      : id === '' ? ref : id);
  return { ref, entry: name, figure: path.join(' '), value,
    citation: findCitation(catalog, ref) ?? value };
}
