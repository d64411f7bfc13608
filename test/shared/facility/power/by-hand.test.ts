import { describe, expect, it } from 'vitest';
import { failuresByPair } from '../../../../shared/facility/availability/pair-failures.ts';
import { deliverCapacity } from '../../../../shared/facility/availability/reliability.ts';
import { sizeSpares } from '../../../../shared/facility/availability/spares.ts';
import { loadGraph, worstFailure } from '../../../../shared/facility/power/graph-load.ts';
import { drawOneLine } from '../../../../shared/facility/power/one-line.ts';
import { capEffect } from '../../../../shared/facility/power/power-cap.ts';
import { chainLosses } from '../../../../shared/facility/power/power-chain.ts';
import {
  checkPowerGraph, type PowerNode,
} from '../../../../shared/facility/power/power-graph.ts';
import { blockLoads, checkFailures,
  layOutBlocks } from '../../../../shared/facility/power/redundancy.ts';
import { siteBill } from '../../../../shared/facility/site/site-bill.ts';
import { synthesizeYear } from '../../../../shared/facility/weather/synthetic-year.ts';
import { noPrice } from '../../../../shared/network/bill.ts';
import { chain, sites } from '../sample.ts';

describe('losses of a chain', () => {
  it('pass the UPS with the distribution’s own loss', () => {
    // 1,000 kW and 1 %: 1,010 of 1,010 / (3/4) kW installed, three quarters loaded.
    const rating = 1010 / 0.75;
    const losses = chainLosses({ ...chain, redundancy: '4m3' }, 1000, 1000);
    const ups = rating * (0.006 + 0.016 * 0.75 + 0.009 * 0.5625);
    expect(losses.upsKw).toBeCloseTo(ups, 9);
    expect(losses.transformerKw).toBeCloseTo((1010 + ups) * (1 / 0.99 - 1), 9);
    const direct = chainLosses({ ...chain, rectifierEfficiency: 0.98 }, 1000, 1000);
    expect(direct.upsKw).toBeCloseTo(1010 * (1 / 0.98 - 1), 9);
  });
});

describe('loads of blocks', () => {
  it('of a pair move whole to the survivor', () => {
    const layout = layOutBlocks('4m3', 3);
    const loads = layout.feeds.map(({ id }) => ({ kw: 60, feed: id }));
    // Six pairs of 60 kW: 90 on each of four blocks; one lost leaves three pairs' 30 more
    // on each other one.
    expect(blockLoads(layout, loads, null).byBlock).toEqual({ U1: 90, U2: 90, U3: 90, U4: 90 });
    expect(blockLoads(layout, loads, 'U2').byBlock)
      .toMatchObject({ U1: 120, U3: 120, U4: 120 });
    expect(checkFailures(layout, loads).worst).toMatchObject({ busiestKw: 120, droppedKw: 0 });
    expect(failuresByPair(layout, loads, ['U2'])).toEqual(['U1', 'U3', 'U4'].map((survivor) =>
      ({ lost: 'U2', survivor, normalKw: 90, afterKw: 120, droppedKw: 0 })));
  });

  it('are dropped without a spare, and taken by the reserve of block redundancy', () => {
    const single = layOutBlocks('n', 2);
    const loads = [{ kw: 10, feed: 'U1' }, { kw: 30, feed: 'U2' }];
    expect(checkFailures(single, loads).worst).toMatchObject({ failed: 'U2', droppedKw: 30,
      busiestKw: 10 });
    expect(failuresByPair(single, loads, ['U1']))
      .toEqual([{ lost: 'U1', survivor: '', normalKw: 0,
        afterKw: 0, droppedKw: 10 }]);
    const spare = layOutBlocks('block', 2);
    expect(checkFailures(spare, loads).worst).toMatchObject({ failed: 'U2', droppedKw: 0,
      busiestKw: 30 });
    expect(blockLoads(spare, loads, 'U1').byBlock).toMatchObject({ reserve: 10, U2: 30 });
  });

  it('of a bus are shared by all that stand, and one survivor stands for them', () => {
    const bus = layOutBlocks('n+1', 3);
    const loads = [{ kw: 120, feed: 'bus' }];
    expect(blockLoads(bus, loads, null).busiestKw).toBe(30);
    expect(failuresByPair(bus, loads, ['U1'])).toEqual([
      { lost: 'U1', survivor: 'U2', normalKw: 30, afterKw: 40, droppedKw: 0 }]);
  });
});

describe('a graph of power', () => {
  const nodes: readonly PowerNode[] = [
    { id: 'grid', kind: 'utility', ratingKw: null, from: [] },
    { id: 'diesel', kind: 'generator',
      ratingKw: 150, from: [] },
    { id: 'a', kind: 'ups', ratingKw: 100, efficiency: 0.8, from: ['grid'],
      standby: ['diesel'] },
    { id: 'b', kind: 'ups', ratingKw: 60, from: ['grid'], standby: ['diesel'] },
    { id: 'racks', kind: 'load', ratingKw: null, from: ['a', 'b'], loadKw: 80 },
  ];
  const checked = checkPowerGraph(nodes);
  if (!checked.ok) throw new Error('unsound');

  it('draws evenly from what stands, with each loss', () => {
    const { kw, lossKw, overloads, lostKw } = loadGraph(checked.value);
    expect([kw.get('a'), kw.get('b'), kw.get('grid'), kw.get('diesel')])
      .toEqual([40, 40, 90, 0]);
    expect([lossKw.get('a'), lossKw.get('b'), overloads, lostKw])
      .toEqual([expect.closeTo(10, 9), 0,
        [], 0]);
  });

  it('moves to the other piece, or to the standby source, and says what is overloaded', () => {
    const lost = loadGraph(checked.value, ['a']);
    expect([lost.kw.get('b'), lost.overloads])
      .toEqual([80, [{ id: 'b', kw: 80, ratingKw: 60 }]]);
    const dark = loadGraph(checked.value, ['grid']);
    expect([dark.kw.get('diesel'), dark.lostKw]).toEqual([90, 0]);
    expect(loadGraph(checked.value, ['grid', 'diesel']).lostKw).toBe(80);
    expect(worstFailure(checked.value)?.failed).toBe('a');
  });

  it('is drawn with generators only where there are some', () => {
    const of = (count: number) => drawOneLine({ chain: { ...chain, redundancy: '2n' },
      groups: [{ key: 'main', rackKw: 100, racks: 20 }],
      mechanicalKw: 500, utilityKw: null, generator: { ratingKw: 3000, count } });
    const ids = (count: number) => of(count).graph.nodes.map(({ id }) => id);
    expect([ids(0).includes('generators'), ids(2).includes('generators')])
      .toEqual([false, true]);
    expect(of(2).graph.nodes.find(({ id }) => id === 'generators')?.ratingKw).toBe(6000);
    expect(of(2).worst?.load.lostKw).toBe(0);
    // 20 racks of 100 kW and 1 %: 2,020 kW on pairs of 1,500 kW.
    expect(of(0).layout.blocks).toHaveLength(4);
    const racks = of(0).graph.nodes.filter(({ kind, id }) =>
      kind === 'load' && id !== 'mechanical');
    expect(racks.reduce((sum, { loadKw = 0 }) => sum + loadKw, 0)).toBe(2000);
    expect(of(0).graph.nodes.find(({ id }) => id.startsWith('T-'))?.ratingKw)
      .toBeCloseTo(1650, 9);
  });
});

describe('what is installed', () => {
  it('stands in the bill rounded up to whole kilowatts, nothing that is not there', () => {
    const plant = { upsBlocks: 3, upsKw: 10.2, transformers: 3, batteryKwh: 1, generators: 2,
      generatorLoad: 0.5, cdus: 0,
      airHandlers: 4, rejectionKw: 1200.1, chillerKw: 300.4, coolantLPerMin: 7 };
    const bill = siteBill({ systems: [
      { name: 'DGX', racks: 3, systemsPerRack: 2, price: noPrice },
    ],
      devices: [{ name: 'Head', racks: 3, perRack: 5, where: 'racks',
        price: noPrice }], network: [], plant,
      criticalMw: 2, facilityUsdPerMw: { usd: 5, evidence: 'user', source: 'x' } });
    expect(bill.map(({ item, count }) => [item, count])).toEqual([['DGX', 6], ['Head', 15],
      ['building, power and cooling', 2], ['UPS blocks', 3], ['transformers', 3], ['generators',
        2], ['air handlers', 4],
      ['heat rejection, kW', 1201], ['chillers, kW electric', 301]]);
    expect(bill.slice(3).every(({ within }) =>
      within === 'building, power and cooling')).toBe(true);
  });
});

describe('failures', () => {
  it('take rate x radius x repair of the running time, in parts by cause', () => {
    const { mean, low, high, lost } = deliverCapacity({ accelerators: 100, plannedHours: 876.6,
      countedFailures: 25,
      facilityAvailability: 0.9, causes: [{ name: 'a', perAcceleratorYear: 0.5, blastRadius: 8,
        repairHours: 87.66 },
        { name: 'b', perAcceleratorYear: 0.5, blastRadius: 2, repairHours: 87.66 }] });
    expect(mean).toBeCloseTo((0.9 * 0.9) / 1.05, 12);
    // 100 failures a year and 25 counted: 1.645 x sqrt(1/25 + 1/100).
    const spread = 1.645 * Math.sqrt(0.05);
    expect([low, high]).toEqual([expect.closeTo(0.81 / (1 + 0.05 * (1 + spread)), 12),
      expect.closeTo(0.81 / (1 + 0.05 * (1 - spread)), 12)]);
    expect(lost.map(({ name, share }) => [name, share.toFixed(9)])).toEqual([['planned',
      '0.100000000'],
      ['facility', '0.090000000'], ['a', ((0.81 - 0.81 / 1.05) * 0.8).toFixed(9)], ['b',
        ((0.81 - 0.81 / 1.05) * 0.2).toFixed(9)]]);
  });

  it('want spares for the chance asked: mean 2 needs five for 98 %', () => {
    // Poisson of 2: 0.1353, 0.4060, 0.6767, 0.8571, 0.9473, 0.9834.
    const found = sizeSpares({ parts: 365, perYear: 0.1, leadDays: 20, target: 0.98 });
    expect(found).toMatchObject({ count: 5, mean: 2 });
    expect(found.chance).toBeCloseTo(0.98344, 5);
  });
});

describe('a power cap', () => {
  it('slows prefill by the cube root and decode by its share of arithmetic', () => {
    // Cap 0.7, idle 0.3: prefill at (0.4 / 0.7)^(1/3), decode of 0.75 at (0.4 / 0.45)^(1/3).
    const effect = capEffect({ cap: 0.7, idleShare: 0.3, prefillShare: 0.25 });
    const [prefill, decode] = [(0.4 / 0.7) ** (1 / 3), (0.4 / 0.45) ** (1 / 3)];
    expect([effect.prefillClock, effect.decodeClock]).toEqual([expect.closeTo(prefill, 12),
      expect.closeTo(decode, 12)]);
    expect(effect.throughput)
      .toBeCloseTo(1 / (0.25 / prefill + 0.75 * (0.7 + 0.3 / decode)), 12);
    expect(effect.power).toBeCloseTo(0.7, 12);
    expect(effect.keeps).toBe(true);
    expect(capEffect({ cap: 0.76, idleShare: 0.3, prefillShare: 0 }))
      .toMatchObject({ throughput: 1,
        decodeClock: 1,
        power: expect.closeTo(0.75, 12) as number });
  });
});

describe('a year made from bins', () => {
  const london = sites.find(({ id }) => id === 'london');
  if (london === undefined) throw new Error('no site');
  const year = synthesizeYear(london.bins, london.latitude);
  const mean = (hours: readonly (typeof year)[number][],
    of: (h: (typeof year)[number]) => number): number =>
    hours.reduce((sum, hour) => sum + of(hour), 0) / hours.length;

  it('has the hours of each month and the mean of the bins', () => {
    expect(year.filter(({ month }) => month === 2)).toHaveLength(28 * 24);
    const total = london.bins.reduce((sum, bin) => sum + bin.dryBulbHours, 0);
    const expected = london.bins.reduce((sum, bin) =>
      sum + bin.dryBulbHours * (bin.meanDryBulbC ?? (bin.lowC + bin.highC) / 2), 0) / total;
    expect(mean(year, (h) => h.dryBulbC)).toBeCloseTo(expected, 1);
  });

  it('is coldest in January, at dawn, and half a year later in the south', () => {
    const byMonth = (hours: typeof year) => Array.from({ length: 12 }, (_, m) =>
      mean(hours.filter((h) => h.month === m + 1), (h) => h.dryBulbC));
    const coldest = (values: readonly number[]): number =>
      values.indexOf(Math.min(...values)) + 1;
    expect(coldest(byMonth(year))).toBe(1);
    expect(coldest(byMonth(synthesizeYear(london.bins, -london.latitude)))).toBe(7);
    const byHour = Array.from({ length: 24 },
      (_, hour) => mean(year.filter((h) => h.hour === hour), (h) => h.dryBulbC));
    expect(byHour.indexOf(Math.min(...byHour))).toBe(5);
  });
});
