import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { rivalSystems } from '../../../shared/plan/figures/rivals.ts';
import { setByPath } from '../../../shared/project/path.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { suitedMoves } from '../../../shared/search/suited.ts';
import { tcoTable, type TcoQuestion } from '../../../shared/search/tco.ts';
import { planner, templatePlan } from '../template-plans.ts';

const question = (over: Partial<TcoQuestion> = {}): TcoQuestion => ({
  document: documentOf(findTemplate('b200-1mw')?.records ?? []), scenarioId: 'base',
  systems: ['dgx_b200', 'dgx_h200', 'mi355x_8'], speeds: [null],
  movesFor: suitedMoves(builtInCatalog, null), ...over,
});

describe('the table of systems', () => {
  it('gives the plan’s own system the plan’s own figures, where its racks fill the power', () => {
    const [own] = tcoTable(planner, question()).rows;
    const figures = templatePlan('b200-1mw').figures;
    expect(own?.costPerMTokUsd).toBe(figures['headline.costPerMTokUsd']?.value);
    expect(own?.joulesPerToken).toBe(figures['headline.joulesPerToken']?.value);
    expect(own?.tokPerSecPerMw).toBe(figures['headline.tokPerSecPerMw']?.value);
  });

  it('puts each system under software and precision that run on it', () => {
    const rows = tcoTable(planner, question()).rows;
    const amd = rows.find(({ system }) => system === 'mi355x_8');
    for (const framework of amd?.frameworks ?? []) expect(framework).not.toMatch(/trt/u);
  });

  it('holds each system under the engine that serves it for least', () => {
    const systems = ['dgx_h200'];
    const [row] = tcoTable(planner, question({ systems })).rows;
    for (const framework of ['vllm', 'trtllm']) {
      let document = question().document;
      for (const [path, value] of Object.entries({ 'rackGroup.system': 'dgx_h200',
        'rackGroup.framework': framework, 'network.fabric': 'infiniband' })) {
        const set = setByPath(document, 'base', path, value);
        if (!set.ok) throw new Error(set.error.code);
        document = set.value;
      }
      const plan = planner.evaluate(document, 'base');
      const cost = plan.ok ? plan.value.figures['headline.costPerMTokUsd']?.value ?? null : null;
      expect(cost).not.toBeNull();
      expect(row?.costPerMTokUsd ?? Infinity).toBeLessThanOrEqual((cost ?? 0) * (1 + 1e-9));
    }
  });

  it('has a reason for every row without money, and none for the others', () => {
    const { rows } = tcoTable(planner, question({ systems: rivalSystems }));
    expect(rows).toHaveLength(rivalSystems.length);
    for (const { costPerMTokUsd, reason } of rows)
      expect(reason === '').toBe(costPerMTokUsd !== null);
  });

  it('asks every class for a level of speed, and names the cheapest there', () => {
    const { rows, cheapest } = tcoTable(planner, question({ speeds: [20, 100] }));
    expect(rows.map(({ speed }) => speed)).toEqual([20, 20, 20, 100, 100, 100]);
    for (const { speed, tokPerSecPerUser } of rows)
      expect(tokPerSecPerUser ?? Infinity).toBeGreaterThanOrEqual(speed ?? 0);
    for (const { speed, costPerMTokUsd } of cheapest) {
      const costs = rows.flatMap((row) => (row.speed === speed ? row.costPerMTokUsd ?? [] : []));
      expect(costPerMTokUsd).toBe(Math.min(...costs));
    }
  });

  it('prices one system alone, and says whose price it is', () => {
    const systems = ['dgx_b200', 'mi355x_8'];
    const [b200, amd] = tcoTable(planner, question({ systems })).rows;
    expect([b200?.priceFrom, amd?.priceFrom, amd?.costPerMTokUsd]).toEqual(['source', null, null]);
    const priced = tcoTable(planner, question({ systems, prices: { mi355x_8: 25_000 } })).rows;
    expect(priced[0]).toEqual(b200);
    expect(priced[1]).toMatchObject({ acceleratorPriceUsd: 25_000, priceFrom: 'user', reason: '' });
    expect(priced[1]?.costPerMTokUsd).toBeGreaterThan(0);
    const dearer = tcoTable(planner, question({ systems, prices: { mi355x_8: 50_000 } })).rows[1];
    expect(dearer?.costPerMTokUsd).toBeGreaterThan(priced[1]?.costPerMTokUsd ?? Infinity);
  });

  it('shows no figure of service of what is not placed or does not serve', () => {
    const [tpu, fast] = tcoTable(planner, question({ systems: ['tpu7x_pod', 'dgx_h200'],
      speeds: [1900] })).rows;
    for (const row of [tpu, fast])
      expect([row?.tokPerSecPerUser, row?.tokPerSecPerMw, row?.joulesPerToken, row?.accelerators,
        row?.utilisation]).toEqual([null, null, null, null, []]);
    const [at] = tcoTable(planner, question({ systems: ['tpu7x_pod'] })).rows;
    expect(at?.reason).toMatch(/no power figure/u);
  });

  it('says where the software’s overhead leaves little of a step', () => {
    // Small batches at 62 tok/s per user leave an MI300X more time for kernels than for work.
    const { document, ...rest } = question({ systems: ['dgx_b200', 'mi300x_8'], speeds: [62],
      document: documentOf(findTemplate('gb300-100mw')?.records ?? []) });
    const [nvidia, amd] = tcoTable(planner, { ...rest, document }).rows;
    expect(nvidia?.note).toBe('');
    expect(amd?.note).toMatch(/ms of a decode step are overhead of SGLang on Instinct MI300X/u);
  });

  it('divides price by memory: 36,000 dollars an accelerator of 180 GB are 200 dollars a GB', () => {
    const { document, ...rest } = question({ systems: ['dgx_b200'] });
    const priced = setByPath(document, 'base', 'capex.acceleratorPriceUsd', 36_000);
    if (!priced.ok) throw new Error(JSON.stringify(priced.error));
    const [own] = tcoTable(planner, { ...rest, document: priced.value }).rows;
    expect(own?.memoryUsdPerGb).toBeCloseTo(200, 9);
  });
});
