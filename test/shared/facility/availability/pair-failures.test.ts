import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failuresByPair } from '../../../../shared/facility/availability/pair-failures.ts';
import {
  assignFeeds, checkFailures, layOutBlocks,
} from '../../../../shared/facility/power/redundancy.ts';

const schemes = ['n', 'n+1', '2n', '3m2', '4m3', 'block', '2n+1'] as const;

describe('failures by pair', () => {
  // Published 4-make-3 reference site: 4,224 kW in indivisible groups of 11 x 132 kW
  // racks on 4 x 1,500 kW.
  it('moves each pair’s load wholly to its survivor', () => {
    const layout = layOutBlocks('4m3', 3);
    const pairs = layout.feeds.slice(0, 6).map((feed) => ({ kw: 4224 / 6, feed: feed.id }));
    const rows = failuresByPair(layout, pairs, layout.blocks);
    expect(rows).toHaveLength(12);
    for (const row of rows)
      expect(row).toMatchObject({ normalKw: 1056, afterKw: 1056 + 352, droppedKw: 0 });
  });

  it('agrees with the worst failure in every scheme', () => {
    fc.assert(fc.property(fc.constantFrom(...schemes), fc.integer({ min: 1, max: 9 }),
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 40 }),
      (scheme, active, racks) => {
        const layout = layOutBlocks(scheme, active);
        const feeds = assignFeeds(layout, racks);
        const loads = racks.map((kw, i) => ({ kw, feed: feeds[i] ?? '' }));
        const rows = failuresByPair(layout, loads, layout.blocks);
        const { worst } = checkFailures(layout, loads);
        expect(Math.max(...rows.map((row) => row.droppedKw))).toBeCloseTo(worst.droppedKw, 9);
        const taken = rows.filter((row) => row.lost === worst.failed).map((row) => row.afterKw);
        expect(Math.max(...taken)).toBeLessThanOrEqual(worst.busiestKw + 1e-9);
        for (const row of rows) expect(row.afterKw).toBeGreaterThanOrEqual(row.normalKw);
      }));
  });

  it('says that nobody takes the load of a single chain', () => {
    const layout = layOutBlocks('n', 1);
    expect(failuresByPair(layout, [{ kw: 80, feed: 'U1' }], ['U1']))
      .toEqual([{ lost: 'U1', survivor: '', normalKw: 0, afterKw: 0, droppedKw: 80 }]);
  });
});
