import { describe, expect, it } from 'vitest';
import { constantsFor } from '../../../shared/inference/fitted.ts';
import { backendOf } from '../../../shared/inference/framework.ts';
import { choosePoint, computeFrontier } from '../../../shared/inference/frontier.ts';
import { predictPoint } from '../../../shared/inference/predict.ts';
import type { FrontierPoint, ServingRequest } from '../../../shared/inference/types.ts';
import { ownOverhead } from './points.ts';
import { requestOf } from './requests.ts';

function pointsOf(request: ServingRequest): readonly FrontierPoint[] {
  const frontier = computeFrontier(request);
  if (!frontier.ok) throw new Error(frontier.error.what);
  return frontier.value.points;
}

const best = (points: readonly FrontierPoint[], tokPerSecPerUser: number): FrontierPoint => {
  const chosen = choosePoint(points,
    { minTokPerSecPerUser: tokPerSecPerUser, maxTtftMs: null });
  if (!chosen.ok) throw new Error(chosen.error.what);
  return chosen.value;
};

describe('what a fabric does to DeepSeek-R1 on GB200', () => {
  const rack = requestOf({ model: 'deepseek-r1', accelerator: 'gb200', precision: 'fp4' },
    { maxAcceleratorsPerInstance: 72 });
  const islands = (gbps: number): ServingRequest => ({ ...rack, links: {
    scaleUp: { ...rack.links.scaleUp, domain: 8 }, scaleOut: { ...rack.links.scaleOut, gbps },
  } });

  it('serves less at 70 tok/s per user in islands of eight, which decoding then keeps to', () => {
    const [whole, infiniband, ethernet] = [rack, islands(400), islands(100)]
      .map((request) => best(pointsOf(request), 70));
    expect(whole?.outputTokPerSecPerAccelerator)
      .toBeGreaterThan(infiniband?.outputTokPerSecPerAccelerator ?? Infinity);
    expect((whole?.tp ?? 0) * (whole?.attentionDp ?? 0)).toBeGreaterThan(8);
    expect((infiniband?.tp ?? 0) * (infiniband?.attentionDp ?? 0)).toBeLessThanOrEqual(8);
    expect(ethernet?.outputTokPerSecPerAccelerator)
      .toBeLessThanOrEqual(infiniband?.outputTokPerSecPerAccelerator ?? 0);
  });

  it('serves less across islands, and less still on slow Ethernet', () => {
    const fixed = { tp: 1, attentionDp: 32, ep: 32 };
    const [nvl72, infiniband, ethernet] = [rack, islands(400), islands(100)].map((request) =>
      best(pointsOf({ ...request, mode: 'agg', fixed }), 15).outputTokPerSecPerAccelerator);
    expect(nvl72).toBeGreaterThan(infiniband ?? Infinity);
    expect(infiniband).toBeGreaterThan(ethernet ?? Infinity);
  });

  it('spends the difference on communication', () => {
    const fixed = { tp: 1, attentionDp: 32, ep: 32, concurrency: 2048 };
    const [wide, narrow] = [rack, islands(400)].map((request) =>
      predictPoint({ ...request, mode: 'agg', fixed }));
    if (wide?.ok !== true || narrow?.ok !== true) throw new Error('does not fit');
    expect(narrow.value.step.communicationMs).toBeGreaterThan(wide.value.step.communicationMs);
    for (const part of ['weightsMs', 'expertsMs', 'kvMs', 'computeMs'] as const)
      expect(narrow.value.step[part]).toBeCloseTo(wide.value.step[part], 9);
    // Nor on overhead, but that a longer step hides more of what its host does beside it.
    const { hostPerSec } = constantsFor(rack.accelerator.family, backendOf(rack.framework));
    expect(ownOverhead(narrow.value, hostPerSec))
      .toBeCloseTo(ownOverhead(wide.value, hostPerSec), 9);
    expect(narrow.value.step.overheadMs).toBeLessThanOrEqual(wide.value.step.overheadMs);
  });
});

describe('disaggregated serving', () => {
  const request = requestOf({ model: 'deepseek-r1', accelerator: 'b200_sxm', precision: 'fp4' },
    { isl: 8192, mode: 'disagg', maxAcceleratorsPerInstance: 64 });

  it('holds decode workers to a width, and cuts prefill workers as it would without', () => {
    const points = pointsOf(request);
    const widths = [...new Set(points.map(({ tp }) => tp))];
    expect(widths.length).toBeGreaterThan(1);
    for (const tp of widths) {
      const held = pointsOf({ ...request, fixed: { tp } });
      expect(held).toEqual(expect.arrayContaining(points.filter((point) => point.tp === tp)));
      expect(new Set(held.map((point) => point.tp))).toEqual(new Set([tp]));
    }
  });

  it('uses whole workers and counts all of them', () => {
    for (const point of pointsOf(request)) {
      const { prefillAccelerators: prefill, decodeAccelerators: decode } = point;
      expect((prefill ?? 0) + (decode ?? 0)).toBe(point.accelerators);
      expect(point.accelerators).toBeLessThanOrEqual(64);
      expect((decode ?? 0) / (point.decodeWorkers ?? 0)).toBe(point.tp * point.attentionDp);
    }
  });

  // InferenceX, DeepSeek-R1 at 8k/1k: +57 % on GB300, +28 % on B200.
  it('beats aggregated serving at long inputs and brisk speeds', () => {
    const apart = best(pointsOf(request), 40).outputTokPerSecPerAccelerator;
    const together =
      best(pointsOf({ ...request, mode: 'agg' }), 40).outputTokPerSecPerAccelerator;
    expect(apart / together).toBeGreaterThan(1.1);
  });
});

describe('engine modes', () => {
  const request = requestOf({ model: 'deepseek-r1', accelerator: 'gb200', precision: 'fp4' },
    { isl: 8192, mode: 'disagg', maxAcceleratorsPerInstance: 72 });

  it('distributed weights raise throughput in the published band and cost time to first token', () => {
    // arXiv 2604.01621: mean +8.8 % at 20-100 tok/s per user, TTFT 2.5 -> 8.3 s at 20-30.
    const [plain, dwdp] = [pointsOf(request), pointsOf({ ...request, modes: { dwdp: true } })];
    const gains = [30, 50, 70].map((speed) =>
      best(dwdp, speed).outputTokPerSecPerAccelerator
        / best(plain, speed).outputTokPerSecPerAccelerator);
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
    expect(mean).toBeGreaterThan(1.04);
    expect(mean).toBeLessThan(1.13);
    expect(best(dwdp, 25).ttftMsHigh).toBeGreaterThan(2 * best(plain, 25).ttftMsHigh);
  });

  it('overlap and balanced experts never slow a step', () => {
    const fixed = { tp: 1, attentionDp: 32, ep: 32, concurrency: 8192 };
    const tpot = (modes: NonNullable<ServingRequest['modes']>): number => {
      const point = predictPoint({ ...request, mode: 'agg', fixed, modes });
      if (!point.ok) throw new Error(point.error.what);
      return point.value.tpotMs;
    };
    expect(tpot({ overlap: true })).toBeLessThanOrEqual(tpot({}));
    expect(tpot({ expertBalancing: true })).toBeLessThanOrEqual(tpot({}));
  });

  it('drafting pays at low load and less at high load', () => {
    const gain = (concurrency: number): number => {
      const [plain, drafted] = [0, 3].map((speculativeDraft) => predictPoint({
        ...request, mode: 'agg', isl: 1024, speculativeDraft,
          fixed: { tp: 8, attentionDp: 1, concurrency } }));
      return plain?.ok === true
        && drafted?.ok === true ? plain.value.tpotMs / drafted.value.tpotMs : NaN;
    };
    expect(gain(1)).toBeGreaterThan(1.3);
    expect(gain(512)).toBeLessThan(gain(1));
  });
});

describe('choosing a point', () => {
  const points = pointsOf(requestOf({ accelerator: 'h200_sxm' }));

  it('takes the highest throughput at the asked speed', () => {
    const chosen = best(points, 50);
    expect(chosen.tokPerSecPerUser).toBeGreaterThanOrEqual(50);
    const better = points.filter((point) => point.tokPerSecPerUser >= 50
      && point.outputTokPerSecPerAccelerator > chosen.outputTokPerSecPerAccelerator);
    expect(better).toEqual([]);
  });

  it.each([
    [{ minTokPerSecPerUser: 1e6, maxTtftMs: null }, 'tok/s/user'],
    [{ minTokPerSecPerUser: null, maxTtftMs: 0.001 }, 'ms'],
  ] as const)('says what is missed and what could be had: %o', (limits, unit) => {
    expect(choosePoint(points, limits)).toMatchObject({ ok: false,
      error: { code: 'no-point-meets-limits', unit } });
  });
});
