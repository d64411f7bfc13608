import { blockLoads, type BlockLayout, type FedLoad } from '../power/redundancy.ts';

/** What one block takes over when another one is lost. */
export interface PairFailure {
  readonly lost: string;
  readonly survivor: string;
  /** Load of the survivor before, and after the loss, kW. */
  readonly normalKw: number;
  readonly afterKw: number;
  /** Load no block carries while `lost` is out, kW. */
  readonly droppedKw: number;
}

/**
 * Every block's loss with every survivor that takes part of its load: each pair by
 * itself, never a mean over blocks. Where all blocks feed one bus, only the survivor that
 * carries most is listed.
 * @param blocks those to lose, in order
 * @returns for a block whose load nobody takes, one entry without change: its own
 *   survivor is ''
 * @throws RangeError naming a feed the layout does not have
 * @source 4-make-3 case: 4,224 kW on 4 blocks give 1,056 kW normally and 1,452 kW at worst
 * @example failuresByPair(layOutBlocks('2n', 1), [{ kw: 100, feed: 'U1/U2' }], ['U1'])[0]?.afterKw // 100
 */
export function failuresByPair(
  layout: BlockLayout, loads: readonly FedLoad[], blocks: readonly string[],
): readonly PairFailure[] {
  const before = blockLoads(layout, loads, null).byBlock;
  const bus = layout.feeds.some((feed) => feed.normal.length > 2);
  return blocks.flatMap((lost): readonly PairFailure[] => {
    const { byBlock, droppedKw } = blockLoads(layout, loads, lost);
    const rows = Object.entries(byBlock)
      .filter(([id, kw]) => id !== lost && kw > (before[id] ?? 0) + 1e-9)
      .map(([survivor, afterKw]) => ({
        lost, survivor, normalKw: before[survivor] ?? 0, afterKw, droppedKw,
      }))
      .toSorted((a, b) => b.afterKw - a.afterKw);
    if (rows.length === 0) return [{ lost, survivor: '', normalKw: 0, afterKw: 0, droppedKw }];
    return bus ? rows.slice(0, 1) : rows;
  });
}
