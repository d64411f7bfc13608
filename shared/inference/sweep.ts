import type { Layout } from './decode.ts';
import type { Split } from './disagg.ts';
import { decodeRate, prefillRate, sizeOfSplit } from './disagg.ts';
import type { FittingLayout } from './layouts.ts';
import { nonDominated } from './pareto.ts';
import type { Bench, LoopResult } from './serving.ts';
import { emptyLoop, runAggregated } from './serving.ts';

/** Columns of everything a sweep has looked at; plain arrays of numbers, filled in place. */
export interface SweepColumns {
  readonly interactivity: number[];
  readonly throughput: number[];
  readonly layout: number[];
  readonly users: number[];
  readonly split: (Split | null)[];
}

export const emptyColumns = (): SweepColumns =>
  ({ interactivity: [], throughput: [], layout: [], users: [], split: [] });

/** Steps of the concurrency grid per factor of two: four keep the frontier smooth to below 1 %. */
const STEPS_PER_OCTAVE = 4;

/** Sequences per rank no engine batches beyond; throughput has flattened long before. */
const LARGEST_BATCH = 4096;

/** Concurrency per rank from 1 to `most`, geometric, whole numbers, ending at `most`. */
export function concurrencyGrid(most: number): readonly number[] {
  const grid: number[] = [];
  for (let i = 0; ; i += 1) {
    const value = Math.round(2 ** (i / STEPS_PER_OCTAVE));
    if (value >= most) break;
    if (value !== grid.at(-1)) grid.push(value);
  }
  grid.push(most);
  return grid;
}

function record(columns: SweepColumns, layout: number, users: number, x: number, y: number, split: Split | null): void {
  columns.interactivity.push(x);
  columns.throughput.push(y);
  columns.layout.push(layout);
  columns.users.push(users);
  columns.split.push(split);
}

/** Evaluates every layout at every concurrency as an aggregated instance. */
export function sweepAggregated(bench: Bench, layouts: readonly FittingLayout[], columns: SweepColumns): void {
  const out = emptyLoop();
  layouts.forEach((layout, index) => {
    const slots = layout.slotsPerRank * layout.d;
    for (const b of concurrencyGrid(Math.min(LARGEST_BATCH, layout.slotsPerRank))) {
      const users = b * layout.d;
      runAggregated(bench, layout, users, slots, out);
      const output = (out.requestsPerSecond * bench.traffic.osl) / (layout.t * layout.d);
      record(columns, index, users, 1 / out.tpot, output, null);
    }
  });
}

/** Of these layouts the prefill worker that does most per accelerator; the smaller one of equals. */
export function bestPrefill(bench: Bench, layouts: readonly Layout[]): Layout | null {
  let best: Layout | null = null;
  let bestRate = 0;
  for (const layout of layouts) {
    const rate = prefillRate(bench, layout) / (layout.t * layout.d);
    if (rate > bestRate * 1.001) {
      best = layout;
      bestRate = rate;
    }
  }
  return best;
}

/** Whole numbers of workers that give most per accelerator within `most`: x r_p >= y r_d. */
function balanceWorkers(
  prefill: Layout, decode: Layout, perPrefill: number, perDecode: number, most: number,
): Split | null {
  const sizeP = prefill.t * prefill.d;
  const sizeD = decode.t * decode.d;
  let best: Split | null = null;
  let bestOutput = 0;
  for (let y = 1; y * sizeD < most; y += 1) {
    const x = Math.ceil((y * perDecode) / perPrefill);
    const size = x * sizeP + y * sizeD;
    if (size > most) break;
    const output = (y * perDecode) / size;
    if (output > bestOutput * 1.005) {
      best = { prefill, prefillWorkers: x, decode, decodeWorkers: y };
      bestOutput = output;
    }
  }
  return best;
}

/** Evaluates every decode layout at every concurrency with the prefill workers that balance it. */
export function sweepDisaggregated(
  bench: Bench, layouts: readonly FittingLayout[], most: number, columns: SweepColumns,
): void {
  const prefill = bestPrefill(bench, layouts);
  if (prefill === null) return;
  const perPrefill = prefillRate(bench, prefill);
  const out: LoopResult = emptyLoop();
  layouts.forEach((layout, index) => {
    for (const b of concurrencyGrid(Math.min(LARGEST_BATCH, layout.slotsPerRank))) {
      const perDecode = decodeRate(bench, layout, b * layout.d, out);
      const split = balanceWorkers(prefill, layout, perPrefill, perDecode, most);
      if (split === null) continue;
      const output = (split.decodeWorkers * perDecode * bench.traffic.osl) / sizeOfSplit(split);
      record(columns, index, b * layout.d * split.decodeWorkers, 1 / out.tpot, output, split);
    }
  });
}

/** Rows no other row of the same mode beats in both directions: measurements speak for one mode each. */
export function frontierRows(columns: SweepColumns): readonly number[] {
  const ofMode = (apart: boolean): readonly number[] => {
    const rows = columns.users.flatMap((_, row) => ((columns.split[row] !== null) === apart ? row : []));
    const x = rows.map((row) => columns.interactivity[row] ?? 0);
    const y = rows.map((row) => columns.throughput[row] ?? 0);
    return nonDominated(x, y, rows.length).flatMap((i) => rows[i] ?? []);
  };
  return [...ofMode(false), ...ofMode(true)];
}
