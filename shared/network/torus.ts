/** Shape of a direct network in which every accelerator is a router. */
export interface TorusDesign {
  readonly dimensions: readonly number[];
  readonly nodes: number;
  readonly links: number;
  /** Links cut when the torus is halved across its longest dimension. */
  readonly bisectionLinks: number;
  /** Most links between two nodes. */
  readonly diameter: number;
  /** Mean links between two nodes, equal ones included. */
  readonly meanDistance: number;
}

/** A ring of two has one link between its nodes, not two; a ring of one has none. */
const linksPerNode = (k: number): number => (k > 2 ? 1 : k === 2 ? 1 / 2 : 0);
const cutLinks = (k: number): number => (k > 2 ? 2 : 1);
const meanRing = (k: number): number => (k % 2 === 0 ? k / 4 : (k * k - 1) / (4 * k));

/**
 * A torus of the given sizes, one ring of k_i nodes along dimension i. For an
 * n-dimensional k-ary torus: links n k^n, bisection 2 k^(n-1), diameter n floor(k/2).
 * @param dimensions nodes along each dimension, whole numbers >= 1
 * @throws RangeError on an empty list or a size that is not a whole number >= 1
 * @source W. Dally and B. Towles, Principles and Practices of Interconnection Networks, ch. 5
 * @example sizeTorus([4, 4, 4]) // { nodes: 64, links: 192, bisectionLinks: 32, diameter: 6, ... }
 */
export function sizeTorus(dimensions: readonly number[]): TorusDesign {
  if (dimensions.length === 0 || dimensions.some((k) => !Number.isInteger(k) || k < 1)) {
    throw new RangeError(`torus dimensions are ${dimensions.join(' x ')}`);
  }
  const nodes = dimensions.reduce((product, k) => product * k, 1);
  const longest = Math.max(...dimensions);
  return {
    dimensions, nodes,
    links: dimensions.reduce((sum, k) => sum + linksPerNode(k) * nodes, 0),
    bisectionLinks: longest === 1 ? 0 : (cutLinks(longest) * nodes) / longest,
    diameter: dimensions.reduce((sum, k) => sum + Math.floor(k / 2), 0),
    meanDistance: dimensions.reduce((sum, k) => sum + meanRing(k), 0),
  };
}

/**
 * Sizes of the smallest near-cubic torus that holds the nodes: no two sizes differ by
 * more than one.
 * @param nodes >= 1
 * @param dimensions 1..6
 * @example torusFor(60, 3) // [4, 4, 4]
 */
export function torusFor(nodes: number, dimensions: number): readonly number[] {
  if (!(nodes >= 1)) throw new RangeError(`nodes is ${nodes}`);
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > 6) {
    throw new RangeError(`dimensions is ${dimensions}`);
  }
  const sizes = Array.from({ length: dimensions }, () =>
    Math.max(1, Math.floor(nodes ** (1 / dimensions) + 1e-9)));
  for (let i = 0; i < dimensions; i++) {
    if (sizes.reduce((product, k) => product * k, 1) >= nodes) break;
    sizes[i] = (sizes[i] ?? 0) + 1;
  }
  return sizes.toSorted((a, b) => b - a);
}
