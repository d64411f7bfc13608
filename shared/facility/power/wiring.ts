import type { BlockLayout, FedLoad } from './redundancy.ts';

/**
 * A layout by numbers: a site may have tens of thousands of blocks, and names are compared
 * once.
 */
export interface Wiring {
  /** Number of a feed by its name. */
  readonly feedAt: ReadonlyMap<string, number>;
  /** Blocks of feed i stand in `carriers` from `from[i]` to before `from[i + 1]`. */
  readonly from: Int32Array;
  readonly carriers: Int32Array;
  /** Block that takes a feed over when no other is left, -1 without one. */
  readonly standby: Int32Array;
  readonly blocks: number;
}

/** Numbers blocks and feeds in the order of the layout. */
export function wire({ blocks, feeds }: BlockLayout): Wiring {
  const blockAt = new Map(blocks.map((name, at) => [name, at]));
  const numberOf = (name: string | undefined): number =>
    (name === undefined ? -1 : blockAt.get(name) ?? -1);
  const from = new Int32Array(feeds.length + 1);
  feeds.forEach(({ normal }, at) => { from[at + 1] = (from[at] ?? 0) + normal.length; });
  return {
    from, blocks: blocks.length,
    feedAt: new Map(feeds.map(({ id }, at) => [id, at])),
    carriers: Int32Array.from(feeds.flatMap(({ normal }) => normal.map(numberOf))),
    standby: Int32Array.from(feeds, ({ standby }) => numberOf(standby)),
  };
}

/**
 * Power on every feed.
 * @throws RangeError naming a feed the layout does not have
 */
export function loadFeeds({ feedAt }: Wiring, loads: readonly FedLoad[]): Float64Array {
  const kw = new Float64Array(feedAt.size);
  for (const load of loads) {
    const at = feedAt.get(load.feed);
    if (at === undefined) throw new RangeError(`there is no feed ${load.feed}`);
    kw[at] = (kw[at] ?? 0) + load.kw;
  }
  return kw;
}

/** What blocks carry, by number, the busiest of them, and what none carries. */
export interface Carried {
  readonly byBlock: Float64Array;
  readonly busiestKw: number;
  readonly droppedKw: number;
}

/** Blocks of a feed that stand when one of them is lost; -1 loses none. */
function standing({ from, carriers }: Wiring, feed: number, failed: number): number {
  let alive = 0;
  for (let i = from[feed] ?? 0; i < (from[feed + 1] ?? 0); i++)
    if (carriers[i] !== failed) alive++;
  return alive;
}

/**
 * Load of every block with one of them out of service; -1 loses none. One system of 2(N+1)
 * that has lost a block still carries its half with the others.
 */
export function carry(wiring: Wiring, kw: Float64Array, failed: number): Carried {
  const { from, carriers, standby, blocks } = wiring;
  const byBlock = new Float64Array(blocks);
  let droppedKw = 0;
  for (let feed = 0; feed < kw.length; feed++) {
    const load = kw[feed] ?? 0;
    const alive = standing(wiring, feed, failed);
    const spare = standby[feed] ?? -1;
    if (alive === 0 && spare < 0) droppedKw += load;
    else if (alive === 0) byBlock[spare] = (byBlock[spare] ?? 0) + load;
    else for (let i = from[feed] ?? 0; i < (from[feed + 1] ?? 0); i++) {
      const block = carriers[i] ?? -1;
      if (block !== failed) byBlock[block] = (byBlock[block] ?? 0) + load / alive;
    }
  }
  return { byBlock, droppedKw, busiestKw: byBlock.reduce((a, b) => Math.max(a, b), 0) };
}

/** Feeds of every block, as `carriers` holds the blocks of every feed. */
function feedsByBlock({ from, carriers, blocks }: Wiring) {
  const start = new Int32Array(blocks + 1);
  for (const block of carriers) start[block + 1] = (start[block + 1] ?? 0) + 1;
  for (let at = 0; at < blocks; at++) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0);
  const next = start.slice();
  const feeds = new Int32Array(carriers.length);
  for (let feed = 0; feed + 1 < from.length; feed++) {
    for (let i = from[feed] ?? 0; i < (from[feed + 1] ?? 0); i++) {
      const block = carriers[i] ?? 0;
      feeds[next[block] ?? 0] = feed;
      next[block] = (next[block] ?? 0) + 1;
    }
  }
  return { start, feeds };
}

/** Adds to a block what it takes over; its normal load is its start. */
class Survivors {
  private readonly kw: Float64Array;
  private readonly met: Int32Array;
  private readonly normal: Float64Array;
  private readonly touched: number[] = [];
  private failed = -1;

  constructor(normal: Float64Array) {
    [this.normal, this.kw] = [normal, new Float64Array(normal.length)];
    this.met = new Int32Array(normal.length).fill(-1);
  }

  lose(failed: number): void {
    this.failed = failed;
    this.touched.length = 0;
  }

  take(block: number, kw: number, before: number): void {
    if (this.met[block] !== this.failed) {
      this.met[block] = this.failed;
      this.kw[block] = this.normal[block] ?? 0;
      this.touched.push(block);
    }
    this.kw[block] = (this.kw[block] ?? 0) + kw - before;
  }

  busiest(): number {
    let most = 0;
    for (const block of this.touched) most = Math.max(most, this.kw[block] ?? 0);
    return most;
  }
}

/**
 * The block whose loss drops most, and of equals loads a survivor most; the first of
 * those.
 * @param normal loads of all blocks while none is lost
 */
export function worstLoss(wiring: Wiring, kw: Float64Array, normal: Float64Array): number {
  const { from, carriers, standby, blocks } = wiring;
  const { start, feeds } = feedsByBlock(wiring);
  const survivors = new Survivors(normal);
  let [worst, mostDropped, mostBusy] = [-1, -1, -1];
  for (let failed = 0; failed < blocks; failed++) {
    survivors.lose(failed);
    let dropped = 0;
    for (let at = start[failed] ?? 0; at < (start[failed + 1] ?? 0); at++) {
      const feed = feeds[at] ?? 0;
      const load = kw[feed] ?? 0;
      const [first, end] = [from[feed] ?? 0, from[feed + 1] ?? 0];
      const alive = standing(wiring, feed, failed);
      const spare = standby[feed] ?? -1;
      if (alive === 0 && spare >= 0) survivors.take(spare, load, 0);
      else if (alive === 0) dropped += load;
      else for (let i = first; i < end; i++) {
        const block = carriers[i] ?? -1;
        if (block !== failed) survivors.take(block, load / alive, load / (end - first));
      }
    }
    const busy = survivors.busiest();
    if (dropped > mostDropped || (dropped === mostDropped && busy > mostBusy))
      [worst, mostDropped, mostBusy] = [failed, dropped, busy];
  }
  return worst;
}
