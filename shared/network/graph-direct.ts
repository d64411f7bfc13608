import type { GraphLink, GraphNode } from './graph.ts';
import { boxesOf, divide, linksBetween, spanOf, startOf, type Span } from './graph-parts.ts';
import { sizeTorus } from './torus.ts';
import type { NetworkDesign, Wiring } from './types.ts';

interface Parts {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
}

/**
 * A torus as its slabs across the longest dimension: boxes in a ring, each line one cable
 * per node of a slab face; all cables within slabs are inside the boxes.
 */
export function drawTorus(
  design: NetworkDesign, sizes: readonly number[], most: number,
): Parts {
  const slabs = Math.max(...sizes);
  const face = sizeTorus(sizes).nodes / slabs;
  const spans = divide(slabs, 1, most);
  const around = slabs > 2 ? slabs : slabs - 1;
  const within = (design.cables - around * face) / slabs;
  // A lone box also holds the faces between its slabs, and the one that closes the ring.
  const closing = spans.length === 1 ? around - slabs + 1 : 0;
  const nodes = boxesOf('routers', spans.map(({ first, end }) => ({
    first: first * face, end: end * face,
  })),
    ({ first, end }) => {
      const own = (end - first) / face;
      return own * within + (own - 1 + closing) * face;
    });
  const pairs = nodes.length === 1 ? []
    : nodes.slice(0, slabs > 2 ? nodes.length : nodes.length - 1);
  const next = (at: number): GraphNode | undefined => nodes[(at + 1) % nodes.length];
  const links =
    pairs.map((node, at) => ({ from: node.id, to: next(at)?.id ?? node.id, count: face }));
  return { nodes, links };
}

/** Boxes of a dragonfly beyond which its all-to-all lines hide each other. */
const mostGroups = 24;

/**
 * A dragonfly as its groups of routers, all joined to all; accelerators hang below the
 * routers of their group.
 */
export function drawDragonfly(
  design: NetworkDesign, wiring: Extract<Wiring, { kind: 'dragonfly' }>, most: number,
): Parts {
  const { groups, hostsPerGroup } = wiring;
  const perGroup = design.leaf / groups;
  const spans = divide(groups, 1, Math.min(most, mostGroups));
  const bottom = boxesOf('accelerators', spans.map(({ first, end }) =>
    ({ first: first * hostsPerGroup, end: Math.min(end * hostsPerGroup, design.endpoints) })));
  const inGroups = (
    { first, end }: Span,
  ): Span => ({ first: first / perGroup, end: end / perGroup });
  const between = globalCables(groups, design.spineCoreCables);
  const local = design.leafSpineCables / groups;
  const routerSpans =
    spans.map(({ first, end }) => ({ first: first * perGroup, end: end * perGroup }));
  const routers = boxesOf('routers', routerSpans,
    (span) => {
      const own = inGroups(span);
      return (own.end - own.first) * local + between(own, own);
    });
  const links = linksBetween(bottom, routers, (below, above) =>
    (Math.floor(below.first / hostsPerGroup) === inGroups(above).first ? below.end
      - below.first : 0));
  const across = routers.flatMap((from, at) => linksBetween([from], routers.slice(at + 1),
    (a, b) => between(inGroups(a), inGroups(b))));
  return { nodes: [...bottom, ...routers], links: [...links, ...across] };
}

/**
 * Global cables between two spans of groups, or within one: dealt evenly to all pairs in
 * order.
 */
function globalCables(groups: number, cables: number) {
  const pairs = (groups * (groups - 1)) / 2;
  const rank = (a: number, b: number): number => (a * (2 * groups - a - 1)) / 2 + (b - a - 1);
  return (one: Span, other: Span): number => {
    let count = 0;
    for (let a = one.first; a < one.end; a++) {
      for (let b = Math.max(other.first, a + 1); b < other.end; b++) {
        count += startOf(rank(a, b) + 1, cables, pairs) - startOf(rank(a, b), cables, pairs);
      }
    }
    return count;
  };
}

/** The box that holds an accelerator. */
export function boxOf(
  nodes: readonly GraphNode[], kind: GraphNode['kind'], member: number,
): GraphNode | undefined {
  return nodes.find((node) => {
    const { first, end } = spanOf(node);
    return node.kind === kind && member >= first && member < end;
  });
}
