import { describe, expect, it } from 'vitest';
import { fitLayouts, type FittingLayout } from '../../../shared/inference/layouts.ts';
import { decodeRate, prefillRate } from '../../../shared/inference/disagg.ts';
import { resolveRequest } from '../../../shared/inference/resolve.ts';
import { emptyLoop, type Bench } from '../../../shared/inference/serving.ts';
import {
  concurrencyGrid, emptyColumns, sweepAggregated, sweepDisaggregated,
} from '../../../shared/inference/sweep.ts';
import { requestOf } from './requests.ts';

const most = 16;

function benchOf(): { readonly bench: Bench; readonly layouts: readonly FittingLayout[] } {
  const resolved = resolveRequest(requestOf({}, { maxAcceleratorsPerInstance: most }));
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
  const each =
    layouts.flatMap((prefill) => Array.from({ length: most }, (_, x) => x + 1).flatMap((x) =>
      Array.from({ length: most }, (_, y) => y + 1).flatMap((y) => {
        const size = x * prefill.t * prefill.d + y * decode.t * decode.d;
        return size > most ? []
          : [(Math.min(x * prefillRate(bench, prefill), y * rate) / size) * bench.traffic.osl];
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
    expect(rows.filter(({ x, y }) => !beats(x, y))).toEqual([]);
    expect(columns.evaluated).toBeGreaterThan(columns.users.length);
  });

  it('is the same with steps that another sweep has found', () => {
    const [alone, helped] = [emptyColumns(), emptyColumns()];
    sweepDisaggregated(bench, layouts, most, alone);
    sweepDisaggregated(bench, layouts, most, helped,
      sweepAggregated(bench, layouts, emptyColumns()));
    expect(helped).toEqual(alone);
  });
});
