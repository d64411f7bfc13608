import { unreachable } from '../../units/result.ts';
import type { Redundancy } from '../types.ts';
import { carry, loadFeeds, wire, worstLoss, type Carried, type Wiring } from './wiring.ts';

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

export interface BusiestLoad {
  readonly busiestKw: number;
  /** Load that no block carries. */
  readonly droppedKw: number;
}

export interface BlockLoads extends BusiestLoad {
  readonly byBlock: Readonly<Record<string, number>>;
}

export interface FailureCheck {
  readonly normal: BusiestLoad;
  /** The single failure that loads a survivor most, or drops most. */
  readonly worst: BusiestLoad & { readonly failed: string };
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
  const wiring = wire(layout);
  const kw = loadFeeds(wiring, loads);
  const normal = carry(wiring, kw, -1);
  const failed = worstLoss(wiring, kw, normal.byBlock);
  return { normal: busiestOf(normal),
    worst: { ...busiestOf(carry(wiring, kw, failed)), failed: layout.blocks[failed] ?? '' } };
}

const busiestOf = ({ busiestKw, droppedKw }: Carried): BusiestLoad =>
  ({ busiestKw, droppedKw });

function groupBy<T>(
  pairs: readonly (readonly [number, T])[],
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const [key, item] of pairs) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/**
 * Load of every block with one of them out of service, or none.
 * @param failed block out of service; null for none
 * @throws RangeError naming a feed the layout does not have
 * @example blockLoads(layOutBlocks('2n', 1), [{ kw: 100, feed: 'U1/U2' }], null).byBlock.U1 // 50
 */
export function blockLoads(
  layout: BlockLayout, loads: readonly FedLoad[], failed: string | null,
): BlockLoads {
  const wiring = wire(layout);
  const lost = failed === null ? -1 : layout.blocks.indexOf(failed);
  const { byBlock, ...busiest } = carry(wiring, loadFeeds(wiring, loads), lost);
  return { ...busiest,
    byBlock: Object.fromEntries(layout.blocks.map((block, at) => [block, byBlock[at] ?? 0])) };
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
  const book: LoadBook = { wiring: wire(layout), block: new Float64Array(layout.blocks.length),
    feed: new Float64Array(layout.feeds.length) };
  const { from, carriers } = book.wiring;
  const sets =
    [...groupBy(layout.feeds.map((feed, at) => [feed.set, at] as const)).values()]
    .map((feeds, at): LoadedSet => ({ feeds, at, kw: 0 }));
  const queue = createLeastLoaded(sets);
  return racksKw.map((kw) => {
    const set = queue.least();
    const best = set === undefined ? undefined : bestFeed(set.feeds, book, kw);
    if (set === undefined || best === undefined) throw new RangeError('the layout has no feed');
    set.kw += kw;
    queue.sink();
    const [first, end] = [from[best] ?? 0, from[best + 1] ?? 0];
    for (let i = first; i < end; i++) {
      const block = carriers[i] ?? 0;
      book.block[block] = (book.block[block] ?? 0) + kw / (end - first);
    }
    book.feed[best] = (book.feed[best] ?? 0) + kw;
    return layout.feeds[best]?.id ?? '';
  });
}

/** What blocks carry normally and feeds in all, so far, by their numbers. */
interface LoadBook {
  readonly wiring: Wiring;
  readonly block: Float64Array;
  readonly feed: Float64Array;
}

function bestFeed(
  feeds: readonly number[], { wiring: { from, carriers }, block, feed }: LoadBook, kw: number,
): number | undefined {
  let best: number | undefined;
  let bestWorst = Infinity;
  let bestBusiest = Infinity;
  for (const at of feeds) {
    const [first, end] = [from[at] ?? 0, from[at + 1] ?? 0];
    const parts = end - first;
    // A plain loop: a factory asks this for hundreds of racks at every edit.
    let busiest = -Infinity;
    for (let i = first; i < end; i++)
      busiest = Math.max(busiest, (block[carriers[i] ?? 0] ?? 0) + kw / parts);
    const worst = busiest + ((feed[at] ?? 0) + kw) / parts;
    if (worst < bestWorst - 1e-9
      || (worst < bestWorst + 1e-9 && busiest < bestBusiest - 1e-9)) {
        [best, bestWorst, bestBusiest] = [at, worst, busiest];
      }
  }
  return best;
}

/** A set of blocks with what hangs on it so far. */
interface LoadedSet {
  readonly feeds: readonly number[];
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
