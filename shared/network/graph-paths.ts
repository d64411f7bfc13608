import { boxOf } from './graph-direct.ts';
import { holdsAny, leavesOf } from './graph-clos.ts';
import type { GraphLink, TopologyGraph } from './graph.ts';

/** What to light up in a drawing. */
export interface GraphPaths {
  readonly nodes: ReadonlySet<string>;
  /** Places in `graph.links`. */
  readonly links: ReadonlySet<number>;
}

/**
 * The ways of one accelerator into the fabric: its own leaf (one per plane), the spines
 * of its pod or rail and the cores above them; in a direct network its router and the
 * lines from there.
 * @param accelerator from 0
 * @throws RangeError when the fabric has no such accelerator
 * @example pathsOf(drawTopology(design), 0).nodes.has('leaf-0') // true
 */
export function pathsOf(graph: TopologyGraph, accelerator: number): GraphPaths {
  const { design, nodes, links } = graph;
  if (!Number.isInteger(accelerator) || accelerator < 0 || accelerator >= design.endpoints) {
    throw new RangeError(`accelerator ${accelerator} of ${design.endpoints}`);
  }
  const start = boxOf(nodes, 'accelerators', accelerator)
    ?? boxOf(nodes, 'routers', accelerator);
  const lit = { nodes: new Set<string>(start === undefined ? [] : [start.id]),
    links: new Set<number>() };
  if (design.wiring.kind !== 'clos') {
    const reach = design.wiring.kind === 'dragonfly' ? 2 : 1;
    for (let step = 0; step < reach; step++) {
      follow(links, lit, (link) => lit.nodes.has(link.from) || lit.nodes.has(link.to));
    }
    return lit;
  }
  const own = leavesOf(design, design.wiring, accelerator);
  const attached = nodes.filter((node) => node.kind === 'leaf' && holdsAny(node, own));
  const leaves = new Set(attached.map((node) => node.id));
  follow(links, lit, (link) => lit.nodes.has(link.from) && leaves.has(link.to));
  for (const kind of ['spine-', 'core-']) {
    follow(links, lit, (link) => link.to.startsWith(kind) && lit.nodes.has(link.from));
  }
  return lit;
}

/** Lights every line that qualifies now, then both its ends. */
function follow(
  links: readonly GraphLink[],
  lit: { readonly nodes: Set<string>; readonly links: Set<number> },
  qualifies: (link: GraphLink) => boolean,
): void {
  const found = links.flatMap((link, at) => (qualifies(link) ? [{ link, at }] : []));
  for (const { link, at } of found) {
    lit.links.add(at);
    lit.nodes.add(link.from).add(link.to);
  }
}
