import { describe, expect, it } from 'vitest';
import { auxiliarySwitches } from '../../../shared/network/fabric-bill.ts';
import {
  billLine, billPower, billRows, noPrice, totalBill,
} from '../../../shared/network/bill.ts';
import { sizeDragonfly } from '../../../shared/network/dragonfly.ts';
import { estimateLengths } from '../../../shared/network/lengths.ts';
import { countModules, mediaByReach } from '../../../shared/network/media.ts';
import { sizeTorus } from '../../../shared/network/torus.ts';
import { designNetwork } from '../../../shared/network/design.ts';
import { design, pod, switchOf } from './fixture.ts';

describe('a pod of 1,024 on QM9700 by hand', () => {
  // 48 switches, 1,024 + 1,024 cables, 1,536 + 512 modules.
  const found = design({});

  it('costs its pieces and 15 % for the networks beside them', () => {
    expect(found.costUsd).toBeCloseTo(1.15 * (48 * 40_000 + 2048 * 900 + 2048 * 100), 6);
    expect(found.bill.map(({ item, count, unitPriceUsd }) => [item, count, unitPriceUsd]))
      .toEqual([
        ['switches', 48, 40_000], ['optical modules', 2048, 900], ['cables', 2048, 100],
        ['storage and management networks', 1, expect.closeTo(0.15 * 3_968_000, 6)],
        ['storage switches', 16, null], ['in-band switches', 8, null],
        ['out-of-band switches', 8,
          null]]);
  });

  it('draws its switches and modules', () => {
    expect(design({ switchPowerW: 1000 }).powerKw).toBeCloseTo(48 + 2048 * 0.017, 9);
    expect(found.powerKw).toBeCloseTo(
      (48 * (switchOf('qm9700').typicalPowerW?.value ?? Number.NaN)) / 1000 + 34.816, 9,
    );
    expect(design({ accelerators: 0 }).powerKw).toBe(0);
  });

  it('has paths of 60 metres up and as many down through three switches', () => {
    expect(found).toMatchObject({ pathM: 120, switchHops: 3, bisectionGbps: 204_800,
      bisectionShare: 1 });
    expect(design({ switchNs: 200, nicNs: 700 }).latencyNs).toBe(3 * 200 + 120 * 5 + 700);
    expect(design({ switchNs: 200 }).latencyNs).toBe(3 * 200 + 120 * 5 + 1000);
    expect(design({ accelerators: 64, topology: 'clos' })).toMatchObject({ pathM: 60,
      switchHops: 1 });
  });

  it('needs no modules for links of up to two metres, and names links beyond all reach', () => {
    const near = design({ lengths: { nodeLeafM: 2, leafSpineM: 30, spineCoreM: 30 } });
    expect(near).toMatchObject({ copperCables: 1024, nodeModules: 0, switchModules: 1024,
      beyondReach: [] });
    const far = design({ lengths: { nodeLeafM: 30, leafSpineM: 501, spineCoreM: 30 } });
    expect(far).toMatchObject({ beyondReach: ['leafSpineM'], copperCables: 0,
      media: { leafSpine: 'single-mode' } });
  });

  it('pairs ports of up to 400G in one module at the server, faster ones not', () => {
    expect(found.nodeModules).toBe(512);
    const fast = design({ nicGbps: 800, switchModel: switchOf('q3400') });
    expect(fast.nodeModules).toBe(1024);
  });
});

describe('how topologies are wired', () => {
  it.each([
    ['clos', { kind: 'clos', blocks: 1, sharedAbove: true, radix: 64, leafDown: 32 }],
    ['rail', { kind: 'clos', blocks: 8, sharedAbove: true, radix: 64, leafDown: 32 }],
    ['rail-only', { kind: 'clos', blocks: 8, sharedAbove: false, radix: 64, leafDown: 32 }],
    ['multi-plane', { kind: 'clos', blocks: 2, sharedAbove: false, radix: 128, leafDown: 64 }],
    ['torus', { kind: 'torus', sizes: [11, 10, 10] }],
  ] as const)('%s', (topology, wiring) => {
    expect(design({ topology }).wiring).toEqual(wiring);
  });

  it('of nothing is empty', () => {
    expect(design({ accelerators: 0 }))
      .toMatchObject({ switches: 0, cables: 0, opticsModules: 0, switchHops: 0,
        pathM: 0, bisectionShare: 1,
        wiring: { kind: 'clos', blocks: 1, sharedAbove: true, radix: 2, leafDown: 1 } });
  });

  it('keeps to one tier while a switch has ports for all', () => {
    expect(design({ accelerators: 64, topology: 'clos' }).wiring).toEqual(
      { kind: 'clos', blocks: 1, sharedAbove: true, radix: 64, leafDown: 64 });
  });

  it('splits Ethernet ports before a third tier, InfiniBand takes the tier', () => {
    // 64 ports reach 2,048 on two tiers; 128 Ethernet ports reach 8,192, and more when
    // uplinks are split.
    expect(design({ topology: 'clos', accelerators: 4096 }).tiers).toBe(3);
    expect(design({ topology: 'clos', accelerators: 10_000,
      switchModel: switchOf('sn5600') }).tiers).toBe(2);
  });

  it('gives a torus its share of the cut: 32 links of six a node between halves of 32', () => {
    expect(design({ topology: 'torus', accelerators: 64 })).toMatchObject({ switches: 0,
      switchHops: 6, cables: 192,
      bisectionShare: expect.closeTo(1 / 6, 12) as number });
    // 4 x 4 in two dimensions: 8 links cut, four a node, 8 nodes a half.
    expect(design({ topology: 'torus', accelerators: 16,
      torusDimensions: 2 }).bisectionShare).toBeCloseTo(8 / 4 / 8, 12);
    expect(design({ topology: 'torus', accelerators: 1 }).bisectionShare).toBe(1);
  });

  it('counts a dragonfly: groups of 32 routers of 16 hosts at radix 64', () => {
    // p = floor(65 / 4) = 16, a = 32: 512 hosts a group, 1,024 in two, 32 x 31 / 2 links inside
    // each.
    expect(sizeDragonfly(1024, 64)).toMatchObject({ hostsPerRouter: 16, routersPerGroup: 32,
      groups: 2, routers: 64,
      localLinks: 992, globalLinks: 512, bisectionLinks: 512, reach: 512 * 513 });
    expect(design({ topology: 'dragonfly' })).toMatchObject({ leaf: 64, spine: 0, switchHops: 4,
      bisectionShare: 1,
      nodeLeafCables: 1024, leafSpineCables: 992, spineCoreCables: 512 });
    expect(design({ topology: 'dragonfly', accelerators: 500 })).toMatchObject({ switchHops: 2,
      bisectionShare: 1 });
  });

  it('takes rings of two and one for what they are', () => {
    expect(sizeTorus([2, 1]))
      .toMatchObject({ nodes: 2, links: 1, bisectionLinks: 1, diameter: 1,
        meanDistance: 0.5 });
    expect(sizeTorus([3])).toMatchObject({ links: 3, bisectionLinks: 2, diameter: 1,
      meanDistance: expect.closeTo(2 / 3, 12) as number });
  });

  it('says what is too much, and for which switch a rate is unknown', () => {
    expect(designNetwork({ ...pod, topology: 'clos', accelerators: 1e6 }))
      .toMatchObject({ code: 'too-many-endpoints', endpoints: 1e6, most: 65_536 });
    expect(designNetwork({ ...pod, topology: 'rail-only',
      accelerators: 1e7 })).toMatchObject({ most: 8 * 65_536 });
    expect(designNetwork({ ...pod, nicGbps: 1600 })).toMatchObject({ code: 'no-radix',
      gbps: 1600 });
    expect(() => designNetwork({ ...pod, accelerators: -1 })).toThrow('accelerators is -1');
  });
});

describe('pieces', () => {
  it('of media carry modules but for copper', () => {
    expect(mediaByReach.map(({ medium, modulesPerEnd }) => [medium, modulesPerEnd]))
      .toEqual([['copper', 0], ['multi-mode', 1], ['single-mode', 1]]);
    expect(countModules({ nodeLinks: 5, switchLinks: 2, portsPerSwitchCage: 2,
      portsPerNodeCage: 2 }))
      .toEqual({ switchModules: 5, nodeModules: 3 });
  });

  it('of a bill have a price with its evidence, or say what is missing', () => {
    const priced = billLine('cables', 'DAC', 2, { usd: 5, evidence: 'vendor', source: 'list' },
      '2');
    expect(priced).toEqual({ item: 'cables', model: 'DAC', count: 2, unitPriceUsd: 5,
      source: 'list', derivation: '2', evidence: 'vendor' });
    const unpriced = billLine('cables', null, 3, noPrice, '3');
    expect(unpriced).toMatchObject({ unitPriceUsd: null, evidence: null,
      absent: 'price of cables' });
    expect(billLine('cables', 'DAC', 3, noPrice, '3').absent).toBe('price of DAC');
    expect(totalBill([priced, unpriced, { ...unpriced, count: 0 },
      { ...unpriced, within: 'cables' }]))
      .toEqual({ pricedUsd: 10, unpriced: ['cables'] });
    expect(billRows([priced])[1]).toEqual(['cables', 'DAC', 2, 5, 10, 'vendor', 'list', '2', '',
      '']);
  });

  it('of a bill draw power unless they are passive', () => {
    const line = billLine('switches', null, 4, noPrice, '');
    expect(billPower([{ ...line, unitPowerW: 700 }, line, { ...line, count: 0 },
      { ...line, item: 'rack PDUs' }]))
      .toEqual({ knownW: 2800, unknown: ['switches'] });
  });

  it('beside the fabric come for every 256 accelerators begun', () => {
    expect(auxiliarySwitches({ accelerators: 256 })).toEqual({ storage: 4, inBand: 2,
      outOfBand: 2 });
    expect(auxiliarySwitches({ accelerators: 257 })).toEqual({ storage: 8, inBand: 4,
      outOfBand: 4 });
  });

  it('are a quarter of the block away, across rows of twenty, and four metres of rise', () => {
    // 40 racks of 0.8 m: two rows of 16 m, 3 m apart; units of ten are half a row.
    expect(estimateLengths({ racks: 40, rackWidthM: 0.8, rowPitchM: 3, racksPerUnit: 10 }))
      .toEqual({ nodeLeafM: (8 + 3) / 4 + 4, leafSpineM: (16 + 6) / 4 + 4,
        spineCoreM: (16 + 6) / 4 + 4 });
  });
});
