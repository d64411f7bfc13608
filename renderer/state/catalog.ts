import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { findCitation, isSourced, type Citation } from '../../shared/catalog/lookup.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import type { Sourced } from '../../shared/units/provenance.ts';

/** The catalogue plans are computed with. */
export const catalog: Catalog = builtInCatalog;

/** What a reference of a trace points at. */
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

/** Looks a reference up: `catalog:systems/gb300_nvl72/maxPowerKw`. */
export function findCatalogItem(ref: string): CatalogItem {
  const [collection = '', id = '', ...path] = ref.replace('catalog:', '').split('/');
  const tables: Readonly<Record<string, unknown>> = { ...catalog };
  const table = tables[collection];
  const entry = Array.isArray(table)
    ? table.find((each: unknown) => isObject(each) && each['id'] === id)
    : isObject(table)
      ? table[id]
      : undefined;
  const figure = path.reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), entry);
  const name = isObject(entry) && typeof entry['name'] === 'string' ? entry['name'] : id === '' ? ref : id;
  return {
    ref,
    entry: name,
    figure: path.join(' '),
    value: isSourced(figure) ? figure : null,
    citation: findCitation(catalog, ref),
  };
}
