import { at } from './at.ts';

interface Node {
  /** Share below the node and share above it: both exact near the ends. */
  readonly below: number;
  readonly above: number;
  readonly weight: number;
}

const step = 1 / 32;

/** Nodes of the double-exponential rule on (0, 1). */
const nodes: readonly Node[] = Array.from({ length: 2 * 200 + 1 }, (_, k): Node => {
  const t = (k - 200) * step;
  const u = Math.PI * Math.sinh(t);
  const small = 1 / (1 + Math.exp(Math.abs(u)));
  const weight = step * Math.PI * Math.cosh(t) * small * (1 - small);
  return u < 0 ? { below: small, above: 1 - small, weight }
    : { below: 1 - small, above: small, weight };
}).filter(({ weight, below, above }) => weight > 1e-300 && below > 0 && above > 0);

/**
 * Integral over (0, 1) of a function that may be steep or infinite at its ends.
 * @param f of the distance from 0 and the distance from 1
 * @source Takahasi & Mori, Publ. RIMS 9 (1974): double exponential (tanh-sinh) rule
 * @example integrateUnit((x) => 1 / Math.sqrt(x)) // 2
 */
export function integrateUnit(f: (below: number, above: number) => number): number {
  let sum = 0;
  for (const { below, above, weight } of nodes) {
    const value = f(below, above) * weight;
    if (Number.isFinite(value)) sum += value;
  }
  return sum;
}

/**
 * Nodes on (-1, 1) and weights of the Gauss-Legendre rule.
 * @example gaussLegendre(2).nodes // [-0.5773502692, 0.5773502692]
 */
export function gaussLegendre(
  count: number,
): { readonly nodes: readonly number[]; readonly weights: readonly number[] } {
  const found = Array.from({ length: count }, (_, k) => {
    let x = -Math.cos((Math.PI * (k + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let turn = 0; turn < 100; turn += 1) {
      let [before, here] = [1, x];
      for (let n = 2; n <= count; n += 1)
        [before, here] = [here, ((2 * n - 1) * x * here - (n - 1) * before) / n];
      slope = (count * (x * here - before)) / (x * x - 1);
      const moved = here / slope;
      x -= moved;
      if (Math.abs(moved) < 1e-16) break;
    }
    return { x, weight: 2 / ((1 - x * x) * slope * slope) };
  });
  return { nodes: found.map(({ x }) => x), weights: found.map(({ weight }) => weight) };
}

const rule = gaussLegendre(20);

/**
 * Integral of a smooth function, in `panels` pieces of a 20-point rule.
 * @example integrate((x) => x ** 2, 0, 3) // 9
 */
export function integrate(
  f: (x: number) => number, from: number, to: number, panels = 1,
): number {
  const half = (to - from) / panels / 2;
  let sum = 0;
  for (let panel = 0; panel < panels; panel += 1) {
    const centre = from + half * (2 * panel + 1);
    for (const [k, x] of rule.nodes.entries())
      sum += at(rule.weights, k) * f(centre + half * x);
  }
  return sum * half;
}
