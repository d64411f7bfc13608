import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import {
  findCatalogItem as findItem, type CatalogItem,
} from '../../shared/plan/entries/catalog-figure.ts';

/** The catalogue plans are computed with. */
export const catalog: Catalog = builtInCatalog;

/**
 * Looks a reference up: `catalog:systems/gb300_nvl72/maxPowerKw`.
 * @param seen the catalogue of the plan that names it: the project may say otherwise than
 *   the built-in one
 */
export const findCatalogItem = (ref: string, seen: Catalog = catalog): CatalogItem =>
  findItem(seen, ref);
