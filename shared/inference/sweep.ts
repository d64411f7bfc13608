import type { Layout } from './decode.ts';
import type { Split } from './disagg.ts';
import { decodeTpot, prefillRate } from './disagg.ts';
import type { FittingLayout } from './layouts.ts';
import { fallingBy, nonDominated } from './pareto.ts';
import type { Bench } from './serving.ts';
import { closeLoop, emptyLoop, promptOf } from './serving.ts';
import { stepRows, type StepRows } from './steps.ts';

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
 * @param rows decode steps of these layouts; workers of their own take the same
 * @param slowest rows slower than this, tok/s per user, are counted and left out
 */
export function sweepAggregated(
  bench: Bench, layouts: readonly FittingLayout[], columns: SweepColumns,
  rows: StepRows = stepRows(bench, layouts), slowest = 0,
): void {
  const out = emptyLoop();
  const prompts = layouts.map((layout) => promptOf(bench, layout));
  for (let row = 0; row < rows.count; row++) {
    const index = rows.layout[row] ?? -1;
    const layout = layouts[index];
    const users = rows.users[row];
    if (layout === undefined || users === undefined) continue;
    out.step.total = rows.seconds[row] ?? Number.NaN;
    closeLoop(bench, layout, users, users, out, prompts[index]);
    const speed = 1 / out.tpot;
    if (speed < slowest) {
      columns.evaluated += 1;
      continue;
    }
    const output = (out.requestsPerSecond * bench.traffic.osl) / (layout.t * layout.d);
    record(columns, index, users, speed, output, null);
  }
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
    if (layout === null) return [];
    return { layout, size, rate: prefillRate(bench, layout) * (bench.prefillLoad ?? 1) };
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

/** Decode workers by row: speed, requests per second of one, and accelerators of one. */
interface DecodeRows {
  readonly speed: Float64Array;
  readonly rate: Float64Array;
  readonly size: Float64Array;
  /** Rows that leave room for a prefill worker and are fast enough, by falling speed. */
  readonly order: readonly number[];
  /** Rows that leave room, the slow ones included. */
  readonly able: number;
}

function decodeRows(
  bench: Bench, layouts: readonly FittingLayout[], room: number, rows: StepRows,
  slowest: number,
): DecodeRows {
  const { count, layout, users, seconds } = rows;
  const speed = new Float64Array(count);
  const rate = new Float64Array(count);
  const size = new Float64Array(count);
  const sizes = Float64Array.from(layouts, ({ t, d }) => t * d);
  // Seconds per token are so many times those of a step.
  const perStep = decodeTpot(bench, 1);
  const { osl } = bench.traffic;
  const order: number[] = [];
  let able = 0;
  for (let row = 0; row < count; row++) {
    const accelerators = sizes[layout[row] ?? -1] ?? Infinity;
    if (accelerators > room) continue;
    able += 1;
    const tpot = (seconds[row] ?? Number.NaN) * perStep;
    size[row] = accelerators;
    speed[row] = 1 / tpot;
    rate[row] = (users[row] ?? Number.NaN) / (osl * tpot);
    if (1 / tpot >= slowest) order.push(row);
  }
  return { speed, rate, size, able, order: order.sort(fallingBy(speed)) };
}

/** Whether a decode worker could do more than `least` beside parts of some prefill worker. */
function mayDoMore(
  prefills: readonly PrefillWorker[], sizeD: number, rate: number, least: number,
): boolean {
  for (const prefill of prefills) if (mostRate(prefill, sizeD, rate) > least) return true;
  return false;
}

/**
 * Evaluates every decode layout at every concurrency with the prefill workers that
 * balance it. Rows are looked at by falling speed: one that could not do more than a
 * faster one did even with parts of workers is never on the frontier, and is left out.
 * @param rows decode steps of these layouts
 * @param slowest rows slower than this, tok/s per user, are counted and left out
 * @param prefillLayouts of prefill workers; those of decode workers if absent
 */
export function sweepDisaggregated(
  bench: Bench, layouts: readonly FittingLayout[], most: number, columns: SweepColumns,
  rows: StepRows = stepRows(bench, layouts), slowest = 0, prefillLayouts = layouts,
): void {
  const prefills = listPrefill(bench, prefillLayouts);
  const { osl } = bench.traffic;
  const found: Workers = { prefill: null, x: 0, y: 0, rate: 0 };
  const smallest = prefills.reduce((least, { size }) => Math.min(least, size), Infinity);
  const workers = decodeRows(bench, layouts, most - smallest, rows, slowest);
  columns.evaluated += workers.able;
  let best = 0;
  let faster = 0;
  let speed = Infinity;
  for (const row of workers.order) {
    const interactivity = workers.speed[row] ?? Number.NaN;
    const rate = workers.rate[row] ?? Number.NaN;
    const sizeD = workers.size[row] ?? Number.NaN;
    // Only what is truly faster beats a row: of equals the better one is kept, whichever
    // comes first.
    if (interactivity < speed) {
      faster = best;
      speed = interactivity;
    }
    if (!mayDoMore(prefills, sizeD, rate, faster)) continue;
    balanceWorkers(prefills, sizeD, rate, most, found);
    const layout = layouts[rows.layout[row] ?? -1];
    if (found.prefill === null || layout === undefined) continue;
    columns.evaluated -= 1;
    record(columns, rows.layout[row] ?? -1, rows.users[row] ?? Number.NaN, interactivity,
      found.rate * osl, { prefill: found.prefill.layout, prefillWorkers: found.x,
        decode: layout, decodeWorkers: found.y });
    best = Math.max(best, found.rate);
  }
}

/**
 * Rows no other row of the same mode beats in both directions: measurements speak for one
 * mode each.
 */
export function frontierRows(columns: SweepColumns): readonly number[] {
  const together: number[] = [];
  const apart: number[] = [];
  for (let row = 0; row < columns.users.length; row++)
    (columns.split[row] === null ? together : apart).push(row);
  return [...unbeaten(columns, together), ...unbeaten(columns, apart)];
}

/** Of these rows those no other one beats in both directions. */
const unbeaten = (
  { interactivity, throughput }: SweepColumns, rows: readonly number[],
): readonly number[] => nonDominated(interactivity, throughput, rows);

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
