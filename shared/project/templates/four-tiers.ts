import { casesAround } from './cases.ts';
import { ofCountedMarket, sharedUse as utilisation, soldClass } from './rules.ts';
import type { SpecValues, TemplateSpec } from './spec.ts';

/** What hosts ask for their fast routes: 1.5 times (GLM-5.2) and 2.1 times (Kimi K2.6) the list. */
const [fast, faster] = [1.5, 2.1];

const allPrices = (input: number, output: number): SpecValues['values'] =>
  ({ inputUsdPerMtok: input, cachedUsdPerMtok: input, outputUsdPerMtok: output });

/**
 * Tokens are sold by speed: each tier is a class with its own point on the frontier, its
 * own racks and price.
 */
const tier = (
  key: string, name: string, minTokPerSecPerUser: number, prices: SpecValues['values'] = {},
): TemplateSpec['values'] => [
  ofCountedMarket(soldClass(key, {
    name, model: 'minimax-m3', isl: 8192, osl: 1024, cacheHit: 0.5, minTokPerSecPerUser,
    maxTtftS: 15, ...prices, freeShare: 0, batchShare: 0,
  })),
  { kind: 'rackGroup', key, values: { name: `${name} racks`, system: 'gb300_nvl72',
    traffic: key, powerShare: 0.25, precision: 'fp4', framework: 'dynamo-trt' } },
];

/** All of a tier's tokens at a multiple of the list. */
const overList = (key: string, priceFactor: number): SpecValues => ({ kind: 'priceTier', key,
  values: { name: 'Fast route', traffic: key, share: 1, priceFactor } });

/** A tier as a vendor shows it: output alone is sold, and its price is its own. */
const shown = (key: string, output: number): SpecValues =>
  ({ kind: 'traffic', key, values: allPrices(0, output) });

/**
 * Four tiers of speed on a quarter of the power each; revenue = sum of MW x tok/s/MW at
 * the tier's speed x its price.
 */
export const fourTiers: TemplateSpec = {
  id: 'four-tiers',
  name: 'Four tiers of speed, 100 MW',
  summary:
    'A hundred megawatts of GB300 NVL72 split evenly over a free and three paid tiers, each served at its own speed and sold at its own price.',
  scenario: 'Base case',
  values: [
    { kind: 'project', values: {
      name: 'Four tiers of speed, 100 MW',
      note:
        'The form of the tier model NVIDIA showed at GTC 2026: a quarter of the power each. The base sells at list and at what hosts ask for fast routes; '
        + 'the vendor case sells output alone at 3, 6 and 45 USD. 3 and 6 were named there; 45 USD for the fastest tier is unverified, and so are the speeds, which are planning values.',
    } },
    { kind: 'site', values: { site: 'ashburn', utilityMw: 100 } },
    ...tier('free', 'Free', 20, allPrices(0, 0)), ...tier('mid', 'Mid', 30),
    ...tier('high', 'High', 45), ...tier('premium', 'Premium', 60),
    overList('high', fast), overList('premium', faster),
    { kind: 'demand', values: { horizonMonths: 60 } },
    { kind: 'network', values: { fabric: 'infiniband', switchModel: 'q3400' } },
  ],
  cases: casesAround({ sold: ['mid', 'high', 'premium'], utilisation },
    [shown('mid', 3), shown('high', 6), shown('premium', 45),
      overList('high', 1), overList('premium', 1)]),
};
