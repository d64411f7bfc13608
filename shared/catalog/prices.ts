import type { Sourced } from '../units/provenance.ts';
import { endedModels, largeProviders, makers } from './data/makers.ts';
import { formerPrefix } from './data/former-medians.ts';
import { isSourced } from './lookup.ts';
import type { Catalog, TokenPrice } from './types.ts';

export const priceParts = ['inputUsdPerMtok', 'cachedUsdPerMtok', 'outputUsdPerMtok'] as const;
export type PricePart = (typeof priceParts)[number];

/** Why a class sells at a listing. */
export type PriceRule = 'chosen' | 'own' | 'maker' | 'large' | 'former';

/** Listings a rule may sell at, all on the same footing: the cheapest of them is taken. */
export interface Candidates {
  readonly rule: PriceRule;
  readonly listings: readonly TokenPrice[];
}

/** What a class says where the rule chooses its listing, or where the former median does. */
export const byRule = 'auto';
export const byFormerMedian = formerPrefix;

/** Hugging Face passes the lists of hosts on under their names. */
const hostOf = ({ provider }: TokenPrice): string =>
  provider.replace(/^huggingface_/u, '').replace(/-ai$/u, '');

const isMaker = (modelId: string, { provider }: TokenPrice): boolean =>
  makers.some(({ family, providers }) =>
    modelId.startsWith(family) && providers.includes(provider));

const providerNames: Readonly<Record<string, string>> = {
  deepseek: 'DeepSeek', moonshotai: 'Moonshot AI', zai: 'Z.ai', zhipuai: 'Zhipu AI',
  minimax: 'MiniMax', openrouter: 'OpenRouter (router)', doubleword: 'Doubleword',
  openai: 'OpenAI', ovhcloud: 'OVHcloud', nebius: 'Nebius', crusoe: 'Crusoe',
  novita: 'Novita AI', sambanova: 'SambaNova', hyperbolic: 'Hyperbolic', nscale: 'Nscale',
  avian: 'Avian', deepinfra: 'DeepInfra',
};

/**
 * A provider as people call it.
 * @example nameProvider(listing) // 'Together AI'
 */
export function nameProvider(listing: TokenPrice): string {
  const host = hostOf(listing);
  return largeProviders[host]?.name ?? providerNames[host] ?? listing.provider;
}

/** Whether somebody sells at a listing now: superseded, ended and passed-on prices are none. */
export const isOffer = ({ kind, retired, relayed }: TokenPrice): boolean =>
  kind === 'list' && retired === undefined && relayed !== true;

/** Whether a class may name a listing: on offer for a named model, if only on conditions. */
export const isChoosable = (price: TokenPrice): boolean => price.modelId !== null
  && (isOffer(price) || (price.kind === 'conditional' && price.retired === undefined));

/** What is asked for a model now, dated or not. */
export const listOffers = (catalog: Catalog, modelId: string): readonly TokenPrice[] =>
  catalog.tokenPrices.filter((price) => price.modelId === modelId && isOffer(price)
    && isSourced(price.inputUsdPerMtok) && isSourced(price.outputUsdPerMtok));

const newest = (listings: readonly TokenPrice[]): readonly TokenPrice[] => {
  const last = listings.map(({ checked }) => checked ?? '').toSorted().at(-1);
  return listings.filter(({ checked }) => (checked ?? '') === last);
};

/**
 * The listings a model may be sold at by rule: an entry of the project's own, else what
 * its maker asks by the newest reading, else what large providers ask; those that bear a
 * day before those that bear none. A model its maker has ended is sold at nothing that was
 * read before.
 * @returns no listing where nobody qualifies: a price must be entered
 * @example findCandidates(catalog, 'kimi-k3').rule // 'maker'
 */
export function findCandidates(catalog: Catalog, modelId: string): Candidates {
  const ended = endedModels[modelId];
  const all = listOffers(catalog, modelId);
  const own = all.filter((price) => price.own === true);
  if (own.length > 0) return { rule: 'own', listings: newest(own) };
  const standing = all.filter(({ checked }) =>
    ended === undefined || (checked !== null && checked >= ended));
  for (const dated of [true, false]) {
    const known = standing.filter(({ checked }) => (checked !== null) === dated);
    const maker = known.filter((price) => isMaker(modelId, price));
    if (maker.length > 0) return { rule: 'maker', listings: newest(maker) };
    const large = known.filter((price) => Object.hasOwn(largeProviders, hostOf(price)));
    if (large.length > 0) return { rule: 'large', listings: large };
  }
  return { rule: 'large', listings: [] };
}

/** A listing by id, or undefined. */
export const findListing = (catalog: Catalog, id: string): TokenPrice | undefined =>
  catalog.tokenPrices.find((price) => price.id === id);

/** The median a project keeps that was made before classes sold at one listing. */
export const formerMedian = (catalog: Catalog, modelId: string): TokenPrice | undefined =>
  findListing(catalog, `${formerPrefix}-${modelId}`);

/** Between what the offers of a model lie. */
export interface Spread {
  readonly low: number;
  readonly high: number;
  readonly listings: number;
}

/**
 * The span of a worth over the offers of a model and the listing in use.
 * @param worth of a listing, null where it states none
 * @example spreadOf(catalog, listing, (each) => each.inputUsdPerMtok?.value ?? null)?.listings // 15
 */
export function spreadOf(
  catalog: Catalog, listing: TokenPrice, worth: (each: TokenPrice) => number | null,
): Spread | null {
  const offers = listing.modelId === null ? [] : listOffers(catalog, listing.modelId);
  const values = [...new Set([...offers, listing])].flatMap((each) => worth(each) ?? []);
  return values.length === 0 ? null
    : { low: Math.min(...values), high: Math.max(...values), listings: values.length };
}

/**
 * A price of a listing with the span of the offers of its model as its range; a former
 * median keeps the range it had.
 */
export function priceWithSpread(
  catalog: Catalog, listing: TokenPrice, part: PricePart,
): Sourced | null {
  const figure = listing[part];
  if (figure === undefined || listing.kind === 'former') return figure ?? null;
  const spread = spreadOf(catalog, listing, (each) => each[part]?.value ?? null);
  return spread === null ? figure : { ...figure, low: spread.low, high: spread.high,
    note: `${spread.listings} listings` };
}
