import { describe, expect, it } from 'vitest';
import { fitLayouts, type FittingLayout } from '../../../shared/inference/layouts.ts';
import { decodeRate, prefillRate } from '../../../shared/inference/disagg.ts';
import { resolveRequest } from '../../../shared/inference/resolve.ts';
import { emptyLoop, runStep, type Bench } from '../../../shared/inference/serving.ts';
import { concurrencyGrid, createStepStore, stepRows } from '../../../shared/inference/steps.ts';
import { emptyColumns, sweepDisaggregated } from '../../../shared/inference/sweep.ts';
import { requestOf } from './requests.ts';

const most = 16;

function benchOf(
  choice: Parameters<typeof requestOf>[0] = {},
  over: Parameters<typeof requestOf>[1] = { maxAcceleratorsPerInstance: most },
): { readonly bench: Bench; readonly layouts: readonly FittingLayout[] } {
  const resolved = resolveRequest(requestOf(choice, over));
  if (!resolved.ok) throw new Error(resolved.error.what);
  const layouts = fitLayouts(resolved.value);
  if (!layouts.ok) throw new Error(layouts.error.what);
  return { bench: resolved.value.bench, layouts: layouts.value };
}

/**
 * Most output per accelerator of a decode layout at a concurrency, with every number of
 * every prefill worker.
 */
function mostOutput(
  bench: Bench, layouts: readonly FittingLayout[], decode: FittingLayout, users: number,
): number {
  const rate = decodeRate(bench, decode, users, emptyLoop());
  // Nine tenths of the prefill workers' rate are planned with.
  const planned = 0.9;
  const each =
    layouts.flatMap((prefill) => Array.from({ length: most }, (_, x) => x + 1).flatMap((x) =>
      Array.from({ length: most }, (_, y) => y + 1).flatMap((y) => {
        const size = x * prefill.t * prefill.d + y * decode.t * decode.d;
        return size > most ? []
          : [(Math.min(x * prefillRate(bench, prefill) * planned, y * rate) / size)
            * bench.traffic.osl];
      })));
  return Math.max(0, ...each);
}

describe('a sweep of separate workers', () => {
  const { bench, layouts } = benchOf();

  it('leaves nothing out that no faster row beats', () => {
    const columns = emptyColumns();
    sweepDisaggregated(bench, layouts, most, columns);
    const beats = (x: number, y: number): boolean =>
      columns.throughput.some((each, row) => each >= y * (1 - 1e-9)
        && (columns.interactivity[row] ?? 0) >= x * (1 - 1e-12));
    const rows = layouts.flatMap((layout) =>
      concurrencyGrid(Math.min(64, layout.slotsPerRank)).map((b) => {
        const out = emptyLoop();
        decodeRate(bench, layout, b * layout.d, out);
        return { x: 1 / out.tpot, y: mostOutput(bench, layouts, layout, b * layout.d) };
      })).filter(({ y }) => y > 0);
    expect(rows.length).toBeGreaterThan(20);
    expect(bench.prefillLoad).toBe(0.9);
    expect(rows.filter(({ x, y }) => !beats(x, y))).toEqual([]);
    expect(columns.evaluated).toBeGreaterThan(columns.users.length);
  });

  it('leaves out what is slower than asked, and counts it', () => {
    const [all, fast] = [emptyColumns(), emptyColumns()];
    sweepDisaggregated(bench, layouts, most, all);
    const slowest = all.interactivity[Math.floor(all.users.length / 2)] ?? 0;
    sweepDisaggregated(bench, layouts, most, fast, stepRows(bench, layouts), slowest);
    const kept = all.users.filter((_, row) => (all.interactivity[row] ?? 0) >= slowest);
    expect(fast.users).toEqual(kept);
    expect(kept.length).toBeLessThan(all.users.length);
    expect(fast.evaluated).toBe(all.evaluated);
  });
});

describe('decode steps that are kept', () => {
  const { bench, layouts } = benchOf();
  const moved = (over: Partial<Bench['traffic']>): Bench =>
    ({ ...bench, traffic: { ...bench.traffic, ...over } });
  const slower: Bench = { ...bench,
    machine: { ...bench.machine, scaleOut: { rate: 1e9, latency: 1e-4 } } };
  const drafting = moved({ draft: 2 });
  const overlapping: Bench = { ...bench, modes: { overlap: true } };

  it('are what each step takes alone, whatever was asked before', () => {
    const store = createStepStore();
    const asked = [bench, moved({ isl: 4000 }), moved({ cacheHit: 0.7 }), slower, drafting,
      overlapping, moved({ osl: 50 }), bench];
    for (const one of asked) {
      const rows = stepRows(one, layouts, store);
      expect(rows.count).toBeGreaterThan(20);
      for (const [row, index] of rows.layout.entries()) {
        const layout = layouts[index];
        if (layout === undefined) throw new Error('no layout');
        const out = emptyLoop();
        runStep(one, layout, rows.users[row] ?? 0, out.step);
        expect(rows.seconds[row]).toBe(out.step.total);
      }
    }
  });

  it('differ where the network does for instances wider than a domain alone', () => {
    const experts = benchOf(
      { model: 'deepseek-r1', accelerator: 'h200_sxm' }, { maxAcceleratorsPerInstance: 32 });
    const { machine } = experts.bench;
    const store = createStepStore();
    const [near, far] = [1e9, 2e8].map((rate) => stepRows({ ...experts.bench,
      machine: { ...machine, scaleOut: { ...machine.scaleOut, rate } } }, experts.layouts, store));
    const changed = experts.layouts.filter((_, index) =>
      near?.layout.some((of, row) => of === index && near.seconds[row] !== far?.seconds[row]));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed).toEqual(experts.layouts
      .filter(({ t, d }) => t * d > machine.scaleUp.domain && d > 1));
    expect(changed.length).toBeLessThan(experts.layouts.length);
  });

  it('are not asked again for another share of hits, and again for other prompts', () => {
    const store = createStepStore();
    const first = stepRows(bench, layouts, store);
    expect(stepRows(moved({ cacheHit: 0.9 }), layouts, store)).toBe(first);
    expect(stepRows(moved({ isl: 1001 }), layouts, store)).not.toBe(first);
  });
});
