import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGraph, worstFailure } from '../../../../shared/facility/power/graph-load.ts';
import { drawOneLine, type OneLineParams } from '../../../../shared/facility/power/one-line.ts';
import {
  checkPowerGraph, type PowerGraph, type PowerNode,
} from '../../../../shared/facility/power/power-graph.ts';
import { chain } from '../sample.ts';

const twoPaths: readonly PowerNode[] = [
  { id: 'grid', kind: 'utility', ratingKw: 500, from: [] },
  { id: 'gen', kind: 'generator', ratingKw: 300, from: [] },
  { id: 'bus', kind: 'feed', ratingKw: null, from: ['grid'], standby: ['gen'] },
  { id: 'a', kind: 'ups', ratingKw: 150, efficiency: 0.95, from: ['bus'] },
  { id: 'b', kind: 'ups', ratingKw: 150, efficiency: 0.95, from: ['bus'] },
  { id: 'racks', kind: 'load', ratingKw: null, from: ['a', 'b'], loadKw: 200 },
];
const sound = (nodes: readonly PowerNode[]): PowerGraph => {
  const graph = checkPowerGraph(nodes);
  if (!graph.ok) throw new Error(JSON.stringify(graph.error));
  return graph.value;
};
const change = (id: string, more: Partial<PowerNode>): readonly PowerNode[] =>
  twoPaths.map((node) => (node.id === id ? { ...node, ...more } : node));

describe('checkPowerGraph', () => {
  it.each([
    ['an unknown feed', change('a', { from: ['x'] }),
      { code: 'unknown-feed', id: 'a', feed: 'x' }],
    ['a circle', change('bus', { from: ['a'] }),
      { code: 'circular-chain', path: ['bus', 'a', 'bus'] }],
    ['an id twice', [...twoPaths, ...twoPaths.slice(0, 1)],
      { code: 'repeated-id', id: 'grid' }],
    ['nothing above', change('bus', { from: [], standby: [] }),
      { code: 'no-source', id: 'bus' }],
    ['a negative rating', change('a', { ratingKw: -1 }),
      { code: 'bad-figure', id: 'a', what: 'rating' }],
    ['too good', change('a', { efficiency: 1.1 }),
      { code: 'bad-figure', id: 'a', what: 'efficiency' }],
  ])('refuses %s', (_, nodes, problem) => {
    const graph = checkPowerGraph(nodes);
    expect(graph.ok ? [] : graph.error).toContainEqual(problem);
  });
});

describe('loadGraph', () => {
  it('halves the load over two paths and closes: sources = loads + losses', () => {
    const load = loadGraph(sound(twoPaths));
    expect(load.kw.get('a')).toBeCloseTo(100, 9);
    const losses = [...load.lossKw.values()].reduce((sum, kw) => sum + kw, 0);
    expect(load.kw.get('grid')).toBeCloseTo(200 + losses, 9);
    expect(load.overloads).toEqual([]);
  });

  it('moves everything to the survivor, which is then over its rating', () => {
    const load = loadGraph(sound(twoPaths), ['a']);
    expect(load.overloads).toEqual([{ id: 'b', kw: 200, ratingKw: 150 }]);
    expect(load.lostKw).toBe(0);
  });

  it('starts the generator when the grid is lost, and drops the load when both are', () => {
    const graph = sound(twoPaths);
    expect(loadGraph(graph, ['grid']).kw.get('gen')).toBeCloseTo(200 / 0.95, 9);
    expect(loadGraph(graph, ['grid', 'gen']).lostKw).toBe(200);
    expect(worstFailure(graph)?.failed).toBe('bus');
  });
});

describe('drawOneLine', () => {
  const params: OneLineParams = {
    chain: { ...chain, redundancy: '4m3', distributionLoss: 0 }, mechanicalKw: 500,
    utilityKw: null,
    generator: { ratingKw: 3000, count: 3 },
    groups: [{ key: 'main', rackKw: 132, racks: 32 }],
  };

  it('shows the 4-make-3 case live: 1,056 kW on every UPS, 1,452 kW on the worst survivor', () => {
    const { normal, worst, layout } = drawOneLine(params);
    for (const block of layout.blocks) expect(normal.kw.get(block)).toBeCloseTo(1056, 6);
    const survivors = layout.blocks.map((block) => worst?.load.kw.get(block) ?? 0);
    expect(Math.max(...survivors)).toBeCloseTo(1452, 6);
    expect(worst?.load.lostKw).toBe(0);
  });

  it('loses load in one failure only without redundancy', () => {
    const schemes = fc.constantFrom('n', 'n+1', '2n', '3m2', '4m3', 'block', '2n+1');
    fc.assert(fc.property(schemes, fc.integer({ min: 1, max: 80 }), (redundancy, racks) => {
      const groups = [{ key: 'g', rackKw: 120, racks }];
      const { worst, normal } =
        drawOneLine({ ...params, chain: { ...chain, redundancy }, groups });
      expect(normal.lostKw).toBe(0);
      expect((worst?.load.lostKw ?? 0) > 0).toBe(redundancy === 'n');
    }), { numRuns: 40 });
  });

  it('needs racks', () => {
    expect(() => drawOneLine({ ...params, groups: [] })).toThrow(RangeError);
  });
});
