import { describe, expect, it } from 'vitest';
import type { Answer, FrontierPoint, ServingRequest } from '../../../../shared/inference/types.ts';
import type { Plan } from '../../../../shared/plan/types.ts';
import type { FieldValue } from '../../../../shared/project/field.ts';
import {
  createServingMemo, pointWithoutHits, shareWithoutHits, type ServingContext,
} from '../../../../shared/plan/serving/serving.ts';
import { Reading } from '../../../../shared/units/reading.ts';
import { ok } from '../../../../shared/units/result.ts';
import { pointOf } from '../../inference/points.ts';
import { requestOf } from '../../inference/requests.ts';
import { headline, planOf } from '../support.ts';

const at = (
  tokPerSecPerUser: number, outputTokPerSecPerAccelerator: number, ttftMsHigh: number,
): FrontierPoint => pointOf({ tokPerSecPerUser, outputTokPerSecPerAccelerator, ttftMsHigh });

/** Answers every question with the points that serve without hits, and keeps what was asked. */
function answering(points: readonly FrontierPoint[]) {
  const asked: unknown[] = [];
  const answer = points.toSorted((a, b) =>
    b.outputTokPerSecPerAccelerator - a.outputTokPerSecPerAccelerator).map((point) => () => point);
  const candidates: ServingContext['memo']['candidates'] = { get: (key) => {
    asked.push(key);
    return { reading: new Reading(), answer };
  } };
  const context: ServingContext =
    { memo: { ...createServingMemo(), candidates }, own: '', moved: new Map() };
  return { asked, context };
}

const shareOf = (
  context: ServingContext, asks: ServingRequest, chosen: Answer<FrontierPoint>,
): number => shareWithoutHits(pointWithoutHits(context, asks, chosen), chosen);

describe('the share of throughput that is there without cache hits', () => {
  const withHits = ok(at(50, 2000, 800));
  /** Half of the input is found; users want 40 tok/s. */
  const request = (maxTtftMs: number | null, more: Partial<ServingRequest> = {}) =>
    requestOf({}, { mode: 'agg', cacheHit: 0.5,
      limits: { minTokPerSecPerUser: 40, maxTtftMs }, ...more });
  const slow = [at(60, 300, 500), at(45, 1200, 900), at(20, 1900, 3000)];
  const share = (points: readonly FrontierPoint[], asks: ServingRequest): number =>
    shareOf(answering(points).context, asks, withHits);

  it('is 1 without hits, and where nothing is served, and asks nobody then', () => {
    const { asked, context } = answering(slow);
    expect(shareOf(context, request(null, { cacheHit: 0 }), withHits)).toBe(1);
    const refused = { ok: false, error: { code: 'does-not-fit', what: '', limit: null,
      value: null, unit: 'ratio', nearestFix: '' } } as const;
    expect(shareOf(context, request(null), refused)).toBe(1);
    expect(asked).toEqual([]);
  });

  it('is that of the point which keeps the service level without them', () => {
    // 1,200 of 2,000 at 45 tok/s; with a first token within half a second 300.
    expect([share(slow, request(null)), share(slow, request(900)), share(slow, request(500))])
      .toEqual([0.6, 0.6, 0.15]);
  });

  it('is that of the soonest first token where none comes in time', () => {
    expect(share(slow, request(499))).toBe(0.15);
    // 400 ms at 20 tok/s is too slow for its users.
    expect(share([...slow, at(20, 100, 400)], request(450))).toBe(0.15);
  });

  it('is never more than 1, and 1 where nobody would be served fast enough', () => {
    expect(share([at(50, 2500, 800)], request(null))).toBe(1);
    expect(share([at(30, 1500, 800)], request(null))).toBe(1);
  });

  it('is asked of the model at no hits, whatever was measured', () => {
    const { asked, context } = answering(slow);
    pointWithoutHits(context, request(900, { measured: [] }), withHits);
    expect(asked.length).toBeGreaterThan(0);
    for (const key of asked) expect(key).toMatchObject([{ cacheHit: 0, isModelled: true }, 40]);
  });
});

describe('tokens sold of a share of capacity', () => {
  const plan = (over: Readonly<Record<string, FieldValue>>) => planOf('gb300-100mw', over);
  const sold = (over: Readonly<Record<string, FieldValue>>) =>
    headline(plan(over), 'tokensTotalM');

  it('are those of the capacity without hits, which free it and sell no more', () => {
    const hits = [0, 0.25, 0.5, 0.75, 0.95];
    const plans = hits.map((cacheHit) => plan({ 'traffic.cacheHit': cacheHit }));
    const of = ({ stages: { groups } }: Plan) => groups.map(({ availability }) => availability);
    const [first] = plans;
    if (first === undefined) throw new Error('no plan');
    for (const each of plans) {
      // Instances of another size are out of service for another share of the time, and no more.
      const up = of(each).map((share, i) => share / (of(first)[i] ?? Number.NaN));
      const ratio = headline(each, 'tokensTotalM') / headline(first, 'tokensTotalM');
      expect(ratio).toBeLessThan(Math.max(...up) * (1 + 1e-6));
      expect(ratio).toBeGreaterThan(Math.min(...up) * (1 - 1e-6));
      expect(Math.min(...up)).toBeGreaterThan(0.99);
    }
    const capacities = plans.map(({ series }) =>
      Math.max(...series['lifecycle.capacityMtok']?.values ?? [Number.NaN]));
    for (const [which, capacity] of capacities.entries())
      expect(capacity).toBeGreaterThan(capacities[which - 1] ?? 0);
  });

  it('are never more where the first token must come sooner', () => {
    const tokens = [15, 6, 2, 0.7, 0.4, 0.3, 0.2]
      .map((maxTtftS) => sold({ 'traffic.reasoning.maxTtftS': maxTtftS }));
    expect(tokens).toEqual(tokens.toSorted((a, b) => b - a));
  });

  it('fill idle capacity with demand in tokens, hits or not', () => {
    const asked = { 'demand.mode': 'tokens', 'demand.tokensPerDay': 1e12 } as const;
    expect(sold({ ...asked, 'traffic.cacheHit': 0.5 }))
      .toBeCloseTo(sold({ ...asked, 'traffic.cacheHit': 0 }), 3);
  });
});
