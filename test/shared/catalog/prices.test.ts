import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { catalogAt } from '../../../shared/catalog/history.ts';
import {
  findCandidates, findListing, formerMedian, listOffers, nameProvider, priceWithSpread,
  spreadOf,
} from '../../../shared/catalog/prices.ts';
import { largeProviders } from '../../../shared/catalog/data/makers.ts';
import { fieldOf } from '../../../shared/project/kinds.ts';
import type { Catalog, TokenPrice } from '../../../shared/catalog/types.ts';

const pricesOf = (listing: TokenPrice | undefined) => [
  listing?.inputUsdPerMtok?.value, listing?.cachedUsdPerMtok?.value,
  listing?.outputUsdPerMtok?.value,
];
const only = (modelId: string) => {
  const { rule, listings } = findCandidates(builtInCatalog, modelId);
  return [rule, ...listings.map(({ provider, checked }) => `${provider} ${checked ?? ''}`)];
};
const with_ = (...listings: readonly TokenPrice[]): Catalog =>
  ({ ...builtInCatalog, tokenPrices: [...builtInCatalog.tokenPrices, ...listings] });
const base = findListing(builtInCatalog, 'fireworks-gpt-oss-120b');
if (base === undefined) throw new Error('no listing to start from');

describe('the listing of a model by rule', () => {
  it('is its maker’s own newest list price: DeepSeek 2026-06-02, Moonshot 2026-07-16', () => {
    expect(only('deepseek-v4-pro')).toEqual(['maker', 'deepseek 2026-06-02']);
    expect(pricesOf(findCandidates(builtInCatalog, 'deepseek-v4-pro').listings[0]))
      .toEqual([0.435, 0.003625, 0.87]);
    expect(only('kimi-k3')).toEqual(['maker', 'moonshotai 2026-07-16']);
    expect(pricesOf(findCandidates(builtInCatalog, 'kimi-k3').listings[0]))
      .toEqual([3, 0.3, 15]);
  });
  it('is one of a large provider where the maker sells none; a router’s price under its '
    + 'name is none', () => {
    const { rule, listings } = findCandidates(builtInCatalog, 'gpt-oss-120b');
    expect(rule).toBe('large');
    expect(listings.map(({ provider }) => provider).toSorted())
      .toEqual(['cerebras', 'fireworks', 'groq']);
    expect(findListing(builtInCatalog, 'openai-gpt-oss-120b')?.relayed).toBe(true);
  });
  it('bears a day wherever one of the same standing does', () => {
    const undated: TokenPrice = { ...base, id: 'x', provider: 'together', checked: null };
    expect(findCandidates(with_(undated), 'gpt-oss-120b').listings).not.toContain(undated);
    const alone = { ...builtInCatalog, tokenPrices: [undated] };
    expect(findCandidates(alone, 'gpt-oss-120b').listings).toEqual([undated]);
  });
  it('is none for a model its maker ended, unless somebody was read to sell it since', () => {
    expect(findCandidates(builtInCatalog, 'deepseek-r1').listings).toEqual([]);
    const since: TokenPrice =
      { ...base, id: 'x', modelId: 'deepseek-r1', checked: '2026-09-01' };
    expect(findCandidates(with_(since), 'deepseek-r1').listings).toEqual([since]);
  });
  it('is the project’s own before any other', () => {
    const own: TokenPrice = { ...base, id: 'x', modelId: 'deepseek-v4-pro', own: true };
    expect(findCandidates(with_(own), 'deepseek-v4-pro'))
      .toEqual({ rule: 'own', listings: [own] });
  });
  it('is never superseded, conditional, or a former median', () => {
    const chosen = Object.keys(builtInCatalog.models)
      .flatMap((id) => findCandidates(builtInCatalog, id).listings);
    expect(chosen.length).toBeGreaterThan(10);
    expect(chosen.filter(({ kind, retired }) => kind !== 'list' || retired !== undefined))
      .toEqual([]);
  });
});

describe('listings', () => {
  it('are spread between the lowest and the highest offer: V4-Pro 0.435 to 1.74, four of them', () => {
    const [listing] = findCandidates(builtInCatalog, 'deepseek-v4-pro').listings;
    if (listing === undefined) throw new Error('no listing');
    expect(spreadOf(builtInCatalog, listing, (each) => each.inputUsdPerMtok?.value ?? null))
      .toEqual({ low: 0.435, high: 1.74, listings: 4 });
    expect(priceWithSpread(builtInCatalog, listing, 'outputUsdPerMtok'))
      .toMatchObject({ value: 0.87, low: 0.87, high: 3.48, note: '4 listings' });
  });
  it('name a provider as people call it, also behind a router of lists', () => {
    const named = findListing(builtInCatalog, 'huggingface-together-openai-gpt-oss-120b');
    expect(named === undefined ? '' : nameProvider(named)).toBe('Together AI');
    expect(nameProvider(base)).toBe('Fireworks AI');
  });
  it('of one model and provider are told apart by their ids', () => {
    const ids = builtInCatalog.tokenPrices.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('state a cached price no higher than the input price', () => {
    const dear = builtInCatalog.tokenPrices.filter(({ inputUsdPerMtok, cachedUsdPerMtok }) =>
      (cachedUsdPerMtok?.value ?? 0) > (inputUsdPerMtok?.value ?? 0));
    expect(dear).toEqual([]);
  });
  it('give the default ratio of cached to input price as their median', () => {
    const ratios = builtInCatalog.tokenPrices.filter(({ kind }) => kind === 'list')
      .flatMap(({ cachedUsdPerMtok: cached, inputUsdPerMtok: input }) =>
        (cached === undefined || input === undefined ? [] : [cached.value / input.value]))
      .toSorted((a, b) => a - b);
    const median = ratios[Math.floor(ratios.length / 2)];
    expect(median).toBeCloseTo(Number(fieldOf('traffic', 'cachedRatio')?.default), 10);
  });
  it('of every large provider say why it counts as one', () => {
    expect(Object.values(largeProviders).filter(({ why }) => why.length < 10)).toEqual([]);
  });
});

describe('former medians', () => {
  it('are those of catalogue 2026.11.1: DeepSeek-R1 at 2.5 and 2.75, no cached price', () => {
    expect(pricesOf(formerMedian(builtInCatalog, 'deepseek-r1')))
      .toEqual([2.5, undefined, 2.75]);
    expect(pricesOf(formerMedian(builtInCatalog, 'gpt-oss-120b')))
      .toEqual([0.15, 0.0725, 0.595]);
  });
  it('are offered to nobody', () => {
    expect(listOffers(builtInCatalog, 'deepseek-r1').some(({ kind }) => kind === 'former'))
      .toBe(false);
  });
});

describe('catalogue 2026.11.1', () => {
  it('has the cached price that was corrected since', () => {
    const before = catalogAt(builtInCatalog, '2026.11.1');
    if (!before.ok) throw new Error(before.error.code);
    const id = 'fireworks-gpt-oss-120b';
    expect(findListing(before.value, id)?.cachedUsdPerMtok?.value).toBe(0.07);
    expect(findListing(builtInCatalog, id)?.cachedUsdPerMtok?.value).toBe(0.014);
  });
});
