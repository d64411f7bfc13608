import { describe, expect, it } from 'vitest';
import { splitLeaf, sizeClos, smallestDivisorFrom,
  uplinkShare } from '../../../shared/network/clos.ts';
import { designNetwork } from '../../../shared/network/design.ts';
import { factsIn } from '../../../shared/network/fabric-facts.ts';
import { attachedLinks, sizeFabricRow } from '../../../shared/network/fabric-rules.ts';
import {
  fabricRowId, readFabricRow, type FabricRow,
} from '../../../shared/network/fabric-row.ts';
import { isBillTable, verifyBill } from '../../../shared/network/verify-bill.ts';
import { multiPlane, railOnly, railOptimised } from '../../../shared/network/rails.ts';
import { pod } from './fixture.ts';

const facts = (cells: Readonly<Record<string, string>>) => {
  const found = factsIn(cells);
  return found.ok ? found.value : found.error;
};
const row = (cells: Readonly<Record<string, string>>): FabricRow => {
  const found = readFabricRow({ logical_radix: '64', leaf: '1', ...cells });
  if (!found.ok) throw new Error(found.error);
  return found.value;
};

describe('a leaf', () => {
  it('splits its ports down and up by the ratio asked', () => {
    expect([splitLeaf(64, 1), splitLeaf(64, 3), splitLeaf(64, 2)]).toEqual([
      { down: 32, up: 32 }, { down: 48, up: 16 }, { down: 42, up: 22 }]);
    expect([uplinkShare(64, 1), uplinkShare(64, 3), uplinkShare(64, 2)]).toEqual([1, 1 / 3,
      22 / 42]);
    expect([smallestDivisorFrom(32, 9), smallestDivisorFrom(31, 2),
      smallestDivisorFrom(8, 9)]).toEqual([16, 31, 9]);
  });

  it('stands as often as endpoints need, below spines that take its uplinks evenly', () => {
    // 1,000 endpoints on leaves of 32: 32 leaves, 1,000 uplinks on 16 spines of 64.
    expect(sizeClos({ endpoints: 1000, radix: 64 })).toEqual({ tiers: 2, leaf: 32, spine: 16,
      core: 0, nodeLeafCables: 1000,
      leafSpineCables: 1000, spineCoreCables: 0 });
    expect(sizeClos({ endpoints: 1000, radix: 64,
      uplinks: 'whole-leaves' })?.leafSpineCables).toBe(1024);
    expect(sizeClos({ endpoints: 4096, radix: 64 })).toEqual({ tiers: 3, leaf: 128, spine: 128,
      core: 64, nodeLeafCables: 4096,
      leafSpineCables: 4096, spineCoreCables: 4096 });
    expect(sizeClos({ endpoints: 4096, radix: 64, breakout: 2 })).toMatchObject({ tiers: 2,
      leaf: 128, spine: 64, core: 0 });
    expect(sizeClos({ endpoints: 65_537, radix: 64 })).toBeNull();
    expect(sizeClos({ endpoints: 4096, radix: 64, tiers: 2 })).toBeNull();
  });
});

describe('rails and planes', () => {
  it('have leaves of their own', () => {
    // 127 nodes of 8: four leaves of 32 a rail, 1,024 places offered to 16 spines.
    expect(railOptimised({ nodes: 127, rails: 8, radix: 64 }, 1)).toMatchObject({ leaf: 32,
      spine: 16, nodeLeafCables: 1016 });
    expect(railOnly({ nodes: 65, rails: 8, radix: 64 })).toMatchObject({ tiers: 2, leaf: 24,
      spine: 8 * 2 });
    expect(multiPlane({ endpoints: 4096, radix: 64 }, 2)).toMatchObject({ tiers: 2, leaf: 128,
      spine: 64, nodeLeafCables: 8192 });
    expect(() => multiPlane({ endpoints: 1, radix: 64 }, 1.5)).toThrow('planes is 1.5');
  });

  it('reach as far as their radix says: planes of 64 ports have 128', () => {
    expect(designNetwork({ ...pod, topology: 'multi-plane',
      accelerators: 1e7 })).toMatchObject({ most: 128 ** 3 / 4 });
    expect(designNetwork({ ...pod, topology: 'multi-plane', planes: 4,
      accelerators: 1e8 })).toMatchObject({ most: 256 ** 3 / 4 });
  });
});

describe('what a row says of its fabric', () => {
  it.each([
    [{ rail_planes: '4', rails: '8' }, { rails: 4, railPlanar: true }],
    [{ rails: '8', note: '2-rail' }, { rails: 8, railPlanar: false, railAligned: true }],
    [{ note: '8-rail, rail-only' }, { rails: 8, railOnly: true }],
    [{ note: 'spines per rail' }, { railPlanar: true, rails: null }],
    [{ oversubscription: '3:1' }, { oversubscription: 3 }], [{ note: 'tapered 2:1' },
      { oversubscription: 2 }],
    [{ note: 'ratio 2:1' }, { oversubscription: 1 }],
    [{ tiers: '3' }, { tiers: 3 }], [{ note: 'two-tier' },
      { tiers: 2 }], [{ note: '2-tier or 3-tier' }, { tiers: null }],
    [{ case: 'Quantum QM9700', note: 'unlike Ethernet' }, { family: 'infiniband' }],
    [{ fabric: 'Spectrum-X' }, { family: 'ethernet' }], [{ source: 'NDR guide' },
      { family: 'infiniband' }], [{}, { family: null }],
    [{ note: '1016 GPUs + 4 UFM' }, { managerLinks: 4 }], [{ planes: '2', breakout: '4' },
      { planes: 2, breakout: 4 }],
  ] as const)('%j', (cells, expected) => {
    expect(facts(cells)).toMatchObject(expected);
  });

  it('refuses a ratio below one', () => {
    expect(facts({ oversubscription: '0.5' })).toContain('not a ratio');
  });
});

describe('a published row', () => {
  it('counts eight accelerators a node unless it says otherwise, and the place of a missing node',
    () => {
    expect(row({ node_count: '32' })).toMatchObject({ perNode: 8, accelerators: 256,
      endpoints: 256 });
    expect(row({ node_count: '31' })).toMatchObject({ accelerators: 248, endpoints: 256 });
    expect(row({ node_count: '18', gpu_count: '72' })).toMatchObject({ perNode: 4,
      accelerators: 72 });
    expect(row({ node_count: '16', rails: '4' }))
      .toMatchObject({ perNode: 4, accelerators: 64 });
    expect(row({ design_endpoints: '500', node_count: '60' })).toMatchObject({ endpoints: 500,
      endpointsStated: true });
  });

  it('is named by its case, units and nodes, as far as they are stated, or by its place', () => {
    expect(fabricRowId({ case: 'pod', su_count: '2', node_count: '63' }, 0))
      .toBe('pod, 2 SU, 63 nodes');
    expect(fabricRowId({ case: 'pod' }, 0)).toBe('pod');
    expect(fabricRowId({ case: 'pod', node_count: '63' }, 0)).toBe('pod, 63 nodes');
  });

  it('of accelerators alone takes them for its endpoints, and refuses one that counts nothing', () => {
    expect(row({ gpu_count: '72' }))
      .toMatchObject({ endpoints: 72, accelerators: 72, nodes: null, perNode: 8 });
    expect(readFabricRow({ logical_radix: '64', leaf: '1' }))
      .toMatchObject({ ok: false, error: expect.stringContaining('neither') as string });
  });

  it('links the managers in the free place, on InfiniBand four', () => {
    expect(attachedLinks(row({ node_count: '31' }))).toBe(252);
    expect(attachedLinks(row({ node_count: '31', fabric: 'Ethernet' }))).toBe(248);
    expect(attachedLinks(row({ node_count: '31', note: 'GPUs + 2 UFM' }))).toBe(250);
    expect(attachedLinks(row({ node_count: '32' }))).toBe(256);
  });

  it('may rest on switches of two ports, not of one', () => {
    expect(readFabricRow({ logical_radix: '2', leaf: '1', gpu_count: '2' }))
      .toMatchObject({ ok: true, value: { radix: 2 } });
    expect(readFabricRow({ logical_radix: '1', leaf: '1', gpu_count: '2' }).ok).toBe(false);
  });

  it('lists items with counts, or it is no bill', () => {
    expect([[{ item: 'racks', count: '38' }], [{ item: 'racks', leaf: '8' }],
      [{ case: 'pod', count: '38' }], []].map(isBillTable)).toEqual([true, false, false, false]);
  });

  it('is held against a bill of as many units as a heading names, and says when none does', () => {
    expect(verifyBill([{ '4 SU': '', item: 'racks', count: '38' }])[0]?.status).toBe('pass');
    expect(verifyBill([{ item: 'racks', count: '38' }])[0])
      .toMatchObject({ status: 'unsupported',
        reason: expect.stringContaining('no heading') as string });
    expect(verifyBill([{ '4 SU': '', item: 'unicorns', count: '38' }])[0]?.reason)
      .not.toContain('no heading');
  });

  it('is sized by its words: tiers, planes, rails alone', () => {
    const sized = (cells: Readonly<Record<string, string>>) => {
      const found = sizeFabricRow(row(cells));
      return found.ok ? found.value : found.error;
    };
    expect(sized({ design_endpoints: '4096', fabric: 'InfiniBand' })).toMatchObject({ tiers: 3,
      leaf: 128, core: 64 });
    expect(sized({ design_endpoints: '4096', fabric: 'Ethernet' })).toMatchObject({ tiers: 2,
      leaf: 128, spine: 64 });
    expect(sized({ design_endpoints: '4096', planes: '2' }))
      .toMatchObject({ tiers: 2, leaf: 128,
        spine: 64 });
    expect(sized({ node_count: '64', note: 'rail-only' })).toMatchObject({ tiers: 1, leaf: 8,
      spine: 0 });
    expect(sized({ design_endpoints: '64', spine: '0' })).toMatchObject({ tiers: 1, leaf: 1 });
    expect(sized({ design_endpoints: '70000',
      fabric: 'InfiniBand' })).toContain('exceed three tiers of radix 64');
  });
});
