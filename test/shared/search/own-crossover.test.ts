import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { crossoverBySpeed } from '../../../shared/plan/figures/crossover.ts';
import type { Rival } from '../../../shared/plan/figures/rivals.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { ownCrossovers, ownHourly } from '../../../shared/search/own-crossover.ts';
import { suitedMoves } from '../../../shared/search/suited.ts';
import { tcoTable } from '../../../shared/search/tco.ts';
import { samplePoint } from '../report/sample-plan.ts';
import { planner, templatePlan } from '../template-plans.ts';

const { rows } = tcoTable(planner, {
  document: documentOf(findTemplate('b200-1mw')?.records ?? []), scenarioId: 'base',
  systems: ['dgx_b200', 'dgx_h200', 'mi355x_8'], speeds: [null],
  movesFor: suitedMoves(builtInCatalog, null),
});
const [blackwell, hopper, unpriced] = rows;
if (blackwell === undefined || hopper === undefined || unpriced === undefined)
  throw new Error('rows are missing');

/** Two points: `slow` tok/s per accelerator at 20 tok/s/user, `fast` at 100. */
const rivalOf = (systemId: string, slow: number, fast: number): Rival => {
  const points = [
    samplePoint({ tokPerSecPerUser: 20, outputTokPerSecPerAccelerator: slow, ttftMsHigh: 500 }),
    samplePoint({ tokPerSecPerUser: 100, outputTokPerSecPerAccelerator: fast, ttftMsHigh: 500 }),
  ];
  return { systemId, name: systemId, precision: 'fp8', framework: 'vllm', served: points,
    hourly: { hyperscaler: null, neocloud: null, rental: null },
    points: { ok: true, value: points } };
};

describe('crossovers from the plan’s own costs', () => {
  // 1.80 $/h over 1,000 tok/s = 3.6 M tokens an hour is 0.50 $/M; 3.60 $/h over 1,600 is
  // 0.625. At 100 tok/s/user 1.80 over 100 is 5.00, 3.60 over 400 is 2.50: they cross.
  const hourlyOf = ownHourly([
    { ...hopper, costPerAcceleratorHourUsd: 1.8 },
    { ...blackwell, costPerAcceleratorHourUsd: 3.6 },
    { ...unpriced, costPerAcceleratorHourUsd: null, reason: 'no price' },
  ]);
  const limits = { minTokPerSecPerUser: null, maxTtftMs: 1000 };
  const found = crossoverBySpeed([rivalOf('dgx_h200', 1000, 100),
    rivalOf('dgx_b200', 1600, 400), rivalOf('mi355x_8', 9000, 9000),
    rivalOf('gb200_nvl72', 9000, 9000)], hourlyOf, limits);

  it('give the slow end to the system that is cheaper an hour, the fast end to the other', () => {
    expect(found.spans.map(({ systemId }) => systemId)).toEqual(['dgx_h200', 'dgx_b200']);
    expect(found.curves.map(({ usdPerMtok }) => usdPerMtok.at(-1)))
      .toEqual([expect.closeTo(5, 6), expect.closeTo(2.5, 6)]);
  });

  it('leave out what has no cost of its own, with the reason', () => {
    expect(found.left).toEqual([{ name: 'mi355x_8', reason: 'no price' },
      { name: 'gb200_nvl72', reason: 'it is not in the table of systems' }]);
  });

  it('cover every level for each rack group, and never with a system left out', () => {
    const plan = templatePlan('b200-1mw');
    const own = ownCrossovers(plan, rows, builtInCatalog, []);
    expect(own.map(({ group }) => group))
      .toEqual(plan.stages.servings.map(({ record }) => record.key));
    for (const { bySpeed, byFirstToken, left } of own) {
      expect(left.map(({ name }) => name)).toContain(unpriced.name);
      for (const spans of [bySpeed, byFirstToken]) {
        expect(spans.slice(1).map(({ from }) => from))
          .toEqual(spans.slice(0, -1).map(({ to }) => to));
        expect(spans.map(({ systemId }) => systemId)).not.toContain('mi355x_8');
        expect(spans.some(({ systemId }) => systemId !== null)).toBe(true);
      }
    }
  });
});

describe('cost over use, by system', () => {
  it('passes through the plan’s own cost at the plan’s own use', () => {
    const { figures } = templatePlan('b200-1mw');
    const cost = figures['headline.costPerMTokUsd']?.value ?? NaN;
    const use = figures['economics.utilisation']?.value ?? NaN;
    const before = blackwell.utilisation.findLast((at) => at.use <= use);
    const after = blackwell.utilisation.find((at) => at.use > use);
    expect(before?.costPerMTokUsd).toBeGreaterThanOrEqual(cost);
    expect(after?.costPerMTokUsd).toBeLessThan(cost);
  });

  it('doubles the fixed part when use halves, and keeps the rest', () => {
    const [half, full] = [0.5, 1].map((use) =>
      blackwell.utilisation.find((at) => Math.abs(at.use - use) < 1e-9));
    if (half === undefined || full === undefined) throw new Error('no curve');
    expect(half.fixedPerMTokUsd / full.fixedPerMTokUsd).toBeCloseTo(2, 9);
    expect(half.costPerMTokUsd - half.fixedPerMTokUsd)
      .toBeCloseTo(full.costPerMTokUsd - full.fixedPerMTokUsd, 12);
    expect(full.costPerMTokUsd).toBeGreaterThan(full.fixedPerMTokUsd);
  });

  it('is absent where there is no cost', () => {
    expect([unpriced.costPerMTokUsd, unpriced.utilisation]).toEqual([null, []]);
  });
});
