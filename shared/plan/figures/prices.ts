import {
  findListing, listOffers, nameProvider, spreadOf, type PriceRule, type Spread,
} from '../../catalog/prices.ts';
import type { TokenPrice } from '../../catalog/types.ts';
import { blendedPrice } from '../../economics/statement/prices.ts';
import type { Resolved } from '../../project/resolve.ts';
import { worthOf, type PricesInUse } from '../money/prices.ts';
import { isSoldByToken } from '../entries/rented.ts';
import type { StageResults } from '../stages.ts';
import type { FigureFamily } from './declare.ts';

/** What a traffic class sells at, and where that stands. */
export interface ClassPrice {
  readonly key: string;
  readonly name: string;
  readonly model: string;
  /** Null where a price was entered, or none is known. */
  readonly listing: TokenPrice | null;
  /** As people read it; null likewise. */
  readonly provider: string | null;
  readonly rule: PriceRule | 'entered' | 'none';
  readonly inputUsd: number | null;
  readonly cachedUsd: number | null;
  readonly outputUsd: number | null;
  /** Price of an average token of the class in month 1. */
  readonly blendedUsd: number | null;
  /** Cached input is sold at a share of the input price, for want of a price. */
  readonly cachedByRatio: boolean;
  /** Day the prices were read; null where nobody says. */
  readonly date: string | null;
  readonly source: string;
  /** Between what the offers of the model lie for the class, in price of an average token. */
  readonly spread: Spread | null;
}

const enteredSource = 'Entered in this project';

/** The price of an average token of a class; null while one of its parts is unknown. */
function blendOf({ values }: Resolved<'traffic'>, prices: PricesInUse): number | null {
  const [input, cached, output] = [prices.inputUsdPerMtok.value,
    prices.cachedUsdPerMtok.value, prices.outputUsdPerMtok.value];
  return input === null || cached === null || output === null ? null
    : blendedPrice(values.isl, values.osl, values.cacheHit, { input, cached, output });
}

/** Where the prices come from: the one listing, the project, or both. */
function originOf(
  traffic: Resolved<'traffic'>, prices: PricesInUse, listing: TokenPrice | undefined,
): Pick<ClassPrice, 'listing' | 'provider' | 'rule' | 'date' | 'source'> {
  const asked = [prices.inputUsdPerMtok, prices.outputUsdPerMtok, prices.cachedUsdPerMtok];
  const isEntered = asked.some(({ from }) => from === 'entered');
  const note = traffic.notes['inputUsdPerMtok']?.source ?? traffic.notes['outputUsdPerMtok']?.source;
  // One price entered makes the offer one that nobody asks.
  if (isEntered) return { listing: null, provider: null, rule: 'entered',
    date: null, source: note ?? enteredSource };
  if (listing === undefined || prices.listing === null)
    return { listing: null, provider: null, rule: 'none', date: null, source: '' };
  const source = listing.inputUsdPerMtok?.source ?? '';
  return { listing, provider: nameProvider(listing), rule: prices.listing.rule,
    date: listing.checked, source };
}

function priceOf(stages: StageResults, traffic: Resolved<'traffic'>): ClassPrice {
  const { key, values } = traffic;
  const prices = stages.priced.costs.prices.get(key);
  if (prices === undefined) throw new Error(`no prices of ${key}`);
  const listing = prices.listing === null ? undefined
    : findListing(stages.catalog, prices.listing.id);
  const [shown] = listing === undefined ? listOffers(stages.catalog, values.model) : [listing];
  return {
    key, name: values.name, model: values.model, ...originOf(traffic, prices, listing),
    inputUsd: prices.inputUsdPerMtok.value, cachedUsd: prices.cachedUsdPerMtok.value,
    outputUsd: prices.outputUsdPerMtok.value, blendedUsd: blendOf(traffic, prices),
    cachedByRatio: prices.cachedUsdPerMtok.from === 'ratio',
    spread: shown === undefined ? null
      : spreadOf(stages.catalog, shown, (each) => worthOf(each, traffic)),
  };
}

/** What every traffic class sells at, in order; classes whose racks are all rented out apart. */
export const pricesByTraffic = (stages: StageResults): readonly ClassPrice[] =>
  stages.inputs.traffic.filter(({ key }) => isSoldByToken(stages.inputs, key))
    .map((traffic) => priceOf(stages, traffic));

/**
 * A span of offers in words.
 * @example describeSpread({ low: 1, high: 2, listings: 3 }, String) // '1 to 2, 3 listings'
 */
export const describeSpread = (
  spread: Spread | null, usd: (value: number) => string,
): string => (spread === null ? 'none'
  : `${usd(spread.low)} to ${usd(spread.high)}, ${spread.listings} listings`);

const rules: Readonly<Record<ClassPrice['rule'], string>> = {
  chosen: 'chosen among the listings', own: 'the project’s own', maker: 'the maker’s own price',
  large: 'the cheapest large provider', former: 'median of an earlier version',
  entered: 'entered', none: 'no public price',
};

/** A listing as people read it: who asks, for what, and when it was read. */
export function describeListing({ listing, provider, rule, date, model }: ClassPrice): string {
  if (rule === 'entered') return 'entered';
  return listing === null ? `no public price of ${model}; enter one`
    : `${provider ?? ''}, ${listing.model}, ${date ?? 'undated'} (${rules[rule]})`;
}

const classes = ({ inputs }: StageResults): readonly string[] =>
  inputs.traffic.map(({ key }) => key);

function trafficOf({ inputs }: StageResults, key: string): Resolved<'traffic'> {
  const found = inputs.traffic.find((each) => each.key === key);
  if (found === undefined) throw new Error(`no traffic class ${key}`);
  return found;
}

const price = (
  part: string, label: string, definition: string,
  read: (prices: PricesInUse, traffic: Resolved<'traffic'>) => number | null,
): FigureFamily => ({
  pattern: `price.*.${part}`, members: classes,
  text: { label, unit: 'USD/Mtok', definition,
    formula: part === 'blended' ? 'economics.blendedPrice' : 'economics.listedPrice' },
  of: (key) => (part === 'blended'
    ? ['input', 'cached', 'output'].map((each) => `price.${key}.${each}`) : []),
  value: (s, key) => {
    const traffic = trafficOf(s, key);
    const prices = s.priced.costs.prices.get(key);
    const value = prices === undefined ? null : read(prices, traffic);
    return value ?? { value: null, absent: { code: 'not-priced',
      detail: `tokens of ${traffic.values.model}` } };
  },
});

/** The prices of every class in month 1. */
export const priceFigures: readonly FigureFamily[] = [
  price('input', 'Input price', 'Price of uncached input tokens of the class in month 1.',
    (prices) => prices.inputUsdPerMtok.value),
  price('cached', 'Cached input price', 'Price of cached input tokens of the class in month 1.',
    (prices) => prices.cachedUsdPerMtok.value),
  price('output', 'Output price', 'Price of output tokens of the class in month 1.',
    (prices) => prices.outputUsdPerMtok.value),
  price('blended', 'Price of an average token',
    'Price of a million tokens of the class in month 1, input and output as it asks for them.',
    (prices, traffic) => blendOf(traffic, prices)),
];
