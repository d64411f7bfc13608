import type { CatalogChange, CatalogValue } from '../../../shared/catalog/changes/types.ts';
import { addedSince, changesSince } from '../../../shared/catalog/history.ts';
import { findListing, isChoosable } from '../../../shared/catalog/prices.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import { isOwnCollection } from '../../../shared/plan/entries/own-catalog.ts';
import { findCatalogItem } from '../../../shared/plan/entries/catalog-figure.ts';
import { nameFigure } from '../../../shared/plan/entries/figure-names.ts';
import { printFigure } from './print-figure.ts';

/** One change of an update, in words. */
export interface UpdateLine {
  readonly ref: string;
  readonly entry: string;
  readonly figure: string;
  readonly before: string;
  readonly after: string;
  /** ISO date of the source behind the new value; empty where it has none. */
  readonly date: string;
  readonly why: string;
}

/** Changes of one reason and one date. */
export interface UpdateGroup {
  readonly why: string;
  readonly date: string;
  readonly lines: readonly UpdateLine[];
}

/** Lines under the reason they share, in the order of its first mention. */
export function groupByReason(lines: readonly UpdateLine[]): readonly UpdateGroup[] {
  const groups = Map.groupBy(lines, ({ why, date }) => `${why} ${date}`);
  return [...groups.values()].map((group) =>
    ({ why: group[0]?.why ?? '', date: group[0]?.date ?? '', lines: group }));
}

/** What an update of the catalogue would bring to a plan. */
export interface CatalogUpdate {
  /** Changes of entries the plan uses. */
  readonly used: readonly UpdateLine[];
  readonly others: readonly UpdateLine[];
  /** Entries a person can choose that came since; every project can use them already. */
  readonly added: number;
}

const valueOf = (figure: CatalogValue | null): number | string | null =>
  (figure === null || typeof figure !== 'object' ? figure : figure.value);

function lineOf(catalog: Catalog, { ref, before, after, why }: CatalogChange): UpdateLine {
  return {
    ref, entry: findCatalogItem(catalog, ref).entry, figure: nameFigure(ref),
    before: printFigure(before), after: printFigure(after), why,
    date: typeof after === 'object' ? after?.date ?? '' : '',
  };
}

/**
 * Changes since a version, those of entries in use apart; figures of equal value that only
 * have a better source are left out.
 * @param inUse entries a plan's traces name, as `systems/gb300_nvl72`
 * @returns null where this program does not know the version
 */
export function listUpdate(
  catalog: Catalog, version: string, inUse: ReadonlySet<string>,
): CatalogUpdate | null {
  const since = changesSince(version);
  if (!since.ok) return null;
  const moving = since.value.filter(({ before, after }) => valueOf(before) !== valueOf(after));
  const isUsed = ({ ref }: CatalogChange): boolean =>
    inUse.has(ref.split('/').slice(0, 2).join('/'));
  const lines = (changes: readonly CatalogChange[]): readonly UpdateLine[] =>
    changes.map((change) => lineOf(catalog, change));
  return {
    used: lines(moving.filter(isUsed)), others: lines(moving.filter((each) => !isUsed(each))),
    added: addedSince(version).filter((path) => isForChoice(catalog, path)).length,
  };
}

/** Whether a person can choose an entry: no constant, and no listing that nobody sells at. */
function isForChoice(catalog: Catalog, path: string): boolean {
  const [collection = '', id = ''] = path.split('/');
  if (collection !== 'tokenPrices') return isOwnCollection(collection);
  const listing = findListing(catalog, id);
  return listing !== undefined && isChoosable(listing)
    && Object.hasOwn(catalog.models, listing.modelId ?? '');
}
