import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { constantsFor } from '../../../../shared/inference/fitted.ts';
import { backendOf } from '../../../../shared/inference/framework.ts';
import type { FrontierPoint } from '../../../../shared/inference/types.ts';
import {
  crossoverByFirstToken, crossoverBySpeed, tierHourly, usdPerMtok,
} from '../../../../shared/plan/figures/crossover.ts';
import {
  answerDemand, answerPartialLoad, demandShares,
} from '../../../../shared/plan/figures/deployment.ts';
import {
  answerRival, rivalQuestions, rivalSystems, type Rival,
} from '../../../../shared/plan/figures/rivals.ts';
import type { Plan } from '../../../../shared/plan/types.ts';
import { ownOverhead } from '../../inference/points.ts';
import { planOf } from '../support.ts';

const plan = planOf('gb300-100mw');
const [serving] = plan.stages.servings;
if (serving === undefined) throw new Error('no rack group');
const questions = rivalQuestions(plan.stages, serving, builtInCatalog, rivalSystems);
const rivals = questions.map((question) => answerRival(question, []));
const rival = (id: string): Rival => {
  const found = rivals.find(({ systemId }) => systemId === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

describe('the same traffic put to twelve systems', () => {
  it('asks all of them, each at a precision it has', () => {
    expect(rivals).toHaveLength(12);
    expect(rival('gb300_nvl72').precision).toBe('fp4');
    // DeepSeek-V4-Pro's experts are stored in four bits, which Hopper unpacks.
    expect(rival('dgx_h200').precision).toBe('fp4');
  });

  it('asks at the next precision where an accelerator has no arithmetic for the first', () => {
    const [, chat] = plan.stages.servings;
    if (chat === undefined) throw new Error('no second rack group');
    const asked = rivalQuestions(plan.stages, chat, builtInCatalog, ['dgx_h200', 'dgx_b200']);
    expect(asked.map((question) => answerRival(question, []).precision))
      .toEqual(['fp8', 'fp4']);
  });

  it('gives engines of one vendor to its accelerators only', () => {
    expect(serving.request.framework).toBe('dynamo-trt');
    expect([rival('dgx_b200').framework, rival('mi355x_8').framework])
      .toEqual(['dynamo-trt', 'vllm']);
  });

  it('answers for the system in use as the plan does', () => {
    expect(rival(serving.system.id).points)
      .toEqual(serving.free.ok ? { ok: true, value: serving.free.value.points } : serving.free);
  });

  it('keeps every frontier falling, so that no point beats another', () => {
    for (const { points } of rivals) {
      const sorted = points.ok ? points.value : [];
      for (const [i, point] of sorted.entries()) {
        const before = sorted[i - 1];
        if (before === undefined) continue;
        expect(point.tokPerSecPerUser).toBeLessThan(before.tokPerSecPerUser);
        expect(point.outputTokPerSecPerAccelerator)
          .toBeGreaterThan(before.outputTokPerSecPerAccelerator);
      }
    }
  });
});

describe('the cheapest system', () => {
  const limits = { minTokPerSecPerUser: null, maxTtftMs: null };
  const bySpeed = crossoverBySpeed(rivals, tierHourly('hyperscaler'), limits);

  it('costs its hour over the tokens of that hour', () => {
    expect(usdPerMtok(3.6, 1000)).toBe(1);
  });

  it('is the lowest curve of its span, and spans cover all levels', () => {
    expect(bySpeed.spans[0]?.from).toBe(bySpeed.at[0]);
    expect(bySpeed.spans.at(-1)?.to).toBe(bySpeed.at.at(-1));
    bySpeed.at.forEach((level, i) => {
      const least =
        Math.min(...bySpeed.curves.map(({ usdPerMtok: costs }) => costs[i] ?? Infinity));
      const span = bySpeed.spans.find(({ from, to }) => level >= from && level <= to);
      const winners = bySpeed.spans.filter(({ from, to }) => level >= from && level <= to)
        .map(({ systemId }) => systemId);
      const cheapest =
        bySpeed.curves.find(({ usdPerMtok: costs }) => costs[i] === least)?.systemId ?? null;
      expect(span === undefined ? [] : winners).toContain(cheapest);
    });
  });

  it('gets dearer, never cheaper, as users are promised more speed', () => {
    for (const { usdPerMtok: costs } of bySpeed.curves) {
      const served = costs.flatMap((cost) => cost ?? []);
      expect(served.every((cost, i) => cost >= (served[i - 1] ?? 0) * (1 - 1e-12))).toBe(true);
    }
  });

  it('gets cheaper, never dearer, as the first token may take longer', () => {
    for (const { usdPerMtok: costs } of crossoverByFirstToken(
      rivals, tierHourly('hyperscaler'), limits,
    ).curves) {
      const served = costs.flatMap((cost) => cost ?? []);
      expect(served.every((cost, i) => cost <= (served[i - 1] ?? Infinity))).toBe(true);
    }
  });

  it('is never one without a stated cost: those are named with the reason', () => {
    expect(bySpeed.left.map(({ name }) => name))
      .toEqual(['Trn2 UltraServer']);
    expect(bySpeed.left.every(({ reason }) => reason.length > 10)).toBe(true);
  });
});

describe('islands of eight instead of a domain of 72', () => {
  const wide = planOf('gb300-100mw', { 'rackGroup.reasoning.maxInstance': 72 });
  const island = (fabric: string): Plan =>
    planOf('gb300-100mw', { 'network.scaleUpDomain': 8, 'network.fabric': fabric });
  const points = (of: Plan): readonly FrontierPoint[] => {
    const free = of.stages.servings.find(({ record }) => record.key === 'reasoning')?.free;
    return free?.ok === true ? free.value.points : [];
  };
  const best = (of: Plan, speed: number): FrontierPoint | undefined =>
    points(of).filter((p) => p.tokPerSecPerUser >= speed)
      .toSorted((a, b) => b.outputTokPerSecPerAccelerator - a.outputTokPerSecPerAccelerator)[0];
  const held = (of: Readonly<Record<string, string | number>>) => planOf('gb300-100mw', {
    'rackGroup.reasoning.mode':
      'agg', 'rackGroup.reasoning.tensorParallel': 1, 'rackGroup.reasoning.attentionDp': 32,
    'rackGroup.reasoning.expertParallel': 32, 'rackGroup.reasoning.concurrency': 1024, ...of,
  }).stages.servings.find(({ record }) => record.key === 'reasoning')?.chosen;

  it.each(['infiniband', 'roce'])('never raises throughput at any speed on %s', (fabric) => {
    for (const speed of [10, 20, 40, 60, 80]) {
      const outer = best(island(fabric), speed)?.outputTokPerSecPerAccelerator ?? 0;
      expect(outer).toBeLessThanOrEqual(
        (best(wide, speed)?.outputTokPerSecPerAccelerator ?? 0) * (1 + 1e-9),
      );
    }
  });

  it('makes the same wide instance wait for communication, and nothing else', () => {
    const [inside, outside, plain] = [held({}), held({ 'network.scaleUpDomain': 8 }),
      held({ 'network.scaleUpDomain': 8, 'network.fabric': 'roce' })];
    if (inside?.ok !== true || outside?.ok !== true || plain?.ok !== true)
      throw new Error('a point was refused');
    const [near, far, farther] = [inside.value, outside.value, plain.value];
    expect(far.step.communicationMs).toBeGreaterThan(near.step.communicationMs * 1.2);
    expect(farther.step.communicationMs).toBeGreaterThan(far.step.communicationMs);
    expect(far.outputTokPerSecPerAccelerator).toBeLessThan(near.outputTokPerSecPerAccelerator);
    expect(farther.outputTokPerSecPerAccelerator)
      .toBeLessThan(far.outputTokPerSecPerAccelerator);
    for (const part of ['weightsMs', 'expertsMs', 'kvMs', 'computeMs'] as const)
      expect(far.step[part]).toBeCloseTo(near.step[part], 9);
    // A longer step hides more of what its host does beside it; overhead is the same without.
    const { accelerator, request } = serving;
    const { hostPerSec } = constantsFor(accelerator.family, backendOf(request.framework));
    expect(ownOverhead(far, hostPerSec)).toBeCloseTo(ownOverhead(near, hostPerSec), 9);
    expect(far.step.overheadMs).toBeLessThanOrEqual(near.step.overheadMs);
  });
});

describe('a first token that must come soon', () => {
  it.each([
    0.8, 2, 5, 20,
  ])('within %d s never serves less together than one mode alone', (maxTtftS) => {
    const output = (mode: string): number => planOf('hopper-to-blackwell',
      { 'traffic.maxTtftS': maxTtftS, 'rackGroup.hopper.mode': mode })
      .figures['group.hopper.outputTokPerSecPerAccelerator']?.value ?? 0;
    expect(output('auto')).toBeGreaterThanOrEqual(Math.max(output('agg'), output('disagg')));
  });
});

describe('the accelerators a demand needs', () => {
  const answer = answerDemand(plan.stages, serving);
  if (answer === null || !answer.deployment.ok) throw new Error('no deployment');
  const { point, replicas, accelerators, load } = answer.deployment.value;

  it('are whole replicas that carry the busiest hour', () => {
    const each = point.outputTokPerSecPerAccelerator * point.accelerators;
    expect(accelerators).toBe(replicas * point.accelerators);
    expect(replicas * each).toBeGreaterThanOrEqual(answer.peakTokPerSec);
    expect((replicas - 1) * each).toBeLessThan(answer.peakTokPerSec);
    expect(load).toBeCloseTo(answer.peakTokPerSec / (replicas * each), 12);
  });

  it('stay awake or sleep as demand falls', () => {
    const responses = answerPartialLoad(serving.request, answer.peakTokPerSec);
    expect(responses.map(({ mode, scaled }) => `${mode} ${scaled}`))
      .toEqual(['agg false', 'agg true', 'disagg true']);
    for (const { scaled, loads } of responses) {
      expect(loads).toHaveLength(demandShares.length);
      const active = loads.map((at) => (at.ok ? at.value.activeAccelerators : 0));
      expect(active.every(
        (count, i) => (scaled ? count <= (active[i - 1] ?? Infinity) : count === active[0]),
      )).toBe(true);
    }
  });
});
