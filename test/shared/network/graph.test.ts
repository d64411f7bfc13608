import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closBlocks } from '../../../shared/network/graph-clos.ts';
import { pathsOf } from '../../../shared/network/graph-paths.ts';
import {
  drawTopology, type GraphKind, type TopologyGraph,
} from '../../../shared/network/graph.ts';
import type { Topology } from '../../../shared/network/types.ts';
import { design } from './fixture.ts';

const all: readonly Topology[] = ['clos', 'rail', 'rail-only', 'multi-plane', 'torus',
  'dragonfly'];
const cables = ({ nodes, links }: TopologyGraph): number =>
  links.reduce((sum, link) => sum + link.count, 0)
    + nodes.reduce((sum, node) => sum + node.internal, 0);
const members = ({ nodes }: TopologyGraph, kind: GraphKind): number =>
  nodes.filter((node) => node.kind === kind).reduce((sum, node) => sum + node.count, 0);
const boxes = ({ nodes }: TopologyGraph, kind: GraphKind): number =>
  nodes.filter((node) => node.kind === kind).length;

/** Cables at each box of a tier, seen from one side. */
function ports(
  { links }: TopologyGraph, side: 'from' | 'to', prefix: string,
): readonly number[] {
  const sums = new Map<string, number>();
  for (const link of links.filter((candidate) => candidate[side].startsWith(prefix))) {
    sums.set(link[side], (sums.get(link[side]) ?? 0) + link.count);
  }
  return [...sums.values()];
}

describe('drawTopology', () => {
  it('draws every cable and every switch once, however much it collapses', () => {
    fc.assert(fc.property(
      fc.constantFrom(...all), fc.integer({ min: 1, max: 60_000 }),
      fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 3 }),
      (topology, accelerators, maxPerTier, oversubscription) => {
        fc.pre(topology !== 'dragonfly' || accelerators < 20_000);
        const found = design({ topology, accelerators, oversubscription });
        const graph = drawTopology(found, { maxPerTier });
        expect(cables(graph)).toBeCloseTo(found.cables, 6);
        expect(members(graph, 'leaf') + members(graph, 'spine') + members(graph, 'core')).toBe(
          topology === 'torus' || topology === 'dragonfly' ? 0 : found.switches);
        expect(Math.max(boxes(graph, 'leaf'), boxes(graph, 'spine'), boxes(graph, 'core')))
          .toBeLessThanOrEqual(maxPerTier);
      }), { numRuns: 200 });
  });

  it('gives no switch more cables than ports, and every leaf of a full pod as many up as down', () => {
    fc.assert(fc.property(fc.constantFrom<Topology>(
      'clos', 'rail', 'rail-only', 'multi-plane',
    ), fc.integer({
      min: 65, max: 6000,
    }),
      (topology, accelerators) => {
        const graph = drawTopology(design({ topology, accelerators }), { maxPerTier: 4096 });
        const radix = topology === 'multi-plane' ? 128 : 64;
        expect(Math.max(0, ...ports(graph, 'to', 'leaf')))
          .toBeLessThanOrEqual(topology === 'rail-only' ? radix : radix / 2);
        expect(Math.max(0, ...ports(graph, 'from', 'leaf'))).toBeLessThanOrEqual(radix / 2);
        const [down, up] = [ports(graph, 'to', 'spine'), ports(graph, 'from', 'spine')];
        expect(Math.max(0, ...down) + Math.max(0, ...up)).toBeLessThanOrEqual(radix);
        expect(Math.max(0, ...ports(graph, 'to', 'core'))).toBeLessThanOrEqual(radix);
      }), { numRuns: 30 });
  });

  it('keeps 50,400 accelerators of a 100 MW hall drawable', () => {
    const graph = drawTopology(design({ topology: 'rail', accelerators: 50_400 }));
    expect(graph.nodes.length).toBeLessThan(200);
    expect(graph.links.length).toBeLessThan(5000);
  });

  it('opens one unit down to its nodes and leaves', () => {
    const found = design({ topology: 'rail', accelerators: 1024 });
    const graph = drawTopology(found, { openUnit: 2, maxPerTier: 8 });
    expect(graph.nodes.filter((node) => node.kind === 'accelerators' && node.count === 8))
      .toHaveLength(32);
    const alone = graph.nodes.filter((node) => node.kind === 'leaf' && node.count === 1)
      .map((node) => node.first);
    expect(alone).toEqual(expect.arrayContaining([2, 6, 10, 14, 18, 22, 26, 30]));
    expect(cables(graph)).toBe(found.cables);
  });

  it('is empty without accelerators and refuses no boxes at all', () => {
    expect(drawTopology(design({ accelerators: 0 })).nodes).toEqual([]);
    expect(() => drawTopology(design({}), { maxPerTier: 0 })).toThrow(RangeError);
  });
});

describe('pathsOf', () => {
  it('lights one leaf of an accelerator on rails and every spine of a two-tier fabric', () => {
    const graph = drawTopology(design({ topology: 'rail', accelerators: 1024 }));
    // Accelerator 3 of node 40: rail 3, second unit of 32 nodes; four leaves per rail.
    const { nodes } = pathsOf(graph, 40 * 8 + 3);
    expect([...nodes].filter((id) => id.startsWith('leaf'))).toEqual(['leaf-13']);
    expect([...nodes].filter((id) => id.startsWith('spine'))).toHaveLength(16);
  });

  it('lights one leaf in each plane', () => {
    const graph = drawTopology(design({ topology: 'multi-plane', accelerators: 1024 }));
    expect([...pathsOf(graph, 1000).nodes].filter((id) => id.startsWith('leaf')))
      .toEqual(['leaf-15', 'leaf-31']);
  });

  it('lights a connected part that reaches the top, in every topology', () => {
    fc.assert(fc.property(fc.constantFrom(...all), fc.integer({ min: 1, max: 9000 }),
      fc.nat(), (topology, accelerators, any) => {
        const graph = drawTopology(design({ topology, accelerators }));
        const { nodes, links } = pathsOf(graph, any % accelerators);
        for (const at of links) expect(
          nodes.has(graph.links[at]?.from ?? '') && nodes.has(graph.links[at]?.to ?? ''),
        ).toBe(true);
        const tiers = graph.nodes.filter((node) => nodes.has(node.id)).map((node) => node.tier);
        expect(new Set(tiers).size).toBe(new Set(graph.nodes.map((node) => node.tier)).size);
      }), { numRuns: 60 });
  });

  it('refuses an accelerator that is not there', () => {
    expect(() => pathsOf(drawTopology(design({})), 1024)).toThrow(RangeError);
  });
});

describe('the parts tiers fall into', () => {
  const blocks = (topology: Topology, accelerators: number) => {
    const found = design({ topology, accelerators });
    if (found.wiring.kind !== 'clos') throw new Error(found.wiring.kind);
    return [found.tiers, closBlocks(found, found.wiring)];
  };

  it('are eight rails, each with as many pods as its leaves fill', () => {
    // 16,384 on rails of 2,048: 64 leaves of 32 a rail, 32 to a pod of spines with 32 down.
    expect(blocks('rail', 16_384)).toEqual([3, { leaf: 8, spine: 16, core: 1 }]);
    expect(blocks('rail', 1024)).toEqual([2, { leaf: 8, spine: 1, core: 1 }]);
  });
});

describe('cables between the groups of a dragonfly', () => {
  it('are dealt to the pairs in order: four groups of 32 routers with 16 each have 1,024', () => {
    const found = design({ topology: 'dragonfly', accelerators: 2048 });
    const { links, nodes } = drawTopology(found, { maxPerTier: 24 });
    const routers = new Set(nodes.filter(({ kind }) => kind === 'routers').map(({ id }) => id));
    const across = links.filter(({ from, to }) => routers.has(from) && routers.has(to));
    // 1,024 over six pairs: 170, two thirds of one more each.
    expect(across.map(({ count }) => count)).toEqual([170, 171, 171, 170, 171, 171]);
  });
});

describe('a torus', () => {
  const graph = drawTopology(design({ topology: 'torus', accelerators: 512 }));

  it('joins each slab to the next, and the last to the first', () => {
    const slabs = graph.nodes.filter(({ kind }) => kind === 'routers').map(({ id }) => id);
    const ring = graph.links.filter(({ from, to }) => slabs.includes(from) && slabs.includes(to));
    expect(slabs.length).toBeGreaterThan(2);
    expect(ring.map(({ from }) => from)).toEqual(slabs);
    expect(ring.map(({ to }) => to)).toEqual([...slabs.slice(1), slabs[0]]);
  });

  it('has no nodes of several accelerators, nor have planes', () => {
    expect(graph.acceleratorsPerNode).toBe(1);
    expect(drawTopology(design({ topology: 'multi-plane' })).acceleratorsPerNode).toBe(1);
    expect(drawTopology(design({ topology: 'rail' })).acceleratorsPerNode).toBe(8);
  });
});
