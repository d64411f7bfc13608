import type { TemplateSpec } from './spec.ts';

/**
 * Tokens are sold by speed: each tier is a class with its own point on the frontier, its
 * own racks and price.
 */
const tier = (
  key: string, name: string, minTokPerSecPerUser: number, outputUsdPerMtok: number,
): TemplateSpec['values'] => [
  { kind: 'traffic', key, values: {
    name, model: 'deepseek-r1', isl: 8192, osl: 1024, minTokPerSecPerUser, maxTtftS: 15,
    inputUsdPerMtok: 0, cachedUsdPerMtok: 0, outputUsdPerMtok, freeShare: 0, batchShare: 0,
  } },
  { kind: 'rackGroup', key, values: { name: `${name} racks`, system: 'gb300_nvl72',
    traffic: key, powerShare: 0.25, precision: 'fp4', framework: 'dynamo-trt' } },
];

/**
 * Four tiers of speed on a quarter of the power each; revenue = sum of MW x tok/s/MW at
 * the tier's speed x its price.
 */
export const fourTiers: TemplateSpec = {
  id: 'four-tiers',
  name: 'Four tiers of speed, 1 GW',
  summary:
    'A gigawatt of GB300 NVL72 split evenly over a free and three paid tiers, each served at its own speed and sold at its own price.',
  scenario: 'Base case',
  values: [
    { kind: 'project', values: {
      name: 'Four tiers of speed, 1 GW',
      note:
        'The form of the tier model NVIDIA showed at GTC 2026: a quarter of the power each, revenue by output tokens alone. '
        + '3 and 6 USD per million tokens were named there; 45 USD for the fastest tier is unverified, and so are the speeds, which are planning values.',
    } },
    { kind: 'site', values: { site: 'ashburn', utilityMw: 1000 } },
    ...tier('free', 'Free', 20, 0), ...tier('mid', 'Mid', 40, 3),
    ...tier('high', 'High', 60, 6), ...tier('premium', 'Premium', 100, 45),
    { kind: 'demand', values: { horizonMonths: 60, utilisation: 0.6 } },
    { kind: 'network', values: { fabric: 'infiniband', switchModel: 'q3400' } },
  ],
};
