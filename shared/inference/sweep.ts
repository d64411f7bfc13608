import { emptyStep, type Layout } from './decode.ts';
import type { Split } from './disagg.ts';
import { decodeTpot, prefillRate } from './disagg.ts';
import type { FittingLayout } from './layouts.ts';
import { nonDominated } from './pareto.ts';
import type { Bench } from './serving.ts';
import { emptyLoop, promptOf, runAggregated, runStep } from './serving.ts';

/**
 * Columns of everything a sweep has looked at; `users` counts sequences in one decoding
 * instance.
 */
export interface SweepColumns {
  readonly interactivity: number[];
  readonly throughput: number[];
  readonly layout: number[];
  readonly users: number[];
  readonly split: (Split | null)[];
  /** Rows looked at, those left out because another one beats them included. */
  evaluated: number;
}

export const emptyColumns = (): SweepColumns =>
  ({ interactivity: [], throughput: [], layout: [], users: [], split: [], evaluated: 0 });

/**
 * Steps of the concurrency grid per factor of two: four keep the frontier smooth to below
 * 1 %.
 */
const STEPS_PER_OCTAVE = 4;

/** Sequences per rank no engine batches beyond; throughput has flattened long before. */
const LARGEST_BATCH = 4096;

/**
 * Concurrency per rank from 1 to `most`, geometric, whole numbers, ending at `most`.
 * @example concurrencyGrid(4) // [1, 2, 3, 4]
 */
export const concurrencyGrid = (most: number): readonly number[] =>
  (most > LARGEST_BATCH ? gridTo(most) : [...largestGrid.filter((b) => b < most), most]);

function gridTo(most: number): readonly number[] {
  const grid: number[] = [];
  for (let i = 0; ; i += 1) {
    const value = Math.round(2 ** (i / STEPS_PER_OCTAVE));
    if (value >= most) break;
    if (value !== grid.at(-1)) grid.push(value);
  }
  grid.push(most);
  return grid;
}

const largestGrid = gridTo(LARGEST_BATCH);

function record(
  columns: SweepColumns, layout: number, users: number, x: number, y: number,
  split: Split | null,
): void {
  columns.interactivity.push(x);
  columns.throughput.push(y);
  columns.layout.push(layout);
  columns.users.push(users);
  columns.split.push(split);
  columns.evaluated += 1;
}

/**
 * Evaluates every layout at every concurrency as an aggregated instance.
 * @returns seconds of every decode step, layout by layout along its grid: workers of
 *   their own take the same
 */
export function sweepAggregated(
  bench: Bench, layouts: readonly FittingLayout[], columns: SweepColumns,
): readonly number[] {
  const out = emptyLoop();
  const steps: number[] = [];
  layouts.forEach((layout, index) => {
    const slots = layout.slotsPerRank * layout.d;
    const prompt = promptOf(bench, layout);
    for (const b of concurrencyGrid(Math.min(LARGEST_BATCH, layout.slotsPerRank))) {
      const users = b * layout.d;
      runAggregated(bench, layout, users, slots, out, prompt);
      const output = (out.requestsPerSecond * bench.traffic.osl) / (layout.t * layout.d);
      record(columns, index, users, 1 / out.tpot, output, null);
      steps.push(out.step.total);
    }
  });
  return steps;
}

/**
 * Of these layouts the prefill worker that does most per accelerator; the smaller one of
 * equals.
 */
export function bestPrefill(bench: Bench, layouts: readonly Layout[]): Layout | null {
  let best: Layout | null = null;
  let bestRate = 0;
  for (const layout of layouts) {
    const rate = prefillRate(bench, layout) / (layout.t * layout.d);
    if (rate > bestRate) {
      best = layout;
      bestRate = rate;
    }
  }
  return best;
}

interface PrefillWorker {
  readonly layout: Layout;
  readonly size: number;
  readonly rate: number;
}

/** Prefill workers wider than this gain nothing that more of them would not. */
const WIDEST_PREFILL = 16;

/** The best prefill worker of each size. */
function listPrefill(
  bench: Bench, layouts: readonly FittingLayout[],
): readonly PrefillWorker[] {
  const sizes =
    [...new Set(layouts.map(({ t, d }) => t * d))].filter((size) => size <= WIDEST_PREFILL);
  const smallest = Math.min(...layouts.map(({ t, d }) => t * d));
  return (sizes.length === 0 ? [smallest] : sizes).flatMap((size) => {
    const layout = bestPrefill(bench, layouts.filter(({ t, d }) => t * d === size));
    return layout === null ? [] : { layout, size, rate: prefillRate(bench, layout) };
  });
}

/** Whole numbers of workers; kept in one object, which a sweep overwrites. */
interface Workers {
  prefill: PrefillWorker | null;
  x: number;
  y: number;
  /** Requests per second and accelerator. */
  rate: number;
}

/** Tries x prefill workers beside y decode workers of `rate` each. */
function tryWorkers(
  prefill: PrefillWorker, x: number, y: number, rate: number, sizeD: number, into: Workers,
): void {
  if (x < 1) return;
  const each = Math.min(x * prefill.rate, y * rate) / (x * prefill.size + y * sizeD);
  if (each <= into.rate) return;
  into.prefill = prefill;
  into.x = x;
  into.y = y;
  into.rate = each;
}

/** Rounding must not leave out what is as good as the bound. */
const slack = 1 + 1e-9;

/**
 * No numbers of workers give more per accelerator than parts of workers in the exact
 * ratio of their rates.
 */
const mostRate = (prefill: PrefillWorker, sizeD: number, perDecode: number): number =>
  (slack * perDecode) / ((perDecode / prefill.rate) * prefill.size + sizeD);

/** Whole numbers of workers that give most per accelerator within `most`: x r_p about y r_d. */
function balanceWorkers(
  prefills: readonly PrefillWorker[], sizeD: number, perDecode: number, most: number,
  into: Workers,
): void {
  into.prefill = null;
  into.rate = 0;
  for (const prefill of prefills) {
    if (mostRate(prefill, sizeD, perDecode) <= into.rate) continue;
    for (let y = 1; y * sizeD + prefill.size <= most; y += 1) {
      const room = Math.floor((most - y * sizeD) / prefill.size);
      const ideal = Math.min(room, (y * perDecode) / prefill.rate);
      tryWorkers(prefill, Math.floor(ideal), y, perDecode, sizeD, into);
      tryWorkers(prefill, Math.ceil(ideal), y, perDecode, sizeD, into);
    }
  }
}

/** A decode worker at one concurrency, before prefill workers are put beside it. */
interface DecodeRow {
  readonly index: number;
  readonly layout: FittingLayout;
  readonly users: number;
  readonly interactivity: number;
  /** Requests per second of one worker. */
  readonly rate: number;
  /** Null until it is looked at, and for good where another row beats it. */
  split: Split | null;
  throughput: number;
}

/** Every decode layout that leaves room for a prefill worker, at every concurrency. */
function decodeRows(
  bench: Bench, layouts: readonly FittingLayout[], room: number,
  steps: readonly number[] | null,
): readonly DecodeRow[] {
  const out = emptyStep();
  const rows: DecodeRow[] = [];
  let at = 0;
  layouts.forEach((layout, index) => {
    const grid = concurrencyGrid(Math.min(LARGEST_BATCH, layout.slotsPerRank));
    const first = at;
    at += grid.length;
    if (layout.t * layout.d > room) return;
    grid.forEach((b, i) => {
      const users = b * layout.d;
      if (steps === null) runStep(bench, layout, users, out);
      const tpot = decodeTpot(bench, steps?.[first + i] ?? out.total);
      const rate = users / (bench.traffic.osl * tpot);
      rows.push({ index, layout, users, interactivity: 1 / tpot, rate, split: null,
        throughput: 0 });
    });
  });
  return rows;
}

/**
 * Evaluates every decode layout at every concurrency with the prefill workers that
 * balance it. Rows are looked at by falling speed: one that could not do more than a
 * faster one did even with parts of workers is never on the frontier, and is left out.
 * @param steps as from `sweepAggregated` over the same layouts; null finds them
 */
export function sweepDisaggregated(
  bench: Bench, layouts: readonly FittingLayout[], most: number, columns: SweepColumns,
  steps: readonly number[] | null = null,
): void {
  const prefills = listPrefill(bench, layouts);
  const { osl } = bench.traffic;
  const found: Workers = { prefill: null, x: 0, y: 0, rate: 0 };
  const smallest = prefills.reduce((least, { size }) => Math.min(least, size), Infinity);
  const rows = decodeRows(bench, layouts, most - smallest, steps);
  let [best, faster, speed] = [0, 0, Infinity];
  for (const row of rows.toSorted((a, b) => b.interactivity - a.interactivity)) {
    const { layout, rate, interactivity } = row;
    // Only what is truly faster beats a row: of equals the better one is kept, whichever
    // comes first.
    if (interactivity < speed) [faster, speed] = [best, interactivity];
    const sizeD = layout.t * layout.d;
    if (prefills.every((prefill) => mostRate(prefill, sizeD, rate) * osl <= faster)) continue;
    balanceWorkers(prefills, sizeD, rate, most, found);
    if (found.prefill === null) continue;
    row.throughput = found.rate * osl;
    row.split = { prefill: found.prefill.layout, prefillWorkers: found.x, decode: layout,
      decodeWorkers: found.y };
    best = Math.max(best, row.throughput);
  }
  for (const { index, users, interactivity, throughput, split } of rows) {
    if (split === null) columns.evaluated += 1;
    else record(columns, index, users, interactivity, throughput, split);
  }
}

/**
 * Rows no other row of the same mode beats in both directions: measurements speak for one
 * mode each.
 */
export function frontierRows(columns: SweepColumns): readonly number[] {
  const ofMode = (apart: boolean): readonly number[] => {
    const rows: number[] = [];
    for (let row = 0; row < columns.users.length; row++)
      if ((columns.split[row] !== null) === apart) rows.push(row);
    return unbeaten(columns, rows);
  };
  return [...ofMode(false), ...ofMode(true)];
}

/** Of these rows those no other one beats in both directions. */
function unbeaten(columns: SweepColumns, rows: readonly number[]): readonly number[] {
  const x = rows.map((row) => columns.interactivity[row] ?? 0);
  const y = rows.map((row) => columns.throughput[row] ?? 0);
  return nonDominated(x, y, rows.length).flatMap((i) => rows[i] ?? []);
}

/**
 * Of the rows of both modes those that may be on the frontier of all: what another row
 * beats by more than rounding is not.
 */
export function rowsInReach(
  columns: SweepColumns, rows: readonly number[],
): readonly number[] {
  const best = unbeaten(columns, rows);
  const speed = (row: number | undefined): number => columns.interactivity[row ?? -1] ?? 0;
  const output = (row: number | undefined): number => columns.throughput[row ?? -1] ?? 0;
  return rows.filter((row) => {
    // Speeds fall along the frontier: the last of those faster than the row does most.
    let [low, high] = [0, best.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (speed(best[middle]) >= speed(row) * slack) low = middle + 1;
      else high = middle;
    }
    return low === 0 || output(best[low - 1]) <= output(row) * slack;
  });
}
