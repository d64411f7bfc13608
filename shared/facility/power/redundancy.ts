import { unreachable } from '../../units/result.ts';
import type { Redundancy } from '../types.ts';

/** UPS blocks of a hall and the pairs (or single blocks) a rack can be fed from. */
export interface BlockLayout {
  readonly redundancy: Redundancy;
  /** Names of all blocks, reserves included. */
  readonly blocks: readonly string[];
  /** Ways to feed a rack: two blocks that share it, or one block and what stands in for it. */
  readonly feeds: readonly Feed[];
}

export interface Feed {
  readonly id: string;
  /**
   * Number of the set of blocks that back one another; feeds of different sets share no
   * block.
   */
  readonly set: number;
  /** Blocks that carry the rack in equal parts. */
  readonly normal: readonly string[];
  /** Block that takes the rack over when no normal one is left. */
  readonly standby?: string;
}

/** A rack's power and the feed it hangs on. */
export interface FedLoad {
  readonly kw: number;
  readonly feed: string;
}

export interface BlockLoads {
  readonly byBlock: Readonly<Record<string, number>>;
  readonly busiestKw: number;
  /** Load that no block carries. */
  readonly droppedKw: number;
}

export interface FailureCheck {
  readonly normal: BlockLoads;
  /** The single failure that loads a survivor most, or drops most. */
  readonly worst: BlockLoads & { readonly failed: string };
}

const blockNames = (count: number, prefix = 'U'): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);

/** Sets of blocks that back one another: 3 of 3-make-2, 4 of 4-make-3, 2 of 2N. */
function pairedSets(
  setSize: number, sets: number,
): { blocks: readonly string[]; feeds: readonly Feed[] } {
  const blocks: string[] = [];
  const feeds: Feed[] = [];
  for (let set = 0; set < sets; set++) {
    const names = blockNames(setSize)
      .map((name) => (sets === 1 ? name : `S${set + 1}-${name}`));
    blocks.push(...names);
    names.forEach((a, i) => names.slice(i + 1)
      .forEach((b) => feeds.push({ id: `${a}/${b}`, set, normal: [a, b] })));
  }
  return { blocks, feeds };
}

/**
 * Blocks and feeds of a redundancy scheme with at least the given number of active blocks.
 * 2N, 3-make-2 and 4-make-3 feed each rack from a pair within a set; N+1 and 2(N+1) from
 * common buses; block redundant from one block, with a reserve behind transfer switches.
 * @param active blocks needed to carry the load, >= 1
 * @param perSet active blocks n that share a spare in N+1, block redundant and 2(N+1), >=
 *   1; default all of them
 * @throws RangeError when active or perSet < 1
 * @example layOutBlocks('4m3', 3).feeds.length // 6 pairs of 4 blocks
 */
export function layOutBlocks(
  redundancy: Redundancy, active: number, perSet?: number,
): BlockLayout {
  if (!(active >= 1)) throw new RangeError(`active is ${active}`);
  if (perSet !== undefined && !(perSet >= 1)) throw new RangeError(`perSet is ${perSet}`);
  const n = Math.ceil(active - 1e-9);
  const shared = Math.min(n, perSet ?? n);
  switch (redundancy) {
    case 'n': {
      const blocks = blockNames(n);
      return { redundancy, blocks,
        feeds: blocks.map((id, set) => ({ id, set, normal: [id] })) };
    }
    case 'block': return { redundancy, ...inSets(n, shared, reserved) };
    case 'n+1':
      return { redundancy, ...inSets(n, shared, (size) => onBus('bus', blockNames(size + 1))) };
    case '2n+1': return {
      redundancy,
      ...inSets(n, shared,
        (size) => onBus('A/B', [...blockNames(size + 1, 'A'), ...blockNames(size + 1, 'B')])),
    };
    case '2n': return { redundancy, ...pairedSets(2, n) };
    case '3m2': return { redundancy, ...pairedSets(3, Math.ceil(n / 2)) };
    case '4m3': return { redundancy, ...pairedSets(4, Math.ceil(n / 3)) };
    default: return unreachable(redundancy, 'layOutBlocks');
  }
}

type OneSet = Pick<BlockLayout, 'blocks'> & { readonly feeds: readonly Omit<Feed, 'set'>[] };

const onBus = (
  id: string, blocks: readonly string[],
): OneSet => ({ blocks, feeds: [{ id, normal: blocks }] });

function reserved(size: number): OneSet {
  const active = blockNames(size);
  return { blocks: [...active, 'reserve'],
    feeds: active.map((id) => ({ id, normal: [id], standby: 'reserve' })) };
}

/**
 * As many equal sets as the active blocks need, each with its own spare; names carry the
 * set where there are several.
 */
function inSets(
  active: number, size: number, build: (size: number) => OneSet,
): Pick<BlockLayout, 'blocks' | 'feeds'> {
  const sets = Math.ceil(active / size);
  const one = build(size);
  const all = Array.from({ length: sets }, (_, set) => {
    const named = (id: string): string => (sets === 1 ? id : `S${set + 1}-${id}`);
    return {
      blocks: one.blocks.map(named),
      feeds: one.feeds.map(({ id, normal, standby }): Feed => ({
        id: named(id), set, normal: normal.map(named),
        ...(standby === undefined ? {} : { standby: named(standby) }),
      })),
    };
  });
  return { blocks: all.flatMap(({ blocks }) => blocks),
    feeds: all.flatMap(({ feeds }) => feeds) };
}

/**
 * Load of every block normally and under the worst loss of one block. In pairs the whole
 * load of a failed block moves to the survivor of each pair: nothing is averaged over the
 * blocks.
 * @param loads racks with the id of their feed
 * @throws RangeError naming a feed the layout does not have
 * @source 4-make-3 case: 4,224 kW on 4 blocks give 1,056 kW normally and 1,452 kW at worst
 * @example checkFailures(layOutBlocks('2n', 1), [{ kw: 100, feed: 'U1/U2' }]).worst.busiestKw // 100
 */
export function checkFailures(layout: BlockLayout, loads: readonly FedLoad[]): FailureCheck {
  const byFeed = sumByFeed(layout, loads);
  const normal = loadBlocks(layout, byFeed, null);
  const feedsOf =
    groupBy(layout.feeds.flatMap((feed) => feed.normal.map((block) => [block, feed] as const)));
  let worst = { failed: layout.blocks[0] ?? '', droppedKw: -1, busiestKw: -1 };
  for (const failed of layout.blocks) {
    const now = { failed, ...afterFailure(byFeed, normal, failed, feedsOf.get(failed) ?? []) };
    const worse = now.droppedKw > worst.droppedKw
      || (now.droppedKw === worst.droppedKw && now.busiestKw > worst.busiestKw);
    if (worse) worst = now;
  }
  return { normal,
    worst: { ...loadBlocks(layout, byFeed, worst.failed), failed: worst.failed } };
}

/** Busiest survivor among the blocks that take over, and what nobody takes. */
function afterFailure(
  byFeed: ReadonlyMap<string, number>, normal: BlockLoads, failed: string,
  feeds: readonly Feed[],
): { droppedKw: number; busiestKw: number } {
  const loads = new Map<string, number>();
  let droppedKw = 0;
  for (const feed of feeds) {
    const kw = byFeed.get(feed.id) ?? 0;
    const carriers = carriersOf(feed, failed);
    if (carriers.length === 0) droppedKw += kw;
    for (const block of carriers) {
      const before = feed.normal.includes(block) ? kw / feed.normal.length : 0;
      loads.set(block,
        (loads.get(block) ?? normal.byBlock[block] ?? 0) + kw / carriers.length - before);
    }
  }
  return { droppedKw, busiestKw: Math.max(0, ...loads.values()) };
}

function groupBy<T>(
  pairs: readonly (readonly [string, T])[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, item] of pairs) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function sumByFeed(
  layout: BlockLayout, loads: readonly FedLoad[],
): ReadonlyMap<string, number> {
  const known = new Map(layout.feeds.map((feed) => [feed.id, 0]));
  for (const { kw, feed } of loads) {
    const sum = known.get(feed);
    if (sum === undefined) throw new RangeError(`there is no feed ${feed}`);
    known.set(feed, sum + kw);
  }
  return known;
}

/**
 * Load of every block with one of them out of service, or none.
 * @param failed block out of service; null for none
 * @throws RangeError naming a feed the layout does not have
 * @example blockLoads(layOutBlocks('2n', 1), [{ kw: 100, feed: 'U1/U2' }], null).byBlock.U1 // 50
 */
export const blockLoads = (
  layout: BlockLayout, loads: readonly FedLoad[], failed: string | null,
): BlockLoads =>
  loadBlocks(layout, sumByFeed(layout, loads), failed);

/** Load of every block with one of them out of service, or none. */
function loadBlocks(
  layout: BlockLayout, byFeed: ReadonlyMap<string, number>, failed: string | null,
): BlockLoads {
  const byBlock: Record<string, number> =
    Object.fromEntries(layout.blocks.map((block) => [block, 0]));
  let droppedKw = 0;
  for (const feed of layout.feeds) {
    const kw = byFeed.get(feed.id) ?? 0;
    const carriers = carriersOf(feed, failed);
    if (carriers.length === 0) droppedKw += kw;
    for (const block of carriers) byBlock[block] = (byBlock[block] ?? 0) + kw / carriers.length;
  }
  return { byBlock, droppedKw,
    busiestKw: Object.values(byBlock).reduce((most, kw) => Math.max(most, kw), 0) };
}

function carriersOf(feed: Feed, failed: string | null): readonly string[] {
  const alive = feed.normal.filter((block) => block !== failed);
  if (alive.length === 0 && feed.standby !== undefined) return [feed.standby];
  // One system of 2(N+1) that has lost a block still carries its half with the others.
  return alive;
}

/**
 * Hangs racks on feeds one by one: on the least loaded set, there where the worst
 * survivor of a later failure stays lowest, then where the busiest block stays lowest.
 * @returns the feed of every rack, in the order given
 * @example assignFeeds(layOutBlocks('2n', 1), [100, 100]) // ['U1/U2', 'U1/U2']
 */
export function assignFeeds(
  layout: BlockLayout, racksKw: readonly number[],
): readonly string[] {
  const sets =
    [...groupBy(layout.feeds.map((feed) => [String(feed.set), feed] as const)).values()]
    .map((feeds, at): LoadedSet => ({ feeds, at, kw: 0 }));
  const queue = createLeastLoaded(sets);
  const book: LoadBook = { block: new Map(), feed: new Map() };
  return racksKw.map((kw) => {
    const set = queue.least();
    const best = set === undefined ? undefined : bestFeed(set.feeds, book, kw);
    if (set === undefined || best === undefined) throw new RangeError('the layout has no feed');
    set.kw += kw;
    queue.sink();
    for (const block of best.normal) {
      book.block.set(block, (book.block.get(block) ?? 0) + kw / best.normal.length);
    }
    book.feed.set(best.id, (book.feed.get(best.id) ?? 0) + kw);
    return best.id;
  });
}

/** What blocks carry normally and feeds in all, so far. */
interface LoadBook {
  readonly block: Map<string, number>;
  readonly feed: Map<string, number>;
}

function bestFeed(feeds: readonly Feed[], book: LoadBook, kw: number): Feed | undefined {
  let best: Feed | undefined;
  let bestWorst = Infinity;
  let bestBusiest = Infinity;
  for (const feed of feeds) {
    const parts = feed.normal.length;
    // A plain loop: a factory asks this for hundreds of racks at every edit.
    let busiest = -Infinity;
    for (const block of feed.normal)
      busiest = Math.max(busiest, (book.block.get(block) ?? 0) + kw / parts);
    const worst = busiest + ((book.feed.get(feed.id) ?? 0) + kw) / parts;
    if (worst < bestWorst - 1e-9
      || (worst < bestWorst + 1e-9 && busiest < bestBusiest - 1e-9)) {
        [best, bestWorst, bestBusiest] = [feed, worst, busiest];
      }
  }
  return best;
}

/** A set of blocks with what hangs on it so far. */
interface LoadedSet {
  readonly feeds: readonly Feed[];
  readonly at: number;
  kw: number;
}

/**
 * Whether the one set takes the next rack before the other: the lighter, among equals the
 * first.
 */
const isBefore = (a: LoadedSet, b: LoadedSet): boolean =>
  (Math.abs(a.kw - b.kw) <= 1e-9 ? a.at < b.at : a.kw < b.kw);

/**
 * Sets by load: a binary heap, since a site may have thousands of sets and tens of
 * thousands of racks.
 */
function createLeastLoaded(sets: readonly LoadedSet[]) {
  const heap = [...sets];
  return {
    /** The set with the least load. */
    least: (): LoadedSet | undefined => heap[0],
    /** Puts the first set where it belongs after it took a load. */
    sink: (): void => {
      const moved = heap[0];
      let at = 0;
      for (;;) {
        const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
        const child = left !== undefined && right !== undefined
          && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1;
        const next = heap[child];
        if (moved === undefined || next === undefined || !isBefore(next, moved)) break;
        [heap[at], heap[child]] = [next, moved];
        at = child;
      }
    },
  };
}
