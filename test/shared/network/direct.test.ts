import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeDragonfly } from '../../../shared/network/dragonfly.ts';
import { sizeTorus, torusFor } from '../../../shared/network/torus.ts';

/** Links and distances counted node by node, to hold the formulas against. */
function countTorus(sizes: readonly number[]) {
  const nodes = sizes.reduce((product, k) => product * k, 1);
  const coordinates = (node: number) =>
    sizes.map((k, i) => Math.floor(node / sizes.slice(0, i).reduce((p, n) => p * n, 1)) % k);
  const distance = (a: number, b: number) => coordinates(a).reduce((sum, x, i) => {
    const along = Math.abs(x - (coordinates(b)[i] ?? 0));
    return sum + Math.min(along, (sizes[i] ?? 0) - along);
  }, 0);
  let links = 0;
  let farthest = 0;
  for (let a = 0; a < nodes; a++) for (let b = 0; b < nodes; b++) {
    if (a < b && distance(a, b) === 1) links++;
    farthest = Math.max(farthest, distance(a, b));
  }
  return { links, farthest };
}

describe('sizeTorus', () => {
  it('follows the k-ary n-cube formulas: links n k^n, bisection 2 k^(n-1), diameter n floor(k/2)', () => {
    expect(sizeTorus([4, 4, 4])).toMatchObject({
      nodes: 64, links: 192, bisectionLinks: 32, diameter: 6, meanDistance: 3,
    });
  });

  it('agrees with counting node by node', () => {
    fc.assert(fc.property(fc.array(
      fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 },
    ), (sizes) => {
      const { links, farthest } = countTorus(sizes);
      expect(sizeTorus(sizes)).toMatchObject({ links, diameter: farthest });
    }), { numRuns: 30 });
  });

  it('finds the near-cubic torus that holds the nodes', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 6 }),
      (nodes, n) => {
        const sizes = torusFor(nodes, n);
        expect(sizes.reduce((product, k) => product * k, 1)).toBeGreaterThanOrEqual(nodes);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }));
    expect(() => sizeTorus([])).toThrow(RangeError);
    expect(() => torusFor(0, 3)).toThrow(RangeError);
  });
});

describe('sizeDragonfly', () => {
  it('reaches a p (a h + 1) hosts with balanced routers (Kim et al. 2008: radix 15 gives p = h = 4, a = 8)', () => {
    expect(sizeDragonfly(1056, 15)).toMatchObject({
      hostsPerRouter: 4, routersPerGroup: 8, globalPerRouter: 4, groups: 33, reach: 1056,
      routers: 264, globalLinks: 528,
    });
    expect(sizeDragonfly(1057, 15)).toBeNull();
  });

  it('uses no more ports than a router has', () => {
    fc.assert(fc.property(fc.integer({ min: 3, max: 128 }), fc.integer({ min: 1, max: 5000 }),
      (radix, hosts) => {
        const fly = sizeDragonfly(hosts, radix);
        const used = fly === null ? 0
          : fly.hostsPerRouter + fly.routersPerGroup - 1 + fly.globalPerRouter;
        expect(used).toBeLessThanOrEqual(radix);
      }));
  });
});
