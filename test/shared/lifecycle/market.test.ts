import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marketPerSec } from '../../../shared/lifecycle/demand.ts';
import { shapeFromPeak } from '../../../shared/lifecycle/shape.ts';
import { simulateLifecycle } from '../../../shared/lifecycle/simulate.ts';
import type { LifecycleParams, TrafficMonths } from '../../../shared/lifecycle/types.ts';
import { group, monthAtOne, params, traffic } from './fixture.ts';

/** Tokens a day at so many tokens a second. */
const aDay = (perSec: number): number => perSec * 86_400;
const market = (perSec: number, shareMost = 1, growthPerYear = 0) =>
  ({ tokensPerDay: aDay(perSec), shareMost, growthPerYear });
function monthsOf(over: Partial<LifecycleParams>): TrafficMonths {
  const [months] = simulateLifecycle(params(over)).traffic;
  if (months === undefined) throw new Error('no months');
  return months;
}
const last = (values: Float64Array): number => values.at(-1) ?? NaN;

/** The group makes 1000 output and 1000 input tokens a second. */
describe('a market', () => {
  it('is the ceiling of demand that follows capacity', () => {
    // asked for: half of 2000 a second; a tenth of 4000 may be sold
    const months = monthsOf({ traffic: [traffic({ market: market(4000, 0.1) })] });
    expect(last(months.servedMtok)).toBeCloseTo(400 * monthAtOne, 9);
    expect(last(months.aboveMarketMtok)).toBeCloseTo(600 * monthAtOne, 9);
    expect(last(months.demandMtok)).toBeCloseTo(1000 * monthAtOne, 9);
    expect(last(months.lostMtok)).toBe(0);
    expect(last(months.marketMtok ?? new Float64Array(0))).toBeCloseTo(4000 * monthAtOne, 9);
  });
  it('comes before capacity where demand is a number of tokens', () => {
    const level = { mode: 'tokens', tokensPerDay: aDay(3000) } as const;
    const months = monthsOf({ traffic: [traffic({ level, market: market(2500) })] });
    expect(last(months.servedMtok)).toBeCloseTo(2000 * monthAtOne, 9);
    expect(last(months.lostMtok)).toBeCloseTo(500 * monthAtOne, 9);
    expect(last(months.aboveMarketMtok)).toBeCloseTo(500 * monthAtOne, 9);
  });
  it('leaves what remains of it to batch work', () => {
    const level = { mode: 'utilisation', utilisation: 0.2 } as const;
    const run = simulateLifecycle(params({ groups: [group({ batchFillShare: 1 })],
      traffic: [traffic({ level, market: market(700) })] }));
    expect(last(run.total.totalMtok)).toBeCloseTo(700 * monthAtOne, 9);
    expect(last(run.groups[0]?.batchMtok ?? new Float64Array(0))).toBeCloseTo(300 * monthAtOne, 9);
  });
  it('of nothing sells nothing', () => {
    const months = monthsOf({ groups: [group({ batchFillShare: 0.5 })],
      traffic: [traffic({ market: market(0) })] });
    expect(last(months.servedMtok)).toBe(0);
    expect(last(months.aboveMarketMtok)).toBeCloseTo(1000 * monthAtOne, 9);
  });
  it('grows by the year', () => {
    const found = [1, 13, 25].map((month) => marketPerSec(market(10, 1, 1), month));
    expect(found).toEqual([10, 20, 40].map((x) => expect.closeTo(x, 12)));
  });
  it('that is not stated changes nothing and is not reported', () => {
    const months = monthsOf({});
    expect(months.marketMtok).toBeNull();
    expect(last(months.servedMtok)).toBeCloseTo(1000 * monthAtOne, 9);
    expect(last(months.aboveMarketMtok)).toBe(0);
  });
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const level = fc.oneof(
  share.map((utilisation) => ({ mode: 'utilisation', utilisation } as const)),
  fc.double({ min: 0, max: 6000, noNaN: true })
    .map((perSec) => ({ mode: 'tokens', tokensPerDay: aDay(perSec) } as const)));
const classOf = fc.record({
  level, growthPerYear: fc.double({ min: -0.5, max: 3, noNaN: true }),
  rampMonths: fc.integer({ min: 0, max: 20 }),
  hourShape: fc.double({ min: 1, max: 8, noNaN: true }).map((peak) => shapeFromPeak(peak)),
  spikes: fc.array(fc.record({ month: fc.integer({ min: 1, max: 24 }),
    days: fc.double({ min: 0, max: 10, noNaN: true }),
    multiplier: fc.double({ min: 0, max: 30, noNaN: true }), extraTokensPerDay: fc.constant(0) }),
    { maxLength: 2 }),
  market: fc.record({ tokensPerDay: fc.double({ min: 0, max: aDay(5000), noNaN: true }),
    growthPerYear: fc.double({ min: -0.9, max: 5, noNaN: true }), shareMost: share }),
});
const groups = fc.array(fc.record({
  batchFillShare: share, dispatchOrder: fc.integer({ min: 0, max: 1 }),
  rampMonths: fc.integer({ min: 0, max: 6 }),
}), { minLength: 1, maxLength: 3 });

describe('whatever is asked for', () => {
  it('no month sells more than the ceiling, and what is asked for is served or refused', () => {
    fc.assert(fc.property(classOf, groups, (entry, parts) => {
      const run = simulateLifecycle(params({
        horizonMonths: 24, traffic: [traffic(entry)],
        groups: parts.map(({ rampMonths, ...rest }, at) => group({ key: `g${at}`, ...rest,
          phases: { ...group().phases, rampMonths } })),
      }));
      const [months] = run.traffic;
      if (months === undefined) throw new Error('no months');
      for (const [at, served] of months.servedMtok.entries()) {
        const month = run.firstMonth + at;
        if (month < 1) continue;
        const { tokensPerDay, growthPerYear, shareMost } = entry.market;
        // 365 / 12 days of a month, in millions
        const ceiling = ((tokensPerDay * 365) / 12 / 1e6)
          * (1 + growthPerYear) ** ((month - 1) / 12) * shareMost;
        // The day is cut at the ceiling to within 1e-9, and digits of sums come on top.
        expect(served).toBeLessThanOrEqual(ceiling * (1 + 2e-9) + 1e-9);
        const batch = run.groups.reduce((sum, g) => sum + (g.batchMtok[at] ?? 0), 0);
        const refused = (months.lostMtok[at] ?? 0) + (months.aboveMarketMtok[at] ?? 0);
        const asked = months.demandMtok[at] ?? 0;
        expect(Math.abs(served - batch + refused - asked)).toBeLessThanOrEqual(1e-6 + asked * 1e-9);
      }
    }));
  });
  it('a market that is larger than everything leaves every month as it is', () => {
    fc.assert(fc.property(classOf, (entry) => {
      const of = (over: typeof entry.market | null) =>
        [...monthsOf({ horizonMonths: 24, traffic: [traffic({ ...entry, market: over })] })
          .servedMtok];
      expect(of({ tokensPerDay: aDay(1e12), growthPerYear: 0, shareMost: 1 })).toEqual(of(null));
    }));
  });
});
