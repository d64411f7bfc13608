import { describe, expect, it } from 'vitest';
import { headline, planOf } from './support.ts';

const pod = 'b200-1mw';
const sold = (over: Parameters<typeof planOf>[1]) => planOf(pod, over).series;
const total = (values: Float64Array | undefined): number =>
  (values ?? new Float64Array(0)).reduce((a, b) => a + b, 0);
/** Demand from the first month on, so that years are whole. */
const steady = { 'demand.marketRampMonths': 0 } as const;

describe('the market of a class', () => {
  it('keeps sold tokens under its share of it by month, and shows the share', () => {
    const plan = planOf(pod, { 'traffic.chat.marketTokensPerDay': 4e11,
      'traffic.chat.marketShareMost': 0.2, 'traffic.chat.marketGrowth': 0.5 });
    const served = plan.series['lifecycle.servedMtok']?.values ?? new Float64Array(0);
    for (const [at, tokens] of served.entries()) {
      const month = plan.firstMonth + at;
      if (month < 1) continue;
      // 365 / 12 days in millions of tokens
      const market = ((4e11 * 365) / 12 / 1e6) * 1.5 ** ((month - 1) / 12);
      expect(tokens).toBeLessThanOrEqual(0.2 * market * (1 + 1e-9));
    }
    expect(plan.figures['market.share.chat']?.value).toBeCloseTo(0.2, 9);
    expect(plan.warnings.map(({ code }) => code)).toContain('demand-above-market');
    expect(total(plan.series['lifecycle.aboveMarketMtok']?.values))
      .toBeCloseTo(plan.figures['market.refusedMtok.chat']?.value ?? NaN, 3);
  });
  it('leaves no share and no ceiling where nobody states it', () => {
    const plan = planOf(pod);
    expect(plan.figures['market.share.chat']).toBeUndefined();
    const shares = plan.series['lifecycle.marketShare']?.values ?? new Float64Array([0]);
    expect([...shares].every(Number.isNaN)).toBe(true);
  });
  it('never earns more when it is smaller', () => {
    const revenues = [1e10, 1e11, 1e12, 1e13].map((market) =>
      headline(planOf(pod, { 'traffic.chat.marketTokensPerDay': market }), 'revenueUsd'));
    expect(revenues).toEqual(revenues.toSorted((a, b) => a - b));
    expect(revenues[0]).toBeLessThan(revenues[1] ?? 0);
  });
  it('is the public router’s where it is asked for and known', () => {
    // 13.5 B tokens of R1 0528 a week
    const plan = planOf('query-spike', {
      'traffic.chat.model': 'deepseek-r1', 'traffic.chat.marketVolume': 'router',
      'traffic.chat.marketShareMost': 1, 'traffic.chat.marketGrowth': 0 });
    const served = plan.series['lifecycle.servedMtok']?.values ?? new Float64Array(0);
    expect(Math.max(...served)).toBeCloseTo(((13.5e9 / 7) * 365) / 12 / 1e6, -2);
    const unknown = planOf(pod, { 'traffic.chat.marketVolume': 'router' });
    expect(unknown.warnings).toContainEqual(expect.objectContaining({
      code: 'no-market-volume', where: 'traffic.chat.marketVolume' }));
    expect(headline(unknown, 'revenueUsd')).toBe(headline(planOf(pod), 'revenueUsd'));
  });
  it('adds up: capacity is sold or unsold', () => {
    const series = sold({ ...steady, 'traffic.chat.marketTokensPerDay': 1e12 });
    const capacity = total(series['lifecycle.capacityMtok']?.values);
    const parts = total(series['lifecycle.servedMtok']?.values)
      + total(series['lifecycle.unsoldMtok']?.values);
    expect(parts / capacity).toBeCloseTo(1, 12);
  });
});

describe('more demand than there is in the world', () => {
  it.each([
    ['demand.tokensPerDay', { 'demand.mode': 'tokens', 'demand.tokensPerDay': 1e16 }],
    ['traffic.chat.tokensPerDay', { 'demand.mode': 'tokens', 'traffic.chat.tokensPerDay': 1e16 }],
    ['traffic.chat.marketTokensPerDay', { 'traffic.chat.marketTokensPerDay': 1e16 }],
  ] as const)('is marked at %s, with an edit that mends it', (path, over) => {
    const [limit] = planOf(pod, over).limits.filter(({ code }) => code === 'demand-above-world');
    expect(limit).toMatchObject({ where: path, value: 1e16, unit: 'tok/day', broken: true });
    const [edit] = limit?.fix ?? [];
    expect(edit?.path).toBe(path);
    const mended = planOf(pod, { ...over, [path]: edit?.value ?? null });
    expect(mended.limits.map(({ code }) => code)).not.toContain('demand-above-world');
  });
  it('is not found in any demand that is known', () => {
    expect(planOf(pod, { 'demand.mode': 'tokens', 'demand.tokensPerDay': 140e12 }).limits
      .map(({ code }) => code)).not.toContain('demand-above-world');
  });
});
