import { describe, expect, it } from 'vitest';
import { failuresByPair } from '../../../../shared/facility/availability/pair-failures.ts';
import { deliverCapacity, groupAvailability,
  meanHoursBetween } from '../../../../shared/facility/availability/reliability.ts';
import { poissonAtMost, sizeSpares } from '../../../../shared/facility/availability/spares.ts';
import { dcAmps, dcFeedKw, threePhaseAmps,
  threePhaseFeedKw } from '../../../../shared/facility/power/current.ts';
import { sizeGenerators } from '../../../../shared/facility/power/generators.ts';
import { loadGraph, worstFailure } from '../../../../shared/facility/power/graph-load.ts';
import { drawOneLine } from '../../../../shared/facility/power/one-line.ts';
import { capEffect, capFactor } from '../../../../shared/facility/power/power-cap.ts';
import { upsLossKw, usableFraction } from '../../../../shared/facility/power/power-chain.ts';
import { checkPowerGraph,
  type PowerNode } from '../../../../shared/facility/power/power-graph.ts';
import { assignFeeds, blockLoads, checkFailures, layOutBlocks,
  type BlockLayout, type BlockLoads } from '../../../../shared/facility/power/redundancy.ts';
import { chain } from '../sample.ts';

describe('blocks of a scheme', () => {
  const names = ({ blocks, feeds }: BlockLayout) => [blocks.join(' '),
    feeds.map(({ id, set, normal, standby }) =>
      `${id}@${set}:${normal.join('+')}${standby === undefined ? '' : `>${standby}`}`).join(' ')];

  it('stand one by one, on a bus with one to spare, or on two buses', () => {
    expect(names(layOutBlocks('n', 2))).toEqual(['U1 U2', 'U1@0:U1 U2@1:U2']);
    expect(names(layOutBlocks('n+1', 2))).toEqual(['U1 U2 U3', 'bus@0:U1+U2+U3']);
    expect(names(layOutBlocks('2n+1', 1))).toEqual(['A1 A2 B1 B2', 'A/B@0:A1+A2+B1+B2']);
    expect(names(layOutBlocks('block', 2)))
      .toEqual(['U1 U2 reserve', 'U1@0:U1>reserve U2@0:U2>reserve']);
  });

  it('stand in pairs, threes and fours, every pair a feed', () => {
    expect(names(layOutBlocks('2n', 2)))
      .toEqual(['S1-U1 S1-U2 S2-U1 S2-U2', 'S1-U1/S1-U2@0:S1-U1+S1-U2 S2-U1/S2-U2@1:S2-U1+S2-U2']);
    expect(names(layOutBlocks('3m2', 2)))
      .toEqual(['U1 U2 U3', 'U1/U2@0:U1+U2 U1/U3@0:U1+U3 U2/U3@0:U2+U3']);
    // Sets of three carry two blocks' load, sets of four three.
    expect([layOutBlocks('3m2', 3).blocks.length, layOutBlocks('4m3', 3).blocks.length,
      layOutBlocks('4m3', 4).blocks.length]).toEqual([6, 4, 8]);
  });

  it('count whole blocks, a rounding error aside, in sets that share a spare', () => {
    expect(layOutBlocks('n', 2.0000000001).blocks).toHaveLength(2);
    expect(layOutBlocks('n', 2.1).blocks).toHaveLength(3);
    expect(names(layOutBlocks('n+1', 3, 2))[0]).toBe('S1-U1 S1-U2 S1-U3 S2-U1 S2-U2 S2-U3');
    expect(names(layOutBlocks('block', 4, 9))[0]).toBe('U1 U2 U3 U4 reserve');
    for (const bad of [0.9, Number.NaN]) {
      expect(() => layOutBlocks('n', bad)).toThrow(RangeError);
      expect(() => layOutBlocks('n', 1, bad)).toThrow(RangeError);
      expect(() => usableFraction('n+1', bad)).toThrow(RangeError);
    }
    expect(layOutBlocks('n+1', 1, 1).blocks).toHaveLength(2);
  });

  it('may be loaded so far that a loss is survived', () => {
    expect((['n', 'n+1', 'block', '2n', '3m2', '4m3', '2n+1'] as const)
      .map((scheme) => usableFraction(scheme, 4))).toEqual([1, 0.8, 0.8, 0.5, 2 / 3, 0.75, 0.4]);
    expect(usableFraction('n+1', 1)).toBe(0.5);
    expect(upsLossKw({ a: 0.01, b: 0.02, c: 0.04 }, 1000, 0.5)).toBeCloseTo(30, 12);
  });
});

/** A made-up row of racks, all sizes between 10 and 200 kW. */
const uneven = Array.from({ length: 60 }, (_, i) => 10 + ((i * 7919) % 191));

describe('racks hung on feeds one by one', () => {
  it('take the lightest set, the first among equals', () => {
    const layout = layOutBlocks('2n', 7);
    const sets = Array.from({ length: 7 }, () => 0);
    const expected = uneven.map((kw) => {
      const at = sets.indexOf(Math.min(...sets));
      sets[at] = (sets[at] ?? 0) + kw;
      return `S${at + 1}-U1/S${at + 1}-U2`;
    });
    expect(assignFeeds(layout, uneven)).toEqual(expected);
  });

  it('take the feed that keeps the worst survivor lowest, then the busiest block', () => {
    const layout = layOutBlocks('4m3', 3);
    const hung: { kw: number; feed: string }[] = [];
    const got = assignFeeds(layout, uneven);
    uneven.forEach((kw, i) => {
      const blocks = blockLoads(layout, hung, null).byBlock;
      const scores = layout.feeds.map(({ id, normal }) => {
        const on = hung.filter(({ feed }) => feed === id).reduce((sum, one) => sum + one.kw, 0);
        // Half of the rack now, and half of all on the feed when the partner is lost.
        const busiest = Math.max(...normal.map((block) => blocks[block] ?? 0)) + kw / 2;
        return { id, busiest, worst: busiest + (on + kw) / 2 };
      }).toSorted((a, b) => (Math.abs(a.worst - b.worst) > 1e-9 ? a.worst - b.worst
        : Math.abs(a.busiest - b.busiest) > 1e-9 ? a.busiest - b.busiest : 0));
      expect(got[i]).toBe(scores[0]?.id);
      hung.push({ kw, feed: got[i] ?? '' });
    });
  });

  it('fail at worst as the worst of every block’s loss, one by one', () => {
    const busiestOf = ({ byBlock, droppedKw }: BlockLoads) =>
      ({ busiestKw: Math.max(...Object.values(byBlock)), droppedKw });
    for (const scheme of ['n', 'n+1', '2n', '3m2', '4m3', 'block', '2n+1'] as const) {
      const layout = layOutBlocks(scheme, 3);
      const feeds = assignFeeds(layout, uneven);
      const loads = uneven.map((kw, i) => ({ kw, feed: feeds[i] ?? '' }));
      const { normal, worst } = checkFailures(layout, loads);
      const losses = layout.blocks.map((failed) => blockLoads(layout, loads, failed));
      const dropped = Math.max(...losses.map(({ droppedKw }) => droppedKw));
      expect(worst.droppedKw).toBe(dropped);
      expect(worst.busiestKw).toBeCloseTo(Math.max(...losses
        .filter(({ droppedKw }) => droppedKw === dropped).map(({ busiestKw }) => busiestKw)), 9);
      expect(normal).toEqual(busiestOf(blockLoads(layout, loads, null)));
      expect(worst).toEqual({ ...busiestOf(blockLoads(layout, loads, worst.failed)),
        failed: worst.failed });
    }
  });

  it('may be as light as one likes', () => {
    const layout = layOutBlocks('2n', 1);
    expect(checkFailures(layout, [{ kw: 0.5, feed: 'U1/U2' }]).normal.busiestKw).toBe(0.25);
  });

  it('on one bus list the survivor that carries most, and no other', () => {
    const layout = layOutBlocks('n+1', 2);
    expect(failuresByPair(layout, [{ kw: 90, feed: 'bus' }], ['U1', 'U3'])).toEqual([
      { lost: 'U1', survivor: 'U2', normalKw: 30, afterKw: 45, droppedKw: 0 },
      { lost: 'U3', survivor: 'U1', normalKw: 30, afterKw: 45, droppedKw: 0 }]);
    // By falling load: U1 shares 60 with U2 and 20 with U3.
    const three = layOutBlocks('3m2', 2);
    expect(failuresByPair(three, [{ kw: 60, feed: 'U1/U2' }, { kw: 20, feed: 'U1/U3' }],
      ['U1']).map(({ survivor, afterKw }) => [survivor, afterKw]))
      .toEqual([['U2', 60], ['U3', 20]]);
  });
});

describe('a power chain as a graph', () => {
  const node = (id: string, from: readonly string[], more: Partial<PowerNode> = {}): PowerNode =>
    ({ id, kind: from.length === 0 ? 'utility' : 'ups', ratingKw: null, from, ...more });
  const problems = (more: Partial<PowerNode>) => {
    const graph = checkPowerGraph([node('grid', []), node('a', ['grid'], more)]);
    return graph.ok ? [] : graph.error;
  };

  it('has figures within their ranges', () => {
    expect(problems({ efficiency: 1, loadKw: 0, ratingKw: 0.1 })).toEqual([]);
    for (const [what, more] of [['rating', { ratingKw: 0 }], ['rating', { ratingKw: Infinity }],
      ['efficiency', { efficiency: 0 }], ['efficiency', { efficiency: 1.01 }],
      ['load', { loadKw: -1 }], ['load', { loadKw: Infinity }]] as const)
      expect(problems(more)).toEqual([{ code: 'bad-figure', id: 'a', what }]);
    expect(problems({ standby: ['x'] })).toEqual([{ code: 'unknown-feed', id: 'a', feed: 'x' }]);
    expect(problems({ standby: ['a'] }))
      .toEqual([{ code: 'circular-chain', path: ['a', 'a'] }]);
  });

  const graphOf = (...nodes: readonly PowerNode[]) => {
    const graph = checkPowerGraph(nodes);
    if (!graph.ok) throw new Error('unsound');
    return graph.value;
  };
  const grid = node('grid', []);
  const rack = (id: string, kw: number, from: readonly string[], standby: readonly string[] = []) =>
    node(id, from, { kind: 'load', loadKw: kw, standby });

  it('draws on the first standby that stands, and only when nothing else does', () => {
    const graph = graphOf(grid, node('a', ['grid']), node('b', ['grid']), node('r1', ['grid']),
      node('r2', ['grid']), rack('racks', 60, ['a', 'b'], ['r1', 'r2']));
    const of = (...failed: readonly string[]) => {
      const { kw } = loadGraph(graph, failed);
      return ['a', 'b', 'r1', 'r2'].map((id) => kw.get(id));
    };
    expect([of(), of('a'), of('a', 'b'), of('a', 'b', 'r1')])
      .toEqual([[30, 30, 0, 0], [0, 60, 0, 0], [0, 0, 60, 0], [0, 0, 0, 60]]);
    expect(loadGraph(graph, ['a', 'b', 'r1', 'r2']).lostKw).toBe(60);
  });

  it('loses what efficiency takes, and is over its rating by more than rounding', () => {
    const graph = graphOf(grid, node('a', ['grid'], { efficiency: 0.8, ratingKw: 40 }),
      rack('racks', 40, ['a']));
    expect(loadGraph(graph).kw.get('grid')).toBeCloseTo(50, 12);
    expect(loadGraph(graph).lossKw.get('a')).toBeCloseTo(10, 12);
    expect(loadGraph(graph).overloads).toEqual([]);
    const over = graphOf(grid, node('a', ['grid'], { ratingKw: 39.9 }), rack('x', 40, ['a']));
    expect(loadGraph(over).overloads).toEqual([{ id: 'a', kw: 40, ratingKw: 39.9 }]);
  });

  it('fails at worst where most load is lost, then where a piece comes nearest its rating', () => {
    const lossy = graphOf(grid, node('a', ['grid']), node('b', ['grid']), rack('x', 10, ['a']),
      rack('y', 30, ['b']));
    expect(worstFailure(lossy)?.failed).toBe('b');
    const pair = graphOf(grid, node('a', ['grid'], { ratingKw: 100 }),
      node('b', ['grid'], { ratingKw: 80 }), rack('x', 60, ['a', 'b']));
    // The loss of a leaves 60 of 80 kW, that of b 60 of 100.
    expect(worstFailure(pair)?.failed).toBe('a');
    expect(worstFailure(graphOf(grid, node('b', ['grid'], { ratingKw: 80 }),
      node('a', ['grid'], { ratingKw: 100 }), rack('x', 60, ['a', 'b'])))?.failed).toBe('a');
    expect(worstFailure(pair, ['pdu'])).toBeNull();
    // A reserve that carries nothing is not what fails.
    expect(worstFailure(graphOf(grid, node('a', ['grid']), rack('x', 60, ['grid'], ['a']))))
      .toBeNull();
  });
});

describe('a one-line diagram', () => {
  const params = { chain: { ...chain, redundancy: 'n+1' as const, blocks: 2,
    distributionLoss: 0.02, upsLoss: { a: 0.01, b: 0.02, c: 0.03 } },
    groups: [{ key: 'main', rackKw: 100, racks: 10 }, { key: 'side', rackKw: 50, racks: 4 }],
    mechanicalKw: 300, utilityKw: 5000, blockKw: 500, generator: { ratingKw: 900, count: 2 } };
  const { graph, normal, layout } = drawOneLine(params);
  const node = (id: string) => graph.nodes.find((one) => one.id === id);

  it('has blocks for the load and its distribution loss: 1,224 kW on three of 500 and one', () => {
    expect(layout.blocks).toHaveLength(4);
    expect(node('utility')?.ratingKw).toBe(5000);
    expect(node('generators')?.ratingKw).toBe(1800);
    expect(node('T-U1')?.ratingKw).toBeCloseTo(550, 9);
    expect(node('P-U1')?.ratingKw).toBe(500);
  });

  it('loses in every block what its UPS does at that load', () => {
    // 1,224 of 2,000 kW: 0.612.
    const loss = 0.01 + 0.02 * 0.612 + 0.03 * 0.612 ** 2;
    expect(node('U1')?.efficiency).toBeCloseTo(0.612 / (0.612 + loss), 9);
    const racks = 1224 / (0.612 / (0.612 + loss)) / chain.transformerEfficiency;
    expect(normal.kw.get('utility')).toBeCloseTo(racks + 300, 6);
  });

  it('has one box for each group and feed, with all of its racks', () => {
    const boxes = graph.nodes.filter(({ kind }) => kind === 'load')
      .map(({ id, loadKw }) => [id, loadKw]);
    expect(boxes).toEqual([['mechanical', 300], ['main on bus', 1000], ['side on bus', 200]]);
    expect(node('main on bus')?.efficiency).toBeCloseTo(1 / 1.02, 12);
  });

  it('refuses a block without a rating', () => {
    expect(() => drawOneLine({ ...params, blockKw: 0 })).toThrow('blockKw is 0');
    const reserve = drawOneLine({ ...params, chain: { ...params.chain, redundancy: 'block' } });
    expect(reserve.graph.nodes.find(({ id }) => id === 'main on U1')?.standby)
      .toEqual(['P-reserve']);
  });
});

describe('currents', () => {
  it('are power over root three, volts and power factor, or over volts', () => {
    // 831.38 kW at 480 V and a power factor of 1 are 1,000 A.
    expect(threePhaseAmps(480 * Math.sqrt(3), 480, 1)).toBeCloseTo(1000, 9);
    expect(threePhaseAmps(100, 400, 0.5)).toBeCloseTo(200_000 / (400 * Math.sqrt(3)), 9);
    expect(dcAmps(160, 800)).toBe(200);
    expect(threePhaseFeedKw(1000, 480, 0.5, 0.8)).toBeCloseTo(480 * Math.sqrt(3) * 0.4, 9);
    expect(dcFeedKw(200, 800, 0.5)).toBe(80);
  });

  it('need volts, amperes and a power factor above nothing', () => {
    for (const bad of [0, -1, Infinity, Number.NaN]) {
      expect(() => threePhaseAmps(1, bad, 1)).toThrow(RangeError);
      expect(() => threePhaseFeedKw(bad, 480, 1, 1)).toThrow(RangeError);
      expect(() => dcAmps(1, bad)).toThrow(RangeError);
      expect(() => dcFeedKw(1, bad, 1)).toThrow(RangeError);
    }
    for (const bad of [0, 1.01, Number.NaN])
      expect(() => threePhaseAmps(1, 480, bad)).toThrow(RangeError);
  });
});

describe('generator sets', () => {
  it('run at nine tenths at most, and one stands by', () => {
    expect(sizeGenerators(2700, 1000, 1)).toEqual({ running: 3, installed: 4, load: 0.9 });
    expect(sizeGenerators(2701, 1000, 2)).toEqual({ running: 4, installed: 6,
      load: 2701 / 4000 });
    expect(sizeGenerators(1000, 1000, 0, 1)).toEqual({ running: 1, installed: 1, load: 1 });
    expect(sizeGenerators(0, 1000, 1)).toEqual({ running: 0, installed: 0, load: 0 });
  });

  it.each([[-1, 1, 0, 1], [Infinity, 1, 0, 1], [1, 0, 0, 1], [1, 1, -1, 1], [1, 1, 0.5, 1],
    [1, 1, 0, 0], [1, 1, 0, 1.1]])('refuse %d kW, %d kW, %d spares, limit %d',
    (peak, set, spares, limit) => {
      expect(() => sizeGenerators(peak, set, spares, limit)).toThrow(RangeError);
    });
});

describe('a power cap at its edges', () => {
  const at = (cap: number, more = {}) =>
    capEffect({ cap, idleShare: 0.3, prefillShare: 0.5, ...more });

  it('below what the lowest clock draws cannot be kept', () => {
    // At 0.3 of the clock prefill draws 0.3 + 0.7 x 0.027 = 0.3189.
    expect(at(0.2)).toMatchObject({ prefillClock: 0.3, decodeClock: 0.3, keeps: false });
    expect(at(0.318)).toMatchObject({ keeps: false });
    expect(at(0.319)).toMatchObject({ keeps: true });
    // Decode of 0.75 draws 0.31215 there: alone it keeps what prefill would not.
    expect(at(0.315, { prefillShare: 0 })).toMatchObject({ keeps: true });
    expect(at(0.312, { prefillShare: 0 })).toMatchObject({ keeps: false });
    expect(at(0.315, { prefillShare: 1 })).toMatchObject({ keeps: false });
    expect(at(0.9, { prefillShare: 1, decodePowerShare: 2 })).toMatchObject({ keeps: true });
  });

  it('at all of the power changes nothing', () => {
    expect(at(1)).toMatchObject({ throughput: 1, prefillClock: 1, decodeClock: 1, keeps: true });
    expect(at(1).power).toBeCloseTo((1 + 0.75) / 2, 12);
    expect([capFactor(1.5, 0.3, 0.5), capFactor(1, 0.3, 0.5)]).toEqual([1, 1]);
    expect(capFactor(0.6, 0.3, 0.5)).toBe(at(0.6).throughput);
  });

  it('lets decode draw no less than nothing at work', () => {
    expect(at(0.5, { decodePowerShare: 0.1, prefillShare: 0 }))
      .toMatchObject({ decodeClock: 1, power: 0.3 });
    expect(at(0.5, { decodeClockShare: 0, prefillShare: 0 }).throughput).toBe(1);
    expect(at(0.5, { decodeClockShare: 1, prefillShare: 0 }).throughput)
      .toBeCloseTo((0.2 / 0.45) ** (1 / 3), 12);
  });

  it.each([{ cap: 0 }, { cap: 1.1 }, { idleShare: 1 }, { idleShare: -0.1 },
    { prefillShare: -0.1 }, { prefillShare: 1.1 }])('refuses %o', (more) => {
    expect(() => at(0.5, more)).toThrow(RangeError);
  });

  it.each([{ idleShare: 0 }, { prefillShare: 0 }, { prefillShare: 1 }])('takes %o', (more) => {
    expect(at(1, more).throughput).toBe(1);
  });
});

describe('failures at their edges', () => {
  const params = { accelerators: 10, plannedHours: 0, countedFailures: 4,
    facilityAvailability: 1, causes: [{ name: 'a', perAcceleratorYear: 0.1, blastRadius: 8,
      repairHours: 87.66 }] };

  it('vary by no more than all of them', () => {
    // One failure a year, four counted: 1.645 x sqrt(1/4 + 1) is above one: none at best.
    expect(deliverCapacity(params).high).toBe(1);
    expect(deliverCapacity(params).low)
      .toBeCloseTo(1 / (1 + 0.008 * (1 + 1.645 * Math.sqrt(1.25))), 12);
    const never = { ...params, causes: [{ name: 'a', perAcceleratorYear: 0, blastRadius: 8,
      repairHours: 1 }] };
    expect(deliverCapacity(never)).toMatchObject({ low: 1, mean: 1, high: 1,
      lost: [{ share: 0 }, { share: 0 }, { name: 'a', share: 0 }] });
    expect(deliverCapacity({ ...params, causes: [] })).toMatchObject({ low: 1, high: 1 });
  });

  it.each([{ accelerators: 0 }, { plannedHours: -1 }, { plannedHours: 8767 },
    { countedFailures: 0 }, { facilityAvailability: 1.01 }, { facilityAvailability: 0 },
    ...[{ perAcceleratorYear: -1 }, { blastRadius: -1 }, { repairHours: -1 }].map((bad) =>
      ({ causes: [{ name: 'a', perAcceleratorYear: 1, blastRadius: 1, repairHours: 1, ...bad }] }))])(
    'are refused for %o', (bad) => {
      expect(() => deliverCapacity({ ...params, ...bad })).toThrow(RangeError);
    });

  it('come after 8,766 hours over rate and fleet, and take groups for their repair', () => {
    expect(deliverCapacity({ ...params, plannedHours: 8766 }).mean).toBe(0);
    expect(meanHoursBetween(0.5, 2)).toBe(8766);
    expect(() => meanHoursBetween(1, 0)).toThrow(RangeError);
    expect(groupAvailability(1, 2, 4383)).toBe(0.5);
  });

  it('use spares by Poisson: of two expected none is chance e^-2, one three times that', () => {
    expect(poissonAtMost(2, 0)).toBeCloseTo(Math.exp(-2), 12);
    expect(poissonAtMost(2, 1)).toBeCloseTo(3 * Math.exp(-2), 12);
    expect(poissonAtMost(2, 2)).toBeCloseTo(5 * Math.exp(-2), 12);
    expect(poissonAtMost(1e-12, 50)).toBe(1);
    const spares = (changes = {}) => sizeSpares({ parts: 365, perYear: 0.1, leadDays: 20,
      target: 0.5, ...changes });
    expect(spares()).toMatchObject({ count: 2 });
    expect(spares({ perYear: 0.005 })).toMatchObject({ count: 0,
      chance: expect.closeTo(Math.exp(-0.1), 12) as number });
    expect(spares({ parts: 0 })).toEqual({ count: 0, mean: 0, chance: 1 });
    for (const bad of [{ parts: -1 }, { perYear: -1 }, { leadDays: -1 }, { target: 0.49 },
      { target: 1 }]) expect(() => spares(bad)).toThrow(RangeError);
  });
});
