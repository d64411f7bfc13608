import { describe, expect, it } from 'vitest';
import { choosePoint, computeFrontier } from '../../../shared/inference/frontier.ts';
import { correctBy, observedError, overlayMeasured,
  type Observation } from '../../../shared/inference/overlay.ts';
import { serveAtShare } from '../../../shared/inference/partial-load.ts';
import { predictPoint } from '../../../shared/inference/predict.ts';
import { replicaTokPerSec, solveServiceLevel } from '../../../shared/inference/solver.ts';
import type { FrontierPoint, ServiceLimits } from '../../../shared/inference/types.ts';
import { pointOf } from './points.ts';
import { requestOf } from './requests.ts';

const at = (tokPerSecPerUser: number, outputTokPerSecPerAccelerator: number,
  changes: Partial<FrontierPoint> = {}): FrontierPoint =>
  pointOf({ tokPerSecPerUser, outputTokPerSecPerAccelerator, ...changes });
const limits = (minTokPerSecPerUser: number | null,
  maxTtftMs: number | null): ServiceLimits => ({ minTokPerSecPerUser, maxTtftMs });

describe('the point of most throughput', () => {
  const points = [at(100.7, 10, { ttftMsHigh: 100.2 }), at(50, 30, { ttftMsHigh: 500 }),
    at(20, 60, { ttftMsHigh: 2000 })];
  const speed = (asked: ServiceLimits): number | null => {
    const found = choosePoint(points, asked);
    return found.ok ? found.value.tokPerSecPerUser : null;
  };

  it('meets both limits, and a limit met exactly is met', () => {
    expect(speed(limits(null, null))).toBe(20);
    expect([speed(limits(50, null)), speed(limits(50.1, null))]).toEqual([50, 100.7]);
    expect([speed(limits(null, 500)), speed(limits(null, 499))]).toEqual([50, 100.7]);
    expect(speed(limits(20, 500))).toBe(50);
    expect(speed(limits(100.7, 100.2))).toBe(100.7);
  });

  it('is refused with the fastest speed or the soonest first token there is', () => {
    expect(choosePoint(points, limits(101, null))).toMatchObject({ ok: false, error: {
      limit: 101, value: 100.7, unit: 'tok/s/user',
      nearestFix: 'Ask for at most 100 tok/s per user.' } });
    expect(choosePoint(points, limits(null, 90))).toMatchObject({ ok: false, error: {
      limit: 90, value: 100.2, unit: 'ms', nearestFix: 'Allow 101 ms to the first token.' } });
    expect(choosePoint(points, limits(100.7, 90))).toMatchObject({ ok: false,
      error: { unit: 'ms' } });
    // The soonest is too slow: 90 ms at 10 tok/s would not do where 20 are asked for.
    expect(choosePoint([...points, at(10, 5, { ttftMsHigh: 90 })], limits(20, 95)))
      .toMatchObject({ ok: false, error: { limit: 95, value: 100.2, unit: 'ms',
        nearestFix: 'Allow 101 ms to the first token.' } });
    expect(choosePoint(points, limits(101, 90))).toMatchObject({ ok: false,
      error: { unit: 'tok/s/user' } });
  });
});

describe('the fewest accelerators', () => {
  /** 800 tok/s a replica of eight, 600 a replica of four. */
  const wide = at(100, 100, { accelerators: 8 });
  const narrow = at(60, 150, { accelerators: 4 });
  const solve = (points: readonly FrontierPoint[], demand: number, asked = limits(null, null)) =>
    solveServiceLevel(points, asked, demand);

  it('are whole replicas of the point that needs least', () => {
    expect(replicaTokPerSec(wide)).toBe(800);
    expect(solve([wide, narrow], 1200)).toMatchObject({ ok: true, value: {
      point: { tokPerSecPerUser: 60 }, replicas: 2, accelerators: 8, load: 1 } });
    expect(solve([narrow, wide], 1201)).toMatchObject({ ok: true, value: {
      replicas: 3, accelerators: 12, load: expect.closeTo(1201 / 1800, 12) as number } });
  });

  it('of equals are those that are faster per user, in any order', () => {
    // 700 tok/s: one replica of eight, or two of four.
    for (const points of [[wide, narrow], [narrow, wide]]) {
      expect(solve(points, 700)).toMatchObject({ ok: true,
        value: { point: { tokPerSecPerUser: 100 }, accelerators: 8 } });
    }
    const twins = [at(60, 150, { concurrency: 1 }), at(60, 150, { concurrency: 2 })];
    expect(solve(twins, 700)).toMatchObject({ ok: true,
      value: { point: { concurrency: 1 } } });
  });

  it('keep to both limits, met exactly or not at all', () => {
    expect(solve([wide, narrow], 1200, limits(60.1, null))).toMatchObject({ ok: true,
      value: { accelerators: 16 } });
    expect(solve([wide, narrow], 1200, limits(60, 400))).toMatchObject({ ok: true,
      value: { accelerators: 8 } });
    expect(solve([wide, narrow], 1200, limits(null, 399))).toMatchObject({ ok: false,
      error: { limit: 399, value: 400 } });
  });

  it('serve a demand above nothing', () => {
    for (const demand of [0, -1, Number.NaN, Infinity]) {
      expect(solve([wide], demand)).toMatchObject({ ok: false,
        error: { code: 'bad-value', limit: 0, unit: 'tok/s' } });
    }
    expect(solve([wide], 1e-9)).toMatchObject({ ok: true, value: { replicas: 1 } });
  });
});

describe('points corrected by measurements', () => {
  const observation = (changes: Partial<Observation> = {}): Observation => ({
    point: at(60, 24, { source: 'measured', nearestMeasurement: 'own' }), residual: 2,
    driftPct: 0, lengths: 0, ...changes });
  /** 40 users on four; the equations may miss by 15 %. */
  const computed = at(50, 20);
  /** Factor on the speed, and the source it then states. */
  const corrected = (...observations: readonly Observation[]): readonly [number, string] => {
    const { tokPerSecPerUser, source } = correctBy(computed, observations);
    return [tokPerSecPerUser / 50, source];
  };
  const factorOf = (weight: number): number => 2 ** (weight / (weight + 0.35));

  it('count the equations as a third of a measurement of the very setup', () => {
    const point = correctBy(computed, [observation()]);
    const by = 2 ** (1 / 1.35);
    expect(point.tokPerSecPerUser).toBeCloseTo(50 * by, 9);
    expect(point.outputTokPerSecPerAccelerator).toBeCloseTo(20 * by, 9);
    expect(point.totalTokPerSecPerAccelerator).toBeCloseTo(60 * by, 9);
    for (const [value, before] of [[point.tpotMs, 20], [point.ttftMsLow, 100],
      [point.ttftMsHigh, 400], [point.step.weightsMs, 8], [point.step.overheadMs, 2]] as const)
      expect(value).toBeCloseTo(before / by, 9);
    // 5 % by 20/27 and 15 % by 7/27: 7.6 %.
    expect(point).toMatchObject({ source: 'interpolated', expectedErrorPct: 8,
      nearestMeasurement: 'own', concurrency: 40, memory: computed.memory });
  });

  it('say less of other loads: a third of it e times less, a ninth e to the fourth', () => {
    const load = (concurrency: number) =>
      observation({ point: at(60, 24, { concurrency, nearestMeasurement: 'own' }) });
    for (const users of [120, 40 / 3]) {
      const [factor, source] = corrected(load(users));
      expect(factor).toBeCloseTo(factorOf(Math.exp(-1)), 9);
      expect(source).toBe('interpolated');
    }
    const [factor, source] = corrected(load(360));
    expect(factor).toBeCloseTo(factorOf(Math.exp(-4)), 9);
    expect(source).toBe('modelled');
  });

  it('say a third as much of another layout', () => {
    for (const changes of [{ tp: 8 }, { attentionDp: 2 }, { ep: 4 }, { prefillAccelerators: 4 },
      { decodeAccelerators: 4 }]) {
      const elsewhere = observation({ point: at(60, 24, changes) });
      expect(corrected(elsewhere)[0]).toBeCloseTo(Math.SQRT2, 9);
      // Half of 5 and 6 % more for the layout, half of the equations' 15.
      expect(correctBy(computed, [elsewhere]).expectedErrorPct).toBe(13);
    }
  });

  it('say less the further lengths and the longer ago: e times at 0.7, and at 25 % of drift', () => {
    expect(corrected(observation({ lengths: 0.7 }))[0]).toBeCloseTo(factorOf(Math.exp(-1)), 9);
    expect(corrected(observation({ driftPct: 25 }))[0]).toBeCloseTo(factorOf(Math.exp(-1)), 9);
    expect(observedError(observation({ driftPct: 12 }))).toBe(13);
    expect(observedError(observation())).toBe(5);
  });

  it('take the mean of what several say, and name the nearest', () => {
    const slower = observation({ residual: 0.5 });
    expect(corrected(observation(), slower)[0]).toBeCloseTo(1, 12);
    expect(corrected(observation(), observation())[0]).toBeCloseTo(factorOf(2), 12);
    const far = observation({ point: at(60, 24, { concurrency: 80, nearestMeasurement: 'far' }) });
    expect(correctBy(computed, [far, observation(), far]).nearestMeasurement).toBe('own');
  });

  it('with drafts are corrected by runs with drafts, and only they', () => {
    const drafted = observation({ point: at(60, 24, { speculativeDraft: 3 }) });
    expect(correctBy(computed, [drafted])).toBe(computed);
    const alike = correctBy({ ...computed, speculativeDraft: 1 }, [drafted]);
    expect(alike.tokPerSecPerUser / 50).toBeCloseTo(factorOf(1), 9);
  });

  it('stand as they are where nothing of their mode was measured', () => {
    const apart = observation({ point: at(60, 24, { mode: 'disagg' }) });
    expect(correctBy(computed, [apart])).toBe(computed);
    const modelled = [computed, at(25, 40)];
    expect(overlayMeasured(modelled, [])).toBe(modelled);
  });

  it('are joined by measurements of the lengths asked for, with what software moved since', () => {
    const [exact, like] = [observation({ driftPct: 12 }), observation({ lengths: 0.1 })];
    const led = overlayMeasured([computed], [exact, like]);
    expect(led).toHaveLength(2);
    expect(led[0]).toEqual(correctBy(computed, [exact, like]));
    expect(led[1]).toEqual({ ...exact.point, expectedErrorPct: 13 });
    expect(overlayMeasured([], [exact])).toEqual([{ ...exact.point, expectedErrorPct: 13 }]);
  });
});

describe('part of the demand', () => {
  const request = requestOf({ accelerator: 'h200_sxm' }, { mode: 'agg' });
  const fixed = { tp: 4, attentionDp: 1, ep: 1, concurrency: 64 };
  const found = predictPoint({ ...request, fixed });
  if (!found.ok) throw new Error(found.error.what);
  const point = found.value;
  const deployment = { point, replicas: 4, accelerators: 16, load: 0.8 };
  const serve = (share: number, scaled: boolean) => {
    const answer = serveAtShare(request, deployment, share, scaled);
    if (!answer.ok) throw new Error(answer.error.what);
    return answer.value;
  };

  it('is served by the fewest users that still give it', () => {
    // 4 x 0.8 x 0.5 = 1.6 replicas' worth on four: each at 0.4 of its output.
    const half = serve(0.5, false);
    const tried = predictPoint({ ...request,
      fixed: { ...fixed, concurrency: half.concurrency } });
    if (!tried.ok) throw new Error(tried.error.what);
    expect(tried.value.outputTokPerSecPerAccelerator / point.outputTokPerSecPerAccelerator)
      .toBeCloseTo(0.4, 4);
    expect(half.tokPerSecPerUser).toBeCloseTo(tried.value.tokPerSecPerUser, 6);
    expect(half.outputTokPerSecPerActive)
      .toBeCloseTo(0.4 * point.outputTokPerSecPerAccelerator, 9);
    // On two replicas that stay awake each gives 0.8 of it.
    expect(serve(0.5, true).outputTokPerSecPerActive)
      .toBeCloseTo(0.8 * point.outputTokPerSecPerAccelerator, 9);
    expect(serve(0.5, true).activeAccelerators).toBe(8);
  });

  it('keeps the level of a measured point, and takes from the equations how it changes', () => {
    const measured = { ...point, tokPerSecPerUser: 2 * point.tokPerSecPerUser };
    const answer = serveAtShare(request, { ...deployment, point: measured }, 0.5, false);
    expect(answer.ok && answer.value.tokPerSecPerUser)
      .toBeCloseTo(2 * serve(0.5, false).tokPerSecPerUser, 6);
  });

  it('is more than nothing and at most all', () => {
    expect(serveAtShare(request, deployment, 1, true).ok).toBe(true);
    for (const share of [0, 1.01, Number.NaN]) {
      expect(serveAtShare(request, deployment, share, true)).toMatchObject({ ok: false,
        error: { code: 'bad-value', limit: 1 } });
    }
  });

  it('lets prefill and decode workers sleep apart from one another', () => {
    const apart = requestOf({ accelerator: 'h200_sxm' }, { mode: 'disagg' });
    const six = predictPoint({ ...apart, fixed: { tp: 2, attentionDp: 1, concurrency: 64,
      prefillAccelerators: 8, prefillWorkers: 4, decodeAccelerators: 4, decodeWorkers: 2 } });
    if (!six.ok) throw new Error(six.error.what);
    const answer = serveAtShare(apart,
      { point: six.value, replicas: 3, accelerators: 36, load: 1 }, 0.2, true);
    // 0.6 replicas: 2.4 of four prefill workers and 1.2 of two decode workers, two wide each.
    expect(answer).toMatchObject({ ok: true, value: { activeAccelerators: 3 * 2 + 2 * 2,
      outputTokPerSecPerActive: expect.closeTo(
        (0.6 * 12 * six.value.outputTokPerSecPerAccelerator) / 10, 6) as number } });
  });
});

describe('a frontier of both modes', () => {
  it('asks for more accelerators where separate workers have no room', () => {
    const small = requestOf({ model: 'llama-3.1-8b', accelerator: 'h200_sxm' },
      { mode: 'disagg', maxAcceleratorsPerInstance: 1 });
    expect(computeFrontier(small)).toMatchObject({ ok: false, error: {
      code: 'bad-parallelism', limit: 1,
      nearestFix: 'Allow more accelerators per instance.' } });
  });

  it('looks at both modes, and keeps of each what the other does not beat', () => {
    const both = requestOf({ model: 'llama-3.1-8b', accelerator: 'h200_sxm' },
      { maxAcceleratorsPerInstance: 4 });
    const evaluated = (['agg', 'disagg', 'auto'] as const).map((mode) => {
      const found = computeFrontier({ ...both, mode });
      return found.ok ? found.value.evaluated : 0;
    });
    expect((evaluated[0] ?? 0) + (evaluated[1] ?? 0)).toBe(evaluated[2]);
    expect(Math.min(...evaluated)).toBeGreaterThan(0);
  });
});
