import {
  byFormerMedian, byRule, findCandidates, findListing, formerMedian, isOffer, type PricePart,
  type PriceRule,
} from '../../catalog/prices.ts';
import type { Catalog, TokenPrice } from '../../catalog/types.ts';
import { blendedPrice } from '../../economics/statement/prices.ts';
import type { Keep } from '../../lifecycle/keep.ts';
import type { Resolved } from '../../project/resolve.ts';
import { lazily } from '../../units/reading.ts';

export type PriceKind = PricePart;

/** A price in use; null value when nobody lists one and none was entered. */
export interface PriceInUse {
  readonly value: number | null;
  /** Entered, asked at the listing, or the stated share of the input price. */
  readonly from: 'entered' | 'listing' | 'ratio' | 'none';
}

/** The listing a class sells at, by id, and why that one. */
export interface ListingInUse {
  readonly id: string;
  readonly rule: PriceRule;
}

export interface PricesInUse extends Readonly<Record<PriceKind, PriceInUse>> {
  /** Null where no listing qualifies: prices must be entered. */
  readonly listing: ListingInUse | null;
}

type Traffic = Resolved<'traffic'>;

/** The price of an average token of the class at a listing, USD per million tokens. */
export function worthOf(listing: TokenPrice, { values }: Traffic): number | null {
  const [input, output] = [listing.inputUsdPerMtok?.value, listing.outputUsdPerMtok?.value];
  if (input === undefined || output === undefined) return null;
  const cached = listing.cachedUsdPerMtok?.value ?? input * values.cachedRatio;
  return blendedPrice(values.isl, values.osl, values.cacheHit, { input, cached, output });
}

/** The cheapest for the class; of equal ones the one read last. */
function cheapest(listings: readonly TokenPrice[], traffic: Traffic): TokenPrice | undefined {
  const [only] = listings;
  if (listings.length < 2) return only;
  const worth = new Map(listings.map((each) => [each, worthOf(each, traffic) ?? Infinity]));
  return listings.toSorted((a, b) => (worth.get(a) ?? 0) - (worth.get(b) ?? 0)
    || (b.checked ?? '').localeCompare(a.checked ?? ''))[0];
}

/** The listing a class sells at: the one it names, or the one the rule finds. */
export function chooseListing(catalog: Catalog, traffic: Traffic): ListingInUse | null {
  const { model, listing } = traffic.values;
  if (listing === byFormerMedian) {
    const former = formerMedian(catalog, model);
    return former === undefined ? null : { id: former.id, rule: 'former' };
  }
  if (listing !== byRule) {
    return findListing(catalog, listing) === undefined ? null
      : { id: listing, rule: 'chosen' };
  }
  const { rule, listings } = findCandidates(catalog, model);
  const found = cheapest(listings, traffic);
  return found === undefined ? null : { id: found.id, rule };
}

/** What the prices of a class are found from. */
export interface PricesFrom {
  readonly keep: Keep;
  readonly key: string;
  /** The catalogue as it stands, among whose listings is chosen. */
  readonly listings: () => Catalog;
  /** The same as a view that notes which figure is taken. */
  readonly catalog: () => Catalog;
  readonly traffic: () => Traffic;
}

const none: PriceInUse = { value: null, from: 'none' };

/**
 * The three prices of a traffic class: entered, or those of the one listing it sells at.
 * Cached input without a price, with one above the input price in use, or beside another
 * input price than the listing's, is sold at the stated share of the input price: what a listing
 * asks for cached input belongs to what it asks for input.
 */
export function pricesInUse({ keep, key, listings, catalog, traffic }: PricesFrom): PricesInUse {
  const listing = keep(`listing ${key}`, () => chooseListing(listings(), traffic()));
  const listed = (kind: PriceKind): PriceInUse => {
    const chosen = listing();
    const value = chosen === null ? undefined
      : findListing(catalog(), chosen.id)?.[kind]?.value;
    return value === undefined ? none : { value, from: 'listing' };
  };
  const entered = (kind: PriceKind): PriceInUse | null => {
    const value = traffic().values[kind];
    return value === null ? null : { value, from: 'entered' };
  };
  const price = (kind: PriceKind): (() => PriceInUse) =>
    keep(`price ${key} ${kind}`, () => entered(kind) ?? listed(kind));
  const input = price('inputUsdPerMtok');
  const cached = keep(`price ${key} cachedUsdPerMtok`, (): PriceInUse => {
    const own = entered('cachedUsdPerMtok');
    if (own !== null) return own;
    const { value } = input();
    if (value === null) return none;
    // A price entered as the listing asks it is the listing's.
    const asked = value === listed('inputUsdPerMtok').value ? listed('cachedUsdPerMtok') : none;
    if (asked.value !== null && asked.value <= value) return asked;
    return { value: value * traffic().values.cachedRatio, from: 'ratio' };
  });
  return lazily<PricesInUse>({
    listing, inputUsdPerMtok: input, cachedUsdPerMtok: cached,
    outputUsdPerMtok: price('outputUsdPerMtok'),
  });
}

/** What of a listing somebody must know before they sell at it. */
export type ListingFault = 'retired' | 'superseded' | 'other-model' | 'undated' | 'old';

/**
 * What is wrong with a listing for a class; nothing with the median an earlier project
 * keeps, which is what it was.
 * @param year first month of the plan, YYYY-MM
 */
export function listingFaults(
  listing: TokenPrice, model: string, startMonth: string,
): readonly ListingFault[] {
  const { kind, retired, checked, modelId } = listing;
  if (kind === 'former') return [];
  const yearBefore = `${Number(startMonth.slice(0, 4)) - 1}${startMonth.slice(4, 7)}`;
  return [
    ...(retired === undefined ? [] : ['retired' as const]),
    ...(retired === undefined && kind === 'list' && !isOffer(listing) || kind === 'history'
      ? ['superseded' as const] : []),
    ...(modelId === model ? [] : ['other-model' as const]),
    ...(checked === null ? ['undated' as const]
      : checked.slice(0, 7) < yearBefore ? ['old' as const] : []),
  ];
}
