import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usableFraction } from '../../../../shared/facility/power/power-chain.ts';
import {
  assignFeeds, blockLoads, checkFailures, layOutBlocks,
} from '../../../../shared/facility/power/redundancy.ts';

const schemes = ['n', 'n+1', '2n', '3m2', '4m3', 'block', '2n+1'] as const;

function check(
  redundancy: (typeof schemes)[number], active: number, racksKw: readonly number[],
) {
  const layout = layOutBlocks(redundancy, active);
  const feeds = assignFeeds(layout, racksKw);
  const fed = racksKw.map((kw, i) => ({ kw, feed: feeds[i] ?? '' }));
  return { layout, fed, ...checkFailures(layout, fed) };
}
const sum = (loads: Readonly<Record<string, number>>): number =>
  Object.values(loads).reduce((a, b) => a + b, 0);
const racks = (count: number, kw: number): readonly number[] =>
  Array.from({ length: count }, () => kw);

describe('failure of a block', () => {
  // AUS-1 reference site document: 4,224 kW on 4 x 1,500 kW as 4-make-3, whole racks of 132 kW.
  it('4,224 kW on four blocks as 4-make-3: 1,056 kW normally, 1,452 kW at worst', () => {
    const { normal, worst } = check('4m3', 3, racks(32, 132));
    expect(normal.busiestKw).toBeCloseTo(1056, 9);
    expect(worst.busiestKw).toBeCloseTo(1452, 9);
    expect(worst.droppedKw).toBe(0);
  });

  it('is above what averaging over the survivors would say: 1,408 kW', () => {
    expect(check('4m3', 3, racks(32, 132)).worst.busiestKw).toBeGreaterThan(4224 / 3);
  });

  it('carries or reports every kilowatt, normally and after the worst failure', () => {
    const some = fc.array(fc.double({ min: 1, max: 200, noNaN: true }),
      { minLength: 1, maxLength: 60 });
    const scheme = fc.constantFrom(...schemes);
    fc.assert(fc.property(scheme, fc.integer({ min: 1, max: 9 }), some,
      (redundancy, active, loads) => {
        const { layout, fed, normal, worst } = check(redundancy, active, loads);
        const total = loads.reduce((a, b) => a + b, 0);
        const before = blockLoads(layout, fed, null);
        const after = layout.blocks.map((block) => blockLoads(layout, fed, block));
        expect(sum(before.byBlock)).toBeCloseTo(total, 6);
        expect(Math.max(...Object.values(before.byBlock))).toBe(normal.busiestKw);
        layout.blocks.forEach((failed, at) => {
          const { byBlock, droppedKw } = after[at] ?? before;
          expect(sum(byBlock) + droppedKw).toBeCloseTo(total, 6);
          expect(byBlock[failed]).toBe(0);
          expect(redundancy === 'n' || droppedKw === 0).toBe(true);
        });
        // A block that is lost takes nobody's load, so no survivor is less loaded than before.
        const worstOf = (part: (one: typeof before) => number): number =>
          Math.max(...after.map(part));
        expect(worst.droppedKw).toBe(worstOf(({ droppedKw }) => droppedKw));
        const short = worstOf(({ busiestKw }) => busiestKw) - worst.busiestKw;
        expect(redundancy === 'n' || Math.abs(short) < 1e-6).toBe(true);
      }));
  });

  it('loads survivors to what the usable fraction allows, for racks small beside a block', () => {
    for (const scheme of ['n+1', '2n', '3m2', '4m3', 'block'] as const) {
      const active = scheme === '3m2' ? 2 : 3;
      const { layout, worst } = check(scheme, active, racks(2400, 1));
      const usable = usableFraction(scheme, active);
      expect(worst.busiestKw * usable * layout.blocks.length).toBeCloseTo(2400, -1);
    }
  });

  it('refuses a feed that does not exist', () => {
    expect(() => checkFailures(layOutBlocks('2n', 1), [{ kw: 1, feed: 'X' }]))
      .toThrow(/no feed X/);
    expect(() => layOutBlocks('2n', 0)).toThrow(RangeError);
  });
});

describe('blocks in sets with a spare each', () => {
  const withSpare = ['n+1', 'block', '2n+1'] as const;

  it.each(withSpare)('installs what the usable fraction says: %s', (scheme) => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }),
      (active, perSet) => {
        const { blocks } = layOutBlocks(scheme, active, perSet);
        const sets = Math.ceil(active / Math.min(active, perSet));
        const size = Math.min(active, perSet);
        expect(blocks.length * usableFraction(scheme, size)).toBeCloseTo(sets * size, 9);
        expect(new Set(blocks).size).toBe(blocks.length);
      }));
  });

  it('backs every set by its own spare: 12 active blocks by fours take three', () => {
    const layout = layOutBlocks('block', 12, 4);
    expect(layout.blocks.filter((block) => block.endsWith('reserve')))
      .toEqual(['S1-reserve', 'S2-reserve', 'S3-reserve']);
    const loads = layout.feeds.map((feed) => ({ kw: 1000, feed: feed.id }));
    expect(checkFailures(layout, loads).worst).toMatchObject({ droppedKw: 0, busiestKw: 1000 });
    expect(blockLoads(layout, loads, 'S2-U1').byBlock['S2-reserve']).toBe(1000);
  });

  it('refuses sets of nothing', () => {
    expect(() => layOutBlocks('n+1', 4, 0)).toThrow(RangeError);
  });
});
