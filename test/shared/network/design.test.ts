import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designNetwork } from '../../../shared/network/design.ts';
import type { Topology } from '../../../shared/network/types.ts';
import { design, pod as base, switchOf } from './fixture.ts';

const topologies: readonly Topology[] = ['clos', 'rail', 'rail-only', 'multi-plane',
  'torus', 'dragonfly'];

describe('designNetwork', () => {
  it('gives the published counts of a four-unit pod with modules in twin-port cages', () => {
    expect(design({})).toMatchObject({
      leaf: 32, spine: 16, core: 0, cables: 2048, switchModules: 1536, nodeModules: 512,
      switchHops: 3,
      auxiliary: { storage: 16, inBand: 8, outOfBand: 8 },
    });
  });

  it('costs what its bill says', () => {
    for (const topology of topologies) {
      const { bill, costUsd } = design({ topology });
      const sum = bill.reduce((total, line) => total + line.count * (line.unitPriceUsd ?? 0),
        0);
      expect(sum).toBeCloseTo(costUsd, 6);
    }
  });

  it('has modules on both ends of every tier: 16,384 accelerators have three', () => {
    // One end of 16,384 links to the nodes and both ends of as many to spines and to cores, two
    // to a cage; two ports to a cage of a node.
    expect(design({ accelerators: 16_384 })).toMatchObject({ tiers: 3, leafSpineCables: 16_384,
      spineCoreCables: 16_384, switchModules: (16_384 + 4 * 16_384) / 2, nodeModules: 8192 });
  });

  it('has nothing to connect where there are no accelerators', () => {
    const { tiers: _tiers, ...counts } = design({ accelerators: 0 });
    expect(counts).toMatchObject({ leaf: 0, spine: 0, core: 0, nodeLeafCables: 0,
      leafSpineCables: 0, spineCoreCables: 0, switches: 0, cables: 0, switchHops: 0 });
  });

  it('halves the bisection when the leaves are oversubscribed three to one, less a third of it', () => {
    expect(design({ oversubscription: 3 }).bisectionGbps)
      .toBeCloseTo(design({}).bisectionGbps / 3, 6);
  });

  it('never costs less for more accelerators, in any topology', () => {
    fc.assert(fc.property(fc.constantFrom(...topologies), fc.integer({ min: 1, max: 4000 }),
      (topology, accelerators) => {
        const few = design({ topology, accelerators });
        const many = design({ topology, accelerators: accelerators * 2 });
        expect(many.costUsd).toBeGreaterThanOrEqual(few.costUsd);
        expect(few.bisectionShare).toBeGreaterThan(0);
        expect(few.bisectionShare).toBeLessThanOrEqual(1);
      }));
  });

  it('leaves power and latency absent for a switch without the figures', () => {
    const found = design({ switchModel: switchOf('th5_64x800') });
    expect(found.powerKw).toBeNull();
    expect(found.latencyNs).toBeNull();
    expect(design({ switchModel: switchOf('th5_64x800'), switchPowerW: 2000 }).powerKw)
      .toBeGreaterThan(0);
  });

  it('adds 5 ns per metre: 20 m more on each of four links of the path is 400 ns', () => {
    const short =
      design({ lengths: { nodeLeafM: 10, leafSpineM: 10, spineCoreM: 10 } }).latencyNs ?? 0;
    const long =
      design({ lengths: { nodeLeafM: 30, leafSpineM: 30, spineCoreM: 10 } }).latencyNs ?? 0;
    expect(long - short).toBeCloseTo(400, 9);
  });

  it('uses copper inside a rack and names links no medium reaches', () => {
    const found = design({ lengths: { nodeLeafM: 2, leafSpineM: 900, spineCoreM: 10 } });
    expect(found)
      .toMatchObject({ copperCables: 1024, nodeModules: 0, beyondReach: ['leafSpineM'] });
  });

  it('refuses a switch slower than the NIC and more endpoints than three tiers hold', () => {
    expect(designNetwork({ ...base, nicGbps: 800 }))
      .toMatchObject({ code: 'no-radix', known: [400, 200] });
    expect(designNetwork({ ...base, accelerators: 70_000 }))
      .toEqual({ code: 'too-many-endpoints', endpoints: 70_000, most: 65_536 });
  });

  it('is empty without accelerators', () => {
    expect(design({ accelerators: 0 }))
      .toMatchObject({ switches: 0, cables: 0, costUsd: 0, powerKw: 0 });
  });
});
