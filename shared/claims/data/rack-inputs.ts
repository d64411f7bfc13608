import type { Catalog } from '../../catalog/types.ts';
import { blendedPrice } from '../../economics/statement/prices.ts';
import type { Sourced } from '../../units/provenance.ts';
import { assumed, missing, priceEntry } from '../quote.ts';
import type { ClaimInput, Reader } from '../types.ts';

/**
 * Prices of DeepSeek-R1 that span the market: the official one, a mid listing, a premium
 * listing.
 */
export const r1Prices = [
  ['DeepSeek official, February 2025', 'deepseek-deepseek-r1-2025-02-28-history'],
  ['Crusoe', 'crusoe-deepseek-r1-0528-fp8-36-tok-s-user'],
  ['Fireworks', 'fireworks-deepseek-r1-0528'],
] as const;

/** Total tokens per second of DeepSeek-R1 on GB200 NVL72 where InferenceX prints them. */
export const r1OnGb200: Sourced = {
  value: 5789.6, unit: 'tok/s/accelerator', low: 3987.5, high: 5789.6, date: '2026',
  evidence: 'measured',
  source: 'InferenceX compare page deepseek-r1-b200-vs-gb200 (FP8, 8k/1k)',
  note: '75 tok/s/user; 3,987.5 at 120 tok/s/user',
};

/** The middle price with the others as its range; undefined where the catalogue lacks one. */
function priceRange(catalog: Catalog, part: 'inputUsdPerMtok' | 'outputUsdPerMtok'): Sourced
  | undefined {
    const [low, mid, high] = r1Prices.map(([, id]) => priceEntry(catalog, id)?.[part]);
    return low === undefined || mid === undefined || high === undefined ? undefined
      : { ...mid, low: low.value, high: high.value };
  }

/** Price per million tokens of the mix, as the inputs below state it. */
export const mixPrice = (of: Reader): number =>
  blendedPrice(of('inputPerOutput'), 1, 0,
    { input: of('inputPrice'), cached: of('inputPrice'), output: of('outputPrice') })
      * of('earned');

/** What every claim of token revenue would have to state, and none does. */
export const saleInputs = (catalog: Catalog): readonly ClaimInput[] => [
  missing('tokPerSec', 'Total throughput per GPU', 'tok/s/accelerator', [1, 1e6], r1OnGb200),
  missing('inputPrice', 'Input price', 'USD/Mtok', [0.001, 1000],
    priceRange(catalog, 'inputUsdPerMtok')),
  missing('outputPrice', 'Output price', 'USD/Mtok', [0.001, 1000],
    priceRange(catalog, 'outputUsdPerMtok')),
  missing('inputPerOutput', 'Input tokens per output token', 'ratio', [0.01, 1000],
    assumed(8, 'ratio', 0.125, 8, 'benchmark mixes of 8k/1k and 1k/8k')),
  missing('earned', 'Share of list revenue earned (cache discounts, free and batch tokens)',
    'fraction',
    [0.01, 1],
    assumed(1, 'fraction', 1, 1, 'the most favourable reading')),
  missing('utilisation', 'Utilisation', 'fraction', [0.01, 1],
    assumed(0.6, 'fraction', 0.3, 1, 'the planner’s default')),
];

/** Horizon and price path. */
export const horizonInputs = (years: number): readonly ClaimInput[] => [
  missing('years', 'Horizon', 'year', [0.1, 20],
    assumed(years, 'year', 1, 5, 'horizons in use for accelerators')),
  missing('priceFall', 'Times cheaper per year', 'ratio', [1, 100],
    assumed(2, 'ratio', 1, 10, 'flat to the fall of a capability’s price')),
];
