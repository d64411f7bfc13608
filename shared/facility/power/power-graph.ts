import { ok, refuse, type Result } from '../../units/result.ts';

export type NodeKind = 'utility' | 'generator' | 'transformer' | 'ups' | 'pdu' | 'feed'
  | 'load';

/** One piece of the power chain and what it hangs on. */
export interface PowerNode {
  readonly id: string;
  readonly kind: NodeKind;
  /** What it may carry, kW; null where nothing is stated. */
  readonly ratingKw: number | null;
  /** Share of what enters that leaves, above 0, at most 1; default 1. */
  readonly efficiency?: number;
  /**
   * Ids upstream, first choice first. Several share the load evenly; `standby` ones only
   * when those are lost.
   */
  readonly from: readonly string[];
  readonly standby?: readonly string[];
  /** Load of its own, kW (racks and other consumers); default 0. */
  readonly loadKw?: number;
}

export type GraphProblem =
  | { readonly code: 'repeated-id'; readonly id: string }
  | { readonly code: 'unknown-feed'; readonly id: string; readonly feed: string }
  | { readonly code: 'circular-chain'; readonly path: readonly string[] }
  | { readonly code: 'no-source'; readonly id: string }
  | { readonly code: 'bad-figure'; readonly id: string; readonly what: 'rating'
    | 'efficiency' | 'load' };

/**
 * A sound chain; in `order` everything stands after what it feeds: loads first, sources
 * last.
 */
export interface PowerGraph {
  readonly nodes: readonly PowerNode[];
  readonly order: readonly PowerNode[];
}

export const isSource = (node: PowerNode): boolean => node.kind === 'utility'
  || node.kind === 'generator';
const upstream = (node: PowerNode): readonly string[] => [...node.from,
  ...(node.standby ?? [])];

/**
 * Checks a power chain: ids once, feeds that exist, no circle, a source above everything,
 * sound figures.
 * @returns the chain ready for `loadGraph`, or every problem found
 * @example checkPowerGraph([{ id: 'a', kind: 'ups', ratingKw: 1, from: ['a'] }]).ok // false
 */
export function checkPowerGraph(
  nodes: readonly PowerNode[],
): Result<PowerGraph, readonly GraphProblem[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const problems: GraphProblem[] = [...repeatedIds(nodes), ...nodes.flatMap(badFigures)];
  for (const node of nodes) {
    for (const feed of upstream(node)) {
      if (!byId.has(feed)) problems.push({ code: 'unknown-feed', id: node.id, feed });
    }
    if (upstream(node).length === 0 && !isSource(node))
      problems.push({ code: 'no-source', id: node.id });
  }
  const { order, circle } = sortUpstream(nodes, byId);
  if (circle !== null) problems.push({ code: 'circular-chain', path: circle });
  return problems.length > 0 ? refuse(problems) : ok({ nodes, order });
}

function repeatedIds(nodes: readonly PowerNode[]): readonly GraphProblem[] {
  const ids = nodes.map((node) => node.id);
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const id of ids) (seen.has(id) ? repeated : seen).add(id);
  return [...repeated].map((id) => ({ code: 'repeated-id', id }));
}

function badFigures(
  { id, ratingKw, efficiency = 1, loadKw = 0 }: PowerNode,
): readonly GraphProblem[] {
  const bad = (
    what: 'rating' | 'efficiency' | 'load',
  ): GraphProblem => ({ code: 'bad-figure', id, what });
  return [
    ...(ratingKw !== null
      && !(ratingKw > 0 && Number.isFinite(ratingKw)) ? [bad('rating')] : []),
    ...(efficiency > 0 && efficiency <= 1 ? [] : [bad('efficiency')]),
    ...(loadKw >= 0 && Number.isFinite(loadKw) ? [] : [bad('load')]),
  ];
}

/** Loads first, sources last; or the ids of a circle, the first one repeated at the end. */
function sortUpstream(
  nodes: readonly PowerNode[], byId: ReadonlyMap<string, PowerNode>,
): { readonly order: readonly PowerNode[]; readonly circle: readonly string[] | null } {
  const done = new Set<string>();
  const sourcesFirst: PowerNode[] = [];
  const visit = (node: PowerNode, path: readonly string[]): readonly string[] | null => {
    if (done.has(node.id)) return null;
    if (path.includes(node.id)) return [...path.slice(path.indexOf(node.id)), node.id];
    for (const feed of upstream(node)) {
      const above = byId.get(feed);
      const circle = above === undefined ? null : visit(above, [...path, node.id]);
      if (circle !== null) return circle;
    }
    done.add(node.id);
    sourcesFirst.push(node);
    return null;
  };
  for (const node of nodes) {
    const circle = visit(node, []);
    if (circle !== null) return { order: [], circle };
  }
  return { order: sourcesFirst.toReversed(), circle: null };
}
