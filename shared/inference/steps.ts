import {
  attentionSeconds, besideAttention, emptyStep, withHost, type Layout,
} from './decode.ts';
import type { FittingLayout } from './layouts.ts';
import type { Bench } from './serving.ts';
import { runStep } from './serving.ts';

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

/** Steps of layouts along the largest grid; not a number where nobody has asked. */
type LayoutSteps = Map<string, Float64Array>;

/**
 * Seconds of decode steps beside attention, by what they rest on: lengths of requests, cache
 * hits and, inside a domain, the network beyond it move none of them. The rows found last
 * are kept whole, since two questions often differ in prompts alone.
 */
export interface StepStore {
  readonly sets: Map<string, LayoutSteps>;
  last: { readonly key: string; readonly rows: StepRows } | null;
}

/**
 * A store that holds nothing yet.
 * @example createStepStore().sets.size // 0
 */
export const createStepStore = (): StepStore => ({ sets: new Map(), last: null });

/** Sets of steps held at once: some tens of kilobytes each. */
const setsHeld = 64;

/** The steps of a store that rest on the same; makes room for them where there are none. */
function setOf({ sets }: StepStore, key: string): LayoutSteps {
  const known = sets.get(key);
  if (known !== undefined) return known;
  const made: LayoutSteps = new Map();
  sets.set(key, made);
  const [oldest] = sets.keys();
  if (sets.size > setsHeld && oldest !== undefined) sets.delete(oldest);
  return made;
}

/** Where a bench's steps are held: those of layouts inside one domain, and of wider ones. */
interface Held {
  readonly inside: LayoutSteps;
  readonly across: () => LayoutSteps;
}

/** All that steps beside attention rest on, inside a domain and beyond it. */
function keysOf({ shape, machine, constants, traffic }: Bench) {
  const { scaleOut, capacityBytes: _capacity, ...node } = machine;
  const inside = JSON.stringify([shape, node, constants, traffic.draft]);
  return { inside, across: `${inside}${JSON.stringify(scaleOut)}` };
}

function stepsOf({ machine }: Bench, held: Held, { t, d, e }: Layout): Float64Array {
  const set = t * d > machine.scaleUp.domain ? held.across() : held.inside;
  const key = `${t}x${d}x${e}`;
  const known = set.get(key);
  if (known !== undefined) return known;
  const made = new Float64Array(largestGrid.length).fill(Number.NaN);
  set.set(key, made);
  return made;
}

/** Every layout at every concurrency: which layout, sequences in flight, seconds of a step. */
export interface StepRows {
  readonly count: number;
  /** Index of the layout. */
  readonly layout: Uint16Array;
  readonly users: Float64Array;
  readonly seconds: Float64Array;
}

/**
 * Seconds of the decode steps of layouts, layout by layout along its grid.
 * @param store where steps are looked up and kept; they come out the same without one
 */
export function stepRows(
  bench: Bench, layouts: readonly FittingLayout[], store: StepStore = createStepStore(),
): StepRows {
  const { inside, across } = keysOf(bench);
  const { traffic: { isl, osl }, modes } = bench;
  const key = `${across}${isl} ${osl} ${modes.overlap === true}${JSON.stringify(layouts)}`;
  if (store.last?.key === key) return store.last.rows;
  const held: Held | null = modes.overlap === true ? null
    : { inside: setOf(store, inside), across: () => setOf(store, across) };
  const rows = findRows(bench, layouts, held);
  store.last = { key, rows };
  return rows;
}

function findRows(
  bench: Bench, layouts: readonly FittingLayout[], held: Held | null,
): StepRows {
  const grids = layouts.map(({ slotsPerRank }) =>
    concurrencyGrid(Math.min(LARGEST_BATCH, slotsPerRank)));
  const count = grids.reduce((sum, grid) => sum + grid.length, 0);
  const rows: StepRows = { count, layout: new Uint16Array(count),
    users: new Float64Array(count), seconds: new Float64Array(count) };
  let first = 0;
  for (const [index, layout] of layouts.entries()) {
    const grid = grids[index] ?? [];
    const end = first + grid.length;
    rows.layout.fill(index, first, end);
    const users = rows.users.subarray(first, end);
    users.set(grid.map((b) => b * layout.d));
    const seconds = rows.seconds.subarray(first, end);
    if (held === null) addWhole(bench, layout, users, seconds);
    else addJoined(bench, layout, users, seconds, stepsOf(bench, held, layout));
    first = end;
  }
  return rows;
}

/** Steps computed whole: those whose halves hide behind one another do not come apart. */
function addWhole(
  bench: Bench, layout: Layout, users: Float64Array, seconds: Float64Array,
): void {
  const out = emptyStep();
  for (const [at, sequences] of users.entries()) {
    runStep(bench, layout, sequences, out);
    seconds[at] = out.total;
  }
}

/** Steps joined from what is held and attention over the context that is asked for. */
function addJoined(
  { shape, machine, constants, traffic: { isl, osl, draft } }: Bench, layout: Layout,
  users: Float64Array, seconds: Float64Array, held: Float64Array,
): void {
  const out = emptyStep();
  const context = isl + osl / 2;
  for (let at = 0; at < users.length; at++) {
    const sequences = users[at] ?? Number.NaN;
    const onGrid = largestGrid[at] === sequences / layout.d;
    let beside = onGrid ? held[at] ?? Number.NaN : Number.NaN;
    if (Number.isNaN(beside)) {
      beside = besideAttention(shape, machine, constants, layout, sequences, 1 + draft, out);
      if (onGrid) held[at] = beside;
    }
    const attention =
      attentionSeconds(shape, machine, constants, layout, sequences, 1 + draft, context);
    seconds[at] = withHost(beside + attention, constants, layout, sequences);
  }
}
