import { describe, expect, it } from 'vitest';
import { computeFrontier } from '../../../shared/inference/frontier.ts';
import { serveAtShare } from '../../../shared/inference/partial-load.ts';
import { computeRoofline } from '../../../shared/inference/roofline.ts';
import { replicaTokPerSec, solveServiceLevel } from '../../../shared/inference/solver.ts';
import type { FrontierPoint, ServingRequest } from '../../../shared/inference/types.ts';
import { requestOf } from './requests.ts';

const request = requestOf({ accelerator: 'h200_sxm' });
const limits = { minTokPerSecPerUser: 40, maxTtftMs: 3000 };

function pointsOf(asked: ServingRequest): readonly FrontierPoint[] {
  const frontier = computeFrontier(asked);
  if (!frontier.ok) throw new Error(frontier.error.what);
  return frontier.value.points;
}

function solve(asked: ServingRequest, demand: number) {
  const deployment = solveServiceLevel(pointsOf(asked), limits, demand);
  if (!deployment.ok) throw new Error(deployment.error.what);
  return deployment.value;
}

describe('the fewest accelerators for a demand', () => {
  it('meets demand and limits with whole replicas, and no other point needs fewer', () => {
    const { point, replicas, accelerators, load } = solve(request, 100_000);
    expect(Number.isInteger(replicas)).toBe(true);
    expect(replicas * replicaTokPerSec(point)).toBeGreaterThanOrEqual(100_000);
    expect(load).toBeCloseTo(100_000 / (replicas * replicaTokPerSec(point)), 12);
    expect(point.tokPerSecPerUser).toBeGreaterThanOrEqual(40);
    const others = pointsOf(request)
      .filter((p) => p.tokPerSecPerUser >= 40 && p.ttftMsHigh <= 3000)
      .map((p) => Math.ceil(100_000 / replicaTokPerSec(p)) * p.accelerators);
    expect(Math.min(...others)).toBe(accelerators);
  });

  it('refuses limits nothing meets, and a demand of nothing', () => {
    expect(solveServiceLevel(pointsOf(request), { minTokPerSecPerUser: 1e9, maxTtftMs: null },
      1)).toMatchObject({
      ok: false, error: { code: 'no-point-meets-limits' },
    });
    expect(solveServiceLevel(pointsOf(request), limits, 0)).toMatchObject({ ok: false,
      error: { code: 'bad-value' } });
  });
});

describe('partial load', () => {
  function shareOf(asked: ServingRequest, share: number, scaled: boolean) {
    const served = serveAtShare(asked, solve(asked, 50_000), share, scaled);
    if (!served.ok) throw new Error(served.error.what);
    return served.value;
  }

  it('leaves fixed replicas awake, emptier and faster for each user', () => {
    const [full, tenth] = [shareOf(request, 1, false), shareOf(request, 0.1, false)];
    expect(tenth.activeAccelerators).toBe(full.activeAccelerators);
    expect(tenth.outputTokPerSecPerActive).toBeCloseTo(full.outputTokPerSecPerActive / 10, 6);
    expect(tenth.concurrency).toBeLessThan(full.concurrency);
    expect(tenth.tokPerSecPerUser).toBeGreaterThan(full.tokPerSecPerUser);
  });

  it.each(['agg', 'disagg'] as const)('lets %s machines sleep with demand', (mode) => {
    const asked = { ...request, mode };
    const awake = [1, 0.5, 0.1].map((share) => shareOf(asked, share, true).activeAccelerators);
    expect(awake).toEqual(awake.toSorted((a, b) => b - a));
    expect(awake[2]).toBeLessThan((awake[0] ?? 0) / 4);
  });
});

describe('the roofline', () => {
  it('is above every point of the frontier, whatever the software', () => {
    for (const each of pointsOf(request)) {
      const bound = computeRoofline(request, each);
      if (!bound.ok) throw new Error(bound.error.what);
      const room = bound.value.outputTokPerSecPerAccelerator
        - each.outputTokPerSecPerAccelerator;
      expect(room).toBeGreaterThanOrEqual(0);
    }
  });
});
