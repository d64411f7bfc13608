import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../shared/plan/types.ts';
import { setByPath } from '../../../shared/project/path.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { planner } from '../template-plans.ts';

const tiers = ['free', 'mid', 'high', 'premium'] as const;
type Tier = (typeof tiers)[number];
/** USD per million tokens: uncached input, cached input, output. */
type Prices = readonly [input: number, cached: number, output: number];

/** A case of the template in which a year's tokens all sell at what was asked at its start. */
function yearOf(scenario: string): Plan {
  const steady =
    { 'traffic.priceDecline': 0, 'traffic.failedShare': 0, 'demand.horizonMonths': 12 };
  const document = Object.entries(steady).reduce((so, [path, value]) => {
    const set = setByPath(so, scenario, path, value);
    if (!set.ok) throw new Error(JSON.stringify(set.error));
    return set.value;
  }, documentOf(findTemplate('four-tiers')?.records ?? []));
  const plan = planner.evaluate(document, scenario);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

const groupOf = (plan: Plan, tier: Tier) =>
  plan.stages.groups.find(({ record }) => record.key === tier);

/** Millions of tokens a tier made: uncached input, cached input, output. */
function tokensOf(plan: Plan, tier: Tier): Prices {
  const made = plan.stages.lifecycle.groups.find(({ trafficKey }) => trafficKey === tier);
  const sum = (values: Float64Array | undefined): number =>
    (values ?? new Float64Array()).reduce((a, b) => a + b, 0);
  return [sum(made?.inputMissMtok), sum(made?.inputHitMtok), sum(made?.outputMtok)];
}

const worth = (tokens: Prices, prices: Prices): number =>
  tokens[0] * prices[0] + tokens[1] * prices[1] + tokens[2] * prices[2];

describe('the template of four tiers', () => {
  const base = yearOf('base');

  it('gives every tier a quarter of the power', () => {
    expect(new Set(tiers.map((tier) => groupOf(base, tier)?.racks)).size).toBe(1);
  });

  it('serves each at its own point of the frontier: faster tiers cost more capacity per token', () => {
    const points = tiers.map((tier) => groupOf(base, tier)?.point);
    const yields = points.map((point) => point?.outputTokPerSecPerAccelerator ?? 0);
    expect(yields).toEqual(yields.toSorted((a, b) => b - a));
    expect(yields[3]).toBeLessThan((yields[0] ?? 0) * 0.8);
    for (const [at, least] of [20, 30, 45, 60].entries())
      expect(points[at]?.tokPerSecPerUser).toBeGreaterThanOrEqual(least);
  });

  // MiniMax's own list, 0.3/0.06/1.2, and 1.5 and 2.1 times it for the fast tiers.
  it.each<readonly [Tier, Prices]>([
    ['free', [0, 0, 0]], ['mid', [0.3, 0.06, 1.2]], ['high', [0.45, 0.09, 1.8]],
    ['premium', [0.63, 0.126, 2.52]],
  ])('%s earns its power’s tokens at its price mix', (tier, prices) => {
    const tokens = tokensOf(base, tier);
    expect(tokens[2]).toBeGreaterThan(0);
    // 8,192 tokens in and 1,024 out; half of the input is found in the cache.
    expect([tokens[0] / tokens[2], tokens[1] / tokens[2]])
      .toEqual([expect.closeTo(4, 9), expect.closeTo(4, 9)]);
    expect(base.figures[`economics.revenue.${tier}`]?.value)
      .toBeCloseTo(worth(tokens, prices), -2);
  });

  it.each<readonly [Tier, number]>([['free', 0], ['mid', 3], ['high', 6], ['premium', 45]])(
    '%s earns its output alone at the price its vendor shows', (tier, output) => {
      const vendor = yearOf('vendor');
      const tokens = tokensOf(vendor, tier);
      expect(tokens[2]).toBeGreaterThan(tokensOf(base, tier)[2]);
      expect(vendor.figures[`economics.revenue.${tier}`]?.value)
        .toBeCloseTo(tokens[2] * output, -2);
    });
});
