import { describe, expect, it } from 'vitest';
import { batchCost, costAtUse } from '../../../../shared/plan/figures/batch-cost.ts';
import type { Plan } from '../../../../shared/plan/types.ts';
import type { Figure } from '../../../../shared/units/figure.ts';
import { samplePoint } from '../../report/sample-plan.ts';
import { headline, planOf } from '../support.ts';

const hourlyOf = (plan: Plan): Figure | undefined =>
  plan.figures['headline.costPerAcceleratorHourUsd'];
const plan = planOf('gb300-100mw');
const curves = plan.stages.servings.map((serving) => ({ key: serving.record.key,
  curve: batchCost(plan.stages, serving, hourlyOf(plan)) }));

describe('users in flight against cost, by hand', () => {
  // 100 accelerator-hours at 2,000 tok/s hold 100 x 3,600 x 2,000 = 720 M tokens; 360 are
  // served, so half is used. 3.6 $/h over 2,000 x 3,600 x 0.5 = 3.6 M tokens is 1 $/M, and
  // four times as dear where an accelerator serves a quarter.
  const [serving] = plan.stages.servings;
  if (serving === undefined) throw new Error('no rack group');
  const { record, request } = serving;
  const wide = samplePoint({ concurrency: 256, accelerators: 8,
    totalTokPerSecPerAccelerator: 2000 });
  const narrow = samplePoint({ concurrency: 4, accelerators: 8,
    totalTokPerSecPerAccelerator: 500 });
  const months = { key: record.key, inputMissMtok: new Float64Array([60, 30]),
    inputHitMtok: new Float64Array([90, 0]), outputMtok: new Float64Array([100, 80]),
    reservedAcceleratorHours: new Float64Array([50, 50]) };
  const hourly: Figure = { key: 'headline.costPerAcceleratorHourUsd', value: 3.6,
    unit: 'USD/accelerator-hour', formula: 'economics.costPerHour', inputs: [], reads: [] };
  const curve = batchCost({ lifecycle: { groups: [months] } }, { record, request,
    free: { ok: true, value: { points: [wide, narrow], evaluated: 2 } },
    chosen: { ok: true, value: wide } }, hourly);

  it('is the hour over the tokens of the hour that are served', () => {
    expect(curve.use).toBeCloseTo(0.5, 12);
    expect(curve.chosen?.costPerMTokUsd).toBeCloseTo(1, 12);
    expect(curve.points.map(({ costPerMTokUsd }) => costPerMTokUsd)).toEqual([4, 1]);
    expect(costAtUse(3.6, 2000, 0.5)).toBe(1);
  });

  it('goes by users over all accelerators of an instance: 4/8 and 256/8', () => {
    expect(curve.points.map(({ usersPerAccelerator }) => usersPerAccelerator))
      .toEqual([0.5, 32]);
  });
});

describe('users in flight against cost, of a plan', () => {
  it('costs at the chosen points, by tokens of the groups, what the plan costs', () => {
    let [usd, mtok] = [0, 0];
    for (const { key, curve } of curves) {
      const months = plan.stages.lifecycle.groups.find((group) => group.key === key);
      const served = ['inputMissMtok', 'inputHitMtok', 'outputMtok'] as const;
      const tokens = served.reduce((all, part) =>
        all + (months?.[part] ?? new Float64Array()).reduce((a, b) => a + b, 0), 0);
      usd += tokens * (curve.chosen?.costPerMTokUsd ?? NaN);
      mtok += tokens;
    }
    expect(usd / mtok / headline(plan, 'costPerMTokUsd')).toBeCloseTo(1, 9);
  });

  it('falls as users see less speed, and marks what keeps the service level', () => {
    for (const { curve: { points, limits } } of curves) {
      expect(points.length).toBeGreaterThan(10);
      const bySpeed = points.toSorted((a, b) =>
        b.point.tokPerSecPerUser - a.point.tokPerSecPerUser);
      for (const [i, { costPerMTokUsd }] of bySpeed.entries())
        expect(costPerMTokUsd ?? NaN)
          .toBeLessThanOrEqual(bySpeed[i - 1]?.costPerMTokUsd ?? Infinity);
      const kept = points.filter(({ withinLimits }) => withinLimits);
      expect(kept.length).toBeGreaterThan(0);
      expect(kept.length).toBeLessThan(points.length);
      for (const { point } of kept)
        expect(point.ttftMsHigh).toBeLessThanOrEqual(limits.maxTtftMs ?? Infinity);
    }
  });

  it('has speeds but no cost, and says why, where the plan has no money', () => {
    const broken = planOf('gb300-100mw', { 'network.switchModel': 'qm9700' });
    const [serving] = broken.stages.servings;
    if (serving === undefined) throw new Error('no rack group');
    const curve = batchCost(broken.stages, serving, hourlyOf(broken));
    expect(hourlyOf(broken)?.absent?.code).toBe('not-buildable');
    expect(curve.reason).toMatch(/cannot be built/u);
    expect(curve.points.length).toBeGreaterThan(10);
    for (const { costPerMTokUsd } of curve.points) expect(costPerMTokUsd).toBeNull();
  });
});
